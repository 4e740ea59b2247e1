"""Render a frame as text: as a table that fits the terminal, or whole for a pipe or file."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from esi_data.cli.text import as_json, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = 2  # cells between columns
_MAX_WIDTH = 60  # of any column on a terminal
_MAX_PROSE, _MIN_PROSE = 30, 12  # of a column of prose, if not all columns fit


class FittedTable(NamedTuple):
    """Table for a terminal, and the names of the columns that it leaves out."""

    table: Table
    left_out: list[str]


class _Column:
    def __init__(self, name: str, values: pd.Series[Any]) -> None:
        self.name = one_line(name)
        self.cells = [_text(value) for value in values]
        self.right = values.dtype.kind in "iuf"
        self.width = max(map(cell_len, (self.name, *self.cells)))
        # Prose may be cut; ids and operation names are useless if cut.
        self.prose = not self.right and any(" " in cell for cell in self.cells)
        self.least = min(self.width, _MIN_PROSE if self.prose else _MAX_WIDTH)


def whole(frame: pd.DataFrame) -> Iterator[str]:
    """Yield the lines of a table with all columns and text; fast for many rows."""
    columns = [_Column(str(name), values) for name, values in frame.items()]
    for cells in zip(*([column.name, *column.cells] for column in columns), strict=True):
        padded = []
        for cell, column in zip(cells, columns, strict=True):
            space = " " * (column.width - cell_len(cell))
            padded.append(space + cell if column.right else cell + space)
        yield (" " * _GAP).join(padded).rstrip()


def fitted(frame: pd.DataFrame, width: int) -> FittedTable:
    """Fit a frame into `width` cells: cut prose first, then leave out columns on the right.

    A single row that does not fit becomes one line for each column.
    """
    columns = [_Column(str(name), values) for name, values in frame.items()]
    fits = sum(min(each.width, _MAX_WIDTH) + _GAP for each in columns) - _GAP <= width
    table = Table(
        box=None,
        padding=(0, _GAP, 0, 0),
        pad_edge=False,
        header_style="bold",
        show_header=fits or len(frame) != 1,
    )
    if not table.show_header:
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for column in columns:
            table.add_row(Text(column.name), Text(column.cells[0]))
        return FittedTable(table, [])
    needed = accumulate(each.least + _GAP for each in columns)
    count = max(sum(total - _GAP <= width for total in needed), 1)
    for column in columns[:count]:
        table.add_column(
            _line(column.name),
            min_width=min(column.least, width),
            max_width=_MAX_WIDTH if fits or not column.prose else _MAX_PROSE,
            no_wrap=not column.prose,  # rich makes the others narrower
            overflow="ellipsis",
            justify="right" if column.right else "left",
        )
    for cells in zip(*(column.cells for column in columns[:count]), strict=True):
        table.add_row(*map(_line, cells))
    return FittedTable(table, [column.name for column in columns[count:]])


def _line(text: str) -> Text:
    return Text(text, no_wrap=True, overflow="ellipsis")


def _text(value: Any) -> str:
    """Format a cell as one line."""
    if isinstance(value, list | dict):
        return one_line(as_json(value).decode())
    if pd.isna(value):
        return ""
    return one_line(_time(value) if isinstance(value, datetime) else str(value))


def _time(value: datetime) -> str:
    """Format a time as the API does, to the second; a date without time."""
    if value.tzinfo:
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return f"{value:%Y-%m-%dT%H:%M:%S}".removesuffix("T00:00:00")
