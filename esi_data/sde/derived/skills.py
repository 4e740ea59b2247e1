"""Look up the skills that types require, and their levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from esi_data.sde.derived.item_types import dogma_values
from esi_data.sde.derived.named_ids import type_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esi_data.sde.derived.named_ids import NamesOrIds
    from esi_data.sde.tables import Tables

# Documented pairs of attributes: skill and level.
REQUIREMENTS = {182: 277, 183: 278, 184: 279, 1285: 1286, 1289: 1287, 1290: 1288}


def required_skills(tables: Tables, type_id: NamesOrIds, *, prerequisites: bool) -> pd.DataFrame:
    """Return the skills that types require, one row for each `type_id` and `skill_id`.

    Args:
        tables: tables of a build.
        type_id: id or name of a type, or several. Types that require no skills have no rows.
        prerequisites: True to add the skills that the required skills require themselves.

    Returns:
        `type_id`, `skill_id`, `level` (the highest that is required) and `depth`: 1 for a skill
        that the type itself requires, 2 for one that such a skill requires, and so on.

    Raises:
        ParameterError: a type is unknown, or its name ambiguous.
    """
    direct = _direct(tables)
    found = [
        (each, skill, level, depth)
        for each in dict.fromkeys(type_ids(tables, "type_id", type_id))
        for skill, (level, depth) in all_of(each, direct, prerequisites=prerequisites).items()
    ]
    columns = ["type_id", "skill_id", "level", "depth"]
    return pd.DataFrame(found, columns=columns, dtype="int64")


def all_of(
    type_id: int, direct: Mapping[int, Mapping[int, int]], *, prerequisites: bool
) -> dict[int, tuple[int, int]]:
    """Return level and depth of each skill that a type requires, direct requirements first.

    `direct` has the levels of directly required skills, by type.
    """
    found: dict[int, tuple[int, int]] = {}
    depth, reached = 1, [type_id]
    while reached:
        new = []
        for each in reached:
            for skill, level in direct.get(each, {}).items():
                if skill == type_id:
                    continue
                if skill not in found:
                    new.append(skill)
                    found[skill] = level, depth
                elif level > found[skill][0]:
                    found[skill] = level, found[skill][1]
        depth, reached = depth + 1, new if prerequisites else []
    return found


def _direct(tables: Tables) -> dict[int, dict[int, int]]:
    """Return the skills that each type requires directly, with their levels."""
    values = dogma_values(tables, [*REQUIREMENTS, *REQUIREMENTS.values()])
    of_type: dict[int, dict[int, int]] = {}
    for type_id, attribute_id, value in values.itertuples(index=False, name=None):
        of_type.setdefault(type_id, {})[attribute_id] = round(value)
    found: dict[int, dict[int, int]] = {}
    for type_id, attributes in of_type.items():
        for skill, level in REQUIREMENTS.items():
            if required := attributes.get(skill):
                levels = found.setdefault(type_id, {})
                # A required skill without a level needs level 1.
                levels[required] = max(levels.get(required, 1), attributes.get(level, 1))
    return found
