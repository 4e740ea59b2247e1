"""Frames are written to a file or standard output, in each format."""

import contextlib
import csv
import io
import json
import locale
import os
import sys

import pandas as pd
import pytest

from esi_data import read
from esi_data.cli.main import main
from tests.support import processes

TYPE = ("call", "get_universe_types_type_id", "type_id=34562,34")


def test_csv_has_json_in_its_cells(run):
    """Lists and objects can be read by any program, not by Python alone."""
    _, out, _ = run(*TYPE, "--format", "csv")
    first = next(csv.DictReader(io.StringIO(out)))
    assert json.loads(first["dogma_attributes"])[0] == {"attribute_id": 9, "value": 350}


def test_json_keeps_each_digit(tmp_path):
    """Small and large numbers are those of the frame; times are written as by the API."""
    from esi_data.cli.output import output_of

    numbers = [1e-12, 0.1234567890123, 12345678901.23]
    times = pd.to_datetime(["2026-08-18T11:05:00Z", None, "2026-08-18T00:00:00Z"]).as_unit("us")
    days = pd.to_datetime(["2026-08-18", "2026-08-19", None]).as_unit("us")
    frame = pd.DataFrame({"number": numbers, "at": times, "day": days})
    file = tmp_path / "numbers.json"
    output_of(None, str(file)).write(frame)
    rows = json.loads(file.read_text())
    assert [row["number"] for row in rows] == numbers
    assert [row["at"] for row in rows] == ["2026-08-18T11:05:00Z", None, "2026-08-18T00:00:00Z"]
    assert [row["day"] for row in rows] == ["2026-08-18", "2026-08-19", None]


def test_json_has_a_record_on_each_line(run):
    """`head` and `grep` work on it; an empty answer is an empty list."""
    _, out, _ = run(*TYPE, "--format", "json")
    assert len(out.splitlines()) == 4
    assert run("ops", "zzzz", "--format", "json")[1] == "[]\n"


def test_parquet_goes_through_a_pipe(esi_sandbox, tmp_path):
    """`--format parquet > FILE` is what `-o FILE` writes."""
    file = tmp_path / "status.parquet"
    words = [sys.executable, "-m", "esi_data", "call", "get_status", "--format", "parquet"]
    with file.open("wb") as out:
        env = os.environ | {"ESI_API_URL": esi_sandbox.url}
        processes.run(*words, env=env, stdout=out, check=True)
    assert read(file)["players"].iloc[0] > 0


def test_a_dash_is_standard_output(run):
    """`-` has this meaning in other programs too."""
    status, out, err = run("call", "get_status", "-o", "-", "--format", "csv")
    assert (status, err) == (0, "")
    assert out.startswith("players,")


def test_columns_are_chosen(run):
    """In the order asked for; a wrong one is named, with what comes close."""
    _, out, _ = run(*TYPE, "--columns", "type_id,name", "--format", "csv")
    assert out.splitlines() == ["type_id,name", "34562,Svipul", "34,Tritanium"]
    status, out, err = run(*TYPE, "--columns", "nam")
    assert (status, out) == (2, "")
    assert "There is no column 'nam'. Did you mean name?" in err


@pytest.mark.parametrize(
    ("file", "told"),
    [("{}/no/such/a.csv", "There is no folder"), ("{}", "is a folder"), ("{}/a.doc", "--format")],
)
def test_an_impossible_file_is_found_before_the_first_request(
    run, esi_sandbox, tmp_path, file, told
):
    """No hour-long pull ends in a mistyped name."""
    status, out, err = run("call", "get_status", "-o", file.format(tmp_path))
    assert (status, out) == (2, "")
    assert told in err
    assert esi_sandbox.requests == []


def test_a_full_disk_keeps_the_previous_file(run, tmp_path, monkeypatch):
    """Errors name the file, and no unfinished file stays."""
    file = tmp_path / "prices.csv"
    file.write_text("before")

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_csv", full)
    status, out, err = run("call", "get_markets_prices", "-o", str(file))
    assert (status, out) == (1, "")
    assert err == f"Error: {file}: No space left on device\n"
    assert file.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["prices.csv"]


# Text of players

HOSTILE = "cheap \x1b[31m\x9b1A\n\u202e \ud83d"


@pytest.fixture
def contracts(esi_sandbox):
    """Let a listing answer with texts that break terminals and encodings."""
    rows = [
        {
            "contract_id": number,
            "date_expired": "2026-12-01T00:00:00Z",
            "date_issued": "2026-11-01T00:00:00Z",
            "for_corporation": False,
            "issuer_corporation_id": 1,
            "issuer_id": 2,
            "title": title,
            "type": "auction",
        }
        for number, title in enumerate([HOSTILE, "fine \U0001f680"])
    ]
    esi_sandbox.faults.fail(
        200,
        times=None,
        path="/contracts/public/10000002",
        body=json.dumps(rows),
        headers={"Content-Type": "application/json"},
    )
    return "call", "get_contracts_public_region_id", "region_id=10000002"


@pytest.mark.filterwarnings("ignore:the response does not conform")
@pytest.mark.parametrize("form", ["table", "csv", "json", "parquet"])
def test_half_of_a_surrogate_pair_stops_no_output(run, contracts, tmp_path, form):
    """To a file and to a pipe; the other texts are as they were."""
    file = tmp_path / "contracts"
    status, _, err = run(*contracts, "--format", form, "-o", str(file))
    assert status == 0, err
    if form != "parquet":
        status, out, _ = run(*contracts, "--format", form)
        assert (status, out) == (0, file.read_text(encoding="utf-8"))
        assert "fine \U0001f680" in out


@pytest.mark.filterwarnings("ignore:the response does not conform")
@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_no_text_controls_a_terminal_or_breaks_its_encoding(
    run, contracts, monkeypatch, form, encoding
):
    """Whatever the terminal's encoding, in each format for people to read."""
    terminal = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    terminal.isatty = lambda: True
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    status, _, err = run(*contracts, "--columns", "title,type", "--format", form)
    assert status == 0, err
    terminal.flush()
    shown = terminal.buffer.getvalue().decode(encoding)
    assert "fine" in shown
    assert not set("\x1b\x9b\u202e\r\b") & set(shown)


def test_numbers_do_not_depend_on_the_locale(run, monkeypatch):
    """Programs read them back."""
    for name in ("LC_ALL", "LC_NUMERIC", "LANG"):
        monkeypatch.setenv(name, "de_DE.UTF-8")
    before = locale.setlocale(locale.LC_ALL)
    with contextlib.suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
    try:
        _, out, _ = run("call", "get_markets_prices", "--format", "csv")
    finally:
        locale.setlocale(locale.LC_ALL, before)
    prices = pd.read_csv(io.StringIO(out))
    assert {"float64", "int64"} >= set(map(str, prices.dtypes))


@pytest.mark.parametrize("stream", [io.StringIO, lambda: io.TextIOWrapper(io.BytesIO(), "utf-8")])
def test_an_argument_that_cannot_be_encoded_is_a_usage_error(monkeypatch, stream):
    """A shell passes undecodable bytes as halves of surrogate pairs; a program may replace both."""
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, stream())
    assert main(["ops", "call", "\udcff"]) == 2
