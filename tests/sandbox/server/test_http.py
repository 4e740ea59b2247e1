"""HTTP of the live API: caching, dates, tenants, errors, gzip."""

import gzip
from email.utils import parsedate_to_datetime

import pytest

from tests.sandbox.conftest import CHIEF, NEWEST

ORDERS = "/markets/10000043/orders"


def seconds(answer, name):
    return parsedate_to_datetime(answer.headers[name]).timestamp()


def test_older_route_sends_only_expires(call):
    """Older routes send `Expires`, five minutes after they were built."""
    answer = call.get(ORDERS)
    assert answer.headers["Cache-Control"] == "public"
    assert seconds(answer, "Expires") - seconds(answer, "Last-Modified") == 300


def test_newer_route_sends_max_age_too(call, esi_sandbox):
    """Newer routes count down the remaining seconds."""
    assert call.get("/status").headers["Cache-Control"] == "public, max-age=30"
    esi_sandbox.clock.advance(12)
    answer = call.get("/status")
    assert answer.headers["Cache-Control"] in {"public, max-age=18", "public, max-age=19"}
    assert answer.headers["X-ESI-Cache-Status"] == "HIT"


def test_daily_route_expires_at_five_past_eleven(call):
    """Static data expires with the daily downtime."""
    expires = parsedate_to_datetime(call.get("/universe/types/34").headers["Expires"])
    assert (expires.hour, expires.minute, expires.second) == (11, 5, 0)


def test_event_based_listing_has_no_expiry(call):
    """Listings that are updated by events have no `Expires`."""
    answer = call.at(NEWEST).get("/paragon-hub/skinr")
    assert "Expires" not in answer.headers
    assert answer.headers["ETag"]


@pytest.mark.parametrize("path", [ORDERS, "/status", "/universe/types/34"])
def test_matching_etag_gives_304(call, path):
    """If-None-Match with the current ETag gives an empty 304 with the headers of the response."""
    first = call.get(path)
    again = call.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    for name in ("ETag", "Last-Modified", "Expires"):
        assert again.headers[name] == first.headers[name]
    assert call.get(path, headers={"If-None-Match": '"else"'}).status_code == 200


def test_if_modified_since_gives_304(call, esi_sandbox):
    """If-Modified-Since is used only without If-None-Match."""
    first = call.get(ORDERS)
    since = {"If-Modified-Since": first.headers["Last-Modified"]}
    assert call.get(ORDERS, headers=since).status_code == 304
    assert call.get(ORDERS, headers=since | {"If-None-Match": '"else"'}).status_code == 200
    esi_sandbox.clock.advance(301)
    assert call.get(ORDERS, headers=since).status_code == 200


def test_304_without_cache_headers(call, esi_sandbox):
    """Some real 304 responses have no cache headers; a switch does the same."""
    esi_sandbox.faults.plain_304 = True
    tag = call.get("/status").headers["ETag"]
    again = call.get("/status", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert "Expires" not in again.headers
    assert "Cache-Control" not in again.headers


def test_gzip_if_accepted(call):
    """Compress the body if the client accepts it, under the same ETag."""
    packed = call.get(ORDERS, stream=True)
    plain = call.get(ORDERS, headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.raw.read(decode_content=False)) == plain.content
    assert packed.headers["ETag"] == plain.headers["ETag"]
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_page_beyond_the_last_is_404(call):
    """Pages beyond the last one are a 404 with the API's text."""
    pages = int(call.get(ORDERS).headers["X-Pages"])
    assert call.get(ORDERS, params={"page": pages}).status_code == 200
    answer = call.get(ORDERS, params={"page": pages + 1})
    assert answer.status_code == 404
    assert answer.json() == {"error": "Requested page does not exist!"}


@pytest.mark.parametrize(
    ("path", "location"),
    [
        (f"{ORDERS}?page=0", "query.page"),
        (f"{ORDERS}?page=x", "query.page"),
        (f"{ORDERS}?order_type=both", "query.order_type"),
        ("/markets/x/orders", "path.region_id"),
        ("/universe/types/99999999999999999999", "path.type_id"),
        ("/markets/10000002/history", "query.type_id"),
    ],
)
def test_invalid_parameter_is_400(call, path, location):
    """Name location, problem and value."""
    answer = call.get(path)
    assert answer.status_code == 400
    assert answer.json()["status"] == 400
    (problem,) = answer.json()["details"]
    assert problem["location"] == location
    assert problem.keys() == {"location", "message", "value"}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"{}", b'["x"]', b"[]", b"[1.5]", b"[true]", b"[" * 99_999]
)
def test_invalid_body_is_400(call, body):
    """Accept only a list of ids."""
    answer = call.post("/universe/names", data=body)
    assert answer.status_code == 400
    assert answer.json()["details"][0]["location"].startswith("body")


def test_unknown_route_is_404_and_unknown_method_405(call):
    """Both have the API's error body."""
    assert call.get("/nothing").json()["error"].startswith("Not Found. ")
    assert call.delete("/status").status_code == 405


@pytest.mark.parametrize("date", ["2019-12-31", "2999-01-01", "yesterday", "2026-02-30"])
def test_invalid_compatibility_date_is_400(call, date):
    """Refuse dates before the oldest, dates in the future and texts that are no dates."""
    answer = call.at(date).get("/status")
    assert answer.status_code == 400
    assert answer.json()["details"][0]["location"] == "header.X-Compatibility-Date"


def test_compatibility_date_becomes_valid_at_eleven(call, esi_sandbox):
    """Today's date is refused before 11:00 UTC."""
    esi_sandbox.clock.set(1_790_000_000 // 86_400 * 86_400 + 11 * 3600 - 1)
    assert call.at("2026-09-21").get("/status").status_code == 400
    esi_sandbox.clock.advance(1)
    assert call.get("/status").status_code == 200


def test_no_date_means_the_oldest(call):
    """Without the header, a route responds as at the oldest date, and names its own date."""
    answer = call.get(f"/characters/{CHIEF}")
    assert answer.headers["X-Compatibility-Date"] == "2020-01-01"
    newer = call.at("2026-07-01").get(f"/characters/{CHIEF}")
    assert newer.headers["X-Compatibility-Date"] == "2026-06-09"


def test_unknown_tenant_is_400(call):
    """There is only one tenant."""
    assert call.get("/status", headers={"X-Tenant": "tranquility"}).status_code == 200
    assert call.get("/status", headers={"X-Tenant": "singularity"}).status_code == 400


def test_request_ids_are_unique(call):
    """CCP's support asks for the request id."""
    ids = {call.get("/status").headers["X-ESI-Request-Id"] for _ in range(3)}
    assert len(ids) == 3


def test_connections_stay_open(call, esi_sandbox):
    """One connection serves many requests."""
    with call.get("/status", stream=True) as first:
        port = first.raw.connection.sock.getsockname() if first.raw.connection else None
        first.content  # noqa: B018 - read to its end
    with call.get("/status", stream=True) as second:
        assert second.raw.connection.sock.getsockname() == port


def test_requests_are_recorded(call, esi_sandbox):
    """Record each request, its status and the bytes sent."""
    call.get(f"{ORDERS}?page=2&type_id=34&type_id=35", headers={"X-Test": "1"})
    call.post("/universe/names", json=[34])
    first, second = esi_sandbox.requests
    assert (first.method, first.path, first.status) == ("GET", ORDERS, 404)
    assert first.query == {"page": ["2"], "type_id": ["34", "35"]}
    assert first.headers["X-Test"] == "1"
    assert first.tokens == 5
    assert second.body == b"[34]"
    assert second.sent > 0
    esi_sandbox.clear()
    assert esi_sandbox.requests == []
