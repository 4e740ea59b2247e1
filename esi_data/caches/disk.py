"""Cache of responses in a folder, which contains data and never code.

`diskcache` pickles values without a plain form, and unpickles what it finds. This cache stores
text, bytes and numbers and rejects the rest, so a planted file is reported, not run.

Any number of threads and processes share a folder. Responses stay while there is room, the oldest
are dropped first: an expired one still saves a download (by its ETag), and serves offline.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import diskcache
import pandas as pd
import platformdirs

from esi_data.caches.redis import RedisCache
from esi_data.frames import frame_cache

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esi.core.config import Config

logger = logging.getLogger("esi_data")

SIZE_LIMIT = 2 * 1024**3  # bytes
LIFETIME = 30 * 24 * 3600  # longest lifetime of a response in seconds, if there is room
_FILE_SIZE = 2**20  # bytes from which a value has a file of its own
_VARIABLES = 500  # in one statement; SQLite before 3.32 takes 999
_PICKLE = 4  # diskcache.core.MODE_PICKLE, which is not exported


class PlainDisk(diskcache.Disk):
    """Storage of diskcache without its pickles. Keys are text, values bytes, text or numbers."""

    def put(self, key: Any) -> tuple[Any, bool]:
        """Return the database's form of a key.

        Raises:
            TypeError: the key is not a text.
        """
        if not isinstance(key, str):
            raise TypeError(f"keys of this cache are text, not {type(key).__name__}")
        return key, True

    def get(self, key: Any, raw: bool) -> Any:
        """Return a key from the database's form.

        Raises:
            ValueError: the key is a pickle, which this cache never writes.
        """
        if not raw:
            raise ValueError("rejected a pickled key in the cache folder")
        return key

    def store(self, value: Any, read: bool, key: Any = diskcache.UNKNOWN) -> Any:
        """Store a value.

        Raises:
            TypeError: the value has no plain form.
        """
        if not isinstance(value, bytes | str | int | float):
            raise TypeError(f"this cache cannot store a {type(value).__name__}")
        return super().store(value, read, key=key)

    def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> Any:
        """Return a value.

        Raises:
            ValueError: the value is a pickle or a file elsewhere, which this cache never writes.
        """
        if mode == _PICKLE:
            raise ValueError("rejected a pickled value in the cache folder")
        return super().fetch(mode, self._inside(filename), value, read)

    def remove(self, filename: str) -> None:
        """Remove a value's file.

        Raises:
            ValueError: the file is outside of the folder.
        """
        super().remove(self._inside(filename))

    def _inside(self, filename: str | None) -> Any:
        if not filename:
            return filename
        folder = Path(self._directory).resolve()
        if not (folder / filename).resolve().is_relative_to(folder):
            raise ValueError(f"rejected a file outside of the cache folder: {filename}")
        return filename


class DiskCache(diskcache.Cache):
    """Responses in a folder. Values with a tag are responses; the tag is their operation.

    Its folder `frames` contains cached frames, see `esi_data.frames.frame_cache`.

    A database that turns out to be damaged is moved aside and replaced: it is only a cache.

    Raises:
        OSError: the folder cannot be made or written.
    """

    def __init__(self, folder: str | Path) -> None:
        self._opening = threading.Lock()
        folder = Path(folder).expanduser()
        folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):  # another user may own a shared folder
            folder.chmod(0o700)
        if (folder / "cache.db").is_dir():
            _move_aside(folder, IsADirectoryError("cache.db is a folder"))
        try:
            self._open(folder)
        # A planted database may contain anything where diskcache expects its settings.
        except (sqlite3.DatabaseError, ValueError, TypeError, AttributeError, AssertionError) as e:
            if _passing(e):
                raise
            _move_aside(folder, e)
            self._open(folder)

    def _open(self, folder: Path) -> None:
        self._recovers = False  # diskcache provokes errors while it opens
        super().__init__(
            str(folder),
            disk=PlainDisk,
            size_limit=SIZE_LIMIT,
            disk_min_file_size=_FILE_SIZE,
            cull_limit=0,  # see `transact`
        )
        self._recovers = True

    @property
    def frames(self) -> Path:
        """Folder of cached frames."""
        return Path(self.directory) / "frames"

    @property
    def _sql(self) -> Any:
        """Function that runs a statement, and replaces the database if it is damaged."""
        connections, run = self._local, self._con.execute

        def execute(*args: Any) -> Any:
            try:
                return run(*args)
            except sqlite3.DatabaseError as exc:
                if self._recovers and not _passing(exc):
                    self._replace(connections, exc)
                raise

        return execute

    def _replace(self, connections: object, exc: Exception) -> None:
        with self._opening:
            if self._local is connections:  # no other thread has replaced it yet
                with contextlib.suppress(sqlite3.Error):
                    self.close()
                _move_aside(Path(self.directory), exc)
                self._open(Path(self.directory))

    def set(
        self,
        key: str,
        value: bytes | str | float,
        expire: float | None = None,
        read: bool = False,
        tag: str | None = None,
        retry: bool = False,
    ) -> bool:
        """Store a value; a response (a value with a tag) stays while there is room."""
        if tag is not None and expire is not None:
            expire = max(expire, LIFETIME)
        stored: bool = super().set(key, value, expire, read, tag, retry)
        return stored

    @contextlib.contextmanager
    def transact(self, retry: bool = False) -> Iterator[None]:
        """Write several values at once, then drop expired and surplus ones.

        diskcache looks for these after each value, which takes longer than writing it.
        """
        with super().transact(retry=retry):
            yield
        self.cull(retry=retry)

    def get_many(self, keys: Sequence[str]) -> dict[str, Any]:
        """Return the values of those keys that have one, with few queries for any number."""
        found = {}
        for start in range(0, len(keys), _VARIABLES):
            some = keys[start : start + _VARIABLES]
            marks = ", ".join("?" * len(some))
            rows = self._sql(
                f"SELECT key, mode, filename, value FROM Cache WHERE raw = 1 AND key IN ({marks})"  # noqa: S608 - question marks only
                " AND (expire_time IS NULL OR expire_time > ?)",
                (*some, time.time()),
            )
            for key, mode, filename, value in rows.fetchall():
                try:
                    found[key] = self.disk.fetch(mode, filename, value, False)
                except FileNotFoundError:
                    continue  # dropped by another process
                except ValueError as exc:
                    logger.warning("The cache in %s: %s", self.directory, exc)
        return found

    def info(self) -> list[tuple[str, int, int, float, float]]:
        """Return (operation, responses, bytes, oldest, newest); times are Unix seconds."""
        rows: list[tuple[str, int, int, float, float]] = self._sql(
            "SELECT tag, COUNT(*), SUM(size + IFNULL(LENGTH(value), 0)),"
            " MIN(store_time), MAX(store_time) FROM Cache"
            " WHERE tag IS NOT NULL GROUP BY tag ORDER BY tag"
        ).fetchall()
        return rows

    def forget(self, operation: str | None = None, older_than: float | None = None) -> int:
        """Drop responses of an operation (of all), older than so many seconds; return how many.

        Other values stay: the limiter's must outlive responses.
        """
        until = None if older_than is None else time.time() - older_than
        keys = self._sql(
            "SELECT key FROM Cache WHERE tag IS NOT NULL"
            " AND (:tag IS NULL OR tag = :tag) AND (:until IS NULL OR store_time < :until)",
            {"tag": operation, "until": until},
        ).fetchall()
        with self.transact():
            for (key,) in keys:
                self.delete(key)
        return len(keys)


def info_frame(cache: Any) -> pd.DataFrame:
    """Return the contents of a cache, a row for each operation; see `Esi.cache_info`."""
    answers = cache.info() if isinstance(cache, DiskCache | RedisCache) else []
    folder = cache.frames if isinstance(cache, DiskCache) else None
    frame = pd.DataFrame(answers, columns=["operation", "answers", "bytes", "oldest", "newest"])
    frame = frame.astype({"operation": str, "answers": "int64", "bytes": "int64"})
    for name in ("oldest", "newest"):
        frame[name] = pd.to_datetime(frame[name].astype(float), unit="s", utc=True).dt.as_unit("us")
    sizes = [_size_of_frames(folder, operation) for operation in frame["operation"]]
    frame.insert(3, "frames", pd.Series(sizes, dtype="int64"))
    frame.attrs["esi"] = {
        "folder": str(cache.directory) if folder else None,
        "address": getattr(cache, "address", None),
        "answers": int(frame["answers"].sum()),
        "bytes": int(frame["bytes"].sum() + frame["frames"].sum()),
    }
    return frame


def _size_of_frames(folder: Path | None, operation: str) -> int:
    files = frame_cache.cached_files(folder, operation) if folder else ()
    return sum(stat.st_size for _, stat in files)


def forget(cache: Any, operation: str | None = None, older_than: float | None = None) -> int:
    """Drop responses and cached frames; return the number of responses, if the cache counts them.

    Raises:
        TypeError: the cache cannot select responses.
    """
    if isinstance(cache, DiskCache):
        for path, stat in frame_cache.cached_files(cache.frames, operation):
            if older_than is None or stat.st_mtime < time.time() - older_than:
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


def default_folder() -> Path:
    """Return the user's cache folder of this toolkit."""
    return Path(platformdirs.user_cache_path("esi-toolkit"))


def document_folder(config: Config) -> Path:
    """Return the folder of the API's document: the cache's, if that is a folder."""
    if config.cache_dir:
        return Path(config.cache_dir)
    if config.cache and not _is_address(config.cache):
        return Path(config.cache)
    return default_folder()


def _is_address(place: str | Path) -> bool:
    return "://" in str(place) or str(place).startswith(
        ("redis:", "rediss:")
    )  # not the name of a folder


def open_cache(place: str | Path) -> DiskCache | RedisCache:
    """Open a cache: in a folder, for this user only, or on a Redis, for everyone with its address.

    Raises:
        OSError: the folder cannot be made or written; the message says what to do.
        CacheAddressError, ModuleNotFoundError: as `RedisCache`.
    """
    if _is_address(place):
        return RedisCache(str(place))
    try:
        return DiskCache(place)
    except (OSError, sqlite3.OperationalError) as exc:
        reason = getattr(exc, "strerror", None) or exc
        raise OSError(
            f"The cache cannot use the folder {place} ({reason}). Choose a writable folder: "
            "ESI_CACHE_DIR in the environment, or Esi(cache=...)."
        ) from exc


def _passing(exc: Exception) -> bool:
    """Return True if an error is temporary: the database is locked, or the disk is full."""
    foreign = ("no such table", "no such column", "has no column", "already exists")
    return isinstance(exc, sqlite3.OperationalError) and not any(
        words in str(exc) for words in foreign
    )


def _move_aside(folder: Path, exc: Exception) -> None:
    """Rename the database of a folder and delete the value files that it named."""
    aside = f"cache.db.broken-{time.time_ns()}"
    for ending in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            (folder / f"cache.db{ending}").rename(folder / f"{aside}{ending}")
    for path in folder.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*.val"):
        path.unlink(missing_ok=True)
    logger.warning("The cache in %s was damaged (%s); its database was renamed to %s",
                   folder, exc, aside)  # fmt: skip
