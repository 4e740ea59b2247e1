"""Test facts from static data next to the id columns of a frame."""

import numpy as np
import pandas as pd
import pytest

from esi.errors import ParameterError
from esi_data.sde.derived.joins import with_sde

JITA, STATION, REGION, CONSTELLATION = 30_000_142, 60_003_760, 10_000_002, 20_000_020
STRUCTURE = 1_035_466_617_946
TABLES = {
    "types": {
        34: {"name": {"en": "Tritanium", "de": "Tritanium"}, "groupID": 18, "volume": 0.01,
             "basePrice": 2.0, "portionSize": 1, "marketGroupID": 2},
        587: {"name": {"en": "Rifter", "zh": "裂谷级"}, "groupID": 25, "volume": 27_289.0,
              "metaGroupID": 1, "techLevel": 1},
        691: {"name": {"en": "Rifter Blueprint"}, "groupID": 105},
    },
    "groups": {
        18: {"name": {"en": "Mineral", "de": "Mineral"}, "categoryID": 4},
        25: {"name": {"en": "Frigate", "de": "Fregatte"}, "categoryID": 6},
    },
    "categories": {4: {"name": {"en": "Material"}}, 6: {"name": {"en": "Ship", "de": "Schiff"}}},
    "metaGroups": {1: {"name": {"en": "Tech I"}}},
    "marketGroups": {1: {"name": {"en": "Materials"}},
                     2: {"name": {"en": "Minerals"}, "parentGroupID": 1}},
    "blueprints": {691: {"activities": {
        "manufacturing": {"time": 1, "products": [{"typeID": 587, "quantity": 1}]}}}},
    "mapRegions": {REGION: {"name": {"en": "The Forge", "de": "Die Schmiede"}}},
    "mapConstellations": {CONSTELLATION: {"name": {"en": "Kimotoro"}, "regionID": REGION}},
    "mapSolarSystems": {JITA: {"name": {"en": "Jita"}, "constellationID": CONSTELLATION,
                               "regionID": REGION, "securityStatus": 0.9459}},
    "npcStations": {STATION: {"name": {"en": "Jita Trade Hub"}, "solarSystemID": JITA}},
}  # fmt: skip


@pytest.fixture(scope="module")
def join(build):
    """Return `with_sde` for a small build."""
    tables = build(**TABLES)

    def join(frame, *args, **kwargs):
        frame = frame if isinstance(frame, pd.DataFrame) else pd.DataFrame(frame)
        return with_sde(lambda: tables, frame, *args, **kwargs)

    return join


def test_facts_of_a_type_follow_its_column(join):
    """Facts follow the id column, with the same prefix."""
    found = join({"type_id": [34, 587], "price": [5.0, 7.0]})
    assert found.columns.tolist() == [
        "type_id", "type_name", "type_group", "type_category", "type_market_path",
        "type_meta_group", "type_tech_level", "type_volume", "type_packaged_volume",
        "type_portion_size", "type_base_price", "price",
    ]  # fmt: skip
    assert found.loc[0].dropna().tolist() == [
        34, "Tritanium", "Mineral", "Material", "Materials > Minerals", 0.01, 1, 2.0, 5.0
    ]  # fmt: skip
    assert found.loc[1, ["type_meta_group", "type_tech_level"]].tolist() == ["Tech I", 1]


@pytest.mark.parametrize("column", ["location_id", "station_id", "facility_id"])
def test_a_station_has_system_and_security(join, column):
    """Stations also have constellation and region; player structures have missing values."""
    stem = column.removesuffix("_id")
    found = join({column: [STATION, STRUCTURE]})
    assert found.columns.tolist() == [column, *(f"{stem}_{fact}" for fact in (
        "name", "system", "constellation", "region", "security", "security_class"))]  # fmt: skip
    assert found.loc[0].tolist() == [
        STATION, "Jita Trade Hub", "Jita", "Kimotoro", "The Forge", 0.9, "highsec"
    ]  # fmt: skip
    assert found.loc[1].dropna().tolist() == [STRUCTURE]


@pytest.mark.parametrize(
    ("column", "number", "facts"),
    [
        ("system_id", JITA, {"name": "Jita", "constellation": "Kimotoro", "region": "The Forge",
                             "security": 0.9, "security_class": "highsec"}),
        ("constellation_id", CONSTELLATION, {"name": "Kimotoro", "region": "The Forge"}),
        ("region_id", REGION, {"name": "The Forge"}),
        ("location_id", JITA, {"name": "Jita", "system": "Jita", "constellation": "Kimotoro",
                               "region": "The Forge", "security": 0.9,
                               "security_class": "highsec"}),
    ],
)  # fmt: skip
def test_a_place_has_the_areas_that_contain_it(join, column, number, facts):
    """Each kind of place has the areas that contain it."""
    found = join({column: [number]}).drop(columns=column)
    assert found.loc[0].to_dict() == {
        f"{column.removesuffix('_id')}_{fact}": value for fact, value in facts.items()
    }


@pytest.mark.parametrize(
    ("column", "number", "named"),
    [
        ("ship_type_id", 587, "ship_type_group"),
        ("attackers.ship_type_id", 587, "attackers.ship_type_group"),
        ("victim.items.type_id", 587, "victim.items.type_group"),
        ("skill_id", 587, "skill_group"),
        ("blueprint_type_id", 691, "blueprint_type_product"),
        ("solar_system_id", JITA, "solar_system_region"),
        ("destination.system_id", JITA, "destination.system_region"),
        ("start_location_id", STATION, "start_location_region"),
        ("home_location.location_id", STATION, "home_location.location_region"),
    ],
)
def test_the_last_word_of_a_column_determines_its_facts(join, column, number, named):
    """Words before it become the prefix of the new columns."""
    assert join({column: [number]})[named].notna().all()


def test_a_list_of_plain_ids_is_known_by_its_operation(join):
    """Facts of its column `value` have no prefix."""
    frame = pd.DataFrame({"value": [JITA]})
    frame.attrs["esi"] = {"operation": "get_universe_systems"}
    assert join(frame, ["name", "region"]).columns.tolist() == ["value", "name", "region"]


@pytest.mark.parametrize("column", ["order_id", "item_id", "type", "dungeon_type_id", "amount"])
def test_other_columns_get_no_facts(join, column):
    """Frames without id columns are returned unchanged."""
    assert join({column: [34]}).columns.tolist() == [column]


@pytest.mark.parametrize(
    "ids",
    [
        np.array([587, 34, 587], dtype="int64"),
        np.array([587, 34, 587], dtype="int32"),
        np.array([587, 34, 587], dtype="uint64"),
        np.array([587.0, 34.0, 587.0]),
        pd.array([587, 34, 587], dtype="Int64"),
        pd.Categorical([587, 34, 587]),
        pd.Series([587, 34, 587], dtype=object),
        pd.Series([587, 34, 587], dtype="int64[pyarrow]"),
        ["587", "34", "587"],
    ],
    ids=lambda ids: str(getattr(ids, "dtype", "text")),
)
def test_ids_may_be_of_any_type(join, ids):
    """Ids may be numbers, categories, objects, or text from a CSV file."""
    found = join({"type_id": ids}, "group")
    assert found["type_group"].tolist() == ["Frigate", "Mineral", "Frigate"]


@pytest.mark.parametrize(
    "ids",
    [
        [34, 0, -1, 99, 2**62],
        [34, None, np.nan, 34.5, "Tritanium"],
        pd.array([34, None, 7, 8, 9], dtype="Int64"),
        pd.Categorical([34, None, 7, "x", 9]),
        np.array([34, 1, 2**64 - 1, 3, 4], dtype="uint64"),
    ],
    ids=["unknown", "objects", "Int64", "category", "huge"],
)
def test_unknown_ids_have_missing_values(join, ids):
    """Unknown ids never raise an error."""
    found = join({"type_id": ids})
    assert found["type_group"].isna().tolist() == [False, True, True, True, True]
    assert found["type_volume"].isna().tolist() == [False, True, True, True, True]


def test_an_empty_frame_gets_the_columns_of_a_full_one(join):
    """Types are equal, except for the categories."""
    full = join({"type_id": [34], "location_id": [STATION]})
    empty = join(pd.DataFrame({"type_id": [34], "location_id": [STATION]}).head(0))
    assert empty.empty
    assert empty.columns.tolist() == full.columns.tolist()
    assert list(map(str, empty.dtypes)) == list(map(str, full.dtypes))


def test_texts_are_categories_and_numbers_may_be_missing(join):
    """Types of the new columns follow those of the API's frames."""
    found = join({"type_id": [34, 9], "system_id": [JITA, 9]}).dtypes.astype(str)
    assert found["type_group"] == found["system_security_class"] == "category"
    assert found["type_portion_size"] == found["type_tech_level"] == "Int64"
    assert found["type_volume"] == found["system_security"] == "float64"


def test_columns_choose_facts_or_columns(join):
    """Facts are added to every id column that has them, full names to one column only."""
    frame = {"type_id": [691], "system_id": [JITA], "location_id": [STATION]}
    found = join(frame, columns=["region", "type_name", "product", "product_id"])
    assert found.columns.tolist() == [
        "type_id", "type_name", "type_product", "type_product_id", "system_id", "system_region",
        "location_id", "location_region",
    ]  # fmt: skip
    assert found.loc[0, ["type_product", "type_product_id"]].tolist() == ["Rifter", 587]


def test_the_system_of_a_system_is_its_name(join):
    """`system` can be chosen for systems, too."""
    found = join({"system_id": [JITA], "location_id": [STATION]}, columns=["system"])
    assert found["system_name"].tolist() == found["location_system"].tolist() == ["Jita"]


@pytest.mark.parametrize(
    ("ids", "message"),
    [
        ({"type_id": [34]}, "columns='regio' is no fact of this frame's ids; they have .*group"),
        ({"price": [34]}, "they have none, as it has no such ids"),
    ],
)
def test_a_fact_that_no_column_has_is_an_error(join, ids, message):
    """Errors list the available facts."""
    with pytest.raises(ParameterError, match=message):
        join(ids, columns=["regio"])


def test_languages_make_a_column_for_each(join):
    """Only texts have a column for each language; missing translations are in English."""
    found = join({"type_id": [587]}, ["name", "group", "category", "volume"], ["de", "zh"])
    assert found.loc[0].drop("type_id").to_dict() == {
        "type_name_de": "Rifter",
        "type_name_zh": "裂谷级",
        "type_group_de": "Fregatte",
        "type_group_zh": "Frigate",
        "type_category_de": "Schiff",
        "type_category_zh": "Ship",
        "type_volume": 27_289.0,
    }


def test_one_language_may_be_a_text(join):
    """`en-us` of older code means `en`."""
    assert "region_name_en" in join({"region_id": [REGION]}, languages="en-us")


def test_values_that_cannot_be_compared_are_unknown_ids(join):
    """Columns of objects may contain lists and dicts, which are unknown ids."""
    found = join({"type_id": [34, [34], {}, None]}, columns=["name"])
    assert found["type_name"].isna().tolist() == [False, True, True, True]


def test_a_language_that_is_not_known_is_an_error(join):
    """Errors list the API's languages."""
    with pytest.raises(ParameterError, match="languages='xx' is not known; use en, de, fr"):
        join({"type_id": [34]}, languages=["de", "xx"])


def test_existing_columns_stay_unchanged(join):
    """Joining twice changes nothing."""
    once = join({"type_id": [34], "type_group": ["mine"], "location_id": [STATION]})
    assert once["type_group"].tolist() == ["mine"]
    assert join(once).equals(once)


def test_index_and_attrs_stay(join):
    """`attrs` gets the number of the build, and the original frame stays unchanged."""
    frame = pd.DataFrame({"type_id": [34, 587]}, index=["b", "b"])
    frame.attrs = {"mine": 1, "esi": {"pages": 3}}
    before = frame.copy()
    found = join(frame)
    assert found.index.tolist() == ["b", "b"]
    assert found.attrs == {"mine": 1, "esi": {"pages": 3, "sde_build": 7}}
    assert frame.equals(before)
    assert frame.attrs == {"mine": 1, "esi": {"pages": 3}}


def test_columns_of_the_same_name_stay(join):
    """Facts belong to the first of the equally named columns."""
    frame = pd.DataFrame([[34, 1, 587]], columns=["type_id", "x", "type_id"])
    found = join(frame, "group")
    assert found.columns.tolist() == ["type_id", "type_group", "x", "type_id"]
    assert found["type_group"].tolist() == ["Mineral"]


def test_wrong_arguments_are_errors_before_anything_is_opened():
    """Invalid frames and unknown facts are refused before a download."""
    with pytest.raises(TypeError, match="with_sde takes a DataFrame; got list"):
        with_sde(pytest.fail, [34])
    with pytest.raises(ParameterError, match="columns='x' is no fact"):
        with_sde(pytest.fail, pd.DataFrame({"type_id": [34]}), "x")


def test_a_build_of_few_tables_has_missing_facts(build):
    """All columns exist, with missing values."""
    tables = build(types={34: {}})
    found = with_sde(lambda: tables, pd.DataFrame({"type_id": [34], "system_id": [JITA]}))
    assert found.drop(columns=["type_id", "system_id"]).isna().all(axis=None)
    assert "system_security_class" in found
