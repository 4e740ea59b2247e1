"""Find the operation that the arguments of an explorer open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.client.call_errors import wrong_call

if TYPE_CHECKING:
    import pandas as pd

    from esi.core.client.client import CallableOperation
    from esi_data.protocols import EsiLike

_PULL_PARAMETERS = {"character", "languages", "max_pages"}  # fields of the form itself


def opened(
    esi: EsiLike, catalogue: pd.DataFrame, search: str, params: dict[str, Any]
) -> CallableOperation | None:
    """Return the operation that `search` names; None if `search` is words to search for.

    Raises:
        UnknownOperationError: `params` are given, but no operation has this name.
        ParameterError: the operation has no such parameter.
    """
    if search not in {*catalogue["operation"], *catalogue["openapi_id"]}:
        return esi.operation(search) if params else None
    found = esi.operation(search)
    known = _PULL_PARAMETERS | set(found.operation.params)
    if unknown := {name: each for name, each in params.items() if name not in known}:
        raise wrong_call(found.operation, unknown, KeyError(*unknown))
    return found
