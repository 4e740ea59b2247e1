"""Compute the price of requests, the limits that headers report, and the time to wait.

There are two limits (the API's documentation, "Rate limiting"):

- A token bucket for each group of routes and user: a response costs 2 tokens, a 304 one, a client
  error 5, a 429 or a server error none. A token returns one window after it was spent.
- The error limit of routes without a group: 100 responses of 400 or more a minute, then 420 on all
  routes until the minute is over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from esi._header_values import delay, number
from esi.core.http.rates import Rate, seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PRICE = 2  # tokens of a successful request
ERRORS = 100  # responses of 400 or more within the error limit
WINDOW = 60.0  # seconds of the error limit's window

# No response costs more; a higher `X-Ratelimit-Used` is a fault.
_MOST_USED = 100

# Errors never spent: at zero every route is closed, also for other programs at this address.
RESERVED_ERRORS = 5

# Statuses of a server that fails for a moment (the manual's "server errors").
TRANSIENT = frozenset({502, 503, 504})

# Words of the game server's own limits, which arrive as 500 or 520 (market history, mail).
_HIDDEN = re.compile(rb"rate.?limit|too many|stop.?spamming", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Report:
    """State of a bucket by a response's headers; `left` is None if they do not name it."""

    rate: Rate
    left: int | None

    @classmethod
    def from_http(cls, headers: Mapping[str, str]) -> Report | None:
        """Read `X-Ratelimit-*`; return None if the response has no bucket."""
        size, _, window = headers.get("x-ratelimit-limit", "").partition("/")
        length, tokens = seconds(window), number(size)
        group = headers.get("x-ratelimit-group")
        if not (group and length and tokens):
            return None
        return cls(Rate(group, tokens, length), number(headers.get("x-ratelimit-remaining")))


def tokens(status: int) -> int:
    """Return the price of a response with this status, in tokens."""
    if status == 429 or status >= 500:
        return 0
    if status >= 400:
        return 5
    return 1 if status >= 300 else 2


def spent(status: int, headers: Mapping[str, str]) -> int:
    """Return the tokens that a response cost; 0 on routes without a bucket (they send no group)."""
    if "x-ratelimit-group" not in headers:
        return 0
    used = number(headers.get("x-ratelimit-used"))
    return tokens(status) if used is None or used > _MOST_USED else used


def errors_left(headers: Mapping[str, str]) -> tuple[int, float] | None:
    """Return (errors still allowed, seconds until the window ends) by the headers, or None."""
    left = number(headers.get("x-esi-error-limit-remain"))
    reset = delay(headers, "x-esi-error-limit-reset")
    return None if left is None or reset is None else (left, reset)


def is_hidden(status: int, body: bytes) -> bool:
    """Return True for a limit in disguise, as market history responds: 520, or 500 with a text."""
    return status == 520 or (status == 500 and _HIDDEN.search(body[:4096]) is not None)


def lease(need: int, expected: int, left: int) -> int:
    """Return how many of the `left` tokens a process reserves: near the limit what it needs now."""
    return max(need, min(expected, left // 16))


def wait(need: int, size: int, expiries: Iterable[tuple[float, int]], now: float) -> float | None:
    """Return the seconds until `need` of `size` tokens have returned; None if they never do."""
    if need > size:
        return None
    expiries = sorted(expiries)
    over = sum(number for _, number in expiries) + need - size
    if over <= 0:
        return 0.0
    for when, returned in expiries:
        over -= returned
        if over <= 0:
            return max(when - now, 0.0)
    return None


def backoff(factor: float, attempt: int, jitter: float) -> float:
    """Return the seconds before a retry: doubled each time, and up to half of `factor` more."""
    return factor * (2.0 ** (attempt - 1) + jitter / 2)


def downtime(now: float) -> str:
    """Return a sentence about the daily downtime around that time (11:00 UTC), else nothing."""
    at = datetime.fromtimestamp(now, UTC).time()
    if not time(10, 55) <= at <= time(11, 30):
        return ""
    return (
        "EVE Online has its daily downtime at 11:00 UTC, and the API is unavailable for some "
        "minutes: try again at 11:30 UTC."
    )
