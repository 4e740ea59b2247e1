"""The commands that pull into folders: `pull`, `recipe`; and `completion`."""

from __future__ import annotations

from pathlib import Path

import click

from esi_data.command import as_character, complete_operation, esi_of, parameters_of

SHELLS = ("bash", "zsh", "fish")
ON_ERROR = ("raise", "skip", "collect")
ON_WORKERS = "A Dask scheduler, whose workers ask: tcp://host:8786."


@click.command()
@click.argument("operation", shell_complete=complete_operation)
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("-o", "--output", metavar="DIR", required=True, help="The dataset's folder.")
@click.option("--mode", type=click.Choice(("snapshot", "append", "upsert")), help="By operation.")
@click.option("--key", multiple=True, help="A column that tells rows apart; repeatable.")
@click.option("--history", is_flag=True, help="Keep every snapshot, to go back to.")
@click.option("--language", "languages", multiple=True, help="Language of the answer; repeatable.")
@as_character
@click.option("--explode", help="A list column whose elements become the rows.")
@click.option("--on-error", type=click.Choice(ON_ERROR), default="raise", show_default=True)
@click.option("--scheduler", metavar="ADDRESS", help=ON_WORKERS)
@click.pass_context
def pull(
    context: click.Context,
    operation: str,
    parameters: tuple[str, ...],
    output: str,
    mode: str | None,
    key: tuple[str, ...],
    history: bool,
    languages: tuple[str, ...],
    characters: tuple[str, ...],
    explode: str | None,
    on_error: str,
    scheduler: str | None,
) -> None:
    """Pull OPERATION into a folder of Parquet files, or go on where that was stopped.

    The same command again brings the folder up to date: only what changed is transferred.

    \b
    esi-data pull get_markets_region_id_orders region_id=10000002,10000043 -o data/orders
    esi-data pull get_markets_region_id_history region_id=10000002 type_id=34,35 -o data/history
    esi-data pull get_markets_region_id_orders region_id=10000002 -o data/past --history
    esi-data --cache redis://host pull get_markets_region_id_orders region_id=10000002 \\
      -o data/orders --scheduler tcp://host:8786
    """
    with esi_of(context) as esi:
        params = parameters_of(esi.operation(operation), parameters, characters)
        done = esi.pull_to(
            output,
            operation,
            mode=mode,
            key=key or None,
            history=history,
            languages=languages or None,
            explode=explode,
            on_error=on_error,
            scheduler=scheduler,
            **params,
        )
    click.echo(done, err=True)


@click.group()
def recipe() -> None:
    """Several pulls in one file."""


@recipe.command(name="list")
def list_() -> None:
    """List the recipes that come with esi-data.

    \b
    esi-data recipe list
    """
    from esi_data import recipes  # noqa: PLC0415 - pandas is slow to import

    for found in recipes.ready():
        click.echo(f"{found.name:20} {found.title}")


@recipe.command()
@click.argument("name")
def show(name: str) -> None:
    """Print a recipe, to make one's own of.

    \b
    esi-data recipe show trade-hubs
    """
    from esi_data import recipes  # noqa: PLC0415

    click.echo(recipes.source(name), nl=False)


@recipe.command()
@click.argument("name", metavar="NAME_OR_FILE")
@click.option("-o", "--output", metavar="DIR", default="data", show_default=True)
@click.option("--scheduler", metavar="ADDRESS", help=ON_WORKERS)
@click.pass_context
def run(context: click.Context, name: str, output: str, scheduler: str | None) -> None:
    """Run a recipe: one that comes with esi-data, or a TOML file.

    What was stopped goes on; what came to its end is brought up to date.

    \b
    esi-data recipe run trade-hubs -o data
    esi-data recipe run my-pulls.toml -o data
    """
    from esi_data import recipes  # noqa: PLC0415

    with esi_of(context) as esi:
        for done in recipes.run(esi, recipes.load(name), Path(output), scheduler=scheduler):
            click.echo(done, err=True)


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what makes SHELL complete commands, options and operations.

    \b
    esi-data completion bash >> ~/.bashrc
    esi-data completion fish > ~/.config/fish/completions/esi-data.fish
    """
    from click.shell_completion import get_completion_class  # noqa: PLC0415

    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(context.find_root().command, {}, "esi-data", "_ESI_DATA_COMPLETE").source())
