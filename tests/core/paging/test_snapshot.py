"""Snapshots of all pages, against the sandbox, whose cache turns over on a schedule."""

import msgspec
import pytest

from esi.core.http.messages import PLAIN
from esi.core.paging.pages import fetch_pages

ORDERS = "/markets/10000043/orders"
PAGES = 5


@pytest.fixture
def pull(around):
    """Pull the orders of a small region; return (snapshot, ids in order)."""
    around.sandbox.set_pages(ORDERS, PAGES, rows=10)

    def run():
        snapshot = fetch_pages(
            around.engine, around.request(ORDERS, page=1, order_type="all"), PLAIN
        )
        rows = [row for answer in snapshot.responses for row in msgspec.json.decode(answer.body)]
        return snapshot, [row["order_id"] for row in rows]

    return run


def one_generation(around):
    """Return the ids of all current pages, fetched one by one."""
    ids, page, pages = [], 1, 1
    while page <= pages:
        answer = around.engine.fetch(around.request(ORDERS, page=page, order_type="all"))
        pages = int(answer.headers["x-pages"])
        ids += [row["order_id"] for row in msgspec.json.decode(answer.body)]
        page += 1
    return ids


def test_all_pages_come_in_order(around, pull):
    """Pulling returns every page, in the order of their numbers."""
    snapshot, ids = pull()
    assert len(snapshot.responses) == PAGES
    assert ids == one_generation(around)
    assert (snapshot.consistent, snapshot.rounds) == (True, 0)


@pytest.mark.parametrize("page", range(1, PAGES + 1))
@pytest.mark.parametrize("grow", [-1, 0, 1])
def test_a_turn_over_during_the_pull_is_repaired(around, pull, page, grow):
    """Wherever the cache turns over, all rows are of one generation."""
    around.sandbox.turn_over_before(ORDERS, page=page, grow=grow)
    snapshot, ids = pull()
    assert snapshot.consistent
    assert ids == one_generation(around)
    assert len(set(ids)) == len(ids)


def test_a_cache_that_never_settles_is_inconsistent(around, pull):
    """After a bounded number of rounds the pages are returned with that verdict."""
    around.sandbox.turn_over_before(ORDERS, page=1, times=100)
    around.sandbox.turn_over_before(ORDERS, page=2, times=100)
    snapshot, _ = pull()
    assert not snapshot.consistent
    assert snapshot.rounds == 3


def test_a_repeat_within_the_lifetime_sends_nothing(around, pull):
    """Fresh pages come out of the cache."""
    pull()
    around.sandbox.clear()
    snapshot, _ = pull()
    assert snapshot.from_cache
    assert around.sandbox.requests == []


def test_a_repeat_after_the_lifetime_transfers_only_what_changed(around, pull):
    """Each page is revalidated, and only the changed one has a body."""
    pull()
    around.sandbox.clock.advance(3600)
    around.sandbox.turn_over(ORDERS, pages=[2])
    around.sandbox.clear()
    snapshot, _ = pull()
    assert sorted(r.status for r in around.sandbox.requests) == [200] + [304] * (PAGES - 1)
    assert snapshot.requests == PAGES
    assert snapshot.consistent


def test_an_error_of_the_first_page_ends_the_pull(around, pull):
    """Its response is the only one."""
    around.sandbox.faults.fail(500, times=1)
    snapshot = fetch_pages(around.engine, around.request(ORDERS, page=1, order_type="all"), PLAIN)
    assert [answer.status for answer in snapshot.responses] == [500]
