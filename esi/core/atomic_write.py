"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import time
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Suffix of unfinished files, for those who clean up after a killed process.
SUFFIX = ".part"

# Seconds between attempts to replace a file. Windows refuses while a scanner, an indexer or a
# reader has it open, which takes milliseconds.
_PAUSES = (0.01, 0.05, 0.1, 0.2, 0.4)


@contextlib.contextmanager
def atomic_write(path: Path, *, mode: int = 0o666, fsync: bool = False) -> Iterator[IO[bytes]]:
    """Open a hidden file beside `path` for writing, and rename it to `path` at the end.

    Readers see the previous file or the complete new one. After an error the hidden file is
    removed and `path` is left as it was.

    Args:
        path: file to write; its folder must exist.
        mode: permissions of the new file, less the umask. Pass 0o600 for secrets.
        fsync: flush the data before the rename and the folder after it, so that the file survives
            a power failure.
    """
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}{SUFFIX}")
    try:
        with open(draft, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            yield file
            if fsync:
                file.flush()
                os.fsync(file.fileno())
        _replace(draft, path)
        if fsync:
            sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Flush a folder's entries to the disk, if the system supports it (Windows does not)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _replace(draft: Path, path: Path) -> None:
    for pause in _PAUSES:
        try:
            draft.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    draft.replace(path)
