"""Refresh tokens without losing one: request, store, verify the owner, then let them be used.

docs/decisions/refresh.md has the order of the steps and its reasons. The caller locks the login and
checks that it can be written, but holds no transaction while the SSO is asked. Only the SSO's own
rejection or another owner of the character ends a login.
"""

from __future__ import annotations

import atexit
import logging
import threading
import time
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, TypeVar

from esi.core.sso.messages import Secret, TokenResponse
from esi.errors import IncompleteResponseError, NotRefreshableTokenError, TokenInvalidError

if TYPE_CHECKING:
    from collections.abc import Hashable

    from esi.core.sso.client import Sso
    from esi.core.sso.messages import Claims

logger = logging.getLogger("esi.core")

_PAUSES = (0.05, 0.2)  # seconds before the second and the third attempt to write
_LONGEST_PAUSE = 30.0


class StoredLogin(ABC):
    """Login of a character in a store, such as a row of a database.

    Attributes:
        key: identity of the login in this process.
        owner: the character and the hash of its owner, as of the login.
        refresh_token: the newest refresh token; None or empty without one.
        used: the refresh tokens that the store may have until this login is written.
        tokens: the last response of the SSO.
    """

    def __init__(
        self, key: Hashable, character_id: int, owner: str, refresh_token: Secret | None
    ) -> None:
        self.key = key
        self.owner = character_id, owner
        self.refresh_token = refresh_token
        self.used = [refresh_token]
        self.tokens = TokenResponse(Secret())

    def set_tokens(self, tokens: TokenResponse) -> None:
        """Take over the refresh token; the access token waits for `set_claims`."""
        self.tokens = tokens
        if tokens.refresh_token:
            self.refresh_token = tokens.refresh_token
            self.used.append(tokens.refresh_token)

    @abstractmethod
    def set_claims(self, claims: Claims) -> None:
        """Take over the verified access token and its claims."""

    @abstractmethod
    def expire(self) -> None:
        """Let the access token count as expired."""

    @abstractmethod
    def reload(self) -> bool:
        """Read the login again; return True if its refresh token is none of `used` now."""

    @abstractmethod
    def save(self) -> bool:
        """Write what has changed, unless the store's refresh token is none of `used`.

        Returns:
            True once it is durable, False if a transaction of the caller can still undo it.
        """

    def save_in_background(self) -> None:
        """Write as `save` does, from another thread."""
        self.save()


L = TypeVar("L", bound=StoredLogin)


class Unsaved:
    """Logins whose new tokens could not be stored, kept in memory and written as soon as possible.

    It takes no lock: a process may fork while another thread uses it.
    """

    def __init__(self) -> None:
        # A new tuple for each state of a login: what was written may not be the newest.
        self._logins: dict[Hashable, tuple[StoredLogin]] = {}
        self._thread: threading.Thread | None = None

    def newest(self, login: L) -> L:
        """Return the unwritten form of a login, if there is one that is newer."""
        unsaved: Any = self._logins.get(login.key, (login,))[0]
        found: L = unsaved if login.refresh_token in unsaved.used else login
        return found

    def drop(self, key: Hashable) -> None:
        """Forget a login: the store has a newer one."""
        self._logins.pop(key, None)

    def save(self, login: StoredLogin) -> None:
        """Write a login, now or as soon as the store works again; never fails."""
        try:
            reason = self._try(login)
        except BaseException:  # ctrl-C
            self.watch(login)
            raise
        if reason:
            logger.error(
                "The new tokens of character %s could not be stored (%s). They are kept in memory "
                "and will be stored as soon as possible; if this process ends before, log the "
                "character in again",
                login.owner[0],
                reason,
            )
            self.watch(login)

    def _try(self, login: StoredLogin) -> str:
        """Write a login; return the type of an error, never its text, which may contain tokens."""
        reason = ""
        for pause in (0, *_PAUSES):
            time.sleep(pause)
            try:
                if login.save():
                    self.drop(login.key)
                else:
                    self.watch(login)
            except Exception as exc:  # noqa: BLE001 - whatever the store raises, the token is kept
                reason = type(exc).__name__
            else:
                return ""
        return reason

    def watch(self, login: StoredLogin) -> None:
        """Go on writing a login until the store has it, or a newer one."""
        if not self._logins:
            atexit.unregister(self.flush)
            atexit.register(self.flush)
        self._logins[login.key] = (login,)
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="esi-unsaved", daemon=True)
            self._thread.start()

    def flush(self) -> None:
        """Try to write each login once."""
        for key, entry in list(self._logins.items()):
            try:
                entry[0].save_in_background()
            except Exception as exc:  # noqa: BLE001 - as above
                logger.debug("Still not stored (%s)", type(exc).__name__)
            else:
                if self._logins.get(key) is entry:
                    self.drop(key)

    def _run(self) -> None:
        pause = 0.1
        while self._logins:
            time.sleep(pause)
            self.flush()
            pause = min(2 * pause, _LONGEST_PAUSE)


UNSAVED = Unsaved()


def refresh(login: StoredLogin, sso: Sso, **options: Any) -> None:
    """Exchange the refresh token and store what the SSO returns; the caller holds the lock."""
    if not login.refresh_token:
        raise NotRefreshableTokenError(
            "There is no refresh token: log the character in again, with at least one scope."
        )
    try:
        tokens = sso.refresh(Secret(login.refresh_token), **options)
    except TokenInvalidError:
        if login.reload():
            return  # a worker that the lock does not reach was faster
        raise
    login.set_tokens(tokens)
    UNSAVED.save(login)
    claims = _verified(tokens.access_token, sso)
    is_sold = (claims.character_id, claims.owner) != login.owner
    if is_sold:
        login.expire()
    else:
        login.set_claims(claims)
    UNSAVED.save(login)
    if is_sold:
        raise TokenInvalidError("The character has another owner now. Log the character in again.")


def _verified(access_token: Secret, sso: Sso) -> Claims:
    try:
        return sso.verify(access_token, is_new=True)
    except TokenInvalidError as exc:
        reason = str(exc)
    raise IncompleteResponseError(
        f"The SSO's new access token failed verification ({reason}). The refresh token was kept: "
        "try again later."
    )
