"""Compare facts derived from the sandbox's export with its API."""

import numpy as np
import pandas as pd
import pytest

from esi.sandbox.world.world import World
from esi_data.sde.derived.joins import with_sde
from esi_data.sde.derived.places import places

JITA, TRADE_HUB, RIFTER = 30_000_142, 60_003_760, 587


@pytest.fixture(scope="module")
def world():
    """Return the world from which the sandbox makes both."""
    return World()


@pytest.mark.parametrize("language", ["en", "de", "ko"])
def test_places_have_the_names_that_the_api_gives_them(tables, world, language):
    """Derived names equal the API's; the API names stations in English only."""
    found = places(tables, languages=[language])
    kinds = ["region", "constellation", "solar_system", *(["station"] if language == "en" else [])]
    found = found[found["category"].isin(kinds)].set_index("location_id")[f"name_{language}"]
    said = {number: name[language] for number, (kind, name) in world.names.items() if kind in kinds}
    assert found.to_dict() == said


def test_every_place_has_a_name_and_lies_in_a_region(tables):
    """Records of the sandbox contain every part of a name."""
    found = places(tables)
    assert found["name_en"].notna().all()
    assert found["region_id"].notna().all()
    assert found.loc[found["category"] != "region", "constellation_id"].notna().all()


def test_the_facts_of_orders_are_those_of_the_world(tables, world):
    """Facts are joined to all traded types in all stations."""
    generator = np.random.default_rng(1)
    orders = pd.DataFrame(
        {
            "type_id": generator.choice(world.traded, 500),
            "location_id": generator.choice(list(world.stations), 500),
        }
    )
    found = with_sde(lambda: tables, orders)
    for row in found.itertuples():
        kind, station = world.types[row.type_id], world.stations[row.location_id]
        assert (row.type_name, row.type_volume) == (kind.name["en"], kind.volume)
        assert row.location_system == world.systems[station.system_id].name["en"]
    assert not found.drop(columns=["type_packaged_volume", "type_meta_group", "type_tech_level"])\
        .isna().any(axis=None)  # fmt: skip


@pytest.fixture
def sde(esi):
    """Return `esi.sde` for the sandbox."""
    return esi.sde


def test_esi_answers_from_static_data(esi, sde):
    """All methods read the tables of one downloaded build."""
    orders = pd.DataFrame({"type_id": [RIFTER], "location_id": [TRADE_HUB]})
    found = esi.with_sde(orders, columns=["name", "region"], languages=["de"])
    assert found.columns.tolist() == [
        "type_id", "type_name_de", "location_id", "location_name_de", "location_region_de"
    ]  # fmt: skip
    assert found.attrs["esi"]["sde_build"] == sde.build
    assert sde.places(JITA)["name_en"].tolist() == ["Jita"]
    assert sde.places([JITA, TRADE_HUB], languages="fr")["name_fr"].notna().all()
    assert (
        sde.market_paths().set_index("market_group_id")["market_path_en"].str.contains(" > ").any()
    )
    assert RIFTER in sde.type_list_members(1)["type_id"].tolist()
    assert sde.skills_for(RIFTER)["depth"].tolist() == [1, 2]
    assert sde.skills_for([RIFTER], prerequisites=False)["depth"].tolist() == [1]
    assert "requiredSkill1" in sde.dogma(RIFTER)["attribute"].tolist()
    assert sde.blueprints()["product_type_id"].isin([RIFTER]).any()
    once, tenfold = sde.materials(RIFTER), sde.materials([RIFTER], runs=10, material_efficiency=10)
    assert (tenfold["quantity"] >= once["quantity"] * 9).all()
    assert (sde.reprocessing(RIFTER, efficiency=0.5)["quantity"] > 0).all()


def test_the_languages_of_esi_are_those_of_its_static_data(esi_for):
    """Languages of a call take precedence."""
    sde = esi_for(languages=["de", "fr"]).sde
    assert sde.places(JITA).filter(like="name").columns.tolist() == ["name_de", "name_fr"]
    assert "name_ko" in sde.places(JITA, languages=["ko"])
