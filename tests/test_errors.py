"""Errors that come out of other processes are what they were there."""

import pickle
from types import SimpleNamespace

import pytest

from esi import errors

ALL = [
    errors.SsoError("m", status=503, retry_after=2.0),
    errors.TokenExpiredError("m"),
    errors.DocumentError("m"),
    errors.UnresolvedReferenceError("m"),
    errors.UnknownOperationError("m", name="n", replacement="r"),
    errors.ParameterError("m", operation="o", parameter="p"),
    errors.ApiConnectionError("m", url="u"),
    errors.OfflineError("m", url="u"),
    errors.ApiTimeoutError("m", url="u"),
    errors.InvalidAnswerError("m", url="u"),
    errors.RateLimitError(
        SimpleNamespace(status_code=429, reason="no", headers={"retry-after": "7"}, text="m")
    ),
]
VALUES = ("url", "name", "replacement", "operation", "parameter", "status", "retry_after")


@pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)
def test_an_error_survives_a_pickle(error):
    """Class, text, notes and what one acts on arrive (Celery, Dask and multiprocessing pickle)."""
    error.add_note("2 of 3 parts")
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error) != ""
    assert copy.__notes__ == ["2 of 3 parts"]
    for name in VALUES:
        assert getattr(copy, name, None) == getattr(error, name, None)


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [
        (429, {"retry-after": "17"}, 17),
        (429, {}, 60),
        (
            429,
            {
                "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT",
                "date": "Wed, 21 Oct 2026 07:26:00 GMT",
            },
            120,
        ),
        (420, {"x-esi-error-limit-reset": "42"}, 42),
        (420, {}, 60),
        (404, {"retry-after": "17"}, None),
    ],
)
def test_seconds_until_a_retry(status, headers, seconds):
    """`Retry-After`, the error window's end, or a minute if neither is sent."""
    assert errors.retry_after(status, headers) == seconds
