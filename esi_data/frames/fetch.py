"""Pages become one frame: each straight into columns as it comes in, all put together once.

A page that conforms to its schema is never made into rows (`esi.core.decoding.columns`); any other
is, by itself, and so are answers of shapes that are no list of objects.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from esi.core.client.future import answer_schema, decoder
from esi.core.decoding.columns import ColumnDecoder
from esi.core.decoding.rows import Decoder, NonconformingError
from esi.core.http.response import invalid, nonconforming
from esi_data.frames import frame_cache
from esi_data.frames.arrays import array_of
from esi_data.frames.build import frame_of_table, merge_attrs
from esi_data.frames.metadata import about
from esi_data.frames.rows import Preallocated, Table, joined, table_of
from esi_data.frames.schema import Column, Plan, plan_of
from esi_data.operation import parameter, schema_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pandas as pd

    from esi.core.client.future import CachingHttpFuture
    from esi.core.http.messages import Request, Response
    from esi.core.paging.snapshot import Snapshot
    from esi_data.progress import Pages

logger = logging.getLogger("esi_data")

# The share of idle time from which pages are read while others come in. With less the threads that
# fetch them are slowed down by as much.
_IDLE = 0.25

# Pages from which a thread that decompresses them ahead is worth starting.
_WORTH_A_THREAD = 8

# JSON values as they are: the frame reads dates by the column, not one by one.
_plain = Decoder(None)


@dataclass
class Fetched:
    """One call's answer: its pages, and the tables of those that are decoded already."""

    future: CachingHttpFuture
    snapshot: Snapshot
    tables: list[Table | None]
    room: Preallocated
    language: str | None
    strict: bool
    honoured: bool  # the answer is in the language that was asked for


def fetch(
    future: CachingHttpFuture,
    bar: Pages | None = None,
    *,
    explode: str | None = None,
    language: str | None = None,
    **options: Any,
) -> Fetched:
    """Fetch all pages of a call; what had to be transferred is decoded while the rest comes in.

    Raises:
        UnknownListError: there is no such list to explode; before anything is sent.
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`.
    """
    plan = plan_of(answer_schema(future.operation), explode)
    strict = bool(options.get("strict"))
    options.setdefault("walk", True)  # a frame has all of a listing, however it is followed
    early: dict[int, tuple[Response, Table]] = {}
    room = Preallocated()
    began = time.perf_counter(), time.process_time()
    seen = False

    def came(number: int, count: int, answer: Response) -> None:
        nonlocal seen
        seen = True
        if bar:
            bar.page(number, count, answer)
        if not answer.from_cache and not strict and _idle(*began):
            with suppress(ValueError):  # told below, if the page is kept at all
                early[id(answer)] = answer, room.lay(read_page(answer.body, plan), number, count)

    try:
        snapshot = future.snapshot(progress=came, language=language, **options)
    except KeyboardInterrupt:
        if bar:  # of a fan-out, the pull tells of all its calls
            logger.warning(
                "Stopped. What was fetched is in the cache: ask the same again to go on."
            )
        raise
    if not seen:  # it is no listing, so nobody followed it
        came(1, 1, snapshot.answers[0])
    tables = [early[id(a)][1] if id(a) in early else None for a in snapshot.answers]
    honoured = all(_speaks(answer, language) for answer in snapshot.answers)
    return Fetched(future, snapshot, tables, room, language, strict, honoured)


def _idle(wall: float, cpu: float) -> bool:
    """Whether the process had nothing to do for a while since; while it has, reading can wait."""
    passed = time.perf_counter() - wall
    return passed - (time.process_time() - cpu) > _IDLE * passed


def _speaks(answer: Response, language: str | None) -> bool:
    """Whether an answer is in a language; one that says nothing is believed."""
    spoken = answer.headers.get("content-language")
    if not language or not spoken:
        return True
    language = language.lower().partition("-")[0]
    return language in {code.strip().lower().partition("-")[0] for code in spoken.split(",")}


def frame_of_calls(
    future: CachingHttpFuture,
    calls: Sequence[Fetched],
    fanned: dict[str, list[Any]] | None = None,
    *,
    explode: str | None = None,
) -> pd.DataFrame:
    """The frame of one call's pages, or of several calls' under each other.

    Args:
        future: any call of the operation.
        calls: what came of its calls.
        fanned: columns to put first: a value for each call.
        explode: a list column whose elements become the rows.

    Raises:
        InvalidAnswerError: an answer is not JSON, or, in strict mode, not what its schema says.
    """
    fanned = fanned or {}
    plan = plan_of(answer_schema(future.operation), explode)
    told = merge_attrs([about(call.future, call.snapshot) for call in calls])
    if "age" in told:
        logger.warning("Offline: %s is as of %s", future.operation.operation_id, told["fetched_at"])
    copy = frame_cache.copy_of(future.engine.cache, calls, plan, fanned)
    result = copy.read() if all(t is None for call in calls for t in call.tables) else None
    if result is None:
        tables = [joined(_tables(call, plan)) for call in calls]
        lengths = [table.rows for table in tables]
        result = frame_of_table(joined(tables), plan)
        _lead(result, future, fanned, lengths)
        if not result.attrs["esi"]["off_schema"]:
            copy.write(result)
    result.attrs["esi"] |= told
    return result


def _lead(
    frame: pd.DataFrame,
    future: CachingHttpFuture,
    fanned: dict[str, list[Any]],
    lengths: Sequence[int],
) -> None:
    """Put the columns of a fan-out first, typed by their parameters' schemas."""
    for position, (name, values) in enumerate(fanned.items()):
        if name not in frame.columns:
            (column,) = plan_of(schema_of(parameter(future.operation, name))).own
            places = np.repeat(np.arange(len(lengths)), lengths)
            array, _ = array_of(values, Column(name, (), column.kind, False, column.categories))
            frame.insert(position, name, array.take(places))


def _tables(call: Fetched, plan: Plan) -> list[Table]:
    """The tables of a call's pages; their bodies are let go as soon as they are read."""
    snapshot, tables = call.snapshot, call.tables
    call.tables = []
    unread = [a for a, table in zip(snapshot.answers, tables, strict=True) if table is None]
    bodies = _bodies(unread)
    read = []
    pages = zip(snapshot.answers, snapshot.requested, tables, strict=True)
    for number, (answer, asked, table) in enumerate(pages, 1):
        if table is not None:
            read.append(table)
        else:
            page = _checked(call, answer, next(bodies), asked, plan)
            read.append(call.room.lay(page, number, len(tables)))
    snapshot.answers.clear()
    return read


def _bodies(answers: Sequence[Response]) -> Iterator[Callable[[], bytes]]:
    """The answers' bodies, each decompressed while the one before it is read, on another core."""
    if len(answers) < _WORTH_A_THREAD:
        yield from (partial(_body, answer) for answer in answers)
        return
    with ThreadPoolExecutor(1, thread_name_prefix="esi") as pool:
        waiting = iter(answers)
        ahead = deque(pool.submit(_body, answer) for answer in islice(waiting, 2))
        while ahead:
            yield ahead.popleft().result
            ahead.extend(pool.submit(_body, answer) for answer in islice(waiting, 1))


def _body(answer: Response) -> bytes:
    return answer.body


def _checked(
    call: Fetched, answer: Response, body: Callable[[], bytes], asked: Request, plan: Plan
) -> Table:
    operation = call.future.operation
    try:
        if call.strict:
            decoder(operation).strict(body())
        return read_page(body(), plan)
    except NonconformingError as exc:
        raise nonconforming(asked, str(exc)) from exc
    except ValueError as exc:
        call.future.engine.forget(asked)
        raise invalid(answer, asked, str(exc)) from exc


def read_page(body: bytes, plan: Plan) -> Table:
    """The columns of one page's JSON.

    Raises:
        ValueError: it is not JSON.
    """
    read = _columns(plan)
    columns = read(body) if read else None
    if columns is None:
        return table_of(_plain(body), plan)
    return Table(columns, {}, len(next(iter(columns.values()))))


@lru_cache(maxsize=512)
def _columns(plan: Plan) -> ColumnDecoder | None:
    """What reads an answer's columns without making rows; None where only rows will do."""
    if plan.shape != "rows" or plan.steps or not plan.own:
        return None
    return ColumnDecoder(plan.own, plan.inside)
