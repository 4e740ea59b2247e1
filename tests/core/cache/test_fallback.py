"""A cache that goes away: each process keeps to its share, and all count together afterwards."""

import pytest

from esi.core.cache.fallback import SharedCache
from esi.core.cache.protocol import CacheAwayError
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
    """A cache on another machine, which may be out of reach, or come back empty."""

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
    """Four processes with a bucket of 200 tokens a minute, each of which sent one request."""
    sandbox = esi_sandbox_factory(document=document(esi_sandbox, 200, "1m"))
    cache, made = Leaving(), []
    for _ in range(4):
        around = Surroundings(sandbox)
        around.knobs["cache_response"] = False
        around.engine.limiter = Limiter(cache, sandbox.clock)
        around.cache = cache
        made.append(around)
    for _ in range(2):  # in the second round each knows of all
        sandbox.clock.advance(10)
        for around in made:
            around.engine.fetch(status(around, BIG))
    yield made
    for around in made:
        around.engine.close()


def sent(around):
    """How many requests a process sends before it is refused."""
    return [a.status for a in fetched(around, status(around, BIG), 120)].count(200)


def test_who_is_cut_off_takes_its_share(four):
    """Four processes without their cache spend no more than the bucket has, and each a part."""
    four[0].cache.away = True
    numbers = [sent(around) for around in four]
    assert all(numbers)
    assert sum(numbers) * 2 <= 200
    assert numbers[0] * 2 <= 200 / 4 + 32  # what it had set aside is its own, too
    assert 429 not in seen(four[0])


def test_what_was_spent_alone_counts_when_the_cache_is_back(four):
    """Nobody spends it a second time."""
    four[0].cache.away = True
    spent = sent(four[0])
    assert spent
    four[0].cache.away = False
    four[0].engine.fetch(status(four[0], BIG))
    assert sum(sent(around) for around in four[1:]) * 2 <= 200 - 2 * spent
    assert 429 not in seen(four[0])


def test_a_cache_that_comes_back_empty_is_told_what_was_known(four):
    """A server that lost its data is no reason to spend it again."""
    first, last = four[0], four[3]
    first.cache.away = True
    spent = sent(first)
    first.cache.clear()
    first.cache.away = False
    first.engine.fetch(status(first, BIG))
    last.engine.limiter = Limiter(first.cache, first.sandbox.clock)  # knows nothing
    last.engine.limiter.admit(status(last, BIG))
    budget = last.engine.limiter._routes.of(status(last, BIG)).budget
    assert budget.ledger.used(first.sandbox.clock()) >= 2 * spent


def test_errors_are_shared_out_as_well(four):
    """Cut off, four processes together stay below a hundred errors."""
    four[0].cache.away = True
    before = len(seen(four[0]))
    for around in four:
        fetched(around, missing(around), 60)
    errors = [code for code in seen(four[0])[before:] if code != 200]
    assert set(errors) == {404}
    assert len(errors) < 100


def test_who_never_saw_the_others_takes_a_small_share():
    """A process that begins while the cache is away knows only that others may be there."""
    cache = Leaving()
    cache.away = True
    ledger = Ledger(SharedCache(cache), "book", WINDOW)
    ledger.read(NOW)  # here it is met
    assert ledger.share(800, 2, NOW) == 100
    assert ledger.share(8, 2, NOW) == 2  # one request is possible with any budget


def test_while_the_cache_is_there_the_share_is_all():
    """Together they count exactly, so none has to hold back."""
    ledger = Ledger(SharedCache(Leaving()), "book", WINDOW)
    ledger.read(NOW)
    assert ledger.share(800, 2, NOW) == 800


def test_lines_written_apart_do_not_fall_on_those_of_others():
    """Two that were cut off wrote the same line of a slot; both count afterwards."""
    cache = Leaving()
    shared = [SharedCache(cache), SharedCache(cache)]
    mine, other = (Ledger(one, "book", WINDOW) for one in shared)
    mine.write(NOW, all_of(1))
    other.write(NOW, all_of(2))
    cache.away = True
    lines = [ledger.write(NOW, all_of(number)) for ledger, number in ((mine, 40), (other, 50))]
    cache.away = False
    assert [one.is_back() for one in shared] == [True, True]
    for ledger in (mine, other, mine):
        ledger.rejoin(NOW)
    mine.read(NOW)
    assert mine.used(NOW) == other.used(NOW) == 93
    mine.correct(lines[0], 4)  # and each is still its writer's own
    other.read_again(NOW)
    assert other.used(NOW) == 57


def test_a_cache_that_goes_again_while_its_books_are_written_loses_nothing():
    """What could not be told is told the next time."""
    cache = Leaving()
    shared = SharedCache(cache)
    ledger = Ledger(shared, "book", WINDOW)
    cache.away = True
    ledger.write(NOW, all_of(30))
    cache.away = False
    assert shared.is_back()
    cache.away = True
    ledger.rejoin(NOW)
    cache.away = False
    assert shared.is_back()
    ledger.rejoin(NOW)
    other = Ledger(cache, "book", WINDOW)
    other.read(NOW)
    assert other.used(NOW) == ledger.used(NOW) == 30


def test_what_all_knew_is_written_again_to_a_cache_that_came_back_empty():
    """Lines from before it went, of others too; who begins then reads them without a gap."""
    cache = Leaving()
    shared = SharedCache(cache)
    mine, other = Ledger(shared, "book", WINDOW), Ledger(SharedCache(cache), "book", WINDOW)
    other.write(NOW, all_of(3))
    mine.write(NOW, all_of(5))
    cache.away = True
    mine.write(NOW, all_of(7))
    cache.clear()
    cache.away = False
    assert shared.is_back()
    mine.rejoin(NOW)
    new = Ledger(cache, "book", WINDOW)
    new.read(NOW)
    assert new.used(NOW) == mine.used(NOW) == 15
