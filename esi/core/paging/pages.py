"""How the pages of a listing are fetched: the rule asks (`snapshot`), the engine brings."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from esi.core.cache import policy
from esi.core.cancellation import CancelScope
from esi.core.engine import sender
from esi.core.paging import snapshot as snapshots
from esi.core.paging.snapshot import CacheMode

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from esi.core.cache.policy import Stored
    from esi.core.engine.engine import CacheLookup, Engine
    from esi.core.http.messages import Options, Request, Response
    from esi.core.paging.snapshot import Snapshot

    # Returns the decoded answer, or raises what its status or its body ask for.
    Decode = Callable[[Response, Request], Any]

logger = logging.getLogger("esi.core")

# Pages looked for in the cache at once: each look at a disk's cache hands the interpreter to the
# threads that fetch, and waits to have it back.
_BATCH = 50

# Pages ahead of the one that is read, by slots: while some are under way, others have come already.
_AHEAD = 2

# Pages go into the cache every so many seconds, or so many at once: what a killed process loses.
_KEEP_EVERY = 1.0
_MOST_PENDING = 500


def fetch_pages(engine: Engine, request: Request, options: Options) -> Snapshot:
    """Fetch all pages of a listing, concurrently, as one snapshot where that can be had.

    An answer of 300 or more ends the pull and is its only answer; but a page after the first that
    is not there (404) is a page less.
    """
    rule = snapshots.snapshot(options.max_pages)
    next(rule)
    answers = {1: _first(engine, request, options)}
    while True:
        for number, answer in answers.items():
            if answer.status >= 300:
                asked = numbered(request, number)
                return snapshots.Snapshot([answer], consistent=False, requested=[asked])
        try:
            numbers, how = rule.send(answers)
        except StopIteration as end:
            snapshot: Snapshot = end.value
            count = len(snapshot.answers)
            snapshot.requested = [numbered(request, n) for n in range(1, count + 1)]
            return snapshot
        options = options if options.line else _wide(engine, options)
        answers = dict(_fetch(engine, request, numbers, options, how))


class Stream:
    """The pages of a listing, decoded, in order, with few of them in memory at once.

    A page once given cannot be taken back, so there is nothing to repair: `consistent` is False
    from the first page of another generation on. What a cache alone is late with is asked for anew
    before it is given.
    """

    def __init__(self, engine: Engine, request: Request, options: Options, decode: Decode) -> None:
        self.consistent = True
        self._engine = engine
        self._request = request
        self._options = options
        self._decode = decode

    def __iter__(self) -> Iterator[tuple[Any, Response]]:
        first = _first(self._engine, self._request, self._options)
        yield self._decode(first, numbered(self._request, 1)), first
        newest, number = first, 1
        options = self._options if self._count(first) == 1 else _wide(self._engine, self._options)
        while number < (count := self._count(newest)):
            following = range(number + 1, count + 1)
            for number, answer in _fetch(
                self._engine, self._request, following, options, CacheMode.DEFAULT
            ):
                page = self._brought_up(number, answer, newest)
                dated = snapshots.modified(page) is not None
                self.consistent &= dated and snapshots.modified(page) == snapshots.modified(newest)
                newest = max(newest, page, key=snapshots.age)
                yield self._decode(page, numbered(self._request, number)), page
            if number < following[-1]:
                self.consistent = False  # the listing ended before its count
                return

    def _count(self, answer: Response) -> int:
        count = snapshots.page_count(answer)
        return min(count, self._options.max_pages or count)

    def _brought_up(self, number: int, answer: Response, newest: Response) -> Response:
        """A page that is older than one before it, asked for again."""
        for how in (CacheMode.NO_CACHE, CacheMode.RELOAD):
            if answer.status >= 300 or snapshots.age(answer) >= snapshots.age(newest):
                break
            again = dict(_fetch(self._engine, self._request, [number], self._options, how))
            if number in again:
                answer = snapshots.bearing(again[number], answer)
        return answer


def _wide(engine: Engine, options: Options) -> Options:
    return replace(options, line=engine.line())


def numbered(request: Request, number: int) -> Request:
    """The request for a page of a listing.

    The document gives `page` its default, so a listing's first page names it already.
    """
    paged = any(name == "page" for name, _ in request.params)
    return request.with_param("page", number) if paged or number > 1 else request


def _first(engine: Engine, request: Request, options: Options) -> Response:
    """The first page; where it is about to expire and others have to be fetched, its successor."""
    config = engine.config()
    (_, answer), *_ = _fetch(engine, request, [1], options, CacheMode.DEFAULT)
    count = min(snapshots.page_count(answer), options.max_pages or snapshots.MOST_PAGES)
    if count == 1 or answer.status >= 300 or config.page_wait <= 0:
        return answer
    until = engine.cached_until(numbered(request, 1))
    if until is None:
        until = policy.expires_at(answer.headers, request.lifetime, engine.clock())
    left = until - engine.clock()
    if not 0 < left <= config.page_wait:
        return answer
    cases = _looked_up(engine, request, range(2, count + 1), options, CacheMode.DEFAULT)
    pages = sum(1 for _, case in cases if not case.answer)
    seconds = snapshots.wait(left, pages, config.concurrency, config.page_wait)
    if not seconds:
        return answer
    logger.info(
        "%s: page 1 expires in %.0f s; waiting for the next snapshot (ESI_PAGE_WAIT)",
        request.operation or request.url,
        seconds,
    )
    engine.sleep(seconds)
    (_, successor), *_ = _fetch(engine, request, [1], options, CacheMode.NO_CACHE)
    return snapshots.bearing(successor, answer)


def _fetch(
    engine: Engine, request: Request, numbers: Sequence[int], options: Options, how: CacheMode
) -> Iterator[tuple[int, Response]]:
    """Fetch pages by number, in order, up to `ESI_CONCURRENCY` of them at once.

    A page past the end (404) ends the listing: those after it are not asked for any more, since
    each would cost five tokens and error budget. The first page's 404 is an answer like any other.

    The cache is read and written here, in few transactions, and not by the threads that wait
    for the API: a disk's cache has one writer at a time.
    """
    if how is CacheMode.RELOAD:
        options = replace(options, ignore_cache=True)
    cases = _looked_up(engine, request, numbers, options, how)
    pending: list[tuple[Request, Stored]] = []
    kept_at = time.monotonic()
    asked = _asked(engine, cases, options, alone=len(numbers) == 1)
    try:
        for number, case, (answer, stored) in asked:
            if stored:
                pending.append((case.request, stored))
                if len(pending) >= _MOST_PENDING or time.monotonic() - kept_at >= _KEEP_EVERY:
                    engine.keep(pending)
                    pending, kept_at = [], time.monotonic()
            if answer.status == 404 and number > 1:
                return
            if options.progress and answer.status < 300:
                options.progress(number, snapshots.page_count(answer), answer)
            yield number, answer
    finally:  # also after an error or ctrl-C: what was fetched need not be fetched again
        asked.close()
        engine.keep(pending)


def _looked_up(
    engine: Engine, request: Request, numbers: Sequence[int], options: Options, how: CacheMode
) -> Iterator[tuple[int, CacheLookup]]:
    """Pages with what the cache has to say about them, some ahead."""
    for start in range(0, len(numbers), _BATCH):
        batch = numbers[start : start + _BATCH]
        requests = [numbered(request, n) for n in batch]
        cases = engine.look_up_all(requests, options, renew=how is CacheMode.NO_CACHE)
        yield from zip(batch, cases, strict=True)


def _asked(
    engine: Engine, cases: Iterator[tuple[int, CacheLookup]], options: Options, *, alone: bool
) -> Generator[tuple[int, CacheLookup, tuple[Response, Stored | None]], None, None]:
    """Cases with their answers, in order, those ahead under way; each has a slot of the engine.

    After a refusal no more are asked for.
    """
    ahead: deque[tuple[int, CacheLookup, Future[tuple[Response, Stored | None]] | None]] = deque()
    waiting: tuple[int, CacheLookup] | None = None
    pool = ThreadPoolExecutor(engine.slots.limit, thread_name_prefix="esi")
    work = CancelScope()
    refused = threading.Event()

    def landed(future: Future[tuple[Response, Stored | None]]) -> None:
        if future.cancelled() or future.exception() or future.result()[0].status >= 300:
            refused.set()
        engine.slots.give()

    try:
        while True:
            while len(ahead) < _AHEAD * engine.slots.limit and not refused.is_set():
                waiting = waiting or next(cases, None)
                if waiting is None:
                    break
                number, case = waiting
                future = None
                if case.answer is None:
                    if not engine.slots.take(wait=not ahead):
                        break
                    future = _submitted(engine, pool, work, case, options, landed, alone=alone)
                ahead.append((number, case, future))
                waiting = None
            if not ahead:
                return
            number, case, future = ahead.popleft()
            if future:
                fetched = future.result()
                engine.limiter.poll(case.request)
                yield number, case, fetched
            elif case.answer:
                sender.tell_hit(engine, case.request, case.answer)
                yield number, case, (case.answer, None)
    finally:
        work.give_up()
        pool.shutdown(cancel_futures=True)
        done = [(case.request, f) for _, case, f in ahead if f and not f.cancelled()]
        answers = [(request, f.result()[1]) for request, f in done if not f.exception()]
        engine.keep([(request, stored) for request, stored in answers if stored])


def _submitted(
    engine: Engine,
    pool: ThreadPoolExecutor,
    work: CancelScope,
    case: CacheLookup,
    options: Options,
    landed: Callable[[Future[tuple[Response, Stored | None]]], None],
    *,
    alone: bool,
) -> Future[tuple[Response, Stored | None]]:
    """The answer under way; the slot is given back when it is there. One alone needs no thread."""
    try:
        if not alone:
            future = pool.submit(work.run, engine.ask, case, options)
            future.add_done_callback(landed)
            return future
        future = Future()
        future.set_result(engine.ask(case, options))
    except BaseException:
        engine.slots.give()
        raise
    engine.slots.give()
    return future
