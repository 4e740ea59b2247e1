"""Find the folders of this user's files."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import os


def user_folder(kind: Literal["cache", "data"]) -> Path | None:
    """Return this toolkit's folder for caches or data; None if the user has no home folder."""
    import platformdirs  # noqa: PLC0415 - not for `esi-data --help`

    find = platformdirs.user_cache_path if kind == "cache" else platformdirs.user_data_path
    try:
        folder = Path(find("esi-toolkit"))
    except RuntimeError:  # of newer releases; older ones return a path with `~`
        return None
    return folder if folder.is_absolute() else None


def expanded(path: str | os.PathLike[str]) -> Path:
    """Return a path with the home folder in place of `~`."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        reason = "this user has no home folder, so write the path without ~"
        raise FileNotFoundError(errno.ENOENT, reason, str(path)) from None
