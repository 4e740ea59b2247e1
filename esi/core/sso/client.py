"""Client of EVE Online's single sign-on: OAuth 2.0 authorization codes, access tokens as JWTs.

sso = Sso(config)
pkce = Pkce.new()                                    # only without a client secret
sso.authorization_url(scopes, state, pkce=pkce)      # send the browser there
tokens = sso.exchange(code, verifier=pkce.verifier)  # when it comes back
sso.verify(tokens.access_token)                      # character and scopes
sso.refresh(tokens.refresh_token)                    # see `esi.core.sso.refresh`
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import requests

from esi.core.entry_point import entry_point
from esi.core.http import transport
from esi.core.sso.discovery import Discovery, send, unreachable
from esi.core.sso.messages import (
    ALGORITHMS,
    REQUIRED_CLAIMS,
    Claims,
    Metadata,
    Pkce,
    Secret,
    TokenResponse,
    issuers,
    not_accepted,
    parse_tokens,
    read_claims,
    read_token_response,
    refuse,
)
from esi.errors import SsoError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi.core.cache.protocol import Cache
    from esi.core.config import Config

__all__ = ["Claims", "Metadata", "Pkce", "Secret", "Sso", "TokenResponse"]


class Sso:
    """Client of the SSO.

    Args:
        config: called for each setting; `sso_client_id`, `sso_client_secret` and so on.
        cache: shares the SSO's documents (no tokens) between processes; None caches them in this
            process only.
        clock: returns seconds since the epoch.
        user_agent: returns the User-Agent; called for each request.
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

    @entry_point
    def metadata(self) -> Metadata:
        """Return the SSO's addresses; see `Discovery.metadata`."""
        return self._discovery.metadata()

    def forget(self) -> None:
        """Drop the cached documents."""
        self._discovery.forget()

    # Logging in

    @entry_point
    def authorization_url(
        self,
        scopes: Iterable[str],
        state: str,
        *,
        callback_url: str | None = None,
        pkce: Pkce | None = None,
    ) -> str:
        """Build the address of the SSO's login page.

        Args:
            scopes: scopes to request; without any, the login has no refresh token.
            state: returned with the code; bind it to the session.
            callback_url: `sso_callback_url` by default; must be registered.
            pkce: required without a client secret.

        Raises:
            SsoError: the SSO is unreachable, or no client id is set.
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
        endpoint = self.metadata().authorization_endpoint
        return str(requests.Request("GET", endpoint, params=query).prepare().url)

    @entry_point
    def exchange(
        self, code: str, *, verifier: str | None = None, callback_url: str | None = None
    ) -> TokenResponse:
        """Exchange the authorization code for tokens.

        With `verifier` (of a login with PKCE) no client secret is sent.

        Raises:
            TokenInvalidError: the code is unknown, used or older than five minutes.
            IncompleteResponseError: the response lacks the tokens.
            SsoError: the SSO is unreachable, or refuses this application.
        """
        form = {"grant_type": "authorization_code", "code": Secret(code)}
        if verifier is not None:
            form["code_verifier"] = Secret(verifier)
            form["redirect_uri"] = callback_url or self.config().sso_callback_url or ""
        return self._request_tokens(form, public=verifier is not None)

    # Tokens

    @entry_point
    def refresh(
        self,
        refresh_token: str,
        *,
        public: bool | None = None,
        session: Any = None,
        auth: Any = None,
    ) -> TokenResponse:
        """Exchange a refresh token for new tokens; store them at once: the old one may be used up.

        The request is never retried: the SSO may have used up the token although its response was
        lost.

        Args:
            refresh_token: the refresh token.
            public: True for a token from a login with PKCE; by default, if there is no client
                secret.
            session: an `OAuth2Session` of requests-oauthlib to use.
            auth: authentication for that session.

        Raises:
            TokenInvalidError: the SSO has ended the token.
            IncompleteResponseError: the response lacks the tokens; the token may still work.
            SsoError: the SSO is unreachable, or refuses this application; the token still works.
        """
        form = {"grant_type": "refresh_token", "refresh_token": Secret(refresh_token)}
        return self._request_tokens(form, public=public, session=session, auth=auth)

    @entry_point
    def revoke(
        self, token: str, hint: str = "refresh_token", *, public: bool | None = None
    ) -> None:
        """Revoke a token at the SSO (RFC 7009).

        Raises:
            SsoError: the SSO is unreachable, cannot revoke tokens, or refuses this application.
        """
        url = self.metadata().revocation_endpoint
        if url is None:
            raise SsoError(
                "The SSO has no endpoint to revoke tokens. Remove the application at "
                "https://developers.eveonline.com/authorized-apps instead."
            )
        form = {"token": Secret(token), "token_type_hint": hint}
        authentication = self._authentication(form, public)
        status, body, retry_after = self._post(url, form, authentication)
        if status >= 400:
            refuse(status, body, retry_after)

    @entry_point
    def verify(self, access_token: str) -> Claims:
        """Verify an access token: signature, issuer, audiences and time; return its claims.

        Raises:
            TokenInvalidError: the token has expired, or is not of this SSO and application.
            SsoError: the SSO's keys are needed and it is unreachable.
        """
        import jwt  # noqa: PLC0415 - brings cryptography, which most processes never need

        from esi.core.sso.keys import KeyClient  # noqa: PLC0415 - needs PyJWT

        access_token = Secret(access_token)
        try:
            header = jwt.get_unverified_header(access_token)
        except jwt.PyJWTError:
            raise not_accepted("it is not a JSON web token") from None
        if header.get("alg") not in ALGORITHMS:
            raise not_accepted(f"it is signed with {str(header.get('alg'))[:20]!r}")
        try:
            key = KeyClient(self._discovery).get_signing_key(header.get("kid", ""))
        except jwt.PyJWTError:
            raise not_accepted("none of the SSO's keys fits it") from None
        # `read_claims` checks that both audiences are there, and the time by our clock.
        try:
            claims = jwt.decode(
                access_token,
                key.key,
                algorithms=ALGORITHMS,
                issuer=issuers(self.metadata().issuer),
                options={
                    "require": REQUIRED_CLAIMS,
                    "verify_aud": False,
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                },
            )
        except jwt.PyJWTError as exc:
            raise not_accepted(str(exc)) from None
        return read_claims(claims, self._client_id(), self.clock())

    # Requests

    def _client_id(self) -> str:
        client_id = self.config().sso_client_id
        if not client_id:
            raise SsoError(
                "The client id is missing: register an application at "
                "https://developers.eveonline.com and set ESI_SSO_CLIENT_ID."
            )
        return client_id

    def _authentication(
        self, form: dict[str, str], public: bool | None
    ) -> tuple[str, Secret] | None:
        """Return HTTP Basic credentials; without a secret, put the client id into the form."""
        secret = self.config().sso_client_secret
        if public or (public is None and not secret):
            form["client_id"] = self._client_id()
            return None
        return self._client_id(), Secret(secret or "")

    def _request_tokens(
        self,
        form: dict[str, str],
        *,
        public: bool | None,
        session: Any = None,
        auth: Any = None,
    ) -> TokenResponse:
        url = self.metadata().token_endpoint
        authentication = self._authentication(form, public) if auth is None else auth
        if hasattr(session, "refresh_token"):
            return _through_session(session, url, form["refresh_token"], authentication)
        return read_token_response(*self._post(url, form, authentication, session))

    def _post(
        self, url: str, form: dict[str, str], auth: Any, session: Any = None
    ) -> tuple[int, bytes, str | None]:
        agent = self.user_agent()
        return send("POST", url, self.config(), agent, form=form, auth=auth, session=session)


def _through_session(session: Any, url: str, refresh_token: str, auth: Any) -> TokenResponse:
    """Refresh with the caller's own OAuth2Session, as the 5.x line did."""
    from oauthlib.oauth2 import OAuth2Error  # noqa: PLC0415 - only this caller needs it

    auth = requests.auth.HTTPBasicAuth(*auth) if isinstance(auth, tuple) else auth
    sent = {"auth": auth or transport.as_it_is, "proxies": transport.proxies_past(url)}
    try:
        tokens = session.refresh_token(url, refresh_token=refresh_token, **sent)
    except OAuth2Error as exc:
        status = getattr(exc, "status_code", None) or 400
        refuse(status, json.dumps({"error": exc.error}).encode(), None)
    except requests.RequestException as exc:
        raise unreachable(url, exc) from None
    return parse_tokens(tokens)
