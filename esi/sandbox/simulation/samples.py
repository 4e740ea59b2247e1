"""Make values that conform to a schema, always the same ones for the same seed.

    sample({"type": "array", "items": {"$ref": "#/components/schemas/Order"}}, document)

Used for routes of a document for which the sandbox has no seeded data.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from esi.sandbox.simulation.validation import Schema, kinds, resolve
from esi.sandbox.world.seeded_random import PINNED, SeededRandom, day, moment

Form = Literal["full", "minimal", "empty"]
"""full: every property; minimal: required ones; empty: required ones, and empty lists."""

# Deeper than any schema of the API; below it, optional properties are left out.
DEPTH = 12
LENGTHS = {"full": 2, "minimal": 1, "empty": 0}


def sample(
    schema: Schema,
    document: Mapping[str, Any],
    *,
    form: Form = "full",
    seed: object = 0,
    epoch: datetime = PINNED,
    known: Mapping[str, Sequence[int]] = {},
    name: str = "",
) -> Any:
    """Return a value that conforms to `schema`.

    Args:
        schema: a JSON schema as in OpenAPI 3.0 or 3.1.
        document: the document that its references point into.
        form: how many optional parts to make.
        seed: the same seed gives the same value.
        epoch: dates are in the year before it.
        known: meaningful integers, such as existing ids, by the end of property names: those of
            `type_id` also apply to `ship_type_id`.
        name: name of the value itself, as if it were a property.
    """
    return _Sampler(document, form, seed, epoch, known, name).make(schema, (), 0)


class _Sampler:
    def __init__(
        self,
        document: Mapping[str, Any],
        form: Form,
        seed: object,
        epoch: datetime,
        known: Mapping[str, Sequence[int]],
        name: str,
    ) -> None:
        self.document = document
        self.form: Form = form
        self.seed = seed
        self.epoch = epoch
        self.known = known
        self.name = name

    def make(self, schema: Schema, where: tuple[object, ...], depth: int) -> Any:
        schema = self._resolved(schema, where)
        if "const" in schema:
            return schema["const"]
        allowed = kinds(schema)
        kind = next((k for k in allowed if k != "null"), None)
        if kind == "array":
            return self._array(schema, where, depth)
        if kind == "object" or (kind is None and "properties" in schema):
            return self._object(schema, where, depth)
        if allowed == ("null",):
            return None
        if kind == "integer" and "enum" not in schema and (known := self._known(where)):
            # Neighbouring rows of a list must have different ids.
            names = [part for part in where if isinstance(part, str)]
            place = next((part for part in reversed(where) if isinstance(part, int)), 0)
            start = SeededRandom("id", self.seed, names).below(len(known))
            value = known[(start + place) % len(known)]
            low, high = _bounds(schema, value, value)
            if low <= value <= high:
                return value
        return _leaf(schema, kind, SeededRandom("sample", self.seed, where), self.epoch)

    def _known(self, where: tuple[object, ...]) -> Sequence[int]:
        """Return the integers that are meaningful in a property; empty without a restriction."""
        name = next((part for part in reversed(where) if isinstance(part, str)), self.name)
        while name and name not in self.known:
            name = name.partition("_")[2]
        return self.known.get(name, ())

    def _resolved(self, schema: Schema, where: tuple[object, ...]) -> Schema:
        """Follow references, merge `allOf` and choose one option."""
        schema = resolve(schema, self.document)
        for word in ("oneOf", "anyOf"):
            if schema.get(word):
                options = [resolve(option, self.document) for option in schema[word]]
                real = [option for option in options if kinds(option) != ("null",)] or options
                chosen = SeededRandom("option", self.seed, where).pick(real)
                rest = {key: value for key, value in schema.items() if key != word}
                schema = _merged(rest, self._resolved(chosen, where))
        if schema.get("allOf"):
            merged: Schema = {key: value for key, value in schema.items() if key != "allOf"}
            for part in schema["allOf"]:
                merged = _merged(merged, self._resolved(part, where))
            schema = merged
        return schema

    def _array(self, schema: Schema, where: tuple[object, ...], depth: int) -> list[Any]:
        low, high = schema.get("minItems", 0), schema.get("maxItems", math.inf)
        count = int(min(high, max(low, LENGTHS[self.form])))
        items = schema.get("items", {})
        found: list[Any] = []
        tries = 0
        while len(found) < count and tries < count * 10 + 10:
            value = self.make(items, (*where, tries), depth + 1)
            tries += 1
            if not (schema.get("uniqueItems") and value in found):
                found.append(value)
        return found

    def _object(self, schema: Schema, where: tuple[object, ...], depth: int) -> dict[str, Any]:
        properties = schema.get("properties", {})
        required = set(schema.get("required", ()))
        optional = self.form == "full" and depth < DEPTH
        found = {
            name: self.make(field, (*where, name), depth + 1)
            for name, field in properties.items()
            if optional or name in required
        }
        for name in required - properties.keys():
            found[name] = self.make({}, (*where, name), depth + 1)
        values = schema.get("additionalProperties")
        if isinstance(values, Mapping) and depth < DEPTH:
            keys = max(LENGTHS[self.form], schema.get("minProperties", 0) - len(found))
            for number in range(keys):
                name = f"key_{number + 1}"
                found[name] = self.make(values, (*where, name), depth + 1)
        return found


def _merged(one: Schema, other: Schema) -> Schema:
    return {
        **one,
        **other,
        "properties": {**one.get("properties", {}), **other.get("properties", {})},
        "required": sorted({*one.get("required", ()), *other.get("required", ())}),
    }


def _leaf(schema: Schema, kind: str | None, rng: SeededRandom, epoch: datetime) -> Any:
    if "enum" in schema:
        return rng.pick([value for value in schema["enum"] if value is not None] or [None])
    if kind == "integer":
        return _integer(schema, rng)
    if kind == "number":
        return _number(schema, rng)
    if kind == "boolean":
        return bool(rng.below(2))
    # A schema without a type allows any value.
    return _text(schema, rng, epoch)


def _integer(schema: Schema, rng: SeededRandom) -> int:
    low, high = _bounds(schema, 1, 2**31 - 1)
    low, high = math.ceil(low), math.floor(high)
    step = schema.get("multipleOf", 1)
    value = rng.between(low, max(low, min(high, low + 1_000_000)))
    return int(-(-low // step) * step if step > 1 else value)


def _number(schema: Schema, rng: SeededRandom) -> float:
    low, high = _bounds(schema, 0.0, 1e9)
    if not rng.below(4) and math.ceil(low) <= high:
        return math.ceil(low)  # the API writes whole numbers without a decimal point
    return float(low + (min(high, low + 1000) - low) * rng.unit())


def _bounds(schema: Schema, low: float, high: float) -> tuple[float, float]:
    if "maximum" in schema and "minimum" not in schema:
        low = min(low, schema["maximum"])
    low, high = schema.get("minimum", low), schema.get("maximum", high)
    return low, max(low, high)


def _text(schema: Schema, rng: SeededRandom, epoch: datetime) -> str:
    form = schema.get("format")
    if form == "date-time":
        return moment(rng.below(365 * 86_400), epoch)
    if form == "date":
        return day(rng.below(365), epoch)
    if form == "uuid":
        return rng.uuid()
    if form in {"uri", "url"}:
        return f"https://example.com/{rng.below(10_000)}"
    if form == "email":
        return f"sample{rng.below(10_000)}@example.com"
    shortest: int = schema.get("minLength", 0)
    text = f"sample {rng.below(10_000)}".ljust(shortest, "x")
    longest: int = schema.get("maxLength", len(text))
    return text[:longest]


def list_items(schema: Schema, document: Mapping[str, Any]) -> Schema | None:
    """Return the schema of a list's items; None if the schema is not that of a list."""
    schema = resolve(schema, document)
    items: Schema = schema.get("items", {})
    return items if "array" in kinds(schema) else None
