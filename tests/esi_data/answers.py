"""Schemas of real documents and answers made of them, for tests; knows nothing of the package."""

from __future__ import annotations

import json
import os
from pathlib import Path

METHODS = ("get", "post", "put", "delete")
DOCUMENTS = ("openapi-3.0-date-2026-08-18.json", "openapi-3.1-date-2020-01-01.json")


def documents():
    folder = os.environ.get("ESI_TEST_SPECS")
    paths = [Path(folder, name) for name in DOCUMENTS] if folder else []
    return {path.name: json.loads(path.read_text()) for path in paths if path.exists()}


def responses(document):
    """(operation, successful response resolved, its schema) of each, as `get /status`."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                codes = sorted(code for code in item[method]["responses"] if code < "300")
                answer = _resolved(document, item[method]["responses"][codes[0]])
                content = answer.get("content", {}).get("application/json", {})
                yield f"{method} {path}", answer, _swagger(content.get("schema"))


def _resolved(document, value):
    if isinstance(value, list):
        return [_resolved(document, each) for each in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        target = document
        for part in value["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        return _resolved(document, target)
    return {key: _resolved(document, each) for key, each in value.items()}


def _swagger(schema):
    """Return a schema in the Swagger 2.0 dialect: options merged, null types marked."""
    if not isinstance(schema, dict):
        return schema
    if "oneOf" in schema:
        merged = {}
        for option in schema["oneOf"]:
            for name, sub in option.get("properties", {}).items():
                merged.setdefault(name, _swagger(sub))
        return {"type": "object", "properties": merged}
    out = dict(schema)
    if isinstance(out.get("type"), list):
        out["x-nullable"] = True
        (out["type"],) = [each for each in out["type"] if each != "null"]
    if out.pop("nullable", False):
        out["x-nullable"] = True
    for key in ("items", "additionalProperties"):
        if key in out:
            out[key] = _swagger(out[key])
    if "properties" in out:
        out["properties"] = {name: _swagger(sub) for name, sub in out["properties"].items()}
    return out


def full(schema, count=2):
    """Return an answer with every field."""
    return _made(schema, count, required_only=False)


def minimal(schema, count=2):
    """Return an answer with only the required fields."""
    return _made(schema, count, required_only=True)


def bare(schema):
    """Return an answer without rows: an empty list, an object of empty lists, or None."""
    lists = {k: [] for k, sub in (schema or {}).get("properties", {}).items() if "items" in sub}
    return [] if "items" in (schema or {}) else lists if set(lists) >= _wrapped(schema) else None


def _wrapped(schema):
    return set((schema or {}).get("properties", ())) - {"cursor"}


def _made(schema, count, *, required_only):
    if not schema:
        return None
    match schema.get("type", "object"):
        case "array":
            return [
                _made(schema["items"], count, required_only=required_only) for _ in range(count)
            ]
        case "object":
            required = schema.get("required", ())
            made = {
                name: _made(sub, count, required_only=required_only)
                for name, sub in schema.get("properties", {}).items()
                if name in required or not required_only
            }
            more = schema.get("additionalProperties")
            if isinstance(more, dict):
                made |= {k: _made(more, count, required_only=required_only) for k in ("k1", "k2")}
            return made
        case "integer":
            return 10**12
        case "number":
            return 1.5
        case "boolean":
            return True
    formats = {"date-time": "2026-01-02T03:04:05Z", "date": "2026-01-02"}
    return schema.get("enum", [formats.get(schema.get("format"), "text")])[0]
