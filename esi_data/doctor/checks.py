"""Check the settings, cache, logins and static data of an `Esi`."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esi.core.cache.protocol import failure
from esi.core.config import Config, setting
from esi.core.doctor.check import Check, Finding, Unknown, verdict
from esi.core.error_text import closest
from esi_data.caches.disk import DiskCache
from esi_data.formatting import count_of, size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from esi_data.protocols import EsiLike

_KEY = "esi_doctor"
# Only this project's tests and documentation read these variables.
_NOT_SETTINGS = "ESI_TEST_"


def _settings(environ: Mapping[str, str], made: EsiLike | Exception) -> Finding:
    """Check the ESI_* variables, and the `Esi` made with them or the error that prevented it."""
    if isinstance(made, Exception):
        return Finding("failed", str(made))
    known = {setting(field.name) for field in fields(Config)}
    given = sorted(
        name
        for name, value in environ.items()
        if name.startswith("ESI_") and value and not name.startswith(_NOT_SETTINGS)
    )
    unknown = [
        f"{name} has no effect.{closest(name, known)}" for name in given if name not in known
    ]
    if unknown:
        return Finding("warning", " ".join(unknown))
    api = f"{made.config.api_url} at {made.config.compatibility_date}"
    return Finding("ok", f"{api}; set: {', '.join(given) or 'none'}")


def _cache(esi: EsiLike) -> Finding:
    cache: Any = esi.engine.cache
    place = getattr(cache, "directory", None) or getattr(cache, "address", None)
    where = f"{type(cache).__name__}, {place or 'an object'}"
    try:
        cache.set(_KEY, 1, 60)
        kept = cache.get(_KEY) == 1
        cache.delete(_KEY)
        entries = cache.info() if hasattr(cache, "info") else []
        bytes_ = cache.size() if isinstance(cache, DiskCache) else sum(row[2] for row in entries)
    except Exception as exc:  # noqa: BLE001 - any backend, any error
        return Finding("failed", f"{where}: {failure(exc)}")
    found = f"{where}: {count_of(sum(row[1] for row in entries), 'response')}, {size(bytes_)}"
    if isinstance(cache, DiskCache) and cache.folder is None:
        return Finding("warning", f"{found}; lost when the program ends")
    return verdict(kept, found)


def _folders(esi: EsiLike) -> Finding:
    paths = dict.fromkeys(_existing_folders(esi))
    if not paths:
        raise Unknown("there are no folders yet")
    open_ = [path for path in paths if os.name == "posix" and path.stat().st_mode & 0o022]
    locked = [path for path in paths if not os.access(path, os.W_OK | os.X_OK)]
    found = ", ".join(
        [
            *(f"{path} (mode {stat.S_IMODE(path.stat().st_mode):04o})" for path in open_),
            *(f"{path} (not writable)" for path in locked),
        ]
    )
    if locked:
        return Finding("failed", found)
    return verdict(not open_, found or ", ".join(map(str, paths)), otherwise="warning")


def _existing_folders(esi: EsiLike) -> Iterator[Path]:
    places = [esi.config.cache_dir, getattr(esi.engine.cache, "directory", None)]
    with suppress(Exception):  # reported by the check `logins`
        places.append(str(esi.logins.store.folder))
    for place in places:
        if place and Path(place).is_dir():
            yield Path(place)


def _login_files(esi: EsiLike) -> Finding:
    path = esi.logins.store.path
    if not path.exists():
        raise Unknown("there is no file of logins")
    if os.name != "posix":
        raise Unknown("this system has no file modes")
    mode = stat.S_IMODE(path.stat().st_mode)
    return verdict(not mode & 0o077, f"{path} has mode {mode:04o}")


def _logins(esi: EsiLike) -> Finding:
    logins = esi.logins.stored()
    found = [
        f"{each.name} ({'renewed automatically' if each.refresh_token else 'ends soon'}: "
        f"{', '.join(each.scopes) or 'no scopes'})"
        for each in logins
    ]
    kind = esi.config.login_store
    return Finding("ok", f"{'; '.join(found) or 'nobody is logged in'} (store: {kind})")


def _static_data(esi: EsiLike) -> Finding:
    tables = esi.sde.here()
    if tables is None:
        raise Unknown("none yet; esi.sde downloads it on first use")
    return Finding("ok", f"build {tables.build}, {count_of(len(tables.names()), 'table')}")


def _latest_build(esi: EsiLike) -> Finding:
    return Finding("ok", f"build {esi.sde.latest_build()}")


SETTINGS = [
    Check(
        "settings",
        "Which settings does the environment have?",
        expected="names and values of settings, see docs/reference/settings.md",
        mend="Correct the variable, or remove it.",
        rule=_settings,
    ),
]


CHECKS = [
    Check(
        "cache",
        "Where are cached responses, and does the cache work?",
        expected="a folder or server that stores what is written",
        mend="Choose a writable folder or a running server: ESI_CACHE, or ESI_CACHE_DIR.",
        rule=_cache,
    ),
    Check(
        "folders",
        "Can only this user change the files of caches and logins?",
        expected="folders that others cannot write to",
        mend="chmod go-w the folder: anyone who can write to it can change responses and logins.",
        rule=_folders,
    ),
    Check(
        "login_files",
        "Can only this user read the file of logins?",
        expected="mode 0600",
        mend="The next command sets it to 0600. If others use this machine, log in again: "
        "esi-data logout --all, esi-data login.",
        rule=_login_files,
    ),
    Check(
        "logins",
        "Who is logged in, with which scopes?",
        expected="readable logins that can be renewed",
        mend="Follow the message; esi-data login logs a character in again.",
        rule=_logins,
    ),
    Check(
        "static_data",
        "Which build of the static data is on this machine?",
        expected="a readable build, or none",
        mend="esi-data sde update downloads the latest build.",
        rule=_static_data,
    ),
]


LIVE = [
    Check(
        "static_data.latest",
        "Which build of the static data is the latest?",
        expected="the number of a build",
        mend="New builds cannot be found; those on this machine stay in use.",
        rule=_latest_build,
    ),
]
