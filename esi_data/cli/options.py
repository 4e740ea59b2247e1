"""Options and arguments that several commands have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from esi_data.cli.completion import complete_character, complete_language, complete_operation

if TYPE_CHECKING:
    from collections.abc import Callable


def of_operation(command: Callable[..., Any]) -> Callable[..., Any]:
    """`OPERATION [NAME=VALUE]...`."""
    command = click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")(command)
    return click.argument("operation", shell_complete=complete_operation)(command)


in_languages = click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="CODE",
    shell_complete=complete_language,
    help="Language of the answer; repeatable.",
)
as_character = click.option(
    "--character",
    "characters",
    multiple=True,
    metavar="NAME",
    shell_complete=complete_character,
    help="Ask as this character, see `login`; repeatable.",
)
exploded = click.option(
    "--explode", metavar="COLUMN", help="A list column whose elements become the rows."
)
on_error = click.option(
    "--on-error",
    type=click.Choice(("raise", "skip", "collect")),
    default="raise",
    show_default=True,
    help="Of many calls, do without those that fail; `collect` tells of them.",
)
on_workers = click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="A Dask scheduler, whose workers ask: tcp://host:8786.",
)
