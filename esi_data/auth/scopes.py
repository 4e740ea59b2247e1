"""Which scopes an operation needs, and what a scope unlocks; pure."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from esi.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

# The SSO knows it, and no operation asks for it.
_OF_NO_OPERATION = {"publicData"}


def needed(spec: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """The sets of scopes of which one must be held; empty where no token is needed."""
    rules = spec.get("security") or []
    return [tuple(scope for names in rule.values() for scope in names) for rule in rules]


def lacking(spec: Mapping[str, Any], held: Collection[str]) -> tuple[str, ...]:
    """The scopes that are missing for an operation, of the set that needs fewest more."""
    missing = [tuple(scope for scope in each if scope not in held) for each in needed(spec)]
    return min(missing, key=len, default=())


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
    known = {s for each in operations.values() for rule in needed(each.op_spec) for s in rule}
    found: list[str] = []
    for name in asked:
        if name in operations:
            found += next(iter(needed(operations[name].op_spec)), ())
        elif name in known | _OF_NO_OPERATION:
            found.append(name)
        else:
            raise _unknown(name, [*known, *operations])
    return tuple(dict.fromkeys(found))


def _unknown(name: str, known: Iterable[str]) -> ParameterError:
    near = difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else "esi.operations() lists both."
    return ParameterError(
        f"{name!r} is neither a scope nor an operation of the API. {hint}",
        operation="",
        parameter="scopes",
    )
