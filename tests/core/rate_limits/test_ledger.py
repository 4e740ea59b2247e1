"""Test how processes count together, on every kind of cache."""

import sqlite3
from contextlib import closing
from unittest.mock import MagicMock, Mock

import diskcache
import pytest
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.locmem import LocMemCache
from hypothesis import given
from hypothesis import strategies as st

from esi.core.cache.protocol import MemoryCache
from esi.core.http.messages import Request
from esi.core.http.rates import Rate
from esi.core.rate_limits.buckets import TokenBucket
from esi.core.rate_limits.ledger import Ledger
from esi.core.rate_limits.limiter import Admitted, Limiter
from esi_data.caches import disk
from tests.core.conftest import DictCache

WINDOW = 900.0
NOW = 1_800_000_000.0
REQUEST = Request("GET", "http://api/status", rate=Rate("status", 600, 900.0))


def all_of(number):
    return lambda used: number


def up_to(limit):
    return lambda used: int(used < limit)


@pytest.fixture(params=["dict", "memory", "locmem", "file", "disk", "plain disk"])
def cache(request, tmp_path):
    """Open one cache of each kind."""
    made = {
        "dict": DictCache,
        "memory": MemoryCache,
        "locmem": lambda: LocMemCache(str(tmp_path), {}),
        "file": lambda: FileBasedCache(str(tmp_path), {}),
        "disk": lambda: diskcache.Cache(str(tmp_path)),
        "plain disk": lambda: disk.open_cache(tmp_path),
    }[request.param]()
    yield made
    if hasattr(made, "close"):
        made.close()


def test_two_processes_see_one_sum(cache):
    """Each counts what the other wrote."""
    mine, other = (Ledger(cache, "book", WINDOW) for _ in range(2))
    mine.write(NOW, all_of(5))
    other.write(NOW + 1, all_of(7))
    mine.read(NOW + 2)
    assert mine.used(NOW + 2) == other.used(NOW + 2) == 12


def test_no_more_is_written_than_the_budget_has(cache):
    """Two processes that write in turn stop at the same sum."""
    ledgers = [Ledger(cache, "book", WINDOW) for _ in range(2)]
    written = [ledgers[i % 2].write(NOW + i, up_to(20)) for i in range(40)]
    assert sum(line is not None for line in written) == 20


def test_unspent_tokens_return(cache):
    """Writers lower their entry; others see it when they refresh."""
    mine, other = (Ledger(cache, "book", WINDOW) for _ in range(2))
    line = mine.write(NOW, all_of(100))
    other.read(NOW)
    mine.lower(line, 30)
    other.refresh(NOW)
    assert (mine.used(NOW), other.used(NOW)) == (30, 30)


def test_an_entry_counts_for_a_window_and_at_most_a_slot_more():
    """Slots are a thirtieth of the floating window."""
    ledger = Ledger(MemoryCache(), "book", WINDOW)
    ledger.write(NOW, all_of(10))
    assert ledger.used(NOW + WINDOW - 1) == 10
    assert ledger.used(NOW + WINDOW + 30) == 0
    ((returns, number),) = ledger.expiries(NOW)
    assert number == 10
    assert WINDOW <= returns - NOW <= WINDOW + 30


@given(st.lists(st.tuples(st.floats(0, 60), st.integers(1, 9)), max_size=40), st.floats(0, 900))
def test_the_sum_is_never_below_what_was_spent_within_the_window(spends, later):
    """However spending is spread, no slot expires too early."""
    ledger, now, log = Ledger(MemoryCache(), "book", WINDOW), NOW, []
    for pause, number in spends:
        now += pause
        ledger.write(now, all_of(number))
        log.append((now, number))
    now += later
    within = sum(n for when, n in log if when > now - WINDOW)
    nearly = sum(n for when, n in log if when >= now - WINDOW - 30)
    assert within <= ledger.used(now) <= nearly


def test_an_entry_of_a_slow_clock_is_read():
    """Slots stay open for a while after their end."""
    cache = MemoryCache()
    mine, behind = (Ledger(cache, "book", WINDOW) for _ in range(2))
    end = (mine.slot(NOW) + 1) * mine.length
    mine.read(end + 1)
    behind.write(end - 3, all_of(4))
    mine.read(end + 2)
    assert mine.used(end + 2) == 4


@pytest.mark.parametrize(
    ("other_at", "mine_at"), [(-0.1, 0.1), (0.1, -0.1), (-0.1, -0.2), (9.0, -0.5), (-0.5, 9.0)]
)
@pytest.mark.parametrize("window", [WINDOW, 60.0])
def test_two_writers_at_the_end_of_a_slot_do_not_both_get_the_rest(window, other_at, mine_at):
    """Writers that find another entry beside their own try again, whichever slot it is in."""

    class Late(MemoryCache):
        """Another process writes between our look and our line."""

        other = None

        def add(self, key, value, seconds):
            if self.other:
                other, self.other = self.other, None
                other.write(end + other_at, up_to(1))
            return super().add(key, value, seconds)

    cache = Late()
    mine, other = (Ledger(cache, "book", window) for _ in range(2))
    end = (mine.slot(NOW) + 1) * mine.length
    cache.other = other
    assert mine.write(end + mine_at, up_to(1)) is None
    mine.refresh(end + mine_at)
    assert mine.used(end + mine_at) == 1


@pytest.mark.parametrize("window", [WINDOW, 60.0])
def test_an_entry_of_a_writer_that_was_held_up_is_read(window):
    """A busy machine may hold a process up between its look at the clock and its entry."""
    cache = MemoryCache()
    mine, behind = (Ledger(cache, "book", window) for _ in range(2))
    end = (mine.slot(NOW) + 1) * mine.length
    mine.read(end + 9)
    behind.write(end - 0.5, all_of(4))
    mine.read(end + 9)
    assert mine.used(end + 9) == 4


def test_a_process_counts_alone_if_its_cache_stores_nothing():
    """Django's dummy cache is one."""

    class Nothing(MemoryCache):
        def add(self, key, value, seconds):
            return False

    slept = []
    ledger = Ledger(Nothing(), "book", WINDOW, sleep=slept.append)
    assert sum(ledger.write(NOW, up_to(3)) is not None for _ in range(5)) == 3
    assert 1 < sum(slept) < 5  # once for all of the next half minute
    ledger.write(NOW + 31, up_to(9))
    assert sum(slept) > 2


def test_a_locked_cache_is_tried_again():
    """No process counts alone before two seconds have passed."""

    class Locked(MemoryCache):
        tries = 40

        def add(self, key, value, seconds):
            self.tries -= 1
            return self.tries < 0 and super().add(key, value, seconds)

    cache = Locked()
    ledger = Ledger(cache, "book", WINDOW, sleep=lambda seconds: None)
    ledger.write(NOW, all_of(5))
    other = Ledger(cache, "book", WINDOW)
    other.read(NOW)
    assert other.used(NOW) == 5


def test_eight_processes_never_miscount_on_disk(herd, tmp_path):
    """Entries written at once into a folder add up to the budget exactly."""
    assert sum(herd.count(tmp_path, 60)) == 60


def test_eight_processes_never_miscount_in_a_database(herd, tmp_path):
    """Django's database cache loses increments of two processes, but no entries."""
    place = tmp_path / "cache.sqlite3"
    with closing(sqlite3.connect(place)) as database:
        database.execute(
            "CREATE TABLE answers (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, "
            "expires datetime NOT NULL)"
        )
        database.execute("PRAGMA journal_mode=WAL")
    assert sum(herd.count(f"db://{place}", 60)) == 60


def test_eight_processes_never_miscount_in_postgresql(herd, database_url):
    """Several processes write at once to a database server."""
    assert sum(herd.count(database_url, 60)) == 60


def test_eight_processes_never_miscount_in_memcached(herd, memcached_url):
    """Entries written at once through Django's memcached cache add up to the budget exactly."""
    assert sum(herd.count(memcached_url, 60)) == 60


@pytest.mark.parametrize("through", ["", "ours+"])
def test_eight_processes_never_miscount_in_redis(herd, redis_url, through):
    """Entries written at once, by Django's cache or ours, add up to the budget exactly."""
    assert sum(herd.count(through + redis_url, 60)) == 60


def test_a_ledger_is_read_in_few_round_trips():
    """Many entries of many slots are read with `get_many`."""
    asked = []

    class Many(MemoryCache):
        def get(self, key):
            asked.append(1)
            return super().get(key)

        def get_many(self, keys):
            asked.append(len(keys))
            return super().get_many(keys)

    cache = Many()
    mine, other = (Ledger(cache, "book", WINDOW) for _ in range(2))
    for at in range(5):
        for _ in range(40):
            other.write(NOW + at * mine.length, lambda _: 1)
    asked.clear()
    now = NOW + 5 * mine.length
    assert mine.read(now)
    assert mine.used(now) == 200
    assert len(asked) <= 8
    asked.clear()
    mine.refresh(now)
    assert len(asked) <= 2


# Caches that return anything

FOREIGN = st.one_of(
    st.booleans(), st.text(max_size=3), st.binary(max_size=3), st.floats(), st.integers(),
    st.lists(st.integers(), max_size=2), st.just(object()),
)  # fmt: skip


class Odd(MemoryCache):
    """Cache whose keys are taken by whatever `found` returns for them."""

    def __init__(self, found):
        super().__init__()
        self._found = found

    def get(self, key):
        mine = super().get(key)
        return self._found(key) if mine is None else mine

    def get_many(self, keys):
        return {key: found for key in keys if (found := self.get(key)) is not None}

    def add(self, key, value, seconds):
        return self.get(key) is None and super().add(key, value, seconds)


def used_after(cache):
    """Return what a ledger has used after each method was called."""
    ledger = Ledger(cache, "book", WINDOW, sleep=lambda seconds: None)
    entry = ledger.write(NOW, all_of(5))
    ledger.refresh(NOW)
    ledger.lower(entry, 3)
    ledger.rejoin(NOW)
    assert all(value >= 0 for values in ledger._values.values() for value in values)
    return ledger.used(NOW)


@pytest.mark.parametrize("value", [True, False, "x", b"7", 1.5, -7, 10**30, [1], Mock(), Mock])
def test_a_value_that_no_ledger_writes_counts_as_nothing(value):
    """The first entry of each slot is another program's; the second one is ours, and shared."""
    cache = Odd(lambda key: value if key.endswith("_1") else None)
    assert used_after(cache) == 3
    other = Ledger(cache, "book", WINDOW)
    other.read(NOW)
    assert other.used(NOW) == 3


@pytest.mark.parametrize("value", [True, "x", 1, 2**62, Mock()])
def test_a_cache_that_has_every_key_is_not_used(value, caplog):
    """Each method ends, and the process counts alone."""
    caplog.set_level("INFO")
    assert used_after(Odd(lambda key: value)) in {3, 5}
    assert "nobody stored" in caplog.text


def test_an_entry_that_was_not_stored_replaces_nobodys():
    """Its number in the cache is another process's."""

    class Refusing(MemoryCache):
        def add(self, key, value, seconds):
            return False

    cache = Refusing()
    ledger = Ledger(cache, "book", WINDOW, sleep=lambda seconds: None)
    entry = ledger.write(NOW, all_of(5))
    cache.set(f"book_{entry.slot}_{entry.number}", 7, 60)
    ledger.lower(entry, 1)
    assert cache.get(f"book_{entry.slot}_{entry.number}") == 7
    assert ledger.used(NOW) == 1


def test_a_cache_that_contradicts_itself_is_not_used():
    """It says that a key is taken, and has no value for it when many are read."""

    class Contradicting(Odd):
        def get_many(self, keys):
            return {}

    assert used_after(Contradicting(lambda key: 1)) in {3, 5}


@pytest.mark.parametrize("cache", [MagicMock(), Mock(), MagicMock(**{"get.return_value": 1})])
def test_a_mock_is_no_cache(cache):
    """A program's tests may patch Django's cache; the limiter goes on."""
    limiter = Limiter(cache, lambda: NOW)
    for _ in range(3):
        admitted = limiter.admit(REQUEST)
        assert isinstance(admitted, Admitted)
        limiter.settle(admitted, None)
    assert limiter.budget(REQUEST).left <= 600


@given(st.dictionaries(st.integers(1, 6), FOREIGN), st.integers(0, 3))
def test_any_values_in_a_slot_leave_a_ledger_in_order(found, ours):
    """The ledger counts only entries of processes, and each method ends."""
    cache = Odd(lambda key: found.get(int(key.rpartition("_")[2])))
    ledger = Ledger(cache, "book", WINDOW, sleep=lambda seconds: None)
    for _ in range(ours):
        ledger.write(NOW, all_of(2))
    read = Ledger(cache, "book", WINDOW)
    read.read(NOW)
    assert read.used(NOW) >= 2 * ours if all(n == 0 for n in found) else read.used(NOW) >= 0


@given(st.one_of(FOREIGN, st.binary(max_size=40), st.from_regex(rb"[0-9]+ [0-9.]+")))
def test_any_record_of_other_clients_spending_is_taken_or_left(value):
    """A bucket's size is never exceeded, and nothing is raised."""
    cache = MemoryCache()
    cache.set("bucket_foreign", value, 60)
    bucket = TokenBucket(cache, "bucket", REQUEST.rate)
    assert 0 <= bucket.left(NOW) <= 600
