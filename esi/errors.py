"""Everything that this toolkit raises of its own.

    DjangoEsiException
    ├── IncompleteResponseError        the SSO answered half; the token is kept
    │   └── SsoError                   it is ill, out of reach, or refuses us; the token is kept
    ├── TokenError
    │   ├── NotRefreshableTokenError   nothing to refresh it with
    │   ├── TokenInvalidError          the SSO does not know it (any more)
    │   ├── TokenExpiredError          its time is over and it could not be renewed
    │   └── LoginNeededError           `character=` is not logged in; `scopes` says for what
    │       └── MissingScopesError     it is, and has not allowed these `scopes`
    ├── LoginFailedError               a login did not come to its end
    ├── LoginStoreError                the file of logins, or the keyring, cannot be used
    ├── DocumentError                  neither Swagger 2.0 nor OpenAPI 3, or not readable
    │   └── UnresolvedReferenceError   a reference in it leads nowhere (jsonschema's error, too)
    ├── UnknownOperationError          no such operation or tag (an AttributeError, as in bravado)
    ├── ParameterError                 a missing, unknown or wrong value (a ValueError)
    ├── ApiConnectionError             the API could not be reached (a bravado connection error)
    │   └── OfflineError               the client is offline, and the cache does not hold the answer
    ├── ApiTimeoutError                the API took too long (a bravado timeout error)
    ├── LimitError                     the API's limit is reached; `retry_after` says for how long
    │   ├── RateLimitError             429 (bravado's HTTPTooManyRequests)
    │   └── ErrorLimitError            420 (bravado's HTTPClientError)
    └── InvalidAnswerError             what came back was not JSON (a ValueError)
        └── NonconformingAnswerError   with `strict=True`: JSON, but not what the schema says
    UserWarning
    └── InconsistentSnapshotWarning    a pull's pages, or its languages, are of different moments

An answer with a status of 400 or more raises bravado's `HTTPError` subclass for that status
(`bravado.exception.HTTPNotFound` and so on), as in the 5.x line. Its text has the status, the
operation and what the API said; `operation`, `message`, `response` and `swagger_result` have them
one by one.
"""

import esi._bravado  # noqa: F401 - first: it makes the next imports a second faster

# isort: split
import functools
import warnings
from collections.abc import Mapping
from typing import Any, TypeVar

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

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # the name that programs catch is old
    from jsonschema.exceptions import RefResolutionError

T = TypeVar("T", bound=BaseException)

__all__ = [
    "ApiConnectionError",
    "ApiTimeoutError",
    "DjangoEsiException",
    "DocumentError",
    "ErrorLimitError",
    "IncompleteResponseError",
    "InconsistentSnapshotWarning",
    "InvalidAnswerError",
    "LimitError",
    "LoginFailedError",
    "LoginNeededError",
    "LoginStoreError",
    "MissingScopesError",
    "NonconformingAnswerError",
    "NotRefreshableTokenError",
    "OfflineError",
    "ParameterError",
    "RateLimitError",
    "SsoError",
    "TokenError",
    "TokenExpiredError",
    "TokenInvalidError",
    "UnknownOperationError",
    "UnresolvedReferenceError",
]


def copied(kind: type[T], args: tuple[Any, ...], attributes: dict[str, Any]) -> T:
    """An error as another process raised it: their constructors take more than their `args`."""
    error = kind.__new__(kind, *args)
    error.args = args
    for name, value in attributes.items():
        setattr(error, name, value)
    return error


class DjangoEsiException(Exception):  # noqa: N818 - the 5.x line's name
    """The root: `except DjangoEsiException` catches everything below."""

    def __reduce__(self) -> tuple[Any, ...]:
        return copied, (type(self), self.args, self.__dict__)


class IncompleteResponseError(DjangoEsiException):
    """The SSO's answer lacks what it must hold; the token is kept, try again."""


class SsoError(IncompleteResponseError):
    """The SSO is ill, out of reach, or refuses this application; every token is kept.

    `status` is that of its answer, `error` the word in it (such as `invalid_client`) and
    `retry_after` the seconds it asks to wait; each is None where there is none.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        error: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.error = error
        self.retry_after = retry_after


class TokenError(DjangoEsiException):
    """Something is wrong with a token."""


class NotRefreshableTokenError(TokenError):
    """The token has no refresh token: log in again."""


class TokenInvalidError(TokenError):
    """The SSO refuses the token for good: log in again."""


class TokenExpiredError(TokenError):
    """The token has expired and could not be refreshed."""


class LoginNeededError(TokenError):
    """A character is not logged in. `character` is what was asked for, `scopes` what is needed."""

    def __init__(
        self, message: str, *, character: str | int | None, scopes: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.character = character
        self.scopes = scopes


class MissingScopesError(LoginNeededError):
    """A character is logged in and has not allowed these `scopes`."""


class LoginFailedError(DjangoEsiException):
    """A login did not come to its end: refused, of another browser, or nobody came back."""


class LoginStoreError(DjangoEsiException):
    """Logins cannot be read or kept: the file is not one of ours, or there is no keyring."""


class DocumentError(DjangoEsiException, ValueError):
    """A document that no client can be built from."""


class UnresolvedReferenceError(DocumentError, RefResolutionError):
    """A reference in a document leads nowhere."""

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownOperationError(DjangoEsiException, AttributeError):
    """No such operation or tag. `name` is what was asked for, `replacement` what to use instead."""

    def __init__(self, message: str, *, name: str, replacement: str | None = None) -> None:
        super().__init__(message)
        self.name = name
        self.replacement = replacement

    def __reduce__(self) -> tuple[Any, ...]:
        return copied, (type(self), self.args, {**self.__dict__, "name": self.name})


class ParameterError(DjangoEsiException, SwaggerMappingError, ValueError):
    """A parameter of an operation is missing, unknown or wrong. `parameter` is its name."""

    def __init__(self, message: str, *, operation: str, parameter: str | None = None) -> None:
        super().__init__(message)
        self.operation = operation
        self.parameter = parameter


class ApiConnectionError(DjangoEsiException, BravadoConnectionError, RequestsConnectionError):
    """The API could not be reached, or broke off. `url` is the address without its query."""

    def __init__(self, message: str, *, url: str) -> None:
        super().__init__(message)
        self.url = url


class OfflineError(ApiConnectionError):
    """The client is offline, and the cache does not hold the answer."""


class ApiTimeoutError(DjangoEsiException, BravadoTimeoutError, ReadTimeout):
    """No answer within the time allowed. `url` is the address without its query."""

    def __init__(self, message: str, *, url: str) -> None:
        super().__init__(message)
        self.url = url


class _ToldOnceError(HTTPError):
    """bravado's text has an error's message twice, or thrice, and its repr is empty: not ours."""

    operation: str = ""

    def __str__(self) -> str:
        reason = str(getattr(self.response, "reason", ""))
        operation = f" ({self.operation})" if self.operation else ""
        head = f"{self.status_code} {reason}".strip() + operation
        return f"{head}: {self.message}" if self.message else head

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class _Unlisted(HTTPErrorType):
    """Of classes that bravado shall not raise by their status: other clients of the process do."""

    def __new__(cls, *args: Any) -> Any:
        return type.__new__(cls, *args)


@functools.cache
def _told_once(kind: type[HTTPError]) -> type[_ToldOnceError]:
    """A class of bravado, with our text; it goes by bravado's name, which is what one catches."""

    def reduce(error: HTTPError) -> tuple[Any, ...]:
        return _as_raised, (kind, error.args, error.__dict__)

    names = {
        "__module__": kind.__module__,
        "__qualname__": kind.__qualname__,
        "__doc__": kind.__doc__,
        "__reduce__": reduce,
    }
    made: type[_ToldOnceError] = _Unlisted(kind.__name__, (_ToldOnceError, kind), names)
    return made


def _as_raised(kind: Any, args: tuple[Any, ...], told: dict[str, Any]) -> HTTPError:
    return copied(_told_once(kind), args, told)


def http_error(
    response: Any, message: str | None = None, swagger_result: Any = None, operation: str = ""
) -> HTTPError:
    """The error for an answer that refuses: bravado's of that status, or a `LimitError`."""
    own: Any = type(make_http_exception(response))
    kind: Any = {420: ErrorLimitError, 429: RateLimitError}.get(response.status_code)
    kind = kind or _told_once(own)
    error: HTTPError = kind(response, message=message, swagger_result=swagger_result)
    error.operation = operation
    return error


def retry_after(status: int, headers: Mapping[str, str]) -> float | None:
    """Return the seconds until the API accepts requests again; None unless it refused one.

    420 sends the end of the error window, 429 sends `Retry-After`. Without either header (responses
    from deep inside the game server) the length of the error window is the safe guess.
    """
    if status not in {420, 429}:
        return None
    for name in ("retry-after", "x-esi-error-limit-reset"):
        text = headers.get(name, "")
        if text.replace(".", "", 1).isdigit():
            return float(text)
    return 60.0


class LimitError(DjangoEsiException, _ToldOnceError, HTTPClientError):
    """The API takes no request of this kind now. `retry_after` is the seconds until it does.

    Where the limit was known beforehand nothing was sent, and `response` is made up: it has the
    status, `Retry-After` and a text.
    """

    def __init__(
        self, response: Any, message: str | None = None, swagger_result: Any = None
    ) -> None:
        HTTPClientError.__init__(self, response, message, swagger_result)
        self.retry_after: float = retry_after(response.status_code, response.headers) or 0.0


class RateLimitError(LimitError, HTTPTooManyRequests):
    """A bucket of tokens is spent (429)."""


class ErrorLimitError(LimitError):
    """Too many answers were errors (420): all routes are closed until the minute is over."""


# bravado lists each class by its status as it is made; other clients of the process keep theirs.
status_map[429] = HTTPTooManyRequests


class InvalidAnswerError(DjangoEsiException, ValueError):
    """The body of an answer is not JSON, or broke off. `url` is the address without its query."""

    def __init__(self, message: str, *, url: str) -> None:
        super().__init__(message)
        self.url = url


class NonconformingAnswerError(InvalidAnswerError):
    """With `strict=True`: an answer lacks what its schema requires, or holds something else."""


class InconsistentSnapshotWarning(UserWarning):
    """Rows may be lost or doubled: it could not be shown that all pages are of one moment."""
