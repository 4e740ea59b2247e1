"""Records of one response, equal to the rows of its frame, without pandas.

The command line prints most responses as JSON: importing pandas takes longer than the call.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from esi.core.client.answer_schema import answer_schema
from esi.core.decoding.rows import Decoder
from esi_data.frames.rows import table_of
from esi_data.frames.schema import plan_of
from esi_data.operation import paging
from esi_data.pulls.characters import resolve_character
from esi_data.pulls.cost import warn_of_cost
from esi_data.pulls.fan_out import calls_of
from esi_data.pulls.name_ids import with_ids_of_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esi_data.frames.schema import Column
    from esi_data.protocols import EsiLike

_read = Decoder(None)
# Kinds of columns, and the types of JSON that a frame keeps as they are.
_TYPES: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (float, int),
    "bool": (bool,),
    "text": (str,),
    "enum": (str, int, float),
    "datetime": (str,),
    "date": (str,),
    "list": (list,),
    "map": (dict,),
}
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def records(esi: EsiLike, operation: str, params: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Return the rows of `esi.pull(operation, **params)` if one response has them all.

    Return None for several responses, and for values that contradict the schema: only `esi.pull`
    converts those, and warns.

    Raises:
        ParameterError, HTTPError, ApiConnectionError, ApiTimeoutError: as `esi.pull`.
    """
    found = esi.operation(operation)
    resolved, given = resolve_character(found, esi.logins, with_ids_of_names(esi, found, params))
    if paging(found):
        return None
    calls = calls_of(resolved, given)
    call = calls[0]
    plan = plan_of(answer_schema(call.future.operation))
    if len(calls) > 1 or call.body is not None:
        return None
    warn_of_cost(calls, None)
    (response,) = call.future.snapshot().responses
    try:
        table = table_of(_read(response.body), plan)
    except ValueError:  # the pull explains the error
        return None
    columns: dict[str, Any] = {c.name: table.known.get(c.name) for c in plan.columns}
    if table.unknown or not all(map(_fits, columns.values(), plan.columns)):
        return None
    for column in plan.columns:
        if column.kind == "float":
            columns[column.name] = [v if v is None else float(v) for v in columns[column.name]]
    first = {name: [v] * table.rows for name, v in call.columns.items() if name not in columns}
    data = {**first, **columns}
    return [dict(zip(data, row, strict=True)) for row in zip(*data.values(), strict=True)]


def _fits(values: Any, column: Column) -> bool:
    """Return True if a frame would not change the values of a column."""
    if values is None or (not column.optional and any(value is None for value in values)):
        return False
    present = [value for value in values if value is not None]
    types = _TYPES.get(column.kind)
    if types is None or any(type(value) not in types for value in present):
        return False
    if column.kind in ("datetime", "date"):
        form, parse = (_TIME, datetime) if column.kind == "datetime" else (_DATE, date)
        return all(form.fullmatch(value) and _is_valid(value, parse) for value in present)
    return True


def _is_valid(text: str, kind: type[date]) -> bool:
    try:
        kind.fromisoformat(text)
    except ValueError:
        return False
    return True
