"""Assume that listings with cursors can be followed to both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.doctor.assumptions.shapes import compare
from esi.core.doctor.check import Finding, Unknown, verdict
from esi.core.doctor.probes import object_of

if TYPE_CHECKING:
    from esi.core.http.messages import Response


def _rows(response: Response) -> list[Any]:
    return next((value for value in object_of(response).values() if isinstance(value, list)), [])


def _page(cursor: Response) -> Finding:
    page = object_of(cursor)
    lists = [name for name, value in page.items() if isinstance(value, list)]
    tokens = page.get("cursor") or {}
    return verdict(
        len(lists) == 1 and {"before", "after"} <= set(tokens),
        f"lists: {', '.join(lists)}; cursor: {', '.join(sorted(tokens)) or 'none'}",
    )


def _limit(cursor: Response) -> Finding:
    count = len(_rows(cursor))
    return verdict(count <= 10, f"{count} rows")


def _older(newest: Response, older: Response) -> Finding:
    rows = _rows(older)
    if not rows:
        raise Unknown("there is one page only")
    both = [row for row in rows if row in _rows(newest)]
    return verdict(not both, f"{len(rows)} rows, {len(both)} of them repeated")


def _end(newest: Response, newer: Response) -> Finding:
    rows = _rows(newer)
    repeated = any(row in _rows(newest) for row in rows)
    return verdict(len(rows) < 10 and not repeated, f"{len(rows)} rows")


CHECKS = [
    compare(
        "cursor.page",
        "Does a page of a cursor listing have one list and a cursor?",
        ("cursor",),
        _page,
        expected="one list, and a cursor with before and after",
        mend="Cursor listings cannot be followed.",
    ),
    compare(
        "cursor.limit",
        "Does a page have at most `limit` rows?",
        ("cursor",),
        _limit,
        expected="10 rows or fewer",
        mend="Plans name a wrong number of requests.",
    ),
    compare(
        "cursor.older",
        "Does `before` lead to older rows?",
        ("cursor", "cursor_before"),
        _older,
        expected="rows that the newest page does not have",
        mend="Walks of cursor listings return the same rows again.",
    ),
    compare(
        "cursor.end",
        "Is the page after the newest row empty?",
        ("cursor", "cursor_after"),
        _end,
        expected="an empty list, or a few rows that have changed since",
        mend="Updates of cursor listings do not end.",
    ),
]
