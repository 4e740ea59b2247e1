"""EVE Online's single sign-on: OAuth 2.0 with authorization codes, and tokens that are JWTs.

    sso = Sso(config)
    pkce = Pkce.new()                                    # only where there is no client secret
    sso.authorization_url(scopes, state, pkce=pkce)      # send the browser there
    grant = sso.exchange(code, verifier=pkce.verifier)   # when it comes back
    sso.verify(grant.access_token)                       # who has logged in, for which scopes
    sso.refresh(grant.refresh_token)                     # store what comes back before all else

What an answer means is decided by pure functions (`read_metadata`, `read_grant`, `read_claims`).
Tokens travel as `Secret`, whose repr is stars, so that no error page shows one; for the same reason
errors of the network are raised without their cause, whose frames hold the form that was sent.

Sources: docs.esi.evetech.net and developers.eveonline.com (SSO), RFC 6749, 7009, 7636 and 8414.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from esi.errors import IncompleteResponseError, SsoError, TokenInvalidError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import requests

    from esi.core.cache import Cache
    from esi.core.config import Config

# The SSO's words for a token that is dead; every other error leaves the token alive.
FATAL = frozenset({"invalid_grant", "invalid_token", "invalid_scope"})

AUDIENCE = "EVE Online"
ALGORITHMS = {"RS256": "RSA", "ES256": "EC"}
_KEEP_SECONDS = 24 * 3600
_KEY_COOL_DOWN = 300
_LEEWAY = 30  # seconds by which the SSO's clock may differ from ours
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_SUBJECT = re.compile(r"CHARACTER:EVE:(\d{1,19})")
_CODE_WORD = re.compile(r"[a-z_]{1,40}")


class Secret(str):  # noqa: FURB189, SLOT000 - it must pass for text everywhere but in a repr
    """A text that must not be shown: code, verifier or token. It is itself in all but its repr."""

    def __repr__(self) -> str:
        return "'***'"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Where the SSO's doors are; the fields are those of RFC 8414."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    revocation_endpoint: str | None = None


@dataclass(frozen=True, slots=True)
class Pkce:
    """A verifier that only this login knows, and its S256 challenge (RFC 7636)."""

    verifier: Secret
    challenge: str

    @classmethod
    def new(cls, *, padded: bool = False) -> Pkce:
        """Make a verifier of 32 random bytes.

        `padded` keeps the trailing `=` of base64, as the SSO's own example does; RFC 7636 knows no
        `=` in verifiers.
        """
        text = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
        return cls.of(text if padded else text.rstrip("="))

    @classmethod
    def of(cls, verifier: str) -> Pkce:
        """The pair of a verifier."""
        digest = hashlib.sha256(verifier.encode()).digest()
        return cls(Secret(verifier), base64.urlsafe_b64encode(digest).decode().rstrip("="))


@dataclass(frozen=True, slots=True)
class Grant:
    """What the token endpoint gave; `refresh_token` is None where there is none to use later."""

    access_token: Secret
    refresh_token: Secret | None = None
    expires_in: int = 1200


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verified access token says. `expires_at` is in epoch seconds."""

    character_id: int
    name: str
    owner: str
    scopes: tuple[str, ...]
    expires_at: float


@dataclass(slots=True)
class _Kept:
    """Documents of the SSO that this process holds, by address."""

    documents: dict[str, tuple[float, dict[str, Any]]] = field(default_factory=dict)
    keys_asked_at: float = float("-inf")


class Sso:
    """Talks to the SSO.

    Args:
        config: called whenever a knob is read; `sso_client_id`, `sso_client_secret` and so on.
        cache: shares the SSO's documents (no tokens) between processes; None keeps them in this.
        clock: returns seconds since the epoch.
        user_agent: who asks; called at each request.
    """

    def __init__(
        self,
        config: Callable[[], Config],
        cache: Cache | None = None,
        *,
        clock: Callable[[], float] = time.time,
        user_agent: Callable[[], str] = lambda: "esi-toolkit",
    ) -> None:
        self.config = config
        self.cache = cache
        self.clock = clock
        self.user_agent = user_agent
        self._kept = _Kept()
        self._lock = threading.Lock()

    # Where

    def metadata(self) -> Metadata:
        """The SSO's addresses, from its metadata document; kept for a day.

        Raises:
            SsoError: the SSO cannot be reached, or the document is not one of an SSO.
        """
        url = self.config().sso_metadata_url
        return read_metadata(self._document(url), url)

    def forget(self) -> None:
        """Drop the kept documents."""
        with self._lock:
            for url in self._kept.documents:
                if self.cache is not None:
                    self.cache.delete(_cache_key(url))
            self._kept = _Kept()

    # Logging in

    def authorization_url(
        self,
        scopes: Iterable[str],
        state: str,
        *,
        callback_url: str | None = None,
        pkce: Pkce | None = None,
    ) -> str:
        """Where to send the browser.

        Args:
            scopes: to ask for; with none the login brings no refresh token.
            state: comes back with the code; bind it to the session.
            callback_url: `sso_callback_url` by default; must be registered.
            pkce: needed where there is no client secret.

        Raises:
            SsoError: the SSO cannot be reached, or no client id is set.
        """
        query = {
            "response_type": "code",
            "client_id": self._client_id(),
            "redirect_uri": callback_url or self.config().sso_callback_url or "",
            "scope": " ".join(scopes),
            "state": state,
        }
        if pkce:
            query |= {"code_challenge": pkce.challenge, "code_challenge_method": "S256"}
        parts = urlsplit(self.metadata().authorization_endpoint)
        return urlunsplit(parts._replace(query=urlencode([*parse_qsl(parts.query), *query.items()])))

    def exchange(
        self, code: str, *, verifier: str | None = None, callback_url: str | None = None
    ) -> Grant:
        """Exchange the code that the browser brought for tokens.

        With `verifier` the login used PKCE: then no client secret is sent.

        Raises:
            TokenInvalidError: the code is unknown, used or older than five minutes.
            IncompleteResponseError: the answer is not what it must be.
            SsoError: the SSO cannot be reached, or refuses this application.
        """
        form = {"grant_type": "authorization_code", "code": Secret(code)}
        if verifier is not None:
            form["code_verifier"] = Secret(verifier)
            form["redirect_uri"] = callback_url or self.config().sso_callback_url or ""
        return self._grant(form, public=verifier is not None)

    # Tokens

    def refresh(
        self,
        refresh_token: str,
        *,
        public: bool | None = None,
        session: Any = None,
        auth: Any = None,
    ) -> Grant:
        """Exchange a refresh token; it may be dead afterwards, so store the new one first of all.

        The request is sent once: the SSO may have taken the old token when an answer is lost.

        Args:
            refresh_token: the one to use.
            public: whether the token came from a login with PKCE; by default where there is no
                client secret.
            session: an `OAuth2Session` of requests-oauthlib to use.
            auth: what that session shall authenticate with.

        Raises:
            TokenInvalidError: the SSO has ended the token.
            IncompleteResponseError: the answer is not what it must be; the token may still live.
            SsoError: the SSO cannot be reached, or refuses this application; the token lives.
        """
        form = {"grant_type": "refresh_token", "refresh_token": Secret(refresh_token)}
        return self._grant(form, public=public, session=session, auth=auth)

    def revoke(self, token: str, hint: str = "refresh_token", *, public: bool | None = None) -> None:
        """End a token at the SSO (RFC 7009).

        Raises:
            SsoError: the SSO cannot be reached, cannot revoke, or refuses this application.
        """
        url = self.metadata().revocation_endpoint
        if url is None:
            raise SsoError("The SSO names no address to revoke tokens at. Remove the application "
                           "at https://developers.eveonline.com/authorized-apps instead.")  # fmt: skip
        form = {"token": Secret(token), "token_type_hint": hint}
        response = self._post(url, form, self._authentication(form, public))
        if response.status_code >= 400:
            _refused(response.status_code, response.content, response.headers.get("Retry-After"))

    def verify(self, access_token: str) -> Claims:
        """Check an access token: signature, issuer, audience, time; return what it says.

        Raises:
            TokenInvalidError: it is not a token of this SSO for this application, or has expired.
            SsoError: the keys are needed and the SSO cannot be reached.
        """
        import jwt  # noqa: PLC0415 - brings cryptography, which most processes never need

        access_token = Secret(access_token)
        try:
            head = jwt.get_unverified_header(access_token)
        except jwt.PyJWTError:
            raise _not_ours("it is not a JSON web token") from None
        key = self._key(head)
        try:
            claims = jwt.decode(
                access_token,
                jwt.PyJWK(key, algorithm=head["alg"]).key,
                algorithms=[head["alg"]],
                # Ours below: two issuers, two audiences that must both be there, our own clock.
                options={
                    "verify_aud": False,
                    "verify_iss": False,
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                },
            )
        except jwt.PyJWTError as exc:
            raise _not_ours(f"its signature does not hold ({type(exc).__name__})") from None
        return read_claims(claims, self.metadata().issuer, self._client_id(), self.clock())

    # Inside

    def _client_id(self) -> str:
        client_id = self.config().sso_client_id
        if not client_id:
            raise SsoError("No client id: register an application at "
                           "https://developers.eveonline.com and set ESI_SSO_CLIENT_ID.")  # fmt: skip
        return client_id

    def _authentication(
        self, form: dict[str, str], public: bool | None
    ) -> tuple[str, Secret] | None:
        """HTTP Basic with the secret, or the client id in the form where there is none."""
        secret = self.config().sso_client_secret
        if public or (public is None and not secret):
            form["client_id"] = self._client_id()
            return None
        return self._client_id(), Secret(secret or "")

    def _grant(
        self,
        form: dict[str, str],
        *,
        public: bool | None,
        session: Any = None,
        auth: Any = None,
    ) -> Grant:
        url = self.metadata().token_endpoint
        authentication = self._authentication(form, public) if auth is None else auth
        if hasattr(session, "refresh_token"):
            return _through_session(session, url, form["refresh_token"], authentication)
        response = self._post(url, form, authentication, session)
        return read_grant(
            response.status_code, response.content, response.headers.get("Retry-After")
        )

    def _post(
        self, url: str, form: dict[str, str], authentication: Any, session: Any = None
    ) -> requests.Response:
        import requests  # noqa: PLC0415 - the pure parts need none

        config = self.config()
        try:
            # A session for each call: these are rare, and a forked worker must not share sockets.
            found: requests.Response = (session or requests).post(
                url,
                data=form,
                auth=authentication,
                headers={"Accept": "application/json", "User-Agent": self.user_agent()},
                timeout=(config.requests_connect_timeout, config.requests_read_timeout),
                allow_redirects=False,
            )
        except requests.RequestException as exc:
            raise _unreachable(url, exc) from None  # the cause's frames hold the tokens
        return found

    def _document(self, url: str, *, newer_than: float = float("-inf")) -> dict[str, Any]:
        """A document of the SSO: from this process, the shared cache, or the SSO."""
        with self._lock:
            now = self.clock()
            least = max(now - _KEEP_SECONDS, newer_than)
            stale = self._kept.documents.get(url)
            if stale is None or stale[0] < least:
                stale = _newest(stale, self._shared(url))
            if stale is None or stale[0] < least:
                try:
                    stale = (now, self._get(url))
                except SsoError:
                    # What held yesterday most likely holds today.
                    if stale is None or newer_than > float("-inf"):
                        raise
                else:
                    self._share(url, stale)
            self._kept.documents[url] = stale
            return stale[1]

    def _get(self, url: str) -> dict[str, Any]:
        import requests  # noqa: PLC0415 - the pure parts need none

        _check_address(url)
        config = self.config()
        try:
            response = requests.get(
                url,
                headers={"Accept": "application/json", "User-Agent": self.user_agent()},
                timeout=(config.requests_connect_timeout, config.requests_read_timeout),
                allow_redirects=False,
            )
        except requests.RequestException as exc:
            raise _unreachable(url, exc) from None
        found = _json(response.content)
        if response.status_code != 200 or not found:
            raise SsoError(
                f"{url} answered {response.status_code} without the document that belongs there. "
                "Check ESI_SSO_METADATA_URL, and whether the SSO is up.",
                status=response.status_code,
            )
        return found

    def _shared(self, url: str) -> tuple[float, dict[str, Any]] | None:
        try:
            raw = self.cache.get(_cache_key(url)) if self.cache is not None else None
            at, document = json.loads(raw) if raw else (None, None)
        except Exception:  # noqa: BLE001 - a cache that fails must not fail the login
            return None
        return (float(at), document) if at is not None and isinstance(document, dict) else None

    def _share(self, url: str, kept: tuple[float, dict[str, Any]]) -> None:
        if self.cache is None:
            return
        try:
            self.cache.set(_cache_key(url), json.dumps(kept).encode(), 7 * _KEEP_SECONDS)
        except Exception:  # noqa: BLE001, S110 - a cache that fails must not fail the login
            pass

    def _key(self, head: Mapping[str, Any]) -> dict[str, Any]:
        """The public key that a token's head names; the keys are fetched again once for it."""
        if head.get("alg") not in ALGORITHMS:
            raise _not_ours(f"it is signed with {str(head.get('alg'))[:20]!r}")
        url = self.metadata().jwks_uri
        key = find_key(self._document(url), head)
        now = self.clock()
        # A cool-down, so that forged tokens cannot make us hammer the SSO.
        if key is None and now - self._kept.keys_asked_at >= _KEY_COOL_DOWN:
            self._kept.keys_asked_at = now
            key = find_key(self._document(url, newer_than=now), head)
        if key is None:
            raise _not_ours("none of the SSO's keys fits it")
        return key


# Rules: what answers mean


def read_metadata(document: Mapping[str, Any], url: str) -> Metadata:
    """The metadata document's addresses.

    Raises:
        SsoError: it lacks one, belongs to another host, or would send tokens in the clear.
    """
    found = {name: document.get(name) for name in Metadata.__slots__}
    for name, value in found.items():
        if value is None and name == "revocation_endpoint":
            continue
        if not isinstance(value, str) or not value:
            raise SsoError(f"{url} names no {name}. Is ESI_SSO_METADATA_URL right?")
        if name != "issuer":
            _check_address(value)
    # RFC 8414, 3.3: an issuer speaks for its own host only.
    if _host(str(found["issuer"])) != _host(url):
        raise SsoError(f"{url} speaks for {found['issuer']}. Is ESI_SSO_METADATA_URL right?")
    return Metadata(**found)


def read_grant(status: int, body: bytes, retry_after: str | None = None) -> Grant:
    """What the token endpoint's answer means.

    Raises:
        TokenInvalidError: code or token are dead.
        IncompleteResponseError: a success without its tokens.
        SsoError: every other failure.
    """
    if status != 200:
        _refused(status, body, retry_after)
    return _grant_of(_json(body))


def _grant_of(found: Mapping[str, Any]) -> Grant:
    access, refresh = found.get("access_token"), found.get("refresh_token")
    if not isinstance(access, str) or not access:
        raise IncompleteResponseError(
            "The SSO's answer has no access token. Nothing was changed: try again later."
        )
    if str(found.get("token_type", "bearer")).lower() != "bearer":
        raise IncompleteResponseError(
            "The SSO's answer is of an unknown kind of token. Nothing was changed: try again later."
        )
    try:
        expires_in = int(found.get("expires_in", 1200))
    except (TypeError, ValueError):
        expires_in = 1200
    has_refresh = isinstance(refresh, str) and bool(refresh)
    return Grant(Secret(access), Secret(refresh) if has_refresh else None, expires_in)


def read_claims(
    claims: Mapping[str, Any], issuer: str, client_id: str, now: float
) -> Claims:
    """What the claims of a token with a good signature say.

    Raises:
        TokenInvalidError: they are another SSO's, another application's, expired or incomplete.
    """
    if claims.get("iss") not in {issuer, issuer.rstrip("/"), _host(issuer)}:
        raise _not_ours("another SSO has issued it")
    audience = claims.get("aud")
    audiences = {audience} if isinstance(audience, str) else set(_texts(audience))
    if not {client_id, AUDIENCE} <= audiences:
        raise _not_ours("it was issued to another application")
    expires_at = claims.get("exp")
    if not isinstance(expires_at, int | float) or isinstance(expires_at, bool):
        raise _not_ours("it does not say when it expires")
    if expires_at <= now - _LEEWAY:
        raise _not_ours("it has expired")
    subject = _SUBJECT.fullmatch(str(claims.get("sub")))
    name, owner = claims.get("name"), claims.get("owner")
    if not subject or not isinstance(name, str) or not isinstance(owner, str) or not owner:
        raise _not_ours("it does not say whose it is")
    scopes = claims.get("scp")
    if isinstance(scopes, str):
        scopes = scopes.split()
    return Claims(int(subject[1]), name, owner, tuple(_texts(scopes)), float(expires_at))


def find_key(keys: Mapping[str, Any], head: Mapping[str, Any]) -> dict[str, Any] | None:
    """The key of a key set that a token's head names by `kid` and `alg`."""
    for key in keys.get("keys") or ():
        if (
            isinstance(key, dict)
            and key.get("kid") == head.get("kid")
            and key.get("kty") == ALGORITHMS[head["alg"]]
            and key.get("alg", head["alg"]) == head["alg"]
        ):
            return key
    return None


def _refused(status: int, body: bytes, retry_after: str | None) -> None:
    """Raise what a failure of the token endpoint means."""
    error = _json(body).get("error")
    # Only a word of the standard's form is repeated: the text of an answer may hold anything.
    word = error if isinstance(error, str) and _CODE_WORD.fullmatch(error) else None
    if 400 <= status < 500 and word in FATAL:
        raise TokenInvalidError(
            f"The SSO has ended this login ({word}). Log the character in again."
        )
    try:
        seconds = float(retry_after) if retry_after else None
    except ValueError:
        seconds = None
    if word in {"invalid_client", "unauthorized_client"}:
        advice = "Check ESI_SSO_CLIENT_ID and ESI_SSO_CLIENT_SECRET. The token was kept."
    else:
        wait = f"in {seconds:.0f} s" if seconds else "later"
        advice = f"The token was kept: try again {wait}."
    told = f"{status} ({word})" if word else str(status)
    raise SsoError(f"The SSO answered {told}. {advice}", status=status, error=word,
                   retry_after=seconds)  # fmt: skip


def _through_session(session: Any, url: str, refresh_token: str, authentication: Any) -> Grant:
    """Refresh with the caller's own OAuth2Session, as the 5.x line did."""
    import requests  # noqa: PLC0415 - the pure parts need none
    from oauthlib.oauth2 import OAuth2Error  # noqa: PLC0415 - for this caller only

    if isinstance(authentication, tuple):
        authentication = requests.auth.HTTPBasicAuth(*authentication)
    try:
        found = session.refresh_token(url, refresh_token=refresh_token, auth=authentication)
    except OAuth2Error as exc:
        status = getattr(exc, "status_code", None) or 400
        _refused(status, json.dumps({"error": exc.error}).encode(), None)
    except requests.RequestException as exc:
        raise _unreachable(url, exc) from None
    return _grant_of(found)


def _not_ours(why: str) -> TokenInvalidError:
    return TokenInvalidError(f"This access token is not accepted: {why}. Log the character in again.")


def _unreachable(url: str, exc: Exception) -> SsoError:
    return SsoError(
        f"{url} could not be reached ({type(exc).__name__}). Tokens were kept: try again later, "
        "and see whether the SSO is up: https://status.eveonline.com"
    )


def _check_address(url: str) -> None:
    """Refuse an address at which a token would travel in the clear."""
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return
    raise SsoError(f"{url} is not an https address, so no token is sent there.")


def _host(url: str) -> str:
    return urlsplit(url).netloc or url.rstrip("/")


def _texts(values: Any) -> Sequence[str]:
    if not isinstance(values, list | tuple):
        return []
    return [value for value in values if isinstance(value, str)]


def _json(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _newest(*kept: tuple[float, dict[str, Any]] | None) -> tuple[float, dict[str, Any]] | None:
    return max((one for one in kept if one is not None), key=lambda one: one[0], default=None)


def _cache_key(url: str) -> str:
    return "esi-sso-" + hashlib.sha256(url.encode()).hexdigest()
