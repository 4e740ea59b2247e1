"""`esi.sde`: the game's static data as typed frames."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlsplit

import pandas as pd

from esi.core import fork
from esi.core.config import LANGUAGES
from esi.core.config_rules import is_loopback
from esi.core.entry_point import entry_point
from esi_data.errors import StaticDataError
from esi_data.sde.builds.download import Site
from esi_data.sde.builds.source import BuildSource
from esi_data.sde.builds.store import BuildStore
from esi_data.sde.derived import industry, item_types
from esi_data.sde.derived.columns import checked_languages
from esi_data.sde.derived.named_ids import place_ids
from esi_data.sde.derived.places import places as places_of
from esi_data.sde.derived.skills import required_skills
from esi_data.sde.derived.type_lists import members
from esi_data.sde.star_map import PENALTY, StarMap
from esi_data.sde.tables import Tables, language_codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from esi.core.config import Config
    from esi_data.progress import Progress
    from esi_data.protocols import EsiLike
    from esi_data.sde.derived.industry import PerType
    from esi_data.sde.derived.named_ids import NamesOrIds
    from esi_data.sde.graph import Prefer
    from esi_data.sde.star_map import Layout, Pairs, System, Systems

logger = logging.getLogger("esi_data")

_SERVER = "tranquility"  # the server that the export describes
URL = "https://developers.eveonline.com/static-data"


class StaticData:
    """Static data of the game: item types, blueprints, the map, and all other tables of a build.

    `esi.sde.types()`, `esi.sde["mapStargates"]`, `esi.sde.tables()`. The first use downloads the
    latest build, about 100 MB, and converts it. Later uses read that build; all programs of a user
    together check for a new one once a day at most. An object keeps the build that it started with
    until `update`.

    If there is no build yet, every method that reads a table may raise:

    Raises:
        ApiConnectionError: the site cannot be reached.
        OfflineError: the client is offline.
        StaticDataError: the export is damaged, or cannot be stored.
    """

    def __init__(self, source: BuildSource, languages: Sequence[str] | None = None) -> None:
        self._source = source
        self._languages = languages
        self._tables: Tables | None = None
        self._map: tuple[Tables, StarMap] | None = None
        self._lock = fork.Lock()

    @property
    def build(self) -> int:
        """Number of the build in use."""
        return self.open().build

    def open(self) -> Tables:
        """Return the tables of the build; install it first if necessary."""
        with self._lock:
            if self._tables is None:
                self._tables = Tables(self._source.current())
            return self._tables

    def here(self) -> Tables | None:
        """Return the tables of a build on this machine; None if there is none."""
        with self._lock:
            if self._tables is not None:
                return self._tables
            folder = self._source.here()
            return Tables(folder) if folder else None

    @entry_point
    def tables(self) -> pd.DataFrame:
        """Return all tables, a row for each.

        Columns: `table`, `rows`, `columns`, `keys` and `refers_to` (a dict of columns to the tables
        whose keys they contain).
        """
        return self.open().describe()

    @entry_point
    def table(
        self,
        name: str,
        *,
        columns: Sequence[str] | None = None,
        languages: Sequence[str] | None = None,
    ) -> pd.DataFrame:
        """Return a table.

        Args:
            name: such as `mapStargates`; `tables` lists them.
            columns: the columns to return, in this order; `name` stands for those of all languages.
            languages: codes of the languages of names and descriptions; those of `Esi` by default.

        Raises:
            ParameterError: there is no such table, column or language.
        """
        tables = self.open()
        if languages is None and self._languages:
            languages = [code for code in tables.languages(name) if code in self._languages] or None
        return tables.read(name, columns, languages)

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.table(name)

    def __iter__(self) -> Iterator[str]:
        """Return the names of all tables."""
        return iter(self.open().names())

    def _ipython_key_completions_(self) -> list[str]:
        """Return the completions of `esi.sde["` without downloading a build."""
        tables = self.here()
        return tables.names() if tables else []

    def types(self, **how: Sequence[str] | None) -> pd.DataFrame:
        """Return all item types, a row for each; takes the arguments of `table`."""
        return self.table("types", **how)

    def groups(self, **how: Sequence[str] | None) -> pd.DataFrame:
        """Return the groups of item types; takes the arguments of `table`."""
        return self.table("groups", **how)

    def categories(self, **how: Sequence[str] | None) -> pd.DataFrame:
        """Return the categories of groups; takes the arguments of `table`."""
        return self.table("categories", **how)

    def market_groups(self, **how: Sequence[str] | None) -> pd.DataFrame:
        """Return the groups of the market; takes the arguments of `table`."""
        return self.table("marketGroups", **how)

    def systems(self, **how: Sequence[str] | None) -> pd.DataFrame:
        """Return the solar systems; takes the arguments of `table`."""
        return self.table("mapSolarSystems", **how)

    def constellations(self, **how: Sequence[str] | None) -> pd.DataFrame:
        """Return the constellations; takes the arguments of `table`."""
        return self.table("mapConstellations", **how)

    def regions(self, **how: Sequence[str] | None) -> pd.DataFrame:
        """Return the regions; takes the arguments of `table`."""
        return self.table("mapRegions", **how)

    # What follows from the tables

    @entry_point
    def places(
        self, ids: NamesOrIds | None = None, *, languages: str | Sequence[str] | None = None
    ) -> pd.DataFrame:
        """Return regions, systems, planets, moons, stations and other places, a row for each.

        Columns include names, system, constellation, region, and security as the game shows it; see
        `esi_data.sde.derived.places.places` for all.

        Args:
            ids: ids of places of any kind, or names of regions, constellations and systems; all
                places of the build by default.
            languages: codes of the languages of names, English by default.

        Raises:
            ParameterError: a name is unknown or ambiguous, or the build does not have that
                language.
        """
        tables = self.open()
        codes = checked_languages(tables, languages)
        wanted = None if ids is None else place_ids(tables, "ids", ids)
        return places_of(tables, wanted, codes or self._languages or ["en"])

    @entry_point
    def market_paths(self, *, languages: str | Sequence[str] | None = None) -> pd.DataFrame:
        """Return the paths of market groups, such as `Ships > Frigates > Standard Frigates`.

        Columns: `market_group_id` and `market_path_en`, or one for each of `languages`.

        Raises:
            ParameterError: the build does not have that language.
        """
        tables = self.open()
        codes = checked_languages(tables, languages) or self._languages or ["en"]
        paths = {f"market_path_{code}": item_types.market_paths(tables, code) for code in codes}
        return pd.DataFrame(paths).rename_axis("market_group_id").reset_index()

    @entry_point
    def type_list_members(self, type_lists: int | Iterable[int] | None = None) -> pd.DataFrame:
        """Return the types of type lists: a row for each `type_list_id` and `type_id`.

        Args:
            type_lists: an id or several; all lists by default. Unknown ones have no rows.
        """
        return members(self.open(), type_lists)

    @entry_point
    def dogma(self, type_id: NamesOrIds | None = None) -> pd.DataFrame:
        """Return the attributes of types, a row for each.

        Columns: `type_id`, `attribute_id`, `attribute` (its name in the game's code), `value` and
        `unit_id`.

        Args:
            type_id: id or name of a type, or several; all types by default. A type without dogma
                has no rows.

        Raises:
            ParameterError: a type is unknown, or its name ambiguous.
        """
        return item_types.dogma(self.open(), type_id)

    @entry_point
    def skills_for(self, type_id: NamesOrIds, *, prerequisites: bool = True) -> pd.DataFrame:
        """Return the skills that types require: `esi_data.sde.derived.skills.required_skills`.

        Args:
            type_id: id or name of a type, or several. A type that requires no skills has no rows.
            prerequisites: False for direct requirements only.

        Raises:
            ParameterError: a type is unknown, or its name ambiguous.
        """
        return required_skills(self.open(), type_id, prerequisites=prerequisites)

    @entry_point
    def blueprints(self) -> pd.DataFrame:
        """Return blueprints and reaction formulas, a row for each activity and product.

        See `esi_data.sde.derived.industry.blueprints` for the columns.
        """
        return industry.blueprints(self.open())

    @entry_point
    def materials(
        self,
        type_id: NamesOrIds | None = None,
        *,
        runs: PerType = 1,
        material_efficiency: PerType = 0,
        modifier: PerType = 1.0,
        activity: str | None = None,
    ) -> pd.DataFrame:
        """Return the materials of jobs, a row for each.

        `esi.sde.materials("Rifter", runs=10, material_efficiency=10)`. See
        `esi_data.sde.derived.industry.materials` for the arguments, columns and errors.
        """
        return industry.materials(
            self.open(),
            type_id,
            runs=runs,
            material_efficiency=material_efficiency,
            modifier=modifier,
            activity=activity,
        )

    @entry_point
    def reprocessing(
        self, type_ids: NamesOrIds, *, units: PerType = None, efficiency: PerType = 1.0
    ) -> pd.DataFrame:
        """Return the materials that items reprocess to, a row for each material.

        `esi.sde.reprocessing("Veldspar", units=1000, efficiency=0.906)`. See
        `esi_data.sde.derived.industry.reprocessing` for the arguments, columns and errors.
        """
        return industry.reprocessing(self.open(), type_ids, units=units, efficiency=efficiency)

    # The map

    @entry_point
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
        """Return the systems of the best route between two systems, a row for each.

        `esi.sde.route("Jita", "Amarr", prefer="safer")`. The rules are those of the API's own
        routes. Columns: `jump` (0 is the origin), `system_id`, `system_name` (English), `security`
        (as shown in the game), `region_id` and `region_name`.

        Args:
            origin: id or name (in any language) of the system to start from.
            destination: id or name of the system to reach; the origin itself is 0 jumps away.
            prefer: `shorter`, `safer` (high security) or `less_secure` (low security).
            penalty: strength of the preference, 0 to 100; without effect on `shorter`.
            avoid: systems that the route avoids; it may still start or end there.
            connections: wormholes or jump bridges that lead both ways: pairs of systems.
            one_way: pairs (from, to) that lead in this direction only.

        Raises:
            NoRouteError: there is no route; the message gives the reason.
            ParameterError: a system is unknown, or several have its name; or an argument has a
                value that is not allowed.
        """
        return self._star_map().route(
            origin,
            destination,
            prefer=prefer,
            penalty=penalty,
            avoid=avoid,
            connections=connections,
            one_way=one_way,
        )

    @entry_point
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
        """Return the jumps from some systems to others, or to all systems.

        `esi.sde.jumps("Jita")` can be merged with any frame on `system_id`. Columns:
        `origin_system_id`, `origin_system_name`, `system_id`, `system_name` and `jumps`, which is
        NA if there is no route. With `layout="wide"` it is a matrix by ids, with a row for each
        origin and a column for each destination, as `order_book` takes it.

        Args:
            origins: id or name of a system, or a list.
            destinations: the same; all systems by default.
            layout: `long` or `wide`.
            prefer: as in `route`; the jumps are those of the route that it returns.
            penalty: as in `route`.
            avoid: as in `route`.
            connections: as in `route`.
            one_way: as in `route`.

        Raises:
            ParameterError: see `route`.
        """
        return self._star_map().jumps(
            origins,
            destinations,
            layout=layout,
            prefer=prefer,
            penalty=penalty,
            avoid=avoid,
            connections=connections,
            one_way=one_way,
        )

    @entry_point
    def in_range(
        self, system: System, light_years: float, *, jump_drive: bool = True
    ) -> pd.DataFrame:
        """Return the systems within a straight distance of a system, the nearest first.

        `esi.sde.in_range("Amamake", light_years=6)`. Columns: `system_id`, `system_name`,
        `light_years`, `security`, `region_id` and `region_name`. A light year is 9.46e15 m here, as
        in the game.

        Args:
            system: id or name of the system; it is not among the rows.
            light_years: the greatest distance.
            jump_drive: False also lists systems that no jump drive can enter: high security,
                Pochven, the Jove regions, wormholes.

        Raises:
            ParameterError: the system is unknown, or the distance is invalid.
        """
        return self._star_map().in_range(system, light_years, jump_drive=jump_drive)

    def _star_map(self) -> StarMap:
        """Return the map of the build in use, which is loaded once."""
        tables = self.open()
        with self._lock:
            if self._map is None or self._map[0] is not tables:
                self._map = tables, StarMap.of(tables)
            return self._map[1]

    # Builds

    @entry_point
    def builds(self) -> list[int]:
        """Return the numbers of the builds on this machine, the newest last.

        Builds of given exports (`Esi(sde=...)`) are included; an export without a number has 0.
        """
        return sorted({*self._source.store.numbers().values()})

    @entry_point
    def latest_build(self) -> int:
        """Return the number of the latest build at the site; nothing is downloaded.

        Raises:
            ApiConnectionError: the site cannot be reached.
            OfflineError: the client is offline.
            StaticDataError: the site names no build.
        """
        return self._source.latest_build()

    @entry_point
    def update(self, progress: Progress = None) -> int:
        """Check for the latest build now, install it if it is new, and read it from now on.

        Args:
            progress: as of `esi.pull`: True or False, or a function that is called with each step.

        Returns:
            Number of the latest build. Earlier builds stay, see `remove`.
        """
        tables = Tables(self._source.current(progress, ask=True))
        with self._lock:
            self._tables = tables
        return tables.build

    @entry_point
    def remove(self, build: int) -> None:
        """Remove a build from this machine; `builds` lists them. A given export itself stays.

        Raises:
            StaticDataError: this machine does not have it.
        """
        self._source.store.remove(build)

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "esi.sde cannot be pickled or copied: pass the Esi to the other process and use its "
            ".sde there"
        )

    def __repr__(self) -> str:
        if self._tables is None:
            return "<StaticData: not read yet>"
        return f"<StaticData: build {self._tables.build} in {self._tables.folder}>"


def static_data_of(esi: EsiLike, user_agent: str) -> StaticData:
    """Return the static data of an `Esi` according to its settings; sends no request.

    Raises:
        StaticDataError: there is no folder to store it in.
    """
    config = esi.config
    url = site_url(config)
    site = Site(
        url=url,
        session=lambda: esi.engine.session,
        user_agent=user_agent,
        timeout=(config.requests_connect_timeout, config.requests_read_timeout),
        sleep=lambda seconds: esi.engine.sleep(seconds),  # noqa: PLW0108 - it may be set later
    )
    if not config.cache_dir:
        raise StaticDataError(
            "there is no folder to keep static data in: set ESI_CACHE_DIR to one that can be "
            "written to"
        )
    store = BuildStore(Path(config.cache_dir) / "sde" / _folder_name(url))
    source = BuildSource(
        store,
        None if config.offline else site,
        config.sde or None,
        lambda: esi.engine.clock(),  # noqa: PLW0108 - it may be set later
    )
    chosen = None if config.languages == LANGUAGES else language_codes(config.languages)
    return StaticData(source, chosen)


def site_url(config: Config) -> str:
    """Return the address of the static data; a local API, such as the sandbox, has its own."""
    if config.sde_url:
        return config.sde_url.rstrip("/")
    return f"{config.api_url.rstrip('/')}/static-data" if is_loopback(config.api_url) else URL


def _folder_name(url: str) -> str:
    """Return the name of a site's folder; each site has its own."""
    parts = urlsplit(url)
    return re.sub(r"[^\w.]+", "-", f"{parts.netloc}{parts.path}").strip("-.").lower()


def tables_at_hand(esi: EsiLike) -> Tables | None:
    """Return the tables of a build on this machine, if it describes the API's server.

    Nothing is downloaded.
    """
    if esi.config.api_datasource != _SERVER:
        return None
    try:
        found: Tables | None = esi.sde.here()
    except StaticDataError as exc:
        logger.warning("Names and places come from the API alone: %s", exc)
        return None
    return found
