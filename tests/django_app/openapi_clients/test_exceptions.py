"""Exceptions of releases 8 to 10: how they are made, caught, pickled, and what they say."""

import copy
import pickle
import subprocess
import sys
import textwrap
from http import HTTPStatus
from types import SimpleNamespace
from unittest.mock import MagicMock, Mock

import pytest
import requests
from bravado import exception as bravado
from hypothesis import given
from hypothesis import strategies as st

from esi import errors, exceptions
from esi.core.http.messages import Response
from esi.core.http.response import EsiResponse
from esi.exceptions import (
    ESIBucketLimitException,
    ESIErrorLimitException,
    ESIRateLimitBucket,
    HTTPClientError,
    HTTPError,
    HTTPNotModified,
    HTTPRateLimitError,
    HTTPServerError,
    TaskBucketLimitException,
    from_error,
)
from tests.support import children

BUCKET = ESIRateLimitBucket("market-order", 12000, 900)
LIMIT_HEADERS = {
    "Retry-After": "17",
    "X-Ratelimit-Group": "market-order",
    "X-Ratelimit-Limit": "12000/15m",
}


def made():
    """Exceptions as programs' tests construct them."""
    return [
        HTTPClientError(404, {}, b"Not Found"),
        HTTPClientError(status_code=403, headers={}, data=None),
        HTTPClientError(400, {}, SimpleNamespace(error="wrong")),
        HTTPServerError(HTTPStatus.BAD_GATEWAY, {}, "down"),
        HTTPServerError(520, {}, {"error": "game"}),
        HTTPNotModified(304, {}),
        HTTPNotModified(status_code=304, headers={"ETag": "x"}),
        HTTPRateLimitError(429, LIMIT_HEADERS, None),
        HTTPError("any"),
        exceptions.RequestError("any"),
        ESIErrorLimitException(15),
        ESIErrorLimitException(),
        ESIErrorLimitException(reset=15.5, message="later"),
        ESIBucketLimitException(BUCKET, 5),
        ESIBucketLimitException(bucket="odd", reset=5, message="later"),
        TaskBucketLimitException(BUCKET, 3.5),
    ]


@pytest.mark.parametrize("error", made(), ids=repr)
def test_an_exception_survives_a_pickle(error):
    """Celery's results and retries carry it; its attributes arrive."""
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert vars(again).keys() == vars(error).keys()


@pytest.mark.parametrize("error", made(), ids=repr)
def test_an_exception_is_made_again_of_its_arguments(error):
    """A result store that speaks JSON has no more."""
    again = type(error)(*error.args)
    assert str(again) == str(error)
    assert (again == error, error == error) == (False, True)  # noqa: PLR0124
    assert hash(error) == hash(error)


@pytest.mark.parametrize("odd", [None, Mock(), MagicMock(), object(), 5, b"\xff", {"a": 1}, []])
@pytest.mark.parametrize("kind", [HTTPClientError, HTTPServerError, HTTPRateLimitError])
def test_any_data_and_headers_have_a_text(kind, odd):
    """Programs' tests pass whatever is at hand; the text names the status."""
    for error in (kind(429, odd, odd), kind(status_code=429, headers={}, data=odd)):
        assert str(error).startswith(f"<{kind.__name__} 429 ")
        assert kind.__name__ in repr(error)


@pytest.mark.parametrize("bucket", [Mock(), None, "a", 5, object()])
def test_any_bucket_has_a_text_and_a_reset(bucket):
    """The window of the error limit serves where the bucket has none."""
    error = ESIBucketLimitException(bucket, 5)
    assert (error.bucket, error.reset) == (bucket, 5)
    assert str(bucket) in str(error)
    if not isinstance(bucket, Mock):
        assert ESIBucketLimitException(bucket).reset == 60


def test_a_bucket_limit_without_a_reset_lasts_its_window():
    """As in release 10."""
    assert ESIBucketLimitException(BUCKET).reset == 900
    assert ESIBucketLimitException(BUCKET, None).reset == 900


@pytest.mark.parametrize(
    ("headers", "reset"),
    [
        ({"Retry-After": "17"}, 17), ({"retry-after": "17.5"}, 17.5), ({"RETRY-AFTER": 9}, 9),
        ({"Retry-After": "0"}, 1), ({"Retry-After": "-5"}, 60), ({"Retry-After": "soon"}, 60),
        ({"Retry-After": "9" * 40}, 60), ({"Retry-After": "999999999"}, 86400), ({}, 60),
        (None, 60), (Mock(), 60), ([("Retry-After", "17")], 60),
    ],
)  # fmt: skip
def test_a_429_has_a_reset_whatever_its_headers_are(headers, reset):
    """At least a second, at most a day, and a minute where they say nothing usable."""
    assert HTTPRateLimitError(429, headers).reset == reset


NAMES = [name.lower() for name in LIMIT_HEADERS] + ["date", "x-esi-error-limit-reset", "x"]


@given(st.dictionaries(st.sampled_from(NAMES), st.text() | st.integers().map(str)))
def test_no_header_breaks_a_429(headers):
    """The reset is a time that a task can wait, and the bucket has numbers."""
    error = HTTPRateLimitError(429, headers)
    assert 1 <= error.reset <= 86400
    assert error.bucket.limit >= 1
    assert error.bucket.window >= 1


@pytest.mark.parametrize("limit", ["", "x", "150", "150/15y", "0/15m", "-1/15m", None])
def test_a_429_has_a_bucket_whatever_its_headers_are(limit):
    """Limits deep inside of the game server name none."""
    bucket = HTTPRateLimitError(429, LIMIT_HEADERS | {"X-Ratelimit-Limit": limit}).bucket
    assert (bucket.slug, bucket.limit, bucket.window) == ("unknown", 1, 17)


def test_the_order_of_handlers_is_that_of_release_10():
    """Handlers of client errors see a 429 and no 420; an unchanged response is neither."""
    assert issubclass(HTTPRateLimitError, HTTPClientError)
    assert issubclass(HTTPRateLimitError, ESIBucketLimitException)
    assert not issubclass(ESIErrorLimitException, HTTPError)
    assert not issubclass(ESIBucketLimitException, HTTPError)
    assert not issubclass(HTTPNotModified, HTTPClientError | HTTPServerError)
    assert issubclass(HTTPNotModified, HTTPError)


# From the engine's errors


def failed(status, headers=(), body=None, message=None, requests=1):
    """Return the error that the engine raises for a response."""
    response = Response(status, {k.lower(): v for k, v in dict(headers).items()}, requests=requests)
    return errors.http_error(EsiResponse(response), message, body, "get_orders", "region_id=3")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, HTTPClientError), (403, HTTPClientError), (404, HTTPClientError),
        (422, HTTPClientError), (429, HTTPRateLimitError), (500, HTTPServerError),
        (502, HTTPServerError), (504, HTTPServerError), (520, HTTPServerError),
        (304, HTTPNotModified),
    ],
)  # fmt: skip
def test_a_status_becomes_its_exception(status, kind):
    """With status and headers, in any case."""
    error = from_error(failed(status, {"X-Pages": "3"}))
    assert type(error) is kind
    assert error.status_code == status
    assert error.headers.get("x-pages") == error.headers["X-PAGES"] == "3"
    assert str(status) in str(error)


def test_a_redirect_is_an_http_error_with_a_status():
    """The error belongs neither to 4xx nor to 5xx."""
    error = from_error(failed(301))
    assert isinstance(error, HTTPError)
    assert not isinstance(error, HTTPClientError | HTTPServerError)
    assert error.status_code == 301


def test_the_text_names_operation_parameters_and_message():
    """The one of the 5.x line; `data.error` is the API's own."""
    error = from_error(failed(404, body={"error": "No such region"}, message="No such region"))
    assert str(error) == "404 Not Found (get_orders, region_id=3): No such region"
    assert (error.data.error, error.data.details) == ("No such region", None)
    assert error.operation == "get_orders"


@pytest.mark.parametrize("body", [None, [], "text", {}, {"error": None}, {"other": 1}, 5])
def test_data_has_an_error_whatever_the_body_is(body):
    """HTML of a proxy, say."""
    error = from_error(failed(503, body=body))
    assert isinstance(error, HTTPServerError)
    assert error.data.error is None


def test_a_token_that_the_api_repeats_is_left_out():
    """Newer routes name the value that they refuse."""
    details = [
        {"location": "header.Authorization", "message": "bad", "value": "Bearer secret"},
        {"location": "query.page", "message": "bad", "value": 0},
        "odd",
    ]
    error = from_error(failed(400, body={"error": "bad", "details": details}))
    assert "secret" not in repr(vars(error)) + repr(error.data)
    assert error.data.details[1:] == details[1:]


def test_a_420_is_an_error_limit_with_its_reset():
    """Sent by the API, or known in advance."""
    for requests_sent in (0, 1):
        error = from_error(failed(420, {"X-ESI-Error-Limit-Reset": "33"}, requests=requests_sent))
        assert type(error) is ESIErrorLimitException
        assert error.reset == 33
        assert "420 Error Limit Exceeded" in error.message


def test_a_429_of_the_api_is_a_client_error_and_a_bucket_limit():
    """It names bucket and reset."""
    error = from_error(failed(429, LIMIT_HEADERS))
    assert type(error) is HTTPRateLimitError
    assert (error.status_code, error.reset) == (429, 17)
    assert vars(error.bucket) == vars(BUCKET)


def test_a_limit_known_in_advance_is_no_client_error():
    """No response arrived: `except HTTPClientError` around one item lets it pass."""
    error = from_error(failed(429, LIMIT_HEADERS, requests=0))
    assert type(error) is ESIBucketLimitException
    assert (error.reset, vars(error.bucket)) == (17, vars(BUCKET))


@pytest.mark.parametrize(
    ("error", "kinds"),
    [
        (
            errors.ApiConnectionError("m", url="u", refused=True),
            (exceptions.RequestError, OSError, requests.ConnectionError),
        ),
        (errors.OfflineError("m"), (exceptions.RequestError, errors.ApiConnectionError)),
        (
            errors.ApiTimeoutError("m", url="u"),
            (exceptions.RequestError, OSError, requests.Timeout),
        ),
        (
            errors.InvalidAnswerError("m", url="u"),
            (exceptions.ContentTypeError, ValueError, errors.InvalidAnswerError),
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_request_without_a_usable_response_is_caught_by_each_name(error, kinds):
    """The engine's classes stay its bases, and its attributes and text arrive, pickled too."""
    for found in (from_error(error), pickle.loads(pickle.dumps(from_error(error)))):
        assert all(isinstance(found, kind) for kind in (*kinds, HTTPError))
        assert str(found) == "m"
        assert vars(found) == vars(error)
        assert not isinstance(found, bravado.HTTPError)


@pytest.mark.parametrize(
    "error", [errors.TokenExpiredError("m"), errors.ParameterError("m"), KeyError("m")]
)
def test_other_errors_pass_unchanged(error):
    """They are the same in both dialects."""
    assert from_error(error) is error


def test_an_exception_of_this_dialect_passes_unchanged():
    """Translating twice does nothing."""
    for error in (from_error(errors.ApiTimeoutError("m")), HTTPClientError(404, {})):
        assert from_error(error) is error


# Names of other packages

FAKES = {
    "aiopenapi3/__init__.py": "from .errors import ContentTypeError, HTTPError, RequestError",
    "aiopenapi3/errors.py": """
        import dataclasses

        class ErrorBase(Exception): pass
        class HTTPError(ErrorBase): pass

        @dataclasses.dataclass(repr=False)
        class RequestError(HTTPError):
            operation: object; request: object; data: object; parameters: object
            def __str__(self): return f"<{self.operation.nothing}>"

        @dataclasses.dataclass(repr=False)
        class ContentTypeError(HTTPError):
            operation: object; content_type: str; message: str; response: object
            def __str__(self): return f"<{self.operation.nothing}>"

        @dataclasses.dataclass(repr=False)
        class HTTPStatusIndicatedError(HTTPError):
            status_code: int; headers: dict; data: object
            def __str__(self): return f"<{self.nothing}>"
        class HTTPClientError(HTTPStatusIndicatedError): pass
        class HTTPServerError(HTTPStatusIndicatedError): pass
    """,
    "httpx2.py": """
        class HTTPError(Exception):
            def __init__(self, message): self._request = None
            @property
            def request(self): raise RuntimeError("no request")
            @request.setter
            def request(self, value): self._request = value
        class RequestError(HTTPError):
            def __init__(self, message, *, request=None): super().__init__(message)
    """,
}
CAUGHT = """
    import pickle, sys
    {imports}
    errors = aiopenapi3.errors
    assert issubclass(exceptions.HTTPClientError, errors.HTTPClientError)
    assert issubclass(exceptions.RequestError, (aiopenapi3.RequestError, httpx2.RequestError))
    assert issubclass(exceptions.RequestError, httpx2.RequestError)

    from esi.errors import ApiConnectionError, ApiTimeoutError, InvalidAnswerError

    def caught(error, *kinds):
        for each in (error, pickle.loads(pickle.dumps(error))):
            for kind in kinds:
                try:
                    raise each
                except kind as exc:
                    assert str(exc) == str(error) and repr(exc) and exc == exc
                    assert hash(exc) == hash(exc)

    caught(exceptions.HTTPClientError(404, {{}}, b"no"), errors.HTTPClientError,
           errors.HTTPStatusIndicatedError, errors.HTTPError, aiopenapi3.HTTPError)
    caught(exceptions.HTTPServerError(502, {{}}), errors.HTTPServerError, aiopenapi3.HTTPError)
    caught(exceptions.HTTPNotModified(304, {{}}), aiopenapi3.HTTPError)
    caught(exceptions.HTTPRateLimitError(429, {{}}), errors.HTTPClientError)
    for error in (ApiConnectionError("m", url="u"), ApiTimeoutError("m", url="u")):
        found = exceptions.from_error(error)
        caught(found, aiopenapi3.RequestError, errors.HTTPError, httpx2.RequestError, OSError)
        assert found.request is None and found.url == "u"
    caught(exceptions.from_error(InvalidAnswerError("m")), aiopenapi3.ContentTypeError, ValueError)
    assert not isinstance(exceptions.HTTPNotModified(304, {{}}), errors.HTTPStatusIndicatedError)
    print("caught")
"""
ORDERS = {
    "ours twice, then theirs": (
        "import sys\nimport esi.exceptions\n"
        "del sys.modules['esi.exceptions'], sys.modules['esi._foreign_bases']\n"
        "import importlib\nexceptions = importlib.import_module('esi.exceptions')\n"
        "import aiopenapi3.errors, httpx2"
    ),
    "theirs first": "import aiopenapi3.errors, httpx2\nfrom esi import exceptions",
    "ours first": "from esi import exceptions\nimport aiopenapi3.errors, httpx2",
    "ours first, and raised": (
        "from esi import exceptions\n"
        "try:\n    raise exceptions.HTTPNotModified(304, {})\n"
        "except Exception as exc:\n    import aiopenapi3.errors, httpx2\n"
        "    assert isinstance(exc, aiopenapi3.HTTPError)"
    ),
}


def in_a_process(code, *path):
    """Run code in a process of its own; return what it printed."""
    code = f"import sys; sys.path[:0] = {[str(each) for each in path]}\n{code}"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        text=True,
        timeout=children.RUN_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def catching(order):
    return textwrap.dedent(CAUGHT).format(imports=ORDERS[order])


@pytest.mark.large
@pytest.mark.parametrize("order", ORDERS)
def test_handlers_of_other_packages_names_catch_ours(order, tmp_path):
    """In whatever order they are imported, and whatever their classes define."""
    for name, text in FAKES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(textwrap.dedent(text), encoding="utf-8")
    assert in_a_process(catching(order), tmp_path) == "caught\n"


@pytest.mark.large
@pytest.mark.parametrize("order", ORDERS)
def test_handlers_of_the_real_packages_names_catch_ours(order):
    """With the packages that django-esi 10 brings to a site."""
    pytest.importorskip("httpx2")
    assert in_a_process(catching(order)) == "caught\n"


def test_packages_without_these_names_change_nothing(monkeypatch):
    """Another release, or what a test put in their place."""
    odd = SimpleNamespace(HTTPError=int, RequestError=Mock(), ContentTypeError="x")
    monkeypatch.setitem(sys.modules, "aiopenapi3.errors", odd)
    monkeypatch.setitem(sys.modules, "httpx2", None)
    assert str(HTTPClientError(404, {})) == "<HTTPClientError 404 None {}>"
    assert HTTPError.__bases__ == (errors.DjangoEsiException,)
