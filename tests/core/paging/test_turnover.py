"""A pull is one snapshot or says that it is not: turn-overs at every place, and odd `X-Pages`."""

import itertools
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from esi.core.engine.semaphore import Semaphore
from esi.core.http.messages import PLAIN
from esi.core.paging.pages import fetch_pages
from tests.core.pulls import ORDERS, Pages, generation, ids, pull

PAGES = 6


@pytest.fixture
def orders(around):
    """The orders of a small region in six pages."""
    around.sandbox.set_pages(ORDERS, PAGES, rows=10)
    return around


def held_or_marked(around, snapshot):
    """Whether nothing was lost or doubled; a pull that is marked promises nothing."""
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
def test_the_more_often_it_turns_over_the_sooner_it_is_marked(orders, page, times):
    """However often the cache turns over, nothing is lost or doubled without a mark."""
    orders.sandbox.turn_over_before(ORDERS, page=page, times=times, pages=range(1, 20))
    assert held_or_marked(orders, pull(orders))


def test_a_half_expired_cache_is_not_mixed_in(orders):
    """Pages that the cache calls fresh are asked for again where a new one is of another moment."""
    pull(orders)
    orders.sandbox.turn_over(ORDERS, pages=range(1, 20))
    orders.cache.pop(next(key for key in reversed(orders.cache) if key.startswith("esi_")))
    snapshot = pull(orders)
    assert held_or_marked(orders, snapshot)


def test_the_page_that_was_thrown_away_has_cost_too(orders):
    """Requests, bytes and tokens of a snapshot are all that went out for it."""
    orders.sandbox.turn_over_before(ORDERS, page=4, grow=-1, pages=range(1, 20))
    snapshot = pull(orders)
    went = [request for request in orders.sandbox.requests if request.status != 404]
    assert snapshot.requests == len(went)
    assert snapshot.transferred == sum(request.sent for request in went)
    assert snapshot.tokens == sum(request.tokens for request in went)


def test_an_unchanged_repeat_costs_a_conditional_request_for_each_page(orders):
    """300 pages, 300 requests with an ETag, 300 answers without a body, 300 tokens."""
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
    """Of 100 pages ten changed: ten bodies."""
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
    """A pull that begins `left` seconds before page 1 expires; returns the seconds it waited."""
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


def test_a_pull_that_fits_in_does_not_wait(orders):
    """With minutes left, it begins at once."""
    assert expiring(orders, left=200, page_wait=30) == []


def test_a_view_never_waits(orders):
    """With `page_wait` 0, the default in Django, it begins at once."""
    assert expiring(orders, left=1, page_wait=0) == []


def test_a_pull_waits_no_longer_than_allowed(orders):
    """What would take longer begins at once, and is marked if it must be."""
    assert expiring(orders, left=1.9, page_wait=0.5) == []


def test_what_the_cache_holds_whole_is_not_waited_for(orders):
    """A repeat within the lifetime asks nothing, however near its end."""
    orders.knobs["page_wait"] = 30
    pull(orders)
    orders.sandbox.clear()
    orders.sandbox.clock.advance(299)
    assert pull(orders).from_cache
    assert orders.slept == []


# X-Pages that cannot be believed


@pytest.fixture
def pages(around):
    """A server of pages whose headers a test writes."""
    wire = Pages()
    around.engine.session.mount("http://", wire)
    return wire


def fetch(around):
    return fetch_pages(around.engine, around.request(ORDERS, page=1), PLAIN)


@pytest.mark.parametrize("said", [None, "0", "", "nonsense", "-3", "1.5", "²"])
def test_without_a_number_in_x_pages_there_is_one_page(around, pages, said):
    """A header that is missing, zero or nonsense means one page."""
    pages.said = said
    snapshot = fetch(around)
    assert (ids(snapshot), snapshot.consistent) == ([10], True)
    assert pages.asked == [1]


def test_a_count_beyond_the_last_page_ends_marked_and_cheaply(around, pages):
    """Pages that are not there are marked, and not all of them are asked for."""
    pages.said, pages.last = "5000", 3
    snapshot = fetch(around)
    assert ids(snapshot) == [10, 20, 30]
    assert not snapshot.consistent
    assert len(pages.asked) < 4 * (around.engine.config().concurrency + 2)


def test_after_a_refusal_no_page_is_asked_for(around, pages, monkeypatch):
    """Page 3 is gone before page 2 has come: 4 and 5 would be gone too, at five tokens each."""
    around.knobs["concurrency"] = 2
    pages.last = 2
    pages.said = "5000"
    given, answer, give = threading.Event(), pages._answer, around.engine.semaphore.release

    def answer_2_after_3(request, number, said, modified):
        if number == 2:
            assert given.wait(timeout=30)
        return answer(request, number, said, modified)

    def give_and_tell():
        give()
        if 3 in pages.asked:
            given.set()

    monkeypatch.setattr(pages, "_answer", answer_2_after_3)
    monkeypatch.setattr(around.engine.semaphore, "release", give_and_tell)
    assert ids(fetch(around)) == [10, 20]
    assert (sorted(pages.asked[:3]), pages.asked[3]) == ([1, 2, 3], 1)  # looks what there is now


def test_a_count_of_nonsense_size_costs_no_more(around, pages):
    """A thousand million pages are a fault of the server's, not of our memory."""
    pages.said, pages.last = "1000000000", 2
    assert not fetch(around).consistent
    assert len(pages.asked) < 200


def test_a_listing_that_shrank_is_asked_for_its_count_again(around, pages):
    """A page beyond the end is gone; page 1 knows the new count."""
    pages.said = lambda number: "5" if len(pages.asked) < 2 else "3"
    pages.last = 3
    pages.modified = lambda number: 0 if len(pages.asked) < 2 else 60
    snapshot = fetch(around)
    assert (ids(snapshot), snapshot.consistent) == ([10, 20, 30], True)


def test_pages_that_disagree_on_their_number_are_marked(around, pages):
    """One `Last-Modified` and two counts are no snapshot."""
    pages.said = lambda number: "4" if number == 2 else "3"
    pages.last = 4
    snapshot = fetch(around)
    assert not snapshot.consistent
    assert ids(snapshot) == [10, 20, 30, 40]


def test_a_page_without_x_pages_is_no_contradiction(around, pages):
    """What the header of one page leaves out, the others say."""
    pages.said = lambda number: "3" if number == 1 else None
    snapshot = fetch(around)
    assert (ids(snapshot), snapshot.consistent) == ([10, 20, 30], True)


def test_pages_without_a_date_are_never_called_one_snapshot(around, pages):
    """Silence proves nothing; nothing is asked for twice, since it would not help."""
    pages.said, pages.modified = "3", lambda number: None
    snapshot = fetch(around)
    assert (ids(snapshot), snapshot.consistent) == ([10, 20, 30], False)
    assert sorted(pages.asked) == [1, 2, 3]


def test_one_page_needs_no_date(around, pages):
    """One answer is of one moment."""
    pages.modified = lambda number: None
    assert fetch(around).consistent


def test_a_304_that_repeats_no_date_is_settled_by_asking_whole(around, pages):
    """Bare revalidations that leave pages undated end in full ones, and in one snapshot."""
    pages.said, pages.dated_304 = "3", False
    fetch(around)
    around.sandbox.clock.advance(3600)
    pages.modified = lambda number: 60
    pages.tags = {2: '"other"'}  # page 2 has changed, and so comes with the new date
    pages.asked.clear()
    snapshot = fetch(around)
    assert (ids(snapshot), snapshot.consistent) == ([10, 20, 30], True)


def test_the_first_page_missing_is_the_answer(around, pages):
    """A 404 of page 1 is the listing's, and ends the pull."""
    pages.last = 0
    assert [answer.status for answer in fetch(around).responses] == [404]


def test_an_adapter_of_the_users_gets_every_page(around, pages):
    """Pages go through what is mounted on the engine's session."""
    pages.said = "40"
    assert len(ids(fetch(around))) == 40
    assert len(pages.asked) == 40


def test_single_calls_and_pulls_have_pools_of_their_sizes(around):
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


def test_what_is_set_on_the_session_holds_for_pulls(around):
    """Proxies and certificates of the session are those of its pages."""
    around.engine.session.verify = "/etc/own.pem"
    around.engine.session.proxies["https"] = "http://proxy"
    pulled = around.engine.fast_session().session
    assert (pulled.verify, pulled.proxies) == ("/etc/own.pem", {"https": "http://proxy"})


def test_the_semaphore_has_as_many_permits_as_its_limit():
    """Who finds none is told so; one that was given back is free again."""
    semaphore = Semaphore(lambda: 2)
    with semaphore:
        assert [semaphore.acquire(wait=False) for _ in range(2)] == [True, False]
    assert [semaphore.acquire(wait=False) for _ in range(2)] == [True, False]


def test_no_more_requests_at_once_than_concurrency(around, pages):
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
