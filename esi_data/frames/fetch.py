"""Pages become one frame: each is decoded into columns as it comes in, all are joined once.

Rows are made only of pages that do not conform to their schema, and of shapes other than a list of
objects; `esi.core.decoding.columns` reads all others.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from esi.core.client.answer_schema import decoder
from esi.core.decoding.columns import ColumnDecoder
from esi.core.decoding.rows import Decoder, NonconformingError
from esi.core.http.response import invalid, nonconforming
from esi_data.frames import frame_cache
from esi_data.frames.build import frame_of_table, insert_first, merge_attrs, parameter_column
from esi_data.frames.fetched import Fetched
from esi_data.frames.metadata import metadata_of
from esi_data.frames.rows import Preallocated, Table, joined, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pandas as pd

    from esi.core.client.future import CachingHttpFuture
    from esi.core.http.messages import Request, Response
    from esi_data.frames.schema import Plan
    from esi_data.progress import Pages

logger = logging.getLogger("esi_data")

# Share of idle time from which pages are decoded while others come in; with less, decoding slows
# down the threads that fetch.
_IDLE = 0.25

# Number of pages from which a thread that decompresses ahead pays off.
_WORTH_A_THREAD = 8

# Leaves dates as text: the frame parses them by the column, not one by one.
_plain = Decoder(None)


def fetch(
    future: CachingHttpFuture,
    plan: Plan,
    bar: Pages | None = None,
    *,
    language: str | None = None,
    **options: Any,
) -> Fetched:
    """Fetch all pages of a call; decode what was transferred while the rest comes in.

    Args:
        future: the call.
        plan: how its pages become columns.
        bar: notified of each page.
        language: code of the language to request.
        options: as of `future.results`.

    Raises:
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`.
    """
    strict = bool(options.get("strict"))
    options.setdefault("walk", True)  # a frame has all rows of a listing, however it is followed
    decoded: dict[int, tuple[Response, Table]] = {}
    arrays = Preallocated()
    started = time.perf_counter(), time.process_time()
    notified = False

    def on_page(number: int, count: int, response: Response) -> None:
        nonlocal notified
        notified = True
        if bar:
            bar.page(number, count, response)
        if not response.from_cache and not strict and _is_idle(*started):
            with suppress(ValueError):  # raised below, if the page stays in the snapshot
                table = arrays.place(read_page(response.body, plan), number, count)
                decoded[id(response)] = response, table

    try:
        snapshot = future.snapshot(progress=on_page, language=language, **options)
    except KeyboardInterrupt:
        if bar:  # in a fan-out, the pull reports all its calls
            logger.warning("Interrupted. Fetched pages are in the cache: run it again to resume.")
        raise
    if not notified:  # only listings report their pages
        on_page(1, 1, snapshot.responses[0])
    tables = [decoded[id(a)][1] if id(a) in decoded else None for a in snapshot.responses]
    honoured = all(_is_in(language, answer) for answer in snapshot.responses)
    return Fetched(future, plan, snapshot, tables, arrays, language, strict, honoured)


def _is_idle(wall: float, cpu: float) -> bool:
    """Return True if the process was idle for part of the time since; else decoding can wait."""
    elapsed = time.perf_counter() - wall
    return elapsed - (time.process_time() - cpu) > _IDLE * elapsed


def _is_in(language: str | None, response: Response) -> bool:
    """Return True if a response is in a language; one without `Content-Language` is trusted."""
    header = response.headers.get("content-language")
    if not language or not header:
        return True
    language = language.lower().partition("-")[0]
    return language in {code.strip().lower().partition("-")[0] for code in header.split(",")}


def frame_of_calls(
    future: CachingHttpFuture,
    plan: Plan,
    calls: Sequence[Fetched],
    fanned: dict[str, list[Any]] | None = None,
) -> pd.DataFrame:
    """Return the frame of the rows of all calls, one after the other.

    Args:
        future: any call of the operation.
        plan: how its pages become columns.
        calls: the fetched calls; their pages are released on the way.
        fanned: parameters to put first: a value for each call.

    Raises:
        InvalidAnswerError: a response is not JSON, or, in strict mode, violates its schema.
    """
    fanned = fanned or {}
    metadata = merge_attrs([metadata_of(call.future, call.snapshot) for call in calls])
    if "age" in metadata:
        name, date = future.operation.operation_id, metadata["fetched_at"]
        logger.warning("Offline: %s was fetched at %s", name, date)
    cached = frame_cache.cached_frame(future.engine.cache, calls, plan, fanned)
    result = None if any(call.decoded for call in calls) else cached.read()
    if result is None:
        tables = [joined(_tables(call)) for call in calls]
        lengths = [table.rows for table in tables]
        result = frame_of_table(joined(tables), plan)
        insert_first(result, fanned, partial(parameter_column, future.operation), lengths)
        if not result.attrs["esi"]["off_schema"]:
            cached.write(result)
    result.attrs["esi"] |= metadata
    return result


def _tables(call: Fetched) -> list[Table]:
    """Return the tables of a call's pages; release each body as soon as it is decoded."""
    snapshot, tables = call.snapshot, call.tables
    call.tables = []
    undecoded = [a for a, table in zip(snapshot.responses, tables, strict=True) if table is None]
    bodies = _bodies(undecoded)
    found = []
    pages = zip(snapshot.responses, snapshot.requested, tables, strict=True)
    for number, (response, request, table) in enumerate(pages, 1):
        if table is not None:
            found.append(table)
        else:
            page = _checked(call, response, next(bodies), request)
            found.append(call.arrays.place(page, number, len(tables)))
    snapshot.responses.clear()
    return found


def _bodies(responses: Sequence[Response]) -> Iterator[Callable[[], bytes]]:
    """Yield the bodies; a thread decompresses the next one while a body is decoded."""
    if len(responses) < _WORTH_A_THREAD:
        yield from (partial(_body, response) for response in responses)
        return
    with ThreadPoolExecutor(1, thread_name_prefix="esi") as pool:
        waiting = iter(responses)
        ahead = deque(pool.submit(_body, response) for response in islice(waiting, 2))
        while ahead:
            yield ahead.popleft().result
            ahead.extend(pool.submit(_body, response) for response in islice(waiting, 1))


def _body(response: Response) -> bytes:
    return response.body


def _checked(
    call: Fetched, response: Response, body: Callable[[], bytes], request: Request
) -> Table:
    try:
        if call.strict:
            decoder(call.future.operation).strict(body())
        return read_page(body(), call.plan)
    except NonconformingError as exc:
        raise nonconforming(request, str(exc)) from exc
    except ValueError as exc:
        call.future.engine.responses.delete(request)
        raise invalid(response, request, str(exc)) from exc


def read_page(body: bytes, plan: Plan) -> Table:
    """Return the columns of one page's JSON.

    Raises:
        ValueError: the body is not JSON.
    """
    read = _columns(plan)
    columns = read(body) if read else None
    if columns is None:
        return table_of(_plain(body), plan)
    return Table(columns, {}, len(next(iter(columns.values()))))


@lru_cache(maxsize=512)
def _columns(plan: Plan) -> ColumnDecoder | None:
    """Return the decoder that makes columns without rows; None where the plan needs rows."""
    if plan.shape != "rows" or plan.unfolds or not plan.own:
        return None
    return ColumnDecoder(plan.own, plan.inside)
