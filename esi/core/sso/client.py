"""EVE Online's single sign-on: OAuth 2.0 with authorization codes, and tokens that are JWTs.

    sso = Sso(config)
    pkce = Pkce.new()                                    # only where there is no client secret
    sso.authorization_url(scopes, state, pkce=pkce)      # send the browser there
    grant = sso.exchange(code, verifier=pkce.verifier)   # when it comes back
    sso.verify(grant.access_token)                       # who has logged in, for which scopes
    sso.refresh(grant.refresh_token)                     # store what comes back before all else

What the answers mean is said in `esi.core.sso.messages`, where the SSO's doors and keys are found
in `esi.core.sso.discovery`. Errors of the network are raised without their
cause: its frames hold the form that was sent, and an error page would show them.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from esi.core.sso.discovery import Discovery, unreachable
from esi.core.sso.messages import (
    Claims,
    Grant,
    Metadata,
    Pkce,
    Secret,
    grant_of,
    not_ours,
    read_claims,
    read_grant,
    refuse,
)
from esi.errors import SsoError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import requests

    from esi.core.cache.protocol import Cache
    from esi.core.config import Config

__all__ = ["Claims", "Grant", "Metadata", "Pkce", "Secret", "Sso"]


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
        self.clock = clock
        self.user_agent = user_agent
        self._discovery = Discovery(config, cache, clock=clock, user_agent=user_agent)

    def metadata(self) -> Metadata:
        """The SSO's addresses; see `esi.core.sso.discovery`.

        Raises:
            SsoError: the SSO cannot be reached, or the document is not one of an SSO.
        """
        return self._discovery.metadata()

    def forget(self) -> None:
        """Drop the kept documents."""
        self._discovery.forget()

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
        return urlunsplit(
            parts._replace(query=urlencode([*parse_qsl(parts.query), *query.items()]))
        )

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

    def revoke(
        self, token: str, hint: str = "refresh_token", *, public: bool | None = None
    ) -> None:
        """End a token at the SSO (RFC 7009).

        Raises:
            SsoError: the SSO cannot be reached, cannot revoke, or refuses this application.
        """
        url = self.metadata().revocation_endpoint
        if url is None:
            raise SsoError(
                "The SSO names no address to revoke tokens at. Remove the application at "
                "https://developers.eveonline.com/authorized-apps instead."
            )
        form = {"token": Secret(token), "token_type_hint": hint}
        response = self._post(url, form, self._authentication(form, public))
        if response.status_code >= 400:
            refuse(response.status_code, response.content, response.headers.get("Retry-After"))

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
            raise not_ours("it is not a JSON web token") from None
        key = self._discovery.key(head)
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
            raise not_ours(f"its signature does not hold ({type(exc).__name__})") from None
        return read_claims(claims, self.metadata().issuer, self._client_id(), self.clock())

    # Inside

    def _client_id(self) -> str:
        client_id = self.config().sso_client_id
        if not client_id:
            raise SsoError(
                "No client id: register an application at https://developers.eveonline.com and "
                "set ESI_SSO_CLIENT_ID."
            )
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
            raise unreachable(url, exc) from None  # the cause's frames hold the tokens
        return found


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
        refuse(status, json.dumps({"error": exc.error}).encode(), None)
    except requests.RequestException as exc:
        raise unreachable(url, exc) from None
    return grant_of(found)
