"""Commands print their results in the requested format."""

import json
import logging
import sys
import warnings
from importlib.abc import MetaPathFinder

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esi_data import Esi, read
from esi_data.__main__ import main as entry_point
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


def test_ids_of_names_are_found(run):
    """Ids of all names are in one table; `--category` selects some."""
    status, out, _ = run("ids", "The Forge", "Tritanium", "--format", "csv")
    assert status == 0
    assert out.splitlines() == [
        "name,category,id", "The Forge,region,10000002", "Tritanium,inventory_type,34",
    ]  # fmt: skip
    status, out, _ = run("ids", "Jita", "--category", "solar_system", "--format", "csv")
    assert (status, out.splitlines()[1:]) == (0, ["Jita,solar_system,30000142"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Tritaniun"], "'Tritaniun' is unknown in all languages"),
        (["Jita", "--category", "planet"], "use one of: "),
        ([], "Missing argument 'NAMES...'"),
    ],
)
def test_names_without_ids_are_usage_errors(run, words, said):
    """Messages say which name or category is wrong."""
    status, out, err = run("ids", *words)
    assert (status, out) == (2, "")
    assert said in err


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
    """The command's own help lists them; a wrong one is a usage error."""
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


# Whatever is typed

ANY = st.text(st.characters(exclude_characters="/\\~"), max_size=8)
WORDS = st.sampled_from(
    [
        *("call", "plan", "pull", "ops", "cache", "info", "clear", "recipe", "show", "run"),
        *("spec", "save", "characters", "limits", "completion", "bash", "get_status", "-o"),
        *("--format", "csv", "--columns", "--explode", "--language", "--character", "--key"),
        *("--mode", "append", "--learn", "--older-than", "--date", "--on-error", "--names"),
        *("get_markets_region_id_orders", "region_id=1", "region_id=", "type_id=x,1e5,nan"),
        *("post_universe_ids", "names=[", "names=" + "[" * 5000, "=", "-h", "--", "nan", "-1"),
        *("get_universe_types_type_id", "type_id=" + "9" * 5000, "x.csv", "."),
    ]
)


@settings(max_examples=60)
@given(words=st.lists(WORDS | ANY, max_size=7))
def test_no_command_line_ends_in_a_traceback(run, tmp_path, monkeypatch, words):
    """One of the documented statuses, and a message for people."""
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*words)
    assert status in (0, 1, 2)
    assert "Traceback" not in out + err
    assert status == 0 or err


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["..", "/x", "a", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=4,
)
KEYS = st.sampled_from(
    [
        "title",
        "every",
        "pull",
        "operation",
        "name",
        "parameters",
        "mode",
        "key",
        "from",
        "languages",
    ]
)


def toml(value):
    """Return a value in TOML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {toml(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return "''" if value is None else json.dumps(value).replace("NaN", "nan").replace("Inf", "inf")


@settings(max_examples=60)
@given(
    fields=st.dictionaries(KEYS, VALUES, max_size=4),
    step=st.dictionaries(KEYS, VALUES, max_size=4),
)
def test_no_recipe_ends_in_a_traceback(run, esi_sandbox, tmp_path, fields, step):
    """Valid TOML with wrong values is a usage error, before any request."""
    file = tmp_path / "mine.toml"
    steps = "\n".join(f"{name} = {toml(value)}" for name, value in step.items())
    text = "\n".join(f"{name} = {toml(value)}" for name, value in fields.items() if name != "pull")
    file.write_text(f"{text}\n[[pull]]\n{steps}\n", encoding="utf-8")
    esi_sandbox.clear()
    status, out, err = run("recipe", "run", str(file), "-o", str(tmp_path / "data"))
    assert (status, out) == (2, "")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "text", ["\x00", "a = ", "=", "[[pull]]\na = 1\n[pull]", "\ufeff", "a.b = 1"]
)
def test_a_file_that_is_no_recipe_is_a_usage_error(run, tmp_path, text):
    """The message names the file."""
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    status, _, err = run("recipe", "run", str(file))
    assert (status, "mine" in err) == (2, True)


@pytest.mark.parametrize("name", ["..", "../no", "a/../../b", "trade-hubs/..", ""])
def test_a_recipe_that_is_a_path_elsewhere_is_not_found(run, name):
    """Names of recipes never lead out of the package."""
    assert run("recipe", "show", name)[:2] == (2, "")


@pytest.mark.filterwarnings("default:foreign")
@pytest.mark.parametrize("where", ["error", "warning"])
def test_no_text_of_the_api_controls_the_terminal(run, esi_sandbox, monkeypatch, where):
    """Errors and warnings are one line, without escapes."""
    body = json.dumps({"error": "gone\x1b[2J\x07\u202e\nError: pay here"})
    if where == "error":
        esi_sandbox.faults.fail(400, path="/status", body=body)
        status, out, err = run("call", "get_status")
        assert (status, out) == (1, "")
    else:

        def warn(*_):
            logging.getLogger("esi_data").warning("foreign \x1b[2J\x07\u202e\nError: pay here")
            warnings.warn("foreign \x1b[2J\nError: pay here", UserWarning, stacklevel=2)

        monkeypatch.setattr(Esi, "with_names", lambda esi, frame, **_: warn() or frame)
        status, _, err = run("call", "get_status", "--names")
        assert (status, err.count("foreign")) == (0, 2)
    assert not set("\x1b\x07\u202e") & set(err)
    assert not [line for line in err.splitlines() if line.startswith("Error: pay")]


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "x", "1,5"])
def test_an_age_that_is_no_number_of_hours_deletes_nothing(run, value):
    """It is a usage error."""
    assert run("call", "get_status")[0] == 0
    assert run("cache", "clear", "--older-than", value)[0] == 2
    assert "get_status" in run("cache", "info")[1]


@pytest.mark.parametrize(
    "value", ["10.000.002", "10 000 002", "10,000,002", "1_0", "\u0661", "0x10"]
)
def test_thousands_separators_are_no_ids(run, esi_sandbox, value):
    """The error names the value; no other region is pulled instead."""
    run("ops", "zzz")
    esi_sandbox.clear()
    status, _, err = run("call", "get_markets_region_id_orders", f"region_id={value}")
    assert status == 2
    assert repr(value.removeprefix("10,").removesuffix(",002")) in err
    assert esi_sandbox.requests == []


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (("call", "get_status", "--format", "xml"), "csv"),
        (("call", "get_status", "--on-error", "no"), "collect"),
        (("pull", "get_status", "-o", "x", "--mode", "no"), "upsert"),
        (("completion", "tcsh"), "fish"),
        (("--date", "18.8.2026", "call", "get_status"), "%Y-%m-%d"),
        (("call", "get_universe_types_type_id", "type_id=34", "--language", "xx"), "ko"),
        (("recipe", "show", "x"), "trade-hubs"),
    ],
)
def test_a_wrong_value_of_an_option_names_the_allowed_ones(run, words, values):
    """The error lists all allowed values."""
    status, _, err = run(*words)
    assert (status, values in err) == (2, True), err


def test_saving_a_document_needs_a_folder(run, tmp_path, esi_sandbox):
    """It is found before the first request, and a file is replaced as a whole."""
    status, _, err = run("spec", "save", str(tmp_path / "no/esi.json"))
    assert (status, "There is no folder" in err) == (2, True)
    assert esi_sandbox.requests == []
    assert run("spec", "save", str(tmp_path / "esi.json"))[0] == 0
    assert json.loads((tmp_path / "esi.json").read_text())["swagger"] == "2.0"


def test_an_interrupt_during_the_imports_is_quiet(monkeypatch):
    """Its status is that of an interrupted command."""

    class Interrupting(MetaPathFinder):
        def find_spec(self, name, path=None, target=None):
            if name == "esi_data.cli.main":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "esi_data.cli.main")
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    assert entry_point() == 130
