"""What the commands of `esi-data` share: the `Esi` of their options, and `NAME=VALUE`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from esi_data.operation import schema_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esi.core.client.client import CallableOperation
    from esi_data.client import Esi


def shared(*, hidden: bool = False) -> list[click.Parameter]:
    """The options of all commands, which may stand before and behind the command's name."""
    return [
        click.Option(names, expose_value=False, callback=_keep, hidden=hidden, **how)
        for names, how in _SHARED
    ]


def _keep(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Keep what an option was given, for `esi_of`."""
    if value not in (None, False):
        context.find_root().ensure_object(dict)[option.name] = value


_SHARED: list[tuple[list[str], dict[str, Any]]] = [
    (
        ["--api-url"],
        {"metavar": "URL", "help": "The API's address (default: ESI_API_URL, or EVE's)."},
    ),
    (
        ["--date"],
        {
            "metavar": "YYYY-MM-DD",
            "type": click.DateTime(["%Y-%m-%d"]),
            "help": "The API's compatibility date.",
        },
    ),
    (
        ["--cache"],
        {
            "metavar": "PLACE",
            "help": "Where answers are kept: a folder, or redis://HOST (default: ESI_CACHE, or "
            "your cache).",
        },
    ),
    (["--debug"], {"is_flag": True, "help": "Show the traceback of an error."}),
]


def esi_of(context: click.Context, **how: Any) -> Esi:
    """The `Esi` that the options before the command ask for."""
    from esi_data.client import Esi  # noqa: PLC0415 - pandas is slow to import

    settings = context.find_root().ensure_object(dict)
    date = settings.get("date")
    return Esi(
        f"esi-data/{_version()}",
        api_url=settings.get("api_url"),
        compatibility_date=f"{date:%Y-%m-%d}" if date else None,
        cache=settings.get("cache"),
        **how,
    )


def _version() -> str:
    from esi import __version__  # noqa: PLC0415

    return __version__


def parameters_of(
    operation: CallableOperation, given: tuple[str, ...], characters: tuple[str, ...] = ()
) -> dict[str, Any]:
    """`name=value` words as the operation's types, and who asks.

    A name given more than once has all of its values. A value that does not fit stays text.
    """
    texts: dict[str, list[str]] = {}
    for word in given:
        name, equals, text = word.partition("=")
        if not equals:
            raise click.UsageError(f"{word!r} is no parameter: write NAME=VALUE.")
        texts.setdefault(name, []).append(text)
    params: dict[str, Any] = {}
    if characters:
        params["character"] = characters[0] if len(characters) == 1 else list(characters)
    for name, several in texts.items():
        param = operation.params.get(name)
        spec: Mapping[str, Any] = schema_of(param) if param else {}
        values = [_value(text, spec) for text in several]
        if len(values) > 1:
            values = [[one for v in values for one in (v if isinstance(v, list) else [v])]]
        params[name] = values[0]
    return params


def _value(text: str, spec: Mapping[str, Any]) -> Any:
    kind = spec.get("type")
    if kind == "object" or (kind == "array" and text.startswith("[")):
        try:
            return json.loads(text)
        except ValueError as exc:
            raise click.UsageError(f"{text!r} is not JSON: {exc}") from exc
    several = kind in {"array", "integer", "number"} or "enum" in spec
    if several and (kind == "array" or "," in text):
        one = spec.get("items", {}) if kind == "array" else spec
        return [_value(part, one) for part in text.split(",") if part]
    readers: dict[Any, Callable[[str], Any]] = {
        "integer": int,
        "number": float,
        "boolean": {"true": True, "false": False}.__getitem__,
    }
    try:
        return readers.get(kind, str)(text)
    except (ValueError, KeyError):
        return text  # the library says what it should have been
