"""How listings without page numbers are walked: cursors and ids. Rules of plain values.

A walk says what to ask next (`asking`), takes the answer (`take`) and puts all answers together
(`merged`). It ends by itself: each step has to bring something new.

Cursors. No parameter gives the newest records, `before` older ones, until a page is empty. A record
that is modified while we walk moves to the newest end, where we have been already; so when the
oldest record is reached, the walk goes on `after` the newest one it began with, and what comes then
replaces what was there. On the way back the record already seen is the newer one and stays. Records
that the API calls removed, sold out, expired or deleted (tombstones) are records like any other:
they replace the live one and are kept, with that `state`.

Ids. `from_id` and the like ask for what is older (or, of events, later) than a row that one has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

# Parameters of a cursor listing that say where to go on from.
CURSOR = frozenset({"before", "after"})

# Pages in a row that may bring nothing new: a page of duplicates is normal, a second one is a loop.
_PATIENCE = 2


class Walk(Protocol):
    """What fetches answers knows of a walk."""

    asking: dict[str, str] | None
    """Parameters of the next request; None when the walk is over."""
    complete: bool
    """False when the walk broke off without having seen the end."""

    def take(self, body: Any) -> Any:
        """Take an answer; return it without what was known before, None where nothing is left."""

    def merged(self) -> Any:
        """All answers as one of the same shape."""


@dataclass(frozen=True)
class Ids:
    """One way of walking by ids: the field that holds them and which of a page goes on.

    `back` is so where a walk begins with the newest rows.
    """

    field: str | None
    following: Callable[[list[Any]], Any]
    back: bool = True


def _last(ids: list[Any]) -> Any:
    return ids[-1]


# Which parameter walks, by the API's documentation: transactions come newest first, the one asked
# from among them; mails and wars are those below an id; events follow an event in time.
WALKS = {
    "from_id": Ids("transaction_id", min),
    "last_mail_id": Ids("mail_id", min),
    "max_war_id": Ids(None, min),
    "from_event": Ids("event_id", _last, back=False),
}


def walk_of(
    operation: Mapping[str, Any], names: Collection[str], given: Mapping[str, Any]
) -> Walk | None:
    """The walk of an operation, None where its listing is not walked.

    Args:
        operation: its entry in the document.
        names: its parameters' names.
        given: those that the caller passed, with their values; the walk starts there.
    """
    start = {n: str(v) for n, v in given.items() if n in steering(operation, names) and v}
    if operation.get("x-pagination") == "cursor" and "before" in names:
        return CursorWalk(start)
    for name, ids in WALKS.items():
        if name in names:
            return IdWalk(name, ids, start)
    return None


def steering(operation: Mapping[str, Any], names: Collection[str]) -> frozenset[str]:
    """Parameters by which a caller steers a walk with its own hands; empty where there is none."""
    if operation.get("x-pagination") == "cursor":
        return CURSOR & frozenset(names)
    return frozenset(WALKS) & frozenset(names)


class IdWalk:
    """A list of rows, walked by an id of its rows."""

    def __init__(self, parameter: str, ids: Ids, start: Mapping[str, str]) -> None:
        self.asking: dict[str, str] | None = dict(start)
        self.complete = True
        self._parameter = parameter
        self._ids = ids
        self._seen: set[Any] = set()
        self._rows: list[Any] | None = None

    @property
    def back(self) -> bool:
        """Whether it goes from the newest rows to older ones."""
        return self._ids.back

    def take(self, body: Any) -> list[Any] | None:
        """Rows that are new. The row walked from, which comes again, is not one of them."""
        first = self._rows is None
        self._rows = [] if self._rows is None else self._rows
        rows = body if isinstance(body, list) else []
        new = []
        for row in rows:
            known = self._id(row)
            if known is None or known not in self._seen:
                new.append(row)
                self._seen.add(known)
        found = [known for row in new if (known := self._id(row)) is not None]
        self.asking = {self._parameter: str(self._ids.following(found))} if found else None
        self._rows += new
        return new if new or first else None

    def merged(self) -> list[Any]:
        """All rows, in the order in which they came."""
        return self._rows or []

    def _id(self, row: Any) -> Any:
        if self._ids.field is None:
            return row
        return row.get(self._ids.field) if isinstance(row, dict) else None


class CursorWalk:
    """`{<one array>, "cursor": {...}}`, walked by cursor tokens."""

    def __init__(self, start: Mapping[str, str]) -> None:
        self.asking: dict[str, str] | None = dict(start)
        self.complete = True
        self._around = "before" not in start  # the newest end is part of this walk
        self._forward = "after" in start
        self._newest: str | None = start.get("after")
        self._oldest: str | None = None
        self._tokens = set(start.values())
        self._idle = 0
        self._first: dict[str, Any] | None = None
        self._name = ""
        self._back: list[list[tuple[Any, Any]]] = []
        self._records: dict[Any, Any] = {}
        self._known: set[Any] = set()

    def take(self, body: Any) -> dict[str, Any] | None:
        """The page without the records that are known already (but for those that replace them)."""
        page: dict[str, Any] = body if isinstance(body, dict) else {}
        first = self._first is None
        if first:
            self._first = page
            self._name = next((n for n, v in page.items() if isinstance(v, list)), "")
        if not self._name:  # no list at all: nothing to walk
            self.asking = None
            return page if first else None
        records = page.get(self._name) or []
        cursor = page.get("cursor") or {}
        if self._newest is None or self._forward:
            self._newest = cursor.get("after") or self._newest
        kept = self._forth(records) if self._forward else self._backwards(records)
        self._go_on(records, cursor)
        return {**page, self._name: kept} if kept or first else None

    def _backwards(self, records: list[Any]) -> list[Any]:
        new = []
        for record in records:
            known = _identity(record)
            if known not in self._known:
                self._known.add(known)
                new.append((known, record))
        self._idle = 0 if new else self._idle + 1
        self._back.append(new)
        return [record for _, record in new]

    def _forth(self, records: list[Any]) -> list[Any]:
        self._settle()
        news = False
        for record in records:
            known = _identity(record)
            news |= self._records.pop(known, None) != record  # it moves to the newest end
            self._records[known] = record
        self._idle = 0 if news else self._idle + 1
        return records

    def _settle(self) -> None:
        for page in reversed(self._back):
            self._records.update(page)
        self._back.clear()

    def _go_on(self, records: list[Any], cursor: Mapping[str, Any]) -> None:
        """Say what to ask next: further in the same direction, then back to the newest end."""
        way = "after" if self._forward else "before"
        token = cursor.get(way) if records else None
        looping = bool(token) and (token in self._tokens or self._idle >= _PATIENCE)
        self._oldest = None
        if token and not looping:
            self._tokens.add(token)
            self._oldest = None if self._forward else token
            self.asking = {way: token}
            return
        self.complete &= not looping
        self.asking = None
        if self._around and not self._forward and self._newest and self._known:
            self._forward, self._idle, self._tokens = True, 0, {self._newest}
            self.asking = {"after": self._newest}

    def merged(self) -> dict[str, Any]:
        """All records, least recently modified first, under their name.

        `cursor.after` asks, later, for what has changed since; there is a `cursor.before` only
        where a walk was cut short: it goes on there.
        """
        self._settle()
        body = dict(self._first or {})
        body.pop("cursor", None)
        if self._name:
            body[self._name] = list(self._records.values())
        cursor = {"before": self._oldest, "after": self._newest}
        if said := {name: token for name, token in cursor.items() if token}:
            body["cursor"] = said
        return body


def _identity(record: Any) -> Any:
    """What makes two records one: their `id`, which all of the API's cursor listings have."""
    known = record.get("id") if isinstance(record, dict) else None
    return repr(record) if known is None else known
