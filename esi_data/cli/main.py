"""Command line `esi-data`: one command for each library call.

Results go to standard output, everything else to standard error; `esi_data.cli.exit_status` lists
the exit statuses. Only `--debug` shows tracebacks.
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

from esi_data.cli import completion, exit_status
from esi_data.cli import limits as limit_commands
from esi_data.cli import logins as login_commands
from esi_data.cli import pull as pull_commands
from esi_data.cli import recipes as recipe_commands
from esi_data.cli.completion import complete_operation
from esi_data.cli.context import make_esi, parse_parameters, shared_options
from esi_data.cli.options import (
    character_option,
    explode_option,
    language_option,
    on_error_option,
    operation_arguments,
)
from esi_data.cli.output import Output, output_options
from esi_data.formatting import count_of

if TYPE_CHECKING:
    from esi_data.pulls.pull import OnError

ROWS = 40  # of a long table on a terminal


class _PipeGroup(click.Group):
    """Group whose commands exit quietly when the reader closes the pipe (`| head`)."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # otherwise the interpreter's exit reports a closed pipe
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
    esi-data login --scope esi-wallet.read_character_wallet.v1     log a character in
    esi-data completion bash                          set up tab completion

    The options below may also follow the command.
    """


@cli.command(short_help="Demonstrate the main features on a local sandbox.")
@click.option(
    "-o", "--output", default="demo-output", show_default=True, help="Folder to write to."
)
def demo(output: str) -> None:
    """Demonstrate the main features on a sandbox on this machine.

    Start a local API, pull a region's orders into a typed frame, an item in eight languages, and
    names; repeat the pull from the cache and after it expires; write a Parquet file.

    \b
    esi-data demo
    esi-data demo -o my-folder
    """
    from esi_data.cli.demo import run  # noqa: PLC0415 - needs the sandbox's extra

    run(Path(output))


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
@click.pass_context
def ops(context: click.Context, search: str, output: Output) -> None:
    """List the operations whose name, tag, path or summary contains SEARCH.

    \b
    esi-data ops wallet
    esi-data ops market --format csv
    """
    with make_esi(context) as esi:
        found = esi.operations(search)
    if output.form == "table" and not output.columns:
        found = found[["operation", "summary", "tag", "scopes"]]
    output.write(found)
    if not len(found):
        click.echo(f"No operation has {search!r} in its name, tag, path or summary.", err=True)


@cli.command(short_help="Call OPERATION and print the response.")
@operation_arguments
@language_option
@character_option
@explode_option
@on_error_option
@click.option("--names", is_flag=True, help="Add a name column after each column of ids.")
@output_options
@click.pass_context
def call(
    context: click.Context,
    operation: str,
    parameters: tuple[str, ...],
    languages: tuple[str, ...],
    characters: tuple[str, ...],
    explode: str | None,
    on_error: OnError,
    names: bool,
    output: Output,
) -> None:
    """Call OPERATION and print the response as a table.

    A list of values (1,2,3, or the parameter repeated) makes one call for each.

    \b
    esi-data call get_status
    esi-data call get_markets_region_id_orders region_id=10000002,10000043 type_id=34 --names
    esi-data call get_universe_types_type_id type_id=34562 --language en --language ko
    esi-data call post_universe_ids names=Jita,Amarr --format json
    esi-data call get_characters_character_id_wallet --character "My Name"
    """
    with make_esi(context) as esi:
        params = parse_parameters(esi.operation(operation), parameters, characters)
        result = esi.pull(
            operation, languages=languages or None, explode=explode, on_error=on_error, **params
        )
        errors = result.attrs["esi"].get("errors", [])
        if names:
            result = esi.with_names(result)
    output.write(result, most=ROWS)
    for error in errors:
        which = error["parameters"] | {k: error[k] for k in ("item", "language") if k in error}
        named = ", ".join(f"{name}={value}" for name, value in which.items())
        click.echo(
            f"Failed: {named}: {error['status'] or error['error']}, {error['message']}", err=True
        )


@cli.group()
def cache() -> None:
    """Inspect or clear the response cache."""


@cache.command()
@output_options
@click.pass_context
def info(context: click.Context, output: Output) -> None:
    """Show where responses are cached, and how many of each operation.

    \b
    esi-data cache info
    esi-data cache info --format csv
    """
    with make_esi(context) as esi:
        info = esi.cache_info()
    output.write(info)
    for name, value in info.attrs["esi"].items():
        if value is not None:
            click.echo(f"{name}: {value}", err=True)


@cache.command()
@click.argument("operation", required=False, shell_complete=complete_operation)
@click.option(
    "--older-than",
    type=click.FloatRange(min=0),
    metavar="HOURS",
    help="Only responses received more than HOURS ago.",
)
@click.pass_context
def clear(context: click.Context, operation: str | None, older_than: float | None) -> None:
    """Delete cached responses: all, or those of OPERATION.

    \b
    esi-data cache clear
    esi-data cache clear get_markets_region_id_orders --older-than 24
    """
    with make_esi(context) as esi:
        seconds = None if older_than is None else older_than * 3600
        count = esi.clear_cache(operation, older_than=seconds)
    click.echo(f"Deleted {count_of(count, 'response')}.", err=True)


@cli.group()
def spec() -> None:
    """Save the API's document."""


@spec.command(short_help="Save the API's document to FILE.")
@click.argument("file", type=click.Path(dir_okay=False))
@click.pass_context
def save(context: click.Context, file: str) -> None:
    """Save the API's document, as the client reads it (Swagger 2.0), to FILE.

    Pass the file as `spec_file=` to a client that must start without the API.

    \b
    esi-data spec save esi.json
    """
    from esi.core.client.client import document_of  # noqa: PLC0415

    with make_esi(context) as esi:
        document = document_of(esi.client)
    Path(file).write_text(json.dumps(document, indent=1), encoding="utf-8")
    click.echo(f"Saved {len(document['paths'])} paths to {file}", err=True)


for command in (
    pull_commands.pull,
    recipe_commands.recipe,
    completion.completion,
    limit_commands.plan,
    limit_commands.limits,
    login_commands.login,
    login_commands.characters,
    login_commands.logout,
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


def main(args: list[str] | None = None) -> int:
    """Run a command line and return the exit status."""
    debug = "--debug" in (sys.argv[1:] if args is None else args)
    for name in ("stdin", "stdout", "stderr"):  # None if the shell closed it: `>&-`
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r+", encoding="utf-8"))  # noqa: PTH123, SIM115
    try:
        with warnings.catch_warnings():
            warnings.showwarning = exit_status.show_warning  # type: ignore[assignment]  # needs the message only
            result = cli.main(args=args, prog_name="esi-data", standalone_mode=False)
    except click.ClickException as exc:
        exc.show()
        return exc.exit_code
    except click.exceptions.Exit as exc:
        return exc.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return exit_status.INTERRUPTED
    except Exception as exc:
        if debug:
            raise
        click.echo(exit_status.message_of(exc), err=True)
        return exit_status.status_of(exc)
    return result if isinstance(result, int) else 0
