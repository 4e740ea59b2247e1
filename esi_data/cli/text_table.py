"""Render a frame as text: as a table that fits the terminal, or whole for a pipe or file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import pandas as pd
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from esi.core.error_text import CONTROL

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = 2  # cells between columns
_MAX_WIDTH = 60  # of any column on a terminal
_MAX_PROSE = 30  # of a column of prose, if not all columns fit
_MIN_LAST = 12  # of a column of prose that gets the remaining width


class FittedTable(NamedTuple):
    """Table for a terminal, and the names of the columns that it leaves out."""

    table: Table
    left_out: list[str]


class _Column(NamedTuple):
    name: str
    cells: list[str]
    right: bool

    @property
    def width(self) -> int:
        """Width of the widest cell."""
        return max(map(cell_len, (self.name, *self.cells)))

    @property
    def prose(self) -> bool:
        """True if the column may be cut; ids and operation names are useless if cut."""
        return not self.right and any(" " in cell for cell in self.cells)


def whole(frame: pd.DataFrame) -> Iterator[str]:
    """Yield the lines of a table with all columns and text; fast for many rows."""
    columns = _columns(frame)
    layout = [(column.width, column.right) for column in columns]
    for cells in zip(*([column.name, *column.cells] for column in columns), strict=True):
        padded = (
            " " * (width - cell_len(cell)) + cell
            if right
            else cell + " " * (width - cell_len(cell))
            for cell, (width, right) in zip(cells, layout, strict=True)
        )
        yield (" " * _GAP).join(padded).rstrip()


def fitted(frame: pd.DataFrame, width: int) -> FittedTable:
    """Fit a frame into `width` cells: cut prose first, then leave out columns on the right.

    A single row that does not fit becomes one line for each column.
    """
    columns = _columns(frame)
    widths = [min(column.width, _MAX_WIDTH) for column in columns]
    if _total(widths) > width and len(frame) == 1:
        return FittedTable(_record(columns), [])
    if _total(widths) > width:
        widths = _narrowed(columns, widths, width)
    table = _table(show_header=True)
    for column, size in zip(columns, widths, strict=False):
        table.add_column(
            Text(column.name),
            width=size,
            no_wrap=True,
            overflow="ellipsis",
            justify="right" if column.right else "left",
        )
    for cells in zip(*(column.cells for column in columns[: len(widths)]), strict=True):
        table.add_row(*map(Text, cells))
    return FittedTable(table, [column.name for column in columns[len(widths) :]])


def _narrowed(columns: list[_Column], widths: list[int], width: int) -> list[int]:
    """Return the widths of the columns that fit, with prose cut."""
    widths = [
        min(size, max(_MAX_PROSE, cell_len(column.name))) if column.prose else size
        for column, size in zip(columns, widths, strict=True)
    ]
    count = 0
    while count < len(columns) and _total(widths[: count + 1]) <= width:
        count += 1
    rest = width - _total(widths[:count]) - (_GAP if count else 0)
    if count < len(columns) and (not count or (columns[count].prose and rest >= _MIN_LAST)):
        return [*widths[:count], rest]
    return widths[:count]


def _record(columns: list[_Column]) -> Table:
    """Return a table with a line for each column of a single row."""
    table = _table(show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for column in columns:
        table.add_row(Text(column.name), Text(column.cells[0]))
    return table


def _table(*, show_header: bool) -> Table:
    return Table(
        box=None,
        padding=(0, _GAP, 0, 0),
        pad_edge=False,
        header_style="bold",
        show_header=show_header,
    )


def _total(widths: list[int]) -> int:
    return sum(widths) + _GAP * max(len(widths) - 1, 0)


def _columns(frame: pd.DataFrame) -> list[_Column]:
    return [
        _Column(str(name), [_text(value) for value in series], series.dtype.kind in "iuf")
        for name, series in frame.items()
    ]


def _text(value: Any) -> str:
    """Format a cell as one line."""
    if isinstance(value, list | dict):
        return CONTROL.sub(" ", msgspec.json.encode(value).decode())
    if pd.isna(value):
        return ""
    if isinstance(value, datetime):
        return _time(value)
    return CONTROL.sub(" ", str(value))


def _time(value: datetime) -> str:
    """Format a time as the API does, to the second; a date without time."""
    if value.tzinfo:
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return f"{value:%Y-%m-%dT%H:%M:%S}".removesuffix("T00:00:00")
