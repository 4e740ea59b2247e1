"""Choose fields of rows and show them as dicts: the rules of pydantic's `model_dump`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

Choice = Collection[str] | Mapping[Any, Any] | None

_ATOMS = frozenset({type(None), bool, int, float, str, datetime, date, UUID})


class DumpOptions(NamedTuple):
    """Options of a dump; see `Row.model_dump`."""

    by_alias: bool | None
    exclude_none: bool
    exclude_unset: bool


def dump(value: Any, options: DumpOptions, include: Choice, exclude: Choice) -> Any:
    """Return a value with the rows in it as dicts."""
    if isinstance(value, msgspec.Struct):
        return _row(value, options, include, exclude)
    if isinstance(value, dict):
        return _chosen(value, options, include, exclude)
    if isinstance(value, list | tuple):
        items = dict(enumerate(value))
        return type(value)(_chosen(items, options, include, exclude).values())
    return value


def _row(row: Any, options: DumpOptions, include: Choice, exclude: Choice) -> Any:
    if row._wrapper:  # noqa: SLF001
        return dump(row.root, options, include, exclude)
    items, fields = row._items(), row.model_fields  # noqa: SLF001
    if options.exclude_none:
        items = {name: value for name, value in items.items() if value is not None}
    elif options.exclude_unset:
        items = {n: value for n, value in items.items() if value is not None or n not in fields}
    items = _chosen(items, options, include, exclude)
    if options.by_alias:
        return {fields[n].alias if n in fields else n: value for n, value in items.items()}
    return items


def _chosen(
    items: dict[Any, Any], options: DumpOptions, include: Choice, exclude: Choice
) -> dict[Any, Any]:
    """Return the items that are chosen, dumped."""
    if include is None and exclude is None:
        if _ATOMS.issuperset(map(type, items.values())):
            return dict(items)
        return {
            key: value if type(value) in _ATOMS else dump(value, options, None, None)
            for key, value in items.items()
        }
    chosen = {}
    for key, value in items.items():
        inner = True if include is None else _within(include, key, len(items))
        outer = _within(exclude, key, len(items))
        if inner is not False and outer is not True:
            inside = None if inner is True else inner
            chosen[key] = dump(value, options, inside, outer or None)
    return chosen


def _within(choice: Any, key: Any, size: int) -> Any:
    """Return the choice for an item: False, True (all of it), or a choice within it."""
    if not choice:
        return False
    for each in (key, key - size, "__all__") if isinstance(key, int) else (key,):
        if each in choice:
            found = choice[each] if isinstance(choice, Mapping) else True
            return True if found is ... else found
    return False
