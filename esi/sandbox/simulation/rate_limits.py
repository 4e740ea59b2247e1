"""Limit requests as the API does: token buckets with a floating window, and the older error limit.

Costs and windows: https://developers.eveonline.com/docs/services/esi/rate-limiting/
"""

import math
from collections import deque
from dataclasses import dataclass, field

ERRORS_ALLOWED = 100
ERROR_WINDOW = 60.0


def cost(status: int) -> int:
    """Return the tokens a response costs."""
    if status == 429:
        return 0
    return {2: 2, 3: 1, 4: 5}.get(status // 100, 0)


def window_seconds(text: str) -> int:
    """Return the seconds of a window written as `15m` or `1h`."""
    return int(text[:-1]) * {"s": 1, "m": 60, "h": 3600}[text[-1]]


@dataclass(frozen=True)
class Group:
    """Rate-limit group of the document."""

    name: str
    tokens: int
    window: str

    @property
    def seconds(self) -> int:
        """Length of the window."""
        return window_seconds(self.window)


@dataclass
class Bucket:
    """Tokens that one user spent in one group; each is returned one window later."""

    spent: deque[tuple[float, int]] = field(default_factory=deque)
    total: int = 0

    def spend(self, now: float, tokens: int) -> None:
        """Spend tokens; those of the same second share an entry."""
        if not tokens:
            return
        if self.spent and int(self.spent[-1][0]) == int(now):
            when, before = self.spent[-1]
            self.spent[-1] = (when, before + tokens)
        else:
            self.spent.append((now, tokens))
        self.total += tokens

    def used(self, now: float, seconds: float) -> int:
        """Return the tokens spent within the last `seconds`."""
        while self.spent and self.spent[0][0] <= now - seconds:
            self.total -= self.spent.popleft()[1]
        return self.total

    def wait(self, now: float, group: Group) -> float:
        """Return the seconds until a token is free; 0 if one is."""
        over = self.used(now, group.seconds) - group.tokens + 1
        if over <= 0:
            return 0.0
        for when, tokens in self.spent:
            over -= tokens
            if over <= 0:
                return when + group.seconds - now
        return 0.0  # pragma: no cover - the entries sum up to the total


@dataclass
class ErrorLimit:
    """Failed responses to one source address in the current minute."""

    ends: float = 0.0
    errors: int = 0

    def _start_window(self, now: float) -> None:
        if now >= self.ends:
            self.ends, self.errors = now + ERROR_WINDOW, 0

    def count(self, now: float, errors: int = 1) -> None:
        """Count failed responses."""
        self._start_window(now)
        self.errors += errors

    def remain(self, now: float) -> int:
        """Return the failures still allowed."""
        self._start_window(now)
        return max(0, ERRORS_ALLOWED - self.errors)

    def reset(self, now: float) -> int:
        """Return the whole seconds until the window ends."""
        self._start_window(now)
        return max(1, math.ceil(self.ends - now))


class Limits:
    """All limits of a server."""

    def __init__(self) -> None:
        self.buckets: dict[tuple[str, str], Bucket] = {}
        self.error_limits: dict[str, ErrorLimit] = {}

    def bucket(self, group: str, user: str) -> Bucket:
        """Return the bucket of a user in a group."""
        return self.buckets.setdefault((group, user), Bucket())

    def error_limit(self, source: str) -> ErrorLimit:
        """Return the error limit of a source address."""
        return self.error_limits.setdefault(source, ErrorLimit())

    def headers(self, group: Group, user: str, now: float, spent: int) -> dict[str, str]:
        """Return the headers of a response that cost `spent` tokens."""
        used = self.bucket(group.name, user).used(now, group.seconds)
        return {
            "X-Ratelimit-Group": group.name,
            "X-Ratelimit-Limit": f"{group.tokens}/{group.window}",
            "X-Ratelimit-Remaining": str(max(0, group.tokens - used)),
            "X-Ratelimit-Used": str(spent),
        }

    def error_headers(self, source: str, now: float) -> dict[str, str]:
        """Return the headers of a response on a route without a group."""
        limit = self.error_limit(source)
        return {
            "X-ESI-Error-Limit-Remain": str(limit.remain(now)),
            "X-ESI-Error-Limit-Reset": str(limit.reset(now)),
        }
