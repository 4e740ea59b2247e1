"""Retries, waits at rate limits and telemetry."""

import logging
from dataclasses import replace

import pytest
from bravado.exception import HTTPClientError, HTTPServiceUnavailable, HTTPTooManyRequests

from esi.core.cancellation import AbandonedError, CancelScope
from esi.core.client.factory import make_client
from esi.core.http.messages import Options
from esi.core.http.rates import Rate
from esi.errors import (
    ApiConnectionError,
    DjangoEsiException,
    ErrorLimitError,
    LimitError,
    RateLimitError,
)

STATUS, TYPE = "/status", "/universe/types/34"
DOWNTIME = 1_800_011_100.0  # 2027-01-15 11:05 UTC


@pytest.fixture
def client(around):
    """Return a client of the sandbox over the test's engine."""
    return make_client(around.engine, user_agent="tests/1.0 (tests@example.com)")


@pytest.fixture
def records(around):
    """Collect the records of requests."""
    records = []
    around.engine.on_request = records.append
    return records


def post(around, path, body=b"[34]"):
    request = around.request(path)
    headers = {**request.headers, "content-type": "application/json"}
    return replace(request, method="POST", headers=headers, body=body)


def statuses(around):
    return [request.status for request in around.sandbox.requests]


def test_cancelled_work_sends_nothing(around):
    """After Cancel no request is sent, not even one without a wait."""
    work = CancelScope()
    work.cancel()
    with pytest.raises(AbandonedError):
        work.run(around.engine.fetch, around.request(STATUS))
    assert statuses(around) == []


# Retries


def test_the_jitter_is_added_to_the_doubling_waits(around):
    """Half a factor at most, by the engine's `jitter`."""
    around.jitter = 1.0
    around.sandbox.faults.fail(502, times=2)
    assert around.engine.fetch(around.request(STATUS)).status == 200
    assert around.slept == pytest.approx([0.2 * 1.5, 0.2 * 2.5])


def test_the_default_jitter_is_random(around):
    """Programs that failed together retry at different times."""
    from esi.core.engine.engine import Engine

    engine = Engine(around.engine.config)
    assert len({engine.jitter() for _ in range(10)}) > 5
    assert all(0 <= engine.jitter() <= 1 for _ in range(10))


@pytest.mark.parametrize(
    ("path", "again"),
    [
        ("/universe/names", True),
        ("/universe/ids", True),
        ("/characters/affiliation", True),
        ("/characters/90000001/assets/names", True),
        ("/corporations/98000001/assets/locations", True),
        ("/characters/90000001/cspa", True),
        ("/route/30000142/30002187", True),
        ("/characters/90000001/mail", False),
        ("/characters/90000001/fittings", False),
        ("/fleets/1/members", False),
    ],
)
def test_only_posts_that_read_are_retried(around, path, again):
    """Retrying a POST that changes something may do it twice."""
    around.sandbox.faults.drop(times=None)
    with pytest.raises(ApiConnectionError):
        around.engine.fetch(post(around, path))
    assert len(around.sandbox.requests) == (4 if again else 1)


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_put_and_delete_are_retried(around, method):
    """PUT and DELETE end in the same state however often they arrive."""
    around.sandbox.faults.drop(times=None)
    with pytest.raises(ApiConnectionError):
        around.engine.fetch(replace(post(around, "/fleets/1"), method=method))
    assert len(around.sandbox.requests) == 4


def test_a_post_that_never_arrived_is_retried(around):
    """After a refused connection no response can be lost."""
    request = replace(
        post(around, "/characters/1/mail"), url="http://127.0.0.1:9/characters/1/mail"
    )
    with pytest.raises(ApiConnectionError):
        around.engine.fetch(request)
    assert len(around.slept) == 3


def test_a_post_is_retried_after_a_429(around):
    """Any method may be retried, since a 429 changed nothing."""
    around.knobs["on_limit"] = "wait"
    around.sandbox.faults.fail(429, headers={"Retry-After": "7"})
    around.engine.fetch(post(around, "/universe/names"))
    assert statuses(around) == [429, 200]
    assert sum(around.slept) == pytest.approx(7, abs=0.01)


def test_the_wait_for_a_limit_is_bounded(around):
    """After an hour of refusals the caller gets the 429."""
    around.knobs["on_limit"] = "wait"
    around.sandbox.faults.fail(429, times=None, headers={"Retry-After": "900"})
    assert around.engine.fetch(around.request(STATUS)).status == 429
    assert len(statuses(around)) == 5


def test_a_hidden_limit_is_waited_out(around):
    """Market history answers 520 without a time: the call waits a minute and continues."""
    around.knobs["on_limit"] = "wait"
    around.sandbox.faults.fail(520, bare=True)
    assert around.engine.fetch(around.request(STATUS)).status == 200
    assert sum(around.slept) == pytest.approx(60, abs=0.01)


# The daily downtime


def test_a_fault_during_the_downtime_is_explained(around):
    """Its message names the daily downtime and when to try again."""
    around.sandbox.clock.set(DOWNTIME)
    around.sandbox.faults.drop(times=None)
    with pytest.raises(ApiConnectionError, match="daily downtime at 11:00 UTC") as caught:
        around.engine.fetch(around.request(STATUS))
    assert "ESI_API_URL" in str(caught.value)


def test_a_fault_at_noon_does_not_mention_the_downtime(around):
    """Noon is outside of it."""
    around.sandbox.clock.set(DOWNTIME + 3600)
    around.sandbox.faults.drop(times=None)
    with pytest.raises(ApiConnectionError) as caught:
        around.engine.fetch(around.request(STATUS))
    assert "downtime" not in str(caught.value)


def test_a_server_error_during_the_downtime_is_explained(around, client):
    """Statuses 502, 503 and 504 get the same sentence."""
    around.sandbox.clock.set(DOWNTIME)
    around.sandbox.faults.fail(503, times=None, path=STATUS)
    with pytest.raises(HTTPServiceUnavailable, match="daily downtime at 11:00 UTC"):
        client.Status.get_status().results()


# The error


def test_a_429_is_bravados_error_with_retry_after(around, client):
    """Programs catch it as HTTPTooManyRequests, as RateLimitError and by the root."""
    operation = client.Market.get_markets_region_id_orders(region_id=10000043)
    around.sandbox.drain("market-order")
    with pytest.raises(HTTPTooManyRequests) as caught:
        operation.results()
    error = caught.value
    assert isinstance(error, RateLimitError | LimitError)
    assert isinstance(error, DjangoEsiException)
    assert 890 <= error.retry_after <= 900
    assert error.status_code == error.response.status_code == 429


def test_a_refusal_without_a_request_is_the_same_error(around, client):
    """Nothing was sent: the response is what the API would send."""
    operation = client.Market.get_markets_region_id_orders(region_id=10000043)
    around.sandbox.drain("market-order")
    for _ in range(2):
        with pytest.raises(RateLimitError) as caught:
            operation.results()
    assert statuses(around).count(429) == 1
    error = caught.value
    assert 890 <= error.retry_after <= 900
    assert error.response.headers["Retry-After"] == str(int(error.retry_after))
    assert "market-order" in str(error)
    assert "ESI_ON_LIMIT" in error.message


def test_a_420_is_bravados_client_error(around, client):
    """On any route, received or known."""
    operation = client.Universe.get_universe_types_type_id(type_id=34)
    around.sandbox.drain_errors()
    for _ in range(2):
        with pytest.raises(HTTPClientError) as caught:
            operation.results()
        assert isinstance(caught.value, ErrorLimitError)
        assert caught.value.status_code == 420
        assert 0 < caught.value.retry_after <= 60
    assert statuses(around).count(420) == 1


def test_other_clients_of_the_process_keep_bravados_own_class():
    """Our subclass is for our client alone."""
    from bravado.exception import status_map

    assert status_map[429] is HTTPTooManyRequests


# Telemetry


def test_every_request_is_reported(around, client, records):
    """Operation, status, latency, bytes, cache state, bucket."""
    client.Status.get_status()
    records.clear()
    client.Status.get_status().results()
    (record,) = records
    assert (record.operation, record.method, record.status) == ("get_status", "GET", 200)
    assert (record.cache, record.bucket, record.tokens) == ("miss", "status", 2)
    assert record.transferred > 0
    assert 0 < record.latency < 10
    assert record.headers["x-ratelimit-group"] == "status"


def test_a_cache_hit_is_reported(around, client, records):
    """Hits cost nothing; after the lifetime there is a 304."""
    call = client.Universe.get_universe_regions
    call().results()
    records.clear()
    call().results()
    around.sandbox.clock.advance(2 * 24 * 3600)
    around.sandbox.turn_over("/universe/regions", pages=[])
    call().results()
    assert [(r.cache, r.status) for r in records] == [("hit", 200), ("revalidated", 304)]
    assert (records[0].latency, records[0].transferred, records[0].tokens) == (0.0, 0, 0)
    assert records[0].bucket == "errors"


def test_each_page_is_reported(around, client, records):
    """First from the API, then out of the cache."""
    call = client.Market.get_markets_region_id_orders
    call(region_id=10000043).results()
    pages = len(records)
    assert pages > 1
    call(region_id=10000043).results()
    assert [record.cache for record in records] == ["miss"] * pages + ["hit"] * pages


def test_each_attempt_is_reported(around, records):
    """Retries and faults included; without a response the status is None."""
    around.sandbox.faults.fail(503)
    around.sandbox.faults.drop()
    around.engine.fetch(around.request(STATUS))
    assert [record.status for record in records] == [503, None, 200]


def test_the_reported_bucket_hides_the_token(around, records):
    """It names a character's id, or the beginning of a token's hash."""
    rate = Rate("status", 600, 900.0)
    request = replace(around.request(STATUS), operation="get_status", rate=rate)
    around.engine.fetch(replace(request, identity="90000001"))
    around.engine.fetch(replace(request, identity="ab" * 32), Options(ignore_cache=True))
    assert [record.bucket for record in records] == ["status 90000001", "status token abababab"]


def test_a_callback_that_fails_does_not_fail_the_call(around, caplog):
    """Its error is logged with its traceback."""
    around.engine.on_request = lambda record: 1 / 0
    assert around.engine.fetch(around.request(STATUS)).status == 200
    assert "ZeroDivisionError" in caplog.text


def test_no_log_record_of_a_retry_contains_a_token(around, caplog, records):
    """At every level, through a limit, a retry and a fault."""
    caplog.set_level(logging.DEBUG)
    around.knobs.update(info_logging_enabled=True, on_limit="wait")
    around.sandbox.faults.fail(429, headers={"Retry-After": "3"})
    around.sandbox.faults.fail(503)
    around.sandbox.faults.drop()
    around.engine.fetch(around.request(STATUS).with_headers(authorization="Bearer very-secret"))
    assert "429" in caplog.text
    assert "very-secret" not in caplog.text
    assert "very-secret" not in repr(records)


@pytest.mark.parametrize(("verbose", "level"), [(True, logging.INFO), (False, logging.DEBUG)])
def test_the_setting_chooses_the_log_level_of_requests(around, caplog, verbose, level):
    """ESI_INFO_LOGGING_ENABLED lifts the line of each request to INFO."""
    caplog.set_level(logging.DEBUG)
    around.knobs["info_logging_enabled"] = verbose
    around.engine.fetch(around.request(STATUS))
    lines = [r.levelno for r in caplog.records if "/status: 200" in r.getMessage()]
    assert lines == [level]


def test_a_good_response_spends_no_error_budget(around):
    """On a route without a bucket the error limit stays whole."""
    around.engine.fetch(around.request(TYPE))
    (errors,) = around.engine.limiter.views(around.sandbox.url)
    assert (errors.group, errors.left) == ("errors", 95)
