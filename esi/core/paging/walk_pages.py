"""How a walk is fetched: the rule says what to ask (`walks`), the engine brings it."""

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

# Headers that speak of one page's body, and not of what is made of all of them.
_OF_BODY = {"etag", "content-encoding", "content-length", "content-md5", "transfer-encoding"}


class Steps:
    """The pages of a walk, decoded, one after another, each without what was known before."""

    def __init__(
        self, engine: Engine, request: Request, walk: Walk, options: Options, read: Decode
    ) -> None:
        self._engine = engine
        self._request = request
        self._walk = walk
        self._options = options
        self._read = read

    @property
    def consistent(self) -> bool:
        """Whether the walk has not broken off."""
        return self._walk.complete

    def __iter__(self) -> Iterator[tuple[Any, Response]]:
        most, asked = self._options.max_pages, 0
        while self._walk.asking is not None and asked != most:
            request = self._request
            for name, value in self._walk.asking.items():
                request = request.with_param(name, value)
            with self._engine.slots:
                answer = self._engine.fetch(request, self._options)
            asked += 1
            page = self._walk.take(self._read(answer, request))
            if self._options.progress:
                self._options.progress(asked, asked, answer)
            if page is not None:
                yield page, answer


def whole(engine: Engine, request: Request, walk: Walk, options: Options, read: Decode) -> Snapshot:
    """A walk to its end, as a snapshot of one answer that has the rows of all.

    `read` is to return plain JSON values.
    """
    answers: list[Response] = []

    def noted(answer: Response, asked: Request) -> Any:
        answers.append(answer)
        return read(answer, asked)

    for _ in Steps(engine, request, walk, options, noted):
        pass
    first = answers[0]
    headers = {name: value for name, value in first.headers.items() if name not in _OF_BODY}
    one = replace(
        first,
        headers=headers,
        wire=json.dumps(walk.merged(), separators=(",", ":")).encode(),
        stale=any(answer.stale for answer in answers),
        from_cache=all(answer.from_cache for answer in answers),
    )
    for answer in answers[1:]:
        one = snapshots.bearing(one, answer)
    return snapshots.Snapshot(
        [one],
        consistent=walk.complete,
        last_modified=snapshots.modified(first),
        requested=[request],
        pages=len(answers),
    )
