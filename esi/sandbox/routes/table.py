"""All routes of the sandbox, and the dates at which routes are added, changed or removed.

They are in `table.json`, in a short notation for schemas; names of fields, types, formats, cache
times and groups (tokens in 15 minutes) are those of the live API's documentation
(https://developers.eveonline.com/api-explorer). `documents.openapi` makes an OpenAPI document of
them, which the server reads back.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from esi.sandbox.routes.route import NEWEST, OLDEST, Query, RouteSpec, operation_id_of
from esi.sandbox.routes.schema_shorthand import Schema, schema

_TABLE: Mapping[str, Any] = json.loads(
    Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
)
_PAGE = {"?page": {"is": "int32", "minimum": 1}}
_CURSOR = {
    "?after": "string",
    "?before": "string",
    "?limit": {"is": "int", "minimum": 10, "maximum": 100, "default": 10},
}


def _schema(short: Any) -> Schema | None:
    return None if short is None else schema(short, _TABLE["shared"])


def _route(entry: Mapping[str, Any]) -> RouteSpec:
    more = dict(entry)
    method, path = more.pop("route").split(" ")
    query = more.pop("query", {})
    query |= _PAGE if "pages" in more else _CURSOR if "cursor" in more else {}
    for name in ("roles", "versions"):
        if name in more:
            more[name] = tuple(more[name])
    return RouteSpec(
        method,
        path,
        response=_schema(more.pop("response", None)),
        operation_id=more.pop("operation_id", operation_id_of(method, path)),
        params=tuple(
            Query(name.removeprefix("?"), schema(short, _TABLE["shared"]), name[0] != "?")
            for name, short in query.items()
        ),
        body=_schema(more.pop("body", None)),
        path_params={
            name: schema(short, _TABLE["shared"])
            for name, short in more.pop("path_params", {}).items()
        },
        **more,
    )


def words(name: str) -> tuple[str, ...]:
    """Return the words of an enumeration that routes share."""
    return tuple(_TABLE["shared"][name].split()[1:])


GROUPS: Mapping[str, int] = _TABLE["groups"]
ROUTES: Sequence[RouteSpec] = tuple(map(_route, _TABLE["routes"]))
DATES: Sequence[str] = tuple(
    sorted({OLDEST, NEWEST, *(r.since for r in ROUTES), *(r.until for r in ROUTES if r.until)})
)
