"""Values that fit an OpenAPI schema, read straight from it: nothing here knows the toolkit's code.

Dates are made as `date` and `datetime` objects, so that one value is both what an answer says (by
`to_json`) and what its reader must get.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import UUID

METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
FIRST = datetime(2026, 8, 18, 11, 5, 0, tzinfo=UTC)


def to_json(value):
    """Return the bytes of a value, with its dates as the API writes them."""
    return json.dumps(value, default=_iso).encode()


def _iso(value):
    return value.isoformat().replace("+00:00", "Z")


def deref(document, node):
    """Follow a node's reference within its document."""
    while "$ref" in node:
        target = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def operations(document):
    """Yield `(path, method, operation)` of a document."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def parameters(document, path, method, *places):
    """Return an operation's parameters that are sent in one of these places."""
    item = document["paths"][path]
    found = (
        deref(document, parameter)
        for parameter in [*item.get("parameters", []), *item[method].get("parameters", [])]
    )
    return [parameter for parameter in found if parameter["in"] in places]


def body_schema(operation):
    """Return the schema of an operation's request body, or None."""
    content = operation.get("requestBody", {}).get("content", {})
    return content.get("application/json", {}).get("schema")


def answer_schema(document, operation):
    """`(status, schema)` of an operation's good answer; the schema is None where it is empty."""
    for status, response in operation["responses"].items():
        if str(status).startswith("2"):
            content = deref(document, response).get("content", {})
            schema = content.get("application/json", {}).get("schema")
            return int(status), None if status == "204" else schema
    raise AssertionError("no good answer declared")


def is_null(schema):
    """Return True if a schema allows null and nothing else."""
    return schema.get("type") in ("null", ["null"])


class Values:
    """Makes values; each number, text and date is another one than those before.

    Args:
        document: where references lead.
        full: with all optional properties, two items in each list; else as little as fits.
        option: which option of each `oneOf` to take, counted around.
        nulls: make null whatever may be null.
        deepest: how deep `full` goes, for schemas that hold themselves.
    """

    def __init__(self, document, *, full=True, option=0, nulls=False, deepest=12):
        self.document = document
        self.full = full
        self.option = option
        self.nulls = nulls
        self.deepest = deepest
        self.numbers = count(1)

    def __call__(self, schema, depth=0):
        schema = deref(self.document, schema) if isinstance(schema, dict) else {}
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                own = {key: value for key, value in schema.items() if key != keyword}
                options = schema[keyword]
                certain = [option for option in options if not is_null(option)]
                if not certain or (self.nulls and len(certain) < len(options)):
                    return None
                options = certain
                picked = self(options[self.option % len(options)], depth)
                if "properties" in own:
                    picked = {**self({**own, "type": "object"}, depth), **picked}
                return picked
        if "allOf" in schema:
            own = {key: value for key, value in schema.items() if key != "allOf"}
            parts = [
                self(part, depth) for part in schema["allOf"] if part.keys() != {"description"}
            ]
            if not isinstance(parts[0], dict):
                return parts[0]
            joined = self({**own, "type": "object"}, depth) if "properties" in own else {}
            for part in parts:
                joined |= part
            return joined
        types = schema.get("type", [])
        types = types if isinstance(types, list) else [types]
        if self.nulls and (schema.get("nullable") or "null" in types):
            return None
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            values = [value for value in schema["enum"] if value is not None]
            return values[next(self.numbers) % len(values)] if values else None
        kinds = [kind for kind in types if kind != "null"] or ["null"]
        if kinds == ["null"] and "properties" in schema:
            kinds = ["object"]
        return getattr(self, f"_{kinds[0]}")(schema, depth)

    def _null(self, schema, depth):
        return None

    def _boolean(self, schema, depth):
        return next(self.numbers) % 2 == 0

    def _integer(self, schema, depth):
        value = next(self.numbers)
        if schema.get("format") == "int64" and "maximum" not in schema:
            value += 2**40
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        return min(max(value, low), high)

    def _number(self, schema, depth):
        value = next(self.numbers) + 0.25
        return min(max(value, schema.get("minimum", value)), schema.get("maximum", value))

    def _string(self, schema, depth):
        number = next(self.numbers)
        match schema.get("format"):
            case "date-time":
                # Whole seconds and fractions both occur.
                return FIRST + timedelta(days=number, microseconds=1000 * (number % 2))
            case "date":
                return date(2026, 8, 18) + timedelta(days=number)
            case "uuid":
                return str(UUID(int=number + 2**100))
        text = f"Ä & b/{number}?"
        text = text[: schema.get("maxLength", 1000)]
        return text.ljust(schema.get("minLength", 0), "x")

    def _array(self, schema, depth):
        wanted = 2 if self.full and depth < self.deepest else 0
        size = min(max(wanted, schema.get("minItems", 0)), schema.get("maxItems", 1000))
        return [self(schema.get("items", {}), depth + 1) for _ in range(size)]

    def _object(self, schema, depth):
        required = schema.get("required", ())
        made = {
            name: self(value, depth + 1)
            for name, value in schema.get("properties", {}).items()
            if name in required or (self.full and depth < self.deepest)
        }
        extra = schema.get("additionalProperties")
        if isinstance(extra, dict) and self.full and depth < self.deepest:
            made["one more"] = self(extra, depth + 1)
        return made


def options_within(document, schema, within=()):
    """Return the largest number of options that any `oneOf` within a schema has, at least 1."""
    if isinstance(schema, list):
        return max((options_within(document, item, within) for item in schema), default=1)
    if not isinstance(schema, dict):
        return 1
    if "$ref" in schema:
        if schema["$ref"] in within:
            return 1
        return options_within(document, deref(document, schema), (*within, schema["$ref"]))
    here = max(len(schema.get("oneOf", ())), len(schema.get("anyOf", ())), 1)
    return max([here, *(options_within(document, value, within) for value in schema.values())])


def differences(given, got, where="$"):
    """Return the changes of a reader, except for added properties that are None."""
    if isinstance(given, dict) and isinstance(got, dict):
        lost = [f"{where}.{name} is lost" for name in given if name not in got]
        added = [
            f"{where}.{name} appeared as {value!r}"
            for name, value in got.items()
            if name not in given and value is not None
        ]
        inner = (differences(given[n], got[n], f"{where}.{n}") for n in given if n in got)
        return [*lost, *added, *(each for found in inner for each in found)]
    if isinstance(given, list) and isinstance(got, list) and len(given) == len(got):
        pairs = enumerate(zip(given, got, strict=True))
        inner = (differences(a, b, f"{where}[{i}]") for i, (a, b) in pairs)
        return [each for found in inner for each in found]
    if type(given) is not type(got) or given != got:
        return [f"{where}: {given!r} became {got!r}"]
    if isinstance(got, datetime) and got.tzinfo is None:
        return [f"{where}: {got!r} has no time zone"]
    return []
