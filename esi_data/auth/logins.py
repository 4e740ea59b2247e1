"""Logins without Django: who is logged in, how a login begins and ends, how a token stays fresh.

A refresh token may work once. So a login is refreshed by one process at a time (who waited finds
the new token and asks nothing), and what comes back is kept before anything else happens.

A login ends by the SSO's word that its token is dead, by another owner of the character, or by
`forget`. An SSO that is ill, busy or out of reach ends none.

`esi_data.auth.token_store` is where they are kept, `esi.core.sso.client` how the SSO is asked,
`esi_data.auth.flow` how a person goes through one.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from esi.core.config import Config
from esi.core.sso.client import Sso
from esi.core.sso.discovery import LIVE_METADATA_URL
from esi.core.sso.messages import Pkce, Secret
from esi.core.sso.refresh import request_tokens, verify_owner
from esi.errors import (
    LoginFailedError,
    LoginNeededError,
    MissingScopesError,
    NotRefreshableTokenError,
    SsoError,
    TokenInvalidError,
)
from esi_data.auth.token_store import Login, store_of
from esi_data.operation import missing_scopes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from esi.core.cache.protocol import Cache
    from esi.core.sso.messages import Claims, Grant
    from esi_data.auth.token_store import FileStore

# Where an application sends the browser back to, unless ESI_SSO_CALLBACK_URL says otherwise.
# `localhost`: whether the SSO takes 127.0.0.1 as a callback is not known.
CALLBACK_URL = "http://localhost:8635/callback"
# An API on this machine (the sandbox) takes any client.
_SANDBOX_CLIENT = "esi-toolkit"
_METADATA = "/.well-known/oauth-authorization-server"


@dataclass(frozen=True, slots=True)
class Character:
    """A character that is logged in, with the scopes of all its logins; no tokens.

    Pass it, its name or its id as `character=`.
    """

    character_id: int
    name: str
    scopes: tuple[str, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class PendingLogin:
    """A login that has begun: open `url`; what the browser brings back goes to `Logins.finish`."""

    url: str
    callback_url: str
    scopes: tuple[str, ...]
    client_id: str
    state: Secret
    verifier: Secret


class Logins:
    """The logins of this user with one SSO.

    Args:
        config: called whenever a knob is read; `sso_client_id`, `login_dir` and so on.
        cache: shares the SSO's documents (no tokens) between processes.
        now: returns seconds since the epoch.
        user_agent: who asks.
    """

    def __init__(
        self,
        config: Callable[[], Config],
        cache: Cache | None,
        *,
        now: Callable[[], float],
        user_agent: str,
    ) -> None:
        self.config = config
        self._now = now
        self._cache = cache
        self._user_agent = user_agent
        self._ssos: dict[str, Sso] = {}

    @property
    def store(self) -> FileStore:
        """Where they are kept."""
        return store_of(self.config())

    # Who

    def kept(self) -> list[Login]:
        """The logins with this SSO, and of this application where one is named; oldest first."""
        config = self.config()
        return [
            login
            for login in self.store.logins()
            if login.sso == config.sso_metadata_url
            and config.sso_client_id in {None, login.client_id}
            and (login.refresh_token or not self.expired(login))
        ]

    def characters(self) -> list[Character]:
        """Who is logged in, in the order of their first login."""
        found: dict[int, Character] = {}
        for login in self.kept():
            before = found.get(login.character_id)
            held = dict.fromkeys([*(before.scopes if before else ()), *login.scopes])
            found[login.character_id] = Character(login.character_id, login.name, tuple(held))
        return list(found.values())

    def character(self, who: object, scopes: tuple[str, ...] = ()) -> Character:
        """A character that is logged in, by its name (in any case) or id.

        Raises:
            LoginNeededError: it is not; `scopes` is what the message tells to log in for.
        """
        here = self.characters()
        wanted = str(getattr(who, "character_id", who)).strip()
        for test in (
            lambda one: one.name.casefold() == wanted.casefold(),
            lambda one: str(one.character_id) == wanted,
        ):
            for one in here:
                if test(one):
                    return one
        names = ", ".join(one.name for one in here) or "nobody"
        raise LoginNeededError(
            f"character={wanted!r} is not logged in ({names} is)."
            + (f" Log in: {_login_call(scopes)}" if scopes else ""),
            character=wanted,
            scopes=scopes,
        )

    def login_for(self, who: object, spec: Mapping[str, Any], name: str) -> Login:
        """The login of a character that serves an operation; `spec` is the operation's.

        Raises:
            LoginNeededError: the character is not logged in.
            MissingScopesError: it is, and has not allowed what the operation needs.
        """
        character = self.character(who, missing_scopes(spec))
        own = [each for each in self.kept() if each.character_id == character.character_id]
        for login in reversed(own):  # the newest first
            if not missing_scopes(spec, login.scopes):
                return login
        missing = missing_scopes(spec, character.scopes) or missing_scopes(spec)
        raise MissingScopesError(
            f"{name} needs {', '.join(missing)}, which {character.name} has not allowed. "
            f"Log in again for it: {_login_call(missing)}",
            character=character.name,
            scopes=missing,
        )

    # Logging in

    def begin(self, scopes: Iterable[str] = ()) -> PendingLogin:
        """Begin a login, with PKCE and a state of its own.

        Raises:
            LoginFailedError: there is no client id; the message says how to get one.
            SsoError: the SSO cannot be reached.
        """
        config = self.config()
        callback_url = config.sso_callback_url or CALLBACK_URL
        client_id = config.sso_client_id
        if not client_id:
            raise LoginFailedError(
                "A login needs an application of yours. Register one at "
                "https://developers.eveonline.com (it costs nothing): give it the scopes you "
                f"want and the callback address {callback_url} exactly so. Then pass its client "
                'id: Esi(client_id="..."), or set ESI_SSO_CLIENT_ID. Its secret is not needed.'
            )
        pkce = Pkce.new(padded=config.sso_verifier_padded)
        state = Secret(secrets.token_urlsafe(24))
        wanted = tuple(dict.fromkeys(scopes))
        url = self._sso(client_id).authorization_url(
            wanted, state, callback_url=callback_url, pkce=pkce
        )
        return PendingLogin(url, callback_url, wanted, client_id, state, pkce.verifier)

    def finish(self, attempt: PendingLogin, address: str) -> Character:
        """End a login with the address that the SSO sent the browser to; the login is kept.

        Raises:
            LoginFailedError: the address is none of this login, or the player has refused.
            TokenInvalidError: the code is used or older than five minutes.
            SsoError, IncompleteResponseError: the SSO is ill; begin again.
        """
        code = read_callback(address, attempt.state)
        sso = self._sso(attempt.client_id)
        grant = sso.exchange(code, verifier=attempt.verifier, callback_url=attempt.callback_url)
        claims = sso.verify(grant.access_token)
        now = self._now()
        login = Login(
            sso=self.config().sso_metadata_url,
            client_id=attempt.client_id,
            character_id=claims.character_id,
            name=claims.name,
            owner=claims.owner,
            scopes=claims.scopes,
            since=now,
            expires_at=self._expiry(grant.expires_in),
            access_token=grant.access_token,
            refresh_token=grant.refresh_token,
        )
        store = self.store
        store.put(login)
        store.drop(each.key for each in store.logins() if _replaces(login, each))
        return self.character(claims.character_id)

    def forget(self, who: object, *, revoke: bool = True) -> Character:
        """Log a character out: end its tokens at the SSO, then forget them here.

        Raises:
            LoginNeededError: it is not logged in.
            SsoError: the SSO cannot be reached; the login is kept.
        """
        character = self.character(who)
        for login in self.kept():
            if login.character_id != character.character_id:
                continue
            if revoke:
                hint = "refresh_token" if login.refresh_token else "access_token"
                token = login.refresh_token or login.access_token
                try:
                    self._sso(login.client_id).revoke(token, hint, public=True)
                except TokenInvalidError:
                    pass  # it has ended already
                except SsoError as exc:
                    exc.add_note(
                        f"{character.name} is still logged in; revoke=False forgets the login on "
                        "this machine alone."
                    )
                    raise
            self.store.drop([login.key])
        return character

    # Keeping tokens fresh

    def expired(self, login: Login) -> bool:
        """Whether an access token's time is over."""
        return self._now() >= login.expires_at

    def fresh(self, login: Login) -> Login:
        """A login with an access token that holds: refreshed, or as another process got it.

        Raises:
            NotRefreshableTokenError: its time is over, and it has nothing to be renewed with.
            TokenInvalidError: the SSO has ended it, or the character was sold.
            IncompleteResponseError, SsoError: the SSO is ill or out of reach; the login is kept.
        """
        config, store = self.config(), self.store
        longest = 10 + config.requests_connect_timeout + config.requests_read_timeout
        with store.alone(login.key, longest):
            kept = store.get(login.key)
            if kept is None:
                raise TokenInvalidError(
                    f"{login.name} was logged out meanwhile. "
                    f"Log in again: {_login_call(login.scopes)}"
                )
            return self._refreshed(kept) if self.expired(kept) else kept

    def _refreshed(self, login: Login) -> Login:
        store, sso = self.store, self._sso(login.client_id)
        store.put(login)  # fail on a full disk before the refresh token is used up
        stored = _StoredLogin(store, login, self._expiry)
        try:
            request_tokens(stored, sso, public=True)
            verify_owner(stored, sso)
        except NotRefreshableTokenError as exc:
            raise NotRefreshableTokenError(_advice(login, exc)) from None
        except TokenInvalidError as exc:
            current = store.get(login.key)
            if current and current.refresh_token != stored.refresh_token:
                return current  # refreshed by a machine that the lock does not reach
            store.drop([login.key])
            raise TokenInvalidError(_advice(login, exc)) from None
        return stored.login

    def _expiry(self, expires_in: int) -> float:
        return self._now() + min(expires_in, self.config().token_valid_duration)

    def _sso(self, client_id: str) -> Sso:
        """The SSO as one application asks it; a login is refreshed by the one that it is of."""
        if client_id not in self._ssos:
            self._ssos[client_id] = Sso(
                lambda: replace(self.config(), sso_client_id=client_id),
                self._cache,
                clock=self._now,
                user_agent=lambda: self._user_agent,
            )
        return self._ssos[client_id]


class _StoredLogin:
    """Login in the store, as `esi.core.sso.refresh` refreshes it."""

    def __init__(self, store: FileStore, login: Login, expiry: Callable[[int], float]) -> None:
        self.login = login
        self._store = store
        self._expiry = expiry
        self._expires_at = 0.0

    @property
    def character_id(self) -> int:
        """Id of the character."""
        return self.login.character_id

    @property
    def character_owner_hash(self) -> str:
        """Hash of the account that owns the character."""
        return self.login.owner

    @property
    def access_token(self) -> str:
        """Access token."""
        return self.login.access_token

    @property
    def refresh_token(self) -> str | None:
        """Refresh token."""
        return self.login.refresh_token

    def store_grant(self, grant: Grant) -> None:
        """Store new tokens; the access token counts as expired until it is verified."""
        self._expires_at = self._expiry(grant.expires_in)
        self._put(
            access_token=grant.access_token,
            refresh_token=grant.refresh_token or self.login.refresh_token,
            expires_at=0.0,
        )

    def store_claims(self, claims: Claims) -> None:
        """Store the character's name; from now on the access token counts as valid."""
        self._put(name=claims.name, expires_at=self._expires_at)

    def _put(self, **changes: Any) -> None:
        self.login = replace(self.login, **changes)
        self._store.put(self.login)


# Rules


def read_callback(address: str, state: str) -> str:
    """The code in the address that the SSO sent the browser to.

    Raises:
        LoginFailedError: it is no such address, it belongs to another login, or the player has
            refused.
    """
    query = parse_qs(urlsplit(address.strip()).query or address.strip().lstrip("?"))
    found = {name: values[-1] for name, values in query.items()}
    if "state" not in found or not ("code" in found or "error" in found):
        raise LoginFailedError(
            "This is not the address that the login ended at: it begins with the callback address "
            "and has code= and state= in it. Copy it whole, out of the browser's address bar."
        )
    if not hmac.compare_digest(found["state"].encode(), state.encode()):
        raise LoginFailedError(
            "This address belongs to another login (its state is a different one), so it was not "
            "used. Go through the page that was opened last, or begin again."
        )
    if "code" not in found:
        if found["error"] == "access_denied":
            raise LoginFailedError("You did not allow the login. Begin again when you want to.")
        raise LoginFailedError(
            "The SSO refused the login. Is the callback address registered exactly so, and does "
            "the application have all of the scopes? https://developers.eveonline.com/applications"
        )
    return found["code"]


def with_sso(config: Config) -> Config:
    """A configuration with the SSO that belongs to its API, unless it names one.

    EVE's API has EVE's. Another API (the sandbox) is asked for its own, so that no token of one
    reaches the other; one on this machine takes any client.
    """
    if config.sso_metadata_url:
        return config
    if config.api_url.rstrip("/") == Config().api_url:
        return replace(config, sso_metadata_url=LIVE_METADATA_URL)
    parts = urlsplit(config.api_url)
    local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    return replace(
        config,
        sso_metadata_url=f"{parts.scheme}://{parts.netloc}{_METADATA}",
        sso_client_id=config.sso_client_id or (_SANDBOX_CLIENT if local else None),
    )


def _replaces(new: Login, old: Login) -> bool:
    """Whether a login makes an older one of the same character superfluous, or wrong."""
    same = (new.sso, new.client_id, new.character_id) == (old.sso, old.client_id, old.character_id)
    covered = set(old.scopes) <= set(new.scopes) or old.owner != new.owner
    return same and covered and new.key != old.key


def _advice(login: Login, exc: Exception) -> str:
    """Return the text of an error with the character's name and the call that logs it in again."""
    return f"{login.name}: {exc} {_login_call(login.scopes)}"


def _login_call(scopes: Iterable[str]) -> str:
    """Return the line of code that logs in for these scopes."""
    wanted = ", ".join(f'"{scope}"' for scope in scopes)
    return f"esi.login([{wanted}])"
