"""How a command ends: its exit status, and what it says where it failed.

========= ==========================================================================================
status
========= ==========================================================================================
0         done
1         it failed: the network, the API's refusal, a full disk
2         it was asked wrongly; nothing was sent for it
130       ctrl-C, as shells have it (128 and the signal's number)
========= ==========================================================================================
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from esi_data.errors import CacheAddressError, DatasetError, UnknownKeyError, UnknownListError

if TYPE_CHECKING:
    from collections.abc import Callable

FAILED, ASKED_WRONGLY, STOPPED = 1, 2, 130


def status_of(exc: BaseException) -> int:
    """The exit status that an error ends a command with."""
    from esi.errors import ParameterError, UnknownOperationError  # noqa: PLC0415 - bravado is slow

    wrong = (
        ParameterError,
        UnknownOperationError,
        UnknownListError,
        UnknownKeyError,
        DatasetError,
        CacheAddressError,
    )
    return ASKED_WRONGLY if isinstance(exc, wrong) else FAILED


def said(exc: Exception) -> str:
    """What went wrong, and the next step, in a few lines."""
    return "\n".join(map(_as_typed, [f"Error: {_said(exc)}", *getattr(exc, "__notes__", [])]))


def _said(exc: Exception) -> str:
    from bravado.exception import HTTPError  # noqa: PLC0415 - slow to import

    if isinstance(exc, HTTPError):
        return f"the API answered {exc.status_code}: {exc.message or exc.response.reason}"
    if isinstance(exc, ModuleNotFoundError) and "esi-toolkit[" not in str(exc):
        return f"{exc.name} is missing: python -m pip install 'esi-toolkit[data,sandbox]'"
    if isinstance(exc, OSError) and exc.strerror:
        return f"{exc.filename}: {exc.strerror}" if exc.filename else exc.strerror
    return str(exc) or type(exc).__name__


# A next step as the library has it, and as this command line has it.
_STEPS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"esi\.login\(\[([^\]]*)\]\)", lambda call: f"esi-data login{_scopes(call[1])}"),
    (r"then pass character=", lambda _: "then pass --character NAME"),
    (r"esi\.operations\('?(\w*)'?\)", lambda call: f"esi-data ops {call[1]}".rstrip()),
    (r"Esi\(cache=\.\.\.\)", lambda _: "--cache"),
    (r'on_error="(\w+)"', lambda word: f"--on-error {word[1]}"),
)


def _as_typed(text: str) -> str:
    for step, typed in _STEPS:
        text = re.sub(step, typed, text)
    return text


def _scopes(names: str) -> str:
    return "".join(f" --scope {name}" for name in re.findall(r'"([^"]+)"', names))


def warned(message: Warning | str, *_: object) -> None:
    """Show a warning as a line; whose code it is about helps nobody here."""
    click.echo(f"Warning: {message}", err=True)
