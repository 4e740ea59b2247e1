"""Look up group, category, market path, tech level and product of item types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from esi_data.frames.arrays import TEXT, text
from esi_data.sde.derived.columns import by_key, rows, take, texts
from esi_data.sde.derived.industry import PRODUCING
from esi_data.sde.derived.named_ids import type_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esi_data.sde.derived.named_ids import NamesOrIds
    from esi_data.sde.tables import Tables

_COLUMNS = {
    "group_id": "Int64",
    "market_group_id": "Int64",
    "meta_group_id": "Int64",
    "volume": "float64",
    "packaged_volume": "float64",
    "portion_size": "Int64",
    "base_price": "float64",
}


def facts(tables: Tables) -> pd.DataFrame:
    """Return the numbers in the records of types, and their categories, by id.

    Columns: `group_id`, `category_id`, `market_group_id`, `meta_group_id`, `volume` and
    `packaged_volume` in m³ (missing where the build has none), `portion_size` and `base_price` in
    ISK.
    """
    found = by_key(tables, "types", "type_id", _COLUMNS)
    groups = by_key(tables, "groups", "group_id", {"category_id": "Int64"})
    found.insert(1, "category_id", take(groups["category_id"], found["group_id"]))
    return found


def tech_levels(tables: Tables) -> pd.Series:
    """Return the tech level of each type by id, from its record or else its dogma."""
    found = by_key(tables, "types", "type_id", {"tech_level": "Int64"})["tech_level"]
    if not found.isna().any():
        return found
    levels = attribute(tables, "techLevel").round().astype("Int64")
    return found.fillna(levels.reindex(found.index))


def dogma(tables: Tables, type_id: NamesOrIds | None = None) -> pd.DataFrame:
    """Return the attributes of types, a row for each.

    Columns: `type_id`, `attribute_id`, `attribute` (its name in the game's code), `value` and
    `unit_id`.

    Args:
        tables: tables of a build.
        type_id: id or name of a type, or several; None for all. A type without dogma has no rows.

    Raises:
        ParameterError: a type is unknown, or its name ambiguous.
    """
    columns = {"type_id": "Int64", "attribute_id": "Int64", "value": "float64"}
    values = rows(tables, "typeDogma_dogma_attributes", columns).dropna(subset=[*columns][:2])
    if type_id is not None:
        values = values[values["type_id"].isin(type_ids(tables, "type_id", type_id))]
    about = by_key(tables, "dogmaAttributes", "attribute_id", {"name": TEXT, "unit_id": "Int64"})
    about = take(about, values["attribute_id"])
    values.insert(2, "attribute", about["name"].astype("category"))
    values["unit_id"] = about["unit_id"]
    return values.astype({"type_id": "int64", "attribute_id": "int64"}).reset_index(drop=True)


def attribute(tables: Tables, name: str) -> pd.Series:
    """Return the value of a dogma attribute, by type; types without it have no row."""
    attributes = rows(tables, "dogmaAttributes", {"attribute_id": "Int64", "name": TEXT})
    ids = attributes.loc[attributes["name"] == name, "attribute_id"]
    values = dogma_values(tables, ids).drop_duplicates("type_id")
    return values.set_index("type_id")["value"]


def dogma_values(tables: Tables, attribute_ids: Iterable[int]) -> pd.DataFrame:
    """Return `type_id`, `attribute_id` and `value` of some attributes of all types."""
    columns = {"type_id": "Int64", "attribute_id": "Int64", "value": "float64"}
    values = rows(tables, "typeDogma_dogma_attributes", columns)
    values = values[values["attribute_id"].isin(list(attribute_ids))].dropna()
    return values.astype({"type_id": "int64", "attribute_id": "int64"})


def products(tables: Tables) -> pd.Series:
    """Return the type that a blueprint or reaction formula makes, by the blueprint's type."""
    columns = {"blueprint_type_id": "Int64", "activity": TEXT, "type_id": "Int64"}
    made = rows(tables, "blueprints_products", columns).dropna()
    made = made[made["activity"].isin(PRODUCING)].drop_duplicates("blueprint_type_id")
    return made.astype({"blueprint_type_id": "int64"}).set_index("blueprint_type_id")["type_id"]


def market_paths(tables: Tables, language: str = "en") -> pd.Series:
    """Return the path of each market group, by id: `Ships > Frigates > Standard Frigates`.

    A path begins at a group whose parent is missing from the build. In a damaged export, a group
    may be its own ancestor; paths that lead to it begin there.
    """
    parents = by_key(tables, "marketGroups", "market_group_id", {"parent_group_id": "Int64"})
    names = texts(tables, "marketGroups", "market_group_id", language)
    above: Any = parents["parent_group_id"].dropna().astype("int64").to_dict()
    by_id: Any = names.dropna().to_dict()
    found = paths(by_id, above)
    return pd.Series(text(list(found.values())), index=pd.Index(list(found), dtype="int64"))


def paths(names: Mapping[int, str], parents: Mapping[int, int]) -> dict[int, str]:
    """Return the names from the root to each group, joined by ` > `."""
    found: dict[int, str] = {}
    for group in names:
        line = [group]
        while (above := parents.get(line[-1], group)) in names and above not in line:
            line.append(above)
        found[group] = " > ".join(names[each] for each in reversed(line))
    return found
