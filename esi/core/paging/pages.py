"""Fetch the pages of a listing; `snapshot` or `walks` decide which ones."""

from __future__ import annotations

import json
import logging
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from esi.core import cancellation
from esi.core.cache import policy
from esi.core.cache.policy import CacheMode
from esi.core.paging import snapshot as snapshots
from esi.core.paging.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from esi.core.engine.engine import Engine
    from esi.core.http.messages import Options, Request, Response
    from esi.core.paging.walks import Walk

    # Returns the decoded response, or raises the error that its status or body calls for.
    Decode = Callable[[Response, Request], Any]

logger = logging.getLogger("esi.core")

# Headers about the body of one page, which do not fit the merged body of a walk.
_OF_BODY = {"etag", "content-encoding", "content-length", "content-md5", "transfer-encoding"}


def fetch_pages(engine: Engine, request: Request, options: Options, first: int = 1) -> Snapshot:
    """Fetch all pages of a listing from `first` on concurrently, as one snapshot if possible.

    A response of 300 or more ends the pull and is its only response, except that a 404 after the
    first page shortens the listing.
    """
    rule = snapshots.snapshot(options.max_pages, first=first)
    next(rule)
    responses = {first: _first_page(engine, request, options, first)}
    while True:
        for number, response in responses.items():
            if response.status >= 300:
                failed = numbered(request, number)
                return Snapshot([response], consistent=False, requested=[failed])
        try:
            numbers, mode = rule.send(responses)
        except StopIteration as end:
            snapshot: Snapshot = end.value
            end_page = first + len(snapshot.responses)
            snapshot.requested = [numbered(request, n) for n in range(first, end_page)]
            return snapshot
        responses = dict(_fetch(engine, request, numbers, options, mode, first))


@dataclass
class PageStream:
    """Decoded pages of a listing, in order, with few of them in memory at once.

    A yielded page cannot be corrected later, so `consistent` is False from the first page of
    another snapshot on. An outdated page from the cache is fetched again before it is yielded.
    """

    engine: Engine
    request: Request
    options: Options
    decode: Decode
    consistent: bool = True

    def __iter__(self) -> Iterator[tuple[Any, Response]]:
        first = _first_page(self.engine, self.request, self.options)
        yield self.decode(first, numbered(self.request, 1)), first
        newest, number = first, 1
        while number < (count := _count(newest, self.options)):
            following = range(number + 1, count + 1)
            for number, response in _fetch(
                self.engine, self.request, following, self.options, CacheMode.DEFAULT
            ):
                page = self._up_to_date(number, response, newest)
                date = snapshots.last_modified(page)
                self.consistent &= date is not None and date == snapshots.last_modified(newest)
                newest = max(newest, page, key=snapshots.generated_at)
                yield self.decode(page, numbered(self.request, number)), page
            if number < following[-1]:
                self.consistent = False  # the listing ended before its count
                return

    def _up_to_date(self, number: int, response: Response, newest: Response) -> Response:
        """Fetch a page again if it is older than one before it."""
        for mode in (CacheMode.NO_CACHE, CacheMode.RELOAD):
            older = snapshots.generated_at(response) < snapshots.generated_at(newest)
            if response.status >= 300 or not older:
                break
            again = dict(_fetch(self.engine, self.request, [number], self.options, mode))
            if number in again:
                response = snapshots.adding_cost(again[number], response)
        return response


@dataclass
class WalkStream:
    """Decoded pages of a walk, in order, each without the rows of earlier pages."""

    engine: Engine
    request: Request
    walk: Walk
    options: Options
    decode: Decode

    @property
    def consistent(self) -> bool:
        """True unless the walk was cut short."""
        return self.walk.complete

    def __iter__(self) -> Iterator[tuple[Any, Response]]:
        for number in range(1, (self.options.max_pages or snapshots.MAX_PAGES) + 1):
            if self.walk.next_params is None:
                return
            request = self.request
            for name, value in self.walk.next_params.items():
                request = request.with_param(name, value)
            (response,) = self.engine.fetch_many([request], self.options)
            page = self.walk.add(self.decode(response, request))
            if self.options.progress:
                self.options.progress(number, number, response)
            if page is not None:
                yield page, response
        if not self.options.max_pages:
            self.walk.complete = False  # a server that never ends


def fetch_walk(
    engine: Engine, request: Request, walk: Walk, options: Options, decode: Decode
) -> Snapshot:
    """Fetch a walk to its end; return one response with the rows of all, decoded as plain JSON."""
    responses: list[Response] = []

    def record(response: Response, request: Request) -> Any:
        responses.append(response)
        return decode(response, request)

    for _ in WalkStream(engine, request, walk, options, record):
        pass
    first = responses[0]
    merged = replace(
        first,
        headers={name: value for name, value in first.headers.items() if name not in _OF_BODY},
        wire=json.dumps(walk.merged(), separators=(",", ":")).encode(),
        stale=any(response.stale for response in responses),
        from_cache=all(response.from_cache for response in responses),
    )
    for response in responses[1:]:
        merged = snapshots.adding_cost(merged, response)
    return Snapshot(
        [merged],
        consistent=walk.complete,
        last_modified=snapshots.last_modified(first),
        requested=[request],
        pages=len(responses),
    )


def numbered(request: Request, number: int) -> Request:
    """Return the request for a page; the first one names its number only if the caller's does."""
    paged = any(name == "page" for name, _ in request.params)
    return request.with_param("page", number) if paged or number > 1 else request


def _count(response: Response, options: Options) -> int:
    """Return the number of pages to fetch."""
    return min(snapshots.page_count(response), options.max_pages or snapshots.MAX_PAGES)


def _first_page(engine: Engine, request: Request, options: Options, first: int = 1) -> Response:
    """Fetch the first page; wait for the next one if it is about to expire and others follow."""
    ((_, response),) = _fetch(engine, request, [first], options, CacheMode.DEFAULT, first)
    count, page_wait = _count(response, options), engine.config().page_wait
    if count <= first or response.status >= 300 or page_wait <= 0:
        return response
    expires_at = engine.responses.expires_at(numbered(request, first))
    if expires_at is None:
        expires_at = policy.expires_at(response.headers, request.lifetime, engine.clock())
    left = expires_at - engine.clock()
    if not 0 < left <= page_wait:
        return response
    following = [numbered(request, number) for number in range(first + 1, count + 1)]
    lookups = engine.look_up(following, options)
    missing = sum(1 for lookup in lookups if not lookup.response)
    seconds = snapshots.wait(left, missing, engine.config().concurrency, page_wait)
    if not seconds:
        return response
    logger.info(
        "%s: page 1 expires in %.0f s; waiting for the next snapshot (ESI_PAGE_WAIT)",
        request.operation or request.url,
        seconds,
    )
    cancellation.sleep(seconds, engine.sleep)
    ((_, successor),) = _fetch(engine, request, [first], options, CacheMode.NO_CACHE, first)
    return snapshots.adding_cost(successor, response)


def _fetch(
    engine: Engine,
    request: Request,
    numbers: Sequence[int],
    options: Options,
    mode: CacheMode,
    first: int = 1,
) -> Iterator[tuple[int, Response]]:
    """Fetch pages by number; yield (number, response) in order, up to one that does not exist."""
    requests = [numbered(request, number) for number in numbers]
    with closing(engine.fetch_many(requests, options, mode)) as responses:
        for number, response in zip(numbers, responses, strict=False):
            if response.status == 404 and number > first:
                return
            if options.progress and response.status < 300:
                options.progress(number, snapshots.page_count(response), response)
            yield number, response
