"""Test the error messages of programs without the packages of an extra."""

import re
import tomllib
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path

import pytest

import esi_data
from esi._extras import needs_extra
from tests.support import children

ROOT = Path(__file__).parent.parent
INSTALL = re.compile(r"^.* needs .*: python -m pip install 'esi-toolkit\[(\w+)\]'$")
DATA = "pandas pyarrow click rich isal"
OTHERS = (
    "django celery oauthlib requests_oauthlib ipywidgets IPython keyring aiohttp redis dask"
    " distributed polars duckdb"
)
TRY = """
import io, os, sys, tempfile
from contextlib import redirect_stderr

def say(name, call):
    try:
        print(name, "|", call())
    except Exception as exc:
        print(name, "|", exc)

def command(*args):
    from esi_data.__main__ import main
    sys.argv = ["esi-data", *args]
    with redirect_stderr(io.StringIO()) as said:
        status = main()
    return said.getvalue().strip().removeprefix("Error: ") if status == 1 else status
"""
BARE = """
import esi_data
say("esi-data", lambda: command("ops"))
for name in esi_data.__all__:
    say(name, lambda: getattr(esi_data, name))
"""
WITH_DATA = """
from esi_data import Esi, read, to_parquet
esi = Esi("test/1", api_url=URL)
os.chdir(tempfile.mkdtemp(dir=os.environ["ESI_CACHE_DIR"]))
frame = esi.pull("get_status")
to_parquet(frame, "status.parquet")
esi.pull_to("data", "get_status")
for engine in ("dask", "duckdb", "polars"):
    say(engine, lambda: read("status.parquet", engine=engine))
    say(f"{engine} of a dataset", lambda: read("data", engine=engine))
say("explore", esi.explore)
say("login_widget", esi.login_widget)
say("redis", lambda: Esi(cache="redis://127.0.0.1").pull("get_status"))
say("scheduler", lambda: esi.pull_to("more", "get_status", scheduler="tcp://127.0.0.1:1"))
os.environ["ESI_LOGIN_STORE"] = "keyring"
say("keyring", lambda: Esi(api_url=URL).characters())
say("tasks", lambda: __import__("esi_data.tasks"))
say("clients", lambda: __import__("esi.clients"))
say("demo", lambda: command("demo"))
say("sandbox", lambda: command("sandbox"))
say("call", lambda: command("call", "get_status", "--cache", "redis://127.0.0.1"))
"""
NEEDED = {
    "dask": "dask", "dask of a dataset": "dask", "duckdb": "duckdb",
    "duckdb of a dataset": "duckdb", "polars": "polars", "polars of a dataset": "polars",
    "explore": "widgets", "login_widget": "widgets", "redis": "redis", "scheduler": "dask",
    "keyring": "keyring", "tasks": "django", "clients": "django", "demo": "sandbox",
    "sandbox": "sandbox", "call": "redis",
}  # fmt: skip


def told(missing, code):
    """Return the message of each line of a program without the packages, by name."""
    done = children.run_without(missing, TRY + code)
    assert done.returncode == 0, done.stderr
    return dict(line.split(" | ", 1) for line in done.stdout.splitlines() if " | " in line)


def named(said):
    """Return the extra that each message names, or the message."""
    return {name: INSTALL.sub(r"\1", text) for name, text in said.items()}


def test_a_bare_install_names_the_extra_for_data():
    """The command line and each public name of `esi_data` name the command that installs pandas."""
    said = named(told(f"{DATA} {OTHERS}", BARE))
    assert said == dict.fromkeys(["esi-data", *esi_data.__all__], "data")


def test_each_door_names_the_extra_that_it_needs(esi_sandbox):
    """With `data` alone: engines, widgets, clusters, caches, logins, the site and the sandbox."""
    code = WITH_DATA.replace("URL", repr(esi_sandbox.url))
    assert named(told(OTHERS, code)) == NEEDED


def test_every_extra_has_a_door():
    """An error names each extra, except those that only combine others."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    combined = {"all", "dev", "docs", "notebook"}
    assert set(extras) - combined == {"data", *NEEDED.values()}


@pytest.mark.parametrize("ours", ["esi.nowhere", "esi_data.nowhere"])
def test_a_misspelt_module_of_ours_is_no_missing_extra(ours):
    """No extra contains our own modules, so the error stays unchanged."""
    with pytest.raises(ModuleNotFoundError, match=rf"^No module named '{ours}'$"):
        import_in(ours, ("data", "A frame"))


def test_the_innermost_feature_names_the_extra():
    """If a feature uses another one, the error of the inner one passes unchanged."""
    text = r"^A chart needs plots_of_tomorrow: .*\[dask\]'$"
    with pytest.raises(ModuleNotFoundError, match=text):
        import_in("plots_of_tomorrow", ("data", "A frame"), ("dask", "A chart"))


def import_in(module, *features):
    """Import a module in the features' blocks, the first one outermost."""
    with ExitStack() as blocks:
        for feature in features:
            blocks.enter_context(needs_extra(*feature))
        import_module(module)
