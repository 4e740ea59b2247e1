"""Shared options of the commands, the `Esi` made from them, and `NAME=VALUE` arguments."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from esi_data.operation import schema_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esi.core.client.client import CallableOperation
    from esi_data.client import Esi


def shared_options(*, hidden: bool = False) -> list[click.Parameter]:
    """Return the options of all commands; they may stand before or after the command's name."""
    return [
        click.Option(names, expose_value=False, callback=_store, hidden=hidden, **how)
        for names, how in _SHARED
    ]


def _store(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Store the value of an option for `make_esi`."""
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
            "help": "Response cache: a folder, or redis://HOST (default: ESI_CACHE, or your cache "
            "folder).",
        },
    ),
    (["--debug"], {"is_flag": True, "help": "Show the traceback of an error."}),
]


def make_esi(context: click.Context, **how: Any) -> Esi:
    """Make an `Esi` from the shared options."""
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


def parse_parameters(
    operation: CallableOperation, given: tuple[str, ...], characters: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Convert `NAME=VALUE` arguments to the operation's types, and add the characters.

    A name given several times gets a list of values. A value of the wrong type stays text.

    Raises:
        UsageError: an argument has no `=`, or is not valid JSON.
    """
    texts: dict[str, list[str]] = {}
    for word in given:
        name, equals, text = word.partition("=")
        if not equals:
            raise click.UsageError(f"{word!r} is not a parameter: write NAME=VALUE.")
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
        return text  # the library reports the expected type
