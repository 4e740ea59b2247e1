"""The cache in which processes count together, for one of them, which may lose it.

While it is away this process writes its books for itself. It does not know then what the others
spend, so of each budget it takes no more than its share: by how many processes were there before.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

from esi.core.cache.memory import MemoryCache
from esi.core.cache.protocol import CacheAwayError, failure, read_many
from esi.core.rate_limits.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.cache.protocol import Cache

logger = logging.getLogger("esi.core")

_REST = 30  # seconds in which a cache that failed is left alone
_AROUND = 300.0  # seconds for which a process counts as one of those that share
# Who never saw the others knows only that the cache was to be shared.
_UNKNOWN = 8


class SharedCache:
    """A cache that may fail: then this process counts for itself.

    `alone` says that it does, and `processes` among how many the limits were divided before.
    """

    def __init__(self, cache: Cache) -> None:
        self.alone = False
        self._cache = cache
        self._own = MemoryCache()
        self._rests_until = 0.0
        self.may_go = hasattr(type(cache), "away")  # Django's proxy would open its cache
        self.processes = _UNKNOWN if self.may_go else 1

    def is_back(self) -> bool:
        """Whether the cache was lost and is there again; then `alone` is over."""
        if not self.alone or time.monotonic() < self._rests_until:
            return False
        if getattr(self._cache, "away", False):
            return False
        self.alone = False
        self._own = MemoryCache()
        return True

    def get_many(self, keys: list[str]) -> dict[str, Any]:
        """The values of keys; one by one of a cache that does not take many."""
        found: dict[str, Any] = self._use(lambda cache: read_many(cache, keys))
        return found

    def __getattr__(self, name: str) -> Any:
        def call(*args: Any) -> Any:
            return self._use(lambda cache: getattr(cache, name)(*args))

        setattr(self, name, call)
        return call

    def _use(self, ask: Callable[[Any], Any]) -> Any:
        if not self.alone:
            try:
                return ask(self._cache)
            except CacheAwayError:
                self.alone = True
            except Exception as exc:  # noqa: BLE001 - any backend, any error
                self.alone = True
                self._rests_until = time.monotonic() + _REST
                logger.warning(
                    "The cache failed (%s); for %d s this process keeps the API's limits alone",
                    failure(exc),
                    _REST,
                )
        return ask(self._own)


class Presence:
    """Counts the processes that share a cache: each writes a line in each slot of time."""

    def __init__(self, cache: SharedCache, name: str) -> None:
        self._cache = cache
        self._ledger = Ledger(cache, name, _AROUND)
        self._slot = -1

    def note(self, now: float) -> None:
        """Be counted, and count the others; where the cache is one that may go away."""
        slot = self._ledger.slot(now)
        if slot == self._slot or self._cache.alone or not self._cache.may_go:
            return
        self._slot = slot
        self._ledger.write(now, lambda _: 1)
        if not self._cache.alone:
            self._cache.processes = max(count for _, count in self._ledger.entries(now))
