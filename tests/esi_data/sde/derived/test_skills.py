"""Test skills that types require."""

import pytest

from esi_data.sde.derived import skills

SHIP, FRIGATE, COMMAND, OTHER = 587, 3329, 3327, 3300


def dogma(**pairs):
    """Return records of dogma from attributes and values by type."""
    return {
        int(number.removeprefix("t")): {
            "dogmaAttributes": [{"attributeID": a, "value": float(v)} for a, v in values.items()]
        }
        for number, values in pairs.items()
    }


@pytest.mark.parametrize(
    ("skill", "level"),
    [(182, 277), (183, 278), (184, 279), (1285, 1286), (1289, 1287), (1290, 1288)],
)
def test_each_pair_of_attributes_is_a_requirement(build, skill, level):
    """One attribute of a pair names the skill, the other its level."""
    tables = build(typeDogma=dogma(t587={skill: FRIGATE, level: 3, 9: 350}))
    found = skills.required_skills(tables, [SHIP], prerequisites=False)
    assert found.to_numpy().tolist() == [[SHIP, FRIGATE, 3, 1]]


DIRECT = {SHIP: {FRIGATE: 1, OTHER: 2}, FRIGATE: {COMMAND: 1}, OTHER: {COMMAND: 4, FRIGATE: 3}}


def test_required_skills_require_skills_themselves():
    """Skills have the highest level that anything requires, and the smallest depth."""
    assert skills.all_of(SHIP, DIRECT, prerequisites=True) == {
        FRIGATE: (3, 1),
        OTHER: (2, 1),
        COMMAND: (4, 2),
    }


def test_direct_requirements_are_those_of_the_record():
    """Direct requirements have the level in the record."""
    assert skills.all_of(SHIP, DIRECT, prerequisites=False) == {FRIGATE: (1, 1), OTHER: (2, 1)}


def test_skills_that_require_each_other_end():
    """Circles in a damaged export are followed once; types never require themselves."""
    circle = {1: {2: 1}, 2: {3: 1}, 3: {1: 1, 2: 5}}
    assert skills.all_of(1, circle, prerequisites=True) == {2: (5, 1), 3: (1, 2)}


def test_a_skill_without_a_level_counts_as_level_1(build):
    """Level 0 counts as 1, too; skill 0 is ignored."""
    tables = build(typeDogma=dogma(t587={182: FRIGATE, 183: OTHER, 278: 0, 184: 0, 279: 4}))
    found = skills.required_skills(tables, [SHIP], prerequisites=True)
    assert found[["skill_id", "level"]].to_numpy().tolist() == [[FRIGATE, 1], [OTHER, 1]]


def test_types_without_requirements_have_no_rows(build):
    """Unknown types have no rows either; the columns stay."""
    tables = build(typeDogma=dogma(t34={9: 5}))
    found = skills.required_skills(tables, [34, 99], prerequisites=True)
    assert found.columns.tolist() == ["type_id", "skill_id", "level", "depth"]
    assert found.empty
