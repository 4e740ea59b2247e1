"""Order of cache, network and retries, against the sandbox."""

import json
import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

import pytest

from esi.core.cache.policy import CacheMode
from esi.core.engine.sender import Sender
from esi.core.http import transport
from esi.core.http.messages import Options
from esi.core.http.rates import Rate
from esi.errors import ApiConnectionError, ApiTimeoutError

STATUS = "/status"
ORDERS = "/markets/10000043/orders"


def statuses(sandbox):
    return [request.status for request in sandbox.requests]


def test_a_fresh_response_comes_from_the_cache(around):
    """Sending a request twice within the lifetime reaches the API once."""
    first = around.engine.fetch(around.request(STATUS))
    second = around.engine.fetch(around.request(STATUS))
    assert second.body == first.body
    assert second.from_cache
    assert statuses(around.sandbox) == [200]


def test_an_expired_response_is_revalidated(around):
    """Its ETag is sent, and the cached body stays."""
    request = around.request("/universe/regions")
    first = around.engine.fetch(request)
    around.sandbox.clock.advance(2 * 24 * 3600)
    around.sandbox.turn_over("/universe/regions", pages=[])
    second = around.engine.fetch(request)
    assert statuses(around.sandbox) == [200, 304]
    assert (second.body, second.status) == (first.body, 200)
    assert second.requests == 1
    assert second.transferred == 0


def test_a_response_of_the_api_is_read_once(around):
    """`read` gets the decompressed body once; the cache keeps the body as transferred."""
    bodies = []

    def read(response):
        bodies.append(response.unpacked)
        return len(response.body)

    options = Options(read=read)
    first = around.engine.fetch(around.request(STATUS), options)
    second = around.engine.fetch(around.request(STATUS), options)
    assert (first.value, second.value) == (len(second.body), None)
    assert bodies == [second.body]
    assert first.unpacked is None


def test_pages_are_read_by_the_caller_while_their_connections_are_free(around):
    """Decoding a page delays no request: neither its thread nor its permit is taken."""
    semaphore = around.engine.semaphore

    def read(response):
        with semaphore._changed:
            free = semaphore._changed.wait_for(lambda: semaphore._acquired < 2, 30)
        return free and threading.current_thread()

    pages = [around.request(ORDERS, page=number) for number in (1, 2)]
    found = list(around.engine.fetch_many(pages, Options(read=read)))
    assert [response.value for response in found] == [threading.current_thread()] * 2


def test_threads_that_share_a_request_read_it_each(around, held):
    """Each caller gets the result of its own `read`."""
    held(1)
    options = [Options(read=lambda _, n=n: n) for n in (1, 2)]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(around.engine.fetch, [around.request(STATUS)] * 2, options))
    assert [response.value for response in found] == [1, 2]
    assert statuses(around.sandbox) == [200]


def test_a_304_starts_a_new_lifetime(around):
    """After a revalidation the response is fresh again."""
    request = around.request("/universe/regions")
    around.engine.fetch(request)
    around.sandbox.clock.advance(2 * 24 * 3600)
    around.engine.fetch(request)
    around.engine.fetch(request)
    assert len(statuses(around.sandbox)) == 2


def test_ignore_cache_sends_no_condition(around):
    """`ignore_cache` fetches the whole response, whatever is cached."""
    around.engine.fetch(around.request(STATUS))
    answer = around.engine.fetch(around.request(STATUS), Options(ignore_cache=True))
    assert not answer.from_cache
    assert statuses(around.sandbox) == [200, 200]


def test_cache_response_false_keeps_nothing(around):
    """ESI_CACHE_RESPONSE switches the cache off; the limiter's entries stay."""
    around.knobs["cache_response"] = False
    around.engine.fetch(around.request(STATUS))
    around.engine.fetch(around.request(STATUS))
    assert statuses(around.sandbox) == [200, 200]
    assert [key for key in around.cache if not key.startswith("esi_limit_")] == []


def test_the_callers_own_condition_passes_through(around):
    """Callers who set If-None-Match get the API's 304, not the cached response."""
    first = around.engine.fetch(around.request(STATUS))
    asked = around.request(STATUS).with_headers(if_none_match=first.headers["etag"])
    assert around.engine.fetch(asked).status == 304


def test_no_304_of_many_requests_keeps_the_others_from_being_sent(around):
    """A caller who has all pages learns which ones changed."""
    around.knobs["concurrency"] = 1
    asked = [around.request(ORDERS, page=page) for page in (1, 2, 3)]
    etags = [response.headers["etag"] for response in around.engine.fetch_many(asked)]
    asked = [
        request.with_headers(if_none_match=etag)
        for request, etag in zip(asked * 2, etags * 2, strict=True)
    ]
    assert [each.status for each in around.engine.fetch_many(asked)] == [304] * 6


METHODS = ("get", "set", "add", "delete")


@pytest.mark.parametrize(
    "methods", [*((name,) for name in METHODS), (*METHODS, "incr")], ids="-".join
)
def test_a_cache_that_fails_does_not_fail_the_call(around, caplog, methods):
    """Any error of any method of the backend is logged and ignored; limits are kept."""

    def broken(*args):
        raise OSError("disk full")

    for name in methods:
        setattr(around.cache, name, broken)
    request = replace(around.request(ORDERS), rate=Rate("market-order", 12_000, 900.0))
    for _ in range(2):
        assert around.engine.fetch(request, Options(ignore_cache=True)).status == 200
        assert around.engine.fetch(around.request(STATUS)).status == 200
        around.engine.responses.delete(around.request(STATUS))
    assert around.engine.limiter.budget(request).left == 12_000 - 4
    assert "(OSError: disk full)" in caplog.text


def test_the_log_does_not_repeat_a_backends_message(around, caplog):
    """Its message may contain an address with a password."""

    def broken(*args):
        raise RuntimeError("no answer from redis://user:hunter2@host")

    around.cache.get = broken
    assert around.engine.fetch(around.request(STATUS)).status == 200
    assert "The cache failed (RuntimeError)" in caplog.text
    assert "hunter2" not in caplog.text


def test_no_store_is_respected(around):
    """`Cache-Control: no-store` applies to responses and refusals."""
    never = {"Cache-Control": "no-store", "Expires": "Fri, 01 Jan 2100 00:00:00 GMT"}
    around.sandbox.faults.fail(200, body="1", headers=never, times=1)
    around.engine.fetch(around.request(STATUS))
    assert around.engine.responses.expires_at(around.request(STATUS)) is None
    around.sandbox.faults.fail(404, headers=never, times=1)
    item = replace(around.request("/universe/types/34"), item=True)
    assert [around.engine.fetch(item).status for _ in range(2)] == [404, 200]


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_transient_server_error_is_retried(around, status):
    """Callers do not notice it; the waits double."""
    around.sandbox.faults.fail(status, times=2)
    assert around.engine.fetch(around.request(STATUS)).status == 200
    assert around.slept == [0.2, 0.4]


def test_server_errors_end_after_the_configured_retries(around):
    """ESI_SERVER_ERROR_MAX_RETRIES limits the retries, and the last response is returned."""
    around.knobs["server_error_max_retries"] = 2
    around.sandbox.faults.fail(503, times=None)
    assert around.engine.fetch(around.request(STATUS)).status == 503
    assert statuses(around.sandbox) == [503] * 3


def test_retries_of_a_call_override_the_setting(around):
    """`retries=0` sends once."""
    around.sandbox.faults.fail(502, times=None)
    around.engine.fetch(around.request(STATUS), Options(retries=0))
    assert statuses(around.sandbox) == [502]


def test_a_retry_that_a_stand_in_for_the_api_refuses_leaves_the_answer(around, monkeypatch):
    """Mocks answer once and raise an error of their own then, which says nothing to a program."""
    send, sent = transport.send, []

    def once(*args):
        if sent:
            raise LookupError("no mock matches")
        sent.append(args)
        return send(*args)

    monkeypatch.setattr(transport, "send", once)
    around.sandbox.faults.fail(502, times=None)
    assert around.engine.fetch(around.request(STATUS)).status == 502
    with pytest.raises(LookupError):
        around.engine.fetch(around.request("/universe/types/34"))


def test_an_internal_server_error_is_not_retried(around):
    """Status 500 is not transient."""
    around.sandbox.faults.fail(500, times=1)
    assert around.engine.fetch(around.request(STATUS)).status == 500
    assert around.slept == []


def test_a_dropped_connection_is_retried(around):
    """Losing a connection before the response is a transient fault."""
    around.sandbox.faults.drop(times=1)
    assert around.engine.fetch(around.request(STATUS)).status == 200


def test_dropped_connections_end_after_their_own_retries(around):
    """Their setting is not that of server errors."""
    around.knobs |= {"connection_error_max_retries": 1, "server_error_max_retries": 3}
    around.sandbox.faults.drop(times=None)
    with pytest.raises(ApiConnectionError):
        around.engine.fetch(around.request(STATUS))
    assert len(statuses(around.sandbox)) == 2


def test_a_truncated_body_is_retried(around):
    """Half a body is never taken for a response."""
    around.sandbox.faults.truncate(times=1)
    answer = around.engine.fetch(around.request(ORDERS))
    assert answer.body.endswith(b"]")


def test_a_truncated_body_of_the_right_length_is_retried(around):
    """Only the checksum of gzip reveals it."""
    around.sandbox.faults.damage(times=2)
    answer = around.engine.fetch(around.request(ORDERS))
    assert answer.body.endswith(b"]")
    assert len(around.slept) == 2


def test_a_body_that_stays_damaged_is_one_clear_error(around):
    """Its message describes the damage, and nothing is cached."""
    around.sandbox.faults.damage(times=None)
    with pytest.raises(
        ApiConnectionError, match=r"compressed body is (truncated|damaged).* Is a proxy"
    ):
        around.engine.fetch(around.request(ORDERS))
    assert len(around.slept) == 3
    assert not [key for key in around.cache if not key.startswith("esi_limit_")]


def test_a_stale_response_replaces_a_damaged_one(around):
    """With `stale_if_error`, as if the API were unreachable."""
    kept = around.engine.fetch(around.request(ORDERS))
    around.sandbox.clock.advance(3600)
    around.sandbox.turn_over(ORDERS, pages=range(1, 20))
    around.sandbox.faults.damage(times=None)
    answer = around.engine.fetch(around.request(ORDERS), Options(stale_if_error=True))
    assert answer.stale
    assert answer.body == kept.body


def test_a_damaged_refusal_is_not_retried(around):
    """Retrying a 404 with half a body would cost five tokens and reveal no more."""
    around.sandbox.faults.damage(times=None)
    assert around.engine.fetch(around.request("/universe/types/1")).status == 404
    assert around.slept == []


def test_a_post_that_worked_and_came_back_damaged_is_not_sent_twice(around):
    """Its mail is sent; a damaged response is an error all the same."""
    token = around.sandbox.token(90_000_001)
    request = around.request("/characters/90000001/mail").with_headers(
        authorization=f"Bearer {token}", content_type="application/json"
    )
    to = {"recipient_id": 90_000_002, "recipient_type": "character"}
    mail = json.dumps({"body": "", "subject": "", "recipients": [to]}).encode()
    around.sandbox.faults.damage(times=None)
    around.engine.fetch(replace(request, method="POST", body=mail))
    assert [record.status for record in around.sandbox.requests] == [201]


def test_connection_faults_end_in_one_clear_error(around):
    """Its message names the address and the next step; no frames of libraries come along."""
    around.sandbox.faults.drop(times=None)
    with pytest.raises(ApiConnectionError, match="ESI_API_URL") as caught:
        around.engine.fetch(around.request(STATUS))
    assert caught.value.url == around.sandbox.url + STATUS
    assert caught.value.__cause__ is caught.value.__context__ is None
    assert len(around.slept) == 3


def test_a_timeout_names_its_settings(around):
    """Its message names the option and the setting."""
    around.sandbox.faults.latency = 5
    with pytest.raises(ApiTimeoutError, match="ESI_REQUESTS_READ_TIMEOUT"):
        around.engine.fetch(around.request(STATUS), Options(timeout=0.05, retries=0))


def test_a_post_that_changes_something_is_not_sent_twice(around):
    """Losing its response does not mean that it failed."""
    around.sandbox.faults.drop(times=None)
    request = around.request("/characters/1/mail")
    request = type(request)("POST", request.url, headers=request.headers, body=b"{}")
    with pytest.raises(ApiConnectionError):
        around.engine.fetch(request)
    assert around.slept == []


def test_a_post_that_only_reads_is_retried(around):
    """`POST /universe/names` changes nothing."""
    around.sandbox.faults.drop(times=1)
    request = around.request("/universe/names")
    headers = {**request.headers, "content-type": "application/json"}
    request = type(request)("POST", request.url, headers=headers, body=b"[34]")
    assert around.engine.fetch(request).status == 200


def test_on_limit_wait_waits_as_long_as_the_api_says(around):
    """After a 429 the call waits and continues."""
    around.knobs["on_limit"] = "wait"
    around.sandbox.drain("market-order")
    assert around.engine.fetch(around.request(ORDERS)).status == 200
    assert sum(around.slept) > 0
    assert set(statuses(around.sandbox)) == {429, 200}


def test_on_limit_raise_returns_the_refusal(around):
    """Nothing waits."""
    around.sandbox.drain("market-order")
    assert around.engine.fetch(around.request(ORDERS)).status == 429
    assert around.slept == []


def test_no_log_record_contains_a_token(around, caplog):
    """No logger writes the token of a request, at any level."""
    caplog.set_level(logging.DEBUG)
    around.knobs["info_logging_enabled"] = True
    asked = around.request(STATUS).with_headers(authorization="Bearer very-secret")
    around.engine.fetch(asked)
    assert "/status: 200" in caplog.text
    assert "very-secret" not in caplog.text
    assert "very-secret" not in repr(asked)


@pytest.fixture
def held(monkeypatch):
    """Hold a request back until so many others wait for its response: `held(7)`."""

    def until(others):
        waiting, send = threading.Semaphore(0), Sender.send

        class Awaited(Future):
            def result(self, timeout=None):
                waiting.release()
                return super().result(timeout)

        def sent(*args):
            for _ in range(others):
                assert waiting.acquire(timeout=60)
            return send(*args)

        monkeypatch.setattr("esi.core.engine.engine.Future", Awaited)
        monkeypatch.setattr(Sender, "send", sent)

    return until


def test_threads_share_one_request_in_flight(around, held):
    """Identical requests at the same time are sent once."""
    held(7)
    with ThreadPoolExecutor(8) as pool:
        bodies = {a.body for a in pool.map(around.engine.fetch, [around.request(STATUS)] * 8)}
    assert len(bodies) == 1
    assert statuses(around.sandbox) == [200]


def test_an_unwritten_response_is_shared(around):
    """Pages are written in groups; another thread need not send a request meanwhile."""
    (early,) = around.engine.look_up([around.request(STATUS)])
    _, stored = around.engine.fetch_missing(early)
    taken, to_keep = around.engine.fetch_missing(early)
    found = next(around.engine.look_up([around.request(STATUS)])).response
    assert stored
    assert to_keep is None
    assert [(each.from_cache, each.requests) for each in (taken, found)] == [(True, 0)] * 2
    assert statuses(around.sandbox) == [200]


def test_a_revalidation_ignores_unwritten_responses(around):
    """Repairing a snapshot needs a new response."""
    (early,) = around.engine.look_up([around.request(STATUS)])
    _, stored = around.engine.fetch_missing(early)
    (case,) = around.engine.look_up([around.request(STATUS)], mode=CacheMode.NO_CACHE)
    around.engine.fetch_missing(case)
    assert stored
    assert statuses(around.sandbox) == [200, 304]


def test_posts_without_a_lifetime_are_neither_shared_nor_cached(around):
    """Sending the same POST twice at once sends two."""
    around.sandbox.faults.latency = 0.05
    asked = around.request("/universe/ids")
    headers = {**asked.headers, "content-type": "application/json"}
    post = replace(asked, method="POST", headers=headers, body=b'["Jita"]')
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(around.engine.fetch, [post] * 4))
    assert statuses(around.sandbox) == [200] * 4
    assert around.engine.responses.expires_at(post) is None


def test_threads_that_share_a_request_share_its_failure(around, held):
    """One fault raises in every thread."""
    held(3)
    around.sandbox.faults.drop(times=None)
    around.knobs["connection_error_max_retries"] = 0

    def fetch(request):
        with pytest.raises(ApiConnectionError):
            around.engine.fetch(request)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(fetch, [around.request(STATUS)] * 4))
    assert len(statuses(around.sandbox)) == 1


def test_threads_that_share_a_failure_have_an_error_each(around, held):
    """Its frames are the thread's own: those of another one may hold another user's values."""
    held(3)
    around.sandbox.faults.drop(times=None)
    around.knobs["connection_error_max_retries"] = 0

    def fetch(request):
        with pytest.raises(ApiConnectionError) as caught:
            around.engine.fetch(request)
        return caught.value

    with ThreadPoolExecutor(4) as pool:
        errors = list(pool.map(fetch, [around.request(STATUS)] * 4))
    assert len({id(error) for error in errors}) == 4
    assert len({str(error) for error in errors}) == 1


@pytest.mark.parametrize("status", [403, 404])
def test_a_refusal_of_an_item_is_cached_for_a_minute(around, status):
    """Repeating the request within a minute sends nothing."""
    around.sandbox.faults.fail(status, times=None)
    request = replace(around.request("/universe/types/34"), item=True)
    assert [around.engine.fetch(request).status for _ in range(3)] == [status] * 3
    assert statuses(around.sandbox) == [status]
    around.sandbox.clock.advance(61)
    around.sandbox.faults.clear()
    assert around.engine.fetch(request).status == 200


@pytest.mark.parametrize("sso_status", [500, 502, 503, 504, None])
def test_a_403_of_a_failing_sso_is_not_cached(around, sso_status):
    """The API could not check the token, so the next request may succeed."""
    body = json.dumps({"error": "Timeout contacting SSO", "sso_status": sso_status})
    around.sandbox.faults.fail(403, times=1, body=body)
    request = replace(around.request("/universe/types/34"), item=True)
    assert [around.engine.fetch(request).status for _ in range(2)] == [403, 200]


def test_stale_if_error_replaces_a_403_of_a_failing_sso(around):
    """The cached response was good when the SSO last said so."""
    first = around.engine.fetch(around.request(STATUS))
    around.sandbox.clock.advance(3600)
    around.sandbox.faults.fail(403, times=None, body='{"error": "Timeout", "sso_status": 502}')
    answer = around.engine.fetch(around.request(STATUS), Options(stale_if_error=True))
    assert (answer.body, answer.stale) == (first.body, True)


@pytest.mark.parametrize("status", [403, 404])
def test_a_refusal_is_cached_for_its_token_only(around, status):
    """After a new login, which may have the missing scope, the request is sent."""
    request = replace(around.request("/universe/types/34"), item=True, identity="90000001")
    old = request.with_headers(authorization="Bearer old")
    new = request.with_headers(authorization="Bearer new")
    around.sandbox.faults.fail(status, times=1)
    assert [around.engine.fetch(old).status for _ in range(2)] == [status] * 2
    assert statuses(around.sandbox) == [status]
    assert around.engine.fetch(new).status == 200
    assert not any(b"Bearer" in value for value in around.cache.values() if type(value) is bytes)


def test_two_tokens_of_a_character_share_no_request(around):
    """One may be refused and the other not."""
    around.sandbox.faults.latency = 0.05
    around.sandbox.faults.fail(403, times=1)
    request = replace(around.request("/universe/types/34"), item=True, identity="90000001")
    asked = [request.with_headers(authorization=f"Bearer {name}") for name in ("old", "new")]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(around.engine.fetch, asked))
    assert sorted(answer.status for answer in answers) == [200, 403]


def test_a_refusal_of_a_listing_is_not_cached(around):
    """Only refusals of items are: a listing may be back at once."""
    around.sandbox.faults.fail(404, times=1)
    assert around.engine.fetch(around.request(STATUS)).status == 404
    assert around.engine.fetch(around.request(STATUS)).status == 200


@pytest.mark.parametrize("fault", ["server", "connection"])
def test_stale_if_error_returns_a_marked_response(around, fault):
    """With `stale_if_error`, the cached response replaces one that failed."""
    first = around.engine.fetch(around.request(STATUS))
    around.sandbox.clock.advance(24 * 3600 - 60)
    fail = around.sandbox.faults
    _ = fail.fail(500, times=None) if fault == "server" else fail.drop(times=None)
    answer = around.engine.fetch(around.request(STATUS), Options(stale_if_error=True))
    assert answer.body == first.body
    assert answer.stale


@pytest.mark.parametrize("status", [400, 403, 404])
def test_stale_if_error_does_not_hide_refusals(around, status):
    """Statuses of 400 to 499 are about the request, not a failing API."""
    around.engine.fetch(around.request(STATUS))
    around.sandbox.clock.advance(3600)
    around.sandbox.faults.fail(status, times=None)
    answer = around.engine.fetch(around.request(STATUS), Options(stale_if_error=True))
    assert (answer.status, answer.stale) == (status, False)


def test_stale_if_error_of_one_thread_does_not_affect_others(around, held):
    """Threads that share a request keep their own options."""
    around.engine.fetch(around.request(STATUS))
    around.sandbox.clock.advance(3600)
    held(7)
    around.sandbox.faults.fail(500, times=None)
    wishes = [Options(stale_if_error=wish) for wish in (True, False) * 4]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(around.engine.fetch, [around.request(STATUS)] * 8, wishes))
    assert [answer.stale for answer in answers] == [True, False] * 4
    assert [answer.status for answer in answers] == [200, 500] * 4


def test_stale_if_error_works_with_ignore_cache(around):
    """`ignore_cache` sends no condition, and the cached response is the fallback."""
    first = around.engine.fetch(around.request(STATUS))
    both = Options(ignore_cache=True, stale_if_error=True)
    assert not around.engine.fetch(around.request(STATUS), both).from_cache
    assert statuses(around.sandbox) == [200, 200]
    around.sandbox.faults.fail(500, times=None)
    answer = around.engine.fetch(around.request(STATUS), both)
    assert (answer.body, answer.stale) == (first.body, True)


def test_nothing_stale_is_returned_by_default(around):
    """Without `stale_if_error`, callers see the failure."""
    around.engine.fetch(around.request(STATUS))
    around.sandbox.clock.advance(3600)
    around.sandbox.faults.fail(500, times=None)
    assert around.engine.fetch(around.request(STATUS)).status == 500
