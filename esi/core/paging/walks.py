"""Walk listings without page numbers, by cursor or by id. All rules take plain values.

A walk names the parameters of the next request (`next_params`), takes the decoded response (`add`)
and merges all of them (`merged`). It ends once a step brings nothing new. Rows and cursors may be
any JSON; values that are no ids and no tokens have no effect.

A record that is modified during a walk by cursor moves to the newest end, which the walk has
passed. So after the oldest record it continues `after` the newest record that it started with, and
records found there replace earlier ones. On the way back the version already known is the newer one
and stays. docs/paging.md describes the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

# Parameters of a cursor listing that say where a request starts.
CURSOR = frozenset({"before", "after"})

# Pages in a row that bring nothing new: one page of duplicates is normal, a second one is a loop.
_MAX_IDLE_PAGES = 2


@dataclass(frozen=True)
class IdRule:
    """Rule of a walk by ids: the field with the id, the next id of a page, newest rows first."""

    field: str | None
    following: Callable[[list[int]], int]
    backwards: bool = True


# Parameters that walk, by the API's documentation: transactions come newest first, including the
# one given; mails and wars are those below an id; events follow an event in time.
WALKS = {
    "from_id": IdRule("transaction_id", min),
    "last_mail_id": IdRule("mail_id", min),
    "max_war_id": IdRule(None, min),
    "from_event": IdRule("event_id", lambda ids: ids[-1], backwards=False),
}


class IdWalk:
    """Walk of a list of rows by an id of the rows."""

    def __init__(self, parameter: str, rule: IdRule, start: Mapping[str, str]) -> None:
        self.next_params: dict[str, str] | None = dict(start)
        self.complete = True
        self._parameter = parameter
        self._rule = rule
        self._known: set[int] = set()
        self._rows: list[Any] | None = None

    @property
    def backwards(self) -> bool:
        """True if it goes from the newest rows to older ones."""
        return self._rule.backwards

    def add(self, body: Any) -> list[Any] | None:
        """Add a page; return its new rows. The row that the request started from comes again."""
        first = self._rows is None
        self._rows = self._rows or []
        new, ids = [], []
        for row in body if isinstance(body, list) else []:
            row_id = self._id(row)
            if row_id is None:
                new.append(row)
            elif row_id not in self._known:
                self._known.add(row_id)
                ids.append(row_id)
                new.append(row)
        self.next_params = {self._parameter: str(self._rule.following(ids))} if ids else None
        self._rows += new
        return new if new or first else None

    def merged(self) -> list[Any]:
        """Return all rows, in the order in which they arrived."""
        return self._rows or []

    def _id(self, row: Any) -> int | None:
        if self._rule.field is not None:
            row = row.get(self._rule.field) if isinstance(row, dict) else None
        return row if type(row) is int else None


class CursorWalk:
    """Walk of `{<one array>, "cursor": {...}}` by cursor tokens."""

    def __init__(self, start: Mapping[str, str]) -> None:
        self.next_params: dict[str, str] | None = dict(start)
        self.complete = True
        self._includes_newest = "before" not in start
        self._forward = "after" in start
        self._newest: str | None = start.get("after")
        self._oldest: str | None = None
        self._tokens = set(start.values())
        self._idle_pages = 0
        self._first: dict[str, Any] | None = None
        self._name = ""
        self._backward_pages: list[list[tuple[Any, Any]]] = []
        self._records: dict[Any, Any] = {}
        self._known: set[Any] = set()

    def add(self, body: Any) -> dict[str, Any] | None:
        """Add a page; return it without known records, except for those that replace them."""
        page: dict[str, Any] = body if isinstance(body, dict) else {}
        first = self._first is None
        if first:
            self._first = page
            self._name = next((n for n, v in page.items() if isinstance(v, list)), "")
        if not self._name:  # no list, nothing to walk
            self.next_params = None
            return page if first else None
        records = page[self._name] if isinstance(page.get(self._name), list) else []
        cursor = page.get("cursor")
        tokens = cursor if isinstance(cursor, dict) else {}
        if self._newest is None or self._forward:
            self._newest = _token(tokens, "after") or self._newest
        new = self._add_forward(records) if self._forward else self._add_backward(records)
        self._advance(records, tokens)
        return {**page, self._name: new} if new or first else None

    def _add_backward(self, records: list[Any]) -> list[Any]:
        new = []
        for record in records:
            identity = _identity(record)
            if identity not in self._known:
                self._known.add(identity)
                new.append((identity, record))
        self._idle_pages = 0 if new else self._idle_pages + 1
        self._backward_pages.append(new)
        return [record for _, record in new]

    def _add_forward(self, records: list[Any]) -> list[Any]:
        self._merge_backward_pages()
        changed = False
        for record in records:
            identity = _identity(record)
            changed |= self._records.pop(identity, None) != record  # it moves to the newest end
            self._records[identity] = record
        self._idle_pages = 0 if changed else self._idle_pages + 1
        return records

    def _merge_backward_pages(self) -> None:
        for page in reversed(self._backward_pages):
            self._records.update(page)
        self._backward_pages.clear()

    def _advance(self, records: list[Any], cursor: Mapping[str, Any]) -> None:
        """Set the next request: further in the same direction, then back to the newest end."""
        direction = "after" if self._forward else "before"
        token = _token(cursor, direction) if records else None
        repeated = token in self._tokens or self._idle_pages >= _MAX_IDLE_PAGES
        looping = bool(token) and repeated
        self._oldest = None
        if token and not looping:
            self._tokens.add(token)
            self._oldest = None if self._forward else token
            self.next_params = {direction: token}
            return
        self.complete &= not looping
        self.next_params = None
        if self._includes_newest and not self._forward and self._newest and self._known:
            self._forward, self._idle_pages, self._tokens = True, 0, {self._newest}
            self.next_params = {"after": self._newest}

    def merged(self) -> dict[str, Any]:
        """Merge all records, least recently modified first.

        `cursor.after` finds later changes; `cursor.before` continues a walk that was cut short.
        """
        self._merge_backward_pages()
        body = dict(self._first or {})
        body.pop("cursor", None)
        if self._name:
            body[self._name] = list(self._records.values())
        ends = {"before": self._oldest, "after": self._newest}
        if cursor := {name: token for name, token in ends.items() if token}:
            body["cursor"] = cursor
        return body


Walk = IdWalk | CursorWalk


def walk_of(
    operation: Mapping[str, Any], names: Collection[str], given: Mapping[str, Any]
) -> Walk | None:
    """Return the walk of an operation, None without one; it starts where the caller says."""
    start = {n: str(v) for n, v in given.items() if n in steering(operation, names) and v}
    if operation.get("x-pagination") == "cursor" and "before" in names:
        return CursorWalk(start)
    for name, rule in WALKS.items():
        if name in names:
            return IdWalk(name, rule, start)
    return None


def paging(operation: Mapping[str, Any], method: str, names: Collection[str]) -> str:
    """Return the paging of an operation: `pages`, `cursor`, a parameter of ids, or nothing."""
    if operation.get("x-pagination") == "cursor":
        return "cursor"
    if method.upper() != "GET":
        return ""
    return "pages" if "page" in names else next((name for name in WALKS if name in names), "")


def steering(operation: Mapping[str, Any], names: Collection[str]) -> frozenset[str]:
    """Return the parameters by which a caller can walk by hand; empty if there are none."""
    if operation.get("x-pagination") == "cursor":
        return CURSOR & frozenset(names)
    return frozenset(WALKS) & frozenset(names)


def _token(cursor: Mapping[str, Any], name: str) -> str | None:
    token = cursor.get(name)
    return token if isinstance(token, str) else None


def _identity(record: Any) -> int | str:
    """Return what identifies a record: its `id`, which all cursor listings of the API have."""
    record_id = record.get("id") if isinstance(record, dict) else None
    return record_id if isinstance(record_id, str) or type(record_id) is int else repr(record)
