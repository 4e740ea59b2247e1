"""Faults that tests switch on."""

import asyncio
import socket
import threading
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import pytest
import requests

ORDERS = "/markets/10000016/orders"


def test_error_a_number_of_times(call, esi_sandbox):
    """Fail twice on the paths that match, then succeed."""
    esi_sandbox.faults.fail(503, times=2, path="/markets/*")
    assert call.get("/status").status_code == 200
    assert [call.get(ORDERS).status_code for _ in range(3)] == [503, 503, 200]


def test_error_after_some_successes(call, esi_sandbox):
    """`after` lets the first requests succeed."""
    esi_sandbox.faults.fail(500, after=2, times=1)
    assert [call.get("/status").status_code for _ in range(4)] == [200, 200, 500, 200]


def test_error_until_cleared(call, esi_sandbox):
    """`times=None` lasts until it is cleared."""
    esi_sandbox.faults.fail(502, times=None, body="Bad Gateway", headers={"Via": "proxy"})
    answers = [call.get("/status") for _ in range(3)]
    assert {a.status_code for a in answers} == {502}
    assert answers[0].text == "Bad Gateway"
    assert answers[0].headers["Via"] == "proxy"
    esi_sandbox.faults.clear()
    assert call.get("/status").status_code == 200


def test_bare_error_has_no_limit_headers(call, esi_sandbox):
    """A 429 of the game server itself has `Retry-After` and no headers of the limits."""
    esi_sandbox.faults.fail(429, bare=True, headers={"Retry-After": "7"})
    answer = call.get(ORDERS)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "7"
    assert not [n for n in answer.headers if n.lower().startswith("x-ratelimit")]
    assert esi_sandbox.requests[-1].tokens == 0


def test_server_error_counts_against_the_error_limit(call, esi_sandbox):
    """On routes without a group, server errors count too."""
    esi_sandbox.faults.fail(503)
    call.get("/universe/types/34")
    assert call.get("/universe/types/34").headers["X-ESI-Error-Limit-Remain"] == "99"


def test_dropped_connection(call, esi_sandbox):
    """Close the connection before any response; the next one works."""
    esi_sandbox.faults.drop()
    with pytest.raises(requests.ConnectionError):
        call.get("/status")
    assert call.get("/status").status_code == 200
    assert [r.status for r in esi_sandbox.requests] == [0, 200]


def test_truncated_body(call, esi_sandbox):
    """Headers and half of a compressed body arrive, then nothing."""
    esi_sandbox.faults.truncate(path="/markets/*")
    answer = call.get(ORDERS, stream=True)
    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        answer.content  # noqa: B018 - reading is the act
    assert 0 < esi_sandbox.requests[-1].sent < int(answer.headers["Content-Length"])
    assert call.get(ORDERS).status_code == 200


def test_damaged_body(call, esi_sandbox):
    """Half of a compressed body has its own Content-Length, so that only decompression fails."""
    whole = call.get("/status")
    esi_sandbox.faults.damage(path="/status")
    answer = call.get("/status", stream=True)
    wire = answer.raw.read(decode_content=False)
    assert answer.status_code == 200
    assert 0 < len(wire) == int(answer.headers["Content-Length"])
    assert len(wire) < int(whole.headers["Content-Length"])
    with pytest.raises(zlib.error):
        zlib.decompress(wire, 31)


def test_html_page(call, esi_sandbox):
    """Respond 200 with HTML, like a proxy in maintenance."""
    esi_sandbox.faults.not_json()
    answer = call.get("/status")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/html")
    assert answer.text.startswith("<html>")


def test_clock_skew(call, esi_sandbox):
    """All dates are shifted alike, and the client's If-Modified-Since is understood."""
    esi_sandbox.faults.clock_skew = -3600
    answer = call.get(ORDERS)
    now = esi_sandbox.clock()
    for name, expected in (("Date", now), ("Last-Modified", now), ("Expires", now + 300)):
        shown = parsedate_to_datetime(answer.headers[name]).timestamp()
        assert shown == pytest.approx(expected - 3600, abs=1.5)
    since = {"If-Modified-Since": answer.headers["Last-Modified"]}
    assert call.get(ORDERS, headers=since).status_code == 304


def test_latency(call, esi_sandbox):
    """Each response is delayed, independently of others."""
    esi_sandbox.faults.latency = 0.05
    began = time.perf_counter()
    call.get("/status")
    assert time.perf_counter() - began >= 0.05


def test_zero_times_is_never(call, esi_sandbox):
    """A fault with `times=0` never occurs."""
    esi_sandbox.faults.drop(times=0)
    assert call.get("/status").status_code == 200


def test_delayed_response_of_an_earlier_test_is_not_recorded(esi_sandbox, monkeypatch):
    """A client that timed out leaves nothing to the next test."""
    held, go, gone = threading.Event(), threading.Event(), threading.Event()
    sleep = asyncio.sleep

    async def hold(seconds):
        held.set()
        while not go.is_set():
            await sleep(0.005)
        gone.set()

    monkeypatch.setattr("esi.sandbox.server.http.asyncio.sleep", hold)
    esi_sandbox.faults.latency = 1
    try:
        with pytest.raises(requests.exceptions.ReadTimeout):
            requests.get(esi_sandbox.url + "/status", timeout=(30, 0.2))
        assert held.wait(60)
        esi_sandbox.reset()
    finally:
        go.set()
    assert gone.wait(60)
    requests.get(esi_sandbox.url + "/markets/prices", timeout=60)  # comes after the one before
    assert [record.path for record in esi_sandbox.requests] == ["/markets/prices"]


@pytest.mark.parametrize("kept", [True, False], ids=["kept open", "closed"])
def test_a_request_that_nobody_waits_for_is_not_recorded_in_the_next_test(esi_sandbox, kept):
    """A busy server may read it only after the reset."""
    address = urlsplit(esi_sandbox.url)
    busy, go = threading.Event(), threading.Event()
    esi_sandbox._loop.call_soon_threadsafe(lambda: (busy.set(), go.wait(60)))
    assert busy.wait(60)
    with socket.create_connection((address.hostname, address.port), 30) as client:
        client.sendall(b"GET /status HTTP/1.1\r\nHost: localhost\r\n\r\n")
        if not kept:
            client.close()
        with ThreadPoolExecutor(1) as pool:
            done = pool.submit(esi_sandbox.reset)
            go.set()
            done.result(60)
        requests.get(esi_sandbox.url + "/markets/prices", timeout=60)
    assert [record.path for record in esi_sandbox.requests] == ["/markets/prices"]


def test_garbled_body_has_its_full_length(call, esi_sandbox):
    """A compressed body cannot be read; the next one can."""
    whole = call.get(ORDERS).content
    esi_sandbox.faults.garble()
    with requests.get(f"{esi_sandbox.url}{ORDERS}", stream=True, timeout=60) as answer:
        raw = answer.raw.read(decode_content=False)
        assert len(raw) == int(answer.headers["Content-Length"])
        with pytest.raises(zlib.error):
            zlib.decompress(raw, wbits=31)
    assert call.get(ORDERS).content == whole


def test_understated_length_ends_a_body_too_soon(call, esi_sandbox):
    """The client reads half of the body; what follows does no harm to the next request."""
    esi_sandbox.faults.understate()
    with requests.get(f"{esi_sandbox.url}{ORDERS}", stream=True, timeout=60) as answer:
        read = len(answer.raw.read(decode_content=False))
        assert read == int(answer.headers["Content-Length"])
    assert read == esi_sandbox.requests[-1].sent // 2
    assert call.get(ORDERS).status_code == 200


def test_slow_body_arrives_piece_by_piece(call, esi_sandbox):
    """All of it arrives, after so many seconds."""
    whole = call.get(ORDERS).content
    esi_sandbox.faults.slow(0.3)
    began = time.monotonic()
    assert call.get(ORDERS).content == whole
    assert time.monotonic() - began > 0.25


def test_a_response_rewritten(call, esi_sandbox):
    """A function changes responses of the paths that match, until everything is switched off."""

    def differ(request, response):
        response.status = 299
        response.headers["X-Asked"] = request.path
        response.headers.pop("ETag")

    esi_sandbox.faults.rewrite(differ, path="/status")
    response = call.get("/status")
    assert (response.status_code, response.headers["X-Asked"]) == (299, "/status")
    assert "ETag" not in response.headers
    assert call.get(ORDERS).status_code == 200
    esi_sandbox.reset()
    assert call.get("/status").status_code == 200
