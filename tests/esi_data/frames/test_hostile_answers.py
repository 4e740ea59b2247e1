"""Answers that have nothing to do with their schema become frames; nothing else is raised."""

import json
import tempfile
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from esi_data.errors import OffSchemaWarning
from esi_data.frames.build import concat, frame, frame_of_table
from esi_data.frames.fetch import read_page
from esi_data.frames.parquet import read_parquet, to_parquet
from esi_data.frames.schema import plan_of
from tests.esi_data.frames.test_build_properties import SCHEMAS, conforming

any_answer = settings(deadline=None, max_examples=150)

MOMENTS = st.sampled_from(
    [
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:60Z",
        "9999-12-31T23:59:59-23:59",
        "2026-02-30T00:00:00Z",
        "2026-01-02T03:04:05.1234567890123Z",
        "2026-01-02",
        "-0001-01-01",
        "1e9",
        "20260102",
        "2026-W01",
        "",
        " ",
    ]
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([2**63, -(2**63) - 1, 2**64, 10**400, -(10**400)]),
    st.floats(),
    st.text(max_size=4),
    st.sampled_from(["value", "category", "key", "cursor", "$date", "a\x00b"]),
    MOMENTS,
)
ANSWERS = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(max_size=3) | st.sampled_from(["a", "b", "id"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@st.composite
def lying(draw, schema):
    """Answers of a schema, in which some values are replaced by others."""

    def bent(value):
        if draw(st.integers(0, 5)) == 0:
            return draw(ANSWERS)
        if isinstance(value, dict):
            return {name: bent(each) for name, each in value.items()}
        return [bent(each) for each in value] if isinstance(value, list) else value

    return bent(draw(conforming(schema)))


def framed(answer, schema, explode=None):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", OffSchemaWarning)
        return frame(answer, schema, explode=explode)


@any_answer
@given(st.data(), SCHEMAS)
def test_any_answer_is_a_frame_with_the_columns_of_its_schema(data, schema):
    """Values of other types, nulls and strange times widen their own columns, no more."""
    answer = data.draw(ANSWERS | lying(schema))
    for name in (None, *plan_of(schema).explodable()):
        got, want = framed(answer, schema, name), frame(None, schema, explode=name)
        assert list(got.columns[: len(want.columns)]) == list(want.columns)
        odd = set(got.attrs["esi"]["off_schema"])
        exact = [column for column in want.columns if column not in odd]
        assert got[exact].dtypes.equals(want[exact].dtypes)
        assert len(concat([got, want])) == len(got)


@any_answer
@given(st.data(), SCHEMAS)
def test_any_body_survives_export(data, schema):
    """CSV, HTML, a terminal, Parquet and back; Parquet gives back the same frame."""
    got = read(json.dumps(data.draw(ANSWERS | lying(schema))), schema)
    exported(got)


@pytest.mark.parametrize("text", [r"\ud83d", r"\ude80 x", "\\u0000", r"\ud83d\ude80"])
@pytest.mark.parametrize(
    "items",
    [
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "string", "enum": ["x"]}}},
        {"type": "object", "properties": {"a": {"type": "array", "items": {"type": "string"}}}},
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"type": "string"},
        {},
    ],
)
@pytest.mark.parametrize("row", ['{"a": "TEXT"}', '{"a": ["TEXT"]}', '{"TEXT": 1}', '"TEXT"'])
def test_text_that_cannot_be_encoded_stops_no_export(items, row, text):
    """Halves of surrogate pairs in values, lists, categories, keys and names of fields."""
    exported(read(f"[{row}]".replace("TEXT", text), {"type": "array", "items": items}))


def read(body, schema):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", OffSchemaWarning)
        return frame_of_table(read_page(body.encode(), plan_of(schema)), plan_of(schema))


def exported(got):
    repr(got).encode()
    got.to_html().encode()
    with tempfile.TemporaryDirectory() as folder:
        got.to_csv(Path(folder, "x.csv"))
        again = read_parquet(to_parquet(got, Path(folder, "x.parquet")))
    assert_frame_equal(again, got)
