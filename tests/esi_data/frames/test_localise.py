import numpy as np
import pytest
from pandas.testing import assert_frame_equal

from esi_data.errors import OffSchemaWarning
from esi_data.frames.arrays import TEXT
from esi_data.frames.build import frame
from esi_data.frames.localise import key_of, localise, localised_columns
from esi_data.frames.schema import plan_of

INT = {"type": "integer"}
TEXTS = {"type": "string"}


def obj(required=(), **properties):
    return {"type": "object", "properties": properties, "required": list(required)}


def rows_of(items):
    return {"type": "array", "items": items}


RACES = rows_of(obj(["alliance_id", "name", "race_id"], alliance_id=INT, name=TEXTS, race_id=INT))
LEVEL = obj(["cost", "name"], cost={"type": "number"}, name=TEXTS)
INSURANCE = rows_of(obj(["levels", "type_id"], levels=rows_of(LEVEL), type_id=INT))
SYSTEM = obj(
    ["name", "system_id"],
    name=TEXTS,
    position=obj(["x"], x={"type": "number"}),
    security_class=TEXTS,
    stations=rows_of(INT),
    system_id=INT,
)
ENTITY = rows_of(obj(id=INT, name=TEXTS))
IDS = obj(agents=ENTITY, systems=ENTITY)
SEARCH = obj(agent=rows_of(INT), station=rows_of(INT))


def race(number, name, alliance=500001):
    return {"alliance_id": alliance, "name": name, "race_id": number}


def frames(schema, explode=None, **answers):
    return {lang: frame(answer, schema, explode=explode) for lang, answer in answers.items()}


def cells(df):
    return df.astype(object).where(df.notna(), None).to_dict("list")


def test_wide_has_a_column_for_each_language():
    """Text becomes one column for each language, in its place; everything else is kept once."""
    df = localise(
        frames(RACES, en=[race(1, "Caldari")], de=[race(1, "Caldari-Staat")]),
        RACES,
        "get_universe_races",
    )
    assert df.to_dict("list") == {
        "alliance_id": [500001],
        "name_en": ["Caldari"],
        "name_de": ["Caldari-Staat"],
        "race_id": [1],
    }
    assert df.dtypes.to_dict() == {
        "alliance_id": np.int64,
        "name_en": TEXT,
        "name_de": TEXT,
        "race_id": np.int64,
    }
    assert df.attrs["esi"] == {"off_schema": [], "languages": ["en", "de"], "consistent": True}


def test_long_has_a_language_column():
    """Rows of all languages follow each other; the language is a category in the asked order."""
    df = localise(
        frames(RACES, en=[race(1, "a")], de=[race(1, "b")]), RACES, "/universe/races", layout="long"
    )
    assert list(df) == ["language", "alliance_id", "name", "race_id"]
    assert df.language.tolist() == ["en", "de"]
    assert df.language.cat.categories.tolist() == ["en", "de"]
    assert df.name.tolist() == ["a", "b"]
    assert df.attrs["esi"]["consistent"] is True


@pytest.mark.parametrize("layout", ["wide", "long"])
def test_the_frames_given_are_left_alone(layout):
    """Joining changes neither a frame nor what is known of it."""
    given = frames(RACES, en=[race(1, "a")], de=[race(2, "b")])
    before = {lang: each.copy() for lang, each in given.items()}
    localise(given, RACES, "get_universe_races", layout)
    for lang, each in given.items():
        assert_frame_equal(each, before[lang])
        assert each.attrs == {"esi": {"off_schema": []}}


def test_rows_are_matched_by_id_and_not_by_position():
    """Two languages may list the same rows in different order."""
    given = frames(
        RACES, en=[race(1, "one"), race(2, "two")], de=[race(2, "zwei"), race(1, "eins")]
    )
    df = localise(given, RACES, "get_universe_races")
    assert df.name_en.tolist() == ["one", "two"]
    assert df.name_de.tolist() == ["eins", "zwei"]
    assert df.attrs["esi"]["consistent"] is True


def test_a_row_that_a_language_lacks_is_missing_there():
    """Rows of any language are kept, types too, and the answer is not called consistent."""
    given = frames(RACES, en=[race(1, "one")], de=[race(2, "zwei"), race(1, "eins")])
    df = localise(given, RACES, "get_universe_races")
    assert cells(df) == {
        "alliance_id": [500001, 500001],
        "name_en": ["one", None],
        "name_de": ["eins", "zwei"],
        "race_id": [1, 2],
    }
    assert df.race_id.dtype == np.int64
    assert df.attrs["esi"]["consistent"] is False
    assert localise(given, RACES, "get_universe_races", "long").attrs["esi"]["consistent"] is False


def test_values_that_differ_between_languages_are_inconsistent():
    """Numbers that differ between languages come from different snapshots."""
    given = frames(RACES, en=[race(1, "one", alliance=5)], de=[race(1, "eins", alliance=6)])
    for layout in ("wide", "long"):
        df = localise(given, RACES, "get_universe_races", layout)
        assert df.alliance_id[0] == 5
        assert df.attrs["esi"]["consistent"] is False


def test_a_duplicate_row_is_inconsistent():
    """Of two rows with one id the first counts."""
    given = frames(RACES, en=[race(1, "one"), race(1, "other")], de=[race(1, "eins")])
    df = localise(given, RACES, "get_universe_races")
    assert df.name_en.tolist() == ["one"]
    assert df.attrs["esi"]["consistent"] is False


def test_one_inconsistent_language_makes_the_frame_inconsistent():
    """One language's `consistent` decides for all."""
    given = frames(RACES, en=[race(1, "one")], de=[race(1, "eins")])
    given["de"].attrs["esi"]["consistent"] = False
    assert localise(given, RACES, "get_universe_races").attrs["esi"]["consistent"] is False


def test_one_object_is_one_row():
    """One object has its text in all languages; classes and lists of ids are kept once."""
    jita = {"name": "Jita", "security_class": "B", "stations": [1], "system_id": 30000142}
    given = frames(SYSTEM, en=jita, ko={**jita, "name": "지타"})
    df = localise(given, SYSTEM, "get_universe_systems_system_id")
    assert list(df) == [
        "name_en",
        "name_ko",
        "position.x",
        "security_class",
        "stations",
        "system_id",
    ]
    assert df.name_ko.tolist() == ["지타"]
    assert df.stations.tolist() == [[1]]
    assert df.attrs["esi"]["consistent"] is True


def test_text_inside_lists_is_localised_as_a_whole():
    """Insurance levels are cells of each language."""
    given = frames(
        INSURANCE,
        en=[{"levels": [{"cost": 1, "name": "Basic"}], "type_id": 5}],
        de=[{"levels": [{"cost": 1, "name": "Einfach"}], "type_id": 5}],
    )
    df = localise(given, INSURANCE, "get_insurance_prices")
    assert list(df) == ["levels_en", "levels_de", "type_id"]
    assert df.levels_de.tolist() == [[{"cost": 1, "name": "Einfach"}]]


def test_exploded_lists_are_matched_by_all_other_columns():
    """Levels of an insurance have no id; type and cost identify them."""
    cheap, dear = {"cost": 1, "name": "Basic"}, {"cost": 2, "name": "Gold"}
    given = frames(
        INSURANCE,
        explode="levels",
        en=[{"levels": [cheap, dear], "type_id": 5}],
        de=[{"levels": [dear, {**cheap, "name": "Einfach"}], "type_id": 5}],
    )
    df = localise(given, INSURANCE, "get_insurance_prices", explode="levels")
    assert df.to_dict("list") == {
        "type_id": [5, 5],
        "cost": [1.0, 2.0],
        "name_en": ["Basic", "Gold"],
        "name_de": ["Einfach", "Gold"],
    }
    assert df.attrs["esi"]["consistent"] is True


def test_ids_of_names_are_matched_by_category_and_id():
    """One id may be in two lists; a name that a language does not know is missing there."""
    given = frames(
        IDS,
        en={"agents": [{"id": 1, "name": "a"}], "systems": [{"id": 1, "name": "s"}]},
        fr={"systems": [{"id": 1, "name": "le s"}]},
    )
    df = localise(given, IDS, "post_universe_ids")
    assert cells(df) == {
        "category": ["agents", "systems"],
        "id": [1, 1],
        "name_en": ["a", "s"],
        "name_fr": [None, "le s"],
    }
    assert df.attrs["esi"]["consistent"] is False


def test_search_has_a_column_of_hits_for_each_language():
    """Search has no text: all rows, and a column for each language that found them."""
    given = frames(SEARCH, en={"agent": [1, 2]}, de={"agent": [2], "station": [1]})
    df = localise(given, SEARCH, "get_characters_character_id_search")
    assert df.to_dict("list") == {
        "category": ["agent", "agent", "station"],
        "value": [1, 2, 1],
        "found_en": [True, True, False],
        "found_de": [False, True, True],
    }
    assert df.attrs["esi"]["consistent"] is True
    assert len(localise(given, SEARCH, "search", "long")) == 4


def test_empty_answers_have_the_columns_of_full_ones():
    """Types do not depend on rows here either."""
    for layout in ("wide", "long"):
        full = localise(frames(RACES, en=[race(1, "a")], de=[race(1, "b")]), RACES, "races", layout)
        none = localise(frames(RACES, en=[], de=[]), RACES, "races", layout)
        assert none.dtypes.equals(full.dtypes)
        assert len(none) == 0
        assert none.attrs == full.attrs


def test_columns_added_by_a_pull_are_kept():
    """Parameters of a fan-out are one column of the joined frame."""
    given = frames(RACES, en=[race(1, "a")], de=[race(1, "b")])
    for each in given.values():
        each.insert(0, "server", 7)
    df = localise(given, RACES, "get_universe_races")
    assert list(df) == ["server", "alliance_id", "name_en", "name_de", "race_id"]


def test_missing_ids_match_each_other():
    """Missing optional ids are equal in every language."""
    schema = rows_of(obj(id=INT, name=TEXTS))
    df = localise(frames(schema, en=[{"name": "a"}], de=[{"name": "b"}]), schema, "x")
    assert cells(df) == {"id": [None], "name_en": ["a"], "name_de": ["b"]}


@pytest.mark.parametrize(
    ("columns", "operation", "key"),
    [
        (["bloodline_id", "id"], "get_universe_ancestries", "id"),
        (["group_id", "type_id"], "get_universe_types_type_id", "type_id"),
        (["group_id", "type_id"], "/universe/types/{type_id}", "type_id"),
        (["group_id", "type_id"], "GetUniverseTypesTypeId", "type_id"),
        (["group_id", "market_group_id"], "get_markets_groups_market_group_id", "market_group_id"),
        (["alliance_id", "race_id"], "/universe/races", "race_id"),
        (["corporation_id", "category_id"], "GetCategories", "category_id"),
        (["station_id?", "character_id"], "get_fleets_fleet_id_members", "character_id"),
    ],
)
def test_the_key_follows_from_the_operation(columns, operation, key):
    """Old ids, new ids and paths name the column that identifies a row."""
    names = [name.removesuffix("?") for name in columns]
    schema = rows_of(obj([n for n in names if n in columns], **dict.fromkeys(names, INT)))
    assert key_of(plan_of(schema), operation) == [key]


def test_rows_without_an_id_cannot_be_joined():
    """Nothing is matched by position for want of an id."""
    schema = rows_of(obj(["name"], name=TEXTS))
    with pytest.raises(ValueError, match="get_x"):
        localise(frames(schema, en=[], de=[]), schema, "get_x")


def test_localised_columns_are_free_text():
    """Enums, formats and classes are the same in every language."""
    schema = rows_of(
        obj(
            id={"type": "string", "format": "uuid"},
            kind={"type": "string", "enum": ["a"]},
            security_class=TEXTS,
            title=TEXTS,
            tags=rows_of(TEXTS),
            parts=rows_of(obj(kind={"type": "string", "enum": ["a"]})),
        )
    )
    assert localised_columns(plan_of(schema)) == ["title", "tags"]


@pytest.mark.parametrize("odd", [[1], {"a": 1}, None, "x", 2**70, 1.5, True])
@pytest.mark.parametrize("layout", ["wide", "long"])
def test_ids_of_any_type_match_rows(odd, layout):
    """Ids that the schema does not describe, lists among them, identify rows all the same."""
    with pytest.warns(OffSchemaWarning):
        given = frames(RACES, en=[race(odd, "Elf"), race(2, "Orc")], de=[race(odd, "Elbe")])
    joined = localise(given, RACES, "get_universe_races", layout)
    found = joined.loc[joined["race_id"].astype(str) != "2"].to_dict("records")
    texts = [row[name] for row in found for name in row if name.startswith("name")]
    assert texts == ["Elf", "Elbe"]
