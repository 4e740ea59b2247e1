"""Arithmetic of forecasts."""

import math

from hypothesis import given
from hypothesis import strategies as st

from esi.core.rate_limits.forecast import (
    LATENCY,
    Budget,
    CallPages,
    Latency,
    forecast,
    seconds_to_spend,
)

FULL = Budget("market-order", 12000, 900.0, 12000)
ERRORS = Budget("", 95, 60.0, 95)


def test_latency_is_the_mean_of_the_latest_requests():
    """Older requests count less and less."""
    latency = Latency()
    assert latency.seconds == LATENCY
    latency.record(0.05)
    assert math.isclose(latency.seconds, 0.05)
    latency.record(0.15)
    assert math.isclose(latency.seconds, 0.1)
    for _ in range(100):
        latency.record(0.4)
    assert math.isclose(latency.seconds, 0.4, rel_tol=0.01)


def test_latency_tells_how_long_the_process_was_idle():
    """A response that the process was too busy to read was there before."""
    latency = Latency()
    latency.record(0.05, busy=0.04)
    assert math.isclose(latency.idle, 0.01)
    latency.record(0.05, busy=0.2)  # by several threads, of libraries that compute in parallel
    assert math.isclose(latency.idle, 0.005)


def test_each_uncached_page_is_a_request_of_two_tokens():
    """Cached pages are free."""
    found = forecast(
        [CallPages(20), CallPages(30, cached=10), CallPages(1)], FULL, latency=0.1, concurrency=10
    )
    assert (found.calls, found.requests, found.cached, found.tokens) == (3, 41, 10, 82)
    assert (found.estimated, found.errors_at_risk) == (0, 0)


def test_unknown_page_counts_are_the_mean_of_known_ones():
    """Guessed calls are counted."""
    found = forecast([CallPages(20), CallPages(40), CallPages(None), CallPages(None)], FULL)
    assert (found.requests, found.estimated) == (120, 2)


def test_calls_of_unknown_size_count_as_one_page():
    """One page is the least that a call can have."""
    assert forecast([CallPages(None)] * 3, FULL).requests == 3


def test_everything_cached_costs_nothing():
    """No request, no token, no time."""
    found = forecast([CallPages(20, cached=20)], FULL)
    assert (found.requests, found.tokens, found.seconds) == (0, 0, 0.0)


def test_without_a_bucket_each_call_puts_an_error_at_risk():
    """Only failures use up the error limit; cached calls cannot fail."""
    found = forecast([CallPages(1), CallPages(1, cached=1), CallPages(3)], ERRORS)
    assert (found.tokens, found.errors_at_risk) == (0, 2)


def test_seconds_count_rounds_of_requests_within_the_budget():
    """First pages are a round of their own."""
    found = forecast([CallPages(300)], FULL, latency=0.1, concurrency=32)
    assert math.isclose(found.seconds, 1.1)


def test_a_cached_first_page_takes_no_round():
    """64 pages after it take two rounds."""
    found = forecast([CallPages(65, cached=1)], FULL, latency=0.1, concurrency=32)
    assert math.isclose(found.seconds, 0.2)


def test_first_pages_of_many_listings_go_out_with_the_others():
    """They take no round of their own: 33 listings have 48 pages, three rounds of 16."""
    calls = [*[CallPages(1)] * 32, CallPages(16)]
    found = forecast(calls, FULL, latency=0.1, concurrency=16)
    assert math.isclose(found.seconds, 0.3)


def test_concurrent_listings_take_one_more_round():
    """A listing takes a free place only once one of its own pages has arrived."""
    found = forecast([CallPages(17, cached=1)] * 8, FULL, latency=0.1, concurrency=32)
    assert (found.requests, math.isclose(found.seconds, 0.5)) == (128, True)
    found = forecast([CallPages(5, cached=1)] * 8, FULL, latency=0.1, concurrency=32)
    assert math.isclose(found.seconds, 0.1)  # all at once


def test_few_first_pages_are_a_round_of_their_own():
    """3 first pages, then 17 other pages in two uneven rounds of 16."""
    calls = [CallPages(5, cached=1), *[CallPages(5)] * 3, CallPages(2, cached=1)]
    found = forecast(calls, FULL, latency=0.1, concurrency=16)
    assert found.requests == 20
    assert math.isclose(found.seconds, 0.4)


def test_seconds_are_those_of_an_exceeded_budget():
    """Requests beyond the budget wait a window."""
    assert forecast([CallPages(6000)], FULL, latency=0.0).seconds == 0.0
    assert forecast([CallPages(6001)], FULL, latency=0.0).seconds == 900.0
    assert forecast([CallPages(18_001)], FULL, latency=0.0).seconds == 2700.0


def test_spent_tokens_come_back_at_their_own_times():
    """The forecast starts from what is left now, not from a full bucket."""
    budget = Budget("a", 100, 900.0, 10, returns=((50.0, 40), (700.0, 50)))
    assert seconds_to_spend(10, budget) == 0
    assert seconds_to_spend(50, budget) == 50
    assert seconds_to_spend(51, budget) == 700
    assert seconds_to_spend(101, budget) == 900


def test_an_empty_budget_takes_for_ever():
    """Infinity is returned; the computation ends."""
    assert seconds_to_spend(1, Budget("a", 0, 900.0, 0)) == math.inf


@given(
    st.integers(1, 500),
    st.integers(1, 100),
    st.lists(st.tuples(st.floats(0, 900), st.integers(1, 30)), max_size=5),
)
def test_seconds_agree_with_spending_token_by_token(tokens, size, spent):
    """Spending single tokens ends at the same moment."""
    returns, used = [], 0
    for at, asked in spent:
        number = min(asked, size - used)
        used += number
        returns += [(at, number)] if number else []
    budget = Budget("a", size, 900.0, size - used, tuple(returns))
    back = sorted([0.0] * (size - used) + [at for at, number in returns for _ in range(number)])
    for _ in range(tokens):
        moment = back.pop(0)
        back.append(moment + 900.0)
        back.sort()
    assert math.isclose(seconds_to_spend(tokens, budget), moment)
