"""Test budgets of calls that a program counts itself."""

from unittest.mock import Mock

import pytest
from django.core.cache.backends.dummy import DummyCache
from hypothesis import given
from hypothesis import strategies as st

from esi.core.cache.protocol import MemoryCache
from esi.core.rate_limits.call_budgets import CallBudgets
from tests.core.conftest import DictCache

NOW = 1_800_000_000.0
BUCKET = ("my-app", 3, 60.0)


class Clock:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def cache():
    return DictCache()


@pytest.fixture
def budgets(cache, clock):
    return CallBudgets(cache, clock)


def test_calls_beyond_the_limit_have_to_wait(budgets, clock):
    """They may go once the first call is a window old, at most a thirtieth later."""
    assert [budgets.take(*BUCKET) for _ in range(3)] == [0, 0, 0]
    seconds = budgets.take(*BUCKET)
    assert 60 <= seconds <= 62
    assert budgets.wait(*BUCKET) == seconds
    clock.now += seconds
    assert budgets.take(*BUCKET) == 0


def test_processes_count_together(cache, clock):
    """Two processes that share a cache have one budget."""
    mine, other = CallBudgets(cache, clock), CallBudgets(cache, clock)
    taken = [each.take(*BUCKET) == 0 for each in (mine, other, mine, other)]
    assert taken == [True, True, True, False]
    assert mine.left(*BUCKET) == other.left(*BUCKET) == 0


def test_buckets_are_told_apart_by_name_and_window(budgets):
    """Counting in one bucket does not change another; names may be any text."""
    budgets.take("a b", 1, 60)
    assert budgets.left("a b", 1, 60) == 0
    assert [budgets.left(name, 1, 60) for name in ("a  b", "ä\n" * 300)] == [1, 1]
    assert budgets.left("a b", 1, 900) == 1


@given(st.lists(st.tuples(st.floats(0, 40), st.integers(0, 1)), max_size=40))
def test_no_window_ever_has_more_calls_than_the_limit(calls):
    """However two processes take turns."""
    clock, cache, made = Clock(), DictCache(), []
    processes = [CallBudgets(cache, clock) for _ in range(2)]
    for pause, who in calls:
        clock.now += pause
        if processes[who].take("b", 5, 60) == 0:
            made.append(clock.now)
    assert all(sum(at - 60 < each <= at for each in made) <= 5 for at in made)


def test_a_large_budget_takes_few_entries(clock):
    """A process reserves some calls at once, and none of them is lost to the limit."""
    cache = DictCache()
    budgets = CallBudgets(cache, clock)
    taken = 0
    while budgets.take("b", 5000, 600) == 0:
        taken += 1
    assert taken == 5000
    assert len(cache) < 1500


def test_a_reservation_ends_with_its_part_of_the_window(budgets, clock):
    """Calls that were reserved and not made do not add to the next window."""
    budgets.take("b", 2000, 600)
    clock.now += 700
    taken = 0
    while budgets.take("b", 2000, 600) == 0:
        taken += 1
    assert taken == 2000


def test_calls_are_counted_beyond_the_limit(budgets):
    """A call that was made cannot be undone."""
    assert [budgets.count(*BUCKET, calls) for calls in (2, -1, 2)] == [1, 1, 0]
    assert budgets.take(*BUCKET) > 0


@pytest.mark.parametrize(("calls", "left"), [(2, 2), (0, 0), (-5, 0), (99, 3)])
def test_what_is_left_can_be_set(cache, clock, calls, left):
    """For all processes, at most to the limit."""
    mine, other = CallBudgets(cache, clock), CallBudgets(cache, clock)
    other.take(*BUCKET)
    mine.take(*BUCKET)
    mine.set_left(*BUCKET, calls)
    assert mine.left(*BUCKET) == other.left(*BUCKET) == left


@pytest.mark.parametrize("bucket", [("b", 3, 0), ("b", -1, 60), ("b", 3, float("nan"))])
def test_a_bucket_without_a_window_is_refused(budgets, bucket):
    """The error names it."""
    with pytest.raises(ValueError, match="The bucket 'b' allows"):
        budgets.take(*bucket)


class BrokenCache:
    def __getattr__(self, name):
        raise ConnectionError("no route to redis://user:secret@cache")


@pytest.mark.parametrize(
    "cache",
    [BrokenCache(), Mock(), DummyCache("", {}), Mock(get=lambda _: True, add=lambda *_: False)],
    ids=["broken", "mock", "dummy", "full of truth"],
)
def test_a_useless_cache_leaves_a_process_on_its_own(cache, clock, monkeypatch):
    """The limit holds within the process."""
    monkeypatch.setattr("esi.core.rate_limits.ledger.time.sleep", lambda _: None)
    budgets = CallBudgets(cache, clock)
    assert [budgets.take(*BUCKET) == 0 for _ in range(5)] == [True] * 3 + [False] * 2


def test_a_clock_set_back_holds_no_call_longer_than_a_window(budgets, clock):
    """At most a window and its thirtieth."""
    for _ in range(3):
        budgets.take(*BUCKET)
    clock.now -= 30
    assert budgets.take(*BUCKET) <= 62


def test_a_forked_child_starts_without_its_parents_reservation(clock):
    """A reservation belongs to the process that made it."""
    budgets = CallBudgets(MemoryCache(), clock)
    budgets.take("b", 5000, 600)
    budgets.after_fork()
    assert budgets._leases == {}
