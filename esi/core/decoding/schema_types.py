"""Build msgspec types from JSON schemas."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Converter = Callable[[Any], Any]

_SCALARS: dict[Any, Any] = {
    "integer": int,
    "boolean": bool,
    "string": str,
    "number": int | float,
}


class Decodable(NamedTuple):
    """Type that msgspec decodes to, and the function that makes a row of it (None: it is one)."""

    type: Any
    finish: Converter | None = None


def struct(
    fields: Mapping[str, tuple[Any, ...]],
    names: Mapping[str, str] | None = None,
    *,
    allow_unknown: bool = False,
) -> Any:
    """Build the struct of a JSON object.

    Args:
        fields: JSON name -> (type,) if required, or (type, default).
        names: JSON name -> Python name, if they differ.
        allow_unknown: ignore fields that are not in `fields`, instead of refusing the object.
    """
    python = names or {name: name for name in fields}
    return msgspec.defstruct(
        "Row",
        [(python[name], *typed) for name, typed in fields.items()],
        rename={python[name]: name for name in fields},
        kw_only=True,
        forbid_unknown_fields=not allow_unknown,
        gc=False,  # JSON makes no cycles: the garbage collector can skip a million rows
        eq=False,
    )


def exact(schema: dict[str, Any]) -> Decodable | None:
    """Return the type of values that match a schema, None if msgspec cannot make rows of them.

    Objects refuse unknown fields, and have None for those left out.
    """
    if "x-any-of" in schema:
        return None
    made: Decodable | None
    match schema.get("type"), schema.get("format"):
        case "object", _:
            made = _exact_object(schema)
        case "array", _:
            item = exact(schema.get("items", {}))
            made = item and Decodable(list[item.type], _each(item.finish))  # type: ignore[name-defined]
        case "number", "double" | "float":
            made = Decodable(float)
        case None, _:
            made = Decodable(Any)
        case _:
            scalar = _scalar(schema)
            made = Decodable(scalar) if scalar is not Any else None
    if made and schema.get("x-nullable") and made.type is not Any:
        return Decodable(made.type | None, _unless_none(made.finish))
    return made


def strict(schema: dict[str, Any]) -> Any:
    """Return the type that checks a schema: required fields, types and enums.

    Objects allow unknown fields.
    """
    kind: Any
    match schema.get("type"):
        case "object":
            rest = schema.get("additionalProperties")
            if isinstance(rest, dict) and not schema.get("properties"):
                kind = dict[str, strict(rest)]  # type: ignore[misc]
            else:
                kind = _strict_object(schema)
        case "array":
            kind = list[strict(schema.get("items", {}))]  # type: ignore[misc]
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
    kinds = {name: strict(value) for name, value in properties.items()}
    fields = {n: (kind,) if n in required else (kind | None, None) for n, kind in kinds.items()}
    names = {name: f"field_{position}" for position, name in enumerate(properties)}
    return struct(fields, names, allow_unknown=True)


def _exact_object(schema: dict[str, Any]) -> Decodable | None:
    properties = schema.get("properties", {})
    if "additionalProperties" in schema or not all(name.isidentifier() for name in properties):
        return None
    required = set(schema.get("required", ()))
    fields: dict[str, tuple[Any, ...]] = {}
    finishers: list[tuple[str, Converter]] = []
    for name, value in properties.items():
        made = exact(value)
        if made is None:
            return None
        if finisher := _unless_none(made.finish):
            finishers.append((name, finisher))
        fields[name] = (made.type,) if name in required else (made.type | None, None)
    row = struct(fields)
    if not finishers:
        return Decodable(row, msgspec.structs.asdict)

    def finish(value: Any) -> Any:
        row = msgspec.structs.asdict(value)
        for name, finisher in finishers:
            row[name] = finisher(row[name])
        return row

    return Decodable(row, finish)


def _each(finish: Converter | None) -> Converter | None:
    return finish and (lambda values: list(map(finish, values)))


def _unless_none(finish: Converter | None) -> Converter | None:
    return finish and (lambda value: None if value is None else finish(value))
