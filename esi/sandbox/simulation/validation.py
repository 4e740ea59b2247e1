"""Values held against JSON schemas, as far as the API's documents use them; pure.

Parsing of parameters from text, and a check of bodies, with the places of what is wrong in the
form in which the API reports them.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

Schema = Mapping[str, Any]
Problem = dict[str, Any]


class InvalidError(ValueError):
    """A text that is not a value of its schema."""


def resolve(schema: Schema, document: Mapping[str, Any]) -> Schema:
    """The schema behind a reference."""
    seen = 0
    while "$ref" in schema:
        node: Any = document
        for part in schema["$ref"].removeprefix("#/").split("/"):
            node = node[part.replace("~1", "/").replace("~0", "~")]
        schema = node
        seen += 1
        if seen > 50:
            raise InvalidError(f"reference goes round in circles: {schema['$ref']}")
    return schema


def kinds(schema: Schema) -> tuple[str, ...]:
    """The types a schema allows; `nullable` and type lists count as null."""
    kind = schema.get("type", ())
    found = (kind,) if isinstance(kind, str) else tuple(kind)
    return (*found, "null") if schema.get("nullable") else found


def parse(text: str, schema: Schema) -> Any:
    """The value of a parameter's text; raises `InvalidError`."""
    kind = next((k for k in kinds(schema) if k != "null"), "string")
    value: Any = text
    if kind == "integer":
        if not re.fullmatch(r"-?\d{1,19}", text):
            raise InvalidError("invalid integer")
        value = int(text)
    elif kind == "number":
        try:
            value = float(text)
        except ValueError as exc:
            raise InvalidError("invalid number") from exc
    elif kind == "boolean":
        if text.lower() not in {"true", "false", "1", "0"}:
            raise InvalidError("invalid boolean")
        value = text.lower() in {"true", "1"}
    return value


def problems(value: Any, schema: Schema, document: Mapping[str, Any], where: str) -> list[Problem]:
    """What is wrong with a value: `location`, `message` and `value` for each point."""
    schema = resolve(schema, document)
    for part in schema.get("allOf", ()):
        if found := problems(value, part, document, where):
            return found
    if message := _mismatch(value, schema, document, where):
        return [_problem(where, message, value)]
    found = []
    if isinstance(value, str):
        found = _in_text(value, schema, where)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        found = _in_number(value, schema, where)
    elif isinstance(value, list):
        found = _in_array(value, schema, document, where)
    elif isinstance(value, Mapping):
        found = _in_object(value, schema, document, where)
    return found


def _mismatch(value: Any, schema: Schema, document: Mapping[str, Any], where: str) -> str:
    """Why a value is of the wrong kind altogether; empty when it is not."""
    options = schema.get("oneOf") or schema.get("anyOf") or ()
    if options and all(problems(value, option, document, where) for option in options):
        return "expected value to match one of the options"
    allowed = kinds(schema)
    if allowed and not any(_TYPES[kind](value) for kind in allowed):
        return f"expected {' or '.join(allowed)}"
    if "enum" in schema and value not in schema["enum"] and value is not None:
        return f'expected value to be one of "{", ".join(map(str, schema["enum"]))}"'
    return ""


def _problem(where: str, message: str, value: Any) -> Problem:
    return {"location": where, "message": message, "value": value}


_TYPES: dict[str, Callable[[Any], bool]] = {
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
    "boolean": lambda v: isinstance(v, bool),
    "string": lambda v: isinstance(v, str),
    "array": lambda v: isinstance(v, list),
    "object": lambda v: isinstance(v, dict),
    "null": lambda v: v is None,
}

_FORMATS: dict[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "date-time": datetime.fromisoformat,
    "uuid": UUID,
}


def _in_text(value: str, schema: Schema, where: str) -> list[Problem]:
    if len(value) < schema.get("minLength", 0):
        return [_problem(where, f"expected length >= {schema['minLength']}", value)]
    if len(value) > schema.get("maxLength", len(value)):
        return [_problem(where, f"expected length <= {schema['maxLength']}", value)]
    if "pattern" in schema and not re.search(schema["pattern"], value):
        return [_problem(where, f"expected string to match pattern {schema['pattern']}", value)]
    read = _FORMATS.get(schema.get("format", ""))
    if read is not None:
        try:
            read(value)
        except ValueError:
            return [_problem(where, f"expected string to be {schema['format']}", value)]
    return []


def _in_number(value: float, schema: Schema, where: str) -> list[Problem]:
    bits = {"int32": 31, "int64": 63}.get(schema.get("format", ""), 0)
    low = schema.get("minimum", -(2**bits) if bits else value)
    high = schema.get("maximum", 2**bits - 1 if bits else value)
    if value < low:
        return [_problem(where, f"expected number >= {low}", value)]
    if value > high:
        return [_problem(where, f"expected number <= {high}", value)]
    return []


def _in_array(
    value: Sequence[Any], schema: Schema, document: Mapping[str, Any], where: str
) -> list[Problem]:
    if len(value) < schema.get("minItems", 0):
        return [_problem(where, f"expected array length >= {schema['minItems']}", value)]
    if len(value) > schema.get("maxItems", len(value)):
        # The list itself is left out: it may hold thousands.
        return [_problem(where, f"expected array length <= {schema['maxItems']}", len(value))]
    if schema.get("uniqueItems") and len({repr(item) for item in value}) < len(value):
        return [_problem(where, "expected array items to be unique", value)]
    items = schema.get("items", {})
    return [
        found
        for index, item in enumerate(value)
        for found in problems(item, items, document, f"{where}[{index}]")
    ]


def _in_object(
    value: Mapping[str, Any], schema: Schema, document: Mapping[str, Any], where: str
) -> list[Problem]:
    found = [
        _problem(where, f"expected required property {name} to be present", dict(value))
        for name in schema.get("required", ())
        if name not in value
    ]
    properties = schema.get("properties", {})
    extra = schema.get("additionalProperties", True)
    for name, item in value.items():
        if name in properties:
            found += problems(item, properties[name], document, f"{where}.{name}")
        elif extra is False:
            found.append(_problem(f"{where}.{name}", "unexpected property", item))
        elif isinstance(extra, Mapping):
            found += problems(item, extra, document, f"{where}.{name}")
    return found
