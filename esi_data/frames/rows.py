"""Turn rows of a decoded response into untyped columns (docs/reference/frames.md)."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from esi_data.frames.schema import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from esi_data.frames.arrays import Values
    from esi_data.frames.schema import Plan, Unfold


class Table(NamedTuple):
    """Values by column: those that the plan describes, other ones, and the number of rows.

    A described column that is left out is missing in all rows.
    """

    known: dict[str, Values]
    unknown: dict[str, Values]
    rows: int


def table_of(answer: Any, plan: Plan) -> Table:
    """Return the columns of a decoded response."""
    lead, elements, beside = _unwrap(answer, plan)
    for unfold in plan.unfolds:
        lead, elements = _unfold(lead, elements, unfold)
    own, unknown = _extract(elements, plan.own)
    beside = {} if plan.unfolds else {name: [v] * len(elements) for name, v in beside.items()}
    return Table({**lead, **own}, {**unknown, **beside}, len(elements))


def joined(tables: Sequence[Table]) -> Table:
    """Concatenate the rows of several tables, and empty the tables."""
    if len(tables) == 1:
        return tables[0]
    lengths = [table.rows for table in tables]
    known = _under_each_other([table.known for table in tables], lengths)
    unknown = _under_each_other([table.unknown for table in tables], lengths)
    return Table(known, unknown, sum(lengths))


def _under_each_other(
    parts: Sequence[dict[str, Values]], lengths: Sequence[int]
) -> dict[str, Values]:
    # Emptying the parts on the way keeps at most one column in memory twice.
    return {
        name: _chained([part.pop(name, None) for part in parts], lengths)
        for name in list(dict.fromkeys(chain.from_iterable(parts)))
    }


def _chained(parts: Sequence[Values | None], lengths: Sequence[int]) -> Values:
    """Return the values of one column: an array if all parts are arrays, else a list."""
    arrays = [part for part in parts if isinstance(part, np.ndarray)]
    if len(arrays) == len(parts):
        masked = any(isinstance(array, np.ma.MaskedArray) for array in arrays)
        whole: Values = (np.ma.concatenate if masked else np.concatenate)(arrays)
        return whole
    values: list[Any] = []
    for part, length in zip(parts, lengths, strict=True):
        if part is None:
            values.extend([None] * length)
        else:
            values.extend(part.tolist() if isinstance(part, np.ndarray) else part)
    return values


def _unwrap(answer: Any, plan: Plan) -> tuple[dict[str, Values], Sequence[Any], dict[str, Any]]:
    """Return leading columns, rows, and the fields beside the one list that a body wraps."""
    beside: dict[str, Any] = {}
    if plan.inside and isinstance(answer, dict):
        beside = {k: v for k, v in answer.items() if k not in (plan.inside, "cursor")}
        answer = answer.get(plan.inside)
    if answer is None or answer == {}:
        return {}, [], beside
    bodies = answer if isinstance(answer, list | tuple) else [answer]
    if plan.shape not in ("groups", "map"):
        return {}, bodies, beside
    name = (plan.unfolds[0].keys[0][0] if plan.unfolds else plan.lead[0]).name
    pairs = [pair for body in bodies for pair in _entries(body)]
    return {name: [entry for entry, _ in pairs]}, [row for _, row in pairs], beside


def _entries(body: Any) -> Iterator[tuple[str | None, Any]]:
    """Yield each element of each list of a body, with the list's name."""
    if not isinstance(body, dict):
        yield None, body
        return
    for name, value in body.items():
        for element in _elements(value):
            yield name, element


def _unfold(
    lead: dict[str, Values], rows: Sequence[Any], unfold: Unfold
) -> tuple[dict[str, Values], list[Any]]:
    """Return the elements of one list of each row, and the parents' ids repeated beside them."""
    lists = [_elements(value) for value in _at(rows, unfold.path)]
    parents = [position for position, items in enumerate(lists) for _ in items]
    repeated: dict[str, Values] = {}
    for column, name in unfold.keys:
        values = lead[column.name] if column.name in lead else _at(rows, column.path)
        repeated[name] = [values[position] for position in parents]
    return repeated, list(chain.from_iterable(lists))


def _elements(value: Any) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _at(rows: Sequence[Any], path: tuple[str, ...]) -> list[Any]:
    values = list(rows)
    for name in path:
        values = [value.get(name) if isinstance(value, dict) else None for value in values]
    return values


def _extract(
    rows: Sequence[Any], columns: tuple[Column, ...]
) -> tuple[dict[str, Values], dict[str, Values]]:
    """Return the values of the columns, and of the fields that no column describes."""
    if [column.path for column in columns] == [()]:
        return {columns[0].name: rows}, {}
    tree: dict[str, Any] = {}
    for column in columns:
        node = tree
        for name in column.path[:-1]:
            node = node.setdefault(name, {})
        node[column.path[-1]] = column
    known: dict[str, Values] = {}
    unknown: dict[str, Values] = {}
    for name, values, described in _walk(rows, tree, "", "value"):
        (unknown if described is None else known)[name] = values
    return known, unknown


def _walk(
    rows: Sequence[Any], tree: Mapping[str, Any], prefix: str, name: str
) -> Iterator[tuple[str, list[Any], Column | None]]:
    """Yield columns of rows, by the tree of described fields; a missing object is an empty row."""
    if set(map(type, rows)) - {dict}:
        strays = [None if isinstance(row, dict) else row for row in rows]
        if any(stray is not None for stray in strays):
            yield name, strays, None
        rows = [row if isinstance(row, dict) else {} for row in rows]
    for field, node in tree.items():
        try:
            values = [row[field] for row in rows]
        except KeyError:
            values = [row.get(field) for row in rows]
        if isinstance(node, Column):
            yield node.name, values, node
        else:
            yield from _walk(values, node, f"{prefix}{field}.", f"{prefix}{field}")
    for field in dict.fromkeys(chain.from_iterable(rows)):
        if field not in tree:
            yield f"{prefix}{field}", [row.get(field) for row in rows], None
