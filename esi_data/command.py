"""What the commands of `esi-data` share: the `Esi` of their options, `NAME=VALUE`, completion."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.client import CallableOperation
    from esi_data.client import Esi


def esi_of(context: click.Context, **how: Any) -> Esi:
    """The `Esi` that the options before the command ask for."""
    from esi_data.client import Esi  # noqa: PLC0415 - pandas is slow to import

    settings = context.obj or {}
    return Esi(
        f"esi-data/{_version()}",
        api_url=settings.get("api_url"),
        compatibility_date=settings.get("compatibility_date"),
        cache=settings.get("cache"),
        **how,
    )


def _version() -> str:
    from esi import __version__  # noqa: PLC0415

    return __version__


as_character = click.option(
    "--character",
    "characters",
    multiple=True,
    metavar="NAME",
    help="Ask as this character, see `login`; repeatable.",
)


def parameters_of(
    operation: CallableOperation, given: tuple[str, ...], characters: tuple[str, ...] = ()
) -> dict[str, Any]:
    """`name=value` words as the operation's types, and who asks.

    A value that does not fit stays text.
    """
    params: dict[str, Any] = {}
    if characters:
        params["character"] = characters[0] if len(characters) == 1 else list(characters)
    for word in given:
        name, equals, text = word.partition("=")
        if not equals:
            raise click.UsageError(f"{word!r} is no parameter: write NAME=VALUE.")
        param = operation.params.get(name)
        spec = param.param_spec.get("schema", param.param_spec) if param else {}
        params[name] = _value(text, spec)
    return params


def _value(text: str, spec: dict[str, Any]) -> Any:
    kind = spec.get("type")
    if kind == "object":
        try:
            return json.loads(text)
        except ValueError as exc:
            raise click.UsageError(f"{text!r} is not JSON: {exc}") from exc
    if kind == "array":
        return [_value(part, spec.get("items", {})) for part in text.split(",") if part]
    if kind in {"integer", "number"} and "," in text:
        return [_value(part, spec) for part in text.split(",") if part]
    readers: dict[Any, Callable[[str], Any]] = {
        "integer": int,
        "number": float,
        "boolean": {"true": True, "false": False}.__getitem__,
    }
    try:
        return readers.get(kind, str)(text)
    except (ValueError, KeyError):
        return text  # the library says what it should have been


def complete_operation(
    context: click.Context,
    parameter: click.Parameter,  # noqa: ARG001 - click's signature
    incomplete: str,
) -> list[str]:
    """Operations that begin so, by the document that is kept on this machine."""
    with suppress(Exception), esi_of(context.find_root(), offline=True) as esi:
        return [name for name in esi.operations()["operation"] if name.startswith(incomplete)]
    return []
