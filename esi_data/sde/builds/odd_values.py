"""Find values that do not fit their field: ids that are not integers, texts where objects are.

Otherwise a single odd value would turn the column, or all columns of an object, into text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from esi_data.sde.builds.schema import KEY, MIXED, join, type_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Path = tuple[str, ...]  # names of fields; "" for the entries of a list

_ID = re.compile(r"(ID|Id|^id|_id)s?$")
_NAMED = 100  # odd values of a field


class OddValue(NamedTuple):
    """Value that does not fit its field, and the key of its record."""

    record: Any
    value: Any


@dataclass
class _Field:
    """Count of ids, objects, lists and other values in a field; type and first values of each."""

    counts: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, pa.DataType] = field(default_factory=dict)
    first: dict[str, list[OddValue]] = field(default_factory=lambda: defaultdict(list))

    def add(self, record: Any, value: Any, *, is_id: bool) -> None:
        shape = "id" if is_id and _is_whole(value) else _shape(value)
        self.counts[shape] += 1
        if shape in {"object", "list"}:
            self.kinds[shape] = join(self.kinds.get(shape, pa.null()), type_of(value))
        if len(self.first[shape]) < _NAMED:
            self.first[shape].append(OddValue(record, value))

    @property
    def shape(self) -> str:
        """Shape that the values should have: that of most; empty if they may have any."""
        shape, count = self.counts.most_common(1)[0]
        return shape if shape != "other" and 2 * count > self.counts.total() else ""

    @property
    def kind(self) -> pa.DataType:
        return self.kinds.get(self.shape, pa.int64())

    def odd(self) -> list[OddValue]:
        """Return the first values of other shapes."""
        return [each for shape, some in self.first.items() if shape != self.shape for each in some]


def may_have_odd_values(kind: pa.DataType) -> bool:
    """Return True if records of this type have odd ids, or objects or lists beside other values."""
    if pa.types.is_list(kind):
        return may_have_odd_values(kind.value_type)
    if not pa.types.is_struct(kind):
        return bool(kind == MIXED)
    return any(
        (_is_id(each.name) and _innermost(each.type) not in {pa.int64(), pa.null()})
        or may_have_odd_values(each.type)
        for each in kind
    )


def without_odd_values(
    kind: pa.DataType, batches: Iterable[Sequence[dict[str, Any]]]
) -> tuple[pa.DataType, list[tuple[str, int, list[OddValue]]]]:
    """Return the type of records without odd values, and the values that do not fit it.

    A field keeps its type unless more than half of its values are ids, objects or lists. Whole
    numbers that are written as fractions (`25.0`) are ids.

    Returns:
        The type; and for each field with odd values its name, their number, and the first of them.
    """
    mixed = set(_mixed(kind, ()))
    fields: dict[Path, _Field] = defaultdict(_Field)
    for records in batches:
        for record in records:
            for path, is_id, value in _values(record):
                if is_id or path in mixed:
                    fields[path].add(record[KEY], value, is_id=is_id)
    kinds = {path: each.kind for path, each in fields.items() if each.shape}
    odd = [
        (".".join(filter(None, path)), fields[path].counts.total() - count, fields[path].odd())
        for path in kinds
        if (count := fields[path].counts[fields[path].shape]) < fields[path].counts.total()
    ]
    return _with_kinds(kind, kinds, ()), odd


def _values(record: dict[str, Any]) -> Iterator[tuple[Path, bool, Any]]:
    """Yield all values and their paths, and True for ids; deep records need no recursion."""
    inside: list[tuple[Path, bool, Any]] = [((), False, record)]
    while inside:
        path, of_ids, holder = inside.pop()
        entries = holder.items() if isinstance(holder, dict) else (("", each) for each in holder)
        for name, value in entries:
            is_id = _is_id(name) if name else of_ids
            if isinstance(value, dict | list):
                inside.append(((*path, name), is_id, value))
            if value is not None:
                yield (*path, name), is_id, value


def _mixed(kind: pa.DataType, path: Path) -> Iterator[Path]:
    """Yield the paths at which objects or lists stand beside other values."""
    if kind == MIXED:
        yield path
    elif pa.types.is_struct(kind):
        for each in kind:
            yield from _mixed(each.type, (*path, each.name))
    elif pa.types.is_list(kind):
        yield from _mixed(kind.value_type, (*path, ""))


def _with_kinds(kind: pa.DataType, kinds: Mapping[Path, pa.DataType], path: Path) -> pa.DataType:
    """Return a type in which the values at some paths have the given types."""
    kind = kinds.get(path, kind)
    if pa.types.is_struct(kind):
        return pa.struct([(f.name, _with_kinds(f.type, kinds, (*path, f.name))) for f in kind])
    if pa.types.is_list(kind):
        return pa.list_(_with_kinds(kind.value_type, kinds, (*path, "")))
    return kind


def _is_whole(value: Any) -> bool:
    whole = isinstance(value, float) and value.is_integer()
    return bool(type_of(int(value) if whole else value) == pa.int64())


def _shape(value: Any) -> str:
    return "object" if isinstance(value, dict) else "list" if isinstance(value, list) else "other"


def _is_id(name: str) -> bool:
    return name == KEY or _ID.search(name) is not None


def _innermost(kind: pa.DataType) -> pa.DataType:
    return _innermost(kind.value_type) if pa.types.is_list(kind) else kind
