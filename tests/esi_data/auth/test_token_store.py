"""Stores of logins: a file of this user, or the keyring."""

import json
import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import pytest

from esi.core.config import Config
from esi.core.sso.messages import Secret
from esi.errors import LoginStoreError
from esi_data.auth.token_store import FileStore, KeyringStore, Login, store_of
from tests.support.processes import together

ONE = Login(
    sso="https://login.example.com/metadata",
    client_id="my-app",
    character_id=90_000_001,
    name="Asa Ostrand",
    owner="hash",
    scopes=("esi-b.v1", "esi-a.v1"),
    since=100.5,
    expires_at=1300.0,
    access_token=Secret("the-access-token"),
    refresh_token=Secret("the-refresh-token"),
)
TWO = replace(ONE, character_id=90_000_002, name="Bero Veyl", since=50.0)


@pytest.fixture
def store(tmp_path):
    return FileStore(tmp_path / "logins")


def test_a_login_is_read_back_unchanged(store):
    """All of it, oldest first; tokens come back as secrets."""
    store.put(ONE)
    store.put(TWO)
    assert store.logins() == [TWO, ONE]
    assert store.get(ONE.key) == ONE
    assert type(store.logins()[0].refresh_token) is Secret
    assert store.get("another") is None


def test_a_login_replaces_the_one_with_its_key(store):
    """One record exists per character, application, SSO and set of scopes."""
    store.put(ONE)
    store.put(replace(ONE, scopes=ONE.scopes[::-1], access_token=Secret("newer")))
    for other in ({"scopes": ()}, {"client_id": "x"}, {"sso": "x"}, {"character_id": 1}):
        store.put(replace(ONE, **other))
    assert len(store.logins()) == 5
    store.drop([ONE.key, "unknown"])
    assert len(store.logins()) == 4


def test_the_repr_of_a_login_has_no_tokens(store):
    """Neither the repr of a login nor of a list contains tokens."""
    store.put(ONE)
    assert "token" not in repr([ONE, store.logins()])


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_the_file_is_private(store):
    """Mode 0600 in a folder of mode 0700, whatever the umask; locks, too."""
    before = os.umask(0)
    try:
        store.put(ONE)
        with store.lock(ONE.key, 1):
            pass
    finally:
        os.umask(before)
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    files = list(store.folder.iterdir())
    assert len(files) == 3
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_readable_file_is_made_private(store, caplog):
    """Files that others can read are changed to 0600 with a warning."""
    store.put(ONE)
    store.path.chmod(0o644)
    assert store.logins() == [ONE]
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert "could be read by other users (mode 644)" in caplog.text


def test_a_failed_write_keeps_the_old_file(store, monkeypatch):
    """Failed writes leave the old file and no partial one."""
    store.put(ONE)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        store.put(TWO)
    assert store.logins() == [ONE]
    assert not list(store.folder.glob("*.part"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"version": 1, "logins": [{"refresh_token": "s3cret"}]}',
        '{"version": "1", "logins": []}',
        '{"version": NaN, "logins": []}',
        '{"version": 1, "logins": {}}',
        '{"version": 1, "logins": [null]}',
        "[" * 20_000,
        "\0" * 100,
    ],
)
def test_an_unknown_file_is_kept(store, text):
    """Unknown files are kept; the error names the file without its contents."""
    store.put(ONE)
    store.path.write_text(text)
    with pytest.raises(LoginStoreError, match="Move it away, and log in again") as caught:
        store.logins()
    assert str(store.path) in str(caught.value)
    assert caught.value.__cause__ is None
    assert "s3cret" not in str(caught.value)
    with pytest.raises(LoginStoreError):
        store.put(TWO)
    assert store.path.read_text() == text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("refresh_token", 7),
        ("refresh_token", ["s3cret"]),
        ("access_token", None),
        ("scopes", "esi-a.v1"),
        ("expires_at", "soon"),
        ("character_id", "90000001"),
        ("character_id", True),
        ("name", ["A"]),
    ],
)
def test_a_record_of_another_kind_is_refused(store, name, value):
    """Each value must be of its kind; the error names the file."""
    store.put(ONE)
    found = json.loads(store.path.read_text())
    found["logins"][0][name] = value
    store.path.write_text(json.dumps(found))
    with pytest.raises(LoginStoreError, match=r"logins\.json is not a valid file of logins"):
        store.logins()


def test_a_text_that_is_not_utf8_is_refused(store):
    """The error names the file, not the codec."""
    store.put(ONE)
    store.path.write_bytes(store.path.read_bytes().replace(ONE.name.encode(), b"\x80"))
    with pytest.raises(LoginStoreError, match=r"logins\.json is not a valid file of logins"):
        store.logins()


def test_a_folder_in_place_of_the_file(store):
    """The error names the file and the way out."""
    store.path.mkdir(parents=True)
    with pytest.raises(LoginStoreError, match=r"logins\.json cannot be read .* move it away"):
        store.logins()


def test_a_refresh_does_not_replace_a_newer_login(store):
    """Only a login with one of the used refresh tokens is replaced; a deleted one stays so."""
    newer = replace(ONE, refresh_token=Secret("of another login"))
    store.put(newer)
    store.update(replace(ONE, name="Late"), [ONE.refresh_token])
    assert store.logins() == [newer]
    store.update(replace(ONE, name="Right"), [ONE.refresh_token, newer.refresh_token])
    assert store.get(ONE.key).name == "Right"
    store.drop([ONE.key])
    store.update(ONE, [ONE.refresh_token])
    assert store.logins() == []


def test_a_file_of_a_newer_release(store):
    """Files of newer releases are not overwritten; the error says to upgrade."""
    store.put(ONE)
    store.path.write_text(json.dumps({"version": 2, "logins": []}))
    with pytest.raises(LoginStoreError, match="newer release"):
        store.put(TWO)


KEEPER = """
import sys
from dataclasses import replace
from tests.esi_data.auth.test_token_store import ONE
from esi_data.auth.token_store import FileStore
store = FileStore(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
for number in range(20):
    store.put(replace(ONE, character_id=int(sys.argv[2]) + number))
"""


def test_concurrent_writes_lose_nothing(store):
    """Each keeps 20 logins in the same file; all are there in the end."""
    command = [sys.executable, "-c", KEEPER, str(store.folder)]
    root = Path(__file__).parents[3]
    with together(*([*command, 1000 * n] for n in range(1, 4)), cwd=root) as workers:
        assert [worker.end().returncode for worker in workers] == [0, 0, 0]
    assert len(store.logins()) == 60


# The keyring


class Ring(keyring.backend.KeyringBackend):
    """Keyring in memory."""

    priority = 1

    def __init__(self):
        self.held = {}

    def get_password(self, service, username):
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self.held[service, username] = password

    def delete_password(self, service, username):
        if self.held.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    made = Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_the_keyring_holds_refresh_tokens(tmp_path, ring):
    """They are not in the file, and come back whole; what was logged out is in neither."""
    store = store_of(Config(login_store="keyring", login_dir=str(tmp_path)))
    store.put(ONE)
    store.put(replace(TWO, refresh_token=None))
    assert store.logins() == [replace(TWO, refresh_token=None), ONE]
    assert ONE.refresh_token not in store.path.read_text()
    assert list(ring.held.values()) == [ONE.refresh_token]
    store.drop([ONE.key, TWO.key])
    assert ring.held == {}


def test_logins_stored_before_the_keyring_work(tmp_path, ring):
    """Refresh tokens in the file are used, and move to the keyring with the next write."""
    FileStore(tmp_path).put(ONE)
    store = KeyringStore(tmp_path)
    assert store.logins() == [ONE]
    store.put(ONE)
    assert ONE.refresh_token not in store.path.read_text()
    assert store.logins() == [ONE]


def test_a_refresh_token_missing_in_the_keyring(tmp_path, ring):
    """Without its refresh token a login can still be read."""
    store = KeyringStore(tmp_path)
    store.put(ONE)
    ring.held.clear()
    assert store.logins() == [replace(ONE, refresh_token=None)]


def test_a_machine_without_a_keyring(tmp_path, ring):
    """Without a keyring the error says how to use a file."""
    keyring.set_keyring(keyring.backends.fail.Keyring())
    with pytest.raises(LoginStoreError, match="ESI_LOGIN_STORE=file"):
        KeyringStore(tmp_path).put(ONE)


@pytest.mark.parametrize("kept", [None, "", "something else"])
def test_a_keyring_that_keeps_nothing(tmp_path, ring, kept):
    """A keyring that takes a password without storing it is noticed; nothing is written."""
    ring.get_password = lambda *_: kept
    with pytest.raises(LoginStoreError, match="does not keep what is stored in it"):
        KeyringStore(tmp_path).put(ONE)
    assert not (tmp_path / "logins.json").exists()


@pytest.mark.parametrize("error", [RuntimeError, OSError, TypeError, keyring.errors.KeyringLocked])
def test_a_keyring_that_fails_in_its_own_way(tmp_path, ring, error):
    """Each backend has errors of its own; the message shows no token."""

    def fail(*args):
        raise error(args)

    ring.set_password = fail
    with pytest.raises(
        LoginStoreError, match=rf"\({error.__name__}\).*ESI_LOGIN_STORE=file"
    ) as caught:
        KeyringStore(tmp_path).put(ONE)
    assert ONE.refresh_token not in str(caught.value)
    assert caught.value.__cause__ is None


def test_keyring_is_an_extra(tmp_path, monkeypatch):
    """If the package is missing, the error has the command that installs it."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(LoginStoreError, match=r"pip install 'esi-toolkit\[keyring\]'"):
        KeyringStore(tmp_path).put(ONE)


def test_an_unknown_store():
    """For an unknown store the error lists the known ones."""
    with pytest.raises(ValueError, match="'vault' is not known; use file or keyring"):
        store_of(Config(login_store="vault"))


def test_the_default_folder_of_logins(monkeypatch, tmp_path):
    """In the user's data folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    if sys.platform == "linux":
        assert store_of(Config()).path == tmp_path / "esi-toolkit" / "logins.json"
