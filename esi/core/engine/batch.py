"""Look up many requests in the cache, send them concurrently and return responses in order."""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future, wait
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from esi.core.cancellation import Workers, result_of
from esi.core.pace import IdleClock, useful_threads

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from esi.core.cache.response_cache import CacheEntry, CacheLookup
    from esi.core.cache.write_buffer import WriteBuffer
    from esi.core.http.messages import Request, Response
    from esi.core.rate_limits.forecast import Latency

    # Response, and the entry to write to the cache.
    Fetched = tuple[Response, CacheEntry | None]

# Number of requests started ahead of the one returned next, as a multiple of the concurrency.
_READ_AHEAD = 2

# Mean seconds of waiting for a response, up to which a server responds at once.
_AT_ONCE = 0.0005

# Seconds that a batch waits at its end for requests in flight. The cache gets later responses too.
_LONGEST_END = 0.5


class Semaphore:
    """Limit of concurrent requests for all pulls of an engine, read at each use."""

    def __init__(self, limit: Callable[[], int]) -> None:
        self._limit = limit
        self._acquired = 0
        self._changed = threading.Condition()

    @property
    def limit(self) -> int:
        """Number of permits."""
        return max(self._limit(), 1)

    def acquire(self, *, wait: bool) -> bool:
        """Acquire a permit; if none is free, wait for one or return False."""
        with self._changed:
            while self._acquired >= self.limit:
                if not wait:
                    return False
                self._changed.wait()
            self._acquired += 1
            return True

    def release(self) -> None:
        """Release a permit."""
        with self._changed:
            self._acquired -= 1
            self._changed.notify()

    def __enter__(self) -> None:
        self.acquire(wait=True)

    def __exit__(self, *_: object) -> None:
        self.release()


class Width:
    """Number of concurrent requests of a batch, which grows while this process is idle.

    It is 1 while the server responds at once: other threads would wait for the interpreter, which
    takes longer.
    """

    def __init__(self, latency: Latency, clock: IdleClock | None = None) -> None:
        self._latency = latency
        self._clock = clock or IdleClock()
        self.value = self._useful()
        self._responses = 0

    def record(self) -> None:
        """Count a response; after each `value` of them, double `value` if the process was idle."""
        if self.value == 1:
            self.value = self._useful()
            return
        self._responses += 1
        if self._responses < self.value:
            return
        if self._clock.was_idle():
            self.value *= 2
        self._responses = 0

    def _useful(self) -> int:
        return 1 if self._latency.waited < _AT_ONCE else useful_threads(self._latency.seconds)


@dataclass(slots=True, eq=False)
class Batch:
    """Use of the engine for many requests.

    Only the thread that iterates reads and writes the cache, in few transactions, because a cache
    on disk has one writer at a time. It also reads the responses, so that the other threads, which
    wait for the API, send their next requests at once. With a width of 1 there are no others: it
    sends each request itself when the response is needed. `on_hit` is called with each request that
    the cache answers and its response, `on_response` after each response of the API.
    """

    fetch: Callable[[CacheLookup], Fetched]
    read: Callable[[Response], Response]
    writes: WriteBuffer
    semaphore: Semaphore
    on_hit: Callable[[Request, Response], object]
    on_response: Callable[[], object]
    width: Width
    _workers: Workers = field(init=False)
    _next: CacheLookup | None = None
    _ahead: deque[tuple[CacheLookup, Future[Fetched] | None]] = field(default_factory=deque)
    _unread: int = 0  # responses of the API among them
    _in_flight: set[Future[Fetched]] = field(default_factory=set)  # each has a permit
    _failed: bool = False

    def run(self, lookups: Iterator[CacheLookup]) -> Generator[Response, None, None]:
        """Yield responses in order. After one that is neither 2xx nor 304 no request is started."""
        self._workers = Workers(self.semaphore.limit)
        longest_end = _LONGEST_END
        with self.writes:
            try:
                while self._start_ahead(lookups):
                    lookup, future = self._ahead[0]
                    if future:
                        response, entry = result_of(future)
                        self._ahead.popleft()  # not before: an interrupt must not lose it
                        self._unread -= 1
                        self._keep(entry)
                        self.on_response()
                        self.width.record()
                        yield self.read(response)
                    elif lookup.response:
                        self._ahead.popleft()
                        self.on_hit(lookup.request, lookup.response)
                        yield lookup.response
            except KeyboardInterrupt:
                longest_end = 0.0
                raise
            finally:  # also after an error: a response need not be fetched twice
                self._end(longest_end)

    def _start_ahead(self, lookups: Iterator[CacheLookup]) -> bool:
        """Start the next requests; return False if no response is left to be returned."""
        while len(self._ahead) < _READ_AHEAD * self.semaphore.limit and not self._failed:
            self._next = self._next or next(lookups, None)
            if self._next is None:
                break
            future = None
            if self._next.response is None:
                alone = self.width.value == 1
                if self._unread >= _READ_AHEAD * self.width.value or (alone and self._ahead):
                    break
                if not self.semaphore.acquire(wait=not self._ahead):
                    break
                future = self._start(self._next)
                self._unread += 1
            self._ahead.append((self._next, future))
            self._next = None
        return bool(self._ahead)

    def _start(self, lookup: CacheLookup) -> Future[Fetched]:
        """Start a request, which releases its permit when it is done."""
        future: Future[Fetched]
        try:
            if self.width.value == 1:
                future = Future()
                future.set_result(self.fetch(lookup))
            else:
                self._workers.size = min(self.width.value, self.semaphore.limit)
                future = self._workers.submit(partial(self.fetch, lookup))
        except BaseException:
            self.semaphore.release()
            raise
        self._in_flight.add(future)
        future.add_done_callback(self._done)
        return future

    def _done(self, future: Future[Fetched]) -> None:
        if future.cancelled() or future.exception() or _refused(future.result()[0]):
            self._failed = True
        self._release(future)

    def _release(self, future: Future[Fetched]) -> None:
        """Release the permit of a request, once."""
        with suppress(KeyError):
            self._in_flight.remove(future)
            self.semaphore.release()

    def _keep(self, entry: CacheEntry | None) -> None:
        if entry:
            self.writes.add(entry)

    def _end(self, longest: float) -> None:
        self._workers.close()
        futures = [future for _, future in self._ahead if future]
        for future in wait(futures, longest).not_done:
            self._release(future)  # others may start requests in their place
        for future in futures:
            future.add_done_callback(self._keep_late)

    def _keep_late(self, future: Future[Fetched]) -> None:
        if not future.cancelled() and not future.exception():
            self._keep(future.result()[1])


def _refused(response: Response) -> bool:
    """Return True unless a response has data or confirms what the caller has."""
    return response.status >= 300 and response.status != 304
