"""What the single sign-on says, as plain values; pure.

What an answer means is decided by `read_metadata`, `read_grant` and `read_claims`. Tokens travel
as `Secret`, whose repr is stars, so that no error page shows one.

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

from esi.errors import IncompleteResponseError, SsoError, TokenInvalidError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The SSO's words for a token that is dead; every other error leaves the token alive.
FATAL = frozenset({"invalid_grant", "invalid_token", "invalid_scope"})

AUDIENCE = "EVE Online"
ALGORITHMS = {"RS256": "RSA", "ES256": "EC"}
_LEEWAY = 30  # seconds by which the SSO's clock may differ from ours
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_SUBJECT = re.compile(r"CHARACTER:EVE:(\d{1,19})")
_CODE_WORD = re.compile(r"[a-z_]{1,40}")


class Secret(str):  # noqa: SLOT000 - it must pass for text everywhere but in a repr
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


# Rules: what answers mean


def read_metadata(document: Mapping[str, Any], url: str) -> Metadata:
    """The metadata document's addresses.

    Raises:
        SsoError: it lacks one, belongs to another host, or would send tokens in the clear.
    """
    found: dict[str, Any] = {name: document.get(name) for name in Metadata.__slots__}
    for name, value in found.items():
        if value is None and name == "revocation_endpoint":
            continue
        if not isinstance(value, str) or not value:
            raise SsoError(f"{url} names no {name}. Is ESI_SSO_METADATA_URL right?")
        if name != "issuer":
            check_address(value)
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
        refuse(status, body, retry_after)
    return grant_of(read_json(body))


def grant_of(found: Mapping[str, Any]) -> Grant:
    """The tokens of a successful answer; `IncompleteResponseError` where they are missing."""
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


def read_claims(claims: Mapping[str, Any], issuer: str, client_id: str, now: float) -> Claims:
    """What the claims of a token with a good signature say.

    Raises:
        TokenInvalidError: they are another SSO's, another application's, expired or incomplete.
    """
    if claims.get("iss") not in {issuer, issuer.rstrip("/"), _host(issuer)}:
        raise not_ours("another SSO has issued it")
    audience = claims.get("aud")
    audiences = {audience} if isinstance(audience, str) else set(_texts(audience))
    if not {client_id, AUDIENCE} <= audiences:
        raise not_ours("it was issued to another application")
    expires_at = claims.get("exp")
    if not isinstance(expires_at, int | float) or isinstance(expires_at, bool):
        raise not_ours("it does not say when it expires")
    if expires_at <= now - _LEEWAY:
        raise not_ours("it has expired")
    subject = _SUBJECT.fullmatch(str(claims.get("sub")))
    name, owner = claims.get("name"), claims.get("owner")
    if not subject or not isinstance(name, str) or not isinstance(owner, str) or not owner:
        raise not_ours("it does not say whose it is")
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


def refuse(status: int, body: bytes, retry_after: str | None) -> NoReturn:
    """Raise what a failure of the token endpoint means."""
    error = read_json(body).get("error")
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


def not_ours(why: str) -> TokenInvalidError:
    """The error for an access token that did not pass the check."""
    return TokenInvalidError(
        f"This access token is not accepted: {why}. Log the character in again."
    )


def check_address(url: str) -> None:
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


def read_json(body: bytes) -> dict[str, Any]:
    """The object in a body, empty where there is none."""
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
