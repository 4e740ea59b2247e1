"""Test names, help, errors and calls of a client."""

from __future__ import annotations

import copy
import json
import logging
import pydoc
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from bravado.exception import HTTPForbidden
from bravado_core.exception import SwaggerMappingError

from esi.core.client.client import document_of
from esi.core.openapi.translate import translate
from esi.errors import (
    DocumentError,
    NonconformingAnswerError,
    ParameterError,
    TokenExpiredError,
    UnknownOperationError,
)
from tests.core.wire import USER_AGENT, client_of

SECRET = "an-access-token-nobody-may-read"


def integer(name, where="path", **more):
    schema = {"type": "integer", "format": "int64", **more}
    return {"name": name, "in": where, "required": where == "path", "schema": schema}


def answer(schema):
    return {"200": {"description": "OK", "content": {"application/json": {"schema": schema}}}}


def body(schema):
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def with_parameter(parameter):
    return {"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": [parameter]}}}}


ORDERS = {
    "operationId": "GetMarketsRegionIdOrders",
    "tags": ["Market"],
    "summary": "List orders in a region",
    "description": "All of them.",
    "parameters": [
        integer("region_id"),
        integer("type_id", "query", minimum=1),
        integer("page", "query"),
        {
            "name": "order_type",
            "in": "query",
            "required": True,
            "description": "Which side.",
            "schema": {"type": "string", "enum": ["buy", "sell", "all"], "default": "all"},
        },
    ],
    "responses": answer({"type": "array", "items": {"type": "object"}}),
    "x-rate-limit": {"group": "market-order", "max-tokens": 12000, "window-size": "15m"},
    "x-client-cache-ttl": 300,
}
WALLET = {
    "operationId": "CorporationWallets",
    "tags": ["Wallet", "Corporation"],
    "parameters": [integer("corporation_id")],
    "responses": answer({"type": "array", "items": {"type": "object"}}),
    "security": [{"OAuth2": ["esi-wallet.read_corporation_wallets.v1"]}],
    "x-required-roles": ["Accountant", "Junior_Accountant"],
}
TYPES = {
    "operationId": "TypesDetail",
    "tags": ["Universe"],
    "parameters": [integer("type_id")],
    "responses": answer({"type": "object", "properties": {"name": {"type": "string"}}}),
}
NAMES = {
    "operationId": "PostUniverseNames",
    "tags": ["Universe"],
    "requestBody": body({"type": "array", "items": {"type": "integer"}, "maxItems": 3}),
    "responses": answer({"type": "array", "items": {"type": "object"}}),
}
WARS = {"operationId": "FwWars", "tags": ["Faction Warfare"], "responses": answer({})}
JOB = {
    "operationId": "JobsDetail",
    "tags": ["Freelance Jobs"],
    "parameters": [
        {
            "name": "job_id",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "format": "uuid"},
        },
        {
            "name": "routes",
            "in": "query",
            "schema": {
                "type": "array",
                "items": {"type": "array", "items": {"type": "integer"}},
            },
        },
        {"name": "done", "in": "query", "schema": {"type": "boolean"}},
    ],
    "responses": answer({}),
}
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "A document", "version": "1"},
    "servers": [{"url": "https://api.example.com"}],
    "components": {
        "securitySchemes": {
            "OAuth2": {
                "type": "oauth2",
                "flows": {
                    "authorizationCode": {
                        "authorizationUrl": "https://login.example.com/authorize",
                        "tokenUrl": "https://login.example.com/token",
                        "scopes": {"esi-wallet.read_corporation_wallets.v1": "Wallets"},
                    }
                },
            }
        }
    },
    "paths": {
        "/markets/{region_id}/orders": {"get": ORDERS},
        "/corporations/{corporation_id}/wallets": {"get": WALLET},
        "/universe/types/{type_id}": {"get": TYPES},
        "/universe/names": {"post": NAMES},
        "/fw/wars": {"get": WARS},
        "/freelance-jobs/{job_id}": {"get": JOB},
    },
}


class Token:
    """Token whose refresh gives it another access token."""

    character_id = 90000001

    def __init__(self, *, expired=False, can_refresh=True):
        self.expired = expired
        self.can_refresh = can_refresh
        self.access_token = "old" if expired else SECRET
        self.refreshed = 0

    def refresh(self):
        self.refreshed += 1
        self.expired = False
        self.access_token = SECRET


def saved(folder, document):
    path = folder / "document.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document))
    return path


@pytest.fixture
def made(tmp_path):
    return client_of(saved(tmp_path, DOCUMENT), compatibility_date="2026-08-18")


@pytest.fixture
def client(made):
    return made[0]


@pytest.fixture
def wire(made):
    return made[1]


def wallets(client, **words):
    return client.Wallet.get_corporations_corporation_id_wallets(corporation_id=98000001, **words)


def orders(client, **words):
    return client.Market.get_markets_region_id_orders(region_id=10000002, **words)


# What goes out


def test_every_request_has_the_clients_headers(client, wire):
    """User-Agent, compatibility date, tenant and accepted types."""
    orders(client).result()
    assert wire.last.headers["User-Agent"] == USER_AGENT
    assert wire.last.headers["X-Compatibility-Date"] == "2026-08-18"
    assert wire.last.headers["X-Tenant"] == "tranquility"
    assert wire.last.headers["Accept"] == "application/json"
    assert "Authorization" not in wire.last.headers
    assert "Accept-Language" not in wire.last.headers


def test_nothing_is_sent_before_result(client, wire):
    """Calling an operation sends nothing."""
    orders(client)
    assert wire.sent == []


@pytest.mark.parametrize(("given", "sent"), [("ko", "ko"), ("en-us", "en"), ("DE", "de")])
def test_language_of_the_call(client, wire, given, sent):
    """`language=` on the call becomes the header, in the API's own codes, and not the URL."""
    orders(client, language=given).result()
    assert wire.last.headers["Accept-Language"] == sent
    assert "language" not in wire.last.url


def test_language_of_the_result(client, wire):
    """`language=` of result() and results() becomes the header, and overrides that of the call."""
    future = orders(client, language="de")
    future.result(language="fr")
    assert wire.last.headers["Accept-Language"] == "fr"
    future.results(language="ja")
    assert wire.last.headers["Accept-Language"] == "ja"
    future.result()
    assert wire.last.headers["Accept-Language"] == "de"
    assert not any("language" in sent.url for sent in wire.sent)


def test_the_header_by_its_own_name(client, wire):
    """Callers may pass the header itself in bravado's request options."""
    options = {"headers": {"Accept-Language": "zh", "X-Mine": "1"}}
    orders(client, _request_options=options).result()
    assert wire.last.headers["Accept-Language"] == "zh"
    assert wire.last.headers["X-Mine"] == "1"


def test_an_unknown_language_is_refused(client, wire):
    """Its error names it and the languages that exist."""
    with pytest.raises(ParameterError, match=r"Unknown language 'tlh'; use en, de, fr") as caught:
        orders(client, language="tlh")
    assert caught.value.parameter == "language"
    with pytest.raises(ParameterError, match="tlh"):
        orders(client).result(language="tlh")
    assert wire.sent == []


def test_datasource_is_the_tenant(client, wire):
    """`datasource=` becomes the header X-Tenant and not the URL."""
    orders(client, datasource="singularity").result()
    assert wire.last.headers["X-Tenant"] == "singularity"
    assert "singularity" not in wire.last.url


@pytest.mark.parametrize("token", [SECRET, Token()], ids=["text", "object"])
def test_a_token_is_a_header(client, wire, token):
    """Text and objects become the Authorization header and not the URL."""
    wallets(client, token=token).result()
    assert wire.last.headers["Authorization"] == f"Bearer {SECRET}"
    assert "token" not in wire.last.url


def test_no_token_is_no_header(client, wire):
    """`token=None` sends no Authorization."""
    wallets(client, token=None).result()
    assert "Authorization" not in wire.last.headers


def test_an_expired_token_is_refreshed_when_it_is_sent(client, wire):
    """It is refreshed once, by result() and not by the call."""
    token = Token(expired=True)
    future = wallets(client, token=token)
    assert token.refreshed == 0
    future.result()
    future.results()
    assert [sent.headers["Authorization"] for sent in wire.sent] == [f"Bearer {SECRET}"] * 2
    assert token.refreshed == 1


def test_a_token_that_cannot_be_refreshed_stops_the_call(client, wire):
    """It raises TokenExpiredError, and nothing is sent."""
    future = wallets(client, token=Token(expired=True, can_refresh=False))
    with pytest.raises(TokenExpiredError, match=r"90000001.*log the character in again"):
        future.result()
    assert wire.sent == []


@pytest.mark.parametrize("token", [SECRET, Token()], ids=["text", "object"])
def test_a_token_is_in_no_log_and_no_repr(client, token, caplog):
    """No log record, and no repr of a future or its request, contains a token."""
    caplog.set_level(logging.DEBUG)
    future = wallets(client, token=token)
    future.result()
    future.results()
    shown = [future, future.future, future.future.request, future._request(None), future.operation]
    assert SECRET not in "".join(map(repr, shown))
    assert future._cache_key().find(SECRET) == -1
    assert [record for record in caplog.records if record.name == "esi.core"]
    records = [f"{record.getMessage()} {vars(record)}" for record in caplog.records]
    assert SECRET not in "".join(records)


def test_a_token_is_in_no_error(client, wire, caplog):
    """Calls that fail for another reason show no token either."""
    caplog.set_level(logging.DEBUG)
    wallet = client.Wallet.get_corporations_corporation_id_wallets
    for wrong in ({}, {"corporation_id": "one"}, {"corporation_id": 1, "nothing": 1}):
        with pytest.raises(ParameterError) as caught:
            wallet(token=SECRET, **wrong)
        assert SECRET not in f"{caught.value!r} {caught.value.__cause__!r}"
    wire.answer(b'{"error": "Forbidden"}', 403)
    with pytest.raises(Exception, match="Forbidden") as failed:
        wallet(corporation_id=1, token=SECRET).result()
    assert SECRET not in f"{failed.value!r} {failed.value}"
    assert SECRET not in caplog.text


def test_a_403_of_a_failing_sso_does_not_blame_the_character(client, wire):
    """It names no roles: the API could not check the token."""
    wire.answer(b'{"error": "Timeout contacting SSO", "sso_status": 502}', 403)
    wallet = client.Wallet.get_corporations_corporation_id_wallets
    with pytest.raises(HTTPForbidden, match="could not check the token with EVE's SSO") as failed:
        wallet(corporation_id=1, token=SECRET).result()
    assert "role" not in str(failed.value)


def test_a_body_is_accepted_under_both_names(client, wire):
    """It is sent as given, under its old name and as `body`."""
    names = client.Universe.post_universe_names
    names(ids=[1, 2]).result()
    names(body=[1, 2]).result()
    assert [json.loads(sent.body) for sent in wire.sent] == [[1, 2], [1, 2]]
    assert wire.last.headers["Content-Type"] == "application/json"


def test_two_bodies_are_refused(client):
    """They have both names."""
    with pytest.raises(ParameterError, match="no parameter 'body'"):
        client.Universe.post_universe_names(ids=[1], body=[1])


def test_query_values_have_the_format_of_the_api(client, wire):
    """Booleans are lower case, arrays repeat, nested arrays are joined by pipes."""
    job = "0f1e2d3c-0000-0000-0000-000000000000"
    call = client.Freelance_Jobs.get_freelance_jobs_job_id
    call(job_id=job, routes=[[1, 2], (3, 4)], done=True).result()
    assert wire.query() == [("routes", "1|2"), ("routes", "3|4"), ("done", "true")]
    assert wire.last.url.startswith(f"https://api.example.com/freelance-jobs/{job}?")


def test_a_default_that_the_api_requires_is_sent(client, wire):
    """Callers need not pass a required parameter that has a default."""
    orders(client).result()
    assert wire.query() == [("order_type", "all")]
    orders(client, order_type="sell", page=2).result()
    assert sorted(wire.query()) == [("order_type", "sell"), ("page", "2")]


def test_a_future_shows_its_call(client):
    """Its repr names the operation, the parameters and the next step."""
    shown = repr(orders(client, type_id=34))
    assert shown.startswith("<get_markets_region_id_orders(region_id=10000002, type_id=34,")
    assert "results()" in shown
    assert SECRET not in repr(wallets(client, token=SECRET))


def test_an_unknown_argument_of_a_result_is_named(client, wire):
    """So are the known ones; nothing is sent."""
    with pytest.raises(TypeError, match=r"Unknown argument retry; use ignore_cache, lang"):
        orders(client).results(retry=3, timeout=5)
    assert wire.sent == []


# Answers


def test_a_response_that_does_not_match_its_schema_is_accepted(client, wire):
    """Unknown fields, nulls, other types and empty bodies raise nothing."""
    for body in (b'{"name": 5, "new": [1]}', b'{"name": null}', b"{}"):
        wire.answer(body)
        got = client.Universe.get_universe_types_type_id(type_id=34).results()
        assert got == {"name": None} | json.loads(body)


def test_strict_mode_applies_to_every_method(client, wire):
    """`strict=True` says where a response does not match its schema."""
    wire.answer(b'{"name": 5}')
    future = client.Universe.get_universe_types_type_id(type_id=34)
    ways = (
        future.result,
        future.results,
        lambda **words: list(future.pages(**words)),
        lambda **words: future.results_localized(["en"], **words),
    )
    for way in ways:
        with pytest.raises(NonconformingAnswerError, match=r"name.*Leave out strict=True"):
            way(strict=True)
    future.operation.swagger_spec.config["validate_responses"] = False
    assert future.results(strict=True) == {"name": 5}


# Names


def test_dir_lists_tags_and_old_names_once(client):
    """Completion shows each tag, and each of its operations once by its old name."""
    assert dir(client) == [
        *("Corporation", "Faction_Warfare", "Freelance_Jobs", "Market", "Universe", "Wallet")
    ]
    assert dir(client.Universe) == ["get_universe_types_type_id", "post_universe_names"]


def test_new_ids_are_found_too(client):
    """Each operation has the API's own id and its old name, in each of its tags."""
    new = client.Universe.TypesDetail
    assert new.operation is client.Universe.get_universe_types_type_id.operation
    assert client.Corporation.CorporationWallets.operation_id == (
        "get_corporations_corporation_id_wallets"
    )


def test_a_tag_with_a_space_has_an_underscore(client, wire):
    """`Faction Warfare` is `client.Faction_Warfare`."""
    client.Faction_Warfare.get_fw_wars().result()
    assert wire.last.url == "https://api.example.com/fw/wars"


def test_an_operation_has_bravados_attributes(client):
    """Parameters, id and configuration are there, and the configuration can be set."""
    call = client.Market.get_markets_region_id_orders
    assert call.operation_id == "get_markets_region_id_orders"
    assert {"region_id", "type_id", "page"} <= call.params.keys()
    assert call.params["page"].default == 1
    operation = orders(client).operation
    assert operation.operation_id == call.operation_id
    assert operation.swagger_spec.config["validate_responses"] is True
    operation.swagger_spec.config["validate_responses"] = False
    assert operation.swagger_spec.config["validate_responses"] is False


# Help


def test_help_shows_what_a_call_needs(client):
    """Path, parameters, cache time, rate group and both names."""
    text = pydoc.plain(pydoc.render_doc(client.Market.get_markets_region_id_orders))
    for said in (
        "List orders in a region",
        "All of them.",
        "GET /markets/{region_id}/orders",
        "region_id (integer, required)",
        "type_id (integer, optional)",
        "page (integer, optional, default 1)",
        "order_type (string, optional, one of buy, sell, all, default all): Which side.",
        "Cached for: 5 min",
        "Rate limit: 12000 tokens per 15m (market-order)",
        "OpenAPI name: GetMarketsRegionIdOrders",
    ):
        assert said in text
    assert "Scopes" not in text


def test_help_shows_scopes_and_roles(client):
    """Help names the scopes of a login and the roles within the corporation."""
    text = client.Wallet.get_corporations_corporation_id_wallets.__doc__
    assert "Scopes: esi-wallet.read_corporation_wallets.v1" in text
    assert "Corporation roles: Accountant, Junior_Accountant" in text
    assert "token (string, optional)" in text
    assert "Rate limit" not in text


def test_signatures_have_required_parameters_first(client):
    """Completion and repr show the same order."""
    call = client.Market.get_markets_region_id_orders
    assert next(iter(call.__signature__.parameters)) == "region_id"
    assert call.__signature__.parameters["page"].default == 1
    assert repr(call).startswith("<get_markets_region_id_orders(*, region_id, type_id=None")
    assert repr(client.Universe) == "<Universe: 2 operations>"


# Errors


def test_an_unknown_operation_suggests_similar_names(client):
    """It is an AttributeError."""
    with pytest.raises(
        UnknownOperationError,
        match=r"no operation 'get_market_region_orders'.*get_markets_region_id_orders",
    ) as caught:
        _ = client.Market.get_market_region_orders
    assert isinstance(caught.value, AttributeError)
    assert caught.value.name == "get_market_region_orders"
    assert not hasattr(client.Market, "get_market_region_orders")


def test_an_operation_of_another_tag_names_the_tag(client):
    """Its error says where the operation is."""
    with pytest.raises(
        UnknownOperationError, match=r"use client\.Universe\.post_universe_names"
    ) as caught:
        _ = client.Market.post_universe_names
    assert caught.value.replacement == "Universe.post_universe_names"


@pytest.mark.parametrize(
    ("tag", "name", "instead"),
    [
        ("Universe", "get_search", "get_characters_character_id_search"),
        ("Universe", "get_sovereignty_map", "get_sovereignty_systems"),
        ("Market", "get_characters_character_id_stats", "no longer serves yearly statistics"),
    ],
)
def test_a_removed_operation_names_its_replacement(client, tag, name, instead):
    """Operations of the 5.x line have been removed by the API."""
    with pytest.raises(UnknownOperationError, match=f"no longer has {name}.*{instead}") as caught:
        getattr(getattr(client, tag), name)
    assert instead in caught.value.replacement


def test_an_unknown_tag_suggests_similar_ones(client):
    """It is an AttributeError that lists all tags as well."""
    with pytest.raises(
        UnknownOperationError, match=r"no tag 'Markets'\. Did you mean Market.*It has Corporation"
    ):
        _ = client.Markets
    with pytest.raises(UnknownOperationError, match="no longer has Bookmarks") as caught:
        _ = client.Bookmarks
    assert caught.value.replacement


@pytest.mark.parametrize("name", ["_repr_svg_", "__len__", "_ipython_display_"])
def test_protocols_get_a_plain_attribute_error(client, name):
    """Notebooks and copying look up names of their own."""
    for asked in (client, client.Market):
        with pytest.raises(AttributeError) as caught:
            getattr(asked, name)
        assert not isinstance(caught.value, UnknownOperationError)


@pytest.mark.parametrize(
    ("words", "parameter", "said"),
    [
        ({}, "region_id", r"needs region_id \(integer\).*takes region_id"),
        ({"region_id": 1, "typeid": 2}, "typeid", "no parameter 'typeid'. Did you mean type_id"),
        ({"region_id": "x"}, "region_id", "region_id='x' does not fit: not int64"),
        ({"region_id": 1, "type_id": 0}, "type_id", "type_id=0 does not fit: .*minimum"),
        ({"region_id": None}, "region_id", "region_id=None does not fit"),
        ({"region_id": 1, "order_type": "up"}, "order_type", "order_type='up' .*one of"),
        ({"region_id": [1]}, "region_id", r"region_id=\[1\] does not fit"),
        ({"region_id": 1, "type_id": True}, "type_id", "type_id=True does not fit"),
        ({"region_id": 1, "type_id": 34.5}, "type_id", "type_id=34.5 does not fit: not int64"),
        ({"region_id": 1, "type_id": float("nan")}, "type_id", "type_id=nan does not fit"),
        ({"region_id": 1, "type_id": 2**63}, "type_id", "type_id=9223372036854775808 does not"),
        ({"region_id": 1, "token": "t"}, "token", "no parameter 'token'"),
    ],
)
def test_a_wrong_parameter_is_named(client, wire, words, parameter, said):
    """Errors name a missing, unknown or unfit parameter, its value and what is right."""
    with pytest.raises(ParameterError, match=said) as caught:
        client.Market.get_markets_region_id_orders(**words)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, SwaggerMappingError)
    assert caught.value.parameter == parameter
    assert caught.value.operation == "get_markets_region_id_orders"
    assert wire.sent == []


@pytest.mark.parametrize("value", [34, "34", 34.0, Decimal("34.0")])
def test_a_whole_number_of_any_type_is_an_id(client, wire, value):
    """Numbers that pandas or JSON made floats of are sent as integers."""
    orders(client, type_id=value).results()
    assert "type_id=34&" in f"{wire.sent[0].url}&"


def test_a_fraction_in_a_body_is_refused(client, wire):
    """Ids of a body are checked like those of an address, and none is rounded."""
    with pytest.raises(ParameterError, match=r"ids=.*does not fit"):
        client.Universe.post_universe_names(ids=[34, 35.5])
    assert wire.sent == []


def test_a_long_body_is_shortened_in_errors(client):
    """Errors show a few words of it, however long it is."""
    with pytest.raises(ParameterError, match=r"ids=.*does not fit: maxItems is 3") as caught:
        client.Universe.post_universe_names(ids=list(range(10_000)))
    assert len(str(caught.value)) < 200


# Copies


def test_a_copy_shares_the_engine(client, wire):
    """Deep copies of a client work and use the same connections."""
    copied = copy.deepcopy(client)
    assert copied is not client
    future = orders(copied, language="ko")
    assert future.engine is orders(client).engine
    future.result()
    assert wire.last.headers["Accept-Language"] == "ko"


# Documents


def test_a_swagger_document_is_not_translated(tmp_path):
    """Its client works the same."""
    swagger = translate(DOCUMENT)
    path = saved(tmp_path, swagger)
    client, wire = client_of(path)
    assert document_of(client)["paths"].keys() == swagger["paths"].keys()
    untouched = {"swagger", "info", "host", "basePath", "schemes", "securityDefinitions"}
    whole = document_of(client)
    assert {key: whole[key] for key in untouched} == {key: swagger[key] for key in untouched}
    for path, item in swagger["paths"].items():
        for method, spec in item.items():
            assert whole["paths"][path][method]["operationId"] == spec["operationId"]
    wallets(client, token=SECRET, language="ko").result()
    assert wire.last.headers["Authorization"] == f"Bearer {SECRET}"
    assert wire.last.headers["Accept-Language"] == "ko"
    assert wire.last.url == "https://api.example.com/corporations/98000001/wallets"
    client.Faction_Warfare.get_fw_wars().result()
    with pytest.raises(ParameterError, match="needs region_id"):
        client.Market.get_markets_region_id_orders()
    with pytest.raises(UnknownOperationError, match="no tag 'Nothing'"):
        _ = client.Nothing


def test_a_clients_document_is_swagger(client):
    """`document_of` returns it whole, as JSON values."""
    found = document_of(client)
    assert found["swagger"] == "2.0"
    assert found["paths"].keys() == DOCUMENT["paths"].keys()
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"openapi": "4.0.0", "paths": {}}, "neither .*version '4.0.0'"),
        ({"swagger": "1.2", "paths": {}}, "neither .*version '1.2'"),
        ({"openapi": "3.1.0"}, "neither"),
        ({"hello": "world"}, "neither .*a dict of no version"),
        ([], "neither .*a list of no version"),
        ("null", "neither .*a NoneType of no version"),
        ("<html>", "is not JSON"),
        (
            {"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": [{"$ref": "#/no"}]}}}},
            "#/no",
        ),
        ({"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": [{}]}}}}, "translated"),
        ({"openapi": "3.1.0", "paths": {"/a": []}}, "cannot be translated"),
    ],
)
def test_an_invalid_document_is_refused(tmp_path, document, said):
    """Neither kind, or damaged: making the client raises DocumentError."""
    with pytest.raises(DocumentError, match=said):
        client_of(saved(tmp_path, document))


def test_a_missing_document_is_named(tmp_path):
    """Its DocumentError contains the path."""
    with pytest.raises(DocumentError, match=r"nothing\.json cannot be read"):
        client_of(tmp_path / "nothing.json")


def test_a_first_call_in_many_threads(tmp_path):
    """Threads that call an operation for the first time do not disturb each other."""
    paths = {
        f"/a{number}/{{a_id}}": {
            "get": {
                "operationId": f"A{number}",
                "tags": ["A"],
                "parameters": [integer("a_id")],
                "responses": answer({"type": "integer"}),
            }
        }
        for number in range(100)
    }
    client, _ = client_of(saved(tmp_path, {"openapi": "3.1.0", "paths": paths}))
    operations = [getattr(client.A, f"A{number}") for number in range(100)]
    together = threading.Barrier(4, timeout=60)

    def call(operation):
        together.wait()
        return operation(a_id=1).parameters

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            for operation in operations:
                assert list(pool.map(call, [operation] * 4)) == [{"a_id": 1}] * 4
    finally:
        sys.setswitchinterval(before)
