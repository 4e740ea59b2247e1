"""Test the two files for the package index, and the text that it shows."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from itertools import chain
from pathlib import Path, PurePosixPath

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from tests.support import children

ROOT = Path(__file__).parent.parent
NEEDED = {  # of the installed packages, besides their modules
    "esi/py.typed",
    "esi/static/esi/esi.css",
    "esi/static/esi/img/EVE_SSO_Login_Buttons_Large_Black.png",
    "esi/templates/esi/base.html",
    "esi/templates/esi/login_failed.html",
    "esi/templates/esi/select_token.html",
    "esi_data/py.typed",
    "esi_data/ready/public-contracts.toml",
    "esi_data/ready/trade-hubs-history.toml",
    "esi_data/ready/trade-hubs.toml",
    "esi_data/widgets/views/style.css",
}
REPOSITORY_ALONE = (
    ".ci/", ".github/", ".editorconfig", ".pre-commit-config.yaml", ".readthedocs.yaml",
)  # fmt: skip
KINDS = {".py", ".pyi", ".typed", ".css", ".png", ".svg", ".html", ".toml", ".json"}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Both files, the wheel made of what the other one holds."""
    out = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT],
        capture_output=True,
        text=True,
        check=False,
        timeout=children.RUN_SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="module")
def wheel(built):
    with zipfile.ZipFile(next(built.glob("*.whl"))) as file:
        yield file


@pytest.fixture(scope="module")
def shown(wheel):
    """Return the text that the index shows, as Markdown."""
    (name,) = (each for each in wheel.namelist() if each.endswith(".dist-info/METADATA"))
    metadata = message_from_bytes(wheel.read(name))
    assert metadata["Description-Content-Type"] == "text/markdown"
    return metadata.get_payload(decode=True).decode()


def test_the_index_shows_the_readme_with_no_link_that_leads_nowhere(shown):
    """Rendered as the index renders it, each link is a whole address, and the words are there."""
    markdown = pytest.importorskip("readme_renderer.markdown")
    html = markdown.render(shown)
    assert html
    links = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert [link for link in links if not re.match(r"https?://|mailto:|#", link)] == []
    assert "](" not in shown.replace("](http", "")
    for words in ("ESI_API_URL", "esi.pull(", "source distribution", "moving"):
        assert words in html


def test_the_wheel_has_what_the_packages_need_and_nothing_else(wheel):
    """Types, templates, pictures, recipes and styles; no tests, no data, no notebooks."""
    names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert NEEDED - names == set()
    assert {PurePosixPath(name).parts[0] for name in names} == {"esi", "esi_data"}
    assert {PurePosixPath(name).suffix for name in names} == KINDS
    modules = {
        path.relative_to(ROOT).as_posix()
        for package in ("esi", "esi_data")
        for path in (ROOT / package).rglob("*.py")
    }
    assert modules - names == set()


def test_the_source_distribution_has_what_the_project_has(built):
    """It holds all files of the repository but those that serve the repository alone."""
    try:
        listed = subprocess.run(
            ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True,
            timeout=children.RUN_SECONDS,
        ).stdout.split()  # fmt: skip
    except (OSError, subprocess.SubprocessError) as exc:
        pytest.skip(f"git does not tell what is in version control: {exc}")
    with tarfile.open(next(built.glob("*.tar.gz"))) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    lacking = {name for name in listed if (ROOT / name).exists()} - names
    assert {name for name in lacking if not name.startswith(REPOSITORY_ALONE)} == set()


# First releases without a weakness that was published by November 2026.
SAFE = {
    "aiohttp": "3.14.3", "celery": "5.2.2", "click": "8.3.3", "cryptography": "46.0.7",
    "dask": "2026.1", "filelock": "3.20.3", "jupyterlab": "4.6.2", "oauthlib": "3.2.2",
    "pyarrow": "23.0.1", "pyjwt": "2.15", "pymysql": "1.1.1", "pytest": "9.0.3",
    "requests": "2.33", "tqdm": "4.66.3", "urllib3": "2.7",
}  # fmt: skip


def test_no_requirement_admits_a_release_with_a_published_weakness():
    """Each lower bound is at or above the release that repaired it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = chain(project["dependencies"], *project["optional-dependencies"].values())
    bounds = {}
    for line in map(Requirement, lines):
        bound = next((part.version for part in line.specifier if part.operator == ">="), "0")
        bounds.setdefault(line.name.lower(), []).append(Version(bound))
    assert set(SAFE) <= set(bounds)
    assert {name for name, safe in SAFE.items() if min(bounds[name]) < Version(safe)} == set()


# The stand-in that takes the name django-esi

STANDIN = ROOT / "compat" / "django-esi"


@pytest.fixture(scope="module")
def standin(tmp_path_factory):
    """Return its wheel, built as a site builds it."""
    out = tmp_path_factory.mktemp("standin")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, STANDIN],
        capture_output=True,
        text=True,
        check=False,
        timeout=children.RUN_SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(next(out.glob("*.whl"))) as file:
        yield file


@pytest.fixture(scope="module")
def metadata(standin):
    (name,) = (each for each in standin.namelist() if each.endswith("/METADATA"))
    return message_from_bytes(standin.read(name))


@pytest.mark.parametrize("wanted", [">=5", ">=8,<11", ">=9.0.1", ">=10", ">=10.0.0,<11", "~=10.0"])
def test_requirements_of_sites_and_apps_are_met(metadata, wanted):
    """Alliance Auth and its apps find the distribution that they require."""
    assert metadata["Name"] == "django-esi"
    assert Version(metadata["Version"]) in SpecifierSet(wanted)


def test_it_has_no_files_that_could_overwrite_ours(standin):
    """The wheel consists of metadata."""
    assert [name for name in standin.namelist() if ".dist-info/" not in name] == []


def test_it_brings_the_app_and_what_programs_count_on(metadata):
    """It requires this project with Django, and packages that apps import without naming them."""
    required = {line.name: line for line in map(Requirement, metadata.get_all("Requires-Dist"))}
    assert required["esi-toolkit"].extras == {"django"}
    assert {"aiopenapi3", "django-redis", "httpx2", "pydantic"} <= set(required)


def test_it_needs_no_other_python_than_the_project(metadata):
    """Both are installed by the same releases of Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert metadata["Requires-Python"] == project["requires-python"]


def test_the_package_index_refuses_it(metadata):
    """The name belongs to others there: a classifier keeps it from being published."""
    assert "Private :: Do Not Upload" in metadata.get_all("Classifier")


@pytest.mark.parametrize(
    "page", ["compat/django-esi/README.md", "docs/django.md", "docs/moving.md"]
)
def test_the_constraint_of_the_documentation_is_its_version(metadata, page):
    """The line that keeps pip from replacing it names the version that is built."""
    text = (ROOT / page).read_text("utf-8")
    assert set(re.findall(r"django-esi==([0-9.]+)", text)) == {metadata["Version"]}
