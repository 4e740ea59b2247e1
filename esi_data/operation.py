"""Read facts of an operation from the API's document: parameters, scopes, paging, languages.

Pure: takes operations of bravado, or wrappers of them, and reads only `params` and `op_spec`.
"""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

# Stands for `character=`, the id of the calling character, which is no parameter of the API.
CHARACTER = SimpleNamespace(
    param_spec={"type": "integer", "format": "int64"}, location="header", required=False
)

_NO_COLUMNS = frozenset({"datasource", "language", "limit", "page", "token"})


def is_list_like(value: Any) -> bool:
    """Return True for a list of values of a parameter: any iterable except texts and mappings."""
    return hasattr(value, "__iter__") and not isinstance(value, str | bytes | dict)


def as_json(value: Any) -> Any:
    """Return parameters as JSON values; other values become text."""
    if isinstance(value, dict):
        return {str(name): as_json(each) for name, each in value.items()}
    if is_list_like(value):
        return [as_json(each) for each in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    item = getattr(value, "item", None)  # numpy's scalars
    return as_json(item()) if callable(item) else str(value)


def parameter(operation: Any, name: str) -> Any:
    """Return a parameter that a pull can fan out over, `character` among them."""
    return CHARACTER if name == "character" else operation.params[name]


def schema_of(param: Any) -> Mapping[str, Any]:
    """Return the schema of a parameter's values."""
    schema: Mapping[str, Any] = param.param_spec.get("schema", param.param_spec)
    return schema


def is_column(operation: Any, name: str) -> bool:
    """Return True if a parameter becomes a column, since it selects what a call fetches.

    Positions in a listing, bodies and headers do not become columns, and a token must not.
    """
    from esi.core.paging import walks  # noqa: PLC0415 - not for `esi-data --help`

    param = operation.params.get(name)
    return (
        param is not None
        and param.location in {"path", "query"}
        and schema_of(param).get("type") != "array"
        and name not in _NO_COLUMNS
        and name not in walks.steering(operation.op_spec, operation.params)
    )


def typed(value: Any, schema: Mapping[str, Any]) -> Any:
    """Convert values to integers, so that 34.0, "34" and NumPy's 34 equal 34."""
    if schema.get("type") != "integer" or isinstance(value, bool):
        return value
    try:
        return int(value) if int(value) == float(value) else value
    except (TypeError, ValueError, OverflowError):
        return value  # the call itself reports the error


def openapi_id(operation: Any) -> str:
    """Return the id that the API's own document has for an operation: `GetStatus`."""
    return str(operation.op_spec.get("x-operation-id", operation.operation_id))


def is_localised(operation: Any) -> bool:
    """Return True if the response depends on the language: it declares `Content-Language`."""
    response = operation.op_spec.get("responses", {}).get("200", {})
    return "Content-Language" in response.get("headers", {})


def paging(operation: Any) -> str:
    """Return the paging of a listing: `pages`, `cursor` or a parameter of ids; empty without."""
    from esi.core.paging import walks  # noqa: PLC0415 - not for `esi-data --help`

    return walks.paging(operation.op_spec, operation.http_method, operation.params)


def required_scopes(spec: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the alternative sets of scopes of a token; empty if no token is needed."""
    rules = spec.get("security") or []
    return [tuple(scope for names in rule.values() for scope in names) for rule in rules]


def missing_scopes(spec: Mapping[str, Any], granted: Collection[str] = ()) -> tuple[str, ...]:
    """Return the scopes that `granted` lacks for an operation, of the set that lacks fewest."""
    missing = [tuple(s for s in each if s not in granted) for each in required_scopes(spec)]
    return min(missing, key=len, default=())
