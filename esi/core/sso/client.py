"""Log in at EVE Online's single sign-on: OAuth 2.0 authorization codes, access tokens as JWTs."""

from __future__ import annotations

import json
import logging
import time
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import requests

from esi.core.entry_point import entry_point
from esi.core.http import transport
from esi.core.http.messages import Request
from esi.core.sso.discovery import Discovery
from esi.core.sso.messages import (
    ALGORITHMS,
    REQUIRED_CLAIMS,
    Claims,
    Metadata,
    Pkce,
    Secret,
    TokenResponse,
    check_address,
    clock_error,
    issuers,
    not_accepted,
    parse_tokens,
    read_claims,
    read_json,
    read_token_response,
    refusal,
)
from esi.errors import ApiConnectionError, ApiTimeoutError, SsoError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi.core.config import Config

logger = logging.getLogger("esi.core")

# Checks of PyJWT that `read_claims` makes instead: both audiences, and times by our clock.
_OUR_CHECKS = ("verify_aud", "verify_exp", "verify_iat", "verify_nbf")

__all__ = ["Claims", "Metadata", "Pkce", "Secret", "Sso", "TokenResponse"]


class Sso:
    """Client of the SSO."""

    def __init__(
        self,
        config: Callable[[], Config],
        *,
        clock: Callable[[], float] = time.time,
        user_agent: Callable[[], str] = lambda: "esi-toolkit",
    ) -> None:
        self.config = config
        self.clock = clock
        self.user_agent = user_agent
        self._discovery = Discovery(config, self._fetch, clock)

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

        Without scopes, a login has no refresh token. `pkce` is for applications without a
        secret.
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

        `public` is True for a token of a login with PKCE; by default, if there is no client
        secret. `session` is an `OAuth2Session` of requests-oauthlib to use, `auth` its
        authentication.
        """
        form = {"grant_type": "refresh_token", "refresh_token": Secret(refresh_token)}
        return self._request_tokens(form, public=public, session=session, auth=auth)

    @entry_point
    def revoke(
        self, token: str, hint: str = "refresh_token", *, public: bool | None = None
    ) -> None:
        """Revoke a token at the SSO (RFC 7009)."""
        url = self.metadata().revocation_endpoint
        if url is None:
            raise SsoError(
                "The SSO has no endpoint to revoke tokens. Remove the application at "
                "https://developers.eveonline.com/authorized-apps instead."
            )
        form = {"token": Secret(token), "token_type_hint": hint}
        status, body, retry_after = self._send(
            "POST", url, form, self._authentication(form, public)
        )
        if status >= 400:
            raise refusal(status, body, retry_after)

    @entry_point
    def verify(self, access_token: str, *, is_new: bool = False) -> Claims:
        """Verify an access token: signature, issuer, audiences and time; return its claims.

        `is_new` says that the SSO has just sent it. If its clock differs from ours, one is
        wrong, and the SSO's counts.
        """
        claims = self._decoded(Secret(access_token))
        now = self.clock()
        if is_new and (ahead := clock_error(claims, now)):
            text = "This computer's clock is %.0f s %s the SSO's; set it"
            logger.warning(text, abs(ahead), "ahead of" if ahead > 0 else "behind")
            now -= ahead
        audiences = (self._client_id(), self.config().token_jwt_audience)
        return read_claims(claims, audiences, now)

    def _decoded(self, access_token: Secret) -> dict[str, Any]:
        """Return the claims of a token that this SSO has signed."""
        import jwt  # noqa: PLC0415 - brings cryptography, which most processes never need

        telling = jwt.InvalidSignatureError, jwt.InvalidIssuerError, jwt.MissingRequiredClaimError
        options: Any = {"require": REQUIRED_CLAIMS, **dict.fromkeys(_OUR_CHECKS, False)}
        reason = "it is not a JSON web token"
        try:
            header = jwt.get_unverified_header(access_token)
            algorithm = header.get("alg")
            reason = f"it is signed with {str(algorithm)[:20]!r}"
            if algorithm in ALGORITHMS and "crit" not in header:
                reason = "none of the SSO's keys fits it"
                key = self._signing_key(str(header.get("kid", "")))
                reason = "its claims are malformed"
                return jwt.decode(
                    access_token,
                    key,
                    algorithms=[algorithm],
                    issuer=issuers(self.metadata().issuer),
                    options=options,
                )
        except telling as exc:
            reason = str(exc)
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
            pass  # PyJWT itself trips over headers and claims of odd kinds
        raise not_accepted(reason) from None

    def _signing_key(self, kid: str) -> Any:
        from jwt import PyJWKSet, PyJWKSetError  # noqa: PLC0415 - as above

        for refresh in (False, True):
            for key in PyJWKSet.from_dict(self._discovery.keys(refresh=refresh)).keys:
                if key.key_id == kid and key.public_key_use in {None, "sig"}:
                    return key.key
        raise PyJWKSetError("unknown key")

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
        return read_token_response(*self._send("POST", url, form, authentication, session))

    def _fetch(self, url: str) -> dict[str, Any]:
        """Return the JSON object at an address of the SSO."""
        status, body, _ = self._send("GET", url)
        document = read_json(body)
        if status != 200 or not document:
            raise SsoError(
                f"{url} responded with {status} and without the expected document. "
                "Check ESI_SSO_METADATA_URL, and whether the SSO is up.",
                status=status,
            )
        return document

    def _send(
        self,
        method: str,
        url: str,
        form: dict[str, str] | None = None,
        auth: Any = None,
        session: Any = None,
    ) -> tuple[int, bytes, str | None]:
        """Send a request once; return the response's status, body and `Retry-After`.

        Without a `session` no connection is kept: calls are rare, and a forked worker must not
        share sockets.
        """
        config = self.config()
        check_address(url, config.insecure_hosts)
        headers = {
            "accept": "application/json",
            "accept-encoding": "gzip",
            "user-agent": self.config().sso_user_agent or self.user_agent(),
        }
        if form:
            headers["content-type"] = "application/x-www-form-urlencoded"
        body = urlencode(form).encode() if form else None
        request = Request(method, url, headers=headers, body=body)
        timeout = config.requests_connect_timeout, config.requests_read_timeout
        try:
            with nullcontext(session) if session else transport.new_session(1) as used:
                response = transport.send(used, request, timeout, auth)
            return response.status, response.body, response.headers.get("retry-after")
        except (ApiConnectionError, ApiTimeoutError, ValueError) as exc:
            failure = _unreachable(url, exc)
        raise failure


def _unreachable(url: str, exc: Exception) -> SsoError:
    return SsoError(
        f"{url} could not be reached ({getattr(exc, 'reason', type(exc).__name__)}). Tokens were "
        "kept: try again later. Server status: https://status.eveonline.com"
    )


def _through_session(session: Any, url: str, refresh_token: str, auth: Any) -> TokenResponse:
    """Refresh with the caller's own OAuth2Session, as the 5.x line did."""
    from oauthlib.oauth2 import OAuth2Error  # noqa: PLC0415 - only this caller needs it

    auth = requests.auth.HTTPBasicAuth(*auth) if isinstance(auth, tuple) else auth
    sent = {"auth": auth or transport.as_it_is, "proxies": transport.proxies_past(url)}
    try:
        return parse_tokens(session.refresh_token(url, refresh_token=refresh_token, **sent))
    except OAuth2Error as exc:
        body = json.dumps({"error": exc.error}).encode()
        failure: Exception = refusal(getattr(exc, "status_code", None) or 400, body)
    except requests.RequestException as exc:
        failure = _unreachable(url, exc)
    raise failure
