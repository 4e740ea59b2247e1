"""Check the scopes of callers' tokens, and adapt tokens to the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Iterable


class RequestToken:
    """Token of a Django site as the engine reads it, through its `valid_access_token()`."""

    expired = False  # `valid_access_token` refreshes it

    def __init__(self, token: Any) -> None:
        self._token = token
        self.character_id = token.character_id

    @property
    def access_token(self) -> str:
        """Access token, refreshed if it has expired."""
        text: str = self._token.valid_access_token()
        return text

    def __repr__(self) -> str:
        return f"<RequestToken of {self.character_id}>"


def readable(token: Any) -> Any:
    """Return a token in the form that the engine reads; a string or another object as it is."""
    own = not isinstance(token, str) and hasattr(token, "valid_access_token")
    return RequestToken(token) if own else token


def check_scopes(token: Any, needed: Iterable[str], operation: str) -> None:
    """Check that a call has a token with the scopes of its operation.

    A string, or an object without scopes, is used unchecked.

    Raises:
        ParameterError: there is no token, or scopes are missing.
    """
    needed = list(needed)
    if not needed:
        return
    if token is None:
        raise ParameterError(
            f"{operation} needs a token with {_named(needed)}: pass token=.",
            operation=operation,
            parameter="token",
        )
    scopes = getattr(token, "scopes", None)
    if scopes is None:
        return
    granted = scopes.all() if hasattr(scopes, "all") else scopes
    names = {getattr(scope, "name", scope) for scope in granted}
    if missing := [scope for scope in needed if scope not in names]:
        raise ParameterError(
            f"{operation}: the token of character {getattr(token, 'character_id', 'unknown')} "
            f"lacks {_named(missing)}. Let the player log in again with these scopes.",
            operation=operation,
            parameter="token",
        )


def _named(scopes: list[str]) -> str:
    return f"the scope{'s' if len(scopes) > 1 else ''} {', '.join(scopes)}"
