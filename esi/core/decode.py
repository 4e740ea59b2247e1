"""JSON bytes become rows by the operation's schema, tolerantly.

Dates become `date` and `datetime` objects, as with bravado; properties that an answer leaves out
are None, as with bravado; unknown fields, unknown enum values and nulls pass as they are. A
decoder is compiled once per operation, so that a row costs its dates and no look at the schema.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

    Converter = Callable[[Any], Any]


class Decoder:
    """Decodes the bodies of one operation.

    `schema` is the answer's schema, free of references, or None where the document has none.
    """

    def __init__(self, schema: dict[str, Any] | None) -> None:
        self.schema = schema or {}
        self._convert = _converter(self.schema)

    def __call__(self, body: bytes) -> Any:
        """Return the value of a JSON body; None for an empty one.

        Raises:
            ValueError: the body is not JSON.
        """
        if not body:
            return None
        try:
            value = msgspec.json.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
            value = _lenient(body, exc)
        return self._convert(value) if self._convert else value


def _converter(schema: dict[str, Any]) -> Converter | None:
    """The function that a value of this schema must pass through, None where it may stay."""
    if options := schema.get("x-any-of"):
        return _by_type(options)
    match schema.get("type"), schema.get("format"):
        case "string", "date-time":
            return _datetime
        case "string", "date":
            return _date
        case "array", _:
            return _array(_converter(schema.get("items", {})))
        case "object", _:
            return _object(schema)
    return None


def _lenient(body: bytes, exc: Exception) -> Any:
    """Read what msgspec refused and Python takes: texts with half of a surrogate pair."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise ValueError(str(exc)) from None


def _by_type(options: list[dict[str, Any]]) -> Converter | None:
    """The converter for one of several types, of which `translate` leaves one schema for each."""
    kinds: dict[str, type] = {"string": str, "object": dict, "array": list}
    converters: dict[type, Converter] = {
        kinds[option["type"]]: found for option in options if (found := _converter(option))
    }
    if not converters:
        return None

    def convert(value: Any) -> Any:
        of_type = converters.get(type(value))
        return of_type(value) if of_type else value

    return convert


def _datetime(value: Any) -> Any:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value  # off the schema: better kept than lost


def _date(value: Any) -> Any:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value


def _array(item: Converter | None) -> Converter | None:
    if item is None:
        return None

    def convert(values: Any) -> Any:
        if isinstance(values, list):
            return [item(value) for value in values]
        return values

    return convert


def _object(schema: dict[str, Any]) -> Converter | None:
    properties = schema.get("properties", {})
    names = tuple(properties)
    converters = [
        (name, convert) for name, value in properties.items() if (convert := _converter(value))
    ]
    rest = schema.get("additionalProperties")
    of_rest = _converter(rest) if isinstance(rest, dict) else None
    if not names and not of_rest:
        return None

    def convert_object(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        if of_rest:
            for name in value.keys() - properties.keys():
                value[name] = of_rest(value[name])
        for name in names:
            value.setdefault(name, None)
        for name, convert in converters:
            if value[name] is not None:
                value[name] = convert(value[name])
        return value

    return convert_object
