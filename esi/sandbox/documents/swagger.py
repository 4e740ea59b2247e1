"""Build Swagger 2.0 documents of the same routes, for old clients.

`/latest/swagger.json` has paths without versions below `/latest`, `/v4/swagger.json` the routes
whose version was 4, and `/_latest/swagger.json` the version in each path.
"""

import re
from typing import Any

from esi.sandbox.documents.openapi import routes_at
from esi.sandbox.routes.route import LANGUAGES, OLDEST, RouteSpec
from esi.sandbox.routes.schema_shorthand import INT

_PASSED_ON = ("datasource", "language", "token")


def build(url: str, version: str) -> dict[str, Any]:
    """Build the Swagger 2.0 document of a version: `latest`, `_latest`, `v4`, ..."""
    wanted = int(version[1:]) if re.fullmatch(r"v\d+", version) else None
    paths: dict[str, Any] = {}
    scopes: set[str] = set()
    for route in routes_at(OLDEST):
        if wanted is not None and wanted not in route.versions:
            continue
        path = f"{route.path}/"
        if version == "_latest":
            path = f"/v{route.versions[-1]}{path}"
        paths.setdefault(path, {})[route.method] = _operation(route)
        if route.scope:
            scopes.add(route.scope)
    scheme, _, host = url.partition("://")
    return {
        "swagger": "2.0",
        "info": {"title": "ESI sandbox", "version": "1.36"},
        "host": host,
        "schemes": [scheme],
        **({} if version == "_latest" else {"basePath": f"/{version}"}),
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "securityDefinitions": {
            "evesso": {
                "type": "oauth2",
                "flow": "implicit",
                "authorizationUrl": "https://login.eveonline.com/v2/oauth/authorize",
                "scopes": {scope: scope for scope in sorted(scopes)},
            }
        },
        "parameters": _shared_parameters(),
        "paths": paths,
    }


def _shared_parameters() -> dict[str, Any]:
    query = {"in": "query", "required": False, "type": "string"}
    return {
        "datasource": {
            **query,
            "name": "datasource",
            "default": "tranquility",
            "enum": ["tranquility"],
        },
        "language": {
            **query,
            "name": "language",
            "default": "en",
            "enum": ["en-us" if name == "en" else name for name in LANGUAGES] + ["en"],
        },
        "token": {**query, "name": "token"},
        "page": {
            "in": "query",
            "name": "page",
            "type": "integer",
            "format": "int32",
            "default": 1,
            "minimum": 1,
        },
    }


def _operation(route: RouteSpec) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [
        {"in": "path", "name": name, "required": True, **route.path_params.get(name, INT)}
        for name in re.findall(r"\{(\w+)\}", route.path)
    ]
    for param in route.params:
        if param.name == "page":
            parameters.append({"$ref": "#/parameters/page"})
            continue
        entry = {"in": "query", "name": param.name, **param.schema}
        if entry["type"] == "array":
            entry["collectionFormat"] = "csv"
        parameters.append({**entry, "required": True} if param.required else entry)
    if route.body is not None:
        parameters.append(
            {
                "in": "body",
                "name": route.body_name or "body",
                "required": True,
                "schema": route.body,
            }
        )
    passed = [name for name in _PASSED_ON if name != "token" or route.scope]
    if not route.localised:
        passed.remove("language")
    parameters += [{"$ref": f"#/parameters/{name}"} for name in passed]
    operation: dict[str, Any] = {
        "operationId": re.sub(r"[{}]", "", f"{route.method}{route.path}")
        .replace("/", "_")
        .replace("-", "_"),
        "summary": route.summary,
        "tags": [route.tag],
        "parameters": parameters,
        "responses": {str(route.status): _response(route)},
        "x-alternate-versions": [f"v{number}" for number in route.versions],
    }
    if route.age is not None:
        operation["x-cached-seconds"] = route.age
    if route.scope:
        operation["security"] = [{"evesso": [route.scope]}]
    return operation


def _response(route: RouteSpec) -> dict[str, Any]:
    headers = {name: {"type": "string"} for name in ("ETag", "Expires", "Last-Modified")}
    if route.pages:
        headers["X-Pages"] = {"type": "integer"}
    response: dict[str, Any] = {"description": "OK", "headers": headers}
    if route.response is not None:
        response["schema"] = route.response
    return response
