"""Where logins are kept: one file for this user alone, with a record for each login.

The file (`logins.json`, mode 0600) lies in the user's data folder (`ESI_LOGIN_DIR`, mode 0700) and
is replaced as a whole, so that any number of kernels and scripts may share it. With
`ESI_LOGIN_STORE=keyring` the system's keyring holds the refresh tokens instead; access tokens stay
in the file: they live 20 minutes, all processes share them, and not every keyring takes texts of
their length (Windows takes 1280 characters).

What becomes of a token is said in `esi_data.auth.logins`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import stat
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
from filelock import FileLock, Timeout

from esi.core.atomic_write import atomic_write
from esi.core.error_text import unknown
from esi.core.sso.messages import Secret
from esi.errors import LoginStoreError, SsoError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esi.core.config import Config

logger = logging.getLogger("esi_data")

STORES = ("file", "keyring")
_SERVICE = "esi-toolkit"  # the keyring's word for who keeps something
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Login:
    """One login of a character: whose it is, for which scopes, and its tokens.

    `sso` is the address of the SSO's metadata and `client_id` the application: tokens of one are
    never sent to another. `owner` changes when the character is sold. Times are seconds since the
    epoch. The tokens stay out of the repr.
    """

    sso: str
    client_id: str
    character_id: int
    name: str
    owner: str
    scopes: tuple[str, ...]
    since: float
    expires_at: float
    access_token: Secret = field(repr=False)
    refresh_token: Secret | None = field(default=None, repr=False)

    @property
    def key(self) -> str:
        """What tells logins apart: one for each character and set of scopes."""
        parts = [self.sso, self.client_id, str(self.character_id), *sorted(self.scopes)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


class FileStore:
    """The logins in a folder.

    All methods raise `LoginStoreError` where the file is not one of ours, and `OSError` where the
    folder cannot be made or written.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder).expanduser()
        self.path = self.folder / "logins.json"

    def logins(self) -> list[Login]:
        """All that are kept, oldest first."""
        return sorted(self._read(), key=lambda login: login.since)

    def get(self, key: str) -> Login | None:
        """The login of a key."""
        return next((login for login in self.logins() if login.key == key), None)

    def put(self, login: Login) -> None:
        """Keep a login, in place of one with its key."""
        with self._writing():
            self._write([*(kept for kept in self._read() if kept.key != login.key), login])

    def drop(self, keys: Iterable[str]) -> None:
        """Forget logins."""
        gone = set(keys)
        with self._writing():
            self._write(kept for kept in self._read() if kept.key not in gone)

    @contextlib.contextmanager
    def alone(self, key: str, seconds: float) -> Iterator[None]:
        """Keep all other processes and threads from refreshing a login meanwhile.

        Raises:
            SsoError: another one does not come to an end within so many seconds.
        """
        self._make_folder()
        try:
            with FileLock(self.folder / f"{key}.lock", timeout=seconds, mode=0o600):
                yield
        except Timeout:
            raise SsoError(
                f"Another process has been refreshing this login for {seconds:.0f} s. The token "
                "was kept: try again later."
            ) from None

    def _read(self) -> list[Login]:
        try:
            _close_to_others(self.path)
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return []
        except ValueError:
            found = None
        try:
            if found["version"] > _VERSION:
                raise LoginStoreError(
                    f"{self.path} was written by a newer release. Upgrade: "
                    "python -m pip install --upgrade esi-toolkit"
                )
            return [_login_of(record) for record in found["logins"]]
        except (KeyError, TypeError, ValueError, AttributeError):
            # Its cause would show what stands in it.
            raise LoginStoreError(
                f"{self.path} is not a file of logins (any more). Move it away, and log in again."
            ) from None

    def _write(self, logins: Iterable[Login]) -> None:
        """Replace the file as a whole; what is half written is never seen."""
        text = json.dumps({"version": _VERSION, "logins": [asdict(each) for each in logins]})
        # A rotated refresh token is the only valid one: it must survive a crash.
        with atomic_write(self.path, mode=0o600, fsync=True) as file:
            file.write(text.encode())

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        self._make_folder()
        with FileLock(self.folder / "logins.lock", mode=0o600):
            yield

    def _make_folder(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with contextlib.suppress(OSError):  # not ours to change on a shared disk
            self.folder.chmod(0o700)


class KeyringStore(FileStore):
    """The logins in a folder, their refresh tokens in the system's keyring.

    Raises:
        LoginStoreError: `keyring` is not installed, or finds no keyring on this machine.
    """

    def logins(self) -> list[Login]:
        """All that are kept, oldest first."""
        return [self._whole(login) for login in super().logins()]

    def put(self, login: Login) -> None:
        """Keep a login: its refresh token first, since it may be the only one that lives."""
        if login.refresh_token:
            self._keyring("set_password", login.key, str(login.refresh_token))
            login = replace(login, refresh_token=Secret())
        super().put(login)

    def drop(self, keys: Iterable[str]) -> None:
        """Forget logins, here and in the keyring."""
        gone = list(keys)
        super().drop(gone)
        for key in gone:
            self._keyring("delete_password", key)

    def _whole(self, login: Login) -> Login:
        if login.refresh_token != "":  # of the time before the keyring, or none
            return login
        found = self._keyring("get_password", login.key)
        return replace(login, refresh_token=Secret(found) if found else None)

    @staticmethod
    def _keyring(method: str, *args: str) -> Any:
        try:
            import keyring  # noqa: PLC0415 - an extra
            import keyring.errors  # noqa: PLC0415
        except ModuleNotFoundError:
            raise LoginStoreError(
                "ESI_LOGIN_STORE=keyring needs a package: python -m pip install "
                "'esi-toolkit[keyring]'"
            ) from None
        try:
            return getattr(keyring, method)(_SERVICE, *args)
        except keyring.errors.PasswordDeleteError:
            return None  # it was not there
        except keyring.errors.KeyringError as exc:
            raise LoginStoreError(
                f"The keyring cannot be used ({type(exc).__name__}). Unlock it, or keep logins in "
                "a file: ESI_LOGIN_STORE=file"
            ) from None


def store_of(config: Config) -> FileStore:
    """The store that `ESI_LOGIN_STORE` and `ESI_LOGIN_DIR` name.

    Raises:
        ValueError: `ESI_LOGIN_STORE` is none of the known ones.
    """
    if config.login_store not in STORES:
        raise ValueError(unknown("ESI_LOGIN_STORE", config.login_store, STORES))
    folder = config.login_dir or platformdirs.user_data_path("esi-toolkit")
    return KeyringStore(folder) if config.login_store == "keyring" else FileStore(folder)


def _login_of(record: dict[str, Any]) -> Login:
    known = {each.name: record[each.name] for each in fields(Login)}
    refresh = known["refresh_token"]
    known["access_token"] = Secret(known["access_token"])
    known["refresh_token"] = None if refresh is None else Secret(refresh)
    known["scopes"] = tuple(known["scopes"])
    return Login(**known)


def _close_to_others(path: Path) -> None:
    """Take a file that others could read back from them, and say so (POSIX)."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        path.chmod(0o600)
        logger.warning("%s could be read by others (mode %o); it is 0600 now", path, mode)
