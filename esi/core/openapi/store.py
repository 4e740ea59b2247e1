"""Where the API's document is kept between processes, split: a file of a folder, else the cache."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import platformdirs

from esi import __version__
from esi.core.atomic_write import SUFFIX, atomic_write
from esi.core.cache.protocol import forgiving
from esi.core.openapi.document import SplitDocument

if TYPE_CHECKING:
    from esi.core.engine.engine import Engine

logger = logging.getLogger("esi.core")

# Seconds after which a document is dropped that was not renewed, when another one is kept.
_KEPT = 90 * 24 * 3600
_KEPT_LOCAL = 24 * 3600
_LOCAL = ("document-127-0-0-1-", "document-localhost-")


class DocumentStore:
    """Where the split document of one API, date and server is kept between processes."""

    def __init__(self, engine: Engine, api_url: str, date: str, what: str) -> None:
        parts = [api_url, date, what, __version__]
        name = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
        host = "".join(c if c.isalnum() else "-" for c in urlsplit(api_url).netloc)
        self.engine = engine
        self.key = f"esi_document_{name}"
        given = engine.config().cache_dir
        folder = platformdirs.user_cache_path("esi-toolkit") if given is None else given
        self.path = Path(folder) / f"document-{host}-{date}-{name}.jsonl" if folder else None

    def read(self, max_age: float | None) -> bytes | None:
        """What is kept and at most `max_age` seconds old (None: of any age), or None."""
        if self.path:
            try:
                age = self.engine.clock() - self.path.stat().st_mtime
                data = self.path.read_bytes()
            except OSError:
                pass  # not there: the cache may have it
            else:
                fresh = max_age is None or age < max_age
                return self._sound(data) if fresh else None
        data = self._cache("get", self.key)
        return self._sound(data) if isinstance(data, bytes) else None

    def write(self, data: bytes) -> None:
        """Keep a document; a folder that cannot be written leaves it to the cache."""
        if self.path:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                with atomic_write(self.path, mode=0o600) as file:
                    file.write(data)
                self._sweep(self.path.parent)
            except OSError as exc:
                logger.warning(
                    "%s cannot be written (%s), so the API's document is kept among the answers. "
                    "Name another folder: ESI_CACHE_DIR.",
                    self.path.parent,
                    exc.strerror,
                )
            else:
                return
        self._cache("set", self.key, data, self.engine.config().spec_cache_duration)

    def _sweep(self, folder: Path) -> None:
        """Drop documents that nobody has renewed for long, and what a killed process left.

        One in use is renewed each day. Those of servers on this machine (sandboxes, whose ports
        change) are dropped sooner.
        """
        duration = self.engine.config().spec_cache_duration
        for path in [*folder.glob("document-*.jsonl"), *folder.glob(f"*{SUFFIX}")]:
            lasting = path.suffix == ".jsonl" and not path.name.startswith(_LOCAL)
            keep = max(_KEPT if lasting else _KEPT_LOCAL, duration)
            with contextlib.suppress(OSError):  # another process was faster, or it is another's
                if path.stat().st_mtime < time.time() - keep:
                    path.unlink()

    def _cache(self, method: str, *args: Any) -> Any:
        if self.engine.cache is None:
            return None
        with forgiving(logger):
            return getattr(self.engine.cache, method)(*args)
        return None

    @staticmethod
    def _sound(data: bytes) -> bytes | None:
        """The bytes, when they are a split document of this release."""
        try:
            SplitDocument(data)
        except ValueError:
            return None
        return data
