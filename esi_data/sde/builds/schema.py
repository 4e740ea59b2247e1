"""Infer the types of the export's records from their values, over all records and builds seen.

Types are Arrow types. If two values have no common type, the column becomes text: strings stay
unchanged, and other values become their JSON, so nothing is lost.
"""

from __future__ import annotations

import json
import re
from functools import reduce
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from esi.core.config import LANGUAGES
from esi_data.sde.builds.naming import MAPS

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY, VALUE = "_key", "_value"
TEXT = pa.string()
MIXED = pa.large_string()  # objects or lists beside other values, until `settle`: text
_MOST_COLUMNS = 2000  # columns of a table and its child tables; further ones become text
_DEEPEST = 8  # nested objects and lists that become columns and tables
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1
_LANGUAGE = re.compile(r"[a-z]{2}(-[a-zA-Z]{2,4})?")
# Arrow raises these for values of several types, numbers beyond 64 bits and invalid Unicode.
MISFITS = (pa.ArrowException, OverflowError, TypeError, ValueError)


def infer(values: Sequence[Any]) -> pa.DataType:
    """Return the type of decoded JSON values: text if they have no common type."""
    try:
        return pa.array(values).type
    except MISFITS:
        return reduce(join, map(type_of, values), pa.null())


def type_of(value: Any) -> pa.DataType:
    """Return the type of one decoded JSON value; integers beyond 64 bits are text."""
    match value:
        case None:
            return pa.null()
        case bool():
            return pa.bool_()
        case int():
            return pa.int64() if _SMALLEST <= value <= _LARGEST else TEXT
        case float():
            return pa.float64()
        case dict():
            return pa.struct([(name, type_of(each)) for name, each in value.items()])
        case list():
            return pa.list_(reduce(join, map(type_of, value), pa.null()))
    return TEXT


def join(one: pa.DataType, other: pa.DataType) -> pa.DataType:
    """Return the narrowest type that takes the values of both."""
    if one.equals(other) or pa.types.is_null(other):
        return one
    if pa.types.is_null(one):
        return other
    if pa.types.is_struct(one) and pa.types.is_struct(other):
        fields = {field.name: field.type for field in one}
        for field in other:
            fields[field.name] = join(fields.get(field.name, pa.null()), field.type)
        return pa.struct(list(fields.items()))
    if pa.types.is_list(one) and pa.types.is_list(other):
        return pa.list_(join(one.value_type, other.value_type))
    if {one, other} == {pa.int64(), pa.float64()}:
        return pa.float64()
    is_mixed = MIXED in {one, other} or pa.types.is_nested(one) or pa.types.is_nested(other)
    return MIXED if is_mixed else TEXT


def widen(own: pa.DataType, seen: pa.DataType) -> pa.DataType:
    """Return the type of this build's values, as wide as in the builds seen before.

    The type has only the fields of this build. If an object or list has become something else,
    earlier builds no longer count.
    """
    if pa.types.is_null(own):
        return seen
    if pa.types.is_struct(own) and pa.types.is_struct(seen):
        before = {field.name: field.type for field in seen}
        return pa.struct(
            [(field.name, widen(field.type, before.get(field.name, pa.null()))) for field in own]
        )
    if pa.types.is_list(own) and pa.types.is_list(seen):
        return pa.list_(widen(own.value_type, seen.value_type))
    return own if pa.types.is_nested(own) or pa.types.is_nested(seen) else join(own, seen)


def settle(table: str, kind: pa.DataType) -> pa.DataType:
    """Return the type in which a table's records are stored.

    A level becomes JSON text if it is nested too deep, has too many columns, or is a list of lists
    of objects.
    """
    fields = [(field.name, _mapped(table, field.name, field.type)) for field in kind]
    if (KEY, pa.null()) in fields:  # of an empty file
        fields[fields.index((KEY, pa.null()))] = KEY, pa.int64()
    for deepest in range(_DEEPEST, -1, -1):
        found = pa.struct([(name, _settled(each, deepest)) for name, each in fields])
        if _leaves(found) <= _MOST_COLUMNS:
            return found
    raise ValueError(f"has {len(fields)} fields, and at most {_MOST_COLUMNS} can be stored")


def _mapped(table: str, field: str, kind: pa.DataType) -> pa.DataType:
    """Give all entries of a map that is written as an object the same type."""
    if (table, field) in MAPS and is_object_of_objects(kind):
        whole = reduce(join, (entry.type for entry in kind))
        return pa.struct([(entry.name, whole) for entry in kind])
    return kind


def _settled(kind: pa.DataType, levels: int) -> pa.DataType:
    if pa.types.is_null(kind) or kind == MIXED:
        return TEXT
    if pa.types.is_struct(kind):
        if levels == 0:
            return TEXT
        return pa.struct([(field.name, _settled(field.type, levels - 1)) for field in kind])
    if pa.types.is_list(kind):
        deep = pa.types.is_list(kind.value_type) and _has_objects(kind)
        if levels == 0 or deep:
            return TEXT
        return pa.list_(_settled(kind.value_type, levels - 1))
    return kind


def _has_objects(kind: pa.DataType) -> bool:
    return pa.types.is_struct(kind) or (pa.types.is_list(kind) and _has_objects(kind.value_type))


def _leaves(kind: pa.DataType) -> int:
    if pa.types.is_struct(kind):
        return sum(_leaves(field.type) for field in kind)
    return _leaves(kind.value_type) if pa.types.is_list(kind) else 1


def is_object_of_objects(kind: pa.DataType) -> bool:
    """Return True for an object that has fields, all of which are objects."""
    if not pa.types.is_struct(kind) or kind.num_fields == 0:
        return False
    return all(pa.types.is_struct(field.type) for field in kind)


def is_translated(kind: pa.DataType) -> bool:
    """Return True for a map of languages to texts, whatever its languages."""
    if not pa.types.is_struct(kind) or not any(field.name in LANGUAGES for field in kind):
        return False
    return all(field.type == TEXT and _LANGUAGE.fullmatch(field.name) for field in kind)


def array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Return decoded JSON values as an array of a type that is wide enough for them."""
    try:
        return pa.array(values, kind)
    except MISFITS:
        return fitted(values, kind)


def fitted(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Return decoded JSON values as an array of a type; odd values are missing."""
    return pa.array([fit(value, kind) for value in values], kind)


def fit(value: Any, kind: pa.DataType) -> Any:
    """Convert a decoded JSON value to its type; return None for an odd value."""
    if value is None:
        return None
    if kind == TEXT:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        return text.encode("utf-8", "replace").decode()
    if pa.types.is_struct(kind):
        if not isinstance(value, dict):
            return None
        return {field.name: fit(value.get(field.name), field.type) for field in kind}
    if pa.types.is_list(kind):
        return [fit(each, kind.value_type) for each in value] if isinstance(value, list) else None
    if kind == pa.int64():
        whole = isinstance(value, float) and value.is_integer()
        value = int(value) if whole else value
        return value if type_of(value) == kind else None
    return float(value) if kind == pa.float64() else value
