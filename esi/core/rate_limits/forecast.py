"""What a pull will cost, before it starts. Functions of plain values."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from esi.core.rate_limits.rules import PRICE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Seconds of a request, where none of this process has told.
LATENCY = 0.2
_LATEST = 10


class Latency:
    """Seconds from sending to the last byte, in the mean of the latest requests."""

    def __init__(self) -> None:
        self.seconds = LATENCY
        self._told = 0

    def tell(self, seconds: float) -> None:
        """Count a request in."""
        self._told = min(self._told + 1, _LATEST)
        self.seconds += (seconds - self.seconds) / self._told


@dataclass(frozen=True, slots=True)
class Reading:
    """What this machine does for an answer, from bytes to columns: seconds of one core.

    As measured (docs/benchmarks.md); the interpreter does it for one answer after the other.
    """

    answer: float = 0.0015
    byte: float = 60e-9  # of a compressed one


_READING = Reading()


@dataclass(frozen=True, slots=True)
class Call:
    """One call: its pages (None: not known), and how many of them the cache still has.

    `stored` are the bytes of the bodies that the cache has of its pages, `due` of those among them
    that no longer hold, so that they may come again.
    """

    pages: int | None = 1
    cached: int = 0
    stored: tuple[int, ...] = ()
    due: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """What there is to spend now.

    `group` is empty for the error limit, which only failures use up. `returns` are (seconds until
    they come back, number) of what was spent within the window.
    """

    group: str
    size: int
    window: float
    left: int
    returns: tuple[tuple[float, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """What calls will cost.

    Attributes:
        calls: how many there are.
        requests: that will go out.
        cached: answers that the cache has.
        tokens: what the requests cost when all go well; less where nothing has changed.
        bytes: of the bodies to be transferred, compressed; less where nothing has changed.
        errors_at_risk: answers of 400 and more that count against the error limit if every call
            fails; where there is a bucket, failures cost tokens instead.
        seconds: until the last answer is read, waiting for the limit included.
        bound_by: what decides about them: `limit`, `answers` (waiting for them), `reading` (them on
            this machine), or nothing where there is nothing to ask.
        estimated: calls whose number of pages is a guess, the mean of those known.
    """

    calls: int
    requests: int
    cached: int
    tokens: int
    bytes: int
    errors_at_risk: int
    seconds: float
    bound_by: str
    estimated: int


def forecast(
    calls: Sequence[Call],
    budget: Budget,
    *,
    latency: float = LATENCY,
    concurrency: int = 1,
    body: float = 0,
    reading: Reading = _READING,
) -> Forecast:
    """Add up what calls will cost, and how long they will take.

    Args:
        calls: what is known of each.
        budget: the one that pays for all of them.
        latency: seconds that a request takes.
        concurrency: requests under way at once.
        body: bytes of an answer, where the cache has none of these calls.
        reading: what an answer costs this machine.
    """
    known = [call.pages for call in calls if call.pages is not None]
    guess = max(round(sum(known) / len(known)), 1) if known else 1
    needs = [max((call.pages or guess) - call.cached, 0) for call in calls]
    requests = sum(needs)
    tokens = requests * PRICE if budget.group else 0
    size = _bytes(calls, needs, body)
    pull = _Pull(
        requests,
        _opening(calls, needs),
        sum(1 for need in needs if need > 1),
        latency,
        max(concurrency, 1),
        reading.answer + (reading.byte * size / requests if requests else 0.0),
    )
    seconds = {
        "limit": seconds_to_spend(tokens, budget),
        "answers": pull.waiting,
        "reading": pull.reading,
    }
    bound_by = max(seconds, key=seconds.__getitem__) if requests else ""
    return Forecast(
        calls=len(calls),
        requests=requests,
        cached=sum(call.cached for call in calls),
        tokens=tokens,
        bytes=size,
        errors_at_risk=0 if budget.group else sum(1 for need in needs if need),
        seconds=seconds[bound_by] if bound_by else 0.0,
        bound_by=bound_by,
        estimated=sum(1 for call in calls if call.pages is None),
    )


def _opening(calls: Sequence[Call], needs: Sequence[int]) -> int:
    """Requests that have to be answered before others can go: first pages that tell of more.

    A listing of which the cache has a page has its first.
    """
    first = [n for call, n in zip(calls, needs, strict=True) if n and not call.cached]
    return len(first) if any(need > 1 for need in first) else 0


@dataclass(frozen=True, slots=True)
class _Pull:
    """Answers that come `concurrency` at a time, each after `latency`, and are read one by one.

    `opening` of them come before the others; where they are more than go out at once, those others
    fill the places that become free. `listings` is how many calls have several of them.
    """

    requests: int
    opening: int
    listings: int
    latency: float
    concurrency: int
    work: float  # seconds that an answer is read

    @property
    def waiting(self) -> float:
        """Seconds where reading keeps up: all rounds of answers, then those of one are read."""
        alone = self.opening if self.opening < self.concurrency else 0
        others = self.requests - alone
        rounds = math.ceil(others / self.concurrency)
        # A listing asks for more when one of its own pages has come: a place that another one has
        # left stays empty until then.
        uneven = rounds > 1 and self.listings > 1
        last = min(self.concurrency, others)
        return (rounds + bool(alone) + uneven) * self.latency + last * self.work

    @property
    def reading(self) -> float:
        """Seconds where it does not: the first answer comes, then there is always one to read."""
        return self.latency + self.requests * self.work


def _bytes(calls: Sequence[Call], needs: Sequence[int], body: float) -> int:
    """Bytes of the bodies that are needed.

    One that the cache had comes in its old size, another in the mean of those of its call, the last
    page of a listing as half of one. A call of which nothing is stored has pages as the others do.
    """
    own = [sum(call.stored) / len(call.stored) if call.stored else None for call in calls]
    weighed = [
        (size, call.pages or 1) for call, size in zip(calls, own, strict=True) if size is not None
    ]
    pages = sum(number for _, number in weighed)
    mean = sum(size * number for size, number in weighed) / pages if pages else body
    total = 0.0
    for call, need, size in zip(calls, needs, own, strict=True):
        page = mean if size is None else size
        new = max(need - len(call.due), 0)
        half = 0.5 if size is not None and new and (call.pages or 1) > 1 else 0.0
        total += sum(call.due) + (new - half) * page
    return round(total)


def seconds_to_spend(tokens: int, budget: Budget) -> float:
    """Seconds until the last of `tokens` can be spent, each as soon as it is there.

    Infinite where the budget has no size.
    """
    if tokens > 0 and budget.size <= 0:
        return math.inf
    returns = _heap(budget.returns)
    now, left = 0.0, min(budget.left, budget.size)
    while True:
        taken = min(left, tokens)
        tokens -= taken
        left -= taken
        if tokens <= 0:
            return now
        if taken:
            heapq.heappush(returns, (now + budget.window, taken))
        if not returns:  # more is spent than is known of: it is back a window later at the latest
            returns.append((now + budget.window, budget.size))
        at, number = heapq.heappop(returns)
        now, left = max(now, at), left + number


def _heap(returns: Iterable[tuple[float, int]]) -> list[tuple[float, int]]:
    heap = list(returns)
    heapq.heapify(heap)
    return heap
