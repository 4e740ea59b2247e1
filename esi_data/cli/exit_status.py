"""Exit statuses of the commands, and their error messages.

========= ==========================================================================================
status    meaning
========= ==========================================================================================
0         success
1         failure: network, API error, full disk
2         usage error; the command was not run
130       ctrl-C, as in shells (128 and the signal's number)
========= ==========================================================================================
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from esi_data.errors import CacheAddressError, DatasetError, UnknownKeyError, UnknownListError

if TYPE_CHECKING:
    from collections.abc import Callable

FAILED, USAGE_ERROR, INTERRUPTED = 1, 2, 130


def status_of(exc: BaseException) -> int:
    """Return the exit status for an error."""
    from esi.errors import ParameterError, UnknownOperationError  # noqa: PLC0415 - bravado is slow

    usage_errors = (
        ParameterError,
        UnknownOperationError,
        UnknownListError,
        UnknownKeyError,
        DatasetError,
        CacheAddressError,
    )
    return USAGE_ERROR if isinstance(exc, usage_errors) else FAILED


def message_of(exc: Exception) -> str:
    """Return a message of a few lines: the error and the next step."""
    lines = [f"Error: {_message(exc)}", *getattr(exc, "__notes__", [])]
    return "\n".join(map(_with_commands, lines))


def _message(exc: Exception) -> str:
    from bravado.exception import HTTPError  # noqa: PLC0415 - slow to import

    if isinstance(exc, HTTPError):
        call = f" to {parameters}" if (parameters := getattr(exc, "parameters", "")) else ""
        said = exc.message or exc.response.reason
        return f"the API responded with {exc.status_code}{call}: {said}"
    if isinstance(exc, ModuleNotFoundError) and "esi-toolkit[" not in str(exc):
        return f"{exc.name} is missing: python -m pip install 'esi-toolkit[data,sandbox]'"
    if isinstance(exc, OSError) and exc.strerror:
        return f"{exc.filename}: {exc.strerror}" if exc.filename else exc.strerror
    return str(exc) or type(exc).__name__


# Python in the library's messages, and the command line's equivalent.
_EQUIVALENTS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"esi\.login\(\[([^\]]*)\]\)", lambda call: f"esi-data login{_scopes(call[1])}"),
    (r"then pass character=", lambda _: "then pass --character NAME"),
    (r"esi\.operations\('?(\w*)'?\)", lambda call: f"esi-data ops {call[1]}".rstrip()),
    (r"Esi\(cache=\.\.\.\)", lambda _: "--cache"),
    (r'on_error="(\w+)"', lambda word: f"--on-error {word[1]}"),
)


def _with_commands(text: str) -> str:
    """Replace Python by the command line's equivalent."""
    for python, command in _EQUIVALENTS:
        text = re.sub(python, command, text)
    return text


def _scopes(names: str) -> str:
    return "".join(f" --scope {name}" for name in re.findall(r'"([^"]+)"', names))


def show_warning(message: Warning | str, *_: object) -> None:
    """Print a warning as one line, without the source line that users cannot change."""
    click.echo(f"Warning: {message}", err=True)
