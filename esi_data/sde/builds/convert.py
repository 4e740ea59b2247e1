"""Stream an export's JSON Lines into a folder of Parquet files.

Each file is read twice, for its types and for its rows, and a third time if it may have odd values.
Invalid records, and values unlike those of most records, are left out and reported; they never fail
a build.
"""

from __future__ import annotations

import time
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any, Self

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from esi.core.atomic_write import atomic_write
from esi.core.error_text import brief
from esi_data.sde.builds.build_info import (
    NAME,
    PARQUET,
    BuildInfo,
    ColumnInfo,
    SkippedValue,
    TableInfo,
)
from esi_data.sde.builds.odd_values import may_have_odd_values, without_odd_values
from esi_data.sde.builds.schema import KEY, array, fitted, infer, join, settle, widen
from esi_data.sde.builds.unfold import IS_KEY, LANGUAGE, unfold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from esi_data.sde.builds.archive import Archive
    from esi_data.sde.builds.build_info import SeenTypes

BLOCK = 8 * 1024**2  # bytes of JSON that become rows at once, at about thirty times their size
_LONGEST = 64 * 1024**2  # bytes of a line
_NAMED = 100  # odd records that are reported by line
_BAD = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
_BOM = b"\xef\xbb\xbf"

_decoder = msgspec.json.Decoder()


@dataclass
class OddRecords:
    """Records and ids that were left out: their number, and the first ones by table and line."""

    count: int = 0
    named: list[SkippedValue] = field(default_factory=list)

    def add(self, table: str, line: int, reason: str) -> None:
        """Count a record, and keep it if it is among the first."""
        self.count += 1
        if len(self.named) < _NAMED:
            self.named.append(SkippedValue(table, line, reason))


def convert(
    archive: Archive, folder: Path, build: int, seen: SeenTypes, step: Callable[[], object]
) -> BuildInfo:
    """Write the tables of an export into an empty folder, its description last.

    Args:
        archive: the export.
        folder: where the files go.
        build: number of the build.
        seen: types of the builds before; this one's are added.
        step: called after each file of the export.

    Raises:
        StaticDataError: the archive is damaged.
        OSError: the disk is full, or something cannot be read or written.
    """
    odd = OddRecords()
    tables: dict[str, TableInfo] = {}
    for name in sorted(archive.tables):
        tables |= _convert_table(archive, name, folder, seen, odd, tables)
        step()
    info = BuildInfo(
        build=build, created=time.time(), odd_count=odd.count, odd=odd.named, tables=tables
    )
    with atomic_write(folder / NAME, fsync=True) as file:
        file.write(msgspec.json.format(msgspec.json.encode(info), indent=1))
    return info


def _convert_table(
    archive: Archive,
    name: str,
    folder: Path,
    seen: SeenTypes,
    odd: OddRecords,
    others: dict[str, TableInfo],
) -> dict[str, TableInfo]:
    """Write a file's tables, and return them by name."""
    kind, batches = pa.null(), 0
    rows: list[Any] = []
    with archive.open(name) as lines:
        for rows in read_records(lines, lambda line, reason: odd.add(name, line, reason)):
            kind, batches = join(kind, infer(rows)), batches + 1
    whole = _without_odd_values(archive, name, kind, odd)
    raw = join(pa.struct([(KEY, pa.null())]), whole)
    packed = array if whole is kind else fitted  # Arrow would round odd ids inside objects
    try:
        kind = settle(name, widen(raw, seen.types.get(name, pa.null())))
    except ValueError as exc:
        odd.add(name, 0, str(exc))
        return {}
    seen.add(name, raw)
    with _Writers(folder, name, kind, {*archive.tables, *others}) as writers:
        if batches == 1:
            writers.write(packed(rows, kind))
        elif batches:
            with archive.open(name) as lines:
                for rows in read_records(lines):
                    writers.write(packed(rows, kind))
    return writers.infos(seen)


def _without_odd_values(
    archive: Archive, name: str, kind: pa.DataType, odd: OddRecords
) -> pa.DataType:
    """Return the type of a file's records without odd values, and report these."""
    if not may_have_odd_values(kind):
        return kind
    with archive.open(name) as lines:
        kind, found = without_odd_values(kind, read_records(lines))
    for path, count, named in found:
        for each in named:
            where = f"record {brief(each.record)}"
            odd.add(name, 0, f"has {path}={brief(each.value)} in {where}, unlike most records")
        odd.count += count - len(named)
    return kind


def read_records(
    stream: IO[bytes], on_odd: Callable[[int, str], object] = lambda _line, _reason: None
) -> Iterator[list[dict[str, Any]]]:
    """Yield the records of JSON Lines in batches. All have keys of the most frequent type.

    `on_odd` is called with the number of each invalid line, and its fault.
    """
    kind: type | None = None
    for first, block in _blocks(stream, on_odd):
        records = _decoded(block, kind)
        if records is None:
            kind = kind or _most_frequent_key_type(block)
            records = list(_line_by_line(block, first, kind, on_odd))
        if records:
            kind = type(records[0][KEY])
            yield records


def _blocks(stream: IO[bytes], on_odd: Callable[[int, str], object]) -> Iterator[tuple[int, bytes]]:
    """Yield whole lines in batches, with the number of the first."""
    line, rest = 1, b""
    while block := stream.read(BLOCK):
        block = (rest + block).removeprefix(_BOM) if line == 1 else rest + block
        end = block.rfind(b"\n") + 1
        if not end and len(block) > _LONGEST:
            on_odd(line, f"is longer than {_LONGEST} bytes")
            while block and b"\n" not in block:
                block = stream.read(BLOCK)
            rest = block[block.find(b"\n") :]
            continue
        if end:
            yield line, block[:end]
        line += block.count(b"\n")
        rest = block[end:]
    yield line, rest


def _decoded(block: bytes, kind: type | None) -> list[Any] | None:
    """Return the records in whole lines; None if a line is not a valid record."""
    try:
        records: list[Any] = _decoder.decode_lines(block)
        for record in records:
            kind = _key_type(record, kind)
    except (*_BAD, ValueError):
        return None
    return records


def _line_by_line(
    block: bytes, first: int, kind: type | None, on_odd: Callable[[int, str], object]
) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(block.split(b"\n"), first):
        if not line.strip():
            continue
        try:
            record = _decoder.decode(line)
            kind = _key_type(record, kind)
        except _BAD as exc:
            on_odd(number, f"is no JSON ({exc})")
        except ValueError as exc:
            on_odd(number, str(exc))
        else:
            yield record


def _most_frequent_key_type(block: bytes) -> type | None:
    found: Counter[type] = Counter()
    for line in block.split(b"\n"):
        with suppress(*_BAD, ValueError):
            found[_key_type(_decoder.decode(line), None)] += 1
    return max(found, key=found.__getitem__, default=None)


def _key_type(record: Any, kind: type | None) -> type:
    """Return the type of a record's key, which is `kind` if that is known.

    Raises:
        ValueError: it is not a valid record; the text continues "line 7 ...".
    """
    if type(record) is not dict:
        raise ValueError(f"is no object but a {type(record).__name__}")
    key: Any = record.get(KEY)
    found: type = type(key)
    if found is not str and not (found is int and -(2**63) <= key < 2**63):
        raise ValueError(f"has no {KEY} that is a number or a text")
    if kind not in {None, found}:
        raise ValueError(f"has a key of type {found.__name__}, unlike the others")
    return found


class _Writers:
    """Parquet files of one file's tables; `infos` describes them once they are closed."""

    def __init__(self, folder: Path, name: str, kind: pa.DataType, taken: set[str]) -> None:
        self._name = name
        pieces = unfold(name, pa.array([], kind))
        self._schemas = {table: batches[0].schema for table, batches in pieces.items()}
        self._files = {table: _free(table, taken, own=name) for table in pieces}
        self._rows = dict.fromkeys(pieces, 0)
        self._gaps = {table: [0] * len(schema) for table, schema in self._schemas.items()}
        with ExitStack() as opened:
            self._writers = {
                table: opened.enter_context(
                    pq.ParquetWriter(
                        folder / f"{self._files[table]}{PARQUET}", schema, compression="zstd"
                    )
                )
                for table, schema in self._schemas.items()
            }
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def write(self, records: pa.StructArray) -> None:
        """Add records to the tables."""
        for table, batches in unfold(self._name, records).items():
            rows = pa.Table.from_batches(batches, self._schemas[table])
            self._writers[table].write_table(rows)
            self._rows[table] += rows.num_rows
            for place, column in enumerate(rows.columns):
                self._gaps[table][place] += column.null_count

    def infos(self, seen: SeenTypes) -> dict[str, TableInfo]:
        """Describe the tables; a column that ever lacked a value is optional."""
        found = {}
        for table, schema in self._schemas.items():
            columns = []
            for place, each in enumerate(schema):
                mark = each.metadata or {}
                columns.append(
                    ColumnInfo(
                        each.name,
                        optional=seen.is_optional(table, each.name, self._gaps[table][place] > 0),
                        key=mark == IS_KEY,
                        language=mark.get(LANGUAGE, b"").decode(),
                    )
                )
            found[self._files[table]] = TableInfo(self._rows[table], self._name, columns)
        return found


def _free(table: str, taken: set[str], own: str) -> str:
    """Return the name of a table, changed if a file of the export already has it."""
    folded = {each.casefold() for each in taken} - {own.casefold()}
    while table.casefold() in folded:
        table += "_rows"
    return table
