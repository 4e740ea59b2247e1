"""What becomes of documents in the cache folder that nobody asks for any more."""

import os
import time

import pytest

from esi.core.openapi.store import DocumentStore

DAY = 24 * 3600
EVE = "document-esi-evetech-net-2020-01-01-0123456789abcdef.jsonl"
SANDBOX = "document-127-0-0-1-40001-2020-01-01-0123456789abcdef.jsonl"


@pytest.fixture
def folder(around, tmp_path):
    """The cache folder of `around`."""
    around.knobs["cache_dir"] = str(tmp_path)
    return tmp_path


def put(folder, name, age):
    path = folder / name
    path.write_bytes(b"{}\n")
    then = time.time() - age
    os.utime(path, (then, then))
    return path


def keep(around):
    """Another document is fetched and kept."""
    DocumentStore(around.engine, "https://api.example", "2026-08-18", "tranquility").write(b"{}\n")


@pytest.mark.parametrize(
    ("name", "age", "stays"),
    [
        (EVE, 89 * DAY, True),
        (EVE, 91 * DAY, False),
        (SANDBOX, DAY - 60, True),
        (SANDBOX, DAY + 60, False),
        (SANDBOX.replace("127-0-0-1", "localhost"), DAY + 60, False),
        ("tmp1a2b3c.part", DAY - 60, True),
        ("tmp1a2b3c.part", DAY + 60, False),
        ("notes.jsonl", 1000 * DAY, True),
    ],
)
def test_what_was_not_renewed_for_long_is_dropped(around, folder, name, age, stays):
    """After 90 days; a day for a server on this machine and for what a killed process left."""
    path = put(folder, name, age)
    keep(around)
    assert path.exists() is stays
    assert len(list(folder.glob("document-api-example-*"))) == 1


def test_a_longer_duration_keeps_longer(around, folder):
    """ESI_SPEC_CACHE_DURATION of a year: what still holds is not dropped."""
    around.knobs["spec_cache_duration"] = 365 * DAY
    path = put(folder, EVE, 300 * DAY)
    keep(around)
    assert path.exists()


def test_what_cannot_be_dropped_stays(around, folder, caplog):
    """It is no reason not to keep the new one, nor for a word in the log."""
    blocked = folder / "blocked.part"
    blocked.mkdir()
    os.utime(blocked, (0, 0))
    keep(around)
    assert blocked.exists()
    assert len(list(folder.glob("document-api-example-*"))) == 1
    assert caplog.text == ""
