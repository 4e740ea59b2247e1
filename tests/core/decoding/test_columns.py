"""Test decoding of pages to columns."""

from types import SimpleNamespace

import numpy as np
import pytest

from esi.core.decoding.columns import ColumnDecoder


def column(name, kind, *, path=None, optional=False, categories=()):
    path = (name,) if path is None else path
    return SimpleNamespace(
        name=name, path=path, kind=kind, optional=optional, categories=categories
    )


def read(body, *columns, inside=None):
    return ColumnDecoder(columns, inside)(body.encode())


def values_of(body, *columns, **given):
    found = read(body, *columns, **given)
    return found and {
        name: values.tolist() if isinstance(values, np.ndarray) else values
        for name, values in found.items()
    }


def test_required_numbers_are_arrays_of_their_type():
    """Integers are int64, numbers float64 (integral ones come without a point), booleans bool."""
    found = read(
        '[{"id": 1, "price": 2, "on": true}, {"id": 9007199254740993, "price": 2.5, "on": false}]',
        column("id", "int"),
        column("price", "float"),
        column("on", "bool"),
    )
    assert {name: values.dtype.name for name, values in found.items()} == {
        "id": "int64",
        "price": "float64",
        "on": "bool",
    }
    assert found["id"].tolist() == [1, 9007199254740993]
    assert found["price"].tolist() == [2.0, 2.5]
    assert not any(isinstance(values, np.ma.MaskedArray) for values in found.values())


def test_arrays_own_their_memory():
    """A frame may take one column over and release the others."""
    found = read('[{"a": 1, "b": 2}, {"a": 3, "b": 4}]', column("a", "int"), column("b", "int"))
    assert all(each.flags.owndata and each.flags.writeable for each in found.values())


def test_columns_keep_their_order():
    """Numbers are read first, and stay where the schema has them."""
    columns = [column("a", "text"), column("b", "int"), column("c", "text"), column("d", "bool")]
    assert list(read('[{"a": "", "b": 1, "c": "", "d": true}]', *columns)) == list("abcd")


@pytest.mark.parametrize("left_out", ['{"a": null}', "{}"])
@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("int", "5", 5),
        ("float", "5", 5.0),
        ("bool", "true", True),
        ("datetime", '"2026-01-02T03:04:05Z"', np.datetime64("2026-01-02T03:04:05")),
        ("date", '"2026-01-02"', np.datetime64("2026-01-02")),
    ],
)
def test_optional_values_are_masked_where_missing(kind, text, value, left_out):
    """Null and missing are the same."""
    found = read(f'[{{"a": {text}}}, {left_out}]', column("a", kind, optional=True))["a"]
    assert np.ma.getmaskarray(found).tolist() == [False, True]
    assert found[0] == value


def test_missing_texts_are_none():
    """Text has no mask: the column is a list with None."""
    found = read('[{"a": "x"}, {}]', column("a", "text", optional=True))
    assert found == {"a": ["x", None]}


def test_times_of_the_usual_format_are_an_array():
    """They are parsed at once."""
    found = read(
        '["2026-01-02T03:04:05Z", "1999-12-31T23:59:59Z"]', column("t", "datetime", path=())
    )
    assert found["t"].dtype == "datetime64[s]"
    assert found["t"].astype(str).tolist() == ["2026-01-02T03:04:05", "1999-12-31T23:59:59"]


@pytest.mark.parametrize(
    "other",
    [
        "2026-01-02T03:04:05.123Z",
        "2026-01-02T03:04:05+00:00",
        "2026-01-02T03:04:60Z",
        "2026-13-02T03:04:05Z",
        "2026-01-02 03:04:05Z",
        "2026-01-02T03:04:05z",
        "2026-01-02T03:04:0éZ",
        "20260-1-02T03:04:05Z",
        "+026-01-02T03:04:05Z",
        "yesterday",
        "",
    ],
)
def test_times_of_another_format_stay_text(other):
    """One value of another format leaves the column as text."""
    texts = ["2026-01-02T03:04:05Z", other]
    found = read(f'["{texts[0]}", "{other}"]', column("t", "datetime", path=()))
    assert found == {"t": texts}


def test_dates_are_an_array():
    """Dates of one format are parsed at once."""
    found = read('["2026-01-02", "0999-12-31"]', column("d", "date", path=()))["d"]
    assert found.dtype == "datetime64[D]"
    assert found.astype(str).tolist() == ["2026-01-02", "0999-12-31"]


@pytest.mark.parametrize(
    "other",
    ["20260102", "2026-13-02", "2026-02-30", "2026-W01-1", "2026/01/02", "+026-01-02", " 026-01-02",
     "2026-01-é2", "tomorrow", "not a date", ""],
)  # fmt: skip
def test_dates_of_another_format_stay_text(other):
    """One value of another format leaves the column as text."""
    texts = ["2026-01-02", other]
    found = read(f'["{texts[0]}", "{other}"]', column("d", "date", path=()))
    assert found == {"d": texts}


def test_texts_of_the_right_total_length_are_not_times():
    """One is too short and one too long: each is checked by itself."""
    texts = ["2026-01-02T03:04:05", "Z2026-01-02T03:04:05Z"]
    found = read(f'["{texts[0]}", "{texts[1]}"]', column("t", "datetime", path=()))
    assert found == {"t": texts}


def test_enums_share_their_values():
    """Known values are the same string in each row; unknown ones are kept."""
    enum = column("e", "enum", categories=("buy", "sell"))
    found = read('[{"e": "buy"}, {"e": "new"}, {"e": "buy"}]', enum)["e"]
    assert found == ["buy", "new", "buy"]
    assert found[0] is found[2] is enum.categories[0]


def test_nested_objects_are_reached_by_their_path():
    """`position.x` is missing if the object or the field is."""
    body = '[{"position": {"x": 1.5}}, {"position": null}, {"position": {}}, {}]'
    x = column("position.x", "float", path=("position", "x"), optional=True)
    found = read(body, x)["position.x"]
    assert np.ma.getmaskarray(found).tolist() == [False, True, True, True]


def test_lists_and_maps_stay_in_their_cells():
    """Cells contain plain JSON values."""
    found = read(
        '[{"l": [{"t": "2026-01-01"}], "m": {"1": 2}}]', column("l", "list"), column("m", "map")
    )
    assert found == {"l": [[{"t": "2026-01-01"}]], "m": [{"1": 2}]}


def test_names_need_not_be_identifiers():
    """`from`, `a-b` and `_x` are fields like others."""
    names = ("from", "a-b", "_x", "é")
    found = values_of(
        '[{"from": 1, "a-b": 2, "_x": 3, "é": 4}]', *(column(n, "int") for n in names)
    )
    assert found == {"from": [1], "a-b": [2], "_x": [3], "é": [4]}


def test_a_list_inside_an_object_is_found_beside_its_cursor():
    """Cursor pages have this shape."""
    body = '{"rows": [{"a": 1}], "cursor": {"before": "x"}}'
    assert values_of(body, column("a", "int"), inside="rows") == {"a": [1]}


def test_an_empty_page_has_all_columns():
    """It has no rows."""
    found = read("[]", column("a", "int"), column("b", "text"), column("t", "datetime"))
    assert {name: len(values) for name, values in found.items()} == {"a": 0, "b": 0, "t": 0}


@pytest.mark.parametrize(
    "body",
    [
        '[{"a": 1, "new": 2}]',
        '[{"a": "1"}]',
        '[{"a": 1.0}]',
        '[{"a": null}]',
        '[{"a": 9223372036854775808}]',
        "[{}]",
        "[1]",
        "{}",
        "null",
        "nonsense",
        "",
        "[" * 100_000,
        '[{"a": 1}]\ud800'.encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_a_page_that_does_not_match_its_schema_needs_rows(body):
    """Its result is None, whatever is wrong with it."""
    assert read(body, column("a", "int")) is None
