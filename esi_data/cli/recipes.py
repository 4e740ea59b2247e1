"""The commands of recipes: `recipe list`, `show` and `run`."""

from __future__ import annotations

from pathlib import Path

import click

from esi_data.cli.completion import complete_file_or_recipe
from esi_data.cli.context import esi_of
from esi_data.cli.options import on_workers


@click.group()
def recipe() -> None:
    """Several pulls in one file."""


@recipe.command(name="list", short_help="List the recipes that come with esi-data.")
def list_() -> None:
    """List the recipes that come with esi-data, and how often each is worth running.

    \b
    esi-data recipe list
    """
    from esi_data.datasets import recipes  # noqa: PLC0415 - pandas is slow to import

    for found in recipes.ready():
        click.echo(f"{found.name:20} {found.every or '':4} {found.title}")


@recipe.command()
@click.argument("name", metavar="NAME_OR_FILE", shell_complete=complete_file_or_recipe)
def show(name: str) -> None:
    """Print a recipe, to make one's own of.

    \b
    esi-data recipe show trade-hubs
    """
    from esi_data.datasets import recipes  # noqa: PLC0415

    click.echo(recipes.source(name), nl=False)


@recipe.command()
@click.argument("name", metavar="NAME_OR_FILE", shell_complete=complete_file_or_recipe)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(),
    default="data",
    show_default=True,
    help="Where each pull has its folder.",
)
@on_workers
@click.pass_context
def run(context: click.Context, name: str, output: str, scheduler: str | None) -> None:
    """Run a recipe: one that comes with esi-data, or a TOML file.

    What was stopped goes on; what came to its end is brought up to date.

    \b
    esi-data recipe run trade-hubs -o data
    esi-data recipe run my-pulls.toml -o data
    """
    from esi_data.datasets import recipes  # noqa: PLC0415

    with esi_of(context) as esi:
        for done in recipes.run(esi, recipes.load(name), Path(output), scheduler=scheduler):
            click.echo(done, err=True)
