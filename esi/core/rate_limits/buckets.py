"""Track budgets in one process: reservations, requests in flight, and the time to wait.

`acquire` is called before a request is sent and returns the seconds to wait: 0 if it may go, None
if it must wait for a response to another request of this process. `settle` is called with the
outcome. Callers hold a lock.
"""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from esi.core.rate_limits import rules as limit_rules
from esi.core.rate_limits.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.cache.protocol import Cache
    from esi.core.http.rates import Rate
    from esi.core.rate_limits.ledger import Entry
    from esi.core.rate_limits.rules import Report

_FIRST_LEASE = 32  # tokens reserved at first, if the bucket is large enough
_GROWTH = 4  # factor between one lease and the next within a slot
_MIN_WAIT = 0.05  # seconds; a shorter wait would only spin
_FOREIGN = re.compile(rb"([0-9]{1,15}) ([0-9]{1,12}\.[0-9]{3})")  # tokens, and when
_RECENT = 20  # responses whose highest price the next request is expected to cost


class Reservation(NamedTuple):
    """Tokens reserved for one request, and in which slot."""

    price: int = 0
    slot: int = -1


class Lease:
    """Part of a shared budget that this process has reserved in the current slot."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.balance = 0
        self._entries: list[Entry] = []
        self._refreshed_at = 0.0

    def spent(self, now: float) -> int:
        """Return the tokens spent or reserved in the window, without this process's balance."""
        return max(self.ledger.used(now) - self.balance, 0)

    def end_slot(self, now: float) -> bool:
        """Release what is left of a slot that is over; return True if one is."""
        over = bool(self._entries) and self._entries[0].slot != self.ledger.slot(now)
        if over:
            self.release()
        return over

    def release(self) -> None:
        """Return the balance to the shared budget."""
        for entry in reversed(self._entries):
            cut = min(entry.value, self.balance)
            if cut > 0:
                self.ledger.lower(entry, entry.value - cut)
                self.balance -= cut
        self._entries.clear()
        self.balance = 0

    def reserve(self, now: float, need: int, expected: int, size: int) -> bool:
        """Reserve `need` or more if the budget has it; return False if it does not."""

        def amount(used: int) -> int:
            left = size - used
            return limit_rules.lease(need, expected, left) if left >= need else 0

        reserved = self._write(now, amount)
        if not reserved and not 0 <= now - self._refreshed_at < self.ledger.length / 4:
            self._refreshed_at = now
            self.ledger.refresh(now)
            reserved = self._write(now, amount)
        return reserved

    def charge(self, now: float, number: int) -> None:
        """Reserve what is already spent, even beyond the budget."""
        self._write(now, lambda _: number)

    def settle(self, now: float, reservation: Reservation, cost: int) -> None:
        """Replace the expected cost of a request by its real cost, in the slot of the response."""
        self.end_slot(now)
        self.balance -= cost
        if reservation.slot == self.ledger.slot(now):
            self.balance += reservation.price
        if self.balance < 0:
            self.charge(now, -self.balance)

    def _write(self, now: float, amount: Callable[[int], int]) -> bool:
        if entry := self.ledger.write(now, amount):
            self._entries.append(entry)
            self.balance += entry.value
        return entry is not None


class _Spending:
    """Base of both kinds of budgets: a lease on the ledger of all processes, and requests."""

    def __init__(self, lease: Lease) -> None:
        self.lease = lease
        self.in_flight = 0

    @property
    def ledger(self) -> Ledger:
        """Ledger of all processes' spending."""
        return self.lease.ledger

    def cancel(self, reservation: Reservation, now: float) -> None:
        """Return a reservation: another budget pays for the request."""
        self.in_flight -= 1
        self.lease.settle(now, reservation, 0)


class TokenBucket(_Spending):
    """Token bucket of a group of routes and a user.

    `foreign` is the number of tokens that clients without our ledger have spent, by the API's last
    response. Nobody knows when they return: if only these block a request, one request in each
    slot probes the API.
    """

    def __init__(self, cache: Cache, name: str, rate: Rate) -> None:
        self.rate = rate
        self.size = rate.tokens
        self.name = name
        self.cache = cache
        super().__init__(self._new_lease())
        self.foreign = 0
        self._foreign_at = 0.0
        self._foreign_stored: bytes = b""  # as last read from the cache
        self._confirmed = False  # the last response was no 429
        self._expected = _FIRST_LEASE
        self._prices: deque[int] = deque([limit_rules.PRICE], maxlen=_RECENT)

    def acquire(self, now: float) -> tuple[Reservation, float | None]:
        """Reserve the price of a request; return (reservation, seconds to wait)."""
        if self.in_flight and not self._confirmed:  # one request shows whether it is drained
            return Reservation(), None
        if self.lease.end_slot(now):
            self._expected = _FIRST_LEASE
        price = min(max(self._prices), self.rate.tokens)
        missing = price - self.lease.balance
        if missing > 0 and (wait := self._reserve(now, missing)):
            return Reservation(), wait
        self.lease.balance -= price
        self.in_flight += 1
        return Reservation(price, self.ledger.slot(now)), 0.0

    def settle(
        self,
        reservation: Reservation,
        now: float,
        status: int | None,
        cost: int,
        report: Report | None,
    ) -> None:
        """Record the outcome of a request; `status` is None without a response."""
        self.in_flight -= 1
        self.lease.settle(now, reservation, reservation.price if status is None else cost)
        if status is None:
            return
        self._confirmed = status != 429
        if cost:
            self._prices.append(max(cost, limit_rules.PRICE))
        if report:
            self._adopt(report, now, cost)

    def expect(self, requests: int) -> None:
        """Prepare for a number of requests: later leases are as large as they need."""
        self._expected = max(self._expected, limit_rules.PRICE * requests)

    def left(self, now: float) -> int:
        """Return the tokens that may be spent now."""
        self._read_foreign(now)
        self.ledger.refresh(now)
        return max(self.rate.tokens - self.foreign - self.lease.spent(now), 0)

    def _new_lease(self) -> Lease:
        name = f"{self.name}_{self.rate.window:.0f}"
        return Lease(Ledger(self.cache, name, self.rate.window))

    def _reserve(self, now: float, missing: int) -> float:
        """Reserve tokens; return 0, or the seconds to wait for them."""
        self._read_foreign(now)
        size = self.ledger.limit(self.rate.tokens - self.foreign, missing, now)
        if self.lease.reserve(now, missing, self._expected, size):
            self._expected = min(self._expected * _GROWTH, self.rate.tokens)
            return 0.0
        waits = [limit_rules.wait(missing, size, self.ledger.expiries(now), now)]
        if self.foreign and self.ledger.used(now) + missing <= self.rate.tokens:
            if self._may_probe(now):
                self.lease.charge(now, missing)
                return 0.0
            waits.append((self.ledger.slot(now) + 1) * self.ledger.length - now)
        # An entry that expires later than a window from now was written by another clock.
        longest = self.rate.window + self.ledger.length
        return max(min([*(wait for wait in waits if wait is not None), longest]), _MIN_WAIT)

    def _may_probe(self, now: float) -> bool:
        if self.ledger.slot(now) == self.ledger.slot(self._foreign_at):
            return False  # the last response is recent enough
        key = f"{self.name}_probe_{self.ledger.slot(now)}"
        return bool(self.cache.add(key, 1, int(self.rate.window) + 1))

    def _adopt(self, report: Report, now: float, cost: int) -> None:
        """Adopt what the API reports where it is stricter."""
        window, self.rate = self.rate.window, self.rate.stricter(report.rate)
        self.size = self.rate.tokens
        if self.rate.window != window:  # a new ledger, which begins with this response
            self.lease = self._new_lease()
            self.lease.settle(now, Reservation(), cost)
        if report.left is None:
            return
        if self.lease.balance > report.left:  # reserved when more seemed to be left
            self.lease.release()
        # Responses overtake each other: far from the limit the number is not worth storing.
        slack = report.left // 16
        foreign = self._unaccounted(report.left, now)
        if foreign > self.foreign + slack:  # unless another process spent it in the meantime
            self.ledger.read(now)
            foreign = self._unaccounted(report.left, now)
        if foreign > self.foreign + slack or foreign < self.foreign - slack:
            self._store_foreign(foreign, now)
        elif foreign:
            self._foreign_at = now

    def _unaccounted(self, left: int, now: float) -> int:
        return max(self.rate.tokens - self.lease.spent(now) - left, 0)

    def _store_foreign(self, foreign: int, now: float) -> None:
        self.foreign, self._foreign_at = foreign, now
        text = f"{foreign} {now:.3f}".encode()
        self._foreign_stored = text
        self.cache.set(f"{self.name}_foreign", text, int(self.rate.window) + 1)

    def _read_foreign(self, now: float) -> None:
        found = self.cache.get(f"{self.name}_foreign")
        self._foreign_at = min(self._foreign_at, now)  # the clock may have been set back
        if isinstance(found, bytes) and found != self._foreign_stored:
            self._foreign_stored = found
            if (parsed := _FOREIGN.fullmatch(found)) and float(parsed[2]) > self._foreign_at:
                self.foreign = min(int(parsed[1]), self.rate.tokens)
                self._foreign_at = min(float(parsed[2]), now)
        if now - self._foreign_at > self.rate.window:
            self.foreign = 0


class ErrorBudget(_Spending):
    """Error limit of routes without a group.

    Requests reserve no error until half of the budget is used, but few go at first: no burst of
    failures is in flight before the first of them is known.
    """

    FIRST_IN_FLIGHT = 4  # before anything is known
    MAX_IN_FLIGHT = 1024
    READ_INTERVAL = 0.25  # seconds
    size = limit_rules.ERRORS - limit_rules.RESERVED_ERRORS

    def __init__(self, cache: Cache, name: str) -> None:
        super().__init__(Lease(Ledger(cache, name, limit_rules.WINDOW)))
        self.max_in_flight = self.FIRST_IN_FLIGHT
        self._read_at = 0.0
        self._left = limit_rules.ERRORS
        self._until = 0.0

    def acquire(self, now: float) -> tuple[Reservation, float | None]:
        """Return (reservation, seconds to wait) for a request."""
        if self.in_flight >= self.max_in_flight:
            return Reservation(), None
        if not 0 <= now - self._read_at < self.READ_INTERVAL:
            self._read_at = now
            self.ledger.read(now)
        if self.used(now) < self.ledger.limit(limit_rules.ERRORS // 2, 0, now):
            self.in_flight += 1
            return Reservation(), 0.0
        self.lease.end_slot(now)
        size = self.ledger.limit(self.size - self._foreign(now), 1, now)
        if self.lease.balance < 1 and not self.lease.reserve(now, 1, 1, size):
            if self.in_flight:
                return Reservation(), None
            wait = limit_rules.wait(1, self.size, self.ledger.expiries(now), now) or 0.0
            if self._foreign(now):
                wait = max(wait, self._until - now)
            longest = limit_rules.WINDOW + self.ledger.length
            return Reservation(), max(min(wait, longest), _MIN_WAIT)
        self.lease.balance -= 1
        self.in_flight += 1
        return Reservation(1, self.ledger.slot(now)), 0.0

    def settle(
        self, reservation: Reservation, now: float, *, failed: bool, left: tuple[int, float] | None
    ) -> None:
        """Record the outcome of a request; `left` is what its headers say of the budget."""
        self.in_flight -= 1
        self.lease.settle(now, reservation, int(failed))
        if not self.in_flight:
            self.lease.release()
        if failed:
            self.max_in_flight = max(self.max_in_flight // 2, 1)
        else:
            self.max_in_flight = min(self.max_in_flight + 1, self.MAX_IN_FLIGHT)
        if left:
            self._left, self._until = left[0], now + min(left[1], limit_rules.WINDOW)

    def used(self, now: float) -> int:
        """Return the errors within the window: ours, or all that the API counts if more."""
        return self.lease.spent(now) + self._foreign(now)

    def left(self, now: float) -> int:
        """Return the errors that may still happen before requests wait."""
        self.ledger.refresh(now)
        return max(self.size - self.used(now), 0)

    def _foreign(self, now: float) -> int:
        """Return the errors that the API counts and our ledger does not."""
        if not 0 < self._until - now <= limit_rules.WINDOW:
            return 0
        return max(limit_rules.ERRORS - self._left - self.lease.spent(now), 0)
