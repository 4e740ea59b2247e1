"""Look up places: names, and the system, constellation and region of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from esi_data.frames.arrays import categorical
from esi_data.sde.derived import celestial_names, security
from esi_data.sde.derived.columns import by_key, no_text, take, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esi_data.sde.tables import Tables


class Kind(NamedTuple):
    """Kind of place: its table, the table's key, and the range of its ids."""

    table: str
    key: str
    ids: range


# Ranges from the API's documentation, so that tables without matching ids are not read. The range
# of stars is wider here, since there are few.
_CELESTIALS = range(40_000_000, 50_000_000)
KINDS = {
    "region": Kind("mapRegions", "region_id", range(10_000_000, 20_000_000)),
    "constellation": Kind("mapConstellations", "constellation_id", range(20_000_000, 30_000_000)),
    "solar_system": Kind("mapSolarSystems", "system_id", range(30_000_000, 40_000_000)),
    "star": Kind("mapStars", "star_id", range(30_000_000, 50_000_000)),
    "planet": Kind("mapPlanets", "planet_id", _CELESTIALS),
    "moon": Kind("mapMoons", "moon_id", _CELESTIALS),
    "asteroid_belt": Kind("mapAsteroidBelts", "asteroid_belt_id", _CELESTIALS),
    "secondary_sun": Kind("mapSecondarySuns", "secondary_sun_id", _CELESTIALS),
    "stargate": Kind("mapStargates", "stargate_id", range(50_000_000, 60_000_000)),
    "station": Kind("npcStations", "station_id", range(60_000_000, 70_000_000)),
}
CATEGORIES = categorical(list(KINDS))
_AREAS = ("system_id", "constellation_id", "region_id")


def places(
    tables: Tables, ids: Iterable[int] | None = None, languages: Sequence[str] = ("en",)
) -> pd.DataFrame:
    """Return places with their names and the system, constellation and region that they lie in.

    Args:
        tables: tables of a build.
        ids: ids of regions, constellations, systems, stars, planets, moons, asteroid belts,
            secondary suns, stargates and NPC stations; None for all that the build has.
        languages: codes; each has a column of names. Parts of a name without a translation are in
            English. If a part is unknown, the name is missing.

    Returns:
        One row for each place that the build has, in the order of `location_id`: `category` (as in
        `POST /universe/names`), `name_en` and so on, `system_id`, `constellation_id`, `region_id`,
        `security_status`, `security` (as the game shows it), `security_class` (`highsec`, `lowsec`
        or `nullsec`) and `wormhole_class_id`.
    """
    wanted = None if ids is None else pd.Index(sorted(set(ids)), dtype="int64")
    found = [_of_kind(tables, kind, wanted) for kind in KINDS]
    frame = pd.concat([each for each in found if not each.empty] or found[:1])
    frame = frame[~frame.index.duplicated()].sort_index()
    around = systems(tables)
    inside = take(around, frame["system_id"])
    for area in ("constellation_id", "region_id"):
        frame[area] = frame[area].fillna(inside[area])
    frame["region_id"] = frame["region_id"].fillna(
        take(_constellations(tables)["region_id"], frame["constellation_id"])
    )
    for fact in ("security_status", "security", "security_class", "wormhole_class_id"):
        frame[fact] = inside[fact]
    for position, language in enumerate(languages, start=1):
        frame.insert(position, f"name_{language}", names_of(tables, frame["category"], language))
    return frame.reset_index()


def systems(tables: Tables) -> pd.DataFrame:
    """Return all systems by id: constellation, region, security and wormhole class.

    The wormhole class is the system's own, else its constellation's, else its region's.
    """
    found = by_key(
        tables,
        "mapSolarSystems",
        "system_id",
        {
            "constellation_id": "Int64",
            "region_id": "Int64",
            "security_status": "float64",
            "wormhole_class_id": "Int64",
        },
    )
    constellation = take(_constellations(tables), found["constellation_id"])
    found["region_id"] = found["region_id"].fillna(constellation["region_id"])
    regions = by_key(tables, "mapRegions", "region_id", {"wormhole_class_id": "Int64"})
    for outer in (constellation, take(regions, found["region_id"])):
        found["wormhole_class_id"] = found["wormhole_class_id"].fillna(outer["wormhole_class_id"])
    found.insert(3, "security", security.shown(found["security_status"]))
    found.insert(4, "security_class", security.class_of(found["security_status"]))
    return found


def names_of(tables: Tables, categories: pd.Series, language: str) -> pd.Series:
    """Return the names of places by id, from the category of each by id."""
    found = [
        names(tables, str(kind), members.index, language)
        for kind, members in categories.groupby(categories, observed=True)
    ]
    named: pd.Series = pd.concat([no_text(categories.index[:0]), *found])
    return named.reindex(categories.index)


def names(tables: Tables, kind: str, ids: pd.Index, language: str) -> pd.Series:
    """Return the names of places of one kind by id: the record's own, or else a derived one."""
    table, key, _ = KINDS[kind]
    own = texts(tables, table, key, language, fields=("unique_name", "name")).reindex(ids)
    if not own.isna().any():
        return own
    unnamed = own.index[own.isna()]
    return own.fillna(_derived(tables, kind, unnamed, language))


def _derived(tables: Tables, kind: str, ids: pd.Index, language: str) -> pd.Series:
    """Return names derived by the rules of `celestial_names`."""

    def facts(**dtypes: str) -> pd.DataFrame:
        table, key, _ = KINDS[kind]
        return by_key(tables, table, key, dtypes).reindex(ids)

    def names_of(kind: str, keys: pd.Series) -> pd.Series:
        return take(names(tables, kind, _unique(keys), language), keys)

    match kind:
        case "star":
            return names_of("solar_system", facts(system_id="Int64")["system_id"])
        case "planet":
            own = facts(system_id="Int64", celestial_index="Int64")
            system = names_of("solar_system", own["system_id"])
            return celestial_names.planets(system, own["celestial_index"])
        case "moon" | "asteroid_belt":
            own = facts(orbit_id="Int64", orbit_index="Int64")
            planet = names_of("planet", own["orbit_id"])
            return celestial_names.satellites(planet, own["orbit_index"], kind, language)
        case "stargate":
            destination = facts(**{"destination.system_id": "Int64"})["destination.system_id"]
            return celestial_names.stargates(names_of("solar_system", destination), language)
        case "station":
            own = facts(
                orbit_id="Int64", owner_id="Int64", operation_id="Int64",
                use_operation_name="boolean",
            )  # fmt: skip
            owner = texts(tables, "npcCorporations", "corporation_id", language)
            operation = texts(tables, "stationOperations", "operation_id", language,
                              fields=("operation_name",))  # fmt: skip
            return celestial_names.stations(
                _orbits(tables, own["orbit_id"], language),
                take(owner, own["owner_id"]),
                take(operation, own["operation_id"]),
                own["use_operation_name"].fillna(value=False).astype(bool),
            )
    return no_text(ids)


def _orbits(tables: Tables, orbits: pd.Series, language: str) -> pd.Series:
    """Return the names of the celestials that stations orbit, of any kind."""
    found = no_text(orbits.index)
    for kind in ("moon", "planet", "asteroid_belt", "star", "secondary_sun"):
        left = orbits[found.isna()]
        if left.notna().any():
            named = names(tables, kind, _unique(left), language)
            found = found.fillna(take(named, orbits))
    return found


def _of_kind(tables: Tables, kind: str, wanted: pd.Index | None) -> pd.DataFrame:
    """Return the requested places of a kind, with the areas in their records."""
    table, key, ids = KINDS[kind]
    if wanted is not None:
        wanted = wanted[(wanted >= ids.start) & (wanted < ids.stop)]
    if wanted is not None and wanted.empty:
        found = pd.DataFrame(index=wanted)
    else:
        others = [area for area in _AREAS if area != key]
        found = by_key(tables, table, key, dict.fromkeys(others, "Int64"))
        found = found if wanted is None else found[found.index.isin(wanted)]
    if key in _AREAS:
        found = found.assign(**{key: found.index})
    found = found.reindex(columns=list(_AREAS)).astype("Int64")
    found.insert(0, "category", pd.Series(kind, index=found.index, dtype=CATEGORIES))
    return found.rename_axis("location_id")


def _constellations(tables: Tables) -> pd.DataFrame:
    columns = {"region_id": "Int64", "wormhole_class_id": "Int64"}
    return by_key(tables, "mapConstellations", "constellation_id", columns)


def _unique(keys: pd.Series) -> pd.Index:
    found: pd.Index = pd.Index(keys.dropna().unique(), dtype="int64")
    return found
