"""How long an answer holds, under which key it is kept, and what stands in the cache.

Lifetimes follow RFC 9111 as far as the API uses it: `Cache-Control: max-age`, then `Expires`, then
the lifetime that the API's document declares. Everything here is a function of plain values.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from esi.core.http.messages import Response

if TYPE_CHECKING:
    from esi.core.http.messages import Request

# An answer is worth keeping past its lifetime: its ETag turns the next download into a 304.
KEEP_AFTER_EXPIRY = 24 * 3600

# Refusals of an item (a structure one may not see, a deleted character) are remembered for a while,
# since each costs five tokens and error budget; in seconds. Another token asks anew: it may hold
# the scope that the refused one lacked.
REMEMBERED = {403, 404}
REMEMBERED_FOR = 60

# POSTs that only ask a question; the document declares a lifetime for the cacheable ones.
_SAFE_METHODS = {"GET", "HEAD"}


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer in the cache. Times are seconds since the epoch.

    `refused` is the `bearer` of a refusal that is remembered.
    """

    answer: Response
    expires_at: float
    stored_at: float
    refused: str = ""

    def fresh(self, request: Request, now: float) -> bool:
        """Whether the answer still holds, for this request; a refusal only for its own token."""
        own = self.answer.status == 200 or self.refused == bearer(request)
        return own and now < self.expires_at


class _Head(msgspec.Struct):
    status: int
    reason: str
    headers: dict[str, str]
    expires_at: float
    stored_at: float
    refused: str = ""


def bearer(request: Request) -> str:
    """What tells a request's token from others, and not what it is; empty without one."""
    header = request.headers.get("authorization")
    return hashlib.sha256(header.encode()).hexdigest()[:16] if header else ""


def key(request: Request) -> str:
    """The name under which the answer to a request is kept.

    It is made of all that the answer depends on (the API's `Vary`, and whose answer it is), never
    of the token.
    """
    parts = [
        request.method,
        request.url,
        *(f"{name}={value}" for name, value in sorted(request.params)),
        request.headers.get("accept-language", ""),
        request.headers.get("x-tenant", ""),
        request.headers.get("x-compatibility-date", ""),
        request.who,
    ]
    digest = hashlib.sha256("\0".join(parts).encode())
    digest.update(b"\0" + (request.body or b""))
    return f"esi_{digest.hexdigest()}"


def cacheable(request: Request) -> bool:
    """Whether answers to a request may be kept: reads, and POSTs with a declared lifetime."""
    return request.method in _SAFE_METHODS or (request.method == "POST" and bool(request.lifetime))


def storable(headers: dict[str, str]) -> bool:
    """Whether an answer may be kept at all (RFC 9111, 5.2.2.5)."""
    return "no-store" not in _directives(headers)


def _directives(headers: dict[str, str]) -> dict[str, str]:
    found = {}
    for directive in headers.get("cache-control", "").lower().split(","):
        name, _, value = directive.strip().partition("=")
        found[name] = value.strip('"')
    return found


def expires_at(headers: dict[str, str], lifetime: int | None, now: float) -> float:
    """When an answer with these headers stops to hold, in seconds since the epoch.

    `Expires` is read against the answer's own `Date`, so that a wrong clock here does no harm.
    """
    directives = _directives(headers)
    if "no-store" in directives or "no-cache" in directives:
        return now
    if directives.get("max-age", "").isdigit():
        age = headers.get("age", "")
        return now + int(directives["max-age"]) - (int(age) if age.isdigit() else 0)
    if (expires := timestamp(headers.get("expires"))) is not None:
        date = timestamp(headers.get("date"))
        return now + expires - (now if date is None else date)
    return now + (lifetime or 0)


@lru_cache(maxsize=256)  # the pages of a listing share theirs
def timestamp(text: str | None) -> float | None:
    """Seconds since the epoch of an HTTP date, or None where there is none to read."""
    if not text:
        return None
    try:
        return parsedate_to_datetime(text).timestamp()
    except ValueError:
        return None


def renewed(stored: Stored, answer: Response, lifetime: int | None, now: float) -> Stored:
    """What the cache holds after a 304: the old body under the new headers and a new lifetime.

    RFC 9111, 4.3.4. Headers that describe the body (length, encoding) stay the old ones.
    """
    of_body = {"content-length", "content-encoding", "content-type", "transfer-encoding"}
    news = {name: value for name, value in answer.headers.items() if name not in of_body}
    headers = {**stored.answer.headers, **news}
    for name in {"expires", "cache-control", "age"} - set(answer.headers):
        headers.pop(name, None)  # they told of the lifetime that is over
    merged = replace(
        stored.answer,
        headers=headers,
        from_cache=True,
        requests=answer.requests,
        transferred=answer.transferred,
        tokens=answer.tokens,
    )
    return Stored(merged, expires_at(headers, lifetime, now), now)


def pack(stored: Stored) -> bytes:
    """Bytes for the cache: one line of JSON about the answer, then its body as transferred."""
    answer = stored.answer
    head = _Head(
        answer.status,
        answer.reason,
        answer.headers,
        stored.expires_at,
        stored.stored_at,
        stored.refused,
    )
    return msgspec.json.encode(head) + b"\n" + answer.wire


def unpack(data: object) -> Stored | None:
    """Read what `pack` wrote; None for anything else, which is then fetched anew."""
    if not isinstance(data, bytes):
        return None
    head, _, wire = data.partition(b"\n")
    try:
        read = msgspec.json.decode(head, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    answer = Response(read.status, read.headers, wire, read.reason, from_cache=True)
    return Stored(answer, read.expires_at, read.stored_at, read.refused)
