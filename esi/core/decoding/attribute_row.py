"""Define rows with attributes, which behave as pydantic models do where programs read them.

A row is a msgspec struct: its fields are slots, so it takes less memory than a dict and the
garbage collector skips it. Classes are built at run time from the API's document, and a pickle
names the class and its fields instead of importing it, so that any process can read it.
"""

from __future__ import annotations

import copy
import json
import re
import sys
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeAlias, cast
from weakref import WeakValueDictionary

import msgspec
from msgspec.structs import asdict, astuple

from esi.core.decoding.row_dump import DumpOptions, dump

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from esi.core.decoding.row_dump import Choice

_Values: TypeAlias = dict[str, Any]

_UNKNOWN = "(unknown fields)"

# Options of pydantic's `model_dump` that change nothing for rows.
_WITHOUT_EFFECT = {
    "context",
    "exclude_computed_fields",
    "fallback",
    "polymorphic_serialization",
    "round_trip",
    "serialize_as_any",
    "warnings",
}


class FieldInfo(NamedTuple):
    """Declared field of a row: `alias` is its name in the API's JSON."""

    annotation: Any
    alias: str
    required: bool = False
    default: None = None

    def is_required(self) -> bool:
        """Return True if the document requires the field; a row may lack it all the same."""
        return self.required


class Row(msgspec.Struct, gc=False, eq=False):
    """Object of a response. Optional fields that it lacks are None; unknown ones are attributes."""

    if TYPE_CHECKING:
        _extra: _Values | None
        model_fields: ClassVar[Mapping[str, FieldInfo]]
        _wrapper: ClassVar[bool]
        _key: ClassVar[_Key]

        def __init__(self, *values: Any) -> None: ...
    else:
        # Unknown fields, or None. JSON can only set it to null.
        _extra: None = msgspec.field(default=None, name=_UNKNOWN)

    __hash__ = None  # type: ignore[assignment]

    @property
    def __dict__(self) -> _Values:  # type: ignore[override]
        declared = asdict(self)
        del declared["_extra"]
        return declared

    @property
    def model_extra(self) -> _Values:
        """Fields that the document does not declare."""
        return dict(self._extra or {})

    @property
    def model_fields_set(self) -> set[str]:
        """Names of the fields that have a value."""
        return {name for name, value in self if value is not None}

    def model_dump(
        self,
        *,
        mode: str = "python",
        include: Choice = None,
        exclude: Choice = None,
        by_alias: bool | None = False,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        **others: Any,
    ) -> _Values:
        """Return the row as a dict, and rows in it as dicts.

        Args:
            mode: `json` turns dates and UUIDs into texts.
            include: fields to take; `{"position": {"x"}}` and `{"items": {"__all__": {"id"}}}`
                choose within a field.
            exclude: fields to leave out, in the same forms.
            by_alias: use the API's field names where they cannot be attribute names.
            exclude_unset: leave out declared fields that are None.
            exclude_defaults: the same, since every default is None.
            exclude_none: leave out all fields that are None.
            others: further options of pydantic, which change nothing for rows.

        Raises:
            TypeError: pydantic has no such option.
        """
        if unknown := sorted(others.keys() - _WITHOUT_EFFECT):
            raise TypeError(f"model_dump() has no option {', '.join(unknown)}.")
        options = DumpOptions(by_alias, exclude_none, exclude_unset or exclude_defaults)
        dumped = dump(self, options, include, exclude)
        return cast("_Values", msgspec.to_builtins(dumped) if mode == "json" else dumped)

    def model_dump_json(
        self, *, indent: int | None = None, ensure_ascii: bool = False, **options: Any
    ) -> str:
        """Return the row as JSON; accepts the options of `model_dump`."""
        if ensure_ascii:
            separators = None if indent else (",", ":")
            values = self.model_dump(mode="json", **options)
            return json.dumps(values, indent=indent, separators=separators)
        data = msgspec.json.encode(self.model_dump(**options))
        return (msgspec.json.format(data, indent=indent) if indent else data).decode()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Row:
        """Return a copy with some fields replaced; `deep` also copies what is in it."""
        copied = copy.deepcopy(self) if deep else copy.copy(self)
        for name, value in (update or {}).items():
            setattr(copied, name, value)
        return copied

    @property
    def __pydantic_serializer__(self) -> Any:
        """Serializer for pydantic models that contain rows as values; only pydantic asks for it."""
        core = sys.modules.get("pydantic_core")
        if core is None:
            raise AttributeError("__pydantic_serializer__")
        as_dict = core.core_schema.plain_serializer_function_ser_schema(
            lambda row, info: row.model_dump(mode=info.mode), info_arg=True
        )
        return core.SchemaSerializer(core.core_schema.any_schema(serialization=as_dict))

    # Older names of pydantic for the same.

    def dict(self, **options: Any) -> _Values:  # noqa: D102
        return self.model_dump(**options)

    def json(self, **options: Any) -> str:  # noqa: D102
        return self.model_dump_json(**options)

    def copy(self, **options: Any) -> Row:  # noqa: D102
        return self.model_copy(**options)

    def _items(self) -> _Values:
        items = asdict(self)
        extra = items.pop("_extra")
        return items | extra if extra else items

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        yield from self._items().items()

    if not TYPE_CHECKING:  # checkers know the fields that the document declares

        def __getattr__(self, name: str) -> Any:
            if self._extra and name in self._extra:
                return self._extra[name]
            text = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(text, name=name, obj=self)

    def __setattr__(self, name: str, value: Any) -> None:
        if name in self.model_fields or name.startswith("_"):
            super().__setattr__(name, value)
        else:
            self._extra = {**(self._extra or {}), name: value}

    def __delattr__(self, name: str) -> None:
        if self._extra and name in self._extra:
            self._extra = {key: self._extra[key] for key in self._extra if key != name} or None
        elif name in self.model_fields:
            setattr(self, name, None)
        else:
            getattr(self, name)  # raises

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *(self._extra or ())]

    def __eq__(self, other: object) -> bool:
        if type(self) is type(other):
            return bool(astuple(self) == astuple(other))
        # Compare by name: an unpickled row, or one of another document, has a class of its own.
        if not isinstance(other, Row) or type(self).__name__ != type(other).__name__:
            return NotImplemented
        return self.model_dump(exclude_none=True) == other.model_dump(exclude_none=True)

    def __ne__(self, other: object) -> bool:  # msgspec's would compare identities
        return not self == other

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{key}={value!r}' for key, value in self)})"

    def __str__(self) -> str:
        return " ".join(f"{key}={value!r}" for key, value in self)

    def __copy__(self) -> Row:
        return type(self)(*astuple(self))

    def __deepcopy__(self, memo: Any) -> Row:
        return type(self)(*(copy.deepcopy(value, memo) for value in astuple(self)))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self._key, *astuple(self))


class _Key(NamedTuple):
    """All that a pickle says of a class: its name, its fields and their aliases."""

    name: str
    fields: tuple[str, ...]
    aliases: tuple[str, ...]
    wrapper: bool


def can_be_decoded(alias: str) -> bool:
    """Return True if msgspec can decode a field of this name."""
    return re.search(r'["\\\x00-\x1f]', alias) is None and alias != _UNKNOWN


# Classes by key, so that a process that has made one restores its own.
_classes: WeakValueDictionary[_Key, type[Row]] = WeakValueDictionary()


def row_class(name: str, fields: Mapping[str, FieldInfo], *, wrapper: bool = False) -> type[Row]:
    """Build a class of rows.

    Args:
        name: its name.
        fields: attribute name -> field.
        wrapper: True for a class whose only field, `root`, is all that `model_dump` shows.
    """
    aliases = tuple(field.alias for field in fields.values())
    key = _Key(name, tuple(fields), aliases, wrapper)
    made: Any = msgspec.defstruct(
        name,
        [(attribute, field.annotation, None) for attribute, field in fields.items()],
        bases=(Row,),
        rename={n: f.alias for n, f in fields.items() if can_be_decoded(f.alias)},
        namespace={"model_fields": dict(fields), "_wrapper": wrapper, "_key": key},
        module=__name__,
        forbid_unknown_fields=True,
        gc=False,
        eq=False,
    )
    built: type[Row] = made
    _classes[key] = built
    return built


def _restored(key: tuple[Any, ...], *values: Any) -> Row:
    """Return the row of a pickle."""
    found = _Key(*key)
    made = _classes.get(found)
    if made is None:
        pairs = zip(found.fields, found.aliases, strict=True)
        fields = {name: FieldInfo(Any, alias) for name, alias in pairs}
        made = row_class(found.name, fields, wrapper=found.wrapper)
    return made(*values)
