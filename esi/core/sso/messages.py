"""Read messages of the single sign-on into plain values; pure.

`read_metadata`, `read_token_response` and `read_claims` interpret a response. Tokens are
`Secret`s, whose repr is stars, so that no error page shows one.

Sources: docs.esi.evetech.net and developers.eveonline.com (SSO), RFC 6749, 7519, 7636 and 8414.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
import re
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from esi._header_values import delay
from esi.core.config_rules import may_carry_tokens
from esi.core.error_text import one_line
from esi.errors import (
    DjangoEsiException,
    IncompleteResponseError,
    SsoError,
    SSOOAuthError,
    TokenInvalidError,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

# OAuth error codes that end a token; it survives every other error.
FATAL = frozenset({"invalid_grant", "invalid_token", "invalid_scope"})

ALGORITHMS = ["RS256", "ES256"]
REQUIRED_CLAIMS = ["iss", "aud", "exp", "sub", "name", "owner"]
_LEEWAY = 30  # seconds by which the SSO's clock may differ from ours
_CLOCK_TOLERANCE = 300  # seconds from which a clock is called wrong
_LIFETIME = 1200  # seconds that an access token usually lives
_LATEST = 253402300799  # the end of year 9999, after which `datetime` has no dates
_SUBJECT = re.compile(r"CHARACTER:EVE:(\d{1,19})")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+([/?][!-~]*)?")
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
    expires_in: int = _LIFETIME


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims of a verified access token, and all of them in `raw`."""

    character_id: int
    name: str
    owner: str
    scopes: tuple[str, ...]
    raw: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)


# Rules for reading responses


def read_metadata(
    document: Mapping[str, Any],
    url: str,
    hosts: Collection[str] = (),
    insecure_hosts: Collection[str] = (),
) -> Metadata:
    """Read the addresses in a metadata document.

    `url` is its own address, which pins the SSO: a document can be planted in the network's
    caches. It may also name `hosts`; `insecure_hosts` may do without https.
    """
    found = {name: document[name] for name in Metadata.__slots__ if document.get(name) is not None}
    for name in set(Metadata.__slots__) - {"revocation_endpoint"}:
        if not isinstance(found.get(name), str) or not found[name]:
            raise SsoError(f"{url} lacks {name}. Check ESI_SSO_METADATA_URL.")
    # RFC 8414, 3.3: the issuer must match the address of the document.
    if _host(found["issuer"]) != _host(url):
        raise SsoError(
            f"{url} is the metadata of another issuer: {one_line(found['issuer'][:200])}. "
            "Check ESI_SSO_METADATA_URL."
        )
    for name in set(found) - {"issuer"}:
        address = str(found[name])
        check_address(address, insecure_hosts)
        if not _is_of_site(address, url, hosts):
            raise SsoError(
                f"{url} names an address of another site as its {name}: {one_line(address[:200])}. "
                "If that is right, add its host to ESI_SSO_HOSTS."
            )
    return Metadata(**found)


def read_token_response(status: int, body: bytes, retry_after: str | None = None) -> TokenResponse:
    """Read a response of the token endpoint."""
    if status != 200:
        raise refusal(status, body, retry_after)
    return parse_tokens(read_json(body))


def parse_tokens(found: Mapping[str, Any]) -> TokenResponse:
    """Read the tokens of a successful response."""
    access, refresh = found.get("access_token"), found.get("refresh_token")
    if not isinstance(access, str) or not access:
        raise IncompleteResponseError(
            "The SSO's response has no access token. Nothing was changed: try again later."
        )
    if str(found.get("token_type", "bearer")).lower() != "bearer":
        raise IncompleteResponseError(
            "The SSO's response has an unknown token type. Nothing was changed: try again later."
        )
    seconds = _number(found.get("expires_in")) or 0
    return TokenResponse(
        Secret(access),
        Secret(refresh) if isinstance(refresh, str) and refresh else None,
        int(seconds) if 0 < seconds < _LATEST else _LIFETIME,
    )


def read_claims(claims: Mapping[str, Any], audiences: Collection[str], now: float) -> Claims:
    """Read the claims of a token whose signature, issuer and required claims PyJWT has checked."""
    # All must be there; PyJWT is content with one.
    if not set(audiences) <= set(_texts(claims["aud"])):
        raise not_accepted("it was issued to another application")
    expires_at, valid_from = _number(claims["exp"]), _number(claims.get("nbf", 0))
    if expires_at is None or valid_from is None:
        raise not_accepted("its times are not numbers")
    if expires_at <= now - _LEEWAY:
        raise not_accepted(f"it has expired, at {_time(expires_at)}; {_clock(now)}")
    if valid_from > now + _LEEWAY:
        raise not_accepted(f"it is not valid before {_time(valid_from)}; {_clock(now)}")
    subject = _SUBJECT.fullmatch(str(claims["sub"]))
    name, owner = claims["name"], claims["owner"]
    if not subject or not isinstance(name, str) or not isinstance(owner, str) or not owner:
        raise not_accepted("it does not identify a character and its owner")
    scopes = claims.get("scp")
    found = scopes.split() if isinstance(scopes, str) else _texts(scopes)
    return Claims(int(subject[1]), one_line(name), owner, tuple(found), dict(claims))


def clock_error(claims: Mapping[str, Any], now: float) -> float:
    """Return the seconds by which our clock is ahead of the SSO's, given a token issued just now.

    Differences in which no new token expires, and times that are no numbers, count as 0.
    """
    issued_at = _number(claims.get("iat"))
    ahead = 0.0 if issued_at is None else now - issued_at
    return ahead if abs(ahead) > _CLOCK_TOLERANCE else 0.0


def issuers(issuer: str) -> list[str]:
    """Return the forms in which tokens name an issuer: with its scheme and without."""
    return [issuer, issuer.rstrip("/"), _host(issuer)]


def refusal(status: int, body: bytes, retry_after: str | None = None) -> DjangoEsiException:
    """Return the error for a failure of the token endpoint."""
    error = read_json(body).get("error")
    # Repeat only what looks like an OAuth error code: other text could contain a token.
    code = error if isinstance(error, str) and _ERROR_CODE.fullmatch(error) else None
    if 400 <= status < 500 and code in FATAL:
        return TokenInvalidError(
            f"The SSO has ended this login ({code}). Log the character in again."
        )
    seconds = delay({"retry-after": retry_after or ""}, "retry-after")
    if code in {"invalid_client", "unauthorized_client"}:
        advice = "Check ESI_SSO_CLIENT_ID and ESI_SSO_CLIENT_SECRET. The token was kept."
    else:
        wait = f"in {seconds:.0f} s" if seconds else "later"
        advice = f"The token was kept: try again {wait}."
    text = f"The SSO responded with {status}. {advice}"
    if code:
        return SSOOAuthError(code, text, status=status, retry_after=seconds)
    return SsoError(text, status=status, retry_after=seconds)


def not_accepted(reason: str) -> TokenInvalidError:
    """Return the error for an access token that fails verification."""
    return TokenInvalidError(
        f"This access token is not accepted: {reason}. Log the character in again."
    )


def check_address(url: str, insecure_hosts: Collection[str] = ()) -> None:
    """Raise SsoError for an address to which a token would travel unencrypted.

    Addresses that programs read in different ways (user names, backslashes, blanks) are refused.
    """
    try:
        parts = urlsplit(url if _ADDRESS.fullmatch(url) else "")
        if parts.hostname and parts.port != 0 and may_carry_tokens(url, insecure_hosts):
            return
    except ValueError:
        pass
    raise SsoError(
        f"{one_line(url[:200])} is not an https address, so no token is sent there. "
        "ESI_INSECURE_HOSTS allows hosts of a network of your own."
    )


def _is_of_site(url: str, pinned: str, hosts: Collection[str]) -> bool:
    """Return True for the pinned host, a neighbour in its domain, or one of `hosts`."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if _host(url) == _host(pinned) or host in hosts or _host(url) in hosts:
        return True
    name, _, domain = (urlsplit(pinned).hostname or "").partition(".")
    labels = domain.split(".")
    # Anybody can have a name under `com` or `co.uk`, and addresses are no names.
    if len(labels) < 2 or (len(labels) == 2 and len(labels[0]) <= 3) or labels[-1].isdigit():
        domain = f"{name}.{domain}"
    return parts.port is None and host.endswith(f".{domain}")


def _host(url: str) -> str:
    return url.rpartition("://")[2].partition("/")[0].lower()


def _number(value: Any) -> float | None:
    """Return a finite number; None for anything else that JSON can hold, such as NaN or true."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if -_LATEST <= value <= _LATEST and not math.isnan(value) else None


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(max(seconds, 0), UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def _clock(now: float) -> str:
    return f"this computer's clock says {_time(now)}"


def _texts(values: Any) -> list[str]:
    """Return the texts of a claim, which is a list or one text."""
    values = [values] if isinstance(values, str) else values
    return [each for each in values if isinstance(each, str)] if isinstance(values, list) else []


def read_json(body: bytes) -> dict[str, Any]:
    """Return the JSON object in a body, or an empty one."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
