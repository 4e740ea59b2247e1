"""Build the sandbox's OpenAPI 3.1 document of a date, and the same one as OpenAPI 3.0.

As in the real API's documents, parameters and headers are `$ref`.
"""

import copy
import re
from typing import Any

from esi.sandbox.routes.route import LANGUAGES, OLDEST, RouteSpec
from esi.sandbox.routes.schema_shorthand import INT, STRING, array, obj, ref
from esi.sandbox.routes.table import DATES, GROUPS, ROUTES

Document = dict[str, Any]

_HEADER_PARAMETERS = (
    "AcceptLanguage",
    "IfNoneMatch",
    "CompatibilityDate",
    "Tenant",
    "IfModifiedSince",
)
_LOGIN = "https://login.eveonline.com"
_ERROR = obj({"error": STRING, "?details": array(ref("ErrorDetail")), "?status": INT})
_ERROR_DETAIL = obj({"?location": STRING, "?message": STRING, "?value": {}})


def coverage(operations: int) -> str:
    """Tell how many operations the sandbox's own documents have."""
    return f"{operations} operations of its own, not all of the API's"


def lacking(served: str) -> str:
    """Say what the sandbox serves, and how to have all operations of a document."""
    more = "To have all of a document's: --document FILE or Sandbox(document=FILE)"
    return f"This sandbox serves {served}. {more}."


def effective(date: str) -> str:
    """Return the last date, up to `date`, at which something changed."""
    return max((known for known in DATES if known <= date), default=OLDEST)


def routes_at(date: str) -> list[RouteSpec]:
    """Return the routes that exist on `date`."""
    return [r for r in ROUTES if r.since <= date and (r.until is None or date < r.until)]


def build(date: str, url: str) -> Document:
    """Build the OpenAPI 3.1 document of the routes at `date`, served at `url`."""
    routes = routes_at(date)
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {"Error": _ERROR, "ErrorDetail": _ERROR_DETAIL}
    for route in routes:
        paths.setdefault(route.path, {})[route.method] = _operation(route)
        if route.response is not None:
            schemas[_component(route)] = route.response
    document: Document = {
        "openapi": "3.1.0",
        "info": {
            "title": "ESI sandbox",
            "version": date,
            "description": "Seeded data for tests and demonstrations; none of it is real.",
            "x-coverage": lacking(coverage(len(routes))),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": url}],
        "tags": [{"name": name} for name in sorted({route.tag for route in routes})],
        "paths": paths,
        "components": {
            "headers": _headers(),
            "parameters": _parameters(date),
            "schemas": dict(sorted(schemas.items())),
            "securitySchemes": {"OAuth2": _security(routes)},
        },
    }
    # The table's schemas are shared, and callers may change a document.
    return copy.deepcopy(document)


def as_openapi_30(document: Document) -> Document:
    """Convert a document to OpenAPI 3.0.3: null becomes `nullable`, the licence loses its id."""
    old: Document = _without_null_types(document)
    old["openapi"] = "3.0.3"
    old["info"]["license"].pop("identifier", None)
    return old


def _without_null_types(node: Any) -> Any:
    if isinstance(node, list):
        return [_without_null_types(item) for item in node]
    if not isinstance(node, dict):
        return node
    changed = {key: _without_null_types(value) for key, value in node.items()}
    if isinstance(changed.get("type"), list) and "null" in changed["type"]:
        (changed["type"],) = [kind for kind in changed["type"] if kind != "null"]
        changed["nullable"] = True
    return changed


def _component(route: RouteSpec) -> str:
    return f"{route.operation_id}Response"


def _operation(route: RouteSpec) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [
        {
            "in": "path",
            "name": name,
            "required": True,
            "description": f"The {name.replace('_', ' ')}",
            "schema": route.path_params.get(name, INT),
        }
        for name in re.findall(r"\{(\w+)\}", route.path)
    ]
    for param in route.params:
        entry = {"in": "query", "name": param.name, "schema": param.schema}
        parameters.append({**entry, "required": True} if param.required else entry)
    parameters += [ref(name, "parameters") for name in _HEADER_PARAMETERS]
    operation: dict[str, Any] = {
        "operationId": route.operation_id,
        "summary": route.summary,
        "description": route.summary
        + ("\n\nThis route expires daily at 11:05" if route.daily else ""),
        "tags": [route.tag],
        "parameters": parameters,
        "responses": {
            str(route.status): _response(route),
            "default": {
                "description": "Error",
                "content": {"application/json": {"schema": ref("Error")}},
            },
        },
        **_extensions(route),
    }
    if route.body is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": route.body}},
        }
    if route.scope:
        operation["security"] = [{"OAuth2": [route.scope]}]
    return operation


def _response(route: RouteSpec) -> dict[str, Any]:
    names = {"Cache-Control": "CacheControl", "ETag": "ETag", "Last-Modified": "LastModified"}
    if route.localised:
        names["Content-Language"] = "ContentLanguage"
    headers: dict[str, Any] = {name: ref(part, "headers") for name, part in sorted(names.items())}
    if route.pages:
        headers["X-Pages"] = {
            "description": "The total number of pages in the result set.",
            "schema": INT,
        }
    response: dict[str, Any] = {"description": "OK", "headers": headers}
    if route.response is not None:
        response["content"] = {"application/json": {"schema": ref(_component(route))}}
    return response


def _extensions(route: RouteSpec) -> dict[str, Any]:
    extensions: dict[str, Any] = {"x-compatibility-date": route.since}
    if route.group:
        extensions["x-rate-limit"] = {
            "group": route.group,
            "max-tokens": GROUPS[route.group],
            "window-size": "15m",
        }
    if route.age is not None:
        extensions |= {"x-cache-age": route.age, "x-client-cache-ttl": route.age}
    if route.modern:
        extensions["x-cache-mode"] = "ttl-based" if route.age is not None else "event-based"
    if route.cursor:
        extensions["x-pagination"] = "cursor"
    if route.tombstones:
        extensions["x-tombstone-ttl"] = route.tombstones
    if route.roles:
        extensions["x-required-roles"] = list(route.roles)
    return extensions


def _headers() -> dict[str, Any]:
    return {
        "CacheControl": {"description": "How long the response may be kept.", "schema": STRING},
        "ContentLanguage": {
            "description": "The language of the response.",
            "schema": {"type": "string", "enum": list(LANGUAGES)},
        },
        "ETag": {"description": "For If-None-Match.", "schema": STRING},
        "LastModified": {"description": "For If-Modified-Since.", "schema": STRING},
    }


def _parameters(date: str) -> dict[str, Any]:
    def header(name: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"in": "header", "name": name, "schema": schema, **more}

    return {
        "AcceptLanguage": header(
            "Accept-Language", {"type": "string", "enum": list(LANGUAGES), "default": "en"}
        ),
        "CompatibilityDate": header(
            "X-Compatibility-Date",
            {"type": "string", "format": "date", "enum": [date]},
            required=True,
        ),
        "IfModifiedSince": header("If-Modified-Since", STRING),
        "IfNoneMatch": header("If-None-Match", STRING),
        "Tenant": header("X-Tenant", {"type": "string", "default": "tranquility"}),
    }


def _security(routes: list[RouteSpec]) -> dict[str, Any]:
    return {
        "type": "oauth2",
        "flows": {
            "authorizationCode": {
                "authorizationUrl": f"{_LOGIN}/v2/oauth/authorize",
                "tokenUrl": f"{_LOGIN}/v2/oauth/token",
                "scopes": {scope: scope for scope in sorted({r.scope for r in routes if r.scope})},
            }
        },
    }
