"""Calls: what an operation tells of itself, its parameters, its token and what is sent."""

import json
from contextlib import suppress
from uuid import UUID

import pytest
from requests.structures import CaseInsensitiveDict

from esi.openapi_clients import EsiOperation, HTTPClientError, HTTPNotModified
from tests.django_app.conftest import CHIEF, WALLET

OTHER = 90_000_002
JOBS = "esi-industry.read_character_jobs.v1"
MAIL = "esi-mail.read_mail.v1"
PROJECTS = "esi-corporations.read_projects.v1"
CORPORATION = 98_000_001


def test_an_operation_tells_what_the_document_says(client):
    """Names that apps read."""
    operation = client.Wallet.GetCharactersCharacterIdWalletJournal
    described = operation.operation
    assert described.operationId == "GetCharactersCharacterIdWalletJournal"
    assert described.tags == ["Wallet"]
    names = [parameter.name for parameter in described.parameters]
    assert names[:2] == ["character_id", "page"]
    assert described.summary or described.description
    assert (operation.method, operation.token, operation.extra) == ("get", None, None)
    assert operation.url == "/characters/{character_id}/wallet/journal"
    assert operation.api.app_name == "my-hangar"
    assert operation.bucket.slug == "char-wallet"
    assert operation.bucket.window == 900
    assert operation.required_scopes() == [WALLET]
    assert operation._has_page_param()
    assert not operation._has_cursor_param()


def test_an_operation_without_a_bucket(client):
    """The error limit alone applies."""
    assert client.Universe.GetUniverseTypesTypeId.bucket is None


def test_a_call_returns_the_operation_and_sends_nothing(client, site):
    """It can be kept, passed about, and sent several times."""
    operation = client.Status.GetStatus
    assert isinstance(operation, EsiOperation)
    assert operation() is operation
    assert site.requests == []
    assert operation.result(use_etag=False) == operation.result(use_etag=False)


@pytest.mark.parametrize(
    ("tag", "name", "given", "text"),
    [
        ("Universe", "GetUniverseTypesTypeId", {}, "needs type_id"),
        ("Universe", "GetUniverseTypesTypeId", {"type_id": 34, "typ": 1}, "'typ'"),
        ("Universe", "GetUniverseTypesTypeId", {"type_id": "x"}, "TypesTypeId: type_id='x'"),
        ("Universe", "GetUniverseTypesTypeId", {"type_id": 1, "accept_language": "xx"}, "'xx'"),
        ("Universe", "PostUniverseNames", {}, "needs body"),
        ("Universe", "PostUniverseNames", {"body": 5}, "PostUniverseNames: body=5"),
        ("Wallet", "GetCharactersCharacterIdWallet", {"character_id": 1}, WALLET),
    ],
)
def test_a_wrong_call_raises_before_anything_is_sent(client, site, tag, name, given, text):
    """Wrong calls raise a ValueError that names operation, parameter and value."""
    operation = getattr(getattr(client, tag), name)(**given)
    for method in (operation.result, operation.results):
        with pytest.raises(ValueError, match=text):
            method()
    assert site.requests == []


def test_parameters_by_position_are_refused(client):
    """With what would be right."""
    with pytest.raises(TypeError, match=r"GetUniverseTypesTypeId\(type_id=34\)"):
        client.Universe.GetUniverseTypesTypeId(34)
    with pytest.raises(TypeError, match=r"PostUniverseNames\(body=...\)"):
        client.Universe.PostUniverseNames([34])


def test_a_result_takes_further_parameters(client, site):
    """They belong to this result alone."""
    operation = client.Universe.GetUniverseTypesTypeId()
    assert operation.result(type_id=34).type_id == 34
    assert operation.result(type_id=35).type_id == 35


def test_headers_that_the_document_declares_are_parameters(client, site):
    """Passed headers replace the client's own for one call; a condition may lead to a 304."""
    item = client.Universe.GetUniverseTypesTypeId
    names = {param.name for param in item.operation.parameters if param.in_ == "header"}
    assert {"X-Compatibility-Date", "X-Tenant", "If-Modified-Since"} < names
    item(type_id=34, **{"X-Compatibility-Date": "2026-08-18"}).result()
    sent = CaseInsensitiveDict(site.requests[-1].headers)
    assert sent["X-Compatibility-Date"] == "2026-08-18"
    with pytest.raises(HTTPClientError, match="singularity"):
        item(type_id=34, **{"X-Tenant": "singularity"}).result()
    with pytest.raises(HTTPNotModified):
        item(type_id=34, **{"If-Modified-Since": "Mon, 01 Jan 2035 00:00:00 GMT"}).result()


@pytest.mark.parametrize(
    ("given", "header", "sent"),
    [
        ({"Accept_Language": "ko"}, "Accept-Language", "ko"),
        ({"accept-language": "ko"}, "Accept-Language", "ko"),
        ({"x_tenant": "singularity"}, "X-Tenant", "singularity"),
        ({"x_tenant": None}, "X-Tenant", "tranquility"),
        ({"X_COMPATIBILITY_DATE": "2025-12-16"}, "X-Compatibility-Date", "2025-12-16"),
    ],
)
def test_headers_may_be_written_like_names_of_python(client, site, given, header, sent):
    """Case does not matter, and None is the client's own value."""
    call = client.Universe.GetUniverseTypesTypeId(type_id=34, **given)
    with suppress(HTTPClientError):  # the sandbox has one server of the game
        call.result(use_etag=False)
    assert CaseInsensitiveDict(site.requests[-1].headers)[header] == sent


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        *((value, "true") for value in (True, 1, "True", "yes")),
        *((value, "false") for value in (False, 0, "0", "off")),
    ],
)
def test_a_boolean_may_be_a_number_or_a_word(client, site, make_token, given, sent):
    """Programs pass values from forms and settings without converting them."""
    client.Industry.GetCharactersCharacterIdIndustryJobs(
        character_id=CHIEF, include_completed=given, token=make_token(scopes=[JOBS])
    ).result()
    assert site.requests[-1].query["include_completed"] == [sent]


def test_a_word_that_is_no_boolean_is_refused(client, site, make_token):
    """The error names the value, and nothing is sent."""
    call = client.Industry.GetCharactersCharacterIdIndustryJobs(
        character_id=CHIEF, include_completed="maybe", token=make_token(scopes=[JOBS])
    )
    with pytest.raises(ValueError, match="include_completed='maybe'"):
        call.result()
    assert site.requests == []


def test_ids_may_repeat_although_the_api_takes_each_once(client, site):
    """Assets repeat types; the body contains each once, in the given order."""
    client.Universe.PostUniverseNames(body=[35, 34, 35, 34]).result()
    assert json.loads(site.requests[-1].body) == [35, 34]


def test_the_uuid_of_a_row_is_a_parameter(client, make_token):
    """Pass a row's `UUID` on to the call of the details, without converting it."""
    projects = client.Corporation_Projects
    mine = {"corporation_id": CORPORATION, "token": make_token(scopes=[PROJECTS])}
    listed = projects.GetCorporationsProjectsListing(**mine).result().projects[0]
    assert isinstance(listed.id, UUID)
    found = projects.GetCorporationsProjectsDetail(project_id=listed.id, **mine).result()
    assert found.id == listed.id


def test_an_empty_list_is_no_filter(client, site, make_token):
    """An optional parameter without values is left out."""
    client.Mail.GetCharactersCharacterIdMail(
        character_id=CHIEF, labels=[], token=make_token(scopes=[MAIL])
    ).result()
    assert "labels" not in site.requests[-1].query


def test_arrays_in_the_query_are_repeated(client, site, make_token):
    """One parameter for each value."""
    scope = "esi-characters.write_contacts.v1"
    contacts = client.Contacts.DeleteCharactersCharacterIdContacts
    token = make_token(scopes=[scope])
    contacts(character_id=CHIEF, contact_ids=[OTHER, 90_000_003], token=token).result()
    assert site.requests[-1].query["contact_ids"] == [str(OTHER), "90000003"]


@pytest.mark.parametrize("body", [[90_000_001, 90_000_002], (90_000_001,)])
def test_a_body_of_ids_is_sent_as_json(client, site, body):
    """A list or a tuple."""
    rows = client.Universe.PostUniverseNames(body=body).result()
    assert [row.id for row in rows] == list(body)
    assert json.loads(site.requests[-1].body) == list(body)


def test_a_token_goes_out_as_bearer(client, site, make_token):
    """A `Token`; its scopes were compared with the document's."""
    token = make_token()
    site.clear()
    amount = client.Wallet.GetCharactersCharacterIdWallet(character_id=CHIEF, token=token)
    assert isinstance(amount.result(), float)
    assert site.requests[-1].headers["Authorization"] == f"Bearer {token.access_token}"


def test_an_expired_token_is_refreshed_first(client, site, make_token):
    """By `valid_access_token()`."""
    token = make_token(expired=True)
    client.Wallet.GetCharactersCharacterIdWallet(character_id=CHIEF, token=token).result()
    assert not token.expired


def test_a_token_without_the_scopes_is_refused(client, site, make_token):
    """A ValueError names them; nothing is sent."""
    token = make_token(scopes=["esi-skills.read_skills.v1"])
    site.clear()
    call = client.Wallet.GetCharactersCharacterIdWallet(character_id=CHIEF, token=token)
    with pytest.raises(ValueError, match=WALLET):
        call.result()
    assert site.requests == []


def test_a_public_operation_does_not_need_its_token(client, site, make_token):
    """The call does not send the token either."""
    client.Status.GetStatus(token=make_token()).result()
    assert "Authorization" not in site.requests[-1].headers


def test_rows_of_one_character_never_reach_another(client, site, make_token):
    """Answers are kept by the owner of the token."""
    chief, other = make_token(), make_token(OTHER)
    wallet = client.Wallet.GetCharactersCharacterIdWallet
    wallet(character_id=CHIEF, token=chief).result()
    site.clear()
    with pytest.raises(Exception, match=r"40[13]"):
        wallet(character_id=CHIEF, token=other).result()
    assert len(site.requests) == 1
    with pytest.raises(ValueError, match=WALLET):
        wallet(character_id=CHIEF).result()


def test_no_text_of_an_operation_shows_its_token(client, make_token):
    """Its repr and the keys of its answers have none."""
    token = make_token()
    call = client.Wallet.GetCharactersCharacterIdWallet(character_id=CHIEF, token=token)
    shown = f"{call!r} {call._cache_key()} {call._etag_key()} {vars(call)}"
    assert token.access_token not in shown
