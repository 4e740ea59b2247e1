"""Test player structures that characters may see, and places of assets."""

import pandas as pd
import pytest

from esi.errors import LoginNeededError
from esi.sandbox.world.corporations import PUBLIC, STRUCTURES, structure_id
from esi_data.caches import lookups
from tests.esi_data.logging_in import ASA, ASSETS, BERO, log_in

STRUCTURE_SCOPE = "esi-universe.read_structures.v1"
MINE, THEIRS = 98_000_001, 98_000_003  # Asa's corporation, and one that neither is in
OPEN, CLOSED, OWN = structure_id(THEIRS, 0), structure_id(THEIRS, 1), structure_id(MINE, 1)
SHIP, BOX, CAN, AMMO, WRAP = range(1_045_000_000_001, 1_045_000_000_006)
LATER = "too many unknown ids in this batch; run again in a minute"


@pytest.fixture
def players(esi, esi_sandbox):
    """Return an `Esi` with the characters Asa and Bero logged in."""
    for who in (ASA, BERO):
        log_in(esi_sandbox, esi.logins, (STRUCTURE_SCOPE, ASSETS), who)
    esi_sandbox.clear()
    return esi


def asked(sandbox):
    return [each for each in sandbox.requests if each.path.startswith("/universe/structures/")]


def named(esi, *ids, **how):
    return esi.with_names(pd.DataFrame({"location_id": list(ids)}), **how)


def unnamed(frame):
    return frame.attrs["esi"]["unnamed"]


def asset(item, at, *, type_id=34, flag="Hangar", single=False):
    return {
        "item_id": item,
        "location_id": at,
        "location_flag": flag,
        "location_type": "item",
        "is_singleton": single,
        "type_id": type_id,
        "quantity": 1,
    }


@pytest.fixture
def station(esi):
    """Return a station, its system and its region."""
    system = esi.client.Universe.get_universe_systems_system_id(system_id=30000142).result()
    constellation = esi.client.Universe.get_universe_constellations_constellation_id(
        constellation_id=system["constellation_id"]
    ).result()
    return system["stations"][0], 30000142, constellation["region_id"]


# Structures


def test_a_character_names_the_structures_that_it_may_see(players):
    """Characters see public structures and those of their own corporation."""
    frame = named(players, OPEN, OWN, CLOSED, character=ASA)
    assert frame["location_name"].notna().tolist() == [True, True, False]
    assert unnamed(frame) == {"no access": [CLOSED]}


def test_structures_are_requested_once_a_day(players, esi_sandbox):
    """Refusals are cached like names, since each costs an error."""
    first = named(players, OPEN, CLOSED, character=ASA)
    esi_sandbox.clear()
    assert named(players, OPEN, CLOSED, character=ASA).equals(first)
    assert asked(esi_sandbox) == []
    esi_sandbox.clock.advance(lookups.LIFETIME + 1)
    named(players, OPEN, CLOSED, character=ASA)
    assert len(asked(esi_sandbox)) == 2


def test_structures_of_one_character_are_hidden_from_another(players):
    """Cached structures of one character never serve another."""
    named(players, OWN, character=ASA)
    assert unnamed(named(players, OWN, character=BERO)) == {"no access": [OWN]}


def test_of_several_characters_one_with_access_is_enough(players, esi_sandbox):
    """Requests for the second character cover only structures that the first may not see."""
    frame = named(players, OPEN, OWN, character=[BERO, ASA])
    assert frame["location_name"].notna().all()
    ids = sorted(int(each.path.rpartition("/")[2]) for each in asked(esi_sandbox))
    assert ids == [OWN, OWN, OPEN]


def test_refusals_leave_half_of_the_error_limit(players, esi_sandbox):
    """Lookups of closed structures stop after 48 errors, and the next call continues."""
    closed = [
        structure_id(THEIRS, number)
        for number in range(STRUCTURES)
        if number % PUBLIC
    ]  # fmt: skip
    unknown = [structure_id(THEIRS, STRUCTURES + number) for number in range(1000 - len(closed))]
    frame = named(players, *closed, *unknown, character=ASA)
    assert len(asked(esi_sandbox)) == 48
    assert len(unnamed(frame)[LATER]) == 952
    esi_sandbox.clear()
    named(players, *closed, *unknown, character=ASA)
    assert asked(esi_sandbox) == []
    esi_sandbox.clock.advance(125)
    frame = named(players, *closed, *unknown, character=ASA)
    assert len(asked(esi_sandbox)) == 48
    assert len(unnamed(frame)[LATER]) == 904


def test_an_error_of_the_api_is_not_a_refusal(players, esi_sandbox):
    """Status 500 is not cached as a refusal."""
    esi_sandbox.faults.fail(500, path="/universe/structures/*", times=None)
    with pytest.raises(Exception, match="500"):
        named(players, OPEN, character=ASA)
    esi_sandbox.faults.clear()
    assert named(players, OPEN, character=ASA)["location_name"].notna().all()


def test_a_structure_needs_a_login(esi):
    """Messages say how to log in."""
    with pytest.raises(LoginNeededError, match=r"esi\.login"):
        named(esi, OPEN, character="Nobody")


def test_a_list_of_public_structures_needs_no_login(esi, esi_sandbox):
    """EVE Ref's list is read by pandas, with an entry for each id."""
    source = pd.DataFrame({"name": {OPEN: "Keepstar"}, "solar_system_id": {OPEN: 30000142}})
    by_column = source.rename_axis("structure_id").reset_index()
    for each in (source, by_column, {OPEN: "Keepstar"}, pd.Series({OPEN: "Keepstar"})):
        assert named(esi, OPEN, structures=each)["location_name"].tolist() == ["Keepstar"]
    assert asked(esi_sandbox) == []


def test_a_list_of_something_else_is_refused(esi):
    """Messages describe the accepted lists."""
    with pytest.raises(TypeError, match="names by id; got list"):
        named(esi, OPEN, structures=[OPEN])


# Assets


def test_containers_and_ships_have_their_own_names(players):
    """`item_name` is the player's name for an item, and missing for others."""
    assets = players.pull("get_characters_character_id_assets", character=ASA, max_pages=1)
    frame = players.with_names(assets.head(20), character=ASA)
    boxes = frame.loc[frame["item_name"].notna()]
    assert len(boxes) > 0
    assert boxes["type_id"].eq(3465).all()
    assert boxes["item_name"].astype(str).str.startswith("Box ").all()


def test_assets_four_deep_are_at_the_station_of_the_ship(esi, station):
    """Paths name the containers from the outermost to the innermost."""
    place, system, region = station
    frame = esi.locate(
        pd.DataFrame(
            [
                asset(AMMO, CAN),
                asset(SHIP, place, type_id=587, single=True),
                asset(CAN, BOX, type_id=3465, single=True),
                asset(BOX, SHIP, type_id=3467, single=True),
            ]
        )
    )
    assert frame["root_location_id"].tolist() == [place] * 4
    assert frame["system_id"].tolist() == [system] * 4
    assert frame["region_id"].tolist() == [region] * 4
    assert set(frame["root_location_type"]) == {"station"}
    depth = [path.count(" / ") + 1 if path else 0 for path in frame["path"]]
    assert depth == [3, 0, 2, 1]
    types = frame.set_index("item_id")["type_name"]
    assert frame["path"][0] == f"{types[SHIP]} / {label(types[BOX], BOX)} / {types[CAN]}"
    assert {"root_location_name", "system_name", "region_name"} <= set(frame.columns)


def label(name, item):
    return str(item) if pd.isna(name) else name


def test_assets_in_space_are_in_their_system(esi):
    """Ships in space have a solar system as their location."""
    row = esi.locate(pd.DataFrame([asset(SHIP, 30000142, type_id=587, single=True)])).iloc[0]
    assert (row["root_location_type"], row["system_id"]) == ("solar_system", 30000142)


def test_assets_in_asset_safety_are_nowhere(esi, station):
    """Neither the asset safety wrap nor its contents are at the station that will deliver them."""
    rows = [
        asset(WRAP, station[0], type_id=60, flag="AssetSafety", single=True),
        asset(AMMO, WRAP),
        asset(CAN, 2004),
    ]
    frame = esi.locate(pd.DataFrame(rows))
    assert frame["root_location_type"].tolist() == ["asset_safety"] * 3
    assert frame["system_id"].isna().all()


def test_assets_in_a_structure_have_its_system_with_access(players):
    """Without access only the id of the structure is known."""
    rows = pd.DataFrame([asset(AMMO, OWN), asset(CAN, CLOSED)])
    frame = players.locate(rows, character=ASA)
    assert frame["root_location_type"].tolist() == ["structure"] * 2
    assert frame["root_location_id"].tolist() == [OWN, CLOSED]
    assert frame["system_id"].notna().tolist() == [True, False]
    assert frame["root_location_name"].notna().tolist() == [True, False]
    assert players.locate(rows)["system_id"].isna().all()


def test_a_list_of_public_structures_locates_assets(esi):
    """Systems in a public list need no login."""
    source = pd.DataFrame({"name": {OPEN: "Keepstar"}, "solar_system_id": {OPEN: 30000142}})
    frame = esi.locate(pd.DataFrame([asset(AMMO, OPEN)]), structures=source)
    assert frame["system_id"].tolist() == [30000142]
    assert frame["root_location_name"].tolist() == ["Keepstar"]


def test_assets_that_contain_each_other_have_no_root(esi):
    """Frames of different moments can contain circles."""
    frame = esi.locate(pd.DataFrame([asset(BOX, CAN), asset(CAN, BOX), asset(AMMO, BOX)]))
    assert frame["root_location_id"].isna().all()


def test_assets_in_a_container_that_is_missing_are_at_its_id(esi):
    """Frames may be a single page, and ids of items and structures look alike."""
    row = esi.locate(pd.DataFrame([asset(AMMO, CAN)])).iloc[0]
    assert (row["root_location_id"], row["path"]) == (CAN, "")


@pytest.mark.parametrize("place", [39_999_999, 69_999_999, 40_009_077, 0])
def test_assets_in_a_place_that_nobody_knows_have_no_region(esi, place):
    """Assets in unknown places keep the API's location, without an error."""
    row = esi.locate(pd.DataFrame([asset(AMMO, place)])).iloc[0]
    assert row["root_location_id"] == place
    assert pd.isna(row["region_id"])


@pytest.mark.parametrize("here", [None, 60003760.0, "60003760"])
def test_assets_need_whole_ids(esi, here):
    """Messages say how to convert the ids."""
    rows = [asset(AMMO, here), asset(CAN, here)]
    with pytest.raises(ValueError, match=r"'location_id' .*astype\(\"int64\"\)"):
        esi.locate(pd.DataFrame(rows))


def test_static_data_here_locates_assets_without_a_request(esi, esi_sandbox):
    """Names of stations are derived from static data."""
    rows = pd.DataFrame([asset(AMMO, SHIP), asset(SHIP, 60003760), asset(CAN, 30000142)])
    by_the_api = esi.locate(rows)
    esi.clear_cache()
    esi.sde.update()
    esi_sandbox.clear()
    found = esi.locate(rows)
    assert esi_sandbox.requests == []
    pd.testing.assert_frame_equal(found, by_the_api)


def test_no_assets_are_nowhere(esi, station):
    """Empty frames get the columns and types of full ones."""
    full = pd.DataFrame([asset(AMMO, station[0])])
    found = [esi.locate(each) for each in (full, full.head(0))]
    assert len(found[1]) == 0
    assert list(found[1].columns) == list(found[0].columns)


def test_assets_of_a_character_are_located(players):
    """Every asset of an API page has a root location, and containers are named."""
    assets = players.pull("get_characters_character_id_assets", character=ASA, max_pages=1)
    frame = players.locate(assets, character=ASA)
    assert frame["root_location_id"].notna().all()
    assert frame["system_id"].notna().all()
    assert frame.loc[frame["path"] != "", "path"].str.startswith("Box ").all()


def test_other_frames_are_not_located(esi):
    """Messages name the missing column."""
    with pytest.raises(ValueError, match="no column 'item_id'"):
        esi.locate(pd.DataFrame({"type_id": [34]}))
    with pytest.raises(TypeError, match="got list"):
        esi.locate([])
