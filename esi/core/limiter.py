"""Nobody gets banned: every request asks here before it goes out, and tells how it ended.

What all processes of a cache must know together is in it, as books (`esi.core.ledger`): what was
spent of each bucket (`esi.core.buckets`), and where the API said stop. Far from a limit a process
sets many tokens aside at once, and looks for stops every few milliseconds, so that most requests
ask nobody.
"""

from __future__ import annotations

import hashlib
import logging
import math
import os
import threading
import time
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from esi.core import limits, work
from esi.core.buckets import ErrorBudget, Grant, TokenBucket
from esi.core.ledger import Ledger, MemoryCache
from esi.core.shared import Presence, SharedCache

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esi.core.cache import Cache
    from esi.core.exchange import Answer, Request
    from esi.core.limits import Rate

logger = logging.getLogger("esi.core")

# Seconds between two looks for what others were told. In a pull one thread looks for those that
# send: to each of them the disk's cache would open a connection of its own, the dearest part of it.
_LOOK_EVERY = 0.02
_LOOK_EVERY_IN_PULLS = 0.1
_LONGEST_STOP = 3600.0  # seconds: the longest window that the API's headers can name
_NEVER = float("-inf")
_MOST_ROUTES = 5000  # known at once: operations times characters


@dataclass(frozen=True, slots=True)
class Pass:
    """A request may go; give it back to `settle`."""

    route: _Route
    grant: Grant


@dataclass(frozen=True, slots=True)
class Wait:
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


@dataclass(slots=True)
class _Route:
    """Where a request counts: its budget, and the names under which it can be stopped."""

    host: str
    operation: str
    user: str
    budget: TokenBucket | ErrorBudget
    group: str
    scopes: tuple[int, ...] = ()
    waiting: list[str] = field(default_factory=list)


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
        self._pid = os.getpid()
        self._steady = limits.SteadyTime()
        self._ahead = 0.0
        self._said_at: dict[str, float] = {}
        self._changed = threading.Condition()
        self._routes: dict[tuple[str, str, str], _Route] = {}
        self._budgets: dict[tuple[str, str, str], TokenBucket | ErrorBudget] = {}
        self._learnt: dict[tuple[str, str], Rate] = {}
        self._books: dict[str, Ledger] = {}
        self._stops: dict[int, float] = {}
        self._looked_at: dict[str, float] = {}
        shared = isinstance(self._cache, SharedCache)
        self._presence = Presence(self._cache, _key(self._salt, "here")) if shared else None

    # Before and after a request

    def admit(self, request: Request) -> Pass | Wait:
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
                route = self._route(request)
                if stop := self._stop(route, now):
                    return stop
                grant, seconds = route.budget.take(now)
                if seconds == 0:
                    return Pass(route, grant)
                if seconds is not None:
                    status = 420 if isinstance(route.budget, ErrorBudget) else 429
                    return Wait(seconds, status, _shown(route))
                self._changed.wait(0.05)
                work.check()

    def settle(self, granted: Pass, request: Request, answer: Answer | None) -> float:
        """Learn what came of a request, None where no answer came.

        Returns the seconds to stay away, where the answer is a refusal.
        """
        with self._changed:
            try:
                now = self._now()
                route = granted.route
                report = None
                if answer:
                    report = limits.Report.from_http(answer.headers)
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
                    left = limits.errors_left(answer.headers) if answer else None
                    budget.settle(granted.grant, now, failed=failed, left=left)
                return self._refused(route, answer, reported=report is not None, now=now)
            finally:
                self._changed.notify_all()

    @contextmanager
    def waiting(self, request: Request) -> Iterator[None]:
        """While a request waits, `views` tells of it."""
        with self._changed:
            waiting = self._route(request).waiting
        name = request.operation or request.url
        waiting.append(name)
        try:
            yield
        finally:
            waiting.remove(name)

    def look(self, request: Request) -> None:
        """Look for what others were told, where that was long ago; for who waits for a pull."""
        with self._changed:
            self._look_again(_host(request.url), self._now(), _LOOK_EVERY)

    def was_said(self, wait: Wait) -> bool:
        """Whether it was asked within this minute: one line of the log stands for all that wait."""
        with self._changed:
            now = self._now()
            said = 0 <= now - self._said_at.get(wait.bucket, _NEVER) < limits.WINDOW
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
            for budget in self._budgets.values():
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
        host = _host(url)
        with self._changed:
            now = self._now()
            self._look(host, now)
            self._budget(host, "", None)
            for rate in rates or []:
                self._budget(host, "", rate)
            views = [
                self._view(host, group, user, budget, now)
                for (where, group, user), budget in self._budgets.items()
                if where == host
            ]
        return sorted(views, key=lambda view: (view.group != "errors", view.group, view.user))

    def returns(self, request: Request) -> tuple[int, float, int, list[tuple[float, int]]]:
        """A request's budget: (size, window, left, [(seconds until they come back, number)])."""
        with self._changed:
            now = self._now()
            budget = self._route(request).budget
            left = budget.left(now)
            window = budget.ledger.window
            entries = [(max(at - now, 0.0), n) for at, n in budget.ledger.entries(now)]
            if stop := self._stop(self._route(request), now):
                return _size(budget), window, 0, [(stop.seconds, left), *entries]
            return _size(budget), window, left, entries

    def payer(self, request: Request) -> tuple[str, str]:
        """Whose budget pays for a request: (group, user); no group is the error limit."""
        with self._changed:
            route = self._route(request)
            return route.group, _named(route.user)

    def bucket(self, request: Request) -> str:
        """What a request's budget is called."""
        group, user = self.payer(request)
        return f"{group or 'errors'} {user}".rstrip()

    # Inner workings

    def _now(self) -> float:
        return self._steady(self._clock(), self._steady_clock()) + self._ahead

    def _join(self, now: float) -> None:
        """Be one of those that share the cache, again where it was away."""
        if self._presence is None:
            return
        if self._cache.is_back():
            budgets = [budget.ledger for budget in self._budgets.values()]
            for ledger in [*budgets, *self._books.values()]:
                ledger.rejoin(now)
        self._presence.note(now)

    def _route(self, request: Request) -> _Route:
        operation = request.operation or request.url
        host = _host(request.url)
        key = (host, operation, request.who)
        route = self._routes.get(key)
        if route is None:
            if len(self._routes) >= _MOST_ROUTES:
                self._forget_idle()
            rate = self._learnt.get((host, operation), request.rate)
            route = self._routes[key] = self._new_route(host, operation, request.who, rate)
        return route

    def _new_route(self, host: str, operation: str, who: str, rate: Rate | None) -> _Route:
        user = who if rate else ""
        group = rate.group if rate else ""
        scopes = tuple(_hashed(host, *name) for name in (("all",), (group, user), (operation,)))
        return _Route(host, operation, user, self._budget(host, user, rate), group, scopes)

    def _budget(self, host: str, user: str, rate: Rate | None) -> TokenBucket | ErrorBudget:
        group = rate.group if rate else ""
        key = (host, group, user)
        if key not in self._budgets:
            name = _key(self._salt, host, group, user)
            self._budgets[key] = (
                TokenBucket(self._cache, name, rate) if rate else ErrorBudget(self._cache, name)
            )
        return self._budgets[key]

    def _forget_idle(self) -> None:
        self._routes.clear()
        for key, budget in list(self._budgets.items()):
            if not budget.in_flight and isinstance(budget, TokenBucket):
                budget.purse.give_back()
                del self._budgets[key]

    def _moved(self, granted: Pass, rate: Rate, request: Request, now: float) -> _Route:
        """The route of a request whose answer names another bucket than its document."""
        route = granted.route
        if route.group == rate.group:
            return route
        if isinstance(route.budget, TokenBucket):
            route.budget.settle(granted.grant, now, 200, 0, None)
        else:
            route.budget.settle(granted.grant, now, failed=False, left=None)
        self._learnt[route.host, route.operation] = rate
        key = (route.host, route.operation, request.who)
        moved = self._new_route(route.host, route.operation, request.who, rate)
        moved.waiting = route.waiting
        self._routes[key] = moved
        moved.budget.in_flight += 1  # `settle` ends it
        return moved

    # Stops: a book whose lines say until when a name is closed

    def _stop(self, route: _Route, now: float) -> Wait | None:
        often = _LOOK_EVERY_IN_PULLS if work.has_others() else _LOOK_EVERY
        self._look_again(route.host, now, often)
        if not self._stops:
            return None
        waits = [self._stops.get(scope, 0.0) - now for scope in route.scopes]
        longest = max(waits)
        if longest <= 0:
            return None
        status = 420 if waits[0] == longest else 429
        return Wait(min(longest, _LONGEST_STOP), status, _shown(route))

    def _look_again(self, host: str, now: float, often: float) -> None:
        if not 0 <= now - self._looked_at.get(host, _NEVER) < often:
            self._looked_at[host] = now
            self._look(host, now)

    def _look(self, host: str, now: float) -> None:
        self._book(host).read(now)
        for scope in [scope for scope, until in self._stops.items() if until <= now]:
            del self._stops[scope]
        for scope, until in self._stops.items():  # the clock went back
            self._stops[scope] = min(until, now + _LONGEST_STOP)

    def _book(self, host: str) -> Ledger:
        if host not in self._books:
            name = _key(self._salt, host, "stops")
            self._books[host] = Ledger(self._cache, name, _LONGEST_STOP, self._close)
        return self._books[host]

    def _close(self, line: int) -> None:
        """Note a line: a name (20 bits) and until when it is closed (43 bits, milliseconds)."""
        scope, until = line >> 43, (line & (1 << 43) - 1) / 1000
        self._stops[scope] = max(self._stops.get(scope, 0.0), until)

    def _refused(
        self, route: _Route, answer: Answer | None, *, reported: bool, now: float
    ) -> float:
        """Close what an answer says is closed; return for how many seconds."""
        if answer is None:
            return 0.0
        seconds = limits.retry_after(answer.status, answer.headers)
        if seconds is None and answer.status in {500, 520} and _is_hidden(answer):
            seconds = limits.WINDOW
        if seconds is None:
            return 0.0
        seconds = min(max(seconds, 1.0), _LONGEST_STOP)
        scope = 0 if answer.status == 420 else 1 if reported else 2
        line = route.scopes[scope] << 43 | math.ceil((now + seconds) * 1000)
        self._close(line)
        self._book(route.host).write(now, lambda _: line)
        logger.warning(
            "%s: the API refuses %s for %.0f s (status %s)",
            route.operation,
            ("all requests", f"requests of {_shown(route)}", "this operation")[scope],
            seconds,
            answer.status,
        )
        return seconds

    def _view(
        self, host: str, group: str, user: str, budget: TokenBucket | ErrorBudget, now: float
    ) -> View:
        names = (_hashed(host, "all"), _hashed(host, group, user))
        stopped = max(self._stops.get(name, 0.0) - now for name in names)
        waiting = [
            name
            for route in self._routes.values()
            if route.host == host and route.budget is budget
            for name in route.waiting
        ]
        return View(
            group or "errors",
            _named(user),
            _size(budget),
            budget.ledger.window,
            budget.left(now),
            budget.in_flight,
            max(stopped, 0.0),
            tuple(waiting),
        )


def _is_hidden(answer: Answer) -> bool:
    try:
        return limits.is_hidden(answer.status, answer.body)
    except ValueError:  # a body that broke off
        return answer.status == 520


def _size(budget: TokenBucket | ErrorBudget) -> int:
    return budget.rate.tokens if isinstance(budget, TokenBucket) else ErrorBudget.SIZE


def _shown(route: _Route) -> str:
    return f"{route.group or 'errors'} {_named(route.user)}".rstrip()


def _named(user: str) -> str:
    """A character's id, or the beginning of a token's hash."""
    return user if len(user) < 20 else f"token {user[:8]}"


def _host(url: str) -> str:
    return url.split("/", 3)[2] if "://" in url else url


def _key(*parts: str) -> str:
    return f"esi_limit_{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:20]}"


def _hashed(*name: str) -> int:
    """A name as 20 bits: two names that share them only wait for each other."""
    return zlib.crc32(" ".join(name).encode()) & 0xFFFFF
