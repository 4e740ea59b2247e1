"""Seeded data: reproducible and consistent."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from esi.sandbox.world import corporations, holdings, industry, kills, people, trade
from esi.sandbox.world.seeded_random import PINNED, SeededRandom
from esi.sandbox.world.world import World

WORLD = World(1)


def test_seed_determines_the_world():
    """Two worlds of a seed are equal; another seed makes another."""
    assert World(5).names == World(5).names
    assert World(5).systems != World(6).systems
    one, two = (trade.order(World(seed), 10000002, 7, 0) for seed in (5, 5))
    assert one == two


def test_rows_are_the_same_everywhere():
    """Notebooks depend on the same numbers on every machine and version of Python."""
    order = trade.order(World(1), 10000002, 0, 0)
    assert {k: order[k] for k in ("duration", "issued", "location_id", "price")} == {
        "duration": 90,
        "issued": "2026-07-03T20:29:43Z",
        "location_id": 60090001,
        "price": 4.55,
    }


@given(st.sampled_from([10000002, 10000043]), st.integers(0, 4000), st.integers(0, 3))
def test_order_book_is_never_crossed(region_id, number, revision):
    """Sell prices are above a type's value and buy prices below, so a depth chart has a gap."""
    order = trade.order(WORLD, region_id, number, revision)
    worth = WORLD.types[order["type_id"]].price
    assert (order["price"] < worth) is order["is_buy_order"]


def test_price_history_is_a_random_walk():
    """Each day's average is between its lowest and highest, and near that of the day before."""
    days = trade.history(World(1), 10000002, 34)
    assert len(days) == 400
    for before, now in pairwise(days):
        assert now["lowest"] < now["average"] < now["highest"]
        assert abs(now["average"] - before["average"]) < 0.1 * before["average"]


def test_places_are_consistent():
    """Systems name their constellations and regions, and the other way round."""
    world = World(1)
    for system in world.systems.values():
        place = world.constellations[system.constellation_id]
        assert system.system_id in place.systems
        assert place.region_id == system.region_id
        assert all(world.stations[s].system_id == system.system_id for s in system.stations)


def test_well_known_places_and_items():
    """Use their real ids."""
    world = World(1)
    assert world.systems[30000142].name["en"] == "Jita"
    assert world.types[34].name["en"] == "Tritanium"
    assert world.stations[60003760].name.startswith("Jita IV")
    assert world.names[10000043][1]["en"] == "Domain"


@given(st.integers(), st.integers(1, 10**12), st.integers(0, 10**6))
def test_random_numbers_stay_in_bounds(key, limit, low):
    """No draw leaves its range, however many follow each other."""
    rng = SeededRandom(key)
    for _ in range(30):
        assert 0 <= rng.below(limit) < limit
        assert low <= rng.between(low, low + limit) <= low + limit
        assert 0 <= rng.unit() < 1


def test_epoch_moves_all_dates_and_nothing_else():
    """Rows of another day differ in their dates alone, by the same time."""
    later = World(1, PINNED + timedelta(days=100))
    for make in (
        lambda world: trade.order(world, 10000002, 7, 0),
        lambda world: trade.own_contract(world, 90_000_001, 4),
        lambda world: kills.killmail(world, kills.FIRST_KILL),
        lambda world: holdings.job(world, 98_000_001, 3),
        lambda world: industry.extraction(world, 98_000_001, 3),
    ):
        one, two = make(WORLD), make(later)
        changed = {key for key in one if one[key] != two[key]}
        assert changed
        for key in changed:
            moved = datetime.fromisoformat(two[key]) - datetime.fromisoformat(one[key])
            assert moved == timedelta(days=100)


def test_every_type_has_a_history():
    """The least valuable ones, too, which the market trades at a cent."""
    days = [
        day for type_id in WORLD.types for day in trade.history(WORLD, 10000002, type_id, days=3)
    ]
    assert len(days) == 3 * len(WORLD.types)
    assert all(day["volume"] > 0 and day["lowest"] > 0 for day in days)


def test_no_two_owners_have_a_job_of_the_same_id():
    """Programs that store the jobs of characters and corporations together lose none."""
    owners = [*WORLD.characters, *WORLD.player_corporations]
    ids = [holdings.job(WORLD, owner, n)["job_id"] for owner in owners for n in range(3)]
    assert len(set(ids)) == len(ids)


def test_every_structure_has_a_service():
    """Structures without one would be abandoned."""
    rows = [corporations.structure(WORLD, 98_000_001, n, 0, "en") for n in range(100)]
    assert {len(row["services"]) for row in rows} == {1, 2, 3, 4}


def test_every_character_has_a_bloodline_that_is_listed():
    """Bloodlines in the list include the race of each character."""
    listed = WORLD.known_values["bloodline_id"]
    assert all(people.public(WORLD, c)["bloodline_id"] in listed for c in WORLD.characters.values())


def test_known_values_exist_in_the_world():
    """Samples made of known values refer to things in the world."""
    known = WORLD.known_values
    assert set(known["type_id"]) <= set(WORLD.types)
    assert set(known["location_id"]) <= set(WORLD.stations)
    assert {WORLD.names[number][0] for number in known["system_id"]} == {"solar_system"}
