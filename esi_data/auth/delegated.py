"""Send access tokens to other machines without the login that can refresh them.

If a part of a dataset takes longer than its token, it fails with a `DelegatedTokenExpiredError` and
runs again with another token; its responses so far are cached.
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

# Seconds before its expiry from which a token is not used. Less than the margin of the logins that
# hand tokens out, so that a new one is available by then.
_MARGIN = 10.0
# Tolerated seconds by which the clock of another machine is ahead.
_MAX_SKEW = 20.0


class DelegatedTokenExpiredError(TokenExpiredError):
    """Delegated token that has expired; `at` is the time of the clock where it was used."""

    at: float

    @property
    def is_clock_ahead(self) -> bool:
        """True if the other machine's clock is wrong, so that another token would not help."""
        return self.at > time.time() + _MAX_SKEW


class DelegatedToken:
    """Access token on another machine, as the client accepts it for `token=`, until a time."""

    can_refresh = True  # `refresh` raises the error that requests another token

    def __init__(self, text: str, character_id: int, until: float) -> None:
        self.access_token = text
        self.character_id = character_id
        self._until = until

    @property
    def expired(self) -> bool:
        """True if the token has expired."""
        return time.time() >= self._until

    def refresh(self) -> None:
        """Request another token from the machine of the login."""
        raise DelegatedTokenExpiredError(
            f"The token of character {self.character_id} has expired on this machine. If this "
            "repeats, check its clock.",
            at=time.time(),
        )

    def __repr__(self) -> str:
        return f"<DelegatedToken of {self.character_id}>"


def delegate(token: Any) -> Any:
    """Return the part of a token that may be sent to another machine, refreshed if expired.

    Text is returned unchanged. The expiry is read from the token, which is a JWT.
    """
    if isinstance(token, str):
        return token
    text = access_token(token)
    return DelegatedToken(text, token.character_id, _expiry(text) - _MARGIN)


def _expiry(text: str) -> float:
    """Return the time of expiry of an access token; infinity if it has none."""
    import jwt  # noqa: PLC0415 - brings cryptography, which most processes never need

    try:
        return float(jwt.decode(text, options={"verify_signature": False}).get("exp", math.inf))
    except (jwt.PyJWTError, ValueError, TypeError):
        return math.inf


class DelegatedOperation:
    """Operation whose `character` calls with its delegated token, if it needs one."""

    def __init__(self, operation: CallableOperation, tokens: Mapping[int, DelegatedToken]) -> None:
        self._operation = operation
        self._tokens = tokens
        self.params = {**operation.params, "character": CHARACTER}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._operation, name)

    def __call__(self, **params: Any) -> Any:
        """Call as the given character, or as the one in the path."""
        who = params.pop("character", None) or params["character_id"]
        if "character_id" in self._operation.params:
            params.setdefault("character_id", who)
        token = {"token": self._tokens[who]} if who in self._tokens else {}
        return self._operation(**params, **token)
