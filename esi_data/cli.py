"""The command line `esi-data`: one command for each library call.

Results go to standard output, everything else to standard error. The exit status is 0, 1 (it
failed) or 2 (it was asked wrongly). A traceback is shown with `--debug` alone.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esi_data import cli_bulk, cli_limits, cli_logins
from esi_data.command import as_character, complete_operation, esi_of, parameters_of

if TYPE_CHECKING:
    from datetime import datetime

    import pandas as pd

FORMATS = ("table", "csv", "json", "parquet")


class _Quiet(click.Group):
    """Commands that end quietly when nobody reads their output any more (`| head`)."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # else a closed pipe is met when the interpreter ends
        except OSError as exc:
            closed = exc.errno in (errno.EPIPE, errno.EINVAL)  # the latter is Windows' word for it
            if not closed or exc.filename is not None:
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(0) from None
        return result


@click.group(
    cls=_Quiet,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--api-url", metavar="URL", help="The API's address (default: ESI_API_URL, or EVE's)."
)
@click.option(
    "--date",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The API's compatibility date.",
)
@click.option(
    "--cache",
    "place",
    metavar="PLACE",
    help="Where answers are kept: a folder, or redis://HOST (default: ESI_CACHE, or your cache).",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(package_name="esi-toolkit", prog_name="esi-data")
@click.pass_context
def cli(
    context: click.Context,
    api_url: str | None,
    date: datetime | None,
    place: str | None,
    debug: bool,
) -> None:
    """EVE Online's ESI API as tables.

    \b
    esi-data demo                                     see what this is, against a local sandbox
    esi-data ops market                               find an operation
    esi-data call get_status                          call it
    esi-data call get_markets_region_id_orders region_id=10000002 -o orders.parquet
    esi-data pull get_markets_region_id_orders region_id=10000002,10000043 -o data/orders
    esi-data login --scope esi-wallet.read_character_wallet.v1     ask as a character, too
    esi-data completion bash                          complete commands and operations by tab
    """
    context.obj = {
        "api_url": api_url,
        "compatibility_date": f"{date:%Y-%m-%d}" if date else None,
        "cache": place,
        "debug": debug,
    }


@cli.command()
@click.option(
    "-o", "--output", default="demo-output", show_default=True, help="Folder to write to."
)
def demo(output: str) -> None:
    """Show the main job, start to end, against a sandbox on this machine.

    Starts a local API, pulls a region's market into a typed frame, one item in eight languages,
    names, the same again out of the cache and after its time, and a Parquet file.

    \b
    esi-data demo
    esi-data demo -o my-folder
    """
    from esi_data.demo import run  # noqa: PLC0415 - needs the sandbox's extra

    run(Path(output))


@cli.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def sandbox(context: click.Context, options: tuple[str, ...]) -> None:
    """Run the sandbox: a local ESI with seeded data, until ctrl-C."""
    from esi.sandbox.__main__ import main as serve  # noqa: PLC0415 - needs the sandbox's extra

    try:
        status = serve(list(options), prog="esi-data sandbox")
    except SystemExit as stopped:  # argparse has shown the help, or what is wrong
        status = int(stopped.code or 0)
    context.exit(status)


@cli.command()
@click.argument("search", required=False, default="")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: by FILE, else table.")
@click.option("-o", "--output", metavar="FILE", help="File to write to (.csv, .json, .parquet).")
@click.pass_context
def ops(context: click.Context, search: str, form: str | None, output: str | None) -> None:
    """List operations in which SEARCH occurs (name, tag, path, summary).

    \b
    esi-data ops wallet
    esi-data ops market --format csv
    """
    form = _form_of(output, form)
    with esi_of(context) as esi:
        found = esi.operations(search)
    if form == "table":
        found = found[["operation", "tag", "summary", "scopes"]]
    _write(found, form, output)
    if not len(found):
        click.echo(f"No operation has {search!r} in its name, tag, path or summary.", err=True)


@cli.command()
@click.argument("operation", shell_complete=complete_operation)
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--language", "languages", multiple=True, help="Language of the answer; repeatable.")
@as_character
@click.option("--explode", help="A list column whose elements become the rows.")
@click.option("--names", is_flag=True, help="Add a name column after each column of ids.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: by FILE, else table.")
@click.option("-o", "--output", metavar="FILE", help="File to write to (.csv, .json, .parquet).")
@click.pass_context
def call(
    context: click.Context,
    operation: str,
    parameters: tuple[str, ...],
    languages: tuple[str, ...],
    characters: tuple[str, ...],
    explode: str | None,
    names: bool,
    form: str | None,
    output: str | None,
) -> None:
    """Call OPERATION and print its answer as a table. A list of values (1,2,3) asks for each.

    \b
    esi-data call get_status
    esi-data call get_markets_region_id_orders region_id=10000002,10000043 type_id=34 --names
    esi-data call get_universe_types_type_id type_id=34562 --language en --language ko
    esi-data call post_universe_ids names=Jita,Amarr --format json
    esi-data call get_characters_character_id_wallet --character "My Name"
    """
    form = _form_of(output, form)
    with esi_of(context) as esi:
        params = parameters_of(esi.operation(operation), parameters, characters)
        result = esi.pull(operation, languages=languages or None, explode=explode, **params)
        if names:
            result = esi.with_names(result)
    _write(result, form, output)


@cli.group()
def cache() -> None:
    """Answers kept on disk."""


@cache.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "csv", "json")),
    default="table",
    show_default=True,
)
@click.pass_context
def info(context: click.Context, form: str) -> None:
    """Show where answers are kept, and how many of which operations.

    \b
    esi-data cache info
    esi-data cache info --format csv
    """
    with esi_of(context) as esi:
        info = esi.cache_info()
    _write(info, form, None)
    for name, value in info.attrs["esi"].items():
        click.echo(f"{name}: {value}", err=True)


@cache.command()
@click.argument("operation", required=False)
@click.option("--older-than", type=float, metavar="HOURS", help="Only what came in before that.")
@click.pass_context
def clear(context: click.Context, operation: str | None, older_than: float | None) -> None:
    """Forget answers: all, or those of OPERATION.

    \b
    esi-data cache clear
    esi-data cache clear get_markets_region_id_orders --older-than 24
    """
    with esi_of(context) as esi:
        seconds = None if older_than is None else older_than * 3600
        count = esi.clear_cache(operation, older_than=seconds)
    click.echo(f"{count} answers forgotten.", err=True)


@cli.group()
def spec() -> None:
    """The API's document."""


@spec.command()
@click.argument("file")
@click.pass_context
def save(context: click.Context, file: str) -> None:
    """Save the API's document, as the client reads it (Swagger 2.0), to FILE.

    The file serves as `spec_file=` of a client that must not depend on the API to start.

    \b
    esi-data spec save esi.json
    """
    from esi.core.client import document_of  # noqa: PLC0415

    with esi_of(context) as esi:
        document = document_of(esi.client)
    Path(file).write_text(json.dumps(document, indent=1), encoding="utf-8")
    click.echo(f"Saved {len(document['paths'])} paths to {file}", err=True)


for command in (
    cli_bulk.pull,
    cli_bulk.recipe,
    cli_bulk.completion,
    cli_limits.plan,
    cli_limits.limits,
    cli_logins.login,
    cli_logins.characters,
    cli_logins.logout,
):
    cli.add_command(command)


def _form_of(output: str | None, form: str | None) -> str:
    """The format: the one asked for, else what the file's name says, else a table."""
    if form == "parquet" and not output:
        raise click.UsageError("Parquet is no text: name a file with -o FILE.")
    if form or not output:
        return form or "table"
    suffix = Path(output).suffix.lstrip(".").lower()
    if suffix not in FORMATS:
        raise click.UsageError(
            f"{output} does not say what it is to hold: name it .csv, .json or .parquet, or add "
            "--format."
        )
    return suffix


def _write(frame: pd.DataFrame, form: str, output: str | None) -> None:
    """Write a frame; only data goes to standard output."""
    if form == "parquet":
        from esi_data.tables import to_parquet  # noqa: PLC0415

        assert output is not None
        to_parquet(frame, output)
    elif form == "csv":
        frame.to_csv(output or sys.stdout, index=False)
    elif form == "json":
        text = frame.to_json(orient="records", date_format="iso", force_ascii=False)
        _text(text + "\n", output)
    else:
        _text(_table(frame), output)
    if output:
        click.echo(f"{len(frame)} rows to {output}", err=True)


def _text(text: str, output: str | None) -> None:
    if output:
        Path(output).write_text(text, encoding="utf-8")
    else:
        click.echo(text, nl=False)


def _table(frame: pd.DataFrame, rows: int = 40) -> str:
    """A frame as people read it; long ones are cut, and say so."""
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    style = "" if os.environ.get("NO_COLOR") else "bold"  # https://no-color.org
    table = Table(box=None, header_style=style, pad_edge=False)
    for name, dtype in frame.dtypes.items():
        table.add_column(str(name), justify="right" if dtype.kind in "if" else "left")
    for row in frame.head(rows).itertuples(index=False):
        table.add_row(*("" if _missing(cell) else str(cell) for cell in row))
    terminal = sys.stdout.isatty()
    console = Console(width=None if terminal else 200, highlight=False)
    with console.capture() as captured:
        console.print(table)
        if len(frame) > rows:
            console.print(f"... {len(frame)} rows in all; --format csv has them all.")
    return captured.get()


def _missing(cell: Any) -> bool:
    import pandas as pd  # noqa: PLC0415

    return not isinstance(cell, list | dict) and bool(pd.isna(cell))


def main(args: list[str] | None = None) -> int:
    """Run a command line and return the exit status."""
    debug = "--debug" in (sys.argv[1:] if args is None else args)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _warned  # type: ignore[assignment]  # it needs the text alone
            result = cli.main(args=args, prog_name="esi-data", standalone_mode=False)
    except click.ClickException as exc:
        exc.show()
        return exc.exit_code
    except click.exceptions.Exit as exc:
        return exc.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was fetched is in the cache; run it again to go on.", err=True)
        return 1
    except Exception as exc:
        if debug:
            raise
        click.echo("\n".join([f"Error: {_said(exc)}", *getattr(exc, "__notes__", [])]), err=True)
        return 2 if _asked_wrongly(exc) else 1
    return result if isinstance(result, int) else 0


def _warned(message: Warning | str, *_: object) -> None:
    """A warning as a line; whose code it is about helps nobody here."""
    click.echo(f"Warning: {message}", err=True)


def _asked_wrongly(exc: Exception) -> bool:
    from esi.errors import ParameterError, UnknownOperationError  # noqa: PLC0415
    from esi_data.columns import UnknownListError  # noqa: PLC0415
    from esi_data.manifest import DatasetError  # noqa: PLC0415
    from esi_data.modes import UnknownKeyError  # noqa: PLC0415
    from esi_data.redis_store import AddressError  # noqa: PLC0415

    return isinstance(
        exc,
        ParameterError
        | UnknownOperationError
        | UnknownListError
        | UnknownKeyError
        | DatasetError
        | AddressError,
    )


def _said(exc: Exception) -> str:
    from bravado.exception import HTTPError  # noqa: PLC0415

    if isinstance(exc, HTTPError):
        said = exc.message or exc.response.reason
        return f"the API answered {exc.status_code}: {said}"
    if isinstance(exc, ModuleNotFoundError) and "esi-toolkit[" not in str(exc):
        return f"{exc.name} is missing: python -m pip install 'esi-toolkit[data,sandbox]'"
    return str(exc) or type(exc).__name__
