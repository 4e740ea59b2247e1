"""Random schedules of turn-overs and faults: no row is lost or duplicated silently."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from esi.errors import ApiConnectionError, ApiTimeoutError
from tests.core.conftest import Surroundings
from tests.core.pulls import ORDERS, History, generation, ids, pull

pytestmark = pytest.mark.large

PAGES = 8

turn_overs = st.tuples(
    st.sampled_from(["turn_over", "turn_over_up"]),
    st.integers(1, PAGES + 2),
    st.integers(1, 3),
    st.integers(-3, 3),
)
faults = st.tuples(
    st.sampled_from(["fail", "drop", "truncate", "damage", "not_json"]),
    st.integers(0, 2 * PAGES),  # requests that go well before
    st.integers(1, 3),
    st.sampled_from([500, 502, 503, 504]),
)
schedules = st.lists(turn_overs | faults, max_size=6)


def switch_on(sandbox, schedule):
    for kind, place, times, value in schedule:
        match kind:
            case "turn_over" | "turn_over_up":
                turn = {"times": times, "grow": value, "pages": range(1, PAGES + 10)}
                upward = kind == "turn_over_up"
                sandbox.turn_over_before(ORDERS, page=place, upward=upward, **turn)
            case "fail":
                sandbox.faults.fail(value, after=place, times=times)
            case _:
                getattr(sandbox.faults, kind)(after=place, times=times)


@pytest.mark.parametrize("concurrency", [1, 4])
@settings(max_examples=40)
@given(first=schedules, second=schedules)
@example(first=[("turn_over", 3, 1, -1), ("truncate", 4, 2, 0)], second=[("drop", 1, 3, 0)])
@example(first=[("damage", 3, 3, 0)], second=[("turn_over", 3, 1, 1), ("damage", 5, 3, 0)])
@example(first=[("turn_over", 1, 3, 0), ("turn_over", 8, 3, 0)], second=[])
@example(  # the second pull ends with the one page of a generation that is over by then
    first=[("turn_over", 1, 1, -1)],
    second=[
        *[("turn_over", 1, 1, 0)] * 3,
        *[("turn_over", 2, 2, -3), ("turn_over", 3, 1, -1), ("turn_over", 4, 1, -2)],
    ],
)
def test_no_schedule_loses_or_duplicates_rows_silently(esi_sandbox, concurrency, first, second):
    """Each pull, cold or repeated, ends in one generation, a verdict or an error."""
    esi_sandbox.reset()
    esi_sandbox.set_pages(ORDERS, PAGES, rows=10)
    around = Surroundings(esi_sandbox)
    around.knobs["concurrency"] = concurrency
    history = History(esi_sandbox)
    try:
        for schedule in (first, second):
            switch_on(esi_sandbox, schedule)
            judge(around, history)
            esi_sandbox.faults.clear()
            esi_sandbox.clock.advance(3600)
        snapshot = undisturbed(around)  # nothing bad was left behind in the cache
        assert snapshot.consistent
        assert ids(snapshot) == generation(esi_sandbox)
    finally:
        history.close()
        around.engine.close()


def judge(around, history):
    """Compare a snapshot with the generation that its `Last-Modified` names."""
    try:
        snapshot = pull(around)
        if snapshot.responses[0].status >= 300 or not snapshot.consistent:
            return  # said so
        rows = ids(snapshot)
    except (ApiConnectionError, ApiTimeoutError, ValueError):
        return  # said loudly; a page of HTML is a ValueError when it is decoded
    assert rows == history.ids(snapshot.last_modified)


def undisturbed(around):
    """Pull without disturbance, out of the cache that the others have left."""
    around.sandbox._api.resources.schedules.clear()
    return pull(around)
