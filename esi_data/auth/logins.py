"""Start, complete, refresh and delete logins without Django.

One process at a time refreshes a login, and the others find its new tokens; see
`esi.core.sso.refresh`.

A login ends if the SSO rejects its refresh token, if the character has another owner, or by
`forget`. An SSO that fails, is busy or is unreachable ends none.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from esi.core.config import Config
from esi.core.config_rules import is_loopback
from esi.core.entry_point import entry_point
from esi.core.sso.client import Sso
from esi.core.sso.discovery import LIVE_METADATA_URL
from esi.core.sso.messages import Pkce, Secret
from esi.core.sso.refresh import UNSAVED, StoredLogin, refresh
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

    from esi.core.sso.messages import Claims
    from esi_data.auth.token_store import FileStore

# Default of ESI_SSO_CALLBACK_URL. Not 127.0.0.1, which the SSO is not known to accept.
CALLBACK_URL = "http://localhost:8635/callback"
# The sandbox accepts any client.
_SANDBOX_CLIENT = "esi-toolkit"
_METADATA = "/.well-known/oauth-authorization-server"


@dataclass(frozen=True, slots=True)
class Character:
    """Character that is logged in, with the scopes of all its logins; contains no tokens.

    Pass it, its name or its id as `character=`.
    """

    character_id: int
    name: str
    scopes: tuple[str, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class PendingLogin:
    """Login that was started: open `url`, pass the address of the callback to `Logins.finish`."""

    url: str
    callback_url: str
    scopes: tuple[str, ...]
    client_id: str
    state: Secret
    verifier: Secret


class Logins:
    """Logins of this user with one SSO."""

    def __init__(
        self,
        config: Callable[[], Config],
        *,
        now: Callable[[], float],
        user_agent: str,
    ) -> None:
        self.config = config
        self._now = now
        self._user_agent = user_agent
        self._ssos: dict[str, Sso] = {}

    @property
    def store(self) -> FileStore:
        """Store of the logins."""
        return store_of(self.config())

    # Characters

    def stored(self) -> list[Login]:
        """Return the logins with this SSO, and this application if one is set; oldest first."""
        config = self.config()
        return [
            login
            for login in self.store.logins()
            if login.sso == config.sso_metadata_url
            and config.sso_client_id in {None, login.client_id}
            and (login.refresh_token or not self.expired(login))
        ]

    def characters(self) -> list[Character]:
        """Return the logged-in characters in the order of their first login."""
        found: dict[int, Character] = {}
        for login in self.stored():
            before = found.get(login.character_id)
            scopes = dict.fromkeys([*(before.scopes if before else ()), *login.scopes])
            found[login.character_id] = Character(login.character_id, login.name, tuple(scopes))
        return list(found.values())

    def character(self, who: object, scopes: tuple[str, ...] = ()) -> Character:
        """Return a logged-in character by its name (in any case) or id."""
        characters = self.characters()
        wanted = str(getattr(who, "character_id", who)).strip()
        by_id = {str(each.character_id): each for each in characters}
        by_name = {each.name.casefold(): each for each in characters}
        found = by_name.get(wanted.casefold()) or by_id.get(wanted)
        if found:
            return found
        names = ", ".join(each.name for each in characters) or "nobody"
        raise LoginNeededError(
            f"character={wanted!r} is not logged in. Logged in: {names}."
            + (f" Log in: {_login_call(scopes)}" if scopes else ""),
            character=wanted,
            scopes=scopes,
        )

    def login_for(self, who: object, spec: Mapping[str, Any], name: str) -> Login:
        """Return the newest login of a character with the scopes of an operation."""
        character = self.character(who, missing_scopes(spec))
        own = [each for each in self.stored() if each.character_id == character.character_id]
        for login in reversed(own):
            if not missing_scopes(spec, login.scopes):
                return login
        missing = missing_scopes(spec, character.scopes) or missing_scopes(spec)
        raise MissingScopesError(
            f"{name} needs {', '.join(missing)}, which {character.name} has not allowed. "
            f"Log in again: {_login_call(missing)}",
            character=character.name,
            scopes=missing,
        )

    # Login

    @entry_point
    def begin(self, scopes: Iterable[str] = ()) -> PendingLogin:
        """Start a login with PKCE."""
        config = self.config()
        callback_url = config.sso_callback_url or CALLBACK_URL
        client_id = config.sso_client_id
        if not client_id:
            raise LoginFailedError(
                "A login needs an application of your own. Register one for free at "
                "https://developers.eveonline.com, with the scopes that you want and exactly the "
                f"callback address {callback_url}. Then pass its client id: "
                'Esi(client_id="..."), or set ESI_SSO_CLIENT_ID. You do not need its secret.'
            )
        store_of(config)  # an unusable store fails before the player logs in
        pkce = Pkce.new(padded=config.sso_verifier_padded)
        state = Secret(secrets.token_urlsafe(24))
        wanted = tuple(dict.fromkeys(scopes))
        url = self._sso(client_id).authorization_url(
            wanted, state, callback_url=callback_url, pkce=pkce
        )
        return PendingLogin(url, callback_url, wanted, client_id, state, pkce.verifier)

    @entry_point
    def finish(self, pending: PendingLogin, address: str) -> Character:
        """Complete a login with the address to which the SSO sent the browser, and store it."""
        code = read_callback(address, pending.state)
        sso = self._sso(pending.client_id)
        tokens = sso.exchange(code, verifier=pending.verifier, callback_url=pending.callback_url)
        claims = sso.verify(tokens.access_token, is_new=True)
        now = self._now()
        login = Login(
            sso=self.config().sso_metadata_url,
            client_id=pending.client_id,
            character_id=claims.character_id,
            name=claims.name,
            owner=claims.owner,
            scopes=claims.scopes,
            since=now,
            expires_at=self._expiry(tokens.expires_in),
            access_token=tokens.access_token,
            refresh_token=tokens.refresh_token,
        )
        store = self.store
        store.put(login)
        store.drop(each.key for each in store.logins() if _replaces(login, each))
        return self.character(claims.character_id)

    @entry_point
    def forget(self, who: object, *, revoke: bool = True) -> Character:
        """Log a character out: revoke its tokens at the SSO, then delete them here."""
        character = self.character(who)
        for login in self.stored():
            if login.character_id != character.character_id:
                continue
            if revoke:
                hint = "refresh_token" if login.refresh_token else "access_token"
                token = login.refresh_token or login.access_token
                try:
                    self._sso(login.client_id).revoke(token, hint, public=True)
                except TokenInvalidError:
                    pass  # already revoked
                except SsoError as exc:
                    exc.add_note(
                        f"{character.name} is still logged in; revoke=False deletes the login on "
                        "this machine only."
                    )
                    raise
            self.store.drop([login.key])
        return character

    # Refresh

    def expired(self, login: Login) -> bool:
        """Return True if the access token of a login has expired."""
        return self._now() >= login.expires_at

    def fresh(self, login: Login) -> Login:
        """Return a login with a valid access token, refreshed by this or another process."""
        config, store = self.config(), self.store
        timeout = 10 + config.requests_connect_timeout + config.requests_read_timeout
        with store.lock(login.key, timeout):
            current = store.get(login.key)
            if current is None:
                raise TokenInvalidError(
                    f"{login.name} was logged out meanwhile. "
                    f"Log in again: {_login_call(login.scopes)}"
                )
            stored = UNSAVED.newest(_StoredLogin(store, current, self._expiry))
            if self.expired(stored.login):
                self._refresh(stored)
            return stored.login

    def _refresh(self, stored: _StoredLogin) -> None:
        stored.save()  # fail on a full disk before the refresh token is used up
        login = stored.login
        try:
            refresh(stored, self._sso(login.client_id), public=True)
        except NotRefreshableTokenError as exc:
            raise NotRefreshableTokenError(_advice(login, exc)) from None
        except TokenInvalidError as exc:
            UNSAVED.drop(stored.key)
            self.store.drop([login.key])
            raise TokenInvalidError(_advice(login, exc)) from None

    def _expiry(self, expires_in: int) -> float:
        return self._now() + min(expires_in, self.config().token_valid_duration)

    def _sso(self, client_id: str) -> Sso:
        """Return the SSO client of an application; it also refreshes that application's logins."""
        if client_id not in self._ssos:
            self._ssos[client_id] = Sso(
                lambda: replace(self.config(), sso_client_id=client_id),
                clock=self._now,
                user_agent=lambda: self._user_agent,
            )
        return self._ssos[client_id]


class _StoredLogin(StoredLogin):
    """Login in the store, as `esi.core.sso.refresh` refreshes it."""

    def __init__(self, store: FileStore, login: Login, expiry: Callable[[int], float]) -> None:
        key = store.path, login.key
        super().__init__(key, login.character_id, login.owner, login.refresh_token)
        self.login = login
        self._store = store
        self._expiry = expiry

    def set_claims(self, claims: Claims) -> None:
        """Take over the access token and the character's name."""
        self.login = replace(
            self.login,
            name=claims.name,
            access_token=self.tokens.access_token,
            expires_at=self._expiry(self.tokens.expires_in),
        )

    def expire(self) -> None:
        """Let the access token count as expired."""
        self.login = replace(self.login, expires_at=0.0)

    def reload(self) -> bool:
        """Read the login again."""
        current = self._store.get(self.login.key)
        if current is None or not current.refresh_token or current.refresh_token in self.used:
            return False
        self.login = current
        return True

    def save(self) -> bool:
        """Write the login, unless the store has one of another refresh."""
        self.login = replace(self.login, refresh_token=self.refresh_token)
        self._store.update(self.login, self.used)
        return True


# Rules


def read_callback(address: str, state: str) -> str:
    """Return the code in the address to which the SSO sent the browser."""
    address = address.strip()
    try:
        query = parse_qs(urlsplit(address).query or address.lstrip("?"))
    except ValueError:  # no address at all, such as `http://[`
        query = {}
    found = {name: values[-1] for name, values in query.items()}
    if "state" not in found or not ("code" in found or "error" in found):
        raise LoginFailedError(
            "This is not the final address of the login, which starts with the callback address "
            "and contains code= and state=. Copy all of it from the browser's address bar."
        )
    if not hmac.compare_digest(found["state"].encode(errors="replace"), state.encode()):
        raise LoginFailedError(
            "This address belongs to another login (its state differs), so it was not used. "
            "Continue on the page that was opened last, or start again."
        )
    if "code" not in found:
        if found["error"] == "access_denied":
            raise LoginFailedError("You did not allow the login. Start again to log in.")
        raise LoginFailedError(
            "The SSO refused the login. Check that the application has exactly this callback "
            "address registered, and all of the scopes: "
            "https://developers.eveonline.com/applications"
        )
    return found["code"]


def with_sso(config: Config) -> Config:
    """Return the configuration with the SSO that belongs to its API, unless one is set.

    EVE's API uses EVE's SSO. Another API (such as the sandbox) uses its own, so that no token of
    one reaches the other. An API on this machine accepts any client.
    """
    if config.sso_metadata_url:
        return config
    if config.api_url.rstrip("/") == Config().api_url:
        return replace(config, sso_metadata_url=LIVE_METADATA_URL)
    parts = urlsplit(config.api_url)
    return replace(
        config,
        sso_metadata_url=f"{parts.scheme}://{parts.netloc}{_METADATA}",
        sso_client_id=config.sso_client_id
        or (_SANDBOX_CLIENT if is_loopback(config.api_url) else None),
    )


def _replaces(new: Login, old: Login) -> bool:
    """Return True if a login makes an older one of the same character redundant or invalid."""
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
