"""Decode JSON bytes to rows by the operation's schema, tolerantly.

Dates become `date` and `datetime` objects and missing properties None, as with bravado; unknown
fields, unknown enum values and nulls are kept as they are.

A decoder is compiled once per operation and has two paths. The fast path lets msgspec decode to the
types of the schema, dates included; it accepts responses that match the schema, which nearly all
do. The tolerant path decodes plain JSON and then converts each value that may be a date. Both
return the same rows.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from esi.core.decoding import schema_types

if TYPE_CHECKING:
    from collections.abc import Callable

    Converter = Callable[[Any], Any]

DECODE_ERRORS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class NonconformingError(ValueError):
    """JSON body that does not match its schema; raised in strict mode only."""


class Decoder:
    """Decoder of one operation's bodies.

    `schema` is the response's schema without references, or None if the document has none.
    """

    def __init__(self, schema: dict[str, Any] | None) -> None:
        self.schema = schema or {}
        self._convert = _converter(self.schema)
        exact = schema_types.exact(self.schema) if self._convert else None
        self._fast = exact and (msgspec.json.Decoder(exact.type), exact.finish)
        self._checker: msgspec.json.Decoder[Any] | None = None

    def strict(self, body: bytes) -> Any:
        """Return the value of a JSON body that has all that the schema requires.

        Fields that the schema does not know are kept, since the API may add some at any time.

        Raises:
            NonconformingError: a required field is missing or null, or a value is of another type
                or outside its enum; the message says where.
            ValueError: the body is not JSON.
        """
        if self._checker is None:
            self._checker = msgspec.json.Decoder(schema_types.strict(self.schema))
        if body:
            try:
                self._checker.decode(mended(body))
            except msgspec.ValidationError as exc:
                raise NonconformingError(str(exc)) from None
            except DECODE_ERRORS as exc:
                raise ValueError(str(exc)) from None
        return self(body)

    def __call__(self, body: bytes) -> Any:
        """Return the value of a JSON body; None for an empty one.

        Raises:
            ValueError: the body is not JSON.
        """
        if not body:
            return None
        if self._fast:
            decoder, finish = self._fast
            try:
                return finish(decoder.decode(body)) if finish else decoder.decode(body)
            except DECODE_ERRORS:
                pass  # does not match the schema: the tolerant path decides how
        value = read_json(body)
        return self._convert(value) if self._convert else value


def read_json(body: bytes) -> Any:
    """Return the plain value of a JSON body, or of what Python accepts as one, such as NaN.

    Raises:
        ValueError: the body is not JSON.
    """
    try:
        return msgspec.json.decode(body)
    except DECODE_ERRORS as exc:
        reason = str(exc)
    try:
        return json.loads(mended(body))
    except (ValueError, RecursionError):
        raise ValueError(reason) from None


def mended(body: bytes) -> bytes:
    """Replace invalid UTF-8 and unpaired surrogates by `U+FFFD`, on which exports would fail.

    The game cuts texts by UTF-16 units, which can leave half of a surrogate pair.
    """
    body = body.decode("utf-8", "replace").encode()
    return _ESCAPE.sub(lambda escape: rb"\ufffd" if escape["half"] else escape[0], body)


# Escapes of JSON; `half` is a surrogate without the other one of its pair.
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)


def _converter(schema: dict[str, Any]) -> Converter | None:
    """Return the function that converts values of this schema, None if they need no conversion."""
    if options := schema.get("x-any-of"):
        return by_type(options, _converter)
    match schema.get("type"), schema.get("format"):
        case "string", "date-time":
            return to_datetime
        case "string", "date":
            return to_date
        case "number", "double" | "float":
            return to_float
        case "array", _:
            return each(_converter(schema.get("items", {})))
        case "object", _:
            return _object(schema)
    return None


def by_type(
    options: list[dict[str, Any]], converter: Callable[[dict[str, Any]], Converter | None]
) -> Converter | None:
    """Return the converter for a value of one of several types, each with one schema."""
    kinds: dict[str, type] = {"string": str, "object": dict, "array": list}
    converters: dict[type, Converter] = {
        kinds[option["type"]]: found
        for option in options
        if option["type"] in kinds and (found := converter(option))
    }
    if not converters:
        return None

    def convert(value: Any) -> Any:
        of_type = converters.get(type(value))
        return of_type(value) if of_type else value

    return convert


def to_datetime(value: Any) -> Any:
    """Return the time in a text of RFC 3339; return any other value unchanged."""
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value  # does not match the schema: keep it


def to_date(value: Any) -> Any:
    """Return the date in a text; return any other value unchanged."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value


def to_float(value: Any) -> Any:
    """Return an integer as a float; return any other value unchanged."""
    try:  # integral prices come without a decimal point
        return float(value) if type(value) is int else value
    except OverflowError:
        return value


def each(item: Converter | None) -> Converter | None:
    """Return the converter of a list, given that of its items."""
    if item is None:
        return None

    def convert(values: Any) -> Any:
        if isinstance(values, list):
            return [item(value) for value in values]
        return values

    return convert


def _object(schema: dict[str, Any]) -> Converter | None:
    properties = schema.get("properties", {})
    names = frozenset(properties)
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
        if not names <= value.keys():
            for name in properties:
                value.setdefault(name, None)
        for name, convert in converters:
            if value[name] is not None:
                value[name] = convert(value[name])
        return value

    return convert_object
