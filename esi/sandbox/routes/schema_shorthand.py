"""Write JSON schemas in a short notation.

`{"players": "int", "?vip": "bool"}` is an object with a required `players` and an optional `vip`,
`["int"]` a list, `["int", {"maxItems": 9}]` one with limits, and `"enum buy sell"` a word.
`{"one of": [...]}` are options, which require nothing, as in the real API; `{"any key": "int"}` is
an object with any keys, `{"is": "int", "minimum": 1}` a schema with more rules, `"bool or null"` a
list of types as in OpenAPI 3.1, and `"@range"` a schema that several routes share.
"""

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]

_WORDS: Mapping[str, Schema] = {
    "bool": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "int": {"type": "integer", "format": "int64"},
    "int32": {"type": "integer", "format": "int32"},
    "number": {"type": "number", "format": "double"},
    "object": {"type": "object"},
    "string": {"type": "string"},
    "time": {"type": "string", "format": "date-time"},
    "uuid": {"type": "string", "format": "uuid"},
}
INT, STRING = _WORDS["int"], _WORDS["string"]


def schema(short: Any, shared: Mapping[str, Any]) -> Schema:
    """Return the JSON schema of a short notation; `shared` has the notations with names."""
    if isinstance(short, list):
        limits: Schema = short[1] if len(short) > 1 else {}
        return array(schema(short[0], shared), **limits)
    if isinstance(short, str):
        return _word(short, shared)
    if "one of" in short:
        return {"oneOf": [schema(option, shared) for option in short["one of"]]}
    if "any key" in short:
        return {"type": "object", "additionalProperties": schema(short["any key"], shared)}
    if "is" in short:
        rules = {key: value for key, value in short.items() if key != "is"}
        return schema(short["is"], shared) | rules
    return obj({name: schema(field, shared) for name, field in short.items()})


def _word(text: str, shared: Mapping[str, Any]) -> Schema:
    if text.startswith("@"):
        return schema(shared[text[1:]], shared)
    if text.startswith("enum "):
        return {"type": "string", "enum": text.split()[1:]}
    word, _, null = text.partition(" or ")
    found = _WORDS[word]
    return {**found, "type": [found["type"], null]} if null else found


def obj(fields: Mapping[str, Schema]) -> Schema:
    """Return an object's schema; a field whose name begins with `?` is optional."""
    found: Schema = {
        "type": "object",
        "properties": {name.removeprefix("?"): field for name, field in fields.items()},
    }
    required = sorted(name for name in fields if not name.startswith("?"))
    return found | {"required": required} if required else found


def array(items: Schema, **limits: Any) -> Schema:
    """Return a list's schema; `limits` are `minItems`, `maxItems`, `uniqueItems`."""
    return {"type": "array", "items": items, **limits}


def ref(name: str, kind: str = "schemas") -> Schema:
    """Return a reference to a component of the document."""
    return {"$ref": f"#/components/{kind}/{name}"}
