"""Define requests, responses and the options of a call as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

try:
    from isal import isal_zlib as zlib  # part of the `data` extra: three times as fast
except ImportError:
    import zlib  # type: ignore[no-redef]

from esi.core import error_text
from esi.core.decoding.rows import Decoder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esi.core.http.rates import Rate


# Largest body, in bytes. The API's own are below 5 MB; a few kB can unfold to any size.
MAX_BODY = 64 << 20


_DECODE = Decoder(None)


@dataclass(frozen=True, slots=True)
class Request:
    """Request to the API. Header names are lower case; `url` has no query.

    Attributes:
        identity: owner of the response in the cache (`esi.core.http.auth.identity`); empty if the
            response is public.
        lifetime: seconds that a response is fresh, by the API's document.
        item: True if the path names one item, such as a type or a character.
        rate: token bucket that pays, by the API's document.
        token: object that the access token was read from, if it can be read again.
        headers: they may hold a token, so the repr leaves them out.
    """

    method: str
    url: str
    params: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)
    operation: str = ""
    identity: str = ""
    lifetime: int | None = None
    item: bool = False
    rate: Rate | None = None
    token: Any = field(default=None, repr=False, compare=False)

    def with_headers(self, **headers: str) -> Request:
        """Return the request with more headers; underscores become dashes."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return replace(self, headers={**self.headers, **more})

    def with_param(self, name: str, value: object) -> Request:
        """Return the request with one query parameter set."""
        rest = tuple(pair for pair in self.params if pair[0] != name)
        return replace(self, params=(*rest, (name, str(value))))


@dataclass(slots=True)
class Response:
    """Response of the API. Header names are lower case.

    Attributes:
        wire: body as transferred, possibly compressed.
        stale: True if this expired response stands in for the API, which failed.
        requests: number of requests spent; 0 from the cache.
        transferred: bytes of body transferred; 0 from the cache and after a 304.
        tokens: rate-limit tokens spent; 0 from the cache.
        value: what `Options.read` returned for the body.
        unpacked: decompressed body until it is read; copies do not have it.
        expires_at: when it expires in the cache, in seconds since the epoch; 0 if not cached.
    """

    status: int
    headers: dict[str, str]
    wire: bytes = field(default=b"", repr=False)
    reason: str = ""
    from_cache: bool = False
    stale: bool = False
    requests: int = 0
    transferred: int = 0
    tokens: int = 0
    value: Any = field(default=None, repr=False, compare=False)
    unpacked: bytes | None = field(default=None, init=False, repr=False, compare=False)
    expires_at: float = field(default=0.0, compare=False)

    @property
    def body(self) -> bytes:
        """Decompressed body; ValueError if it is truncated, damaged or too large."""
        if self.unpacked is not None:
            return self.unpacked
        if self.headers.get("content-encoding", "").lower() not in {"gzip", "x-gzip"}:
            return self.wire
        unfolding = zlib.decompressobj(31)  # 31: gzip's own header and checksum
        try:
            body: bytes = unfolding.decompress(self.wire, MAX_BODY)
        except zlib.error as exc:  # type: ignore[misc] # the stubs of isal call it a value
            raise ValueError(f"compressed body is damaged ({exc})") from None
        if unfolding.eof:
            return body
        if len(body) >= MAX_BODY:
            raise ValueError(f"compressed body is larger than {MAX_BODY >> 20} MB")
        raise ValueError("compressed body is truncated")


@dataclass(frozen=True, slots=True)
class Options:
    """Options of one call. Times are seconds.

    `revalidate` sends a request even if the cached response is fresh, `store=False` keeps the
    response out of the cache, `on_request` replaces the engine's callback. `fast_session` is an
    `esi.core.http.transport.FastSession` that replaces the engine's session.

    The caller's thread calls `read` with each response of status 200 whose body the API sent. The
    caller's response then has the return value as `value`, unless that is None.
    """

    timeout: float | tuple[float, float] | None = None
    retries: int | None = None
    ignore_cache: bool = False
    revalidate: bool = False
    store: bool = True
    stale_if_error: bool = False
    strict: bool = False
    progress: Callable[[int, int, Response], object] | None = None
    walk: bool | None = None
    max_pages: int | None = None
    fast_session: Any = None
    on_request: Callable[[Any], object] | None = None
    read: Callable[[Response], object] | None = None


PLAIN = Options()

# POST routes that only read data.
_READING_POSTS = (
    "/universe/names",
    "/universe/ids",
    "/characters/affiliation",
    "/assets/names",
    "/assets/locations",
    "/cspa",
)


def repeatable(request: Request, fault: Exception | None) -> bool:
    """Return True if a request may be sent again after a fault.

    It may if it changes nothing twice, or if it never reached the server.
    """
    refused = getattr(fault, "refused", False)
    return request.method != "POST" or only_reads("POST", request.url) or refused


def only_reads(method: str, path: str) -> bool:
    """Return True if a request changes nothing: a GET, or a POST that only reads data."""
    path = path.rstrip("/")
    return method == "GET" or (
        method == "POST" and (path.endswith(_READING_POSTS) or "/route/" in path)
    )


def is_server_fault(response: Response) -> bool:
    """Return True if the API failed, not the request.

    A 403 with an `sso_status` is one too: the API could not reach the SSO to check the token.
    """
    if response.status == 403:
        body, _ = error_body(response)
        return isinstance(body, dict) and "sso_status" in body
    return response.status >= 500


def error_body(response: Response) -> tuple[Any, str | None]:
    """Return (JSON, message) of an error response, None for what it does not have."""
    try:
        body = response.body
    except ValueError:
        return None, None
    try:
        content = _DECODE(body)
    except ValueError:
        # A page of HTML from a proxy says nothing of use; its plain text may.
        plain = response.headers.get("content-type", "").startswith("text/plain")
        return None, error_text.api_message(body.decode("utf-8", "replace")) if plain else None
    return content, error_text.api_message(content)
