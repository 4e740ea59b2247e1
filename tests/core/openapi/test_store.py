"""Test the removal of unused documents from the cache folder."""

import os
import time

import pytest

from esi.core.openapi.store import DocumentStore

DAY = 24 * 3600
EVE = "document-esi-evetech-net-2020-01-01-0123456789abcdef.jsonl"
SANDBOX = "document-127-0-0-1-40001-2020-01-01-0123456789abcdef.jsonl"


@pytest.fixture
def folder(around, tmp_path):
    """Return the cache folder of `around`."""
    around.knobs["cache_dir"] = str(tmp_path)
    return tmp_path


def put(folder, name, age):
    path = folder / name
    path.write_bytes(b"{}\n")
    then = time.time() - age
    os.utime(path, (then, then))
    return path


def store(around):
    """Fetch and store another document."""
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
        (SANDBOX.replace("jsonl", "lock"), DAY - 60, True),
        (SANDBOX.replace("jsonl", "lock"), DAY + 60, False),
        ("logins.lock", 1000 * DAY, True),
        ("notes.jsonl", 1000 * DAY, True),
    ],
)
def test_old_documents_are_deleted(around, folder, name, age, stays):
    """After 90 days; after a day for local servers and files of killed processes."""
    path = put(folder, name, age)
    store(around)
    assert path.exists() is stays
    assert len(list(folder.glob("document-api-example-*"))) == 1


def test_a_longer_duration_delays_the_removal(around, folder):
    """With an ESI_SPEC_CACHE_DURATION of a year, fresh documents stay."""
    around.knobs["spec_cache_duration"] = 365 * DAY
    path = put(folder, EVE, 300 * DAY)
    store(around)
    assert path.exists()


def test_files_that_cannot_be_deleted_stay(around, folder, caplog):
    """Storing the new document works all the same, and nothing is logged."""
    blocked = folder / "blocked.part"
    blocked.mkdir()
    os.utime(blocked, (0, 0))
    store(around)
    assert blocked.exists()
    assert len(list(folder.glob("document-api-example-*"))) == 1
    assert caplog.text == ""


@pytest.mark.parametrize("date", ["../../elsewhere", "/etc/passwd", "2020-01-01\0", ".."])
def test_a_file_stays_in_the_folder_whatever_the_date_is(around, folder, date):
    """A setting is no path."""
    kept = DocumentStore(around.engine, "https://api.example/../..", date, "tranquility")
    assert kept.path.parent == folder
    assert kept.path.name.startswith("document-api-example-")
    assert kept.path.resolve().parent == folder.resolve()
