"""Test where a client's document comes from: the API, the disk or the cache."""

import json
import os
import warnings

import pytest
from bravado.exception import HTTPBadRequest, HTTPError

from esi.core.client.factory import make_client
from esi.core.openapi import store, turns
from esi.errors import ApiConnectionError, DocumentError, InvalidAnswerError

DAY = 24 * 3600
OLDEST = "2020-01-01"


@pytest.fixture
def made(around, tmp_path):
    """Return a function that makes clients whose documents are in `tmp_path / "documents"`."""
    around.knobs |= {"cache_dir": str(tmp_path / "documents"), "compatibility_date": OLDEST}
    return lambda: make_client(around.engine, user_agent="t/1")


@pytest.fixture
def aged(around, tmp_path):
    """Return a function that sets the age of the stored document in seconds."""

    def make(seconds):
        (kept,) = (tmp_path / "documents").iterdir()
        then = around.sandbox.clock() - seconds
        os.utime(kept, (then, then))
        around.cache.clear()  # the answer of the API
        around.sandbox.clear()

    return make


def asked(around):
    return [request.path for request in around.sandbox.requests]


def date_asked(around):
    sent = {name.lower(): value for name, value in around.sandbox.requests[-1].headers.items()}
    return sent["x-compatibility-date"]


def test_a_document_is_stored_for_the_next_client(around, made, aged):
    """Within ESI_SPEC_CACHE_DURATION no request is sent, and every operation is there."""
    names = dir(made().Universe)
    aged(DAY - 1)
    assert dir(made().Universe) == names
    assert asked(around) == []


def test_an_expired_document_is_fetched_again(around, made, aged):
    """ESI_SPEC_CACHE_DURATION is read when a client is made."""
    made()
    aged(DAY + 1)
    made()
    assert asked(around) == ["/meta/openapi.json"]
    aged(60)
    around.knobs["spec_cache_duration"] = 30
    made()
    assert asked(around) == ["/meta/openapi.json"]


def test_an_expired_document_serves_while_another_process_renews_it(around, made, aged, tmp_path):
    """No process waits, and one request is sent."""
    names = dir(made().Universe)
    aged(DAY + 1)
    (stored,) = (tmp_path / "documents").iterdir()
    with turns.turn(stored, around.cache, "", 0):
        assert dir(made().Universe) == names
    assert asked(around) == []


def test_the_stored_document_is_json(made, tmp_path):
    """It has one line for each operation, and no pickle."""
    client = made()
    (kept,) = (tmp_path / "documents").iterdir()
    lines = [json.loads(line) for line in kept.read_bytes().splitlines()]
    operations = sum(len(dir(getattr(client, tag))) for tag in dir(client))
    assert len(lines) == 1 + operations


def test_each_date_has_a_document_of_its_own(around, made, tmp_path):
    """Another date has another file."""
    made()
    around.knobs["compatibility_date"] = "2026-08-18"
    client = made()
    assert len(list((tmp_path / "documents").iterdir())) == 2
    client.Status.get_status().result()
    assert date_asked(around) == "2026-08-18"


ILLS = {
    "no connection": (lambda faults: faults.drop(times=None), ApiConnectionError),
    "server error": (lambda faults: faults.fail(500, times=None), HTTPError),
    "a page of HTML": (lambda faults: faults.not_json(times=None), InvalidAnswerError),
    "JSON of another kind": (
        lambda faults: faults.fail(200, times=None, body='{"down": true}'),
        DocumentError,
    ),
}


@pytest.mark.parametrize("ill", ILLS)
def test_the_stored_document_is_used_while_the_api_fails(around, made, aged, caplog, ill):
    """Its age does not matter; the log says so."""
    names = dir(made().Universe)
    aged(400 * DAY)
    ILLS[ill][0](around.sandbox.faults)
    assert dir(made().Universe) == names
    assert "Using the stored API document" in caplog.text


@pytest.mark.parametrize("damaged", [False, True])
def test_after_an_upgrade_the_earlier_release_helps_out(
    around, made, aged, monkeypatch, tmp_path, damaged
):
    """Its document is used only while the API fails, and only if it is undamaged."""
    names = dir(made().Universe)
    aged(0)
    monkeypatch.setattr(store, "__version__", "99.0.0")
    if damaged:
        (kept,) = (tmp_path / "documents").iterdir()
        kept.write_bytes(b"{")
    around.sandbox.faults.drop(times=None)
    if damaged:
        with pytest.raises(ApiConnectionError):
            made()
    else:
        assert dir(made().Universe) == names
    around.sandbox.faults.clear()
    around.sandbox.clear()
    assert dir(made().Universe) == names
    assert asked(around) != []


@pytest.mark.parametrize("ill", ILLS)
def test_without_a_stored_document_the_failure_is_raised(around, made, ill):
    """It is raised when the client is made, not at the first call."""
    switch, error = ILLS[ill]
    switch(around.sandbox.faults)
    with pytest.raises(error):
        made()


def test_the_stored_document_is_used_offline(around, made, aged):
    """Its age does not matter, and no request is sent."""
    names = dir(made().Universe)
    aged(400 * DAY)
    around.knobs["offline"] = True
    assert dir(made().Universe) == names
    assert asked(around) == []


@pytest.mark.parametrize("spoilt", [b"", b"nonsense", b'{"a": 1}\n'])
def test_a_damaged_file_is_replaced(around, made, aged, tmp_path, spoilt):
    """It never causes an error."""
    names = dir(made().Universe)
    (kept,) = (tmp_path / "documents").iterdir()
    kept.write_bytes(spoilt)
    aged(0)
    assert dir(made().Universe) == names
    assert asked(around) == ["/meta/openapi.json"]
    assert kept.read_bytes() != spoilt


def test_the_cache_stores_the_document_if_the_folder_is_read_only(around, made, tmp_path, caplog):
    """One log line says so; the next client sends no request."""
    (tmp_path / "documents").write_text("a file in the way")
    names = dir(made().Universe)
    assert "cannot be written" in caplog.text
    around.sandbox.clear()
    assert dir(made().Universe) == names
    assert asked(around) == []


def test_without_folder_and_cache_each_client_fetches_the_document(around, made):
    """`cache_dir=""` stores no files; a failing cache costs requests only."""
    around.knobs["cache_dir"] = ""

    def broken(*args):
        raise OSError("no cache today")

    around.cache.get = around.cache.set = broken
    made()
    made()
    assert asked(around) == ["/meta/openapi.json"] * 2


def test_a_removed_date_becomes_the_oldest_one(around, made, aged):
    """One warning says so; requests use that date, also with a stored document."""
    around.knobs["compatibility_date"] = "2019-01-01"
    for _ in range(2):
        with pytest.warns(
            UserWarning, match=f"no longer offers .* 2019-01-01; .* {OLDEST}"
        ) as told:
            client = made()
        assert told[0].filename == __file__
        client.Status.get_status().result()
        assert date_asked(around) == OLDEST
        aged(60)


@pytest.mark.parametrize("date", ["2999-01-01", "yesterday", "2019-1-1"])
def test_an_invalid_or_future_date_is_an_error(around, made, date):
    """The message names document, date and the dates that exist; the oldest is not used."""
    around.knobs["compatibility_date"] = date
    with pytest.raises(HTTPBadRequest) as caught:
        made()
    url = around.sandbox.url
    text = str(caught.value)
    assert text.startswith(
        f"400 Bad Request: {url}/meta/openapi.json at the compatibility date {date} is not "
        "available: validation failed; header.X-Compatibility-Date: expected a date that is offered"
    )
    assert f"dates from {OLDEST} to 2026-08-18, listed at {url}/meta/compatibility-dates" in text
    assert "set ESI_COMPATIBILITY_DATE, or pass compatibility_date=" in text


def test_a_wrong_address_is_an_error(around, made):
    """Without document and dates the message names the URL and what to check."""
    around.knobs["api_url"] = f"{around.sandbox.url}/elsewhere"
    with pytest.raises(
        HTTPError, match=r"/elsewhere/meta/openapi\.json .*Check ESI_API_URL"
    ) as caught:
        made()
    assert caught.value.status_code == 404


def test_a_valid_date_causes_no_warning(made):
    """Nothing is logged either."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made()
