"""Look up the members of type lists.

Lists are built in the order of the API's documentation: categories, then groups, then types. Each
step adds the included ones and then removes the excluded ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

from esi_data.sde.derived.columns import by_key, checked_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esi_data.sde.tables import Tables

_LEVELS = ("category", "group", "type")


def members(tables: Tables, type_lists: int | Iterable[int] | None = None) -> pd.DataFrame:
    """Return the types of type lists: one row for each `type_list_id` and `type_id`.

    Args:
        tables: tables of a build.
        type_lists: a list or several, None for all. Lists that the build lacks have no rows.
    """
    names = [f"{how}_{level}_ids" for level in _LEVELS for how in ("included", "excluded")]
    lists = by_key(tables, "typeLists", "type_list_id", dict.fromkeys(names, "object"))
    if type_lists is not None:
        lists = lists[lists.index.isin(checked_ids("type_lists", type_lists))]
    types = by_key(tables, "types", "type_id", {"group_id": "Int64"})
    groups = by_key(tables, "groups", "group_id", {"category_id": "Int64"})
    by_group = _ids_by(types["group_id"])
    known = {
        "category": {
            category: set().union(*(by_group.get(group, ()) for group in members))
            for category, members in _ids_by(groups["category_id"]).items()
        },
        "group": by_group,
        "type": {each: {each} for each in types.index},
    }
    found = [
        (number, each)
        for number, line in lists.iterrows()
        for each in sorted(select(dict(line), known))
    ]
    return pd.DataFrame(found, columns=["type_list_id", "type_id"], dtype="int64")


def select(rules: Mapping[str, Any], known: Mapping[str, Mapping[int, set[int]]]) -> set[int]:
    """Return the types that a list's rules select.

    Args:
        rules: ids by `included_category_ids`, `excluded_category_ids` and so on; None for no ids.
        known: types of each category, group and type.
    """
    selected: set[int] = set()
    for level in _LEVELS:
        for how, change in (
            ("included", selected.update),
            ("excluded", selected.difference_update),
        ):
            ids = rules.get(f"{how}_{level}_ids")
            for each in ids if isinstance(ids, Iterable) else ():
                change(known[level].get(each, ()))
    return selected


def _ids_by(parents: pd.Series) -> dict[int, set[int]]:
    """Return the ids of each parent's children."""
    parents = parents.dropna()
    groups: Any = parents.groupby(parents).groups
    return {int(parent): set(ids) for parent, ids in groups.items()}
