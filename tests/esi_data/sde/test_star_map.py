import numpy as np
import pandas as pd
import pytest

from esi.errors import ParameterError
from esi_data.errors import NoRouteError
from esi_data.sde.star_map import StarMap

LIGHT_YEAR = 9.46e15
# Alpha - Bravo - Charlie - Delta, and round through high security Alpha - Echo - Foxtrot - Golf -
# Delta; a wormhole, Pochven and a system of the same name as another lie apart.
SYSTEMS = [
    # id, name, German name, region, security, light years from Alpha
    (30_000_001, "Alpha", "Alpha", 10_000_001, 0.9, 0),
    (30_000_002, "Bravo", "Bravo", 10_000_001, 0.31, 2),
    (30_000_003, "Charlie", "Charlie", 10_000_001, 0.04, 4),
    (30_000_004, "Delta", "Süd", 10_000_002, 0.9, 6),
    (30_000_005, "Echo", "Echo", 10_000_001, 0.45, 1),
    (30_000_006, "Foxtrot", "Foxtrot", 10_000_001, 0.6, 3),
    (30_000_007, "Golf", "Golf", 10_000_001, 1.0, 5),
    (30_000_008, "Twin", "Twin", 10_000_001, -0.4, 3),
    (30_000_009, "Twin", "Zwilling", 10_000_070, -1.0, 3),
    (31_000_001, "J100001", None, 11_000_001, -0.99, 3),
]
GATES = [(1, 2), (2, 3), (3, 4), (1, 5), (5, 6), (6, 7), (7, 4)]


@pytest.fixture(scope="module")
def star_map():
    ids, names, german, regions, security, distance = zip(*SYSTEMS, strict=True)
    systems = pd.DataFrame(
        {
            "system_id": ids,
            "name_en": pd.array(names, "string"),
            "name_de": pd.array(german, "string"),
            "region_id": regions,
            "security_status": security,
            "position.x": np.multiply(distance, LIGHT_YEAR),
            "position.y": 0.0,
            "position.z": 0.0,
        }
    )
    gates = pd.DataFrame(
        [(30_000_000 + a, 30_000_000 + b) for a, b in GATES],
        columns=["system_id", "destination.system_id"],
    )
    regions = pd.DataFrame({"region_id": [10_000_001, 10_000_002], "name_en": ["North", "South"]})
    return StarMap(systems.sample(frac=1, random_state=1), gates, regions)


def names(frame):
    return frame["system_name"].tolist()


def test_a_route_lists_its_systems_in_order(star_map):
    """Rows describe each system on the route."""
    found = star_map.route("Alpha", "Delta")
    assert found.to_dict("list") == {
        "jump": [0, 1, 2, 3],
        "system_id": [30_000_001, 30_000_002, 30_000_003, 30_000_004],
        "system_name": ["Alpha", "Bravo", "Charlie", "Delta"],
        "security": [0.9, 0.3, 0.1, 0.9],
        "region_id": [10_000_001, 10_000_001, 10_000_001, 10_000_002],
        "region_name": ["North", "North", "North", "South"],
    }


@pytest.mark.parametrize(
    ("prefer", "penalty", "way"),
    [
        ("shorter", 50, ["Bravo", "Charlie"]),
        ("safer", 50, ["Echo", "Foxtrot", "Golf"]),
        ("safer", 0, ["Bravo", "Charlie"]),
        ("less_secure", 100, ["Bravo", "Charlie"]),
    ],
)
def test_preference_and_penalty_choose_the_way(star_map, prefer, penalty, way):
    """Routes take three jumps through low security, or four through high security."""
    found = star_map.route("Alpha", "Delta", prefer=prefer, penalty=penalty)
    assert names(found) == ["Alpha", *way, "Delta"]


@pytest.mark.parametrize(
    "delta", [30_000_004, np.int64(30_000_004), "30000004", "Delta", "delta ", "süd"]
)
def test_a_system_is_named_by_its_id_or_in_any_language(star_map, delta):
    """Case, surrounding spaces, NumPy integers and ids as text make no difference."""
    assert names(star_map.route("Golf", delta)) == ["Golf", "Delta"]


def test_avoided_systems_are_gone_around(star_map):
    """`avoid` takes one system or a list, by name or id."""
    for avoid in ("Charlie", ["Charlie"], pd.Series([30_000_003])):
        found = star_map.route("Alpha", "Delta", avoid=avoid)
        assert names(found) == ["Alpha", "Echo", "Foxtrot", "Golf", "Delta"]


@pytest.mark.parametrize(
    "pairs",
    [
        [("J100001", "Echo"), ("Delta", 31_000_001)],
        pd.DataFrame({"from": ["J100001", "Delta"], "to": ["Echo", "J100001"]}),
    ],
    ids=["list", "frame"],
)
def test_connections_lead_both_ways(star_map, pairs):
    """Connections such as wormholes lead both ways, in either order of their ends."""
    there = star_map.route("Echo", "Delta", connections=pairs)
    assert names(there) == ["Echo", "J100001", "Delta"]
    back = star_map.route("Delta", "Echo", connections=pairs)
    assert names(back) == ["Delta", "J100001", "Echo"]


def test_a_one_way_connection_does_not_lead_back(star_map):
    """One-way connections have a direction, like those of the API."""
    pairs = [("Alpha", "Delta")]
    assert names(star_map.route("Alpha", "Delta", one_way=pairs)) == ["Alpha", "Delta"]
    assert len(star_map.route("Delta", "Alpha", one_way=pairs)) == 4


def test_none_means_no_systems(star_map):
    """Programs may pass None or an empty list."""
    found = star_map.route("Alpha", "Delta", avoid=None, connections=None, one_way=None)
    assert len(found) == 4


def test_a_connection_lasts_for_one_query(star_map):
    """Later routes do not use the connections of earlier ones."""
    star_map.route("Alpha", "Delta", connections=[("Alpha", "Delta")])
    assert len(star_map.route("Alpha", "Delta")) == 4


def test_a_route_to_the_same_system_is_that_system(star_map):
    """Routes from a system to itself have 0 jumps, so sums over many pairs stay right."""
    found = star_map.route("Alpha", "Alpha")
    assert (found["jump"].tolist(), names(found)) == ([0], ["Alpha"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Alpha", "J100001"), "J100001 has no stargates. Pass its wormholes as connections="),
        (("J100001", "Alpha"), "J100001 has no stargates"),
        (("Alpha", "Delta", ["Charlie", "Golf"]), "around the systems in avoid="),
        (("Alpha", "Delta", [], [("Twin", "J100001")]), "is the name of 2 systems"),
    ],
)
def test_no_route_says_why(star_map, arguments, message):
    """Errors name the reason: no stargates, avoided systems, or an ambiguous name."""
    origin, destination, avoid, connections = (*arguments, [], [])[:4]
    with pytest.raises((NoRouteError, ParameterError), match=message):
        star_map.route(origin, destination, avoid=avoid, connections=connections)


def test_the_error_of_a_missing_route_has_both_ids(star_map):
    """Programs that try many pairs can skip the failed one."""
    with pytest.raises(NoRouteError) as caught:
        star_map.route("Alpha", "J100001")
    assert (caught.value.origin, caught.value.destination) == (30_000_001, 31_000_001)


@pytest.mark.parametrize(
    ("system", "message"),
    [
        ("Twin", r"is the name of 2 systems \(30000008, 30000009\): pass the id of one"),
        ("Charly", r"is not the name of a system. Did you mean Charlie\?"),
        ("Süt", r"is not the name of a system. Did you mean Süd\?"),
        ("", "is not the name of a system"),
        (30_999_999, "is not the id of a system"),
        ("30999999", "is not the id of a system"),
        (None, "pass its name or its id"),
        (True, "pass its name or its id"),
        (1.5, "pass its name or its id"),
    ],
)
def test_a_wrong_system_is_an_error_with_candidates(star_map, system, message):
    """Messages name the argument, the value and similar names."""
    with pytest.raises(ParameterError, match=message) as caught:
        star_map.route("Alpha", system)
    assert caught.value.parameter == "destination"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"prefer": "fastest"}, "prefer='fastest' is not known; use shorter, safer or less_secure"),
        ({"penalty": 101}, "penalty=101 is not a number from 0 to 100"),
        ({"penalty": -1}, "penalty=-1 is not a number"),
        ({"penalty": float("nan")}, "penalty=nan is not a number"),
        ({"penalty": "50"}, "penalty='50' is not a number"),
        ({"penalty": True}, "penalty=True is not a number"),
        ({"avoid": ["Alfa"]}, "avoid='Alfa' is not the name of a system. Did you mean Alpha"),
        ({"connections": [("Alpha",)]}, "connections has \\('Alpha',\\), which is not a pair"),
        ({"connections": ["Alpha"]}, "connections has 'Alpha', which is not a pair"),
        ({"connections": ("Alpha", "Delta")}, "connections has 'Alpha', which is not a pair"),
        ({"connections": "Alpha"}, "connections has 'Alpha', which is not a pair"),
        ({"connections": [{"from": 1, "to": 2}]}, "connections has .* which is not a pair"),
        ({"one_way": 5}, "one_way has 5, which is not a pair"),
        ({"prefer": ["safer"]}, "is not known; use shorter, safer or less_secure"),
        ({"one_way": [("Alpha", "Bravo", "Echo")]}, "one_way has .* not a pair"),
    ],
)
def test_wrong_arguments_of_a_route_are_named(star_map, arguments, message):
    """Wrong arguments are refused before the search."""
    with pytest.raises(ParameterError, match=message):
        star_map.route("Alpha", "Delta", **arguments)


def test_jumps_from_one_system_reach_all_others(star_map):
    """Each system of the map has a row, with NA if there is no route."""
    found = star_map.jumps("Alpha")
    jumps = dict(zip(found["system_id"], found["jumps"], strict=True))
    assert jumps == {
        30_000_001: 0, 30_000_002: 1, 30_000_003: 2, 30_000_004: 3, 30_000_005: 1, 30_000_006: 2,
        30_000_007: 3, 30_000_008: pd.NA, 30_000_009: pd.NA, 31_000_001: pd.NA,
    }  # fmt: skip
    assert found["jumps"].dtype == "Int64"
    assert found["system_id"].is_monotonic_increasing
    assert set(found["origin_system_id"]) == {30_000_001}


def test_jumps_between_systems_can_be_a_matrix(star_map):
    """Rows are origins and columns destinations, by id, in the given order."""
    found = star_map.jumps(["Alpha", "Golf"], ["Delta", "Alpha", "J100001"], layout="wide")
    assert found.index.tolist() == [30_000_001, 30_000_007]
    assert found.columns.tolist() == [30_000_004, 30_000_001, 31_000_001]
    assert found.fillna(-1).to_numpy().tolist() == [[3, 0, -1], [1, 3, -1]]


def test_jumps_follow_the_same_preferences_as_routes(star_map):
    """`prefer`, `connections` and `avoid` change the number of jumps as they do in routes."""
    assert star_map.jumps("Alpha", "Delta", prefer="safer")["jumps"].tolist() == [4]
    assert star_map.jumps("Alpha", "Delta", avoid="Golf")["jumps"].tolist() == [3]
    pairs = [("Alpha", "Delta")]
    assert star_map.jumps("Alpha", "Delta", connections=pairs)["jumps"].tolist() == [1]


@pytest.mark.parametrize("layout", ["long", "wide"])
def test_jumps_of_no_systems_are_an_empty_table(star_map, layout):
    """Empty tables have the usual columns."""
    assert star_map.jumps([], ["Delta"], layout=layout).shape == ((0, 5), (0, 1))[layout == "wide"]


@pytest.mark.parametrize("layout", ["matrix", ["wide"], None])
def test_an_unknown_layout_is_an_error(star_map, layout):
    """Messages list both layouts."""
    with pytest.raises(ParameterError, match="is not known; use long or wide"):
        star_map.jumps("Alpha", layout=layout)


def test_a_jump_drive_reaches_only_systems_that_it_may_enter(star_map):
    """Systems come nearest first, without high security, Pochven, wormholes and the origin."""
    found = star_map.in_range("Alpha", 4)
    assert found["system_id"].tolist() == [30_000_002, 30_000_008, 30_000_003]
    assert found["light_years"].tolist() == pytest.approx([2, 3, 4])


def test_all_systems_within_a_distance_are_listed_on_request(star_map):
    """Without a jump drive only distance matters; equal distances are ordered by id."""
    found = star_map.in_range("Alpha", 3, jump_drive=False)
    assert found["system_id"].tolist() == [
        30_000_005, 30_000_002, 30_000_006, 30_000_008, 30_000_009, 31_000_001,
    ]  # fmt: skip


@pytest.mark.parametrize("distance", [-1, float("nan"), "6", None])
def test_a_wrong_distance_is_named(star_map, distance):
    """Distances are numbers of light years, at least 0."""
    with pytest.raises(ParameterError, match="is not a number of at least 0"):
        star_map.in_range("Alpha", distance)
