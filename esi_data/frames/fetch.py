"""Fetch pages, decode each into columns as it arrives, and join the columns into one frame.

`esi.core.decoding.columns` reads lists of objects that conform to their schema. Other pages become
rows first.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any

from esi.core.client.answer_schema import decoder
from esi.core.client.call_errors import call_options
from esi.core.decoding.columns import ColumnDecoder
from esi.core.decoding.rows import Decoder, NonconformingError
from esi.core.http.response import invalid, nonconforming
from esi_data.frames import frame_cache, known_listing
from esi_data.frames.build import frame_of_table, insert_first, merge_attrs, parameter_column
from esi_data.frames.frame_cache import page_digest
from esi_data.frames.metadata import metadata_of
from esi_data.frames.page_tables import PageTables
from esi_data.frames.rows import Table, joined, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from esi.core.cache.listing import ListingEntry
    from esi.core.client.future import CachingHttpFuture
    from esi.core.http.messages import Request, Response
    from esi.core.paging.snapshot import Snapshot
    from esi_data.frames.schema import Plan

    OnPage = Callable[[int, int, Response], object]

logger = logging.getLogger("esi_data")

# Number of calls whose tables are joined at once.
_TOGETHER = 50

# Leaves dates as text: the frame parses them by the column, not one by one.
_plain = Decoder(None)


@dataclass
class Fetched:
    """Pages of one call; `tables` has the pages that were decoded on arrival.

    With `listing`, the pages have not been read, because a cached frame probably has their rows. If
    it does not, `whole` reads them.
    """

    future: CachingHttpFuture
    snapshot: Snapshot
    options: dict[str, Any]
    tables: PageTables = field(default_factory=PageTables)
    strict: bool = False
    listing: ListingEntry | None = None

    @cached_property
    def bodies(self) -> tuple[int, bytes]:
        """Size of all bodies as transferred, and their digest."""
        if self.listing:
            return self.listing.size, bytes.fromhex(self.listing.digest)
        return frame_cache.bodies_of(self.snapshot.responses)

    def whole(self, plan: Plan) -> Fetched:
        """Return these pages, read if they have not been yet."""
        return fetch(self.future, plan, look=False, **self.options) if self.listing else self

    @property
    def decoded(self) -> bool:
        """True if a page was decoded on arrival."""
        return any(response.value for response in self.snapshot.responses)

    def is_in(self, language: str | None) -> bool:
        """Return True if the responses are in a language, as far as their headers say."""
        if not language:
            return True
        headers = [r.headers.get("content-language") or language for r in self.snapshot.responses]
        codes = [[_code(each) for each in header.split(",")] for header in headers]
        return all(_code(language) in each for each in codes)


@dataclass(slots=True)
class DecodedPage:
    """Page that was decoded on arrival; `table` is None once `PageTables` has it."""

    digest: bytes
    size: int
    table: Table | None
    number: int = 1


def fetch(
    future: CachingHttpFuture,
    plan: Plan,
    on_page: OnPage | None = None,
    *,
    look: bool = True,
    **options: Any,
) -> Fetched:
    """Fetch all pages of a call; decode each while the next ones are fetched.

    `on_page` is called with (page number, page count, response); `options` are those of
    `future.results`. With `look`, do not read the pages of a listing that are all fresh (see
    `Fetched`).
    """
    strict = bool(options.get("strict"))
    options.setdefault("walk", True)  # a frame has all rows of a listing, however it is followed
    language, parsed = call_options(options)
    if look and (known := known_listing.find(future, language, parsed)):
        snapshot, listing = known
        if on_page:
            for number in range(1, listing.pages + 1):
                on_page(number, listing.pages, snapshot.responses[0])
        return Fetched(future, snapshot, options, listing=listing)
    tables = PageTables()
    listed = False

    def read(response: Response) -> DecodedPage | None:
        with suppress(ValueError):  # raised later, if the page stays in the snapshot
            table = read_page(response.body, plan)
            return DecodedPage(page_digest(response), len(response.wire), table)
        return None

    def progress(number: int, count: int, response: Response) -> None:
        nonlocal listed
        listed = True
        if on_page:
            on_page(number, count, response)
        if page := response.value:
            tables.add(number, count, page.table)
            page.number, page.table, response.wire = number, None, b""

    snapshot = future.snapshot(progress=progress, read=None if strict else read, **options)
    if not listed:  # only listings report their pages
        progress(1, 1, snapshot.responses[0])
    fetched = Fetched(future, snapshot, options, tables, strict)
    if known_listing.is_known(future, snapshot, parsed):
        known_listing.keep(future, snapshot, *fetched.bodies)
    return fetched


def _add(tables: list[Table], table: Table) -> None:
    """Add a table; join them now and then, because many small arrays fragment the memory."""
    tables.append(table)
    many = len(tables) % _TOGETHER == 0
    if many and 2 * sum(each.rows for each in tables[1:]) >= tables[0].rows:
        tables[:] = [joined(tables)]


def _code(language: str) -> str:
    return language.strip().lower().partition("-")[0]


def frame_of_calls(
    future: CachingHttpFuture,
    plan: Plan,
    calls: Sequence[Fetched],
    fanned: dict[str, list[Any]] | None = None,
) -> pd.DataFrame:
    """Return the frame of the rows of all calls, one after the other.

    `fanned` are parameters for the first columns, with a value for each call. Each page is
    released once its rows are in the frame.
    """
    fanned = fanned or {}
    requests = [call.snapshot.requested[0] for call in calls]
    bodies = [call.bodies for call in calls]
    cached = frame_cache.cached_frame(future, requests, bodies, plan, fanned)
    result = None if any(call.decoded for call in calls) else cached.read()
    if result is None and any(call.listing for call in calls):
        whole = list(future.engine.map(lambda call: call.whole(plan), list(calls)))
        return frame_of_calls(future, plan, whole, fanned)
    metadata = merge_attrs([metadata_of(call.future, call.snapshot) for call in calls])
    if "age" in metadata:
        name, date = future.operation.operation_id, metadata["fetched_at"]
        logger.warning("Offline: %s was fetched at %s", name, date)
    if result is None:
        tables: list[Table] = []
        lengths = []
        for call in calls:
            table = joined(_tables(call, plan))
            lengths.append(table.rows)
            _add(tables, table)
        result = frame_of_table(joined(tables), plan)
        insert_first(result, fanned, partial(parameter_column, future.operation), lengths)
        if not result.attrs["esi"]["off_schema"]:
            cached.write(result)
    result.attrs["esi"] |= metadata
    return result


def _tables(call: Fetched, plan: Plan) -> list[Table]:
    """Return the tables of a call's pages; release each body as soon as it is decoded."""
    snapshot, ahead, found = call.snapshot, list[int](), list[Table]()
    for request in snapshot.requested:
        response = snapshot.responses.pop(0)
        if page := response.value:
            ahead.append(page.number)
            continue
        found += call.tables.take(ahead)
        ahead.clear()
        _add(found, _checked(call, plan, response, request))
    return found + call.tables.take(ahead)


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
