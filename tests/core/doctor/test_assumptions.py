"""Test each assumption about the API on a sandbox that keeps it, and on one that breaks it."""

import gzip
import json
import os
from contextlib import closing
from pathlib import Path

import pytest

from esi.core.config import Config
from esi.core.doctor import examine
from esi.core.doctor.assumptions import table
from esi.core.doctor.probes import PROBES, price
from esi.core.engine.engine import Engine

SPECS = os.environ.get("ESI_TEST_SPECS")
ORDERS, TYPE, MISSING = "/markets/10000002/orders", "/universe/types/34", "/universe/types/21*"
NAMES, IDS, LISTINGS = "/universe/names", "/universe/ids", "/paragon-hub/skinr"
DATES, DOCUMENT, STATUS = "/meta/compatibility-dates", "/meta/openapi.json", "/status"
SSO, KEYS = "/.well-known/oauth-authorization-server", "/oauth/jwks"
WALLET = "/characters/*/wallet"


@pytest.fixture
def results(esi_sandbox):
    """Examine the API of the sandbox: the results by name."""

    def examined(*, live=True, url=esi_sandbox.url, **settings):
        config = Config(
            api_url=url,
            compatibility_date="2026-08-18",
            sso_metadata_url=url + SSO,
            **settings,
        )
        with closing(Engine(lambda: config, clock=esi_sandbox.clock)) as engine:
            sites = {"sso": config.sso_metadata_url}
            return {each.name: each for each in examine.api(engine, "test/1.0", sites, live=live)}

    return examined


def content(response):
    """Return the JSON of a response of the sandbox."""
    packed = response.headers.get("Content-Encoding") == "gzip"
    return json.loads(gzip.decompress(response.body) if packed else response.body)


def header(name, value=None, when=lambda request, response: response.status == 200):
    """Return a change of a header; without a value it is removed."""

    def change(request, response):
        if when(request, response):
            response.headers.pop(name, None)
            if value is not None:
                response.headers[name] = value

    return change


def status(code, when=lambda request, response: True):
    """Return a change of the status."""

    def change(request, response):
        if when(request, response):
            response.status = code

    return change


def body(edit, when=lambda request, response: response.status == 200):
    """Return a change of the JSON, which `edit` changes or replaces."""

    def change(request, response):
        if when(request, response):
            found = content(response)
            edited = edit(found)
            text = json.dumps(found if edited is None else edited).encode()
            packed = response.headers.get("Content-Encoding") == "gzip"
            response.body = gzip.compress(text, 1) if packed else text

    return change


def asked(name):
    """Return a condition: the request has a header."""
    return lambda request, response: name in request.headers


def queried(name, value=None):
    """Return a condition: the request has a query parameter."""
    return lambda request, response: (
        name in request.query and value in {None, request.query[name][-1]}
    )


def repeated(other):
    """Return a change that repeats the newest page, except for requests with `other`."""
    first = []

    def change(request, response):
        if other not in request.query:
            first.append(response.body)
            response.body = first[0]

    return change


def unpack(request, response):
    """Send the body uncompressed."""
    if response.headers.pop("Content-Encoding", None):
        response.body = gzip.decompress(response.body)


def drop(request, response):
    """Close the connection."""
    response.breaks = "drop"


def orders_of(document):
    """Return the operation of orders in a document."""
    return document["paths"]["/markets/{region_id}/orders"]["get"]


def declared_language(document):
    """Declare that orders are translated."""
    headers = orders_of(document)["responses"]["200"]["headers"]
    headers["Content-Language"] = {"schema": {"type": "string"}}


def undeclared_lifetime(document):
    """Leave out the lifetime of orders."""
    for name in ("x-client-cache-ttl", "x-cache-age"):
        orders_of(document).pop(name)


def failing(code):
    """Return a condition: the response has a status."""
    return lambda request, response: response.status == code


# For each assumption, a path and a change of its responses that breaks the assumption.
BROKEN = {
    "network": (DATES, drop),
    "clock": (DATES, header("Date", "Sat, 01 Jan 2000 00:00:00 GMT")),
    "http.date": (DATES, header("Date", "soon")),
    "requests": (STATUS, status(404)),
    "http.json": (STATUS, header("Content-Type", "text/html")),
    "http.gzip": (ORDERS, unpack),
    "dates.listed": (DATES, body(lambda found: found["compatibility_dates"].remove("2020-01-01"))),
    "dates.echoed": (STATUS, header("X-Compatibility-Date", "2026-08-18")),
    "dates.refused": (DOCUMENT, status(200, failing(400))),
    "document.version": (DOCUMENT, body(lambda found: found.update(openapi="4.0"))),
    "document.date": (DOCUMENT, body(lambda found: found["info"].update(version="2020-01-01"))),
    "document.translated": (
        DOCUMENT, body(lambda found: found["paths"]["/status"]["get"].update(parameters=5)),
    ),
    "document.limits": (
        DOCUMENT, body(lambda found: orders_of(found)["x-rate-limit"].update({"max-tokens": 7})),
    ),
    "document.lifetimes": (DOCUMENT, body(undeclared_lifetime)),
    "document.localised": (DOCUMENT, body(declared_language)),
    "document.fields": (ORDERS, body(lambda rows: [row.pop("price") for row in rows] and rows)),
    "cache.etag": (ORDERS, header("ETag")),
    "cache.last_modified": (ORDERS, header("Last-Modified", "Tue, 01 Jan 2199 00:00:00 GMT")),
    "cache.lifetime": (ORDERS, header("Expires")),
    "cache.revalidated": (ORDERS, status(200, asked("If-None-Match"))),
    "cache.modified_since": (ORDERS, status(200, asked("If-Modified-Since"))),
    "cache.vary": (TYPE, header("Vary", "Accept-Encoding")),
    "pages.count": (ORDERS, header("X-Pages")),
    "pages.default": (
        ORDERS, header("ETag", '"other"', lambda request, _: "page" not in request.query),
    ),
    "pages.snapshot": (
        ORDERS, header("Last-Modified", "Sat, 01 Jan 2000 00:00:00 GMT", queried("page", "2")),
    ),
    "pages.end": (ORDERS, status(200, failing(404))),
    "language.default": (TYPE, header("Content-Language", "ko", lambda *both: not german(*both))),
    "language.chosen": (TYPE, header("Content-Language", "en", lambda *both: german(*both))),
    "language.texts": (TYPE, body(lambda found: found.update(description="the same"))),
    "limits.group": (ORDERS, header("X-Ratelimit-Limit", "many")),
    "limits.remaining": (ORDERS, header("X-Ratelimit-Remaining")),
    "limits.price": (ORDERS, header("X-Ratelimit-Used", "9")),
    "limits.price_304": (ORDERS, header("X-Ratelimit-Used", "2", failing(304))),
    "limits.price_4xx": (ORDERS, header("X-Ratelimit-Used", "2", failing(404))),
    "limits.errors": (TYPE, header("X-ESI-Error-Limit-Remain")),
    "limits.exclusive": (ORDERS, header("X-ESI-Error-Limit-Remain", "100")),
    "errors.missing": (MISSING, status(400)),
    "errors.text": (MISSING, body(lambda _: {"message": "?"}, failing(404))),
    "errors.value": (ORDERS, status(200, failing(400))),
    "errors.details": (ORDERS, body(lambda found: {"error": found["error"]}, failing(400))),
    "errors.login": (WALLET, status(404)),
    "errors.batch": (NAMES, status(200, failing(404))),
    "names.rows": (NAMES, body(lambda rows: rows[:1])),
    "names.ids": (IDS, body(lambda found: {"things": found["regions"]})),
    "cursor.page": (LISTINGS, body(lambda found: {"listings": found["listings"]})),
    "cursor.limit": (
        LISTINGS, body(lambda found: found.update(listings=found["listings"] * 2)),
    ),
    "cursor.older": (LISTINGS, repeated("after")),
    "cursor.end": (LISTINGS, repeated("before")),
    "sso.metadata": (SSO, body(lambda found: found.pop("token_endpoint") and None)),
    "sso.keys": (KEYS, body(lambda found: {"keys": []})),
}  # fmt: skip


def german(request, response):
    """Return True for a request of German texts."""
    return request.headers.get("Accept-Language") == "de"


def test_the_sandbox_keeps_all_assumptions(results):
    """Nothing is skipped either, so each rule has seen a response."""
    assert {each.status for each in results().values()} == {"ok"}


def test_each_assumption_has_a_case():
    """`BROKEN` has one case for each assumption."""
    assert set(BROKEN) == {check.name for check in table.CHECKS}
    assert len(BROKEN) == len(table.CHECKS)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_assumption_is_named(results, esi_sandbox, name):
    """The check of that name fails, and no other; those that depend on it are skipped."""
    path, change = BROKEN[name]
    esi_sandbox.faults.rewrite(change, path=path)
    found = results()
    assert [each.name for each in found.values() if each.status == "failed"] == [name]
    assert found[name].found


def test_the_price_is_what_the_requests_cost(results, esi_sandbox):
    """Requests, tokens of all groups and failures are those that the server counts."""
    results()
    sent = [each for each in esi_sandbox.requests if each.path not in {SSO, KEYS}]
    spent = sum(each.tokens for each in sent)
    words = price(PROBES).replace(";", "").split()
    tokens = [int(word) for at, word in enumerate(words) if words[at + 1 : at + 2] == ["of"]]
    failures = [each for each in sent if each.status >= 400 and not each.tokens]
    unlimited = [each for each in failures if each.path == DOCUMENT]
    assert tokens == [*tokens[:-1], len(failures) - len(unlimited)]
    assert sum(tokens[:-1]) == spent
    assert words[0] == str(len(esi_sandbox.requests))


def test_one_request_tells_whether_the_api_is_reachable(results, esi_sandbox):
    """Without `live`, one response decides all checks."""
    found = results(live=False)
    assert {name: each.status for name, each in found.items()} == {
        "network": "ok", "clock": "ok", "dates.listed": "ok",
    }  # fmt: skip
    assert [each.path for each in esi_sandbox.requests] == [DATES]


def test_an_unreachable_api_is_asked_once(results, esi_sandbox):
    """All other checks are skipped for the same reason, so that the report is quick."""
    esi_sandbox.faults.drop(times=None)
    found = results()
    assert [each.path for each in esi_sandbox.requests] == [DATES]
    assert found.pop("network").status == "failed"
    assert found.pop("requests").found == "nothing was requested"
    assert {each.status for each in found.values()} == {"skipped"}
    assert all("could not be reached" in each.found for each in found.values())


def test_a_damaged_response_is_named(results, esi_sandbox):
    """Later requests are still sent after a single damaged response."""
    esi_sandbox.faults.truncate(path="/status")
    found = results()
    assert [each.name for each in found.values() if each.status == "failed"] == ["requests"]
    assert "/status: " in found["requests"].found
    assert found["cursor.end"].status == "ok"


def test_two_failures_in_a_row_are_enough(results, esi_sandbox):
    """The doctor does not wait for every request of an API that stopped responding."""
    esi_sandbox.faults.drop(times=None, after=3)
    found = results()
    assert len(esi_sandbox.requests) == 5
    assert found["network"].status == "ok"
    assert found["requests"].status == "failed"
    assert "unreachable" in found["cursor.end"].found


@pytest.mark.parametrize(
    ("name", "path", "change"),
    [
        ("pages.count", ORDERS, header("X-Pages", "many")),
        ("cache.etag", ORDERS, header("ETag", "no-quotes")),
        ("cursor.page", LISTINGS, body(lambda found: found.update(cursor=None))),
        ("language.chosen", TYPE, header("Content-Language")),
        ("errors.details", ORDERS, body(lambda found: found.update(details=[]), failing(400))),
        ("limits.price", ORDERS, header("X-Ratelimit-Used")),
        ("names.rows", NAMES, body(lambda rows: {"names": rows})),
        ("sso.keys", KEYS, body(lambda found: [found])),
    ],
)
def test_other_ways_to_break_one(results, esi_sandbox, name, path, change):
    """Values of another form fail the check too, with a message instead of a Python error."""
    esi_sandbox.faults.rewrite(change, path=path)
    found = results()
    assert found[name].status == "failed"
    assert "Error: '" not in found[name].found


def test_nothing_is_sent_beyond_a_limit(results, esi_sandbox):
    """The limiter refuses what the API would refuse, and the checks say so."""
    esi_sandbox.drain("market-order")
    found = results()
    assert found["cache.etag"].status == "skipped"
    assert "429" in found["cache.etag"].found
    assert [each.status for each in found.values() if each.status == "failed"] == []
    assert sum(each.status == 429 for each in esi_sandbox.requests) == 1


def test_no_response_chooses_the_host_that_is_asked(results, esi_sandbox):
    """Keys at an address of another host are not requested."""
    elsewhere = "http://127.0.0.2:9/keys"
    esi_sandbox.faults.rewrite(body(lambda found: found.update(jwks_uri=elsewhere)), path=SSO)
    found = results()
    assert found["sso.metadata"].status == "failed"
    assert found["sso.keys"].status == "skipped"
    assert "another host" in found["sso.keys"].found


def test_settings_that_keep_requests_back_are_ignored(results):
    """An offline client is examined as well, and no limit makes it wait."""
    found = results(live=False, offline=True, on_limit="wait")
    assert found["network"].status == "ok"


@pytest.mark.specs
@pytest.mark.skipif(not SPECS, reason="ESI_TEST_SPECS names no folder with the API's documents")
def test_the_real_document_has_what_is_requested(results, esi_sandbox_factory):
    """A sandbox that serves it breaks one assumption only: it offers a single date."""
    document = Path(SPECS) / "openapi-3.0-date-2026-08-18.json"
    found = results(url=esi_sandbox_factory(document=document).url)
    assert [each.name for each in found.values() if each.status != "ok"] == ["dates.listed"]
