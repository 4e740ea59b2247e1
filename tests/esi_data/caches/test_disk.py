"""Cache folder: shared, bounded, listed by operation, and data only."""

import os
import pickle
import sqlite3
import stat
import sys
import textwrap
from datetime import timedelta

import pytest

from esi.errors import OfflineError
from esi_data.caches import disk
from esi_data.caches.disk import DiskCache, open_cache
from tests.support.processes import together

REGION = 10000043
PRICES = "get_markets_prices"
STATUS = "get_status"


class Bomb:
    """Unpickling it makes a file."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (open, (str(self.path), "w"))


@pytest.fixture
def cache(tmp_path):
    with open_cache(tmp_path / "kept") as cache:
        yield cache


def database(cache):
    return sqlite3.connect(f"{cache.directory}/cache.db", isolation_level=None)


# Data and no code


def test_a_planted_pickle_is_reported_and_never_run(esi, esi_sandbox, tmp_path, caplog):
    """Calls go to the API instead of the row that diskcache would unpickle, and log why."""
    planted = tmp_path / "ran"
    future = esi.client.Market.get_markets_prices()
    rows = future.results()
    with database(esi.engine.cache) as db:
        db.execute("UPDATE Cache SET mode = 4, value = ?", (pickle.dumps(Bomb(planted)),))
    assert future.results() == rows
    assert not planted.exists()
    assert "The cache failed (ValueError)" in caplog.text


def test_a_planted_pickle_as_key_is_never_run(cache, tmp_path):
    """Keys are text."""
    planted = tmp_path / "ran"
    cache.set("a", b"1")
    with database(cache) as db:
        db.execute("UPDATE Cache SET raw = 0, key = ?", (pickle.dumps(Bomb(planted)),))
    with pytest.raises(ValueError, match="pickled key"):
        list(cache)
    assert not planted.exists()


@pytest.mark.parametrize("value", [[1], {"a": 1}, object(), None])
def test_values_without_a_plain_form_are_errors(cache, value):
    """No value of ours needs a pickle, so none is written."""
    with pytest.raises(TypeError, match="cannot store"):
        cache.set("a", value)


def test_files_elsewhere_are_neither_read_nor_removed(cache, tmp_path):
    """Planted rows may name any file."""
    secret = tmp_path / "secret"
    secret.write_bytes(b"mine")
    cache.set("a", b"1")
    with database(cache) as db:
        db.execute("UPDATE Cache SET mode = 2, filename = ?", ("../secret",))
    with pytest.raises(ValueError, match="outside of the cache folder"):
        cache.get("a")
    with pytest.raises(ValueError, match="outside of the cache folder"):
        cache.delete("a")
    assert secret.read_bytes() == b"mine"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_the_folder_is_for_this_user_alone(tmp_path):
    """Mode 0700, also where it was there already."""
    folder = tmp_path / "kept"
    folder.mkdir(mode=0o755)
    with open_cache(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


# Broken folders


def _nonsense(path):
    path.write_bytes(b"nonsense" * 1000)


def _foreign(path):
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE Cache (a)")
        db.execute("CREATE TABLE Settings (key TEXT, value)")
    db.close()


def _settings(path):
    with open_cache(path.parent):
        pass
    with sqlite3.connect(path) as db:
        db.execute("INSERT INTO Settings VALUES ('disk_what', 1)")
    db.close()


def _folder(path):
    path.mkdir()
    (path / "of-another-program").write_text("1")


@pytest.mark.parametrize("spoil", [_nonsense, _foreign, _settings, _folder])
def test_a_broken_or_foreign_database_is_moved_aside(tmp_path, caplog, spoil):
    """It is reported, nothing else in the folder is touched, and the cache works."""
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work")
    spoil(folder / "cache.db")
    with open_cache(folder) as cache:
        cache.set("a", b"1")
        assert cache.get("a") == b"1"
    assert "was damaged" in caplog.text
    assert list(folder.glob("cache.db.broken-*"))
    assert (folder / "thesis.txt").read_text() == "years of work"


def test_an_unusable_folder_is_an_error_with_advice(esi_for, tmp_path):
    """Errors name the folder and the settings."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match=r"cannot use the folder .*file/kept .*ESI_CACHE_DIR"):
        esi_for(cache=tmp_path / "file" / "kept")


def test_a_database_damaged_in_use_is_replaced(esi, esi_sandbox, caplog):
    """One warning; calls succeed, and are cached again."""
    future = esi.client.Market.get_markets_prices()
    rows = future.results()
    with database(esi.engine.cache) as db:
        db.execute("DROP TABLE Cache")
    assert future.results() == rows
    assert "was damaged" in caplog.text
    future.results()
    esi_sandbox.clear()
    assert future.results() == rows
    assert esi_sandbox.requests == []


def test_a_locked_database_is_not_damaged(tmp_path, monkeypatch):
    """Calls succeed without the cache while another process writes for long."""
    folder = tmp_path / "kept"
    with open_cache(folder) as cache:
        cache.set("a", b"1")
        monkeypatch.setattr(cache, "_timeout", 0)
        cache.close()
        with database(cache) as db:
            db.execute("BEGIN EXCLUSIVE")
            with pytest.raises(Exception, match=r"^$|locked"):
                cache.set("b", b"2")
            db.execute("ROLLBACK")
        assert cache.get("a") == b"1"
    assert not list(folder.glob("*.broken-*"))


# Shared


def test_processes_write_at_once(tmp_path):
    """Four processes, two hundred answers each: all there, none broken."""
    code = textwrap.dedent("""
        import sys
        from esi_data.caches.disk import open_cache
        print("ready", flush=True)
        sys.stdin.readline()
        with open_cache(sys.argv[1]) as cache:
            for number in range(200):
                cache.set(f"{sys.argv[2]}-{number}", b"x" * 2000, 60, tag="op")
    """)
    folder = tmp_path / "kept"
    with together(*([sys.executable, "-c", code, folder, n] for n in range(4))) as running:
        assert [child.end().stderr for child in running] == [""] * 4
    with open_cache(folder) as cache:
        assert [row[:2] for row in cache.info()] == [("op", 800)]
        assert cache.check() == []


def test_the_size_is_bounded(tmp_path, monkeypatch):
    """Oldest responses are dropped first."""
    monkeypatch.setattr(disk, "SIZE_LIMIT", 200_000)
    with open_cache(tmp_path / "kept") as cache:
        for number in range(100):
            with cache.transact():
                cache.set(str(number), os.urandom(10_000), 60, tag="op")
        assert cache.volume() < 400_000
        assert cache.get("0") is None
        assert cache.get("99") is not None


# Told and cleared


def test_cache_info_has_a_row_for_each_operation(esi):
    """Number and size of its responses, and their times."""
    esi.client.Market.get_markets_prices().results()
    for region in (REGION, 10000032):
        esi.client.Market.get_markets_region_id_types(region_id=region).results()
    info = esi.cache_info()
    counts = dict(zip(info["operation"], info["answers"], strict=True))
    assert counts.pop("get_markets_region_id_types") >= 2
    assert counts == {PRICES: 1}
    assert (info["bytes"] > 0).all()
    assert (info["oldest"] <= info["newest"]).all()
    assert info.attrs["esi"]["answers"] == info["answers"].sum()
    assert info.attrs["esi"]["folder"] == esi.engine.cache.directory
    assert info.dtypes.equals(info.iloc[:0].dtypes)


def test_one_operation_can_be_cleared(esi):
    """By its old name or its new id."""
    esi.client.Market.get_markets_prices().results()
    esi.client.Status.get_status().results()
    assert esi.clear_cache("GetMarketsPrices") == 1
    assert esi.cache_info()["operation"].tolist() == [STATUS]


@pytest.mark.parametrize("age", [3600, timedelta(hours=1)])
def test_old_responses_can_be_cleared(esi, age):
    """Those received longer ago."""
    esi.client.Market.get_markets_prices().results()
    esi.client.Status.get_status().results()
    with database(esi.engine.cache) as db:
        db.execute("UPDATE Cache SET store_time = store_time - 3700 WHERE tag = ?", (PRICES,))
    assert esi.clear_cache(older_than=age) == 1
    assert esi.cache_info()["operation"].tolist() == [STATUS]


def test_clearing_leaves_the_limiters_values(esi):
    """They outlive the responses."""
    esi.client.Status.get_status().results()
    esi.engine.cache.add("tokens", 5, 60)
    esi.clear_cache()
    assert esi.engine.cache.get("tokens") == 5


def test_a_cache_object_that_cannot_select_is_an_error(esi_for):
    """Cache objects have the five methods, and maybe `clear`."""

    class Plain(dict):
        def set(self, key, value, seconds):
            self[key] = value

    esi = esi_for(cache=Plain())
    assert len(esi.cache_info()) == 0
    with pytest.raises(TypeError, match="Plain cannot select"):
        esi.clear_cache(older_than=1)
    esi.clear_cache()


def test_responses_stay_after_they_expire(tmp_path):
    """While there is room: an ETag saves a download, offline mode needs the data."""
    with DiskCache(tmp_path) as cache:
        cache.set("answer", b"1", 60, tag="op")
        cache.set("count", 1, 60)
        left = dict(cache._sql("SELECT key, expire_time - store_time FROM Cache").fetchall())
    assert left["answer"] == pytest.approx(disk.LIFETIME)
    assert left["count"] == pytest.approx(60)


# Offline


def test_offline_responses_come_from_the_cache_with_their_age(esi, esi_for, esi_sandbox, caplog):
    """However old; no request is sent."""
    path = f"/markets/{REGION}/orders"
    esi_sandbox.set_pages(path, 3, rows=4)
    online = esi.client.Market.get_markets_region_id_orders(region_id=REGION).frame()
    esi_sandbox.clock.advance(100_000)
    esi_sandbox.clear()
    offline = esi_for(offline=True)
    frame = offline.client.Market.get_markets_region_id_orders(region_id=REGION).frame()
    assert esi_sandbox.requests == []
    assert frame.equals(online)
    about = frame.attrs["esi"]
    assert about["age"] == pytest.approx(100_000, abs=2)
    assert about["fetched_at"] == online.attrs["esi"]["fetched_at"]
    assert f"was fetched at {about['fetched_at']}" in caplog.text
    assert "age" not in online.attrs["esi"]


def test_offline_calls_without_a_cached_response_are_errors(esi, esi_for, esi_sandbox):
    """Errors name the operation and the remedy."""
    _ = esi.client
    offline = esi_for(offline=True)
    esi_sandbox.clear()
    with pytest.raises(OfflineError, match=r"get_status is not in the cache .*ESI_OFFLINE"):
        offline.client.Status.get_status().results()
    assert esi_sandbox.requests == []


def test_the_environment_says_offline(esi_for, monkeypatch):
    """ESI_OFFLINE is the same knob."""
    monkeypatch.setenv("ESI_OFFLINE", "1")
    assert esi_for().config.offline is True


def test_offline_pages_of_two_snapshots_are_not_consistent(esi, esi_for, esi_sandbox):
    """They are used as they are."""
    from esi.errors import InconsistentSnapshotWarning

    path = f"/markets/{REGION}/orders"
    esi_sandbox.set_pages(path, 3, rows=4)
    future = esi.client.Market.get_markets_region_id_orders(region_id=REGION)
    future.frame()
    esi_sandbox.turn_over(path)
    esi.client.Market.get_markets_region_id_orders(region_id=REGION, page=2).result(
        ignore_cache=True
    )
    esi_sandbox.clear()
    with pytest.warns(InconsistentSnapshotWarning):
        frame = (
            esi_for(offline=True)
            .client.Market.get_markets_region_id_orders(region_id=REGION)
            .frame()
        )
    assert frame.attrs["esi"]["consistent"] is False
    assert esi_sandbox.requests == []
