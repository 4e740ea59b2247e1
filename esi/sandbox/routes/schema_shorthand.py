"""Write JSON schemas in a short notation.

`obj({"players": INT, "?vip": BOOL})` is an object with a required `players` and an optional `vip`.
Every name here is (or returns) a plain JSON schema.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Schema = dict[str, Any]

INT: Schema = {"type": "integer", "format": "int64"}
INT32: Schema = {"type": "integer", "format": "int32"}
NUMBER: Schema = {"type": "number", "format": "double"}
BOOL: Schema = {"type": "boolean"}
STRING: Schema = {"type": "string"}
DATE: Schema = {"type": "string", "format": "date"}
TIME: Schema = {"type": "string", "format": "date-time"}
UUID: Schema = {"type": "string", "format": "uuid"}


def obj(fields: Mapping[str, Schema]) -> Schema:
    """Return an object's schema; a field whose name begins with `?` is optional."""
    schema: Schema = {
        "type": "object",
        "properties": {name.removeprefix("?"): field for name, field in fields.items()},
    }
    required = sorted(name for name in fields if not name.startswith("?"))
    if required:
        schema["required"] = required
    return schema


def array(items: Schema, **limits: Any) -> Schema:
    """Return a list's schema; `limits` are `minItems`, `maxItems`, `uniqueItems`."""
    return {"type": "array", "items": items, **limits}


def mapping(values: Schema) -> Schema:
    """Return the schema of an object with any keys."""
    return {"type": "object", "additionalProperties": values}


def enum(values: str | Sequence[str], **more: Any) -> Schema:
    """Return the schema of a string out of `values`; a single string is split at spaces."""
    words = values.split() if isinstance(values, str) else list(values)
    return {"type": "string", "enum": words, **more}


def one_of(*options: Schema) -> Schema:
    """Return the schema of one of several objects, which require nothing, as in the real API."""
    return {"oneOf": list(options)}


def or_null(schema: Schema) -> Schema:
    """Allow null too, with a list of types as in OpenAPI 3.1."""
    return {**schema, "type": [schema["type"], "null"]}


def ref(name: str, kind: str = "schemas") -> Schema:
    """Return a reference to a component of the document."""
    return {"$ref": f"#/components/{kind}/{name}"}


POSITION = obj({"x": NUMBER, "y": NUMBER, "z": NUMBER})
CURSOR = obj({"?after": STRING, "?before": STRING})
