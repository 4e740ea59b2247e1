"""The table of the manual's sentences names tests that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TABLE = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"`(\w+)`\s+is\s+`(tests/[\w/.]+)`", TABLE))
ROWS = [line for line in TABLE.splitlines() if line.startswith("| ") and "held by" not in line]
NAMED = sorted(set(re.findall(r"(?:`(tests/[\w/.]+)`|\b([a-z]\w*))::(test_\w+)", TABLE)))


@pytest.mark.parametrize(("path", "short", "test"), NAMED, ids=lambda value: value or "-")
def test_a_named_test_exists(path, short, test):
    """What a row says holds its sentence is there."""
    text = (ROOT / (path or FILES[short])).read_text(encoding="utf-8")
    assert re.search(rf"^def {test}\(", text, re.MULTILINE)


def test_every_sentence_is_held_or_explained():
    """No row is empty: a test holds it, or it says what stands in its place."""
    empty = [row for row in ROWS if "::test_" not in row and "*substituted*" not in row]
    assert empty == []
    assert len(ROWS) > 40
