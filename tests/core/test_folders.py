"""Folders of a user, who may have no home."""

from pathlib import Path

import platformdirs
import pytest

from esi.core import folders
from esi.core.config import Config
from esi.core.engine.engine import Engine
from esi.core.openapi.store import DocumentStore
from esi.errors import LoginStoreError
from esi_data import Esi, read
from esi_data.auth.token_store import store_of
from esi_data.cli.main import main
from esi_data.datasets import recipes
from esi_data.errors import RecipeError


@pytest.fixture(params=["nothing", "tilde", "error"])
def homeless(request, monkeypatch, tmp_path):
    """Simulate a user without a home folder, in the form of each release of platformdirs."""
    pwd = pytest.importorskip("pwd")

    def unknown(uid):
        raise KeyError(uid)

    def refuse(*_, **__):
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "ESI_CACHE", "ESI_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    if request.param != "nothing":
        found = refuse if request.param == "error" else lambda name: Path("~/.cache") / name
        monkeypatch.setattr(platformdirs, "user_cache_path", found)
        monkeypatch.setattr(platformdirs, "user_data_path", found)
    monkeypatch.chdir(tmp_path)
    yield
    assert list(tmp_path.iterdir()) == []  # no folder of the name `~`


@pytest.mark.usefixtures("homeless")
def test_a_client_without_a_home_works_after_one_warning(esi_sandbox, caplog):
    """Responses and the document stay in memory."""
    with Esi("test/1.0", api_url=esi_sandbox.url) as esi:
        assert esi.client.Status.get_status().result()["players"] > 0
        esi_sandbox.clear()
        assert esi.client.Status.get_status().result()["players"] > 0
    assert esi_sandbox.requests == []
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "no home folder" in caplog.text
    assert "ESI_CACHE_DIR" in caplog.text


@pytest.mark.usefixtures("homeless")
def test_the_command_line_works_without_a_home(esi_sandbox, capsys):
    """The commands work like on a machine with one."""
    assert main(["--api-url", esi_sandbox.url, "call", "get_status", "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("players,")


@pytest.mark.usefixtures("homeless")
def test_logins_without_a_home_name_the_setting():
    """Tokens are never kept in a place that the user did not choose."""
    with pytest.raises(LoginStoreError, match="ESI_LOGIN_DIR"):
        store_of(Config())


@pytest.mark.usefixtures("homeless")
def test_a_site_without_a_home_keeps_the_document_in_its_cache():
    """A read-only folder has the same effect."""
    assert DocumentStore(Engine(Config, None), "https://esi.example", "", "").path is None


@pytest.mark.usefixtures("homeless")
@pytest.mark.parametrize(
    "use",
    [
        folders.expanded,
        read,
        recipes.load,
        lambda path: store_of(Config(login_dir=path)),
    ],
)
def test_a_tilde_without_a_home_is_an_error_that_says_so(use):
    """Every setting and option that takes a path reports it."""
    with pytest.raises((OSError, RecipeError), match="no home folder"):
        use("~/data/x.toml")


def test_a_tilde_is_the_home_folder(monkeypatch, tmp_path):
    """In settings, too, which no shell expands."""
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folders.expanded("~/a") == tmp_path / "a"
    store = DocumentStore(Engine(lambda: Config(cache_dir="~/c"), None), "https://a", "", "")
    assert store.path.parent == tmp_path / "c"
