"""Define the commands `recipe list`, `recipe show` and `recipe run`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from esi.core.folders import expanded
from esi_data.cli.completion import complete_file_or_recipe
from esi_data.cli.context import with_esi
from esi_data.cli.options import scheduler_option
from esi_data.cli.text import say

if TYPE_CHECKING:
    from esi_data.client import Esi


@click.group()
def recipe() -> None:
    """Run several pulls from one file."""


@recipe.command(name="list", short_help="List the recipes of esi-data.")
def list_() -> None:
    """List the recipes of esi-data, and how often to run each.

    \b
    esi-data recipe list
    """
    from esi_data.datasets import recipes  # noqa: PLC0415 - pandas is slow to import

    for found in recipes.ready():
        say(f"{found.name:20} {found.every or '':4} {found.title}", err=False)


@recipe.command()
@click.argument("name", metavar="NAME_OR_FILE", shell_complete=complete_file_or_recipe)
def show(name: str) -> None:
    """Print a recipe, as a template for your own.

    \b
    esi-data recipe show trade-hubs
    """
    from esi_data.datasets import recipes  # noqa: PLC0415

    for line in recipes.source(name).splitlines():
        say(line, err=False)


@recipe.command()
@click.argument("name", metavar="NAME_OR_FILE", shell_complete=complete_file_or_recipe)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(),
    default="data",
    show_default=True,
    help="Folder that gets a folder for each pull.",
)
@scheduler_option
@with_esi
def run(esi: Esi, name: str, output: str, scheduler: str | None) -> None:
    """Run a recipe of esi-data, or a TOML file.

    Run it again to resume an interrupted run, or to update finished datasets.

    \b
    esi-data recipe run trade-hubs -o data
    esi-data recipe run my-pulls.toml -o data
    """
    from esi_data.datasets import recipes  # noqa: PLC0415

    for done in recipes.run(esi, recipes.load(name), expanded(output), scheduler=scheduler):
        say(done)
