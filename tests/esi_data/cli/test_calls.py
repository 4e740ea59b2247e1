"""Commands for calls and completion, and behaviour in pipes."""

import contextlib
import os
import pty
import re
import signal
import subprocess
import sys
import termios
import threading

import pytest

from esi.errors import UnknownOperationError
from esi_data import read
from esi_data.cli.main import cli
from tests.support import processes

REGIONS = "region_id=10000002,10000043"
ORDERS = "get_markets_region_id_orders"


def run_in_shell(esi_sandbox, line, **env):
    """Run a command line in a shell that has `esi-data`, in a folder of this test."""
    line = line.replace("esi-data", f"{sys.executable} -m esi_data")
    surroundings = {**os.environ, "ESI_API_URL": esi_sandbox.url, **env}
    return processes.run("bash", "-c", line, env=surroundings, cwd=surroundings["ESI_CACHE_DIR"])


def test_a_pull_fills_a_folder(run, tmp_path):
    """Nothing goes to standard output; what was done goes to standard error."""
    status, out, err = run("pull", ORDERS, REGIONS, "type_id=34", "-o", str(tmp_path / "orders"))
    assert (status, out) == (0, "")
    assert "2 parts" in err
    assert read(tmp_path / "orders")["region_id"].nunique() == 2


def test_another_pull_into_the_folder_is_a_usage_error(run, tmp_path):
    """Exit status 2, and the message says what the folder contains."""
    run("pull", ORDERS, REGIONS, "type_id=34", "-o", str(tmp_path / "orders"))
    status, _, err = run("pull", ORDERS, REGIONS, "-o", str(tmp_path / "orders"))
    assert status == 2
    assert err.startswith("Error: ")
    assert "Pull to another folder" in err


def test_a_failed_pull_says_how_to_resume(run, esi_sandbox, tmp_path):
    """Exit status 1, progress in the message, no traceback."""
    esi_sandbox.faults.drop(times=None, path="/markets/10000043/*")
    status, _, err = run("pull", ORDERS, REGIONS, "type_id=34", "-o", str(tmp_path / "orders"))
    assert status == 1
    assert "1 of 2 parts in" in err
    assert "Traceback" not in err


def test_recipes_are_listed_shown_and_run(run, tmp_path):
    """One command for each."""
    assert "trade-hubs " in run("recipe", "list")[1]
    _, text, _ = run("recipe", "show", "trade-hubs")
    file = tmp_path / "mine.toml"
    file.write_text(text.replace("10000002, 10000043, 10000032, 10000042, ", ""), encoding="utf-8")
    status, _, err = run("recipe", "run", str(file), "-o", str(tmp_path / "data"))
    assert (status, ": 1 part; " in err) == (0, True)
    assert len(read(tmp_path / "data/orders")) > 0
    assert run("recipe", "run", "nothing")[0] == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(run, shell):
    """Print a script in each shell's language."""
    status, out, _ = run("completion", shell)
    assert (status, "_ESI_DATA_COMPLETE" in out) == (0, True)


def test_operations_are_completed(run, esi_sandbox):
    """By the document that is kept; without one there is nothing to complete, and no noise."""
    words = {
        "_ESI_DATA_COMPLETE": "bash_complete",
        "COMP_WORDS": "esi-data call get_markets_region",
        "COMP_CWORD": "2",
    }
    before = run_in_shell(esi_sandbox, "esi-data", **words)
    assert (before.stdout.strip(), before.stderr) == ("", "")
    assert run("call", "get_status")[0] == 0
    assert ORDERS in run_in_shell(esi_sandbox, "esi-data", **words).stdout


@pytest.mark.parametrize(
    "command",
    ["call get_universe_types --format csv", "ops --format json", "demo", "recipe show trade-hubs"],
)
def test_a_closed_pipe_is_no_error(esi_sandbox, command):
    """`| head` has read enough: no noise, exit status 0 of all commands in the pipe."""
    done = run_in_shell(esi_sandbox, f"esi-data {command} | head -c 1; echo ${{PIPESTATUS[0]}}")
    assert done.stderr == ""
    assert done.stdout[1:].strip() == "0"


def test_nothing_but_data_goes_through_a_pipe(esi_sandbox):
    """No progress and no colour where there is no terminal."""
    done = run_in_shell(esi_sandbox, f"esi-data call {ORDERS} {REGIONS} --format csv")
    assert done.stderr == ""
    assert done.stdout.startswith("region_id,")
    assert "\x1b" not in done.stdout


def commands(group, path=()):
    """Every command that does something: its words, and itself."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


COMMANDS = dict(commands(cli))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_each_help_text_has_an_example(run, path):
    """Its help shows lines that can be typed, each on a line of its own."""
    status, out, _ = run(*path, "--help")
    assert status == 0
    typed = f"esi-data {' '.join(path)}"
    assert [line for line in out.splitlines() if line.strip().startswith(typed)], out


def test_every_library_call_has_its_command():
    """List all commands in one assertion."""
    assert {" ".join(path) for path in COMMANDS} == {
        "cache clear",
        "cache info",
        "call",
        "characters",
        "completion",
        "dates",
        "demo",
        "doctor",
        "ids",
        "limits",
        "login",
        "logout",
        "ops",
        "plan",
        "pull",
        "recipe list",
        "recipe run",
        "recipe show",
        "sandbox",
        "sde list",
        "sde route",
        "sde table",
        "sde update",
        "spec save",
        "stubs",
    }


def test_the_package_recipes_run_by_name(esi_sandbox, tmp_path):
    """Each with one command, start to end, every dataset that it names filled."""
    for region in (10000002, 10000043, 10000032, 10000042, 10000030):
        esi_sandbox.set_pages(f"/markets/{region}/orders", 1, rows=10)
        esi_sandbox.set_pages(f"/markets/{region}/types", 1, rows=3)
    esi_sandbox.set_pages("/contracts/public/10000002", 1, rows=8)
    names = ("trade-hubs", "trade-hubs-history", "public-contracts")
    line = " && ".join(f"esi-data recipe run {name} -o {tmp_path}" for name in names)
    done = run_in_shell(esi_sandbox, line)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    for dataset in ("orders", "traded", "history"):
        assert read(tmp_path / dataset)["region_id"].nunique() == 5, dataset
    contracts, items = read(tmp_path / "contracts"), read(tmp_path / "items")
    wanted = contracts[contracts["type"].isin(["item_exchange", "auction"])]
    assert set(items["contract_id"]) == set(wanted["contract_id"]) != set()
    assert not list(tmp_path.glob("_recipe-*.json"))  # nothing is left to go on with


def on_a_terminal(esi_sandbox, command, stream, **env):
    """Return what a terminal shows of `stdout` or `stderr` of a command."""
    master, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, 100))
    surroundings = {**os.environ, "ESI_API_URL": esi_sandbox.url, "TERM": "xterm-256color", **env}
    other = {"stdout": "stderr", "stderr": "stdout"}[stream]
    words = (sys.executable, "-m", "esi_data", *command.split())
    streams = {stream: terminal, other: subprocess.DEVNULL}
    shown = []

    def look():
        with contextlib.suppress(OSError):  # Linux's word for the other end being closed
            while chunk := os.read(master, 4096):
                shown.append(chunk)

    looking = threading.Thread(target=look)
    try:
        with processes.Child(*words, env=surroundings, **streams) as child:
            looking.start()
            assert child.end().returncode == 0
    finally:
        os.close(terminal)
        looking.join()
        os.close(master)
    return b"".join(shown).decode()


@pytest.mark.parametrize(("env", "colour"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_no_color_is_obeyed(esi_sandbox, monkeypatch, env, colour):
    """NO_COLOR removes all escape sequences from a table on a terminal."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = on_a_terminal(esi_sandbox, "call get_status", "stdout", **env)
    assert "players" in shown
    assert ("\x1b" in shown) is colour


def test_progress_is_shown_on_a_terminal(esi_sandbox, tmp_path):
    """On standard error, of what takes longer than a moment."""
    esi_sandbox.faults.latency = 0.2
    where = "region_id=10000002,10000043,10000032,10000042,10000030 type_id=34,35,36"
    command = f"pull {ORDERS} {where} -o {tmp_path / 'data'}"
    shown = on_a_terminal(esi_sandbox, command, "stderr")
    assert re.search(r"\d+/15", shown), shown


def test_a_plan_has_a_summary_sentence(run):
    """With the time in units for people; in CSV there is the row alone."""
    status, out, err = run("plan", ORDERS, REGIONS)
    assert (status, "seconds" in out) == (0, True)
    assert re.match(r"(At least )?\d+ requests, \d+ tokens of [\d,]+ left in market-order", err)
    assert "left in" not in run("plan", ORDERS, REGIONS, "--format", "csv")[2]


def test_cache_info_prints_csv(run):
    """`cache info --format csv`: rows, and nothing else on standard output."""
    run("call", "get_status")
    _, out, _ = run("cache", "info", "--format", "csv")
    assert out.splitlines()[0].startswith("operation,")
    assert "get_status," in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("call", ORDERS, "region_id=10000002", "--explode", "nope"), "explode='nope'"),
        (("pull", ORDERS, "region_id=1", "--mode", "append", "-o", "{}"), "needs a key"),
        (
            ("pull", ORDERS, "region_id=1", "--mode", "append", "--key", "x", "-o", "{}"),
            "column 'x'",
        ),
        (("pull", ORDERS, "region_id=1", "--explode", "nope", "-o", "{}"), "explode='nope'"),
        (("pull", "get_universe_types_type_id", "--language", "xx", "-o", "{}"), "type_id"),
        (("cache", "clear", "--older-than", "-5"), "not in the range"),
        (("plan", "get_status", "--learn", "-1"), "not in the range"),
        (("cache", "clear", "nope"), "esi-data ops wallet"),
        (("--date", "tomorrow", "call", "get_status"), "tomorrow"),
    ],
)
def test_usage_errors_exit_with_2(run, tmp_path, words, told):
    """Exit status 2 and a line that names it; nothing is written."""
    data = tmp_path / "data"
    status, out, err = run(*(word.format(data) for word in words))
    assert (status, out) == (2, "")
    assert told in err
    assert not data.exists()


def test_a_warning_is_a_line(esi_sandbox):
    """It says what it is, and not where in the program it was said."""
    done = run_in_shell(esi_sandbox, "esi-data --date 1999-01-01 call get_status")
    assert done.returncode == 0
    assert done.stderr.startswith("Warning: The API no longer offers the compatibility date")
    assert ".py" not in done.stderr


def test_shared_options_may_follow_the_command(run, tmp_path):
    """Users append `--debug` to the end of the line."""
    status, out, _ = run("call", "get_status", "--cache", str(tmp_path / "kept"), "--format", "csv")
    assert (status, out.splitlines()[0]) == (0, "players,server_version,start_time,vip")
    assert (tmp_path / "kept").is_dir()
    with pytest.raises(UnknownOperationError):
        run("call", "get_statu", "--debug")


def test_a_parameter_given_twice_has_both_values(run):
    """Both values are used, also for a text with choices."""
    words = ("type_id=34", "order_type=buy,sell", "--columns", "region_id,order_type")
    regions = ("region_id=10000002", "region_id=10000043")
    status, out, err = run("call", ORDERS, *regions, *words, "--format", "csv")
    assert status == 0, err
    assert len(set(out.splitlines()[1:])) == 4


def test_a_value_with_a_comma_is_json(run):
    """List parameters accept JSON."""
    _, out, _ = run("call", "post_universe_ids", 'names=["Jita", "a, b"]', "--format", "csv")
    assert "Jita" in out
    assert run("call", "post_universe_ids", "names=[Jita")[0] == 2


def test_an_interrupt_exits_with_130(run, esi_sandbox, tmp_path):
    """As in shells; finished parts stay, and a line says how to resume."""
    run("call", ORDERS, "region_id=10000002", "type_id=34")
    esi_sandbox.drain("market-order")  # the other region waits for the limit
    words = [sys.executable, "-m", "esi_data", "pull", ORDERS, REGIONS, "type_id=34"]
    folder = tmp_path / "orders"
    with processes.Child(*words, "-o", folder) as child:
        child.until(lambda: any(each.stat().st_size for each in folder.glob("_parts-*")))
        child.until(lambda: "waits" in child.err)  # nothing else will be logged
        child.process.send_signal(signal.SIGINT)
        done = child.end()
    assert done.returncode == 130
    assert "1 of 2 parts in" in done.stderr
    assert done.stderr.endswith("Interrupted.\n")
    assert "Traceback" not in done.stderr


def test_errors_name_commands_instead_of_python(run):
    """A missing login names the command that helps."""
    status, _, err = run("call", "get_characters_character_id_wallet", "character_id=90000001")
    assert status == 1
    assert "esi-data login --scope esi-wallet.read_character_wallet.v1" in err
    assert "then pass --character NAME" in err
    assert "esi.login" not in err


@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-"])
def test_a_closed_stream_is_not_an_error(esi_sandbox, closed):
    """No traceback, and nothing else is written to it."""
    done = run_in_shell(esi_sandbox, f"esi-data call get_status --format csv {closed}")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("group", [(), ("cache",), ("recipe",), ("spec",)], ids=" ".join)
def test_command_summaries_are_not_cut(run, group):
    """Summaries fit a narrow terminal."""
    status, out, _ = run(*group, "--help")
    assert status == 0
    assert not [line for line in out.splitlines()[1:] if line.endswith("...")]


@pytest.fixture
def complete(run, monkeypatch, capsys):
    """Return a function that completes a line in this process."""

    def completed(words):
        for name, value in {
            "_ESI_DATA_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        }.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit):
            run()
        return capsys.readouterr().out

    return completed


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("esi-data recipe run tr", ["trade-hubs", "trade-hubs-history"]),
        ("esi-data call get_status --language k", ["ko"]),
        ("esi-data cache clear get_sta", ["get_status"]),
        ("esi-data login --for get_sta", ["get_status"]),
        ("esi-data ca", ["cache", "call"]),
        ("esi-data call get_status --form", ["--format"]),
    ],
)
def test_names_are_completed(run, complete, words, completed):
    """Completion offers names that are known on this machine."""
    assert run("call", "get_status")[0] == 0
    assert complete(words).split() == [f"plain,{name}" for name in completed]


def test_a_file_is_completed_by_the_shell(complete):
    """Files are completed if no recipe matches."""
    assert complete("esi-data recipe run ./my").startswith("file,")


def test_one_bad_value_among_many(run):
    """Errors name the value, and the option that collects failures."""
    words = ("call", "get_universe_types_type_id", "type_id=34,99999999", "--columns", "type_id")
    status, out, err = run(*words)
    assert (status, out) == (1, "")
    assert "It was the call of type_id=99999999; --on-error collect keeps the others." in err
    status, out, err = run(*words, "--on-error", "collect", "--format", "csv")
    assert (status, out) == (0, "type_id\n34\n")
    assert err == "Failed: type_id=99999999: 404, Type not found!\n"


@pytest.mark.parametrize("values", ["99999999", "10000002,99999999"])
def test_a_bulk_pull_names_the_value_that_failed(run, esi_sandbox, tmp_path, values):
    """Of one call as of many: it is what the user must change."""
    esi_sandbox.faults.fail(404, times=None, path="/markets/99999999/*")
    words = ("pull", "get_markets_region_id_orders", f"region_id={values}")
    status, _, err = run(*words, "-o", str(tmp_path / "orders"))
    assert status == 1
    assert "the API responded with 404 to region_id=99999999" in err
    assert run(*words[:2], "region_id=10000002", "-o", str(tmp_path / "orders"))[0] == 0


def test_a_recipe_names_the_value_that_failed(run, esi_sandbox, tmp_path):
    """Beside the pull and the recipe that it was in."""
    esi_sandbox.faults.fail(404, times=None, path="/markets/99999999/*")
    (tmp_path / "mine.toml").write_text(
        'title = "x"\n[[pull]]\nname = "types"\noperation = "get_markets_region_id_types"\n'
        "[pull.parameters]\nregion_id = [99999999]\n"
    )
    recipe = str(tmp_path / "mine.toml")
    status, _, err = run("recipe", "run", recipe, "-o", str(tmp_path / "data"))
    assert status == 1
    assert "404 to region_id=99999999" in err
    assert "This was pull 'types' of recipe mine." in err
