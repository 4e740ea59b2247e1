"""Django's cache as the client uses it: a table in the site's database is nobody's transaction."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache as djangos
from django.core.cache import caches
from django.core.cache.backends.filebased import FileBasedCache
from django.core.files import locks

from esi import clients, site_cache
from esi.core.cache.protocol import CacheAwayError
from esi.core.cancellation import CancelScope
from esi_data.django_site import esi_of_site

VIEW = """
import threading
from django.core.management import call_command
from django.test.utils import override_settings
import django
django.setup()
from django.db import connection, connections, transaction

PLACE = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kept"}

def other_worker():
    from django.core.cache import cache
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = '20s'")
    print(cache.get("key"))
    cache.set("key", 2, 60)  # waits for whoever holds the row
    connections.close_all()

with override_settings(CACHES={"default": PLACE}):
    call_command("createcachetable")
    from esi.site_cache import cache
    with transaction.atomic():
        cache.add("key", 1, 60)
        thread = threading.Thread(target=other_worker)
        thread.start()
        thread.join()
        print(cache.get("key"), cache.get_many(["key", "none"]))
"""


@pytest.fixture
def in_database(monkeypatch):
    """Treat the default cache, which is in memory here, as a table of a database server."""
    monkeypatch.setattr(site_cache, "_needs_the_thread", lambda: True)
    monkeypatch.setattr(site_cache, "_IDLE_SECONDS", 0.05)
    made = site_cache._CacheThread()
    monkeypatch.setattr(site_cache, "_thread", made)
    return made


def test_records_of_a_view_are_visible_before_it_ends(manage, postgres):
    """Another worker reads and replaces them while the view's transaction is open."""
    postgres.create("kept")
    done = manage(postgres.environment("kept"), "-c", VIEW)
    assert done.stdout.splitlines()[-2:] == ["1", "2 {'key': 2}"]


def test_every_door_of_a_site_uses_this_cache(settings):
    """Client and bulk tasks write nothing into a caller's transaction."""
    assert clients._engine.cache is site_cache.cache
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "kept",
        }
    }
    with esi_of_site() as esi:
        assert esi.engine.cache is site_cache.cache


def test_another_cache_is_used_directly():
    """No thread stands in between, and values are those of Django's cache."""
    site_cache.cache.set("key", 3, 60)
    assert djangos.get("key") == 3
    assert not site_cache._thread._running


def test_sqlite_is_used_directly(settings):
    """It has one writer at a time: a second connection would wait for the first."""
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "kept",
        }
    }
    assert not site_cache._needs_the_thread()


def test_all_threads_share_one_connection(in_database, monkeypatch):
    """A pull with many threads takes one connection of the database, and gives it back."""
    users, closed = set(), threading.Event()
    monkeypatch.setattr(site_cache.connections, "close_all", closed.set)
    monkeypatch.setattr(site_cache, "_IDLE_SECONDS", 300)  # the machine may stop us for seconds
    add = djangos.add

    def noted(*args):
        users.add(threading.get_ident())
        return add(*args)

    monkeypatch.setattr(site_cache.caches["default"].__class__, "add", lambda self, *a: noted(*a))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: site_cache.cache.add(f"key{n}", n, 60), range(40)))
    monkeypatch.setattr(site_cache, "_IDLE_SECONDS", 0)
    site_cache.cache.add("last", 1, 60)
    assert closed.wait(300)
    assert len(users) == 1
    assert threading.get_ident() not in users


def test_errors_of_the_cache_reach_the_caller(in_database):
    """The client goes on without a cache that fails."""
    with pytest.raises(ValueError, match="nothing"):
        site_cache.cache.incr("nothing")
    assert site_cache.cache.get("nothing") is None


def test_a_row_that_the_caller_has_locked_costs_one_wait(in_database, monkeypatch, caplog):
    """Its transaction ends after the call: waiting for it would never end."""
    monkeypatch.setattr(site_cache, "_LONGEST_WAIT", 0.01)
    locked, called = threading.Event(), []

    def method(name):
        called.append(name)
        return lambda *args: locked.wait(300)

    monkeypatch.setattr(site_cache, "_method", method)
    try:
        for _ in range(3):
            with pytest.raises(CacheAwayError):
                site_cache.cache.add("key", 1, 60)
        assert called == ["add"]
        assert caplog.text.count("does not respond") == 1
    finally:
        locked.set()


def test_a_cache_of_files_is_locked_while_it_adds(settings, tmp_path, monkeypatch):
    """Its own `add` looks and stores in two steps, so two processes could both be the first."""
    place, free = tmp_path / "cache", []
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": str(place)}}
    add = FileBasedCache.add

    def watched(self, *args):
        with (place / "esi.lock").open("ab") as lock:
            free.append(locks.lock(lock, locks.LOCK_EX | locks.LOCK_NB))
        return add(self, *args)

    monkeypatch.setattr(FileBasedCache, "add", watched)
    assert [site_cache.cache.add("key", value, 60) for value in (1, 2)] == [True, False]
    assert free == [False, False]
    assert site_cache.cache.get("key") == 1


def test_threads_of_pulls_share_a_redis_cache(settings):
    """A pool of connections for each thread would stay open after it: Django closes none."""
    place = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://x"}
    settings.CACHES = {"default": place}
    assert CancelScope().run(lambda: site_cache.cache.get.__self__) is caches["default"]


def test_threads_of_pulls_have_other_caches_for_themselves(settings):
    """Not every backend may be used by several threads."""
    place = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = {"default": place}
    assert CancelScope().run(lambda: site_cache.cache.get.__self__) is not caches["default"]
