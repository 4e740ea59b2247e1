"""Return routes, jumps and jump ranges on the map of one build, as frames.

Preference, penalty and avoided systems have the same meaning as in the API's `POST /route`.
"""

from __future__ import annotations

from functools import cached_property
from numbers import Real
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

import pandas as pd

from esi.core.config import LANGUAGES
from esi.core.error_text import brief, unknown
from esi.errors import ParameterError
from esi_data.errors import NoRouteError, StaticDataError
from esi_data.frames.arrays import TEXT
from esi_data.operation import is_list_like
from esi_data.sde.derived import security
from esi_data.sde.derived.columns import by_key, rows
from esi_data.sde.graph import (
    PREFERENCES,
    UNREACHABLE,
    Neighbours,
    Prefer,
    cheapest_path,
    entry_costs,
    jumps_from,
    linked,
    with_connections,
)
from esi_data.sde.jump_range import light_years as distances
from esi_data.sde.jump_range import open_to_jump_drives
from esi_data.sde.system_names import SystemNames

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esi_data.sde.tables import Tables

    System = str | int
    Systems = System | Iterable[System]
    Pairs = Iterable[Sequence[System]] | pd.DataFrame

Layout = Literal["long", "wide"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
PENALTY = 50  # as in the game's own settings
_POSITION = ["position.x", "position.y", "position.z"]


class _Network(NamedTuple):
    """Graph for one query."""

    neighbours: Neighbours
    costs: list[float]
    avoid: frozenset[int]


class StarMap:
    """Systems, stargates and regions of one build.

    Args:
        systems: table `mapSolarSystems`, with names in all languages.
        stargates: table `mapStargates`.
        regions: table `mapRegions`, with English names.
    """

    def __init__(
        self, systems: pd.DataFrame, stargates: pd.DataFrame, regions: pd.DataFrame
    ) -> None:
        systems = systems.sort_values("system_id", ignore_index=True)
        names = {
            code: systems[f"name_{code}"].tolist()
            for code in LANGUAGES
            if f"name_{code}" in systems
        }
        self._names = SystemNames(systems["system_id"].tolist(), names)
        self._security = systems["security_status"].to_numpy(float, na_value=0.0)
        self._positions = systems[_POSITION].to_numpy(float, na_value=float("nan"))
        self._neighbours = _neighbours(systems["system_id"], stargates)
        region_names = regions.set_index("region_id")["name_en"]
        self._described = pd.DataFrame(
            {
                "system_id": systems["system_id"].astype("int64"),
                "system_name": systems["name_en"],
                "security": security.shown(systems["security_status"]),
                "region_id": systems["region_id"],
                "region_name": systems["region_id"].map(region_names),
            }
        )

    @classmethod
    def of(cls, tables: Tables) -> StarMap:
        """Load the map of a build; positions and names that it lacks are missing.

        Raises:
            StaticDataError: the build has no systems.
        """
        names = dict.fromkeys((f"name_{code}" for code in LANGUAGES), TEXT)
        places = dict.fromkeys(("security_status", *_POSITION), "float64")
        of_systems = {"region_id": "Int64", **names, **places}
        systems = by_key(tables, "mapSolarSystems", "system_id", of_systems)
        if systems.empty:
            raise StaticDataError(
                f"build {tables.build} has no systems: its export lacks mapSolarSystems, or that "
                "file is empty. Use a complete export."
            )
        gates = {"system_id": "Int64", "destination.system_id": "Int64"}
        return cls(
            systems.reset_index(),
            rows(tables, "mapStargates", gates),
            by_key(tables, "mapRegions", "region_id", {"name_en": TEXT}).reset_index(),
        )

    def route(
        self,
        origin: System,
        destination: System,
        *,
        prefer: Prefer = "shorter",
        penalty: float = PENALTY,
        avoid: Systems | None = None,
        connections: Pairs | None = None,
        one_way: Pairs | None = None,
    ) -> pd.DataFrame:
        """Return the systems of a route, a row for each: see `StaticData.route`."""
        start, end = self._names.row(origin, "origin"), self._names.row(destination, "destination")
        network = self._network(prefer, penalty, avoid, connections, one_way)
        path = cheapest_path(network.neighbours, network.costs, start, end, network.avoid)
        if path is None:
            raise self._no_route(start, end, network)
        found = self._described.iloc[path].reset_index(drop=True)
        found.insert(0, "jump", range(len(path)))
        return found

    def jumps(
        self,
        origins: Systems,
        destinations: Systems | None = None,
        *,
        layout: Layout = "long",
        prefer: Prefer = "shorter",
        penalty: float = PENALTY,
        avoid: Systems | None = None,
        connections: Pairs | None = None,
        one_way: Pairs | None = None,
    ) -> pd.DataFrame:
        """Return the number of jumps between systems: see `StaticData.jumps`."""
        if layout not in LAYOUTS:
            raise ParameterError(unknown("layout", layout, LAYOUTS), parameter="layout")
        starts = self._names.rows(_listed(origins), "origins")
        ends: Sequence[int] = range(len(self._described))
        if destinations is not None:
            ends = self._names.rows(_listed(destinations), "destinations")
        network = self._network(prefer, penalty, avoid, connections, one_way)
        tables = [self._jumps_from(start, ends, network) for start in starts]
        found = pd.concat(tables, ignore_index=True) if tables else self._jumps_from(0, [], network)
        if layout == "long":
            return found
        ids = self._described["system_id"]
        return pd.DataFrame(
            found["jumps"].to_numpy().reshape(len(starts), len(ends)),
            pd.Index(ids.iloc[starts], name="origin_system_id"),
            pd.Index(ids.iloc[list(ends)], name="system_id"),
            dtype="Int64",
        )

    def _jumps_from(self, start: int, ends: Sequence[int], network: _Network) -> pd.DataFrame:
        jumps = jumps_from(network.neighbours, network.costs, start, network.avoid)
        counts = [jumps[end] for end in ends]
        origin, systems = self._described.iloc[start], self._described.iloc[list(ends)]
        return pd.DataFrame(
            {
                "origin_system_id": origin["system_id"],
                "origin_system_name": origin["system_name"],
                "system_id": systems["system_id"],
                "system_name": systems["system_name"],
                "jumps": pd.array(
                    [None if count == UNREACHABLE else count for count in counts], "Int64"
                ),
            }
        ).reset_index(drop=True)

    def in_range(
        self, system: System, light_years: float, *, jump_drive: bool = True
    ) -> pd.DataFrame:
        """Return the systems within a distance, nearest first: see `StaticData.in_range`."""
        _check_number("light_years", light_years, 0, float("inf"))
        row = self._names.row(system, "system")
        away = distances(self._positions, self._positions[row])
        near = away <= light_years
        near[row] = False
        if jump_drive:
            near &= self._open_to_jump_drives
        found = self._described[near]
        found.insert(2, "light_years", away[near])
        return found.sort_values(["light_years", "system_id"], ignore_index=True)

    @cached_property
    def _open_to_jump_drives(self) -> Any:
        return open_to_jump_drives(
            self._described["system_id"], self._described["region_id"].fillna(0), self._security
        )

    def _network(
        self,
        prefer: Prefer,
        penalty: float,
        avoid: Systems | None,
        connections: Pairs | None,
        one_way: Pairs | None,
    ) -> _Network:
        if prefer not in PREFERENCES:
            raise ParameterError(unknown("prefer", prefer, PREFERENCES), parameter="prefer")
        _check_number("penalty", penalty, 0, 100)
        both = self._pairs(connections, "connections")
        pairs = [*both, *((end, start) for start, end in both), *self._pairs(one_way, "one_way")]
        return _Network(
            with_connections(self._neighbours, pairs),
            entry_costs(self._security, prefer, penalty),
            frozenset(self._names.rows(() if avoid is None else _listed(avoid), "avoid")),
        )

    def _pairs(self, pairs: Pairs | None, parameter: str) -> list[tuple[int, int]]:
        given = pairs.itertuples(index=False) if isinstance(pairs, pd.DataFrame) else pairs
        found = []
        for pair in () if given is None else _listed(given):
            ends = list(pair) if is_list_like(pair) else []
            if len(ends) != 2:
                raise ParameterError(
                    f"{parameter} has {brief(pair)}, which is not a pair of systems: pass a list "
                    f'such as [("Jita", "Amarr")].',
                    parameter=parameter,
                )
            found.append((self._names.row(ends[0], parameter), self._names.row(ends[1], parameter)))
        return found

    def _no_route(self, start: int, end: int, network: _Network) -> NoRouteError:
        names, ids = self._described["system_name"], self._described["system_id"]
        text = f"There is no route from {names[start]} to {names[end]}"
        closed = [row for row in (start, end) if not network.neighbours[row]]
        if closed:
            text += f": {names[closed[0]]} has no stargates. Pass its wormholes as connections=."
        elif network.avoid:
            text += " around the systems in avoid=."
        else:
            text += ": no stargates connect them. Pass wormholes as connections=."
        return NoRouteError(text, origin=int(ids[start]), destination=int(ids[end]))


def _neighbours(system_ids: pd.Series[int], stargates: pd.DataFrame) -> Neighbours:
    """Return the neighbours of each system; gates to unknown systems are left out."""
    index = pd.Index(system_ids)
    ends = stargates[["system_id", "destination.system_id"]].dropna()
    starts, others = (index.get_indexer(pd.Index(ends[column])) for column in ends)
    known = (starts >= 0) & (others >= 0)
    return linked(len(index), zip(starts[known].tolist(), others[known].tolist(), strict=True))


def _listed(systems: Any) -> Any:
    return systems if is_list_like(systems) else [systems]


def _check_number(name: str, value: Any, least: float, most: float) -> None:
    """Check the range of a number.

    Raises:
        ParameterError: it is not a number, or out of range.
    """
    if isinstance(value, Real) and not isinstance(value, bool) and least <= float(value) <= most:
        return
    limits = f"from {least} to {most}" if most < float("inf") else f"of at least {least}"
    raise ParameterError(f"{name}={brief(value)} is not a number {limits}.", parameter=name)
