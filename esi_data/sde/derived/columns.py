"""Read columns of a table by key, in a fixed type, from any build.

The schema of the export changes. If a build lacks a table, column or value, values are missing.
"""

from __future__ import annotations

from numbers import Integral
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

from esi.core.config import LANGUAGES
from esi.core.error_text import unknown
from esi.errors import ParameterError
from esi_data.frames.arrays import TEXT, missing
from esi_data.operation import is_list_like
from esi_data.sde.tables import language_codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esi_data.sde.tables import Tables

_EXACT = 2**53  # floats are exact for integers below this
_HUGE = 2**63  # ids are below this
Rows = TypeVar("Rows", pd.Series, pd.DataFrame)


def rows(tables: Tables, table: str, dtypes: Mapping[str, Any]) -> pd.DataFrame:
    """Return columns of a table in the given types; values that do not fit are missing."""
    present = _present(tables, table)
    found = [column for column in dtypes if column in present]
    frame = tables.read(table, columns=found) if found else pd.DataFrame(index=pd.RangeIndex(0))
    return pd.DataFrame(
        {
            column: typed(frame[column], dtype) if column in found else missing(dtype, len(frame))
            for column, dtype in dtypes.items()
        },
        index=frame.index,
    )


def by_key(tables: Tables, table: str, key: str, dtypes: Mapping[str, Any]) -> pd.DataFrame:
    """Return columns of a table in the given types, with its key as a unique `int64` index."""
    frame = rows(tables, table, {key: "Int64", **dtypes}).dropna(subset=[key])
    frame = frame.set_index(frame.pop(key).astype("int64"))
    return frame if frame.index.is_unique else frame[~frame.index.duplicated()]


def texts(
    tables: Tables, table: str, key: str, language: str, *, fields: tuple[str, ...] = ("name",)
) -> pd.Series:
    """Return texts by key: the first field present in a record, in the language or else English."""
    order = [f"{field}{end}" for field in fields for end in (f"_{language}", "_en", "")]
    present = _present(tables, table)
    columns = [column for column in dict.fromkeys(order) if column in present]
    if not columns:
        return no_text(pd.Index([], dtype="int64"))
    frame = by_key(tables, table, key, dict.fromkeys(columns, TEXT))
    found = no_text(frame.index)
    for column in columns:
        found = found.fillna(frame[column])
    return found


def no_text(index: pd.Index) -> pd.Series:
    """Return a column of missing texts."""
    texts: pd.Series = pd.Series(missing(TEXT, len(index)), index=index, dtype=TEXT)
    return texts


def take(values: Rows, keys: pd.Series) -> Rows:
    """Return the rows of a frame or column in the order of `keys`; missing for unknown keys."""
    found = values.reindex(keys.fillna(-1).astype("int64"))
    found.index = keys.index
    return found


def checked_ids(name: str, ids: Any) -> list[int]:
    """Return one id or several as a list.

    Raises:
        ParameterError: a value is not an id.
    """
    listed = list(ids) if is_list_like(ids) else [ids]
    for each in listed:
        if type(each) is bool or not isinstance(each, Integral) or not 0 <= int(each) < _HUGE:
            raise ParameterError(
                f"{name} cannot be {each!r}: pass ids, which are whole numbers from 0",
                operation="sde",
                parameter=name,
            )
    return [int(each) for each in listed]


def checked_languages(tables: Tables, languages: str | Iterable[str] | None) -> list[str] | None:
    """Return the codes of languages, see `language_codes`; None stays None.

    Raises:
        ParameterError: neither the API nor the build has the language.
    """
    if languages is None:
        return None
    info = tables.info.tables.get("types")
    own = {column.language for column in info.columns if column.language} if info else set()
    codes = language_codes(languages)
    for code in codes:
        if code not in own and code not in LANGUAGES:
            known = dict.fromkeys((*LANGUAGES, *sorted(own)))
            raise ParameterError(
                unknown("languages", code, known), operation="sde", parameter="languages"
            )
    return codes


def _present(tables: Tables, table: str) -> set[str]:
    """Return the columns of a table; none if the build lacks it."""
    info = tables.info.tables.get(table)
    return {column.name for column in info.columns} if info else set()


def typed(values: pd.Series, dtype: Any) -> Any:
    """Return values as an array of a type; values that do not fit are missing."""
    if values.dtype == dtype:
        return values.array
    if dtype == "object":
        return values.astype(object).array
    if dtype == TEXT:
        values = values.astype(object)
        is_text = values.map(lambda value: isinstance(value, str)).astype(bool)
        return values.where(is_text).astype(dtype).array
    if dtype == "boolean":
        return values.where(values.isin([True, False])).astype(dtype).array
    if not pd.api.types.is_signed_integer_dtype(values.dtype):
        values = pd.to_numeric(values, errors="coerce").astype("float64")
        if dtype == "Int64":
            values = values.where((values % 1 == 0) & (values.abs() < _EXACT))
    return values.astype(dtype).array
