"""Look up ids by name in any language: the inverse of `public_names`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi_data.sde.derived import places
from esi_data.sde.derived.columns import by_key, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

    from esi_data.sde.tables import Tables

# Categories of `POST /universe/names`: table and key.
TABLES = {
    "inventory_type": ("types", "type_id"),
    "region": ("mapRegions", "region_id"),
    "constellation": ("mapConstellations", "constellation_id"),
    "solar_system": ("mapSolarSystems", "system_id"),
    "faction": ("factions", "faction_id"),
    "corporation": ("npcCorporations", "corporation_id"),
    "station": ("npcStations", "station_id"),
}
_IN_STATION_NAMES = " - "  # separates the orbited celestial from the owner


def public_ids(
    tables: Tables, names: Iterable[str], categories: Iterable[str] | None = None
) -> dict[str, list[tuple[str, int]]]:
    """Return the category and the id of everything that has one of the names, by name.

    Case does not matter. Unpublished types count only if no published type has the same name.
    """
    wanted = {name.casefold(): name for name in names}
    found: dict[str, dict[tuple[str, int], None]] = {}
    for category in TABLES if categories is None else [c for c in TABLES if c in set(categories)]:
        for language in _languages(tables, category):
            possible = list(wanted)
            if category == "station":  # derived, which is slow: only while one is unknown
                possible = [n for n in wanted if _IN_STATION_NAMES in n and wanted[n] not in found]
            if not possible:
                break
            named = _names(tables, category, language).dropna().str.casefold()
            for number, name in named[named.isin(possible)].items():
                found.setdefault(wanted[name], {})[category, int(str(number))] = None
    return {name: _published(tables, list(of)) for name, of in found.items()}


def known_names(tables: Tables, category: str) -> Iterator[str]:
    """Yield the English names of a category, to suggest one."""
    if category in TABLES:
        yield from _names(tables, category, "en").dropna()


def _languages(tables: Tables, category: str) -> list[str]:
    """Return the languages of a category's names, English first.

    Names of stations are derived from those of other tables.
    """
    table = "npcCorporations" if category == "station" else TABLES[category][0]
    return sorted(tables.languages(table), key=lambda code: code != "en") or ["en"]


def _names(tables: Tables, category: str, language: str) -> pd.Series:
    """Return the names of a category by id."""
    table, key = TABLES[category]
    if category == "station":
        return places.names(tables, category, by_key(tables, table, key, {}).index, language)
    return texts(tables, table, key, language)


def _published(tables: Tables, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Remove unpublished types that share their name with published ones."""
    types = [number for category, number in found if category == "inventory_type"]
    if len(types) < 2:
        return found
    published = by_key(tables, "types", "type_id", {"published": "boolean"})["published"]
    published = published[published.index.isin(types)].fillna(False)
    kept = published.index[published] if published.any() else types
    return [each for each in found if each[0] != "inventory_type" or each[1] in kept]
