"""One call's response, between the network and its frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from esi.core.client.future import CachingHttpFuture
    from esi.core.http.messages import Request
    from esi.core.paging.snapshot import Snapshot
    from esi_data.frames.rows import Preallocated, Table
    from esi_data.frames.schema import Plan


@dataclass
class Fetched:
    """Pages of one call, and the tables of those that are decoded already.

    Attributes:
        future: the call.
        plan: how its pages become columns.
        snapshot: the pages, with the request of each.
        tables: a table for each page; None where it is not decoded yet.
        arrays: memory for the columns of all pages.
        language: the language that was requested, if any.
        strict: raise where a page does not conform to its schema.
        honoured: the API responded in that language.
    """

    future: CachingHttpFuture
    plan: Plan
    snapshot: Snapshot
    tables: list[Table | None]
    arrays: Preallocated
    language: str | None
    strict: bool
    honoured: bool

    @property
    def request(self) -> Request:
        """Request of the first page."""
        return self.snapshot.requested[0]

    @property
    def decoded(self) -> bool:
        """True if a page is decoded already."""
        return any(table is not None for table in self.tables)
