"""Test the map of the sandbox's build, and of incomplete builds."""

import json
from itertools import pairwise

import pandas as pd
import pytest

from esi.errors import ParameterError
from esi_data import order_book
from esi_data.errors import NoRouteError, StaticDataError
from esi_data.sde.star_map import StarMap
from tests.esi_data.sde.conftest import converted

SYSTEM = {"_key": 30_000_001, "name": {"en": "Alpha"}, "securityStatus": 0.5, "regionID": 1}


def map_of(folder, **files):
    """Return the map of a build with only these files."""
    for name, records in files.items():
        lines = [json.dumps(record) for record in records]
        (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return StarMap.of(converted(folder, folder / "tables"))


def test_every_jump_is_a_stargate_of_the_build(tables):
    """Stargates are read from the converted tables under their real names."""
    way = StarMap.of(tables).route("Jita", "Hek")["system_id"].tolist()
    gates = tables.read("mapStargates")
    pairs = set(zip(gates["system_id"], gates["destination.system_id"], strict=True))
    assert len(way) > 2
    assert set(pairwise(way)) <= pairs


def test_frames_of_the_map_have_the_types_of_other_frames(tables):
    """Ids are integers, names are texts, and jumps may be missing."""
    star_map = StarMap.of(tables)
    types = {"system_id": "int64", "system_name": "str", "region_name": "str", "jump": "int64",
             "jumps": "Int64", "origin_system_id": "int64", "light_years": "float64",
             "security": "float64", "region_id": "Int64", "origin_system_name": "str"}  # fmt: skip
    for frame in (
        star_map.route("Jita", "Hek"), star_map.jumps("Jita"), star_map.in_range("Jita", 6),
        star_map.jumps([]), star_map.in_range("Jita", 0),
    ):  # fmt: skip
        found = {
            column: str(dtype).replace("string", "str") for column, dtype in frame.dtypes.items()
        }
        assert found == {column: types[column] for column in frame}


def test_systems_are_found_by_name_in_every_language(tables):
    """Systems are found by name in every language, and have region names."""
    systems = tables.read("mapSolarSystems").set_index("name_en")
    star_map = StarMap.of(tables)
    for column in ("name_ja", "name_ru"):
        found = star_map.route(systems[column]["Amarr"], "Amarr")
        assert found["region_name"].tolist() == ["Domain"]


def test_a_build_without_stargates_has_systems_and_distances(tmp_path):
    """Missing tables raise an error only when they are needed."""
    there = {
        "_key": 30_000_002,
        "name": {"en": "Bravo"},
        "position": {"x": 9.46e15, "y": 0, "z": 0},
    }
    here = {**SYSTEM, "position": {"x": 0, "y": 0, "z": 0}}
    star_map = map_of(tmp_path, mapSolarSystems=[here, there])
    assert star_map.in_range("Alpha", 1)["light_years"].tolist() == [1.0]
    assert star_map.route("Alpha", "Alpha")["region_name"].isna().all()
    with pytest.raises(NoRouteError, match="Alpha has no stargates"):
        star_map.route("Alpha", "Bravo")


def test_a_build_without_positions_has_nothing_in_range(tmp_path):
    """Distances without positions are unknown, not zero."""
    others = {"_key": 30_000_002, "name": {"en": "Bravo"}}
    star_map = map_of(tmp_path, mapSolarSystems=[SYSTEM, others])
    assert star_map.in_range("Alpha", 100).empty


def test_a_gate_to_an_unknown_system_leads_nowhere(tmp_path):
    """Stargates to unknown systems are ignored."""
    gate = {"_key": 1, "solarSystemID": 30_000_001, "destination": {"solarSystemID": 30_999_999}}
    systems = [SYSTEM, {**SYSTEM, "_key": 30_000_002, "name": {"en": "Bravo"}}]
    star_map = map_of(tmp_path, mapSolarSystems=systems, mapStargates=[gate, {"_key": 2}])
    assert star_map.jumps("Alpha")["jumps"].tolist() == [0, pd.NA]


def test_a_build_without_systems_is_an_error(tmp_path):
    """Messages name the missing table."""
    with pytest.raises(StaticDataError, match="has no systems: its export lacks mapSolarSystems"):
        map_of(tmp_path, types=[{"_key": 34}])


def test_routes_of_esi_follow_an_update(esi, esi_sandbox, monkeypatch):
    """Maps are loaded once for each build, and replaced by an update."""
    loaded, load = [], StarMap.of
    monkeypatch.setattr(StarMap, "of", lambda tables: loaded.append(tables.build) or load(tables))
    first = esi.sde.route("Jita", "Amarr")
    assert 0 < esi.sde.in_range("Jita", 6)["light_years"].max() <= 6
    esi_sandbox.static_data.build = esi_sandbox.static_data.builds[1]
    esi.sde.update()
    assert esi.sde.route("Jita", "Amarr").equals(first)
    assert loaded == list(esi_sandbox.static_data.builds)


def test_a_matrix_of_jumps_widens_order_books(esi):
    """Orders with a range of jumps count in the systems that the map puts in range."""
    orders = esi.pull("get_markets_region_id_orders", region_id=10000002, max_pages=1)
    systems = orders["system_id"].unique()
    jumps = esi.sde.jumps(systems, systems, layout="wide")
    near = order_book(orders, by=["type_id", "location_id"])
    far = order_book(orders, by=["type_id", "location_id"], jumps=jumps)
    assert far["bid_orders"].sum() > near["bid_orders"].sum()


def test_errors_of_esi_have_no_inner_frames(esi):
    """Notebooks show only the message and the line of the cell."""
    with pytest.raises(ParameterError) as caught:
        esi.sde.route("Jita", "Nowhere")
    assert "_star_map" not in [entry.name for entry in caught.traceback]
