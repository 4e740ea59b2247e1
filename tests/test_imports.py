"""Test which modules import which, and imports without the packages of an extra."""

import ast
import functools
import os
import sys
import venv
from pathlib import Path
from textwrap import dedent

import pytest

import esi
import esi_data
from tests import install_sizes
from tests.support import children, processes

ROOT = Path(__file__).parent.parent
PURE = (
    "config",
    "config_rules",
    "error_text",
    "openapi.translate",
    "openapi.schemas",
    "openapi.document",
    "http.messages",
    "http.rates",
    "cache.policy",
    "paging.snapshot",
    "paging.walks",
    "rate_limits.rules",
    "rate_limits.forecast",
    "decoding.rows",
    "decoding.schema_types",
    "decoding.columns",
    "decoding.models",
    "decoding.attribute_row",
    "decoding.row_dump",
)
PARSERS = {"msgspec", "numpy", "isal"}
DJANGO = "django celery oauthlib requests_oauthlib"  # what the extra brings


@functools.cache
def imported(path):
    """Modules that a file imports anywhere in it, `TYPE_CHECKING` blocks included."""
    found = set()
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            parents = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*parents, *([node.module] if node.module else [])])
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return found


def is_pure(name):
    """Return True if a dotted name is a pure module, in one, or a folder of some."""
    return any(f"{name}.".startswith(f"{p}.") or p.startswith(f"{name}.") for p in PURE)


def files(folder):
    return sorted((ROOT / folder).rglob("*.py"))


def tops(path):
    return {module.split(".")[0] for module in imported(path)}


@pytest.mark.parametrize("name", PURE)
def test_rules_import_only_the_standard_library_and_parsers(name):
    """The pure rooms of the engine reach no network library, so their tests need no server."""
    path = ROOT / "esi" / "core" / f"{name.replace('.', '/')}.py"
    foreign = tops(path) - set(sys.stdlib_module_names) - PARSERS - {"esi"}
    assert foreign == set()
    ours = {m.removeprefix("esi.core.") for m in imported(path) if m.startswith("esi.core.")}
    assert [m for m in ours if not is_pure(m)] == []


@pytest.mark.parametrize("path", files("esi/core"), ids=lambda p: p.name)
def test_the_engine_knows_no_django(path):
    """`esi.core` runs where Django is not installed."""
    assert tops(path).isdisjoint({"django", "celery", "esi_data", "pandas"})


@pytest.mark.parametrize("path", files("esi"), ids=lambda p: p.stem)
def test_esi_never_imports_esi_data(path):
    """The Django app stands without the data layer."""
    assert "esi_data" not in tops(path)


@pytest.mark.parametrize("path", files("esi_data"), ids=lambda p: p.name)
def test_esi_data_imports_of_esi_only_the_engine_the_errors_and_the_sandbox(path):
    """The data layer never reaches into the Django app (the sandbox is for its demo)."""
    modules = {m for m in imported(path) if m == "esi" or m.startswith("esi.")}
    allowed = (
        "esi.core", "esi.errors", "esi.sandbox", "esi.__", "esi._extras",
        "esi._header_values", "esi._bravado",
    )  # fmt: skip
    if path.name == "django_site.py":  # which runs in a site only
        allowed += ("esi.site_cache",)
    assert [m for m in modules if m != "esi" and not m.startswith(allowed)] == []


@pytest.mark.parametrize("path", files("esi/sandbox"), ids=lambda p: p.name)
def test_the_sandbox_shares_no_reading_of_the_api_with_the_engine(path):
    """One misreading of the API cannot pass its own test."""
    modules = {m for m in imported(path) if m.startswith(("esi.", "esi_data"))}
    allowed = ("esi.sandbox", "esi.__version__", "esi._extras", "esi._fast_imports")
    assert [m for m in modules if not m.startswith(allowed)] == []


def test_esi_data_works_without_django(esi_sandbox):
    """A notebook needs no Django."""
    done = children.run_without(
        DJANGO,
        f"""
        from esi_data import Esi
        esi = Esi("test/1", api_url={esi_sandbox.url!r})
        print(len(esi.client.Universe.get_universe_types_type_id(type_id=34).frame()))
        """,
    )
    assert (done.stdout, done.returncode) == ("1\n", 0), done.stderr


WITHOUT_DJANGO = {
    "_bravado",
    "_extras",
    "_fast_imports",
    "_header_values",
    "errors",
}  # of the modules directly in `esi`
IMPORT_ALL = """
    import importlib, pkgutil, esi
    for found in pkgutil.iter_modules(esi.__path__):
        # Django imports the migrations; `esi_of_site` the cache, and only beside a Django.
        if found.name not in ("migrations", "site_cache"):
            try:
                importlib.import_module(f"esi.{found.name}")
                print(found.name, "works")
            except ModuleNotFoundError as exc:
                print(found.name, exc)
    """


@pytest.fixture(scope="module")
def without_django():
    """Return the error of importing each module of `esi` without the packages of the extra."""
    done = children.run_without(DJANGO, IMPORT_ALL)
    assert done.returncode == 0, done.stderr
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


def test_modules_of_the_site_name_the_extra_that_they_need(without_django):
    """Every module of the app names the command that installs Django."""
    needy = {name: said for name, said in without_django.items() if said != "works"}
    packages, command = "django, celery, requests_oauthlib", "'esi-toolkit[django]'"
    text = f"The Django app esi needs {packages}: python -m pip install {command}"
    assert set(needy.values()) == {text}
    doors = {"apps", "clients", "decorators", "managers", "models", "signals", "tasks", "views"}
    assert doors <= set(needy)


def test_modules_that_notebooks_share_need_no_django(without_django):
    """Errors, engine and sandbox import without the extra."""
    working = {name for name, said in without_django.items() if said == "works"}
    assert {*WITHOUT_DJANGO, "core", "sandbox"} <= working


@pytest.mark.parametrize("package", ["celery", "requests_oauthlib"])
def test_a_site_without_the_rest_of_the_extra_reads_what_to_install(package):
    """Django alone is not enough: the error names what else is missing."""
    done = children.run_without(package, "import esi.models")
    said = f"The Django app esi needs {package}: python -m pip install 'esi-toolkit[django]'"
    assert said in done.stderr


def test_esi_works_without_pandas(esi_sandbox):
    """A site needs no pandas."""
    done = children.run_without(
        "pandas",
        f"""
        from django.conf import settings
        settings.configure(ESI_API_URL={esi_sandbox.url!r}, INSTALLED_APPS=["esi"])
        import django
        django.setup()
        from esi.clients import EsiClientProvider
        print(sorted(EsiClientProvider().client.Status.get_status().results()))
        """,
    )
    assert "players" in done.stdout, done.stderr


def test_importing_does_nothing_visible():
    """Importing every module without side effects prints nothing and opens no socket."""
    code = """
    import socket
    def refuse(*args, **kwargs): raise AssertionError("a socket was opened")
    socket.socket.connect = refuse
    import esi.core.client.factory, esi.core.engine.engine, esi_data.client
    import esi_data.cli.main, esi.sandbox
    """
    done = children.run_without("nothing_of_this_name", code)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


LOADED = "import sys; print(*sorted({name.split('.')[0] for name in sys.modules}))"


def loaded_by(code):
    """Return the packages that a process has loaded after running code."""
    done = children.run_without("nothing_of_this_name", f"{dedent(code)}\n{LOADED}")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


def test_importing_esi_loads_no_pandas():
    """A program waits for pandas when it makes its first frame, not when it starts."""
    assert {"pandas", "pyarrow", "numpy"}.isdisjoint(loaded_by("from esi_data import Esi"))


def test_the_help_of_the_command_line_loads_only_what_it_needs():
    """Only the commands that use a slow import wait for it."""
    heavy = {"pandas", "pyarrow", "numpy", "bravado", "requests", "jsonschema", "rich", "tqdm"}
    heavy |= {"platformdirs", "hashlib", "difflib", "http", "tempfile", "esi.core.paging"}
    code = "from esi_data.cli.main import main; main(['--help'])"
    assert heavy.isdisjoint(loaded_by(code))


def test_a_response_as_json_needs_no_pandas(esi_sandbox, tmp_path):
    """The command line prints one response without making a frame."""
    words = ["--api-url", esi_sandbox.url, "--cache", str(tmp_path), "call"]
    code = f"""
    from esi_data.cli.main import main
    for call in ["get_status"], ["get_markets_prices"], ["get_universe_systems"]:
        assert main({words!r} + call + ["--format", "json"]) == 0
    """
    assert {"pandas", "pyarrow"}.isdisjoint(loaded_by(code))


def test_a_site_loads_no_part_of_the_data_side(esi_sandbox):
    """Neither the frames nor the sandbox's server are needed for a request."""
    code = f"""
    from django.conf import settings
    settings.configure(ESI_API_URL={esi_sandbox.url!r}, INSTALLED_APPS=["esi"])
    import django
    django.setup()
    from esi.clients import EsiClientProvider
    EsiClientProvider().client.Status.get_status().result()
    """
    assert {"pandas", "numpy", "pyarrow", "aiohttp", "esi_data"}.isdisjoint(loaded_by(code))


def test_esi_holds_constants_only():
    """`esi/__init__.py` imports nothing, so that `import esi.core` needs no Django."""
    assert imported(ROOT / "esi" / "__init__.py") == set()
    assert esi.__title__ == "django-esi"


def test_the_public_names_of_esi_data():
    """`esi_data` exports exactly these names, and each exists."""
    assert esi_data.__all__ == [
        "Esi", "aframe", "aframe_localized", "concat", "frame", "frame_localized",
        "killmail_tables", "order_book", "read", "to_parquet",
    ]  # fmt: skip
    assert all(callable(getattr(esi_data, name)) for name in esi_data.__all__)


def test_unknown_names_of_esi_data_are_attribute_errors():
    """A name that is not exported reads as in any module."""
    with pytest.raises(AttributeError, match="no attribute 'Esy'"):
        _ = esi_data.Esy


FRESH = """
import importlib, sys
from esi_data import Esi
import esi.core.client.factory
print(len(Esi("test/1", api_url=sys.argv[1]).pull("get_status")))
for door in ("esi.clients", "esi.openapi_clients", "esi.models", "esi.decorators", "esi.tasks",
             "esi_data.tasks"):
    try:
        importlib.import_module(door)
    except ModuleNotFoundError as exc:
        print(door, "pip install 'esi-toolkit[django]'" in str(exc))
"""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """Run programs of a new environment after `pip install 'esi-toolkit[data]'`."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    outside = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}

    def run(*command):
        return processes.run(python, *command, check=True, cwd=folder, env=outside).stdout

    run("-m", "pip", "--quiet", "--disable-pip-version-check", "install", f"{ROOT}[data]")
    return run


@pytest.mark.large
def test_a_fresh_environment_for_data_has_no_django(esi_sandbox, fresh):
    """`pip install 'esi-toolkit[data]'` installs all that a pull needs, and no part of a site."""
    run = fresh
    assert run("-c", FRESH, esi_sandbox.url).splitlines() == [
        "1", "esi.clients True", "esi.openapi_clients True", "esi.models True",
        "esi.decorators True", "esi.tasks True", "esi_data.tasks True",
    ]  # fmt: skip
    found = run(
        "-c", "from importlib import metadata as m\nfor d in m.distributions(): print(d.name)"
    )
    installed = set(found.lower().split())
    assert "pandas" in installed
    assert not {"django", "celery", "oauthlib", "requests-oauthlib"} & installed
    run("-m", "pip", "check")


@pytest.mark.large
@pytest.mark.parametrize(("extra", "most"), [("", 60), ("data", 420)])
def test_an_install_is_small(fresh, extra, most):
    """The engine alone takes at most 60 MB, and with DataFrames 420 MB."""
    site = fresh("-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    megabytes, _ = install_sizes.measured(site, [extra])[extra]
    assert megabytes <= most
