"""`esi.sde`: the game's static data as typed frames."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from esi.core import fork
from esi.core.config import LANGUAGES
from esi.core.config_rules import is_loopback
from esi.core.entry_point import entry_point
from esi_data.errors import StaticDataError
from esi_data.sde.builds.download import Site
from esi_data.sde.builds.source import BuildSource
from esi_data.sde.builds.store import BuildStore
from esi_data.sde.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from esi.core.config import Config
    from esi_data.progress import Progress
    from esi_data.protocols import EsiLike

URL = "https://developers.eveonline.com/static-data"


class StaticData:
    """Static data of the game: item types, blueprints, the map, and all other tables of a build.

    `esi.sde.types()`, `esi.sde["mapStargates"]`, `esi.sde.tables()`. The first use downloads the
    latest build, about 100 MB, and converts it. Later ones use what is here, and ask for a new
    build at most once a day, all programs of a user together. An object keeps the build that it
    began with until `update`.

    Every method that reads a table raises, where there is no build yet:

    Raises:
        ApiConnectionError: the site cannot be reached.
        OfflineError: the client is offline.
        StaticDataError: the export is damaged, or cannot be kept.
    """

    def __init__(self, source: BuildSource, languages: Sequence[str] | None = None) -> None:
        self._source = source
        self._languages = languages
        self._tables: Tables | None = None
        self._lock = fork.Lock()

    @property
    def build(self) -> int:
        """Number of the build that is read."""
        return self.open().build

    def open(self) -> Tables:
        """Return the tables of the build, which is installed first if need be."""
        with self._lock:
            if self._tables is None:
                self._tables = Tables(self._source.current())
            return self._tables

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

    # Builds

    @entry_point
    def builds(self) -> list[int]:
        """Return the numbers of the builds that are kept on this machine, the newest last."""
        return self._source.store.builds()

    @entry_point
    def update(self, progress: Progress = None) -> int:
        """Ask for the latest build now, install it if it is new, and read it from now on.

        Args:
            progress: as of `esi.pull`: True or False, or a function that is called with each step.

        Returns:
            Its number. Earlier builds stay, see `remove`.
        """
        tables = Tables(self._source.current(progress, ask=True))
        with self._lock:
            self._tables = tables
        return tables.build

    @entry_point
    def remove(self, build: int) -> None:
        """Remove a build from this machine; `builds` lists them.

        Raises:
            StaticDataError: it is not here.
        """
        self._source.store.remove(build)

    def __repr__(self) -> str:
        if self._tables is None:
            return "<StaticData: not read yet>"
        return f"<StaticData: build {self._tables.build} in {self._tables.folder}>"


def static_data_of(esi: EsiLike, user_agent: str) -> StaticData:
    """Return the static data of an `Esi`, as its settings say; sends no request.

    Raises:
        StaticDataError: there is no folder to keep it in.
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
    chosen = None if config.languages == LANGUAGES else config.languages
    return StaticData(source, chosen)


def site_url(config: Config) -> str:
    """Return the address of the static data: a local API, such as the sandbox, has its own."""
    if config.sde_url:
        return config.sde_url.rstrip("/")
    return f"{config.api_url.rstrip('/')}/static-data" if is_loopback(config.api_url) else URL


def _folder_name(url: str) -> str:
    """Return the name of a site's folder: builds of several sites are apart."""
    parts = urlsplit(url)
    return re.sub(r"[^\w.]+", "-", f"{parts.netloc}{parts.path}").strip("-.").lower()
