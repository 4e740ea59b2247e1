"""Decode JSON bytes to rows with attributes by the operation's schema, tolerantly.

As in `esi.core.decoding.rows`, msgspec decodes bodies that match their schema, which nearly all do,
and a tolerant path reads the others. Both make the same rows: a missing or null field is None, an
unknown field and a value of another type or outside its enum are kept as they are.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple
from uuid import UUID

import msgspec

from esi.core.decoding import rows
from esi.core.decoding.attribute_row import FieldInfo, Row, can_be_decoded, row_class

if TYPE_CHECKING:
    from collections.abc import Callable

    Converter = Callable[[Any], Any]


class ModelDecoder:
    """Decoder of one operation's bodies to rows with attributes.

    `schema` is the response's schema without references, or None if the document has none; `name`
    names the rows' class unless the schema is a named component.
    """

    def __init__(self, schema: dict[str, Any] | None, name: str = "Row") -> None:
        kind = _kind(schema or {}, class_name(name))
        self._convert = kind.convert
        self._fast = kind.type and msgspec.json.Decoder(kind.type | None)

    def __call__(self, body: bytes) -> Any:
        """Return the value of a JSON body; None for an empty one.

        Raises:
            ValueError: the body is not JSON.
        """
        if not body:
            return None
        if self._fast:
            try:
                return self._fast.decode(body)
            except rows.DECODE_ERRORS:
                pass  # does not match the schema: the tolerant path decides how
        value = rows.read_json(body)
        return self._convert(value) if self._convert else value


class _Kind(NamedTuple):
    """Recipe for values of a schema.

    `type` is what msgspec decodes them to, None if it cannot; `convert` makes them of plain JSON,
    None if they are JSON.
    """

    type: Any
    convert: Converter | None = None


def _kind(schema: dict[str, Any], name: str) -> _Kind:
    if component := schema.get("x-name"):
        name = component_class_name(component)
    if options := schema.get("x-any-of"):
        return _Kind(None, rows.by_type(options, lambda option: _kind(option, name).convert))
    match schema.get("type"), schema.get("format"):
        case "object", _:
            return _object_kind(schema, name)
        case "array", _:
            return _list_kind(schema.get("items", {}), name)
        case "string", format_ if format_ in _FORMATS:
            return _FORMATS[format_]
        case "string", _:
            return _text_kind(schema.get("enum"))
        case kind, _:
            return _PLAIN.get(kind, _Kind(Any))


def _text_kind(values: list[Any] | None) -> _Kind:
    if not values or not all(isinstance(value, str) for value in values):
        return _Kind(str)
    # Rows share the texts of an enum, which saves a fifth of the memory of market orders.
    known = {value: value for value in values}
    shared = lambda value: known.get(value, value) if type(value) is str else value  # noqa: E731
    return _Kind(Literal[tuple(values)], shared)


def _list_kind(items: dict[str, Any], name: str) -> _Kind:
    item = _kind(items, f"{name}Item")
    return _Kind(item.type and list[item.type], rows.each(item.convert))  # type: ignore[name-defined]


def _object_kind(schema: dict[str, Any], name: str) -> _Kind:
    properties: dict[str, Any] = schema.get("properties", {})
    rest = schema.get("additionalProperties")
    if options := schema.get("x-options"):
        return _options_kind(schema, options, name)
    if properties or not isinstance(rest, dict):
        return _row_kind(schema, name)
    value = _kind(rest, f"{name}Value")
    convert = value.convert or (lambda each: each)
    return _wrapped(name, lambda found: {key: convert(each) for key, each in found.items()})


def _row_kind(schema: dict[str, Any], name: str) -> _Kind:
    """Return the kind of objects that become rows."""
    properties: dict[str, Any] = schema.get("properties", {})
    required = frozenset(schema.get("required", ()))
    kinds = {each: _kind(inner, name + class_name(each)) for each, inner in properties.items()}
    names = attribute_names(properties)
    fields = {
        names[each]: FieldInfo(_optional(kind.type or Any), each, each in required)
        for each, kind in kinds.items()
    }
    model = row_class(name, fields)
    converters = [(each, kind.convert) for each, kind in kinds.items()]
    rest = schema.get("additionalProperties")
    of_rest = _kind(rest, f"{name}Value").convert if isinstance(rest, dict) else None

    def convert(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        known = [
            conversion(value.pop(each, None)) if conversion else value.pop(each, None)
            for each, conversion in converters
        ]
        if value and of_rest:
            value = {each: of_rest(found) for each, found in value.items()}
        return model(value or None, *known)

    kept = isinstance(rest, dict) or not properties  # fields that no struct of msgspec can have
    fast = not kept and all(k.type for k in kinds.values()) and all(map(can_be_decoded, kinds))
    return _Kind(model if fast else None, convert)


def _options_kind(schema: dict[str, Any], options: list[Any], name: str) -> _Kind:
    """Return the kind of a `oneOf` of objects: a wrapper of the option that fits best."""
    properties = schema.get("properties", {})
    made = []
    for number, (title, known) in enumerate(options, 1):
        option = {"properties": {each: properties[each] for each in known if each in properties}}
        kind = _row_kind(option, class_name(title) or f"{name}{number}")
        made.append((frozenset(known), kind.convert))

    def convert(value: dict[str, Any]) -> Any:
        _, best = max(made, key=lambda option: len(option[0] & value.keys()))
        return best and best(value)

    return _wrapped(name, convert)


def _wrapped(name: str, convert: Converter) -> _Kind:
    """Return the kind of objects that are the `root` of a wrapper."""
    model = row_class(name, {"root": FieldInfo(Any, "root", required=True)}, wrapper=True)

    def wrap(value: Any) -> Any:
        return model(None, convert(value)) if isinstance(value, dict) else value

    return _Kind(None, wrap)


def _optional(kind: Any) -> Any:
    return kind if kind is Any else kind | None


def _to_int(value: Any) -> Any:
    return int(value) if type(value) is float and value.is_integer() else value


def _to_moment(value: Any) -> Any:
    moment = rows.to_datetime(value)
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    return moment


def _to_uuid(value: Any) -> Any:
    try:
        return UUID(value)
    except (AttributeError, TypeError, ValueError):
        return value


_PLAIN: dict[Any, _Kind] = {
    "boolean": _Kind(bool),
    "integer": _Kind(int, _to_int),
    "number": _Kind(float, rows.to_float),
}
_FORMATS = {
    "date": _Kind(date, rows.to_date),
    "date-time": _Kind(Annotated[datetime, msgspec.Meta(tz=True)], _to_moment),
    "uuid": _Kind(UUID, _to_uuid),
}

# Names

_RESERVED = frozenset(name for name in dir(Row) if not name.startswith("_"))


def attribute_names(properties: dict[str, Any]) -> dict[str, str]:
    """Return the attribute of each property: its name, or a similar one if that cannot be."""
    names: dict[str, str] = {}
    for each in properties:
        name = each
        if not name.isidentifier() or name.startswith("_") or name in _RESERVED:
            bare = re.sub(r"\W", "_", name).strip("_")
            name = f"{bare}_" if bare.isidentifier() else f"field_{bare}"
        while name in names.values() or (name != each and name in properties):
            name += "_"
        names[each] = name
    return names


def class_name(name: str) -> str:
    """Return a name as one of a class: `/universe/systems/get` -> `UniverseSystemsGet`."""
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"\W|_", name))


def component_class_name(name: str) -> str:
    """Return the name of a component's class: `RacesGet_inner` -> `RacesGetItem`."""
    # Documents of 3.0 name items of lists so.
    return class_name(re.sub(r"_inner(?=_|$)", "_item", name))
