"""Collect the columns of a listing, each in one array with room for all pages.

Joining an array per page would need twice the memory, and fragment it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from esi_data.frames.rows import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esi_data.frames.arrays import Values


class PageTables:
    """Tables of the pages of one listing, by page number."""

    def __init__(self) -> None:
        self._columns: dict[str, Values] = {}
        self._size = 0  # room for rows in each page
        self._count = 0  # room for pages
        self._rows: dict[int, int] = {}
        self._others: dict[int, Table] = {}  # pages that do not fit

    def add(self, number: int, count: int, table: Table) -> None:
        """Add page `number` of `count`, or replace it."""
        if not self._columns and count > 1 and table.rows and not table.unknown:
            self._size, self._count = table.rows, count
            self._columns = {name: _room(each, count) for name, each in table.known.items()}
        if self._fits(number, table):
            start = (number - 1) * self._size
            for name, values in table.known.items():
                if isinstance(values, np.ma.MaskedArray):
                    self._columns[name] = np.ma.asarray(self._columns[name])
                self._columns[name][start : start + table.rows] = values  # type: ignore[index]
            self._rows[number] = table.rows
            self._others.pop(number, None)
        else:
            self._others[number] = table

    def take(self, numbers: Sequence[int]) -> list[Table]:
        """Return the tables of pages in the given order; consecutive pages share one table."""
        runs: list[list[int]] = []
        for number in numbers:
            if runs and self._continues(runs[-1][-1], number):
                runs[-1].append(number)
            else:
                runs.append([number])
        return [self._others.get(run[0]) or self._slice(run) for run in runs]

    def _fits(self, number: int, table: Table) -> bool:
        return (
            number <= self._count
            and table.rows <= self._size
            and not table.unknown
            and table.known.keys() == self._columns.keys()
            and all(_alike(values, self._columns[name]) for name, values in table.known.items())
        )

    def _continues(self, before: int, number: int) -> bool:
        pair = {before, number}
        full = self._rows.get(before) == self._size
        return number == before + 1 and full and pair.isdisjoint(self._others)

    def _slice(self, run: list[int]) -> Table:
        start = (run[0] - 1) * self._size
        rows = sum(self._rows[number] for number in run)
        known = {name: values[start : start + rows] for name, values in self._columns.items()}
        return Table(known, {}, rows)


def _room(values: Values, pages: int) -> Values:
    """Return an empty column with room for the values of `pages` pages."""
    size = len(values) * pages
    return np.empty(size, values.dtype) if isinstance(values, np.ndarray) else [None] * size


def _alike(values: Values, others: Values) -> bool:
    """Return True if two columns store values of the same type."""
    if isinstance(values, np.ndarray) and isinstance(others, np.ndarray):
        return bool(values.dtype == others.dtype)
    return not isinstance(values, np.ndarray) and not isinstance(others, np.ndarray)
