"""Assume that responses can be kept, revalidated and told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi._header_values import timestamp
from esi.core.doctor.assumptions.shapes import compare, header, header_finding, status
from esi.core.doctor.check import Finding, verdict

if TYPE_CHECKING:
    from esi.core.http.messages import Response

_VARY = {"accept-language", "x-compatibility-date", "x-tenant"}


def _last_modified(orders: Response) -> Finding:
    def holds(text: str) -> bool:
        built, sent = timestamp(text), timestamp(orders.headers.get("date"))
        return built is not None and (sent is None or built <= sent + 1)

    return header_finding(orders, "last-modified", holds)


def _lifetime(orders: Response) -> Finding:
    if "max-age" in orders.headers.get("cache-control", ""):
        return Finding("ok", f"cache-control: {orders.headers['cache-control']}")

    def holds(text: str) -> bool:
        expires, sent = timestamp(text), timestamp(orders.headers.get("date"))
        return expires is not None and (sent is None or expires >= sent)

    return header_finding(orders, "expires", holds)


def _revalidated(by_etag: Response) -> Finding:
    found = f"status {by_etag.status}, {len(by_etag.wire)} bytes"
    return verdict(by_etag.status == 304 and not by_etag.wire, found)


CHECKS = [
    header(
        "cache.etag",
        "Do responses have an ETag?",
        "orders",
        "etag",
        lambda text: text.removeprefix("W/")[:1] == text[-1:] == '"',
        expected="a text in quotation marks",
        mend="Expired responses are transferred again even if nothing has changed.",
    ),
    compare(
        "cache.last_modified",
        "Do pages say when the API built them?",
        ("orders",),
        _last_modified,
        expected="Last-Modified, not later than Date",
        mend="Programs can no longer tell whether pages form one snapshot.",
    ),
    compare(
        "cache.lifetime",
        "Do responses say how long they are fresh?",
        ("orders",),
        _lifetime,
        expected="`Cache-Control: max-age`, or `Expires` later than Date",
        mend="The document's lifetimes apply instead; requests may be sent too early.",
    ),
    compare(
        "cache.revalidated",
        "Does an ETag save the transfer?",
        ("by_etag",),
        _revalidated,
        expected="status 304 to If-None-Match, without a body",
        mend="Every expired response is transferred again and costs twice the tokens.",
        any_status=True,
    ),
    status(
        "cache.modified_since",
        "Does If-Modified-Since save the transfer?",
        "by_date",
        304,
        mend="Programs that send it transfer unchanged responses again.",
    ),
    header(
        "cache.vary",
        "On which headers do responses depend?",
        "type",
        "vary",
        lambda text: {each.strip() for each in text.lower().split(",")} >= _VARY,
        expected="Accept-Language, X-Compatibility-Date and X-Tenant in Vary",
        mend="A proxy cache may return a response in another language, or of another date.",
    ),
]
