"""Any schema, any conforming rows: the promises of frames hold."""

import string
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from esi_data.frames.build import concat, frame
from esi_data.frames.parquet import read_parquet, to_arrow, to_parquet
from esi_data.frames.schema import plan_of
from tests.esi_data.frames.columnar import frame_from_columns

NAMES = st.text(string.ascii_lowercase, min_size=1, max_size=3)
TEXT = st.text('aZ "\\\n\x00\u00fc\uc9c0\U0001f680', max_size=5)
any_schema = settings(deadline=None, max_examples=60)
LEAVES = st.sampled_from(
    [
        {"type": "integer", "format": "int64"},
        {"type": "integer", "format": "int32"},
        {"type": "number", "format": "double"},
        {"type": "boolean"},
        {"type": "string"},
        {"type": "string", "format": "uuid"},
        {"type": "string", "format": "date-time"},
        {"type": "string", "format": "date"},
        {"type": "string", "enum": ["b", "a", ""]},
        {"type": "integer", "enum": [2, 1]},
    ]
)


def nullable(schemas):
    return st.builds(lambda schema, null: {**schema, "x-nullable": null}, schemas, st.booleans())


@st.composite
def objects(draw, inner):
    properties = draw(st.dictionaries(NAMES, inner, min_size=1, max_size=4))
    required = draw(st.lists(st.sampled_from(sorted(properties)), unique=True))
    return {"type": "object", "properties": properties, "required": required}


def lists(inner):
    return st.builds(lambda items: {"type": "array", "items": items}, inner)


def maps(inner):
    return st.builds(lambda value: {"type": "object", "additionalProperties": value}, inner)


SCHEMAS = st.recursive(
    nullable(LEAVES),
    lambda inner: st.one_of(lists(inner), objects(inner), maps(inner), nullable(objects(inner))),
    max_leaves=8,
)


def conforming(schema, *, full=None):  # noqa: PLR0911
    """Answers to a schema: with all fields (True), with the required ones (False), or any."""
    if schema.get("x-nullable") and full is None:
        plain = {key: value for key, value in schema.items() if key != "x-nullable"}
        return st.none() | conforming(plain)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    match schema["type"]:
        case "object" if "properties" in schema:
            fields = {k: conforming(sub, full=full) for k, sub in schema["properties"].items()}
            needed = {k: v for k, v in fields.items() if full or k in schema["required"]}
            others = {k: v for k, v in fields.items() if k not in needed and full is None}
            return st.fixed_dictionaries(needed, optional=others)
        case "object":
            return st.dictionaries(
                NAMES, conforming(schema["additionalProperties"], full=full), max_size=2
            )
        case "array":
            return st.lists(conforming(schema["items"], full=full), max_size=3)
        case "integer":
            return st.integers(-(2**63), 2**63 - 1)
        case "number":
            return st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**60), 2**60)
        case "boolean":
            return st.booleans()
    match schema.get("format"):
        case "date-time":
            return st.datetimes().map(lambda moment: f"{moment.isoformat()}Z")
        case "date":
            return st.dates().map(lambda day: day.isoformat())
    return TEXT


def answered(draw, schema):
    forms = [
        conforming(schema, full=True),
        conforming(schema, full=False),
        conforming(schema),
        st.none(),
    ]
    return [draw(form) for form in forms]


@any_schema
@given(st.data(), SCHEMAS)
def test_types_depend_on_the_schema_alone(data, schema):
    """Full, minimal, any and no answers have the same columns and types, exploded ones too."""
    answers = answered(data.draw, schema)
    for name in (None, *plan_of(schema).explodable()):
        frames = [frame(answer, schema, explode=name) for answer in answers]
        assert all(df.dtypes.equals(frame(None, schema, explode=name).dtypes) for df in frames)
        assert all(df.attrs["esi"]["off_schema"] == [] for df in frames)
        assert concat(frames).dtypes.equals(frames[0].dtypes)
        assert len(concat(frames)) == sum(map(len, frames))


@any_schema
@given(st.data(), SCHEMAS)
def test_concat_of_parts_is_the_frame_of_the_whole(data, schema):
    """Framing pages and joining them is framing their rows together."""
    schema = {"type": "array", "items": schema}
    pages = data.draw(st.lists(conforming(schema), min_size=1, max_size=3))
    whole = frame([row for page in pages for row in page], schema)
    assert_frame_equal(concat([frame(page, schema) for page in pages]), whole)


@any_schema
@given(st.data(), SCHEMAS)
def test_parquet_gives_back_what_it_was_given(data, schema):
    """Every frame comes back equal, and its Arrow schema does not depend on its rows."""
    df = frame(data.draw(conforming(schema)), schema)
    with tempfile.TemporaryDirectory() as folder:
        again = read_parquet(to_parquet(df, Path(folder, "x.parquet")))
    assert_frame_equal(again, df)
    assert again.attrs == df.attrs
    assert to_arrow(df).schema.equals(to_arrow(frame(None, schema)).schema, check_metadata=True)


@any_schema
@given(st.data(), objects(nullable(LEAVES)))
def test_columns_and_rows_make_one_frame(data, items):
    """Values by column give the frame that rows give."""
    schema = {"type": "array", "items": items}
    rows = data.draw(conforming(schema))
    columns = {name: [row.get(name) for row in rows] for name in items["properties"]}
    assert_frame_equal(frame_from_columns(columns, plan_of(schema)), frame(rows, schema))
