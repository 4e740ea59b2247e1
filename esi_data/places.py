"""Find player structures that a character may see, and the places of assets."""

from __future__ import annotations

import esi._bravado  # noqa: F401 - first: it imports bravado fast and quietly

# isort: split
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from bravado.exception import HTTPError

from esi_data.caches import lookups
from esi_data.frames.arrays import TEXT, categorical
from esi_data.operation import is_list_like
from esi_data.pulls.cost import errors_to_spare
from esi_data.sde.derived.places import places
from esi_data.sde.sde import tables_at_hand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esi_data.protocols import EsiLike

OPERATION = "get_universe_structures_structure_id"
FIRST_STRUCTURE = 10**12
_REFUSED = {403: "no access", 404: "unknown to the API"}
_SYSTEM_IDS = range(30_000_000, 40_000_000)
_STATION_IDS = range(60_000_000, 70_000_000)
_ASSET_SAFETY = 2004
_BETWEEN = " / "
_NEEDED = ("item_id", "location_id", "location_flag", "type_id")


class Structure(NamedTuple):
    """Player structure as a character sees it; without a name, `refusal` says why."""

    name: str | None
    system_id: int | None = None
    refusal: str = ""


def structures_of(
    esi: EsiLike, ids: Iterable[int], character: Any = None, source: Any = None
) -> dict[int, Structure]:
    """Return the structures of a public list, and those that characters may see.

    `character` is None, a logged-in character, or a list of them; `source` is as in `listed`.
    Structures and refusals are cached for a day, separately for each character. A refusal is one of
    the hundred errors a minute that the API allows an address. Once half of them are used up,
    requests stop, and the next call requests the missing structures.

    Raises:
        LoginNeededError, MissingScopesError: the character has no login for it.
        HTTPError, ApiConnectionError, ApiTimeoutError: as `future.results`.
    """
    wanted = sorted({int(each) for each in ids if each >= FIRST_STRUCTURE})
    public = listed(source)
    found = {each: public[each] for each in wanted if each in public}
    characters = character if is_list_like(character) else [character]
    for who in characters if character is not None else []:
        left = [each for each in wanted if each not in found or not found[each].name]
        if not left:
            break
        found |= _seen_by(esi, left, who)
    return found


def listed(source: Any) -> dict[int, Structure]:
    """Return the structures of a public list in the form that `with_names` takes.

    Raises:
        TypeError: the list is neither a frame with `name` nor names by id.
    """
    if source is None:
        return {}
    if isinstance(source, pd.DataFrame) and "name" in source.columns:
        rows = source.set_index("structure_id") if "structure_id" in source.columns else source
        systems = rows.get("solar_system_id", pd.Series(pd.NA, index=rows.index))
        return {
            int(number): Structure(str(name), None if pd.isna(system) else int(system))
            for number, name, system in zip(rows.index.tolist(), rows["name"], systems, strict=True)
            if not pd.isna(name)
        }
    if isinstance(source, Mapping | pd.Series):
        return {int(number): Structure(str(name)) for number, name in dict(source).items()}
    raise TypeError(
        f"structures takes a DataFrame with a column `name`, or names by id; got "
        f"{type(source).__name__}"
    )


def _seen_by(esi: EsiLike, ids: Sequence[int], character: Any) -> dict[int, Structure]:
    """Return the structures that a character may see, and refusals for the others."""
    operation = esi.operation(OPERATION)
    needs = ("esi-universe.read_structures.v1",)
    character_id = esi.logins.character(character, needs).character_id
    kind = f"structure_of_{character_id}"
    found = {each: Structure(*fields) for each, (fields, _) in lookups.read(esi, kind, ids).items()}
    left = [each for each in ids if each not in found]

    def fetch(structure_id: int) -> Structure:
        try:
            row = operation(structure_id=structure_id, character=character_id).result()
        except HTTPError as exc:
            if exc.status_code not in _REFUSED:
                raise
            return Structure(None, None, _REFUSED[exc.status_code])
        return Structure(row["name"], row["solar_system_id"])

    while left:
        first = operation(structure_id=left[0], character=character_id)
        size = min(errors_to_spare(first), esi.config.concurrency)
        if size <= 0:
            break
        batch, left = left[:size], left[size:]
        new = dict(zip(batch, esi.engine.map(fetch, batch), strict=True))
        lookups.write(
            esi, kind, new, OPERATION
        )  # after each batch, so that an interrupt loses little
        found |= new
    return found


def locate(
    esi: EsiLike, assets: pd.DataFrame, character: Any = None, structures: Any = None
) -> pd.DataFrame:
    """Return a copy of assets with the place of each, however deeply it is nested.

    Adds these columns at the end, and name columns next to ids:

    - `root_location_id`: the station, structure or solar system that contains the outermost
      container; missing if containers contain each other;
    - `root_location_type`: `station`, `structure`, `solar_system` (in space), `asset_safety` or
      `other`;
    - `system_id`, `region_id`: missing in asset safety and in structures without access;
    - `path`: the containers and ships around the asset, from the outermost to the innermost, by
      their own names or those of their types; empty for assets that are in none.

    Args:
        esi: client to request places and names with.
        assets: frame of `get_characters_character_id_assets`, or of a corporation's.
        character: logged-in character, or a list, whose structures and item names are requested.
        structures: list of public structures, as in `with_names`.

    Raises:
        TypeError: `assets` is not a frame.
        ValueError: a column of assets is missing, or does not contain ids.
        LoginNeededError, MissingScopesError: the character has no login for it.
        HTTPError, ApiConnectionError, ApiTimeoutError: as `future.results`.
    """
    if not isinstance(assets, pd.DataFrame):
        raise TypeError(f"locate takes a DataFrame of assets; got {type(assets).__name__}")
    if lacking := [name for name in _NEEDED if name not in assets.columns]:
        raise ValueError(
            f"locate: the frame has no column {lacking[0]!r}; pass one of "
            "get_characters_character_id_assets, for example"
        )
    for name in ("item_id", "location_id"):
        if not pd.api.types.is_integer_dtype(assets[name].dtype) or assets[name].isna().any():
            raise ValueError(
                f"locate: the column {name!r} ({assets[name].dtype}) must have an id in each row; "
                'convert it with .astype("int64")'
            )
    result = esi.with_names(assets, character=character, structures=structures)
    items = result.drop_duplicates("item_id")
    parent = dict(zip(items["item_id"], items["location_id"], strict=True))
    chains = {each: _chain(each, parent) for each in set(parent.values()) if each in parent}
    safe = set(items.loc[items["location_flag"] == "AssetSafety", "item_id"])
    roots = {each: _root(each, chains.get(each, ()), parent, safe) for each in parent.values()}
    labels = _labels(items[items["item_id"].isin(chains)])
    paths = {each: _BETWEEN.join(labels[item] for item in chain) for each, chain in chains.items()}
    seen = structures_of(esi, filter(None, roots.values()), character, structures)
    systems = _systems(esi, set(roots.values())) | {
        each: one.system_id for each, one in seen.items() if one.system_id
    }
    regions = _regions(esi, set(systems.values()))

    root = [
        _ASSET_SAFETY if item in safe else roots[location]
        for item, location in zip(result["item_id"], result["location_id"], strict=True)
    ]
    system = [None if each is None else systems.get(each) for each in root]
    kinds = list(map(_kind, root))
    result["root_location_id"] = pd.array(root, dtype="Int64")
    result["root_location_type"] = pd.Categorical(kinds, dtype=categorical(sorted(set(kinds))))
    result["system_id"] = pd.array(system, dtype="Int64")
    result["region_id"] = pd.array([regions.get(each) for each in system], dtype="Int64")
    result["path"] = pd.array([paths.get(each, "") for each in result["location_id"]], dtype=TEXT)
    return esi.with_names(result, character=character, structures=structures)


def _chain(item: int, parent: Mapping[int, int]) -> tuple[int, ...]:
    """Return the containers around an item, the outermost first, and the item itself."""
    chain = [item]
    while (above := parent[chain[-1]]) in parent and above not in chain:
        chain.append(above)
    return tuple(reversed(chain))


def _root(
    location: int, chain: Sequence[int], parent: Mapping[int, int], safe: set[int]
) -> int | None:
    """Return the location of the outermost container; None if containers contain each other."""
    if not safe.isdisjoint(chain):
        return _ASSET_SAFETY
    root = parent[chain[0]] if chain else location
    return None if root in parent else root


def _labels(containers: pd.DataFrame) -> dict[int, str]:
    """Return a label for each container: its own name, its type's name, or its id."""
    labels = containers["item_id"].astype("object")
    for name in ("type_name", "item_name"):
        if name in containers.columns:
            labels = containers[name].astype("object").where(containers[name].notna(), labels)
    return dict(zip(containers["item_id"], labels.astype(str), strict=True))


def _kind(root: int | None) -> str:
    """Return the kind of a root location, by its id."""
    if root == _ASSET_SAFETY:
        return "asset_safety"
    if root in _STATION_IDS:
        return "station"
    if root in _SYSTEM_IDS:
        return "solar_system"
    return "structure" if root and root >= FIRST_STRUCTURE else "other"


def _systems(esi: EsiLike, roots: Iterable[int | None]) -> dict[int, int]:
    """Return the solar system of each station and system; static data is read first."""
    found = {each: each for each in roots if each is not None and each in _SYSTEM_IDS}
    stations = {each for each in roots if each is not None and each in _STATION_IDS}
    found |= _known(esi, stations, "system_id")
    if left := sorted(stations - found.keys()):
        rows = esi.pull("get_universe_stations_station_id", station_id=left, on_error="skip")
        found |= dict(zip(rows["station_id"], rows["system_id"], strict=True))
    return found


def _regions(esi: EsiLike, systems: set[int]) -> dict[int | None, int]:
    """Return the region of each solar system; static data is read first."""
    found: dict[int | None, int] = dict(_known(esi, systems, "region_id").items())
    if left := sorted(systems - found.keys()):
        rows = esi.pull("get_universe_systems_system_id", system_id=left, on_error="skip")
        ids = sorted(rows["constellation_id"].unique())
        if not ids:  # all of them are unknown
            return found
        above = esi.pull("get_universe_constellations_constellation_id", constellation_id=ids)
        regions = rows["constellation_id"].map(above.set_index("constellation_id")["region_id"])
        found |= dict(zip(rows["system_id"], regions, strict=True))
    return found


def _known(esi: EsiLike, ids: set[int], area: str) -> dict[int, int]:
    """Return the system or region of places that a build on this machine has."""
    tables = tables_at_hand(esi) if ids else None
    if tables is None:
        return {}
    rows = places(tables, ids).dropna(subset=[area])
    return {
        int(number): int(of) for number, of in zip(rows["location_id"], rows[area], strict=True)
    }
