"""Store logins in one file for this user (docs/guides/login.md), with a record for each login.

A keyring stores refresh tokens only: access tokens are shared by all processes for 20 minutes, and
some keyrings cannot store texts of their length (Windows takes 1280 characters).
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import stat
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import msgspec
from filelock import FileLock, Timeout

from esi._extras import install_command
from esi.core.atomic_write import atomic_write
from esi.core.error_text import unknown
from esi.core.folders import expanded, user_folder
from esi.core.sso.messages import Secret
from esi.errors import LoginStoreError, SsoError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from esi.core.config import Config

logger = logging.getLogger("esi_data")

STORES = ("file", "keyring")
_SERVICE = "esi-toolkit"  # name of the service in the keyring
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Login:
    """Login of a character: its owner, scopes and tokens.

    `sso` is the address of the SSO's metadata and `client_id` the application: tokens of one are
    never sent to another. `owner` changes when the character is sold. Times are seconds since the
    epoch. The repr omits the tokens.
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
        """Key of the login, unique for each character and set of scopes."""
        parts = [self.sso, self.client_id, str(self.character_id), *sorted(self.scopes)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


class _Version(msgspec.Struct):
    """Part of the file that every release can read."""

    version: int


class _File(_Version):
    """Content of the file."""

    logins: list[Login]


class FileStore:
    """Store of logins in a folder.

    All methods raise `LoginStoreError` if the file cannot be read or is not a store of logins, and
    `OSError` if the folder cannot be created or written.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = expanded(folder)
        self.path = self.folder / "logins.json"

    def logins(self) -> list[Login]:
        """Return all logins, oldest first."""
        return sorted(self._read(), key=lambda login: login.since)

    def get(self, key: str) -> Login | None:
        """Return the login with this key, or None."""
        return next((login for login in self.logins() if login.key == key), None)

    def put(self, login: Login) -> None:
        """Store a login; replace the one with its key."""
        with self._writing():
            self._put(login)

    def update(self, login: Login, used: Collection[Secret | None]) -> None:
        """Replace the login with this key if its refresh token is one of `used`."""
        with self._writing():
            current = self.get(login.key)
            if current is not None and current.refresh_token in used:
                self._put(login)

    def drop(self, keys: Iterable[str]) -> None:
        """Delete logins."""
        deleted = set(keys)
        with self._writing():
            self._write(login for login in self._read() if login.key not in deleted)

    @contextlib.contextmanager
    def lock(self, key: str, seconds: float) -> Iterator[None]:
        """Lock a login, so that no other process or thread refreshes it."""
        self._make_folder()
        try:
            with FileLock(self.folder / f"{key}.lock", timeout=seconds, mode=0o600):
                yield
        except Timeout:
            raise SsoError(
                f"Another process has been refreshing this login for {seconds:.0f} s. The token "
                "was kept: try again later."
            ) from None

    def _put(self, login: Login) -> None:
        self._write([*(other for other in self._read() if other.key != login.key), login])

    def _read(self) -> list[Login]:
        try:
            _make_private(self.path)
            raw = self.path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as exc:
            raise LoginStoreError(
                f"{self.path} cannot be read ({exc.strerror}). Make it readable for this user, or "
                "move it away and log in again."
            ) from None
        with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            if msgspec.json.decode(raw, type=_Version).version > _VERSION:
                raise LoginStoreError(
                    f"{self.path} was written by a newer release. Upgrade: "
                    "python -m pip install --upgrade esi-toolkit"
                )
            return msgspec.json.decode(raw, type=_File, dec_hook=_secret).logins
        # The cause would show the contents of the file.
        raise LoginStoreError(
            f"{self.path} is not a valid file of logins. Move it away, and log in again."
        )

    def _write(self, logins: Iterable[Login]) -> None:
        """Replace the file as a whole; no reader sees a partial one."""
        # A rotated refresh token is the only valid one: it must survive a crash.
        with atomic_write(self.path, mode=0o600, fsync=True) as file:
            file.write(msgspec.json.encode(_File(_VERSION, list(logins)), enc_hook=str))

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        self._make_folder()
        with FileLock(self.folder / "logins.lock", mode=0o600):
            yield

    def _make_folder(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # one that exists keeps its mode


class KeyringStore(FileStore):
    """Store of logins in a folder, with the refresh tokens in the system's keyring.

    Raises:
        LoginStoreError: the package `keyring` is not installed.
    """

    def __init__(self, folder: str | Path) -> None:
        if find_spec("keyring") is None:
            raise LoginStoreError(
                f"ESI_LOGIN_STORE=keyring needs keyring: {install_command('keyring')}"
            )
        super().__init__(folder)

    def logins(self) -> list[Login]:
        """Return all logins, oldest first."""
        return [self._with_refresh_token(login) for login in super().logins()]

    def _put(self, login: Login) -> None:
        """Store a login: first its refresh token, which may be the only valid one."""
        if login.refresh_token:
            self._keyring("set_password", login.key, login.refresh_token)
            if self._keyring("get_password", login.key) != login.refresh_token:
                raise LoginStoreError(
                    "The keyring does not keep what is stored in it. Choose another one "
                    "(PYTHON_KEYRING_BACKEND), or keep logins in a file: ESI_LOGIN_STORE=file"
                )
            login = replace(login, refresh_token=Secret())
        super()._put(login)

    def drop(self, keys: Iterable[str]) -> None:
        """Delete logins, also from the keyring."""
        deleted = list(keys)
        super().drop(deleted)
        for key in deleted:
            self._keyring("delete_password", key)

    def _with_refresh_token(self, login: Login) -> Login:
        if login.refresh_token != "":  # stored before the keyring was used, or none
            return login
        found = self._keyring("get_password", login.key)
        return replace(login, refresh_token=Secret(found) if found else None)

    @staticmethod
    def _keyring(method: str, *args: str) -> Any:
        import keyring  # noqa: PLC0415 - an extra
        import keyring.errors  # noqa: PLC0415

        try:
            return getattr(keyring, method)(_SERVICE, *map(str, args))
        except keyring.errors.PasswordDeleteError:
            return None  # not in the keyring
        except Exception as exc:  # noqa: BLE001 - each backend has errors of its own
            reason = type(exc).__name__
        raise LoginStoreError(
            f"The keyring cannot be used ({reason}). Unlock it, or keep logins in a file: "
            "ESI_LOGIN_STORE=file"
        )


def store_of(config: Config) -> FileStore:
    """Return the store that `ESI_LOGIN_STORE` and `ESI_LOGIN_DIR` select."""
    if config.login_store not in STORES:
        raise ValueError(unknown("ESI_LOGIN_STORE", config.login_store, STORES))
    folder = config.login_dir or user_folder("data")
    if folder is None:
        raise LoginStoreError(
            "This user has no home folder to keep logins in. Set ESI_LOGIN_DIR to a folder."
        )
    return KeyringStore(folder) if config.login_store == "keyring" else FileStore(folder)


def _secret(kind: type, value: Any) -> Secret:
    """Decode a token; msgspec knows no subclasses of `str`."""
    if kind is not Secret or not isinstance(value, str):
        raise ValueError
    return Secret(value)


def _make_private(path: Path) -> None:
    """Make a file readable for this user only, and log that it was not (POSIX)."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        path.chmod(0o600)
        logger.warning("%s could be read by other users (mode %o); changed to 0600", path, mode)
