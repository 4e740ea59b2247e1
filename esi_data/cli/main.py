"""Define the command line `esi-data`: one command for each library call.

Results go to standard output, everything else to standard error; `esi_data.cli.exit_status` lists
the exit statuses. Only `--debug` shows tracebacks.
"""

from __future__ import annotations

import errno
import io
import json
import logging
import math
import os
import sys
import warnings
from typing import TYPE_CHECKING, Any

import click

from esi.core.folders import expanded
from esi_data.cli import (
    calls,
    completion,
    doctor,
    documents,
    exit_status,
    logins,
    recipes,
    static_data,
)
from esi_data.cli.completion import complete_operation
from esi_data.cli.context import with_esi
from esi_data.cli.options import shared_options
from esi_data.cli.output import Output, opened, output_options, writable
from esi_data.cli.text import lines, say
from esi_data.formatting import count_of

if TYPE_CHECKING:
    from esi_data.client import Esi


class _PipeGroup(click.Group):
    """Group whose commands exit quietly when the reader closes the pipe (`| head`)."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # or the interpreter reports the closed pipe at its exit
        except SystemExit:  # how rich ends then
            raise click.exceptions.Exit(0) from None
        except OSError as exc:
            closed = exc.errno == errno.EPIPE or (os.name == "nt" and exc.errno == errno.EINVAL)
            if not closed or exc.filename is not None:
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(0) from None
        return result


@click.group(
    cls=_PipeGroup,
    params=shared_options(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="esi-toolkit", prog_name="esi-data")
def cli() -> None:
    """EVE Online's ESI API as tables.

    \b
    esi-data demo                                     watch a demonstration on a local sandbox
    esi-data ops market                               find an operation
    esi-data call get_status                          call it
    esi-data call get_markets_region_id_orders region_id=10000002 -o orders.parquet
    esi-data pull get_markets_region_id_orders region_id=10000002,10000043 -o data/orders
    esi-data sde table types -o types.parquet         static data: items, blueprints, the map
    esi-data login --scope esi-wallet.read_character_wallet.v1     log a character in
    esi-data completion bash                          set up tab completion

    The options below may also follow the command.
    """


@cli.command(short_help="Demonstrate the main features on a local sandbox.")
@click.option(
    "-o",
    "--output",
    show_default="demo-output, or a temporary folder where this one is read-only",
    help="Folder to write to.",
)
def demo(output: str | None) -> None:
    """Demonstrate the main features on a sandbox on this machine.

    Start a local API, pull a region's orders into a typed frame, an item in eight languages, and
    names; repeat the pull from the cache and after it expires; write a Parquet file.

    \b
    esi-data demo
    esi-data demo -o my-folder
    """
    from esi_data.cli.demo import default_folder, run  # noqa: PLC0415 - needs the sandbox's extra

    run(expanded(output) if output else default_folder())


@cli.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def sandbox(context: click.Context, options: tuple[str, ...]) -> None:
    """Run the sandbox, a local ESI with seeded data, until ctrl-C."""
    from esi.sandbox.__main__ import main as serve  # noqa: PLC0415 - needs the sandbox's extra

    try:
        status = serve(list(options), prog="esi-data sandbox")
    except SystemExit as stopped:  # argparse has printed its help or error
        status = int(stopped.code or 0)
    context.exit(status)


@cli.command(short_help="List the operations that match SEARCH.")
@click.argument("search", required=False, default="")
@output_options
@with_esi
def ops(esi: Esi, search: str, output: Output) -> None:
    """List the operations whose name, tag, path or summary contains SEARCH.

    \b
    esi-data ops wallet
    esi-data ops market --format csv
    """
    found = esi.operations(search)
    if output.form == "table" and not output.columns:
        found = found[["operation", "summary", "tag", "scopes"]]
    output.write(found)
    if not len(found):
        say(f"No operation has {search!r} in its name, tag, path or summary.")


@cli.command(short_help="Find the ids of names.")
@click.argument("names", nargs=-1, required=True)
@click.option("--category", help="One category only: inventory_type, region, solar_system, ...")
@output_options
@with_esi
def ids(esi: Esi, names: tuple[str, ...], category: str | None, output: Output) -> None:
    """Find the ids of NAMES in any language of the API: items, systems, characters, and others.

    Static data that is on this machine needs no request.

    \b
    esi-data ids "The Forge" Tritanium
    esi-data ids Jita --category solar_system --format csv
    """
    output.write(esi.ids(names, category=category))


@cli.group()
def cache() -> None:
    """Inspect or clear the response cache."""


@cache.command()
@output_options
@with_esi
def info(esi: Esi, output: Output) -> None:
    """Show where responses are cached, and how many of each operation.

    \b
    esi-data cache info
    esi-data cache info --format csv
    """
    found = esi.cache_info()
    output.write(found)
    for name, value in found.attrs["esi"].items():
        if value is not None:
            say(f"{name}: {value}")


def _finite(_: click.Context, __: click.Parameter, hours: float | None) -> float | None:
    if hours is not None and not math.isfinite(hours):
        raise click.BadParameter(f"{hours} is not a number of hours.")
    return hours


@cache.command()
@click.argument("operation", required=False, shell_complete=complete_operation)
@click.option(
    "--older-than",
    type=click.FloatRange(min=0),
    callback=_finite,
    metavar="HOURS",
    help="Only responses received more than HOURS ago.",
)
@with_esi
def clear(esi: Esi, operation: str | None, older_than: float | None) -> None:
    """Delete cached responses: all, or those of OPERATION.

    \b
    esi-data cache clear
    esi-data cache clear get_markets_region_id_orders --older-than 24
    """
    seconds = None if older_than is None else older_than * 3600
    count = esi.clear_cache(operation, older_than=seconds)
    say(f"Deleted {count_of(count, 'response')}.")


@cli.group()
def spec() -> None:
    """Save the API's document."""


@spec.command(short_help="Save the API's document to FILE.")
@click.argument("file", type=click.Path(dir_okay=False))
@with_esi
def save(esi: Esi, file: str) -> None:
    """Save the API's document, as the client reads it (Swagger 2.0), to FILE.

    Pass the file as `spec_file=` to a client that must start without the API.

    \b
    esi-data spec save esi.json
    """
    from esi.core.client.client import document_of  # noqa: PLC0415

    place = writable(file)
    document = document_of(esi.client)
    with opened(place) as stream:
        stream.write(json.dumps(document, indent=1).encode())
    say(f"Saved {len(document['paths'])} paths to {file}")


for command in (
    calls.call,
    calls.pull,
    calls.plan,
    calls.limits,
    completion.completion,
    doctor.doctor,
    documents.dates,
    logins.login,
    logins.characters,
    logins.logout,
    recipes.recipe,
    static_data.sde,
    documents.stubs,
):
    cli.add_command(command)


def _share(group: click.Group) -> None:
    """Add the shared options to every command."""
    for command in group.commands.values():
        if command is not sandbox:  # has its own parser
            command.params += shared_options(hidden=True)
        if isinstance(command, click.Group):
            _share(command)


_share(cli)


class _Lines(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        say(exit_status.with_commands(f"{record.levelname.capitalize()}: {record.getMessage()}"))


def main(args: list[str] | None = None) -> int:
    """Run a command line and return the exit status."""
    debug = "--debug" in (sys.argv[1:] if args is None else args)
    for name in ("stdin", "stdout", "stderr"):  # None if the shell closed it: `>&-`
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r+", encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):  # not every terminal has every character
            stream.reconfigure(errors=errors)
    handler, logger = _Lines(logging.WARNING), logging.getLogger()
    logger.addHandler(handler)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = lambda message, *_, **__: say(f"Warning: {message}")
            result = cli.main(args=args, prog_name="esi-data", standalone_mode=False)
    except click.ClickException as exc:
        text = io.StringIO()
        exc.show(text)
        click.echo(lines(text.getvalue()), err=True, nl=False)
        return exc.exit_code
    except click.exceptions.Exit as exc:
        return exc.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("Interrupted.")
        return exit_status.INTERRUPTED
    except Exception as exc:
        if debug:
            raise
        click.echo(exit_status.message_of(exc), err=True)
        return exit_status.status_of(exc)
    finally:
        logger.removeHandler(handler)
    return result if isinstance(result, int) else 0
