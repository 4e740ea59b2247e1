"""No error of a call keeps the token that the call was made with."""

import json

import pytest
import requests
import urllib3

from esi.core.config import Config
from esi.errors import ApiTimeoutError, ArgumentError, ParameterError
from tests.core.wire import Wire, client_of
from tests.support.reachable import texts_of

TOKEN = "an-access-token-nobody-may-read"
ITEM = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
ASSETS = {
    "operationId": "Assets",
    "tags": ["Assets"],
    "security": [{"OAuth2": ["esi-assets.read_assets.v1"]}],
    "parameters": [
        {"name": "character_id", "in": "path", "required": True, "schema": {"type": "integer"}},
        {"name": "page", "in": "query", "schema": {"type": "integer"}},
    ],
    "responses": {
        "200": {
            "description": "",
            "content": {"application/json": {"schema": {"type": "array", "items": ITEM}}},
        }
    },
}
DOCUMENT = {
    "openapi": "3.1.0",
    "servers": [{"url": "https://api.example.com"}],
    "components": {
        "securitySchemes": {"OAuth2": {"type": "oauth2", "flows": {"authorizationCode": {}}}}
    },
    "paths": {"/characters/{character_id}/assets": {"get": ASSETS}},
}


class Failing(Wire):
    """Raises what requests and the libraries below raise, with the request that they keep."""

    fault = None

    def send(self, request, **kwargs):
        if self.fault is None:
            return super().send(request, **kwargs)
        inner = urllib3.exceptions.ProtocolError(request.headers)
        raise self.fault(inner, request=request) from inner


@pytest.fixture
def client(tmp_path):
    path = tmp_path / "document.json"
    path.write_text(json.dumps(DOCUMENT))
    client, _ = client_of(path, connection_error_max_retries=0, server_error_max_retries=0)
    return client


@pytest.fixture
def wire(client):
    wire = Failing()
    client.swagger_spec.http_client.engine.session.mount("https://", wire)
    return wire


def drop(wire):
    wire.fault = requests.ConnectionError


def time_out(wire):
    wire.fault = requests.ReadTimeout


def cut(wire):
    wire.answer(b"\x1f\x8b\x08", **{"Content-Encoding": "gzip"})


def repeat_the_token(wire):
    details = [{"location": "header.authorization", "message": "bad", "value": f"Bearer {TOKEN}"}]
    wire.answer(json.dumps({"error": "Forbidden", "details": details}).encode(), 403)


def send_a_page_of_html(wire):
    wire.answer(b"<html>")


def leave_out_what_is_required(wire):
    wire.answer(b"[{}]")


DOORS = {
    "result": lambda future: future.result(strict=True),
    "results": lambda future: future.results(strict=True),
    "pages": lambda future: list(future.pages(strict=True)),
    "results_localized": lambda future: future.results_localized(["en", "de"], strict=True),
    "snapshot": lambda future: future.snapshot(),
}
FAULTS = [
    drop,
    time_out,
    cut,
    repeat_the_token,
    send_a_page_of_html,
    leave_out_what_is_required,
]


@pytest.mark.parametrize(
    ("door", "fault"),
    [
        pytest.param(door, fault, id=f"{fault.__name__}-{door}")
        for door in DOORS
        for fault in FAULTS
        # A snapshot is not decoded.
        if door != "snapshot" or fault not in {send_a_page_of_html, leave_out_what_is_required}
    ],
)
def test_an_error_of_the_network_keeps_no_token(client, wire, door, fault):
    """No kind of failure and no way to fetch a response leaks one."""
    fault(wire)
    future = client.Assets.get_characters_character_id_assets(character_id=1, token=TOKEN)
    with pytest.raises(Exception, match="character") as caught:
        DOORS[door](future)
    assert not [text for text in texts_of(caught.value) if TOKEN in text]


WRONG = {
    "a missing parameter": lambda call: call(token=TOKEN),
    "a wrong value": lambda call: call(character_id="one", token=TOKEN),
    "an unknown parameter": lambda call: call(character_id=1, token=TOKEN, nothing=1),
    "an unknown name for the token": lambda call: call(character_id=1, tokens=TOKEN),
    "a token with a line break": lambda call: call(character_id=1, token=f"{TOKEN}\n").result(),
    "a token that is not ASCII": lambda call: call(character_id=1, token=f"{TOKEN}\xe4").result(),
    "an empty token": lambda call: call(character_id=1, token="").result(),
    "a token by position": lambda call: call(1, TOKEN),
    "an unknown option": lambda call: call(character_id=1, token=TOKEN).results(token=TOKEN),
}


@pytest.mark.parametrize("case", WRONG)
def test_an_error_of_a_wrong_call_keeps_no_token(client, wire, case):
    """Nothing is sent either."""
    with pytest.raises((ParameterError, ArgumentError)) as caught:
        WRONG[case](client.Assets.get_characters_character_id_assets)
    assert not [text for text in texts_of(caught.value) if TOKEN in text]
    assert wire.sent == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"timeout": "soon"}, r"timeout='soon' cannot be used: pass seconds, or a pair"),
        ({"timeout": (1, 2, 3)}, "pass seconds, or a pair"),
        ({"timeout": float("inf")}, "pass seconds, or a pair"),
        ({"timeout": float("nan")}, "pass seconds, or a pair"),
        ({"timeout": 0}, "pass seconds, or a pair"),
        ({"retries": -1}, "retries=-1 cannot be used: pass 0 or more"),
        ({"retries": True}, "pass 0 or more"),
        ({"strict": "yes"}, "strict='yes' cannot be used: pass True or False"),
        ({"ignore_cache": None}, "pass True or False"),
        ({"stale_if_error": 1}, "pass True or False"),
        ({"walk": "all"}, "walk='all' cannot be used: pass True, False or None"),
        ({"max_pages": 0}, "max_pages=0 cannot be used: pass 1 or more"),
        ({"progress": 1}, "progress=1 cannot be used: pass a function"),
        ({"language": "xx"}, "Unknown language 'xx'; use"),
        ({"language": 5}, "Unknown language 5; use"),
    ],
    ids=str,
)
@pytest.mark.parametrize("door", ["result", "pages"])
def test_a_wrong_option_names_its_values_before_any_request(client, wire, options, said, door):
    """For every option of a call."""
    future = client.Assets.get_characters_character_id_assets(character_id=1, token=TOKEN)
    with pytest.raises(ParameterError, match=said):
        list(getattr(future, door)(**options))
    assert wire.sent == []


def test_the_error_of_a_call_names_its_values(client, wire):
    """Among many calls it says which one failed."""
    wire.answer(b'{"error": "Not found"}', 404)
    future = client.Assets.get_characters_character_id_assets(character_id=99999999, token=TOKEN)
    with pytest.raises(Exception, match=r"character_id=99999999\): Not found") as caught:
        future.results()
    assert caught.value.operation == "get_characters_character_id_assets"


def test_the_error_of_a_call_leaves_out_what_says_nothing(client, wire):
    """Defaults and bodies (a mail, say) do not tell one call from another."""
    wire.answer(b'{"error": "Not found"}', 404)
    call = client.Assets.get_characters_character_id_assets
    for page, shown in ((1, "character_id=1)"), (2, "character_id=1, page=2)")):
        with pytest.raises(Exception, match="404") as caught:
            call(character_id=1, page=page, token=TOKEN).result()
        assert shown in str(caught.value)


def test_reprs_show_no_secret(client):
    """Of settings, requests, futures and clients."""
    call = client.Assets.get_characters_character_id_assets
    future = call(character_id=1, token=TOKEN)
    shown = [
        Config(sso_client_secret=TOKEN, cache=f"redis://:{TOKEN}@host"),
        future,
        future.future,
        future.future.plain(call.operation),
        call,
        client,
    ]
    assert TOKEN not in repr(shown)


def test_a_timeout_is_one_error_with_its_address(client, wire):
    """The address has no query."""
    time_out(wire)
    with pytest.raises(ApiTimeoutError) as caught:
        client.Assets.get_characters_character_id_assets(character_id=1, token=TOKEN).results()
    assert caught.value.url == "https://api.example.com/characters/1/assets"
