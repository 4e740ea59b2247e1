"""Ids that are no whole numbers although most others of their field are.

One of them would make the whole column text or fractions, and no frame could be joined with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from esi_data.sde.builds.schema import KEY, type_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    Path = tuple[str, ...]  # names of fields; "" for the entries of a list

_ID = re.compile(r"(ID|Id|^id|_id)s?$")
_NAMED = 100  # odd ids of a field


class OddId(NamedTuple):
    """Value of a field that is no id, in the record with a key."""

    record: Any
    value: Any


@dataclass
class _Field:
    """Values of one field of ids: how many are ids, how many are not, and the first of those."""

    ids: int = 0
    others: int = 0
    named: list[OddId] = field(default_factory=list)

    def add(self, record: Any, value: Any) -> None:
        whole = isinstance(value, float) and value.is_integer()
        if type_of(int(value) if whole else value) == pa.int64():
            self.ids += 1
            return
        self.others += 1
        if len(self.named) < _NAMED:
            self.named.append(OddId(record, value))


def may_have_odd_ids(kind: pa.DataType) -> bool:
    """Return True for a type of records of which a field of ids has values that are none."""
    if pa.types.is_list(kind):
        return may_have_odd_ids(kind.value_type)
    if not pa.types.is_struct(kind):
        return False
    return any(
        (_is_id(each.name) and _innermost(each.type) not in {pa.int64(), pa.null()})
        or may_have_odd_ids(each.type)
        for each in kind
    )


def without_odd_ids(
    kind: pa.DataType, batches: Iterable[Sequence[dict[str, Any]]]
) -> tuple[pa.DataType, list[tuple[str, int, list[OddId]]]]:
    """Return the type of records in which ids are whole numbers, and what does not fit it.

    A field keeps its type if half of its values or more are no ids. Whole numbers that are written
    as fractions (`25.0`) are ids.

    Returns:
        The type; and for each field with odd ids its name, their number, and the first of them.
    """
    fields: dict[Path, _Field] = defaultdict(_Field)
    for records in batches:
        for record in records:
            for path, value in _ids(record):
                fields[path].add(record[KEY], value)
    found = {path: each for path, each in fields.items() if each.ids > each.others}
    odd = [(".".join(filter(None, path)), each.others, each.named)
           for path, each in found.items() if each.others]  # fmt: skip
    return _with_ids(kind, found, ()), odd


def _ids(record: dict[str, Any]) -> Iterator[tuple[Path, Any]]:
    """Yield the values in fields of ids, and their paths; deep records take no recursion."""
    inside: list[tuple[Path, bool, Any]] = [((), False, record)]
    while inside:
        path, of_ids, holder = inside.pop()
        entries = holder.items() if isinstance(holder, dict) else (("", each) for each in holder)
        for name, value in entries:
            is_id = _is_id(name) if name else of_ids
            if isinstance(value, dict | list):
                inside.append(((*path, name), is_id, value))
            if is_id and value is not None:
                yield (*path, name), value


def _with_ids(kind: pa.DataType, ids: Collection[Path], path: Path) -> pa.DataType:
    """Return a type in which the values at some paths are integers."""
    if path in ids:
        return pa.int64()
    if pa.types.is_struct(kind):
        return pa.struct([(f.name, _with_ids(f.type, ids, (*path, f.name))) for f in kind])
    if pa.types.is_list(kind):
        return pa.list_(_with_ids(kind.value_type, ids, (*path, "")))
    return kind


def _is_id(name: str) -> bool:
    return name == KEY or _ID.search(name) is not None


def _innermost(kind: pa.DataType) -> pa.DataType:
    return _innermost(kind.value_type) if pa.types.is_list(kind) else kind
