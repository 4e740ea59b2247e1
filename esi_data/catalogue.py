"""List the API's operations as a frame: parameters, scopes, paging, cache times, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from esi.core.http.rates import lifetime, roles
from esi_data.frames.arrays import TEXT
from esi_data.operation import is_localised, openapi_id, paging, required_scopes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bravado_core.operation import Operation

# Types of the columns that are not text.
_TYPES = {"localised": "bool", "cache_seconds": "Int64", "rate_tokens": "Int64"}
_SEARCHED = ("operation", "openapi_id", "tag", "path", "summary", "parameters", "scopes")


def catalogue(operations: Iterable[tuple[str, Operation]], search: str = "") -> pd.DataFrame:
    """Return a row for each operation (with its tag) that contains all words of `search`."""
    rows = [_row(tag, operation) for tag, operation in operations]
    words = str(search).lower().split()
    found = [row for row in rows if all(word in _text(row) for word in words)]
    frame = pd.DataFrame(found, columns=list(rows[0]), dtype=object)
    return frame.astype({name: _TYPES.get(name, TEXT) for name in frame.columns})


def _text(row: dict[str, Any]) -> str:
    return " ".join(row[name] for name in _SEARCHED).lower()


def _row(tag: str, operation: Operation) -> dict[str, Any]:
    spec = operation.op_spec
    scopes = [scope for rule in required_scopes(spec) for scope in rule]
    limit = spec.get("x-rate-limit") or {}
    return {
        "operation": operation.operation_id,
        "openapi_id": openapi_id(operation),
        "tag": tag,
        "method": operation.http_method.upper(),
        "path": operation.path_name,
        "summary": spec.get("summary") or "",
        "parameters": ", ".join(_parameters(operation)),
        "scopes": ", ".join(scopes),
        "roles": ", ".join(roles(spec)),
        "paged": paging(operation),
        "localised": is_localised(operation),
        "cache_seconds": lifetime(spec),
        "rate_group": limit.get("group"),
        "rate_tokens": limit.get("max-tokens"),
        "rate_window": limit.get("window-size"),
    }


def _parameters(operation: Operation) -> list[str]:
    """Return required parameters first, then optional ones with their default, as in a call."""
    required = [name for name, param in operation.params.items() if param.required]
    optional = [
        f"{name}={param.default if param.has_default() else None}"
        for name, param in operation.params.items()
        if not param.required
    ]
    return required + optional
