"""Assume that numbered pages can be counted, and compared as one snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi._header_values import number
from esi.core.doctor.assumptions.shapes import compare, header, status
from esi.core.doctor.check import Finding, Unknown, verdict

if TYPE_CHECKING:
    from esi.core.http.messages import Response

_TURNED_OVER = "the cache has turned over between the requests"


def _default(orders: Response, default: Response) -> Finding:
    if orders.headers.get("last-modified") != default.headers.get("last-modified"):
        raise Unknown(_TURNED_OVER)
    tags = orders.headers.get("etag"), default.headers.get("etag")
    if tags == (None, None):
        raise Unknown("the responses have no ETag")
    return verdict(tags[0] == tags[1], f"{tags[0]} and {tags[1]}")


def _snapshot(orders: Response, second: Response) -> Finding:
    times = [each.headers.get("last-modified") for each in (orders, second)]
    expires = [each.headers.get("expires") for each in (orders, second)]
    if times[0] != times[1] and expires[0] != expires[1]:
        raise Unknown(_TURNED_OVER)
    return verdict(times[0] == times[1], f"{times[0]} and {times[1]}")


CHECKS = [
    header(
        "pages.count",
        "Do listings say how many pages they have?",
        "orders",
        "x-pages",
        number,
        expected="X-Pages, 1 or more",
        mend="Only the first page of each listing is fetched.",
    ),
    compare(
        "pages.default",
        "Does a request without `page` return page 1?",
        ("orders", "orders_default"),
        _default,
        expected="the same ETag",
        mend="Calls without `page` start somewhere else.",
    ),
    compare(
        "pages.snapshot",
        "Do the pages of a listing have the same Last-Modified?",
        ("orders", "orders_2"),
        _snapshot,
        expected="the same time on pages 1 and 2",
        mend="Each pull of several pages is fetched again and reported as inconsistent.",
    ),
    status(
        "pages.end",
        "Does the API refuse a page beyond the end?",
        "beyond",
        404,
        mend="A listing that has become shorter gets empty pages.",
    ),
]
