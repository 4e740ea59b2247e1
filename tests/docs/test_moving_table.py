"""Tests named in the table of what gets better for sites on releases 8 to 10 exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "moving.md").read_text(encoding="utf-8")
TABLE = PAGE.split("| release 10 | here | tests |")[1].split("\n\n")[0]
ROWS = TABLE.splitlines()[2:]
NAMED = sorted(set(re.findall(r"\b([a-z]\w*)::(test_\w+)", TABLE)))
CLIENTS = "tests/django_app/openapi_clients/test_{}.py"
FILES = {
    "attribute_row": "tests/core/decoding/test_attribute_row.py",
    "decorators": "tests/django_app/limits/test_decorators.py",
    "models": "tests/core/decoding/test_models.py",
    "turns": "tests/core/openapi/test_turns.py",
    **{
        name: CLIENTS.format(name)
        for name in ("calls", "exceptions", "provider", "results", "unchanged")
    },
}


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_test_of_what_gets_better_exists(file, test):
    """Each test named in a row is in its file."""
    text = (ROOT / FILES[file]).read_text(encoding="utf-8")
    assert re.search(rf"^def {test}\(", text, re.MULTILINE)


def test_each_row_of_what_gets_better_names_a_test():
    """There are sixteen, and none is a promise alone."""
    assert len(ROWS) == 16
    assert [row for row in ROWS if "::test_" not in row] == []
