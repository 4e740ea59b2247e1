"""How a frame leaves the command line: in which form, and where to.

Only data goes to standard output. A table on a terminal is cut to what fits it, and says so on
standard error; in a pipe or a file it is whole, as are all other forms.
"""

from __future__ import annotations

import functools
import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from esi.core.atomic_write import atomic_write
from esi.core.error_text import closest
from esi_data.formatting import count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

FORMATS = ("table", "csv", "json", "parquet")
_AT_ONCE = 10_000  # rows of JSON that are Python objects at a time


@dataclass(frozen=True)
class Output:
    """Where a command's frame goes: to `file` (None: standard output), in which `form`."""

    form: str
    file: Path | None = None
    columns: tuple[str, ...] = ()

    def write(self, frame: pd.DataFrame, most: int | None = None) -> None:
        """Write a frame; of a long one, a table on a terminal has `most` rows.

        Raises:
            UsageError: one of the columns asked for is not there.
            OSError: the file cannot be written.
        """
        if self.columns:
            frame = frame[[_known(name, frame) for name in self.columns]]
        if self.file is None and self.form == "table" and sys.stdout.isatty():
            _show(frame, most)
            return
        with self._opened() as stream:
            _WRITERS[self.form](frame, stream)
        if self.file:
            click.echo(f"{count_of(len(frame), 'row')} to {self.file}", err=True)

    @contextmanager
    def _opened(self) -> Iterator[IO[bytes]]:
        """The stream to write to; a file appears whole, or stays as it was."""
        if self.file is None:
            sys.stdout.flush()
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
            return
        place = self.file.resolve()
        if place.exists() and not place.is_file():  # a device, a pipe
            with place.open("wb") as stream:
                yield stream
            return
        try:
            with atomic_write(place) as stream:
                yield stream
        except OSError as exc:  # that of a full disk names no file
            raise OSError(exc.errno, exc.strerror, str(self.file)) from exc


def answers(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of its output, which come to it as one `output`."""

    @click.option(
        "--columns", metavar="NAME,...", help="These columns alone, in this order.", default=""
    )
    @click.option(
        "--format", "form", type=click.Choice(FORMATS), help="Default: by FILE, else table."
    )
    @click.option(
        "-o",
        "--output",
        "file",
        metavar="FILE",
        type=click.Path(allow_dash=True),
        help="File to write to (.csv, .json, .parquet).",
    )
    @functools.wraps(command)
    def asked(*args: Any, form: str | None, file: str | None, columns: str, **given: Any) -> Any:
        return command(*args, output=wanted(form, file, columns), **given)

    return asked


def wanted(form: str | None, file: str | None, columns: str = "") -> Output:
    """The form: the one asked for, else what the file's name says, else a table.

    Raises:
        UsageError: no form is named, or the file cannot be; before anything is asked.
    """
    names = tuple(name.strip() for name in columns.split(",") if name.strip())
    if file in (None, "-"):
        if form == "parquet" and sys.stdout.isatty():
            raise click.UsageError("Parquet is no text: name a file with -o FILE.")
        return Output(form or "table", None, names)
    path = Path(str(file)).expanduser()
    if path.is_dir():
        raise click.UsageError(f"{file} is a folder: name a file in it.")
    if not path.parent.is_dir():
        raise click.UsageError(f"There is no folder {path.parent} to write {path.name} to.")
    suffix = path.suffix.lstrip(".").lower()
    if not form and suffix not in FORMATS:
        raise click.UsageError(
            f"{file} does not say what it is to hold: name it .csv, .json or .parquet, or add "
            "--format."
        )
    return Output(form or suffix, path, names)


def _known(name: str, frame: pd.DataFrame) -> str:
    if name in frame.columns:
        return name
    columns = [str(column) for column in frame.columns]
    raise click.UsageError(
        f"There is no column {name!r}.{closest(name, columns)} There are {', '.join(columns)}."
    )


def _show(frame: pd.DataFrame, most: int | None) -> None:
    """Print a table on a terminal, and say what it leaves out."""
    from rich.console import Console  # noqa: PLC0415 - slow to import

    from esi_data.cli.text_table import fitted  # noqa: PLC0415 - pandas is slow to import

    width = shutil.get_terminal_size().columns
    table, left_out = fitted(frame if most is None else frame.head(most), width)
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"  # https://no-color.org
    Console(width=width, color_system=None if plain else "auto").print(table)
    if most is not None and len(frame) > most:
        click.echo(f"... {len(frame):,} rows in all; --format csv has them all.", err=True)
    if left_out:
        click.echo(
            f"Too wide for this terminal: {', '.join(left_out)}. --columns chooses, "
            "--format csv has them all.",
            err=True,
        )


def _table(frame: pd.DataFrame, stream: IO[bytes]) -> None:
    from esi_data.cli.text_table import whole  # noqa: PLC0415 - pandas is slow to import

    stream.writelines(f"{line}\n".encode() for line in whole(frame))


def _csv(frame: pd.DataFrame, stream: IO[bytes]) -> None:
    nested = [str(name) for name, dtype in frame.dtypes.items() if str(dtype) == "object"]
    frame = frame.assign(**{name: frame[name].map(_cell) for name in nested})
    frame.to_csv(stream, index=False, lineterminator="\n", encoding="utf-8")


def _cell(value: Any) -> Any:
    """A cell of CSV: lists and objects as JSON."""
    import msgspec  # noqa: PLC0415 - with pandas

    return msgspec.json.encode(value).decode() if isinstance(value, list | dict) else value


def _json(frame: pd.DataFrame, stream: IO[bytes]) -> None:
    """A list with a record on each line: floats as they are, times in the API's form."""
    import msgspec  # noqa: PLC0415 - with pandas

    encode, between = msgspec.json.Encoder(enc_hook=_moment).encode, b"[\n"
    for start in range(0, len(frame), _AT_ONCE):
        part = frame.iloc[start : start + _AT_ONCE]
        part = part.astype(object).where(part.notna(), None)
        for record in part.to_dict("records"):
            stream.write(between + encode(record))
            between = b",\n"
    stream.write(b"\n]\n" if len(frame) else b"[]\n")


def _moment(value: Any) -> str:
    """A column's time in JSON; a day has none."""
    return str(value.isoformat()).replace("+00:00", "Z").removesuffix("T00:00:00")


def _parquet(frame: pd.DataFrame, stream: IO[bytes]) -> None:
    from esi_data.frames.parquet import write_parquet  # noqa: PLC0415 - Arrow is slow to import

    write_parquet(frame, stream)


_WRITERS = {"table": _table, "csv": _csv, "json": _json, "parquet": _parquet}
