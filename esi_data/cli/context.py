"""Make the `Esi` of a command from the options that all commands share."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import click

from esi import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi_data.client import Esi


def make_esi(context: click.Context, **how: Any) -> Esi:
    """Make an `Esi` from the options that all commands share."""
    from esi_data.client import Esi  # noqa: PLC0415 - pandas is slow to import

    settings = context.find_root().ensure_object(dict)
    date = settings.get("date")
    return Esi(
        f"esi-data/{__version__}",
        api_url=settings.get("api_url"),
        compatibility_date=f"{date:%Y-%m-%d}" if date else None,
        cache=settings.get("cache"),
        **how,
    )


def with_esi(command: Callable[..., Any]) -> Callable[..., Any]:
    """Pass an `Esi` made from the shared options, and from `client_id`, as the first argument."""

    @click.pass_context
    @functools.wraps(command)
    def run(context: click.Context, *args: Any, **given: Any) -> Any:
        with make_esi(context, client_id=given.pop("client_id", None)) as esi:
            return command(esi, *args, **given)

    return run
