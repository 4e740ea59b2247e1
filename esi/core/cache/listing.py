"""Describe a whole listing in one cache entry, which tells whether all of its pages are fresh.

The responses of the pages have entries of their own. Writing one of them deletes the entry of the
listing, so this entry always describes the pages in the cache.
"""

from __future__ import annotations

import msgspec


class ListingEntry(msgspec.Struct, frozen=True):
    """Facts about the pages of a listing that is one snapshot.

    Attributes:
        expires_at: when the first page expires, in seconds since the epoch.
        pages: number of pages.
        size: bytes of all bodies, as transferred.
        digest: SHA-256 of the bodies, as hexadecimal digits.
        headers: headers of the last page; names in lower case.
    """

    expires_at: float
    pages: int
    size: int
    digest: str
    headers: dict[str, str]


_decode = msgspec.json.Decoder(ListingEntry).decode


def pack(listing: ListingEntry) -> bytes:
    """Serialise an entry."""
    return msgspec.json.encode(listing)


def unpack(data: object) -> ListingEntry | None:
    """Read what `pack` wrote; return None for anything else."""
    if not isinstance(data, bytes):
        return None
    try:
        return _decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
