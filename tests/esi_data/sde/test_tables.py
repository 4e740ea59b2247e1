"""Test tables of a build: columns, languages, references, and errors for damage."""

import pandas as pd
import pytest

from esi.errors import ParameterError
from esi_data.errors import StaticDataError
from esi_data.sde.tables import Tables
from tests.esi_data.sde.conftest import converted


def test_a_table_knows_its_build(tables):
    """Frames record their source in `attrs`."""
    assert tables["metaGroups"].attrs["esi"] == {"table": "metaGroups", "build": tables.build}


def test_columns_are_read_in_the_requested_order(tables):
    """Names of translated texts stand for the columns of all languages."""
    frame = tables.read("groups", columns=["name", "group_id"], languages=["de", "en"])
    assert sorted(frame) == ["group_id", "name_de", "name_en"]
    assert list(frame)[-1] == "group_id"
    assert list(tables.read("groups", columns="category_id")) == ["category_id"]


def test_languages_leave_out_only_translated_columns(tables):
    """`en-us` of older programs means English."""
    frame = tables.read("groups", languages=["en-us"])
    assert {"group_id", "category_id", "name_en", "published"} <= set(frame)
    assert not {"name_de", "name_ko"} & set(frame)


def test_a_table_without_texts_accepts_any_language(tables):
    """Tables without texts ignore languages."""
    assert len(tables.read("typeMaterials", languages=["de"])) > 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"name": "tpyes"}, "has no table 'tpyes'; it has .*types"),
        ({"name": "groups", "columns": ["group"]}, "has no column 'group'; it has .*category_id"),
        ({"name": "groups", "languages": ["xx"]}, "has no language 'xx'; it has de"),
        (
            {"name": "groups", "languages": [None]},
            "languages cannot be None: pass codes",
        ),
        ({"name": "groups", "languages": 5}, "languages cannot be 5"),
        ({"name": "groups", "columns": 5}, "groups has no column 5; it has .*category_id"),
        ({"name": "groups", "columns": [["name"]]}, r"groups has no column \['name'\]"),
    ],
)
def test_an_unknown_name_is_an_error_that_lists_the_known_ones(tables, arguments, message):
    """Errors for unknown tables, columns and languages list the existing ones."""
    with pytest.raises(ParameterError, match=message):
        tables.read(**arguments)


def test_the_list_of_tables_has_keys_and_references(tables):
    """Keys and references show how to join tables without reading them."""
    listed = tables.describe().set_index("table")
    assert list(listed) == ["rows", "columns", "keys", "refers_to"]
    assert listed.loc["types", "keys"] == ["type_id"]
    assert listed.loc["types", "refers_to"]["group_id"] == "groups"
    assert listed.loc["marketGroups", "refers_to"] == {"parent_group_id": "marketGroups"}
    assert listed.loc["mapStargates", "refers_to"]["destination.stargate_id"] == "mapStargates"
    assert listed.loc["npcStations", "refers_to"]["owner_id"] == "npcCorporations"
    assert listed.loc["typeBonus_types", "refers_to"]["skill_type_id"] == "types"
    assert listed.loc["blueprints_activities", "keys"] == ["blueprint_type_id", "activity"]
    assert listed.loc["types", "rows"] == len(tables["types"])


def test_every_reference_of_the_sandboxes_export_leads_somewhere(tables):
    """Ids in a column are keys of the table that it refers to."""
    unknown = {("npcStations", "type_id")}  # as in the sandbox's API
    for _, row in tables.describe().iterrows():
        for column, target in row["refers_to"].items():
            if (row["table"], column) in unknown:
                continue
            values = tables.read(row["table"], columns=[column])[column].dropna()
            if values.dtype == object:
                values = values.explode().dropna()
            key = tables.info.tables[target].columns[0].name
            missing = set(values) - set(tables.read(target, columns=[key])[key])
            assert not missing, (row["table"], column, target, sorted(missing)[:3])


def test_a_frame_can_be_changed(tables):
    """Frames are writable and belong to the caller."""
    frame = tables.read("types", columns=["type_id", "volume", "name_en"])
    frame.loc[0, "volume"] = 5.0
    frame.loc[0, "name_en"] = "mine"
    frame["type_id"] += 1
    assert frame.loc[0, "volume"] == 5.0


def test_a_damaged_file_is_named(static_data, tmp_path):
    """Messages name the file to remove."""
    tables = converted(static_data, tmp_path / "build")
    (tmp_path / "build" / "races.parquet").write_bytes(b"damaged")
    (tmp_path / "build" / "types.parquet").unlink()
    for name in ("races", "types"):
        with pytest.raises(StaticDataError, match=f"{name}.parquet is missing or damaged"):
            tables.read(name)
    assert isinstance(tables["groups"], pd.DataFrame)


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"format": 99, "build": 1, "created": 0, "tables": {}}']
)
def test_a_damaged_description_is_named(tmp_path, content):
    """Errors name descriptions that are damaged or from another version."""
    (tmp_path / "build.json").write_bytes(content)
    with pytest.raises(StaticDataError, match="remove"):
        Tables(tmp_path)
