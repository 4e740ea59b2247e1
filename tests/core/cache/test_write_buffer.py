"""Responses are written together, and read from the process until then."""

from types import SimpleNamespace

import pytest

from esi.core.cache import policy
from esi.core.cache.policy import Stored
from esi.core.cache.response_cache import CacheEntry, ResponseCache
from esi.core.cache.write_buffer import WriteBuffer
from esi.core.http.messages import Request, Response
from tests.core.conftest import DictCache


@pytest.fixture
def cached():
    """Return a buffer over a cache in memory, and what they need."""
    time = [0.0]
    cache = DictCache()
    responses = ResponseCache(cache)
    buffer = WriteBuffer(responses, lambda: time[0])

    def add(number, size=1):
        request = Request("GET", f"http://127.0.0.1/{number}")
        stored = Stored(Response(200, {}, b"x" * size), 100.0, 0.0)
        entry = CacheEntry(policy.key(request), "get_x", stored)
        responses.hold(entry)
        buffer.add(entry)
        return request

    return SimpleNamespace(cache=cache, responses=responses, buffer=buffer, add=add, time=time)


def test_responses_are_written_when_the_last_user_leaves(cached):
    """A pull and its listings share a buffer; until the pull ends the cache has nothing."""
    with cached.buffer:
        with cached.buffer:
            request = cached.add(1)
        assert not cached.cache
        assert cached.responses.expires_at(request) == 100.0
    assert list(cached.cache) == [policy.key(request)]


def test_responses_are_written_once_a_second(cached):
    """A pull that takes minutes and is killed loses the last second of it."""
    with cached.buffer:
        cached.add(1)
        cached.time[0] = 1.0
        cached.add(2)
        assert len(cached.cache) == 2
        cached.add(3)
        assert len(cached.cache) == 2


def test_large_responses_are_written_sooner(cached):
    """Two megabytes wait in memory at most."""
    with cached.buffer:
        cached.add(1, size=1 << 20)
        assert not cached.cache
        cached.add(2, size=1 << 20)
        assert len(cached.cache) == 2


def test_a_late_response_is_written_at_once(cached):
    """Otherwise a response after an interrupted pull would never be written."""
    with cached.buffer:
        pass
    request = cached.add(1)
    assert list(cached.cache) == [policy.key(request)]


def test_a_deleted_response_is_not_written(cached):
    """A body that turns out not to be JSON must not come back when the pull ends."""
    with cached.buffer:
        cached.responses.delete(cached.add(1))
    assert not cached.cache


def test_only_the_latest_of_two_responses_is_written(cached):
    """A page that was fetched again replaces the one that still waits."""
    writes = []
    cached.responses.write = writes.append
    with cached.buffer:
        cached.add(1)
        cached.add(1, size=2)
    (entry,) = writes[-1]
    assert len(entry.stored.response.wire) == 2
