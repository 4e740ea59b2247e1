"""Derive the columns of a response from its schema alone, without pandas and rows.

A schema is the 200 response schema of an operation in the Swagger 2.0 dialect, self-contained
(no `$ref`), with `x-nullable` for null. `plan_of` turns it into a `Plan`, which
`esi_data.frames.build` fills.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from esi_data.errors import UnknownListError

Kind = Literal["int", "float", "bool", "text", "enum", "datetime", "date", "list", "map", "any"]
Shape = Literal["nothing", "rows", "object", "groups", "map", "scalar"]
Schema = Mapping[str, Any]

_SCALARS: dict[str, Kind] = {
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "string": "text",
    "array": "list",
    "object": "map",
}
_STRING_FORMATS: dict[str, Kind] = {"date-time": "datetime", "date": "date"}
CATEGORY, KEY, VALUE = "category", "key", "value"


@dataclass(frozen=True, slots=True)
class Column:
    """Column of a frame: its name, where its value is in a row (`()`: the row itself) and its type.

    `texts` names its free texts (strings without enum or format, at any depth), which depend on the
    language.
    """

    name: str
    path: tuple[str, ...]
    kind: Kind
    optional: bool = False
    categories: tuple[str | int | float, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def nested(self) -> bool:
        """True if cells contain lists or dicts."""
        return self.kind in ("list", "map", "any")


@dataclass(frozen=True, slots=True)
class Unfold:
    """Unfolding of one list: its place in a row, and the parent's columns with their new names."""

    path: tuple[str, ...]
    keys: tuple[tuple[Column, str], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Plan of a response's columns: `lead` is repeated over rows, `own` is read from them."""

    shape: Shape
    inside: str | None = None  # the one list or map in the body
    lead: tuple[Column, ...] = ()
    own: tuple[Column, ...] = ()
    lists: tuple[tuple[str, tuple[str, ...], str], ...] = ()  # name, path, items as JSON
    unfolds: tuple[Unfold, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in the frame's order."""
        return self.lead + self.own

    def explodable(self) -> tuple[str, ...]:
        """Return the names that `explode=` takes, deep ones dotted."""
        return tuple(
            name
            for own, _, items in self.lists
            for name in (own, *(f"{own}.{deep}" for deep in _item_plan(items, own).explodable()))
        )

    def exploded(self, name: str) -> Plan:
        """Return the plan of the rows of list `name`; the parents' keys are its first columns."""
        for own, path, items in self.lists:
            if name == own or str(name).startswith(f"{own}."):
                child = self._child(path, _item_plan(items, own))
                return child if name == own else child.exploded(name[len(own) + 1 :])
        raise UnknownListError(name, self.explodable())

    def _child(self, path: tuple[str, ...], child: Plan) -> Plan:
        taken = {column.name for column in child.own}
        ids = [c for c in self.own if len(c.path) == 1 and is_id(c.name) and not c.nested]
        ids = [column for column in ids if not column.optional] or ids
        named: dict[str, str] = {}
        # The nearest parent keeps the shortest name.
        for column in (*ids, *self.lead):
            named[column.name] = fresh(column.name, taken)
            taken.add(named[column.name])
        keys = tuple((column, named[column.name]) for column in (*self.lead, *ids))
        lead = tuple(replace(column, name=name) for column, name in keys)
        return replace(
            self,
            lead=lead,
            own=child.own,
            lists=child.lists,
            unfolds=(*self.unfolds, Unfold(path, keys)),
        )


def is_id(name: str) -> bool:
    """Return True if a column's name says that it identifies something."""
    return name == "id" or name.endswith("_id")


def fresh(name: str, taken: set[str]) -> str:
    """Return `name`, or `parent.name` if a child's column already has it."""
    while name in taken:
        name = f"parent.{name}"
    return name


def plan_of(schema: Schema | None, explode: str | None = None) -> Plan:
    """Return the plan of a response, or of the rows of one of its lists."""
    plan = _plan(json.dumps(schema or {}))
    return plan if explode is None else plan.exploded(explode)


@lru_cache(maxsize=512)
def _plan(text: str) -> Plan:
    schema: Schema = json.loads(text)
    kind = _kind(schema)
    if _properties(schema):
        return _object_plan(schema)
    if kind == "list":
        return _rows_plan("rows", schema.get("items") or {}, VALUE)
    if kind == "map":
        return _map_plan(schema)
    if kind == "any":
        return Plan("nothing")
    return Plan("scalar", own=(_column(schema, (VALUE,), (), optional=_nullable(schema)),))


@lru_cache(maxsize=512)
def _item_plan(items: str, name: str) -> Plan:
    return _rows_plan("rows", json.loads(items), name.rpartition(".")[2])


def _object_plan(schema: Schema) -> Plan:
    properties = _properties(schema)
    bodies = {name: sub for name, sub in properties.items() if name != "cursor"}
    if len(bodies) == 1:
        ((name, sub),) = bodies.items()
        if _kind(sub) == "list":
            return replace(_rows_plan("rows", sub.get("items") or {}, name), inside=name)
        if _kind(sub) == "map" and sub.get("additionalProperties"):
            return replace(_map_plan(sub), inside=name)
    elif len(bodies) == len(properties) and all(_kind(sub) == "list" for sub in bodies.values()):
        plans = [_rows_plan("groups", sub.get("items") or {}, VALUE) for sub in bodies.values()]
        if all(plan == plans[0] for plan in plans):
            return _led(plans[0], CATEGORY, tuple(bodies))
    return _rows_plan("object", schema, VALUE)


def _map_plan(schema: Schema) -> Plan:
    value = schema.get("additionalProperties")
    if not isinstance(value, Mapping):
        return Plan("nothing")
    items = (value.get("items") or {}) if _kind(value) == "list" else value
    return _led(_rows_plan("map", items, VALUE), KEY, ())


def _led(plan: Plan, name: str, groups: tuple[str, ...]) -> Plan:
    name = fresh(name, {column.name for column in plan.own})
    column = Column(name, (), "enum" if groups else "text", categories=groups)
    return replace(plan, lead=(column,))


def _rows_plan(shape: Shape, items: Schema, name: str) -> Plan:
    """Return the plan of rows of `items`; `name` is the only column if they are not objects."""
    if not _properties(items):
        return Plan(shape, own=(_column(items, (name,), (), optional=_nullable(items)),))
    flat = list(_flat(items, (), optional=_nullable(items)))
    return Plan(
        shape,
        own=tuple(column for column, _ in flat),
        lists=tuple(
            (column.name, column.path, json.dumps(sub.get("items") or {}))
            for column, sub in flat
            if column.kind == "list"
        ),
    )


def _flat(
    schema: Schema, path: tuple[str, ...], *, optional: bool
) -> Iterator[tuple[Column, Schema]]:
    required = set(schema.get("required", ()))
    for name, sub in _properties(schema).items():
        here = (*path, name)
        missing = optional or name not in required or _nullable(sub)
        if _properties(sub):
            yield from _flat(sub, here, optional=missing)
        else:
            yield _column(sub, here, here, optional=missing), sub


def _column(
    schema: Schema, name: tuple[str, ...], path: tuple[str, ...], *, optional: bool
) -> Column:
    kind = _kind(schema)
    return Column(
        ".".join(name),
        path,
        kind,
        optional=optional,
        categories=tuple(v for v in schema["enum"] if v is not None) if kind == "enum" else (),
        texts=tuple(dict.fromkeys(_texts(schema, name[-1]))),
    )


def _texts(schema: Schema, name: str) -> Iterator[str]:
    if _kind(schema) == "text" and "format" not in schema:
        yield name
    for inner, sub in _properties(schema).items():
        yield from _texts(sub, inner)
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), Mapping):
            yield from _texts(schema[key], name)


def _properties(schema: Schema) -> Mapping[str, Schema]:
    properties: Mapping[str, Schema] = schema.get("properties") or {}
    return properties


def _nullable(schema: Schema) -> bool:
    return bool(schema.get("x-nullable"))


def _kind(schema: Schema) -> Kind:
    declared = str(schema.get("type", "object" if _properties(schema) else ""))
    kind = _SCALARS.get(declared, "any")
    if kind in ("text", "int", "float") and "enum" in schema:
        return "enum"
    if kind == "text":
        return _STRING_FORMATS.get(schema.get("format", ""), "text")
    return kind
