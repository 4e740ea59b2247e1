"""Count calls against budgets that a program sets itself, in addition to the API's.

All processes that share a cache count together, in ledgers. A call counts for the length of the
window, so that no period of that length ever has more calls than the limit.
"""

from __future__ import annotations

import hashlib
import math
import threading
import time
from typing import TYPE_CHECKING

from esi.core import fork
from esi.core.cache.protocol import SharedCache
from esi.core.rate_limits import rules as limit_rules
from esi.core.rate_limits.buckets import Lease
from esi.core.rate_limits.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.cache.protocol import Cache

_MAX_BUDGETS = 5000
_MIN_WINDOW = 1.0  # seconds; the slots of a shorter one would be too many to read
_CALLS_PER_ENTRY = 1000  # one more call for each entry of the ledger, per so many of the limit


class CallBudgets:
    """Budgets of all processes that share a cache; each has a name, a limit and a window.

    Thread-safe.
    """

    def __init__(self, cache: Cache, clock: Callable[[], float] = time.time) -> None:
        self._cache = SharedCache(cache)
        self._clock = clock
        self.after_fork()
        fork.watch(self)

    def after_fork(self) -> None:
        """Start afresh: a child must not spend what its parent has reserved."""
        self._lock = threading.Lock()
        self._leases: dict[tuple[str, float], Lease] = {}

    def take(self, name: str, limit: int, window: float, calls: int = 1) -> float:
        """Count calls if the budget has them; return 0, or the seconds until it has."""
        with self._lock:
            now = self._clock()
            lease = self._lease(name, limit, window, now)
            size = lease.ledger.limit(limit, calls, now)
            expected = 1 + limit // _CALLS_PER_ENTRY
            missing = calls - lease.balance
            if missing <= 0 or lease.reserve(now, missing, expected, size):
                lease.balance -= calls
                return 0.0
            return self._wait(lease, calls, limit, now)

    def count(self, name: str, limit: int, window: float, calls: int) -> int:
        """Count calls even beyond the limit; return how many are left."""
        with self._lock:
            now = self._clock()
            lease = self._lease(name, limit, window, now)
            self._count(lease, max(calls, 0), now)
            return self._left(lease, limit, now)

    def left(self, name: str, limit: int, window: float) -> int:
        """Return how many calls are left."""
        with self._lock:
            now = self._clock()
            return self._left(self._lease(name, limit, window, now), limit, now)

    def wait(self, name: str, limit: int, window: float) -> float:
        """Return the seconds until a call is left; 0 if there is one."""
        with self._lock:
            now = self._clock()
            lease = self._lease(name, limit, window, now)
            return 0.0 if self._left(lease, limit, now) else self._wait(lease, 1, limit, now)

    def set_left(self, name: str, limit: int, window: float, calls: int) -> None:
        """Let this many calls be left, at most the limit."""
        with self._lock:
            now = self._clock()
            lease = self._lease(name, limit, window, now)
            lease.release()
            lease.ledger.clear(now)
            self._count(lease, limit - min(max(calls, 0), limit), now)

    def _lease(self, name: str, limit: int, window: float, now: float) -> Lease:
        if not (limit >= 0 and 0 < window < math.inf):
            raise ValueError(
                f"The bucket {name!r} allows {limit!r} calls in {window!r} s; pass a number of "
                "calls, and seconds above 0."
            )
        if self._cache.recover():
            for lease in self._leases.values():
                lease.ledger.rejoin(now)
        key = name, max(float(window), _MIN_WINDOW)
        if key not in self._leases:
            if len(self._leases) >= _MAX_BUDGETS:
                for lease in self._leases.values():
                    lease.release()
                self._leases.clear()
            digest = hashlib.sha256(repr(key).encode()).hexdigest()[:20]
            self._leases[key] = Lease(Ledger(self._cache, f"esi_calls_{digest}", key[1]))
        lease = self._leases[key]
        lease.end_slot(now)
        return lease

    def _count(self, lease: Lease, calls: int, now: float) -> None:
        lease.balance -= calls
        if lease.balance < 0:
            lease.charge(now, -lease.balance)

    def _left(self, lease: Lease, limit: int, now: float) -> int:
        lease.ledger.refresh(now)
        return max(limit - lease.spent(now), 0)

    def _wait(self, lease: Lease, calls: int, limit: int, now: float) -> float:
        ledger = lease.ledger
        seconds = limit_rules.wait(calls, limit, ledger.expiries(now), now)
        # Cap the wait: an entry that expires later than a window from now is of another clock.
        longest = ledger.window + ledger.length
        return longest if seconds is None else min(max(seconds, ledger.length / 10), longest)
