"""Define the protocol of a cache, and replace a failing one in memory for the limiter."""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

logger = logging.getLogger("esi.core")

_MAX_KEYS = 20_000  # in memory
_REST_SECONDS = 30  # before a failed cache is tried again
_PARTS = 8  # of a budget; a process that cannot see the others takes one of them


class CacheAwayError(Exception):
    """Cache that is unavailable for a while and has already logged it."""


class Cache(Protocol):
    """Methods that a cache must have. Django's caches and `diskcache.Cache` fit.

    All parameters are positional. A cache may offer more: `get_many` reads several keys at once;
    with `tag_index`, `set` accepts `tag=`; `listings = True` adds entries of whole listings
    (`esi.core.cache.listing`); `transact()` groups writes; `lock(name, seconds)` with
    `shares_flights = True` serves `esi.core.cache.single_flight`; `away` is True while the cache
    is unavailable and raises `CacheAwayError`.
    """

    def get(self, key: str, /) -> bytes | int | None:
        """Return the value, or None."""

    def set(self, key: str, value: bytes | int, seconds: float | None, /) -> object:
        """Store a value for some seconds; None stores it without end."""

    def add(self, key: str, value: bytes | int, seconds: float | None, /) -> object:
        """Store a value unless the key has one; return True if it was stored."""

    def delete(self, key: str, /) -> object:
        """Delete a key."""


@contextmanager
def forgiving(logger: logging.Logger) -> Iterator[None]:
    """Keep a failing cache from failing the call; log the failure once."""
    try:
        yield
    except CacheAwayError:
        pass
    except Exception as exc:  # noqa: BLE001 - any backend, any error
        logger.warning("The cache failed (%s); going on without it", failure(exc))


def failure(exc: Exception) -> str:
    """Describe the failure of a cache; a server's message may contain its address and password."""
    local = isinstance(exc, OSError) or type(exc).__module__ == "sqlite3"
    return f"{type(exc).__name__}: {exc}" if local else type(exc).__name__


def read_many(cache: Any, keys: list[str]) -> dict[str, Any]:
    """Return the values of keys, in one round trip if the cache has `get_many`.

    The value of a missing key may be None. Any value may be another program's.
    """
    get_many = getattr(cache, "get_many", None) if len(keys) > 1 else None
    found: Any = get_many(keys) if get_many else {key: cache.get(key) for key in keys}
    return found if isinstance(found, dict) else {}


class MemoryCache:
    """Cache of one process, without a lock. Values never expire: keys contain their time."""

    alone = False  # no other process shares it

    def __init__(self) -> None:
        self._values: dict[str, list[bytes | int]] = {}  # each in a list of its own

    def get(self, key: str, /) -> bytes | int | None:
        """Return the value, or None."""
        found = self._values.get(key)
        return found[0] if found else None

    def get_many(self, keys: list[str], /) -> dict[str, bytes | int]:
        """Return the values of those keys that have one."""
        return {key: found[0] for key in keys if (found := self._values.get(key))}

    def set(self, key: str, value: bytes | int, seconds: float | None, /) -> None:  # noqa: ARG002
        """Store a value."""
        self._values[key] = [value]

    def add(self, key: str, value: bytes | int, seconds: float | None, /) -> bool:  # noqa: ARG002
        """Store a value unless the key has one; return True if it was stored."""
        if len(self._values) > _MAX_KEYS:
            for old in list(self._values)[: _MAX_KEYS // 2]:
                self._values.pop(old, None)
        added: list[bytes | int] = [value]
        return self._values.setdefault(key, added) is added

    def delete(self, key: str, /) -> None:
        """Delete a key."""
        self._values.pop(key, None)


class SharedCache:
    """Cache of several processes, replaced by one in memory while it fails.

    `alone` is True during that time. `parts` is the number of parts that a budget is then divided
    into: 1, or more for a cache on another machine, which other processes have lost too.
    """

    def __init__(self, cache: Cache) -> None:
        self.alone = False
        # The type, because an attribute of Django's proxy would open its cache.
        self.parts = _PARTS if hasattr(type(cache), "away") else 1
        self._cache = cache
        self._memory = MemoryCache()
        self._rests_until = 0.0

    def recover(self) -> bool:
        """Return True if the cache failed and is available again; `alone` ends then."""
        if not self.alone or time.monotonic() < self._rests_until:
            return False
        if getattr(self._cache, "away", False):
            return False
        self.alone = False
        self._memory = MemoryCache()
        return True

    def get_many(self, keys: list[str], /) -> dict[str, Any]:
        """Return the values of keys."""
        found: dict[str, Any] = self._use(lambda cache: read_many(cache, keys))
        return found

    def __getattr__(self, name: str) -> Any:
        def call(*args: Any) -> Any:
            return self._use(lambda cache: getattr(cache, name)(*args))

        setattr(self, name, call)
        return call

    def _use(self, call: Callable[[Any], Any]) -> Any:
        if not self.alone:
            try:
                return call(self._cache)
            except CacheAwayError:
                self.alone = True
            except Exception as exc:  # noqa: BLE001 - any backend, any error
                self.alone = True
                self._rests_until = time.monotonic() + _REST_SECONDS
                logger.warning(
                    "The shared cache is unavailable (%s); tracking limits in this process only "
                    "for %d s",
                    failure(exc),
                    _REST_SECONDS,
                )
        return call(self._memory)
