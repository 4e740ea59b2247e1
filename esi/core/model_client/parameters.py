"""Adapt parameters that are written in the forms of releases 8 to 10 to the document's own."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any
from uuid import UUID

from esi.core.client.client import plain
from esi.core.model_client.described import HEADERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bravado_core.operation import Operation

_HEADER_NAMES = {name.lower(): name for name in HEADERS}
_BOOLEANS = {
    **dict.fromkeys(["1", "on", "t", "true", "y", "yes"], True),
    **dict.fromkeys(["0", "f", "false", "n", "no", "off"], False),
}


def adapted(operation: Operation, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of a call with the document's names and types.

    Names of headers may be Python names in any case, such as `accept_language`. A header of None
    and an optional parameter of `[]` are left out. Booleans may be 0, 1 or words. Lists lose
    repeated values where the API refuses them, for example ids collected from rows. UUIDs, as
    rows have them, become text.
    """
    schemas = {
        "body" if param.location == "body" else name: param.param_spec.get(
            "schema", param.param_spec
        )
        for name, param in operation.params.items()
    }
    optional = {name for name, param in operation.params.items() if not param.required}
    named = {_HEADER_NAMES.get(n.lower().replace("_", "-"), n): v for n, v in values.items()}
    found = {name: _adapted(plain(value), schemas.get(name, {})) for name, value in named.items()}
    return {
        name: value
        for name, value in found.items()
        if not (value is None and name in HEADERS) and not (value == [] and name in optional)
    }


def _adapted(value: Any, schema: Mapping[str, Any]) -> Any:
    kind = schema.get("type")
    if isinstance(value, UUID):
        return str(value)
    if kind == "boolean" and isinstance(value, int | str):
        return _BOOLEANS.get(str(value).lower(), value)
    if kind == "array" and schema.get("uniqueItems") and isinstance(value, list):
        with suppress(TypeError):  # unhashable values, which the API refuses
            return list(dict.fromkeys(value))
    return value
