"""Frames are printed as text tables."""

import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from esi_data.cli.text_table import fitted, whole

WIDE = pd.DataFrame(
    {
        "type_id": [34, 35],
        "name": ["Tritanium", "Pyerite"],
        "description": ["The main building block in space structures. " * 3, "Softer."],
        "price": [5.29, 11.0],
    }
)


def lines(frame, width):
    """Return what a terminal of this width shows."""
    output = io.StringIO()
    Console(file=output, width=width).print(fitted(frame, width).table)
    return [line.rstrip() for line in output.getvalue().splitlines()]


def test_a_table_that_fits_is_not_changed():
    """Numbers on the right, text on the left, a line for each row."""
    frame = WIDE[["name", "type_id"]]
    assert lines(frame, 80) == ["name       type_id", "Tritanium       34", "Pyerite         35"]
    assert fitted(frame, 80).left_out == []
    assert list(whole(frame)) == lines(frame, 80)


def test_prose_is_cut_before_a_column_is_left_out():
    """Ids are shown whole; prose is readable when cut."""
    assert fitted(WIDE, 60).left_out == []
    assert lines(WIDE, 60)[1] == "     34  Tritanium  The main building block in sp…   5.29"


def test_columns_that_do_not_fit_are_named():
    """Columns are left out from the right, so that the others keep their order."""
    assert fitted(WIDE, 30).left_out == ["description", "price"]
    assert lines(WIDE, 30)[0] == "type_id  name"


def test_one_row_is_a_line_for_each_column():
    """Single rows that are too wide become a list."""
    table = fitted(WIDE.head(1), 40).table
    assert not table.show_header
    assert lines(WIDE.head(1), 40)[:2] == ["type_id      34", "name         Tritanium"]


def test_a_row_is_one_line_and_moves_no_cursor():
    """Text of players cannot control the terminal, and markup is text."""
    frame = pd.DataFrame({"body": ["a\nb\x1b[31mred\x9bm", "[bold]x[/wrong] :smile:"]})
    for shown in (list(whole(frame)), lines(frame, 80)):
        assert shown[1:] == ["a b [31mred m", "[bold]x[/wrong] :smile:"]


def test_cells_are_written_as_the_api_writes_them():
    """Times in UTC, dates without a time, lists as JSON, nothing for a missing value."""
    frame = pd.DataFrame(
        {
            "at": pd.to_datetime(["2026-08-18T11:05:00Z", None]).as_unit("us"),
            "day": pd.to_datetime(["2026-08-18", "2026-08-19"]).as_unit("us"),
            "ids": [[1, 2], None],
            "count": pd.array([1, None], "Int64"),
        }
    )
    assert list(whole(frame))[1:] == [
        "2026-08-18T11:05:00Z  2026-08-18  [1,2]      1",
        "                      2026-08-19",
    ]


def test_an_empty_frame_is_its_head():
    """Columns are visible without rows."""
    assert lines(WIDE.head(0), 80) == ["type_id  name  description  price"]
    assert list(whole(WIDE.head(0))) == ["type_id  name  description  price"]


@pytest.mark.parametrize("width", [20, 33, 47, 80])
@given(words=st.lists(st.text("aé스 界…", max_size=70), min_size=2, max_size=4))
def test_no_line_is_wider_than_the_terminal(width, words):
    """Lines fit whatever the text, also with wide letters."""
    frame = pd.DataFrame({"name": words, "id": range(len(words)), "text": words})
    shown = lines(frame, width)
    assert len(shown) == len(words) + 1
    assert all(cell_len(line) <= width for line in shown)
