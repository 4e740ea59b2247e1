"""Decode JSON bytes to columns: like `esi.core.decoding.rows`, without making rows.

msgspec reads the rows of a listing as structs, which cost a fraction of dicts, and each of their
fields becomes a NumPy array (a list if NumPy has no type for it). This works for pages that match
their schema, which nearly all do; others must be decoded to rows, where a column can be widened.
"""

from __future__ import annotations

import struct
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol

import msgspec
import numpy as np

from esi.core.decoding import schema_types
from esi.core.decoding.rows import mended

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    Values = NDArray[Any] | Sequence[Any]
    Finisher = Callable[[list[Any]], Values]


class ColumnSpec(Protocol):
    """Field of a listing's rows.

    `path` locates it in a row (`()`: the row is the value), `kind` is `int`, `float`, `bool`,
    `text`, `enum`, `datetime`, `date`, `list`, `map` or `any`, and `categories` an enum's values.
    """

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def path(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def optional(self) -> bool: ...  # noqa: D102
    @property
    def categories(self) -> tuple[str | int | float, ...]: ...  # noqa: D102


class ColumnDecoder:
    """Decoder of one listing's bodies.

    Args:
        columns: the fields of its rows.
        inside: the field of the body that is the list, if the body is an object (which may also
            have a `cursor`).
    """

    def __init__(self, columns: Sequence[ColumnSpec], inside: str | None = None) -> None:
        tree: dict[str, Any] = {}
        for column in columns:
            node = tree
            for name in column.path[:-1]:
                node = node.setdefault(name, {})
            if column.path:
                node[column.path[-1]] = column
        names = _FieldNames()
        body: Any = list[names.row_struct(tree) if tree else _type(columns[0])]  # type: ignore[misc]
        if inside is not None:
            body = names.struct({inside: (body,), "cursor": (Any, None)})
        self._inside = inside and attrgetter(names[inside])
        self._decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(body)
        numbers = [c for c in columns if c.kind in _DTYPES and not c.optional]
        self._numbers = _Numbers(numbers, names)
        self._others = [
            (c.name, names.getter(c.path), _finisher(c)) for c in columns if c not in numbers
        ]
        self._order = [c.name for c in columns]

    def __call__(self, body: bytes) -> dict[str, Values] | None:
        """Return the columns of a page, in order and of one length; None if it needs rows.

        Integers, numbers and booleans are arrays, masked where values are missing. Times
        (`datetime64[s]`, UTC) and dates (`datetime64[D]`) are arrays if all have the same format.
        All others are lists of JSON values.
        """
        try:
            rows = self._rows(body)
            if self._inside:
                rows = self._inside(rows)
            columns = self._numbers(rows)
            columns |= {name: finish(get(rows)) for name, get, finish in self._others}
            return {name: columns[name] for name in self._order}
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, struct.error):
            return None

    def _rows(self, body: bytes) -> Any:
        try:
            return self._decoder.decode(body)
        except msgspec.ValidationError:
            raise
        except msgspec.DecodeError:
            return self._decoder.decode(mended(body))


class _FieldNames(dict[str, str]):
    """Python names for JSON names, which need not be identifiers."""

    def __missing__(self, name: str) -> str:
        self[name] = f"field_{len(self)}"
        return self[name]

    def struct(self, fields: Mapping[str, tuple[Any, ...]]) -> Any:
        """Build a struct of JSON names and their types, with a default if optional."""
        return schema_types.struct(fields, {name: self[name] for name in fields})

    def row_struct(self, tree: Mapping[str, Any]) -> Any:
        """Build the struct of a row, or of an object in it."""
        fields: dict[str, tuple[Any, ...]] = {}
        for name, node in tree.items():
            if isinstance(node, dict):
                fields[name] = (self.row_struct(node) | None, None)
            else:
                fields[name] = (_type(node), None) if node.optional else (_type(node),)
        return self.struct(fields)

    def getter(self, path: Sequence[str]) -> Callable[[list[Any]], list[Any]]:
        """Compile a function that takes a value out of each row."""
        # Source code takes half the time of `attrgetter`; it contains only names made here.
        get: Callable[[list[Any]], list[Any]] = eval(  # noqa: S307
            f"lambda rows: [{self.value(path)} for row in rows]"
        )
        return get

    def value(self, path: Sequence[str]) -> str:
        """Return the source code of a value of `row`."""
        value = "row"
        for depth, name in enumerate(path):
            field = self[name]
            nested = f"None if (of := {value}) is None else of.{field}"
            value = f"({nested})" if depth else f"row.{field}"
        return value


_TYPES: dict[str, Any] = {
    "int": int,
    "float": float,
    "bool": bool,
    "text": str,
    "datetime": str,
    "date": str,
    "list": list,
    "map": dict,
}


def _type(column: ColumnSpec) -> Any:
    kind = _TYPES.get(column.kind, Any)
    if column.kind == "enum":
        of_values = set(map(type, column.categories))
        kind = of_values.pop() if len(of_values) == 1 else Any
    return kind | None if column.optional and kind is not Any else kind


# Letter of `struct`, NumPy's type, and the value of a missing item.
_DTYPES: dict[str, tuple[str, Any, Any]] = {
    "int": ("q", np.int64, 0),
    "float": ("d", np.float64, np.nan),
    "bool": ("?", np.bool_, False),
}


class _Numbers:
    """Reader of all columns of required numbers and booleans.

    The values of a row lie together in memory: one pass over the rows takes half the time of a pass
    for each column.
    """

    def __init__(self, columns: Sequence[ColumnSpec], names: _FieldNames) -> None:
        types = [_DTYPES[column.kind] for column in columns]
        self._row = struct.Struct("=" + "".join(letter for letter, *_ in types))
        self._dtype = np.dtype([(f"field_{n}", dtype) for n, (_, dtype, _) in enumerate(types)])
        self._fields = {column.name: f"field_{n}" for n, column in enumerate(columns)}
        values = ", ".join(names.value(column.path) for column in columns)
        self._pack: Callable[[list[Any], Any], list[bytes]] = eval(  # noqa: S307 - as in `getter`
            f"lambda rows, pack: [pack({values}) for row in rows]"
        )

    def __call__(self, rows: list[Any]) -> dict[str, Values]:
        """Return an array for each column."""
        if not self._fields:
            return {}
        packed = b"".join(self._pack(rows, self._row.pack))
        table = np.ndarray(len(rows), self._dtype, packed)
        return {name: table[field].copy() for name, field in self._fields.items()}


def _finisher(column: ColumnSpec) -> Finisher:
    """Return the function that makes a column of a list of values."""
    if column.kind == "enum":
        return _interned({value: value for value in column.categories}.get)
    if (parse := _TIME_FORMATS.get(column.kind)) is not None:
        return _filled(parse, parse.example) if column.optional else parse
    if column.kind not in _DTYPES:
        return list
    letter, dtype, nothing = _DTYPES[column.kind]

    def array(values: list[Any]) -> Values:
        # `struct` takes half the time of `np.fromiter`.
        made = np.empty(len(values), dtype)
        struct.pack_into(f"{len(values)}{letter}", made.data, 0, *values)
        return made

    return _filled(array, nothing) if column.optional else array


def _interned(known: Callable[[Any, Any], Any]) -> Finisher:
    """Replace equal strings by one object, to save memory."""
    return lambda values: list(map(known, values, values))


def _filled(make: Finisher, nothing: Any) -> Finisher:
    """Mask missing values, which typed arrays cannot hold."""

    def masked(values: list[Any]) -> Values:
        if None not in values:
            return make(values)
        made = make([nothing if value is None else value for value in values])
        if isinstance(made, list):
            return values
        return np.ma.masked_array(made, [value is None for value in values])

    return masked


class _TimeFormat:
    """Reader of times that all have the format of an example; it returns others unchanged.

    RFC 3339 allows fractions, offsets and a 60th second; the slower path reads those.
    """

    def __init__(self, example: str, read: int, unit: str) -> None:
        self.example = example
        self._read = f"S{read}"  # the characters before the zone, which NumPy does not know
        self._unit = f"datetime64[{unit}]"
        self._places = [n for n, character in enumerate(example) if not character.isdigit()]
        self._marks = np.frombuffer(example.encode(), np.uint8)[self._places]

    def __call__(self, values: list[str]) -> Values:
        size = len(self.example)
        if set(map(len, values)) - {size}:
            return values
        try:
            text = "".join(values).encode("ascii")
            places = np.frombuffer(text, np.uint8).reshape(-1, size)[:, self._places]
            # NumPy would also accept a sign or a space before the year.
            if (places != self._marks).any() or (text and not text[::size].isdigit()):
                return values
            return np.ndarray(len(values), self._read, text, strides=(size,)).astype(self._unit)
        except ValueError:  # not ASCII, or not a time
            return values


_TIME_FORMATS = {
    "datetime": _TimeFormat("1970-01-01T00:00:00Z", 19, "s"),
    "date": _TimeFormat("1970-01-01", 10, "D"),
}
