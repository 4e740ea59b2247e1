"""Write a command's frame: as table, CSV, JSON or Parquet, to standard output or a file.

Only data goes to standard output. A table is cut to fit a terminal, and standard error reports what
is missing. In a pipe or a file nothing is cut.
"""

from __future__ import annotations

import functools
import io
import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

import click

from esi.core.atomic_write import atomic_write
from esi.core.error_text import closest
from esi.core.folders import expanded
from esi_data.cli.text import as_json, lines, say
from esi_data.formatting import count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import pandas as pd

FORMATS = ("table", "csv", "json", "parquet")
_CHUNK = 10_000  # rows converted to Python objects at a time, for JSON


@dataclass(frozen=True)
class Output:
    """Destination of a command's frame: `file` (None: standard output), format and columns."""

    form: str
    file: Path | None = None
    columns: tuple[str, ...] = ()

    def write(self, frame: pd.DataFrame, most: int | None = None) -> None:
        """Write a frame; show at most `most` rows of a table on a terminal.

        Raises:
            UsageError: the frame lacks a requested column.
            OSError: the file is not writable.
        """
        if self.columns:
            frame = frame[[_check_column(name, frame) for name in self.columns]]
        if self.form == "table" and not self.file and sys.stdout.isatty():
            _show(frame, most)
        else:
            self._write(functools.partial(_WRITERS[self.form], frame), len(frame))

    def write_records(self, records: list[dict[str, Any]]) -> None:
        """Write records as JSON, in the form in which `write` writes their frame."""
        self._write(functools.partial(_write_records, records), len(records))

    def _write(self, write: Callable[[IO[bytes]], None], rows: int) -> None:
        if self.file:
            with opened(self.file) as stream:
                write(stream)
            say(f"{count_of(rows, 'row')} to {self.file}")
        elif not sys.stdout.isatty():
            sys.stdout.flush()
            write(sys.stdout.buffer)
            sys.stdout.buffer.flush()
        else:
            text = io.BytesIO()
            write(text)
            sys.stdout.write(lines(text.getvalue().decode()))


@contextmanager
def opened(file: Path) -> Iterator[IO[bytes]]:
    """Open a file to write to, which is replaced atomically."""
    place = file.resolve()
    if place.exists() and not place.is_file():  # a device, a pipe
        with place.open("wb") as stream:
            yield stream
        return
    try:
        with atomic_write(place) as stream:
            yield stream
    except OSError as exc:  # a full disk's error names no file
        raise OSError(exc.errno, exc.strerror, str(file)) from exc


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the output options to a command, which gets them as one argument `output`."""

    @click.option("--columns", metavar="NAME,...", help="Only these columns, in order.", default="")
    @click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        help="Default: the suffix of FILE, or table.",
    )
    @click.option(
        "-o",
        "--output",
        "file",
        metavar="FILE",
        type=click.Path(allow_dash=True),
        help="File to write (.csv, .json, .parquet).",
    )
    @functools.wraps(command)
    def with_output(
        *args: Any, form: str | None, file: str | None, columns: str, **given: Any
    ) -> Any:
        return command(*args, output=output_of(form, file, columns), **given)

    return with_output


def output_of(form: str | None, file: str | None, columns: str = "") -> Output:
    """Return the destination: the given format, or that of the file's suffix, or a table.

    Raises:
        UsageError: the format is unknown or the file cannot exist; raised before any request.
    """
    names = tuple(name.strip() for name in columns.split(",") if name.strip())
    if file in (None, "-"):
        if form == "parquet" and sys.stdout.isatty():
            raise click.UsageError("Parquet is binary: name a file with -o FILE.")
        return Output(form or "table", None, names)
    path = writable(str(file))
    suffix = path.suffix.lstrip(".").lower()
    if not form and suffix not in FORMATS:
        raise click.UsageError(
            f"{file} has no known suffix: name it .csv, .json or .parquet, or add --format."
        )
    return Output(form or suffix, path, names)


def writable(file: str) -> Path:
    """Return the path of a file that a command is to write.

    Raises:
        UsageError: it cannot exist.
    """
    try:
        path = expanded(file)
        if path.is_dir():
            raise click.UsageError(f"{file} is a folder: name a file in it.")
        if not path.parent.is_dir():
            raise click.UsageError(f"There is no folder {path.parent} to write {path.name} to.")
    except (OSError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or exc
        raise click.UsageError(f"{file!r} is not the name of a file: {reason}.") from exc
    return path


def _check_column(name: str, frame: pd.DataFrame) -> str:
    if name in frame.columns:
        return name
    columns = [str(column) for column in frame.columns]
    raise click.UsageError(
        f"There is no column {name!r}.{closest(name, columns)} Columns: {', '.join(columns)}."
    )


def _show(frame: pd.DataFrame, most: int | None) -> None:
    """Print a table on a terminal, and report what is left out."""
    from rich.console import Console  # noqa: PLC0415 - slow to import

    from esi_data.cli.text_table import fitted  # noqa: PLC0415 - pandas is slow to import

    width = shutil.get_terminal_size().columns
    table, left_out = fitted(frame if most is None else frame.head(most), width)
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"  # https://no-color.org
    Console(width=width, color_system=None if plain else "auto").print(table)
    if most is not None and len(frame) > most:
        say(f"... {len(frame):,} rows in total; --format csv prints them all.")
    if left_out:
        say(
            f"Too wide for this terminal: {', '.join(left_out)}. Choose with --columns, or print "
            "everything with --format csv."
        )


def _table(frame: pd.DataFrame, stream: IO[bytes]) -> None:
    from esi_data.cli.text_table import whole  # noqa: PLC0415 - pandas is slow to import

    stream.writelines(f"{line}\n".encode(errors="replace") for line in whole(frame))


def _csv(frame: pd.DataFrame, stream: IO[bytes]) -> None:
    import pandas as pd  # noqa: PLC0415 - slow to import

    nested = [str(name) for name, dtype in frame.dtypes.items() if str(dtype) == "object"]
    cells = {name: [_cell(value) for value in frame[name]] for name in nested}
    frame = frame.assign(
        **{name: pd.Series(some, frame.index, object) for name, some in cells.items()}
    )
    frame.to_csv(stream, index=False, lineterminator="\n", encoding="utf-8", errors="replace")


def _cell(value: Any) -> Any:
    """Format a cell of CSV: lists and objects as JSON."""
    return as_json(value).decode() if isinstance(value, list | dict) else value


def _json(frame: pd.DataFrame, stream: IO[bytes]) -> None:
    _write_records(_records(frame), stream)


def _records(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for start in range(0, len(frame), _CHUNK):
        part = frame.iloc[start : start + _CHUNK]
        part = part.astype(object).where(part.notna(), None)
        yield from part.to_dict("records")  # type: ignore[misc] # its names are text


def _write_records(records: Iterable[dict[str, Any]], stream: IO[bytes]) -> None:
    """Write a list with a record on each line."""
    separator = b"[\n"
    for record in records:
        stream.write(separator + as_json(record))
        separator = b",\n"
    stream.write(b"[]\n" if separator == b"[\n" else b"\n]\n")


def _parquet(frame: pd.DataFrame, stream: IO[bytes]) -> None:
    from esi_data.frames.parquet import write_parquet  # noqa: PLC0415 - Arrow is slow to import

    write_parquet(frame, stream)


_WRITERS = {"table": _table, "csv": _csv, "json": _json, "parquet": _parquet}
