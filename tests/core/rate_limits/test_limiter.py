"""Test threads, processes and users within the API's limits, against the sandbox."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from types import SimpleNamespace

import pytest

from esi.core.cache.protocol import MemoryCache
from esi.core.cancellation import CancelScope
from esi.core.http.messages import Options
from esi.core.http.rates import Rate
from esi.core.rate_limits import cooldowns
from esi.core.rate_limits.buckets import ErrorBudget, TokenBucket
from esi.core.rate_limits.limiter import Admitted, Delayed, Limiter
from esi.core.rate_limits.rules import ERRORS, RESERVED_ERRORS, Report
from esi.sandbox.clock import ManualClock
from tests.core import herd as herd_module
from tests.core.conftest import DictCache, Surroundings
from tests.core.herd import MISSING, STATUS, Herd, document
from tests.core.herd import WINDOW as HERD_WINDOW

SIZE, WINDOW = 20, 60.0
RATE = Rate("status", SIZE, WINDOW)
LATE = WINDOW / 30  # a token may come back by so much later


@pytest.fixture
def small(esi_sandbox, esi_sandbox_factory):
    """Start a sandbox whose status has 20 tokens a minute, and an engine beside it."""
    sandbox = esi_sandbox_factory(document=document(esi_sandbox, SIZE, "1m"))
    surroundings = Surroundings(sandbox)
    surroundings.knobs["cache_response"] = False
    yield surroundings
    surroundings.engine.close()


def status(around, rate=RATE, operation="get_status", who=""):
    return replace(around.request(STATUS), operation=operation, rate=rate, identity=who)


def missing(around, operation="get_universe_types_type_id"):
    return replace(around.request(MISSING), operation=operation)


def beside(around):
    """Return another process: an engine of its own with the same cache, clock and settings."""
    other = Surroundings(around.sandbox)
    other.cache, other.knobs = around.cache, around.knobs
    other.engine.responses.cache = around.cache
    other.engine.limiter = Limiter(around.cache, around.sandbox.clock)
    return other


def fetched(around, request, times):
    return [around.engine.fetch(request) for _ in range(times)]


def seen(around):
    return [record.status for record in around.sandbox.requests]


def test_a_spent_bucket_refuses_without_sending(small):
    """Request eleven of two tokens is refused locally, with the seconds to wait."""
    answers = fetched(small, status(small), 11)
    assert [answer.status for answer in answers] == [200] * 10 + [429]
    assert seen(small) == [200] * 10
    assert answers[-1].requests == 0
    assert WINDOW - 1 <= int(answers[-1].headers["retry-after"]) <= WINDOW + LATE
    assert Report.from_http(answers[-1].headers).rate == RATE
    assert "ESI_ON_LIMIT" in json.loads(answers[-1].body)["error"]


def test_tokens_come_back_after_a_window(small):
    """They return at most one slot late."""
    fetched(small, status(small), 10)
    small.sandbox.clock.advance(WINDOW - 1)
    assert small.engine.fetch(status(small)).status == 429
    small.sandbox.clock.advance(1 + LATE)
    assert {answer.status for answer in fetched(small, status(small), 10)} == {200}
    assert 429 not in seen(small)


def test_waiting_causes_no_refusal(small):
    """With `wait`, forty requests on a bucket of ten take three windows and not one 429."""
    small.knobs["on_limit"] = "wait"
    assert {answer.status for answer in fetched(small, status(small), 40)} == {200}
    assert seen(small) == [200] * 40
    assert 3 * WINDOW - 1 <= sum(small.slept) <= 3 * (WINDOW + LATE) + 1


def test_off_applies_no_limit(small):
    """Callers get the API's own refusal, and nothing is remembered."""
    small.knobs["on_limit"] = "off"
    assert [answer.status for answer in fetched(small, status(small), 12)] == [200] * 10 + [429] * 2
    assert len(seen(small)) == 12
    assert small.cache == {}


def test_two_processes_share_a_bucket(small):
    """Two engines with one cache count together."""
    other = beside(small)
    statuses = [
        (small if turn % 2 else other).engine.fetch(status(small)).status for turn in range(12)
    ]
    assert statuses == [200] * 10 + [429] * 2
    assert 429 not in seen(small)


def test_closing_an_engine_releases_its_lease(esi_sandbox):
    """Other processes may spend what a finished script did not."""
    rate = Rate("market-order", 12000, 900.0)
    one, other = Surroundings(esi_sandbox), None
    request = replace(one.request("/markets/10000043/orders"), operation="orders", rate=rate)
    one.engine.fetch(request)
    other = beside(one)
    assert other.engine.limiter.budget(request).left < 12000 - 2
    one.engine.close()
    assert other.engine.limiter.budget(request).left == 12000 - 2


def test_the_end_of_a_slot_releases_the_lease(esi_sandbox):
    """Tokens reserved far from the limit and not spent are not lost for a window."""
    around = Surroundings(esi_sandbox)
    rate = Rate("market-order", 12000, 900.0)
    around.knobs["cache_response"] = False
    request = replace(around.request("/markets/10000043/orders"), operation="orders", rate=rate)
    for _ in range(5):
        around.engine.fetch(request)
        esi_sandbox.clock.advance(31)
    around.engine.fetch(request)
    others = beside(around).engine.limiter.budget(request).left
    assert 12000 - others <= 6 * 2 + 32


def test_each_character_has_a_bucket(small):
    """Spending of one user does not count for another."""
    tokens = [small.sandbox.token(character) for character in (90000001, 90000002)]
    asked = [
        status(small, who=str(index)).with_headers(authorization=f"Bearer {token}")
        for index, token in enumerate(tokens)
    ]
    assert {answer.status for request in asked for answer in fetched(small, request, 10)} == {200}
    assert small.engine.fetch(asked[0]).status == 429
    assert seen(small) == [200] * 20


def test_stricter_headers_override_the_document(small):
    """The document says 2000 tokens, the API 20."""
    generous = Rate("status", 2000, WINDOW)
    statuses = [answer.status for answer in fetched(small, status(small, generous), 11)]
    assert statuses == [200] * 10 + [429]
    assert 429 not in seen(small)


def test_a_longer_window_in_the_headers_overrides_the_document(small):
    """The document says ten seconds, the API a minute: after ten no token has returned."""
    hasty = status(small, Rate("status", SIZE, 10.0))
    fetched(small, hasty, 10)
    small.sandbox.clock.advance(15)
    assert small.engine.fetch(hasty).status == 429
    assert seen(small) == [200] * 10
    small.sandbox.clock.advance(WINDOW + LATE - 15)
    assert small.engine.fetch(hasty).status == 200


def test_a_bucket_missing_in_the_document_is_taken_from_the_headers(small):
    """The first response's headers name it; the second request counts in it."""
    statuses = [answer.status for answer in fetched(small, status(small, None), 11)]
    assert statuses == [200] * 10 + [429]
    assert 429 not in seen(small)


def test_a_group_found_for_one_user_applies_to_the_next(small):
    """Groups of operations are the same for every character."""
    small.engine.fetch(status(small, None, who="1"))
    other = status(small, None, who="2")
    budget = small.engine.limiter.budget(other)
    assert (budget.group, budget.user) == ("status", "2")


def test_tokens_return_a_window_after_they_were_spent(esi_sandbox, esi_sandbox_factory):
    """Ten requests over twenty seconds return over twenty seconds, whenever they were reserved."""
    around = Surroundings(esi_sandbox_factory(document=document(esi_sandbox, 320, "1m")))
    around.knobs["cache_response"] = False
    request = status(around, Rate("status", 320, WINDOW))
    for _ in range(10):
        around.engine.fetch(request)
        around.sandbox.clock.advance(2)
    around.sandbox.clock.advance(42)
    fetched(around, request, 165)
    assert 429 not in seen(around)
    around.engine.close()


def test_a_request_is_paid_in_the_slot_of_its_response():
    """It was sent in an earlier slot; its tokens return by the later one."""
    bucket = TokenBucket(MemoryCache(), "bucket", RATE)
    begin = 1_800_000_000.0
    grant, wait = bucket.acquire(begin)
    assert wait == 0
    bucket.settle(grant, begin + 20, 200, 2, None)
    assert bucket.ledger.used(begin + 20 + WINDOW - 1) == 2


def test_a_lease_does_not_pay_for_requests_of_later_slots():
    """Those tokens would return too early: a later request is paid in its own slot."""
    bucket = TokenBucket(MemoryCache(), "bucket", Rate("status", 320, WINDOW))
    begin = 1_800_000_000.0
    for now in (begin, begin + 20):
        grant, _ = bucket.acquire(now)
        bucket.settle(grant, now, 200, 2, None)
    assert bucket.ledger.used(begin + 20 + WINDOW - 1) - bucket.lease.balance == 2


def test_only_one_request_is_in_flight_until_the_first_response():
    """The bucket may be drained: the others wait for the outcome of the first."""
    bucket, now = TokenBucket(MemoryCache(), "bucket", RATE), 1_800_000_000.0
    grant, wait = bucket.acquire(now)
    assert (wait, bucket.acquire(now)[1]) == (0, None)
    bucket.settle(grant, now, 200, 2, None)
    assert [bucket.acquire(now)[1] for _ in range(2)] == [0, 0]


def test_after_an_error_the_next_request_is_expected_to_cost_as_much():
    """Five tokens are reserved for it, so that a row of errors ends at the limit."""
    bucket, now = TokenBucket(MemoryCache(), "bucket", RATE), 1_800_000_000.0
    prices = []
    for _ in range(2):
        grant, _ = bucket.acquire(now)
        prices.append(grant.price)
        bucket.settle(grant, now, 404, 5, None)
    assert prices == [2, 5]


def test_failures_lower_the_number_of_requests_in_flight():
    """Each failure halves the number, each success allows one more."""
    budget = ErrorBudget(MemoryCache(), "errors")
    now = 1_800_000_000.0
    for failed, together in ((True, 2), (True, 1), (True, 1), (False, 2), (False, 3)):
        grant, _ = budget.acquire(now)
        budget.settle(grant, now, failed=failed, left=None)
        assert budget.max_in_flight == together
    waits = [budget.acquire(now)[1] for _ in range(4)]
    assert waits == [0, 0, 0, None]


def test_headers_show_what_other_clients_spent(small):
    """Tokens spent at this address without our cache are not spent twice."""
    small.sandbox.drain("status", tokens=10)
    statuses = [answer.status for answer in fetched(small, status(small), 7)]
    assert statuses == [200] * 5 + [429] * 2
    assert seen(small) == [200] * 5


def test_processes_share_what_headers_say_of_other_clients(small):
    """Headers of one response tell all processes what is left."""
    other = beside(small)
    other.engine.fetch(status(small))
    small.sandbox.drain("status", tokens=SIZE - 4)
    small.engine.fetch(status(small))
    assert other.engine.fetch(status(small)).status == 429
    assert seen(small) == [200] * 2


def test_a_lease_is_released_if_other_clients_were_first(esi_sandbox):
    """Other clients nearly emptied a large bucket: the first response shows it; no 429 follows."""
    around = Surroundings(esi_sandbox)
    around.knobs["cache_response"] = False
    esi_sandbox.drain("market-order", tokens=12000 - 20)
    rate = Rate("market-order", 12000, 900.0)
    request = replace(around.request("/markets/10000043/orders"), operation="orders", rate=rate)
    statuses = [answer.status for answer in fetched(around, request, 12)]
    assert statuses == [200] * 10 + [429] * 2
    assert seen(around) == [200] * 10


def test_tokens_of_other_clients_may_return_within_the_window(small):
    """One request is let through now and then to find out when."""
    small.knobs["on_limit"] = "wait"
    small.sandbox.drain("status", tokens=18)
    small.sandbox.clock.advance(50)
    small.engine.fetch(status(small))
    small.engine.fetch(status(small))
    assert sum(small.slept) <= 15


def test_one_process_probes_and_the_others_wait():
    """One request of all processes is let through in each slot."""
    cache, begin = MemoryCache(), 1_800_000_000.0
    one, other = (TokenBucket(cache, "bucket", RATE) for _ in range(2))
    grant, _ = one.acquire(begin)
    one.settle(grant, begin, 200, 2, Report(RATE, 0))
    waits = [bucket.acquire(begin + LATE)[1] for bucket in (one, other)]
    assert waits == [0, LATE]


@pytest.mark.parametrize("restarted", [False, True])
def test_probing_continues_after_the_clock_is_set_back(restarted):
    """One slot after the clock went back two hours, a request finds out what is left."""
    cache, ahead = MemoryCache(), 1_800_000_000.0
    bucket = TokenBucket(cache, "bucket", RATE)
    grant, _ = bucket.acquire(ahead)
    bucket.settle(grant, ahead, 200, 2, Report(RATE, 0))
    now = ahead - 7200
    if restarted:
        bucket = TokenBucket(cache, "bucket", RATE)
    grant, wait = bucket.acquire(now)  # two tokens were ours, and are back
    bucket.settle(grant, now, 200, 2, None)
    assert (wait, bucket.acquire(now)[1]) == (0, LATE)
    assert bucket.acquire(now + LATE)[1] == 0


def test_after_a_refusal_no_process_sends_until_it_is_over(small):
    """One process receives a 429; another with the same cache does not even try."""
    small.sandbox.drain("status")
    other = beside(small)
    refused = small.engine.fetch(status(small))
    assert (refused.status, refused.requests) == (429, 1)
    small.sandbox.clock.advance(1)
    held = other.engine.fetch(status(small))
    assert (held.status, held.requests) == (429, 0)
    assert int(held.headers["retry-after"]) == int(refused.headers["retry-after"]) - 1
    small.sandbox.clock.advance(WINDOW)
    assert other.engine.fetch(status(small)).status == 200
    assert seen(small) == [429, 200]


@pytest.mark.parametrize(("took", "unseen"), [(0.001, 0.02), (0.05, 0.5), (5.0, 1.0)])
def test_a_slow_poll_delays_the_next_by_a_second_at_most(monkeypatch, took, unseen):
    """Polls take at most a tenth of the time; a single slow one changes little."""
    passed = []
    monkeypatch.setattr(cooldowns, "time", SimpleNamespace(perf_counter=lambda: sum(passed)))

    class Slow(MemoryCache):
        def get_many(self, keys):
            passed.append(took)
            return super().get_many(keys)

    begin, cache = 1_800_000_000.0, Slow()
    mine, other = (cooldowns.Cooldowns(cache, str) for _ in range(2))
    mine.poll("host", begin, cooldowns.POLL_INTERVAL)
    other.close("host", 7, 60.0, begin)
    assert mine.longest("host", [7], begin + 0.99 * unseen) == (0.0, 0)
    seconds, _ = mine.longest("host", [7], begin + 1.01 * unseen)
    assert seconds == pytest.approx(60 - 1.01 * unseen, abs=0.01)


def test_a_429_closes_its_bucket_only(small):
    """Other buckets stay open."""
    small.sandbox.drain("status")
    small.engine.fetch(status(small))
    assert small.engine.fetch(small.request("/universe/types/34")).status == 200


def test_after_a_420_every_route_is_closed_to_every_process(small):
    """Routes with a bucket are closed as well, until the minute ends."""
    small.sandbox.drain_errors()
    assert small.engine.fetch(missing(small)).status == 420
    other = beside(small)
    for request in (missing(small), status(small)):
        held = other.engine.fetch(request)
        assert (held.status, held.requests) == (420, 0)
    small.sandbox.clock.advance(61)
    assert other.engine.fetch(status(small)).status == 200
    assert seen(small) == [420, 200]


@pytest.mark.parametrize(
    ("code", "body"),
    [(429, None), (520, None), (500, '{"error": "ConStopSpamming: too many requests"}')],
)
def test_a_limit_without_headers_closes_its_operation_for_a_minute(small, code, body):
    """Limits of the game server, such as market history's, arrive like this."""
    small.sandbox.faults.fail(code, body=body, bare=True)
    assert small.engine.fetch(status(small)).status == code
    held = small.engine.fetch(status(small))
    assert (held.status, held.requests) == (429, 0)
    assert int(held.headers["retry-after"]) == 60
    assert small.engine.fetch(status(small, operation="another")).status == 200
    small.sandbox.clock.advance(61)
    assert small.engine.fetch(status(small)).status == 200


def test_an_internal_error_that_names_no_limit_closes_nothing(small):
    """Plain 500s concern one request only."""
    small.sandbox.faults.fail(500)
    assert [a.status for a in fetched(small, status(small), 2)] == [500, 200]


def test_the_error_limit_is_not_used_up(small):
    """Every request fails: a few errors before the limit nothing is sent any more."""
    answers = fetched(small, missing(small), ERRORS + 5)
    statuses = [answer.status for answer in answers]
    allowed = ERRORS - RESERVED_ERRORS
    assert answers[allowed - 1].headers["x-esi-error-limit-remain"] == "5"
    assert statuses == [404] * allowed + [420] * (ERRORS + 5 - allowed)
    assert seen(small) == [404] * allowed
    small.sandbox.clock.advance(63)
    assert small.engine.fetch(missing(small)).status == 404


def test_successful_requests_do_not_use_the_error_limit(small):
    """Any number may succeed, even with the budget nearly spent."""
    fetched(small, missing(small), 90)
    good = replace(small.request("/universe/types/34"), operation="get_universe_types_type_id")
    assert {answer.status for answer in fetched(small, good, 150)} == {200}


def test_errors_of_other_clients_at_this_address_count(small):
    """The API's number of remaining errors is used if it is lower than ours."""
    small.sandbox.drain_errors(90)
    good = replace(small.request("/universe/types/34"), operation="get_universe_types_type_id")
    small.engine.fetch(good)
    statuses = [answer.status for answer in fetched(small, missing(small), 7)]
    assert statuses == [404] * 5 + [420] * 2
    assert 420 not in seen(small)


def test_many_threads_spend_no_more_than_is_left(small):
    """Of thirty threads ten can be paid."""
    with ThreadPoolExecutor(30) as pool:
        answers = list(pool.map(lambda _: small.engine.fetch(status(small)), range(30)))
    assert sorted(answer.status for answer in answers) == [200] * 10 + [429] * 20
    assert seen(small) == [200] * 10


def test_many_threads_meet_a_drained_bucket_once(small):
    """Only one request is sent before the first response."""
    small.sandbox.drain("status")
    with ThreadPoolExecutor(30) as pool:
        answers = list(pool.map(lambda _: small.engine.fetch(status(small)), range(30)))
    assert {answer.status for answer in answers} == {429}
    assert seen(small) == [429]


def test_many_failing_threads_stop_before_the_error_limit(small):
    """Few requests are in flight at first."""
    with ThreadPoolExecutor(120) as pool:
        answers = list(pool.map(lambda _: small.engine.fetch(missing(small)), range(130)))
    assert 420 not in seen(small)
    assert {answer.status for answer in answers} == {404, 420}


def test_without_a_cache_a_process_counts_for_itself(small):
    """Limits apply without a cache as well."""
    small.engine.limiter = Limiter(None, small.sandbox.clock)
    assert [a.status for a in fetched(small, status(small), 11)] == [200] * 10 + [429]


def test_a_process_counts_alone_if_its_cache_fails(small, caplog):
    """The cache is not used for a while; one log line says so."""

    def broken(*args):
        raise OSError("disk full")

    small.cache.get = small.cache.add = small.cache.set = broken
    assert [a.status for a in fetched(small, status(small), 11)] == [200] * 10 + [429]
    assert caplog.text.count("tracking limits in this process only") == 1


def test_a_fork_does_not_spend_its_parents_lease():
    """New processes start from what is in the cache."""
    limiter = Limiter(DictCache(), lambda: 1e9)
    request = replace(_request(), rate=Rate("a", 320, 900.0))
    assert isinstance(limiter.admit(request), Admitted)  # sets 20 aside
    budget = limiter._registry.route(request).budget
    limiter.after_fork()
    nobody = CancelScope()  # waits, so that admit must not either
    nobody.cancel()
    nobody.run(limiter.admit, request)
    again = limiter._registry.route(request).budget
    assert again is not budget
    assert again.ledger.used(1e9) > budget.ledger.used(1e9)


def test_closing_the_limiter_wakes_waiting_requests():
    """Two wait for the first response: then one is admitted, and the other waits for that one."""
    limiter = Limiter(DictCache(), lambda: 1e9)
    limiter.admit(_request())
    looked, waiting, wait = threading.Semaphore(0), set(), limiter._changed.wait

    def noted(seconds):
        waiting.add(threading.get_ident())
        looked.release()
        return wait(seconds)

    limiter._changed.wait = noted
    with ThreadPoolExecutor(2) as pool:
        parts = [pool.submit(limiter.admit, _request()) for _ in range(2)]
        while len(waiting) < 2:
            assert looked.acquire(timeout=60)
        limiter.close()
        granted = next(as_completed(parts)).result()
        limiter.settle(granted, None)
        assert all(isinstance(part.result(timeout=60), Admitted) for part in parts)


def _request():
    from esi.core.http.messages import Request

    return Request("GET", "http://api/status", operation="get_status", rate=RATE)


@pytest.mark.parametrize("jump", [7200.0, 45.0, -45.0, -7200.0])
def test_after_a_clock_jump_no_wait_is_longer_than_a_window(jump):
    """Spent tokens return within one window, whichever way the clock was set."""
    clock = ManualClock(1_800_000_000.0)
    limiter = Limiter(DictCache(), clock)
    for _ in range(10):
        admitted = limiter.admit(_request())
        limiter.settle(admitted, None)
    clock.advance(jump)
    waited = 0.0
    while isinstance(delay := limiter.admit(_request()), Delayed):
        assert delay.seconds <= WINDOW + LATE
        waited += delay.seconds
        clock.advance(delay.seconds)
    assert waited <= WINDOW + 45 + 2 * LATE


def test_after_a_clock_jump_a_refusal_ends_within_an_hour(small):
    """The clock is set back two hours: a minute's refusal does not last for two hours."""
    clock = ManualClock(1_800_000_000.0)
    small.engine.limiter = Limiter(small.cache, clock)
    small.sandbox.drain("status")
    small.engine.fetch(status(small))
    small.sandbox.clock.advance(WINDOW)
    clock.advance(-7200)
    assert small.engine.fetch(status(small)).requests == 0
    clock.advance(3600)
    small.knobs["on_limit"] = "wait"
    assert small.engine.fetch(status(small)).status == 200
    assert sum(small.slept) <= 2 * LATE


def test_views_show_what_is_left(small):
    """The error limit comes first; spending of other processes is included."""
    fetched(small, status(small), 3)
    fetched(small, missing(small), 2)
    views = beside(small).engine.limiter.views(small.sandbox.url, [RATE])
    assert [(view.group, view.size, view.left) for view in views] == [
        ("errors", 95, 93),
        ("status", 20, 14),
    ]


def test_waiting_requests_are_viewed_and_logged(small, caplog):
    """`views` lists a waiting request, and the log has its seconds."""
    small.knobs["on_limit"] = "wait"
    fetched(small, status(small), 10)
    views = []

    def sleep(seconds):
        views.extend(small.engine.limiter.views(small.sandbox.url))
        small.sandbox.clock.advance(seconds)

    small.engine.sleep = sleep
    small.engine.fetch(status(small))
    assert [view.waiting for view in views if view.group == "status"] == [("get_status",)]
    assert "get_status waits for its limit (status), at least 6" in caplog.text
    assert all(view.waiting == () for view in small.engine.limiter.views(small.sandbox.url))


def test_waits_of_a_bucket_are_logged_once_a_minute(small):
    """Another bucket has its own line, and the same one another line a minute later."""
    limiter, clock = small.engine.limiter, small.sandbox.clock
    first, other = Delayed(60.0, 429, "status"), Delayed(60.0, 429, "status 1")
    assert [limiter.was_logged(wait) for wait in (first, first, other)] == [False, True, False]
    clock.advance(59)
    assert limiter.was_logged(first)
    clock.advance(1)
    assert not limiter.was_logged(first)


def test_threads_that_wait_for_a_bucket_log_one_line(small, caplog):
    """One line of the log stands for all of them."""
    small.knobs["on_limit"] = "wait"
    fetched(small, status(small), 10)
    both = threading.Barrier(2, timeout=60)
    naps = []

    def sleep(seconds):
        naps.append(seconds)
        if len(naps) <= 2:
            both.wait()
        small.sandbox.clock.advance(seconds)

    small.engine.sleep = sleep
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: small.engine.fetch(status(small)), range(2)))
    assert [answer.status for answer in answers] == [200, 200]
    warnings = [one for one in caplog.records if one.levelname == "WARNING"]
    assert sum("waits for its limit" in one.getMessage() for one in warnings) == 1


def test_a_cancelled_pull_stops_waiting(small, monkeypatch):
    """An error in one part of a pull wakes the others: no thread sleeps until its limit ends."""
    small.knobs["on_limit"] = "wait"
    fetched(small, status(small), 10)
    sleeping, woken = threading.Event(), threading.Event()
    naps = []

    class Waking(CancelScope):
        def cancel(self):
            super().cancel()
            woken.set()

    monkeypatch.setattr("esi.core.cancellation.CancelScope", Waking)

    def sleep(seconds):
        naps.append(seconds)
        sleeping.set()
        woken.wait(60)

    small.engine.sleep = sleep

    def part(number):
        if number:
            sleeping.wait(60)
            raise KeyError(number)
        return small.engine.fetch(status(small))

    with pytest.raises(KeyError):
        list(small.engine.map(part, [1, 0]))
    assert naps
    assert max(naps) <= 1  # so that a sleep that nothing wakes ends soon, too
    assert seen(small) == [200] * 10


def test_pages_fetched_before_a_refusal_stay_in_the_cache(around):
    """With `raise` they need not be fetched again."""
    from esi.core.paging.pages import fetch_pages

    rate = Rate("market-order", 12000, 900.0)
    request = replace(
        around.request("/markets/10000043/orders"), operation="orders", rate=rate, lifetime=300
    )
    around.sandbox.drain("market-order", tokens=12000 - 9)
    snapshot = fetch_pages(around.engine, request, Options())
    assert snapshot.responses[0].status == 429
    came = seen(around).count(200)
    assert came >= 2
    kept = [key for key in around.cache if not key.startswith("esi_limit_")]
    assert len(kept) == came


# Eight real processes, whose time skips what all of them sleep


@pytest.fixture
def limited(herd, esi_sandbox, esi_sandbox_factory):
    """Start a sandbox in the herd's time, whose status has 60 tokens in a quarter of an hour."""
    return esi_sandbox_factory(document=document(esi_sandbox, 60, "15m"), clock=herd.time)


def test_eight_processes_share_a_full_bucket_without_a_429(herd, limited, tmp_path):
    """They never spend more within a window than the bucket has."""
    outcome = herd.run(limited, tmp_path, rate=("status", 60, HERD_WINDOW), requests=10)
    assert outcome.count(200) == len(outcome.sent) == 80
    assert outcome.most_spent(HERD_WINDOW) <= 60


@pytest.mark.parametrize("through", ["", "ours+"])
def test_eight_processes_share_a_full_bucket_in_redis(herd, limited, redis_url, through):
    """They do so with our cache in Redis, and with Django's."""
    cache = through + redis_url
    outcome = herd.run(limited, cache, rate=("status", 60, HERD_WINDOW), requests=10)
    assert outcome.count(200) == len(outcome.sent) == 80
    assert outcome.most_spent(HERD_WINDOW) <= 60


def test_eight_processes_stay_away_from_a_drained_bucket(herd, limited, tmp_path):
    """After the first 429 no request is admitted until `Retry-After` is over."""
    outcome = herd.run(
        limited,
        tmp_path,
        rate=("status", 60, HERD_WINDOW),
        requests=5,
        before=lambda: limited.drain("status"),
    )
    assert outcome.decided_after(429) == []
    # Until its first answer a process has one request under way, and its own refusal it knows.
    assert 1 <= outcome.count(429) <= 8
    assert outcome.count(200) == 40
    assert outcome.most_spent(HERD_WINDOW) <= 60


def test_eight_processes_never_use_up_the_error_limit(herd, esi_sandbox_factory, tmp_path):
    """All requests fail: they end before the hundredth error, and no 420 comes.

    The minute does not end. Each process knows all errors up to its own last one, so only its next
    request can be let go without asking, and at most four can while the others get near the limit.
    """
    sandbox = esi_sandbox_factory(clock=herd.time)
    outcome = herd.run(sandbox, tmp_path, path=MISSING, still=True, requests=15, policy="raise")
    assert outcome.count(404) == len(outcome.sent)
    assert 80 <= len(outcome.sent) <= ERRORS - 1


def test_eight_processes_stay_away_after_a_420(herd, esi_sandbox_factory, tmp_path):
    """Other clients drained the error limit: only requests in flight at the start are sent."""
    sandbox = esi_sandbox_factory(clock=herd.time)
    task = {"path": MISSING, "still": True, "requests": 20, "policy": "raise", "threads": 4}
    outcome = herd.run(sandbox, tmp_path, before=sandbox.drain_errors, **task)
    assert outcome.decided_after(420) == []
    # Each thread asks at most once: what one of a process is told its others know at once.
    assert 1 <= outcome.count(420) == len(outcome.sent) <= 8 * 4


def test_processes_that_start_after_a_420_send_nothing(herd, esi_sandbox_factory, tmp_path):
    """Their first poll finds the refusal."""
    sandbox = esi_sandbox_factory(clock=herd.time)
    sandbox.drain_errors()
    task = {"path": MISSING, "still": True, "requests": 20, "policy": "raise"}
    assert herd.run(sandbox, tmp_path, before=sandbox.drain_errors, **task).sent
    assert herd.run(sandbox, tmp_path, **task).sent == []


# The herd itself


@pytest.mark.parametrize("when", ["before they begin", "while they sleep"])
def test_an_interrupted_herd_ends(limited, tmp_path, monkeypatch, when):
    """Processes end while they wait for their start or for a distant time."""
    began = []

    class Noted(herd_module.Member):
        def __init__(self, *words):
            super().__init__(*words)
            began.append(self)

    def before():
        limited.drain("status")
        if when == "before they begin":
            raise InterruptedError

    def skip():
        if all(herd_module.AWAKE < herd.time[number] < herd_module.GONE for number in (2, 3)):
            raise InterruptedError

    monkeypatch.setattr(herd_module, "Member", Noted)
    task = {"cache": tmp_path, "rate": ("status", 60, HERD_WINDOW), "requests": 1}
    with Herd(2, 1) as herd:
        monkeypatch.setattr(herd.time, "skip", skip)
        with pytest.raises(InterruptedError):
            herd.run(limited, before=before, still=True, **task)
        assert [member.process.returncode for member in began] == [0, 0]
        monkeypatch.undo()
        limited.reset()
        assert herd.run(limited, **task).count(200) == 2
    assert all(member.process.returncode is not None for member in began)


# Headers and records of others that make no sense

ODD_HEADERS = [
    {"X-Ratelimit-Group": "status", "X-Ratelimit-Limit": "15/0m"},
    {"X-Ratelimit-Group": "status", "X-Ratelimit-Limit": "0/15m"},
    {"X-Ratelimit-Group": "status", "X-Ratelimit-Limit": "\xb2/15m"},
    {"X-Ratelimit-Group": "status", "X-Ratelimit-Limit": "150/" + "9" * 400 + "h"},
    {"X-Ratelimit-Group": "status", "X-Ratelimit-Limit": "150/15m", "X-Ratelimit-Used": "9" * 30},
    {"X-Ratelimit-Group": "status", "X-Ratelimit-Limit": "150/15m", "X-Ratelimit-Used": "-5"},
    {
        "X-Ratelimit-Group": "status",
        "X-Ratelimit-Limit": "9" * 400 + "/15m",
        "X-Ratelimit-Remaining": "9" * 400,
    },
    {"X-Esi-Error-Limit-Remain": "\xb2", "X-Esi-Error-Limit-Reset": "NaN"},
    {"X-Esi-Error-Limit-Remain": "9" * 400, "X-Esi-Error-Limit-Reset": "9" * 400},
    {"X-Pages": "\xb2"},
    {"X-Pages": "9" * 5000},
    {"Cache-Control": "max-age=" + "9" * 5000, "Age": "-1"},
    {"Expires": "Fri, 31 Dec 9999 23:59:59 -2359", "Date": "Sat, 01 Jan 0001 00:00:00 +2359"},
]


@pytest.mark.parametrize("headers", ODD_HEADERS, ids=range(len(ODD_HEADERS)))
@pytest.mark.parametrize("rate", [None, RATE], ids=["errors", "bucket"])
def test_odd_headers_stop_no_operation(small, headers, rate):
    """The response arrives, and so do the next ones of this process."""
    small.sandbox.faults.fail(200, times=1, body="{}", headers=headers)
    statuses = [answer.status for answer in fetched(small, status(small, rate), 3)]
    assert statuses == [200] * 3
    assert 0 <= small.engine.limiter.budget(status(small, rate)).left <= 150


def test_a_refusal_until_a_date_is_waited_out(small):
    """`Retry-After` names the end, and the server's own clock says how far it is."""
    small.knobs["on_limit"] = "wait"
    end = time.asctime(time.gmtime(small.sandbox.clock() + 60))  # a form without a zone
    small.sandbox.faults.fail(429, times=1, headers={"Retry-After": end})
    assert small.engine.fetch(status(small)).status == 200
    assert 58 <= sum(small.slept) <= 61
