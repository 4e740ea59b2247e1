"""Token buckets and the error limit of the server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.sandbox.simulation.rate_limits import Bucket, Group, cost, window_seconds
from tests.sandbox.conftest import CHIEF

ORDERS = "/markets/10000016/orders"
NOTIFICATIONS = f"/characters/{CHIEF}/notifications"


def remaining(answer):
    return int(answer.headers["X-Ratelimit-Remaining"])


@pytest.mark.parametrize(("status", "tokens"), [(200, 2), (304, 1), (404, 5), (429, 0), (503, 0)])
def test_cost_of_a_response(status, tokens):
    """Success costs 2, a redirection 1, a client error 5, a server error nothing."""
    assert cost(status) == tokens


def test_window_seconds():
    """Windows are in minutes or hours."""
    assert window_seconds("15m") == 900
    assert window_seconds("1h") == 3600


def test_headers_of_a_route_with_a_group(call):
    """Four headers have group, limit, remaining tokens and the cost of this response."""
    first = call.get(ORDERS)
    assert first.headers["X-Ratelimit-Group"] == "market-order"
    assert first.headers["X-Ratelimit-Limit"] == "12000/15m"
    assert (remaining(first), first.headers["X-Ratelimit-Used"]) == (11998, "2")
    second = call.get(ORDERS, headers={"If-None-Match": first.headers["ETag"]})
    assert (remaining(second), second.headers["X-Ratelimit-Used"]) == (11997, "1")
    third = call.get(ORDERS, params={"page": 99})
    assert (remaining(third), third.headers["X-Ratelimit-Used"]) == (11992, "5")
    assert not [name for name in third.headers if name.lower().startswith("x-esi-error")]


def test_headers_of_a_route_without_a_group(call):
    """Send the headers of the error limit, and never both sets."""
    answer = call.get("/universe/types/34")
    assert answer.headers["X-ESI-Error-Limit-Remain"] == "100"
    assert 0 < int(answer.headers["X-ESI-Error-Limit-Reset"]) <= 60
    assert not [name for name in answer.headers if name.lower().startswith("x-ratelimit")]
    assert call.get("/universe/types/1").headers["X-ESI-Error-Limit-Remain"] == "99"


def test_empty_bucket_gives_429_until_tokens_return(call, esi_sandbox):
    """15 tokens are 8 responses; Retry-After is when the first tokens return."""
    call.as_character()
    answers = [call.get(NOTIFICATIONS) for _ in range(8)]
    assert {a.status_code for a in answers} == {200}
    esi_sandbox.clock.advance(100)
    refused = call.get(NOTIFICATIONS)
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "800"
    assert refused.headers["X-Ratelimit-Used"] == "0"
    assert remaining(refused) == 0
    esi_sandbox.clock.advance(799)
    assert call.get(NOTIFICATIONS).status_code == 429
    esi_sandbox.clock.advance(1)
    assert call.get(NOTIFICATIONS).status_code == 200


def test_each_user_has_a_bucket(call, esi_sandbox):
    """The application's character pays; without a token, the address does."""
    esi_sandbox.drain("char-notification", f"sandbox:{CHIEF}")
    call.as_character()
    assert call.get(NOTIFICATIONS).status_code == 429
    call.as_character(CHIEF + 1)
    assert call.get(f"/characters/{CHIEF + 1}/notifications").status_code == 200
    other = esi_sandbox.token(CHIEF, application="else")
    call.headers["Authorization"] = f"Bearer {other}"
    assert call.get(NOTIFICATIONS).status_code == 200


def test_drain_spends_tokens(call, esi_sandbox):
    """`drain` spends tokens of this address."""
    esi_sandbox.drain("market-order", tokens=100)
    assert remaining(call.get(ORDERS)) == 11898
    esi_sandbox.drain("market-order")
    assert call.get(ORDERS).status_code == 429
    assert call.get("/status").status_code == 200
    with pytest.raises(ValueError, match="no such group: markets"):
        esi_sandbox.drain("markets")


def test_used_up_error_limit_blocks_all_routes(call, esi_sandbox):
    """Respond 420 until the minute ends, on routes with a group too."""
    esi_sandbox.drain_errors(99)
    assert call.get("/universe/types/34").status_code == 200
    assert call.get("/universe/types/1").status_code == 404
    for path in ("/universe/types/34", ORDERS):
        closed = call.get(path)
        assert closed.status_code == 420
        assert closed.headers["X-ESI-Error-Limit-Remain"] == "0"
        assert "X-Ratelimit-Group" not in closed.headers
    esi_sandbox.clock.advance(int(closed.headers["X-ESI-Error-Limit-Reset"]))
    assert call.get("/universe/types/34").status_code == 200


def test_errors_of_a_route_with_a_group_cost_tokens(call):
    """They do not count against the error limit."""
    call.get(ORDERS, params={"page": 99})
    assert call.get("/universe/types/34").headers["X-ESI-Error-Limit-Remain"] == "100"


def test_documents_are_free(call, esi_sandbox):
    """Reading the document costs nothing and has no headers of limits."""
    answer = call.get("/meta/openapi.json")
    assert not [n for n in answer.headers if "limit" in n.lower()]


def test_limits_can_be_switched_off(esi_sandbox_factory):
    """Benchmarks need no limits."""
    import requests

    sandbox = esi_sandbox_factory(rate_limits=False)
    sandbox.drain_errors()
    answer = requests.get(f"{sandbox.url}/status", timeout=60)
    assert answer.status_code == 200
    assert not [n for n in answer.headers if "limit" in n.lower()]


@given(
    st.lists(st.tuples(st.floats(0, 400), st.integers(0, 5)), max_size=60),
    st.integers(5, 40),
)
def test_bucket_agrees_with_counting(spends, tokens):
    """At any time the bucket has what was spent within the window, and its wait is right."""
    group = Group("test", tokens, "5m")
    bucket, now, log = Bucket(), 0.0, []
    for pause, spent in spends:
        now += pause
        bucket.spend(now, spent)
        log.append((now, spent))
        used = bucket.used(now, group.seconds)
        within = sum(n for when, n in log if when > now - 300)
        # Tokens of one second share an entry, and with it the moment they come back.
        nearly = sum(n for when, n in log if when > now - 301)
        assert within <= used <= nearly or used <= within <= sum(n for _, n in log)
        wait = bucket.wait(now, group)
        assert (wait == 0) == (used < tokens)
        assert wait <= 300.001
