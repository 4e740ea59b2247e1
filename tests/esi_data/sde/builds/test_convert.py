"""Test conversion of any export into typed tables, and reports of odd records."""

import json

import pandas as pd
import pytest

from esi.core.error_text import brief
from esi.sandbox.world import static_data as made
from esi_data.errors import StaticDataError
from esi_data.sde.builds import convert as converting
from esi_data.sde.builds.build_info import SeenTypes
from tests.esi_data.sde.conftest import converted, write_export


@pytest.fixture
def build(tmp_path):
    """Return a function that converts files (records or raw bytes by name) and returns tables."""
    count = 0

    def make(seen=None, **files):
        nonlocal count
        count += 1
        export = tmp_path / f"export{count}"
        export.mkdir()
        for name, rows in files.items():
            content = rows if isinstance(rows, bytes) else "\n".join(map(json.dumps, rows)).encode()
            (export / f"{name}.jsonl").write_bytes(content)
        return converted(export, tmp_path / f"build{count}", seen)

    return make


def types(frame):
    return {name: str(dtype) for name, dtype in frame.dtypes.items()}


def odd(tables):
    return [(each.table, each.line, each.reason) for each in tables.info.odd]


# Columns


def test_the_key_becomes_the_id_column(build):
    """Keys become the first column, an int64."""
    frame = build(types=[{"groupID": 25, "_key": 587}])["types"]
    assert types(frame) == {"type_id": "int64", "group_id": "int64"}
    assert frame.to_dict("list") == {"type_id": [587], "group_id": [25]}


def test_a_column_that_lacks_values_is_nullable(build):
    """Numbers and booleans get pandas' nullable types."""
    frame = build(types=[{"_key": 1, "raceID": 2, "published": True}, {"_key": 2}])["types"]
    assert types(frame) == {"type_id": "int64", "race_id": "Int64", "published": "boolean"}
    assert frame["race_id"].isna().tolist() == [False, True]


def test_nested_objects_become_columns_with_dots(build):
    """Columns are named with dots, as in frames of the API."""
    frame = build(mapStargates=[{"_key": 1, "destination": {"solarSystemID": 5, "a": {"b": 2.5}}}])
    frame = frame["mapStargates"]
    assert frame.loc[0].to_dict() == {
        "stargate_id": 1, "destination.system_id": 5, "destination.a.b": 2.5,
    }  # fmt: skip


def test_translations_become_columns_by_language(build):
    """New languages get a column like all others."""
    tables = build(groups=[{"_key": 1, "name": {"en": "Ore", "de": "Erz", "it": "Minerale"}}])
    frame = tables["groups"]
    assert list(frame) == ["group_id", "name_en", "name_de", "name_it"]
    assert list(tables.read("groups", languages=["it"])) == ["group_id", "name_it"]


def test_an_object_without_languages_is_not_a_translation(build):
    """Keys of two letters are not enough for a translation."""
    frame = build(things=[{"_key": 1, "at": {"xx": "a", "yy": "b"}}])["things"]
    assert list(frame) == ["thing_id", "at.xx", "at.yy"]


def test_integers_and_fractions_in_one_column_are_fractions(build):
    """Mixed numbers become fractions without losing a value."""
    frame = build(types=[{"_key": 1, "mass": 1}, {"_key": 2, "mass": 2.5}])["types"]
    assert frame["mass"].tolist() == [1.0, 2.5]


def test_a_field_of_two_types_becomes_text(build):
    """Texts stay unchanged, and other values become their JSON."""
    rows = [{"_key": n, "size": size} for n, size in enumerate([1, "big", {"a": 1}, None, True])]
    frame = build(things=rows)["things"]
    assert frame["size"].dropna().tolist() == ["1", "big", '{"a": 1}', "true"]


def test_integers_beyond_64_bits_are_kept_as_text(build):
    """Text keeps all digits of integers beyond 64 bits."""
    frame = build(things=[{"_key": 1, "n": 2**70}, {"_key": 2, "n": 3}])["things"]
    assert frame["n"].tolist() == [str(2**70), "3"]


def test_a_type_is_found_over_all_records(build, monkeypatch):
    """Types cover all records, even if they are read in many blocks."""
    monkeypatch.setattr(converting, "BLOCK", 64)
    rows = [{"_key": n, "v": n} for n in range(50)] + [{"_key": 50, "v": "last"}]
    frame = build(things=rows)["things"]
    assert frame["v"].tolist() == [*map(str, range(50)), "last"]
    assert frame["thing_id"].tolist() == list(range(51))


def test_deep_nesting_becomes_text(build):
    """Deeper levels become JSON in a text column."""
    value = {"end": 1}
    for _ in range(300):
        value = {"a": value}
    frame = build(things=[{"_key": 1, "deep": value}])["things"]
    (column,) = [name for name in frame if name.startswith("deep")]
    assert json.loads(frame[column][0]) == _at(value, column.count("."))


def _at(value, depth):
    for _ in range(depth):
        value = value["a"]
    return value


def test_a_file_with_thousands_of_fields_keeps_them_as_text(build):
    """Maps written as objects do not become thousands of columns."""
    frame = build(things=[{"_key": 1, "m": {f"k{n}": n for n in range(3000)}}])["things"]
    assert list(frame) == ["thing_id", "m"]
    assert json.loads(frame["m"][0])["k2999"] == 2999


def test_fields_that_differ_only_in_style_are_both_kept(build):
    """Prefixes distinguish the second field from the first."""
    frame = build(things=[{"_key": 1, "typeID": 2, "type_id": 3}])["things"]
    assert frame.loc[0].to_dict() == {"thing_id": 1, "type_id": 2, "record.type_id": 3}


def test_text_keys_make_a_text_column(build):
    """Tables may have words as keys."""
    frame = build(translationLanguages=[{"_key": "en", "name": "English"}])
    assert frame["translationLanguages"]["language"].tolist() == ["en"]


def test_a_value_that_is_not_an_object_becomes_a_column(build):
    """Records without fields have `_value` instead."""
    frame = build(things=[{"_key": 1, "_value": 5}])["things"]
    assert frame.to_dict("list") == {"thing_id": [1], "value": [5]}


# Child tables


def test_a_list_of_objects_becomes_a_table_with_its_parents_key(build):
    """Each object becomes a row."""
    tables = build(
        typeMaterials=[
            {"_key": 18, "materials": [{"materialTypeID": 34, "quantity": 9},
                                       {"materialTypeID": 35, "quantity": 4}]},
            {"_key": 19, "materials": []},
            {"_key": 20},
        ]
    )  # fmt: skip
    assert tables["typeMaterials"]["type_id"].tolist() == [18, 19, 20]
    frame = tables["typeMaterials_materials"]
    assert frame.to_dict("list") == {
        "type_id": [18, 18], "material_type_id": [34, 35], "quantity": [9, 4],
    }  # fmt: skip


def test_activities_of_blueprints_become_rows(tables):
    """Activities, materials, products and skills become tables with the activity as a column."""
    activities = tables["blueprints_activities"]
    assert list(activities) == ["blueprint_type_id", "activity", "time"]
    assert set(activities["activity"]) == {
        "copying", "invention", "manufacturing", "research_material", "research_time",
    }  # fmt: skip
    products = tables["blueprints_products"]
    assert types(products)["probability"] == "float64"
    assert products[products["activity"] == "manufacturing"]["probability"].isna().all()
    for name in ("materials", "skills"):
        assert list(tables[f"blueprints_{name}"])[:2] == ["blueprint_type_id", "activity"]
    assert list(tables["blueprints"]) == ["blueprint_type_id", "max_production_limit"]


def test_blueprints_without_activities_are_valid(build):
    """Missing activities, and those that are not objects, are no error."""
    assert len(build(blueprints=[{"_key": 1, "activities": {}}])["blueprints"]) == 1
    tables = build(blueprints=[{"_key": 1, "activities": {"a": {"time": 1}, "b": 2}}])
    assert list(tables["blueprints"]) == ["blueprint_type_id", "activities.a.time", "activities.b"]


def test_entries_with_keys_have_them_as_a_column(build):
    """Integer keys of a map become ids."""
    tables = build(
        planetSchematics=[{"_key": 5, "types": [{"_key": 34, "isInput": True}], "pins": [1, 2]}]
    )
    assert tables["planetSchematics_types"].to_dict("list") == {
        "schematic_id": [5], "type_id": [34], "is_input": [True],
    }  # fmt: skip
    assert tables["planetSchematics"]["pins"].tolist() == [[1, 2]]


@pytest.mark.parametrize("key", [{}, {"a": 1}, [], [1], [{}], [[{}]]])
def test_a_key_that_is_an_object_or_a_list_is_no_key(build, key):
    """Entries stay rows of their parent."""
    for entry in ({"_key": key, "bonus": 1.5}, {"_key": key, "_value": [{"bonus": 1.5}]}):
        tables = build(things=[{"_key": 5, "types": [entry]}])
        frame = tables["things_types"]
        assert (frame["thing_id"].tolist(), frame["bonus"].tolist()) == ([5], [1.5])


@pytest.mark.parametrize("value", [{}, [{}], [[{}]], [[[]]], {"a": [[{}]]}, [{"a": {}}]])
def test_empty_objects_and_lists_fail_no_build(build, value):
    """Their record is a row of its table, however deep they are."""
    for field in ("_value", "pins"):
        tables = build(things=[{"_key": 5, field: value}])
        assert len(tables["things"]) == 1


def test_lists_of_objects_in_values_become_rows_in_place(build):
    """Lists in `_value` of records and of entries become rows."""
    tables = build(
        masteries=[{"_key": 582, "_value": [{"_key": 0, "_value": [96, 139]}]}],
        typeBonus=[{"_key": 582, "types": [{"_key": 3330, "_value": [{"bonus": 10}]}]}],
    )
    assert tables["masteries"].to_dict("list") == {
        "type_id": [582], "level": [0], "value": [[96, 139]],
    }  # fmt: skip
    assert tables["typeBonus_types"].to_dict("list") == {
        "type_id": [582], "skill_type_id": [3330], "bonus": [10],
    }  # fmt: skip


def test_a_child_table_never_has_the_name_of_a_file(build):
    """Child tables are renamed if a file of the export has their name."""
    tables = build(a=[{"_key": 1, "b": [{"c": 1}]}], a_b=[{"_key": 7}])
    assert tables["a_b"].to_dict("list") == {"a_b_id": [7]}
    assert tables["a_b_rows"].to_dict("list") == {"a_id": [1], "c": [1]}


# Odd records and files


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{not json}", "is no JSON"),
        (b'{"_key":2', "is no JSON"),
        (b'{"_key":2,"a":"\xff"}', "is no JSON"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "is no JSON"),
        (b"[1]", "is no object but a list"),
        (b'{"name":"x"}', "has no _key"),
        (b'{"_key":null}', "has no _key"),
        (b'{"_key":1.5}', "has no _key"),
        (b'{"_key":99999999999999999999}', "has no _key"),
        (b'{"_key":"x"}', "has a key of type str"),
    ],
)
def test_an_invalid_line_is_reported_and_left_out(build, line, reason):
    """Invalid lines are reported, and all other records are read."""
    tables = build(types=b'{"_key":1}\n' + line + b'\n{"_key":3}\n')
    assert tables["types"]["type_id"].tolist() == [1, 3]
    ((table, number, text),) = odd(tables)
    assert (table, number) == ("types", 2)
    assert text.startswith(reason)


def test_a_first_record_with_an_odd_key_does_not_decide_for_the_others(build):
    """Keys of most records decide the type of the key column."""
    tables = build(types=[{"_key": "x"}, {"_key": 1}, {"_key": 2}, {"_key": 3}])
    assert tables["types"]["type_id"].tolist() == [1, 2, 3]
    assert odd(tables) == [("types", 1, "has a key of type str, unlike the others")]


@pytest.mark.parametrize("block", [converting.BLOCK, 64])
@pytest.mark.parametrize("value", ["x", 25.5, True, 2**70, [25], {"a": 25}])
def test_an_odd_id_is_named_and_its_column_stays_a_number(build, monkeypatch, value, block):
    """Only the odd value is left out; its record keeps all others."""
    monkeypatch.setattr(converting, "BLOCK", block)
    rows = [{"_key": n, "groupID": 25, "mass": 1.5} for n in range(9)]
    rows[4]["groupID"] = value
    tables = build(types=rows)
    frame = tables["types"]
    assert types(frame) == {"type_id": "int64", "group_id": "Int64", "mass": "float64"}
    assert frame["group_id"].isna().tolist() == [n == 4 for n in range(9)]
    reason = f"has groupID={brief(value)} in record 4, unlike most records"
    assert odd(tables) == [("types", 0, reason)]


@pytest.mark.parametrize("value", ["Rifter", 5, True, [], [{"en": "Rifter"}]])
def test_an_odd_value_among_objects_is_reported_and_their_columns_stay(build, value):
    """Names that are not maps of languages are missing; all others keep their columns."""
    rows = [{"_key": n, "name": {"en": f"T{n}"}, "at": {"x": 1.5}} for n in range(4)]
    rows[1]["name"] = rows[2]["at"] = value
    tables = build(types=rows)
    frame = tables["types"]
    assert set(frame) == {"type_id", "name_en", "at.x"}
    assert frame["name_en"].isna().tolist() == [False, True, False, False]
    assert frame["at.x"].isna().tolist() == [False, False, True, False]
    reasons = [reason for _, _, reason in odd(tables)]
    assert reasons == [
        f"has {field}={brief(value)} in record {key}, unlike most records"
        for field, key in (("name", 1), ("at", 2))
    ]


@pytest.mark.parametrize("value", ["x", 5, {"a": 1}])
def test_an_odd_value_among_lists_is_reported_and_their_table_stays(build, value):
    """Lists of objects stay a child table, and lists of numbers a column of lists."""
    rows = [{"_key": n, "parts": [{"typeID": n}], "slots": [n]} for n in range(4)]
    rows[1]["parts"] = rows[1]["slots"] = value
    tables = build(things=rows)
    assert tables["things_parts"]["type_id"].tolist() == [0, 2, 3]
    assert tables["things"]["slots"].tolist() == [[0], None, [2], [3]]
    assert len(odd(tables)) == 2


def test_odd_ids_in_objects_and_lists_are_left_out_too(build):
    """Entries of a list may contain an odd id, or be one."""
    rows = [
        {"_key": n, "to": {"typeID": n}, "starIDs": [n, n], "parts": [{"_key": n, "unitID": n}]}
        for n in range(4)
    ]
    rows[1]["to"]["typeID"] = rows[1]["starIDs"][0] = rows[1]["parts"][0]["unitID"] = "?"
    tables = build(things=rows)
    frame = tables["things"]
    assert types(frame)["to.type_id"] == "Int64"
    assert frame["star_ids"].tolist()[:2] == [[0, 0], [None, 1]]
    assert types(tables["things_parts"])["unit_id"] == "Int64"
    fields = sorted(reason.split("=")[0] for _, _, reason in odd(tables))
    assert fields == ["has parts.unitID", "has starIDs", "has to.typeID"]


def test_whole_numbers_that_are_written_as_fractions_are_ids(build):
    """Programs without integers write ids as fractions."""
    tables = build(types=[{"_key": n, "groupID": 25.0} for n in range(3)])
    assert types(tables["types"])["group_id"] == "int64"
    assert odd(tables) == []


def test_ids_that_are_texts_stay_texts(build):
    """Texts are not mistakes if they make up at least half of a field."""
    tables = build(things=[{"_key": 1, "codeID": "a"}, {"_key": 2, "codeID": 7}])
    assert tables["things"]["code_id"].tolist() == ["a", "7"]
    assert odd(tables) == []


def test_a_line_that_is_too_long_is_left_out(build, monkeypatch):
    """Long lines are never loaded as a whole, and later lines keep their numbers."""
    monkeypatch.setattr(converting, "BLOCK", 16)
    monkeypatch.setattr(converting, "_LONGEST", 64)
    tables = build(types=b'{"_key":1}\n{"_key":2,"a":"' + b"x" * 200 + b'"}\n{"_key":3}\nx\n')
    assert tables["types"]["type_id"].tolist() == [1, 3]
    assert [line for _, line, _ in odd(tables)] == [2, 4]


def test_only_the_first_odd_records_are_named_and_all_are_counted(build):
    """Files of another kind do not fill the memory with reports."""
    tables = build(types=b"x\n" * 150 + b'{"_key":1}')
    assert tables.info.odd_count == 150
    assert len(tables.info.odd) == 100


def test_empty_files_and_blank_lines_are_valid(build):
    """Other line endings, a byte order mark and a missing final newline are accepted, too."""
    tables = build(types=b"", groups=b'\xef\xbb\xbf{"_key":1}\r\n\r\n{"_key":2}')
    assert len(tables["types"]) == 0
    assert types(tables["types"]) == {"type_id": "int64"}
    assert tables["groups"]["group_id"].tolist() == [1, 2]
    assert odd(tables) == []


def test_unknown_files_and_fields_are_kept(build):
    """New files become tables whose key is named by rule."""
    tables = build(brandNewThings=[{"_key": 1, "shinyHTMLValueIDs": [1]}])
    assert list(tables["brandNewThings"]) == ["brand_new_thing_id", "shiny_html_value_ids"]


def test_an_error_while_reading_names_the_archive(tmp_path):
    """Damage in an archive ends the conversion with an error."""
    path = tmp_path / "x.zip"
    path.write_bytes(b"no zip")
    with pytest.raises(StaticDataError, match=r"x\.zip"):
        converted(path, tmp_path / "build")


# Builds after builds


def test_types_are_those_of_all_builds_seen(build):
    """Columns that were fractions, optional or text in an earlier build stay so."""
    seen = SeenTypes()
    build(seen, types=[{"_key": 1, "mass": 1.5, "raceID": None, "size": "big"}])
    frame = build(seen, types=[{"_key": 1, "mass": 2, "raceID": 4, "size": 3}])["types"]
    assert types(frame) | {"size": "text"} == {
        "type_id": "int64", "mass": "float64", "race_id": "Int64", "size": "text",
    }  # fmt: skip
    assert frame["size"].tolist() == ["3"]


def test_fields_of_earlier_builds_are_not_columns_of_a_later_one(build):
    """Builds have only the columns of their export, so they are equal on every machine."""
    seen = SeenTypes()
    build(seen, types=[{"_key": 1, "radius": 2.0}], landmarks=[{"_key": 1}])
    tables = build(seen, types=[{"_key": 1, "mass": 2.0}])
    assert list(tables["types"]) == ["type_id", "mass"]
    assert tables.names() == ["types"]


def test_a_list_that_is_empty_now_keeps_its_table(build):
    """Columns of the empty table come from the earlier build."""
    seen = SeenTypes()
    build(seen, things=[{"_key": 1, "parts": [{"typeID": 1}]}])
    tables = build(seen, things=[{"_key": 1, "parts": []}])
    assert types(tables["things_parts"]) == {"thing_id": "int64", "type_id": "int64"}


def test_a_field_whose_shape_changed_has_its_new_type(build):
    """Fields whose shape has changed ignore the types of earlier builds."""
    seen = SeenTypes()
    build(seen, things=[{"_key": 1, "a": {"x": 1}, "b": 1}])
    tables = build(seen, things=[{"_key": 1, "a": 5, "b": [{"c": 2}]}])
    assert types(tables["things"]) == {"thing_id": "int64", "a": "int64"}
    assert tables["things_b"].to_dict("list") == {"thing_id": [1], "c": [2]}


def test_types_of_earlier_builds_can_be_stored_and_read(build, tmp_path):
    """Stored types and optional columns can be read again; a damaged file counts as empty."""
    seen = SeenTypes()
    build(seen, things=[{"_key": 1, "a": {"b": [1.5]}, "c": None}, {"_key": 2, "c": 1}])
    seen.save(tmp_path / "seen")
    assert SeenTypes.load(tmp_path / "seen") == seen
    (tmp_path / "seen").write_bytes(b"damaged")
    assert SeenTypes.load(tmp_path / "seen") == SeenTypes()


def test_the_sandboxes_two_builds_differ_in_their_schema(static_data, tables, tmp_path):
    """Builds with other files, fields and languages are both read completely."""
    seen = SeenTypes()
    converted(static_data, tmp_path / "one", seen)
    later = converted(write_export(tmp_path / "export", made.BUILDS[1]), tmp_path / "two", seen)
    assert set(tables.names()) - set(later.names()) == {"compressibleTypes"}
    assert set(later.names()) - set(tables.names()) == {"agentTypes"}
    assert "name_it" in later["categories"]
    assert types(later["factions"])["size_factor"] == "float64"
    assert "graphic_id" not in later["types"]


def test_frames_join_with_those_of_the_api(tables):
    """Columns have the names and types of the API's."""
    types_of, groups = tables["types"], tables["groups"]
    joined = types_of.merge(groups, on="group_id", suffixes=("", "_group"), validate="many_to_one")
    assert len(joined) == len(types_of)
    assert isinstance(joined, pd.DataFrame)
