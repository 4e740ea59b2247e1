"""JSON bytes become rows by the operation's schema, tolerantly.

Dates become `date` and `datetime` objects, as with bravado; properties that an answer leaves out
are None, as with bravado; unknown fields, unknown enum values and nulls pass as they are.

A decoder is compiled once per operation and has two ways. The fast one has msgspec read the answer
as what the schema says, dates and all; it takes conforming answers only, and those are nearly all.
Anything else goes the tolerant way: plain JSON, and then a look at each value that may be a date.
Both give the same rows.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

    Converter = Callable[[Any], Any]


class NonconformingError(ValueError):
    """A body is JSON and not what the schema says; raised in strict mode alone."""


class Decoder:
    """Decodes the bodies of one operation.

    `schema` is the answer's schema, free of references, or None where the document has none.
    """

    def __init__(self, schema: dict[str, Any] | None) -> None:
        self.schema = schema or {}
        self._convert = _converter(self.schema)
        form = _form(self.schema) if self._convert else None
        self._judge: msgspec.json.Decoder[Any] | None = None
        self._fast = form and (msgspec.json.Decoder(form.type), form.finish)

    def strict(self, body: bytes) -> Any:
        """Return the value of a JSON body that holds all that the schema requires.

        Fields that the schema does not know are kept, as they may come at any time.

        Raises:
            NonconformingError: a required field is missing or null, or a value is of another type
                or outside its enum; the message says where.
            ValueError: the body is not JSON.
        """
        if self._judge is None:
            self._judge = msgspec.json.Decoder(_strict(self.schema))
        if body:
            try:
                self._judge.decode(body)
            except msgspec.ValidationError as exc:
                raise NonconformingError(str(exc)) from None
            except (msgspec.DecodeError, UnicodeDecodeError) as exc:
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
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                pass  # off the schema in some way: the tolerant way says how
        try:
            value = msgspec.json.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
            value = _lenient(body, exc)
        return self._convert(value) if self._convert else value


def _strict(schema: dict[str, Any]) -> Any:
    """The type that conforming values of this schema have, for msgspec to check."""
    kind: Any
    match schema.get("type"), schema.get("format"):
        case "object", _:
            rest = schema.get("additionalProperties")
            if isinstance(rest, dict) and not schema.get("properties"):
                kind = dict[str, _strict(rest)]  # type: ignore[misc]
            else:
                kind = _strict_object(schema)
        case "array", _:
            kind = list[_strict(schema.get("items", {}))]  # type: ignore[misc]
        case "string", "date-time":
            kind = datetime
        case "string", "date":
            kind = date
        case "string" | "integer", _ if schema.get("enum"):
            kind = Literal[tuple(schema["enum"])]
        case name, _:
            kind = _SCALARS.get(name, Any)
    return kind | None if schema.get("x-nullable") and kind is not Any else kind


def _strict_object(schema: dict[str, Any]) -> Any:
    required = set(schema.get("required", ()))
    fields: list[Any] = []
    names = {}
    for position, (name, value) in enumerate(schema.get("properties", {}).items()):
        field = f"field_{position}"  # a JSON name need be no Python name
        names[field] = name
        kind = _strict(value)
        fields.append((field, kind) if name in required else (field, kind | None, None))
    return msgspec.defstruct("Row", fields, kw_only=True, rename=names, gc=False, eq=False)


class _Form(NamedTuple):
    """What msgspec reads a value as, and what makes the row of it (None: it is one already)."""

    type: Any
    finish: Converter | None = None


_SCALARS: dict[Any, Any] = {
    "integer": int,
    "boolean": bool,
    "string": str,
    "number": int | float,
}


def _form(schema: dict[str, Any]) -> _Form | None:
    """How msgspec reads values of this schema; None where only the tolerant way will do."""
    if "x-any-of" in schema:
        return None
    form: _Form | None
    match schema.get("type"), schema.get("format"):
        case "object", _:
            form = _form_of_object(schema)
        case "array", _:
            item = _form(schema.get("items", {}))
            form = item and _Form(list[item.type], _each(item.finish))  # type: ignore[name-defined]
        case "string", "date-time":
            form = _Form(datetime)
        case "string", "date":
            form = _Form(date)
        case "number", "double" | "float":
            form = _Form(float)
        case None, _:
            form = _Form(Any)
        case kind, _:
            form = _Form(_SCALARS[kind]) if kind in _SCALARS else None
    if form and schema.get("x-nullable") and form.type is not Any:
        return _Form(form.type | None, _unless_none(form.finish))
    return form


def _form_of_object(schema: dict[str, Any]) -> _Form | None:
    """An object as a struct that refuses unknown fields, and has None where one is left out."""
    properties = schema.get("properties", {})
    if "additionalProperties" in schema or not all(name.isidentifier() for name in properties):
        return None
    required = set(schema.get("required", ()))
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = []
    finishers: list[tuple[str, Converter]] = []
    for name, value in properties.items():
        form = _form(value)
        if form is None:
            return None
        if finisher := _unless_none(form.finish):
            finishers.append((name, finisher))
        optional = name not in required
        fields.append((name, form.type | None, None) if optional else (name, form.type))
    # No cycles can come of JSON, so the garbage collector need not look at a million rows.
    struct = msgspec.defstruct(
        "Row", fields, kw_only=True, forbid_unknown_fields=True, gc=False, eq=False
    )
    if not finishers:
        return _Form(struct, msgspec.structs.asdict)

    def finish(value: Any) -> Any:
        row = msgspec.structs.asdict(value)
        for name, finisher in finishers:
            row[name] = finisher(row[name])
        return row

    return _Form(struct, finish)


def _each(finish: Converter | None) -> Converter | None:
    return finish and (lambda values: list(map(finish, values)))


def _unless_none(finish: Converter | None) -> Converter | None:
    return finish and (lambda value: None if value is None else finish(value))


def _converter(schema: dict[str, Any]) -> Converter | None:
    """The function that a value of this schema must pass through, None where it may stay."""
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
        return value  # off the schema: better kept than lost


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
