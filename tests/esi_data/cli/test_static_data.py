"""Test the commands `sde`, and ids from tables as parameters of other commands."""

import csv
import io
import json

import pandas as pd
import pytest

from esi.sandbox.world.trade import MINERALS
from esi_data import read
from esi_data.cli.exit_status import with_commands


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    """Return a cache folder for all tests of this file, so that one conversion is enough."""
    return str(tmp_path_factory.mktemp("builds"))


@pytest.fixture(autouse=True)
def _shared_builds(builds, monkeypatch):
    monkeypatch.setenv("ESI_CACHE_DIR", builds)


def rows(out):
    return list(csv.DictReader(io.StringIO(out)))


def test_update_downloads_a_build_once(run, esi_sandbox, monkeypatch, tmp_path):
    """Later runs find the build of the first; its number is on standard error."""
    monkeypatch.setenv("ESI_CACHE_DIR", str(tmp_path))
    status, out, err = run("sde", "update")
    assert (status, out) == (0, "")
    assert f"Build {esi_sandbox.static_data.build} is ready." in err
    status, _, err = run("sde", "update")
    assert (status, err) == (0, f"Build {esi_sandbox.static_data.build} was already here.\n")


def test_list_names_the_tables(run):
    """Rows and keys are listed as data for other programs."""
    status, out, err = run("sde", "list", "--format", "csv")
    found = {row["table"]: row for row in rows(out)}
    assert status == 0
    assert json.loads(found["types"]["keys"]) == ["type_id"]
    assert int(found["mapSolarSystems"]["rows"]) == 96
    assert "Build 3000001." in err


def test_table_prints_a_table_in_the_chosen_languages(run):
    """By default, names of all languages are columns."""
    status, out, _ = run("sde", "table", "mapRegions", "--language", "de", "--format", "csv")
    names = {row["region_id"]: row["name_de"] for row in rows(out)}
    assert (status, names["10000002"]) == (0, "The Forge")
    assert "name_en" not in rows(out)[0]
    _, out, _ = run("sde", "table", "mapRegions", "--format", "csv")
    assert {"name_en", "name_ko"} <= rows(out)[0].keys()


def test_columns_are_chosen_as_by_the_library(run):
    """`name` stands for the names in the chosen languages."""
    options = ("--columns", "region_id,name", "--language", "en", "--language", "ko")
    status, out, _ = run("sde", "table", "mapRegions", *options, "--format", "csv")
    assert (status, list(rows(out)[0])) == (0, ["region_id", "name_en", "name_ko"])


def test_a_list_for_people_leaves_the_columns_out(run):
    """Columns would fill pages, so only the other formats list them."""
    _, out, _ = run("sde", "list")
    assert "refers_to" in out
    assert "volume" not in out


def test_tables_complete_once_a_build_is_installed(run, monkeypatch, capsys):
    """Completion sends no request, so without a build it suggests nothing."""
    run("sde", "update")
    monkeypatch.setenv("COMP_WORDS", "esi-data sde table mapS")
    monkeypatch.setenv("COMP_CWORD", "3")
    monkeypatch.setenv("_ESI_DATA_COMPLETE", "bash_complete")
    with pytest.raises(SystemExit):
        run()
    assert [line.partition(",")[2] for line in capsys.readouterr().out.split()] == [
        "mapSolarSystems", "mapStargates", "mapStars",
    ]  # fmt: skip


def test_a_table_can_be_written_to_a_file(run, tmp_path):
    """Parquet files keep the types of the table."""
    file = tmp_path / "types.parquet"
    status, _, err = run("sde", "table", "types", "--columns", "type_id,volume", "-o", str(file))
    assert status == 0, err
    assert list(pd.read_parquet(file).dtypes.astype(str)) == ["int64", "float64"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("table", "tpyes"), "no table 'tpyes'"),
        (("table", "types", "--language", "tlh"), "no language 'tlh'"),
        (("table", "types", "--columns", "mass,colour"), "no column 'colour'"),
        (("route", "Jita", "Amar"), "destination='Amar' is not the name of a system. Did you mean"),
        (("route", "Jita", "Amarr", "--avoid", "Nowhere"), "avoid='Nowhere' is not the name"),
        (("route", "Jita", "Amarr", "--prefer", "fast"), "less-secure"),
        (("route", "Jita", "Amarr", "--penalty", "101"), "0<=x<=100"),
        (("route", "Jita", "Amarr", "--connection", "Jita"), "'Jita' is not a pair of systems"),
        (("route", "Jita", "Amarr", "--one-way", "Jita=Nowhere"), "one_way='Nowhere' is not"),
    ],
)
def test_wrong_arguments_are_usage_errors(run, arguments, message):
    """Usage errors exit with 2 and a message that names the valid values, without a traceback."""
    status, out, err = run("sde", *arguments)
    assert (status, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_route_lists_the_systems_on_the_way(run):
    """Systems are given by name or id; the number of jumps is on standard error."""
    status, out, err = run("sde", "route", "Jita", "30002053", "--format", "csv")
    way = rows(out)
    assert (status, way[0]["system_name"], way[-1]["system_name"]) == (0, "Jita", "Hek")
    assert err.endswith(f"{len(way) - 1} jumps.\n")


def test_route_knows_preferences_and_connections(run):
    """Options correspond to the arguments of `esi.sde.route`."""
    options = ("--prefer", "less-secure", "--penalty", "80", "--format", "csv")
    status, out, _ = run("sde", "route", "Jita", "Hek", *options, "--connection", "Hek=Jita")
    assert (status, [row["system_name"] for row in rows(out)]) == (0, ["Jita", "Hek"])
    _, out, _ = run("sde", "route", "Jita", "Hek", *options, "--one-way", "Hek=Jita")
    assert len(rows(out)) > 2


def test_no_route_is_a_failure_with_a_reason(run, esi_sandbox):
    """Valid arguments without a route exit with 1, not with the usage error 2."""
    world = esi_sandbox.world
    around = [n for n in world.systems if n not in {30000142, 30002053}]
    avoid = [each for number in around for each in ("--avoid", str(number))]
    status, out, err = run("sde", "route", "Taharo-0", "Hek", *avoid)
    assert (status, out) == (1, "")
    assert "There is no route from Taharo-0 to Hek around the systems of --avoid" in err


def test_no_route_names_the_option_that_helps():
    """Messages of the library name the command's options instead of arguments."""
    said = with_commands("Jita has no stargates. Pass its wormholes as connections=.")
    assert said == "Jita has no stargates. Pass its wormholes with --connection A=B."


def test_a_call_takes_ids_from_a_table(run, esi_sandbox):
    """Each id that meets the condition makes one call."""
    status, out, err = run(
        "call", "get_universe_regions_region_id", "region_id=@mapRegions:name_en=The Forge",
        "--format", "csv",
    )  # fmt: skip
    assert (status, [row["name"] for row in rows(out)]) == (0, ["The Forge"]), err


def test_a_pull_takes_ids_from_a_table(run, data):
    """Each id becomes a part of the dataset, as if it were listed explicitly."""
    types = "type_id=@types:group_id=18"
    status, _, err = run(
        "pull", "get_markets_region_id_history", "region_id=10000002", types, "-o", str(data)
    )
    assert status == 0, err
    assert set(read(data)["type_id"]) == set(MINERALS)


def test_a_wrong_selection_is_a_usage_error(run):
    """No request is sent for a wrong selection."""
    status, _, err = run(
        "plan", "get_universe_types_type_id", "type_id=@types:grup_id=18", "--learn", "0"
    )
    assert status == 2
    assert "there is no column 'grup_id'. Did you mean group_id" in err
