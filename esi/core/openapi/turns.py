"""Let one process of a site fetch a document while the others wait for it.

A turn is a lock on a file next to the stored document. Without a writable folder, it is a key in
the cache. Without a cache, too, each process fetches the document.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from typing import TYPE_CHECKING, Any

from esi.core import cancellation
from esi.core.cache.protocol import forgiving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from esi.core.cache.protocol import Cache

logger = logging.getLogger("esi.core")

SUFFIX = ".lock"
_POLL = 0.05  # seconds between checks whether another process has ended its turn
_LIFE = 60  # lifetime in seconds of a key in the cache, as its process may have crashed


@contextlib.contextmanager
def turn(document: Path | None, cache: Cache | None, key: str, longest: float) -> Iterator[bool]:
    """Wait for the turn, and keep it until the end of the block.

    The value is True if this process has the turn, False if another one still has it.

    Args:
        document: file of the stored document, None without a folder.
        cache: cache that stores the document without a folder.
        key: key of the document there.
        longest: seconds to wait for another process; then the block runs without the turn.
    """
    if document and _writable(document.parent):
        own: _FileTurn | _CacheTurn = _FileTurn(document.with_suffix(SUFFIX))
    else:
        own = _CacheTurn(cache, f"{key}_turn")
    end = time.monotonic() + longest
    while not (taken := own.take()) and time.monotonic() < end:
        cancellation.check()
        time.sleep(_POLL)
    try:
        yield taken
    finally:
        if taken:
            own.give()


class _FileTurn:
    """Turn as a lock on a file, which the system releases if the process is killed."""

    def __init__(self, path: Path) -> None:
        from filelock import FileLock  # noqa: PLC0415 - only where a document is fetched

        self._path = path
        self._lock = FileLock(path, mode=0o600)

    def take(self) -> bool:
        """Return True unless another process has it."""
        from filelock import Timeout  # noqa: PLC0415

        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        except (OSError, NotImplementedError):  # a file system without locks
            pass
        return True

    def give(self) -> None:
        """Give it back."""
        self._lock.release()
        with contextlib.suppress(OSError):  # on Windows another process may have it open
            self._path.unlink()


class _CacheTurn:
    """Turn as a key in the cache; without a cache, every process has the turn."""

    def __init__(self, cache: Any, key: str) -> None:
        self._cache = cache
        self._key = key

    def take(self) -> bool:
        """Return True unless another process has it."""
        if self._cache is not None:
            with forgiving(logger):
                return bool(self._cache.add(self._key, 1, _LIFE))
        return True

    def give(self) -> None:
        """Give it back."""
        if self._cache is not None:
            with forgiving(logger):
                self._cache.delete(self._key)


def _writable(folder: Path) -> bool:
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder.is_dir() and os.access(folder, os.W_OK)
