"""Test that forked children never wait for a thread of their parent."""

import os
import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest

from esi.clients import EsiClientProvider
from esi.core import fork
from esi.core.client import client
from esi.core.http.messages import Request
from esi.core.http.rates import Rate
from esi.core.rate_limits.limiter import Limiter
from tests.core.conftest import DictCache
from tests.support.processes import in_a_fork

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]

REQUEST = replace(Request("GET", "http://api/status"), rate=Rate("status", 600, 900.0))
CALLS = {
    "admit": lambda limiter: limiter.settle(limiter.admit(REQUEST), None),
    "budget": lambda limiter: limiter.budget(REQUEST).left,
    "bucket": lambda limiter: limiter.bucket(REQUEST),
    "views": lambda limiter: limiter.views("http://api"),
    "poll": lambda limiter: limiter.poll("api"),
    "close": lambda limiter: limiter.close(),
}


@contextmanager
def held(lock):
    """Hold a lock in another thread, which a child does not have."""
    entered, leave = threading.Event(), threading.Event()

    def hold():
        with lock:
            entered.set()
            assert leave.wait(300)

    thread = threading.Thread(target=hold)
    thread.start()
    assert entered.wait(300)
    try:
        yield
    finally:
        leave.set()
        thread.join()


def is_free(lock):
    with lock:
        return True


@pytest.mark.parametrize("cache", [None, DictCache()], ids=["alone", "shared"])
@pytest.mark.parametrize("name", CALLS)
def test_a_child_uses_the_limiter_that_a_thread_of_its_parent_was_in(name, cache):
    """Every method starts afresh, whichever comes first."""
    limiter = Limiter(cache, lambda: 1e9)
    with held(limiter._changed):
        assert in_a_fork(lambda: CALLS[name](limiter) is Ellipsis) == "False"


def test_every_lock_of_the_engine_is_free_in_a_child():
    """A document may be read, a client be made or a call be checked while a process forks."""
    provider = EsiClientProvider()
    for lock in (fork.Lock(), client._marshalling, provider._lock):
        with held(lock):
            assert in_a_fork(lambda lock=lock: is_free(lock)) == "True"
