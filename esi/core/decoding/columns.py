"""JSON bytes become columns: what `esi.core.decoding.rows` does for rows, where no row is wanted.

msgspec reads a listing's rows as structs, which cost a fraction of dicts, and each of their fields
becomes a NumPy array (a list where NumPy has no type for it). Pages that conform to their schema go
this way, and those are nearly all; any other must go by rows, where a column can be widened.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol

import msgspec
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    Values = NDArray[Any] | Sequence[Any]
    Finisher = Callable[[list[Any]], Values]


class Column(Protocol):
    """One field of a listing's rows.

    `path` leads to it in a row (`()`: the row is the value), `kind` is `int`, `float`, `bool`,
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
    """Decodes the bodies of one listing.

    Args:
        columns: the fields of its rows.
        inside: the field of the body that is the list, where the body is an object around one
            (which may have a `cursor` beside it).
    """

    def __init__(self, columns: Sequence[Column], inside: str | None = None) -> None:
        tree: dict[str, Any] = {}
        for column in columns:
            node = tree
            for name in column.path[:-1]:
                node = node.setdefault(name, {})
            if column.path:
                node[column.path[-1]] = column
        fields = _Fields()
        body: Any = list[fields.struct(tree) if tree else _type(columns[0])]  # type: ignore[misc]
        if inside is not None:
            body = fields.named({inside: (body,), "cursor": (Any, None)})
        self._inside = inside and attrgetter(fields[inside])
        self._decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(body)
        self._columns = [(c.name, fields.getter(c.path), _finisher(c)) for c in columns]

    def __call__(self, body: bytes) -> dict[str, Values] | None:
        """The columns of a page, in order and of one length; None where it must go by rows.

        Integers, numbers and booleans are arrays, masked where values are missing. So are times
        (`datetime64[s]`, UTC) and dates (`datetime64[D]`) where all are written alike; else they
        are lists of JSON values, as are all others.
        """
        try:
            rows = self._decoder.decode(body)
            if self._inside:
                rows = self._inside(rows)
            return {name: finish(get(rows)) for name, get, finish in self._columns}
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OverflowError):
            return None


class _Fields(dict[str, str]):
    """Python names for JSON names, which need be none."""

    def __missing__(self, name: str) -> str:
        self[name] = f"field_{len(self)}"
        return self[name]

    def named(self, fields: Mapping[str, tuple[Any, ...]]) -> Any:
        """A struct of JSON names and their types, with a default where one may be left out."""
        return msgspec.defstruct(
            "Row",
            [(self[name], *typed) for name, typed in fields.items()],
            rename={self[name]: name for name in fields},
            kw_only=True,
            forbid_unknown_fields=True,
            gc=False,  # JSON makes no cycles
            eq=False,
        )

    def struct(self, tree: Mapping[str, Any]) -> Any:
        """The struct of a row, or of an object in it."""
        fields: dict[str, tuple[Any, ...]] = {}
        for name, node in tree.items():
            if isinstance(node, dict):
                fields[name] = (self.struct(node) | None, None)
            else:
                fields[name] = (_type(node), None) if node.optional else (_type(node),)
        return self.named(fields)

    def getter(self, path: Sequence[str]) -> Callable[[list[Any]], list[Any]]:
        """What takes a value out of each row."""
        value = "row"
        for depth, name in enumerate(path):
            field = self[name]
            missing = f"None if (of := {value}) is None else of.{field}"
            value = f"({missing})" if depth else f"row.{field}"
        # Written out it takes half the time of `attrgetter`; all names in it are ours.
        get: Callable[[list[Any]], list[Any]] = eval(f"lambda rows: [{value} for row in rows]")  # noqa: S307
        return get


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


def _type(column: Column) -> Any:
    kind = _TYPES.get(column.kind, Any)
    if column.kind == "enum":
        of_values = set(map(type, column.categories))
        kind = of_values.pop() if len(of_values) == 1 else Any
    return kind | None if column.optional and kind is not Any else kind


_DTYPES: dict[str, tuple[Any, Any]] = {
    "int": (np.int64, 0),
    "float": (np.float64, np.nan),
    "bool": (np.bool_, False),
}


def _finisher(column: Column) -> Finisher:
    """What makes a column of a list of values."""
    if column.kind == "enum":
        return _shared({value: value for value in column.categories}.get)
    if (written := _WRITTEN.get(column.kind)) is not None:
        return _filled(written, written.example) if column.optional else written
    if column.kind not in _DTYPES:
        return list
    dtype, nothing = _DTYPES[column.kind]

    def array(values: list[Any]) -> Values:
        return np.fromiter(values, dtype, len(values))

    return _filled(array, nothing) if column.optional else array


def _shared(known: Callable[[Any, Any], Any]) -> Finisher:
    """The same few strings instead of one for each row, for the memory's sake."""
    return lambda values: list(map(known, values, values))


def _filled(make: Finisher, nothing: Any) -> Finisher:
    """Mask missing values, which arrays of no type can hold."""

    def masked(values: list[Any]) -> Values:
        if None not in values:
            return make(values)
        made = make([nothing if value is None else value for value in values])
        if isinstance(made, list):
            return values
        return np.ma.masked_array(made, [value is None for value in values])

    return masked


class _Written:
    """Reads times that are all written like an example; as they are where one is in other form.

    RFC 3339 allows fractions, offsets and a 60th second; the slower way reads those.
    """

    def __init__(self, example: str, read: int, unit: str) -> None:
        self.example = example
        self._read = f"S{read}"  # NumPy knows no zones: characters before it
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
            # A sign or a space before the year is none of this form, and NumPy would read it.
            if (places != self._marks).any() or (text and not text[::size].isdigit()):
                return values
            return np.ndarray(len(values), self._read, text, strides=(size,)).astype(self._unit)
        except ValueError:  # no ASCII, or no time
            return values


_WRITTEN = {
    "datetime": _Written("1970-01-01T00:00:00Z", 19, "s"),
    "date": _Written("1970-01-01", 10, "D"),
}
