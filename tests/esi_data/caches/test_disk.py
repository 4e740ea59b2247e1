"""Cache folder: shared, bounded, listed by operation, and data only."""

import errno
import itertools
import logging
import os
import pickle
import sqlite3
import stat
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.errors import OfflineError
from esi_data.caches import disk
from esi_data.caches.disk import DiskCache, open_cache
from tests.support.processes import together

REGION = 10000043
PRICES = "get_markets_prices"
STATUS = "get_status"


# Whatever a row may hold: what SQLite stores, and what a program might have written there.
CELLS = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    st.binary(max_size=8),
)
TEXTS = st.one_of(CELLS, st.sampled_from(["a", "b", "op"]))


@pytest.fixture
def cache(tmp_path):
    with open_cache(tmp_path / "kept") as cache:
        yield cache


def database(cache):
    return closing(sqlite3.connect(f"{cache.directory}/cache.db", isolation_level=None))


# Data and no code


def test_a_planted_pickle_is_never_run(esi, esi_sandbox, tmp_path):
    """Bytes are bytes: one that is no response is fetched again."""

    class Bomb:
        def __reduce__(self):
            return (open, (str(tmp_path / "ran"), "w"))

    future = esi.client.Market.get_markets_prices()
    rows = future.results()
    with database(esi.engine.cache) as db:
        db.execute("UPDATE kept SET value = ?", (pickle.dumps(Bomb()),))
    assert future.results() == rows
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("value", [[1], {"a": 1}, object(), None, "text", 1.5])
def test_values_without_a_plain_form_are_errors(cache, value):
    """No value of ours needs a pickle, so none is written."""
    with pytest.raises(TypeError, match="cannot store"):
        cache.set("a", value)
    with pytest.raises(TypeError, match="keys of this cache are text"):
        cache.set(5, b"1")


@given(rows=st.lists(st.tuples(TEXTS, CELLS, CELLS, TEXTS, CELLS), max_size=6))
def test_planted_rows_are_ignored_or_plain_values(tmp_path_factory, rows):
    """Whatever another program wrote to the table, nothing fails and only plain values come out."""
    with open_cache(tmp_path_factory.mktemp("kept")) as cache:
        with database(cache) as db:
            db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)", rows)
        assert set(cache.get_many(["a", "b"])) <= {"a", "b"}
        assert all(isinstance(each, bytes | int) for each in cache.get_many(["a", "b"]).values())
        assert disk.info_frame(cache).attrs["esi"]["answers"] >= 0
        with suppress(KeyError):
            cache.incr("b")
        cache.set("a", b"new", 60, tag="op")
        assert cache.get("a") == b"new"
        assert disk.forget(cache) >= 1
        with cache.transact():
            cache.set("b", b"new", 60)
        assert cache.get("b") == b"new"


def test_text_that_is_not_utf_8_is_no_obstacle(cache):
    """Another program may have written any bytes as a text."""
    with database(cache) as db:
        db.execute("INSERT INTO kept VALUES ('a', x'01', 9e9, CAST(x'ff80' AS TEXT), 1.0)")
        db.execute("INSERT INTO kept VALUES ('b', CAST(x'ff80' AS TEXT), 9e9, 'op', 1.0)")
    assert cache.get_many(["a", "b"]) == {"a": b"\x01"}
    assert cache.info()[0][1:3] == (1, 1)


# Whose files


@pytest.fixture
def _loose():
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("mode", [0o755, 0o1777, 0o2775, None])
@pytest.mark.usefixtures("_loose")
def test_files_are_this_users_alone_and_folders_keep_their_mode(esi_for, tmp_path, mode):
    """A folder of ours is closed to others, one that was there is its owner's business."""
    folder = tmp_path / "shared"
    if mode is not None:
        folder.mkdir()
        folder.chmod(mode)
    esi = esi_for(cache=folder)
    esi.client.Market.get_markets_region_id_orders(region_id=10000002).frame()
    assert stat.S_IMODE(folder.stat().st_mode) == (mode or 0o700)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {"cache.db", "cache.db-wal"} <= {path.name for path in files}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert all(path.stat().st_mode & 0o777 == 0o700 for path in folder.rglob("*/"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_an_older_file_is_closed_to_others(cache):
    """Releases before wrote it with the modes of the folder's files."""
    path = cache.folder / "cache.db"
    path.chmod(0o666)
    with open_cache(cache.folder):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


# Ctrl-C


def _set(cache):
    cache.set("b", b"2", 60, tag="op")


def _together(cache):
    with cache.transact():
        for number in range(3):
            cache.set(f"b{number}", b"2", 60, tag="op")


USES = [
    _set,
    _together,
    lambda cache: cache.add("b", 1, 60),
    lambda cache: cache.incr("count"),
    lambda cache: cache.delete("a"),
    lambda cache: cache.get_many(["a", "count"]),
    lambda cache: cache.forget("op"),
]


def _interrupted(use, cache, at):
    """Interrupt `use` at the instruction of this number; return the interrupt, if there is one."""
    left = [at]

    def trace(frame, event, arg):
        # Python ignores what is raised in `__del__`.
        here = frame.f_code.co_filename == disk.__file__ and frame.f_code.co_name != "__del__"
        frame.f_trace_opcodes = here
        if event == "opcode" and frame.f_trace_opcodes:
            left[0] -= 1
            if left[0] == 0:
                raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    # Python 3.12 traces instructions only if a frame enabled that before `settrace`.
    sys._getframe().f_trace_opcodes = True
    sys.settrace(trace)
    try:
        use(cache)
    except KeyboardInterrupt as exc:
        return exc  # with its frames, as a notebook keeps it
    finally:
        sys.settrace(before)
    return None


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
@pytest.mark.parametrize("use", USES)
def test_ctrl_c_at_any_instruction_leaves_no_lock(cache, monkeypatch, use, journal):
    """Neither this thread nor another process is kept from writing."""
    if journal == "DELETE":
        with database(cache) as db:
            cache.close()
            db.execute("PRAGMA journal_mode = DELETE")
        _refusing(monkeypatch, ["WAL"], sqlite3.OperationalError("locking protocol"))
    cache.set("a", b"1", 60, tag="op")
    cache.set("count", 1, 60)
    other = sqlite3.connect(f"{cache.directory}/cache.db", timeout=0, isolation_level=None)
    for at in itertools.count(1):
        interrupt = _interrupted(use, cache, at)
        if interrupt is None:
            break
        other.execute("BEGIN EXCLUSIVE" if journal == "DELETE" else "BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
        assert cache.add(f"new{at}", 1, 60)
    other.close()
    assert at > 20


# Broken folders


def _nonsense(path):
    path.write_bytes(b"nonsense" * 1000)


def _foreign(path):
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE kept (a)")


def _trigger(path):
    with open_cache(path.parent):
        pass
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TRIGGER planted INSERT ON kept BEGIN DELETE FROM kept; END")


def _folder(path):
    path.mkdir()
    (path / "of-another-program").write_text("1")


@pytest.mark.parametrize("spoil", [_nonsense, _foreign, _trigger, _folder])
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


# Folders that cannot be used


def test_a_file_in_the_way_is_an_error_with_advice(esi_for, tmp_path):
    """Errors name the folder and the settings."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match=r"cannot use the folder .*file/kept .*ESI_CACHE_DIR"):
        esi_for(cache=tmp_path / "file" / "kept")


def _refusing(monkeypatch, words, error):
    """Make SQLite refuse statements with one of these words, but in memory."""

    class Refusing(sqlite3.Connection):
        def __init__(self, place, **how):
            super().__init__(place, **how)
            self.refuses = place != ":memory:"

        def execute(self, sql, *args):
            if self.refuses and any(word in sql for word in words):
                raise error
            return super().execute(sql, *args)

    monkeypatch.setattr(sqlite3, "connect", Refusing)


def warnings_of(caplog):
    """Return the messages of warnings and errors, whatever else a site logs."""
    return [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING]


@pytest.mark.parametrize("reason", ["locking protocol", "disk I/O error", "database is locked"])
def test_a_folder_without_write_ahead_log_is_used(esi_for, tmp_path, monkeypatch, caplog, reason):
    """Network file systems refuse it; another journal keeps responses, too."""
    _refusing(monkeypatch, ["WAL"], sqlite3.OperationalError(reason))
    esi = esi_for(cache=tmp_path / "kept")
    esi.client.Status.get_status().results()
    assert esi.cache_info().attrs["esi"]["folder"] == str(tmp_path / "kept")
    assert list(esi.cache_info()["operation"]) == [STATUS]
    assert warnings_of(caplog) == []


def _full(monkeypatch):
    _refusing(monkeypatch, ["INSERT"], sqlite3.OperationalError("database or disk is full"))


def _read_only(monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)


def _without_locks(monkeypatch):
    _refusing(monkeypatch, ["WAL", "sqlite_master"], sqlite3.OperationalError("locking protocol"))


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_full, "database or disk is full"),
        (_read_only, "Read-only file system"),
        (_without_locks, "locking protocol"),
    ],
)
def test_a_folder_that_cannot_be_used_is_one_warning(
    esi_for, esi_sandbox, tmp_path, monkeypatch, caplog, spoil, reason
):
    """Calls succeed, and memory keeps their responses while the program runs."""
    spoil(monkeypatch)
    esi = esi_for(cache=tmp_path / "kept")
    rows = esi.client.Market.get_markets_prices().results()
    esi_sandbox.clear()
    assert esi.client.Market.get_markets_prices().results() == rows
    assert esi_sandbox.requests == []
    assert len(warnings_of(caplog)) == 1
    assert f"{tmp_path / 'kept'} ({reason})" in caplog.text
    assert "ESI_CACHE_DIR" in caplog.text


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_folder_that_another_program_locks_is_one_warning(
    esi_for, tmp_path, monkeypatch, caplog, journal
):
    """The first line of a notebook works meanwhile."""
    monkeypatch.setattr(disk, "_OPENING", 0)
    monkeypatch.setattr(disk, "_TIMEOUT", 0)
    with open_cache(tmp_path / "kept") as cache, database(cache) as db:
        cache.close()
        db.execute(f"PRAGMA journal_mode = {journal}")
        db.execute("BEGIN EXCLUSIVE")
        esi = esi_for(cache=tmp_path / "kept")
        assert esi.client.Status.get_status().result()["players"] > 0
        db.execute("ROLLBACK")
    assert len(warnings_of(caplog)) == 1
    assert "database is locked" in caplog.text
    assert not list(tmp_path.glob("kept/*.broken-*"))


def test_a_database_damaged_in_use_is_replaced(esi, esi_sandbox, caplog):
    """One warning; calls succeed, and are cached again."""
    future = esi.client.Market.get_markets_prices()
    rows = future.results()
    with database(esi.engine.cache) as db:
        db.execute("DROP TABLE kept")
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
        monkeypatch.setattr(disk, "_TIMEOUT", 0)
        cache.close()
        cache.get("a")
        with database(cache) as db:
            db.execute("BEGIN EXCLUSIVE")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                cache.set("b", b"2")
            db.execute("ROLLBACK")
        assert cache.get("a") == b"1"
    assert not list(folder.glob("*.broken-*"))


# Shared


def test_a_database_is_opened_and_read_while_another_process_writes(cache):
    """A new connection, such as that of each thread of a pull, takes no write lock."""
    cache.set("a", b"1")
    cache.close()
    with database(cache) as db:
        db.execute("BEGIN IMMEDIATE")
        assert cache.get("a") == b"1"
        db.execute("ROLLBACK")


def test_the_connection_of_a_thread_closes_with_it(cache):
    """Keep few files open in a process with many short threads, whenever it collects garbage."""
    with ThreadPoolExecutor(1) as threads:
        connection = threads.submit(cache._run, lambda connection: connection).result()
        assert connection.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_the_connections_of_other_threads_close_with_the_cache(tmp_path):
    """Close them in whichever thread drops the cache."""
    cache = open_cache(tmp_path / "kept")
    with ThreadPoolExecutor(1) as threads:
        connection = threads.submit(cache._run, lambda connection: connection).result()
        del cache
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


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
        with database(cache) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_pages_of_a_new_database_have_room_for_responses(tmp_path):
    """Small pages take twice as long to write; a database of an earlier release keeps its own."""
    (tmp_path / "old").mkdir()
    with closing(sqlite3.connect(tmp_path / "old" / "cache.db")) as old:
        for kind, what in disk._SCHEMA:
            old.execute(f"CREATE {kind} {what}")
    sizes = []
    for name in ("new", "old"):
        with DiskCache(tmp_path / name) as cache:
            cache.set("a", b"1", 60)
            assert cache.get("a") == b"1"
            sizes.append(cache._rows("PRAGMA page_size"))
    assert sizes == [[(16384,)], [(4096,)]]


def test_the_size_is_bounded(tmp_path, monkeypatch):
    """Oldest responses are dropped first."""
    monkeypatch.setattr(disk, "SIZE_LIMIT", 200_000)
    with open_cache(tmp_path / "kept") as cache:
        for number in range(100):
            with cache.transact():
                cache.set(str(number), os.urandom(10_000), 60, tag="op")
        assert cache.size() < 400_000
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
    """`older_than` selects responses by their age."""
    esi.client.Market.get_markets_prices().results()
    esi.client.Status.get_status().results()
    with database(esi.engine.cache) as db:
        db.execute("UPDATE kept SET stored = stored - 3700 WHERE tag = ?", (PRICES,))
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
        with database(cache) as db:
            left = dict(db.execute("SELECT key, expires - stored FROM kept").fetchall())
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


def test_a_journal_that_vanishes_while_the_cache_is_opened_is_no_error(tmp_path, monkeypatch):
    """Another process may delete its journal after the folder is listed."""
    glob = Path.glob
    gone = tmp_path / "cache.db-journal"
    monkeypatch.setattr(Path, "glob", lambda self, pattern: [*glob(self, pattern), gone])
    cache = DiskCache(tmp_path)
    cache.set("key", b"value", 60)
    assert cache.get("key") == b"value"


def test_a_renewed_response_is_not_written_whole(cache):
    """Only the head of a large response changes after a 304, and only its pages are written."""

    def write(head):
        with cache.transact():
            for number in range(10):
                cache.set(f"esi_{number}", head + b"x" * 200_000, 60, "get_status")

    def journal():
        return Path(cache.directory, "cache.db-wal").stat().st_size

    write(b"old")
    cache._rows("PRAGMA wal_checkpoint(TRUNCATE)")
    write(b"new")
    assert 0 < journal() < 1_000_000
    assert cache.get("esi_9").startswith(b"new")
