"""`read` of a dataset: engines, times, and what is not there."""

import importlib
import re
from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from esi.errors import ApiConnectionError
from esi_data import read, to_parquet
from esi_data.errors import DatasetError
from esi_data.frames.parquet import to_arrow

ORDERS = "get_markets_region_id_orders"
REGIONS = [10000002, 10000043]
SKINR = "get_paragon_hub_skinr"


@pytest.fixture
def esi(esi, esi_sandbox):
    """Two regions of two pages."""
    for region in REGIONS:
        esi_sandbox.set_pages(f"/markets/{region}/orders", 2, rows=20)
    return esi


def as_arrow(found, engine):
    match engine:
        case "polars":
            return found.to_arrow()
        case "duckdb":
            return found.to_arrow_table()
        case "arrow":
            return found
        case "dask":
            found = found.compute(scheduler="synchronous").reset_index(drop=True)
    return to_arrow(found)


def kind(arrow_type):
    if pa.types.is_dictionary(arrow_type) or pa.types.is_string(arrow_type):
        return "text"  # DuckDB's enums and Polars' categories come back as either
    if pa.types.is_timestamp(arrow_type):
        return arrow_type.unit, bool(arrow_type.tz)  # DuckDB names the session's zone
    return {"large_string": "text", "string_view": "text"}.get(str(arrow_type), str(arrow_type))


@pytest.mark.parametrize("engine", ["pandas", "polars", "duckdb", "dask", "arrow"])
@pytest.mark.parametrize(("operation", "params"), [(ORDERS, {"region_id": REGIONS}), (SKINR, {})])
def test_each_engine_gives_the_same_rows_and_types(
    esi, esi_sandbox, data, engine, operation, params
):
    """Integers, times in UTC, text and categories are what they are; upserts are merged."""
    if engine in ("polars", "duckdb"):
        pytest.importorskip(engine)
    if engine == "dask":
        pytest.importorskip("dask.dataframe")
    esi.pull_to(data, operation, **params)
    if operation == SKINR:
        esi_sandbox.turn_over("/paragon-hub/skinr")
        esi.pull_to(data, operation)
    want = to_arrow(read(data))
    found = as_arrow(read(data, engine=engine), engine)
    assert found.column_names == want.column_names
    assert [kind(field.type) for field in found.schema] == [kind(f.type) for f in want.schema]
    assert found.to_pylist() == want.to_pylist()


def test_dask_has_a_partition_for_each_part(esi, data):
    """It reads nothing before it is asked to, and knows the types."""
    pytest.importorskip("dask.dataframe")
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    lazy = read(data, engine="dask")
    assert lazy.npartitions == 2
    assert dict(lazy.dtypes) == dict(read(data).dtypes)
    assert lazy.get_partition(1).compute()["region_id"].unique().tolist() == [REGIONS[1]]


def test_snapshots_can_be_gone_back_to(esi, esi_sandbox, data):
    """With `history=True`, each finished pull stays, in a folder by its time."""
    seen = []
    for _ in range(3):
        esi.pull_to(data, ORDERS, region_id=REGIONS, history=True)
        seen.append((pd.Timestamp(esi_sandbox.clock(), unit="s"), read(data)))
        esi_sandbox.clock.advance(400)
    assert len({path.name for path in data.glob("snapshot=*")}) == 3
    for moment, frame in seen:
        then = moment + pd.Timedelta(seconds=1)
        pd.testing.assert_frame_equal(read(data, as_of=then.isoformat()), frame)
    assert not seen[0][1].equals(seen[2][1])
    everything = read(data, as_of="all")
    assert everything["snapshot"].nunique() == 3
    assert str(everything["snapshot"].dtype) == "datetime64[us, UTC]"
    assert len(everything) == sum(len(frame) for _, frame in seen)
    with pytest.raises(DatasetError, match="it starts at"):
        read(data, as_of="2020-01-01")


def test_without_history_only_the_latest_pull_is_kept(esi, data):
    """Asking for an earlier one is an error that says how to keep more."""
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    with pytest.raises(DatasetError, match="history=True"):
        read(data, as_of="2020-01-01T00:00:00Z")
    with pytest.raises(DatasetError, match="is not a time"):
        read(data, as_of="yesterday")


def test_rows_that_are_added_have_a_past(esi, esi_sandbox, data):
    """Of an upsert dataset, `as_of` sees the records as they were."""
    esi.pull_to(data, SKINR, history=True)
    before = read(data)
    moment = datetime.fromtimestamp(esi_sandbox.clock() + 1, UTC)
    esi_sandbox.clock.advance(100)
    for _ in range(5):
        esi_sandbox.turn_over("/paragon-hub/skinr")
    esi.pull_to(data, SKINR, history=True)
    assert not read(data).equals(before)
    pd.testing.assert_frame_equal(read(data, as_of=moment), before)


def test_files_without_a_manifest_are_read_as_ever(esi, tmp_path):
    """`read` takes what `to_parquet` wrote, too, by every engine."""
    frame = esi.pull(ORDERS, region_id=REGIONS)
    to_parquet(frame, tmp_path / "a.parquet")
    pd.testing.assert_frame_equal(read(tmp_path / "a.parquet"), frame)
    assert read(tmp_path / "a.parquet", engine="arrow").num_rows == len(frame)
    with pytest.raises(DatasetError, match="has no history"):
        read(tmp_path / "a.parquet", as_of="all")


def test_missing_files_and_engines_are_errors(esi, data):
    """Covers an unknown engine, an unknown folder, and a removed file."""
    with pytest.raises(FileNotFoundError):
        read(data)
    with pytest.raises(ValueError, match="engine='spark' is not known"):
        read(data, engine="spark")
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    next(data.rglob("*.parquet")).unlink()
    with pytest.raises(DatasetError, match="but missing"):
        read(data)


@pytest.mark.parametrize("engine", ["pandas", "dask"])
@pytest.mark.parametrize("rest", [0, 100, -20])
def test_a_damaged_file_is_named(esi, data, engine, rest):
    """Whatever of it is left, the error is the dataset's and tells which file."""
    if engine == "dask":
        pytest.importorskip("dask.dataframe")
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    file = next(data.rglob("*.parquet"))
    file.write_bytes(file.read_bytes()[:rest])
    with pytest.raises(DatasetError, match=re.escape(f"{file} is damaged")):
        read(data, engine=engine)


def test_a_folder_of_datasets_is_not_one(esi, data):
    """Files that no manifest names, and other datasets', are not put together; they are listed."""
    esi.pull_to(data / "orders", ORDERS, region_id=REGIONS)
    esi.pull_to(data / "skinr", SKINR)
    with pytest.raises(DatasetError, match="several datasets, read one of them: orders, skinr"):
        read(data)


def test_a_lazy_frame_whose_files_were_replaced_says_so(esi, esi_sandbox, data):
    """Dask reads later; what a pull replaced in between is not there any more."""
    pytest.importorskip("dask.dataframe")
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    lazy = read(data, engine="dask")
    esi_sandbox.clock.advance(400)
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    with pytest.raises(DatasetError, match="read the dataset again"):
        lazy.compute(scheduler="synchronous")


@pytest.mark.parametrize(
    "moment",
    [date(2100, 1, 1), np.datetime64("2100-01-01T00:00:00", "ns"), pd.Timestamp("2100-01-01")],
)
def test_a_time_may_be_of_any_library(esi, data, moment):
    """Days, NumPy's and pandas' times are times; without a zone they are UTC."""
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    pd.testing.assert_frame_equal(read(data, as_of=moment), read(data))


def test_rows_that_are_added_have_no_past_without_history(esi, esi_sandbox, data):
    """Files that are put together forget when rows came, so a part of the past is never shown."""
    esi.pull_to(data, SKINR)
    before = datetime.fromtimestamp(esi_sandbox.clock() + 1, UTC)
    esi_sandbox.clock.advance(100)
    esi_sandbox.turn_over("/paragon-hub/skinr")
    esi.pull_to(data, SKINR)
    with pytest.raises(DatasetError, match="history=True"):
        read(data, as_of=before)
    now = datetime.fromtimestamp(esi_sandbox.clock(), UTC)
    pd.testing.assert_frame_equal(read(data, as_of=now), read(data))


def test_an_unfinished_first_pull_has_no_past(esi, esi_sandbox, data):
    """Reading the past is an error that says when it will start."""
    esi_sandbox.faults.drop(times=None, path=f"/markets/{REGIONS[1]}/*")
    with pytest.raises(ApiConnectionError):
        esi.pull_to(data, ORDERS, region_id=REGIONS, history=True)
    with pytest.raises(DatasetError, match="starts when its first pull finishes"):
        read(data, as_of="2100-01-01")


def test_importing_needs_no_engine():
    """Polars, DuckDB and Dask are imported when they are asked for."""
    names = vars(importlib.import_module("esi_data.datasets.read"))
    assert not {"pl", "polars", "duckdb", "dd", "dask"} & names.keys()
