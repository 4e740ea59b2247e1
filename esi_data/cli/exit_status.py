"""Choose the exit status (docs/reference/cli.md) and the message for an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from esi._extras import install_command
from esi_data.cli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

FAILED, USAGE_ERROR, INTERRUPTED = 1, 2, 130


def status_of(exc: BaseException) -> int:
    """Return the exit status for an error."""
    from esi.errors import ParameterError, UnknownOperationError  # noqa: PLC0415 - bravado is slow
    from esi_data.errors import (  # noqa: PLC0415
        CacheAddressError,
        DatasetError,
        UnknownKeyError,
        UnknownListError,
    )

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
    said = [f"Error: {_message(exc)}", *getattr(exc, "__notes__", [])]
    return "\n".join(with_commands(one_line(text)) for text in said)


def _message(exc: Exception) -> str:
    from bravado.exception import HTTPError  # noqa: PLC0415 - slow to import

    if isinstance(exc, HTTPError):
        call = f" to {parameters}" if (parameters := getattr(exc, "parameters", "")) else ""
        said = exc.message or exc.response.reason
        return f"the API responded with {exc.status_code}{call}: {said}"
    if isinstance(exc, ModuleNotFoundError) and "esi-toolkit[" not in str(exc):
        return f"esi-data needs {exc.name}: {install_command('data')}"
    if isinstance(exc, OSError) and exc.strerror:
        return f"{exc.filename}: {exc.strerror}" if exc.filename else exc.strerror
    return str(exc) or type(exc).__name__


# Python in the library's messages, and the command line's equivalent.
_EQUIVALENTS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (
        r"esi\.login\(\[([^\]]*)\]\)",
        lambda call: "esi-data login" + re.sub(r'"([^"]+)",?', r" --scope \1", call[1]),
    ),
    (r"then pass character=", "then pass --character NAME"),
    (r"esi\.operations\(\)", "esi-data ops"),
    (r"esi\.operations\('?(\w+)'?\)", r"esi-data ops \1"),
    (r"Esi\(cache=\.\.\.\)", "--cache"),
    (r"the systems in avoid=", "the systems of --avoid"),
    (r"as connections=", "with --connection A=B"),
    (r'on_error="(\w+)"', r"--on-error \1"),
)


def with_commands(text: str) -> str:
    """Replace Python by the command line's equivalent."""
    for python, command in _EQUIVALENTS:
        text = re.sub(python, command, text)
    return text
