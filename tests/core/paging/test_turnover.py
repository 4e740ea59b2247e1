"""Turn-overs at every page, odd `X-Pages`, and the wait before a pull."""

import itertools
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from esi.core.engine.batch import Semaphore
from esi.core.http.messages import PLAIN
from esi.core.paging.pages import fetch_pages
from tests.core.pulls import ORDERS, Pages, generation, ids, pull

PAGES = 6


@pytest.fixture
def orders(around):
    """Return the orders of a small region in six pages."""
    around.sandbox.set_pages(ORDERS, PAGES, rows=10)
    return around


def held_or_marked(around, snapshot):
    """Return True if no row is missing or duplicated, or the pull is inconsistent."""
    return not snapshot.consistent or ids(snapshot) == generation(around.sandbox)


@pytest.mark.parametrize("grow", [-2, -1, 0, 1, 2])
@pytest.mark.parametrize("page", range(1, PAGES + 1))
@pytest.mark.parametrize("upward", [False, True], ids=["down", "up"])
@pytest.mark.parametrize("warm", [False, True], ids=["cold", "warm"])
def test_a_turn_over_before_any_page_is_repaired(orders, page, grow, warm, upward):
    """Wherever the cache turns over, the rows are those of one generation, each once."""
    if warm:
        pull(orders)
        orders.sandbox.clock.advance(3600)
    orders.sandbox.turn_over_before(ORDERS, page=page, grow=grow, pages=range(1, 20), upward=upward)
    snapshot = pull(orders)
    assert snapshot.consistent
    assert ids(snapshot) == generation(orders.sandbox)
    assert len(ids(snapshot)) == len(set(ids(snapshot)))


@pytest.mark.parametrize("upward", [False, True], ids=["down", "up"])
@pytest.mark.parametrize("grow", [-1, 0, 1])
@pytest.mark.parametrize(
    ("first", "second"), list(itertools.combinations_with_replacement(range(1, PAGES + 1), 2))
)
def test_two_turn_overs_before_any_two_pages_are_repaired(orders, first, second, grow, upward):
    """Twice during one pull, at the same page again or at another one."""
    orders.sandbox.turn_over_before(ORDERS, page=first, pages=range(1, 20), upward=upward)
    orders.sandbox.turn_over_before(ORDERS, page=second, grow=grow, pages=range(1, 20))
    snapshot = pull(orders)
    assert held_or_marked(orders, snapshot)
    assert snapshot.consistent


@pytest.mark.parametrize("page", range(1, PAGES + 1))
@pytest.mark.parametrize("times", range(1, 7))
def test_many_turn_overs_end_in_an_inconsistent_snapshot(orders, page, times):
    """However often the cache turns over, no row is lost or duplicated silently."""
    orders.sandbox.turn_over_before(ORDERS, page=page, times=times, pages=range(1, 20))
    assert held_or_marked(orders, pull(orders))


def test_fresh_pages_of_an_older_snapshot_are_fetched_again(orders):
    """New pages beside them reveal their age."""
    pull(orders)
    orders.sandbox.turn_over(ORDERS, pages=range(1, 20))
    orders.cache.pop(next(key for key in reversed(orders.cache) if key.startswith("esi_")))
    snapshot = pull(orders)
    assert held_or_marked(orders, snapshot)


def test_the_cost_includes_discarded_pages(orders):
    """Requests, bytes and tokens of a snapshot count everything that was sent."""
    orders.sandbox.turn_over_before(ORDERS, page=4, grow=-1, pages=range(1, 20))
    snapshot = pull(orders)
    went = [request for request in orders.sandbox.requests if request.status != 404]
    assert snapshot.requests == len(went)
    assert snapshot.transferred == sum(request.sent for request in went)
    assert snapshot.tokens == sum(request.tokens for request in went)


def test_an_unchanged_repeat_costs_a_conditional_request_for_each_page(orders):
    """300 pages cost 300 requests with an ETag and 300 tokens, and no body."""
    orders.sandbox.set_pages(ORDERS, 300, rows=1)
    pull(orders)
    orders.sandbox.clock.advance(3600)
    orders.sandbox.turn_over(ORDERS, pages=[])
    orders.sandbox.clear()
    snapshot = pull(orders)
    requests = orders.sandbox.requests
    assert [(r.status, r.sent) for r in requests] == [(304, 0)] * 300
    assert all("If-None-Match" in r.headers for r in requests)
    assert (snapshot.requests, snapshot.transferred, snapshot.tokens) == (300, 0, 300)
    assert snapshot.consistent


def test_only_changed_pages_are_transferred(orders):
    """Ten of 100 pages changed: ten bodies."""
    orders.sandbox.set_pages(ORDERS, 100, rows=2)
    pull(orders)
    orders.sandbox.clock.advance(3600)
    orders.sandbox.turn_over(ORDERS, pages=range(5, 100, 10))
    orders.sandbox.clear()
    snapshot = pull(orders)
    assert sorted(r.status for r in orders.sandbox.requests) == [200] * 10 + [304] * 90
    assert held_or_marked(orders, snapshot)
    assert snapshot.consistent


# Waiting for the turn-over


def expiring(around, left, page_wait):
    """Pull `left` seconds before page 1 expires; return the seconds that it waited."""
    around.knobs["page_wait"] = page_wait
    around.sandbox.lifetime(ORDERS, 300)
    around.engine.fetch(around.request(ORDERS, page=1, order_type="all"))
    around.sandbox.clock.advance(300 - left)
    snapshot = pull(around)
    assert held_or_marked(around, snapshot)
    return around.slept


def test_a_pull_waits_for_a_page_that_is_about_to_expire(orders):
    """With a second left, it waits that second and pulls the next generation."""
    assert expiring(orders, left=1, page_wait=30) == [pytest.approx(1, abs=1)]
    assert len(orders.sandbox.requests) == PAGES + 1


def test_a_pull_with_enough_time_does_not_wait(orders):
    """With minutes left, it starts at once."""
    assert expiring(orders, left=200, page_wait=30) == []


def test_page_wait_0_never_waits(orders):
    """Django's default starts at once."""
    assert expiring(orders, left=1, page_wait=0) == []


def test_a_pull_waits_no_longer_than_allowed(orders):
    """With more time left than `page_wait`, it starts at once."""
    assert expiring(orders, left=1.9, page_wait=0.5) == []


def test_a_cached_listing_does_not_wait(orders):
    """Repeating a pull within the lifetime sends nothing, however near its end."""
    orders.knobs["page_wait"] = 30
    pull(orders)
    orders.sandbox.clear()
    orders.sandbox.clock.advance(299)
    assert pull(orders).from_cache
    assert orders.slept == []


# X-Pages that cannot be believed


@pytest.fixture
def pages(around):
    """Run a server of pages whose headers the test sets."""
    wire = Pages()
    around.engine.session.mount("http://", wire)
    return wire


def fetch(around):
    return fetch_pages(around.engine, around.request(ORDERS, page=1), PLAIN)


@pytest.mark.parametrize("said", [None, "0", "", "nonsense", "-3", "1.5", "²"])
def test_without_a_number_in_x_pages_there_is_one_page(around, pages, said):
    """Missing, zero or nonsense means one page."""
    pages.said = said
    snapshot = fetch(around)
    assert (ids(snapshot), snapshot.consistent) == ([10], True)
    assert pages.asked == [1]


def test_a_count_beyond_the_last_page_is_inconsistent_and_cheap(around, pages):
    """Not all of the missing pages are requested."""
    pages.said, pages.last = "5000", 3
    snapshot = fetch(around)
    assert ids(snapshot) == [10, 20, 30]
    assert not snapshot.consistent
    assert len(pages.asked) < 4 * (around.engine.config().concurrency + 2)


def test_no_page_is_requested_after_a_refusal(around, pages, monkeypatch):
    """Page 3 is gone before page 2 arrives: 4 and 5 would be gone too, at five tokens each."""
    around.knobs["concurrency"] = 2
    pages.last = 2
    pages.said = "5000"
    given, answer, give = threading.Event(), pages._answer, around.engine.semaphore.release

    def answer_2_after_3(request, number, said, modified):
        if number == 2:
            assert given.wait(timeout=60)
        return answer(request, number, said, modified)

    def give_and_tell():
        give()
        if 3 in pages.asked:
            given.set()

    monkeypatch.setattr(pages, "_answer", answer_2_after_3)
    monkeypatch.setattr(around.engine.semaphore, "release", give_and_tell)
    assert ids(fetch(around)) == [10, 20]
    assert (sorted(pages.asked[:3]), pages.asked[3]) == ([1, 2, 3], 1)  # looks what there is now


def test_an_absurd_count_costs_no_more(around, pages):
    """Declaring a thousand million pages must not fill the memory."""
    pages.said, pages.last = "1000000000", 2
    assert not fetch(around).consistent
    assert len(pages.asked) < 200


def test_a_listing_that_shrank_gets_its_new_count(around, pages):
    """Page 1 knows it when a later page is gone."""
    pages.said = lambda number: "5" if len(pages.asked) < 2 else "3"
    pages.last = 3
    pages.modified = lambda number: 0 if len(pages.asked) < 2 else 60
    snapshot = fetch(around)
    assert (ids(snapshot), snapshot.consistent) == ([10, 20, 30], True)


def test_pages_that_disagree_on_their_count_are_inconsistent(around, pages):
    """One `Last-Modified` and two counts are no snapshot."""
    pages.said = lambda number: "4" if number == 2 else "3"
    pages.last = 4
    snapshot = fetch(around)
    assert not snapshot.consistent
    assert ids(snapshot) == [10, 20, 30, 40]


def test_a_page_without_x_pages_is_no_contradiction(around, pages):
    """Other pages declare the count."""
    pages.said = lambda number: "3" if number == 1 else None
    snapshot = fetch(around)
    assert (ids(snapshot), snapshot.consistent) == ([10, 20, 30], True)


def test_pages_without_a_date_are_inconsistent(around, pages):
    """Fetching them again would not help, so it does not happen."""
    pages.said, pages.modified = "3", lambda number: None
    snapshot = fetch(around)
    assert (ids(snapshot), snapshot.consistent) == ([10, 20, 30], False)
    assert sorted(pages.asked) == [1, 2, 3]


def test_one_page_needs_no_date(around, pages):
    """One response is always one snapshot."""
    pages.modified = lambda number: None
    assert fetch(around).consistent


def test_a_304_without_a_date_ends_in_a_full_fetch(around, pages):
    """Fetching without a condition leads to one snapshot."""
    pages.said, pages.dated_304 = "3", False
    fetch(around)
    around.sandbox.clock.advance(3600)
    pages.modified = lambda number: 60
    pages.tags = {2: '"other"'}  # page 2 has changed, and so comes with the new date
    pages.asked.clear()
    snapshot = fetch(around)
    assert (ids(snapshot), snapshot.consistent) == ([10, 20, 30], True)


def test_a_404_of_the_first_page_ends_the_pull(around, pages):
    """Its response is the only one."""
    pages.last = 0
    assert [answer.status for answer in fetch(around).responses] == [404]


def test_a_mounted_adapter_sends_every_page(around, pages):
    """Pages go through the adapters of the engine's session."""
    pages.said = "40"
    assert len(ids(fetch(around))) == 40
    assert len(pages.asked) == 40


def test_the_settings_size_the_connection_pools(around):
    """ESI_CONNECTION_POOL_MAXSIZE for the session, ESI_CONCURRENCY for the pages of a pull."""
    around.knobs |= {"connection_pool_maxsize": 3, "concurrency": 7}
    pool = {"single": around.engine.session, "pull": around.engine.fast_session().session}
    sizes = {name: session.get_adapter("https://x").size for name, session in pool.items()}
    assert sizes == {"single": 3, "pull": 7}


def test_a_session_of_another_class_is_used_as_it_is(around):
    """Only its author knows how to copy it."""
    own = type("Own", (type(around.engine.session),), {})()
    around.engine.session = own
    assert around.engine.fast_session().session is own


def test_pulls_use_the_settings_of_the_session(around):
    """Proxies and certificates apply to pages as well."""
    around.engine.session.verify = "/etc/own.pem"
    around.engine.session.proxies["https"] = "http://proxy"
    pulled = around.engine.fast_session().session
    assert (pulled.verify, pulled.proxies) == ("/etc/own.pem", {"https": "http://proxy"})


def test_the_semaphore_has_as_many_permits_as_its_limit():
    """Without a free permit it returns False; a released one is free again."""
    semaphore = Semaphore(lambda: 2)
    assert semaphore.acquire(wait=True)
    assert [semaphore.acquire(wait=False) for _ in range(2)] == [True, False]
    semaphore.release()
    assert [semaphore.acquire(wait=False) for _ in range(2)] == [True, False]


def test_concurrency_limits_all_pulls_together(around, pages):
    """Several pulls in several threads share the engine's semaphore."""
    around.knobs["concurrency"] = 3
    pages.said = "30"
    with ThreadPoolExecutor(6) as pool:
        pulls = [
            pool.submit(fetch_pages, around.engine, around.request(f"/x/{n}", page=1), PLAIN)
            for n in range(6)
        ]
        assert all(len(ids(each.result())) == 30 for each in pulls)
    assert pages.most <= 3
