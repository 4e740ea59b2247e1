"""Look up a listing whose pages are all fresh with one read of the cache instead of one per page.

The listing's entry has the digest of the pages, which identifies their cached frame. Without such a
frame, the pages are read after all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi.core.cache.listing import ListingEntry
from esi.core.http.messages import Response
from esi.core.paging.pages import numbered
from esi.core.paging.snapshot import Snapshot
from esi_data.frames import frame_cache
from esi_data.operation import paging

if TYPE_CHECKING:
    from esi.core.client.future import CachingHttpFuture
    from esi.core.http.messages import Options

_LANGUAGE = "content-language"


def find(
    future: CachingHttpFuture, language: str | None, options: Options
) -> tuple[Snapshot, ListingEntry] | None:
    """Return the snapshot of a listing whose pages are all fresh, without their bodies.

    Return None if the cache has no such entry, or if a callback or an option needs each page.
    """
    engine = future.engine
    config = engine.config()
    reads = options.ignore_cache or options.strict or options.max_pages or options.progress
    if reads or config.offline or not config.cache_response or engine.on_request:
        return None
    if not engine.responses.keeps_listings or paging(future.operation) != "pages":
        return None
    request = numbered(future.future.plain(future.operation, language), 1)
    listing = engine.responses.find_listing(request, engine.clock())
    if listing is None:
        return None
    last = Response(200, listing.headers, from_cache=True, expires_at=listing.expires_at)
    date = listing.headers.get("last-modified")
    known = Snapshot([last], last_modified=date, requested=[request], pages=listing.pages)
    return known, listing


def is_known(future: CachingHttpFuture, snapshot: Snapshot, options: Options) -> bool:
    """Return True if a snapshot is a complete listing whose pages are fresh in the cache."""
    engine, responses = future.engine, snapshot.responses
    now = engine.clock()
    return (
        engine.responses.keeps_listings
        and len(responses) > 1
        and options.max_pages is None
        and snapshot.consistent
        and not snapshot.stale
        and all(now < response.expires_at for response in responses)
        and len({response.headers.get(_LANGUAGE) for response in responses}) == 1
    )


def keep(future: CachingHttpFuture, snapshot: Snapshot, size: int, digest: bytes) -> None:
    """Write the entry of a listing if it is large enough for its frame to be cached."""
    if size < frame_cache.WORTHWHILE:
        return
    engine, responses = future.engine, snapshot.responses
    listing = ListingEntry(
        min(response.expires_at for response in responses),
        len(responses),
        size,
        digest.hex(),
        responses[-1].headers,
    )
    engine.responses.keep_listing(snapshot.requested[0], listing, engine.clock())
