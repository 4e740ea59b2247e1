from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from pandas.testing import assert_frame_equal

from esi_data import read
from esi_data.errors import OffSchemaWarning
from esi_data.frames.arrays import TEXT, categorical
from esi_data.frames.build import concat, frame
from esi_data.frames.parquet import read_parquet, scan_parquet, to_arrow, to_parquet

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "flag", "x", "at", "kind", "name"],
        "properties": {
            "id": {"type": "integer"},
            "flag": {"type": "boolean"},
            "x": {"type": "number"},
            "at": {"type": "string", "format": "date-time"},
            "day": {"type": "string", "format": "date"},
            "kind": {"type": "string", "enum": ["b", "a", "c"]},
            "level": {"type": "integer", "enum": [3, 1, 2]},
            "name": {"type": "string"},
            "maybe": {"type": "integer"},
            "perhaps": {"type": "boolean"},
            "items": {"type": "array", "items": {"type": "object"}},
        },
    },
}
ROW = {
    "id": 2**62,
    "flag": True,
    "x": 0.1,
    "at": "2026-01-02T03:04:05.000001Z",
    "kind": "a",
    "name": "Ünïcode",
}
FULL = {
    **ROW,
    "day": "2026-01-02",
    "level": 1,
    "maybe": 2**53 + 1,
    "perhaps": False,
    "items": [{"a": [1, None]}, {}],
}


def kept(df, tmp_path):
    again = read_parquet(to_parquet(df, tmp_path / "x.parquet"))
    assert_frame_equal(again, df)
    assert again.dtypes.equals(df.dtypes)
    assert again.attrs == df.attrs
    return again


@pytest.mark.parametrize(
    "rows", [[FULL, ROW], [ROW], [], None], ids=["full", "minimal", "empty", "none"]
)
def test_a_frame_comes_back_as_it_was(rows, tmp_path):
    """Types, categories (unused ones too), zone, nested cells and attrs survive the file."""
    df = frame(rows, SCHEMA)
    df.attrs["esi"] |= {"operation": "get_x", "parameters": {"ids": [1]}, "consistent": True}
    again = kept(df, tmp_path)
    assert again["kind"].cat.categories.tolist() == ["b", "a", "c"]


def test_the_arrow_schema_does_not_depend_on_rows():
    """Files of full and empty answers fit together."""
    assert to_arrow(frame([FULL], SCHEMA)).schema.equals(
        to_arrow(frame(None, SCHEMA)).schema, check_metadata=True
    )


def test_other_programs_read_plain_columns(tmp_path):
    """Without our metadata the file is still typed: times as UTC, nested cells as JSON."""
    to_parquet(frame([FULL], SCHEMA), tmp_path / "x.parquet")
    (row,) = pq.read_table(tmp_path / "x.parquet").to_pylist()
    assert row["at"] == datetime(2026, 1, 2, 3, 4, 5, 1, tzinfo=UTC)
    assert row["kind"] == "a"
    assert row["items"] == '[{"a":[1,null]},{}]'


def test_times_in_nested_cells_stay_times(tmp_path):
    """Decoded times inside a list come back equal."""
    items = [{"at": datetime(2026, 1, 2, tzinfo=UTC), "day": date(2026, 1, 2)}]
    again = kept(frame([{**ROW, "items": items}], SCHEMA), tmp_path)
    assert again["items"][0] == items


def test_columns_added_since_are_kept(tmp_path):
    """Names and parameters that a pull adds, and numbers of one's own, are columns like others."""
    df = frame([FULL, ROW], SCHEMA)
    df["region_id"] = 10000002
    df["type_name"] = pd.array(["a", None], dtype=TEXT)
    df["language"] = pd.Categorical(["en", "de"], dtype=categorical(["de", "en"]))
    df["share"] = np.array([0.5, 1], np.float32)
    kept(df, tmp_path)


def test_mixed_cells_keep_their_types(tmp_path):
    """Columns widened to `object` keep their values' types."""
    df = pd.DataFrame(
        {"o": pd.Series([1, "1", 1.5, True, None, [None], {"a": {}}, 2**70], dtype=object)}
    )
    df.attrs["esi"] = {}
    assert [type(v) for v in kept(df, tmp_path).o] == [type(v) for v in df.o]


def test_a_folder_is_one_frame(tmp_path):
    """Parts are read in the order of their names, in folders below as well."""
    parts = [frame([{**FULL, "id": n}], SCHEMA) for n in (1, 2)]
    (tmp_path / "region=2").mkdir()
    to_parquet(parts[1], tmp_path / "region=2" / "b.parquet")
    to_parquet(parts[0], tmp_path / "a.parquet")
    assert_frame_equal(read_parquet(tmp_path), concat(parts))


def test_a_folder_without_files_is_an_error(tmp_path):
    """Without a file the columns are unknown."""
    with pytest.raises(FileNotFoundError, match=r"no \.parquet files"):
        read_parquet(tmp_path)


def test_files_of_other_programs_are_errors(tmp_path):
    """Errors name the function that reads such a file."""
    pd.DataFrame({"a": [1]}).to_parquet(tmp_path / "x.parquet")
    with pytest.raises(ValueError, match=r"pandas\.read_parquet"):
        read_parquet(tmp_path / "x.parquet")


def test_unsupported_types_are_errors(tmp_path):
    """Types that would not come back are errors that name the column, before a file is written."""
    with pytest.raises(TypeError, match="'span'"):
        to_parquet(pd.DataFrame({"span": pd.to_timedelta(["1D"])}), tmp_path / "x.parquet")
    assert not list(tmp_path.iterdir())


@pytest.fixture
def folder(tmp_path):
    """Three parts, the second with a category and a field of its own, the third without rows."""
    with pytest.warns(OffSchemaWarning):
        odd = frame([{**FULL, "id": 2, "kind": "new", "more": 5}], SCHEMA)
    for n, part in enumerate((frame([FULL], SCHEMA), odd, frame(None, SCHEMA))):
        to_parquet(part, tmp_path / f"{n}.parquet")
    return tmp_path


def test_dask_reads_the_same_frame(folder):
    """Each file is a partition, with the types of the whole."""
    pytest.importorskip("dask.dataframe")
    lazy = scan_parquet(folder)
    whole = read_parquet(folder)
    assert lazy.npartitions == 3
    assert lazy.dtypes.equals(whole.dtypes)
    for part in lazy.partitions:
        assert part.compute(scheduler="synchronous").dtypes.equals(whole.dtypes)
    assert lazy.id.sum().compute(scheduler="synchronous") == whole.id.sum()


def test_polars_reads_the_parts_of_one_answer(tmp_path):
    """Files of one operation fit together in Polars: typed, nested cells as JSON."""
    polars = pytest.importorskip("polars")
    for n, part in enumerate((frame([FULL], SCHEMA), frame(None, SCHEMA))):
        to_parquet(part, tmp_path / f"{n}.parquet")
    table = read(tmp_path, engine="polars")
    assert table["id"].to_list() == [FULL["id"]]
    assert table["kind"].cast(polars.String).to_list() == ["a"]
    assert table["items"].to_list() == ['[{"a":[1,null]},{}]']


@pytest.mark.parametrize(
    "cell",
    [
        {"$date-time": "soon"},
        {"$date-time": "2026-01-02T00:00:00+00:00"},
        {"$date": "2026-01-02"},
        {"$date": "x", "more": 1},
        {"$date": None},
    ],
)
@pytest.mark.parametrize("beside", [None, date(2026, 1, 2)])
def test_cells_that_look_like_tagged_times_come_back(tmp_path, cell, beside):
    """Objects of the API whose only field is named like a tag of ours stay objects."""
    items = [[cell], [{"day": beside}]]
    kept(frame([{**ROW, "items": item} for item in items], SCHEMA), tmp_path)
