"""Cache responses in a folder: in a SQLite database, which contains data and never code.

Values are bytes and whole numbers, so nothing read from the folder is unpickled. Any number of
threads and processes share a folder. Responses stay until the folder is full, and the oldest are
deleted first: an expired one still saves a download (by its ETag), and serves offline.

Each statement is a transaction of its own, begun and ended within SQLite: Ctrl+C between two of
them leaves no lock behind.
"""

from __future__ import annotations

import errno
import logging
import os
import sqlite3
import stat
import threading
import time
from contextlib import contextmanager, nullcontext, suppress
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Self, TypeVar

from esi.core.folders import expanded, user_folder
from esi_data.caches.redis import RedisCache

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import pandas as pd

    from esi.core.config import Config

T = TypeVar("T")

logger = logging.getLogger("esi_data")

SIZE_LIMIT = 2 * 1024**3  # bytes
LIFETIME = 30 * 24 * 3600  # longest lifetime of a response in seconds, if there is room
_MEMORY_LIMIT = 256 * 1024**2  # bytes, where there is no folder
_OPENING, _TIMEOUT = 2.0, 10.0  # seconds to wait for other processes, which ctrl-C cannot end
_ROWS = 100  # written by one statement
_VARIABLES = 500  # in one statement; SQLite before 3.32 takes 999
_NEVER = 9e9  # seconds since the epoch; times of pandas end a little later
_NAME = "cache.db"
_SCHEMA = (
    ("TABLE", "kept (key TEXT PRIMARY KEY, value, expires REAL, tag TEXT, stored REAL)"),
    ("INDEX", "kept_stored ON kept (stored)"),
    ("INDEX", "kept_expires ON kept (expires)"),  # without it, a search reads every response
)
# Rows that this cache writes; anything else was planted.
_VALID = "typeof(key) = 'text' AND typeof(value) IN ('blob', 'integer')"
_RESPONSE = f"{_VALID} AND typeof(tag) = 'text' AND stored BETWEEN 0 AND {_NEVER:.0f}"
_DAMAGES = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_INHERITED: list[object] = []  # connections of a parent process, which a child must not close


class DiskCache:
    """Responses in a folder, or in memory. A value with a tag, its operation, is a response.

    Its folder `frames` contains cached frames, see `esi_data.frames.frame_cache`. A database that
    is damaged or another program's is moved aside and replaced: it is only a cache.
    """

    tag_index = True  # `set` takes a tag
    listings = True  # stores entries of whole listings, for cached frames

    def __init__(self, folder: str | os.PathLike[str] | None) -> None:
        self.folder = None if folder is None else expanded(folder)
        if self.folder:
            self.directory = str(self.folder)
            self.frames = self.folder / "frames"
        else:
            self.address = "memory of this process"
        self._batches = threading.local()
        self._reset()
        try:
            self._write([_row("esi_opened", 1, 0.0)])  # fails where nothing can be written
        except BaseException:
            self.close()
            raise

    def _reset(self) -> None:
        """Forget all connections: each thread has one; in memory, all threads share the first."""
        self._pid, self._lock = os.getpid(), threading.Lock()
        self._connections: Any = threading.local() if self.folder else SimpleNamespace()
        self._exclusive = nullcontext() if self.folder else self._lock  # for a shared connection

    def get(self, key: str, /) -> bytes | int | None:
        """Return the value of a key; None if it has none."""
        return self.get_many([_text(key)]).get(key)

    def get_many(self, keys: Sequence[str], /) -> dict[str, bytes | int]:
        """Return the values of those keys that have one, with few queries for any number."""
        found: dict[str, bytes | int] = {}
        for start in range(0, len(keys), _VARIABLES):
            some = keys[start : start + _VARIABLES]
            marks = ", ".join("?" * len(some))
            sql = f"SELECT key, value FROM kept WHERE key IN ({marks}) AND expires > ? AND {_VALID}"  # noqa: S608 - question marks only
            found |= dict(self._rows(sql, (*some, time.time())))
        return found

    def set(
        self, key: str, value: bytes | int, seconds: float | None = None, tag: str | None = None
    ) -> None:
        """Store a value; a response (a value with a tag) stays while there is room."""
        row = _row(key, value, seconds, tag)
        batch: list[Any] | None = getattr(self._batches, "batch", None)
        if batch is None:
            self._write([row])
            return
        batch.append(row)
        if len(batch) >= _ROWS:
            self._batches.batch = []
            self._write(batch)

    def add(self, key: str, value: bytes | int, seconds: float | None = None, /) -> bool:
        """Store a value unless the key has one; return True if it was stored."""
        sql = (
            "INSERT INTO kept VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
            " value = excluded.value, expires = excluded.expires, tag = NULL,"
            " stored = excluded.stored WHERE expires <= excluded.stored"
        )
        return self._change(sql, _row(key, value, seconds, None)) > 0

    def incr(self, key: str, /) -> None:
        """Add one to a number."""
        sql = "UPDATE kept SET value = value + 1 WHERE key = ? AND typeof(value) = 'integer'"
        if not self._change(f"{sql} AND expires > ?", (key, time.time())):
            raise KeyError(key)

    def delete(self, key: str, /) -> None:
        """Drop a key."""
        self._change("DELETE FROM kept WHERE key = ?", (_text(key),))

    @contextmanager
    def transact(self) -> Iterator[None]:
        """Write what this thread sets in the context together, then drop surplus values."""
        self._batches.batch = []
        try:
            yield
            self._write(self._batches.batch)
        finally:
            self._batches.batch = None
        self._drop_surplus()

    def info(self) -> list[tuple[str, int, int, float, float]]:
        """Return (operation, responses, bytes, oldest, newest); times are Unix seconds."""
        rows: list[tuple[str, int, int, float, float]] = self._rows(
            "SELECT tag, COUNT(*), SUM(LENGTH(value)), MIN(stored), MAX(stored) FROM kept"  # noqa: S608 - constants
            f" WHERE {_RESPONSE} GROUP BY tag ORDER BY tag"
        )
        return rows

    def forget(self, operation: str | None = None, older_than: float | None = None) -> int:
        """Delete responses of an operation (or of all) older than some seconds; return how many.

        Other values stay: the limiter's must outlive responses.
        """
        self._change("DELETE FROM kept WHERE key GLOB '*_listing'")
        until = _NEVER if older_than is None else time.time() - older_than
        return self._change(
            "DELETE FROM kept WHERE tag IS NOT NULL AND tag = IFNULL(?, tag) AND stored < ?",
            (operation, until),
        )

    def size(self) -> int:
        """Return the bytes of the database."""
        pages, size = (self._rows(f"PRAGMA {name}")[0][0] for name in ("page_count", "page_size"))
        return int(pages * size)

    def close(self) -> None:
        """Close this thread's connection; it reopens when used. Other threads' close with them.

        In memory, this drops all values.
        """
        with self._exclusive:
            own = vars(self._connections).pop("own", None)
            if own:
                own.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _write(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Write rows. If a row keeps its size, SQLite writes only the pages that differ."""
        if rows:
            marks = ", ".join(["(?, ?, ?, ?, ?)"] * len(rows))
            self._change(
                f"INSERT INTO kept VALUES {marks} ON CONFLICT (key) DO UPDATE SET"  # noqa: S608 - question marks only
                " value = excluded.value, expires = excluded.expires, tag = excluded.tag,"
                " stored = excluded.stored",
                [field for row in rows for field in row],
            )

    def _drop_surplus(self) -> None:
        self._change("DELETE FROM kept WHERE expires <= ?", (time.time(),))
        limit = SIZE_LIMIT if self.folder else _MEMORY_LIMIT
        oldest = (
            "SELECT rowid FROM kept WHERE tag IS NOT NULL ORDER BY stored"
            " LIMIT 1 + (SELECT COUNT(*) FROM kept) / 50"
        )
        while self.size() > limit:
            if not self._change(f"DELETE FROM kept WHERE rowid IN ({oldest})"):  # noqa: S608
                return

    # One expression runs a statement and fetches its results: Ctrl+C between the two would leave
    # its lock in the traceback.

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._run(lambda connection: connection.execute(sql, values).fetchall())

    def _change(self, sql: str, values: Sequence[Any] = ()) -> int:
        return self._run(lambda connection: connection.execute(sql, values).rowcount)

    def _run(self, use: Callable[[sqlite3.Connection], T]) -> T:
        """Use this thread's connection; replace a damaged database, and use the new one."""
        if self._pid != os.getpid():  # forked: SQLite's connections must stay the parent's
            _INHERITED.append(self._connections)
            self._reset()
        connections = self._connections
        try:
            return self._use(use)
        except (sqlite3.DatabaseError, IsADirectoryError) as exc:
            if not self.folder or not _is_damage(exc):
                raise
            with self._lock:
                if self._connections is connections:  # no other thread has replaced it yet
                    self.close()
                    _move_aside(self.folder, exc)
                    self._connections = threading.local()
        return self._use(use)

    def _use(self, use: Callable[[sqlite3.Connection], T]) -> T:
        connections = self._connections
        with self._exclusive:
            if not hasattr(connections, "own"):
                connections.own = _ThreadConnection(_connect(self.folder))
            return use(connections.own.connection)


class _ThreadConnection:
    """Connection of a thread. It closes when the thread ends.

    A connection and its cache of statements refer to each other, so it would stay open until the
    garbage collector finds it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __del__(self) -> None:
        self.connection.close()


def _connect(folder: Path | None) -> sqlite3.Connection:
    """Open the database of a folder, or one in memory."""
    connection = sqlite3.connect(
        _private_file(folder) if folder else ":memory:",
        timeout=_OPENING,
        isolation_level=None,
        check_same_thread=False,  # any thread may drop the cache, which closes all connections
    )
    try:
        connection.text_factory = lambda data: data.decode(errors="replace")
        known = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master") if sql}
        if not known:  # takes the write lock, for which every thread would wait
            # Responses have tens of kB: fewer, larger pages take half the time to write. Before
            # `auto_vacuum`, which fixes their size.
            connection.execute("PRAGMA page_size = 16384")
            connection.execute("PRAGMA auto_vacuum = FULL")
        with suppress(sqlite3.OperationalError):  # some network file systems refuse it
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        schema = {f"CREATE {kind} {what}" for kind, what in _SCHEMA}
        if not known <= schema:
            raise sqlite3.DatabaseError("it has other tables")  # noqa: TRY301 - as a damaged one
        if known != schema:  # a new database, or one of a release with fewer indexes
            made = "; ".join(f"CREATE {kind} IF NOT EXISTS {what}" for kind, what in _SCHEMA)
            connection.executescript(f"BEGIN IMMEDIATE; {made}; COMMIT")
        connection.execute(f"PRAGMA busy_timeout = {1000 * _TIMEOUT:.0f}")
    except BaseException:
        connection.close()
        raise
    return connection


def _private_file(folder: Path) -> Path:
    """Return the path of a folder's database, created with access for this user only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / _NAME
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, f"{_NAME} is a folder")
    is_open = os.name == "posix" and folder.stat().st_mode & stat.S_IWOTH
    if is_open and path.stat().st_uid != os.getuid():
        raise PermissionError(errno.EPERM, f"{_NAME} belongs to another user")
    for file in folder.glob(f"{_NAME}*"):
        with suppress(OSError):  # another user's file, or a journal that vanished
            if file.stat().st_mode & 0o077:
                file.chmod(0o600)
    return path


def _row(key: Any, value: Any, seconds: float | None, tag: str | None = None) -> tuple[Any, ...]:
    """Return the row of a value."""
    if not isinstance(value, bytes | int):
        raise TypeError(f"this cache cannot store a {type(value).__name__}")
    now = time.time()
    lasting = _NEVER if seconds is None else now + (max(seconds, LIFETIME) if tag else seconds)
    return _text(key), value, lasting, tag, now


def _text(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"keys of this cache are text, not {type(key).__name__}")
    return key


def _is_damage(exc: Exception) -> bool:
    """Return True if a database is unusable for good; a locked or full one is not."""
    code = getattr(exc, "sqlite_errorcode", 0) & 0xFF  # without the details
    return (
        isinstance(exc, IsADirectoryError) or type(exc) is sqlite3.DatabaseError or code in _DAMAGES
    )


def _move_aside(folder: Path, exc: Exception) -> None:
    """Rename the database of a folder."""
    aside = f"{_NAME}.broken-{time.time_ns()}"
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            (folder / f"{_NAME}{ending}").rename(folder / f"{aside}{ending}")
    logger.warning("The cache in %s was damaged (%s); its database was renamed to %s",
                   folder, exc, aside)  # fmt: skip


def document_folder(config: Config) -> Path | None:
    """Return the folder of the API's document: the cache's, or the user's; None without either."""
    if config.cache_dir:
        return expanded(config.cache_dir)
    if config.cache and not _is_address(config.cache):
        return expanded(config.cache)
    return user_folder("cache")


def _is_address(place: str | os.PathLike[str]) -> bool:
    return "://" in str(place) or str(place).startswith(("redis:", "rediss:"))


def open_cache(
    place: str | os.PathLike[str] | None, *, chosen: bool = True
) -> DiskCache | RedisCache:
    """Open a cache: in a folder, for this user only, or on a Redis, for everyone with its address.

    If a folder is unusable (network home, full disk), warn and keep responses in memory.
    """
    if place is not None and _is_address(place):
        return RedisCache(str(place))
    try:
        if place is None:
            raise FileNotFoundError(errno.ENOENT, "this user has no home folder")
        return DiskCache(place)
    except (OSError, sqlite3.Error) as exc:
        reason = getattr(exc, "strerror", None) or exc
        text = f"The cache cannot use the folder {place or '~'} ({reason})"
        advice = "Choose a writable folder: ESI_CACHE_DIR in the environment, or Esi(cache=...)."
        if chosen and isinstance(exc, NotADirectoryError | FileExistsError):
            raise OSError(f"{text}. {advice}") from exc
        logger.warning("%s: responses are not kept when the program ends. %s", text, advice)
        return DiskCache(None)


def info_frame(cache: Any) -> pd.DataFrame:
    """Return the contents of a cache, a row for each operation; see `Esi.cache_info`."""
    import pandas as pd  # noqa: PLC0415 - slow to import

    answers = cache.info() if isinstance(cache, DiskCache | RedisCache) else []
    frame = pd.DataFrame(answers, columns=["operation", "answers", "bytes", "oldest", "newest"])
    frame = frame.astype({"operation": str, "answers": "int64", "bytes": "int64"})
    for name in ("oldest", "newest"):
        frame[name] = pd.to_datetime(frame[name].astype(float), unit="s", utc=True).dt.as_unit("us")
    sizes = [
        sum(stat.st_size for _, stat in _frames(cache, operation))
        for operation in frame["operation"]
    ]
    frame.insert(3, "frames", pd.Series(sizes, dtype="int64"))
    frame.attrs["esi"] = {
        "folder": getattr(cache, "directory", None),
        "address": getattr(cache, "address", None),
        "answers": int(frame["answers"].sum()),
        "bytes": int(frame["bytes"].sum() + frame["frames"].sum()),
    }
    return frame


def forget(cache: Any, operation: str | None = None, older_than: float | None = None) -> int:
    """Delete responses and cached frames; return the number of responses, if it is known."""
    for path, found in _frames(cache, operation):
        if older_than is None or found.st_mtime < time.time() - older_than:
            path.unlink(missing_ok=True)
    if isinstance(cache, DiskCache | RedisCache):
        return cache.forget(operation, older_than)
    if operation is not None or older_than is not None:
        raise TypeError(
            f"a {type(cache).__name__} cannot select responses; clear it completely, or use a "
            "folder as the cache of Esi"
        )
    clear = getattr(cache, "clear", None)
    return int((clear() if clear else 0) or 0)


def _frames(cache: Any, operation: str | None) -> Iterator[tuple[Path, os.stat_result]]:
    from esi_data.frames import frame_cache  # noqa: PLC0415 - pandas is slow to import

    return (
        frame_cache.cached_files(cache.frames, operation) if hasattr(cache, "frames") else iter(())
    )
