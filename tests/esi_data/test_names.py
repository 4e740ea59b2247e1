"""Names of ids: which columns contain which ids, and their names."""

import json
from dataclasses import replace

import pandas as pd
import pytest

from esi_data import names, read, to_parquet
from esi_data.caches import lookups
from esi_data.frames.arrays import TEXT
from esi_data.names import categories_of, name_column

UNKNOWN = 2_000_000_001
STRUCTURE = 1_035_466_617_946


@pytest.fixture
def known(esi, esi_sandbox):
    """Ids that the sandbox knows, by what they are."""
    universe = esi.client.Universe
    found = {
        "type": universe.get_universe_types().results(),
        "system": universe.get_universe_systems().results(),
        "region": universe.get_universe_regions().results(),
    }
    esi_sandbox.clear()
    return found


def asked(sandbox):
    return [request for request in sandbox.requests if request.path == "/universe/names"]


def named(esi, **columns):
    return esi.with_names(pd.DataFrame(columns))


@pytest.mark.parametrize(
    ("column", "categories"),
    [
        ("type_id", {"inventory_type"}),
        ("ship_type_id", {"inventory_type"}),
        ("skill_id", {"inventory_type"}),
        ("system_id", {"solar_system"}),
        ("staging_solar_system_id", {"solar_system"}),
        ("region_id", {"region"}),
        ("constellation_id", {"constellation"}),
        ("location_id", {"station", "solar_system", "structure"}),
        ("home_station_id", {"station", "solar_system", "structure"}),
        ("structure_id", {"station", "solar_system", "structure"}),
        ("completed_character_id", {"character"}),
        ("executor_corporation_id", {"corporation"}),
        ("alliance_id", {"alliance"}),
        ("owner_faction_id", {"faction", "corporation"}),
        ("ceo_id", {"character", "corporation", "alliance", "faction"}),
        ("first_party_id", {"character", "corporation", "alliance", "faction"}),
        ("from", {"character", "corporation", "alliance", "faction"}),
        ("victim.ship_type_id", {"inventory_type"}),
        ("victim.character_id", {"character"}),
        ("order_id", set()),
        ("item_id", set()),
        ("planet_id", set()),
        ("dungeon_type_id", set()),
        ("type", set()),
        ("corporation", set()),
        ("value", set()),
    ],
)
def test_a_columns_name_says_what_it_identifies(column, categories):
    """By the last word before `_id`."""
    assert categories_of(column) == categories


@pytest.mark.parametrize(
    ("operation", "categories"),
    [
        ("get_universe_types", {"inventory_type"}),
        ("get_markets_region_id_types", {"inventory_type"}),
        ("get_universe_systems", {"solar_system"}),
        ("get_alliances", {"alliance"}),
        ("get_alliances_alliance_id_corporations", {"corporation"}),
        ("get_corporations_npccorps", {"corporation"}),
        ("get_characters_character_id_implants", {"inventory_type"}),
        ("get_wars", set()),
    ],
)
def test_an_operation_says_what_its_ids_identify(operation, categories):
    """Their one column is `value`."""
    assert categories_of("value", operation) == categories
    assert name_column("value") == "name"


def test_each_id_is_requested_once_a_day(esi, esi_for, esi_sandbox, known):
    """Another column, frame or process does not request it again."""
    one, two, three = known["type"][:3]
    frame = named(esi, type_id=[one, two, one], ship_type_id=[two, one, one])
    assert len(asked(esi_sandbox)) == 1
    assert frame["type_name"].tolist()[0] == frame["ship_type_name"].tolist()[1]
    other = esi_for()
    named(other, type_id=[two, three])
    assert json.loads(asked(esi_sandbox)[-1].body) == [three]
    named(esi, type_id=[one, two, three])
    assert len(asked(esi_sandbox)) == 2
    esi_sandbox.clock.advance(lookups.LIFETIME + 1)
    named(esi, type_id=[one])
    assert len(asked(esi_sandbox)) == 3


def test_names_are_categorical_text_in_every_pandas(esi, known, tmp_path):
    """Their categories are pandas' string type, so that a file gives the same frame back."""
    frame = named(esi, type_id=known["type"][:3])
    assert frame["type_name"].cat.categories.dtype == TEXT
    assert frame["type_name"].cat.categories.is_monotonic_increasing
    assert read(to_parquet(frame, tmp_path / "x.parquet")).equals(frame)


def test_ids_without_a_name_are_missing_with_a_reason(esi, known):
    """Structures, unknown ids, none at all, and ids of something else."""
    types, systems = known["type"], known["system"]
    frame = named(
        esi,
        type_id=[types[0], UNKNOWN, 0, systems[0]],
        location_id=[systems[0], STRUCTURE, UNKNOWN, systems[1]],
        character_id=[-1, STRUCTURE, UNKNOWN, UNKNOWN],
    )
    assert frame["type_name"].notna().tolist() == [True, False, False, False]
    assert frame["location_name"].notna().tolist() == [True, False, False, True]
    assert frame["character_name"].isna().all()
    unnamed = frame.attrs["esi"]["unnamed"]
    assert unnamed == {
        "a structure or item of a player: only a character with access can name it": [STRUCTURE],
        "no id": [-1, 0],
        "outside the range of ids that have names": [STRUCTURE],
        "the id of a solar_system, which does not belong in this column": [systems[0]],
        "unknown to the API": [UNKNOWN],
    }
    assert json.loads(json.dumps(frame.attrs)) == frame.attrs


def test_unknown_ids_are_cached(esi, esi_sandbox, known):
    """Each rejection costs five tokens and error budget."""
    ids = [*known["type"][:10], UNKNOWN]
    first = named(esi, type_id=ids)
    esi_sandbox.clear()
    again = named(esi, type_id=ids)
    assert esi_sandbox.requests == []
    assert again["type_name"].equals(first["type_name"])
    assert again.attrs == first.attrs


def test_an_id_that_was_rejected_once_is_requested_again_soon(esi, esi_sandbox, known):
    """Temporary faults must not hide a name for a day, so only a second rejection does."""
    one = known["type"][0]
    esi_sandbox.faults.fail(404, path="/universe/names")
    assert named(esi, type_id=[one])["type_name"].isna().all()
    esi_sandbox.clock.advance(names.DOUBT + 1)
    assert named(esi, type_id=[one])["type_name"].notna().all()


def test_an_id_that_was_rejected_twice_is_unknown_for_a_day(esi, esi_sandbox, known):
    """Later calls send no request for it."""
    for _ in range(2):
        named(esi, type_id=[UNKNOWN])
        esi_sandbox.clock.advance(names.DOUBT + 1)
    esi_sandbox.clear()
    named(esi, type_id=[UNKNOWN])
    assert esi_sandbox.requests == []


def test_many_unknown_ids_do_not_spend_the_error_budget(esi, esi_sandbox, known):
    """Five of a hundred errors stay in reserve, and half of the rest are left for other calls."""
    good = known["type"][:10]
    ids = [*good, *range(UNKNOWN, UNKNOWN + 90)]
    first = named(esi, type_id=ids)
    refused = [request for request in esi_sandbox.requests if request.status == 404]
    assert len(refused) == 48
    assert first["type_name"].notna().sum() == len(good)
    told = first.attrs["esi"]["unnamed"]
    (left,) = (of for reason, of in told.items() if "run again in a minute" in reason)
    assert len(told["unknown to the API"]) == 90 - len(left) > 10
    esi_sandbox.clear()
    esi_sandbox.clock.advance(60)
    named(esi, type_id=ids)
    again = {each for request in asked(esi_sandbox) for each in json.loads(request.body)}
    assert again == set(left)


def test_cached_names_are_read_at_once(esi, known, monkeypatch):
    """Caches that take many keys are called once."""
    named(esi, type_id=known["type"])
    before = named(esi, type_id=known["type"])
    single = []
    monkeypatch.setattr(esi.engine.cache, "get", single.append)
    assert named(esi, type_id=known["type"]).equals(before)
    assert [key for key in single if "esi_name" in key] == []


def test_a_list_of_ids_gets_its_names(esi, known):
    """`get_universe_regions` is a frame of one column."""
    frame = esi.with_names(esi.client.Universe.get_universe_regions().frame())
    assert list(frame.columns) == ["value", "name"]
    assert frame["name"].notna().all()


def test_names_in_several_languages(esi, esi_sandbox, known):
    """Types, systems and regions have a column for each language; the rest has one name."""
    frame = named(
        pd_esi := esi,
        type_id=pd.array([known["type"][0], None, known["type"][1]], "Int64"),
        region_id=[known["region"][0]] * 3,
    )
    localised = pd_esi.with_names(frame[["type_id", "region_id"]], languages=["en", "de"])
    assert list(localised.columns) == [
        "type_id",
        "type_name_en",
        "type_name_de",
        "region_id",
        "region_name_en",
        "region_name_de",
    ]
    assert localised["type_name_en"].equals(frame["type_name"].rename("type_name_en"))
    single = esi.client.Universe.get_universe_types_type_id(type_id=known["type"][1])
    assert localised["type_name_de"][2] == single.results(language="de")["name"]
    assert localised["type_name_de"].isna().tolist() == [False, True, False]


def test_with_names_leaves_its_argument_unchanged(esi, known):
    """Copies have the names, and the attrs."""
    frame = pd.DataFrame({"type_id": known["type"][:2]})
    frame.attrs["esi"] = {"operation": "x"}
    result = esi.with_names(frame)
    assert list(frame.columns) == ["type_id"]
    assert frame.attrs == {"esi": {"operation": "x"}}
    assert result.attrs["esi"]["operation"] == "x"
    assert esi.with_names(result).equals(result)


def test_columns_without_numbers_are_not_ids(esi, esi_sandbox, known):
    """Text ids belong to something else; a frame without ids costs nothing."""
    frame = named(esi, type_id=["a", "b"], n=[1, 2])
    assert list(frame.columns) == ["type_id", "n"]
    assert esi_sandbox.requests == []


@pytest.mark.parametrize("body", ["null", "1", "{}", '[1, null, {"id": 35, "name": 1}]'])
def test_answers_off_schema_leave_ids_without_a_name(esi, esi_sandbox, known, body):
    """Whatever the API sends for names, the frame comes back."""
    esi_sandbox.faults.fail(200, path="/universe/names", body=body)
    assert named(esi, type_id=[35])["type_name"].isna().all()


NAMED = {
    "type_id": [34, 587],
    "system_id": [30_000_142, 30_000_142],
    "region_id": [10_000_002, 10_000_002],
    "constellation_id": [20_000_020, 20_000_020],
    "location_id": [60_003_760, 60_003_760],
    "faction_id": [500_001, 500_002],
    "corporation_id": [1_000_035, 1_000_125],
}


def test_static_data_here_names_public_ids_without_a_request(esi, esi_sandbox):
    """Names and columns equal the API's, without a request or a cached response."""
    frame = pd.DataFrame(NAMED)
    by_the_api = esi.with_names(frame)
    esi.clear_cache()
    esi.sde.update()
    esi_sandbox.clear()
    found = esi.with_names(frame)
    assert esi_sandbox.requests == []
    pd.testing.assert_frame_equal(found, by_the_api)


def test_names_never_download_static_data(esi, esi_sandbox):
    """Without a build on this machine, all names come from the API."""
    esi.with_names(pd.DataFrame(NAMED))
    assert not [each for each in esi_sandbox.requests if "static-data" in each.path]


def test_the_api_names_ids_that_static_data_lacks(esi, esi_sandbox):
    """Names of players' characters and corporations are requested, and those of types are not."""
    esi.sde.update()
    esi_sandbox.clear()
    found = named(esi, type_id=[34, 34], character_id=[90_000_001, 90_000_002])
    assert found.notna().all(axis=None)
    assert [json.loads(request.body) for request in asked(esi_sandbox)] == [[90000001, 90000002]]


def test_static_data_has_names_in_all_languages(esi, esi_sandbox):
    """Names in other languages cost no request either."""
    frame = pd.DataFrame({"type_id": [34, 587], "region_id": [10_000_002, 10_000_002]})
    by_the_api = esi.with_names(frame, languages=["en", "de"])
    esi.clear_cache()
    esi.sde.update()
    esi_sandbox.clear()
    found = esi.with_names(frame, languages=["en", "de"])
    assert esi_sandbox.requests == []
    pd.testing.assert_frame_equal(found, by_the_api)


def test_static_data_names_nothing_of_another_server(esi):
    """Builds describe Tranquility, and other servers may have other names."""
    esi.sde.update()
    assert names._of_static_data(esi, [34, -5]) == {34: names.Name("Tritanium", "inventory_type")}
    esi.config = replace(esi.config, api_datasource="serenity")
    assert names._of_static_data(esi, [34]) == {}


def test_names_do_without_damaged_static_data(esi, esi_for, caplog):
    """Damaged static data is logged, and the API gives the names."""
    esi.sde.update()
    (esi.sde.open().folder / "build.json").write_text("{")
    again = esi_for()
    assert named(again, type_id=[34])["type_name"].tolist() == ["Tritanium"]
    assert "Names and places come from the API alone" in caplog.text
