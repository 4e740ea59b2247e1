"""Find ids that are not whole numbers in fields where most ids are.

Otherwise a single odd id would turn its column into text or fractions, which cannot be joined.
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
    """Value in a field of ids that is not an id, and the key of its record."""

    record: Any
    value: Any


@dataclass
class _Field:
    """Count of ids and of other values in a field of ids, and the first other values."""

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
    """Return True if a field of ids in records of this type has values that are not ids."""
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
    """Return the type of records with ids as whole numbers, and the odd ids that do not fit it.

    A field keeps its type if at least half of its values are not ids. Whole numbers written as
    fractions (`25.0`) are ids.

    Returns:
        Type; and for each field with odd ids its name, their number, and the first of them.
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
    """Yield the values in fields of ids, and their paths, without recursion into deep records."""
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
