"""Test that the README is true: its Python and its commands run, and its names are right."""

import ast
import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from esi.core.config import Config, setting
from esi_data.cli.main import cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
DOORS = ("In a notebook", "In a script or a scheduled job", "In a Django site")


def section(title):
    return README.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def block(text, language):
    return re.search(rf"```{language}\n(.*?)```", text, re.DOTALL).group(1)


COMMANDS = [
    re.sub(r"\s+#.*", "", line)
    for text in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in re.findall(r"^\$ (.*)$", text, re.MULTILINE)
]


def test_the_first_lines_print_the_result_beside_them(esi_sandbox, monkeypatch):
    """The first screen shows a few lines and the frame that they end with."""
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    *lines, last = ast.parse(block(README, "python")).body
    made = {}
    exec(compile(ast.Module(lines, []), "README.md", "exec"), made)
    with made["esi"]:
        frame = eval(compile(ast.Expression(last.value), "README.md", "eval"), made)
    assert frame.to_string() == block(README, "text").rstrip()


def test_the_sites_lines_run(esi_sandbox, settings):
    """Four lines for a site, as printed, in the test project."""
    settings.ESI_API_URL = esi_sandbox.url
    made = {}
    exec(block(section("In a Django site"), "python"), made)
    assert made["cheapest"] > 0


@pytest.mark.parametrize("title", DOORS)
def test_each_way_in_is_short(title):
    """Fifteen lines at most, blank ones and fences apart."""
    lines = [line for line in section(title).splitlines() if line and not line.startswith("```")]
    assert len(lines) <= 15


def test_the_make_targets_exist():
    """`make demo`, `make test` and everything else that the text names exists."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^\$ |`)make (\w+)", README, re.MULTILINE))
    assert {"demo", "test"} <= named
    assert [name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []


def test_commands_can_be_pasted():
    """Each one starts with a program that everybody has, or with its path in `.venv`."""
    programs = {command.split()[0] for command in COMMANDS}
    found = {name for name in programs if not name.startswith(".venv/bin/")}
    assert found == {"make", "python3"}


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith(".venv/bin/esi-")])
def test_the_commands_run(esi_sandbox, monkeypatch, tmp_path, line):
    """Each command of the README exits with 0 (the demo has tests of its own: its help does)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    _, *args = shlex.split(line)
    if args == ["demo"]:
        args.append("--help")
    assert cli.main(args, prog_name="esi-data", standalone_mode=False) in (None, 0)


def test_the_settings_are_those_that_exist():
    """Each row of the reference's table is a field of Config with that default."""
    rows = re.findall(r"^\| `(ESI_\w+)` \| (.*?) \|", SETTINGS, re.MULTILINE)
    known = {setting(field.name): field.default for field in fields(Config)}
    assert len(rows) > 20
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
    links = re.findall(r"\]\((?!http)([^)#]+)(?:#[\w-]+)?\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
