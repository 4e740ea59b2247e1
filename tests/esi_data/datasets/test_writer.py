"""Resume a run after a changed list of values, a lost file or an interruption."""

import re
from contextlib import nullcontext

import pandas as pd
import pytest
from bravado.exception import HTTPNotFound

from esi.errors import ApiConnectionError
from esi_data import Esi, read
from esi_data.datasets import partitioning
from esi_data.datasets.manifest import Partitioning
from esi_data.errors import DatasetError, UnfinishedWarning
from tests.esi_data.datasets.test_pull_to import (
    consistent_with_its_manifest,
    files,
    manifest,
    named,
)

HISTORY = "get_markets_region_id_history"
ORDERS = "get_markets_region_id_orders"
REGIONS = [10000002, 10000043]


@pytest.fixture
def esi(esi, esi_sandbox):
    """Two regions of two pages."""
    for region in REGIONS:
        esi_sandbox.set_pages(f"/markets/{region}/orders", 2, rows=20)
    return esi


def keys(frame):
    return set(zip(frame["type_id"], frame["date"], strict=True))


@pytest.fixture
def dealt(esi, monkeypatch):
    """Types in three parts, and others in them: without the first of each, and with some more."""
    monkeypatch.setattr(partitioning, "CALLS_PER_FILE", 4)
    known = esi.client.Market.get_markets_region_id_types(region_id=REGIONS[0]).results()
    types, more = known[:12], known[12:15]
    divided = Partitioning([], "type_id", 3)
    parts = partitioning.parts_of(divided, {"region_id": REGIONS[:1], "type_id": types})
    assert len(parts) == 3
    less = [kind for part in parts for kind in part.fan_out["type_id"][1:]]
    return types, less + more


@pytest.mark.parametrize("mode", ["append", "upsert"])
def test_changing_the_values_of_an_interrupted_run_loses_no_row(
    esi, esi_sandbox, data, dealt, mode
):
    """Rows that interrupted runs have added stay, whatever values the next run requests."""
    types, others = dealt

    def pull(types):
        esi.pull_to(
            data,
            HISTORY,
            region_id=REGIONS[:1],
            type_id=types,
            folders=[],
            mode=mode,
            key=["date"],
        )

    had = set()
    for wanted in (types, others, types, others):
        esi_sandbox.faults.fail(404, path="/markets/*/history")
        esi.clear_cache()
        with pytest.raises(HTTPNotFound):
            pull(wanted)
        consistent_with_its_manifest(data)
        with pytest.warns(UnfinishedWarning, match="of 3 parts"):
            found = read(data)
        assert had <= keys(found)
        assert not found.duplicated(["type_id", "date"]).any()
        had = keys(found)
    esi.clear_cache()  # a refusal is remembered for a minute
    pull(types)
    both = list(dict.fromkeys([*types, *others]))
    assert had <= keys(read(data)) <= keys(esi.pull(HISTORY, region_id=REGIONS[:1], type_id=both))
    assert set(types) <= {kind for kind, _ in keys(read(data))}
    assert set(files(data)) == set(named(manifest(data)))


def test_a_part_to_fetch_again_counts_as_pending(esi, esi_sandbox, data, dealt):
    """Its rows are readable, and the warning counts it among the pending parts."""
    types, others = dealt
    asked = {"region_id": REGIONS[:1], "folders": []}
    esi_sandbox.faults.drop(times=None, path="/markets/*/history", after=len(types) - 1)
    with pytest.raises(ApiConnectionError):
        esi.pull_to(data, HISTORY, type_id=types, **asked)
    done = len(manifest(data)["run"]["parts"])
    esi.clear_cache()
    esi_sandbox.faults.clear()
    esi_sandbox.faults.drop(times=None, path="/markets/*/history")
    with pytest.raises(ApiConnectionError) as caught:
        esi.pull_to(data, HISTORY, type_id=others, **asked)
    assert "0 of 3 parts" in caught.value.__notes__[-1]
    with pytest.warns(UnfinishedWarning, match="0 of 3 parts"):
        assert len(read(data))
    assert len(manifest(data)["run"]["parts"]) == done


@pytest.mark.parametrize("finished", [True, False])
def test_another_compatibility_date_needs_another_folder(
    esi, esi_sandbox, tmp_path, data, finished
):
    """Its columns may differ; the error names both dates, and nothing is lost."""
    if not finished:
        esi_sandbox.faults.drop(times=None, path=f"/markets/{REGIONS[1]}/*")
    with nullcontext() if finished else pytest.raises(ApiConnectionError):
        esi.pull_to(data, ORDERS, region_id=REGIONS)
    esi_sandbox.faults.clear()
    old = "2020-01-01"
    with (
        Esi("o/1", api_url=esi_sandbox.url, cache=tmp_path / "o", compatibility_date=old) as other,
        pytest.raises(
            DatasetError, match=r"was '2026-08-18' and is '2020-01-01'.*DATE to 2026-08-18"
        ),
    ):
        other.pull_to(data, ORDERS, region_id=REGIONS)
    assert esi.pull_to(data, ORDERS, region_id=REGIONS).resumed == (0 if finished else 1)


def test_a_lost_file_is_written_again(esi, data):
    """An unchanged part keeps its file, unless the file is missing or damaged."""
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    whole, (first, second) = read(data), files(data)
    (data / first).unlink()
    (data / second).write_bytes((data / second).read_bytes()[:100])
    with pytest.raises(DatasetError):
        read(data)
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    pd.testing.assert_frame_equal(read(data), whole)
    consistent_with_its_manifest(data)


def test_a_lost_file_of_an_interrupted_run_is_written_again(esi, esi_sandbox, data):
    """Somebody removed the file of a finished part: the next run fetches it again."""
    esi_sandbox.faults.drop(times=None, path=f"/markets/{REGIONS[1]}/*")
    with pytest.raises(ApiConnectionError):
        esi.pull_to(data, ORDERS, region_id=REGIONS)
    esi_sandbox.faults.clear()
    (data / files(data)[0]).unlink()
    assert esi.pull_to(data, ORDERS, region_id=REGIONS).resumed == 0
    pd.testing.assert_frame_equal(read(data), esi.pull(ORDERS, region_id=REGIONS))


@pytest.mark.parametrize(
    "harm", [lambda file: file.unlink(), lambda file: file.write_bytes(b"PAR1")]
)
def test_losing_added_rows_is_an_error(esi, data, harm):
    """Fetching again cannot restore accumulated rows: the error names the file."""
    esi.pull_to(data, HISTORY, region_id=REGIONS, type_id=[34])
    lost = files(data)[0]
    harm(data / lost)
    esi.clear_cache()
    with pytest.raises(DatasetError, match=re.escape(lost)):
        esi.pull_to(data, HISTORY, region_id=REGIONS, type_id=[34])


def test_sweeping_leaves_nested_datasets_alone(esi, data):
    """Each dataset sweeps only its own folders."""
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    esi.pull_to(data / "history", HISTORY, region_id=REGIONS, type_id=[34])
    half = data / f"region_id={REGIONS[0]}/.left.part"
    half.touch()
    (data / "history/.left.part").touch()
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert not half.exists()
    assert (data / "history/.left.part").exists()
    assert len(read(data / "history")) == 800
