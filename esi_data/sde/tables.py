"""Read tables of a build from Parquet files, as typed frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from esi.core.error_text import alternatives, brief
from esi.errors import ParameterError
from esi_data.errors import StaticDataError
from esi_data.frames.arrays import objects, text
from esi_data.operation import is_list_like
from esi_data.sde.builds.build_info import PARQUET, read_info
from esi_data.sde.builds.naming import KEYS, referred

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from esi_data.sde.builds.build_info import ColumnInfo, TableInfo

_NULLABLE: dict[str, Any] = {"int64": pd.Int64Dtype(), "bool": pd.BooleanDtype()}


class Tables:
    """Tables of the build in a folder.

    Attributes:
        build: its number.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.info = read_info(folder)
        self.build = self.info.build

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.read(name)

    def names(self) -> list[str]:
        """Return the names of all tables."""
        return sorted(self.info.tables)

    def read(
        self,
        name: str,
        columns: Sequence[str] | None = None,
        languages: Sequence[str] | None = None,
    ) -> pd.DataFrame:
        """Return a table as a frame.

        Args:
            name: such as `types`.
            columns: the columns to return, in this order; `name` stands for the names in all
                languages. All by default.
            languages: codes of the languages of translated columns; all by default.

        Raises:
            ParameterError: there is no such table, column or language.
            StaticDataError: the file is damaged.
        """
        info = self._info(name)
        chosen = _chosen(name, info, columns, languages)
        table = self._read(name, [column.name for column in chosen])
        data = {column.name: _series(table.column(column.name), column) for column in chosen}
        frame = pd.DataFrame(data, index=pd.RangeIndex(table.num_rows), copy=False)
        frame.attrs["esi"] = {"table": name, "build": self.build}
        return frame

    def languages(self, name: str) -> list[str]:
        """Return the codes of the languages in which a table has texts; none if unknown."""
        return _languages(self.info.tables[name]) if name in self.info.tables else []

    def describe(self) -> pd.DataFrame:
        """Return all tables, a row for each.

        Columns: `table`, `rows`, `columns` and `keys` (lists of names) and `refers_to` (a dict of
        columns to the tables whose keys they contain).
        """
        found = self.info.tables
        homes = {column: table for table, column in reversed(KEYS.items())}
        for table, info in found.items():
            keys = [column.name for column in info.columns if column.key]
            if table == info.source and len(keys) == 1:
                homes.setdefault(keys[0], table)
        rows = [_described(name, found[name], homes, found) for name in self.names()]
        return pd.DataFrame(
            {
                "table": text([row[0] for row in rows]),
                "rows": np.array([row[1] for row in rows], dtype=np.int64),
                **{
                    title: objects(row[place] for row in rows)
                    for place, title in ((2, "columns"), (3, "keys"), (4, "refers_to"))
                },
            }
        )

    def _info(self, name: str) -> TableInfo:
        if name in self.info.tables:
            return self.info.tables[name]
        raise ParameterError(
            f"build {self.build} has no table {name!r}; it has {_listed(self.names())}",
            operation="sde",
            parameter="name",
        )

    def _read(self, name: str, columns: list[str]) -> pa.Table:
        file = self.folder / f"{name}{PARQUET}"
        try:
            # Not partitioned: a folder such as `a=1` above it would add a column.
            return pq.read_table(file, columns=columns, partitioning=None).select(columns)
        except (pa.ArrowException, OSError, KeyError) as exc:
            raise StaticDataError(
                f"{file} is missing or damaged ({exc}): remove {self.folder}, and it is made again"
            ) from exc


def _described(
    name: str, info: TableInfo, homes: dict[str, str], present: Collection[str]
) -> tuple[Any, ...]:
    """Return a row of `describe`."""
    columns = [column.name for column in info.columns]
    references = {column: referred(name, column, homes) for column in columns}
    return (
        name,
        info.rows,
        columns,
        [column.name for column in info.columns if column.key],
        {column: table for column, table in references.items() if table in present},
    )


def _chosen(
    name: str,
    info: TableInfo,
    columns: Sequence[str] | None,
    languages: Sequence[str] | None,
) -> list[ColumnInfo]:
    """Return the columns to read."""
    wanted = _codes(name, info, languages)
    kept = [
        column
        for column in info.columns
        if not column.language or wanted is None or column.language in wanted
    ]
    if columns is None:
        return kept
    by_name = {column.name: [column] for column in info.columns}
    for column in kept:
        if column.language:
            stem = column.name.removesuffix(f"_{column.language}")
            by_name.setdefault(stem, []).append(column)
    found: dict[str, ColumnInfo] = {}
    for each in columns if is_list_like(columns) else [columns]:
        if not isinstance(each, str) or each not in by_name:
            raise ParameterError(
                f"{name} has no column {each!r}; it has {_listed(by_name)}",
                operation="sde",
                parameter="columns",
            )
        found |= {column.name: column for column in by_name[each]}
    return list(found.values())


def language_codes(languages: str | Iterable[str]) -> list[str]:
    """Return distinct codes of languages as columns spell them; `en-us` of older code is `en`.

    Raises:
        ParameterError: a code is not a string.
    """
    listed = languages if is_list_like(languages) else [languages]
    found: dict[str, None] = {}
    for each in listed:
        if not isinstance(each, str):
            raise ParameterError(
                f'languages cannot be {brief(each)}: pass codes such as "en"',
                operation="sde",
                parameter="languages",
            )
        code = each.lower()
        found["en" if code == "en-us" else code] = None
    return list(found)


def _codes(name: str, info: TableInfo, languages: Sequence[str] | None) -> Collection[str] | None:
    """Return the languages to read; None for all, or for a table without translated texts."""
    have = _languages(info)
    if languages is None or not have:
        return None
    codes = language_codes(languages)
    if unknown := [code for code in codes if code not in have]:
        raise ParameterError(
            f"{name} has no language {unknown[0]!r}; it has {_listed(have)}",
            operation="sde",
            parameter="languages",
        )
    return codes


def _languages(info: TableInfo) -> list[str]:
    return list(dict.fromkeys(column.language for column in info.columns if column.language))


def _listed(names: Iterable[str]) -> str:
    return alternatives(sorted(names)).replace(" or ", " and ")


def _series(values: pa.ChunkedArray, column: ColumnInfo) -> Any:
    """Return a column in the same type as in frames of the API."""
    kind = values.type
    if pa.types.is_string(kind):
        return text(values.cast(pa.large_string()).combine_chunks())
    if pa.types.is_list(kind):
        return pd.Series(objects(values.to_pylist()), dtype=object)
    if column.optional and (nullable := _NULLABLE.get(str(kind))):
        return nullable.__from_arrow__(values)
    found = values.to_numpy()
    return found if found.flags.writeable else found.copy()  # Arrow's own memory is read-only
