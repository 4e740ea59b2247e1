"""Frames kept beside the answers they were made of, so that no answer need be read twice.

A copy is kept under the name of what was asked, and it holds a digest of the very bodies it was
made of: it is served only for the same bodies, wherever those came from (fresh out of the cache, or
after the API said that nothing changed). It is a file of Arrow's, data and no code, and replaced as
a whole, so that any number of processes may share a folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from esi import __version__
from esi.core.atomic_write import atomic_write
from esi.core.cache.policy import key as name_of
from esi_data.frames.metadata import as_json
from esi_data.frames.parquet import frame_of_arrow, to_arrow

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import pandas as pd

    from esi_data.frames.fetch import Fetched
    from esi_data.frames.schema import Plan

logger = logging.getLogger("esi_data")

SIZE_LIMIT = 512 * 1024**2  # bytes of all copies; the oldest leave first
# Answers smaller than this (bytes, compressed) are read again as quickly as their copy.
_WORTHWHILE = 256 * 1024
# A copy's layout; another number makes copies of earlier releases unfindable.
_FORM = 1
_DIGEST = 32  # bytes


@dataclass(frozen=True)
class CachedFrame:
    """The copy of one frame: read it, or write it. Without a file it does neither."""

    path: Path | None = None
    digest: bytes = b""

    def read(self) -> pd.DataFrame | None:
        """The frame, if its copy is of the same answers."""
        if self.path is None:
            return None
        try:
            # The file is replaced and never written to, so its text need not be copied.
            with pa.memory_map(str(self.path), "r") as file:
                if file.read(_DIGEST) != self.digest:
                    return None
                return frame_of_arrow(pa.ipc.open_stream(file).read_all())
        except FileNotFoundError:
            return None
        except (OSError, pa.ArrowException, ValueError, KeyError, TypeError) as exc:
            logger.warning("The copy of a frame in %s is unreadable (%s)", self.path, exc)
            return None

    def write(self, frame: pd.DataFrame) -> None:
        """Keep a frame, if there is a file to keep it in; one that fails must not fail the call."""
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(mode=0o700, exist_ok=True)
            table = to_arrow(frame)
            with atomic_write(self.path) as file:
                file.write(self.digest)
                with pa.ipc.new_stream(file, table.schema) as stream:
                    stream.write_table(table)
            prune(self.path.parent)
        except OSError as exc:
            logger.warning("A frame could not be kept (%s)", exc)


def copy_of(
    cache: Any, calls: Sequence[Fetched], plan: Plan, fanned: dict[str, list[Any]]
) -> CachedFrame:
    """The copy of the frame of these calls, as `esi_data.frames.fetch` makes it."""
    size = sum(len(answer.wire) for call in calls for answer in call.snapshot.answers)
    if size < _WORTHWHILE or not hasattr(cache, "frames"):
        return CachedFrame()
    how = json.dumps([_FORM, __version__, repr(plan), as_json(fanned)])
    asked = [
        name_of(call.future.future.plain(call.future.operation, call.language)) for call in calls
    ]
    bodies = _digest(
        part
        for call in calls
        for answer in call.snapshot.answers
        for part in (answer.headers.get("content-encoding", "").encode(), answer.wire)
    )
    operation = _file_name(calls[0].future.operation.operation_id)
    name = _digest([how.encode(), *map(str.encode, asked)]).hex()
    return CachedFrame(cache.frames / f"{operation}-{name}.arrow", bodies)


def copies(folder: Path, operation: str | None = None) -> Iterator[tuple[Path, os.stat_result]]:
    """The copies in a folder, of an operation or of all, oldest first."""
    name = "*" if operation is None else _file_name(operation)
    found = []
    for path in folder.glob(f"{name}-*.arrow"):
        with contextlib.suppress(FileNotFoundError):  # another process was faster
            found.append((path, path.stat()))
    yield from sorted(found, key=lambda pair: pair[1].st_mtime)


def prune(folder: Path) -> None:
    """Drop the oldest copies until the rest fit."""
    kept = list(copies(folder))
    total = sum(stat.st_size for _, stat in kept)
    for path, stat in kept:
        if total <= SIZE_LIMIT:
            return
        path.unlink(missing_ok=True)
        total -= stat.st_size


def _file_name(operation: str) -> str:
    return re.sub(r"\W", "_", operation)


def _digest(parts: Iterable[bytes]) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.digest()
