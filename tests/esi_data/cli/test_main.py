"""Commands print their results in the requested format."""

import json

import pandas as pd
import pytest

from esi_data import read
from esi_data.cli.main import cli


def test_a_call_prints_a_table(run):
    """Tables are the default."""
    status, out, err = run("call", "get_status")
    assert (status, err) == (0, "")
    assert "players" in out.splitlines()[0]
    assert len(out.splitlines()) == 2


def test_a_call_prints_csv(run):
    """CSV has a header and all rows."""
    _, out, _ = run("call", "get_universe_types_type_id", "type_id=34,35", "--format", "csv")
    lines = out.splitlines()
    assert "type_id" in lines[0].split(",")
    assert len(lines) == 3


def test_a_call_prints_json(run):
    """JSON is a list of records; names stay readable."""
    _, out, _ = run(
        "call",
        "get_universe_types_type_id",
        "type_id=30004984",
        "--language",
        "ko",
        "--format",
        "json",
    )
    assert json.loads(out)[0]["name_ko"] == "스비풀"
    assert "스비풀" in out


def test_a_body_of_names_is_a_list(run):
    """Body parameters accept comma-separated values."""
    _, out, _ = run("call", "post_universe_ids", "names=Jita,Tritanium", "--format", "csv")
    assert "Jita" in out
    assert "Tritanium" in out


@pytest.mark.parametrize("suffix", ["csv", "json", "parquet"])
def test_the_suffix_decides_the_format(run, tmp_path, suffix):
    """`-o` writes the form that the name says, and says what it wrote on standard error."""
    file = tmp_path / f"prices.{suffix}"
    status, out, err = run("call", "get_markets_prices", "-o", str(file))
    assert (status, out) == (0, "")
    reader = {"csv": pd.read_csv, "json": pd.read_json, "parquet": read}[suffix]
    frame = reader(file)
    assert f"{len(frame):,} rows" in err
    assert "type_id" in frame.columns


def test_names_are_added_on_request(run):
    """`--names` adds a name column."""
    status, out, err = run("call", "get_markets_prices", "--names", "--format", "csv")
    assert status == 0, err
    assert "type_name" in out.splitlines()[0]


def test_operations_are_found(run):
    """`ops` searches names, tags, paths and summaries."""
    status, out, _ = run("ops", "wallet", "--format", "csv")
    assert status == 0
    assert "get_characters_character_id_wallet" in out


def test_an_empty_result_is_reported_on_standard_error(run):
    """Empty results succeed, with a message."""
    status, _, err = run("ops", "zzzz", "--format", "csv")
    assert status == 0
    assert "No operation has 'zzzz'" in err


def test_the_cache_can_be_looked_at_and_cleared(run):
    """`cache info` counts what `cache clear` forgets."""
    run("call", "get_status")
    assert "get_status" in run("cache", "info")[1]
    assert run("cache", "clear", "get_markets_prices") == (0, "", "Deleted 0 responses.\n")
    assert run("cache", "clear", "--older-than", "1") == (0, "", "Deleted 0 responses.\n")
    assert run("cache", "clear") == (0, "", "Deleted 1 response.\n")
    assert "get_status" not in run("cache", "info")[1]


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_has_help(run, command):
    """`--help` explains each command and exits with 0."""
    status, out, _ = run(command, "--help")
    assert status == 0
    assert out.lower().startswith("usage: esi-data " + command)
    assert "\\b" not in out  # click's mark, written as a text


def test_the_sandboxs_help_names_its_options(run):
    """Nobody is sent to another program for them; a wrong one is a usage error."""
    assert "--lifetime" in run("sandbox", "--help")[1]
    assert run("sandbox", "--no-such-option")[0] == 2


def test_an_unknown_suffix_is_refused(run, tmp_path):
    """Rather than guessed; `--format` says it."""
    file = tmp_path / "status.text"
    status, _, err = run("call", "get_status", "-o", str(file))
    assert status == 2
    assert "--format" in err
    assert not file.exists()
    assert run("call", "get_status", "-o", str(file), "--format", "table")[0] == 0
    assert "players" in file.read_text(encoding="utf-8")


def test_the_catalogue_in_a_file(run, tmp_path):
    """`ops -o FILE` writes the form that the name says, with all columns."""
    file = tmp_path / "operations.csv"
    assert run("ops", "wallet", "-o", str(file))[0] == 0
    assert file.read_text(encoding="utf-8").startswith("operation,openapi_id,")


def test_a_frame_of_lists_prints(run):
    """Cells that hold lists are no obstacle to a table."""
    status, out, _ = run("call", "get_universe_regions_region_id", "region_id=10000002")
    assert status == 0
    assert "The Forge" in out
