"""Protocol of a cache, and what happens when one fails."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterator


class CacheAwayError(Exception):
    """Cache that is unavailable for a while and has already logged it."""


class Cache(Protocol):
    """Methods that a cache must have. Django's caches and `diskcache.Cache` fit.

    All parameters are positional. A cache may offer more: `get_many` reads several keys at once,
    `tag_index` means that `set` accepts `tag=`, `transact()` groups writes, `lock(name, seconds)`
    together with `shares_flights = True` returns a lock for all machines that share the cache
    (see `esi.core.cache.single_flight`), and `away` is True while the cache is unavailable and
    raises `CacheAwayError`.
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
