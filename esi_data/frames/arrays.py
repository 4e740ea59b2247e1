"""Convert the values of one column to one typed array; off-schema values widen their own column.

`array_of(values, column)` collects the types among the values, once and in C, and picks the one
conversion that fits; nothing here works cell by cell in pandas.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    declared = _declared(listed, column) if column.kind == "enum" else None
    if declared is not None:
        return declared, column.optional or bool((declared.codes >= 0).all())
    types = frozenset(map(type, listed))
    try:
        array = _made(listed, types, column)
    except (TypeError, ValueError, OverflowError):  # another type, or out of its range
        return objects(listed), False
    known = not isinstance(array, pd.Categorical) or len(array.categories) == len(column.categories)
    return array, known and (column.optional or _NONE not in types)


def kind_of(values: Values) -> Kind:
    """Return the kind of a column that no schema describes."""
    if isinstance(values, np.ndarray):
        values = values.tolist()
    types = frozenset(map(type, values)) - {_NONE}
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
    if dtype == TEXT:
        return text(pa.nulls(count, pa.large_string()))
    dtype = {"int64": pd.Int64Dtype(), "bool": pd.BooleanDtype()}.get(str(dtype), dtype)
    nothing = pd.Series([None] * count, dtype=dtype)
    return nothing.to_numpy() if isinstance(dtype, np.dtype) else nothing.array


def text(values: Sequence[str | None] | pa.Array) -> Array:
    """Return text in pandas' string type."""
    return TEXT.__from_arrow__(pa.array(values, pa.large_string()))


def categorical(categories: Sequence[Any]) -> pd.CategoricalDtype:
    """Return an unordered categorical type; text categories are of pandas' string type."""
    if all(isinstance(value, str) for value in categories):
        return pd.CategoricalDtype(pd.Index(text(categories)))
    return pd.CategoricalDtype(pd.Index(categories))


def utc(times: np.ndarray[Any, Any]) -> Array:
    """Return times without a zone as `datetime64[us, UTC]`."""
    return pd.DatetimeIndex(times.astype("datetime64[us]", copy=False)).tz_localize("UTC").array


def _made(values: Sequence[Any], types: frozenset[type], column: Column) -> Array:
    """Return the array of JSON values; raise an error where one is of another type."""
    match column.kind:
        case "int" | "bool":
            _need(types, int if column.kind == "int" else bool)
            dtype: Any = np.int64 if column.kind == "int" else np.bool_
            data = np.fromiter((value or 0 for value in values), dtype, len(values))
            mask = np.fromiter((value is None for value in values), np.bool_, len(values))
            return _nullable(data, mask) if column.optional or _NONE in types else data
        case "float":
            _need(types, float, int)
            return np.array(values, dtype=np.float64)  # None becomes nan
        case "text":
            _need(types, str)
            return text(values)
        case "enum":
            _need(types, *map(type, column.categories))
            return _enums(values, column)
        case "datetime":
            _need(types, datetime, str)
            return utc(_times(values, types, pa.timestamp("us", "UTC")))
        case "date":
            _need(types, date, str)
            return _times(values, types, pa.date32()).astype("datetime64[us]")
        case "list":
            _need(types, list)
        case "map":
            _need(types, dict)
    return objects(values)


def _need(types: frozenset[type], *fitting: type) -> None:
    if not types <= {_NONE, *fitting}:
        raise TypeError


def _nullable(data: np.ndarray[Any, Any], mask: np.ndarray[Any, Any]) -> Array:
    kind = pd.arrays.BooleanArray if data.dtype == np.bool_ else pd.arrays.IntegerArray
    return kind(data, mask)


def _declared(values: Sequence[Any], column: Column) -> pd.Categorical | None:
    """Return texts as categories; None if a text is undeclared, or if the enum has other values."""
    if not all(isinstance(value, str) for value in column.categories):
        return None  # True would equal a declared 1
    codes: dict[Any, int] = {value: code for code, value in enumerate(column.categories)}
    codes[None] = -1
    try:
        data = np.fromiter(map(codes.__getitem__, values), np.int32, count=len(values))
    except (KeyError, TypeError):  # a list cannot be looked up
        return None
    return pd.Categorical.from_codes(data, dtype=categorical(column.categories))


def _enums(values: Sequence[Any], column: Column) -> Array:
    found = dict.fromkeys(value for value in values if value is not None)
    dtype = categorical(list(dict.fromkeys([*column.categories, *found])))
    if dtype.categories.dtype == object:
        raise TypeError  # numbers beyond 64 bits
    codes: dict[Any, int] = {value: code for code, value in enumerate(dtype.categories)}
    codes[None] = -1
    data = np.fromiter(map(codes.__getitem__, values), np.int32, count=len(values))
    return pd.Categorical.from_codes(data, dtype=dtype)


def _times(values: Sequence[Any], types: frozenset[type], target: pa.DataType) -> Any:
    """Return times or dates, given as such or in any form of ISO 8601."""
    try:
        # The API sends 2026-01-02T03:04:05Z; Arrow parses that, fractions and offsets.
        parsed = pa.array(values, pa.string()).cast(target) if str in types else None
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        parse = date.fromisoformat if pa.types.is_date(target) else _time
        values = [parse(v) if isinstance(v, str) else v for v in values]
        parsed = None
    if parsed is None:
        parsed = pa.array(values, target)
    return parsed.to_numpy(zero_copy_only=False)


def _time(value: str) -> datetime:
    """Parse a time in any form of ISO 8601; one without an offset is UTC, as in the API."""
    if value[17:19] != "60":
        return datetime.fromisoformat(value)
    # A leap second: RFC 3339 section 5.7 allows it; datetime does not.
    return datetime.fromisoformat(f"{value[:17]}59{value[19:]}") + timedelta(seconds=1)


def _from_numpy(values: np.ndarray[Any, Any], column: Column) -> tuple[Array, bool] | None:
    """Return the array of a typed NumPy array, or None where the generic way is right."""
    mask = np.ma.getmaskarray(values)
    gaps = bool(mask.any())
    data = np.ma.getdata(values)
    fits = column.optional or not gaps
    match column.kind, data.dtype.kind:
        case ("int", "i") | ("bool", "b"):
            data = data.astype(np.int64, copy=False) if column.kind == "int" else data
            return (_nullable(data, mask) if column.optional or gaps else data), fits
        case "float", "f":
            floats = data.astype(np.float64, copy=gaps)
            if gaps:
                floats[mask] = np.nan
            return floats, fits and (column.optional or not np.isnan(floats).any())
        case ("datetime", "M") | ("date", "M"):
            times = data.astype("datetime64[us]")
            times[mask] = np.datetime64("NaT", "us")
            array = utc(times) if column.kind == "datetime" else times
            return array, column.optional or not bool(np.isnat(times).any())
    return None
