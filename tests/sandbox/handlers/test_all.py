"""Responses of every seeded route conform to the document, checked by openapi-core."""

import copy
import itertools
import re

import pytest
from openapi_core import Config, OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse

from esi.sandbox.routes.table import DATES, ROUTES
from esi.sandbox.world import corporations, holdings, industry, kills, trade, wallets
from esi.sandbox.world.translations import REGIONS
from esi.sandbox.world.world import ALLIANCES, MOON, PLAYER_CORPORATIONS, World
from tests.sandbox.conftest import CHIEF, NEWEST

WORLD = World(1)
ARGUMENTS = {
    "region_id": 10000002,
    "market_group_id": 1857,
    "type_id": 587,
    "group_id": 25,
    "category_id": 6,
    "constellation_id": 20000020,
    "system_id": 30000142,
    "station_id": 60003760,
    "character_id": CHIEF,
    "corporation_id": PLAYER_CORPORATIONS,
    "alliance_id": ALLIANCES,
    "contract_id": trade.contract_id(10000002, 0),
    "killmail_id": kills.FIRST_KILL,
    "killmail_hash": kills.kill_hash(WORLD, kills.FIRST_KILL),
    "planet_id": industry.colonies(WORLD, CHIEF)[0]["planet_id"],
    "moon_id": list(WORLD.planets(30000142))[1] + MOON,
    "structure_id": corporations.structure_id(PLAYER_CORPORATIONS, 0),
    "observer_id": corporations.refineries(PLAYER_CORPORATIONS)[0][1],
    "division": 1,
    "origin": 30000142,
    "destination": 30002187,
    "origin_system_id": 30000142,
    "destination_system_id": 30002187,
    "project_id": corporations.project(WORLD, PLAYER_CORPORATIONS, 0, 0, 0)["id"],
    "sovereignty_hub_id": corporations.hub_id(PLAYER_CORPORATIONS, 1),
}
QUERIES = {
    "get /markets/{region_id}/orders": {"order_type": "all"},
    "get /markets/{region_id}/history": {"type_id": 34},
    "post /characters/{character_id}/contacts": {"standing": 5.5, "label_ids": [1, 2]},
    "put /characters/{character_id}/contacts": {"standing": -5},
    "delete /characters/{character_id}/contacts": {"contact_ids": [CHIEF + 1, CHIEF + 2]},
}
BODIES = {
    "post /universe/names": [34, 10000002, 30000142, 60003760, CHIEF, 500001, 99000001],
    "post /universe/ids": ["Jita", "Tritanium", "The Forge", "Asa Ostrand", "nothing"],
    "post /characters/affiliation": [CHIEF, CHIEF + 2],
    "post /characters/{character_id}/assets/names": [holdings.asset_id(CHIEF, 0)],
    "post /corporations/{corporation_id}/assets/names": [holdings.asset_id(PLAYER_CORPORATIONS, 0)],
    "post /characters/{character_id}/contacts": [CHIEF + 1],
    "put /characters/{character_id}/contacts": [CHIEF + 1],
    "post /characters/{character_id}/mail": {
        "body": "Hello",
        "recipients": [{"recipient_id": CHIEF, "recipient_type": "character"}],
        "subject": "Hi",
    },
    "post /route/{origin_system_id}/{destination_system_id}": {"preference": "Safer"},
}


def argument(path, name):
    """Return the value of a path's parameter; ids of contracts depend on their owner."""
    owner = CHIEF if path.startswith("/characters") else PLAYER_CORPORATIONS
    if name == "contract_id" and "public" not in path:
        return trade.own_contract_id(WORLD, owner, 0)
    return ARGUMENTS.get(name)


def reader(document):
    """Return openapi-core's reader of a document, with `oneOf` as the API means it."""
    # The API's options require nothing, so that several of them match.
    document = copy.deepcopy(document)

    def loosen(node):
        if isinstance(node, dict):
            if "oneOf" in node:
                node["anyOf"] = node.pop("oneOf")
            node = list(node.values())
        if isinstance(node, list):
            for item in node:
                loosen(item)

    loosen(document)
    # openapi-core warns of OAuth2, which it cannot check; test_auth.py does.
    for item in document["paths"].values():
        for operation in item.values():
            operation.pop("security", None)
    # test_openapi.py validates the document itself.
    return OpenAPI.from_dict(document, config=Config(spec_validator_cls=None))


@pytest.fixture(scope="module")
def readers():
    return {}


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: f"{r.operation_id}@{r.since}")
def test_response_conforms_to_the_document(route, call, readers):
    """Status, headers and body of every seeded route agree with its document, at its dates."""
    date = max(d for d in DATES if d >= route.since and (route.until is None or d < route.until))
    call.at(date).as_character()
    if date not in readers:
        readers[date] = reader(call.get("/meta/openapi.json").json())
    key = f"{route.method} {route.path}"
    path = re.sub(r"\{(\w+)\}", lambda m: str(argument(route.path, m[1])), route.path)
    answer = call.request(route.method, path, params=QUERIES.get(key), json=BODIES.get(key))
    assert answer.status_code == route.status, answer.text
    sent = RequestsOpenAPIRequest(answer.request)
    # Gives an error for a request, answer or header that the document does not allow.
    readers[date].validate_request(sent)
    if route.response is not None:
        readers[date].validate_response(sent, RequestsOpenAPIResponse(answer))
    assert answer.headers["X-Compatibility-Date"] == route.since


def test_first_and_last_pages_conform_to_the_document(call, readers):
    """Rows conform to their schemas, after turn-overs too."""
    call.as_character()
    if "2020-01-01" not in readers:
        readers["2020-01-01"] = reader(call.get("/meta/openapi.json").json())
    read = readers["2020-01-01"]
    for path in (
        *(f"/markets/{region}/orders" for region in list(REGIONS)[1:]),
        "/contracts/public/10000002",
        f"/characters/{CHIEF}/assets",
        f"/characters/{CHIEF}/wallet/journal",
    ):
        for generation in range(2):
            pages = int(call.get(path).headers["X-Pages"])
            for number in {1, pages}:
                params = {"page": number} | ({"order_type": "all"} if "orders" in path else {})
                answer = call.get(path, params=params)
                # The validator takes seconds for a thousand rows: the first and last are enough.
                trimmed = copy.copy(answer)
                trimmed._content = re.sub(rb"\},\{.*\},\{", b"},{", answer.content, count=1)
                read.validate_response(
                    RequestsOpenAPIRequest(answer.request), RequestsOpenAPIResponse(trimmed)
                )
            if generation == 0:
                call.sandbox.turn_over(path)


def test_names_in_eight_languages(call):
    """Localised routes respond in each language, and name it."""
    names = {}
    for language in ("en", "de", "fr", "ja", "ru", "zh", "ko", "es"):
        answer = call.get("/universe/groups/25", headers={"Accept-Language": language})
        assert answer.headers["Content-Language"] == language
        names[language] = answer.json()["name"]
    assert names["en"] == "Frigate"
    assert names["ko"] == "프리깃"
    assert len(set(names.values())) == 8


def test_example_of_the_5x_manual(call):
    """Type 30004984 in Korean, as in the 5.x manual."""
    answer = call.get("/universe/types/30004984", headers={"Accept-Language": "ko"})
    assert answer.json()["name"] == "스비풀"


def test_route_without_languages_ignores_the_header(call):
    """Without `Content-Language` in its document, a route ignores `Accept-Language`."""
    answer = call.get("/universe/stations/60003760", headers={"Accept-Language": "de"})
    assert "Content-Language" not in answer.headers


@pytest.mark.parametrize("asked", ["de-DE,de;q=0.9,en;q=0.8", "DE", "xx, de"])
def test_accept_language_lists(call, asked):
    """Take the first language that the API has."""
    answer = call.get("/universe/categories/6", headers={"Accept-Language": asked})
    assert answer.headers["Content-Language"] == "de"


def test_one_unknown_id_fails_all_names(call):
    """`POST /universe/names` refuses a batch with one unknown id."""
    assert call.post("/universe/names", json=[34, 999]).status_code == 404
    assert call.post("/universe/names", json=list(range(1, 1002))).status_code == 400
    assert call.post("/universe/names", json=[34, 34]).status_code == 400


def test_ids_of_names_in_any_language(call):
    """`POST /universe/ids` returns lists by category."""
    found = call.post(
        "/universe/ids", json=["ジタ", "tritanium"], headers={"Accept-Language": "de"}
    ).json()
    assert found == {
        "inventory_types": [{"id": 34, "name": "Tritanium"}],
        "systems": [{"id": 30000142, "name": "Jita"}],
    }


def test_whole_prices_have_no_decimal_point(call):
    """Write whole prices as integers, others not."""
    text = call.get("/markets/10000002/orders").text
    assert re.search(r'"price":\d+,', text)
    assert re.search(r'"price":\d+\.\d+,', text)


def test_filters_of_orders(call):
    """Type and side filter the same listing."""
    params = {"type_id": 34, "order_type": "sell"}
    rows = call.get("/markets/10000002/orders", params=params).json()
    assert rows
    assert {row["type_id"] for row in rows} == {34}
    assert not any(row["is_buy_order"] for row in rows)


def test_the_forge_has_thirty_pages(call):
    """Keep the default region large enough for a realistic pull."""
    answer = call.get("/markets/10000002/orders")
    assert int(answer.headers["X-Pages"]) >= 30
    assert len(answer.json()) == 1000


def test_every_id_of_an_order_has_a_name(call):
    """Types and locations of orders can be named in one call."""
    rows = call.get("/markets/10000043/orders").json()
    ids = {row["type_id"] for row in rows} | {row["location_id"] for row in rows}
    named = call.post("/universe/names", json=sorted(ids)[:1000])
    assert named.status_code == 200
    assert len(named.json()) == len(sorted(ids)[:1000])


def test_unknown_ids_are_404(call):
    """Unknown ids give the API's error body."""
    for path in (
        "/universe/types/1",
        "/markets/1/orders",
        "/universe/systems/1",
        "/corporations/1",
        "/alliances/1",
        "/alliances/1/corporations",
        "/characters/1",
        "/characters/1/corporationhistory",
        "/contracts/public/items/1",
        "/killmails/1/abc",
    ):
        answer = call.get(path)
        assert answer.status_code == 404, path
        assert answer.json()["error"]


def test_corporations_of_an_alliance_name_it(call):
    """Each alliance has corporations, and each of them names it."""
    for number in call.get("/alliances").json():
        members = call.get(f"/alliances/{number}/corporations").json()
        assert members
        said = {call.get(f"/corporations/{each}").json()["alliance_id"] for each in members}
        assert said == {number}


def test_npc_corporations_have_their_type(call):
    """Each one listed is owned by NPCs, and none is a player's."""
    listed = call.get("/corporations/npccorps").json()
    kinds = {
        call.get(f"/corporations/{each}", headers={"X-Compatibility-Date": NEWEST}).json()["type"]
        for each in listed
    }
    assert kinds == {"npc_owned"}
    assert PLAYER_CORPORATIONS not in listed


@pytest.mark.parametrize("number", range(3))
def test_corporation_history_is_consistent(call, number):
    """It is newest first, from today's corporation back to the day of birth."""
    character = call.get(f"/characters/{CHIEF + number}").json()
    stays = call.get(f"/characters/{CHIEF + number}/corporationhistory").json()
    assert stays[0]["corporation_id"] == character["corporation_id"]
    assert stays[-1]["start_date"] == character["birthday"]
    for key in ("record_id", "start_date"):
        assert stays == sorted(stays, key=lambda stay: stay[key], reverse=True)


def test_jumps_and_kills_of_every_system(call):
    """List every solar system."""
    systems = call.get("/universe/systems").json()
    for path in ("/universe/system_jumps", "/universe/system_kills"):
        assert [row["system_id"] for row in call.get(path).json()] == systems


def test_changed_contacts_appear_after_the_cache_expires(call, esi_sandbox):
    """Changes appear once the listing's cache has turned over, not before."""
    call.as_character()
    path = f"/characters/{CHIEF}/contacts"
    before = call.get(path).json()
    assert call.post(f"{path}?standing=10&watched=true", json=[95_000_000]).json() == [95_000_000]
    assert call.get(path).json() == before
    esi_sandbox.clock.advance(301)
    after = {row["contact_id"]: row for row in call.get(path).json()}
    assert after[95_000_000]["standing"] == 10
    assert after[95_000_000]["is_watched"]
    call.delete(f"{path}?contact_ids=95000000")
    esi_sandbox.clock.advance(301)
    assert call.get(path).json() == before


def test_sent_mail_is_in_the_list(call, esi_sandbox):
    """It has the next id."""
    call.as_character()
    body = BODIES["post /characters/{character_id}/mail"]
    number = call.post(f"/characters/{CHIEF}/mail", json=body).json()
    mails = call.get(f"/characters/{CHIEF}/mail").json()
    assert mails[0]["mail_id"] == number
    assert mails[0]["subject"] == "Hi"


def test_fields_of_a_character_depend_on_the_date(call):
    """Later dates have later fields."""
    old = call.at("2020-01-01").get(f"/characters/{CHIEF}").json()
    new = call.at(NEWEST).get(f"/characters/{CHIEF}").json()
    assert "title" in old
    assert "achievement_score" in new
    assert old["name"] == new["name"]


def test_wallet_journal_adds_up(call):
    """Each balance is the one before plus the amount; the newest is the wallet's."""
    call.as_character()
    journal = call.get(f"/characters/{CHIEF}/wallet/journal").json()
    for newer, older in itertools.pairwise(journal):
        assert newer["balance"] == pytest.approx(older["balance"] + newer["amount"], abs=0.01)
    assert call.get(f"/characters/{CHIEF}/wallet").json() == journal[0]["balance"]
    assert {row["ref_type"] for row in journal if row["amount"] < 0} <= {
        *wallets.EXPENSES,
        wallets.MARKET,
    }
    assert min(row["balance"] for row in journal) > 0
