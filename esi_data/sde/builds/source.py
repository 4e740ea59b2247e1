"""Choose the build to read: the site's latest, checked once a day at most, or a given export."""

from __future__ import annotations

import errno
import logging
import math
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from esi.core.blocking import warn_if_blocking
from esi.core.folders import expanded
from esi.errors import ApiConnectionError, OfflineError
from esi_data.errors import StaticDataError
from esi_data.progress import Bar
from esi_data.sde.builds.build_info import NAME
from esi_data.sde.builds.download import forget
from esi_data.sde.builds.store import own_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from esi_data.progress import Progress
    from esi_data.sde.builds.download import Latest, Site
    from esi_data.sde.builds.store import BuildStore

logger = logging.getLogger("esi_data")

DAY, HOUR = 24 * 3600, 3600  # seconds
LICENCE = "https://developers.eveonline.com/license-agreement"
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class BuildSource:
    """Origin of builds, and the folder where they are kept.

    Attributes:
        store: the folder.
        site: the site that publishes the export; None offline.
        given: folder or zip of an export to use instead.
        clock: returns Unix seconds.
    """

    store: BuildStore
    site: Site | None
    given: str | None
    clock: Callable[[], float]

    def current(self, progress: Progress = None, *, ask: bool = False) -> Path:
        """Return the folder of the build to read; install the build first if necessary.

        Args:
            progress: as of `esi.pull`.
            ask: True checks the site now and raises its errors. False checks once a day at most,
                and returns the newest build on this machine after an error.

        Raises:
            ApiConnectionError: the site cannot be reached.
            OfflineError: the client is offline and has no build on this machine.
            StaticDataError: the export is damaged, or the folder cannot be written to.
        """
        if self.given:
            return self._own(self.given, progress)
        if self.site is None:
            if newest := self._newest():
                return newest
            raise OfflineError(
                f"the static data is not in {self.store.folder}, and this client is offline: go "
                "online once, or name a downloaded export with Esi(sde=...) or ESI_SDE"
            )
        latest = self.store.latest()
        if latest and not ask and not self._is_due(latest):
            here = self.store.path(latest.build) or self._newest()
            if here:
                return here
        warn_if_blocking("`await asyncio.to_thread(esi.sde.update)` before")
        newest = self._newest()
        try:
            with _named_disk(self.store.folder), self.store.locked():
                return self._refreshed(self.site, progress, ask=ask)
        except (ApiConnectionError, StaticDataError) as exc:
            if ask or newest is None:
                raise
            logger.warning("Using static data of build %s, the newest here: %s", newest.name, exc)
            return newest

    def latest_build(self) -> int:
        """Return the number of the site's latest build; see `Site.latest`."""
        if self.site is None:
            raise OfflineError("the client is offline (ESI_OFFLINE): the site is not asked")
        return self.site.latest(None).build

    def here(self) -> Path | None:
        """Return the folder of a build that needs no request: that of `given`, or the newest one.

        Raises:
            StaticDataError: the given export is damaged, or the folder cannot be written to.
        """
        return self._own(self.given, None) if self.given else self._newest()

    def _refreshed(self, site: Site, progress: Progress, *, ask: bool) -> Path:
        """Check the site, and install its latest build if it is missing."""
        latest = self.store.latest()
        if latest and not ask and not self._is_due(latest):  # another process was quicker
            here = self.store.path(latest.build)
            if here:
                return here
        try:
            latest = site.latest(latest)
            # Keep the check due until the build is installed: the next run continues the download.
            self.store.remember(replace(latest, ask_after=0.0))
            here = self.store.path(latest.build) or self._installed(site, latest.build, progress)
        except (OSError, StaticDataError):
            if latest:
                with suppress(OSError):  # of a full disk
                    self.store.remember(replace(latest, ask_after=self.clock() + HOUR))
            raise
        self.store.remember(replace(latest, ask_after=self.clock() + DAY))
        return here

    def _installed(self, site: Site, build: int, progress: Progress) -> Path:
        transfer = _Transfer(build, progress, first=not self.store.builds())
        try:
            part = site.download(build, self.store.folder, transfer.begin, transfer.step)
        finally:
            transfer.close()
        try:
            found = self.store.install(part, str(build), progress, build=build)
        except StaticDataError:
            forget(part)
            raise
        for each in self.store.folder.glob("*.zip.part"):
            forget(each)
        return found

    def _own(self, path: str, progress: Progress) -> Path:
        """Return the build of the given export, converted again after each change."""
        with _named_disk(self.store.folder):
            given = expanded(path)
            if (given / NAME).is_file():
                return given
            if not (given.is_file() or given.is_dir()):  # reading from a pipe might never end
                what = "is neither a file nor a folder" if given.exists() else "does not exist"
                raise StaticDataError(
                    f"sde={path!r} {what}: name the folder or the zip of a static data export"
                )
            name = own_name(given)
            if here := self.store.path(name):
                return here
            with self.store.locked():
                if here := self.store.path(name):  # another process was quicker
                    return here
                found = self.store.install(given, name, progress)
                self.store.remove_replaced(name)
                return found

    def _newest(self) -> Path | None:
        builds = self.store.builds()
        return self.store.path(builds[-1]) if builds else None

    def _is_due(self, latest: Latest) -> bool:
        return not 0 <= latest.ask_after - self.clock() <= DAY


class _Transfer:
    """Progress of a download, in megabytes."""

    def __init__(self, build: int, progress: Progress, *, first: bool) -> None:
        self._build, self._progress, self._first = build, progress, first
        self._bar: Bar | None = None
        self._bytes = self._steps = 0

    def begin(self, here: int, size: int) -> None:
        """Begin at a number of bytes of a file of a known size."""
        if self._bar is None:
            total = math.ceil(size / _MEGABYTE) or None
            self._bar = Bar(f"Downloading static data {self._build}", self._progress, total, "MB")
            if self._first and not here:
                text = (
                    f"EVE Online's static data, build {self._build}: {size / _MEGABYTE:.0f} MB to "
                    f"download. CCP's developer licence applies to it: {LICENCE}"
                )
                self._bar.write(text)
                logger.info(text)
        self._bytes = here
        self.step(0)

    def step(self, count: int) -> None:
        """Count received bytes."""
        self._bytes += count
        while self._bar and self._steps < self._bytes // _MEGABYTE:
            self._steps += 1
            self._bar.step()

    def close(self) -> None:
        if self._bar:
            self._bar.close()


@contextmanager
def _named_disk(folder: Path) -> Iterator[None]:
    """Convert disk errors into one that names the folder and the next step."""
    try:
        yield
    except ApiConnectionError:  # also an OSError
        raise
    except OSError as exc:
        advice = (
            "make room (1 GB)" if exc.errno == errno.ENOSPC else "check it, or set ESI_CACHE_DIR"
        )
        raise StaticDataError(
            f"static data cannot be kept in {folder} ({exc}): {advice}, and try "
            "again: a download continues where it stopped"
        ) from exc
