"""Resolve `character=` of a call or a pull: names and lists become ids, ids become tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.client.client import plain
from esi_data.auth.character_token import CharacterToken, token_for
from esi_data.operation import is_list_like, missing_scopes, parameter
from esi_data.pulls.fan_out import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from esi.core.client.client import CallableOperation
    from esi_data.auth.logins import Logins


class _PerCharacter:
    """Operation of a pull that fans out over characters: the parameter with their ids."""

    def __init__(self, operation: CallableOperation, name: str) -> None:
        self._operation = operation
        self.character_parameter = name
        self.params = {**operation.params, name: parameter(operation, name)}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._operation, name)

    def __call__(self, **params: Any) -> Any:
        return self._operation(**{**params, "character": params[self.character_parameter]})


def resolve_character(
    operation: CallableOperation, logins: Logins, params: dict[str, Any]
) -> tuple[Any, dict[str, Any]]:
    """Return a pull's operation and parameters, with `character` as an id; a list fans out.

    The path's `character_id` is then that id, and a column. If the path has none, a list becomes
    the column `character`; a single character only signs the requests.
    """
    who = params.get("character")
    rest = {name: plain(value) for name, value in params.items() if name != "character"}
    if who is None:
        return operation, rest
    needs = missing_scopes(operation.op_spec)
    name = "character_id" if "character_id" in operation.params else "character"
    if not is_list_like(who):
        number = logins.character(who, needs).character_id
        if name in rest or name == "character":
            return operation, {**rest, "character": number}
        return _PerCharacter(operation, name), {name: number, **rest}
    ids = list(dict.fromkeys(logins.character(each, needs).character_id for each in who))
    if not ids or name in rest:
        wrong = "is an empty list" if not ids else "and character_id exclude each other: pass one"
        raise refusal(operation, "character", wrong)
    return _PerCharacter(operation, name), {name: ids, **rest}


def tokens_for(
    logins: Logins, operation: Any, params: Mapping[str, Any]
) -> dict[int, CharacterToken]:
    """Return the tokens of the characters of a pull or a part of it, by id.

    `operation` and `params` are those that `resolve_character` returned.
    """
    who = params.get(getattr(operation, "character_parameter", "character"))
    ids = [] if who is None else who if is_list_like(who) else [who]
    found = {each: token_for(logins, each, operation.operation)[1] for each in ids}
    return {each: token for each, token in found.items() if token is not None}


def characters_frame(logins: Logins) -> pd.DataFrame:
    """Return the logged-in characters as a frame; see `Esi.characters`."""
    import pandas as pd  # noqa: PLC0415 - slow to import

    from esi_data.frames.arrays import TEXT  # noqa: PLC0415 - pandas is slow to import

    stored = logins.stored()
    here = logins.characters()
    own = [[each for each in stored if each.character_id == one.character_id] for one in here]
    return pd.DataFrame(
        {
            "character_id": pd.array([one.character_id for one in here], dtype="int64"),
            "name": pd.array([one.name for one in here], dtype=TEXT),
            "scopes": pd.array([", ".join(one.scopes) for one in here], dtype=TEXT),
            "since": _times(min(each.since for each in some) for some in own),
            "expires": _times(max(each.expires_at for each in some) for some in own),
            "renewable": pd.array([any(e.refresh_token for e in some) for some in own], dtype=bool),
        }
    )


def _times(seconds: Iterable[float]) -> pd.Series[Any]:
    import pandas as pd  # noqa: PLC0415 - slow to import

    times = pd.to_datetime(pd.Series(list(seconds), dtype=float), unit="s", utc=True)
    return times.dt.as_unit("us")
