"""Many requests at once: looked up in the cache, sent concurrently, returned in order."""

from __future__ import annotations

import threading
import time
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from esi.core.cancellation import CancelScope

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from esi.core.cache.response_cache import CacheEntry, CacheLookup, ResponseCache
    from esi.core.engine.semaphore import Semaphore
    from esi.core.http.messages import Request, Response

    # A response, and the entry that is to be written to the cache.
    Fetched = tuple[Response, CacheEntry | None]

# Requests started ahead of the one that is returned, as a multiple of the concurrency.
_READ_AHEAD = 2

# Responses are written every so many seconds, or so many at once; a killed process loses the rest.
_WRITE_EVERY = 1.0
_MAX_UNWRITTEN = 500


@dataclass(slots=True)
class Batch:
    """One use of the engine for many requests.

    The cache is read and written by the thread that iterates, in few transactions, and not by the
    threads that wait for the API: a cache on disk has one writer at a time.

    Args:
        look_up: looks requests up in the cache.
        fetch: sends the request of a look-up.
        cache: where responses are written.
        semaphore: limits the requests that are sent at once.
        on_hit: called with each request that the cache answers, and its response.
        on_response: called with each request that was sent.
    """

    look_up: Callable[[Iterable[Request]], Iterator[CacheLookup]]
    fetch: Callable[[CacheLookup], Fetched]
    cache: ResponseCache
    semaphore: Semaphore
    on_hit: Callable[[Request, Response], object]
    on_response: Callable[[Request], object]
    _scope: CancelScope = field(default_factory=CancelScope)
    _failed: threading.Event = field(default_factory=threading.Event)

    def run(self, requests: Iterable[Request], *, threads: bool) -> Generator[Response, None, None]:
        """Yield responses in order. After one of 300 or more no further request is started."""
        unwritten: list[CacheEntry] = []
        written_at = time.monotonic()
        results = self._results(self.look_up(requests), threads=threads)
        try:
            for response, entry in results:
                if entry:
                    unwritten.append(entry)
                    waited = time.monotonic() - written_at
                    if len(unwritten) >= _MAX_UNWRITTEN or waited >= _WRITE_EVERY:
                        self.cache.write(unwritten)
                        unwritten, written_at = [], time.monotonic()
                yield response
        finally:  # also after an error or ctrl-C: a response need not be fetched twice
            results.close()
            self.cache.write(unwritten)

    def _results(
        self, lookups: Iterator[CacheLookup], *, threads: bool
    ) -> Generator[Fetched, None, None]:
        pool = ThreadPoolExecutor(self.semaphore.limit, thread_name_prefix="esi")
        ahead: deque[tuple[CacheLookup, Future[Fetched] | None]] = deque()
        following: CacheLookup | None = None
        try:
            while True:
                while len(ahead) < _READ_AHEAD * self.semaphore.limit and not self._failed.is_set():
                    following = following or next(lookups, None)
                    if following is None:
                        break
                    future = None
                    if following.response is None:
                        if not self.semaphore.acquire(wait=not ahead):
                            break
                        future = self._start(following, pool if threads else None)
                    ahead.append((following, future))
                    following = None
                if not ahead:
                    return
                yield self._result(*ahead.popleft())
        finally:
            self._scope.cancel()
            pool.shutdown(cancel_futures=True)
            futures = [f for _, f in ahead if f and not f.cancelled() and not f.exception()]
            entries = [future.result()[1] for future in futures]
            self.cache.write(entry for entry in entries if entry)

    def _result(self, lookup: CacheLookup, future: Future[Fetched] | None) -> Fetched:
        if future:
            fetched = future.result()
            self.on_response(lookup.request)
            return fetched
        assert lookup.response is not None
        self.on_hit(lookup.request, lookup.response)
        return lookup.response, None

    def _start(self, lookup: CacheLookup, pool: ThreadPoolExecutor | None) -> Future[Fetched]:
        """Start a request, which releases the semaphore when it is done; without a pool at once."""
        try:
            if pool:
                future = pool.submit(self._scope.run, self.fetch, lookup)
                future.add_done_callback(self._done)
                return future
            future = Future()
            future.set_result(self.fetch(lookup))
        except BaseException:
            self.semaphore.release()
            raise
        self.semaphore.release()
        return future

    def _done(self, future: Future[Fetched]) -> None:
        if future.cancelled() or future.exception() or future.result()[0].status >= 300:
            self._failed.set()
        self.semaphore.release()
