"""Engine: everything a request needs from its surroundings, and the way a request goes.

One engine serves a whole process, from any number of threads: the Django app has one, each `Esi`
of `esi_data` has one. It takes its effects as callables (`config`, `sleep`, `clock`), since
settings may change while it lives and programs patch them.

A request goes: cache (fresh: done) -> API, with the ETag of what the cache holds -> cache. Faults
that pass by themselves are tried again.
"""

from __future__ import annotations

import logging
import os
import random
import threading
import time
import weakref
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from esi.core.cache import policy
from esi.core.cache.protocol import forgiving, read_many
from esi.core.cache.single_flight import SingleFlight
from esi.core.cancellation import AbandonedError, CancelScope
from esi.core.engine import sender
from esi.core.engine.semaphore import Semaphore
from esi.core.http import transport
from esi.core.http.messages import PLAIN
from esi.core.rate_limits.forecast import Latency
from esi.core.rate_limits.limiter import Limiter
from esi.errors import ApiConnectionError, ApiTimeoutError, OfflineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import requests

    from esi.core.cache.policy import Stored
    from esi.core.cache.protocol import Cache
    from esi.core.config import Config
    from esi.core.engine.telemetry import RequestRecord
    from esi.core.http.messages import Options, Request, Response

T = TypeVar("T")
R = TypeVar("R")

logger = logging.getLogger("esi.core")

_engines: weakref.WeakSet[Engine] = weakref.WeakSet()


@dataclass(frozen=True, slots=True)
class CacheLookup:
    """A request and what the cache knew of it: `answer` is set where it still holds.

    `renew` tells that the API is to be asked whatever the cache holds.
    """

    request: Request
    keep: bool
    stored: Stored | None
    answer: Response | None
    renew: bool


class Engine:
    """Fetches requests through a cache.

    Args:
        config: called whenever a knob is read; returns a `Config` or an object with its names.
        cache: anything with `get`, `set`, `add`, `incr`, `delete`; None keeps nothing.
        sleep: called with seconds to wait.
        clock: returns seconds since the epoch.
        on_request: called with a `esi.core.engine.telemetry.RequestRecord` for each request, and
            each answer out of the cache.
        jitter: returns a number from 0 to 1 that spreads retries.
    """

    def __init__(
        self,
        config: Callable[[], Config],
        cache: Cache | None = None,
        *,
        sleep: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.time,
        on_request: Callable[[RequestRecord], object] | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.config = config
        self.cache = cache
        self.sleep = sleep
        self.clock = clock
        self.on_request = on_request
        self.jitter = jitter
        self.limiter = Limiter(cache, clock)
        self.latency = Latency()
        self._session: requests.Session | None = None
        self._wide: transport.Pool | None = None  # the connections of pulls
        self._parents: list[object] = []  # connections
        self._nothing_under_way()
        _engines.add(self)

    def _nothing_under_way(self) -> None:
        self.refreshing = threading.Lock()  # of tokens
        self._lock = threading.Lock()
        self.slots = Semaphore(lambda: self.config().concurrency)
        # Requests under way, by cache key and token: another token may be answered otherwise.
        self._flights: dict[tuple[str, str], Future[Response]] = {}
        self._landed: dict[str, Stored] = {}  # what came and is not in the cache yet
        shares = getattr(type(self.cache), "shares_flights", False)
        self._machines = SingleFlight(self.cache) if self.cache is not None and shares else None

    def _forked(self) -> None:
        """In a child process: what is under way is its parent's, and so are open connections.

        Two processes that read from one connection get each other's answers. (The limiter looks
        for itself.)
        """
        self._nothing_under_way()
        self._parents.append(self._wide)
        self._wide = None
        if self._session is not None:
            self._parents.append(transport.unshared(self._session))

    def __deepcopy__(self, memo: dict[int, Any]) -> Engine:
        """Copies of a client share its engine: connections and locks have no copy."""
        return self

    @property
    def session(self) -> requests.Session:
        """The requests session of all calls; mount adapters and set proxies here."""
        with self._lock:
            if self._session is None:
                self._session = transport.new_session(self.config().connection_pool_maxsize)
            return self._session

    @session.setter
    def session(self, session: requests.Session) -> None:
        self._session = session

    def line(self) -> transport.FastSession:
        """The session as it stands now, with a connection for each request of a pull."""
        session, size = self.session, self.slots.limit
        with self._lock:
            if self._wide is None or self._wide.size != size:
                self._wide = transport.Pool(size)
            return transport.FastSession(transport.widened(session, self._wide))

    def close(self) -> None:
        """Close connections; the next request opens new ones."""
        self.limiter.close()
        with self._lock:
            if self._wide is not None:
                self._wide.close()
                self._wide = None
            if self._session is not None:
                self._session.close()
                self._session = None

    # One request

    def fetch(
        self,
        request: Request,
        options: Options = PLAIN,
        *,
        renew: bool = False,
    ) -> Response:
        """Return the answer to a request, out of the cache where it still holds.

        `renew` asks the API even then, with the ETag of what the cache holds.

        Raises:
            ApiConnectionError, ApiTimeoutError: after the last retry.
        """
        case = self.look_up(request, options, renew=renew)
        if case.answer:
            sender.tell_hit(self, request, case.answer)
            return case.answer
        answer, stored = self.ask(case, options)
        if stored:
            self.keep([(request, stored)])
        return answer

    def forget(self, request: Request) -> None:
        """Drop what the cache holds for a request (its body turned out to be unreadable)."""
        if self.cache is not None:
            self._tried(partial(self.cache.delete, policy.key(request)))

    def cached_until(self, request: Request) -> float | None:
        """When the cached answer to a request ends to hold (epoch seconds), None if none is."""
        stored = self._stored([policy.key(request)])
        return next((each.expires_at for each in stored.values()), None)

    def map(self, function: Callable[[T], R], items: list[T]) -> Iterator[R]:
        """Results in the order of `items`, up to `concurrency` of them under way at once."""
        workers = min(self.config().concurrency, len(items))
        if workers <= 1:
            yield from map(function, items)
            return
        with ThreadPoolExecutor(workers, thread_name_prefix="esi") as pool:
            work = CancelScope()
            futures = [pool.submit(work.run, function, item) for item in items]
            try:
                for future in futures:
                    yield future.result()
            finally:  # an error or ctrl-C: what has not begun need not, what waits need not
                work.give_up()
                pool.shutdown(wait=False, cancel_futures=True)

    # At the rim

    def look_up(self, request: Request, options: Options, *, renew: bool) -> CacheLookup:
        """What the cache has to say about a request."""
        (case,) = self.look_up_all([request], options, renew=renew)
        return case

    def look_up_all(
        self, requests: Sequence[Request], options: Options, *, renew: bool
    ) -> list[CacheLookup]:
        """What the cache has to say about requests, in their order; asked once for all of them."""
        config = self.config()
        wanted = config.offline or not options.ignore_cache  # offline what there is must do
        looked = wanted or options.stale_if_error
        keep = [
            config.cache_response
            and policy.cacheable(request)
            and "if-none-match" not in request.headers  # the caller's own condition
            for request in requests
        ]
        keys = [
            policy.key(request) if kept and looked else ""
            for request, kept in zip(requests, keep, strict=True)
        ]
        known = self._stored([key for key in keys if key])
        now = self.clock()
        cases = []
        for request, kept, key in zip(requests, keep, keys, strict=True):
            stored = known.get(key)
            fresh = config.offline or (
                stored and wanted and not renew and stored.fresh(request, now)
            )
            answer = stored.answer if stored and fresh else None
            if stored and stored.answer.status != 200:
                stored = None  # a remembered refusal has nothing to be revalidated
            cases.append(CacheLookup(request, kept, stored, answer, renew))
        return cases

    def ask(self, case: CacheLookup, options: Options) -> tuple[Response, Stored | None]:
        """Ask the API; return the answer, and what the cache should keep of it.

        With `stale_if_error`, what the cache holds stands in for an answer that did not come.
        """
        bridge = case.stored if options.stale_if_error else None
        try:
            answer, stored = self._shared(case, options)
        except (ApiConnectionError, ApiTimeoutError):
            if bridge:
                return replace(bridge.answer, stale=True), None
            raise
        if bridge and answer.status >= 500:
            return replace(bridge.answer, stale=True, requests=answer.requests), None
        return answer, stored

    def _shared(self, case: CacheLookup, options: Options) -> tuple[Response, Stored | None]:
        """Ask the API; the same request by several threads at once goes out once.

        The others wait for its answer, or take it before it is in the cache; it costs them nothing.
        So do machines, where they share a cache that says so.
        """
        if not case.keep or options.ignore_cache:
            return self._ask(case, options)
        key = policy.key(case.request)
        name = key, policy.bearer(case.request)
        stored = None
        with self._lock:
            landed = None if case.renew else self._landed.get(key)
            if landed and landed.fresh(case.request, self.clock()):
                return landed.answer, None
            flight = self._flights.get(name)
            if flight is None:
                mine = self._flights[name] = Future()
        if flight is not None:
            try:
                return replace(flight.result(), requests=0, transferred=0, tokens=0), None
            except AbandonedError:  # by those who sent it, not by us
                return self._ask(case, options)
        try:
            answer, stored = self._ask_once(key, case, options)
            mine.set_result(answer)
        except BaseException as exc:
            mine.set_exception(exc)
            raise
        finally:
            with self._lock:
                del self._flights[name]
                if stored:
                    self._landed[key] = _free(stored)
        return answer, stored

    def _ask_once(
        self, key: str, case: CacheLookup, options: Options
    ) -> tuple[Response, Stored | None]:
        """Ask, unless another machine does; its answer is then in the cache, and so is ours."""
        config = self.config()
        if self._machines is None or config.offline:
            return self._ask(case, options)

        def ask() -> tuple[Response, Stored | None]:
            answer, stored = self._ask(case, options)
            if stored:
                self.keep([(case.request, stored)])
            return answer, None

        def found() -> tuple[Response, Stored | None] | None:
            stored = self._stored([key]).get(key)
            if stored is None or stored == case.stored or not self._holds(case.request, stored):
                return None
            return stored.answer, None

        waits = config.on_limit == "wait"
        longest = None if waits else config.requests_read_timeout
        return self._machines.share(key, ask, found, longest)

    def _holds(self, request: Request, stored: Stored) -> bool:
        """Whether what another machine kept meanwhile will do."""
        return stored.answer.status == 200 or stored.fresh(request, self.clock())

    def _ask(self, case: CacheLookup, options: Options) -> tuple[Response, Stored | None]:
        request, stored = case.request, case.stored
        if self.config().offline:
            raise OfflineError(
                f"{request.operation or request.url} is not in the cache for these parameters, and "
                "the client is offline (ESI_OFFLINE). Go online, and ask again.",
                url=request.url,
            )
        etag = stored.answer.headers.get("etag") if stored and not options.ignore_cache else None
        asked = request.with_headers(if_none_match=etag) if etag else request
        answer = sender.send(self, asked, options)
        now = self.clock()
        if answer.status == 304 and stored:
            stored = policy.renewed(stored, answer, request.lifetime, now)
            return stored.answer, stored
        if not case.keep or not policy.storable(answer.headers):
            return answer, None
        if answer.status == 200:
            until = policy.expires_at(answer.headers, request.lifetime, now)
            return answer, policy.Stored(answer, until, now)
        if request.item and answer.status in policy.REMEMBERED:
            until = now + policy.REMEMBERED_FOR
            return answer, policy.Stored(answer, until, now, policy.bearer(request))
        return answer, None

    def _stored(self, keys: list[str]) -> dict[str, Stored]:
        """What the cache holds under keys."""
        read = {key: policy.unpack(value) for key, value in self.read(keys).items()}
        with self._lock:
            read |= {key: self._landed[key] for key in keys if key in self._landed}
        return {key: stored for key, stored in read.items() if stored}

    def read(self, keys: list[str]) -> dict[str, Any]:
        """What the cache has under keys, in one question where it takes many; nothing if it fails.

        A key that has nothing may come as None.
        """
        if self.cache is None or not keys:
            return {}
        return self._tried(partial(read_many, self.cache, keys)) or {}

    def keep(self, answers: list[tuple[Request, Stored]]) -> None:
        """Put answers into the cache; in one transaction, where the cache has them."""
        if self.cache is not None and answers:
            self._tried(partial(self._write, self.cache, answers))
        with self._lock:
            for request, _ in answers:
                self._landed.pop(policy.key(request), None)

    @staticmethod
    def _write(cache: Cache, answers: list[tuple[Request, Stored]]) -> None:
        transaction = getattr(cache, "transact", nullcontext)
        with transaction():
            for request, stored in answers:
                seconds = max(stored.expires_at - stored.stored_at, 0) + policy.KEEP_AFTER_EXPIRY
                # A cache that knows tags can tell and drop answers by their operation.
                tags = request.operation and hasattr(cache, "tag_index")
                tag = {"tag": request.operation} if tags else {}
                cache.set(policy.key(request), policy.pack(stored), int(seconds), **tag)

    @staticmethod
    def _tried(action: Callable[[], Any]) -> Any:
        """Use the cache; a cache that fails must not fail the call."""
        with forgiving(logger):
            return action()
        return None


def _free(stored: Stored) -> Stored:
    """An answer as it comes out of the cache: it costs nothing."""
    answer = replace(stored.answer, from_cache=True, requests=0, transferred=0, tokens=0)
    return replace(stored, answer=answer)


def _after_fork() -> None:
    for engine in list(_engines):
        engine._forked()  # noqa: SLF001 - its own


if hasattr(os, "register_at_fork"):  # where there are forks
    os.register_at_fork(after_in_child=_after_fork)
