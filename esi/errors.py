"""Errors and warnings of this toolkit.

    DjangoEsiException
    ├── IncompleteResponseError        the SSO's response lacks something; the token is kept
    │   └── SsoError                   the SSO failed or refuses us; the token is kept
    │       └── SSOOAuthError          it says why, in an OAuth error code
    ├── TokenError
    │   ├── NotRefreshableTokenError   there is no refresh token
    │   ├── TokenInvalidError          the SSO does not know the token (any more)
    │   ├── TokenExpiredError          the token has expired and could not be refreshed
    │   └── LoginNeededError           `character=` is not logged in; `scopes` are needed
    │       └── MissingScopesError     it is logged in without these `scopes`
    ├── LoginFailedError               a login was not completed
    ├── LoginStoreError                the file of logins, or the keyring, cannot be used
    ├── DocumentError                  neither Swagger 2.0 nor OpenAPI 3, or not readable
    │   └── UnresolvedReferenceError   a reference in it leads nowhere (jsonschema's error, too)
    ├── UnknownOperationError          no such operation or tag (an AttributeError, as in bravado)
    ├── ParameterError                 a missing, unknown or wrong value (a ValueError)
    ├── ArgumentError                  an unknown argument of a method (a TypeError)
    ├── ApiConnectionError             the API is unreachable (a bravado connection error)
    │   └── OfflineError               the client is offline, and the response is not cached
    ├── ApiTimeoutError                the API took too long (a bravado timeout error)
    ├── LimitError                     the API's limit is reached; wait `retry_after` seconds
    │   ├── RateLimitError             429 (bravado's HTTPTooManyRequests)
    │   └── ErrorLimitError            420 (bravado's HTTPClientError)
    └── InvalidAnswerError             the response is not JSON (a ValueError)
        └── NonconformingAnswerError   with `strict=True`: JSON that violates the schema
    UserWarning
    ├── BlockingCallWarning            a call that blocks a running event loop
    └── InconsistentSnapshotWarning    pages or languages of a pull come from different snapshots

A response with a status of 400 or more raises bravado's `HTTPError` subclass for that status
(`bravado.exception.HTTPNotFound` and so on), as in the 5.x line. Its text contains the status, the
operation and the API's message; `operation`, `message`, `response` and `swagger_result` have them
separately.
"""

import esi._bravado  # noqa: F401 - first: it makes the next imports a second faster

# isort: split
import functools
import traceback
import types
import warnings
from collections.abc import Mapping
from typing import Any

from bravado.exception import (
    BravadoConnectionError,
    BravadoTimeoutError,
    HTTPClientError,
    HTTPError,
    HTTPErrorType,
    HTTPTooManyRequests,
    make_http_exception,
    status_map,
)
from bravado_core.exception import SwaggerMappingError
from requests.exceptions import ConnectionError as RequestsConnectionError
from requests.exceptions import ReadTimeout

from esi._header_values import delay

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # programs catch it by its old name
    from jsonschema.exceptions import RefResolutionError


def copied(kind: Any, args: tuple[Any, ...], attributes: dict[str, Any]) -> Any:
    """Recreate a pickled error without its constructor, which takes more than its `args`."""
    error = kind.__new__(kind, *args)
    error.args = args
    for name, value in attributes.items():
        setattr(error, name, value)
    return error


def inside(frame: types.FrameType) -> bool:
    """Return True for a frame of this toolkit."""
    return frame.f_globals.get("__name__", "").partition(".")[0] in {"esi", "esi_data"}


class _Shown(Exception):  # noqa: N818 - not an error of its own
    """Exception that a notebook shows by its message and the caller's own lines."""

    def _render_traceback_(self) -> list[str]:
        """Return what IPython prints: the message, the caller's frames, the message.

        A page of inner frames would hide the message and the line of the cell.
        """
        import IPython  # noqa: PLC0415 - it calls this

        trace = None
        for frame, line in reversed(list(traceback.walk_tb(self.__traceback__))):
            end = inside(frame)
            trace = None if end else types.TracebackType(trace, frame, frame.f_lasti, line)
        shell: Any = IPython.get_ipython()
        lines: list[str] = shell.InteractiveTB.structured_traceback(type(self), self, trace)
        return [f"{type(self).__name__}: {self}", *lines]


class DjangoEsiException(_Shown):
    """Base of all errors of this toolkit; `facts` become attributes."""

    def __init__(self, message: str = "", **facts: Any) -> None:
        super().__init__(message)
        for name, value in facts.items():
            setattr(self, name, value)

    def __reduce__(self) -> tuple[Any, ...]:
        return copied, (type(self), self.args, self.__dict__)


class IncompleteResponseError(DjangoEsiException):
    """Incomplete response of the SSO; the token is kept, try again."""


class SsoError(IncompleteResponseError):
    """Failure of the SSO, or its refusal of this application; every token is kept.

    `status` is that of the response, `error` its OAuth error code (such as `invalid_client`) and
    `retry_after` the seconds to wait; each is None if it is missing.
    """

    status: int | None = None
    error: str | None = None
    retry_after: float | None = None


SSOUnavailableError = SsoError  # its name in release 10


class SSOOAuthError(SsoError):
    """Response of the SSO with an OAuth error code, such as `invalid_client`; the token is kept."""

    def __init__(self, error: str, description: str | None = None, **facts: Any) -> None:
        super().__init__(error=error, description=description, **facts)
        self.args = (error, description)

    def __str__(self) -> str:
        return ": ".join(str(part) for part in self.args if part)


class TokenError(DjangoEsiException):
    """Base of errors of a token."""


class NotRefreshableTokenError(TokenError):
    """Token without a refresh token: log in again."""


class TokenInvalidError(TokenError):
    """Token that the SSO refuses for good: log in again."""


class TokenExpiredError(TokenError):
    """Token that has expired and could not be refreshed."""


class LoginNeededError(TokenError):
    """Character that is not logged in: the given `character`, and the `scopes` that are needed."""

    character: str | int | None = None
    scopes: tuple[str, ...] = ()


class MissingScopesError(LoginNeededError):
    """Character that is logged in without these `scopes`."""


class LoginFailedError(DjangoEsiException):
    """Login that was refused, timed out, or returned to another browser."""


class LoginStoreError(DjangoEsiException):
    """Store of logins that cannot be used: an unknown file format, or no keyring."""


class DocumentError(DjangoEsiException, ValueError):
    """Document from which no client can be built."""


class UnresolvedReferenceError(DocumentError, RefResolutionError):
    """Reference in a document that leads nowhere."""

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownOperationError(DjangoEsiException, AttributeError):
    """Unknown operation or tag: the given `name`, and its `replacement` if there is one."""

    replacement: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return copied, (type(self), self.args, {**self.__dict__, "name": self.name})


class ParameterError(DjangoEsiException, SwaggerMappingError, ValueError):
    """Missing, unknown or wrong parameter of an operation; `parameter` is its name."""

    operation: str = ""
    parameter: str | None = None


class ArgumentError(DjangoEsiException, TypeError):
    """Call with an unknown argument, or with parameters by position."""


class ApiConnectionError(DjangoEsiException, BravadoConnectionError, RequestsConnectionError):
    """Failed or broken connection to the API. `url` is the address without its query.

    `refused` is True if the request never reached a server.
    """

    url: str = ""
    refused: bool = False


class OfflineError(ApiConnectionError):
    """Offline client without a cached response."""


class ApiTimeoutError(DjangoEsiException, BravadoTimeoutError, ReadTimeout):
    """Timeout of a request. `url` is the address without its query."""

    url: str = ""


class _StatusError(_Shown, HTTPError):
    """HTTP error whose text has the message once and whose repr is not empty, unlike bravado's."""

    operation: str = ""
    parameters: str = ""

    def __str__(self) -> str:
        reason = str(getattr(self.response, "reason", ""))
        call = ", ".join(filter(None, (self.operation, self.parameters)))
        head = f"{self.status_code} {reason}".strip() + (f" ({call})" if call else "")
        return f"{head}: {self.message}" if self.message else head

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self).__bases__[1], self.args, self.__dict__)


class _Unregistered(HTTPErrorType):
    """Metaclass that keeps a class out of bravado's registry, which other clients use, too."""

    def __new__(cls, *args: Any) -> Any:
        return type.__new__(cls, *args)


@functools.cache
def _status_error(kind: type[HTTPError]) -> type[_StatusError]:
    """Derive a class with our text from one of bravado's, under the same name."""
    names = {name: getattr(kind, name) for name in ("__module__", "__qualname__", "__doc__")}
    made: type[_StatusError] = _Unregistered(kind.__name__, (_StatusError, kind), names)
    return made


def _restored(kind: Any, args: tuple[Any, ...], attributes: dict[str, Any]) -> Any:
    return copied(_status_error(kind), args, attributes)


def http_error(
    response: Any,
    message: str | None = None,
    swagger_result: Any = None,
    operation: str = "",
    parameters: str = "",
) -> HTTPError:
    """Create the error for a response: bravado's for its status, or a `LimitError`."""
    own: Any = type(make_http_exception(response))
    kind: Any = {420: ErrorLimitError, 429: RateLimitError}.get(response.status_code)
    kind = kind or _status_error(own)
    error: HTTPError = kind(response, message=message, swagger_result=swagger_result)
    error.operation, error.parameters = operation, parameters
    return error


def retry_after(status: int, headers: Mapping[str, str]) -> float | None:
    """Return the seconds until the API accepts requests again; None unless it refused one.

    420 sends the end of the error window, 429 sends `Retry-After`. Without either header (responses
    from deep inside the game server) the length of the error window is the safe guess.
    """
    if status not in {420, 429}:
        return None
    found = (delay(headers, name) for name in ("retry-after", "x-esi-error-limit-reset"))
    return next((seconds for seconds in found if seconds is not None), 60.0)


class LimitError(DjangoEsiException, _StatusError, HTTPClientError):
    """Limit of the API that is reached. `retry_after` is the seconds until it accepts requests.

    If the limit was known in advance, nothing was sent and `response` is synthetic: it has the
    status, `Retry-After` and a text.
    """

    def __init__(
        self, response: Any, message: str | None = None, swagger_result: Any = None
    ) -> None:
        HTTPClientError.__init__(self, response, message, swagger_result)
        self.retry_after: float = retry_after(response.status_code, response.headers) or 0.0


class RateLimitError(LimitError, HTTPTooManyRequests):
    """Empty token bucket (429)."""


class ErrorLimitError(LimitError):
    """Exhausted error limit (420): all routes are closed until the minute is over."""


# bravado registers each new class by its status; restore its own for other clients.
status_map[429] = HTTPTooManyRequests


class InvalidAnswerError(DjangoEsiException, ValueError):
    """Response that is not JSON, or is truncated. `url` is the address without its query."""

    url: str = ""


class NonconformingAnswerError(InvalidAnswerError):
    """Response that violates its schema (with `strict=True`)."""


class BlockingCallWarning(UserWarning):
    """Call in a running event loop that blocks all its tasks until the API has responded."""


class InconsistentSnapshotWarning(UserWarning):
    """Pages of different snapshots: rows may be missing or duplicated."""
