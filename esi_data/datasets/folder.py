"""Write the files of a dataset atomically, with one writing process at a time.

Files with foreign names are never removed, and links never lead to reading or writing a file
outside the folder.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from esi.core.atomic_write import SUFFIX, atomic_write, sync_folder
from esi_data.datasets.manifest import FORMAT, JOURNAL, NAME, File, Manifest, Part
from esi_data.errors import DatasetBusyError, DatasetError
from esi_data.frames.parquet import visible_files
from esi_data.operation import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esi_data.datasets.manifest import Run

_FILE = re.compile(r"(?P<run>\d{8}T\d{6}Z-\d{4,})-[0-9a-f]{12}\.parquet")
_SNAPSHOTS = "_snapshots"
RESTORE = "restore it, or pull to another folder"

T = TypeVar("T")


@dataclass(frozen=True)
class Folder:
    """Folder of a dataset."""

    path: Path

    def file(self, name: str) -> Path:
        """Return the path of a file of the dataset, which need not exist."""
        path = self.path / name
        real = Path(os.path.realpath(path))
        if not real.is_relative_to(os.path.realpath(self.path)):
            raise DatasetError(
                f"{path} leads to {real}, outside of its dataset: put the file itself there, or "
                "pull to another folder"
            )
        if real.exists() and not real.is_file():
            raise DatasetError(f"{path} is not a file: remove it, or pull to another folder")
        return path

    @contextlib.contextmanager
    def locked(self, name: str = "_lock", who: str = "Another pull") -> Iterator[None]:
        """Hold the lock of a file. The system releases it if the process dies."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - reading needs no lock

        self.path.mkdir(parents=True, exist_ok=True)
        file = self.file(name)
        if file.is_symlink():  # locking empties the file
            raise DatasetError(f"{file} is a link: remove it")
        lock = FileLock(file, timeout=0)
        try:
            lock.acquire()
        except Timeout as exc:
            raise DatasetBusyError(
                f"{who} is writing to {self.path}; wait until it ends, or pull to another folder."
            ) from exc
        try:
            yield
        finally:
            lock.release()

    def read_manifest(self) -> Manifest | None:
        """Return the manifest; None before the first run."""
        try:
            head = self.read_json(NAME, dict[str, Any])
        except FileNotFoundError:
            stranger = next(visible_files(self.path, ".parquet"), None)
            if stranger is None:
                return None
            raise DatasetError(
                f"{self.path} contains {stranger.relative_to(self.path)} but no {NAME}: "
                "pull to an empty folder"
            ) from None
        version = head.get("format")
        if isinstance(version, int) and version > FORMAT:
            raise DatasetError(
                f"{self.path / NAME} was written by a later esi-toolkit (format {version}, this "
                f"one reads {FORMAT}): upgrade with python -m pip install -U esi-toolkit"
            )
        manifest = self.read_json(NAME, Manifest)
        if manifest.run is None or not manifest.journal:
            return manifest
        try:
            manifest.run = msgspec.structs.replace(
                manifest.run, parts=manifest.run.parts | self.journaled(manifest.journal)
            )
        except FileNotFoundError:
            if self.read_json(NAME, Manifest).journal != manifest.journal:  # the run has finished
                return self.read_manifest()
            file = self.path / manifest.journal
            raise DatasetError(f"{file} is listed in {NAME} but missing: {RESTORE}") from None
        except (msgspec.DecodeError, ValueError, RecursionError) as exc:
            file = self.path / manifest.journal
            raise DatasetError(f"{file} is damaged ({exc}): {RESTORE}") from exc
        return manifest

    def journaled(self, name: str) -> dict[str, Part]:
        """Return the parts in a journal; ignore an incomplete last line."""
        *lines, _ = self.file(name).read_bytes().split(b"\n")
        return dict(msgspec.json.decode(line, type=tuple[str, Part]) for line in lines)

    def add_to_journal(self, name: str, part: str, value: Part) -> None:
        """Add a part to a journal and flush it to the disk."""
        line = msgspec.json.encode((part, value), enc_hook=as_json) + b"\n"
        with self.file(name).open("r+b", buffering=0) as file:
            end = file.seek(0, os.SEEK_END)
            try:
                written = file.write(line)
                os.fsync(file.fileno())
            except OSError:
                file.truncate(end)  # end an incomplete line
                raise
            if written != len(line):
                file.truncate(end)
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), name)

    def read_json(self, name: str, kind: type[T], advice: str = RESTORE) -> T:
        """Return the content of a file of ours."""
        file = self.file(name)
        try:
            return msgspec.json.decode(file.read_bytes(), type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
            raise DatasetError(f"{file} is damaged ({exc}): {advice}") from exc

    def write_json(self, name: str, value: Manifest | Run) -> None:
        """Write a manifest or a kept run as indented JSON."""
        data = msgspec.json.encode(value, enc_hook=as_json)
        self.write(name, msgspec.json.format(data, indent=1))

    def write(self, name: str, data: bytes) -> None:
        """Write a file atomically; its data is on the disk when this returns."""
        target = self.file(name)
        new = not target.parent.exists()
        target.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(target, fsync=True) as file:
            file.write(data)
        folder = target.parent
        while new and folder != self.path:
            folder = folder.parent
            sync_folder(folder)

    def has(self, file: File) -> bool:
        """Return True if a file exists in its full length."""
        try:
            return self.file(file.path).stat().st_size == file.size
        except OSError:
            return False

    def sweep(self, manifest: Manifest) -> None:
        """Remove our files that the manifest does not name: unfinished and replaced ones.

        If snapshots are kept, only files of the run in progress are removed.
        """
        runs = [run for run in (manifest.latest, manifest.run) if run]
        named = {file.path for run in runs for part in run.parts.values() for file in part.files}
        for file in self._files(manifest):
            relative = file.relative_to(self.path).as_posix()
            ours = _FILE.fullmatch(file.name)
            unused = ours and relative not in named
            if unused and ours and manifest.spec.history:
                unused = manifest.run is not None and ours["run"] == manifest.run.id
            unfinished = file.name.startswith(".") and file.name.endswith(SUFFIX)
            journal = JOURNAL.fullmatch(file.name) and relative != manifest.journal
            if unused or unfinished or journal:
                with contextlib.suppress(OSError):  # open in another process, on Windows
                    file.unlink()

    def _files(self, manifest: Manifest) -> Iterator[Path]:
        """Yield the files in the folder and in the subfolders of this dataset."""
        ours = {_SNAPSHOTS, "snapshot", *manifest.spec.fan_out}
        for parent, folders, files in os.walk(self.path):
            folders[:] = [name for name in folders if name.partition("=")[0] in ours]
            yield from (Path(parent, name) for name in files)
