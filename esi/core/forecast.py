"""What a pull will cost, before it starts. Functions of plain values."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from esi.core.limits import PRICE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Seconds from sending to the last byte, where no request of this process has told.
LATENCY = 0.2


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
        seconds: until the last answer, waiting for the limit included.
        estimated: calls whose number of pages is a guess, the mean of those known.
    """

    calls: int
    requests: int
    cached: int
    tokens: int
    bytes: int
    errors_at_risk: int
    seconds: float
    estimated: int


def forecast(
    calls: Sequence[Call],
    budget: Budget,
    *,
    latency: float = LATENCY,
    concurrency: int = 1,
    body: float = 0,
) -> Forecast:
    """Add up what calls will cost, and how long they will take.

    Args:
        calls: what is known of each.
        budget: the one that pays for all of them.
        latency: seconds that a request takes.
        concurrency: requests under way at once.
        body: bytes of an answer, where the cache has none of these calls.
    """
    known = [call.pages for call in calls if call.pages is not None]
    guess = max(round(sum(known) / len(known)), 1) if known else 1
    needs = [max((call.pages or guess) - call.cached, 0) for call in calls]
    requests = sum(needs)
    tokens = requests * PRICE if budget.group else 0
    asking = sum(1 for need in needs if need)
    # The first page tells how many there are; those after it go out together.
    deep = (
        1
        if any(call.pages != 1 and need > 1 for call, need in zip(calls, needs, strict=True))
        else 0
    )
    rounds = math.ceil(requests / max(concurrency, 1)) + (deep if requests > 1 else 0)
    return Forecast(
        calls=len(calls),
        requests=requests,
        cached=sum(call.cached for call in calls),
        tokens=tokens,
        bytes=_bytes(calls, needs, body),
        errors_at_risk=0 if budget.group else asking,
        seconds=max(seconds_to_spend(tokens, budget), rounds * latency) if requests else 0.0,
        estimated=sum(1 for call in calls if call.pages is None),
    )


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
