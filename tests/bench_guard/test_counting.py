"""Test that the guard counts the work of the project, and the same number each time."""

import gc
import sys
import tracemalloc

import pytest

from esi.core.client.client import plain
from tests.bench_guard.counting import work_of

BLOCK = 1_000_000  # bytes


def project_code(source):
    """Return a function as if it were the project's."""
    return eval(f"lambda: {source}", {"__name__": "esi.made"})


def test_a_call_counts_the_same_each_time():
    """Neither figure depends on time, nor on calls before."""
    values = list(range(1000))
    first, *others = [work_of(lambda: plain(values)) for _ in range(5)]
    assert others == [first] * 4
    assert first.instructions > 1000


def test_a_second_pass_over_rows_counts_again():
    """Twice as many passes are twice as many instructions."""
    values = list(range(1000))
    once = work_of(lambda: plain(values)).instructions
    twice = work_of(lambda: plain(plain(values))).instructions
    assert twice == pytest.approx(2 * once, rel=0.01)


def test_libraries_count_by_what_they_allocate():
    """Code in C runs no bytecode to count, but a second copy allocates again."""
    once = work_of(project_code(f"bytes({BLOCK})"))
    twice = work_of(project_code(f"(len(bytes({BLOCK})), len(bytes({BLOCK})))"))
    assert once.allocated == pytest.approx(BLOCK, rel=0.01)
    assert twice.allocated == pytest.approx(2 * BLOCK, rel=0.01)
    assert twice.instructions < 20


def test_the_code_of_others_does_not_count():
    """Instructions of a library do not count, so its next release changes no figure."""
    assert work_of(lambda: [number + 1 for number in range(1000)]).instructions == 0


def test_small_objects_count_as_instructions_alone():
    """Small allocations differ between releases of Python, so they do not count."""
    assert work_of(project_code("[[number] for number in range(20)]")).allocated == 0


def test_a_count_that_fails_leaves_nothing_switched_on():
    """Tracing, tracemalloc and garbage collection have their former state."""

    def fail():
        raise KeyError("no such row")

    before = sys.gettrace(), tracemalloc.is_tracing(), gc.isenabled()
    with pytest.raises(KeyError):
        work_of(fail)
    assert (sys.gettrace(), tracemalloc.is_tracing(), gc.isenabled()) == before
