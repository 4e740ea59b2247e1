from datetime import UTC, date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_extension_array_equal

from esi_data.frames.arrays import array_of, kind_of, objects
from esi_data.frames.schema import Column


@pytest.mark.parametrize(
    ("text", "microseconds"),
    [
        ("2026-01-02T03:04:05Z", 0),
        ("2026-01-02T03:04:05.5Z", 500_000),
        ("2026-01-02T03:04:05.123456Z", 123_456),
        ("2026-01-02T03:04:05.123456789Z", 123_456),
        ("2026-01-02T05:04:05+02:00", 0),
        ("2026-01-01T22:04:05.000001-0500", 1),
        ("2026-01-02T03:04:05", 0),
        ("2026-01-02 03:04:05Z", 0),
        ("20260102T030405Z", 0),
    ],
)
@pytest.mark.parametrize(
    "others", [[], ["2026-01-02T03:04:05Z"], [datetime(2026, 1, 2, tzinfo=UTC)]]
)
def test_times_in_every_iso_form_are_instants(text, microseconds, others):
    """Fractions, offsets and missing zones (UTC) are understood, alone or among other forms."""
    times, fits = array_of([text, *others, None], Column("at", ("at",), "datetime", optional=True))
    assert fits
    assert str(times.dtype) == "datetime64[us, UTC]"
    assert times[0] == pd.Timestamp("2026-01-02T03:04:05Z") + timedelta(microseconds=microseconds)
    assert times[-1] is pd.NaT


@pytest.mark.parametrize(
    "values",
    [
        ["2026-01-02", None],
        ["20260102", None],
        ["2026-W01-5", None],
        [date(2026, 1, 2), None],
        [date(2026, 1, 2), "2026-01-02", None],
    ],
)
def test_dates_in_every_form(values):
    """ISO 8601 has several; a missing one is NaT."""
    dates, fits = array_of(values, Column("on", ("on",), "date", optional=True))
    assert (str(dates.dtype), fits) == ("datetime64[us]", True)
    assert np.isnat(dates[-1])
    assert set(dates[:-1]) == {np.datetime64("2026-01-02", "us")}


def test_malformed_dates_widen_their_column():
    """Malformed dates make their own column `object`."""
    dates, fits = array_of(["2026-01-02", "soon"], Column("on", ("on",), "date"))
    assert (dates.dtype, fits, dates.tolist()) == (object, False, ["2026-01-02", "soon"])


def test_a_leap_second_is_the_next_second():
    """RFC 3339 allows 23:59:60, which no clock of Python's shows."""
    times, fits = array_of(["2016-12-31T23:59:60Z"], Column("at", (), "datetime"))
    assert fits
    assert times[0] == pd.Timestamp("2017-01-01T00:00:00Z")


def test_times_far_away_keep_their_microseconds():
    """Years that nanoseconds cannot hold are times like others."""
    times, fits = array_of(
        ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"], Column("at", (), "datetime")
    )
    assert fits
    assert [time.year for time in times] == [1, 9999]


def test_object_arrays_have_one_dimension():
    """Lists of one length do not become a matrix."""
    assert objects([[1, 2], [3, 4]]).shape == (2,)
    assert objects([]).shape == (0,)


def test_enums_of_numbers_have_number_categories():
    """Enums of integers have integer categories."""
    values, fits = array_of([2, None], Column("n", (), "enum", optional=True, categories=(1, 2)))
    assert fits
    assert values.categories.tolist() == [1, 2]
    assert values.categories.dtype == np.int64


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([1, None], "int"),
        ([1, 2.5], "float"),
        ([True], "bool"),
        (["x", None], "text"),
        ([[1]], "list"),
        ([{"a": 1}], "map"),
        ([None], "any"),
        ([1, "x"], "any"),
        (np.array([1.5]), "float"),
    ],
)
def test_values_without_a_schema_keep_their_type(values, kind):
    """Columns without a schema have the type of their values, if there is one."""
    assert kind_of(values) == kind


@pytest.mark.parametrize(
    ("data", "kind", "dtype", "fits"),
    [
        (np.array([1, 2], np.int32), "int", "int64", True),
        (np.array([2**64 - 1], np.uint64), "int", "object", False),
        (np.array([1.0]), "int", "object", False),
        (np.array([1], np.int8), "float", "float64", True),
        (np.array([np.nan]), "float", "float64", False),
        (np.array(["NaT"], "datetime64[s]"), "datetime", "datetime64[us, UTC]", False),
        (np.array(["2026-01-02"], "datetime64[D]"), "date", "datetime64[us]", True),
        (np.ma.array([1], mask=[True]), "int", "Int64", False),
        (np.array(["a", None], object), "text", None, False),
    ],
)
def test_numpy_arrays_become_columns(data, kind, dtype, fits):
    """Typed arrays become the column's type, and report values off schema."""
    values, fitting = array_of(data, Column("x", (), kind))
    assert fitting is fits
    assert dtype is None or str(values.dtype) == dtype


def test_optional_numpy_integers_are_nullable():
    """Optional integers are nullable even if nothing is missing."""
    values, _ = array_of(np.array([1]), Column("x", (), "int", optional=True))
    assert_extension_array_equal(values, pd.array([1], dtype="Int64"))


@pytest.mark.parametrize(
    ("values", "kind", "categories"),
    [
        ([1.5, float("nan")], "enum", (1.5, 2)),
        ([2, 10**400], "enum", (1, 2)),
        ([True], "enum", (1, 2)),
        ([[1]], "enum", ("a",)),
        ([10**400], "int", ()),
        ([10**400], "float", ()),
        ([1], "bool", ()),
        (["\ud83d"], "text", ()),
        (["9999-12-31T23:59:60Z"], "datetime", ()),
        (["2026-01-02T25:00:00Z"], "datetime", ()),
        (["2026-02-30"], "date", ()),
        ([{}], "list", ()),
    ],
)
def test_values_of_another_type_make_their_column_object(values, kind, categories):
    """Values that the column's type cannot store are kept as they are."""
    array, fits = array_of([*values, None], Column("x", (), kind, categories=categories))
    assert (array.dtype, fits) == (object, False)
    assert [*map(repr, array)] == [*map(repr, [*values, None])]
