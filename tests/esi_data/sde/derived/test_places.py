"""Test names of places, and the areas that contain them."""

import pandas as pd
import pytest

from esi_data.sde.derived import celestial_names
from esi_data.sde.derived.places import places, systems

LANGUAGES = ("en", "de", "fr", "ja", "ru", "zh", "ko", "es")
JITA, PERIMETER = 30_000_142, 30_000_144
STAR, PLANET, NAMED_PLANET = 40_000_001, 40_000_004, 40_000_005
MOON, NAMED_MOON = 40_000_010, 40_000_011
BELT, SUN, GATE, STATION = 40_000_020, 40_000_030, 50_000_001, 60_003_760


def named(name, **other):
    return {"en": name, **{code: f"{name} ({code})" for code in LANGUAGES[1:]}, **other}


def universe(**changes):
    """Return records of a small universe."""
    tables = {
        "mapRegions": {10_000_002: {"name": named("The Forge"), "wormholeClassID": 7}},
        "mapConstellations": {20_000_020: {"name": named("Kimotoro"), "regionID": 10_000_002}},
        "mapSolarSystems": {
            JITA: {"name": {"en": "Jita", "zh": "吉他"}, "constellationID": 20_000_020,
                   "regionID": 10_000_002, "securityStatus": 0.9459},
            PERIMETER: {"name": named("Perimeter"), "constellationID": 20_000_020,
                        "securityStatus": 0.04},
        },
        "mapStars": {STAR: {"solarSystemID": JITA}},
        "mapPlanets": {
            PLANET: {"solarSystemID": JITA, "celestialIndex": 4, "orbitID": STAR},
            NAMED_PLANET: {"solarSystemID": JITA, "celestialIndex": 5, "orbitID": STAR,
                           "uniqueName": {"en": "Luminaire", "de": "Leuchtend"}},
        },
        "mapMoons": {
            MOON: {"solarSystemID": JITA, "celestialIndex": 4, "orbitIndex": 4, "orbitID": PLANET},
            NAMED_MOON: {"solarSystemID": JITA, "celestialIndex": 5, "orbitIndex": 1,
                         "orbitID": NAMED_PLANET},
        },
        "mapAsteroidBelts": {
            BELT: {"solarSystemID": JITA, "celestialIndex": 4, "orbitIndex": 2, "orbitID": PLANET}
        },
        "mapSecondarySuns": {SUN: {"solarSystemID": JITA, "typeID": 5}},
        "mapStargates": {
            GATE: {"solarSystemID": JITA,
                   "destination": {"solarSystemID": PERIMETER, "stargateID": 50_000_002}}
        },
        "npcStations": {
            STATION: {"solarSystemID": JITA, "orbitID": MOON, "ownerID": 1_000_035,
                      "operationID": 26, "useOperationName": True}
        },
        "npcCorporations": {1_000_035: {"name": named("Caldari Navy")}},
        "stationOperations": {26: {"operationName": named("Assembly Plant")}},
    }  # fmt: skip
    return tables | changes


@pytest.fixture(scope="module")
def tables(build):
    """Return tables of the unchanged small universe."""
    return build(**universe())


def names(tables, languages=("en",)):
    """Return the names of all places, by id."""
    return places(tables, languages=languages).set_index("location_id").filter(like="name_")


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (90, "XC"), (1994, "MCMXCIV"),
     (3999, "MMMCMXCIX")],
)  # fmt: skip
def test_numerals_are_roman(number, numeral):
    """Numerals have the usual form, with subtraction."""
    assert celestial_names.roman(number) == numeral


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_other_numbers_have_no_numeral(number):
    """Errors state the range of numbers with a numeral."""
    with pytest.raises(ValueError, match=f"{number} has no Roman numeral; use a number from 1"):
        celestial_names.roman(number)


def test_names_follow_the_documented_rules(tables):
    """Each kind of place has a rule, checked in English."""
    found = names(tables)["name_en"].dropna().to_dict()
    assert found == {
        10_000_002: "The Forge",
        20_000_020: "Kimotoro",
        JITA: "Jita",
        PERIMETER: "Perimeter",
        STAR: "Jita",
        PLANET: "Jita IV",
        NAMED_PLANET: "Luminaire",
        MOON: "Jita IV - Moon 4",
        NAMED_MOON: "Luminaire - Moon 1",
        BELT: "Jita IV - Asteroid Belt 2",
        GATE: "Stargate (Perimeter)",
        STATION: "Jita IV - Moon 4 - Caldari Navy Assembly Plant",
    }


@pytest.mark.parametrize(
    ("language", "moon", "belt", "gate"),
    [
        ("de", "Moon", "Asteroid Belt", "Stargate"),
        ("fr", "Lune", "Ceinture d'astéroïdes", "Portail stellaire"),
        ("ja", "衛星", "アステロイドベルト", "スターゲート"),
        ("ru", "Moon", "Asteroid Belt", "Stargate"),
        ("zh", "卫星", "小行星带", "星门"),
        ("ko", "위성", "소행성 벨트", "스타게이트"),
        ("es", "Luna", "Cinturón de asteroides", "Portal estelar"),
    ],
)
def test_names_use_the_words_of_their_language(tables, language, moon, belt, gate):
    """All parts of a name are translated; parts without a translation are in English."""
    found = names(tables, [language])[f"name_{language}"]
    system = "吉他" if language == "zh" else "Jita"
    planet = "Leuchtend" if language == "de" else "Luminaire"
    assert found[MOON] == f"{system} IV - {moon} 4"
    assert found[NAMED_MOON] == f"{planet} - {moon} 1"
    assert found[BELT] == f"{system} IV - {belt} 2"
    assert found[GATE] == f"{gate} (Perimeter ({language}))"
    assert found[STATION] == (
        f"{system} IV - {moon} 4 - Caldari Navy ({language}) Assembly Plant ({language})"
    )


@pytest.mark.parametrize("field", ["name", "uniqueName"])
def test_a_records_own_name_goes_before_the_rule(build, field):
    """Names in `name` or `uniqueName` are used in their languages, for places of every kind."""
    tables = universe()
    own = {"mapStars": STAR, "mapMoons": MOON, "mapStargates": GATE, "npcStations": STATION,
           "mapSecondarySuns": SUN}  # fmt: skip
    for table, place in own.items():
        tables[table][place][field] = {"en": "Hope", "fr": "Espoir"}
    found = names(build(**tables), ["en", "fr", "de"])
    for place in own.values():
        assert found.loc[place].tolist() == ["Hope", "Espoir", "Hope"]


def test_a_name_may_be_the_same_text_in_all_languages(build):
    """Names may be plain text instead of a map of languages."""
    tables = universe()
    tables["mapMoons"][MOON]["uniqueName"] = "Hope"
    found = names(build(**tables), ["en", "ko"]).loc[MOON]
    assert found.tolist() == ["Hope", "Hope"]


def test_a_station_names_its_operation_only_where_it_is_used(build):
    """Operations are left out if `useOperationName` is false or absent."""
    tables = universe()
    used = tables["npcStations"][STATION]
    absent = {field: value for field, value in used.items() if field != "useOperationName"}
    tables["npcStations"] |= {STATION + 1: {**used, "useOperationName": False}, STATION + 2: absent}
    found = names(build(**tables))["name_en"]
    assert found[STATION + 1] == found[STATION + 2] == "Jita IV - Moon 4 - Caldari Navy"


def test_a_station_may_orbit_anything(build):
    """Stations may orbit moons, planets, belts and stars, with or without a name."""
    tables = universe()
    orbits = {STATION + 1: PLANET, STATION + 2: NAMED_PLANET, STATION + 3: STAR, STATION + 4: BELT}
    tables["npcStations"] |= {
        station: {**tables["npcStations"][STATION], "orbitID": orbit}
        for station, orbit in orbits.items()
    }
    found = names(build(**tables))["name_en"]
    for station, orbit in orbits.items():
        assert found[station] == f"{found[orbit]} - Caldari Navy Assembly Plant"
    assert found[STATION + 3] == "Jita - Caldari Navy Assembly Plant"


def test_a_name_with_an_unknown_part_is_missing(build):
    """Missing fields make the whole name missing."""
    tables = universe()
    lacking = [
        (table, place + number, {k: v for k, v in tables[table][place].items() if k != field})
        for number, (table, place, field) in enumerate(
            [
                ("npcStations", STATION, "orbitID"),
                ("npcStations", STATION, "ownerID"),
                ("npcStations", STATION, "operationID"),
                ("mapMoons", MOON, "orbitID"),
                ("mapMoons", MOON, "orbitIndex"),
                ("mapPlanets", PLANET, "celestialIndex"),
                ("mapPlanets", PLANET, "solarSystemID"),
                ("mapStargates", GATE, "destination"),
            ],
            start=100,
        )
    ]
    for table, place, record in lacking:
        tables[table][place] = record
    found = names(build(**tables))["name_en"]
    assert found.index[found.isna()].tolist() == sorted([SUN, *(each for _, each, _ in lacking)])


def test_a_name_is_missing_where_a_record_refers_to_nothing(build):
    """Names are missing if orbit, owner, system or operation are not in the build."""
    tables = universe()
    tables["mapStargates"][GATE]["destination"]["solarSystemID"] = 9
    tables["mapMoons"][MOON]["orbitID"] = 9
    tables["mapPlanets"][PLANET]["celestialIndex"] = -4
    tables["npcStations"] |= {
        STATION + n: {**tables["npcStations"][STATION], field: 9}
        for n, field in enumerate(("orbitID", "ownerID", "operationID"), start=1)
    }
    found = names(build(**tables))["name_en"]
    missing = found.index[found.isna()].tolist()
    assert missing == [PLANET, MOON, BELT, SUN, GATE, *range(STATION, STATION + 4)]


def test_a_build_without_a_table_lacks_the_names_that_need_it(build):
    """Only the places that need the table lack names."""
    tables = universe()
    del tables["npcCorporations"], tables["mapStargates"], tables["mapAsteroidBelts"]
    found = names(build(**tables))["name_en"]
    assert found.index[found.isna()].tolist() == [SUN, STATION]
    assert found[MOON] == "Jita IV - Moon 4"


def test_places_lie_in_systems_constellations_and_regions(tables):
    """Areas that a record lacks come from its system or constellation."""
    found = places(tables).set_index("location_id")
    inside = ["system_id", "constellation_id", "region_id"]
    everywhere = [STAR, PLANET, NAMED_PLANET, MOON, NAMED_MOON, BELT, SUN, GATE, STATION, JITA]
    for place in everywhere:
        assert found.loc[place, inside].tolist() == [JITA, 20_000_020, 10_000_002], place
    assert found.loc[PERIMETER, inside].tolist() == [PERIMETER, 20_000_020, 10_000_002]
    assert found.loc[20_000_020, inside].tolist() == [pd.NA, 20_000_020, 10_000_002]
    assert found.loc[10_000_002, inside].tolist() == [pd.NA, pd.NA, 10_000_002]
    assert found.loc[STATION, ["security_status", "security", "security_class"]].tolist() == [
        0.9459, 0.9, "highsec"
    ]  # fmt: skip
    assert found.loc[[JITA, STATION, GATE], "category"].tolist() == [
        "solar_system", "station", "stargate"
    ]  # fmt: skip


def test_places_of_ids_are_those_that_the_build_has(tables):
    """Unknown ids have no row; columns and types stay the same."""
    found = places(tables, [STATION, MOON, 34, 60_000_001, -1, STATION], ["en", "de"])
    assert found["location_id"].tolist() == [MOON, STATION]
    none = places(tables, [], ["en", "de"])
    assert none.empty
    assert none.dtypes.equals(found.dtypes)


@pytest.mark.parametrize(
    ("system", "constellation", "region", "applies"),
    [(1, 2, 3, 1), (None, 2, 3, 2), (None, None, 3, 3), (None, None, None, pd.NA)],
)
def test_the_wormhole_class_is_the_nearest_one(build, system, constellation, region, applies):
    """Classes come from the system, else the constellation, else the region."""
    classes = {
        table: {} if number is None else {"wormholeClassID": number}
        for table, number in (("s", system), ("c", constellation), ("r", region))
    }
    tables = build(
        mapSolarSystems={31_000_001: {"constellationID": 21_000_001, **classes["s"]}},
        mapConstellations={21_000_001: {"regionID": 11_000_001, **classes["c"]}},
        mapRegions={11_000_001: {"name": named("A-R00001"), **classes["r"]}},
    )
    assert systems(tables)["wormhole_class_id"].tolist() == [applies]
