"""Describe the contents of a build on disk, and the types seen in all builds."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa

from esi.core.atomic_write import atomic_write
from esi_data.errors import StaticDataError
from esi_data.sde.builds.schema import join

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
NAME = "build.json"
PARQUET = ".parquet"
_OPTIONAL = b"optional"


class ColumnInfo(msgspec.Struct, frozen=True):
    """Column of a table; `language` is the code of a translated text."""

    name: str
    optional: bool = False
    key: bool = False
    language: str = ""


class TableInfo(msgspec.Struct, frozen=True):
    """Table of a build: its number of rows, its file in the export, and its columns."""

    rows: int
    source: str
    columns: list[ColumnInfo]


class SkippedValue(msgspec.Struct, frozen=True):
    """Line or value that was left out; `reason` continues "types.jsonl line 7 ...".

    `line` is 0 if the reason names the record or file itself.
    """

    table: str
    line: int
    reason: str


class BuildInfo(msgspec.Struct, frozen=True):
    """Contents of a build."""

    build: int
    created: float
    tables: dict[str, TableInfo]
    odd_count: int = 0
    odd: list[SkippedValue] = []
    format: int = FORMAT


def read_info(folder: Path) -> BuildInfo:
    """Return what a build contains.

    Raises:
        StaticDataError: it is damaged, or of another version.
        FileNotFoundError: the folder contains no build.
    """
    data = (folder / NAME).read_bytes()
    try:
        found = msgspec.json.decode(data, type=BuildInfo)
    except (msgspec.MsgspecError, UnicodeDecodeError) as exc:
        raise StaticDataError(
            f"{folder / NAME} is damaged ({exc}): remove {folder}, and it is made again"
        ) from exc
    if found.format != FORMAT:
        raise StaticDataError(
            f"{folder} was written by another version of esi-toolkit: remove it, and it is made "
            "again"
        )
    return found


@dataclass
class SeenTypes:
    """Types of each file's records in all builds seen, and columns that ever lacked a value."""

    types: dict[str, pa.DataType] = field(default_factory=dict)
    optional: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> SeenTypes:
        """Read the file that `save` wrote; return an empty object if it is missing or damaged."""
        try:
            schema = pa.ipc.read_schema(pa.py_buffer(path.read_bytes()))
            optional = json.loads((schema.metadata or {}).get(_OPTIONAL, b"{}"))
        except (OSError, ValueError, pa.ArrowException):
            return cls()
        return cls({each.name: each.type for each in schema}, optional)

    def save(self, path: Path) -> None:
        """Write the file for `load`."""
        schema = pa.schema(
            list(self.types.items()), metadata={_OPTIONAL: json.dumps(self.optional).encode()}
        )
        with atomic_write(path) as file:
            file.write(schema.serialize().to_pybytes())

    def add(self, table: str, kind: pa.DataType) -> None:
        """Remember the type of a file's records."""
        self.types[table] = join(self.types.get(table, pa.null()), kind)

    def is_optional(self, table: str, column: str, lacks: bool) -> bool:
        """Return True if a column lacks a value now, or did in an earlier build."""
        columns = self.optional.setdefault(table, [])
        if lacks and column not in columns:
            columns.append(column)
        return column in columns
