"""Test that the documentation is true: its Python runs, its commands and links work.

A block of Python without a title runs as it stands, all of a page in one namespace, beside a
sandbox. One with a title is a file: of a page with tests, they are run in a folder of their own; of
another, a file is run as a script, and those of a site (`mysite/settings.py`) are made one.
"""

import base64
import json
import os
import re
import shlex
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from esi_data.cli.main import cli
from tests.support import processes

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
BLOCK = re.compile(r'^```(\w+)(?: title="(.*?)")?\n(.*?)^```$', re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:)([^)\s]*)\)")


def page_id(path):
    return path.relative_to(DOCS).as_posix()


def blocks(page, language):
    found = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [(title, code) for kind, title, code in found if kind == language]


def prose(page):
    return BLOCK.sub("", page.read_text(encoding="utf-8"))


def with_python(*, files):
    """Return pages whose Python is all in tested files, or the others; clusters make one large."""
    pages = []
    for page in PAGES:
        found = blocks(page, "python")
        if found and files is any(Path(title).name.startswith("test_") for title, _ in found):
            cluster = any("LocalCluster" in code for _, code in found)
            pages.append(pytest.param(page, marks=[pytest.mark.large] if cluster else []))
    return pages


def surroundings(url, folder):
    mine = {k: v for k, v in os.environ.items() if not k.startswith(("ESI_", "DJANGO_", "PYTEST"))}
    logins = ("ESI_LOGIN_DIR", "ESI_SSO_CALLBACK_URL")  # of this test
    mine |= {name: os.environ[name] for name in logins if name in os.environ}
    mine["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    return mine | {"ESI_API_URL": url, "ESI_CACHE_DIR": str(folder / "cache")}


def run(arguments, folder, url=""):
    env = surroundings(url, folder) if url else surroundings("http://127.0.0.1:1", folder)
    return processes.run(sys.executable, *arguments, cwd=folder, env=env)


@pytest.fixture
def namespace(esi_sandbox, tmp_path, player):
    """Return the variables that a page expects: `esi`, a token, a site's settings."""
    from django.urls import include, path

    from esi_data import Esi

    with Esi("docs/1.0", api_url=esi_sandbox.url, cache=tmp_path / "answers") as esi:
        site = {"INSTALLED_APPS": [], "urlpatterns": [], "include": include, "path": path}
        yield {
            "esi": esi,
            "esi_sandbox": esi_sandbox,
            "token": esi_sandbox.token(90_000_001),
            **site,
        }


@pytest.mark.parametrize("page", with_python(files=False), ids=page_id)
def test_the_pages_python_runs(page, esi_sandbox, settings, monkeypatch, tmp_path, namespace):
    """Every block of a page, in order, as printed."""
    from django.core.cache import cache

    from esi_data import Esi

    cache.clear()
    settings.ESI_API_URL = esi_sandbox.url
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    monkeypatch.chdir(tmp_path)
    made, create = [], Esi.__init__

    def note(esi, *args, **kwargs):
        create(esi, *args, **kwargs)
        made.append(esi)

    monkeypatch.setattr(Esi, "__init__", note)
    try:
        for title, code in blocks(page, "python"):
            if "/" in title:  # of a site, see below
                continue
            if title:
                (tmp_path / title).write_text(code, encoding="utf-8")
                done = run([title], tmp_path, esi_sandbox.url)
                assert done.returncode == 0, done.stderr
            else:
                exec(compile(code, page.name, "exec"), namespace)
    finally:
        for esi in made:
            esi.close()


@pytest.mark.parametrize("page", with_python(files=True), ids=page_id)
def test_the_pages_tests_pass(page, esi_sandbox, tmp_path):
    """A page that shows tests shows files: its scripts run, and then its tests, as printed."""
    for language in ("python", "ini"):
        for title, code in blocks(page, language):
            path = tmp_path / title
            path.parent.mkdir(exist_ok=True)
            path.write_text(code, encoding="utf-8")
    for title, _ in blocks(page, "python"):
        if "/" not in title and not title.startswith(("test_", "conftest")):
            done = run([title], tmp_path, esi_sandbox.url)
            assert done.returncode == 0, done.stderr
    # No plugins but those that the page speaks of.
    plugins = ("-p", "esi_sandbox", "-p", "django")
    done = run(
        ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--basetemp=made", *plugins], tmp_path
    )
    assert done.returncode == 0, done.stdout
    count = sum(code.count("\ndef test_") + code.startswith("def test_")
                for _, code in blocks(page, "python"))  # fmt: skip
    assert f"{count} passed" in done.stdout


# What `django-admin startproject` has written before a page adds to it.
SETTINGS = """
SECRET_KEY = "only-for-tests"
DEBUG = True
USE_TZ = True
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
ROOT_URLCONF = "mysite.urls"
ALLOWED_HOSTS = ["testserver"]
"""
VISIT = """
import django
django.setup()
from django.test import Client
for path in ("/players/", "/minerals/"):
    print(Client().get(path).content.decode())
"""


def test_the_site_of_the_start_page_answers(esi_sandbox, tmp_path):
    """The files of the first steps in a site, written one after the other, are a site."""
    for name in ("mysite", "prices"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    files = [("mysite/settings.py", SETTINGS), *blocks(DOCS / "start" / "django.md", "python")]
    for title, code in files:
        with (tmp_path / title).open("a", encoding="utf-8") as file:
            file.write(code)
    (tmp_path / "visit.py").write_text(
        "import os\nos.environ['DJANGO_SETTINGS_MODULE'] = 'mysite.settings'\n" + VISIT,
        encoding="utf-8",
    )
    done = run(["visit.py"], tmp_path, esi_sandbox.url)
    assert done.returncode == 0, done.stderr
    assert '{"players": ' in done.stdout
    assert "<table" in done.stdout


def commands(page):
    lines = "".join(text for _, text in blocks(page, "console")).splitlines()
    return [re.sub(r"\s+#.*", "", line[2:]) for line in lines if line.startswith("$ esi-data ")]


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=page_id)
def test_the_pages_commands_run(page, esi_sandbox, monkeypatch, tmp_path, player):
    """Each `esi-data` command exits with 0, in order; of endless ones, `--help` does."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    Path("my_app.py").write_text("answer = 42\n", encoding="utf-8")  # for `dates --used-in .`
    for line in commands(page):
        command, _, file = line.partition(" > ")
        args = shlex.split(command)[1:]
        if args[0] in {"demo", "sandbox"}:
            args.append("--help")
        done = CliRunner().invoke(cli, args, prog_name="esi-data")
        assert done.exit_code == 0, (line, done.output, done.exception)
        if file:
            Path(file).write_text(done.stdout, encoding="utf-8")


def anchors(page):
    """Return the anchors of a page's headings."""
    heads = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[\s]+", "-", re.sub(r"[^\w\s-]", "", head).strip().lower()) for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_lead_somewhere(page):
    """A link within the site names a page, a notebook or a file of the project, and its anchor."""
    for link in LINK.findall(prose(page)):
        name, _, anchor = link.partition("#")
        # The notebooks, the change log and their like are pages beside those of docs/.
        places = [page.parent / name, ROOT / (page.parent / name).resolve().relative_to(DOCS)]
        found = next((place for place in places if place.exists()), None)
        assert found is not None, link
        if anchor and found.suffix == ".md":
            assert anchor in anchors(found if name else page), link


def test_the_navigation_names_pages_that_exist():
    """No entry of the site's navigation leads nowhere, and each notebook has one."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    named = re.findall(r"[\w/]+\.(?:md|ipynb)", text)
    assert [name for name in named if not ((DOCS / name).exists() or (ROOT / name).exists())] == []
    notebooks = {f"notebooks/{path.name}" for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert notebooks <= set(named)


def extras():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return set(project["optional-dependencies"])


def test_the_first_page_names_every_extra_with_its_size():
    """The start page lists all extras except `docs` and `dev`, which are for contributors."""
    first = (DOCS / "index.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+)` \| .* \| \d+ MB \| \d+ \|$", first, re.MULTILINE))
    assert named == extras() - {"docs", "dev"}


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "environment.yml", *PAGES])
def test_extras_that_are_installed_exist(page):
    """Each `pip install` of a page names extras that the project has."""
    found = re.findall(r"(?:esi-toolkit|\.whl|[\"'][./]*)\[([\w,]+)\]", page.read_text("utf-8"))
    assert {extra for each in found for extra in each.split(",")} <= extras()


def test_searches_rank_guides_before_tables():
    """First steps come first, then guides, the reference, and tables of names and changes."""
    pytest.importorskip("mkdocs")
    from importlib.util import module_from_spec, spec_from_file_location
    from types import SimpleNamespace

    spec = spec_from_file_location("hooks", DOCS / "hooks.py")
    hooks = module_from_spec(spec)
    spec.loader.exec_module(hooks)

    def boost(name):
        page = SimpleNamespace(file=SimpleNamespace(src_uri=name), meta={})
        hooks.on_page_markdown("", page)
        return page.meta["search"]["boost"]

    assert boost("how_do_i.md") == boost("start/notebook.md") > boost("guides/limits.md")
    assert boost("guides/limits.md") == boost("paging.md") > boost("reference/cli.md")
    assert boost("reference/cli.md") > boost("manual.md") == boost("CHANGELOG.md")


def test_the_pictures_are_those_of_the_notebooks():
    """Notebooks make all pictures of the pages, except `screenshots`, which tests/browser makes."""
    made = set()
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                picture = output.get("data", {}).get("image/png", "")
                made.add(base64.b64decode("".join(picture)))
    pictures = list((DOCS / "images").glob("*.png"))
    assert pictures
    assert [path.name for path in pictures if path.read_bytes() not in made] == []


def test_the_reference_names_what_exists():
    """Each entry of the reference can be imported, and each public name has one."""
    from importlib import import_module

    entries = {
        name
        for page in (DOCS / "reference").glob("*.md")
        for name in re.findall(r"^::: ([\w.]+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    }
    shown = []
    for name in entries:
        try:
            shown.append(import_module(name))
        except ModuleNotFoundError:
            module, _, attribute = name.rpartition(".")
            assert hasattr(import_module(module), attribute), name
            shown.append(getattr(import_module(module), attribute))
    import esi_data
    from esi import clients

    for module in (esi_data, clients):
        names = [name for name in module.__all__ if getattr(module, name) not in shown]
        assert names == [], module
