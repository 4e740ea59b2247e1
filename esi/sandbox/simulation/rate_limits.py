"""Server side limits: token buckets with a floating window, and the older error budget; pure.

Costs and windows: https://developers.eveonline.com/docs/services/esi/rate-limiting/
"""

import math
from collections import deque
from dataclasses import dataclass, field

ERRORS_ALLOWED = 100
ERROR_WINDOW = 60.0


def cost(status: int) -> int:
    """Tokens an answer costs."""
    if status == 429:
        return 0
    return {2: 2, 3: 1, 4: 5}.get(status // 100, 0)


def window_seconds(text: str) -> int:
    """The seconds of a window written as `15m` or `1h`."""
    return int(text[:-1]) * {"s": 1, "m": 60, "h": 3600}[text[-1]]


@dataclass(frozen=True)
class Group:
    """A rate limit group of the document."""

    name: str
    tokens: int
    window: str

    @property
    def seconds(self) -> int:
        """The window's length."""
        return window_seconds(self.window)


@dataclass
class Bucket:
    """Tokens that one user spent in one group; each comes back one window later."""

    spent: deque[tuple[float, int]] = field(default_factory=deque)
    total: int = 0

    def spend(self, now: float, tokens: int) -> None:
        """Take tokens; those of the same second share an entry."""
        if not tokens:
            return
        if self.spent and int(self.spent[-1][0]) == int(now):
            when, before = self.spent[-1]
            self.spent[-1] = (when, before + tokens)
        else:
            self.spent.append((now, tokens))
        self.total += tokens

    def used(self, now: float, seconds: float) -> int:
        """Tokens spent within the last `seconds`."""
        while self.spent and self.spent[0][0] <= now - seconds:
            self.total -= self.spent.popleft()[1]
        return self.total

    def wait(self, now: float, group: Group) -> float:
        """Seconds until a token is free; 0 when one is."""
        over = self.used(now, group.seconds) - group.tokens + 1
        if over <= 0:
            return 0.0
        for when, tokens in self.spent:
            over -= tokens
            if over <= 0:
                return when + group.seconds - now
        return 0.0  # pragma: no cover - the entries sum up to the total


@dataclass
class ErrorBudget:
    """Answers that failed in the current minute, for one source address."""

    ends: float = 0.0
    errors: int = 0

    def _turn(self, now: float) -> None:
        if now >= self.ends:
            self.ends, self.errors = now + ERROR_WINDOW, 0

    def count(self, now: float, errors: int = 1) -> None:
        """Take failed answers off the budget."""
        self._turn(now)
        self.errors += errors

    def remain(self, now: float) -> int:
        """Failures still allowed."""
        self._turn(now)
        return max(0, ERRORS_ALLOWED - self.errors)

    def reset(self, now: float) -> int:
        """Whole seconds until the window ends."""
        self._turn(now)
        return max(1, math.ceil(self.ends - now))


class Limits:
    """All buckets of a server."""

    def __init__(self) -> None:
        self.buckets: dict[tuple[str, str], Bucket] = {}
        self.budgets: dict[str, ErrorBudget] = {}

    def bucket(self, group: str, user: str) -> Bucket:
        """The bucket of a user in a group."""
        return self.buckets.setdefault((group, user), Bucket())

    def budget(self, source: str) -> ErrorBudget:
        """The error budget of a source address."""
        return self.budgets.setdefault(source, ErrorBudget())

    def headers(self, group: Group, user: str, now: float, spent: int) -> dict[str, str]:
        """The headers of an answer that cost `spent` tokens."""
        used = self.bucket(group.name, user).used(now, group.seconds)
        return {
            "X-Ratelimit-Group": group.name,
            "X-Ratelimit-Limit": f"{group.tokens}/{group.window}",
            "X-Ratelimit-Remaining": str(max(0, group.tokens - used)),
            "X-Ratelimit-Used": str(spent),
        }

    def error_headers(self, source: str, now: float) -> dict[str, str]:
        """The headers of an answer on a route without a group."""
        budget = self.budget(source)
        return {
            "X-ESI-Error-Limit-Remain": str(budget.remain(now)),
            "X-ESI-Error-Limit-Reset": str(budget.reset(now)),
        }
