"""Compute the lifetime, key and stored form of a response.

Lifetimes follow RFC 9111 as far as the API uses it: `Cache-Control: max-age`, then `Expires`, then
the lifetime that the API's document declares. All functions take plain values.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

import msgspec

from esi._header_values import number, timestamp
from esi.core.http.messages import Response, is_server_fault

if TYPE_CHECKING:
    from esi.core.http.messages import Request

_LONGEST_LIFETIME = 365 * 24 * 3600  # seconds, as RFC 2616 recommended

# Seconds that an expired response stays in the cache: its ETag turns the next download into a 304.
KEEP_AFTER_EXPIRY = 24 * 3600

# Seconds that a refusal of an item (a structure without access, a deleted character) is cached for
# its token: each costs five tokens and error budget.
CACHED_REFUSALS = {403, 404}
REFUSAL_LIFETIME = 60

# The document declares a lifetime for POST routes that can be cached.
_SAFE_METHODS = {"GET", "HEAD"}

# Request headers that the response depends on.
_VARY = ("accept-language", "x-tenant", "x-compatibility-date")

# Headers by which a caller asks for a response only if it has changed.
_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})

# Heads of stored responses are padded to a multiple of this number of bytes. A 304 then rarely
# changes their size, so a cache on disk need not write the body again.
_HEAD = 256

# Headers that describe the body.
_OF_BODY = {"content-length", "content-encoding", "content-type", "transfer-encoding"}


class CacheMode(Enum):
    """Use that a request makes of the cache; the names are those of the Fetch standard."""

    DEFAULT = "default"  # a fresh response in the cache is enough
    NO_CACHE = "no-cache"  # send the request, with the ETag of the cached response
    RELOAD = "reload"  # send the request without a condition


@dataclass(frozen=True, slots=True)
class Stored:
    """Response in the cache. Times are seconds since the epoch.

    `refused` is the `token_hash` of a cached refusal.
    """

    response: Response
    expires_at: float
    stored_at: float
    refused: str = ""

    def fresh(self, token: str, now: float) -> bool:
        """Return True if the response is fresh; a refusal only for the token that was refused."""
        own = self.response.status == 200 or self.refused == token
        return own and now < self.expires_at


def token_hash(request: Request) -> str:
    """Return a short hash that tells a request's token from others; empty without a token."""
    header = request.headers.get("authorization")
    return hashlib.sha256(header.encode()).hexdigest()[:16] if header else ""


def key(request: Request) -> str:
    """Return the cache key of a request: all that its response depends on, never the token."""
    parts = (
        request.method,
        request.url,
        sorted(request.params),
        [request.headers.get(name, "") for name in _VARY],
        request.identity,
        request.body or b"",
    )
    # The repr quotes each part, so that no value can pose as the next one.
    return f"esi_{hashlib.sha256(repr(parts).encode()).hexdigest()}"


def listing_key(request: Request) -> str:
    """Return the cache key of a listing's entry; all of its pages have the same."""
    params = tuple(pair for pair in request.params if pair[0] != "page")
    return f"{key(replace(request, params=params))}_listing"


def lookup_key(request: Request) -> str:
    """Return the cache key of a request; empty if its response must not be cached.

    Reads may be cached, and POSTs with a lifetime, unless the caller set a condition.
    """
    posted = request.method == "POST" and request.lifetime is not None
    cacheable = request.method in _SAFE_METHODS or posted
    return key(request) if cacheable and not is_conditional(request) else ""


def is_conditional(request: Request) -> bool:
    """Return True if the caller set a condition: the response may be a 304 without a body."""
    return not _CONDITIONS.isdisjoint(request.headers)


def to_store(
    request: Request, response: Response, stored: Stored | None, now: float
) -> Stored | None:
    """Return the entry to store after a response, given the stored one; None for no change."""
    if response.status == 304 and stored:
        return renewed(stored, response, request.lifetime, now)
    if "no-store" in _directives(response.headers):
        return None
    if response.status == 200:
        return Stored(response, expires_at(response.headers, request.lifetime, now), now)
    refused = response.status in CACHED_REFUSALS and not is_server_fault(response)
    if request.item and refused:
        return Stored(response, now + REFUSAL_LIFETIME, now, token_hash(request))
    return None


def _directives(headers: dict[str, str]) -> dict[str, str]:
    found = {}
    for directive in headers.get("cache-control", "").lower().split(","):
        name, _, value = directive.strip().partition("=")
        found[name] = value.strip('"')
    return found


def expires_at(headers: dict[str, str], lifetime: int | None, now: float) -> float:
    """Return when a response with these headers expires, in seconds since the epoch.

    `Expires` is compared with the response's own `Date`, so that a wrong local clock does no harm.
    A lifetime that cannot be read has ended already (RFC 9111, 4.2.1 and 5.3).
    """
    seconds: float
    directives = _directives(headers)
    if "no-store" in directives or "no-cache" in directives:
        return now
    if "max-age" in directives:
        seconds = (number(directives["max-age"]) or 0) - (number(headers.get("age")) or 0)
    elif "expires" in headers:
        date = timestamp(headers.get("date"))
        seconds = (timestamp(headers["expires"]) or 0.0) - (now if date is None else date)
    else:
        seconds = lifetime or 0
    return now + min(seconds, _LONGEST_LIFETIME)


def renewed(stored: Stored, response: Response, lifetime: int | None, now: float) -> Stored:
    """Return the stored response after a 304, with all new headers except the body's (RFC 9111)."""
    news = {name: value for name, value in response.headers.items() if name not in _OF_BODY}
    headers = {**stored.response.headers, **news}
    for name in {"expires", "cache-control", "age"} - set(response.headers):
        headers.pop(name, None)  # they describe the previous lifetime
    merged = replace(
        stored.response,
        headers=headers,
        from_cache=True,
        requests=response.requests,
        transferred=response.transferred,
        tokens=response.tokens,
    )
    return Stored(merged, expires_at(headers, lifetime, now), now)


def pack(stored: Stored) -> bytes:
    """Serialise a stored response: one line of JSON for its head, then its body as transferred."""
    response = stored.response
    times = stored.expires_at, stored.stored_at
    head = response.status, response.reason, response.headers, *times, stored.refused
    encoded = msgspec.json.encode(head)
    return encoded.ljust(-(-len(encoded) // _HEAD) * _HEAD) + b"\n" + response.wire


# Status, reason, headers, expires_at, stored_at, refused.
_decode_head = msgspec.json.Decoder(tuple[int, str, dict[str, str], float, float, str]).decode


def unpack(data: object) -> Stored | None:
    """Read what `pack` wrote; return None for anything else, which is then fetched again."""
    if not isinstance(data, bytes):
        return None
    head, _, wire = data.partition(b"\n")
    try:
        status, reason, headers, expires_at, stored_at, refused = _decode_head(head)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    response = Response(status, headers, wire, reason, from_cache=True, expires_at=expires_at)
    return Stored(response, expires_at, stored_at, refused)
