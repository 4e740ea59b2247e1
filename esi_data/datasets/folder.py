"""A dataset's folder: files appear whole or not at all, one process writes at a time.

A file is written under a hidden name, flushed to the disk and then renamed; so is the manifest.
What a killed process has left behind is removed by the next one. Only files that bear our names are
ever removed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from esi.core.atomic_write import SUFFIX, atomic_write
from esi_data.datasets import manifest as manifests
from esi_data.datasets.manifest import File, Manifest
from esi_data.errors import DatasetBusyError, DatasetError

if TYPE_CHECKING:
    from collections.abc import Iterator

_OURS = re.compile(r"(?P<run>\d{8}T\d{6}Z-\d{4,})-[0-9a-f]{12}\.parquet")
_SNAPSHOTS = "_snapshots"


class Folder:
    """The folder of a dataset."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path).expanduser()

    @contextlib.contextmanager
    def locked(self, name: str = "_lock", who: str = "Another pull is writing") -> Iterator[None]:
        """Be the one that writes; a process that dies gives the lock up.

        `name` is the lock's file, `who` begins the error's text.

        Raises:
            DatasetBusyError: another one is.
            OSError: the folder cannot be made.
        """
        from filelock import FileLock, Timeout  # noqa: PLC0415 - reading needs no lock

        self.path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.path / name, timeout=0)
        try:
            lock.acquire()
        except Timeout as exc:
            raise DatasetBusyError(
                f"{who} to {self.path}; wait for its end, or pull to another folder."
            ) from exc
        try:
            yield
        finally:
            lock.release()

    def manifest(self) -> Manifest | None:
        """The manifest, None where there is none yet.

        Raises:
            DatasetError: it cannot be read.
        """
        file = self.path / manifests.NAME
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            return None
        return manifests.decode(data, file)

    def keep(self, manifest: Manifest) -> None:
        """Put a manifest in the place of the one before."""
        self._write(manifests.NAME, manifests.encode(manifest))

    def keep_run(self, name: str, run: manifests.Run) -> None:
        """Write what a snapshot consists of."""
        self._write(name, manifests.encode(run))

    def put(self, name: str, data: bytes) -> None:
        """Write a small file of ours, whole or not at all."""
        self._write(name, data)

    def add(self, name: str, data: bytes, rows: int, at: str) -> File:
        """Write a Parquet file; it is complete on the disk when this returns."""
        self._write(name, data)
        return File(name, rows, len(data), hashlib.sha256(data).hexdigest(), at)

    def has(self, file: File) -> bool:
        """Whether a file is there, as long as it was written."""
        try:
            return (self.path / file.path).stat().st_size == file.bytes
        except OSError:
            return False

    def refuse_strangers(self) -> None:
        """Check that a folder without a manifest is not somebody else's data.

        Raises:
            DatasetError: there are Parquet files in it.
        """
        stranger = next(self.path.rglob("*.parquet"), None)
        if stranger:
            raise DatasetError(
                f"{self.path} holds {stranger.relative_to(self.path)} and no {manifests.NAME}: "
                "pull to an empty folder"
            )

    def sweep(self, manifest: Manifest) -> None:
        """Remove what the manifest does not name: leavings of a killed run, files replaced.

        Where snapshots are kept, only leavings of the run under way are looked for.
        """
        named = manifest.files
        for file in self._files(manifest):
            relative = file.relative_to(self.path).as_posix()
            ours = _OURS.fullmatch(file.name)
            gone = ours and relative not in named
            if gone and ours and manifest.question.history:
                gone = manifest.run is not None and ours["run"] == manifest.run.id
            if gone or (file.name.startswith(".") and file.name.endswith(SUFFIX)):
                with contextlib.suppress(OSError):  # read by somebody, on Windows: the next time
                    file.unlink()

    def _files(self, manifest: Manifest) -> list[Path]:
        """What is in the folder, and in those in it that are this dataset's."""
        ours = {"snapshot", *manifest.question.fan_out}
        found = []
        for at, folders, files in os.walk(self.path):
            found += [Path(at, name) for name in files]
            folders[:] = [
                name for name in folders if name == _SNAPSHOTS or name.partition("=")[0] in ours
            ]
        return found

    def _write(self, name: str, data: bytes) -> None:
        target = self.path / name
        new = not target.parent.exists()
        target.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(target, fsync=True) as file:
            file.write(data)
        folder = target.parent
        _sync(folder)
        while new and folder != self.path:
            folder = folder.parent
            _sync(folder)


def _sync(folder: Path) -> None:
    """Flush a folder's entries to the disk, where the system can (Windows cannot)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
