"""Find the scopes of operations, and the operations of a scope; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.error_text import closest
from esi.errors import ParameterError
from esi_data.operation import required_scopes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# A scope of the SSO that no operation needs.
_OF_NO_OPERATION = {"publicData"}


def unlocks(catalogue: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return `{scope: summaries of operations}` from pairs of summary and scopes, both sorted.

    The scopes are comma-separated, as in `Esi.operations()`.
    """
    found: dict[str, list[str]] = {}
    for summary, scopes in catalogue:
        for scope in filter(None, scopes.split(", ")):
            found.setdefault(scope, []).append(summary)
    return {scope: sorted(found[scope]) for scope in sorted(found)}


def expanded(names: Iterable[str], operations: Mapping[str, Any]) -> tuple[str, ...]:
    """Expand a list of scopes and names of operations into scopes, without duplicates.

    An operation stands for the scopes that it needs. `operations` maps all their names.
    """
    known = {
        s for each in operations.values() for rule in required_scopes(each.op_spec) for s in rule
    }
    found: list[str] = []
    for name in names:
        if name in operations:
            found += next(iter(required_scopes(operations[name].op_spec)), ())
        elif name in known | _OF_NO_OPERATION:
            found.append(name)
        else:
            hint = closest(name, [*known, *operations]) or " esi.operations() lists both."
            text = f"{name!r} is neither a scope nor an operation of the API.{hint}"
            raise ParameterError(text, operation="", parameter="scopes")
    return tuple(dict.fromkeys(found))
