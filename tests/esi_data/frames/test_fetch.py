"""Pages become one frame: by columns where they conform, by rows where they do not."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from esi.errors import InvalidAnswerError, NonconformingAnswerError
from esi_data.errors import OffSchemaWarning
from esi_data.frames.build import frame, frame_of_table
from esi_data.frames.fetch import read_page
from esi_data.frames.rows import Table, joined
from esi_data.frames.schema import plan_of
from tests.esi_data.frames.test_build_properties import (
    LEAVES,
    any_schema,
    conforming,
    nullable,
    objects,
)

REGION = 10000043
PATH = f"/markets/{REGION}/orders"


def orders(esi):
    return esi.client.Market.get_markets_region_id_orders(region_id=REGION)


def second_page(esi, esi_sandbox, body):
    """Replace the second page of the next pull by another of the same snapshot."""
    modified = orders(esi).snapshot().responses[0].headers["last-modified"]
    esi.clear_cache()
    headers = {"X-Pages": "3", "Last-Modified": modified}
    esi_sandbox.faults.fail(200, path=PATH, after=1, body=body, headers=headers)


def page_of(schema, rows):
    return read_page(json.dumps(rows).encode(), plan_of(schema))


@any_schema
@given(st.data(), objects(nullable(LEAVES)))
def test_pages_by_columns_are_the_frame_of_their_rows(data, items):
    """Any conforming pages, joined, give the frame of all their rows; types and attrs, too."""
    schema = {"type": "array", "items": items}
    drawn = data.draw(st.lists(conforming(schema), min_size=1, max_size=3))
    table = joined([page_of(schema, page) for page in drawn])
    whole = frame([row for page in drawn for row in page], schema)
    assert_frame_equal(frame_of_table(table, plan_of(schema)), whole)


@pytest.mark.parametrize("cached", [[], [1], [2, 3], [1, 2, 3, 4, 5]])
def test_frames_do_not_depend_on_where_pages_come_from(esi, esi_sandbox, cached):
    """Pages from the cache are decoded afterwards, the others on arrival."""
    esi_sandbox.set_pages(PATH, 5, rows=4)
    rows = orders(esi).results()
    requests = orders(esi).snapshot().requested
    for number in {1, 2, 3, 4, 5} - set(cached):
        esi.engine.responses.delete(requests[number - 1])
    assert orders(esi).frame()["order_id"].tolist() == [row["order_id"] for row in rows]


def test_a_page_that_is_decoded_early_gives_way_to_a_newer_one(esi, esi_sandbox):
    """The frame has the rows of the snapshot on which all pages agree."""
    esi_sandbox.set_pages(PATH, 5, rows=4)
    esi_sandbox.turn_over_before(PATH, page=3, pages=range(1, 6))
    made = orders(esi).frame()
    assert made.attrs["esi"]["rounds"] == 1
    rows = orders(esi).results()
    for name in ("order_id", "volume_remain", "price"):
        assert made[name].tolist() == [row[name] for row in rows]


def test_one_page_off_schema_leaves_other_columns_typed(esi, esi_sandbox):
    """Its column is widened and named, and one warning says so."""
    esi_sandbox.set_pages(PATH, 3, rows=4)
    esi.config = replace(esi.config, concurrency=1)
    good = orders(esi).frame()
    rows = good.assign(issued=good["issued"].dt.strftime("%Y-%m-%dT%H:%M:%SZ")).to_dict("records")
    rows[5]["volume_total"] = None
    rows[6]["colour"] = "red"
    second_page(esi, esi_sandbox, json.dumps(rows[4:8]))
    with pytest.warns(OffSchemaWarning, match="volume_total, colour") as warned:
        odd = orders(esi).frame(max_pages=2)
    assert len([w for w in warned if w.category is OffSchemaWarning]) == 1
    assert str(odd["volume_total"].dtype) == "Int64"
    assert odd["volume_total"].isna().sum() == 1
    assert odd["colour"].notna().sum() == 1
    same = [name for name in good.columns if name != "volume_total"]
    assert odd[same].dtypes.equals(good[same].dtypes)
    assert odd["issued"].tolist() == good["issued"].tolist()[:8]
    assert odd.attrs["esi"]["off_schema"] == ["volume_total", "colour"]


def test_a_page_that_is_not_json_is_an_error_and_not_cached(esi, esi_sandbox):
    """Only that page is requested again by the next pull."""
    esi_sandbox.set_pages(PATH, 3, rows=4)
    esi.config = replace(esi.config, concurrency=1)
    second_page(esi, esi_sandbox, "[{")
    with pytest.raises(InvalidAnswerError):
        orders(esi).frame()
    esi_sandbox.clear()
    assert len(orders(esi).frame()) == 10
    assert [request.query["page"] for request in esi_sandbox.requests] == [["2"]]


def test_strict_mode_raises_for_frames(esi, esi_sandbox):
    """`strict=True` raises where a frame would widen a column."""
    esi_sandbox.faults.fail(200, path=PATH, body='[{"order_id": 1}]')
    with pytest.raises(NonconformingAnswerError, match="duration"):
        orders(esi).frame(strict=True)


def test_arrays_and_lists_of_one_column_become_a_list():
    """Mixed parts, where one page was decoded by rows, become a list; missing values are None."""
    masked = np.ma.masked_array([1, 2], [False, True])
    parts = [Table({"a": masked}, {}, 2), Table({"a": ["x"]}, {}, 1), Table({}, {"b": [1]}, 1)]
    whole = joined(parts)
    assert whole == Table({"a": [1, None, "x", None]}, {"b": [None, None, None, 1]}, 4)
