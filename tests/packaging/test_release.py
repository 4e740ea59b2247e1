"""Test that a release has one version everywhere, and that only its workflow can publish it."""

import re
import tomllib
from pathlib import Path

import pytest

import esi

ROOT = Path(__file__).parents[2]
CHANGES = (ROOT / "CHANGELOG.md").read_text("utf-8")
WORKFLOWS = ROOT / ".github" / "workflows"
HEADING = re.compile(r"^## (\S+) \((unreleased|\d{4}-\d{2}-\d{2})\)$", re.MULTILINE)


def workflow(name):
    yaml = pytest.importorskip("yaml")
    path = WORKFLOWS / name
    if not path.exists():
        pytest.skip("only the repository has workflows")
    return yaml.safe_load(path.read_text("utf-8"))


def test_the_version_comes_from_one_place():
    """The build reads it from the package, and the changelog begins with it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in project["project"]["dynamic"]
    assert project["tool"]["hatch"]["version"]["path"] == "esi/__init__.py"
    assert HEADING.findall(CHANGES)[0][0] == esi.__version__
    assert [date for _, date in HEADING.findall(CHANGES)].count("unreleased") <= 1


def test_the_changelog_is_in_sections():
    """Each release has Added, Changed and Fixed, in this order, and no entry outside of an area."""
    for release in HEADING.split(CHANGES)[3::3]:
        sections = re.split(r"^### (\w+)$", release, flags=re.MULTILINE)[1:]
        assert sections[::2] == [s for s in ("Added", "Changed", "Fixed") if s in sections[::2]]
        for name, text in zip(sections[::2], sections[1::2], strict=True):
            lines = [line for line in text.splitlines() if line]
            assert lines[0].startswith("#### "), f"{name} begins without an area"
            assert all(line.startswith(("#### ", "- ")) for line in lines), name


def test_only_one_job_may_publish_and_it_runs_nothing_else():
    """The job with the right to publish takes files that another job built; tests are required."""
    jobs = workflow("release.yml")["jobs"]
    trusted = [name for name, job in jobs.items() if "id-token" in job.get("permissions", {})]
    assert trusted == ["publish"]
    publish = jobs["publish"]
    assert set(publish["needs"]) == {"test", "build"}
    assert publish["environment"]["name"] == "pypi"
    assert not any("run" in step for step in publish["steps"])


@pytest.mark.parametrize("name", ["ci.yml", "release.yml"])
def test_workflows_have_no_secrets_and_may_only_read(name):
    """A changed test cannot read a password, because there is none."""
    flow = workflow(name)
    assert flow["permissions"] == {"contents": "read"}
    assert "secrets." not in (WORKFLOWS / name).read_text("utf-8")


def test_a_release_begins_with_a_tag():
    """No branch and no pull request publishes anything."""
    flow = workflow("release.yml")
    assert flow[True] == {"push": {"tags": ["v*"]}}  # YAML reads `on` as a boolean


def test_the_security_page_says_where_to_report():
    """The channel is private, and does not depend on an address that may become outdated."""
    page = (ROOT / "SECURITY.md").read_text("utf-8")
    assert "Report a\nvulnerability" in page
    assert "@" not in page
