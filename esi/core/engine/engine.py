"""Send requests through cache, rate limiter and network, in this order.

One engine serves a whole process, from any number of threads: the Django app has one, each `Esi`
of `esi_data` has one. It takes its effects as callables (`config`, `sleep`, `clock`), because
settings may change during its life and programs patch them.

A request goes to the cache (fresh: done), then to the API with the ETag of the cached response, and
its response back to the cache. `docs/architecture.md` shows the way in steps.
"""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import Future
from contextlib import nullcontext
from copy import copy
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from esi.core import fork
from esi.core.aio import CallThreads
from esi.core.cache import policy
from esi.core.cache.policy import CacheMode
from esi.core.cache.response_cache import CacheEntry, ResponseCache
from esi.core.cache.single_flight import SingleFlight
from esi.core.cache.write_buffer import WriteBuffer
from esi.core.cancellation import AbandonedError, Workers, check, in_scope, result_of
from esi.core.engine import telemetry
from esi.core.engine.batch import Batch, Semaphore, Width
from esi.core.engine.sender import Sender
from esi.core.http import transport
from esi.core.http.messages import PLAIN, is_server_fault
from esi.core.pace import useful_threads
from esi.core.rate_limits.forecast import Latency
from esi.core.rate_limits.limiter import Limiter
from esi.errors import ApiConnectionError, ApiTimeoutError, DjangoEsiException, OfflineError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from contextlib import AbstractContextManager

    import requests

    from esi.core.cache.protocol import Cache
    from esi.core.cache.response_cache import CacheLookup
    from esi.core.config import Config
    from esi.core.engine.batch import Fetched
    from esi.core.engine.telemetry import OnRequest
    from esi.core.http.messages import Options, Request, Response

T = TypeVar("T")
R = TypeVar("R")


class _Calls(NamedTuple):
    """State that the calls of one `map` share."""

    session: transport.FastSession
    writes: WriteBuffer


class Engine:
    """Sends requests through a cache and a rate limiter.

    Args:
        config: called whenever a setting is read; returns a `Config` or an object with its names.
        cache: any object with the methods of `esi.core.cache.protocol.Cache`; None keeps nothing.
        sleep: called with seconds to wait.
        clock: returns seconds since the epoch.
        on_request: called with a `RequestRecord` for each request, and each hit in the cache.
        after_call: called in the worker thread of an awaited call, after it.
        jitter: returns a number from 0 to 1 that spreads retries.
    """

    def __init__(
        self,
        config: Callable[[], Config],
        cache: Cache | None = None,
        *,
        sleep: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.time,
        on_request: OnRequest | None = None,
        after_call: Callable[[], object] | None = None,
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
        self.threads = CallThreads(
            lambda: self.config().concurrency, after_call, self._useful_threads
        )
        self._session: requests.Session | None = None
        self._wide_pool: transport.Pool | None = None  # connections of pulls
        self._parents: list[object] = []  # connections of the parent process
        self._reset()
        fork.watch(self)

    def _reset(self) -> None:
        self.responses = ResponseCache(self.cache)
        self.semaphore = Semaphore(lambda: self.config().concurrency)
        self._refresh_lock = threading.Lock()
        self._lock = threading.Lock()
        self._local = threading.local()
        # By cache key and token: another token may get another response.
        self._in_flight: dict[tuple[str, str], Future[Response]] = {}
        shared = getattr(type(self.cache), "shares_flights", False)
        self._single_flight = SingleFlight(self.cache) if shared else None

    def after_fork(self) -> None:
        """Open new connections: processes that share one would get each other's responses."""
        self._reset()
        self._parents.append(self._wide_pool)
        self._wide_pool = None
        if self._session is not None:
            self._parents.append(transport.unshared(self._session))

    def __deepcopy__(self, memo: dict[int, Any]) -> Engine:
        """Return the engine itself: connections and locks cannot be copied."""
        return self

    @property
    def session(self) -> requests.Session:
        """Session of all calls; mount adapters and set proxies here."""
        with self._lock:
            if self._session is None:
                self._session = transport.new_session(self.config().connection_pool_maxsize)
            return self._session

    @session.setter
    def session(self, session: requests.Session) -> None:
        self._session = session

    def fast_session(self) -> transport.FastSession:
        """Return the session as it is now, with a connection for each concurrent request."""
        session, size = self.session, self.semaphore.limit
        with self._lock:
            if self._wide_pool is None or self._wide_pool.size != size:
                self._wide_pool = transport.Pool(size)
            return transport.FastSession(transport.widened(session, self._wide_pool))

    def close(self) -> None:
        """Close connections; the next request opens new ones."""
        self.limiter.close()
        with self._lock:
            if self._wide_pool is not None:
                self._wide_pool.close()
                self._wide_pool = None
            if self._session is not None:
                self._session.close()
                self._session = None

    # Requests

    def fetch(
        self, request: Request, options: Options = PLAIN, mode: CacheMode = CacheMode.DEFAULT
    ) -> Response:
        """Return the response to a request, from the cache if it is fresh; see `Sender.send`."""
        return self._fetch_one(request, options, mode)

    def fetch_many(
        self,
        requests: Iterable[Request],
        options: Options = PLAIN,
        mode: CacheMode = CacheMode.DEFAULT,
    ) -> Generator[Response, None, None]:
        """Yield the responses to requests in order, up to `concurrency` of them sent at once.

        The requests should differ only in their query. After a response that is neither 2xx nor
        304, no further request is started. Close the generator to stop early; the cache keeps the
        responses so far.
        """
        requests = iter(requests)
        first = list(islice(requests, 2))
        if len(first) == 1:
            return self._fetch_alone(first[0], options, mode)
        host = urlsplit(first[0].url).netloc if first else ""
        options = self._fast(options)
        batch = Batch(
            fetch=partial(self.fetch_missing, options=options),
            read=partial(_read, options=options),
            writes=self._write_buffer(),
            semaphore=self.semaphore,
            on_hit=partial(self._report_hit, options=options),
            on_response=partial(self.limiter.poll, host),
            width=Width(self.latency),
        )
        return batch.run(self.look_up(chain(first, requests), options, mode))

    def _fetch_alone(
        self, request: Request, options: Options, mode: CacheMode
    ) -> Generator[Response, None, None]:
        """Yield the response to one request, which needs no thread of its own."""
        response = self._fetch_one(request, options, mode, self.semaphore)
        if response.requests:
            self.limiter.poll(urlsplit(request.url).netloc)
        yield response

    def _fetch_one(
        self,
        request: Request,
        options: Options,
        mode: CacheMode,
        permit: AbstractContextManager[object] | None = None,
    ) -> Response:
        (lookup,) = self.look_up([request], options, mode)
        if lookup.response:
            self._report_hit(request, lookup.response, options=options)
            return lookup.response
        if in_scope():  # one of many calls, each on a connection
            options = self._fast(options)
        with permit or nullcontext():
            response, entry = self.fetch_missing(lookup, options)
        if entry:
            self._write_buffer().add(entry)
        return _read(response, options)

    def _fast(self, options: Options) -> Options:
        """Return options with a fast session, by default that of the calls around this one."""
        if options.fast_session:
            return options
        calls = self._calls
        return replace(options, fast_session=calls.session if calls else self.fast_session())

    def _write_buffer(self) -> WriteBuffer:
        return self._calls.writes if self._calls else WriteBuffer(self.responses)

    @property
    def _calls(self) -> _Calls | None:
        """Calls of a `map` that this thread works for."""
        return getattr(self._local, "calls", None)

    def map(self, function: Callable[[T], R], items: list[T]) -> Iterator[R]:
        """Yield results in the order of `items`, up to `concurrency` calls at once."""
        size = min(self.config().concurrency, len(items))
        if size <= 1:
            yield from map(function, items)
            return
        calls = _Calls(self.fast_session(), WriteBuffer(self.responses))

        def call(item: T) -> R:
            self._local.calls = calls
            return function(item)

        workers = Workers(size, self._useful_threads)
        with calls.writes:
            try:
                for future in [workers.submit(partial(call, item)) for item in items]:
                    yield result_of(future)
            finally:  # after an error or ctrl-C nothing starts, and nothing waits
                workers.close()

    def look_up(
        self,
        requests: Iterable[Request],
        options: Options = PLAIN,
        mode: CacheMode = CacheMode.DEFAULT,
    ) -> Iterator[CacheLookup]:
        """Look requests up in the cache, in few round trips; nothing is sent."""
        if options.revalidate and mode is CacheMode.DEFAULT:
            mode = CacheMode.NO_CACHE
        return self.responses.look_up(
            requests,
            CacheMode.RELOAD if options.ignore_cache else mode,
            self.config(),
            self.clock,
            stale_if_error=options.stale_if_error,
        )

    def fetch_missing(self, lookup: CacheLookup, options: Options = PLAIN) -> Fetched:
        """Send the request of a look-up; return the response and the entry for the cache.

        While the API fails, the response is the stored one if the options allow that.
        """
        fallback = lookup.stored if options.stale_if_error else None
        requests = 0
        try:
            response, entry = self._fetch_shared(lookup, options)
            if not fallback or not is_server_fault(response):
                return response, entry
            requests = response.requests
        except (ApiConnectionError, ApiTimeoutError):
            if not fallback:
                raise
        return replace(fallback.response, stale=True, requests=requests), None

    # Inner workings

    def _useful_threads(self) -> int:
        return useful_threads(self.latency.idle)

    def _report_hit(self, request: Request, response: Response, *, options: Options) -> None:
        if on_request := options.on_request or self.on_request:
            bucket = self.limiter.bucket(request)
            telemetry.report(on_request, request, response, bucket=bucket, hit=True)

    def _fetch_shared(self, lookup: CacheLookup, options: Options) -> Fetched:
        """Send a request once for all threads that need it at the same time."""
        key, flight = lookup.key, (lookup.key, lookup.token)
        if not key or lookup.mode is CacheMode.RELOAD:
            return self._fetch(lookup, options)
        with self._lock:
            stored = self.responses.held(key) if lookup.mode is CacheMode.DEFAULT else None
            if stored and stored.fresh(lookup.token, self.clock()):
                return stored.response, None
            others = self._in_flight.get(flight)
            if others is None:
                own = self._in_flight[flight] = Future()
        if others is not None:
            try:
                return replace(result_of(others), requests=0, transferred=0, tokens=0), None
            except AbandonedError:
                check()  # the other thread was cancelled, this one was not
                return self._fetch(lookup, options)
            except DjangoEsiException as exc:
                fault = copy(exc)  # without the frames of the other thread, another user's perhaps
            raise fault
        try:
            response, entry = self._fetch_across_machines(lookup, options)
            own.set_result(response)
        except BaseException as exc:
            own.set_exception(exc)
            raise
        finally:
            with self._lock:
                del self._in_flight[flight]
        return response, entry

    def _fetch_across_machines(self, lookup: CacheLookup, options: Options) -> Fetched:
        """Send a request, unless another machine is sending it: then take its response."""
        config = self.config()
        if self._single_flight is None or config.offline:
            return self._fetch(lookup, options)

        def fetch() -> Fetched:
            response, entry = self._fetch(lookup, options)
            if entry:
                self.responses.write([entry])
            return response, None

        def find() -> Fetched | None:
            stored = self.responses.stored([lookup.key]).get(lookup.key)
            if stored is None or stored == lookup.stored:
                return None
            usable = stored.response.status == 200 or stored.fresh(lookup.token, self.clock())
            return (stored.response, None) if usable else None

        longest = None if config.on_limit == "wait" else config.requests_read_timeout
        return self._single_flight.share(lookup.key, fetch, find, longest)

    def _fetch(self, lookup: CacheLookup, options: Options) -> Fetched:
        request, stored = lookup.request, lookup.stored
        if self.config().offline:
            raise OfflineError(
                f"{request.operation or request.url} is not in the cache for these parameters, and "
                "the client is offline (ESI_OFFLINE). Go online and try again.",
                url=request.url,
            )
        conditional = stored if lookup.mode is not CacheMode.RELOAD else None
        etag = conditional.response.headers.get("etag") if conditional else None
        sent = request.with_headers(if_none_match=etag) if etag else request
        sender = Sender(  # of what the engine has now: programs may replace each part
            self.config(),
            self.limiter,
            self.latency,
            self.session,
            self._refresh_lock,
            self.clock,
            self.sleep,
            self.jitter,
            options.on_request or self.on_request,
        )
        response = sender.send(sent, options)
        kept = policy.to_store(request, response, stored, self.clock())
        if response.status == 304 and stored and kept:
            response = kept.response
        if not (kept and lookup.key and options.store):
            return response, None
        response.expires_at = kept.expires_at
        paged = self.responses.keeps_listings and response.headers.get("x-pages", "1") != "1"
        listing = policy.listing_key(request) if paged else ""
        entry = CacheEntry(lookup.key, request.operation, kept, listing)
        self.responses.hold(entry)  # look-ups find it here until it is written
        return response, entry


def _read(response: Response, options: Options) -> Response:
    """Return a response with the value that `Options.read` makes of it."""
    if options.read and response.status == 200 and not response.from_cache:
        value = options.read(response)
        response.unpacked = None
        if value is not None:
            response = replace(response, value=value)  # the cache stores the bytes
    return response
