"""Record the ETags of the responses that callers have, in the cache that a site's processes share.

A record identifies the last response to a call; the same response again is "unchanged". It outlives
the response itself, whose body may not be in the cache at all.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

import msgspec

from esi.core.cache.protocol import forgiving, read_many

if TYPE_CHECKING:
    from esi.core.cache.protocol import Cache

logger = logging.getLogger("esi.core")

ETAG_EXPIRY = 7 * 24 * 3600  # seconds that a record is kept

# Caches cannot list their keys, so records have a generation, and a purge starts the next one.
_GENERATION = "esi_etags_generation"
_COUNT = "esi_etags_count"


class EtagRecord(msgspec.Struct, frozen=True):
    """ETags of a response's pages, in order, and the headers of the last one.

    `expires_at` is when the response expires, in seconds since the epoch.
    """

    etags: list[str]
    headers: dict[str, str]
    expires_at: float
    generation: int = 0


_decode = msgspec.json.Decoder(EtagRecord).decode


class EtagStore:
    """Records in a cache; without a cache, or while it fails, there are none."""

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache

    def get(self, key: str) -> EtagRecord | None:
        """Return the record under a key."""
        found: dict[str, Any] = {}
        if self._cache is not None:
            with forgiving(logger):
                found = read_many(self._cache, [_GENERATION, key])
        data = found.get(key)
        if not isinstance(data, bytes):
            return None
        try:
            record = _decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        return record if record.generation == _integer(found.get(_GENERATION)) else None

    def put(self, key: str, record: EtagRecord, *, new: bool) -> None:
        """Store a record; `new` if there was none under this key."""
        cache: Any = self._cache
        if cache is None:
            return
        with forgiving(logger):
            record = msgspec.structs.replace(record, generation=_integer(cache.get(_GENERATION)))
            cache.set(key, msgspec.json.encode(record), ETAG_EXPIRY)
            if new and not cache.add(_COUNT, len(record.etags), ETAG_EXPIRY):
                cache.incr(_COUNT, len(record.etags))

    def delete(self, key: str) -> None:
        """Delete a record."""
        if self._cache is not None:
            with forgiving(logger):
                self._cache.delete(key)

    def purge(self) -> int:
        """Forget all records; return the number of their ETags, as far as the cache knows it."""
        cache: Any = self._cache
        if cache is None:
            return 0
        forgotten = 0
        with forgiving(logger):
            forgotten = _integer(cache.get(_COUNT))
            cache.set(_GENERATION, time.time_ns(), None)
            cache.delete(_COUNT)
        return forgotten


def _integer(value: object) -> int:
    return value if type(value) is int else 0
