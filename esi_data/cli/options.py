"""Options and arguments that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from esi_data.cli.completion import complete_character, complete_language, complete_operation

if TYPE_CHECKING:
    from collections.abc import Callable


def operation_arguments(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the arguments `OPERATION [NAME=VALUE]...`."""
    command = click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")(command)
    return click.argument("operation", shell_complete=complete_operation)(command)


language_option = click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="CODE",
    shell_complete=complete_language,
    help="Language of the response; repeatable.",
)
character_option = click.option(
    "--character",
    "characters",
    multiple=True,
    metavar="NAME",
    shell_complete=complete_character,
    help="Call as this character, see `login`; repeatable.",
)
explode_option = click.option(
    "--explode", metavar="COLUMN", help="List column whose elements become the rows."
)
on_error_option = click.option(
    "--on-error",
    type=click.Choice(("raise", "skip", "collect")),
    default="raise",
    show_default=True,
    help="If one of many calls fails: stop, skip it, or collect it and report it.",
)
scheduler_option = click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Dask scheduler whose workers send the requests: tcp://host:8786.",
)
