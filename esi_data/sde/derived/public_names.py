"""Look up names by id, like `POST /universe/names`: types, places, factions, NPC corporations."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from esi_data.sde.derived.columns import texts
from esi_data.sde.derived.places import KINDS, names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esi_data.sde.tables import Tables

# Categories of the API: table, key and documented range of ids.
_OWNERS = {
    "faction": ("factions", "faction_id", range(500_000, 600_000)),
    "corporation": ("npcCorporations", "corporation_id", range(1_000_000, 2_000_000)),
    "character": ("npcCharacters", "character_id", range(3_000_000, 4_000_000)),
}
_PLACES = ("region", "constellation", "solar_system", "station")


def public_names(
    tables: Tables, ids: Iterable[int], language: str = "en"
) -> dict[int, tuple[str, str]]:
    """Return the name and the API's category of each id in the build.

    Ids outside all ranges count as types.
    """
    left = pd.Index(sorted(set(ids)), dtype="int64")
    found: dict[int, tuple[str, str]] = {}
    sources = {
        **{kind: (KINDS[kind].ids, partial(names, tables, kind)) for kind in _PLACES},
        **{kind: (of, partial(_named, tables, table, key))
           for kind, (table, key, of) in _OWNERS.items()},
        "inventory_type": (range(1, 2**31), partial(_named, tables, "types", "type_id")),
    }  # fmt: skip
    for category, (of, lookup) in sources.items():
        inside = (left >= of.start) & (left < of.stop)
        if inside.any():
            named = lookup(left[inside], language).dropna()
            found |= {
                number: (name, category) for number, name in zip(named.index, named, strict=True)
            }
        left = left[~inside]
    return found


def _named(tables: Tables, table: str, key: str, ids: pd.Index, language: str) -> pd.Series:
    return texts(tables, table, key, language).reindex(ids)
