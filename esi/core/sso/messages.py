"""Messages of the single sign-on as plain values; pure.

`read_metadata`, `read_token_response` and `read_claims` decide what a response means. Tokens are
`Secret`s, whose repr is stars, so that no error page shows one.

Sources: docs.esi.evetech.net and developers.eveonline.com (SSO), RFC 6749, 7519, 7636 and 8414.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import urlsplit

from esi._header_values import delay
from esi.core.config_rules import may_carry_tokens
from esi.core.error_text import one_line
from esi.errors import IncompleteResponseError, SsoError, TokenInvalidError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

# OAuth error codes that end a token; it survives every other error.
FATAL = frozenset({"invalid_grant", "invalid_token", "invalid_scope"})

AUDIENCE = "EVE Online"
ALGORITHMS = ["RS256", "ES256"]
REQUIRED_CLAIMS = ["iss", "aud", "exp", "sub", "name", "owner"]
_LEEWAY = 30  # seconds by which the SSO's clock may differ from ours
_SUBJECT = re.compile(r"CHARACTER:EVE:(\d{1,19})")
_ERROR_CODE = re.compile(r"[a-z_]{1,40}")


class Secret(str):  # noqa: SLOT000 - it must pass for text everywhere but in a repr
    """Text that must not be shown: code, verifier or token. Only its repr differs from `str`."""

    def __repr__(self) -> str:
        return "'***'"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Addresses of the SSO; the fields are those of RFC 8414."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    revocation_endpoint: str | None = None


@dataclass(frozen=True, slots=True)
class Pkce:
    """Verifier that only this login knows, and its S256 challenge (RFC 7636)."""

    verifier: Secret
    challenge: str

    @classmethod
    def new(cls, *, padded: bool = False) -> Pkce:
        """Create a verifier from 32 random bytes.

        `padded` keeps the trailing `=` of base64, as the SSO's own example does; RFC 7636 does not
        allow it.
        """
        text = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
        return cls.of(text if padded else text.rstrip("="))

    @classmethod
    def of(cls, verifier: str) -> Pkce:
        """Compute the challenge of a verifier."""
        digest = hashlib.sha256(verifier.encode()).digest()
        return cls(Secret(verifier), base64.urlsafe_b64encode(digest).decode().rstrip("="))


@dataclass(frozen=True, slots=True)
class TokenResponse:
    """Tokens from the token endpoint; `expires_in` is in seconds."""

    access_token: Secret
    refresh_token: Secret | None = None
    expires_in: int = 1200


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims of a verified access token. `expires_at` is in epoch seconds."""

    character_id: int
    name: str
    owner: str
    scopes: tuple[str, ...]
    expires_at: float


# Rules: what responses mean


def read_metadata(
    document: Mapping[str, Any], url: str, insecure_hosts: Collection[str] = ()
) -> Metadata:
    """Read the addresses in a metadata document.

    Raises:
        SsoError: an address is missing, is not https, or the issuer is of another host.
    """
    found: dict[str, Any] = {name: document.get(name) for name in Metadata.__slots__}
    for name, value in found.items():
        if value is None and name == "revocation_endpoint":
            continue
        if not isinstance(value, str) or not value:
            raise SsoError(f"{url} lacks {name}. Check ESI_SSO_METADATA_URL.")
        if name != "issuer":
            check_address(value, insecure_hosts)
    # RFC 8414, 3.3: the issuer must match the address of the document.
    if _host(str(found["issuer"])) != _host(url):
        raise SsoError(
            f"{url} is the metadata of another issuer: {found['issuer']!r}. "
            "Check ESI_SSO_METADATA_URL."
        )
    return Metadata(**found)


def read_token_response(status: int, body: bytes, retry_after: str | None = None) -> TokenResponse:
    """Read a response of the token endpoint.

    Raises:
        TokenInvalidError: the SSO rejects the code or token for good.
        IncompleteResponseError: the response is a success without tokens.
        SsoError: any other failure.
    """
    if status != 200:
        refuse(status, body, retry_after)
    return parse_tokens(read_json(body))


def parse_tokens(found: Mapping[str, Any]) -> TokenResponse:
    """Read the tokens of a successful response.

    Raises:
        IncompleteResponseError: there is no access token, or it is no bearer token.
    """
    access, refresh = found.get("access_token"), found.get("refresh_token")
    if not isinstance(access, str) or not access:
        raise IncompleteResponseError(
            "The SSO's response has no access token. Nothing was changed: try again later."
        )
    if str(found.get("token_type", "bearer")).lower() != "bearer":
        raise IncompleteResponseError(
            "The SSO's response has an unknown token type. Nothing was changed: try again later."
        )
    try:
        expires_in = int(found.get("expires_in", 1200))
    except (TypeError, ValueError):
        expires_in = 1200
    has_refresh = isinstance(refresh, str) and bool(refresh)
    return TokenResponse(Secret(access), Secret(refresh) if has_refresh else None, expires_in)


def read_claims(claims: Mapping[str, Any], client_id: str, now: float) -> Claims:
    """Read the claims of a token whose signature, issuer and required claims PyJWT has checked.

    Raises:
        TokenInvalidError: the token is for another application, has expired, or is malformed.
    """
    audience = claims["aud"]
    audiences = {audience} if isinstance(audience, str) else set(_texts(audience))
    # Both must be there; PyJWT is content with one.
    if not {client_id, AUDIENCE} <= audiences:
        raise not_accepted("it was issued to another application")
    expires_at = claims["exp"]
    if not isinstance(expires_at, int | float) or expires_at <= now - _LEEWAY:
        raise not_accepted("it has expired")
    subject = _SUBJECT.fullmatch(str(claims["sub"]))
    name, owner = claims["name"], claims["owner"]
    if not subject or not isinstance(name, str) or not isinstance(owner, str) or not owner:
        raise not_accepted("it does not identify a character and its owner")
    scopes = claims.get("scp")
    if isinstance(scopes, str):
        scopes = scopes.split()
    return Claims(int(subject[1]), one_line(name), owner, tuple(_texts(scopes)), float(expires_at))


def issuers(issuer: str) -> list[str]:
    """Return the forms in which tokens name an issuer: with its scheme and without."""
    return [issuer, issuer.rstrip("/"), _host(issuer)]


def refuse(status: int, body: bytes, retry_after: str | None) -> NoReturn:
    """Raise the error for a failure of the token endpoint."""
    error = read_json(body).get("error")
    # Repeat only what looks like an OAuth error code: other text could contain a token.
    code = error if isinstance(error, str) and _ERROR_CODE.fullmatch(error) else None
    if 400 <= status < 500 and code in FATAL:
        raise TokenInvalidError(
            f"The SSO has ended this login ({code}). Log the character in again."
        )
    seconds = delay({"retry-after": retry_after or ""}, "retry-after")
    if code in {"invalid_client", "unauthorized_client"}:
        advice = "Check ESI_SSO_CLIENT_ID and ESI_SSO_CLIENT_SECRET. The token was kept."
    else:
        wait = f"in {seconds:.0f} s" if seconds else "later"
        advice = f"The token was kept: try again {wait}."
    response = f"{status} ({code})" if code else str(status)
    raise SsoError(
        f"The SSO responded with {response}. {advice}",
        status=status,
        error=code,
        retry_after=seconds,
    )


def not_accepted(reason: str) -> TokenInvalidError:
    """Return the error for an access token that fails verification."""
    return TokenInvalidError(
        f"This access token is not accepted: {reason}. Log the character in again."
    )


def check_address(url: str, insecure_hosts: Collection[str] = ()) -> None:
    """Raise SsoError for an address to which a token would travel unencrypted."""
    if not may_carry_tokens(url, insecure_hosts):
        raise SsoError(
            f"{one_line(url)} is not an https address, so no token is sent there. "
            "ESI_INSECURE_HOSTS allows hosts of a network of your own."
        )


def _host(url: str) -> str:
    return urlsplit(url).netloc or url.rstrip("/")


def _texts(values: Any) -> Sequence[str]:
    if not isinstance(values, list | tuple):
        return []
    return [value for value in values if isinstance(value, str)]


def read_json(body: bytes) -> dict[str, Any]:
    """Return the JSON object in a body, or an empty one."""
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
