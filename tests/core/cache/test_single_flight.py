"""Machines that share a cache send the same request once."""

import threading
import uuid

import pytest

from esi.core.cache.protocol import CacheAwayError
from esi.core.cache.single_flight import SingleFlight
from tests.core.conftest import DictCache

ANSWERS = "answer"


class Lock:
    """Lock in a cache, with the methods of redis-py's."""

    def __init__(self, cache, name, seconds):
        self._cache = cache
        self._name = name
        self._seconds = seconds
        self._token = uuid.uuid4().bytes

    def acquire(self, *, blocking):
        assert not blocking
        return self._cache.add(self._name, self._token, self._seconds)

    def locked(self):
        return self._cache.get(self._name) is not None

    def release(self):
        assert self._cache.get(self._name) == self._token
        self._cache.delete(self._name)


class Cache(DictCache):
    """Cache with locks."""

    def lock(self, name, seconds):
        return Lock(self, name, seconds)


def never():
    raise AssertionError("it was not to be asked")


@pytest.fixture
def cache():
    return Cache()


def test_one_machine_sends_and_the_others_share_its_response(cache):
    """Machines that need the same response wait for it and send nothing."""
    began, go = threading.Event(), threading.Event()

    def ask():
        began.set()
        assert go.wait(60)
        cache[ANSWERS] = 7
        return 7

    def look(seconds):
        go.set()  # it has waited
        threading.Event().wait(seconds)

    def found():
        return dict.get(cache, ANSWERS)

    first = threading.Thread(target=SingleFlight(cache).share, args=(ANSWERS, ask, found))
    first.start()
    assert began.wait(60)
    assert SingleFlight(cache, sleep=look).share(ANSWERS, never, found) == 7
    first.join()
    assert list(cache) == [ANSWERS]  # no lock is left


def test_a_response_written_just_before_the_lock_is_used(cache):
    """Another machine may finish between the look-up and the lock."""
    assert SingleFlight(cache).share(ANSWERS, never, lambda: 5) == 5


def test_another_machine_sends_when_the_holder_dies(cache):
    """Once its lock expires, a waiting machine takes over."""
    cache[f"{ANSWERS}_flight"] = b"the dead one's"
    looks = []

    def look(seconds):
        looks.append(seconds)
        if len(looks) == 3:
            cache.delete(f"{ANSWERS}_flight")  # as its time is over

    other = SingleFlight(cache, sleep=look)
    assert other.share(ANSWERS, lambda: 9, lambda: None) == 9
    assert len(looks) == 3


def test_a_slow_release_does_not_block_other_requests():
    """Other locks are acquired and released meanwhile."""
    slow, go = threading.Event(), threading.Event()

    class Slow(Cache):
        def delete(self, key):
            if key.startswith("slow"):
                slow.set()
                assert go.wait(60)
            super().delete(key)

    flights = SingleFlight(Slow())
    first = threading.Thread(target=flights.share, args=("slow", lambda: 1, lambda: None))
    first.start()
    assert slow.wait(60)
    assert flights.share("other", lambda: 2, lambda: None) == 2
    assert first.is_alive()
    go.set()
    first.join()


def test_an_expired_lock_of_another_machine_is_not_released(cache):
    """Waking up late does not release the lock of the next machine."""

    def ask():
        cache[f"{ANSWERS}_flight"] = b"another"
        return 1

    SingleFlight(cache).share(ANSWERS, ask, lambda: None)
    assert cache == {f"{ANSWERS}_flight": b"another"}


def test_each_machine_sends_while_the_cache_is_away(cache):
    """Losing the cache does not stop any request."""

    def away(*args):
        raise CacheAwayError

    cache.add = cache.get = away
    assert SingleFlight(cache).share(ANSWERS, lambda: 3, lambda: None) == 3


def test_waiting_for_another_machine_is_bounded(cache):
    """With `on_limit="raise"` a view does not wait for another machine's pull."""
    cache[f"{ANSWERS}_flight"] = b"the other machine's"
    found = SingleFlight(cache, sleep=lambda seconds: None)
    assert found.share(ANSWERS, lambda: 4, lambda: None, longest=0.0) == 4


def test_a_failure_releases_the_lock(cache):
    """Sending again needs no wait."""

    def fail():
        raise KeyError

    flights = SingleFlight(cache)
    with pytest.raises(KeyError):
        flights.share(ANSWERS, fail, lambda: None)
    assert flights.share(ANSWERS, lambda: 2, lambda: None) == 2
