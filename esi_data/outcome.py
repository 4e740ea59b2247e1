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

import click

_LOGIN = re.compile(r"esi\.login\(\[([^\]]*)\]\)")

FAILED, ASKED_WRONGLY, STOPPED = 1, 2, 130


def status_of(exc: BaseException) -> int:
    """The exit status that an error ends a command with."""
    from esi.errors import ParameterError, UnknownOperationError  # noqa: PLC0415 - bravado is slow
    from esi_data.columns import UnknownListError  # noqa: PLC0415
    from esi_data.manifest import DatasetError  # noqa: PLC0415
    from esi_data.modes import UnknownKeyError  # noqa: PLC0415
    from esi_data.redis_store import AddressError  # noqa: PLC0415

    wrong = (
        ParameterError,
        UnknownOperationError,
        UnknownListError,
        UnknownKeyError,
        DatasetError,
        AddressError,
    )
    return ASKED_WRONGLY if isinstance(exc, wrong) else FAILED


def said(exc: Exception) -> str:
    """What went wrong, and the next step, in a few lines."""
    return "\n".join([f"Error: {_said(exc)}", *getattr(exc, "__notes__", [])])


def _said(exc: Exception) -> str:
    from bravado.exception import HTTPError  # noqa: PLC0415 - slow to import

    if isinstance(exc, HTTPError):
        told = exc.message or exc.response.reason
        return f"the API answered {exc.status_code}: {_as_typed(told)}"
    if isinstance(exc, ModuleNotFoundError) and "esi-toolkit[" not in str(exc):
        return f"{exc.name} is missing: python -m pip install 'esi-toolkit[data,sandbox]'"
    if isinstance(exc, OSError) and exc.strerror:
        return f"{exc.filename}: {exc.strerror}" if exc.filename else exc.strerror
    return _as_typed(str(exc)) or type(exc).__name__


def _as_typed(text: str) -> str:
    """The library's next step as this command line has it."""
    text = _LOGIN.sub(lambda match: f"esi-data login{_scopes(match[1])}", text)
    return text.replace("then pass character=.", "then pass --character NAME.")


def _scopes(names: str) -> str:
    return "".join(f" --scope {name}" for name in re.findall(r'"([^"]+)"', names))


def warned(message: Warning | str, *_: object) -> None:
    """Show a warning as a line; whose code it is about helps nobody here."""
    click.echo(f"Warning: {message}", err=True)
