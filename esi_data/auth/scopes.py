"""Which scopes an operation needs, and what a scope unlocks; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.error_text import closest
from esi.errors import ParameterError
from esi_data.operation import required_scopes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The SSO knows it, and no operation asks for it.
_OF_NO_OPERATION = {"publicData"}


def unlocks(catalogue: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """What each scope opens: `{scope: what}` of pairs of an operation's summary and its scopes.

    Both in order; the scopes are those of `Esi.operations()`, with commas between.
    """
    found: dict[str, list[str]] = {}
    for summary, scopes in catalogue:
        for scope in filter(None, scopes.split(", ")):
            found.setdefault(scope, []).append(summary)
    return {scope: sorted(found[scope]) for scope in sorted(found)}


def expanded(asked: Iterable[str], operations: Mapping[str, Any]) -> tuple[str, ...]:
    """The scopes of a list of scopes and names of operations, each once.

    An operation stands for what it needs. `operations` has them by all their names.

    Raises:
        ParameterError: a name is neither; the message names what comes close.
    """
    known = {
        s for each in operations.values() for rule in required_scopes(each.op_spec) for s in rule
    }
    found: list[str] = []
    for name in asked:
        if name in operations:
            found += next(iter(required_scopes(operations[name].op_spec)), ())
        elif name in known | _OF_NO_OPERATION:
            found.append(name)
        else:
            raise _unknown(name, [*known, *operations])
    return tuple(dict.fromkeys(found))


def _unknown(name: str, known: Iterable[str]) -> ParameterError:
    hint = closest(name, known) or " esi.operations() lists both."
    return ParameterError(
        f"{name!r} is neither a scope nor an operation of the API.{hint}",
        operation="",
        parameter="scopes",
    )
