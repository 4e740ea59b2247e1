"""Machines that share a cache send the same request once."""

import threading
import uuid

import pytest

from esi.core.cache.protocol import CacheAwayError
from esi.core.cache.single_flight import SingleFlight
from tests.core.conftest import DictCache

ANSWERS = "answer"


class Lock:
    """A lock in a cache, with the methods of redis-py's."""

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

    def reacquire(self):
        assert self._cache.get(self._name) == self._token
        self._cache.set(self._name, self._token, self._seconds)
        self._cache.renewed.release()

    def release(self):
        assert self._cache.get(self._name) == self._token
        self._cache.delete(self._name)


class Cache(DictCache):
    """A cache with locks; `renewed` counts renewals."""

    def __init__(self):
        super().__init__()
        self.renewed = threading.Semaphore(0)

    def lock(self, name, seconds):
        return Lock(self, name, seconds)


def never():
    raise AssertionError("it was not to be asked")


@pytest.fixture
def cache():
    return Cache()


def test_one_asks_and_the_others_get_its_answer(cache):
    """Who comes while a request is out waits for what is kept, and sends none."""
    began, go = threading.Event(), threading.Event()

    def ask():
        began.set()
        assert go.wait(10)
        cache[ANSWERS] = 7
        return 7

    def look(seconds):
        go.set()  # it has waited
        threading.Event().wait(seconds)

    def found():
        return dict.get(cache, ANSWERS)

    first = threading.Thread(target=SingleFlight(cache).share, args=(ANSWERS, ask, found))
    first.start()
    assert began.wait(10)
    assert SingleFlight(cache, sleep=look).share(ANSWERS, never, found) == 7
    first.join()
    assert list(cache) == [ANSWERS]  # no lock is left


def test_an_answer_kept_just_before_is_not_asked_for(cache):
    """Between the look at the cache and the lock another may have ended."""
    assert SingleFlight(cache).share(ANSWERS, never, lambda: 5) == 5


def test_when_the_holder_dies_another_asks(cache):
    """Its lock runs out; whoever waits takes it."""
    cache[f"{ANSWERS}_flight"] = b"the dead one's"
    looks = []

    def look(seconds):
        looks.append(seconds)
        if len(looks) == 3:
            cache.delete(f"{ANSWERS}_flight")  # as its time is over

    other = SingleFlight(cache, sleep=look)
    assert other.share(ANSWERS, lambda: 9, lambda: None) == 9
    assert len(looks) == 3


def test_a_lock_is_renewed_as_long_as_its_request_is_out(cache):
    """A request may wait for its limit longer than a lock lives."""

    def ask():
        for _ in range(3):
            assert cache.renewed.acquire(timeout=10)
        return 1

    assert SingleFlight(cache, life=0.03).share(ANSWERS, ask, lambda: None) == 1
    assert cache == {}


def test_a_slow_cache_holds_no_other_request_up():
    """While one lock is given back, others are taken and given."""
    slow, go = threading.Event(), threading.Event()

    class Slow(Cache):
        def delete(self, key):
            if key.startswith("slow"):
                slow.set()
                assert go.wait(10)
            super().delete(key)

    flights = SingleFlight(Slow())
    first = threading.Thread(target=flights.share, args=("slow", lambda: 1, lambda: None))
    first.start()
    assert slow.wait(10)
    assert flights.share("other", lambda: 2, lambda: None) == 2
    assert first.is_alive()
    go.set()
    first.join()


def test_a_lock_that_became_anothers_stays_the_others(cache):
    """Who was asleep for too long does not end what another has begun."""

    def ask():
        cache[f"{ANSWERS}_flight"] = b"another"
        return 1

    SingleFlight(cache).share(ANSWERS, ask, lambda: None)
    assert cache == {f"{ANSWERS}_flight": b"another"}


def test_without_the_cache_each_asks_for_itself(cache):
    """A cache that is away does not keep anybody from asking."""

    def away(*args):
        raise CacheAwayError

    cache.add = cache.get = away
    assert SingleFlight(cache).share(ANSWERS, lambda: 3, lambda: None) == 3


def test_who_must_not_wait_for_long_asks_after_a_while(cache):
    """With `on_limit="raise"` a view is not held up by another machine's pull."""
    cache[f"{ANSWERS}_flight"] = b"the other machine's"
    found = SingleFlight(cache, sleep=lambda seconds: None)
    assert found.share(ANSWERS, lambda: 4, lambda: None, longest=0.0) == 4


def test_a_failure_gives_the_lock_back(cache):
    """The next one asks at once."""

    def fail():
        raise KeyError

    flights = SingleFlight(cache)
    with pytest.raises(KeyError):
        flights.share(ANSWERS, fail, lambda: None)
    assert flights.share(ANSWERS, lambda: 2, lambda: None) == 2
