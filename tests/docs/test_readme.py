"""The README is true: its Python runs, its commands and settings exist, its names are right."""

import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from esi.core.config import Config, setting
from esi_data.cli.main import cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title):
    return README.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def python(title):
    return re.search(r"```python\n(.*?)```", section(title), re.DOTALL).group(1)


def console(text):
    return re.findall(r"^\$ (.*?)(?:\s+#.*)?$", text, re.MULTILINE)


def test_the_notebooks_lines_run(esi_sandbox, monkeypatch, tmp_path):
    """Ten lines for a notebook, as printed, against the sandbox."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    made = {}
    exec(python("In a notebook"), made)
    made["esi"].close()
    assert made["orders"]["type_name"].notna().all()
    assert made["hubs"]["region_id"].nunique() == 2
    assert {"name_en", "name_de", "name_ko"} <= set(made["names"].columns)
    assert (tmp_path / "orders.parquet").exists()


def test_the_sites_lines_run(esi_sandbox, settings):
    """Ten lines for a site, in both dialects, as printed, in the test project."""
    settings.ESI_API_URL = esi_sandbox.url
    made = {}
    exec(python("In a Django project"), made)
    assert 0 < made["lowest"](10000043) < made["highest"](10000043)


def test_the_example_test_passes(esi_sandbox, tmp_path):
    """The test that the README shows is one that passes."""
    made = {}
    exec(python("Your own tests"), made)
    made["test_my_report"](esi_sandbox, tmp_path)
    assert 503 in [request.status for request in esi_sandbox.requests]


@pytest.mark.parametrize("title", ["In a notebook", "In a Django project"])
def test_examples_are_short(title):
    """About ten lines each, blank ones apart."""
    assert len([line for line in python(title).splitlines() if line.strip()]) <= 12


def test_the_two_commands_are_in_the_makefile():
    """`make demo` and `make test` exist, and everything else that the text names."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\$ make (\w+)", README))
    assert named == {"demo", "test"}
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in named)


@pytest.mark.parametrize("line", console(section("On the command line")))
def test_the_commands_run(esi_sandbox, monkeypatch, tmp_path, line, player):
    """Each command of the README exits with 0 (those that go on for ever: their help does)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    program, *args = shlex.split(line)
    assert program == "esi-data"
    if args[0] in {"demo", "sandbox"}:
        args.append("--help")
    assert cli.main(args, prog_name=program, standalone_mode=False) in (None, 0)


def test_the_settings_are_those_that_exist():
    """Each row of the table is a field of Config with that default."""
    rows = re.findall(r"^\| `(ESI_\w+)` \| (.*?) \|", section("Settings"), re.MULTILINE)
    known = {setting(field.name): field.default for field in fields(Config)}
    assert [name for name, _ in rows if name not in known] == []
    for name, shown in rows:
        first = re.match(r"`(.*?)`", shown)
        default = known[name]
        if first and default is not None:
            value = " ".join(default) if isinstance(default, tuple) else str(default)
            assert first.group(1) == value, name
        else:
            assert default in (None, ()), name


def test_files_that_the_readme_links_to_exist():
    """No link of the README leads nowhere."""
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
