"""Write responses to the cache together, since each transaction takes time."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.cache.response_cache import CacheEntry, ResponseCache

# Interval in seconds, and size in bytes, after which the buffer writes its responses. A killed
# process loses the unwritten ones.
_SECONDS = 1.0
_BYTES = 2 << 20


class WriteBuffer:
    """Responses of one pull that wait to be written. Thread-safe.

    Until then, this process reads them from memory (see `ResponseCache.hold`). When the last user
    leaves the context, the buffer writes all of them; it writes later responses at once.
    """

    def __init__(
        self, responses: ResponseCache, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._responses = responses
        self._clock = clock
        self._lock = threading.Lock()
        self._entries: list[CacheEntry] = []
        self._bytes = 0
        self._users = 0
        self._written_at = clock()

    def add(self, entry: CacheEntry) -> None:
        """Add a response; write all if they are large enough, or if the last write is long ago."""
        with self._lock:
            self._entries.append(entry)
            self._bytes += len(entry.stored.response.wire)
            late = self._clock() - self._written_at >= _SECONDS
            entries = self._taken() if late or self._bytes >= _BYTES or not self._users else []
        self._responses.write(entries)

    def __enter__(self) -> Self:
        with self._lock:
            self._users += 1
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._users -= 1
            entries = [] if self._users else self._taken()
        self._responses.write(entries)

    def _taken(self) -> list[CacheEntry]:
        entries, self._entries, self._bytes = self._entries, [], 0
        self._written_at = self._clock()
        return [entry for entry in entries if self._responses.is_held(entry)]
