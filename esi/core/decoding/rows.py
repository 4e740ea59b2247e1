"""Decode JSON bytes to rows by the operation's schema, tolerantly.

Dates become `date` and `datetime` objects and missing properties None, as with bravado; unknown
fields, unknown enum values and nulls are kept as they are. An operation compiles its decoder once.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Converter = Callable[[Any], Any]

_ERRORS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class NonconformingError(ValueError):
    """JSON body that does not match its schema; raised in strict mode only."""


class Decoder:
    """Decoder of one operation's bodies.

    `schema` is the response's schema without references, or None if the document has none.
    """

    def __init__(self, schema: dict[str, Any] | None) -> None:
        self.schema = schema or {}
        self._convert = _converter(self.schema)
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
            self._checker = msgspec.json.Decoder(strict_type(self.schema))
        if body:
            try:
                self._checker.decode(mended(body))
            except msgspec.ValidationError as exc:
                raise NonconformingError(str(exc)) from None
            except _ERRORS as exc:
                raise ValueError(str(exc)) from None
        return self(body)

    def __call__(self, body: bytes) -> Any:
        """Return the value of a JSON body; None for an empty one.

        Raises:
            ValueError: the body is not JSON.
        """
        if not body:
            return None
        try:
            value = msgspec.json.decode(body)
        except _ERRORS as exc:
            value = _lenient(body, exc)
        return self._convert(value) if self._convert else value


def mended(body: bytes) -> bytes:
    """Replace what is no text by `U+FFFD`, so that no export and no terminal fails over it.

    The game cuts texts by UTF-16 units, which can leave half of a surrogate pair.
    """
    body = body.decode("utf-8", "replace").encode()
    return _ESCAPE.sub(lambda escape: rb"\ufffd" if escape["half"] else escape[0], body)


# Escapes of JSON; `half` is a surrogate without the other one of its pair.
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)


def _lenient(body: bytes, exc: Exception) -> Any:
    """Read what msgspec refuses and Python accepts, such as NaN."""
    try:
        return json.loads(mended(body))
    except (ValueError, RecursionError):
        raise ValueError(str(exc)) from None


def _converter(schema: dict[str, Any]) -> Converter | None:
    """Return the function that converts values of this schema, None if they need no conversion."""
    if options := schema.get("x-any-of"):
        return _by_type(options)
    match schema.get("type"), schema.get("format"):
        case "string", "date-time":
            return _datetime
        case "string", "date":
            return _date
        case "number", "double" | "float":
            return _float
        case "array", _:
            return _array(_converter(schema.get("items", {})))
        case "object", _:
            return _object(schema)
    return None


def _by_type(options: list[dict[str, Any]]) -> Converter | None:
    """Return the converter for a value of one of several types, each with one schema."""
    kinds: dict[str, type] = {"string": str, "object": dict, "array": list}
    converters: dict[type, Converter] = {
        kinds[option["type"]]: found
        for option in options
        if option["type"] in kinds and (found := _converter(option))
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
        return value  # does not match the schema: keep it


def _date(value: Any) -> Any:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value


def _float(value: Any) -> Any:
    # Integral prices come without a decimal point.
    return float(value) if type(value) is int else value


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


_SCALARS: dict[Any, Any] = {
    "integer": int,
    "boolean": bool,
    "string": str,
    "number": int | float,
}


def struct(
    fields: Mapping[str, tuple[Any, ...]], names: Mapping[str, str], *, allow_unknown: bool = False
) -> Any:
    """Build the struct of a JSON object.

    Args:
        fields: JSON name -> (type,) if required, or (type, default).
        names: JSON name -> Python name.
        allow_unknown: ignore fields that are not in `fields`, instead of refusing the object.
    """
    return msgspec.defstruct(
        "Row",
        [(names[name], *typed) for name, typed in fields.items()],
        rename={names[name]: name for name in fields},
        kw_only=True,
        forbid_unknown_fields=not allow_unknown,
        gc=False,  # JSON makes no cycles: the garbage collector can skip a million rows
        eq=False,
    )


def strict_type(schema: dict[str, Any]) -> Any:
    """Return the type that checks a schema: required fields, types and enums.

    Objects allow unknown fields.
    """
    kind: Any
    match schema.get("type"):
        case "object":
            rest = schema.get("additionalProperties")
            if isinstance(rest, dict) and not schema.get("properties"):
                kind = dict[str, strict_type(rest)]  # type: ignore[misc]
            else:
                kind = _strict_object(schema)
        case "array":
            kind = list[strict_type(schema.get("items", {}))]  # type: ignore[misc]
        case "string" | "integer" if schema.get("enum") and _scalar(schema) in {str, int}:
            kind = Literal[tuple(schema["enum"])]
        case _:
            kind = _scalar(schema)
    return kind | None if schema.get("x-nullable") and kind is not Any else kind


def _scalar(schema: dict[str, Any]) -> Any:
    match schema.get("type"), schema.get("format"):
        case "string", "date-time":
            return datetime
        case "string", "date":
            return date
        case name, _:
            return _SCALARS.get(name, Any)


def _strict_object(schema: dict[str, Any]) -> Any:
    required = set(schema.get("required", ()))
    properties = schema.get("properties", {})
    kinds = {name: strict_type(value) for name, value in properties.items()}
    fields = {n: (kind,) if n in required else (kind | None, None) for n, kind in kinds.items()}
    names = {name: f"field_{position}" for position, name in enumerate(properties)}
    return struct(fields, names, allow_unknown=True)
