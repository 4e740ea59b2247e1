"""The commands for pulling, completion, and how the command line behaves in pipes."""

import os
import subprocess
import sys

import pytest

from esi_data import read
from esi_data.__main__ import main
from esi_data.cli import cli

REGIONS = "region_id=10000002,10000043"
ORDERS = "get_markets_region_id_orders"


@pytest.fixture
def run(esi_sandbox, monkeypatch, capsys):
    """Run a command against the sandbox: (exit status, standard output, standard error)."""
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)

    def command(*args):
        monkeypatch.setattr("sys.argv", ["esi-data", *args])
        status = main()
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


def started(esi_sandbox, line, **env):
    """A command line of the shell, with `esi-data` in it."""
    line = line.replace("esi-data", f"{sys.executable} -m esi_data")
    surroundings = {**os.environ, "ESI_API_URL": esi_sandbox.url, **env}
    return subprocess.run(
        ["bash", "-c", line], env=surroundings, capture_output=True, text=True, check=False
    )


def test_a_pull_fills_a_folder(run, tmp_path):
    """Nothing goes to standard output; what was done goes to standard error."""
    status, out, err = run("pull", ORDERS, REGIONS, "type_id=34", "-o", str(tmp_path / "orders"))
    assert (status, out) == (0, "")
    assert "2 parts" in err
    assert read(tmp_path / "orders")["region_id"].nunique() == 2


def test_another_pull_into_the_folder_is_a_wrong_use(run, tmp_path):
    """Exit status 2, and the message says what is there."""
    run("pull", ORDERS, REGIONS, "type_id=34", "-o", str(tmp_path / "orders"))
    status, _, err = run("pull", ORDERS, REGIONS, "-o", str(tmp_path / "orders"))
    assert status == 2
    assert err.startswith("Error: ")
    assert "Pull to another folder" in err


def test_a_pull_that_failed_says_how_to_go_on(run, esi_sandbox, tmp_path):
    """Exit status 1, how far it came, no traceback."""
    esi_sandbox.faults.drop(times=None, path="/markets/10000043/*")
    status, _, err = run("pull", ORDERS, REGIONS, "type_id=34", "-o", str(tmp_path / "orders"))
    assert status == 1
    assert "1 of 2 parts are in" in err
    assert "Traceback" not in err


def test_recipes_are_listed_shown_and_run(run, tmp_path):
    """One command for each."""
    assert "trade-hubs " in run("recipe", "list")[1]
    _, text, _ = run("recipe", "show", "trade-hubs")
    file = tmp_path / "mine.toml"
    file.write_text(text.replace("10000002, 10000043, 10000032, 10000042, ", ""), encoding="utf-8")
    status, _, err = run("recipe", "run", str(file), "-o", str(tmp_path / "data"))
    assert (status, "1 parts" in err) == (0, True)
    assert len(read(tmp_path / "data/orders")) > 0
    assert run("recipe", "run", "nothing")[0] == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(run, shell):
    """The shell's own words."""
    status, out, _ = run("completion", shell)
    assert (status, "_ESI_DATA_COMPLETE" in out) == (0, True)


def test_operations_are_completed(esi_sandbox):
    """By the document that is kept; without one there is nothing to complete, and no noise."""
    words = {
        "_ESI_DATA_COMPLETE": "bash_complete",
        "COMP_WORDS": "esi-data call get_markets_region",
        "COMP_CWORD": "2",
    }
    before = started(esi_sandbox, "esi-data", **words)
    assert (before.stdout.strip(), before.stderr) == ("", "")
    assert started(esi_sandbox, "esi-data call get_status").returncode == 0
    assert ORDERS in started(esi_sandbox, "esi-data", **words).stdout


@pytest.mark.parametrize("command", ["call get_universe_types --format csv", "ops --format json"])
def test_a_closed_pipe_is_no_error(esi_sandbox, command):
    """`| head` has read enough: no noise, exit status 0 of all commands in the pipe."""
    done = started(esi_sandbox, f"esi-data {command} | head -c 1; echo ${{PIPESTATUS[0]}}")
    assert done.stderr == ""
    assert done.stdout[1:].strip() == "0"


def test_nothing_but_data_goes_through_a_pipe(esi_sandbox):
    """No progress and no colour where there is no terminal."""
    done = started(esi_sandbox, f"esi-data call {ORDERS} {REGIONS} --format csv")
    assert done.stderr == ""
    assert done.stdout.startswith("region_id,")
    assert "\x1b" not in done.stdout


def test_each_command_teaches_by_example():
    """Every command that takes arguments shows lines that can be typed."""

    def commands(group, path):
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from commands(command, [*path, name])
            else:
                yield [*path, name], command

    for path, command in commands(cli, []):
        arguments = [p for p in command.params if p.param_type_name == "argument" and p.required]
        if arguments and path != ["spec", "save"]:
            assert f"esi-data {' '.join(path)} " in command.help, path
