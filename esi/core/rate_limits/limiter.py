"""Nobody gets banned: every request asks here before it goes out, and tells how it ended.

What all processes of a cache must know together is in it, as books (`esi.core.rate_limits.ledger`):
what was spent of each bucket (`esi.core.rate_limits.buckets`), and where the API said stop
(`esi.core.rate_limits.cooldowns`). Far from a limit a process sets many tokens aside at once, and
looks for stops every few milliseconds, so that most requests ask nobody.
"""

from __future__ import annotations

import hashlib
import logging
import os
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from esi.core import cancellation
from esi.core.cache.fallback import Presence, SharedCache
from esi.core.cache.memory import MemoryCache
from esi.core.rate_limits import cooldowns
from esi.core.rate_limits import rules as limit_rules
from esi.core.rate_limits.buckets import ErrorBudget, Grant, TokenBucket
from esi.core.rate_limits.cooldowns import Cooldowns
from esi.core.rate_limits.registry import Routes, host_of, shown
from esi.errors import retry_after

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esi.core.cache.protocol import Cache
    from esi.core.http.messages import Request, Response
    from esi.core.http.rates import Rate
    from esi.core.rate_limits.registry import Route

logger = logging.getLogger("esi.core")

_NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Admitted:
    """A request may go; give it back to `settle`."""

    route: Route
    grant: Grant


@dataclass(frozen=True, slots=True)
class Delayed:
    """A request must not go for so many seconds; `status` is what the API would say to it."""

    seconds: float
    status: int
    bucket: str


@dataclass(frozen=True, slots=True)
class View:
    """A budget as it stands. `group` is `errors` for the error limit, `user` empty for the address.

    `stopped` is how many seconds the API said to stay away, `waiting` the requests of this process
    that wait, `in_flight` those under way.
    """

    group: str
    user: str
    size: int
    window: float
    left: int
    in_flight: int
    stopped: float
    waiting: tuple[str, ...]


class Limiter:
    """The limits of one cache's processes. Any number of threads may use it.

    Args:
        cache: where the books are; None keeps them in memory, for this process.
        clock: returns seconds since the epoch.
        steady: returns seconds that never jump; by default the monotonic clock beside the wall's,
            and else `clock` itself.
    """

    def __init__(
        self,
        cache: Cache | None,
        clock: Callable[[], float] = time.time,
        steady: Callable[[], float] | None = None,
    ) -> None:
        self._cache: Any = SharedCache(cache) if cache is not None else MemoryCache()
        self._clock = clock
        self._steady_clock = steady or (time.monotonic if clock is time.time else clock)
        self._salt = ""
        self._pid = os.getpid()
        self._changed = threading.Condition()
        self._begin()

    def _begin(self) -> None:
        self._steady = limit_rules.SteadyTime()
        self._ahead = 0.0
        self._said_at: dict[str, float] = {}
        book = partial(_key, self._salt)
        self._routes = Routes(self._cache, book)
        self._stops = Cooldowns(self._cache, lambda host: book(host, "stops"))
        shared = isinstance(self._cache, SharedCache)
        self._presence = Presence(self._cache, book("here")) if shared else None

    # Before and after a request

    def admit(self, request: Request) -> Admitted | Delayed:
        """Ask whether a request may go now. Waits only for answers under way to this process.

        Raises:
            AbandonedError: nobody waits for the answer any more.
        """
        if os.getpid() != self._pid:  # a fork must not spend what its parent set aside
            self._pid = os.getpid()
            self._changed = threading.Condition()
            self._begin()
        with self._changed:
            while True:
                now = self._now()
                self._join(now)
                route = self._routes.of(request)
                if stop := self._stop(route, now):
                    return stop
                grant, seconds = route.budget.take(now)
                if seconds == 0:
                    return Admitted(route, grant)
                if seconds is not None:
                    status = 420 if isinstance(route.budget, ErrorBudget) else 429
                    return Delayed(seconds, status, str(route))
                self._changed.wait(0.05)
                cancellation.check()

    def settle(self, granted: Admitted, request: Request, answer: Response | None) -> float:
        """Learn what came of a request, None where no answer came.

        Returns the seconds to stay away, where the answer is a refusal.
        """
        with self._changed:
            try:
                now = self._now()
                route = granted.route
                report = None
                if answer:
                    report = limit_rules.Report.from_http(answer.headers)
                    if report:
                        route = self._moved(granted, report.rate, request, now)
                budget = route.budget
                if isinstance(budget, TokenBucket):
                    grant = granted.grant if route is granted.route else Grant()
                    status = answer.status if answer else None
                    budget.settle(grant, now, status, answer.tokens if answer else 0, report)
                    if answer and (pages := answer.headers.get("x-pages", "")).isdigit():
                        budget.expect(int(pages))
                else:
                    failed = answer is not None and 400 <= answer.status != 420
                    left = limit_rules.errors_left(answer.headers) if answer else None
                    budget.settle(granted.grant, now, failed=failed, left=left)
                return self._refused(route, answer, reported=report is not None, now=now)
            finally:
                self._changed.notify_all()

    @contextmanager
    def waiting(self, request: Request) -> Iterator[None]:
        """While a request waits, `views` tells of it."""
        with self._changed:
            waiting = self._routes.of(request).waiting
        name = request.operation or request.url
        waiting.append(name)
        try:
            yield
        finally:
            waiting.remove(name)

    def look(self, request: Request) -> None:
        """Look for what others were told, where that was long ago; for who waits for a pull."""
        with self._changed:
            self._stops.look(host_of(request.url), self._now(), cooldowns.LOOK_EVERY)

    def was_said(self, wait: Delayed) -> bool:
        """Whether it was asked within this minute: one line of the log stands for all that wait."""
        with self._changed:
            now = self._now()
            said = 0 <= now - self._said_at.get(wait.bucket, _NEVER) < limit_rules.WINDOW
            if not said:
                self._said_at[wait.bucket] = now
            return said

    def sleep(self, sleep: Callable[[float], object], seconds: float) -> None:
        """Sleep; where `sleep` is a test's that takes no time, the time has passed all the same."""
        before = self._steady_clock()
        sleep(seconds)
        missing = seconds - (self._steady_clock() - before)
        if missing > seconds / 2:
            with self._changed:
                self._ahead += missing

    def close(self) -> None:
        """Give back what was set aside and not spent, and forget what is not in the cache."""
        with self._changed:
            for _, budget in self._routes.budgets():
                if not budget.in_flight:
                    budget.purse.give_back()
            self._begin()

    def forget(self) -> None:
        """Begin with empty books, whatever the cache holds; for tests, whose API begins anew."""
        with self._changed:
            self._salt = os.urandom(8).hex()
            self._begin()

    # What stands

    def views(self, url: str, rates: list[Rate] | None = None) -> list[View]:
        """The budgets of an API that this process met, and those of `rates` for this address.

        The error limit comes first.
        """
        host = host_of(url)
        with self._changed:
            now = self._now()
            self._stops.look(host, now)
            self._routes.budget(host, "", None)
            for rate in rates or []:
                self._routes.budget(host, "", rate)
            views = [
                self._view(host, group, user, budget, now)
                for (where, group, user), budget in self._routes.budgets()
                if where == host
            ]
        return sorted(views, key=lambda view: (view.group != "errors", view.group, view.user))

    def returns(self, request: Request) -> tuple[int, float, int, list[tuple[float, int]]]:
        """A request's budget: (size, window, left, [(seconds until they come back, number)])."""
        with self._changed:
            now = self._now()
            budget = self._routes.of(request).budget
            left = budget.left(now)
            window = budget.ledger.window
            entries = [(max(at - now, 0.0), n) for at, n in budget.ledger.entries(now)]
            if stop := self._stop(self._routes.of(request), now):
                return _size(budget), window, 0, [(stop.seconds, left), *entries]
            return _size(budget), window, left, entries

    def payer(self, request: Request) -> tuple[str, str]:
        """Whose budget pays for a request: (group, user); no group is the error limit."""
        with self._changed:
            route = self._routes.of(request)
            return route.group, shown(route.user)

    def bucket(self, request: Request) -> str:
        """What a request's budget is called."""
        with self._changed:
            return str(self._routes.of(request))

    # Inner workings

    def _now(self) -> float:
        return self._steady(self._clock(), self._steady_clock()) + self._ahead

    def _join(self, now: float) -> None:
        """Be one of those that share the cache, again where it was away."""
        if self._presence is None:
            return
        if self._cache.is_back():
            for _, budget in self._routes.budgets():
                budget.ledger.rejoin(now)
            self._stops.rejoin(now)
        self._presence.note(now)

    def _moved(self, granted: Admitted, rate: Rate, request: Request, now: float) -> Route:
        """The route of a request, also where its answer names another bucket than its document."""
        route = granted.route
        if route.group == rate.group:
            return route
        if isinstance(route.budget, TokenBucket):
            route.budget.settle(granted.grant, now, 200, 0, None)
        else:
            route.budget.settle(granted.grant, now, failed=False, left=None)
        moved = self._routes.learn(route, request, rate)
        moved.budget.in_flight += 1  # `settle` ends it
        return moved

    # Refusals

    def _stop(self, route: Route, now: float) -> Delayed | None:
        seconds, scope = self._stops.longest(route.host, route.scopes, now)
        return Delayed(seconds, 420 if scope == 0 else 429, str(route)) if seconds else None

    def _refused(
        self, route: Route, answer: Response | None, *, reported: bool, now: float
    ) -> float:
        """Close what an answer says is closed; return for how many seconds."""
        if answer is None:
            return 0.0
        seconds = retry_after(answer.status, answer.headers)
        if seconds is None and answer.status in {500, 520} and _is_hidden(answer):
            seconds = limit_rules.WINDOW
        if seconds is None:
            return 0.0
        seconds = min(max(seconds, 1.0), cooldowns.LONGEST)
        scope = 0 if answer.status == 420 else 1 if reported else 2
        self._stops.close(route.host, route.scopes[scope], seconds, now)
        logger.warning(
            "%s: the API refuses %s for %.0f s (status %s)",
            route.operation,
            ("all requests", f"requests of {route}", "this operation")[scope],
            seconds,
            answer.status,
        )
        return seconds

    def _view(
        self, host: str, group: str, user: str, budget: TokenBucket | ErrorBudget, now: float
    ) -> View:
        names = (cooldowns.hashed(host, "all"), cooldowns.hashed(host, group, user))
        return View(
            group or "errors",
            shown(user),
            _size(budget),
            budget.ledger.window,
            budget.left(now),
            budget.in_flight,
            max(self._stops.seconds(name, now) for name in names),
            self._routes.waiting(budget),
        )


def _is_hidden(answer: Response) -> bool:
    try:
        return limit_rules.is_hidden(answer.status, answer.body)
    except ValueError:  # a body that broke off
        return answer.status == 520


def _size(budget: TokenBucket | ErrorBudget) -> int:
    return budget.rate.tokens if isinstance(budget, TokenBucket) else ErrorBudget.SIZE


def _key(*parts: str) -> str:
    return f"esi_limit_{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:20]}"
