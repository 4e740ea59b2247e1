"""Test members of type lists."""

import pytest

from esi_data.sde.derived import type_lists

KNOWN = {
    "category": {6: {1, 2, 3}},
    "group": {25: {1, 2}, 26: {3}},
    "type": {number: {number} for number in range(1, 6)},
}


def select(**rules):
    return type_lists.select({f"{name}_ids": ids for name, ids in rules.items()}, KNOWN)


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        ({}, set()),
        ({"included_category": [6]}, {1, 2, 3}),
        ({"included_category": [6], "excluded_category": [6]}, set()),
        ({"included_category": [6], "included_group": [25], "included_type": [1]}, {1, 2, 3}),
        ({"included_category": [6], "excluded_group": [25]}, {3}),
        ({"excluded_category": [6], "included_group": [25]}, {1, 2}),
        ({"included_group": [25], "excluded_group": [25], "included_type": [1]}, {1}),
        ({"excluded_group": [25], "included_type": [2, 4]}, {2, 4}),
        ({"included_type": [1, 5], "excluded_type": [1]}, {5}),
        ({"included_category": [6], "excluded_type": [2]}, {1, 3}),
        ({"included_category": [99], "included_group": None, "excluded_type": [77]}, set()),
    ],
)
def test_later_rules_of_a_list_take_precedence(rules, found):
    """Categories, groups and types are applied in this order, exclusions after inclusions."""
    assert select(**rules) == found


TABLES = {
    "types": {1: {"groupID": 25}, 2: {"groupID": 25}, 3: {"groupID": 26}, 4: {}},
    "groups": {25: {"categoryID": 6}, 26: {"categoryID": 6}},
    "typeLists": {
        10: {"name": "Ships", "includedCategoryIDs": [6], "excludedGroupIDs": [26]},
        11: {"includedTypeIDs": [4, 3], "excludedTypeIDs": []},
    },
}


def test_members_are_rows_of_list_and_type(build):
    """Rows cover all lists by id, or the requested ones."""
    found = type_lists.members(build(**TABLES))
    assert found.to_numpy().tolist() == [[10, 1], [10, 2], [11, 3], [11, 4]]


def test_members_of_unknown_lists_have_no_rows(build):
    """Empty results keep columns and types."""
    tables = build(**TABLES)
    assert type_lists.members(tables, [11, 99])["type_list_id"].unique().tolist() == [11]
    none = type_lists.members(tables, [99])
    assert none.empty
    assert none.dtypes.equals(type_lists.members(tables).dtypes)
