"""`esi-data demo` runs, and prints the sandbox's figures and the lines that it executed."""

import os
import re
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console

import esi_data
from esi.sandbox import ManualClock, Sandbox
from esi_data import Esi
from esi_data.cli import demo


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """Run the demo once: its variables, its output, its folder; waiting takes no time."""
    patch, clock = pytest.MonkeyPatch(), ManualClock()

    class Timed(Esi):
        def __init__(self, *args, **given):
            super().__init__(*args, **given)
            self.engine.clock = clock

    patch.setattr(esi_data, "Esi", Timed)
    patch.setattr(demo, "Sandbox", partial(Sandbox, clock=clock))
    patch.setattr(
        demo, "time", SimpleNamespace(sleep=clock.advance, perf_counter=time.perf_counter)
    )
    folder = tmp_path_factory.mktemp("demo")
    patch.delenv("ESI_CACHE_DIR", raising=False)
    patch.setenv("XDG_CACHE_HOME", str(folder / "home"))
    patch.setenv("HTTP_PROXY", "http://127.0.0.1:9")  # no proxy leads to the demo's sandbox
    with (folder / "out").open("w", encoding="utf-8") as out:
        console = Console(record=True, width=80, file=out)
        made = demo.run(folder, console)
    patch.undo()
    return made, console.export_text(), folder


def row(text, step):
    """Return the cells of a step in the printed table."""
    line = next((line for line in text.splitlines() if line.strip().startswith(step)), None)
    assert line, text
    return re.split(r"\s{2,}", line.strip())[1:]


def test_it_pulls_at_least_30_pages_into_a_typed_frame(shown):
    """All orders of a region, one row for each."""
    made, text, _ = shown
    asked = int(row(text, "All orders of a region")[1])
    assert made["orders"].attrs["esi"]["pages"] >= 30
    assert asked == made["orders"].attrs["esi"]["pages"]
    assert str(made["orders"]["issued"].dtype) == "datetime64[us, UTC]"


def test_it_pulls_one_type_in_eight_languages(shown):
    """Wide frames have a name in each language."""
    made, text, _ = shown
    assert sum(name.startswith("name_") for name in made["svipul"].columns) == 8
    assert row(text, "One type in 8 languages")[1] == "8"


def test_it_leaves_nothing_in_the_users_cache_folder(shown):
    """Answers and the sandbox's document are gone with the demo."""
    assert not (shown[2] / "home").exists()


def test_it_resolves_names(shown):
    """Types have their names beside them."""
    made, _, _ = shown
    assert made["named"]["type_name"].notna().all()


def test_the_second_pull_asks_nothing(shown):
    """Within the lifetime, no request, no byte, no token."""
    _, text, _ = shown
    assert row(text, "The same pull again")[1:5] == ["0", "0", "0 B", "0"]


def test_after_expiry_only_changed_pages_are_transferred(shown):
    """Every page is asked for, and most are answered with 304 at one token."""
    made, text, _ = shown
    asked, unchanged, _, tokens = row(text, "... after its lifetime")[1:5]
    pages = made["orders"].attrs["esi"]["pages"]
    assert int(asked) == pages
    assert 0 < pages - int(unchanged) <= pages / 5
    assert int(tokens) == int(unchanged) + 2 * (pages - int(unchanged))


def test_it_writes_a_parquet_file(shown):
    """Reading the file returns the same frame."""
    made, _, folder = shown
    assert (folder / "orders.parquet").stat().st_size > 100_000
    assert made["same"].equals(made["named"])


def test_it_prints_the_ten_lines_that_it_executed(shown):
    """Printed lines are the executed ones."""
    _, text, _ = shown
    assert len(demo.lines()) == 10
    assert [line.rstrip() for line in text.rstrip().splitlines()][-10:] == demo.lines()


@pytest.mark.parametrize(
    ("started", "folder", "shown"),
    [
        (".venv/bin/esi-data", "elsewhere", ".venv/bin/esi-data"),
        (".venv/bin/esi-data", ".venv/bin", "esi-data"),
        ("esi_data/__main__.py", "elsewhere", "esi-data"),
    ],
    ids=["not on the path", "on the path", "as a module"],
)
def test_the_command_that_it_names_can_be_pasted(tmp_path, monkeypatch, started, folder, shown):
    """The path `.venv/bin/esi-data` if the shell finds another program or none; else the name."""
    for name in (".venv/bin", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
        program = tmp_path / name / ("esi-data.exe" if os.name == "nt" else "esi-data")
        program.touch(mode=0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [started, "demo"])
    monkeypatch.setenv("PATH", str(tmp_path / folder))
    assert Path(demo.command()) == Path(shown)


def test_it_fits_a_terminal_of_80_columns(shown):
    """No figure of the table is cut."""
    _, text, _ = shown
    assert "…" not in text


def test_it_writes_to_demo_output(tmp_path, monkeypatch):
    """The folder is where the command was started, whether it is there already or not."""
    monkeypatch.chdir(tmp_path)
    assert demo.default_folder() == Path("demo-output")
    (tmp_path / "demo-output").mkdir()
    assert demo.default_folder() == Path("demo-output")


@pytest.mark.parametrize("read_only", [".", "demo-output"])
def test_it_writes_to_a_temporary_folder_where_it_may_not_write(tmp_path, monkeypatch, read_only):
    """A read-only checkout, or what another user's demo wrote, is left alone."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / read_only).mkdir(exist_ok=True)
    monkeypatch.setattr(os, "access", lambda path, mode: path != Path(read_only))
    folder = demo.default_folder()
    assert folder.parent == tmp_path
    assert list(folder.iterdir()) == []
