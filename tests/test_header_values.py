"""Readers of header values: odd text is a number, or nothing, and never an error."""

import os
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from esi._header_values import delay, number, timestamp
from esi.core.cache import policy
from esi.core.http.messages import Response
from esi.core.http.rates import Rate, seconds
from esi.core.paging.snapshot import page_count
from esi.core.rate_limits import rules as limit_rules
from esi.errors import retry_after

NOW = 1_800_000_000.0
DATE = "Fri, 15 Jan 2027 08:00:00 GMT"  # NOW

ODD = st.one_of(
    st.text(max_size=30),
    st.text("0123456789.-+eE²٣ ,:/mhs", max_size=30),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(
        ["9" * 5000, "-1", "NaN", "inf", "1e999", "²", "٣", "0x10", "1_000", "15/0m", "0/15m",
         "150/99999999h", "²/15m", DATE, "Mon, 99 Foo 99999 99:99:99 GMT",
         "Fri, 31 Dec 9999 23:59:59 -2359", "Sat, 01 Jan 0001 00:00:00 +2359"]
    ),
)  # fmt: skip
NAMES = (
    "age", "cache-control", "date", "expires", "last-modified", "retry-after", "x-pages",
    "x-esi-error-limit-remain", "x-esi-error-limit-reset", "x-ratelimit-group",
    "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-used",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [("150", 150), (" 7 ", 7), ("0", 0), ("9" * 400, 10**15), ("-1", None), ("1.5", None),
     ("²", None), ("٣", None), ("1_000", None), ("", None), (None, None), ("NaN", None)],
)  # fmt: skip
def test_only_ascii_digits_are_a_number(text, value):
    """Python's `int` and `isdigit` take more than HTTP does."""
    assert number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "Fri, 15 Jan 2027 08:00:00 GMT",
        "Friday, 15-Jan-27 08:00:00 GMT",
        "Fri Jan 15 08:00:00 2027",
        "Fri, 15 Jan 2027 08:00:00 -0000",
        "Fri, 15 Jan 2027 08:00:00",
        "Fri, 15 Jan 2027 09:00:00 +0100",
    ],
)
def test_all_forms_of_dates_are_utc(text, monkeypatch):
    """The machine's own time zone has no part in it."""
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    if hasattr(time, "tzset"):
        time.tzset()
    try:
        timestamp.cache_clear()
        assert timestamp(text) == NOW
    finally:
        monkeypatch.undo()
        if hasattr(time, "tzset"):
            time.tzset()
        assert os.environ.get("TZ") != "America/Los_Angeles"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "Fri, 15 Jan 2027 08:02:00 GMT", "date": DATE}, 120.0),
        ({"retry-after": "Fri Jan 15 08:02:00 2027", "date": DATE}, 120.0),
        ({"retry-after": "Fri, 15 Jan 2027 07:00:00 GMT", "date": DATE}, 0.0),
        ({"retry-after": "soon", "x-esi-error-limit-reset": "31"}, 31.0),
        ({"x-esi-error-limit-reset": "Fri, 15 Jan 2027 08:00:31 GMT", "date": DATE}, 31.0),
        ({"retry-after": "²"}, 60.0),
        ({"retry-after": "-5"}, 60.0),
        ({"retry-after": "9" * 15}, 24 * 3600.0),
    ],
)
def test_a_refusal_names_seconds_or_a_date(headers, seconds):
    """`Retry-After` may be either (RFC 9110, 10.2.3); unreadable ones mean a minute."""
    assert retry_after(429, headers) == seconds


def test_a_date_without_the_senders_clock_is_compared_with_ours():
    """A `Retry-After` in the far past is over."""
    assert delay({"retry-after": "Thu, 01 Jan 2015 00:00:00 GMT"}, "retry-after") == 0.0


@pytest.mark.parametrize("text", ["0m", "m", "", "15", "-1m", "²m", "99999h", "15 parsecs"])
def test_a_window_that_no_bucket_can_have_is_none(text):
    """A bucket without a window would divide by zero with every later request."""
    assert seconds(text) is None


def test_a_size_that_is_no_number_is_no_rate():
    """JSON's true is Python's 1."""
    declared = {"group": "a", "max-tokens": True, "window-size": "15m"}
    assert Rate.from_document(declared) is None


@given(st.dictionaries(st.sampled_from(NAMES), ODD))
@example({"cache-control": f"max-age={'9' * 5000}", "age": "9" * 5000})
@example({"x-ratelimit-group": "a", "x-ratelimit-limit": "²/15m", "x-ratelimit-used": "²"})
def test_every_reader_takes_any_text(headers):
    """Odd headers give plain values within bounds."""
    assert NOW - 2e15 < policy.expires_at(headers, 77, NOW) <= NOW + 365 * 24 * 3600
    report = limit_rules.Report.from_http(headers)
    assert report is None or (report.rate.tokens > 0 and 1 <= report.rate.window <= 24 * 3600)
    assert 0 <= limit_rules.spent(200, headers) <= 100
    left = limit_rules.errors_left(headers)
    assert left is None or (left[0] >= 0 and 0 <= left[1] <= 24 * 3600)
    assert 0 <= (retry_after(429, headers) or 0) <= 24 * 3600
    assert 1 <= page_count(Response(200, headers)) <= 100_000
