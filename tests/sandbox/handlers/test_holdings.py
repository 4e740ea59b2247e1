"""Test that the holdings of characters and corporations are consistent: ids exist, sums add up."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.sandbox.conftest import CHIEF

CORPORATION = 98_000_001
OWNERS = (f"/characters/{CHIEF}", f"/corporations/{CORPORATION}")
WEEKS = (datetime(2026, 8, 18, tzinfo=UTC) - timedelta(days=30)).isoformat()[:10]


@pytest.fixture
def rows(call):
    """Return all rows of a listing, as the chief of the first corporation."""
    call.as_character()

    def every(path, **params):
        answer = call.get(path, params=params)
        assert answer.status_code == 200, answer.text
        found = answer.json()
        for page in range(2, int(answer.headers.get("X-Pages", 1)) + 1):
            found += call.get(path, params={**params, "page": page}).json()
        return found

    return every


def test_killmails_in_a_list_can_be_read_and_name_their_owner(call, rows):
    """Id and hash lead to a killmail in which the owner shot or was shot, newest first."""
    for owner in OWNERS:
        listed = rows(f"{owner}/killmails/recent")
        assert len(listed) > 20
        times = []
        for row in listed[:20]:
            kill = call.get(f"/killmails/{row['killmail_id']}/{row['killmail_hash']}").json()
            parties = [kill["victim"], *kill["attackers"]]
            named = {p.get(key) for p in parties for key in ("character_id", "corporation_id")}
            assert int(owner.split("/")[-1]) in named
            times.append(kill["killmail_time"])
        assert times == sorted(times, reverse=True)


def test_ids_of_a_killmail_have_names(call, rows):
    """Characters, corporations, ships, weapons, cargo and system can all be named."""
    ids = set()
    for row in rows(f"{OWNERS[0]}/killmails/recent")[:10]:
        kill = call.get(f"/killmails/{row['killmail_id']}/{row['killmail_hash']}").json()
        ids.add(kill["solar_system_id"])
        ids |= {item["item_type_id"] for item in kill["victim"]["items"]}
        for party in (kill["victim"], *kill["attackers"]):
            ids |= {value for key, value in party.items() if key.endswith("_id")}
    assert call.post("/universe/names", json=sorted(ids)).status_code == 200


def test_damage_of_a_killmail_adds_up(call, rows):
    """Attackers did what the victim took, and one had the final blow."""
    for row in rows(f"{OWNERS[0]}/killmails/recent")[:10]:
        kill = call.get(f"/killmails/{row['killmail_id']}/{row['killmail_hash']}").json()
        done = sum(attacker["damage_done"] for attacker in kill["attackers"])
        assert done == kill["victim"]["damage_taken"]
        assert sum(attacker["final_blow"] for attacker in kill["attackers"]) == 1


@pytest.mark.parametrize("owner", OWNERS)
def test_assets_lie_in_a_place_that_exists(owner, call, rows):
    """A location is a station, a public structure, or another asset that holds things."""
    assets = rows(f"{owner}/assets")
    ids = {row["item_id"] for row in assets}
    structures = set(call.get("/universe/structures").json())
    kinds = {"station": set(), "item": set()}
    for row in assets:
        kinds[row["location_type"]].add(row["location_id"])
    assert call.post("/universe/names", json=sorted(kinds["station"])).status_code == 200
    assert kinds["item"] <= ids | structures
    assert kinds["item"] & ids
    assert kinds["item"] & structures
    containers = {row["type_id"] for row in assets if row["item_id"] in kinds["item"]}
    assert containers <= {3465, 27}


@pytest.mark.parametrize("owner", OWNERS)
def test_blueprints_are_assets(owner, rows):
    """Each has the item, place and type of an asset; copies have runs."""
    assets = {row["item_id"]: row for row in rows(f"{owner}/assets")}
    blueprints = rows(f"{owner}/blueprints")
    assert len(blueprints) > 100
    for row in blueprints:
        asset = assets[row["item_id"]]
        assert (row["type_id"], row["location_id"]) == (asset["type_id"], asset["location_id"])
        assert (row["quantity"] == -2) is asset.get("is_blueprint_copy", False)
        assert (row["runs"] == -1) is (row["quantity"] == -1)


@pytest.mark.parametrize("owner", OWNERS)
def test_industry_jobs_use_blueprints_of_their_owner(owner, rows):
    """Completed jobs come on demand; the dates fit the state."""
    blueprints = {row["item_id"]: row for row in rows(f"{owner}/blueprints")}
    current = rows(f"{owner}/industry/jobs")
    every = rows(f"{owner}/industry/jobs", include_completed=True)
    assert 0 < len(current) < len(every)
    assert {row["status"] for row in current} <= {"active", "ready"}
    for row in every:
        assert blueprints[row["blueprint_id"]]["type_id"] == row["blueprint_type_id"]
        assert (row["end_date"] > "2026-08-18T11:05:00Z") is (row["status"] == "active")
        assert ("completed_date" in row) is (row["status"] == "delivered")


@pytest.mark.parametrize("owner", OWNERS)
def test_open_orders_are_in_the_region_and_past_ones_are_not(owner, call, rows):
    """The public listing has each open order with the same price, and no past one."""
    listing = {}
    for region in (10000002, 10000043):
        listing |= {r["order_id"]: r for r in rows(f"/markets/{region}/orders", order_type="all")}
    for row in rows(f"{owner}/orders"):
        public = listing[row["order_id"]]
        for key in ("price", "type_id", "location_id", "volume_remain"):
            assert row[key] == public[key]
    past = rows(f"{owner}/orders/history")
    assert len({row["order_id"] for row in past}) == len(past) > 50
    assert not listing.keys() & {row["order_id"] for row in past}
    assert {row["state"] for row in past} == {"cancelled", "expired"}
    assert {row["type_id"] for row in past} <= {row["type_id"] for row in listing.values()}


@pytest.mark.parametrize("owner", OWNERS)
def test_contracts_have_items_worth_their_price(owner, call, rows):
    """A contract's price is near the market value of what it gives."""
    prices = {r["type_id"]: r.get("average_price") for r in call.get("/markets/prices").json()}
    compared = 0
    for row in rows(f"{owner}/contracts"):
        items = rows(f"{owner}/contracts/{row['contract_id']}/items")
        assert bool(items) is (row["type"] != "courier")
        worth = [prices[i["type_id"]] for i in items if i["is_included"]]
        if items and all(worth) and all(i["is_included"] for i in items):
            value = sum(prices[i["type_id"]] * i["quantity"] for i in items)
            assert 0.7 * value < row["price"] < 1.3 * value
            compared += 1
    assert compared > 3


def test_a_corporation_keeps_its_assets_in_few_offices(rows):
    """Offices lie in stations and structures; containers in a hangar of an office."""
    assets = {row["item_id"]: row for row in rows(f"{OWNERS[1]}/assets")}
    offices = {key for key, row in assets.items() if row["location_flag"] == "OfficeFolder"}
    assert len(offices) == 6
    assert {assets[key]["location_type"] for key in offices} == {"station", "item"}
    for key in set(assets) - offices:
        home = assets[assets[key]["location_id"]]
        if assets[key]["location_flag"] == "Unlocked":
            home = assets[home["location_id"]]
        assert home["item_id"] in offices


def test_a_bounty_names_the_ships_it_is_paid_for(call, rows):
    """Its reason lists types and numbers, as in `429001: 2`."""
    bounties = [
        row for row in rows(f"{OWNERS[0]}/wallet/journal") if row["ref_type"] == "bounty_prizes"
    ]
    assert bounties
    types = {int(row["reason"].partition(": ")[0]) for row in bounties}
    assert call.post("/universe/names", json=sorted(types)).status_code == 200


@pytest.mark.parametrize("owner", OWNERS)
def test_a_contract_that_its_issuer_withdrew_is_deleted(owner, rows):
    """Players delete contracts; the API's `cancelled` does not occur."""
    statuses = {row["status"] for row in rows(f"{owner}/contracts")}
    assert statuses == {"outstanding", "in_progress", "finished", "deleted"}


@pytest.mark.parametrize("wallet", [f"{OWNERS[0]}/wallet", f"{OWNERS[1]}/wallets/3"])
def test_transactions_are_in_the_journal(wallet, rows):
    """Each has an entry of the same date, whose amount is quantity times price."""
    entries = {row["id"]: row for row in rows(f"{wallet}/journal")}
    trades = rows(f"{wallet}/transactions")
    assert len(trades) == 50
    for row in trades:
        entry = entries[row["journal_ref_id"]]
        assert (entry["ref_type"], entry["date"]) == ("market_transaction", row["date"])
        assert entry["context_id"] == row["transaction_id"]
        assert (entry["amount"] < 0) is row["is_buy"]
        paid = row["quantity"] * row["unit_price"]
        assert paid == pytest.approx(abs(entry["amount"]), abs=0.01 * row["quantity"])


def test_divisions_have_the_balance_of_their_journal(rows):
    """All seven are listed, and an eighth does not exist."""
    wallets = rows(f"{OWNERS[1]}/wallets")
    assert [row["division"] for row in wallets] == list(range(1, 8))
    newest = rows(f"{OWNERS[1]}/wallets/7/journal")[0]
    assert newest["balance"] == wallets[6]["balance"]


def test_an_eighth_division_is_refused(call):
    """The API has seven."""
    call.as_character()
    assert call.get(f"{OWNERS[1]}/wallets/8/journal").status_code == 400


def test_public_structures_have_a_market(call, rows):
    """Their orders are at the structure, and have ids of their own."""
    structures = rows("/universe/structures")
    number = structures[1]
    about = call.get(f"/universe/structures/{number}").json()
    system = call.get(f"/universe/systems/{about['solar_system_id']}").json()
    assert about["name"].startswith(system["name"])
    orders = rows(f"/markets/structures/{number}")
    assert len(orders) > 1000
    assert {row["location_id"] for row in orders} == {number}
    others = rows(f"/markets/structures/{structures[2]}")
    assert not {row["order_id"] for row in orders} & {row["order_id"] for row in others}


def test_a_private_structure_is_for_its_corporation(call):
    """Others see neither it nor its market, nor whether an id is that of a structure."""
    call.as_character()
    private = 1_035_000_000_000 + 1_000_001
    assert call.get(f"/universe/structures/{private}").status_code == 200
    call.as_character(CHIEF + 1)
    for path in ("universe", "markets"):
        assert call.get(f"/{path}/structures/{private}").status_code == 403
        assert call.get(f"/{path}/structures/1").json() == {"error": "Forbidden"}


def test_tracked_members_are_the_members(call, rows):
    """Their start is that of their employment, and some logged in this month."""
    members = rows(f"{OWNERS[1]}/members")
    tracked = rows(f"{OWNERS[1]}/membertracking")
    assert [row["character_id"] for row in tracked] == members
    assert call.get(OWNERS[1]).json()["member_count"] == len(members) >= 8
    for row in tracked:
        history = call.get(f"/characters/{row['character_id']}/corporationhistory").json()
        assert row["start_date"] == history[0]["start_date"]
        assert row["logon_date"] < row["logoff_date"]
    assert any(row["logoff_date"] > WEEKS for row in tracked)


def test_roles_of_a_character_open_what_the_api_lets_it_read(call):
    """Directors read the member tracking, members without a role do not."""
    for character, status in ((CHIEF, 200), (CHIEF + 3, 403)):
        call.as_character(character)
        roles = call.get(f"/characters/{character}/roles").json()
        assert ("Director" in roles["roles"]) is (status == 200)
        assert call.get(f"{OWNERS[1]}/membertracking").status_code == status


def test_medals_of_a_character_are_those_that_its_corporation_issued(rows):
    """Same medal, same day, and the title of the corporation's list."""
    titles = {row["medal_id"]: row["title"] for row in rows(f"{OWNERS[1]}/medals")}
    issued = rows(f"{OWNERS[1]}/medals/issued")
    mine = {(r["medal_id"], r["issued_at"]) for r in issued if r["character_id"] == CHIEF}
    medals = rows(f"{OWNERS[0]}/medals")
    assert mine == {(row["medal_id"], row["date"]) for row in medals} != set()
    assert all(titles[row["medal_id"]] == row["title"] for row in medals)


def test_extractions_are_at_moons_of_the_structure_system(call, rows):
    """Refineries are observers too, and saw members mine moon ore."""
    timers = rows(f"/corporation/{CORPORATION}/mining/extractions")
    observers = {r["observer_id"] for r in rows(f"/corporation/{CORPORATION}/mining/observers")}
    for row in timers:
        moon = call.get(f"/universe/moons/{row['moon_id']}").json()
        structure = call.get(f"/universe/structures/{row['structure_id']}").json()
        assert moon["system_id"] == structure["solar_system_id"]
        assert structure["type_id"] == 35835
        assert row["extraction_start_time"] < row["chunk_arrival_time"]
    assert {row["structure_id"] for row in timers} == observers
    seen = rows(f"/corporation/{CORPORATION}/mining/observers/{max(observers)}")
    assert {row["character_id"] for row in seen} <= set(rows(f"{OWNERS[1]}/members"))


def test_the_mining_ledger_has_the_last_days(rows):
    """It reaches from today to the day 30 days ago."""
    days = {row["date"] for row in rows(f"{OWNERS[0]}/mining")}
    assert WEEKS <= min(days) < "2026-07-25"
    assert "2026-08-16" <= max(days) <= "2026-08-18"


def test_colonies_are_on_planets_of_their_system(call, rows):
    """Routes and links connect pins of the colony."""
    for row in rows(f"{OWNERS[0]}/planets"):
        planet = call.get(f"/universe/planets/{row['planet_id']}").json()
        assert planet["system_id"] == row["solar_system_id"]
        kind = call.get(f"/universe/types/{planet['type_id']}").json()["name"]
        assert row["planet_type"] in kind.lower()
        layout = call.get(f"{OWNERS[0]}/planets/{row['planet_id']}").json()
        pins = {pin["pin_id"] for pin in layout["pins"]}
        assert len(pins) == row["num_pins"]
        for way in (*layout["links"], *layout["routes"]):
            assert {way["source_pin_id"], way["destination_pin_id"]} <= pins
    assert call.get(f"{OWNERS[0]}/planets/1").status_code == 404


def test_loyalty_stores_belong_to_the_game(call, rows):
    """Stores have offers where a character has points; a player's corporation has none."""
    for row in rows(f"{OWNERS[0]}/loyalty/points"):
        offers = call.get(f"/loyalty/stores/{row['corporation_id']}/offers").json()
        assert len({offer["offer_id"] for offer in offers}) == len(offers) > 10
    assert call.get(f"/loyalty/stores/{CORPORATION}/offers").json() == []


def test_prices_and_volumes_look_like_the_game(rows):
    """Tritanium is near 4 ISK and traded in millions; PLEX is worth millions."""
    for type_id, low, high in ((34, 3.5, 5), (44992, 4e6, 7e6), (621, 8e6, 12e6)):
        days = rows("/markets/10000002/history", type_id=type_id)[-30:]
        assert all(low < day["average"] < high for day in days)
    days = rows("/markets/10000002/history", type_id=34)[-30:]
    assert all(10**8 < day["volume"] < 10**11 for day in days)
    orders = rows("/markets/10000002/orders", order_type="all", type_id=34)
    assert max(row["volume_total"] for row in orders) > 10**6
    ships = rows("/markets/10000002/orders", order_type="all", type_id=34562)
    assert max(row["volume_total"] for row in ships) < 20
