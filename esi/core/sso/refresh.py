"""Refresh tokens without losing one: request, store, verify, compare the owner.

A refresh token may work only once. So the caller locks the login before `request_tokens`, which
stores the new tokens before anything else happens. A transaction of the caller must be committed
before `verify_owner`, whose failure must not undo the storing.

Only the SSO's own rejection or another owner of the character ends a login. An SSO that fails, is
busy or is unreachable ends none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from esi.core.sso.messages import Secret
from esi.errors import IncompleteResponseError, NotRefreshableTokenError, TokenInvalidError

if TYPE_CHECKING:
    from esi.core.sso.client import Sso
    from esi.core.sso.messages import Claims, TokenResponse


class StoredLogin(Protocol):
    """Tokens of a character in a store, such as a row of a database."""

    character_id: Any
    character_owner_hash: Any
    access_token: Any
    refresh_token: Any  # None or empty without one

    def store_tokens(self, tokens: TokenResponse) -> None:
        """Store new tokens durably."""

    def store_claims(self, claims: Claims) -> None:
        """Store the claims of the verified access token."""


def request_tokens(login: StoredLogin, sso: Sso, **options: Any) -> None:
    """Exchange the refresh token and store what the SSO returns; the caller holds the lock.

    Args:
        login: the login to refresh.
        sso: the SSO that issued its tokens.
        options: for `Sso.refresh`.

    Raises:
        NotRefreshableTokenError: the login has no refresh token.
        TokenInvalidError: the SSO has ended the login.
        IncompleteResponseError, SsoError: the SSO failed or is unreachable; the login is kept.
    """
    if not login.refresh_token:
        raise NotRefreshableTokenError(
            "There is no refresh token: log the character in again, with at least one scope."
        )
    login.store_tokens(sso.refresh(Secret(login.refresh_token), **options))


def verify_owner(login: StoredLogin, sso: Sso) -> None:
    """Verify the new access token and compare its character and owner with the login's.

    Raises:
        TokenInvalidError: the character has another owner now.
        IncompleteResponseError, SsoError: the token cannot be verified; the login is kept.
    """
    try:
        claims = sso.verify(Secret(login.access_token))
    except TokenInvalidError as exc:
        raise IncompleteResponseError(
            f"The SSO's new access token failed verification ({exc}). The refresh token was kept: "
            "try again later."
        ) from None
    if (claims.character_id, claims.owner) != (
        login.character_id,
        login.character_owner_hash,
    ):
        raise TokenInvalidError("The character has another owner now. Log the character in again.")
    login.store_claims(claims)
