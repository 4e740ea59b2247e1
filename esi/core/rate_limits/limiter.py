"""Keep every process within the API's limits: each request asks for admission and reports back.

Processes share what they must know through the cache, in ledgers (`esi.core.rate_limits.ledger`):
what they have spent of each bucket (`esi.core.rate_limits.buckets`) and which routes the API has
closed (`esi.core.rate_limits.cooldowns`). Far from a limit a process reserves many tokens at once
and reads refusals every few milliseconds, so most requests do not touch the cache.
"""

from __future__ import annotations

import hashlib
import logging
import math
import os
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from esi._header_values import number
from esi.core import cancellation, fork
from esi.core.cache.protocol import MemoryCache, SharedCache
from esi.core.rate_limits import cooldowns
from esi.core.rate_limits import rules as limit_rules
from esi.core.rate_limits.buckets import ErrorBudget, Reservation, TokenBucket
from esi.core.rate_limits.cooldowns import Cooldowns
from esi.core.rate_limits.forecast import Budget
from esi.core.rate_limits.registry import Registry, host_of, short_user
from esi.errors import retry_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.cache.protocol import Cache
    from esi.core.http.messages import Request, Response
    from esi.core.http.rates import Rate
    from esi.core.rate_limits.registry import Route

logger = logging.getLogger("esi.core")

_NEVER = float("-inf")
_MAX_SLEEP = 1.0  # seconds at once in a worker thread; keeps cancellation prompt
_MIN_LOGGED_WAIT = 2.0  # seconds; shorter waits are not worth a warning


@dataclass(frozen=True, slots=True)
class Admitted:
    """Admission of a request; pass it to `settle` afterwards."""

    route: Route
    reservation: Reservation


@dataclass(frozen=True, slots=True)
class Delayed:
    """Delay of a request in seconds; `status` is the API's response if it were sent now.

    `rate` is that of its token bucket, None for the error limit.
    """

    seconds: float
    status: int
    bucket: str
    rate: Rate | None = None


class Limiter:
    """Limits of all processes that share a cache (None: of this process alone). Thread-safe."""

    def __init__(self, cache: Cache | None, clock: Callable[[], float] = time.time) -> None:
        self._cache: Any = SharedCache(cache) if cache is not None else MemoryCache()
        self._clock = clock
        self._salt = ""
        self.after_fork()
        fork.watch(self)

    def after_fork(self) -> None:
        """Start afresh: a child must not spend what its parent has reserved."""
        self._changed = threading.Condition()
        self._reset()

    def _reset(self) -> None:
        self._ahead = 0.0
        self._logged_at: dict[str, float] = {}
        name = partial(_key, self._salt)
        self._registry = Registry(self._cache, name)
        self._cooldowns = Cooldowns(self._cache, lambda host: name(host, "stops"))

    # Before and after a request

    def admit(self, request: Request) -> Admitted | Delayed:
        """Admit a request or tell how long to wait. Blocks only for responses in flight."""
        with self._changed:
            while True:
                now = self._now()
                self._rejoin(now)
                route = self._registry.route(request)
                if delay := self._cooldown(route, now):
                    return delay
                reservation, seconds = route.budget.acquire(now)
                if seconds == 0:
                    return Admitted(route, reservation)
                if seconds is not None:
                    status = 420 if isinstance(route.budget, ErrorBudget) else 429
                    return Delayed(seconds, status, str(route), _rate(route))
                self._changed.wait(0.05)
                cancellation.check()

    def settle(self, admitted: Admitted, response: Response | None) -> float:
        """Record a response, None if none arrived; return the seconds for which it refuses us."""
        with self._changed:
            try:
                now = self._now()
                headers = response.headers if response else {}
                report = limit_rules.Report.from_http(headers)
                route = self._moved(admitted, report.rate, now) if report else admitted.route
                reservation = admitted.reservation if route is admitted.route else Reservation()
                budget = route.budget
                if isinstance(budget, TokenBucket):
                    status, cost = (response.status, response.tokens) if response else (None, 0)
                    budget.settle(reservation, now, status, cost, report)
                    budget.expect(number(headers.get("x-pages")) or 0)
                else:
                    failed = response is not None and 400 <= response.status != 420
                    left = limit_rules.errors_left(headers)
                    budget.settle(reservation, now, failed=failed, left=left)
                return self._apply_refusal(route, response, reported=report is not None, now=now)
            finally:
                self._changed.notify_all()

    def wait(
        self, request: Request, delayed: Delayed, sleep: Callable[[float], object]
    ) -> Admitted:
        """Wait until a delayed request is admitted; list it as waiting in `views`."""
        name = request.operation or request.url
        quiet = delayed.seconds < _MIN_LOGGED_WAIT or self.was_logged(delayed)
        text = "%s waits for its limit (%s), at least %.0f s"
        level = logging.DEBUG if quiet else logging.WARNING
        logger.log(level, text, name, delayed.bucket, delayed.seconds)
        with self._changed:
            waiting = self._registry.route(request).waiting
        waiting.append(name)
        try:
            while True:
                in_thread = cancellation.in_scope()
                self._sleep(sleep, min(delayed.seconds, _MAX_SLEEP if in_thread else math.inf))
                cancellation.check()
                admitted = self.admit(request)
                if isinstance(admitted, Admitted):
                    return admitted
                delayed = admitted
        finally:
            waiting.remove(name)

    def poll(self, host: str) -> None:
        """Read other processes' refusals unless the last read was a moment ago."""
        with self._changed:
            self._cooldowns.poll(host, self._now(), cooldowns.POLL_INTERVAL)

    def was_logged(self, delay: Delayed) -> bool:
        """Return True if a delay of this bucket was logged within the last minute."""
        with self._changed:
            now = self._now()
            logged = 0 <= now - self._logged_at.get(delay.bucket, _NEVER) < limit_rules.WINDOW
            if not logged:
                self._logged_at[delay.bucket] = now
            return logged

    def _sleep(self, sleep: Callable[[float], object], seconds: float) -> None:
        """Sleep; count the time as passed even if `sleep` returns at once, as in tests."""
        before = self._clock()
        sleep(seconds)
        missing = seconds - (self._clock() - before)
        if missing > seconds / 2:
            with self._changed:
                self._ahead += min(missing, seconds)  # the clock may have been set back

    def close(self) -> None:
        """Release unspent reservations, and forget all state outside the cache."""
        with self._changed:
            for _, budget in self._registry.budgets():
                if not budget.in_flight:
                    budget.lease.release()
            self._reset()

    def forget(self) -> None:
        """Start with empty ledgers, whatever the cache contains; for tests with a new API."""
        with self._changed:
            self._salt = os.urandom(8).hex()
            self._reset()

    # State of the budgets

    def views(self, url: str, rates: list[Rate] | None = None) -> list[Budget]:
        """Return the budgets that this process has met, and those of `rates`; `errors` first."""
        host = host_of(url)
        with self._changed:
            now = self._now()
            self._cooldowns.poll(host, now)
            for rate in [None, *(rates or [])]:
                self._registry.budget(host, "", rate)
            states = [
                self._state(*key, budget, now)
                for key, budget in self._registry.budgets()
                if key[0] == host
            ]
        states.sort(key=lambda state: (state.group, state.user))
        return [replace(state, group=state.group or "errors") for state in states]

    def budget(self, request: Request) -> Budget:
        """Return the state of the budget that pays for a request; its errors have no group."""
        with self._changed:
            now = self._now()
            route = self._registry.route(request)
            state = self._state(route.host, route.group, route.user, route.budget, now)
            if delay := self._cooldown(route, now):
                returns = (delay.seconds, state.left), *state.returns
                state = replace(state, left=0, returns=returns)
            return state

    def _state(
        self, host: str, group: str, user: str, budget: TokenBucket | ErrorBudget, now: float
    ) -> Budget:
        left = budget.left(now)
        scopes = cooldowns.scope_hash(host, "all"), cooldowns.scope_hash(host, group, user)
        return Budget(
            group,
            budget.size,
            budget.ledger.window,
            left,
            tuple((max(at - now, 0.0), n) for at, n in budget.ledger.expiries(now)),
            short_user(user),
            budget.in_flight,
            max(self._cooldowns.seconds(scope, now) for scope in scopes),
            self._registry.waiting(budget),
        )

    def bucket(self, request: Request) -> str:
        """Return the name of a request's budget."""
        with self._changed:
            return str(self._registry.route(request))

    # Internals

    def _now(self) -> float:
        return self._clock() + self._ahead

    def _rejoin(self, now: float) -> None:
        """Exchange ledgers with the other processes if the cache is available again."""
        if isinstance(self._cache, SharedCache) and self._cache.recover():
            for _, budget in self._registry.budgets():
                budget.ledger.rejoin(now)
            self._cooldowns.rejoin(now)

    def _moved(self, admitted: Admitted, rate: Rate, now: float) -> Route:
        """Return the route of a request by its response, which may name another bucket."""
        route = admitted.route
        if route.group == rate.group:
            return route
        route.budget.cancel(admitted.reservation, now)
        moved = self._registry.move(route, rate)
        moved.budget.in_flight += 1  # `settle` ends it
        return moved

    # Refusals

    def _cooldown(self, route: Route, now: float) -> Delayed | None:
        seconds, scope = self._cooldowns.longest(route.host, route.scopes, now)
        if not seconds:
            return None
        return Delayed(seconds, 420 if scope == 0 else 429, str(route), _rate(route))

    def _apply_refusal(
        self, route: Route, response: Response | None, *, reported: bool, now: float
    ) -> float:
        """Close the scope that a response refuses; return for how many seconds."""
        if response is None:
            return 0.0
        seconds = retry_after(response.status, response.headers)
        with suppress(ValueError):  # a truncated body
            if response.status == 520 or (
                response.status == 500 and limit_rules.is_hidden(500, response.body)
            ):
                seconds = limit_rules.WINDOW
        if seconds is None:
            return 0.0
        seconds = min(max(seconds, 1.0), cooldowns.LONGEST)
        scope = 0 if response.status == 420 else 1 if reported else 2
        self._cooldowns.close(route.host, route.scopes[scope], seconds, now)
        logger.warning(
            "%s: the API refuses %s for %.0f s (status %s)",
            route.operation,
            ("all requests", f"requests of {route}", "this operation")[scope],
            seconds,
            response.status,
        )
        return seconds


def _rate(route: Route) -> Rate | None:
    return route.budget.rate if isinstance(route.budget, TokenBucket) else None


def _key(*parts: str) -> str:
    return f"esi_limit_{hashlib.sha256(repr(parts).encode()).hexdigest()[:20]}"
