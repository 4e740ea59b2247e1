"""Test that today's code reads the files of earlier releases (`README.md` here)."""

import json
import shutil
import sqlite3
import time
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import connections

from esi.core.openapi import store
from esi.models import CallbackRedirect, Token
from esi_data import Esi, read
from esi_data.caches import disk
from tests.packaging.leave_behind import CHARACTER, COLUMN, MODES, OPERATION, REGIONS, SCOPES

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("left_by_*.zip"))
modes = pytest.mark.parametrize("mode", MODES)


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def unpacked(request, tmp_path_factory):
    """Return the folder of what a release left behind; only copies are changed."""
    folder = tmp_path_factory.mktemp("left")
    with zipfile.ZipFile(request.param) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def left(unpacked, tmp_path, monkeypatch):
    """Return the files of a release as a user has them who upgrades a minute later."""
    folder = tmp_path / "left"
    shutil.copytree(unpacked, folder)
    facts = json.loads((folder / "facts.json").read_text("utf-8"))
    now = facts["written_at"] + 60
    clock = SimpleNamespace(time=lambda: now, time_ns=time.time_ns)
    monkeypatch.setattr(disk, "time", clock)
    monkeypatch.setattr(store, "__version__", "99.0.0")
    monkeypatch.setenv("ESI_CACHE_DIR", str(folder / "cache"))
    monkeypatch.setenv("ESI_LOGIN_DIR", str(folder / "logins"))
    monkeypatch.setenv("ESI_API_URL", facts["api_url"])
    return SimpleNamespace(folder=folder, now=now, **facts)


@pytest.fixture
def esi(left):
    """Return a client of that user's folders, which sends nothing."""
    esi = Esi("after/1.0 (me@example.com)", offline=True)
    esi.engine.clock = lambda: left.now
    yield esi
    esi.close()


def test_the_cache_is_read_without_a_request(esi, left):
    """Neither the API's document nor a response has to be fetched again after an upgrade."""
    contracts = esi.pull(OPERATION, region_id=REGIONS[0])
    assert int(contracts[COLUMN].sum()) == left.contracts
    assert contracts.attrs["esi"]["from_cache"] is True


def test_characters_stay_logged_in(esi, left):
    """The login has its scopes and its tokens, and finds the character's cached responses."""
    (character,) = esi.characters()["name"]
    assert character == CHARACTER
    (login,) = esi.logins.store.logins()
    assert login.scopes == tuple(SCOPES)
    assert login.access_token
    assert login.refresh_token
    wallet = esi.pull("get_characters_character_id_wallet", character=CHARACTER)
    assert float(wallet.iloc[0, -1]) == left.wallet


def test_static_data_is_not_converted_again(esi, left):
    """The build on disk is in use."""
    assert esi.sde.build == left.build
    assert len(esi.sde.types()) == left.types


@modes
def test_datasets_are_read(left, mode):
    """All rows of both regions are there, with the columns and types of a pull."""
    contracts = read(left.folder / "datasets" / mode)
    assert set(contracts["region_id"]) == set(REGIONS)
    assert int(contracts.loc[contracts["region_id"] == REGIONS[0], COLUMN].sum()) == left.contracts
    assert str(contracts["date_issued"].dtype) == "datetime64[us, UTC]"


@modes
def test_pulls_continue_in_the_folders_of_datasets(left, mode, esi_sandbox, monkeypatch):
    """Another run finds the manifest, compares rows with those on disk and writes what changed."""
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    monkeypatch.setenv("ESI_CACHE_DIR", str(left.folder / "new"))
    folder = left.folder / "datasets" / mode
    manifest = folder / "_manifest.json"
    there = manifest.read_text("utf-8")
    assert left.api_url in there
    manifest.write_text(there.replace(left.api_url, esi_sandbox.url), "utf-8")
    before = len(read(folder))
    esi = Esi("after/1.0 (me@example.com)")
    try:
        esi.pull_to(folder, OPERATION, region_id=REGIONS, mode=mode, key=MODES[mode])
        today = esi.pull(OPERATION, region_id=REGIONS)
    finally:
        esi.close()
    after = read(folder)
    assert set(after[COLUMN]) >= set(today[COLUMN])
    assert len(after) >= before if mode == "append" else len(after) >= len(today)


@pytest.fixture
def database(left, django_db_blocker):
    """Return the alias of the site's database, in a file of its own."""
    file = left.folder / "site.sqlite3"
    made = sqlite3.connect(file)
    made.executescript((left.folder / "site.sql").read_text("utf-8"))
    made.close()
    alias = "left"
    connections.databases[alias] = {**connections.databases["default"], "NAME": str(file)}
    with django_db_blocker.unblock():
        yield alias
        connections[alias].close()
    del connections[alias]
    del connections.databases[alias]


def test_the_database_of_a_site_migrates_without_loss(database):
    """Tokens, their scopes and owners, and logins in progress are unchanged."""
    call_command("migrate", database=database, verbosity=0)
    tokens = Token.objects.using(database).order_by("pk")
    assert [token.access_token for token in tokens] == ["access-0", "access-1"]
    assert [token.refresh_token for token in tokens] == ["refresh-0", "refresh-1"]
    assert [token.user and token.user.username for token in tokens] == ["pilot", None]
    assert [scope.name for token in tokens for scope in token.scopes.all()] == 2 * SCOPES
    redirect = CallbackRedirect.objects.using(database).get()
    assert (redirect.state, redirect.url, redirect.token) == ("state", "/back/", tokens[1])
