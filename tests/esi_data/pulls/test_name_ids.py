"""Test names in place of ids."""

import asyncio
import json

import pandas as pd
import pytest

from esi.errors import BlockingCallWarning, ParameterError
from esi_data.caches import lookups

ORDERS = "get_markets_region_id_orders"
FORGE, JITA, TRITANIUM = 10000002, 30000142, 34


def asked(sandbox):
    return [json.loads(r.body) for r in sandbox.requests if r.path == "/universe/ids"]


def german(esi):
    """Return the German name of The Forge."""
    name = esi.client.Universe.get_universe_regions_region_id(region_id=FORGE)
    return name.results(language="de")["name"]


@pytest.mark.parametrize("region", ["The Forge", "the forge", " The Forge ", ["The Forge"]])
def test_a_name_may_stand_for_an_id(esi, region):
    """Frame and metadata equal those of a pull by id."""
    by_name = esi.pull(ORDERS, region_id=region, type_id="Tritanium")
    by_id = esi.pull(ORDERS, region_id=FORGE, type_id=TRITANIUM)
    pd.testing.assert_frame_equal(by_name, by_id)


def test_names_and_ids_may_share_a_list(esi):
    """Names are replaced by ids; strings of digits still count as ids."""
    frame = esi.pull(ORDERS, region_id=FORGE, type_id=["Tritanium", 35, "36"])
    assert set(frame["type_id"]) == {34, 35, 36}


@pytest.mark.parametrize("types", [["Tritanium", 35], [34, 35]])
def test_names_and_ids_may_come_from_an_iterator(esi, types):
    """Iterators are read once, for the names and for the calls."""
    frame = esi.pull(ORDERS, region_id=FORGE, type_id=iter(types))
    assert set(frame["type_id"]) == {34, 35}


def test_names_are_requested_once(esi, esi_sandbox):
    """One request looks up all names of a parameter, and none is sent again that day."""
    for _ in range(2):
        esi.plan(ORDERS, region_id=["The Forge", "Domain"], learn=0)
    assert asked(esi_sandbox) == [["The Forge", "Domain"]]
    esi_sandbox.clock.advance(lookups.LIFETIME + 1)
    esi.plan(ORDERS, region_id=["The Forge", "Domain"], learn=0)
    assert len(asked(esi_sandbox)) == 2


def test_a_name_may_be_in_any_language(esi):
    """Names are tried in each language; German is the second."""
    assert esi.ids(german(esi))["id"].tolist() == [FORGE]


def test_names_work_in_calls_datasets_and_plans(esi, tmp_path):
    """Every method that takes ids takes names."""
    call = esi.client.Market.get_markets_region_id_orders(region_id="The Forge", type_id=34)
    assert "/markets/10000002/" in call.future.request.url
    esi.pull_to(tmp_path / "data", ORDERS, region_id="The Forge", type_id="Tritanium")
    assert (tmp_path / "data" / "region_id=10000002").exists()


def test_a_name_in_a_call_is_looked_up_when_the_call_is_made(esi, esi_sandbox):
    """Wrong names are errors when the call is made; later requests need no name."""
    future = esi.client.Universe.get_universe_regions_region_id(region_id="The Forge")
    assert asked(esi_sandbox) == [["The Forge"]]
    esi_sandbox.clear()
    assert future.results()["region_id"] == FORGE
    assert asked(esi_sandbox) == []


def test_a_name_in_a_coroutine_names_what_to_await(esi):
    """Calls of the client cannot await the lookup of a name."""

    async def main():
        return esi.client.Universe.get_universe_regions_region_id(region_id="The Forge")

    with pytest.warns(BlockingCallWarning, match=r"to_thread\(esi\.ids, names\)") as caught:
        asyncio.run(main())
    assert [each.category for each in caught].count(BlockingCallWarning) == 1


def test_names_work_on_the_command_line(run):
    """Names and ids may be mixed, separated by commas."""
    status, out, _ = run(
        "call", ORDERS, "region_id=The Forge", "type_id=Tritanium,35", "--format", "csv"
    )
    assert status == 0
    assert out.splitlines()[1].startswith("10000002,")


def test_names_work_in_forms():
    """Forms of the explorer accept names, and still refuse other text."""
    from esi_data.widgets.state.forms import Field, FieldError, value

    region = Field("region_id", "integer")
    assert value(region, "The Forge, 10000043") == ["The Forge", 10000043]
    with pytest.raises(FieldError, match="not an integer"):
        value(Field("order_id", "integer"), "The Forge")


def test_static_data_on_this_machine_needs_no_request(esi, esi_sandbox):
    """Only names that static data lacks, such as those of characters, are requested."""
    in_german = german(esi)
    esi.sde.update()
    esi_sandbox.clear()
    frame = esi.ids([in_german, "Tritanium", "Jita"])
    assert frame["id"].tolist() == [FORGE, TRITANIUM, JITA]
    esi.plan(ORDERS, region_id=in_german, type_id="Tritanium", learn=0)
    assert asked(esi_sandbox) == []
    assert esi.ids(["Jita", "Asa Ostrand"])["category"].tolist() == ["solar_system", "character"]
    assert asked(esi_sandbox) == [["Asa Ostrand"]]


def test_static_data_that_is_here_knows_stations(esi, esi_sandbox):
    """Station names are derived from static data; case does not matter."""
    station = "Jita IV - Moon 4 - Caldari Navy Assembly Plant"
    by_the_api = esi.ids(station)
    esi.clear_cache()
    esi.sde.update()
    esi_sandbox.clear()
    pd.testing.assert_frame_equal(esi.ids(station), by_the_api)
    call = esi.client.Universe.get_universe_stations_station_id(station_id=station.upper())
    assert call.future.request.url.endswith("/universe/stations/60003760")
    with pytest.raises(ParameterError, match=f"Did you mean {station}"):
        esi.plan("get_universe_stations_station_id", station_id=f"{station}s", learn=0)
    assert asked(esi_sandbox)[:1] == [[f"{station}s"]]


def test_unknown_names_are_compared_with_those_of_static_data(esi):
    """Messages suggest the closest name."""
    esi.sde.update()
    with pytest.raises(ParameterError, match=r"'Tritaniun'.* unknown .*Did you mean Tritanium"):
        esi.pull(ORDERS, region_id=FORGE, type_id="Tritaniun")


@pytest.mark.parametrize("here", [True, False])
def test_one_name_in_two_spellings(esi, here):
    """Each spelling has its row, from static data or from the API."""
    if here:
        esi.sde.update()
    frame = esi.ids(["Jita", "jita", " JITA "])
    assert frame["id"].tolist() == [JITA] * 3
    assert frame["name"].tolist() == ["Jita", "jita", " JITA "]


def test_values_may_come_from_an_iterator(esi):
    """Iterators are read once, with or without names."""
    for values in ([34, 35], ["Tritanium", 35]):
        frame = esi.pull(ORDERS, region_id=FORGE, type_id=iter(values))
        assert set(frame["type_id"]) == {34, 35}


def test_ids_of_names_are_a_frame(esi):
    """Rows follow the order of the names."""
    frame = esi.ids(["Tritanium", "The Forge", "Jita"])
    assert frame["name"].tolist() == ["Tritanium", "The Forge", "Jita"]
    assert frame["category"].tolist() == ["inventory_type", "region", "solar_system"]
    assert frame["id"].tolist() == [TRITANIUM, FORGE, JITA]
    assert str(frame["id"].dtype) == "int64"


def test_ids_of_no_names_are_an_empty_frame(esi, esi_sandbox):
    """No request is sent without names."""
    assert esi.ids([]).dtypes.equals(esi.ids("Jita").dtypes)
    assert len(asked(esi_sandbox)) == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"region_id": "Tritanium"}, r"takes an id or a region's name.*name of a type \(34\)"),
        ({"region_id": "Nowhere"}, r"region_id='Nowhere'.*is unknown in all languages"),
        ({"region_id": FORGE, "type_id": ["Tritanium", "Jita"]}, r"a type's name.*a solar system"),
        ({"region_id": FORGE, "type_id": [34, "x"]}, r"type_id='x': .* an id or a type's name"),
    ],
)
def test_the_error_for_a_wrong_name_names_the_accepted_category(esi, given, words):
    """Names of another category and unknown names are errors."""
    with pytest.raises(ParameterError, match=words):
        esi.pull(ORDERS, **given)


def test_an_ambiguous_name_lists_the_ids(esi, monkeypatch):
    """Messages list the ids of all types that share the name."""
    lookups.write(esi, "ids", {"Twin": [("inventory_type", 1), ("inventory_type", 2)]}, "test")
    with pytest.raises(ParameterError, match="several have that name: pass one of 1, 2"):
        esi.pull(ORDERS, region_id=FORGE, type_id="Twin")
    assert esi.ids("Twin")["id"].tolist() == [1, 2]


@pytest.mark.parametrize(
    ("names", "category", "words"),
    [
        (["Jita", "Nowhere"], None, "'Nowhere' is unknown"),
        (["Jita"], "region", r"'Jita' is not the name of a region"),
        (["Jita"], "place", "category='place' is unknown; use one of: agent, alliance"),
        ([30000142], None, "30000142 is not a name"),
    ],
)
def test_wrong_names_of_ids_are_refused(esi, names, category, words):
    """Messages name the refused value."""
    with pytest.raises(ParameterError, match=words):
        esi.ids(names, category=category)
