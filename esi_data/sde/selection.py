"""Select ids from a table by a text such as `@types:group_id=18`.

The command line and recipes accept `@TABLE.COLUMN:COLUMN=VALUE,...` in place of ids. Without
`.COLUMN`, the ids come from the column named like the parameter, or else from the table's key. Rows
must meet the conditions on all columns; several values of one column are alternatives:
`@types:group_id=18,group_id=465,published=true`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from esi.core.error_text import brief, closest
from esi.errors import ParameterError
from esi_data.operation import is_list_like, schema_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

MARK = "@"
_CONDITION = r"[\s\w.]+=[^,]+"
_FORM = re.compile(
    rf"@(?P<table>\w+)(\.(?P<column>[\w.]+))?(:(?P<conditions>{_CONDITION}(,{_CONDITION})*))?"
)


class _Tables(Protocol):
    def __getitem__(self, name: str, /) -> pd.DataFrame: ...


class Selection(NamedTuple):
    """Table, column of ids (None: depends on the parameter) and conditions on other columns."""

    table: str
    column: str | None
    conditions: dict[str, list[str]]


def is_selection(param: Any, value: Any) -> bool:
    """Return True if a parameter takes ids and its value is the text of a selection."""
    if not (isinstance(value, str) and value.startswith(MARK) and param):
        return False
    schema = schema_of(param)
    return bool(schema.get("items", schema).get("type") == "integer")


def with_ids(
    tables: Callable[[], _Tables], operation: Any, params: Mapping[str, Any]
) -> dict[str, Any]:
    """Return parameters in which each selection is replaced by its ids.

    Args:
        tables: returns the tables; called only if there is a selection.
        operation: operation of the API that takes the parameters.
        params: values of parameters; lists may contain selections.

    Raises:
        ParameterError: see `ids_of`.
    """
    found = dict(params)
    for name, value in params.items():
        param = operation.params.get(name)
        values = list(value) if is_list_like(value) else [value]
        if any(is_selection(param, each) for each in values):
            found[name] = [
                one
                for each in values
                for one in (ids_of(tables(), name, each) if is_selection(param, each) else [each])
            ]
    return found


def ids_of(tables: _Tables, parameter: str, text: str) -> list[int]:
    """Return the distinct ids of a selection, in the order of the table.

    Raises:
        ParameterError: the text is malformed, a table or column is unknown, a value does not fit
            its column, or nothing is selected.
    """
    from pandas.api.types import is_integer_dtype  # noqa: PLC0415 - slow to import

    chosen = parse(parameter, text)
    frame = tables[chosen.table]
    default = parameter if parameter in frame else str(frame.columns[0])
    column = _checked(parameter, text, chosen.column or default, frame)
    if not is_integer_dtype(frame[column]):
        raise _error(parameter, text, f"column {column!r} of {chosen.table} contains no ids.")
    for name, values in chosen.conditions.items():
        known = frame[_checked(parameter, text, name, frame)]
        frame = frame[known.isin([_typed(parameter, text, known, each) for each in values])]
    ids: list[int] = frame[column].dropna().drop_duplicates().tolist()
    if not ids:
        raise _error(parameter, text, "selects nothing.")
    return ids


def parse(parameter: str, text: str) -> Selection:
    """Parse the text of a selection.

    Raises:
        ParameterError: it is malformed.
    """
    match = _FORM.fullmatch(text)
    if not match:
        raise _error(
            parameter, text, "is not a selection such as @types:group_id=18,published=true."
        )
    conditions: dict[str, list[str]] = {}
    for condition in (match["conditions"] or "").split(","):
        name, _, value = condition.partition("=")
        if name:
            conditions.setdefault(name.strip(), []).append(value.strip())
    return Selection(match["table"], match["column"], conditions)


def _checked(parameter: str, text: str, column: str, frame: pd.DataFrame) -> str:
    if column not in frame:
        known = [str(name) for name in frame]
        raise _error(
            parameter,
            text,
            f"there is no column {column!r}.{closest(column, known)} Columns: {', '.join(known)}.",
        )
    return column


def _typed(parameter: str, text: str, column: pd.Series[Any], value: str) -> Any:
    """Convert a value of a condition to the type of its column."""
    from pandas.api import types as kinds  # noqa: PLC0415 - slow to import

    if kinds.is_bool_dtype(column):
        if value.lower() in {"true", "false"}:
            return value.lower() == "true"
        raise _error(parameter, text, f"{column.name}={value} is neither true nor false.")
    if kinds.is_numeric_dtype(column):
        try:
            return int(value) if kinds.is_integer_dtype(column) else float(value)
        except ValueError:
            raise _error(parameter, text, f"{column.name}={value} is not a number.") from None
    return value


def _error(parameter: str, text: str, why: str) -> ParameterError:
    return ParameterError(f"{parameter}={brief(text)}: {why}", parameter=parameter)
