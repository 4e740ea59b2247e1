"""In what order cache, network and retries come; against the sandbox."""

import json
import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

import pytest

from esi.core.cache.response_cache import CacheMode
from esi.core.engine.sender import Sender
from esi.core.http.messages import Options
from esi.core.http.rates import Rate
from esi.errors import ApiConnectionError, ApiTimeoutError

STATUS = "/status"
ORDERS = "/markets/10000043/orders"


def seen(sandbox):
    return [request.status for request in sandbox.requests]


def test_an_answer_within_its_lifetime_is_not_asked_for_again(around):
    """A second request goes to the cache."""
    first = around.engine.fetch(around.request(STATUS))
    second = around.engine.fetch(around.request(STATUS))
    assert second.body == first.body
    assert second.from_cache
    assert seen(around.sandbox) == [200]


def test_after_its_lifetime_an_unchanged_answer_is_a_304(around):
    """The ETag goes along, and the body stays where it is."""
    request = around.request("/universe/regions")
    first = around.engine.fetch(request)
    around.sandbox.clock.advance(2 * 24 * 3600)
    around.sandbox.turn_over("/universe/regions", pages=[])
    second = around.engine.fetch(request)
    assert seen(around.sandbox) == [200, 304]
    assert (second.body, second.status) == (first.body, 200)
    assert second.requests == 1
    assert second.transferred == 0


def test_a_304_starts_a_new_lifetime(around):
    """After a revalidation the answer holds again."""
    request = around.request("/universe/regions")
    around.engine.fetch(request)
    around.sandbox.clock.advance(2 * 24 * 3600)
    around.engine.fetch(request)
    around.engine.fetch(request)
    assert len(seen(around.sandbox)) == 2


def test_ignore_cache_asks_again_without_a_condition(around):
    """`ignore_cache` fetches the whole answer, whatever is kept."""
    around.engine.fetch(around.request(STATUS))
    answer = around.engine.fetch(around.request(STATUS), Options(ignore_cache=True))
    assert not answer.from_cache
    assert seen(around.sandbox) == [200, 200]


def test_cache_response_false_keeps_nothing(around):
    """ESI_CACHE_RESPONSE switches the cache off; what the limits need stays there."""
    around.knobs["cache_response"] = False
    around.engine.fetch(around.request(STATUS))
    around.engine.fetch(around.request(STATUS))
    assert seen(around.sandbox) == [200, 200]
    assert [key for key in around.cache if not key.startswith("esi_limit_")] == []


def test_the_callers_own_condition_passes_through(around):
    """A caller's If-None-Match gets the API's 304, not the cache's answer."""
    first = around.engine.fetch(around.request(STATUS))
    asked = around.request(STATUS).with_headers(if_none_match=first.headers["etag"])
    assert around.engine.fetch(asked).status == 304


METHODS = ("get", "set", "add", "delete")


@pytest.mark.parametrize(
    "methods", [*((name,) for name in METHODS), (*METHODS, "incr")], ids="-".join
)
def test_a_cache_that_fails_does_not_fail_the_call(around, caplog, methods):
    """Any error of any of the backend's methods is logged and passed over; limits are kept."""

    def broken(*args):
        raise OSError("disk full")

    for name in methods:
        setattr(around.cache, name, broken)
    request = replace(around.request(ORDERS), rate=Rate("market-order", 12_000, 900.0))
    for _ in range(2):
        assert around.engine.fetch(request, Options(ignore_cache=True)).status == 200
        assert around.engine.fetch(around.request(STATUS)).status == 200
        around.engine.responses.delete(around.request(STATUS))
    assert around.engine.limiter.returns(request)[2] == 12_000 - 4
    assert "(OSError: disk full)" in caplog.text


def test_what_a_foreign_cache_says_of_its_fault_is_not_in_the_log(around, caplog):
    """Its words may hold an address with a password."""

    def broken(*args):
        raise RuntimeError("no answer from redis://user:hunter2@host")

    around.cache.get = broken
    assert around.engine.fetch(around.request(STATUS)).status == 200
    assert "The cache failed (RuntimeError)" in caplog.text
    assert "hunter2" not in caplog.text


def test_what_must_not_be_stored_is_not(around):
    """`Cache-Control: no-store`: neither the answer nor a refusal."""
    never = {"Cache-Control": "no-store", "Expires": "Fri, 01 Jan 2100 00:00:00 GMT"}
    around.sandbox.faults.fail(200, body="1", headers=never, times=1)
    around.engine.fetch(around.request(STATUS))
    assert around.engine.responses.expires_at(around.request(STATUS)) is None
    around.sandbox.faults.fail(404, headers=never, times=1)
    item = replace(around.request("/universe/types/34"), item=True)
    assert [around.engine.fetch(item).status for _ in range(2)] == [404, 200]


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_passing_server_error_is_tried_again(around, status):
    """A server error that passes is not seen by the caller; the waits double."""
    around.sandbox.faults.fail(status, times=2)
    assert around.engine.fetch(around.request(STATUS)).status == 200
    assert around.slept == [0.2, 0.4]


def test_server_errors_end_after_the_configured_retries(around):
    """ESI_SERVER_ERROR_MAX_RETRIES bounds the tries, and the last answer is returned."""
    around.knobs["server_error_max_retries"] = 2
    around.sandbox.faults.fail(503, times=None)
    assert around.engine.fetch(around.request(STATUS)).status == 503
    assert seen(around.sandbox) == [503] * 3


def test_retries_of_a_call_win_over_the_setting(around):
    """`retries=0` tries once."""
    around.sandbox.faults.fail(502, times=None)
    around.engine.fetch(around.request(STATUS), Options(retries=0))
    assert seen(around.sandbox) == [502]


def test_an_internal_server_error_is_not_tried_again(around):
    """500 is the API's own mistake with this request."""
    around.sandbox.faults.fail(500, times=1)
    assert around.engine.fetch(around.request(STATUS)).status == 500
    assert around.slept == []


def test_a_dropped_connection_is_tried_again(around):
    """A connection that ends without an answer is a fault that passes."""
    around.sandbox.faults.drop(times=1)
    assert around.engine.fetch(around.request(STATUS)).status == 200


def test_dropped_connections_end_after_their_own_retries(around):
    """Their number is not that of server errors."""
    around.knobs |= {"connection_error_max_retries": 1, "server_error_max_retries": 3}
    around.sandbox.faults.drop(times=None)
    with pytest.raises(ApiConnectionError):
        around.engine.fetch(around.request(STATUS))
    assert len(seen(around.sandbox)) == 2


def test_a_body_that_broke_off_is_tried_again(around):
    """Half a body is never taken for an answer."""
    around.sandbox.faults.truncate(times=1)
    answer = around.engine.fetch(around.request(ORDERS))
    assert answer.body.endswith(b"]")


def test_a_body_of_right_length_that_ends_early_is_tried_again(around):
    """Only its checksum tells: what was cut off on the way is never taken for an answer."""
    around.sandbox.faults.damage(times=2)
    answer = around.engine.fetch(around.request(ORDERS))
    assert answer.body.endswith(b"]")
    assert len(around.slept) == 2


def test_a_body_that_stays_damaged_is_one_clear_error(around):
    """It says what is wrong with the body, and nothing of it is kept."""
    around.sandbox.faults.damage(times=None)
    with pytest.raises(
        ApiConnectionError, match=r"compressed body is truncated or damaged .* Is a proxy"
    ):
        around.engine.fetch(around.request(ORDERS))
    assert len(around.slept) == 3
    assert not [key for key in around.cache if not key.startswith("esi_limit_")]


def test_an_old_answer_stands_in_for_a_damaged_one(around):
    """With `stale_if_error`, as while the API is out of reach."""
    kept = around.engine.fetch(around.request(ORDERS))
    around.sandbox.clock.advance(3600)
    around.sandbox.turn_over(ORDERS, pages=range(1, 20))
    around.sandbox.faults.damage(times=None)
    answer = around.engine.fetch(around.request(ORDERS), Options(stale_if_error=True))
    assert answer.stale
    assert answer.body == kept.body


def test_a_damaged_error_is_known_by_its_status(around):
    """404 with half a body is 404: asking again would cost five tokens and tell no more."""
    around.sandbox.faults.damage(times=None)
    assert around.engine.fetch(around.request("/universe/types/1")).status == 404
    assert around.slept == []


def test_a_post_that_worked_and_came_back_damaged_is_not_sent_twice(around):
    """The mail is away; its answer is an error all the same."""
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
    """The error names the address and the next step, and keeps its cause."""
    around.sandbox.faults.drop(times=None)
    with pytest.raises(ApiConnectionError, match="ESI_API_URL") as caught:
        around.engine.fetch(around.request(STATUS))
    assert caught.value.url == around.sandbox.url + STATUS
    assert caught.value.__cause__ is not None
    assert len(around.slept) == 3


def test_a_slow_answer_is_a_timeout_that_says_how_to_allow_more(around):
    """The error names the knobs."""
    around.sandbox.faults.latency = 5
    with pytest.raises(ApiTimeoutError, match="ESI_REQUESTS_READ_TIMEOUT"):
        around.engine.fetch(around.request(STATUS), Options(timeout=0.05, retries=0))


def test_a_post_that_changes_something_is_not_sent_twice(around):
    """A POST whose answer was lost may have worked: it is not repeated."""
    around.sandbox.faults.drop(times=None)
    request = around.request("/characters/1/mail")
    request = type(request)("POST", request.url, headers=request.headers, body=b"{}")
    with pytest.raises(ApiConnectionError):
        around.engine.fetch(request)
    assert around.slept == []


def test_a_post_that_only_reads_is_sent_again(around):
    """`POST /universe/names` changes nothing."""
    around.sandbox.faults.drop(times=1)
    request = around.request("/universe/names")
    headers = {**request.headers, "content-type": "application/json"}
    request = type(request)("POST", request.url, headers=headers, body=b"[34]")
    assert around.engine.fetch(request).status == 200


def test_at_a_limit_the_engine_waits_as_long_as_the_api_says(around):
    """With `wait`, a 429 is waited out and the call goes on."""
    around.knobs["on_limit"] = "wait"
    around.sandbox.drain("market-order")
    assert around.engine.fetch(around.request(ORDERS)).status == 200
    assert sum(around.slept) > 0
    assert set(seen(around.sandbox)) == {429, 200}


def test_at_a_limit_raise_returns_the_refusal(around):
    """With `raise`, nobody waits."""
    around.sandbox.drain("market-order")
    assert around.engine.fetch(around.request(ORDERS)).status == 429
    assert around.slept == []


def test_no_log_record_holds_a_token(around, caplog):
    """At every level, of every logger, the token of a request stays out of the log."""
    caplog.set_level(logging.DEBUG)
    around.knobs["info_logging_enabled"] = True
    asked = around.request(STATUS).with_headers(authorization="Bearer very-secret")
    around.engine.fetch(asked)
    assert "/status: 200" in caplog.text
    assert "very-secret" not in caplog.text
    assert "very-secret" not in repr(asked)


@pytest.fixture
def held(monkeypatch):
    """Holds a request back until so many others wait for its answer: `held(7)`."""

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


def test_the_same_request_by_many_threads_at_once_goes_out_once(around, held):
    """Identical requests in flight share one answer."""
    held(7)
    with ThreadPoolExecutor(8) as pool:
        bodies = {a.body for a in pool.map(around.engine.fetch, [around.request(STATUS)] * 8)}
    assert len(bodies) == 1
    assert seen(around.sandbox) == [200]


def test_what_has_come_is_shared_before_it_is_in_the_cache(around):
    """Pages are kept some at a time; whoever comes in between need not ask again."""
    (early,) = around.engine.look_up([around.request(STATUS)])
    _, stored = around.engine.fetch_missing(early)
    taken, to_keep = around.engine.fetch_missing(early)
    found = next(around.engine.look_up([around.request(STATUS)])).response
    assert stored
    assert to_keep is None
    assert [(each.from_cache, each.requests) for each in (taken, found)] == [(True, 0)] * 2
    assert seen(around.sandbox) == [200]


def test_a_renewal_asks_though_the_answer_has_just_come(around):
    """A snapshot that mends itself takes no answer twice."""
    (early,) = around.engine.look_up([around.request(STATUS)])
    _, stored = around.engine.fetch_missing(early)
    (case,) = around.engine.look_up([around.request(STATUS)], mode=CacheMode.NO_CACHE)
    around.engine.fetch_missing(case)
    assert stored
    assert seen(around.sandbox) == [200, 304]


def test_posts_that_may_change_something_are_neither_shared_nor_kept(around):
    """Two like ones at once are two: the document gives them no lifetime."""
    around.sandbox.faults.latency = 0.05
    asked = around.request("/universe/ids")
    headers = {**asked.headers, "content-type": "application/json"}
    post = replace(asked, method="POST", headers=headers, body=b'["Jita"]')
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(around.engine.fetch, [post] * 4))
    assert seen(around.sandbox) == [200] * 4
    assert around.engine.responses.expires_at(post) is None


def test_those_who_share_an_answer_share_its_failure(around, held):
    """A fault of the one request is the fault of all."""
    held(3)
    around.sandbox.faults.drop(times=None)
    around.knobs["connection_error_max_retries"] = 0

    def fetch(request):
        with pytest.raises(ApiConnectionError):
            around.engine.fetch(request)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(fetch, [around.request(STATUS)] * 4))
    assert len(seen(around.sandbox)) == 1


@pytest.mark.parametrize("status", [403, 404])
def test_a_refusal_of_an_item_is_remembered_for_a_while(around, status):
    """Asking again within a minute costs nothing; after it, the API is asked."""
    around.sandbox.faults.fail(status, times=None)
    request = replace(around.request("/universe/types/34"), item=True)
    assert [around.engine.fetch(request).status for _ in range(3)] == [status] * 3
    assert seen(around.sandbox) == [status]
    around.sandbox.clock.advance(61)
    around.sandbox.faults.clear()
    assert around.engine.fetch(request).status == 200


@pytest.mark.parametrize("status", [403, 404])
def test_a_refusal_is_remembered_for_the_token_that_met_it(around, status):
    """A new login may hold the scope that the old one lacked: it asks, and the old one need not."""
    request = replace(around.request("/universe/types/34"), item=True, identity="90000001")
    old = request.with_headers(authorization="Bearer old")
    new = request.with_headers(authorization="Bearer new")
    around.sandbox.faults.fail(status, times=1)
    assert [around.engine.fetch(old).status for _ in range(2)] == [status] * 2
    assert seen(around.sandbox) == [status]
    assert around.engine.fetch(new).status == 200
    assert not any(b"Bearer" in value for value in around.cache.values() if type(value) is bytes)


def test_two_tokens_of_a_character_at_once_are_two_requests(around):
    """What one token is refused, the other is not told."""
    around.sandbox.faults.latency = 0.05
    around.sandbox.faults.fail(403, times=1)
    request = replace(around.request("/universe/types/34"), item=True, identity="90000001")
    asked = [request.with_headers(authorization=f"Bearer {name}") for name in ("old", "new")]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(around.engine.fetch, asked))
    assert sorted(answer.status for answer in answers) == [200, 403]


def test_a_refusal_of_a_listing_is_not_remembered(around):
    """Only items are: a listing that is refused may be back at once."""
    around.sandbox.faults.fail(404, times=1)
    assert around.engine.fetch(around.request(STATUS)).status == 404
    assert around.engine.fetch(around.request(STATUS)).status == 200


@pytest.mark.parametrize("fault", ["server", "connection"])
def test_a_stale_copy_serves_when_asked_for_and_says_so(around, fault):
    """With `stale_if_error`, an ill API is bridged by what is kept."""
    first = around.engine.fetch(around.request(STATUS))
    around.sandbox.clock.advance(24 * 3600 - 60)
    fail = around.sandbox.faults
    _ = fail.fail(500, times=None) if fault == "server" else fail.drop(times=None)
    answer = around.engine.fetch(around.request(STATUS), Options(stale_if_error=True))
    assert answer.body == first.body
    assert answer.stale


@pytest.mark.parametrize("status", [400, 403, 404])
def test_a_refusal_is_no_illness(around, status):
    """With `stale_if_error`, what the API says of a request is heard all the same."""
    around.engine.fetch(around.request(STATUS))
    around.sandbox.clock.advance(3600)
    around.sandbox.faults.fail(status, times=None)
    answer = around.engine.fetch(around.request(STATUS), Options(stale_if_error=True))
    assert (answer.status, answer.stale) == (status, False)


def test_those_who_share_a_request_have_stale_copies_by_their_own_wish(around, held):
    """Whoever sends it: one thread's `stale_if_error` is no other's."""
    around.engine.fetch(around.request(STATUS))
    around.sandbox.clock.advance(3600)
    held(7)
    around.sandbox.faults.fail(500, times=None)
    wishes = [Options(stale_if_error=wish) for wish in (True, False) * 4]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(around.engine.fetch, [around.request(STATUS)] * 8, wishes))
    assert [answer.stale for answer in answers] == [True, False] * 4
    assert [answer.status for answer in answers] == [200, 500] * 4


def test_a_stale_copy_serves_where_the_cache_was_to_be_ignored(around):
    """`ignore_cache` asks without a condition; what is kept is for the case of need."""
    first = around.engine.fetch(around.request(STATUS))
    both = Options(ignore_cache=True, stale_if_error=True)
    assert not around.engine.fetch(around.request(STATUS), both).from_cache
    assert seen(around.sandbox) == [200, 200]
    around.sandbox.faults.fail(500, times=None)
    answer = around.engine.fetch(around.request(STATUS), both)
    assert (answer.body, answer.stale) == (first.body, True)


def test_nothing_stale_is_served_unasked(around):
    """Without `stale_if_error`, an ill API is seen."""
    around.engine.fetch(around.request(STATUS))
    around.sandbox.clock.advance(3600)
    around.sandbox.faults.fail(500, times=None)
    assert around.engine.fetch(around.request(STATUS)).status == 500
