"""Define the options and arguments that commands share."""

from __future__ import annotations

import functools
import json
import re
from typing import TYPE_CHECKING, Any

import click

from esi.core.error_text import brief
from esi_data.cli.completion import complete_character, complete_language, complete_operation
from esi_data.cli.context import with_esi
from esi_data.id_columns import is_name, takes_names
from esi_data.operation import schema_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esi.core.client.client import CallableOperation

    Command = Callable[..., Any]

# Python would also take `1_000` and digits of other scripts, and 0 for the thousands of `1,000`.
_SCALARS: dict[Any, tuple[str, str, Callable[[str], Any]]] = {
    "integer": ("an integer", r"-?(0|[1-9][0-9]{0,18})", int),
    "number": ("a number", r"-?[0-9]{1,18}(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?", float),
    "boolean": ("true or false", r"(?i:true|false)", lambda text: text.lower() == "true"),
}


def shared_options(*, hidden: bool = False) -> list[click.Parameter]:
    """Return the options of all commands; they may stand before or after the command's name."""
    how: dict[str, Any] = {"expose_value": False, "callback": _store, "hidden": hidden}
    return [
        click.Option(
            ["--api-url"],
            metavar="URL",
            help="The API's address (default: ESI_API_URL, or EVE's).",
            **how,
        ),
        click.Option(
            ["--date"],
            metavar="YYYY-MM-DD",
            type=click.DateTime(["%Y-%m-%d"]),
            help="The API's compatibility date.",
            **how,
        ),
        click.Option(
            ["--cache"],
            metavar="PLACE",
            help="Response cache: a folder, or redis://HOST (default: ESI_CACHE, or your cache "
            "folder).",
            **how,
        ),
        click.Option(["--debug"], is_flag=True, help="Show the traceback of an error.", **how),
    ]


def _store(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Store the value of an option for `make_esi`."""
    if value not in (None, False):
        context.find_root().ensure_object(dict)[option.name] = value


def on_operation(command: Command) -> Command:
    """Add OPERATION, its parameters, languages and characters to a command.

    It gets an `Esi`, the name of the operation, and a dictionary of the arguments of `Esi.pull`.
    """

    @click.argument("operation", shell_complete=complete_operation)
    @click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")
    @click.option(
        "--language",
        "languages",
        multiple=True,
        metavar="CODE",
        shell_complete=complete_language,
        help="Language of the response; repeatable.",
    )
    @click.option(
        "--character",
        "characters",
        multiple=True,
        metavar="NAME",
        shell_complete=complete_character,
        help="Call as this character, see `login`; repeatable.",
    )
    @with_esi
    @functools.wraps(command)
    def run(
        esi: Any,
        operation: str,
        parameters: tuple[str, ...],
        languages: tuple[str, ...],
        characters: tuple[str, ...],
        **given: Any,
    ) -> Any:
        from esi_data.sde.selection import with_ids  # noqa: PLC0415 - bravado is slow to import

        target = esi.operation(operation)
        params = with_ids(lambda: esi.sde, target, parse_parameters(target, parameters))
        if languages:
            params["languages"] = languages
        if characters:
            params["character"] = characters[0] if len(characters) == 1 else list(characters)
        return command(esi, operation, params, **given)

    return run


def parse_parameters(operation: CallableOperation, given: tuple[str, ...]) -> dict[str, Any]:
    """Convert `NAME=VALUE` arguments to the operation's types.

    A name given several times gets a list of values.

    Raises:
        UsageError: an argument has no `=`, or its value is of another type.
    """
    from esi_data.sde.selection import is_selection  # noqa: PLC0415 - bravado is slow to import

    found: dict[str, list[Any]] = {}
    for word in given:
        name, equals, text = word.partition("=")
        if not equals:
            raise click.UsageError(f"{word!r} is not a parameter: write NAME=VALUE.")
        param = operation.params.get(name)
        schema = schema_of(param) if param else {}
        value = text if is_selection(param, text) else _value(name, text, schema)
        found.setdefault(name, []).append(value)
    return {
        name: values[0] if len(values) == 1 else [one for v in values for one in _listed(v)]
        for name, values in found.items()
    }


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _value(name: str, text: str, schema: Mapping[str, Any]) -> Any:
    kind = schema.get("type")
    if kind == "object" or (kind == "array" and text.startswith("[")):
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as exc:
            raise click.UsageError(f"{name}={brief(text)} is not JSON: {exc}") from exc
    several = kind in {"array", "integer", "number"} or "enum" in schema
    if several and (kind == "array" or "," in text):
        one = schema.get("items", {}) if kind == "array" else schema
        return [_value(name, part, one) for part in text.split(",") if part]
    if kind not in _SCALARS:
        return text
    expected, pattern, read = _SCALARS[kind]
    if is_name(text) and takes_names(name, schema):
        return text
    if not re.fullmatch(pattern, text):
        raise click.UsageError(f"{name}={brief(text)} is not {expected}.")
    return read(text)


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
