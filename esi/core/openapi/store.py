"""Store the API's split document between processes: in a file, else in the cache."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from esi import __version__
from esi.core.atomic_write import SUFFIX, atomic_write
from esi.core.cache.protocol import forgiving
from esi.core.folders import expanded, user_folder
from esi.core.openapi import turns
from esi.core.openapi.document import SplitDocument

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from esi.core.engine.engine import Engine

logger = logging.getLogger("esi.core")

# Seconds after which a document that was not renewed is deleted, when another one is stored.
_MAX_AGE = 90 * 24 * 3600
_MAX_AGE_LOCAL = 24 * 3600
_LOCAL = ("document-127-0-0-1-", "document-localhost-")


class DocumentStore:
    """Store of the split document of one API, date and server."""

    def __init__(self, engine: Engine, api_url: str, date: str, source: str) -> None:
        parts = [api_url.rstrip("/"), date, source]
        name = hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:16]
        about = _plain(f"{urlsplit(api_url).netloc}-{date}")
        self.engine = engine
        self.key = f"esi_document_{name}_{__version__}"  # releases translate differently
        self._name = f"document-{about}-{name}"
        folder = _folder(engine.config().cache_dir)
        self.path = folder / f"{self._name}-{_plain(__version__)}.jsonl" if folder else None

    def read(self, max_age: float | None) -> bytes | None:
        """Return the stored document unless it is older than `max_age` seconds (None: any age)."""
        age = self.age()
        if self.path and age is not None:
            with contextlib.suppress(OSError):  # deleted meanwhile: the cache may have it
                data = self.path.read_bytes()
                return self._validated(data) if max_age is None or age < max_age else None
        data = self._cache("get", self.key)
        return self._validated(data) if isinstance(data, bytes) else None

    def age(self) -> float | None:
        """Return the age of the document's file in seconds; None without a file."""
        try:
            return self.engine.clock() - self.path.stat().st_mtime if self.path else None
        except OSError:
            return None

    def read_of_earlier_release(self) -> bytes | None:
        """Return the newest document that another release of the toolkit stored in the folder."""
        if self.path is None:
            return None
        found = []
        for path in self.path.parent.glob(f"{self._name}-*.jsonl"):
            with contextlib.suppress(OSError):  # deleted meanwhile
                found.append((path.stat().st_mtime, path.read_bytes()))
        valid = (self._validated(data) for _, data in sorted(found, reverse=True))
        return next((data for data in valid if data), None)

    def write(self, data: bytes) -> None:
        """Store a document, in the cache if the folder is not writable."""
        if self.path:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                with atomic_write(self.path, mode=0o600) as file:
                    file.write(data)
                self._sweep(self.path.parent)
            except OSError as exc:
                logger.warning(
                    "%s cannot be written (%s), so the API's document is stored in the cache. "
                    "Choose another folder: ESI_CACHE_DIR.",
                    self.path.parent,
                    exc.strerror,
                )
            else:
                return
        self._cache("set", self.key, data, self.engine.config().spec_cache_duration)

    def turn(self, longest: float) -> AbstractContextManager[bool]:
        """Return the turn to fetch the document, for which a block waits `longest` seconds."""
        return turns.turn(self.path, self.engine.cache, self.key, longest)

    def clear(self) -> int:
        """Delete this document and the files of all others of its API; return their number."""
        deleted = 0
        if self.path:
            about = _plain(urlsplit(self.engine.config().api_url).netloc)
            for path in self.path.parent.glob(f"document-{about}-*.jsonl"):
                path.unlink(missing_ok=True)
                deleted += 1
        if isinstance(self._cache("get", self.key), bytes):
            self._cache("delete", self.key)
            deleted += 1
        return deleted

    def _sweep(self, folder: Path) -> None:
        """Delete documents that were not renewed for long, and files of killed processes.

        A document in use is renewed every day. Those of local servers (sandboxes, whose ports
        change) are deleted sooner.
        """
        duration = self.engine.config().spec_cache_duration
        finished, unfinished = folder.glob("document-*.jsonl"), folder.glob(f"*{SUFFIX}")
        for path in [*finished, *unfinished, *folder.glob(f"document-*{turns.SUFFIX}")]:
            lasting = path.suffix == ".jsonl" and not path.name.startswith(_LOCAL)
            keep = max(_MAX_AGE if lasting else _MAX_AGE_LOCAL, duration)
            with contextlib.suppress(OSError):  # deleted meanwhile, or another user's
                if path.stat().st_mtime < time.time() - keep:
                    path.unlink()

    def _cache(self, method: str, *args: Any) -> Any:
        if self.engine.cache is None:
            return None
        with forgiving(logger):
            return getattr(self.engine.cache, method)(*args)
        return None

    @staticmethod
    def _validated(data: bytes) -> bytes | None:
        """Return the bytes if they are a split document of this release."""
        try:
            SplitDocument(data)
        except ValueError:
            return None
        return data


def _folder(given: str | None) -> Path | None:
    """Return the folder of documents; None if the user has no cache folder, or disabled it."""
    if given is None:
        return user_folder("cache")
    return expanded(given) if given else None


def _plain(text: str) -> str:
    """Return a text as a part of a file's name."""
    return "".join(letter if letter.isalnum() else "-" for letter in text)
