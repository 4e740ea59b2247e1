"""Cache frames, so that no response is decoded twice.

The name of a file comes from the requests, and the file starts with a digest of the bodies: its
frame serves only for exactly these bodies, from the cache or after a 304. The rest is an Arrow
file, which is data and never code. Files are replaced atomically, so processes may share a folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from esi import __version__
from esi.core.atomic_write import atomic_write
from esi.core.cache.policy import key
from esi_data.frames.parquet import frame_of_arrow, to_arrow
from esi_data.operation import as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import pandas as pd

    from esi.core.client.future import CachingHttpFuture
    from esi.core.http.messages import Request, Response
    from esi_data.frames.schema import Plan

logger = logging.getLogger("esi_data")

SIZE_LIMIT = 512 * 1024**2  # bytes of all files; the oldest are dropped first
# Responses smaller than this (bytes, compressed) are decoded as fast as a file is read.
WORTHWHILE = 256 * 1024
# Number of the files' layout; a new one hides the files of earlier releases.
_FORMAT = 2
_DIGEST = 32  # bytes


@dataclass(frozen=True)
class CachedFrame:
    """File of one cached frame; without a path, reading finds nothing and writing does nothing."""

    path: Path | None = None
    digest: bytes = b""

    def read(self) -> pd.DataFrame | None:
        """Return the frame if it was made of the same responses, else None."""
        if self.path is None:
            return None
        try:
            with self.path.open("rb") as file:
                if file.read(_DIGEST) != self.digest:
                    return None
                size = os.fstat(file.fileno()).st_size - _DIGEST
                # From Arrow's pool: NumPy requests huge pages, which may take longer than reading.
                memory = np.frombuffer(pa.allocate_buffer(size), np.uint8)
                size = file.readinto(memory.data)
            table = pa.ipc.open_stream(memory[:size]).read_all()
            table.validate(full=True)  # Arrow would follow damaged indices beyond its memory
            return frame_of_arrow(table, memory)
        except FileNotFoundError:
            return None
        except (OSError, pa.ArrowException, ValueError, KeyError, TypeError) as exc:
            logger.warning("A cached frame is made again: %s is unreadable (%s)", self.path, exc)
            return None

    def write(self, frame: pd.DataFrame) -> None:
        """Write a frame; a failing disk is logged and never fails the call."""
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(mode=0o700, exist_ok=True)
            table = to_arrow(frame)
            with atomic_write(self.path, mode=0o600) as file:
                file.write(self.digest)
                with pa.ipc.new_stream(file, table.schema) as stream:
                    stream.write_table(table)
            prune(self.path.parent)
        except OSError as exc:
            logger.warning("A frame could not be cached (%s)", exc)


def cached_frame(
    future: CachingHttpFuture,
    requests: Sequence[Request],
    bodies: Sequence[tuple[int, bytes]],
    plan: Plan,
    fanned: dict[str, Any],
) -> CachedFrame:
    """Return the place of the frame of these calls, as `esi_data.frames.fetch` makes it."""
    cache: Any = future.engine.cache
    if not hasattr(cache, "frames") or sum(size for size, _ in bodies) < WORTHWHILE:
        return CachedFrame()
    how = json.dumps([_FORMAT, __version__, repr(plan), as_json(fanned)])
    operation = _file_name(future.operation.operation_id)
    name = digest_of([how.encode(), *(key(request).encode() for request in requests)]).hex()
    digest = digest_of(each for _, each in bodies)
    return CachedFrame(cache.frames / f"{operation}-{name}.arrow", digest)


def cached_files(
    folder: Path, operation: str | None = None
) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield the files of cached frames, of one operation or of all, oldest first."""
    name = "*" if operation is None else _file_name(operation)
    found = []
    for path in folder.glob(f"{name}-*.arrow"):
        with contextlib.suppress(FileNotFoundError):  # another process deleted it
            found.append((path, path.stat()))
    yield from sorted(found, key=lambda pair: pair[1].st_mtime)


def prune(folder: Path) -> None:
    """Delete the oldest files until the rest fit into `SIZE_LIMIT`."""
    files = list(cached_files(folder))
    total = sum(stat.st_size for _, stat in files)
    for path, stat in files:
        if total <= SIZE_LIMIT:
            return
        path.unlink(missing_ok=True)
        total -= stat.st_size


def _file_name(operation: str) -> str:
    return re.sub(r"\W", "_", operation)


def bodies_of(responses: Sequence[Response]) -> tuple[int, bytes]:
    """Return the size of the bodies as transferred, and their digest."""
    size = sum(each.value.size if each.value else len(each.wire) for each in responses)
    return size, digest_of(
        each.value.digest if each.value else page_digest(each) for each in responses
    )


def page_digest(response: Response) -> bytes:
    """Return the digest of a response's body."""
    return digest_of([response.headers.get("content-encoding", "").encode(), response.wire])


def digest_of(parts: Iterable[bytes]) -> bytes:
    """Return a digest of parts; their borders count too."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.digest()
