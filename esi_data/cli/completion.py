"""Complete names of operations and recipes in a shell; click completes commands and options."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from esi_data.cli.context import make_esi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi_data.client import Esi

    Completer = Callable[[click.Context, click.Parameter, str], list[str]]

SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Print a script for tab completion.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script with which SHELL completes commands, options, operations and recipes.

    \b
    esi-data completion bash >> ~/.bashrc
    esi-data completion zsh >> ~/.zshrc      (after the line with compinit)
    esi-data completion fish > ~/.config/fish/completions/esi-data.fish
    """
    from click.shell_completion import get_completion_class  # noqa: PLC0415

    completion_class = get_completion_class(shell)
    assert completion_class is not None
    click.echo(
        completion_class(context.find_root().command, {}, "esi-data", "_ESI_DATA_COMPLETE").source()
    )


def _of(names: Callable[[Esi], Iterable[str]]) -> Completer:
    """Complete names known on this machine, without requests and without error messages."""

    def complete(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
        with suppress(Exception), make_esi(context.find_root(), offline=True) as esi:
            return [name for name in names(esi) if name.lower().startswith(incomplete.lower())]
        return []

    return complete


def _recipes(_: Esi) -> list[str]:
    from esi_data.datasets import recipes  # noqa: PLC0415 - pandas is slow to import

    return [recipe.name for recipe in recipes.ready()]


def complete_file_or_recipe(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[click.shell_completion.CompletionItem]:
    """Complete recipes of this package, otherwise files."""
    item = click.shell_completion.CompletionItem
    found = [item(name) for name in complete_recipe(context, parameter, incomplete)]
    return found or [item(incomplete, type="file")]


complete_operation = _of(lambda esi: esi.operations()["operation"])
complete_character = _of(lambda esi: esi.characters()["name"])
complete_language = _of(lambda esi: esi.engine.config().languages)
complete_recipe = _of(_recipes)
complete_table = _of(lambda esi: esi.sde.tables()["table"])
