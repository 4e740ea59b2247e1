"""Walks by cursor and by id: the rules alone, and against the sandbox."""

import itertools
import json
import os
from pathlib import Path

import pytest
from bravado.exception import HTTPNotFound
from hypothesis import given
from hypothesis import strategies as st

from esi.core.client.factory import make_client
from esi.core.openapi.document import SplitDocument, split
from esi.core.openapi.translate import translate
from esi.core.paging import walks
from esi.core.paging.walks import CursorWalk, IdWalk, walk_of
from esi.errors import InconsistentSnapshotWarning, ParameterError
from tests.core.pulls import ORDERS

CHIEF = 90_000_001
SPECS = os.environ.get("ESI_TEST_SPECS")
SKINR = "/paragon-hub/skinr"


@pytest.fixture
def client(around, tmp_path_factory):
    """Return a client of the sandbox at the newest date, logged in as a director."""
    around.knobs["cache_dir"] = str(tmp_path_factory.getbasetemp() / "walks")
    made = make_client(around.engine, user_agent="t/1", compatibility_date="2026-08-18")
    made.token = around.sandbox.token(CHIEF)
    around.sandbox.clear()
    return made


@pytest.fixture
def asked(around):
    """Return the queries of the requests so far."""

    def queries(*names):
        return [
            {n: v[0] for n, v in request.query.items() if n in names}
            for request in around.sandbox.requests
        ]

    return queries


def skinr(client, **params):
    return client.Paragon_Hub.get_paragon_hub_skinr(**params)


def transactions(client, **params):
    return client.Wallet.get_characters_character_id_wallet_transactions(
        character_id=CHIEF, token=client.token, **params
    )


# Cursors, against the sandbox


def test_results_of_a_cursor_listing_have_all_records_in_one_body(client):
    """Its shape stays; each record is there once, least recently modified first."""
    body = skinr(client).results()
    rows = body["listings"]
    assert len({row["id"] for row in rows}) == len(rows) == 47
    assert [row["last_modified"] for row in rows] == sorted(row["last_modified"] for row in rows)
    assert skinr(client, after=body["cursor"]["after"]).results()["listings"] == []


def test_a_walk_requests_the_largest_pages(client, asked):
    """Without a `limit` of the caller, it needs as few requests as the API allows."""
    skinr(client).results()
    assert len(asked()) == 3  # all, nothing older, nothing newer
    assert {query.get("limit") for query in asked("limit")} == {"100"}
    list(skinr(client, limit=20).pages(max_pages=2))
    assert {query["limit"] for query in asked("limit")[3:]} == {"20"}


@pytest.mark.parametrize("given", [{"before": None}, {"after": None}])
def test_a_walking_parameter_of_the_caller_gets_one_page(client, asked, given):
    """Even if it is None, so that loops by hand work."""
    body = skinr(client, limit=10, **given).results()
    assert len(body["listings"]) == 10
    assert len(asked()) == 1
    assert body == skinr(client, limit=10).result()


def test_walk_false_is_one_request(client, asked):
    """Its response is unchanged."""
    assert len(skinr(client).results(walk=False)["listings"]) == 10
    assert asked("limit") == [{}]


def test_records_modified_during_the_walk_are_there_once(client, around):
    """Moving to the newest end, they are found there in their newest form."""
    walk = skinr(client, limit=10)
    turns = itertools.count()

    def turn_over(*_):
        if next(turns) < 4:
            around.sandbox.turn_over(SKINR)

    snapshot = walk.snapshot(progress=turn_over)
    rows = walk._decoded(snapshot.responses[0], snapshot.requested[0])["listings"]
    around.cache.clear()
    now = skinr(client).results()["listings"]
    assert {row["id"]: row for row in rows} == {row["id"]: row for row in now}
    assert len(rows) == len(now) == 47
    assert snapshot.consistent
    assert next(turns) > 4


def test_after_walks_later_changes(client, around):
    """`after` and `walk=True` return all later changes, in their newest form."""
    token = skinr(client).results()["cursor"]["after"]
    for _ in range(8):
        around.sandbox.turn_over(SKINR)
    around.cache.clear()
    changed = skinr(client, after=token, limit=10).results(walk=True)
    everything = {row["id"]: row for row in skinr(client).results()["listings"]}
    assert len(changed["listings"]) > 10
    assert all(everything[row["id"]] == row for row in changed["listings"])
    assert len({row["id"] for row in changed["listings"]}) == len(changed["listings"])


def test_tombstones_stay_as_rows(client):
    """Records sold, removed or expired keep their row, with that state."""
    states = {row["state"] for row in skinr(client).results()["listings"]}
    assert states > {"listed"}


def test_pages_of_a_cursor_listing_come_newest_first(client, asked):
    """Each page is as the API sends it; closing the generator stops the walk."""
    pages = skinr(client, limit=10).pages()
    first, second = next(pages), next(pages)
    assert first["listings"][0]["last_modified"] >= second["listings"][-1]["last_modified"]
    pages.close()
    assert len(asked()) == 2


# Ids, against the sandbox


def test_results_of_an_id_walk_are_one_request(client, asked):
    """Users of the 5.x line loop by hand, so one call is one request."""
    rows = transactions(client).results()
    assert rows == transactions(client, from_id=None).results()
    assert len(rows) < 120
    assert len(asked()) == 1  # the second came out of the cache


def test_a_loop_by_hand_over_from_id_ends(client):
    """It ends when only the row that it started from comes again."""
    rows = transactions(client, from_id=None).results()
    while True:
        page = transactions(client, from_id=rows[-1]["transaction_id"]).results()
        assert page[0] == rows[-1]
        if len(page) == 1:
            break
        rows += page[1:]
    assert rows == transactions(client).results(walk=True)


@pytest.mark.parametrize(
    ("tag", "name", "count", "key"),
    [
        ("Wallet", "get_characters_character_id_wallet_transactions", 120, "transaction_id"),
        ("Mail", "get_characters_character_id_mail", 130, "mail_id"),
        ("Calendar", "get_characters_character_id_calendar", 70, "event_id"),
        ("Wars", "get_wars", 2600, None),
    ],
)
def test_every_id_walk_finds_each_row_once(client, tag, name, count, key):
    """`walk=True` has all rows, none twice; `pages()` gives the same ones."""
    operation = getattr(getattr(client, tag), name)
    params = {"character_id": CHIEF, "token": client.token} if tag != "Wars" else {}
    rows = operation(**params).results(walk=True)
    known = [row[key] if key else row for row in rows]
    assert len(known) == len(set(known)) == count
    assert [row for page in operation(**params).pages() for row in page] == rows


def test_max_pages_bounds_a_walk(client, asked):
    """Three pages are three requests."""
    whole = transactions(client).results(walk=True)
    rows = transactions(client).results(walk=True, max_pages=2)
    assert len(rows) < len(whole)
    assert rows == whole[: len(rows)]
    assert rows == [row for page in transactions(client).pages(max_pages=2) for row in page]


def test_max_pages_bounds_numbered_pages(client, around):
    """Of a listing of nine, the first three; they are of one snapshot."""
    around.sandbox.set_pages(ORDERS, 9, rows=5)
    call = client.Market.get_markets_region_id_orders(region_id=10000043)
    assert len(call.results(max_pages=3)) == 15
    assert len(around.sandbox.requests) == 3
    with pytest.raises(ParameterError, match="max_pages=0"):
        call.results(max_pages=0)


def test_an_error_during_a_walk_is_raised(client, around):
    """Half a walk is never taken for a whole one."""
    around.sandbox.faults.fail(404, after=1)
    with pytest.raises(HTTPNotFound):
        transactions(client).results(walk=True)


def test_a_walk_has_the_cost_of_all_its_pages(client, around):
    """Requests, bytes and pages are summed."""
    snapshot = transactions(client).snapshot(walk=True)
    assert snapshot.pages == snapshot.requests == len(around.sandbox.requests)
    assert snapshot.transferred == sum(r.sent for r in around.sandbox.requests)


# The rules alone


def cursor_pages(walk, pages):
    """Feed pages to a walk until it ends; return the parameters that it requested."""
    asked = []
    for page in pages:
        if walk.next_params is None:
            break
        asked.append(walk.next_params)
        walk.add(page)
    return asked


def body(ids, before=None, after=None, **more):
    cursor = {k: v for k, v in (("before", before), ("after", after)) if v}
    return {"jobs": [{"id": n, **more} for n in ids], **({"cursor": cursor} if cursor else {})}


def test_before_keeps_and_after_replaces():
    """Duplicates are older on the way back and dropped; on the way forward they are newer."""
    walk = CursorWalk({})
    asked = cursor_pages(
        walk,
        [
            body([3, 4], "b1", "a1", v="new"),
            body([1, 3], "b2", "x", v="old"),
            body([]),
            body([1], "y", "a2", v="changed"),
            body([], after="a2"),
        ],
    )
    assert asked == [{}, {"before": "b1"}, {"before": "b2"}, {"after": "a1"}, {"after": "a2"}]
    assert walk.merged() == {
        "jobs": [{"id": 3, "v": "new"}, {"id": 4, "v": "new"}, {"id": 1, "v": "changed"}],
        "cursor": {"after": "a2"},
    }
    assert (walk.next_params, walk.complete) == (None, True)


@pytest.mark.parametrize("pages", [[body([])], [{"jobs": []}], [{}], [None]])
def test_an_empty_listing_is_one_request(pages):
    """With or without a cursor."""
    walk = CursorWalk({})
    assert cursor_pages(walk, pages * 5) == [{}]
    assert walk.complete


def test_a_page_without_a_cursor_is_the_last():
    """Cursors and their fields are optional."""
    walk = CursorWalk({})
    assert cursor_pages(walk, [body([1, 2])] * 5) == [{}]
    assert walk.complete


def test_a_repeated_token_ends_the_walk_as_incomplete():
    """Following it again would never end."""
    walk = CursorWalk({})
    numbers = itertools.count()
    asked = cursor_pages(walk, (body([next(numbers)], "same") for _ in range(9)))
    assert asked == [{}, {"before": "same"}]
    assert not walk.complete


def test_new_tokens_for_old_records_end_the_walk_as_incomplete():
    """One page of duplicates is normal, a second one is a loop."""
    walk = CursorWalk({})
    numbers = itertools.count()
    asked = cursor_pages(walk, (body([1], f"t{next(numbers)}") for _ in range(9)))
    assert len(asked) == 3
    assert not walk.complete


def test_one_page_of_duplicates_does_not_end_the_walk():
    """Later pages may bring something new."""
    walk = CursorWalk({})
    cursor_pages(walk, [body([3], "a"), body([3], "b"), body([1], "c"), body([])])
    assert [row["id"] for row in walk.merged()["jobs"]] == [1, 3]
    assert walk.complete


def test_a_walk_cut_short_returns_where_it_continues():
    """`cursor.before` is there while the oldest record was not reached."""
    walk = CursorWalk({})
    cursor_pages(walk, [body([9], "b", "a")])
    assert walk.merged()["cursor"] == {"before": "b", "after": "a"}
    again = CursorWalk({"before": "b"})
    assert cursor_pages(again, [body([8], "b2", "b0"), body([])]) == [
        {"before": "b"},
        {"before": "b2"},
    ]


def test_the_row_walked_from_is_dropped():
    """`from_id` comes again at the top of the next page."""
    walk = walk_of({}, {"from_id"}, {})
    assert walk.add([{"transaction_id": 9}, {"transaction_id": 7}])
    assert walk.next_params == {"from_id": "7"}
    assert walk.add([{"transaction_id": 7}, {"transaction_id": 5}]) == [{"transaction_id": 5}]
    assert walk.add([{"transaction_id": 5}]) is None
    assert walk.next_params is None
    assert [row["transaction_id"] for row in walk.merged()] == [9, 7, 5]


def test_a_walk_starts_at_the_callers_parameter():
    """Its first page is as the API sends it."""
    walk = walk_of({}, {"max_war_id"}, {"max_war_id": 100})
    assert walk.next_params == {"max_war_id": "100"}
    assert isinstance(walk, IdWalk)
    assert walk_of({}, {"page"}, {}) is None


rows = st.lists(st.fixed_dictionaries({"id": st.integers(0, 5), "v": st.integers(0, 2)}))
tokens = st.none() | st.sampled_from("abcdefg")


@given(
    st.lists(
        st.builds(
            lambda r, b, a: {"x": r, "cursor": {"before": b, "after": a}}, rows, tokens, tokens
        )
    ),
    st.sampled_from([{}, {"before": "t"}, {"after": "t"}]),
)
def test_no_responses_make_a_walk_endless_or_duplicate_a_record(pages, start):
    """Whatever the server returns, the walk ends, and each record is there once."""
    walk = CursorWalk(start)
    pages = pages or [None]
    for step, page in enumerate(itertools.cycle(pages)):
        if walk.next_params is None:
            break
        walk.add(page)
        assert step < 60
    known = [row["id"] for row in walk.merged().get("x", [])]
    assert len(known) == len(set(known))


@given(st.lists(st.lists(st.integers(0, 30), max_size=6), min_size=1))
def test_no_responses_make_an_id_walk_endless(pages):
    """Each step has to bring something new."""
    walk = walk_of({}, {"max_war_id"}, {})
    for step, page in enumerate(itertools.cycle(pages)):
        if walk.next_params is None:
            break
        walk.add(page)
        assert step < 60
    assert len(walk.merged()) == len(set(walk.merged()))


def test_an_incomplete_walk_warns(client, monkeypatch):
    """Response and warning have the verdict; the warning names the caller's line."""
    monkeypatch.setattr(walks, "_MAX_IDLE_PAGES", 0)  # the first page counts as a loop
    call = skinr(client)
    call.request_config.also_return_response = True
    with pytest.warns(InconsistentSnapshotWarning, match="get_paragon_hub_skinr") as told:
        _, response = call.results()
    assert not response.consistent
    assert told[0].filename == __file__


@pytest.mark.specs
@pytest.mark.skipif(not SPECS, reason="ESI_TEST_SPECS names no folder with the API's documents")
def test_every_listing_of_the_real_document_has_its_walk():
    """Twelve cursors, five walks by id, each with its field."""
    document = json.loads((Path(SPECS) / "openapi-3.0-date-2026-08-18.json").read_bytes())
    translated = SplitDocument(split(translate(document)))
    found = {}
    for name in [name for names in translated.tags.values() for name in names]:
        spec = translated.operation(name).spec
        parameters = {each["name"]: each for each in spec.get("parameters", [])}
        walk = walk_of(spec, parameters, {})
        if isinstance(walk, CursorWalk):
            assert parameters["limit"]["maximum"] == 100
            properties = spec["responses"]["200"]["schema"]["properties"]
            (rows,) = [each for each in properties.values() if each.get("type") == "array"]
        elif walk:
            rows = spec["responses"]["200"]["schema"]
        if walk:
            found[name] = type(walk)
            field = "id" if isinstance(walk, CursorWalk) else walk._rule.field
            assert field is None or field in rows["items"]["properties"]
    assert sorted(map(str, found.values())) == sorted([str(CursorWalk)] * 12 + [str(IdWalk)] * 5)


# Hostile servers

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
ROWS = JSON | st.lists(st.dictionaries(st.sampled_from(["id", "transaction_id", "x"]), JSON))
CURSORS = JSON | st.dictionaries(st.sampled_from(["before", "after"]), JSON)
BODIES = st.fixed_dictionaries({"rows": ROWS, "cursor": CURSORS}) | ROWS


@given(st.lists(BODIES, max_size=8), st.sampled_from(["cursor", "after", *walks.WALKS]))
def test_a_walk_takes_any_json(bodies, kind):
    """Rows without an id and cursors that are no token end a walk, and raise nothing."""
    if kind in walks.WALKS:
        walk = IdWalk(kind, walks.WALKS[kind], {})
    else:
        walk = CursorWalk({"after": "a"} if kind == "after" else {})
    for body in bodies:
        if walk.next_params is None:
            break
        assert all(isinstance(value, str) for value in walk.next_params.values())
        walk.add(body)
    json.dumps(walk.merged())


def test_true_and_one_are_two_records():
    """They are equal in Python, and not in JSON."""
    walk = CursorWalk({})
    walk.add({"rows": [{"id": True}, {"id": 1}], "cursor": {}})
    assert walk.merged()["rows"] == [{"id": True}, {"id": 1}]


def test_a_walk_that_never_ends_is_cut_short(client, monkeypatch):
    """A server that invents a new cursor and a new record for each request is left at a bound."""

    class Endless(CursorWalk):
        def add(self, body):
            self.next_params = {"limit": "10"}
            return body

    monkeypatch.setattr("esi.core.paging.snapshot.MAX_PAGES", 5)
    monkeypatch.setattr(walks, "CursorWalk", Endless)
    with pytest.warns(InconsistentSnapshotWarning):
        pages = list(skinr(client).pages())
    assert len(pages) == 5
