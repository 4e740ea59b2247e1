"""Test that the guard counts the work of the project, and the same number each time."""

import gc
import json
import os
import sys
import threading
import tracemalloc
from dataclasses import astuple

import pytest

from esi.core.client.client import plain
from tests.bench_guard.counting import Work, work_of
from tests.support.processes import in_a_fork

pytestmark = [
    pytest.mark.large,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork"),
]

BLOCK = 1_000_000  # bytes


def project_code(source):
    """Return a function as if it were the project's."""
    return eval(f"lambda: {source}", {"__name__": "esi.made"})


def counted(*functions):
    """Return the `Work` of a second call of each, in a fork without the threads of this process."""

    def second_calls():
        works = [(work_of(function), work_of(function))[1] for function in functions]
        return json.dumps([astuple(work) for work in works])

    return [Work(*each) for each in json.loads(in_a_fork(second_calls))]


def test_a_call_counts_the_same_each_time():
    """Neither figure depends on time, nor on calls before."""
    values = list(range(1000))
    first, *others = counted(*[lambda: plain(values)] * 5)
    assert others == [first] * 4
    assert first.instructions > 1000


def test_a_second_pass_over_rows_counts_again():
    """Twice as many passes are twice as many instructions."""
    values = list(range(1000))
    once, twice = counted(lambda: plain(values), lambda: plain(plain(values)))
    assert twice.instructions == pytest.approx(2 * once.instructions, rel=0.01)


def test_libraries_count_by_what_they_allocate():
    """Code in C runs no bytecode to count, but a second copy allocates again."""
    once, twice = counted(
        project_code(f"bytes({BLOCK})"),
        project_code(f"(len(bytes({BLOCK})), len(bytes({BLOCK})))"),
    )
    assert once.allocated == pytest.approx(BLOCK, rel=0.01)
    assert twice.allocated == pytest.approx(2 * BLOCK, rel=0.01)
    assert twice.instructions < 20


def test_the_code_of_others_does_not_count():
    """Instructions of a library do not count, so its next release changes no figure."""
    (work,) = counted(lambda: [number + 1 for number in range(1000)])
    assert work.instructions == 0


def test_small_objects_count_as_instructions_alone():
    """Small allocations differ between releases of Python, so they do not count."""
    (work,) = counted(project_code("[[number] for number in range(20)]"))
    assert work.allocated == 0


def test_other_threads_do_not_count():
    """A thread of the test runner that allocates memory changes no figure."""
    values = list(range(1000))
    stop = threading.Event()

    def allocate():
        while not stop.is_set():
            bytes(BLOCK)

    thread = threading.Thread(target=allocate, daemon=True)
    thread.start()
    try:
        works = counted(*[lambda: plain(values)] * 5)
    finally:
        stop.set()
        thread.join()
    assert len(set(works)) == 1


def test_a_count_that_fails_leaves_nothing_switched_on():
    """Tracing, tracemalloc and garbage collection have their former state."""

    def fail():
        raise KeyError("no such row")

    before = sys.gettrace(), tracemalloc.is_tracing(), gc.isenabled()
    with pytest.raises(KeyError):
        work_of(fail)
    assert (sys.gettrace(), tracemalloc.is_tracing(), gc.isenabled()) == before
