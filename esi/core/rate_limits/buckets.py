"""One budget as one process sees it: what it has set aside, what is in flight, when to wait.

`take` is asked before a request goes out and says how many seconds to wait: 0 for "go", None for
"when one of your own requests is answered". `settle` is told what came of it. Callers hold a lock.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from esi.core.rate_limits import rules as limit_rules
from esi.core.rate_limits.ledger import Ledger

if TYPE_CHECKING:
    from esi.core.cache.protocol import Cache
    from esi.core.http.rates import Rate
    from esi.core.rate_limits.ledger import Entry
    from esi.core.rate_limits.rules import Report

_FIRST_LEASE = 32  # tokens set aside at first, as far as the bucket is large
_GROWTH = 4  # of what is set aside, while a slot of time lasts
_SHORTEST = 0.05  # seconds; a wait shorter than this would only spin
_RECENT = 20  # answers whose highest price the next request is expected to have


@dataclass(slots=True)
class Grant:
    """Leave to send one request: what was set aside for it, and when."""

    price: int = 0
    slot: int = -1


class Lease:
    """What this process has set aside of a shared budget, in the present slot of time."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.balance = 0
        self._lines: list[Entry] = []
        self._reread_at = 0.0

    def turn(self, now: float) -> bool:
        """Give back what the slot that is over has left; tell whether one is over."""
        over = bool(self._lines) and self._lines[0].slot != self.ledger.slot(now)
        if over:
            self.give_back()
        return over

    def give_back(self) -> None:
        """Give back what is left."""
        for line in reversed(self._lines):
            cut = min(line.value, self.balance)
            if cut > 0:
                self.ledger.correct(line, line.value - cut)
                self.balance -= cut
        self._lines.clear()
        self.balance = 0

    def fill(self, now: float, need: int, expected: int, size: int) -> bool:
        """Set `need` or more aside where the budget has it; else nothing."""

        def want(used: int) -> int:
            left = size - used
            return limit_rules.lease(need, expected, left) if left >= need else 0

        line = self.ledger.write(now, want)
        if line is None and not 0 <= now - self._reread_at < self.ledger.length / 4:
            self._reread_at = now
            self.ledger.read_again(now)
            line = self.ledger.write(now, want)
        return self._put(line)

    def charge(self, now: float, number: int) -> None:
        """Set aside what was spent already, whatever the budget has."""
        self._put(self.ledger.write(now, lambda _: number))

    def settle(self, now: float, grant: Grant, cost: int) -> None:
        """Put back the rest of what a request was expected to cost, or add what it cost more.

        What is answered in a later slot is spent there; the earlier slot keeps what it set aside.
        """
        self.turn(now)
        self.balance -= cost
        if grant.slot == self.ledger.slot(now):
            self.balance += grant.price
        if self.balance < 0:
            self.charge(now, -self.balance)

    def _put(self, line: Entry | None) -> bool:
        if line is None:
            return False
        self._lines.append(line)
        self.balance += line.value
        return True


class TokenBucket:
    """Tokens of a group of routes and a user.

    `foreign` is what others spent who do not write into our ledger, by the API's last answer: it
    is known how much, but not when it comes back. So when only that stands in the way, one request
    of all processes is let through in each slot of time, and its answer tells.
    """

    def __init__(self, cache: Cache, name: str, rate: Rate) -> None:
        self.rate = rate
        self.name = name
        self.cache = cache
        self.purse = self._new_purse()
        self.in_flight = 0
        self.foreign = 0
        self._foreign_at = 0.0
        self._foreign_read: bytes = b""  # as it was last met in the cache
        self._heard = False
        self._expected = _FIRST_LEASE
        self._prices: deque[int] = deque([limit_rules.PRICE], maxlen=_RECENT)

    @property
    def ledger(self) -> Ledger:
        """Where all processes' spending is written."""
        return self.purse.ledger

    def take(self, now: float) -> tuple[Grant, float | None]:
        """Set aside the price of a request; (grant, seconds to wait)."""
        if self.in_flight and not self._heard:  # is it drained? One request is enough to know
            return Grant(), None
        if self.purse.turn(now):
            self._expected = _FIRST_LEASE
        price = min(max(self._prices), self.rate.tokens)
        missing = price - self.purse.balance
        if missing > 0 and (wait := self._fill(now, missing)):
            return Grant(), wait
        self.purse.balance -= price
        self.in_flight += 1
        return Grant(price, self.ledger.slot(now)), 0.0

    def settle(
        self, grant: Grant, now: float, status: int | None, cost: int, report: Report | None
    ) -> None:
        """Learn what came of a request; `status` is None where no answer came."""
        self.in_flight -= 1
        self.purse.settle(now, grant, grant.price if status is None else cost)
        if status is None:
            return
        self._heard = status != 429
        if cost:
            self._prices.append(max(cost, limit_rules.PRICE))
        if report:
            self._adopt(report, now, cost)

    def expect(self, requests: int) -> None:
        """So many requests are about to come."""
        self._expected = max(self._expected, limit_rules.PRICE * requests)

    def left(self, now: float) -> int:
        """Tokens that may be spent now."""
        self._read_foreign(now)
        self.ledger.read_again(now)
        used = self.ledger.used(now) - self.purse.balance
        return max(self.rate.tokens - self.foreign - used, 0)

    def _new_purse(self) -> Lease:
        name = f"{self.name}_{self.rate.window:.0f}"
        return Lease(Ledger(self.cache, name, self.rate.window))

    def _fill(self, now: float, missing: int) -> float:
        self._read_foreign(now)
        size = self.ledger.share(self.rate.tokens - self.foreign, missing, now)
        if self.purse.fill(now, missing, self._expected, size):
            self._expected = min(self._expected * _GROWTH, self.rate.tokens)
            return 0.0
        waits = [limit_rules.wait(missing, size, self.ledger.entries(now), now)]
        if self.foreign and self.ledger.used(now) + missing <= self.rate.tokens:
            if self._is_probe(now):
                self.purse.charge(now, missing)
                return 0.0
            waits.append((self.ledger.slot(now) + 1) * self.ledger.length - now)
        found = [wait for wait in waits if wait is not None]
        return max(min(found, default=self.rate.window), _SHORTEST)

    def _is_probe(self, now: float) -> bool:
        if self.ledger.slot(now) == self.ledger.slot(self._foreign_at):
            return False  # the last answer is as good as another would be
        key = f"{self.name}_probe_{self.ledger.slot(now)}"
        return bool(self.cache.add(key, 1, int(self.rate.window) + 1))

    def _adopt(self, report: Report, now: float, cost: int) -> None:
        """Believe the API where it is stricter than what we knew."""
        rate = self.rate.stricter(report.rate)
        if rate.window != self.rate.window:  # another book; what told us of it is its first line
            self.rate = rate
            self.purse = self._new_purse()
            self.purse.settle(now, Grant(), cost)
        self.rate = rate
        if report.left is None:
            return
        if self.purse.balance > report.left:  # set aside when more seemed to be there
            self.purse.give_back()
        # Answers overtake each other, so far from the limit the number is not worth its writing.
        slack = report.left // 16
        foreign = self._unknown_to_us(report.left, now)
        if foreign > self.foreign + slack:  # or another process's, and we have not read of it?
            self.ledger.read(now)
            foreign = self._unknown_to_us(report.left, now)
        if foreign > self.foreign + slack or foreign < self.foreign - slack:
            self._share_foreign(foreign, now)
        elif foreign:
            self._foreign_at = now

    def _unknown_to_us(self, left: int, now: float) -> int:
        ours = self.ledger.used(now) - self.purse.balance
        return max(self.rate.tokens - ours - left, 0)

    def _share_foreign(self, foreign: int, now: float) -> None:
        self.foreign, self._foreign_at = foreign, now
        text = f"{foreign} {now:.3f}".encode()
        self._foreign_read = text
        self.cache.set(f"{self.name}_foreign", text, int(self.rate.window) + 1)

    def _read_foreign(self, now: float) -> None:
        found = self.cache.get(f"{self.name}_foreign")
        self._foreign_at = min(self._foreign_at, now)  # the clock may have gone back
        if isinstance(found, bytes) and found != self._foreign_read:
            self._foreign_read = found
            number, _, when = found.decode().partition(" ")
            if float(when) > self._foreign_at:
                self.foreign, self._foreign_at = int(number), min(float(when), now)
        if now - self._foreign_at > self.rate.window:
            self.foreign = 0


class ErrorBudget:
    """The error limit of routes without a group.

    While few errors happened, requests go without asking the others, at first few at a time: a
    burst of failures must not be in flight before the first is known. Past half of the budget each
    request sets one error aside.
    """

    FIRST = 4  # requests in flight at once, before anything is known
    MOST = 1024
    READ_EVERY = 0.25  # seconds
    SIZE = limit_rules.ERRORS - limit_rules.ERRORS_IN_HAND

    def __init__(self, cache: Cache, name: str) -> None:
        self.purse = Lease(Ledger(cache, name, limit_rules.WINDOW))
        self.in_flight = 0
        self.together = self.FIRST
        self._read_at = 0.0
        self._left = limit_rules.ERRORS
        self._until = 0.0

    @property
    def ledger(self) -> Ledger:
        """Where all processes' errors are written."""
        return self.purse.ledger

    def take(self, now: float) -> tuple[Grant, float | None]:
        """Ask for leave to send a request; (grant, seconds to wait)."""
        if self.in_flight >= self.together:
            return Grant(), None
        if not 0 <= now - self._read_at < self.READ_EVERY:
            self._read_at = now
            self.ledger.read(now)
        if self.used(now) < self.ledger.share(limit_rules.ERRORS // 2, 0, now):
            self.in_flight += 1
            return Grant(), 0.0
        self.purse.turn(now)
        size = self.ledger.share(self.SIZE - self._foreign(now), 1, now)
        if self.purse.balance < 1 and not self.purse.fill(now, 1, 1, size):
            if self.in_flight:
                return Grant(), None
            wait = limit_rules.wait(1, self.SIZE, self.ledger.entries(now), now) or 0.0
            if self._foreign(now):
                wait = max(wait, self._until - now)
            return Grant(), max(wait, _SHORTEST)
        self.purse.balance -= 1
        self.in_flight += 1
        return Grant(1, self.ledger.slot(now)), 0.0

    def settle(
        self, grant: Grant, now: float, *, failed: bool, left: tuple[int, float] | None
    ) -> None:
        """Learn what came of a request; `left` is what the answer said of the budget."""
        self.in_flight -= 1
        self.purse.settle(now, grant, int(failed))
        if not self.in_flight:
            self.purse.give_back()
        if failed:
            self.together = max(self.together // 2, 1)
        else:
            self.together = min(self.together + 1, self.MOST)
        if left:
            self._left, self._until = left[0], now + min(left[1], limit_rules.WINDOW)

    def used(self, now: float) -> int:
        """Errors within the window: ours, or all that the API counts where these are more."""
        return self.ledger.used(now) - self.purse.balance + self._foreign(now)

    def left(self, now: float) -> int:
        """Errors that may still happen before requests wait."""
        self.ledger.read_again(now)
        return max(self.SIZE - self.used(now), 0)

    def _foreign(self, now: float) -> int:
        """Errors that the API counts and our ledger does not."""
        if not 0 < self._until - now <= limit_rules.WINDOW:
            return 0
        ours = self.ledger.used(now) - self.purse.balance
        return max(limit_rules.ERRORS - self._left - ours, 0)
