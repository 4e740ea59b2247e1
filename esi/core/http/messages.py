"""A request and its answer, as plain values: what the rules of this package speak about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

try:
    from isal import isal_zlib as zlib  # part of the `data` extra: three times as fast
except ImportError:
    import zlib  # type: ignore[no-redef]

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esi.core.http.rates import Rate


@dataclass(frozen=True, slots=True)
class Request:
    """One request to the API. Header names are lower case; `url` has no query.

    `who` is the character whose answer this is (empty for everybody's) and `lifetime` what the
    document says in seconds about how long an answer holds; `item` tells that the path names one
    thing of many, `rate` is the bucket that pays by the document. The headers may hold a token, so
    they stay out of the repr; `token` is what it was read from, where that can be read again.
    """

    method: str
    url: str
    params: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)
    operation: str = ""
    who: str = ""
    lifetime: int | None = None
    item: bool = False
    rate: Rate | None = None
    token: Any = field(default=None, repr=False, compare=False)

    def with_headers(self, **headers: str) -> Request:
        """The same request with more headers; underscores stand for dashes."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return replace(self, headers={**self.headers, **more})

    def with_param(self, name: str, value: object) -> Request:
        """The same request with one query parameter set, replacing what it was."""
        rest = tuple(pair for pair in self.params if pair[0] != name)
        return replace(self, params=(*rest, (name, str(value))))


@dataclass(slots=True)
class Response:
    """One answer. Header names are lower case; `wire` is the body as it was transferred.

    `stale` marks an old answer that stands in for one the API could not give.
    `requests`, `transferred` (bytes) and `tokens` are what this answer cost: all zero when it came
    out of the cache, one request and no body when the API said that nothing had changed.
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

    @property
    def body(self) -> bytes:
        """The body, decompressed.

        Raises:
            ValueError: the compressed body broke off or is damaged.
        """
        if self.headers.get("content-encoding", "").lower() not in {"gzip", "x-gzip"}:
            return self.wire
        try:
            return zlib.decompress(self.wire, 31)  # 31: gzip's own header and checksum
        except zlib.error as exc:  # type: ignore[misc] # the stubs of isal call it a value
            raise ValueError(f"compressed body is damaged or broke off ({exc})") from None


@dataclass(frozen=True, slots=True)
class Options:
    """Options of one call. Times are seconds.

    `fast_session` is an `esi.core.http.transport.FastSession` that replaces the engine's session.
    """

    timeout: float | tuple[float, float] | None = None
    retries: int | None = None
    ignore_cache: bool = False
    stale_if_error: bool = False
    strict: bool = False
    progress: Callable[[int, int, Response], object] | None = None
    walk: bool | None = None
    max_pages: int | None = None
    fast_session: Any = None


PLAIN = Options()
