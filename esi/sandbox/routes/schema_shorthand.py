"""JSON schemas in a short notation: the words that the route table is written in.

`obj({"players": INT, "?vip": BOOL})` is an object whose `players` is required and whose `vip` is
not. Every name here is (or returns) a plain JSON schema.
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
    """An object; a field whose name begins with `?` is optional."""
    schema: Schema = {
        "type": "object",
        "properties": {name.removeprefix("?"): field for name, field in fields.items()},
    }
    required = sorted(name for name in fields if not name.startswith("?"))
    if required:
        schema["required"] = required
    return schema


def array(items: Schema, **limits: Any) -> Schema:
    """A list of `items`; `limits` are `minItems`, `maxItems`, `uniqueItems`."""
    return {"type": "array", "items": items, **limits}


def mapping(values: Schema) -> Schema:
    """An object with free keys."""
    return {"type": "object", "additionalProperties": values}


def enum(values: str | Sequence[str], **more: Any) -> Schema:
    """A string out of `values`; a single string is split at spaces."""
    words = values.split() if isinstance(values, str) else list(values)
    return {"type": "string", "enum": words, **more}


def one_of(*options: Schema) -> Schema:
    """One of several objects; as at the source, no option says which of its fields it requires."""
    return {"oneOf": list(options)}


def or_null(schema: Schema) -> Schema:
    """The same, or null: a list of types, as OpenAPI 3.1 writes it."""
    return {**schema, "type": [schema["type"], "null"]}


def ref(name: str, kind: str = "schemas") -> Schema:
    """A reference to a component of the document."""
    return {"$ref": f"#/components/{kind}/{name}"}


POSITION = obj({"x": NUMBER, "y": NUMBER, "z": NUMBER})
CURSOR = obj({"?after": STRING, "?before": STRING})
