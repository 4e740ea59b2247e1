"""Foreign text is written so that any terminal and file can take it."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi_data.cli.text import as_json, lines, one_line


@given(st.text())
def test_a_line_moves_no_cursor(text):
    """Control characters, line breaks and marks of direction are spaces; the rest stays."""
    shown = one_line(text)
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Zl", "Zp")]
    assert not [char for char in shown if unicodedata.bidirectional(char)[:3] in ("LRE", "RLO")]
    assert len(shown) <= len(text)
    assert lines(text).count("\n") == text.count("\n")


@pytest.mark.parametrize("text", ["Škoda 🚀", "漢字 кириллица", "👩‍🚀"])
def test_letters_of_all_languages_stay(text):
    """Only what controls a terminal is foreign."""
    assert one_line(text) == lines(text) == text


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters()),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner),
    )
)
def test_json_can_be_read_back(value):
    """A text that ends in half of a surrogate pair is readable too."""
    assert json.loads(as_json(value)) == value
