"""Pages become one frame: each is decoded into columns as it comes in, all are joined once.

Rows are made only of pages that do not conform to their schema, and of shapes other than a list of
objects; `esi.core.decoding.columns` reads all others.
"""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from esi.core.client.answer_schema import decoder
from esi.core.decoding.columns import ColumnDecoder
from esi.core.decoding.rows import Decoder, NonconformingError
from esi.core.http.response import invalid, nonconforming
from esi_data.frames import frame_cache
from esi_data.frames.build import frame_of_table, insert_first, merge_attrs, parameter_column
from esi_data.frames.metadata import metadata_of
from esi_data.frames.rows import Table, joined, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from esi.core.client.future import CachingHttpFuture
    from esi.core.http.messages import Request, Response
    from esi.core.paging.snapshot import Snapshot
    from esi_data.frames.schema import Plan

    OnPage = Callable[[int, int, Response], object]

logger = logging.getLogger("esi_data")

# Share of idle time from which pages are decoded while others come in; with less, decoding slows
# down the threads that fetch.
_IDLE = 0.25

# Pages joined before more are decoded: small arrays of hundreds of pages leave holes in the memory.
_TOGETHER = 50

# Leaves dates as text: the frame parses them by the column, not one by one.
_plain = Decoder(None)


@dataclass
class Fetched:
    """Pages of one call; `tables` has those that are decoded already, None for the others."""

    future: CachingHttpFuture
    snapshot: Snapshot
    tables: list[Table | None]
    strict: bool

    def is_in(self, language: str | None) -> bool:
        """Return True if the responses are in a language, as far as their headers say."""
        if not language:
            return True
        headers = [r.headers.get("content-language") or language for r in self.snapshot.responses]
        codes = [[_code(each) for each in header.split(",")] for header in headers]
        return all(_code(language) in each for each in codes)


def fetch(
    future: CachingHttpFuture, plan: Plan, on_page: OnPage | None = None, **options: Any
) -> Fetched:
    """Fetch all pages of a call; decode what was transferred while the rest comes in.

    `on_page` is called with (page number, page count, response); `options` are those of
    `future.results`.
    """
    strict = bool(options.get("strict"))
    options.setdefault("walk", True)  # a frame has all rows of a listing, however it is followed
    decoded: dict[int, tuple[Response, Table]] = {}
    started = time.perf_counter(), time.process_time()
    notified = False

    def progress(number: int, count: int, response: Response) -> None:
        nonlocal notified
        notified = True
        if on_page:
            on_page(number, count, response)
        if not response.from_cache and not strict and _is_idle(*started):
            with suppress(ValueError):  # raised below, if the page stays in the snapshot
                decoded[id(response)] = response, read_page(response.body, plan)

    snapshot = future.snapshot(progress=progress, **options)
    if not notified:  # only listings report their pages
        progress(1, 1, snapshot.responses[0])
    tables = [decoded[id(a)][1] if id(a) in decoded else None for a in snapshot.responses]
    return Fetched(future, snapshot, tables, strict)


def _is_idle(wall: float, cpu: float) -> bool:
    """Return True if the process was idle for part of the time since; else decoding can wait."""
    elapsed = time.perf_counter() - wall
    return elapsed - (time.process_time() - cpu) > _IDLE * elapsed


def _code(language: str) -> str:
    return language.strip().lower().partition("-")[0]


def frame_of_calls(
    future: CachingHttpFuture,
    plan: Plan,
    calls: Sequence[Fetched],
    fanned: dict[str, list[Any]] | None = None,
) -> pd.DataFrame:
    """Return the frame of the rows of all calls, one after the other.

    `fanned` are parameters to put first, with a value for each call. Pages are released on the
    way.
    """
    fanned = fanned or {}
    metadata = merge_attrs([metadata_of(call.future, call.snapshot) for call in calls])
    if "age" in metadata:
        name, date = future.operation.operation_id, metadata["fetched_at"]
        logger.warning("Offline: %s was fetched at %s", name, date)
    snapshots = [call.snapshot for call in calls]
    cached = frame_cache.cached_frame(future, snapshots, plan, fanned)
    decoded = any(table is not None for call in calls for table in call.tables)
    result = None if decoded else cached.read()
    if result is None:
        tables = [joined(_tables(call, plan)) for call in calls]
        lengths = [table.rows for table in tables]
        result = frame_of_table(joined(tables), plan)
        insert_first(result, fanned, partial(parameter_column, future.operation), lengths)
        if not result.attrs["esi"]["off_schema"]:
            cached.write(result)
    result.attrs["esi"] |= metadata
    return result


def _tables(call: Fetched, plan: Plan) -> list[Table]:
    """Return the tables of a call's pages; release each body as soon as it is decoded."""
    snapshot, found = call.snapshot, []
    for request, table in zip(snapshot.requested, call.tables, strict=True):
        response = snapshot.responses.pop(0)
        found.append(table or _checked(call, plan, response, request))
        if len(found) == _TOGETHER:
            found = [joined(found)]
    call.tables = []
    return found


def _checked(call: Fetched, plan: Plan, response: Response, request: Request) -> Table:
    try:
        if call.strict:
            decoder(call.future.operation).strict(response.body)
        return read_page(response.body, plan)
    except NonconformingError as exc:
        raise nonconforming(request, str(exc)) from exc
    except ValueError as exc:
        call.future.engine.responses.delete(request)
        raise invalid(response, request, str(exc)) from exc


def read_page(body: bytes, plan: Plan) -> Table:
    """Return the columns of one page's JSON."""
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
