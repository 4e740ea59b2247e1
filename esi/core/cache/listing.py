"""Entry of a whole listing in a cache: one look says whether all of its pages are fresh.

It stands beside the responses of the pages. Whoever writes one of these deletes it, so an entry
describes the pages as the cache has them.
"""

from __future__ import annotations

import msgspec


class ListingEntry(msgspec.Struct, frozen=True):
    """Pages of a listing that is one snapshot, without their bodies.

    Attributes:
        expires_at: when the first of them expires, in seconds since the epoch.
        pages: their number.
        size: bytes of all bodies, as transferred.
        digest: SHA-256 of the bodies, as hexadecimal digits.
        headers: of the last page; names in lower case.
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
