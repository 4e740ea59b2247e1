"""Requests that may be sent twice without harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from esi.core.http.messages import Request

# POST routes that only read data.
_READING_POSTS = (
    "/universe/names",
    "/universe/ids",
    "/characters/affiliation",
    "/assets/names",
    "/assets/locations",
    "/cspa",
)


def repeatable(request: Request, fault: Exception | None) -> bool:
    """Return True if a request may be sent again after a fault.

    It may if it changes nothing twice, or if it never reached the server.
    """
    refused = getattr(fault, "refused", False)
    return request.method != "POST" or only_reads("POST", request.url) or refused


def only_reads(method: str, path: str) -> bool:
    """Return True if a request changes nothing: a GET, or a POST that only reads data."""
    path = path.rstrip("/")
    return method == "GET" or (
        method == "POST" and (path.endswith(_READING_POSTS) or "/route/" in path)
    )
