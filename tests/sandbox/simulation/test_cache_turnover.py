"""Cache turn-over: when, what changes, and what a running pull gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.sandbox.simulation.cache_turnover import CachedResources, Listing
from tests.sandbox.conftest import CHIEF

ORDERS = "/markets/10000043/orders"
STRUCTURES = "/corporations/98000001/structures"


@pytest.fixture(autouse=True)
def _short_pages(esi_sandbox):
    """Let the orders have few rows, as making a thousand takes a while."""
    esi_sandbox.set_pages(ORDERS, 9, rows=40)


def pull(call, path=ORDERS, **params):
    """Return the responses of all pages."""
    first = call.get(path, params=params)
    pages = int(first.headers["X-Pages"])
    return [first, *(call.get(path, params=params | {"page": n}) for n in range(2, pages + 1))]


def ids(answers):
    return [row["order_id"] for answer in answers for row in answer.json()]


def test_pages_of_one_generation_share_their_date(call):
    """Undisturbed pulls are one snapshot: one Last-Modified, no order twice."""
    answers = pull(call)
    assert len({a.headers["Last-Modified"] for a in answers}) == 1
    assert len(set(ids(answers))) == len(ids(answers))


def test_resource_turns_over_when_it_expires(call, esi_sandbox):
    """Nothing changes until the second before."""
    first = pull(call)
    esi_sandbox.clock.advance(299 - esi_sandbox.clock() % 1)
    same = pull(call)
    esi_sandbox.clock.advance(1)
    new = pull(call)
    tags = [[a.headers["ETag"] for a in answers] for answers in (first, same, new)]
    assert tags[0] == tags[1]
    kept = sum(a == b for a, b in zip(tags[1], tags[2], strict=True))
    assert 0 < kept < len(first)  # about half of the pages
    assert first[0].headers["Last-Modified"] != new[0].headers["Last-Modified"]


def test_new_generation_is_complete(call, esi_sandbox):
    """Each order of the new generation is there once."""
    before = pull(call)
    esi_sandbox.turn_over(ORDERS)
    after = pull(call)
    assert len(set(ids(after))) == len(ids(after)) == len(ids(before))
    assert set(ids(after)) != set(ids(before))


def test_pull_across_a_turn_over_mixes_generations(call, esi_sandbox):
    """Pages have different dates; the next pull is one snapshot again."""
    esi_sandbox.turn_over_before(ORDERS, page=3)
    mixed = pull(call)
    dates = [a.headers["Last-Modified"] for a in mixed]
    assert dates[0] == dates[1] != dates[2] == dates[-1]
    again = pull(call)
    assert len({a.headers["Last-Modified"] for a in again}) == 1


def test_pull_across_a_turn_over_duplicates_rows(call, esi_sandbox):
    """With all pages changed, the last rows of page 2 are at the top of page 3 again."""
    esi_sandbox.turn_over_before(ORDERS, page=3, pages=range(1, 10))
    found = ids(pull(call))
    assert len(found) > len(set(found))


def test_pull_across_an_upward_turn_over_misses_rows(call, esi_sandbox):
    """Rows from the top of page 3 are then on page 2, which was read before."""
    before = ids(pull(call))
    esi_sandbox.turn_over_before(ORDERS, page=3, pages=range(1, 10), upward=True)
    found = ids(pull(call))
    after = ids(pull(call))
    assert set(before) & set(after) - set(found)
    assert len(set(found)) == len(found)
    assert len(set(after)) == len(after) == len(before)


def test_number_of_pages_may_change_during_a_pull(call, esi_sandbox):
    """Listings grow and shrink."""
    pages = int(call.get(ORDERS).headers["X-Pages"])
    esi_sandbox.turn_over_before(ORDERS, page=2, grow=2)
    assert int(call.get(ORDERS, params={"page": 2}).headers["X-Pages"]) == pages + 2
    esi_sandbox.turn_over(ORDERS, grow=-4)
    assert int(call.get(ORDERS).headers["X-Pages"]) == pages - 2
    assert call.get(ORDERS, params={"page": pages}).status_code == 404


def test_schedule_several_times(call, esi_sandbox):
    """Each new pull meets the next turn-over, until they are used up."""
    esi_sandbox.turn_over_before(ORDERS, page=2, times=2)
    seen = [call.get(ORDERS, params={"page": n}).headers["Last-Modified"] for n in (1, 2, 1, 2)]
    assert seen[0] != seen[1] == seen[2] != seen[3]
    assert call.get(ORDERS, params={"page": 2}).headers["Last-Modified"] == seen[3]


def test_turn_over_of_given_pages(call, esi_sandbox):
    """Other pages keep their ETags, which makes revalidation cheap."""
    before = [a.headers["ETag"] for a in pull(call)]
    esi_sandbox.turn_over(ORDERS, pages=[2, 5])
    after = [a.headers["ETag"] for a in pull(call)]
    assert [n for n, (a, b) in enumerate(zip(before, after, strict=True), 1) if a != b] == [2, 5]


def test_expired_resource_turns_over_once(call, esi_sandbox):
    """A turn-over of an expired resource happens as requested, and only once."""
    before = [a.headers["ETag"] for a in pull(call)]
    esi_sandbox.clock.advance(1000)
    esi_sandbox.turn_over(ORDERS, pages=[4])
    after = [a.headers["ETag"] for a in pull(call)]
    assert [n for n, (a, b) in enumerate(zip(before, after, strict=True), 1) if a != b] == [4]


def test_turn_over_before_the_first_request(call, esi_sandbox):
    """It is applied to the first response."""
    esi_sandbox.turn_over(ORDERS, pages=[1], grow=1)
    assert int(call.get(ORDERS).headers["X-Pages"]) == 10


def test_filtered_listing_turns_over_with_the_whole(call, esi_sandbox):
    """Buy orders are part of all orders, in each generation."""
    for _ in range(2):
        whole = [row for a in pull(call) for row in a.json()]
        part = [row for a in pull(call, order_type="buy") for row in a.json()]
        assert part == [row for row in whole if row["is_buy_order"]]
        esi_sandbox.turn_over(ORDERS)


def dates(call, *languages):
    """Return `Last-Modified` of the structures' first page in each language."""
    asked = [{"Accept-Language": language} for language in languages]
    return [call.get(STRUCTURES, headers=each).headers["Last-Modified"] for each in asked]


def test_pages_are_translated(call):
    """Names of services are translated; structures and their pages are the same."""
    call.as_character()
    pages = {
        language: call.get(STRUCTURES, headers={"Accept-Language": language})
        for language in ("en", "de")
    }
    names = {
        language: {each["name"] for row in page.json() for each in row.get("services", ())}
        for language, page in pages.items()
    }
    assert "Market" in names["en"]
    assert "Markt" in names["de"]
    assert [{**row, "services": 0} for row in pages["en"].json()] == [
        {**row, "services": 0} for row in pages["de"].json()
    ]
    assert {page.headers["X-Pages"] for page in pages.values()} == {"2"}


def test_language_turns_over_by_itself(call, esi_sandbox):
    """Other languages do not change until all turn over."""
    call.as_character()
    (first,) = set(dates(call, "en", "de", "ko"))
    esi_sandbox.turn_over(STRUCTURES, language="de")
    english, german, korean = dates(call, "en", "de", "ko")
    assert english == korean == first != german
    esi_sandbox.turn_over(STRUCTURES)
    assert first not in dates(call, "en", "de", "ko")
    esi_sandbox.set_pages(STRUCTURES, 3)
    assert len(set(dates(call, "en", "de", "ko"))) == 1


def test_language_turns_over_at_a_request(call, esi_sandbox):
    """Requests in another language turn nothing over."""
    call.as_character()
    esi_sandbox.turn_over_before(STRUCTURES, page=1, language="de")
    english, german, again = dates(call, "en", "de", "en")
    assert english == again != german


def test_turn_over_of_a_language_needs_a_translated_route(esi_sandbox):
    """Name path and language in the error."""
    for turn_over in (esi_sandbox.turn_over, esi_sandbox.turn_over_before):
        with pytest.raises(ValueError, match="/orders has no 'de'"):
            turn_over(ORDERS, language="de")


def test_pages_and_rows_can_be_set(call, esi_sandbox):
    """Tests that need many pages need not have many rows."""
    esi_sandbox.set_pages(ORDERS, 7, rows=10)
    answers = pull(call)
    assert [len(a.json()) for a in answers] == [10] * 6 + [6]
    for path in ("/universe/types", f"/characters/{CHIEF}/assets"):
        esi_sandbox.set_pages(path, 4)
        assert call.as_character().get(path).headers["X-Pages"] == "4"


def test_lifetime_of_a_pattern(call, esi_sandbox):
    """Patterns of paths set cache times; the last one that matches counts."""
    esi_sandbox.lifetime("/markets/*", 60)
    esi_sandbox.lifetime(ORDERS, 5)
    first = call.get(ORDERS)
    esi_sandbox.clock.advance(5)
    assert call.get(ORDERS).headers["Last-Modified"] != first.headers["Last-Modified"]
    prices = call.get("/markets/prices")
    esi_sandbox.clock.advance(59)
    assert call.get("/markets/prices").headers["Last-Modified"] == prices.headers["Last-Modified"]


def test_one_lifetime_for_all(esi_sandbox_factory):
    """`Sandbox(lifetime=...)` replaces the times of the document, the daily one included."""
    import requests

    sandbox = esi_sandbox_factory(lifetime=7)
    for path in (ORDERS, "/universe/types/34", "/status"):
        resource = requests.get(f"{sandbox.url}{path}", timeout=60).headers
        assert resource["Expires"] != resource["Last-Modified"]
    first = requests.get(f"{sandbox.url}/universe/types/34", timeout=60)
    sandbox.clock.advance(7)
    second = requests.get(f"{sandbox.url}/universe/types/34", timeout=60)
    assert first.headers["Last-Modified"] != second.headers["Last-Modified"]
    assert first.headers["ETag"] == second.headers["ETag"]


def test_the_same_seed_turns_over_the_same_way(esi_sandbox_factory):
    """Two sandboxes of one seed have the same generations, at any time."""
    import requests

    tags = []
    for now in (1_790_000_000, 1_790_123_456):
        sandbox = esi_sandbox_factory(seed=3)
        sandbox.clock.set(now)
        sandbox.set_pages(ORDERS, 9, rows=40)
        found = []
        for _ in range(3):
            found += [
                requests.get(f"{sandbox.url}{ORDERS}?page={n}", timeout=60).headers["ETag"]
                for n in (1, 2, 9)
            ]
            sandbox.turn_over(ORDERS)
        tags.append(found)
    assert tags[0] == tags[1]


@given(
    st.integers(1, 12),
    st.integers(1, 30),
    st.floats(0, 1),
    st.lists(
        st.tuples(st.none() | st.sets(st.integers(1, 12)), st.integers(-2, 3), st.booleans()),
        max_size=6,
    ),
)
def test_no_generation_has_duplicate_rows(pages, size, changed, turns):
    """Dates advance, no page is empty and no row is duplicated, whatever turns over."""
    resources = CachedResources(seed=1, changed=changed)
    resources.sizes["/x"] = (pages, size)
    listing = Listing(make=lambda number, revision: (number, revision), count=1)
    resource = resources.current("/x", 1000.5, lambda _: 60)
    born = 0
    for numbers, grow, upward in [(None, 0, False), *turns]:
        found = resources.pages(resource, listing)
        rows = [number for page in found for number, _ in page.rows]
        assert len(rows) == len(set(rows))
        assert found
        assert all(page.rows for page in found)
        assert resource.built_at > born
        born = resource.built_at
        resources.turn_over(resource, 1000.5, lambda _: 60, numbers, grow, upward)
