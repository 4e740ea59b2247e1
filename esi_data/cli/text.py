"""Make foreign text safe for any terminal and file."""

from __future__ import annotations

import json
from typing import Any

import click

from esi.core.error_text import CONTROL


def one_line(text: object) -> str:
    """Return a text without line breaks and other characters that control a terminal."""
    return CONTROL.sub(" ", str(text))


def lines(text: str) -> str:
    """Return a text without characters that control a terminal, except line breaks."""
    return "\n".join(map(one_line, text.split("\n")))


def say(text: object, *, err: bool = True) -> None:
    """Print a line that may contain foreign text; on standard error unless `err` is False."""
    click.echo(one_line(text), err=err)


def as_json(value: Any) -> bytes:
    """Encode a value as JSON: exact floats, times as the API writes them."""
    import msgspec  # noqa: PLC0415 - with pandas

    try:
        return msgspec.json.encode(value, enc_hook=_time)
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can escape
        return json.dumps(value, default=_time).encode()


def _time(value: Any) -> str:
    """Format a time for JSON; dates have no time."""
    return str(value.isoformat()).replace("+00:00", "Z").removesuffix("T00:00:00")
