"""What a request costs, what the API says of its limits, and how long to wait. Pure functions.

Two limits stand side by side (the API's documentation, "Rate limiting"):

- Token buckets, of a group of routes and a user: an answer costs 2 tokens, a 304 one, a client's
  error 5, a 429 or a server's error none. A token comes back one window after it was spent.
- The error limit of routes without a group: 100 answers of 400 and more a minute, then 420 on all
  routes until the minute is over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from esi.core.http.rates import Rate, seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PRICE = 2  # tokens of a request that goes well
ERRORS = 100  # answers of 400 and more that the error limit allows
WINDOW = 60.0  # seconds of the error limit's window

# Errors kept in hand: a budget at zero closes every route, for whatever else runs at this address.
ERRORS_IN_HAND = 5

# Statuses of a server that is ill for a moment (the manual's "server errors").
PASSING = frozenset({502, 503, 504})

# Words of the game server's own limits, which arrive as 500 or 520 (market history, mail).
_HIDDEN = re.compile(rb"rate.?limit|too many|stop.?spamming", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Report:
    """What an answer's headers say of its bucket; `left` is None where they are silent."""

    rate: Rate
    left: int | None

    @classmethod
    def from_http(cls, headers: Mapping[str, str]) -> Report | None:
        """Read `X-Ratelimit-*`, None where the answer has no bucket."""
        tokens, _, window = headers.get("x-ratelimit-limit", "").partition("/")
        length = seconds(window)
        group = headers.get("x-ratelimit-group")
        if not group or length is None or not tokens.isdigit() or int(tokens) == 0:
            return None
        left = headers.get("x-ratelimit-remaining", "")
        return cls(Rate(group, int(tokens), length), int(left) if left.isdigit() else None)


def tokens(status: int) -> int:
    """The price of an answer with this status, in tokens."""
    if status == 429 or status >= 500:
        return 0
    if status >= 400:
        return 5
    return 1 if status >= 300 else 2


def spent(status: int, headers: Mapping[str, str]) -> int:
    """Tokens that an answer cost its bucket; 0 on routes without one (they send no group)."""
    if "x-ratelimit-group" not in headers:
        return 0
    used = headers.get("x-ratelimit-used", "")
    return int(used) if used.isdigit() else tokens(status)


def errors_left(headers: Mapping[str, str]) -> tuple[int, float] | None:
    """(errors still allowed, seconds until the window ends) by an answer's headers, or None."""
    left = headers.get("x-esi-error-limit-remain", "")
    reset = headers.get("x-esi-error-limit-reset", "")
    if not left.isdigit() or not reset.isdigit():
        return None
    return int(left), float(reset)


def is_hidden(status: int, body: bytes) -> bool:
    """Whether an answer is a limit in disguise: 520, or a 500 whose text says so.

    Market history answers like this; it names no time to come back.
    """
    return status == 520 or (status == 500 and _HIDDEN.search(body[:4096]) is not None)


def lease(need: int, expected: int, left: int) -> int:
    """Tokens to set aside at once for this process, of those `left` in a shared bucket.

    Far from the limit as many as it expects to need, so that few requests have to ask the others;
    near it just what one request needs.
    """
    return max(need, min(expected, left // 16))


def wait(need: int, size: int, entries: Iterable[tuple[float, int]], now: float) -> float | None:
    """Seconds until `need` of `size` tokens are free.

    `entries` are (when they come back, tokens). None when they will never suffice.
    """
    if need > size:
        return None
    entries = sorted(entries)
    over = sum(number for _, number in entries) + need - size
    if over <= 0:
        return 0.0
    for when, number in entries:
        over -= number
        if over <= 0:
            return max(when - now, 0.0)
    return None


def backoff(factor: float, attempt: int, jitter: float) -> float:
    """Seconds before a retry: `factor`, doubled each time, and up to half a `factor` more.

    `jitter` is a number from 0 to 1. It keeps programs apart that failed at the same moment.
    """
    return factor * (2.0 ** (attempt - 1) + jitter / 2)


def downtime(now: float) -> str:
    """A sentence on the daily downtime when it is about that time (11:00 UTC), else nothing."""
    at = datetime.fromtimestamp(now, UTC).time()
    if not time(10, 55) <= at <= time(11, 30):
        return ""
    return (
        "EVE Online has its daily downtime at 11:00 UTC, and the API is ill or away for some "
        "minutes: try again at 11:30 UTC."
    )


class SteadyTime:
    """The wall's time, but for its jumps: these are followed a window later.

    Processes must agree on the time to share a bucket, so the wall's clock is the measure. When it
    is set anew, what was spent must neither come back at once nor stay away for long.
    """

    TOLERANCE = 5.0  # seconds: an adjustment smaller than this is followed
    HOLD = 900.0  # seconds: the longest window of the API's document

    def __init__(self) -> None:
        self._offset: float | None = None
        self._jumped_at: float | None = None

    def __call__(self, wall: float, steady: float) -> float:
        """The time now, by a clock that may jump and one that does not."""
        if self._offset is None:
            self._offset = wall - steady
        drift = wall - steady - self._offset
        if abs(drift) < self.TOLERANCE:
            self._jumped_at = None
        elif self._jumped_at is None:
            self._jumped_at = steady
            drift = 0.0
        elif steady - self._jumped_at < self.HOLD:
            drift = 0.0
        else:
            self._jumped_at = None
        self._offset += drift
        return steady + self._offset
