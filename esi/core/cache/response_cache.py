"""Look up and store responses in a cache.

Any cache may fail: the failure is logged, and the call continues without the cache.
"""

from __future__ import annotations

import logging
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from esi.core.cache import listing as listings
from esi.core.cache import policy
from esi.core.cache.policy import CacheMode
from esi.core.cache.protocol import forgiving, read_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from esi.core.cache.listing import ListingEntry
    from esi.core.cache.policy import Stored
    from esi.core.cache.protocol import Cache
    from esi.core.config import Config
    from esi.core.http.messages import Request, Response

logger = logging.getLogger("esi.core")

# Requests per look-up: each look-up in a cache on disk yields the interpreter to the fetching
# threads, and waits to get it back.
_LOOK_UP_TOGETHER = 50


@dataclass(frozen=True, slots=True)
class CacheLookup:
    """Request and its cached response: `stored`, and as `response` if it needs no request.

    `key` is empty if the response must not be cached, `token` is the hash of its token.
    """

    request: Request
    key: str
    token: str
    stored: Stored | None
    response: Response | None
    mode: CacheMode


class CacheEntry(NamedTuple):
    """Response to write to the cache; `listing` is the key of its listing's entry."""

    key: str
    operation: str
    stored: Stored
    listing: str = ""


class ResponseCache:
    """Responses in a cache (None stores nothing), and responses waiting to be written to it."""

    def __init__(self, cache: Cache | None) -> None:
        self.cache = cache
        self._unwritten: dict[str, CacheEntry] = {}

    @property
    def keeps_listings(self) -> bool:
        """True if the cache keeps entries of whole listings."""
        return getattr(self.cache, "listings", False) is True

    def look_up(
        self,
        requests: Iterable[Request],
        mode: CacheMode,
        config: Config,
        clock: Callable[[], float],
        *,
        stale_if_error: bool = False,
    ) -> Iterator[CacheLookup]:
        """Look requests up, some fifty in one round trip; yield the results in order."""
        keeps, offline, serves = config.cache_response, config.offline, mode is CacheMode.DEFAULT
        reads = mode is not CacheMode.RELOAD or offline or stale_if_error
        requests = iter(requests)
        while together := list(islice(requests, _LOOK_UP_TOGETHER)):
            keys = [policy.lookup_key(request) if keeps else "" for request in together]
            tokens = [policy.token_hash(request) for request in together]
            known = self.stored([key for key in keys if key]) if reads else {}
            now = clock()
            for request, key, token in zip(together, keys, tokens, strict=True):
                stored = known.get(key)
                response = None
                if stored and (offline or (serves and stored.fresh(token, now))):
                    response = stored.response
                if stored and stored.response.status != 200:
                    stored = None  # a cached refusal cannot be revalidated
                yield CacheLookup(request, key, token, stored, response, mode)

    def stored(self, keys: list[str]) -> dict[str, Stored]:
        """Return the responses of those keys that have one."""
        found = {key: policy.unpack(value) for key, value in self.read(keys).items()}
        if self._unwritten:
            found |= {key: self.held(key) or found.get(key) for key in keys}
        return {key: stored for key, stored in found.items() if stored}

    def read(self, keys: list[str]) -> dict[str, Any]:
        """Return the values of keys; none if the cache fails. A missing value may be None."""
        if self.cache is not None and keys:
            with forgiving(logger):
                return read_many(self.cache, keys)
        return {}

    def expires_at(self, request: Request) -> float | None:
        """Return when the cached response to a request expires, None if there is none."""
        stored = self.stored([policy.key(request)])
        return next((each.expires_at for each in stored.values()), None)

    def hold(self, entry: CacheEntry) -> None:
        """Serve a response to this process until `write` has written it."""
        self._unwritten[entry.key] = entry

    def held(self, key: str) -> Stored | None:
        """Return the response of a key that is still to be written."""
        entry = self._unwritten.get(key)
        if entry is None:
            return None
        stored = entry.stored
        response = replace(stored.response, from_cache=True, requests=0, transferred=0, tokens=0)
        return replace(stored, response=response)

    def is_held(self, entry: CacheEntry) -> bool:
        """Return True unless an entry was deleted, or replaced by a later one."""
        return self._unwritten.get(entry.key) is entry

    def write(self, entries: Iterable[CacheEntry]) -> None:
        """Write responses; in one transaction if the cache has transactions."""
        entries = list(entries)
        cache: Any = self.cache
        if cache is not None and entries:
            with forgiving(logger), getattr(cache, "transact", nullcontext)():
                tagged = hasattr(cache, "tag_index")  # it lists and deletes by operation
                for key, operation, stored, _ in entries:
                    lifetime = max(stored.expires_at - stored.stored_at, 0)
                    seconds = int(lifetime + policy.KEEP_AFTER_EXPIRY)
                    tag = {"tag": operation} if operation and tagged else {}
                    cache.set(key, policy.pack(stored), seconds, **tag)
                for key in {entry.listing for entry in entries if entry.listing}:
                    cache.set(key, b"", 0)  # it described the old pages
        for entry in entries:
            if self.is_held(entry):
                self._unwritten.pop(entry.key, None)

    def delete(self, request: Request) -> None:
        """Delete the response to a request."""
        self._unwritten.pop(policy.key(request), None)
        if self.cache is not None:
            with forgiving(logger):
                self.cache.delete(policy.key(request))
                if self.keeps_listings:
                    self.cache.delete(policy.listing_key(request))

    def find_listing(self, request: Request, now: float) -> ListingEntry | None:
        """Return the entry of a listing; return None unless all of its pages are fresh."""
        found = None
        if self.keeps_listings:
            key = policy.listing_key(request)
            found = listings.unpack(self.read([key]).get(key))
        return found if found and now < found.expires_at else None

    def keep_listing(self, request: Request, listing: ListingEntry, now: float) -> None:
        """Write the entry of a listing, after those pages that are not written yet."""
        if self.cache is not None and self.keeps_listings:
            key = policy.listing_key(request)
            # Written later, a page would delete the entry.
            self.write([each for each in list(self._unwritten.values()) if each.listing == key])
            seconds = listing.expires_at - now
            with forgiving(logger):
                self.cache.set(key, listings.pack(listing), seconds)
