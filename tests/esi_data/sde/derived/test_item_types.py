"""Test facts of item types."""

import pandas as pd
import pytest

from esi_data.sde.derived import item_types


def groups(*parents):
    """Return names and parents of groups: `"1<2"` means group 1 in group 2."""
    pairs = [pair.partition("<") for pair in parents]
    above = {int(group): int(parent) for group, _, parent in pairs if parent}
    return {int(group): f"G{group}" for group, _, _ in pairs}, above


@pytest.mark.parametrize(
    ("parents", "found"),
    [
        (("1", "2<1", "3<2"), {1: "G1", 2: "G1 > G2", 3: "G1 > G2 > G3"}),
        (("2<1", "3<2"), {2: "G2", 3: "G2 > G3"}),
        (("1<1",), {1: "G1"}),
        (("1<2", "2<1", "3<1"), {1: "G2 > G1", 2: "G1 > G2", 3: "G2 > G1 > G3"}),
        ((), {}),
    ],
    ids=["down from a root", "missing parent", "own parent", "cycle", "no groups"],
)
def test_a_market_path_leads_from_the_root_to_the_group(parents, found):
    """Groups in a circle end their paths instead of looping."""
    assert item_types.paths(*groups(*parents)) == found


def test_market_paths_are_in_a_language(build):
    """Groups without a translation are in English; a group without a name has no path."""
    tables = build(
        marketGroups={
            4: {"name": {"en": "Ships", "de": "Schiffe"}},
            1361: {"name": {"en": "Frigates"}, "parentGroupID": 4},
            9: {"parentGroupID": 4},
        }
    )
    assert item_types.market_paths(tables, "de").to_dict() == {
        4: "Schiffe",
        1361: "Schiffe > Frigates",
    }


TYPES = {
    34: {"name": {"en": "Tritanium"}, "groupID": 18, "volume": 0.01, "portionSize": 1,
         "basePrice": 2.0, "marketGroupID": 1857},
    587: {"name": {"en": "Rifter"}, "groupID": 25, "metaGroupID": 1},
    588: {"name": {"en": "Wolf"}, "groupID": 25, "techLevel": 2},
    691: {"name": {"en": "Rifter Blueprint"}, "groupID": 105},
}  # fmt: skip


def test_facts_of_types_come_from_their_records_and_groups(build):
    """Facts include the group's category, the tech level (or that in dogma) and the product."""
    tables = build(
        types=TYPES,
        groups={18: {"categoryID": 4}, 25: {"categoryID": 6}},
        dogmaAttributes={422: {"name": "techLevel"}, 9: {"name": "hp"}},
        typeDogma={
            number: {"dogmaAttributes": [{"attributeID": 9, "value": 350.0},
                                         {"attributeID": 422, "value": 1.0}]}
            for number in (587, 588)
        },
        blueprints={691: {"activities": {
            "copying": {"time": 1},
            "manufacturing": {"products": [{"typeID": 587, "quantity": 1}]},
        }}},
    )  # fmt: skip
    found = item_types.facts(tables)
    assert found["category_id"].dropna().to_dict() == {34: 4, 587: 6, 588: 6}
    assert item_types.tech_levels(tables).dropna().to_dict() == {587: 1, 588: 2}
    assert item_types.products(tables).to_dict() == {691: 587}
    assert found.loc[34, ["volume", "base_price"]].tolist() == [0.01, 2.0]
    assert found["packaged_volume"].isna().all()


def test_a_packaged_volume_is_known_where_the_build_has_it(build):
    """Older builds lack packaged volumes."""
    found = item_types.facts(build(types={587: {"volume": 27_289.0, "packagedVolume": 2500.0}}))
    assert found["packaged_volume"].tolist() == [2500.0]


def test_a_build_of_names_alone_has_missing_facts(build):
    """Builds that contain only names give missing values of the usual types."""
    found = item_types.facts(build(types={34: {"name": {"en": "Tritanium"}}}))
    assert found.index.tolist() == [34]
    assert found.isna().all(axis=None)
    assert set(map(str, found.dtypes)) == {"Int64", "float64"}


def test_values_of_another_type_are_missing(build):
    """Texts in place of numbers, and fractions in place of ids, are missing."""
    odd = {1: {"groupID": "eighteen", "volume": "big"}, 2: {"groupID": 18, "volume": 3.0}}
    found = item_types.facts(build(types=odd, groups={18: {"categoryID": 4.5}}))
    assert found["group_id"].tolist() == [pd.NA, 18]
    assert found["category_id"].isna().all()
    assert found["volume"].dropna().tolist() == [3.0]
