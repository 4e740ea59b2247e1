"""Find the budget that pays for a request: that of an operation's group of routes, for a user.

The document names the group of an operation; the headers of its responses override it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from esi.core.rate_limits.buckets import ErrorBudget, TokenBucket
from esi.core.rate_limits.cooldowns import scope_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esi.core.cache.protocol import Cache
    from esi.core.http.messages import Request
    from esi.core.http.rates import Rate

_MAX_ROUTES = 5000  # operations times characters


@dataclass(slots=True)
class Route:
    """Budget of an operation for a user, and the operations of its requests that wait.

    Refusals close it under its `scopes`: all routes, its group for its user, its operation.
    """

    host: str
    operation: str
    identity: str
    user: str
    budget: TokenBucket | ErrorBudget
    group: str
    scopes: tuple[int, int, int]
    waiting: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.group or 'errors'} {short_user(self.user)}".rstrip()


class Registry:
    """Routes and budgets that one process has met. Callers hold a lock."""

    def __init__(self, cache: Cache, ledger_name: Callable[[str, str, str], str]) -> None:
        self._cache = cache
        self._ledger_name = ledger_name
        self._routes: dict[tuple[str, str, str], Route] = {}
        self._budgets: dict[tuple[str, str, str], TokenBucket | ErrorBudget] = {}
        self._reported_rates: dict[tuple[str, str], Rate] = {}

    def route(self, request: Request) -> Route:
        """Return the route of a request."""
        operation = request.operation or request.url
        host = host_of(request.url)
        key = (host, operation, request.identity)
        route = self._routes.get(key)
        if route is None:
            if max(len(self._routes), len(self._budgets)) >= _MAX_ROUTES:
                self._drop_idle()
            rate = self._reported_rates.get((host, operation), request.rate)
            route = self._routes[key] = self._new(host, operation, request.identity, rate)
        return route

    def move(self, route: Route, rate: Rate) -> Route:
        """Return the new route of requests whose responses name another bucket."""
        self._reported_rates[route.host, route.operation] = rate
        moved = self._new(route.host, route.operation, route.identity, rate)
        moved.waiting = route.waiting
        self._routes[route.host, route.operation, route.identity] = moved
        return moved

    def budget(self, host: str, user: str, rate: Rate | None) -> TokenBucket | ErrorBudget:
        """Return the bucket of a user; without a rate, the error budget of this address."""
        key = (host, rate.group if rate else "", user)
        if key not in self._budgets:
            name = self._ledger_name(*key)
            self._budgets[key] = (
                TokenBucket(self._cache, name, rate) if rate else ErrorBudget(self._cache, name)
            )
        return self._budgets[key]

    def budgets(self) -> Iterator[tuple[tuple[str, str, str], TokenBucket | ErrorBudget]]:
        """Yield ((host, group, user), budget) of all budgets; the error limit has no group."""
        yield from self._budgets.items()

    def waiting(self, budget: TokenBucket | ErrorBudget) -> tuple[str, ...]:
        """Return the operations that wait for a budget."""
        routes = (route for route in self._routes.values() if route.budget is budget)
        return tuple(name for route in routes for name in route.waiting)

    def _new(self, host: str, operation: str, identity: str, rate: Rate | None) -> Route:
        user, group = (identity, rate.group) if rate else ("", "")
        scopes = (
            scope_hash(host, "all"),
            scope_hash(host, group, user),
            scope_hash(host, operation),
        )
        return Route(host, operation, identity, user, self.budget(host, user, rate), group, scopes)

    def _drop_idle(self) -> None:
        self._routes.clear()
        for key, budget in list(self._budgets.items()):
            if not budget.in_flight and isinstance(budget, TokenBucket):
                budget.lease.release()
                del self._budgets[key]


def short_user(user: str) -> str:
    """Return a character's id, or the beginning of a token's hash."""
    return user if len(user) < 20 else f"token {user[:8]}"


def host_of(url: str) -> str:
    """Return the host and port of a URL."""
    return url.split("/", 3)[2] if "://" in url else url
