"""How a frame looks as text."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from esi_data.cli.text_table import fitted, whole

WIDE = pd.DataFrame(
    {
        "type_id": [34, 35],
        "name": ["Tritanium", "Pyerite"],
        "description": ["The main building block in space structures. " * 3, "Softer."],
        "price": [5.29, 11.0],
    }
)


def lines(printed):
    return [*printed.head, *printed.rows]


def test_what_fits_is_shown_as_it_is():
    """Numbers on the right, text on the left, a line for each row."""
    printed = fitted(WIDE[["name", "type_id"]], 80)
    assert lines(printed) == ["name       type_id", "Tritanium       34", "Pyerite         35"]
    assert printed.left_out == []


def test_prose_is_cut_before_a_column_is_left_out():
    """An id is of use as a whole alone; of prose its beginning is."""
    printed = fitted(WIDE, 60)
    assert printed.left_out == []
    assert lines(printed)[1] == "     34  Tritanium  The main building block in sp…   5.29"


def test_columns_that_do_not_fit_are_named():
    """From the right, so that what is shown stays in its order."""
    printed = fitted(WIDE, 30)
    assert printed.left_out == ["description", "price"]
    assert lines(printed)[0] == "type_id  name"


def test_one_row_is_a_line_for_each_column():
    """Where it does not fit beside each other."""
    printed = fitted(WIDE.head(1), 40)
    assert printed.head == []
    assert list(printed.rows)[:2] == ["type_id      34", "name         Tritanium"]


def test_a_row_is_one_line_and_moves_no_cursor():
    """Text of players cannot speak to the terminal, and markup is text."""
    frame = pd.DataFrame({"body": ["a\nb\x1b[31mred\x9bm", "[bold]x[/wrong]"]})
    assert lines(whole(frame))[1:] == ["a b [31mred m", "[bold]x[/wrong]"]


def test_cells_are_written_as_the_api_writes_them():
    """Times in UTC, days without a time, lists as JSON, nothing for what is missing."""
    frame = pd.DataFrame(
        {
            "at": pd.to_datetime(["2026-08-18T11:05:00Z", None]).as_unit("us"),
            "day": pd.to_datetime(["2026-08-18", "2026-08-19"]).as_unit("us"),
            "ids": [[1, 2], None],
            "count": pd.array([1, None], "Int64"),
        }
    )
    assert lines(whole(frame))[1:] == [
        "2026-08-18T11:05:00Z  2026-08-18  [1,2]      1",
        "                      2026-08-19",
    ]


def test_an_empty_frame_is_its_head():
    """So that one sees what there would be."""
    assert lines(fitted(WIDE.head(0), 80)) == ["type_id  name  description  price"]


@pytest.mark.parametrize("width", [20, 33, 47, 80])
@given(words=st.lists(st.text("aé스 界…", max_size=70), min_size=2, max_size=4))
def test_no_line_is_wider_than_the_terminal(width, words):
    """Whatever the text, wide letters among it."""
    frame = pd.DataFrame({"name": words, "id": range(len(words)), "text": words})
    assert all(cell_len(line) <= width for line in lines(fitted(frame, width)))
