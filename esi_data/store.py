"""Where answers are kept between runs: a folder that holds data and never code.

`diskcache` pickles what it has no plain form for, and unpickles what it finds. Ours keeps text,
bytes and numbers and refuses the rest, so a file planted in the folder is reported, not run.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import diskcache
import platformdirs

logger = logging.getLogger("esi_data")

SIZE_LIMIT = 2 * 1024**3  # bytes; the oldest answers leave first
_PICKLE = 4  # diskcache.core.MODE_PICKLE, spelled out since it is not exported


class PlainDisk(diskcache.Disk):
    """diskcache's storage without its pickles. Keys are text, values bytes, text or numbers."""

    def put(self, key: Any) -> tuple[Any, bool]:
        """Return the database's form of a key.

        Raises:
            TypeError: the key is no text.
        """
        if not isinstance(key, str):
            raise TypeError(f"keys of this cache are text, not {type(key).__name__}")
        return key, True

    def get(self, key: Any, raw: bool) -> Any:
        """Return a key out of the database's form.

        Raises:
            ValueError: it is a pickle, which nothing of ours wrote.
        """
        if not raw:
            raise ValueError("a pickled key in the cache folder was refused")
        return key

    def store(self, value: Any, read: bool, key: Any = diskcache.UNKNOWN) -> Any:
        """Keep a value.

        Raises:
            TypeError: it has no plain form.
        """
        if not isinstance(value, bytes | str | int | float):
            raise TypeError(f"this cache keeps no {type(value).__name__}")
        return super().store(value, read, key=key)

    def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> Any:
        """Return a value.

        Raises:
            ValueError: it is a pickle, which nothing of ours wrote.
        """
        if mode == _PICKLE:
            raise ValueError("a pickled value in the cache folder was refused")
        return super().fetch(mode, filename, value, read)


def default_folder() -> Path:
    """The user's cache folder for this toolkit."""
    return Path(platformdirs.user_cache_path("esi-toolkit"))


def open_cache(folder: str | Path) -> diskcache.Cache:
    """Open the cache in a folder, for this user alone.

    A folder whose database cannot be read is moved aside and begun anew: it is only a cache.

    Raises:
        OSError: the folder cannot be made or written.
    """
    folder = Path(folder).expanduser()
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(OSError):  # not ours to change on a shared disk
        folder.chmod(0o700)
    try:
        return diskcache.Cache(
            str(folder), disk=PlainDisk, size_limit=SIZE_LIMIT, disk_min_file_size=2**20
        )
    except (sqlite3.DatabaseError, ValueError) as exc:
        aside = folder.with_name(f"{folder.name}.broken")
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
        logger.warning("The cache in %s was unreadable (%s); moved to %s", folder, exc, aside)
        folder.mkdir(mode=0o700)
        return diskcache.Cache(
            str(folder), disk=PlainDisk, size_limit=SIZE_LIMIT, disk_min_file_size=2**20
        )
