"""The stand-in that takes the name django-esi: `compat/django-esi`."""

import re
import subprocess
import sys
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from tests.support import children

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "compat" / "django-esi"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Return its wheel, built as a site builds it."""
    out = tmp_path_factory.mktemp("standin")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, FOLDER],
        capture_output=True,
        text=True,
        check=False,
        timeout=children.RUN_SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(next(out.glob("*.whl"))) as file:
        yield file


@pytest.fixture(scope="module")
def metadata(wheel):
    (name,) = (each for each in wheel.namelist() if each.endswith("/METADATA"))
    return message_from_bytes(wheel.read(name))


@pytest.mark.parametrize("wanted", [">=5", ">=8,<11", ">=9.0.1", ">=10", ">=10.0.0,<11", "~=10.0"])
def test_requirements_of_sites_and_apps_are_met(metadata, wanted):
    """Alliance Auth and its apps find the distribution that they require."""
    assert metadata["Name"] == "django-esi"
    assert Version(metadata["Version"]) in SpecifierSet(wanted)


def test_it_has_no_files_that_could_overwrite_ours(wheel):
    """The wheel consists of metadata."""
    assert [name for name in wheel.namelist() if ".dist-info/" not in name] == []


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
