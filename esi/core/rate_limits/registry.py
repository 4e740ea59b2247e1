"""Whose budget pays for a request: an operation's group of routes, for a user.

The document says which group an operation is in, and the headers of its answers know better.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from esi.core.rate_limits import cooldowns
from esi.core.rate_limits.buckets import ErrorBudget, TokenBucket

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esi.core.cache.protocol import Cache
    from esi.core.http.messages import Request
    from esi.core.http.rates import Rate

_MOST = 5000  # known at once: operations times characters


@dataclass(slots=True)
class Route:
    """Where a request counts: its budget, and the names under which it can be stopped.

    `scopes` are those of all routes, of its group for its user, and of its operation. `waiting`
    are the operations of requests of this process that wait.
    """

    host: str
    operation: str
    user: str
    budget: TokenBucket | ErrorBudget
    group: str
    scopes: tuple[int, int, int]
    waiting: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.group or 'errors'} {shown(self.user)}".rstrip()


class Routes:
    """The routes and budgets that one process met. Callers hold a lock.

    Args:
        cache: where the books of budgets are.
        book: says what the book of a host, group and user is called.
    """

    def __init__(self, cache: Cache, book: Callable[[str, str, str], str]) -> None:
        self._cache = cache
        self._book_of = book
        self._known: dict[tuple[str, str, str], Route] = {}
        self._budgets: dict[tuple[str, str, str], TokenBucket | ErrorBudget] = {}
        self._learnt: dict[tuple[str, str], Rate] = {}

    def of(self, request: Request) -> Route:
        """The route of a request."""
        operation = request.operation or request.url
        host = host_of(request.url)
        key = (host, operation, request.who)
        route = self._known.get(key)
        if route is None:
            if len(self._known) >= _MOST:
                self._forget_idle()
            rate = self._learnt.get((host, operation), request.rate)
            route = self._known[key] = self._new(host, operation, request.who, rate)
        return route

    def learn(self, route: Route, request: Request, rate: Rate) -> Route:
        """The route of a request whose answer names another bucket than was known."""
        self._learnt[route.host, route.operation] = rate
        learnt = self._new(route.host, route.operation, request.who, rate)
        learnt.waiting = route.waiting
        self._known[route.host, route.operation, request.who] = learnt
        return learnt

    def budget(self, host: str, user: str, rate: Rate | None) -> TokenBucket | ErrorBudget:
        """The bucket of a user, or without a rate the error budget of this address."""
        key = (host, rate.group if rate else "", user)
        if key not in self._budgets:
            name = self._book_of(*key)
            self._budgets[key] = (
                TokenBucket(self._cache, name, rate) if rate else ErrorBudget(self._cache, name)
            )
        return self._budgets[key]

    def budgets(self) -> Iterator[tuple[tuple[str, str, str], TokenBucket | ErrorBudget]]:
        """((host, group, user), budget) of all that were met; no group is the error limit."""
        yield from self._budgets.items()

    def waiting(self, budget: TokenBucket | ErrorBudget) -> tuple[str, ...]:
        """The operations that wait for a budget."""
        routes = (route for route in self._known.values() if route.budget is budget)
        return tuple(name for route in routes for name in route.waiting)

    def _new(self, host: str, operation: str, who: str, rate: Rate | None) -> Route:
        user, group = (who, rate.group) if rate else ("", "")
        scopes = (
            cooldowns.hashed(host, "all"),
            cooldowns.hashed(host, group, user),
            cooldowns.hashed(host, operation),
        )
        return Route(host, operation, user, self.budget(host, user, rate), group, scopes)

    def _forget_idle(self) -> None:
        self._known.clear()
        for key, budget in list(self._budgets.items()):
            if not budget.in_flight and isinstance(budget, TokenBucket):
                budget.purse.give_back()
                del self._budgets[key]


def shown(user: str) -> str:
    """A character's id, or the beginning of a token's hash."""
    return user if len(user) < 20 else f"token {user[:8]}"


def host_of(url: str) -> str:
    """The host and port of an address."""
    return url.split("/", 3)[2] if "://" in url else url
