"""Exceptions of the client with rows (`esi.openapi_clients`), under the names of releases 8 to 10.

    DjangoEsiException
    ├── HTTPError                      base of what a call raises; aiopenapi3's HTTPError
    │   ├── HTTPNotModified            304: unchanged since the last response
    │   ├── HTTPClientError            4xx, except 420
    │   │   └── HTTPRateLimitError     429; an ESIBucketLimitException, too
    │   ├── HTTPServerError            5xx
    │   ├── RequestError               no response; aiopenapi3's and httpx's RequestError
    │   │   ├── RequestConnectionError     the API is unreachable (an ApiConnectionError)
    │   │   └── RequestTimeoutError        the API took too long (an ApiTimeoutError)
    │   └── ContentTypeError           a response that is not JSON (an InvalidAnswerError)
    ├── ESIErrorLimitException         420: the error limit is exhausted for `reset` seconds
    ├── ESIBucketLimitException        a token bucket is empty for `reset` seconds
    └── TaskBucketLimitException       a task runs too often

Programs catch these by the names of aiopenapi3 and httpx as well, which take a second to import and
are not needed here. Where a program has imported them, their exceptions become bases of ours.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from bravado.exception import HTTPError as BravadoHTTPError
from requests.structures import CaseInsensitiveDict

from esi._foreign_bases import ForeignBases
from esi.core import error_text
from esi.core.rate_limits.rules import WINDOW, Report
from esi.errors import (
    ApiConnectionError,
    ApiTimeoutError,
    DjangoEsiException,
    InvalidAnswerError,
    LimitError,
    copied,
    retry_after,
)

__all__ = [
    "ContentTypeError",
    "ESIBucketLimitException",
    "ESIErrorLimitException",
    "HTTPClientError",
    "HTTPError",
    "HTTPNotModified",
    "HTTPRateLimitError",
    "HTTPServerError",
    "RequestConnectionError",
    "RequestError",
    "RequestTimeoutError",
    "TaskBucketLimitException",
]


class ESIRateLimitBucket:
    """Budget of `limit` calls or tokens in `window` seconds, named `slug`."""

    MARKET_DATA_HISTORY = ("market_data_history", 300, 60)
    CHARACTER_CORPORATION_HISTORY = ("character_corporation_history", 300, 60)

    def __init__(self, slug: str, limit: int, window: float) -> None:
        self.slug = slug
        self.limit = limit
        self.window = window

    def __str__(self) -> str:
        return f"{self.slug} ({self.limit} in {self.window} s)"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.slug!r}, {self.limit!r}, {self.window!r})"


class HTTPError(DjangoEsiException):
    """Base of the errors of a call."""

    # Foreign classes that become bases define their own, and some of them fail on our errors.
    __eq__ = BaseException.__eq__
    __hash__ = BaseException.__hash__

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Create an exception that the `except` clauses of other packages' names catch."""
        _FOREIGN.adopt()
        return super().__new__(cls, *args, **kwargs)

    def __init__(self, *args: Any) -> None:
        self.args = args

    def __str__(self) -> str:
        return BaseException.__str__(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class _StatusError(HTTPError):
    """Response with an error status."""

    operation: str = ""
    message: str = ""

    def __init__(self, status_code: int, headers: Mapping[str, str], data: Any = None) -> None:
        super().__init__(status_code, headers, data)
        self.status_code = status_code
        self.headers = headers
        self.data = data

    def __str__(self) -> str:
        # One that a program makes itself, as tests of apps do, reads as in releases 8 to 10.
        made = f"<{type(self).__name__} {self.status_code} {self.data} {self.headers}>"
        return self.message or made


class HTTPNotModified(HTTPError):  # noqa: N818 - the name of releases 8 to 10
    """Response that is unchanged since the last one (304)."""

    def __init__(self, status_code: int, headers: Mapping[str, str]) -> None:
        super().__init__(status_code, headers)
        self.status_code = status_code
        self.headers = headers

    def __str__(self) -> str:
        reason = error_text.reason(self.status_code) if isinstance(self.status_code, int) else ""
        return f"{self.status_code} {reason}".strip()


class HTTPClientError(_StatusError):
    """Request that the API refuses (4xx, except 420); `data.error` is its text."""


class HTTPServerError(_StatusError):
    """Failure of the API (5xx)."""


class RequestError(HTTPError):
    """Request without a response. The attributes are those of aiopenapi3, without a value."""

    operation: Any = None
    request: Any = None
    data: Any = None
    parameters: Any = None


class RequestConnectionError(RequestError, ApiConnectionError):
    """Failed or broken connection to the API."""


class RequestTimeoutError(RequestError, ApiTimeoutError):
    """Timeout of a request."""


class ContentTypeError(HTTPError, InvalidAnswerError):
    """Successful response that is not JSON: a page of a proxy, or a truncated body."""

    operation: Any = None
    content_type: str | None = None
    response: Any = None

    @property
    def message(self) -> str:
        """Text of the error."""
        return str(self)


class ESIErrorLimitException(DjangoEsiException):
    """Exhausted error limit (420): every route is closed for `reset` seconds."""

    def __init__(self, reset: float | None = None, message: str | None = None) -> None:
        self.args = (reset, message)
        self.reset = reset
        until = "" if reset is None else f" Reset in {reset} seconds."
        self.message = message or f"ESI Error limited.{until}"

    def __str__(self) -> str:
        return str(self.message)


class ESIBucketLimitException(DjangoEsiException):
    """Empty bucket: its routes are closed for `reset` seconds, by default its whole window."""

    def __init__(self, bucket: Any, reset: float = 0, message: str | None = None) -> None:
        self.args = (bucket, reset, message)
        self.bucket = bucket
        self.reset = reset or getattr(bucket, "window", WINDOW)
        self.message = message or f"ESI bucket limit reached for {bucket}."

    def __str__(self) -> str:
        return str(self.message)


class HTTPRateLimitError(HTTPClientError, ESIBucketLimitException):
    """Response of an empty token bucket (429); `reset` is its `Retry-After`."""

    def __init__(self, status_code: int, headers: Mapping[str, str], data: Any = None) -> None:
        HTTPClientError.__init__(self, status_code, headers, data)
        found = _readable(headers)
        self.reset = _reset(retry_after(429, found))
        self.bucket = _bucket(found, self.reset)


class TaskBucketLimitException(DjangoEsiException):
    """Task that has to wait `reset` seconds before it may run."""

    def __init__(self, bucket: Any, reset: float) -> None:
        self.args = (bucket, reset)
        self.bucket = bucket
        self.reset = reset

    def __str__(self) -> str:
        return f"Task limit reached for {self.bucket}. Retry after {self.reset} seconds."


class ErrorBody(SimpleNamespace):
    """Body of an error response with the API's fields as attributes; `error` is its text."""

    error: str | None = None
    details: Any = None


def from_error(error: BaseException) -> BaseException:
    """Return the exception of this module for one that the engine raises.

    Any other (a token that expired, a wrong parameter) is returned as it is.
    """
    if isinstance(error, ApiConnectionError | ApiTimeoutError | InvalidAnswerError):
        return _request_error(error)
    if isinstance(error, BravadoHTTPError):
        return _status_error(error)
    return error


def _request_error(error: Any) -> HTTPError:
    if isinstance(error, HTTPError):
        return error
    kinds: tuple[tuple[type, type[HTTPError]], ...] = (
        (ApiConnectionError, RequestConnectionError),
        (ApiTimeoutError, RequestTimeoutError),
        (InvalidAnswerError, ContentTypeError),
    )
    kind = next(kind for base, kind in kinds if isinstance(error, base))
    made: HTTPError = copied(kind, error.args, error.__dict__)
    return made


def _status_error(error: BravadoHTTPError) -> DjangoEsiException:
    status = error.response.status_code
    headers: Mapping[str, str] = CaseInsensitiveDict(error.response.headers)
    if status == 304:
        return HTTPNotModified(status, headers)
    text = str(error)
    if isinstance(error, LimitError):
        reset = _reset(error.retry_after)
        if status == 420:
            return ESIErrorLimitException(reset, text)
        # Raised unsent, so there is no response: `except HTTPClientError` must let it pass.
        if getattr(getattr(error.response, "response", None), "requests", 1) == 0:
            return ESIBucketLimitException(_bucket(headers, reset), reset, text)
    made = _kind(status)(status, headers, _body(error))
    made.message = text
    made.operation = getattr(error, "operation", "")
    return made


def _kind(status: int) -> type[_StatusError]:
    if status == 429:
        return HTTPRateLimitError
    if status >= 500:
        return HTTPServerError
    return HTTPClientError if status >= 400 else _StatusError  # else a redirect


def _body(error: BravadoHTTPError) -> ErrorBody:
    content = error.swagger_result
    fields = dict(content) if isinstance(content, dict) else {}
    body = ErrorBody(**{name: value for name, value in fields.items() if isinstance(name, str)})
    if isinstance(body.details, list):
        # The API repeats the value that it refuses; that of this header is a token.
        body.details = [
            {**detail, "value": None}
            if isinstance(detail, dict) and "authorization" in str(detail.get("location")).lower()
            else detail
            for detail in body.details
        ]
    body.error = body.error or error.message
    return body


def _readable(headers: Any) -> Mapping[str, str]:
    """Return headers in any case as text; none of what a test passes in their place."""
    items = headers.items() if isinstance(headers, Mapping) else ()
    return CaseInsensitiveDict({str(name): str(value) for name, value in items})


def _reset(seconds: float | None) -> float:
    """Return the seconds to wait: at least one, or a retry would come too early again."""
    return max(seconds or 0.0, 1.0)


def _bucket(headers: Mapping[str, str], reset: float) -> ESIRateLimitBucket:
    """Return the bucket that headers name; limits inside of the game server name none."""
    report = Report.from_http(headers)
    if report is None:
        return ESIRateLimitBucket("unknown", 1, math.ceil(reset))
    return ESIRateLimitBucket(report.rate.group, report.rate.tokens, int(report.rate.window))


_FOREIGN = ForeignBases(
    (HTTPError, "aiopenapi3.errors", "HTTPError"),
    (HTTPClientError, "aiopenapi3.errors", "HTTPClientError"),
    (HTTPServerError, "aiopenapi3.errors", "HTTPServerError"),
    (RequestError, "aiopenapi3.errors", "RequestError"),
    (ContentTypeError, "aiopenapi3.errors", "ContentTypeError"),
    (RequestError, "httpx2", "RequestError"),
    (RequestError, "httpx", "RequestError"),
)
_FOREIGN.adopt()
sys.meta_path.insert(0, _FOREIGN)
