"""What calls will cost: arithmetic."""

import math

from hypothesis import given
from hypothesis import strategies as st

from esi.core.rate_limits import forecast as rule
from esi.core.rate_limits.forecast import Budget, Call, Reading, seconds_to_spend

FULL = Budget("market-order", 12000, 900.0, 12000)
ERRORS = Budget("", 95, 60.0, 95)
NONE = Reading(0.0, 0.0)


def forecast(calls, budget, *, reading=NONE, **options):
    """Of a machine that reads in no time, unless said."""
    return rule.forecast(calls, budget, reading=reading, **options)


def test_latency_is_the_mean_of_the_latest_requests():
    """The first one counts as it is; of many, the older ones less and less."""
    latency = rule.Latency()
    assert latency.seconds == rule.LATENCY
    latency.tell(0.05)
    assert math.isclose(latency.seconds, 0.05)
    latency.tell(0.15)
    assert math.isclose(latency.seconds, 0.1)
    for _ in range(100):
        latency.tell(0.4)
    assert math.isclose(latency.seconds, 0.4, rel_tol=0.01)


def test_known_pages_are_added_up():
    """Each page not in the cache is a request of two tokens."""
    found = forecast([Call(20), Call(30, cached=10), Call(1)], FULL, latency=0.1, concurrency=10)
    assert (found.calls, found.requests, found.cached, found.tokens) == (3, 41, 10, 82)
    assert (found.estimated, found.errors_at_risk) == (0, 0)


def test_unknown_pages_are_the_mean_of_those_known():
    """And the forecast says how many calls it guessed."""
    found = forecast([Call(20), Call(40), Call(None), Call(None)], FULL)
    assert (found.requests, found.estimated) == (120, 2)


def test_nothing_known_is_one_page_each():
    """The least that it can be."""
    assert forecast([Call(None)] * 3, FULL).requests == 3


def test_everything_cached_costs_nothing():
    """No request, no token, no time."""
    found = forecast([Call(20, cached=20)], FULL)
    assert (found.requests, found.tokens, found.seconds, found.bound_by) == (0, 0, 0.0, "")


def test_bytes_by_what_is_stored():
    """Old pages in their old size, new ones in their call's mean, the last as half of one."""
    assert forecast([Call(1, stored=(700,), due=(700,))], FULL).bytes == 700
    assert forecast([Call(4, cached=1, stored=(1000,))], FULL).bytes == 2500
    assert forecast([Call(3, cached=1, stored=(1000, 1000), due=(1000,))], FULL).bytes == 1500
    assert forecast([Call(1, cached=1, stored=(500,))], FULL).bytes == 0


def test_bytes_of_calls_that_nothing_is_known_of():
    """As the others of the pull, by their pages; else as the caller says."""
    known = [Call(3, cached=1, stored=(1000,)), Call(1, cached=1, stored=(200,))]
    assert forecast([*known, Call(None)], FULL).bytes == 1500 + 2 * 800
    assert forecast([Call(1), Call(1)], FULL, body=300.4).bytes == 601


def test_without_a_bucket_each_call_puts_an_error_at_risk():
    """The error limit is spent by failures alone; cached calls cannot fail."""
    found = forecast([Call(1), Call(1, cached=1), Call(3)], ERRORS)
    assert (found.tokens, found.errors_at_risk) == (0, 2)


def test_time_is_that_of_the_requests_where_the_budget_allows():
    """Rounds of so many requests at once, and one for the first page."""
    found = forecast([Call(300)], FULL, latency=0.1, concurrency=32)
    assert math.isclose(found.seconds, 1.1)
    assert found.bound_by == "answers"


def test_a_first_page_that_the_cache_has_is_not_waited_for():
    """Two rounds of those after it, and nothing before."""
    found = forecast([Call(65, cached=1)], FULL, latency=0.1, concurrency=32)
    assert math.isclose(found.seconds, 0.2)


def test_first_pages_of_many_listings_go_out_with_the_others():
    """No round of their own: 33 listings have 48 pages, three rounds of 16."""
    calls = [*[Call(1)] * 32, Call(16)]
    found = forecast(calls, FULL, latency=0.1, concurrency=16)
    assert math.isclose(found.seconds, 0.3)


def test_listings_side_by_side_take_a_round_more():
    """What one leaves free another takes when it hears of a page of its own."""
    found = forecast([Call(17, cached=1)] * 8, FULL, latency=0.1, concurrency=32)
    assert (found.requests, math.isclose(found.seconds, 0.5)) == (128, True)
    found = forecast([Call(5, cached=1)] * 8, FULL, latency=0.1, concurrency=32)
    assert math.isclose(found.seconds, 0.1)  # all at once


def test_few_first_pages_are_a_round_of_their_own():
    """Of 3 listings, then 17 other pages in two rounds of 16, unevenly."""
    calls = [Call(5, cached=1), *[Call(5)] * 3, Call(2, cached=1)]
    found = forecast(calls, FULL, latency=0.1, concurrency=16)
    assert found.requests == 20
    assert math.isclose(found.seconds, 0.4)


def test_the_last_answers_are_read_after_they_came():
    """33 at 32 places: two rounds, and as many answers to read as come at once."""
    found = forecast(
        [Call(1)] * 33, ERRORS, latency=0.1, concurrency=32, reading=Reading(0.001, 0.0)
    )
    assert math.isclose(found.seconds, 0.232)
    assert found.bound_by == "answers"


def test_time_is_that_of_reading_where_answers_come_faster():
    """By their number and their bytes; the first of them has to come."""
    found = forecast(
        [Call(1)] * 1000,
        ERRORS,
        latency=0.1,
        concurrency=100,
        body=500,
        reading=Reading(0.002, 4e-6),
    )
    assert math.isclose(found.seconds, 0.1 + 1000 * 0.004)
    assert found.bound_by == "reading"


def test_time_is_that_of_the_budget_where_that_is_less():
    """What does not fit comes after a window."""
    assert forecast([Call(6000)], FULL, latency=0.0).seconds == 0.0
    assert forecast([Call(6001)], FULL, latency=0.0).seconds == 900.0
    assert forecast([Call(6001)], FULL, latency=0.0).bound_by == "limit"
    assert forecast([Call(18_001)], FULL, latency=0.0).seconds == 2700.0


def test_what_others_spent_comes_back_in_its_time():
    """Today's budget, not a full one."""
    budget = Budget("a", 100, 900.0, 10, returns=((50.0, 40), (700.0, 50)))
    assert seconds_to_spend(10, budget) == 0
    assert seconds_to_spend(50, budget) == 50
    assert seconds_to_spend(51, budget) == 700
    assert seconds_to_spend(101, budget) == 900


def test_a_budget_of_nothing_is_never_enough():
    """Infinite, not endless."""
    assert seconds_to_spend(1, Budget("a", 0, 900.0, 0)) == math.inf


@given(
    st.integers(1, 500),
    st.integers(1, 100),
    st.lists(st.tuples(st.floats(0, 900), st.integers(1, 30)), max_size=5),
)
def test_it_agrees_with_spending_token_by_token(tokens, size, spent):
    """A model that spends one token at a time ends at the same moment."""
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
