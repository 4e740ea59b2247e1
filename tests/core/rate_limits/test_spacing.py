"""Test the even spacing of runs."""

import random
from itertools import pairwise
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.core.rate_limits.spacing import Spacing
from tests.core.conftest import DictCache
from tests.core.rate_limits.test_call_budgets import NOW, BrokenCache, Clock

STEP = 6.0


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def spacing(clock):
    return Spacing(DictCache(), clock)


def run_all(spacing, clock, names, lateness=lambda: 0.0):
    """Let runs come again when they are told to; return (start, name) of each, and the attempts."""
    started, attempts = [], 0
    coming = [(clock.now, number, name) for number, name in enumerate(names)]
    while coming:
        coming.sort()
        at, number, name = coming.pop(0)
        clock.now = max(clock.now, at)
        attempts += 1
        assert attempts < 2000
        if wait := spacing.take("task", STEP, name):
            coming.append((clock.now + wait + lateness(), number, name))
        else:
            started.append((clock.now, name))
    return started, attempts


def test_many_runs_are_spaced_and_each_comes_twice_at_most(spacing, clock):
    """Each gets its own time, in the order of their arrival."""
    names = [str(number) for number in range(200)]
    started, attempts = run_all(spacing, clock, names)
    assert [name for _, name in started] == names
    assert [at - NOW for at, _ in started] == pytest.approx([n * STEP for n in range(200)])
    assert attempts == 2 * 200 - 1


@given(st.integers(0, 2**32))
def test_late_runs_stay_spaced(seed):
    """Workers come up to ten seconds late: no two runs are closer, and the rate suffers little."""
    dice, clock = random.Random(seed), Clock()
    names = [str(number) for number in range(30)]
    started, attempts = run_all(
        Spacing(DictCache(), clock), clock, names, lambda: dice.uniform(0, 10)
    )
    times = [at for at, _ in started]
    assert sorted(name for _, name in started) == sorted(names)
    assert min(b - a for a, b in pairwise(times)) >= STEP - 0.001
    assert attempts < 30 * 6


def test_runs_of_an_idle_worker_go_in_their_order(spacing, clock):
    """Runs that all come an hour late start one after the other."""
    waits = [spacing.take("task", STEP, name) for name in "abcd"]
    clock.now += 3600
    assert spacing.take("task", STEP, "b") == 0
    assert [spacing.take("task", STEP, name) for name in "cd"] == [STEP, 2 * STEP]
    assert waits == [0, STEP, 2 * STEP, 3 * STEP]


def test_an_idle_line_lets_the_next_run_start_at_once(spacing, clock):
    """Lateness of the past does not delay it."""
    run_all(spacing, clock, "abc", lambda: 5.0)
    clock.now += 3 * STEP
    assert spacing.take("task", STEP, "d") == 0


def test_a_run_without_a_name_keeps_no_place(spacing):
    """It may come again or not."""
    spacing.take("task", STEP, "a")
    assert [spacing.take("task", STEP) for _ in range(3)] == [STEP] * 3
    assert spacing.wait("task", STEP) == STEP


def test_a_start_from_elsewhere_delays_the_line(spacing, clock):
    """It counts as a run, and looking does not."""
    assert spacing.wait("task", STEP) == 0
    spacing.start("task", STEP)
    clock.now += 2
    assert spacing.wait("task", STEP) == spacing.take("task", STEP) == STEP - 2


def test_lines_of_other_names_are_apart(spacing):
    """Each value of a task's arguments has its own."""
    assert [spacing.take(name, STEP, "run") for name in ("a", "b", "a")] == [0, 0, STEP]


def test_processes_share_a_line(clock):
    """Through the cache."""
    cache = DictCache()
    assert Spacing(cache, clock).take("task", STEP, "a") == 0
    assert Spacing(cache, clock).take("task", STEP, "b") == STEP


def test_a_clock_set_back_by_an_hour_starts_a_new_line(spacing, clock):
    """Nothing waits for a time that is far away."""
    spacing.take("task", STEP, "a")
    clock.now -= 3600
    assert spacing.take("task", STEP, "b") == 0


def test_a_lock_that_is_never_free_does_not_stop_runs(clock):
    """It outlives a process that was killed; others wait for two seconds at most."""
    pauses = []
    cache = DictCache()
    spacing = Spacing(cache, clock, pauses.append)
    cache.add = Mock(return_value=False)
    assert [spacing.take("task", STEP, name) for name in "ab"] == [0, STEP]
    assert sum(pauses) == pytest.approx(4, abs=0.1)


@pytest.mark.parametrize(
    "cache",
    [BrokenCache(), Mock(get=Mock(return_value=b"9 9")), Mock(get=Mock(return_value="x" * 999))],
    ids=["broken", "odd bytes", "odd text"],
)
def test_a_useless_cache_does_not_stop_runs(cache, clock):
    """The first run starts, whatever the cache has."""
    assert Spacing(cache, clock, Mock()).take("task", STEP, "a") == 0


def test_a_broken_cache_leaves_a_process_on_its_own(clock):
    """Runs are spaced within the process."""
    spacing = Spacing(BrokenCache(), clock)
    assert [spacing.take("task", STEP, name) for name in "ab"] == [0, STEP]


@pytest.mark.parametrize("end", [NOW * 10_000, 10**15 - 1])
def test_a_line_of_years_is_not_believed(clock, end):
    """Another program, or a clock, wrote it."""
    cache = DictCache()
    spacing = Spacing(cache, clock)
    spacing.take("task", STEP, "a")
    for key, value in list(cache.items()):
        if isinstance(value, bytes):
            cache[key] = f"0 0 {end:.0f}".encode()
    assert spacing.take("task", STEP, "b") == 0
