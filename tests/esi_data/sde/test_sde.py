"""Test `esi.sde`: tables by name, in the languages of the client."""

import pickle

import pytest

from esi.errors import ParameterError


@pytest.fixture
def sde(esi_for, static_data):
    """Return static data of the sandbox, read from files."""
    return esi_for(sde=static_data).sde


@pytest.mark.parametrize(
    ("method", "key"),
    [("types", "type_id"), ("groups", "group_id"), ("categories", "category_id"),
     ("market_groups", "market_group_id"), ("systems", "system_id"), ("regions", "region_id"),
     ("constellations", "constellation_id")],
)  # fmt: skip
def test_much_used_tables_have_methods(sde, method, key):
    """Methods return the key first, and accept columns and languages."""
    frame = getattr(sde, method)(columns=[key, "name"], languages=["de"])
    assert list(frame) == [key, "name_de"]
    assert frame[key].is_unique


def test_any_table_is_read_by_its_name(sde):
    """Tables have the names of the export's files."""
    assert "destination.stargate_id" in sde["mapStargates"]
    with pytest.raises(ParameterError, match="no table 'stargates'"):
        sde["stargates"]


def test_the_list_of_tables_is_a_frame(sde):
    """Child tables are listed, too."""
    assert {"types", "blueprints_materials"} <= set(sde.tables()["table"])


def test_languages_of_the_client_are_the_default(esi_for, static_data):
    """Languages of the client apply to translated tables; an argument takes precedence."""
    sde = esi_for(sde=static_data, languages=["ko", "en"]).sde
    assert [name for name in sde.groups() if name.startswith("name")] == ["name_en", "name_ko"]
    assert "name_de" in sde.groups(languages=["de"])


def test_the_old_code_of_english_is_a_language_of_the_client(esi_for, static_data):
    """Columns have the API's code, in tables and in derived frames."""
    sde = esi_for(sde=static_data, languages=["en-us"]).sde
    assert [name for name in sde.groups() if name.startswith("name")] == ["name_en"]
    assert "name_en" in sde.places(30000142)


def test_names_of_tables_can_be_iterated_and_looked_up(sde):
    """Iterating and `in` use the names of tables, which notebooks also complete."""
    assert "types" in sde
    assert "stargates" not in sde
    assert sorted(sde) == sde.tables()["table"].tolist() == sde._ipython_key_completions_()


def test_completion_downloads_nothing(esi, esi_sandbox):
    """Completion never downloads a build."""
    assert esi.sde._ipython_key_completions_() == []
    assert [each for each in esi_sandbox.requests if "static-data" in each.path] == []


def test_places_are_found_by_their_names(sde):
    """Names and ids of places may be mixed."""
    assert sde.places(["Jita", 10000002])["name_en"].tolist() == ["The Forge", "Jita"]


def test_static_data_alone_cannot_be_pickled(sde):
    """Errors say to pickle the `Esi` instead."""
    with pytest.raises(TypeError, match="pass the Esi to the other process"):
        pickle.dumps(sde)


def test_all_languages_are_columns_by_default(sde):
    """New languages of the export are included."""
    assert sum(name.startswith("name_") for name in sde.groups()) == 8


def test_the_repr_shows_the_build_once_it_is_read(sde):
    """Showing the object never downloads a build."""
    assert repr(sde) == "<StaticData: not read yet>"
    sde.open()
    assert "build 3000001" in repr(sde)
