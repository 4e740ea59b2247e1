import json
import warnings
from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from esi_data.errors import OffSchemaWarning, UnknownListError
from esi_data.frames.arrays import TEXT
from esi_data.frames.build import concat, frame
from esi_data.frames.schema import plan_of
from tests.esi_data.frames.columnar import frame_from_columns

INT = {"type": "integer", "format": "int64"}
NUMBER = {"type": "number", "format": "double"}
TEXTS = {"type": "string"}
BOOL = {"type": "boolean"}
TIME = {"type": "string", "format": "date-time"}
RANGE = {"type": "string", "enum": ["station", "region", "1"]}


def obj(required=(), **properties):
    return {"type": "object", "properties": properties, "required": list(required)}


def rows_of(items):
    return {"type": "array", "items": items}


ORDER = obj(
    ["order_id", "price", "is_buy", "issued", "range", "name"],
    order_id=INT,
    price=NUMBER,
    is_buy=BOOL,
    issued=TIME,
    range=RANGE,
    name=TEXTS,
)
ROW = {
    "order_id": 6_900_000_000_000_000_001,
    "price": 5,
    "is_buy": True,
    "issued": "2026-01-02T03:04:05Z",
    "range": "region",
    "name": "Tritanium",
}
PIN = obj(
    ["pin_id", "type_id"],
    pin_id=INT,
    type_id=INT,
    contents=rows_of(obj(["type_id", "amount"], type_id=INT, amount=INT)),
    extractor=obj(["heads"], heads=rows_of(obj(["head_id"], head_id=INT))),
)
PLANET = obj(
    ["pins", "routes"],
    pins=rows_of(PIN),
    routes=rows_of(obj(["waypoints"], waypoints=rows_of(INT))),
)
COLONY = {
    "pins": [
        {
            "pin_id": 1,
            "type_id": 10,
            "contents": [{"type_id": 7, "amount": 3}, {"type_id": 8, "amount": 4}],
        },
        {"pin_id": 2, "type_id": 11, "extractor": {"heads": [{"head_id": 0}]}},
    ],
    "routes": [{"waypoints": [5, 6]}, {"waypoints": []}],
}


def dtypes(df):
    return {name: str(dtype) for name, dtype in df.dtypes.items()}


def off_schema(rows, schema, **kwargs):
    with pytest.warns(OffSchemaWarning) as caught:
        df = frame(rows, schema, **kwargs)
    (warning,) = [each for each in caught if each.category is OffSchemaWarning]
    assert warning.filename == __file__
    return df, df.attrs["esi"]["off_schema"]


def same_types(*frames):
    return all(df.dtypes.equals(frames[0].dtypes) for df in frames)


# --- types


def test_required_fields_have_plain_types():
    """Required fields have types without a missing value."""
    df = frame([ROW], rows_of(ORDER))
    assert dtypes(df) == {
        "order_id": "int64",
        "price": "float64",
        "is_buy": "bool",
        "issued": "datetime64[us, UTC]",
        "range": "category",
        "name": str(TEXT),
    }
    assert df.order_id[0] == ROW["order_id"]
    assert df.issued[0] == pd.Timestamp("2026-01-02T03:04:05Z")


def test_optional_fields_have_nullable_types():
    """Optional ids are Int64, optional flags boolean, and neither is ever a float."""
    optional = rows_of(obj(id=INT, flag=BOOL, x=NUMBER, at=TIME, kind=RANGE, name=TEXTS))
    df = frame([{"id": 2**53 + 1, "flag": False}, {}], optional)
    assert dtypes(df)["id"] == "Int64"
    assert dtypes(df)["flag"] == "boolean"
    assert df.id.tolist() == [2**53 + 1, pd.NA]
    assert df.iloc[1].isna().all()
    assert df.attrs["esi"]["off_schema"] == []


def test_null_is_a_missing_value_where_the_schema_allows_it():
    """`x-nullable` makes a required field optional."""
    schema = rows_of(obj(["id"], id={**INT, "x-nullable": True}))
    assert dtypes(frame([{"id": None}], schema)) == dtypes(frame(None, schema)) == {"id": "Int64"}


def test_integers_of_any_format_are_int64():
    """Integers of any format are int64."""
    assert dtypes(frame(None, rows_of(obj(["n"], n={"type": "integer", "format": "int32"})))) == {
        "n": "int64"
    }


def test_dates_are_days_without_a_zone():
    """Dates become midnight of their day, without a zone, from text or from a date."""
    schema = rows_of(obj(["day"], day={"type": "string", "format": "date"}))
    df = frame([{"day": "2026-01-02"}, {"day": date(2026, 1, 3)}], schema)
    assert dtypes(df) == {"day": "datetime64[us]"}
    assert df.day.tolist() == [pd.Timestamp(2026, 1, 2), pd.Timestamp(2026, 1, 3)]


def test_uuids_are_text():
    """UUIDs stay text."""
    schema = rows_of(obj(["id"], id={"type": "string", "format": "uuid"}))
    assert frame([{"id": "0-1"}], schema).id.dtype == TEXT


def test_categories_are_the_schemas_in_its_order():
    """Categories do not depend on which values the rows hold."""
    df = frame([ROW], rows_of(ORDER))
    assert df.range.cat.categories.tolist() == ["station", "region", "1"]
    assert not df.range.cat.ordered


def test_times_may_be_decoded_already():
    """Aware datetimes in any zone give the same column as their text."""
    schema = rows_of(obj(["at"], at=TIME))
    text = frame([{"at": "2026-01-02T03:04:05Z"}, {"at": "2026-01-02T05:04:05.25+02:00"}], schema)
    when = [
        datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        datetime(2026, 1, 2, 3, 4, 5, 250_000, tzinfo=UTC),
    ]
    assert_frame_equal(frame([{"at": each} for each in when], schema), text)


# --- shapes


def test_a_list_of_values_is_one_column():
    """Ids alone are a column named `value`."""
    df = frame([1, 2], rows_of(INT))
    assert dtypes(df) == {"value": "int64"}
    assert df.value.tolist() == [1, 2]


def test_one_object_is_one_row():
    """One object has one row, several have one each."""
    assert len(frame(ROW, ORDER)) == 1
    assert len(frame([ROW, ROW], ORDER)) == 2


def test_one_value_is_one_cell():
    """One value, such as a wallet's balance, is one row with the column `value`."""
    assert frame(12, NUMBER).to_dict("list") == {"value": [12.0]}


@pytest.mark.parametrize("nothing", [None, [], {}])
def test_an_answer_of_nothing_has_no_rows(nothing):
    """None, [] and {} give all columns and no row."""
    for schema in (ORDER, rows_of(ORDER), obj(orders=rows_of(ORDER), cursor=obj(after=TEXTS))):
        df = frame(nothing, schema)
        assert len(df) == 0
        assert same_types(df, frame(None, schema), frame([ROW], rows_of(ORDER)))


@pytest.mark.parametrize("schema", [None, {}])
def test_nothing_declared_has_no_columns(schema):
    """Operations without a response body have an empty frame."""
    assert frame(None, schema).shape == (0, 0)
    assert plan_of(schema).columns == ()


def test_a_cursor_page_is_its_rows():
    """Rows come from the page's one list, not from its cursor; that list alone will do."""
    schema = obj(["orders"], orders=rows_of(ORDER), cursor=obj(before=TEXTS, after=TEXTS))
    page = frame({"orders": [ROW, ROW], "cursor": {"after": "x"}}, schema)
    assert len(page) == 2
    assert_frame_equal(page, frame([ROW, ROW], schema))
    assert_frame_equal(page, frame({"orders": [ROW, ROW]}, schema))


def test_values_in_one_list_are_named_after_it():
    """Objects around one list of ids have a column of that list's name."""
    assert frame({"route": [1, 2]}, obj(["route"], route=rows_of(INT))).to_dict("list") == {
        "route": [1, 2]
    }


def test_lists_of_the_same_are_one_list_with_a_category():
    """Search results and ids of names are rows; `category` says which list each was in."""
    entity = obj(id=INT, name=TEXTS)
    schema = obj(agents=rows_of(entity), systems=rows_of(entity))
    df = frame({"systems": [{"id": 30000142, "name": "Jita"}]}, schema)
    assert df.category.tolist() == ["systems"]
    assert df.category.cat.categories.tolist() == ["agents", "systems"]
    assert df.id.tolist() == [30000142]
    assert frame({"a": [1], "b": [2, 3]}, obj(a=rows_of(INT), b=rows_of(INT))).value.tolist() == [
        1,
        2,
        3,
    ]


def test_lists_beside_a_cursor_are_cells():
    """Several lists beside a cursor are fields of one object."""
    schema = obj(a=rows_of(INT), b=rows_of(INT), cursor=obj(after=TEXTS))
    df = frame({"a": [1], "b": [2], "cursor": {"after": "x"}}, schema)
    assert df.to_dict("list") == {"a": [[1]], "b": [[2]], "cursor.after": ["x"]}


def test_a_new_list_among_lists_is_a_new_category():
    """Lists that the schema does not know become further categories."""
    schema = obj(a=rows_of(INT), b=rows_of(INT))
    df, off = off_schema({"a": [1], "c": [2]}, schema)
    assert df.category.tolist() == ["a", "c"]
    assert off == ["category"]


def test_lists_of_different_things_are_cells_of_one_row():
    """Pins and routes of a planet stay cells, since they are not one table."""
    df = frame(COLONY, PLANET)
    assert list(df) == ["pins", "routes"]
    assert df.pins[0] == COLONY["pins"]


@pytest.mark.parametrize(
    ("value", "answer", "columns"),
    [
        (INT, {"a": 1, "b": 2}, {"key": ["a", "b"], "value": [1, 2]}),
        (obj(["n"], n=INT), {"a": {"n": 1}}, {"key": ["a"], "n": [1]}),
        (rows_of(obj(["n"], n=INT)), {"a": [{"n": 1}, {"n": 2}]}, {"key": ["a", "a"], "n": [1, 2]}),
    ],
)
def test_a_map_has_a_key_column(value, answer, columns):
    """Entries of a map are rows led by their key; entries that are lists have a row per element."""
    schema = {"type": "object", "additionalProperties": value}
    assert frame(answer, schema).to_dict("list") == columns
    assert frame({"log": answer}, obj(log=schema)).to_dict("list") == columns


def test_objects_are_flattened():
    """Nested objects become dotted columns; where the object may be missing, so may its fields."""
    position = obj(["x"], x=INT)
    schema = rows_of(obj(["here"], here=position, there=position))
    df = frame([{"here": {"x": 1}}], schema)
    assert dtypes(df) == {"here.x": "int64", "there.x": "Int64"}
    assert df["there.x"].isna().all()


def test_options_are_optional_columns():
    """Options of a oneOf are merged; only the option in the data has values."""
    schema = rows_of(
        obj(
            ["price"],
            price=obj(isk=obj(["amount"], amount=NUMBER), plex=obj(["amount"], amount=INT)),
        )
    )
    df = frame([{"price": {"isk": {"amount": 1}}}, {"price": {"plex": {"amount": 2}}}], schema)
    assert dtypes(df) == {"price.isk.amount": "float64", "price.plex.amount": "Int64"}
    assert df["price.plex.amount"].tolist() == [pd.NA, 2]


def test_lists_and_maps_stay_in_their_cells():
    """Cells hold Python lists and dicts; missing is None."""
    schema = rows_of(obj(ids=rows_of(INT), extra={"type": "object", "additionalProperties": INT}))
    df = frame([{"ids": [1, 2], "extra": {"a": 1}}, {"ids": [3, 4]}, {}], schema)
    assert dtypes(df) == {"ids": "object", "extra": "object"}
    assert df.ids.tolist() == [[1, 2], [3, 4], None]
    assert df.extra.tolist() == [{"a": 1}, None, None]


def test_columns_stand_in_the_schemas_order():
    """Rows may have their fields in any order."""
    assert list(frame([dict(reversed(ROW.items()))], rows_of(ORDER))) == list(ROW)


# --- explode


def test_exploded_rows_keep_their_parents_ids():
    """Pins' contents are led by the pin's ids; where names clash the parent's is marked."""
    df = frame(COLONY, PLANET, explode="pins.contents")
    assert df.to_dict("list") == {
        "pin_id": [1, 1],
        "parent.type_id": [10, 10],
        "type_id": [7, 8],
        "amount": [3, 4],
    }
    assert set(dtypes(df).values()) == {"int64"}


def test_a_list_is_exploded_by_its_name():
    """Elements of a list become the rows, as if they were the response."""
    assert_frame_equal(frame(COLONY, PLANET, explode="pins"), frame(COLONY["pins"], rows_of(PIN)))


def test_lists_in_objects_are_exploded_by_dotted_names():
    """Lists inside nested objects have the column's dotted name."""
    df = frame(COLONY, PLANET, explode="pins.extractor.heads")
    assert df[["pin_id", "head_id"]].to_dict("list") == {"pin_id": [2], "head_id": [0]}


def test_exploded_values_are_named_after_their_list():
    """Ids in a list have the list's name, one row each."""
    assert frame(COLONY, PLANET, explode="routes.waypoints").to_dict("list") == {
        "waypoints": [5, 6]
    }


def test_exploding_works_on_pages_and_groups():
    """Rows of a cursor page and of grouped lists explode like any others."""
    items = rows_of(obj(["type_id"], type_id=INT))
    page = obj(["fits"], fits=rows_of(obj(["id"], id=INT, items=items)), cursor=obj(after=TEXTS))
    df = frame(
        {"fits": [{"id": 1, "items": [{"type_id": 5}]}], "cursor": {}}, page, explode="items"
    )
    assert df.to_dict("list") == {"id": [1], "type_id": [5]}
    group = rows_of(obj(["id"], id=INT, items=items))
    df = frame(
        {"b": [{"id": 1, "items": [{"type_id": 5}]}]}, obj(a=group, b=group), explode="items"
    )
    assert df.to_dict("list") == {"category": ["b"], "id": [1], "type_id": [5]}


def test_optional_ids_of_parents_come_first_if_none_is_required():
    """Mail ids are optional in their schema and still come before the recipients."""
    schema = rows_of(obj(mail_id=INT, to=rows_of(obj(["id"], id=INT))))
    assert dtypes(frame([], schema, explode="to")) == {"mail_id": "Int64", "id": "int64"}


def test_optional_ids_of_parents_are_left_out_if_others_are_required():
    """Killmails' optional war id is not part of their key."""
    schema = rows_of(obj(["id"], id=INT, war_id=INT, to=rows_of(obj(["n"], n=INT))))
    assert dtypes(frame([], schema, explode="to")) == {"id": "int64", "n": "int64"}


def test_the_nearest_parent_keeps_the_shortest_name():
    """Ids of one name on three levels get a `parent.` for each level up."""
    deep = rows_of(obj(["id"], id=INT))
    middle = rows_of(obj(["id"], id=INT, parts=deep))
    rows = [{"id": 1, "parts": [{"id": 2, "parts": [{"id": 3}]}]}]
    df = frame(rows, rows_of(obj(["id"], id=INT, parts=middle)), explode="parts.parts")
    assert df.to_dict("list") == {"parent.parent.id": [1], "parent.id": [2], "id": [3]}


def test_exploding_leaves_out_fields_beside_the_list():
    """Unknown fields of the body do not belong to the elements of a row's list."""
    schema = obj(fits=rows_of(obj(["id"], id=INT, items=rows_of(INT))))
    df = frame({"fits": [{"id": 1, "items": [5]}], "total": 1}, schema, explode="items")
    assert df.to_dict("list") == {"id": [1], "items": [5]}


def test_unknown_lists_are_errors_that_list_the_known_ones():
    """Errors of a wrong `explode` list the columns that can be exploded."""
    with pytest.raises(UnknownListError, match=r"'pin'.*pins, pins\.contents") as caught:
        frame(COLONY, PLANET, explode="pin")
    assert isinstance(caught.value, ValueError)
    assert caught.value.choices == plan_of(PLANET).explodable()
    with pytest.raises(UnknownListError, match="it has none"):
        frame(None, ORDER, explode="x")


# --- off the schema


@pytest.mark.parametrize(
    ("field", "value", "dtype"),
    [
        ("order_id", None, "Int64"),
        ("order_id", "x", "object"),
        ("order_id", 1.5, "object"),
        ("order_id", True, "object"),
        ("order_id", 2**63, "object"),
        ("is_buy", None, "boolean"),
        ("is_buy", 1, "object"),
        ("price", "x", "object"),
        ("price", None, "float64"),
        ("issued", "soon", "object"),
        ("issued", 12, "object"),
        ("range", "galaxy", "category"),
        ("range", 5, "object"),
        ("range", ["x"], "object"),
        ("name", {"en": "x"}, "object"),
        ("name", "\ud800", "object"),
    ],
)
def test_a_value_off_the_schema_widens_its_own_column(field, value, dtype):
    """Every other column keeps its type, every other value its own."""
    df, off = off_schema([ROW, {**ROW, field: value}], rows_of(ORDER))
    assert off == [field]
    assert dtypes(df) == {**dtypes(frame([ROW], rows_of(ORDER))), field: dtype}
    assert df[field][1] == value or (value is None and pd.isna(df[field][1]))


def test_unknown_enum_values_come_after_the_known_ones():
    """Unknown values become further categories, unchanged."""
    df, _ = off_schema([{**ROW, "range": "galaxy"}], rows_of(ORDER))
    assert df.range.cat.categories.tolist() == ["station", "region", "1", "galaxy"]
    assert df.range.tolist() == ["galaxy"]


def test_unknown_fields_are_columns_at_the_end():
    """Fields added to the API later become columns, at any depth, typed by their values."""
    schema = rows_of(obj(["a", "z"], a=obj(["x"], x=INT), z=INT))
    rows = [{"a": {"x": 1, "new": 5}, "z": 1}, {"more": [1], "a": {"x": 1}, "z": 1}]
    df, off = off_schema(rows, schema)
    assert list(df) == ["a.x", "z", "a.new", "more"]
    assert off == ["a.new", "more"]
    assert dtypes(df)["a.new"] == "Int64"
    assert df.more.tolist() == [None, [1]]


def test_fields_beside_a_wrapped_list_are_repeated():
    """Fields beside the one list of a body are repeated in each row."""
    df, off = off_schema({"route": [1, 2], "length": 7}, obj(route=rows_of(INT)))
    assert df.length.tolist() == [7, 7]
    assert off == ["length"]


@pytest.mark.parametrize(
    ("schema", "rows"),
    [
        (rows_of(ORDER), ["x"]),
        (rows_of(obj(["a"], a=obj(["x"], x=INT))), [{"a": 5}]),
        (rows_of(INT), [{"x": 1}]),
        (obj(a=rows_of(INT), b=rows_of(INT)), 5),
        (obj(a=rows_of(INT), b=rows_of(INT)), {"a": 5, "b": "x"}),
        ({"type": "object", "additionalProperties": obj(n=INT)}, [1, 2]),
        (None, [1]),
        ({}, {"a": 1}),
        (NUMBER, {"a": 1}),
    ],
)
def test_a_response_of_another_shape_still_makes_a_frame(schema, rows):
    """Other shapes than the declared one make a frame and a warning."""
    df, off = off_schema(rows, schema)
    assert off
    assert len(df) == (2 if rows in ([1, 2], {"a": 5, "b": "x"}) else 1)


def test_an_unknown_field_never_replaces_a_known_column():
    """Of two fields that would have one name, the unknown one gets another."""
    schema = obj(a=rows_of(obj(id=INT)), b=rows_of(obj(id=INT)))
    df, off = off_schema({"a": [{"id": 1, "category": "x"}]}, schema)
    assert df.category.tolist() == ["a"]
    assert df.category_.tolist() == ["x"]
    assert off == ["category_"]


def test_conforming_responses_do_not_warn():
    """No warning if everything conforms to the schema."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert frame([ROW], rows_of(ORDER)).attrs == {"esi": {"off_schema": []}}


# --- columns


def test_columns_give_the_same_frame_as_rows():
    """Lists and NumPy arrays by column make the frame that rows make."""
    rows = [ROW, {**ROW, "order_id": 5}]
    lists = {name: [row[name] for row in rows] for name in ROW}
    arrays = {
        **lists,
        "order_id": np.array(lists["order_id"]),
        "price": np.array(lists["price"]),
        "is_buy": np.array(lists["is_buy"]),
        "issued": np.array([t.removesuffix("Z") for t in lists["issued"]], dtype="datetime64[s]"),
    }
    plan = plan_of(rows_of(ORDER))
    assert_frame_equal(frame_from_columns(lists, plan), frame(rows, rows_of(ORDER)))
    assert_frame_equal(frame_from_columns(arrays, plan), frame(rows, rows_of(ORDER)))


def test_masks_become_missing_values():
    """NumPy masks become missing values in every type."""
    schema = rows_of(obj(id=INT, flag=BOOL, x=NUMBER, at=TIME))
    mask = [False, True]
    masked = {
        "id": np.ma.array([1, 2], mask=mask),
        "flag": np.ma.array([True, False], mask=mask),
        "x": np.ma.array([1.5, 2.5], mask=mask),
        "at": np.ma.array(np.array(["2026-01-02", "2026-01-03"], "datetime64[us]"), mask=mask),
    }
    rows = [{"id": 1, "flag": True, "x": 1.5, "at": "2026-01-02T00:00:00Z"}, {}]
    assert_frame_equal(frame_from_columns(masked, plan_of(schema)), frame(rows, schema))


def test_missing_columns_are_filled():
    """Columns left out are missing; unknown ones come last."""
    plan = plan_of(rows_of(obj(id=INT, name=TEXTS)))
    with pytest.warns(OffSchemaWarning, match="new"):
        df = frame_from_columns({"new": [1], "id": [2]}, plan)
    assert list(df) == ["id", "name", "new"]
    assert df.name.isna().all()


# --- concat


def test_concat_unites_categories():
    """Categories off schema in one part are categories of the whole; types stay."""
    new, _ = off_schema([{**ROW, "range": "galaxy"}], rows_of(ORDER))
    whole = concat([frame([ROW], rows_of(ORDER)), new, frame(None, rows_of(ORDER))])
    assert whole.range.cat.categories.tolist() == ["station", "region", "1", "galaxy"]
    assert whole.range.tolist() == ["region", "galaxy"]
    assert dtypes(whole) == dtypes(frame(None, rows_of(ORDER)))
    assert whole.index.tolist() == [0, 1]


def test_concat_picks_the_narrowest_common_type():
    """Columns take the narrowest type for all parts, and ids never become floats."""
    one = pd.DataFrame(
        {"i": [2**53 + 1], "b": [True], "f": [1], "only": [7], "o": pd.Series([[1]], dtype=object)}
    )
    two = pd.DataFrame(
        {
            "i": pd.array([None], dtype="Int64"),
            "b": pd.array([None], dtype="boolean"),
            "f": [0.5],
            "o": pd.array(["x"], dtype=TEXT),
        }
    )
    whole = concat([one, two])
    assert dtypes(whole) == {
        "i": "Int64",
        "b": "boolean",
        "f": "float64",
        "only": "Int64",
        "o": "object",
    }
    assert whole.i[0] == 2**53 + 1
    assert whole.o.tolist() == [[1], "x"]
    assert whole.only.tolist() == [7, pd.NA]


@pytest.mark.parametrize(
    "column",
    [
        pd.Series(pd.Categorical(["a"])),
        pd.Series(["a"], dtype=TEXT),
        pd.Series([[1]], dtype=object),
        pd.Series([1.5]),
        pd.Series(np.array(["2026-01-02"], "datetime64[us]")),
        pd.Series(np.array(["2026-01-02"], "datetime64[us]")).dt.tz_localize("UTC"),
    ],
    ids=lambda column: str(column.dtype),
)
def test_concat_fills_columns_that_a_part_lacks(column):
    """Columns of some parts are missing in the rows of the others, and keep their type."""
    for parts in ([{"a": column}, {"b": [1]}], [{"b": [1]}, {"a": column}]):
        whole = concat(pd.DataFrame(part) for part in parts)
        assert whole.a.dtype == column.dtype
        assert whole.a.isna().sum() == 1


def test_concat_merges_attrs():
    """Counts are summed, flags are True if all are, other values are kept or listed."""
    known = [
        {
            "operation": "x",
            "pages": 2,
            "consistent": True,
            "parameters": {"a": 1},
            "off_schema": [],
        },
        {
            "operation": "x",
            "pages": 3,
            "consistent": False,
            "parameters": {"a": 2},
            "off_schema": ["n"],
        },
        {
            "operation": "x",
            "pages": 1,
            "consistent": True,
            "parameters": {"a": 1},
            "off_schema": ["n"],
        },
    ]
    frames = []
    for each in known:
        df = pd.DataFrame({"n": [1]})
        df.attrs["esi"] = each
        frames.append(df)
    expected = {
        "operation": "x",
        "pages": 6,
        "consistent": False,
        "parameters": [{"a": 1}, {"a": 2}],
        "off_schema": ["n"],
    }
    assert concat(frames).attrs["esi"] == expected
    assert concat([concat(frames[:2]), frames[2]]).attrs["esi"] == expected
    assert json.loads(json.dumps(expected)) == expected


def test_concat_without_frames_is_an_error():
    """Without frames there is no schema to make columns of."""
    with pytest.raises(ValueError, match="at least one"):
        concat([])


def test_concat_of_one_frame_is_an_error():
    """Passing one frame instead of a list is a mistake, which the error names."""
    with pytest.raises(TypeError, match="a list of frames"):
        concat(pd.DataFrame({"a": [1]}))
