"""Find, install and remove builds in a folder; one process at a time installs.

A build is a folder named after its number. It appears complete or not at all, and never changes, so
programs keep reading it while a newer one is installed.
"""

from __future__ import annotations

import hashlib
import logging
import re
import secrets
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from esi.core.atomic_write import SUFFIX, atomic_write
from esi.core.warn import warn
from esi_data.errors import StaticDataError, StaticDataWarning
from esi_data.formatting import count_of
from esi_data.progress import Bar
from esi_data.sde.builds.archive import open_archive
from esi_data.sde.builds.build_info import NAME, SeenTypes, read_info
from esi_data.sde.builds.convert import convert, read_records
from esi_data.sde.builds.download import Latest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from esi_data.progress import Progress
    from esi_data.sde.builds.archive import Archive
    from esi_data.sde.builds.build_info import BuildInfo

logger = logging.getLogger("esi_data")

_LATEST, _SEEN, _LOCK, _DRAFT = "latest.json", "seen.arrow", "lock", ".draft-"
_OWN = "own-"
_IN_NAME = re.compile(r"static-data-(\d+)")
_PATIENCE = 1.0  # seconds to wait for another process before a message says so
_SHOWN = 3  # odd records in a warning


@dataclass(frozen=True)
class BuildStore:
    """Builds in a folder."""

    folder: Path

    def builds(self) -> list[int]:
        """Return the numbers of the site's builds in this folder, the newest last."""
        names = (file.parent.name for file in self.folder.glob(f"*/{NAME}"))
        return sorted(int(name) for name in names if name.isascii() and name.isdigit())

    def path(self, name: int | str) -> Path | None:
        """Return the folder of a build; None if there is no such build."""
        folder = self.folder / str(name)
        return folder if (folder / NAME).is_file() else None

    def numbers(self) -> dict[Path, int]:
        """Return the number of each build in this folder, including those of given exports."""
        found = {self.folder / str(build): build for build in self.builds()}
        for file in self.folder.glob(f"{_OWN}*/{NAME}"):
            found[file.parent] = _number(file.parent)
        return found

    def remove(self, build: int) -> None:
        """Remove the site's build, and those of given exports, with a number.

        Raises:
            StaticDataError: it is not here.
        """
        with self.locked():
            numbers = self.numbers()
            folders = [folder for folder, number in numbers.items() if str(number) == str(build)]
            if not folders:
                have = ", ".join(map(str, sorted({*numbers.values()}))) or "none"
                raise StaticDataError(f"build {build} is not in {self.folder}; it has {have}")
            for folder in folders:
                self._discard(folder)

    def remove_replaced(self, name: str) -> None:
        """Remove earlier builds of a given export; call it while holding the lock.

        The latest of them stays, since a running program may read it.

        Args:
            name: the newest build of that export, see `own_name`.
        """
        stem = name.rpartition("-")[0]
        files = [file for file in self.folder.glob(f"{stem}-*/{NAME}") if file.parent.name != name]
        files.sort(key=lambda file: file.stat().st_mtime_ns)
        for file in files[:-1]:
            self._discard(file.parent)

    def _discard(self, folder: Path) -> None:
        gone = self._draft()
        folder.replace(gone)  # disappears at once, even if the removal is interrupted
        shutil.rmtree(gone)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder's lock, which the system releases if the process dies."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - reading needs no lock

        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / _LOCK)
        try:
            lock.acquire(timeout=_PATIENCE)
        except Timeout:
            logger.warning("Another process prepares the static data in %s: waiting", self.folder)
            lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def latest(self) -> Latest | None:
        """Return the site's last answer; None if there is none."""
        try:
            return msgspec.json.decode((self.folder / _LATEST).read_bytes(), type=Latest)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None

    def remember(self, latest: Latest) -> None:
        """Store the site's answer."""
        with atomic_write(self.folder / _LATEST) as file:
            file.write(msgspec.json.encode(latest))

    def install(
        self, source: Path, name: str, progress: Progress, *, build: int | None = None
    ) -> Path:
        """Convert an export into a build of this folder; call it while holding the lock.

        Args:
            source: zip or folder of JSON Lines.
            name: name of the build's folder: its number, or `own_name`.
            progress: as of `esi.pull`, in files.
            build: required number; None accepts any.

        Raises:
            StaticDataError: the export is damaged, or is another build.
            OSError: the disk is full, or something cannot be read or written.
        """
        self._sweep()
        draft = self._draft()
        draft.mkdir()
        try:
            seen = SeenTypes.load(self.folder / _SEEN)
            info = _converted(source, draft, seen, progress, build)
            target = self.folder / name
            if target.exists():  # without its description
                target.replace(self._draft())
            draft.replace(target)
            seen.save(self.folder / _SEEN)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        self._sweep()
        _warn_of_odd(info)
        return target

    def _draft(self) -> Path:
        return self.folder / f"{_DRAFT}{secrets.token_hex(4)}"

    def _sweep(self) -> None:
        """Remove leftovers of interrupted runs."""
        for folder in self.folder.glob(f"{_DRAFT}*"):
            shutil.rmtree(folder, ignore_errors=True)
        for file in self.folder.glob(f".*{SUFFIX}"):
            with suppress(OSError):
                file.unlink()


def _converted(
    source: Path, draft: Path, seen: SeenTypes, progress: Progress, build: int | None
) -> BuildInfo:
    with open_archive(source) as archive:
        number = _build_number(archive, source)
        if build not in {None, number}:
            raise StaticDataError(
                f"{source} says that it is build {number}, and the site promised {build}: try "
                "again later"
            )
        with Bar(f"Static data {number}", progress, len(archive.tables), "file") as bar:
            return convert(archive, draft, number, seen, bar.step)


def own_name(source: Path) -> str:
    """Return the folder name for the build of a given export; it differs after each change.

    It is not a number, unlike those of the site, and has the same prefix for the same path.
    """
    files = [source]
    if source.is_dir():
        files = sorted([*source.glob("*.jsonl"), *source.glob("*/*.jsonl")])
    facts = [(str(file.resolve()), (s := file.stat()).st_size, s.st_mtime_ns) for file in files]
    return f"{_OWN}{_digest(str(source.resolve()))}-{_digest(repr(facts))}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _number(folder: Path) -> int:
    """Return the number of the build in a folder; 0 if it has none or is damaged."""
    try:
        return read_info(folder).build
    except (OSError, StaticDataError):
        return 0


def _build_number(archive: Archive, source: Path) -> int:
    """Return the number in the table `_sde`, else that of the file's name, else 0."""
    if "_sde" in archive.tables:
        with archive.open("_sde") as lines:
            for records in read_records(lines):
                for record in records:
                    match record:
                        case {"_key": "sde", "buildNumber": int(build)}:
                            return build
    match = _IN_NAME.search(source.name)
    return int(match[1]) if match else 0


def _warn_of_odd(info: BuildInfo) -> None:
    if info.odd_count:
        named = "; ".join(
            f"{odd.table}.jsonl {f'line {odd.line} ' if odd.line else ''}{odd.reason}"
            for odd in info.odd[:_SHOWN]
        )
        more = info.odd_count - min(len(info.odd), _SHOWN)
        warn(
            f"Build {info.build} of the static data is complete but for "
            f"{count_of(info.odd_count, 'odd record')}: "
            + named
            + (f"; and {more} more" if more else ""),
            StaticDataWarning,
        )
