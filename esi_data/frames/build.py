"""Build DataFrames with columns and types from the schema alone (docs/reference/frames.md)."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from esi.core.entry_point import entry_point
from esi.core.warn import warn
from esi_data.errors import OffSchemaWarning
from esi_data.frames.arrays import Array, array_of, categorical, kind_of, missing, objects
from esi_data.frames.rows import Table, table_of
from esi_data.frames.schema import Column, Plan, Schema, plan_of
from esi_data.operation import parameter, schema_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

# Values of `attrs["esi"]` that several frames add up, and those whose earliest is true of all rows.
# All other values merge into a list of the distinct ones.
_SUMMED = frozenset({"pages", "requests", "tokens", "transferred", "rounds", "skipped"})
_EARLIEST = frozenset({"fetched_at", "expires"})


def frame(rows: Any, schema: Schema | None, *, explode: str | None = None) -> pd.DataFrame:
    """Return the DataFrame of a decoded response.

    `rows` is a list of dicts, a list of values, a dict, a value or None, with times as
    `datetime` or ISO text. For an object around one list, the list is enough.
    """
    plan = plan_of(schema, explode)
    return frame_of_table(table_of(rows, plan), plan)


@entry_point
def concat(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Concatenate frames and keep their types: categories are united, missing columns filled.

    Columns keep the order in which they first occur. `attrs["esi"]` is merged: sums of pages,
    requests, tokens and bytes, the earliest `fetched_at` and `expires`; `consistent` and
    `from_cache` are True if they are for all; otherwise the value, or the list of distinct values.

    Raises:
        ValueError: there are no frames.
        TypeError: the argument is one frame, or contains something else.
    """
    if isinstance(frames, pd.DataFrame):
        raise TypeError("concat takes a list of frames, not one frame: concat([one, other])")
    parts = list(frames)
    if odd := [type(part).__name__ for part in parts if not isinstance(part, pd.DataFrame)]:
        raise TypeError(f"concat takes DataFrames; got {odd[0]}")
    if not parts:
        raise ValueError("no frames to concatenate: pass at least one")
    names = list(dict.fromkeys(chain.from_iterable(part.columns for part in parts)))
    data = {name: _concat_column([(part.get(name), len(part)) for part in parts]) for name in names}
    result = _data_frame(data, sum(map(len, parts)))
    result.attrs["esi"] = merge_attrs([part.attrs.get("esi", {}) for part in parts])
    return result


def merge_attrs(attrs: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Merge `attrs["esi"]` of several frames."""
    values: dict[str, list[Any]] = {}
    for each in attrs:
        for name, value in each.items():
            values.setdefault(name, []).append(value)
    return {name: _merged(name, each) for name, each in values.items()}


def _merged(name: str, values: list[Any]) -> Any:
    if name in _SUMMED and all(isinstance(value, int) for value in values):
        return sum(values)
    if name in _EARLIEST:
        return min((value for value in values if value is not None), default=None)
    if name in ("age", "stale"):
        return max(values)
    if all(isinstance(value, bool) for value in values):
        return all(values)
    flat = list(chain.from_iterable(v if isinstance(v, list) else [v] for v in values))
    distinct = {json.dumps(value, sort_keys=True, default=str): value for value in flat}
    several = len(distinct) > 1 or any(isinstance(value, list) for value in values)
    return list(distinct.values()) if several else flat[0]


def frame_of_table(table: Table, plan: Plan) -> pd.DataFrame:
    """Return the DataFrame of a table; warn (`OffSchemaWarning`) if values are off schema."""
    known, unknown, count = table
    data: dict[str, Array] = {}
    off_schema: list[str] = []
    for column in plan.columns:
        values = known.pop(column.name, None)
        data[column.name], fits = array_of([None] * count if values is None else values, column)
        if not fits:
            off_schema.append(column.name)
    for field, values in unknown.items():
        name = field
        while name in data:
            name += "_"
        data[name], _ = array_of(values, Column(name, (), kind_of(values), optional=True))
        off_schema.append(name)
    if off_schema:
        warn(
            f"the response does not conform to its schema in {', '.join(off_schema)}; the frame "
            "keeps its values",
            OffSchemaWarning,
        )
    result = _data_frame(data, count)
    result.attrs["esi"] = {"off_schema": off_schema}
    return result


def parameter_column(operation: Any, name: str) -> Column:
    """Return the column of a parameter that a pull fans out over, typed by its schema."""
    (column,) = plan_of(schema_of(parameter(operation, name))).own
    return Column(name, (), column.kind, optional=False, categories=column.categories)


def insert_first(
    frame: pd.DataFrame,
    values: Mapping[str, Sequence[Any]],
    column_named: Callable[[str], Column],
    lengths: Sequence[int],
) -> None:
    """Insert the parameters of calls as first columns; keep columns that the frame already has.

    `values` has a value for each call, `lengths` the number of its rows.
    """
    for position, name in enumerate(values):
        if name not in frame.columns:
            rows = np.repeat(np.arange(len(lengths)), lengths)
            array, _ = array_of(values[name], column_named(name))
            frame.insert(position, name, array.take(rows))


def _data_frame(data: Mapping[str, Array], count: int) -> pd.DataFrame:
    # pandas 3 would infer text from an object array, but not from a Series of objects.
    series = {
        name: pd.Series(array, dtype=object) if array.dtype == object else array
        for name, array in data.items()
    }
    return pd.DataFrame(series, index=pd.RangeIndex(count), copy=False)


def _concat_column(parts: list[tuple[pd.Series[Any] | None, int]]) -> Array:
    present = [series for series, _ in parts if series is not None]
    dtype = _common([series.dtype for series in present], gaps=len(present) < len(parts))
    arrays = [
        missing(dtype, count) if series is None else _cast(series, dtype) for series, count in parts
    ]
    if isinstance(dtype, np.dtype):
        return np.concatenate(arrays)
    return pd.concat([pd.Series(array, copy=False) for array in arrays], ignore_index=True).array


def _common(dtypes: list[Any], *, gaps: bool) -> Any:
    """Return the narrowest type for all values, and for missing ones where there are gaps."""
    names = {str(dtype) for dtype in dtypes}
    if all(isinstance(dtype, pd.CategoricalDtype) for dtype in dtypes):
        values = dict.fromkeys(chain.from_iterable(dtype.categories for dtype in dtypes))
        return dtypes[0] if len(set(dtypes)) == 1 else categorical(list(values))
    if names <= {"int64", "Int64"}:
        return pd.Int64Dtype() if gaps or "Int64" in names else np.dtype("int64")
    if names <= {"bool", "boolean"}:
        return pd.BooleanDtype() if gaps or "boolean" in names else np.dtype("bool")
    if names <= {"int64", "Int64", "float64"}:
        return np.dtype("float64")
    return dtypes[0] if len(names) == 1 else np.dtype(object)


def _cast(series: pd.Series[Any], dtype: Any) -> Array:
    if isinstance(dtype, np.dtype):
        if dtype == np.dtype(object):
            return objects(None if _is_missing(value) else value for value in series)
        if dtype == np.float64:
            return series.to_numpy(np.float64, na_value=np.nan)
        return series.to_numpy()
    return (series if series.dtype == dtype else series.astype(dtype)).array


def _is_missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or value != value  # noqa: PLR0124
