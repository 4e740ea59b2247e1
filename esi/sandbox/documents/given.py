"""Read a document that the sandbox is given, and find one that a client keeps on this machine.

A document is OpenAPI 3, or Swagger 2.0 as `esi-data spec save FILE` writes it. Clients keep the
real API's in their cache folder (`ESI_CACHE_DIR`) as JSON lines: a head, then method, path and
Swagger 2.0 specification of each operation.
"""

import json
import os
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs

KEPT = "document-esi-evetech-net-*.jsonl"
# What clients of the 5.x line pass with each call, and the API's own document does not have.
_OLD_QUERIES = {"datasource", "language", "token"}
_OUTSIDE_SCHEMAS = {"name", "in", "required", "description", "collectionFormat", "x-send-default"}


def newest_kept() -> Path | None:
    """Return the file of the newest document of the real API that a client keeps, if any."""
    folder = os.environ.get("ESI_CACHE_DIR", platformdirs.user_cache_dir("esi-toolkit"))
    found = Path(folder).glob(KEPT) if folder else ()
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


def advice() -> str:
    """Say how to have all operations of a document."""
    kept = newest_kept()
    if kept:
        return (
            "To have all of the API's, serve the document that an earlier run kept:\n"
            f"    --document {shlex.quote(str(kept))}"
        )
    return (
        "To have all of a document's, serve it: --document FILE\n"
        "    (`esi-data spec save FILE` saves the real API's)"
    )


def read(document: Mapping[str, Any] | str | Path) -> Mapping[str, Any]:
    """Return a document, or that of a file, as OpenAPI 3.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no such document.
    """
    where = ""
    if isinstance(document, (str, Path)):
        where = f"{document}: "
        try:
            document = _parse(Path(document).read_text(encoding="utf-8"))
        except (ValueError, KeyError, TypeError, RecursionError) as exc:
            raise ValueError(f"{where}not a document in JSON: {exc}") from exc
    if not isinstance(document, Mapping) or not isinstance(document.get("paths"), Mapping):
        raise ValueError(  # noqa: TRY004 - as for any other document that is none
            f"{where}not an OpenAPI document: it has no paths"
        )
    return _from_swagger(document) if "swagger" in document else document


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        head, *lines = text.splitlines()
        paths: dict[str, dict[str, Any]] = {}
        for path, method, spec in map(json.loads, lines):
            paths.setdefault(path, {})[method] = spec
        return {**json.loads(head)["head"], "paths": paths}


def _from_swagger(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Translate a Swagger 2.0 document back to OpenAPI 3.0."""
    text = json.dumps(document)
    for old, new in (
        ('"#/definitions/', '"#/components/schemas/'),
        ('"x-nullable"', '"nullable"'),
    ):
        text = text.replace(old, new)
    swagger = json.loads(text)
    info = swagger.get("info", {})
    return {
        "openapi": "3.0.3",
        "info": {**info, "version": swagger.get("x-compatibility-date", info.get("version", ""))},
        "tags": swagger.get("tags", []),
        "paths": {
            path.rstrip("/"): {
                method: _operation(swagger, spec)
                for method, spec in item.items()
                if isinstance(spec, dict)
            }
            for path, item in swagger["paths"].items()
        },
        "components": {
            "schemas": swagger.get("definitions", {}),
            "securitySchemes": {
                name: {"type": "oauth2", "flows": {"authorizationCode": scheme}}
                for name, scheme in swagger.get("securityDefinitions", {}).items()
            },
        },
    }


def _operation(swagger: Mapping[str, Any], spec: dict[str, Any]) -> dict[str, Any]:
    """Translate an operation; headers are the client's business."""
    shared = swagger.get("parameters", {})
    params = [shared.get(p.get("$ref", "").split("/")[-1], p) for p in spec.get("parameters", [])]
    kept = {key: value for key, value in spec.items() if key not in {"consumes", "produces"}}
    operation = kept | {
        "operationId": spec.get("x-operation-id", spec.get("operationId")),
        "parameters": [
            {
                "name": param["name"],
                "in": param["in"],
                "required": param.get("required", False) or "x-send-default" in param,
                "schema": {k: v for k, v in param.items() if k not in _OUTSIDE_SCHEMAS},
            }
            for param in params
            if param["in"] == "path"
            or (param["in"] == "query" and param["name"] not in _OLD_QUERIES)
        ],
        "responses": {
            status: _response(response) for status, response in spec["responses"].items()
        },
    }
    for param in params:
        if param["in"] == "body":
            operation["requestBody"] = {"content": _content(param["schema"]), "required": True}
    return operation


def _response(response: Mapping[str, Any]) -> dict[str, Any]:
    headers = {name: {"schema": schema} for name, schema in response.get("headers", {}).items()}
    translated = {"description": response.get("description", ""), "headers": headers}
    if "schema" in response:
        translated["content"] = _content(response["schema"])
    return translated


def _content(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
