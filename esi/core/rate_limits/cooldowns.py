"""Share cool-downs after refusals: scopes that the API has closed for some time.

A refusal closes every route, a group of routes for a user, or one operation. An entry of the ledger
holds the hash of such a scope, 20 bits, and the time until which it is closed.
"""

from __future__ import annotations

import math
import time
import zlib
from typing import TYPE_CHECKING

from esi.core import cancellation
from esi.core.rate_limits.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi.core.cache.protocol import Cache

LONGEST = 3600.0  # seconds: the longest window that the API's headers can name

# Seconds between two reads of other processes' refusals. In a pull one thread reads for the others.
POLL_INTERVAL = 0.02
_POLL_INTERVAL_IN_PULLS = 0.1
_INTERVAL_PER_READ = 10  # reads of a distant cache take at most a tenth of the time,
_MAX_INTERVAL = 1.0  # seconds, but a single slow read delays the next one by no more than this
_NEVER = float("-inf")
_TIME_BITS = 43  # of an entry: milliseconds since the epoch


def scope_hash(*name: str) -> int:
    """Hash a scope's name to 20 bits; scopes with the same hash merely wait for each other."""
    return zlib.crc32(repr(name).encode()) & 0xFFFFF


class Cooldowns:
    """Closed scopes as one process knows them, with a ledger for each host. Callers hold a lock."""

    def __init__(self, cache: Cache, ledger_name: Callable[[str], str]) -> None:
        self._cache = cache
        self._ledger_name = ledger_name
        self._ledgers: dict[str, Ledger] = {}
        self._until: dict[int, float] = {}
        self._polled_at: dict[str, float] = {}
        self._read_seconds = 0.0

    def longest(self, host: str, scopes: Iterable[int], now: float) -> tuple[float, int]:
        """Return (seconds until all scopes are open, index of the last to open); 0 if all are."""
        self.poll(host, now, _POLL_INTERVAL_IN_PULLS if cancellation.in_scope() else POLL_INTERVAL)
        waits = [self.seconds(scope, now) for scope in scopes]
        longest = max(waits)
        return min(longest, LONGEST), waits.index(longest)

    def seconds(self, scope: int, now: float) -> float:
        """Return the seconds until a scope is open, as of the last poll."""
        return max(self._until.get(scope, 0.0) - now, 0.0)

    def poll(self, host: str, now: float, interval: float = 0.0) -> None:
        """Read other processes' refusals if the last read was `interval` seconds ago."""
        if interval:
            interval = max(interval, min(_INTERVAL_PER_READ * self._read_seconds, _MAX_INTERVAL))
        if 0 <= now - self._polled_at.get(host, _NEVER) < interval:
            return
        self._polled_at[host] = now
        began = time.perf_counter()
        self._ledger(host).read(now)
        self._read_seconds = time.perf_counter() - began
        for scope in [scope for scope, until in self._until.items() if until <= now]:
            del self._until[scope]
        for scope, until in self._until.items():  # the clock may have been set back
            self._until[scope] = min(until, now + LONGEST)

    def close(self, host: str, scope: int, seconds: float, now: float) -> None:
        """Close a scope for all processes."""
        entry = scope << _TIME_BITS | math.ceil((now + seconds) * 1000)
        self._apply(entry)
        self._ledger(host).write(now, lambda _: entry)

    def rejoin(self, now: float) -> None:
        """Exchange refusals with the other processes after the cache was unavailable."""
        for ledger in self._ledgers.values():
            ledger.rejoin(now)

    def _ledger(self, host: str) -> Ledger:
        if host not in self._ledgers:
            name = self._ledger_name(host)
            self._ledgers[host] = Ledger(self._cache, name, LONGEST, self._apply)
        return self._ledgers[host]

    def _apply(self, entry: int) -> None:
        scope, until = entry >> _TIME_BITS, (entry & (1 << _TIME_BITS) - 1) / 1000
        self._until[scope] = max(self._until.get(scope, 0.0), until)
