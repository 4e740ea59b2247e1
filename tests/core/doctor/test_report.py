"""Test the report of results."""

import json

import pytest

from esi.core.doctor import report
from esi.core.doctor.check import Result

GOOD = Result("cache", "ok", "/home/me/.cache/esi", "Where?", "a folder", "Choose one.")
BAD = Result("clock", "failed", "90 s | ahead", "Right?", "5 s", "Set it.")
FACTS = {"esi-toolkit": "11.0.0"}


@pytest.mark.parametrize(
    ("found", "published"),
    [
        ("/home/me/.cache and /home/me", "~/.cache and ~"),
        ("/home/melissa/x, /home/me.old", "/home/melissa/x, /home/me.old"),
        ("redis://me:hush@host:6379/0", "redis://***@host:6379/0"),
        ("eyJhbGciOi.eyJzdWIi.c2ln is a token", "*** is a token"),
    ],
)
def test_what_is_private_is_left_out(found, published):
    """The home folder becomes `~`; passwords and tokens become stars."""
    result = Result("x", "ok", found, "", "", "")
    assert report.public(result, home="/home/me").found == published


def test_a_text_names_the_next_step():
    """A failure has a second line with the expected finding and the remedy."""
    lines = report.as_text([GOOD, BAD], FACTS).splitlines()
    assert lines[0] == "esi-toolkit: 11.0.0"
    assert lines[2].split() == ["ok", "cache", "/home/me/.cache/esi"]
    assert lines[4].strip() == "expected: 5 s. Set it."
    assert lines[-1] == "2 checks: 1 ok, 1 failed."


def test_markdown_is_a_table():
    """A bar in a text does not end its cell."""
    rows = report.as_markdown([GOOD, BAD], FACTS).splitlines()
    assert "| FAILED | clock | 90 s \\| ahead | 5 s |" in rows


def test_json_has_the_checks():
    """Programs read the outcome and all parts of each check."""
    found = json.loads(report.as_json([GOOD, BAD], FACTS))
    assert found["failed"] is True
    assert found["esi-toolkit"] == "11.0.0"
    assert found["checks"][1]["mend"] == "Set it."
