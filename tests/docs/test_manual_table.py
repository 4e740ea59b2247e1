"""Tests named in the table of the manual's sentences, and in SECURITY.md, exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"`(\w+)`\s+is\s+`(tests/[\w/.]+)`", TABLE))
ROWS = [line for line in TABLE.splitlines() if line.startswith("| ") and "| sentence |" not in line]
NAMED = sorted(set(re.findall(r"(?:`(tests/[\w/.]+)`|\b([a-z]\w*))::(test_\w+)", TABLE)))


@pytest.mark.parametrize(("path", "short", "test"), NAMED, ids=lambda value: value or "-")
def test_a_named_test_exists(path, short, test):
    """Each test named in a row exists."""
    text = (ROOT / (path or FILES[short])).read_text(encoding="utf-8")
    assert re.search(rf"^def {test}\(", text, re.MULTILINE)


def test_the_count_is_that_of_the_rows():
    """Counts on the page match its rows."""
    replaced = sum("*replaced*" in row for row in ROWS)
    assert (
        f"{len(ROWS)} sentences: {len(ROWS) - replaced} hold unchanged, "
        f"{replaced} are replaced, in whole or in part."
    ) in TABLE


@pytest.mark.parametrize(
    "section",
    [
        "1.1",
        "1.2",
        "1.3",
        "1.3.1",
        "2.1",
        "2.2",
        "2.3",
        "2.4",
        "2.5",
        "2.6",
        "3.1",
        "3.2",
        "3.3",
        "3.4",
        "3.5",
    ],
)
def test_every_section_of_the_manual_is_there(section):
    """No section of the manual is left out."""
    assert re.search(rf"^## {re.escape(section)} \w.*?\n\|", TABLE, re.MULTILINE | re.DOTALL)


def test_every_sentence_has_a_test_or_a_reason():
    """Each row names a test or says what replaces the sentence."""
    empty = [row for row in ROWS if "::test_" not in row and "*replaced*" not in row]
    assert empty == []
    assert len(ROWS) > 40


def test_the_tests_of_the_security_page_exist():
    """Each promise on the page names tests by their file and name."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    missing, found, path = [], 0, None
    for file, name in re.findall(r"`(tests/[\w/.]+)`|`(test_\w+)`", text):
        if file:
            path = ROOT / file
        elif f"def {name}(" not in path.read_text(encoding="utf-8"):
            missing.append(name)
        found += bool(name)
    assert missing == []
    assert found > 20
