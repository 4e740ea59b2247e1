"""Test names of types and places in place of ids."""

import pandas as pd
import pytest

from esi.errors import ParameterError
from esi_data.sde.derived import industry, item_types, named_ids, skills
from esi_data.sde.derived.public_ids import public_ids

RIFTER, OLD_RIFTER, TWIN, OTHER_TWIN, TRITANIUM = 587, 588, 601, 602, 34

TABLES = {
    "types": {
        RIFTER: {"name": {"en": "Rifter", "ja": "リフター"}, "published": True},
        OLD_RIFTER: {"name": {"en": "Rifter"}, "published": False},
        TWIN: {"name": {"en": "Twin"}, "published": True},
        OTHER_TWIN: {"name": {"en": "Twin"}, "published": True},
        TRITANIUM: {"name": {"en": "Tritanium"}, "published": True},
    },
    "typeMaterials": {RIFTER: {"materials": [{"materialTypeID": TRITANIUM, "quantity": 9}]}},
    "typeDogma": {RIFTER: {"dogmaAttributes": [{"attributeID": 182, "value": 3329.0}]}},
    "mapRegions": {10000002: {"name": {"en": "The Forge"}}},
    "mapConstellations": {20000001: {"name": {"en": "Jita"}}},
    "mapSolarSystems": {30000142: {"name": {"en": "Jita"}}, 30002187: {"name": {"en": "Amarr"}}},
}


@pytest.fixture(scope="module")
def named(build):
    """Return tables of a few named types and places."""
    return build(**TABLES)


@pytest.mark.parametrize(
    ("types", "ids"),
    [
        ("Rifter", [RIFTER]),  # the published one
        (" rifter\n", [RIFTER]),
        ("リフター", [RIFTER]),
        ("587", [RIFTER]),
        (["Rifter", 34, "RIFTER"], [RIFTER, TRITANIUM, RIFTER]),
        (pd.Series(["Tritanium"], index=[5]), [TRITANIUM]),
        ([], []),
    ],
)
def test_names_and_ids_of_types_may_be_mixed(named, types, ids):
    """Names may be in any language and case, with surrounding spaces."""
    assert named_ids.type_ids(named, "type_id", types) == ids


@pytest.mark.parametrize(
    ("types", "message"),
    [
        ("Riftr", r"type_id='Riftr' is not the name of a type .*Did you mean Rifter\?"),
        ("Twin", r"type_id='Twin' is the name of 2 \(601, 602\): pass the id of one"),
        ("Jita", "type_id='Jita' is not the name of a type"),
        ("", "type_id cannot be ''"),
        ([None], "type_id cannot be None"),
        (587.0, "type_id cannot be 587.0"),
    ],
)
def test_an_unknown_type_is_an_error(named, types, message):
    """Errors name the value and what to pass."""
    with pytest.raises(ParameterError, match=message):
        named_ids.type_ids(named, "type_id", types)


def test_places_are_found_by_name(named):
    """Names of places work, and ambiguous ones are errors."""
    assert named_ids.place_ids(named, "ids", ["The Forge", "amarr"]) == [10000002, 30002187]
    with pytest.raises(ParameterError, match=r"is the name of 2 \(20000001, 30000142\)"):
        named_ids.place_ids(named, "ids", "Jita")


def test_a_build_of_one_table_knows_the_names_in_it(build):
    """Missing tables are skipped, as in `esi.ids`."""
    tables = build(mapRegions=TABLES["mapRegions"])
    assert public_ids(tables, ["The Forge"]) == {"The Forge": [("region", 10000002)]}


def test_tables_of_types_take_names(named):
    """Materials, skills and attributes are found by the name of a type."""
    assert industry.reprocessing(named, "Rifter")["type_id"].tolist() == [RIFTER]
    assert industry.materials(named, "Rifter").empty
    assert item_types.dogma(named, ["Rifter", "Tritanium"])["type_id"].tolist() == [RIFTER]
    found = skills.required_skills(named, "Rifter", prerequisites=True)
    assert found["skill_id"].tolist() == [3329]
