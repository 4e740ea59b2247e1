"""Forecast what a pull will cost before it starts: functions of plain values."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from esi.core.rate_limits.rules import PRICE

if TYPE_CHECKING:
    from collections.abc import Sequence

LATENCY = 0.2  # seconds of a request, before this process has measured any
_SAMPLES = 10


class Latency:
    """Mean number of seconds from sending a request to its last byte, over recent requests.

    `idle` is the mean without the processor time that the process used meanwhile, `waited` without
    that of the thread which sent the request.
    """

    def __init__(self) -> None:
        self.seconds = self.idle = self.waited = LATENCY
        self._count = 0

    def record(self, seconds: float, busy: float = 0.0, own: float = 0.0) -> None:
        """Add one request, and the processor time of the process and of the thread meanwhile."""
        self._count = min(self._count + 1, _SAMPLES)
        self.seconds += (seconds - self.seconds) / self._count
        self.idle += (max(seconds - busy, 0.0) - self.idle) / self._count
        self.waited += (max(seconds - own, 0.0) - self.waited) / self._count


@dataclass(frozen=True, slots=True)
class CallPages:
    """Number of pages of one call (None if unknown), and how many the cache can serve."""

    pages: int | None = 1
    cached: int = 0


@dataclass(frozen=True, slots=True)
class Budget:
    """State of a token bucket or of the error limit, which has no group: only failures use it up.

    `returns` lists what was spent within the window: (seconds until it comes back, number).
    `stopped` is the number of seconds for which the API has closed it; `waiting` and `in_flight`
    are requests of this process. `user` is empty for this address.
    """

    group: str
    size: int
    window: float
    left: int
    returns: tuple[tuple[float, int], ...] = ()
    user: str = ""
    in_flight: int = 0
    stopped: float = 0.0
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """Expected cost of some calls; numbers, and the seconds until the last response arrives.

    `tokens` is the price if all requests succeed; `errors_at_risk` counts against the error limit
    if every call fails (0 where a bucket pays); `estimated` calls have a guessed page count.
    """

    calls: int
    requests: int
    cached: int
    tokens: int
    errors_at_risk: int
    seconds: float
    estimated: int


def forecast(
    calls: Sequence[CallPages], budget: Budget, *, latency: float = LATENCY, concurrency: int = 1
) -> Forecast:
    """Return what calls will cost, and how long they take if a request takes `latency` seconds."""
    known = [call.pages for call in calls if call.pages is not None]
    guess = max(round(sum(known) / len(known)), 1) if known else 1
    needs = [max((call.pages or guess) - call.cached, 0) for call in calls]
    requests = sum(needs)
    tokens = requests * PRICE if budget.group else 0
    waiting = latency * _rounds(calls, needs, max(concurrency, 1))
    return Forecast(
        calls=len(calls),
        requests=requests,
        cached=sum(call.cached for call in calls),
        tokens=tokens,
        errors_at_risk=0 if budget.group else sum(1 for need in needs if need),
        seconds=max(waiting, seconds_to_spend(tokens, budget)),
        estimated=len(calls) - len(known),
    )


def _rounds(calls: Sequence[CallPages], needs: Sequence[int], concurrency: int) -> int:
    """Return in how many rounds of `concurrency` requests all responses arrive.

    Few unknown first pages are a round of their own: the pages after them wait for it.
    """
    first = [n for call, n in zip(calls, needs, strict=True) if n and not call.cached]
    alone = len(first) if any(need > 1 for need in first) and len(first) < concurrency else 0
    rounds = math.ceil((sum(needs) - alone) / concurrency)
    # A listing sends its next request when one of its own pages has arrived: a place that another
    # listing has left stays empty until then.
    uneven = rounds > 1 and sum(1 for need in needs if need > 1) > 1
    return rounds + bool(alone) + uneven


def seconds_to_spend(tokens: int, budget: Budget) -> float:
    """Return the seconds until the last of `tokens` can be spent, infinite without a budget."""
    if tokens > 0 and budget.size <= 0:
        return math.inf
    returns = list(budget.returns)
    heapq.heapify(returns)
    now, left = 0.0, min(budget.left, budget.size)
    while True:
        taken = min(left, tokens)
        tokens -= taken
        left -= taken
        if tokens <= 0:
            return now
        if taken:
            heapq.heappush(returns, (now + budget.window, taken))
        if not returns:  # spent by an unknown program: back within a window
            returns.append((now + budget.window, budget.size))
        at, number = heapq.heappop(returns)
        now, left = max(now, at), left + number
