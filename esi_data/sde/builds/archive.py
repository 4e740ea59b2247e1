"""Read an export from an untrusted zip or folder of JSON Lines.

Nothing is unpacked: tables are streamed from the archive, and none may exceed its declared size.
"""

from __future__ import annotations

import errno
import re
import stat
import struct
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Protocol

from esi_data.errors import StaticDataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUFFIX = ".jsonl"
_MOST_FILES = 1000
_MOST_BYTES = 8 * 1024**3  # of all tables; the export has under one
_STEEPEST = 200  # bytes for each compressed byte; applies to entries above the next limit
_SMALL = 1024**2
_NAME = re.compile(r"\w[\w-]{0,99}", re.ASCII)
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


class Archive(Protocol):
    """Tables of an export: their size in bytes by name, and their JSON Lines."""

    tables: dict[str, int]

    def open(self, table: str) -> IO[bytes]:
        """Open the JSON Lines of a table."""


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._files = {file.stem: file for file in _lines_in(folder)}
        self.tables = {name: file.stat().st_size for name, file in self._files.items()}

    def open(self, table: str) -> IO[bytes]:
        return self._files[table].open("rb")


class _Zip:
    def __init__(self, file: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> None:
        self._file, self._entries = file, entries
        self.tables = {name: entry.file_size for name, entry in entries.items()}

    def open(self, table: str) -> IO[bytes]:
        with _false_places():
            return self._file.open(self._entries[table])


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open a zip or a folder of JSON Lines.

    Raises:
        StaticDataError: it is neither, is damaged, or contains what an export never does: paths
            that lead outside, links, encrypted or duplicate entries, or too many bytes.
        OSError: it cannot be read.
    """
    if path.is_dir():
        folder = _folder_of(path)
        _check_names(path, [file.name for file in _lines_in(folder)])
        archive = _Folder(folder)
        _check_size(path, archive.tables.values())
        yield archive
        return
    try:
        with _false_places():
            file = zipfile.ZipFile(path)
        with file:
            yield _Zip(file, _entries(path, file.infolist()))
    except _DAMAGES as exc:
        raise StaticDataError(
            f"{path} is no zip file, or is damaged ({exc}): download it again"
        ) from exc


@contextmanager
def _false_places() -> Iterator[None]:
    """Raise the error for damage if an offset points before the start of the file."""
    try:
        yield
    except (ValueError, struct.error) as exc:
        raise zipfile.BadZipFile(str(exc)) from exc
    except OSError as exc:
        if exc.errno != errno.EINVAL:
            raise
        raise zipfile.BadZipFile(str(exc)) from exc


def _folder_of(path: Path) -> Path:
    """Return the folder that contains the tables: `path`, or its only subfolder."""
    if any(_lines_in(path)):
        return path
    inner = [each for each in path.iterdir() if each.is_dir() and any(_lines_in(each))]
    if len(inner) == 1:
        return inner[0]
    raise _no_tables(path, [file.name for file in path.iterdir()])


def _lines_in(folder: Path) -> Iterator[Path]:
    """Yield the files of tables in a folder; no link leads out of it."""
    home = folder.resolve()
    for file in sorted(folder.iterdir()):
        if _is_table(file.name) and file.is_file() and file.resolve().parent == home:
            yield file


def _is_table(name: str) -> bool:
    """Return True for the name of a table's file; macOS adds hidden `._types.jsonl` to zips."""
    return name.endswith(SUFFIX) and not name.startswith(".")


def _entries(path: Path, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    if len(infos) > _MOST_FILES:
        raise StaticDataError(
            f"{path} has {len(infos)} entries, and no export has more than {_MOST_FILES}: download "
            "it from the official site"
        )
    for info in infos:
        if fault := _fault(info):
            raise StaticDataError(
                f"{path} contains {info.filename[:200]!r}, which {fault}: download it from the "
                "official site"
            )
    wanted = [
        info for info in infos if _is_table(PurePosixPath(info.filename).name) and not info.is_dir()
    ]
    _check_names(path, [PurePosixPath(info.filename).name for info in wanted])
    _check_size(path, (info.file_size for info in wanted))
    if not wanted:
        raise _no_tables(path, [info.filename for info in infos])
    return {PurePosixPath(info.filename).stem: info for info in wanted}


def _fault(info: zipfile.ZipInfo) -> str | None:
    """Return the fault of an entry."""
    name = info.orig_filename
    parts = PurePosixPath(name).parts
    if "\\" in name or "\0" in name or ":" in name or name.startswith("/") or ".." in parts:
        return "leads out of the archive"
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "is a link or a device"
    if info.flag_bits & 0x1:
        return "is encrypted"
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return "is compressed in a way that the export is not"
    if info.file_size > max(_SMALL, _STEEPEST * info.compress_size):
        return f"unpacks to {info.file_size} bytes from {info.compress_size}"
    return None


def _check_names(path: Path, names: list[str]) -> None:
    """Check that each file is a table of its own, even if the file system ignores case.

    Raises:
        StaticDataError: a name is invalid, or occurs twice.
    """
    folded: set[str] = set()
    for name in names:
        if not _NAME.fullmatch(name.removesuffix(SUFFIX)):
            raise StaticDataError(f"{path} contains {name[:200]!r}, which is no name of a table")
        if name.casefold() in folded:
            raise StaticDataError(f"{path} contains {name!r} twice: keep one of them")
        folded.add(name.casefold())
    if len(names) > _MOST_FILES:
        raise StaticDataError(f"{path} has {len(names)} tables; an export has about 80")


def _check_size(path: Path, sizes: Iterable[int]) -> None:
    if (total := sum(sizes)) > _MOST_BYTES:
        raise StaticDataError(
            f"{path} has {total} bytes of tables, and at most {_MOST_BYTES} are read: download it "
            "from the official site"
        )


def _no_tables(path: Path, names: list[str]) -> StaticDataError:
    if any(name.endswith((".yaml", ".yml")) for name in names):
        return StaticDataError(
            f"{path} is the export in YAML: download the one whose name ends in -jsonl.zip"
        )
    return StaticDataError(
        f"{path} contains no .jsonl files: name the folder or zip of a static data export, whose "
        "name ends in -jsonl.zip"
    )
