"""Write the types of values: rows as dicts, rows with attributes, parameters and bodies.

Classes have the same names as at run time: the component's own (`UniverseTypesTypeIdGet`), with the
suffix `Item` for rows of a list (`MarketsPricesGetItem`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from esi.core.decoding.models import attribute_names, class_name, component_class_name
from esi.core.stubs.operations import is_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    Schema = dict[str, Any]

_PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


class TypeWriter(ABC):
    """Writer of the types of schemas; `lines` are the definitions that the types need.

    `taken` are names that the file uses for other things.
    """

    formats: ClassVar[dict[str, str]] = {}
    open_enums = True  # the API may add values to an enum at any time

    def __init__(self, taken: Collection[str] = ()) -> None:
        self.lines: list[str] = []
        self._taken = frozenset(taken)
        self._defined: dict[str, str] = {}

    @property
    def names(self) -> frozenset[str]:
        """Names that are defined."""
        return frozenset(self._defined)

    def alias(self, name: str, schema: Schema) -> None:
        """Write the class of a component, or an alias of its type."""
        name = component_class_name(name)
        if is_name(name):
            type_ = self.type_of(schema, name)
            if type_ != name:
                self._define(name, lambda free: f"{free} = {type_}\n")

    def type_of(self, schema: Schema, name: str) -> str:
        """Return the type of a schema's values; `name` is used for a class without its own name."""
        return _union(self._members(schema, name))

    def row_type(self, schema: Schema, name: str) -> str:
        """Return the type of a listing's rows; of any other response, the type of its value."""
        name = self._named(schema, name)
        properties: dict[str, Schema] = schema.get("properties", {})
        if "cursor" in properties:
            for each, inner in properties.items():
                if inner.get("type") == "array":
                    return self.row_type(inner, name + class_name(each))
        if schema.get("type") == "array":
            return self.type_of(schema.get("items", {}), f"{name}Item")
        return self.type_of(schema, name)

    def _members(self, schema: Schema, name: str) -> list[str]:
        """Return the members of the union that is the type of a schema."""
        name = self._named(schema, name)
        options = schema.get("x-any-of") or [schema]
        members = [member for option in options for member in self._of_kind(option, name)]
        return [*members, "None"] if schema.get("x-nullable") else members

    def _of_kind(self, schema: Schema, name: str) -> list[str]:
        match schema.get("type"):
            case "object":
                return [self._object(schema, name)]
            case "array":
                return [f"list[{self.type_of(schema.get('items', {}), f'{name}Item')}]"]
            case "string" if values := _texts(schema):
                literal = f"Literal[{', '.join(map(ascii, values))}]"
                return [literal, "str"] if self.open_enums else [literal]
            case "string":
                return [self.formats.get(str(schema.get("format")), "str")]
            case kind:
                return [_PLAIN.get(str(kind), "Any")]

    @abstractmethod
    def _object(self, schema: Schema, name: str) -> str:
        """Write the class of an object; return its type."""

    def _named(self, schema: Schema, name: str) -> str:
        """Return the name of a schema's class: that of its component, or else `name`."""
        component = str(schema.get("x-name", ""))
        if is_served_name(component):
            name = component_class_name(component)
        return name if is_name(name) else "Row" + "".join(filter(str.isalnum, ascii(name)))

    def _define(self, name: str, write: Callable[[str], str]) -> str:
        """Write a definition once; return its name, with a suffix if the name is already taken."""
        while self._defined.get(name, "") != write(name):
            if name not in self._defined and name not in self._taken:
                self._defined[name] = write(name)
                self.lines.append(write(name))
            else:
                name += "_"
        return name


class DictTypes(TypeWriter):
    """Types of rows that are dicts, as the 5.x line decodes them.

    Keys of optional fields are always present, with the value None if they are missing.
    """

    formats: ClassVar[dict[str, str]] = {"date-time": "_datetime", "date": "_date"}

    def _object(self, schema: Schema, name: str) -> str:
        properties: dict[str, Schema] = schema.get("properties", {})
        rest = schema.get("additionalProperties")
        if not properties:
            value = self.type_of(rest, f"{name}Value") if isinstance(rest, dict) else "Any"
            return f"dict[str, {value}]"
        required = schema.get("required", ())
        fields = {
            each: self._field(self._members(inner, name + class_name(each)), each in required)
            for each, inner in properties.items()
        }
        return self._define(name, lambda free: _typed_dict(free, fields))

    def _field(self, members: list[str], required: bool) -> str:
        return _union(members if required else [*members, "None"])


class SentTypes(DictTypes):
    """Types of parameters and bodies; optional keys of a body may be left out."""

    formats: ClassVar[dict[str, str]] = {}
    open_enums = False

    def __init__(self, taken: Collection[str] = (), *, many: str = "Values") -> None:
        super().__init__(taken)
        self._many = many

    def _named(self, schema: Schema, name: str) -> str:  # noqa: ARG002 - rows have those names
        return super()._named({}, name)

    def _of_kind(self, schema: Schema, name: str) -> list[str]:
        if schema.get("type") == "array":
            return [f"{self._many}[{self.type_of(schema.get('items', {}), f'{name}Item')}]"]
        return super()._of_kind(schema, name)

    def _field(self, members: list[str], required: bool) -> str:
        return _union(members) if required else f"NotRequired[{_union(members)}]"


class ModelTypes(TypeWriter):
    """Types of rows with attributes, as `esi.core.decoding.models` makes them."""

    formats: ClassVar[dict[str, str]] = {**DictTypes.formats, "uuid": "UUID"}

    def _object(self, schema: Schema, name: str) -> str:
        properties: dict[str, Schema] = schema.get("properties", {})
        rest = schema.get("additionalProperties")
        if options := schema.get("x-options"):
            roots = [
                self._row({each: properties[each] for each in known if each in properties}, (), own)
                for number, (title, known) in enumerate(options, 1)
                for own in [self._named({}, class_name(title) or f"{name}{number}")]
            ]
            return self._class(name, [f"root: {_union(roots)}"])
        if not properties and isinstance(rest, dict):
            return self._class(name, [f"root: dict[str, {self.type_of(rest, f'{name}Value')}]"])
        return self._row(properties, schema.get("required", ()), name)

    def _row(self, properties: dict[str, Schema], required: Collection[str], name: str) -> str:
        names = attribute_names(properties)
        fields = []
        for each, inner in properties.items():
            members = self._members(inner, name + class_name(each))
            type_ = _union(members if each in required else [*members, "None"])
            if is_name(names[each]):
                fields.append(f"{names[each]}: {type_}")
        return self._class(name, fields)

    def _class(self, name: str, fields: list[str]) -> str:
        body = "".join(f"    {field}\n" for field in fields or ["..."])
        return self._define(name, lambda free: f"class {free}(Row):\n{body}")


def is_served_name(component: str) -> bool:
    """Return True if the API itself chose a component's name.

    Its OpenAPI 3.0 documents also have generated names, such as `RacesGet_inner`, which the 3.1
    documents lack. Identical parts share one.
    """
    return component != "" and "_" not in component


def _typed_dict(name: str, fields: dict[str, str]) -> str:
    """Return the definition of a TypedDict, in call syntax if a key is not an identifier."""
    if all(map(is_name, fields)):
        keys = "".join(f"    {each}: {type_}\n" for each, type_ in fields.items())
        return f"class {name}(TypedDict):\n{keys}"
    pairs = "".join(f"    {each!a}: {type_},\n" for each, type_ in fields.items())
    return f'{name} = TypedDict("{name}", {{\n{pairs}}})\n'


def _texts(schema: Schema) -> list[str]:
    """Return the values of an enum of strings; none if any value is not a string."""
    values: list[Any] = schema.get("enum") or []
    return values if all(isinstance(value, str) for value in values) else []


def _union(members: list[str]) -> str:
    """Return the union of types without duplicates, None last."""
    known = dict.fromkeys(members)
    if "Any" in known:
        return "Any"
    if "None" in known:
        known["None"] = known.pop("None")
    return " | ".join(known)
