"""Convert the values of one column to one typed array; off-schema values widen their own column.

`array_of(values, column)` collects the types among the values, once and in C, and picks the one
conversion that fits; nothing here works cell by cell in pandas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa

if TYPE_CHECKING:
    from esi_data.frames.schema import Column, Kind

Values = Sequence[Any] | np.ndarray[Any, Any]
Array = Any  # a 1-d ndarray or a pandas ExtensionArray

# pandas 3 has its own `str`; before, `string` on Arrow is the same with NA for missing values.
TEXT: Any = (
    pd.StringDtype(na_value=np.nan)
    if int(pd.__version__.partition(".")[0]) >= 3
    else pd.StringDtype("pyarrow")
)
_NONE = type(None)
_NOTHING = frozenset({_NONE})
_NESTED: dict[Kind, type] = {"list": list, "map": dict}


class _OffSchemaError(Exception):
    """Values do not fit the column's type."""


def array_of(values: Values, column: Column) -> tuple[Array, bool]:
    """Return the column's array, and True if every value conforms to the schema.

    `values` is a list of decoded JSON values (None for missing; times as `datetime` or ISO text),
    or a NumPy array of the column's type, masked where values are missing; the column may take over
    its memory.
    """
    if isinstance(values, np.ndarray):
        fitting = _from_numpy(values, column)
        if fitting is not None:
            return fitting
    listed: Sequence[Any] = values.tolist() if isinstance(values, np.ndarray) else values
    types = frozenset(map(type, listed))
    try:
        array = _MAKERS[column.kind](listed, types, column)
    except (_OffSchemaError, OverflowError, UnicodeEncodeError):
        return objects(listed), False
    known = not isinstance(array, pd.Categorical) or len(array.categories) == len(column.categories)
    return array, known and (column.optional or _NONE not in types)


def kind_of(values: Values) -> Kind:
    """Return the kind of a column that no schema describes."""
    if isinstance(values, np.ndarray):
        values = values.tolist()
    types = frozenset(map(type, values)) - _NOTHING
    for kind, fitting in (("bool", {bool}), ("int", {int}), ("float", {int, float}),
                          ("text", {str}), ("datetime", {datetime}), ("date", {date}),
                          ("list", {list}), ("map", {dict})):  # fmt: skip
        if types and types <= fitting:
            return kind  # type: ignore[return-value]
    return "any"


def objects(values: Iterable[Any]) -> np.ndarray[Any, Any]:
    """Return the values as an object array; unlike `np.array`, lists never become a dimension."""
    return np.fromiter(values, dtype=object)


def missing(dtype: Any, count: int) -> Array:
    """Return `count` missing values of a dtype (of the nearest one that has a missing value)."""
    if dtype == np.dtype(object):
        return objects([None] * count)
    dtype = {"int64": pd.Int64Dtype(), "bool": pd.BooleanDtype()}.get(str(dtype), dtype)
    nothing = pd.Series([None] * count, dtype=dtype)
    return nothing.to_numpy() if isinstance(dtype, np.dtype) else nothing.array


def text(values: Sequence[str | None] | pa.Array) -> Array:
    """Return text in pandas' string type."""
    return TEXT.__from_arrow__(pa.array(values, pa.large_string()))


def _ints(values: Sequence[Any], types: frozenset[type], column: Column) -> Array:
    _need(types, {int, _NONE})
    return _masked(values, types, np.int64, pd.arrays.IntegerArray, optional=column.optional)


def _bools(values: Sequence[Any], types: frozenset[type], column: Column) -> Array:
    _need(types, {bool, _NONE})
    return _masked(values, types, np.bool_, pd.arrays.BooleanArray, optional=column.optional)


def _masked(
    values: Sequence[Any],
    types: frozenset[type],
    dtype: type[np.generic],
    make: Callable[..., Array],
    *,
    optional: bool,
) -> Array:
    if _NONE in types:
        mask = np.fromiter((v is None for v in values), np.bool_, count=len(values))
        filled = (0 if v is None else v for v in values)
        return make(np.fromiter(filled, dtype, count=len(values)), mask)
    data = np.fromiter(values, dtype, count=len(values))
    return make(data, np.zeros(len(data), np.bool_)) if optional else data


def _floats(values: Sequence[Any], types: frozenset[type], _: Column) -> Array:
    _need(types, {float, int, _NONE})
    return np.array(values, dtype=np.float64)  # None becomes nan


def _texts(values: Sequence[Any], types: frozenset[type], _: Column) -> Array:
    _need(types, {str, _NONE})
    return text(values)


def _enums(values: Sequence[Any], types: frozenset[type], column: Column) -> Array:
    _need(types, {_NONE, *map(type, column.categories)})
    index = {value: code for code, value in enumerate(column.categories)}
    for value in dict.fromkeys(values):
        if value is not None:
            index.setdefault(value, len(index))
    codes: dict[Any, int] = {**index, None: -1}
    data = np.fromiter(map(codes.__getitem__, values), np.int32, count=len(values))
    return pd.Categorical.from_codes(data, dtype=categorical(list(index)))


def categorical(categories: Sequence[Any]) -> pd.CategoricalDtype:
    """Return an unordered categorical type; text categories are of pandas' string type."""
    if all(isinstance(value, str) for value in categories):
        return pd.CategoricalDtype(pd.Index(text(categories)))
    return pd.CategoricalDtype(pd.Index(categories))


def _datetimes(values: Sequence[Any], types: frozenset[type], _: Column) -> Array:
    _need(types, {datetime, str, _NONE})
    times = pa.timestamp("us", "UTC")
    try:
        if str not in types:
            parsed = pa.array(values, times)
        else:
            # The API sends 2026-01-02T03:04:05Z; Arrow parses that, fractions and offsets.
            parsed = pa.array(values, pa.string()).cast(times)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        parsed = pa.array([_time(v) if isinstance(v, str) else v for v in values], times)
    return utc(parsed.to_numpy(zero_copy_only=False))


def utc(times: np.ndarray[Any, Any]) -> Array:
    """Return times without a zone as `datetime64[us, UTC]`."""
    return pd.DatetimeIndex(times.astype("datetime64[us]", copy=False)).tz_localize("UTC").array


def _time(value: str) -> datetime:
    """Parse a time in any form of ISO 8601; one without an offset is UTC, as in the API."""
    leap = value[17:19] == "60"  # RFC 3339 section 5.7 allows it; datetime does not
    try:
        parsed = datetime.fromisoformat(f"{value[:17]}59{value[19:]}" if leap else value)
    except ValueError as exc:
        raise _OffSchemaError from exc
    return parsed + timedelta(seconds=leap)


def _dates(values: Sequence[Any], types: frozenset[type], _: Column) -> Array:
    _need(types, {date, str, _NONE})
    try:
        if str not in types:
            parsed = pa.array(values, pa.date32())
        else:
            parsed = pa.array(values, pa.string()).cast(pa.date32())
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        parsed = pa.array([_date(v) if isinstance(v, str) else v for v in values], pa.date32())
    return parsed.to_numpy(zero_copy_only=False).astype("datetime64[us]")


def _date(value: str) -> date:
    """Parse a date in any form of ISO 8601."""
    try:
        return date.fromisoformat(value)
    except ValueError as exc:
        raise _OffSchemaError from exc


def _nested(values: Sequence[Any], types: frozenset[type], column: Column) -> Array:
    _need(types, {_NESTED[column.kind], _NONE})
    return objects(values)


def _any(values: Sequence[Any], types: frozenset[type], column: Column) -> Array:  # noqa: ARG001
    return objects(values)


def _need(types: frozenset[type], fitting: set[type]) -> None:
    if not types <= fitting:
        raise _OffSchemaError


_MAKERS: dict[Kind, Callable[[Sequence[Any], frozenset[type], Column], Array]] = {
    "int": _ints,
    "float": _floats,
    "bool": _bools,
    "text": _texts,
    "enum": _enums,
    "datetime": _datetimes,
    "date": _dates,
    "list": _nested,
    "map": _nested,
    "any": _any,
}


def _from_numpy(values: np.ndarray[Any, Any], column: Column) -> tuple[Array, bool] | None:
    """Return the array of a typed NumPy array, or None where the generic way is right."""
    mask = np.ma.getmaskarray(values)
    gaps = bool(mask.any())
    data = np.ma.getdata(values)
    fits = column.optional or not gaps
    match column.kind, data.dtype.kind:
        case ("int", "i") | ("int", "u"):
            if data.dtype == np.uint64 and data.size and data.max() > np.iinfo(np.int64).max:
                return None
            ints = data.astype(np.int64, copy=False)
            return (pd.arrays.IntegerArray(ints, mask) if column.optional or gaps else ints), fits
        case "bool", "b":
            return (pd.arrays.BooleanArray(data, mask) if column.optional or gaps else data), fits
        case ("float", "f") | ("float", "i") | ("float", "u"):
            floats = data.astype(np.float64, copy=gaps)
            if gaps:
                floats[mask] = np.nan
            return floats, fits and (column.optional or not np.isnan(floats).any())
        case ("datetime", "M") | ("date", "M"):
            times = data.astype("datetime64[us]")
            if gaps:
                times[mask] = np.datetime64("NaT", "us")
            array = utc(times) if column.kind == "datetime" else times
            return array, column.optional or not bool(np.isnat(times).any())
    return None
