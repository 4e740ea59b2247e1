"""Test the price of requests and the length of waits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.core.http.rates import Rate
from esi.core.rate_limits import rules as limit_rules
from esi.core.rate_limits.rules import Report

NOON = 1_800_014_400.0  # 2027-01-15 12:00 UTC


@pytest.mark.parametrize(
    ("status", "price"), [(200, 2), (204, 2), (304, 1), (404, 5), (429, 0), (500, 0), (503, 0)]
)
def test_prices(status, price):
    """Success costs 2, a 304 one, a client error 5, a refusal or server error nothing."""
    assert limit_rules.tokens(status) == price


def test_the_used_header_overrides_the_price_list():
    """Without a group nothing was spent."""
    headers = {"x-ratelimit-group": "status", "x-ratelimit-used": "3"}
    assert limit_rules.spent(200, headers) == 3
    assert limit_rules.spent(200, {"x-ratelimit-group": "status"}) == 2
    assert limit_rules.spent(200, {}) == 0


def test_rate_from_the_document():
    """`x-rate-limit` of an operation declares it."""
    said = {"group": "market-order", "max-tokens": 12000, "window-size": "15m"}
    assert Rate.from_document(said) == Rate("market-order", 12000, 900.0)


@pytest.mark.parametrize(
    "said",
    [
        None,
        "15m",
        {},
        {"group": "x", "max-tokens": 10, "window-size": "soon"},
        {"group": "x", "max-tokens": 0, "window-size": "15m"},
        {"group": "x", "max-tokens": "10", "window-size": "15m"},
    ],
)
def test_an_unusable_rate_is_none(said):
    """Headers will name the real one."""
    assert Rate.from_document(said) is None


def test_report_from_headers():
    """Headers name group, size, window (minutes or hours) and what is left."""
    headers = {
        "x-ratelimit-group": "status",
        "x-ratelimit-limit": "150/1h",
        "x-ratelimit-remaining": "148",
    }
    assert Report.from_http(headers) == Report(Rate("status", 150, 3600.0), 148)
    assert Report.from_http({**headers, "x-ratelimit-remaining": ""}).left is None
    assert Report.from_http({**headers, "x-ratelimit-limit": "many"}) is None
    assert Report.from_http({}) is None


def test_the_stricter_of_two_rates():
    """It has the fewer tokens and the longer window."""
    assert Rate("a", 100, 900.0).stricter(Rate("a", 150, 3600.0)) == Rate("a", 100, 3600.0)


def test_error_budget_from_headers():
    """Errors left and seconds until the window ends; None if either is missing."""
    headers = {"x-esi-error-limit-remain": "97", "x-esi-error-limit-reset": "31"}
    assert limit_rules.errors_left(headers) == (97, 31.0)
    assert limit_rules.errors_left({"x-esi-error-limit-remain": "97"}) is None


@pytest.mark.parametrize(
    ("status", "body", "hidden"),
    [
        (520, b"", True),
        (500, b'{"error": "Too many requests"}', True),
        (500, b'{"error": "ConStopSpamming, remainingTime: 1"}', True),
        (500, b'{"error": "rate limit"}', True),
        (500, b'{"error": "Undefined"}', False),
        (404, b"Too many", False),
    ],
)
def test_limits_in_disguise(status, body, hidden):
    """Market history responds 500 with the limit in its text, or 520."""
    assert limit_rules.is_hidden(status, body) is hidden


def test_leases_are_large_far_from_the_limit_only():
    """At most a sixteenth of what is left, and never less than is needed."""
    assert limit_rules.lease(2, 600, 12000) == 600
    assert limit_rules.lease(2, 600, 320) == 20
    assert limit_rules.lease(2, 600, 10) == 2


def test_seconds_until_enough_tokens_return():
    """Oldest tokens return first."""
    entries = [(130.0, 4), (110.0, 3), (120.0, 3)]
    assert limit_rules.wait(2, 12, entries, now=100.0) == 0
    assert limit_rules.wait(2, 10, entries, now=100.0) == 10
    assert limit_rules.wait(5, 10, entries, now=100.0) == 20
    assert limit_rules.wait(11, 10, entries, now=100.0) is None


@given(
    st.lists(st.tuples(st.floats(0, 900), st.integers(1, 50)), max_size=20),
    st.integers(1, 60),
    st.integers(1, 500),
)
def test_the_wait_is_as_short_as_possible(entries, need, size):
    """Enough tokens are free after it, and not earlier."""
    seconds = limit_rules.wait(need, size, entries, now=0.0)
    if seconds is None:
        assert need > size
        return
    assert sum(n for at, n in entries if at > seconds) + need <= size
    if seconds > 0:
        assert sum(n for at, n in entries if at >= seconds) + need > size


def test_waits_before_retries_double():
    """The factor of the manual, and up to half of it more at random."""
    assert [limit_rules.backoff(0.2, n, 0.0) for n in (1, 2, 3)] == [0.2, 0.4, 0.8]
    assert limit_rules.backoff(0.2, 1, 1.0) == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("minutes", "named"), [(-70, False), (-65, True), (-30, True), (-29, False)]
)
def test_the_daily_downtime_is_named_around_eleven(minutes, named):
    """From five minutes before 11:00 UTC until half past."""
    said = limit_rules.downtime(NOON + minutes * 60)
    assert ("11:00 UTC" in said) is named
