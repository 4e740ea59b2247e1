"""Tokens lent to other machines: a login stays on its own, an access token goes with each part.

An access token opens an account for 20 minutes and cannot be renewed. What can be, a login or a
site's `Token`, is asked for one whenever a part is given out. A part that takes longer than its
token comes back with a `TokenEndedError`, and goes out again with another one; the answers that it
had are in the cache.
"""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Any

from esi.core.http.auth import access_token
from esi.errors import TokenExpiredError
from esi_data.operation import CHARACTER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esi.core.client.client import CallableOperation

# Seconds before its end from which a token is not used; fewer than who lends them keeps in hand, so
# that there is another one by then.
_IN_HAND = 10.0
# Seconds that a clock may be ahead of the one that lends.
_SKEW = 20.0


class TokenEndedError(TokenExpiredError):
    """A token that was lent has ended; `at` is what the clock said where it was used."""

    def __init__(self, message: str, at: float) -> None:
        super().__init__(message, at)
        self.at = at

    def __str__(self) -> str:
        return str(self.args[0])

    @property
    def by_clock(self) -> bool:
        """Whether it is a wrong clock there that says so, and another token would not do."""
        return self.at > time.time() + _SKEW


class LentToken:
    """An access token away from its login: what the client takes as `token=` there.

    Args:
        text: what goes into the header.
        character_id: whose it is.
        until: when it ends, in seconds since the epoch.
    """

    can_refresh = True  # by who lent it: `refresh` says so

    def __init__(self, text: str, character_id: int, until: float) -> None:
        self.access_token = text
        self.character_id = character_id
        self._until = until

    @property
    def expired(self) -> bool:
        """Whether its time is over."""
        return time.time() >= self._until

    def refresh(self) -> None:
        """Give it back.

        Raises:
            TokenEndedError: always.
        """
        now = time.time()
        raise TokenEndedError(
            f"The token of character {self.character_id} that was lent to this machine has ended: "
            "does its clock go right?",
            now,
        )

    def __repr__(self) -> str:
        return f"<LentToken of {self.character_id}>"


def lent(token: Any) -> Any:
    """What of a token may go to another machine, refreshed where it has expired.

    Text goes as it is. Its end is read in the token itself, which the SSO has signed as a JWT.

    Raises:
        TokenExpiredError and others: as `esi.core.http.auth.access_token`.
    """
    if isinstance(token, str):
        return token
    text = access_token(token)
    return LentToken(text, token.character_id, _end(text) - _IN_HAND)


def _end(text: str) -> float:
    """When an access token ends; never, where it does not say."""
    import jwt  # noqa: PLC0415 - brings cryptography, which most processes never need

    try:
        return float(jwt.decode(text, options={"verify_signature": False}).get("exp", math.inf))
    except (jwt.PyJWTError, ValueError, TypeError):
        return math.inf


class AsLent:
    """An operation whose `character` asks with the token that was lent for it.

    Args:
        operation: what is called.
        tokens: by the character's id; none where the operation needs none.
    """

    def __init__(self, operation: CallableOperation, tokens: Mapping[int, LentToken]) -> None:
        self._operation = operation
        self._tokens = tokens
        self.params = {**operation.params, "character": CHARACTER}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._operation, name)

    def __call__(self, **params: Any) -> Any:
        """Make the call of the character that is named, or that is in the path."""
        who = params.pop("character", None) or params["character_id"]
        if "character_id" in self._operation.params:
            params.setdefault("character_id", who)
        token = {"token": self._tokens[who]} if who in self._tokens else {}
        return self._operation(**params, **token)
