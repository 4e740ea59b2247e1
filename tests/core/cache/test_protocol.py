"""Losing the shared cache: each process keeps to its part, and all count together afterwards."""

import pytest

from esi.core.cache.protocol import CacheAwayError, SharedCache
from esi.core.http.rates import Rate
from esi.core.rate_limits.ledger import Ledger
from esi.core.rate_limits.limiter import Limiter
from tests.core.conftest import DictCache, Surroundings
from tests.core.herd import document
from tests.core.rate_limits.test_limiter import fetched, missing, seen, status

WINDOW = 900.0
NOW = 1_800_000_000.0
BIG = Rate("status", 200, 60.0)


class Leaving(DictCache):
    """Cache on another machine, which may be unreachable, or come back empty."""

    away = False

    def get(self, key):
        self._reach()
        return super().get(key)

    def set(self, key, value, seconds):
        self._reach()
        super().set(key, value, seconds)

    def add(self, key, value, seconds):
        self._reach()
        return super().add(key, value, seconds)

    def _reach(self):
        if self.away:
            raise CacheAwayError


def all_of(number):
    return lambda used: number


@pytest.fixture
def four(esi_sandbox, esi_sandbox_factory):
    """Start four processes with a bucket of 200 tokens a minute; each has sent two requests."""
    sandbox = esi_sandbox_factory(document=document(esi_sandbox, 200, "1m"))
    cache, made = Leaving(), []
    for _ in range(4):
        around = Surroundings(sandbox)
        around.knobs["cache_response"] = False
        around.engine.limiter = Limiter(cache, sandbox.clock)
        around.cache = cache
        made.append(around)
    for _ in range(2):
        sandbox.clock.advance(10)
        for around in made:
            around.engine.fetch(status(around, BIG))
    yield made
    for around in made:
        around.engine.close()


def sent(around):
    """Return how many requests a process sends before it is refused."""
    return [a.status for a in fetched(around, status(around, BIG), 120)].count(200)


def test_a_process_without_its_cache_takes_an_eighth(four):
    """Four processes without their cache spend no more than the bucket has, and each a part."""
    four[0].cache.away = True
    numbers = [sent(around) for around in four]
    assert all(numbers)
    assert sum(numbers) * 2 <= 200
    assert numbers[0] * 2 <= 200 / 8 + 32  # plus what it had reserved before
    assert 429 not in seen(four[0])


def test_tokens_spent_alone_count_when_the_cache_is_back(four):
    """No process spends them a second time."""
    four[0].cache.away = True
    spent = sent(four[0])
    assert spent
    four[0].cache.away = False
    four[0].engine.fetch(status(four[0], BIG))
    assert sum(sent(around) for around in four[1:]) * 2 <= 200 - 2 * spent
    assert 429 not in seen(four[0])


def test_a_cache_that_comes_back_empty_is_filled_again(four):
    """Tokens stay spent although the server has lost its data."""
    first, last = four[0], four[3]
    first.cache.away = True
    spent = sent(first)
    first.cache.clear()
    first.cache.away = False
    first.engine.fetch(status(first, BIG))
    last.engine.limiter = Limiter(first.cache, first.sandbox.clock)  # knows nothing
    last.engine.limiter.admit(status(last, BIG))
    budget = last.engine.limiter._registry.route(status(last, BIG)).budget
    assert budget.ledger.used(first.sandbox.clock()) >= 2 * spent


def test_the_error_limit_is_divided_as_well(four):
    """Four processes without their cache stay below a hundred errors together."""
    four[0].cache.away = True
    before = len(seen(four[0]))
    for around in four:
        fetched(around, missing(around), 60)
    errors = [code for code in seen(four[0])[before:] if code != 200]
    assert set(errors) == {404}
    assert len(errors) < 100


def test_a_process_that_starts_without_the_cache_takes_an_eighth():
    """It reserves that much, or the price of one request."""
    cache = Leaving()
    cache.away = True
    ledger = Ledger(SharedCache(cache), "ledger", WINDOW)
    ledger.read(NOW)  # notices that the cache is away
    assert ledger.limit(800, 2, NOW) == 100
    assert ledger.limit(8, 2, NOW) == 2  # one request is possible with any budget


def test_a_process_with_its_cache_may_use_the_whole_budget():
    """Processes that share a cache count exactly, so none holds back."""
    ledger = Ledger(SharedCache(Leaving()), "ledger", WINDOW)
    ledger.read(NOW)
    assert ledger.limit(800, 2, NOW) == 800


def test_entries_written_alone_do_not_replace_those_of_others():
    """Two processes without the cache wrote the same entry of a slot; both count afterwards."""
    cache = Leaving()
    shared = [SharedCache(cache), SharedCache(cache)]
    mine, other = (Ledger(one, "ledger", WINDOW) for one in shared)
    mine.write(NOW, all_of(1))
    other.write(NOW, all_of(2))
    cache.away = True
    lines = [ledger.write(NOW, all_of(number)) for ledger, number in ((mine, 40), (other, 50))]
    cache.away = False
    assert [one.recover() for one in shared] == [True, True]
    for ledger in (mine, other, mine):
        ledger.rejoin(NOW)
    mine.read(NOW)
    assert mine.used(NOW) == other.used(NOW) == 93
    mine.lower(lines[0], 4)  # and its writer may still lower it
    other.refresh(NOW)
    assert other.used(NOW) == 57


def test_a_cache_that_fails_again_during_rejoin_loses_nothing():
    """Entries that could not be written are written the next time."""
    cache = Leaving()
    shared = SharedCache(cache)
    ledger = Ledger(shared, "ledger", WINDOW)
    cache.away = True
    ledger.write(NOW, all_of(30))
    cache.away = False
    assert shared.recover()
    cache.away = True
    ledger.rejoin(NOW)
    cache.away = False
    assert shared.recover()
    ledger.rejoin(NOW)
    other = Ledger(cache, "ledger", WINDOW)
    other.read(NOW)
    assert other.used(NOW) == ledger.used(NOW) == 30


def test_rejoin_restores_the_entries_of_all_processes():
    """After a cache came back empty, a new process reads all earlier entries without a gap."""
    cache = Leaving()
    shared = SharedCache(cache)
    mine, other = Ledger(shared, "ledger", WINDOW), Ledger(SharedCache(cache), "ledger", WINDOW)
    other.write(NOW, all_of(3))
    mine.write(NOW, all_of(5))
    cache.away = True
    mine.write(NOW, all_of(7))
    cache.clear()
    cache.away = False
    assert shared.recover()
    mine.rejoin(NOW)
    new = Ledger(cache, "ledger", WINDOW)
    new.read(NOW)
    assert new.used(NOW) == mine.used(NOW) == 15
