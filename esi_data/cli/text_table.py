"""How a frame looks as text: columns beside each other, cut to a terminal's width; pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import pandas as pd
from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = "  "
_WIDEST = 60  # of a column on a terminal
_PROSE = 30  # of a column of prose, where not all fit
_NARROWEST = 12  # of a column that takes the rest
# Text of players: what moves a terminal's cursor must not reach it.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


class Printed(NamedTuple):
    """Lines of a table, its head (none where each column is a line), and columns left out."""

    head: list[str]
    rows: Iterator[str]
    left_out: list[str]


class _Column(NamedTuple):
    name: str
    cells: list[str]
    right: bool

    @property
    def natural(self) -> int:
        return max(map(cell_len, (self.name, *self.cells)))

    @property
    def prose(self) -> bool:
        """Whether it may be cut: an id or an operation's name is of use as a whole alone."""
        return not self.right and any(" " in cell for cell in self.cells)


def whole(frame: pd.DataFrame) -> Printed:
    """A frame with all of its columns and text."""
    columns = _columns(frame)
    return _printed(columns, [column.natural for column in columns])


def fitted(frame: pd.DataFrame, width: int) -> Printed:
    """A frame in `width` cells: prose is cut, then columns on the right are left out.

    A single row that does not fit is written with a line for each column instead.
    """
    columns = _columns(frame)
    natural = [min(column.natural, _WIDEST) for column in columns]
    if _total(natural) <= width:
        return _printed(columns, natural)
    if len(frame) == 1:
        name = max(cell_len(column.name) for column in columns)
        lines = (f"{set_cell_size(c.name, name)}{_GAP}{c.cells[0]}".rstrip() for c in columns)
        return Printed([], lines, [])
    widths = [
        min(size, max(_PROSE, cell_len(column.name))) if column.prose else size
        for column, size in zip(columns, natural, strict=True)
    ]
    taken = 0
    while taken < len(columns) and _total(widths[: taken + 1]) <= width:
        taken += 1
    rest = width - _total(widths[:taken]) - (len(_GAP) if taken else 0)
    if taken < len(columns) and (not taken or (columns[taken].prose and rest >= _NARROWEST)):
        widths[taken] = rest
        taken += 1
    left_out = [column.name for column in columns[taken:]]
    return _printed(columns[:taken], widths[:taken], left_out)


def _printed(
    columns: Sequence[_Column], widths: Sequence[int], left_out: Sequence[str] = ()
) -> Printed:
    head = _line([(column.name, column.right) for column in columns], widths)
    rows = (
        _line([(c, column.right) for c, column in zip(cells, columns, strict=True)], widths)
        for cells in zip(*(column.cells for column in columns), strict=True)
    )
    return Printed([head], rows, list(left_out))


def _line(cells: Sequence[tuple[str, bool]], widths: Sequence[int]) -> str:
    parts = (_sized(text, width, right) for (text, right), width in zip(cells, widths, strict=True))
    return _GAP.join(parts).rstrip()


def _sized(text: str, width: int, right: bool) -> str:
    size = cell_len(text)
    if size > width:
        return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)
    return " " * (width - size) + text if right else text + " " * (width - size)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * max(len(widths) - 1, 0)


def _columns(frame: pd.DataFrame) -> list[_Column]:
    return [
        _Column(str(name), [_text(value) for value in series], series.dtype.kind in "iuf")
        for name, series in frame.items()
    ]


def _text(value: Any) -> str:
    """A cell as one line."""
    if isinstance(value, list | dict):
        return _CONTROL.sub(" ", msgspec.json.encode(value).decode())
    if pd.isna(value):
        return ""
    if isinstance(value, datetime):
        return _moment(value)
    return _CONTROL.sub(" ", str(value))


def _moment(value: datetime) -> str:
    """A time as the API writes it, to the second; a day without one."""
    if value.tzinfo:
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return f"{value:%Y-%m-%dT%H:%M:%S}".removesuffix("T00:00:00")
