"""Test which threads of a pool start at once, and what the others wait for."""

import threading

import pytest

from esi.core import pace
from esi.core.aio import CallThreads
from esi.core.cancellation import Workers
from esi.core.pace import Pace

PATIENCE = 60  # seconds for what takes milliseconds


class Machine:
    """Process that is busy until `idle` is set, and counts how often a thread looks."""

    def __init__(self):
        self.idle = threading.Event()
        self.looked = threading.Semaphore(0)

    def was_idle(self):
        self.looked.release()
        return self.idle.is_set()


@pytest.fixture
def machine(monkeypatch):
    """Return the machine on which a pool begins with two threads and looks around all the time."""
    machine = Machine()
    monkeypatch.setattr(pace, "IdleClock", lambda: machine)
    monkeypatch.setattr(pace, "_AT_ONCE", 2)
    monkeypatch.setattr(pace, "_STEP", 0.001)
    monkeypatch.setattr(pace, "_IDLE_FOR", PATIENCE)
    monkeypatch.setattr(pace, "_LONGEST", PATIENCE)
    return machine


@pytest.fixture(params=["awaited calls", "workers"])
def submit(request):
    """Return what submits work to a pool of eight threads, two of which are useful."""
    if request.param == "workers":
        workers = Workers(8, lambda: 2)
        yield workers.submit
        workers.close()
    else:
        threads = CallThreads(lambda: 8, useful=lambda: 2)
        yield lambda work: threads._submit("operation", work)


class Gate:
    """Work that waits until the gate is opened, and counts who is inside."""

    def __init__(self):
        self.open = threading.Event()
        self.entered = threading.Semaphore(0)
        self.left = threading.Semaphore(0)
        self.inside = 0

    def __call__(self):
        self.inside += 1
        self.entered.release()
        assert self.open.wait(PATIENCE)
        self.left.release()

    def wait_for(self, times, passed=None):
        for _ in range(times):
            assert (passed or self.entered).acquire(timeout=PATIENCE)


@pytest.fixture
def gate():
    """Return a gate that is open after the test."""
    gate = Gate()
    yield gate
    gate.open.set()


def looks(machine, times):
    for _ in range(times):
        assert machine.looked.acquire(timeout=PATIENCE)


def test_a_busy_process_begins_no_thread_that_would_only_wait(machine, submit, gate):
    """The third call waits in the queue while two keep the process busy."""
    for _ in range(3):
        submit(gate)
    gate.wait_for(2)
    looks(machine, 10)
    assert gate.inside == 2
    gate.open.set()
    gate.wait_for(3, gate.left)


def test_an_idle_process_begins_all_its_threads(machine, submit, gate):
    """Calls that wait for a slow API, or a limit, do not keep the others from it."""
    machine.idle.set()
    for _ in range(9):
        submit(gate)
    gate.wait_for(8)
    assert gate.inside == 8
    gate.open.set()
    gate.wait_for(9, gate.left)


def test_a_thread_begins_in_the_end_however_busy_the_process_is(machine, submit, gate, monkeypatch):
    """The program's own work may keep the process busy for ever."""
    monkeypatch.setattr(pace, "_LONGEST", 0.0)
    for _ in range(8):
        submit(gate)
    gate.wait_for(8)
    gate.open.set()
    gate.wait_for(8, gate.left)


def test_threads_for_a_server_far_away_begin_together(machine):
    """They are needed to keep the process busy: one look is enough for all of them."""
    machine.idle.set()
    threads = Pace(lambda: 8)
    for number in range(1, 9):
        threads.wait(number, lambda: True)
    looks(machine, 1)
    assert not machine.looked.acquire(blocking=False)


def test_threads_beyond_the_useful_number_begin_one_by_one(machine):
    """Each of them waits until the process is still idle with the one before."""
    machine.idle.set()
    threads = Pace(lambda: 4)
    for number in range(1, 8):
        threads.wait(number, lambda: True)
    looks(machine, 1 + 3)
    assert not machine.looked.acquire(blocking=False)


def test_a_thread_that_is_not_needed_any_more_waits_no_longer(machine):
    """Others have done the work, or nobody wants it."""
    needed = iter([True, True, False])
    Pace(lambda: 2).wait(3, lambda: next(needed))
    looks(machine, 2)
    assert not machine.looked.acquire(blocking=False)
