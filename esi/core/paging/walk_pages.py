"""Fetches the pages of a walk; `walks` decides what comes next."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from esi.core.paging import snapshot as snapshots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esi.core.engine.engine import Engine
    from esi.core.http.messages import Options, Request, Response
    from esi.core.paging.pages import Decode
    from esi.core.paging.snapshot import Snapshot
    from esi.core.paging.walks import Walk

# Headers about the body of one page, which do not fit the merged body.
_OF_BODY = {"etag", "content-encoding", "content-length", "content-md5", "transfer-encoding"}


class WalkStream:
    """Decoded pages of a walk, in order, each without the rows of earlier pages."""

    def __init__(
        self, engine: Engine, request: Request, walk: Walk, options: Options, decode: Decode
    ) -> None:
        self._engine = engine
        self._request = request
        self._walk = walk
        self._options = options
        self._decode = decode

    @property
    def consistent(self) -> bool:
        """True unless the walk was cut short."""
        return self._walk.complete

    def __iter__(self) -> Iterator[tuple[Any, Response]]:
        pages = 0
        while self._walk.next_params is not None and pages != self._options.max_pages:
            request = self._request
            for name, value in self._walk.next_params.items():
                request = request.with_param(name, value)
            with self._engine.semaphore:
                response = self._engine.fetch(request, self._options)
            pages += 1
            page = self._walk.add(self._decode(response, request))
            if self._options.progress:
                self._options.progress(pages, pages, response)
            if page is not None:
                yield page, response


def fetch_walk(
    engine: Engine, request: Request, walk: Walk, options: Options, decode: Decode
) -> Snapshot:
    """Fetch a walk to its end; return a snapshot of one response with the rows of all.

    `decode` must return plain JSON values.
    """
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
    return snapshots.Snapshot(
        [merged],
        consistent=walk.complete,
        last_modified=snapshots.last_modified(first),
        requested=[request],
        pages=len(responses),
    )
