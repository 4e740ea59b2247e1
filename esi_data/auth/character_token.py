"""Define the token of a logged-in character, which is refreshed once it has expired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi_data.operation import required_scopes

if TYPE_CHECKING:
    from bravado_core.operation import Operation

    from esi_data.auth.logins import Logins
    from esi_data.auth.token_store import Login


class CharacterToken:
    """Token of a login, as the client accepts it for `token=`."""

    can_refresh = True  # `refresh` raises the reason if it cannot

    def __init__(self, logins: Logins, login: Login) -> None:
        self._logins = logins
        self._login = login

    @property
    def character_id(self) -> int:
        """Id of the character."""
        return self._login.character_id

    @property
    def expired(self) -> bool:
        """True if the token must be refreshed; always False offline, where no token is sent."""
        return not self._logins.config().offline and self._logins.expired(self._login)

    @property
    def access_token(self) -> str:
        """Text of the access token."""
        return self._login.access_token

    def refresh(self) -> None:
        """Fetch a valid access token; see `Logins.fresh` for the errors raised."""
        self._login = self._logins.fresh(self._login)

    def __repr__(self) -> str:
        return f"<CharacterToken of {self._login.name} ({self.character_id})>"


def token_for(
    logins: Logins, who: object, operation: Operation
) -> tuple[int, CharacterToken | None]:
    """Return the id of a character, and its token if the operation needs one (else None)."""
    if not required_scopes(operation.op_spec):
        return logins.character(who).character_id, None
    login = logins.login_for(who, operation.op_spec, operation.operation_id)
    return login.character_id, CharacterToken(logins, login)
