"""Texts of API errors: everything once."""

import json
import logging
import pickle

import pytest
from bravado.exception import HTTPError, HTTPNotFound, HTTPServerError, status_map

from esi.core import error_text
from esi.core.client.factory import make_client
from esi.errors import DjangoEsiException, ErrorLimitError

DOWNTIME = 1_800_011_100.0  # 2027-01-15 11:05 UTC
NOON = DOWNTIME + 55 * 60

DETAILS = {
    "error": "validation failed",
    "details": [
        {"location": "path.region_id", "message": "expected integer", "value": "Jita"},
        {"location": "header.Authorization", "message": "bad token", "value": "Bearer s3cret"},
    ],
    "status": 400,
}


@pytest.fixture
def client(around):
    """Return a client of the sandbox over the test's engine, at noon, outside the downtime."""
    around.sandbox.clock.set(NOON)
    return make_client(around.engine, user_agent="tests/1.0 (tests@example.com)")


def refused(client, around, status, body=None, headers=None):
    """Return the error of a call that gets such a response."""
    around.sandbox.faults.fail(status, times=None, body=body, headers=headers, path="/status")
    with pytest.raises(HTTPError) as caught:
        client.Status.get_status().results()
    return caught.value


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"error": "Type not found!"}, "Type not found!"),
        (
            DETAILS,
            (
                "validation failed; path.region_id: expected integer (not 'Jita'); "
                "header.Authorization: bad token"
            ),
        ),
        ({"error": "wrong", "details": ["a word"]}, "wrong; a word"),
        ({"error": "wrong", "details": "odd"}, "wrong"),
        ({"details": DETAILS["details"][1:]}, "header.Authorization: bad token"),
        ({"message": "no"}, "{'message': 'no'}"),
        ("error code:\n 520", "error code: 520"),
        ("x" * 300, "x" * 197 + "..."),
        ({}, None),
        (None, None),
    ],
)
def test_the_api_message_of_a_refusal(said, words):
    """Text and details in one line; the value of a token's header stays out."""
    assert error_text.api_message(said) == words


def test_a_404_has_status_operation_and_message_once(client):
    """In its text and in its repr, which Celery logs; the parts are attributes."""
    with pytest.raises(HTTPNotFound) as caught:
        client.Universe.get_universe_types_type_id(type_id=999_999_999).results()
    error = caught.value
    text = "404 Not Found (get_universe_types_type_id, type_id=999999999): Type not found!"
    assert str(error) == text
    assert repr(error) == f"HTTPNotFound({text!r})"
    assert error.message == error.swagger_result["error"] == "Type not found!"
    assert error.operation == "get_universe_types_type_id"


def test_a_traceback_names_bravados_class(client, caplog):
    """Readers of a log see which class to catch."""
    try:
        client.Universe.get_universe_types_type_id(type_id=999_999_999).results()
    except HTTPError:
        logging.getLogger("site").exception("It failed")
    last = caplog.text.strip().splitlines()[-1]
    assert last.startswith("bravado.exception.HTTPNotFound: 404 Not Found (get_universe")


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (420, "420 Error Limit Exceeded (get_status): Error limited."),
        (429, "429 Too Many Requests (get_status): Error limited."),
        (500, "500 Internal Server Error (get_status): Error limited."),
        (503, "503 Service Unavailable (get_status): Error limited."),
        (520, "520 Unknown Error (get_status): Error limited."),
        (599, "599 (get_status): Error limited."),
    ],
)
def test_each_status_has_a_reason(client, around, status, text):
    """Non-standard statuses have one too; a server error does not repeat its body."""
    assert str(refused(client, around, status, '{"error": "Error limited."}')) == text


def test_a_refusal_without_a_request_reads_like_the_apis(client, around):
    """Its message names the limit, once."""
    around.sandbox.drain_errors()
    texts = []
    for _ in range(2):
        with pytest.raises(ErrorLimitError) as caught:
            client.Universe.get_universe_types_type_id(type_id=34).results()
        texts.append(str(caught.value))
    head = "420 Error Limit Exceeded (get_universe_types_type_id, type_id=34): "
    assert [text.startswith(head) for text in texts] == [True, True]
    assert texts[1].count("nothing was sent") == 1


def test_plain_text_of_a_proxy_is_in_the_message(client, around):
    """It may help; a page of HTML does not."""
    plain = {"Content-Type": "text/plain; charset=UTF-8"}
    error = refused(client, around, 520, "error code: 520", plain)
    assert str(error) == "520 Unknown Error (get_status): error code: 520"
    assert error.swagger_result is None


def test_a_page_of_html_is_not_in_the_message(client, around):
    """Its status has to do."""
    error = refused(client, around, 502, "<html>oh</html>", {"Content-Type": "text/html"})
    assert str(error) == "502 Bad Gateway (get_status)"


def test_the_downtime_does_not_repeat_the_reason(client, around):
    """One sentence follows it."""
    around.sandbox.clock.set(DOWNTIME)
    text = str(refused(client, around, 502, "<html>oh</html>", {"Content-Type": "text/html"}))
    assert text.startswith("502 Bad Gateway (get_status): EVE Online has its daily downtime")
    assert text.count("Bad Gateway") == 1


def test_advice_follows_the_message(client):
    """One full stop between them, however the API ends its sentence."""
    with pytest.raises(HTTPError) as caught:
        client.Wallet.get_characters_character_id_wallet(character_id=1).results()
    assert str(caught.value) == (
        "401 Unauthorized (get_characters_character_id_wallet, character_id=1): authorization not "
        "provided. The operation needs a token: pass token=."
    )
    assert error_text.joined("It failed.", "", None, "Try again.") == "It failed. Try again."


@pytest.mark.parametrize("status", [404, 420, 429, 503])
def test_an_error_can_be_pickled(client, around, status):
    """Class and attributes survive."""
    error = refused(client, around, status)
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert repr(copy) == repr(error)
    assert copy.response.status_code == status
    assert copy.swagger_result == error.swagger_result


@pytest.mark.parametrize(("status", "ours"), [(404, False), (429, True), (503, False)])
def test_other_clients_of_the_process_get_bravados_own_classes(client, around, status, ours):
    """Our classes are for our client, and `except` on bravado's catches ours."""
    kind = type(refused(client, around, status))
    own = status_map[status]
    assert own.__module__ == "bravado.exception"
    assert kind is not own
    assert issubclass(kind, own)
    assert issubclass(kind, DjangoEsiException) is ours


def test_an_unknown_status_gets_the_class_of_its_family(client, around):
    """Status 599 is a server error."""
    assert isinstance(refused(client, around, 599), HTTPServerError)


HOSTILE = "no\x1b[2J\r\n2026-11-29 ERROR forged\x07\u2028\u202egnp.exe\x00"


@pytest.mark.parametrize(
    "body",
    [
        {"error": HOSTILE},
        {"error": "bad", "details": [HOSTILE]},
        {"error": "bad", "details": [{"location": HOSTILE, "message": HOSTILE, "value": HOSTILE}]},
        [HOSTILE],
        HOSTILE,
    ],
)
def test_text_of_the_api_stays_on_its_line(client, around, body, caplog):
    """Neither the error nor the log has escapes, line breaks or marks that turn the writing."""
    caplog.set_level(logging.DEBUG)
    error = refused(client, around, 404, body=json.dumps(body))
    for text in (str(error), repr(error), *(record.getMessage() for record in caplog.records)):
        assert error_text.CONTROL.search(text) is None


def test_text_on_one_line_keeps_its_letters():
    """Letters of all languages and single spaces stay."""
    assert error_text.one_line(f" Zoë  ко\t한국 {HOSTILE} ") == (
        "Zoë ко 한국 no [2J 2026-11-29 ERROR forged gnp.exe"
    )
