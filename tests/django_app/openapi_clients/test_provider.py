"""Providers and their clients: arguments, filters, what tests put in their place."""

import copy
import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from unittest.mock import PropertyMock, patch

import pytest
from requests.structures import CaseInsensitiveDict

from esi import __version__, clients
from esi.exceptions import HTTPError
from esi.openapi_clients import ESIClientProvider, EsiOperation

DATE = "2026-08-10"


def document_requests(site):
    return [record for record in site.requests if record.path.startswith("/meta")]


def test_arguments_by_position_and_a_date_object(site):
    """In the order of release 10; a date between those listed is sent as it is."""
    provider = ESIClientProvider(
        date(2026, 8, 10), "my-app", "1.0", "https://my.app", None, "tranquility", ["GetStatus"]
    )
    provider.client.Status.GetStatus().result()
    headers = CaseInsensitiveDict(site.requests[-1].headers)
    assert (headers["X-Compatibility-Date"], headers["X-Tenant"]) == (DATE, "tranquility")
    assert headers["Accept-Language"] == "en"


def test_another_server_of_the_game(site):
    """The sandbox has one, so it refuses the other."""
    with pytest.raises(HTTPError, match="singularity"):
        assert ESIClientProvider(DATE, "my-app", "1.0", tenant="singularity").client


def test_the_user_agent_names_the_app_its_author_and_this_package(site, settings):
    """In the form of release 10."""
    settings.ESI_USER_CONTACT_EMAIL = "me@example.com"
    assert ESIClientProvider(DATE, "my-app", "1.0", ua_url="https://my.app").client.Status
    assert site.requests[-1].headers["User-Agent"] == (
        f"MyApp/1.0 (me@example.com; +https://my.app) DjangoEsi/{__version__} "
        "(+https://pypi.org/project/esi-toolkit/)"
    )


def test_a_user_agent_without_author_and_address(site, settings):
    """The parentheses are left out."""
    settings.ESI_USER_CONTACT_EMAIL = None
    assert ESIClientProvider(DATE, "MyApp", "1.0").client.Status
    assert site.requests[-1].headers["User-Agent"].startswith(f"MyApp/1.0 DjangoEsi/{__version__}")


def test_additional_headers_go_with_the_request_for_the_document(site):
    """And with no other request."""
    client = ESIClientProvider(
        DATE, "my-app", "1.0", additional_spec_headers={"X-Mirror": "yes"}
    ).client
    client.Status.GetStatus().result()
    assert [r.headers.get("x-mirror") for r in site.requests] == ["yes", None]


def test_the_client_is_built_once_at_first_use(provider, site):
    """Nothing is sent before."""
    assert site.requests == []
    assert provider.client is provider.client


def test_none_builds_the_client_anew_and_a_stub_is_returned(provider):
    """Tests set `_client`."""
    first, stub = provider.client, object()
    with patch.object(provider, "_client", stub):
        assert provider.client is stub
    assert provider.client is first
    provider._client = None
    assert provider.client is not first


def test_a_stub_may_stand_in_the_class(provider):
    """For all providers of the class."""
    with patch.object(ESIClientProvider, "_client", "stub"):
        assert provider.client == "stub"


def test_client_and_result_can_be_patched(provider):
    """Tests of apps patch them."""
    with patch.object(ESIClientProvider, "client", new_callable=PropertyMock) as client:
        assert provider.client is client.return_value
    with patch.object(EsiOperation, "result", return_value=7):
        assert provider.client.Status.GetStatus().result() == 7


def test_a_subclass_passes_the_first_arguments_by_position(site):
    """Alliance Auth calls it like this."""

    class Provider(ESIClientProvider):
        def __init__(self):
            super().__init__(DATE, "auth", "5.5.0", "https://auth", operations=["GetStatus"])

    assert Provider().client.Status.GetStatus().result().players > 0
    assert str(Provider()) == "Provider - auth (5.5.0)"


def test_providers_and_clients_can_be_copied(provider):
    """Django's tests copy what a class sets up; a copy has the same connections."""
    client = provider.client
    operation = client.Universe.GetUniverseTypesTypeId(type_id=34)
    assert copy.deepcopy([provider, client]) == [provider, client]
    tag, copied = copy.deepcopy((client.Universe, operation))
    operation(type_id=35)
    assert copied.result() == tag.GetUniverseTypesTypeId(type_id=34).result(use_etag=False)


@pytest.mark.parametrize(
    ("filters", "tags"),
    [
        ({}, 18),
        ({"operations": ["GetStatus", "GetNothing"]}, 1),
        ({"tags": ["Planetary Interaction"]}, 1),
        ({"tags": ["Market"], "operations": ["GetStatus"]}, 2),
    ],
)
def test_filters_leave_operations_out(site, filters, tags):
    """An operation that the document lacks is ignored; both filters add up."""
    client = ESIClientProvider(DATE, "my-app", "1.0", **filters).client
    assert len(client.api.available) >= tags
    assert not filters or len(client.api.available) == tags


def test_what_does_not_exist_or_is_filtered_out_raises_with_help(site):
    """An AttributeError says what would be right."""
    client = ESIClientProvider(DATE, "my-app", "1.0", operations=["GetStatus"]).client
    with pytest.raises(AttributeError, match="Status"):
        assert client.Statsu
    with pytest.raises(AttributeError, match="operations="):
        assert client.Market
    with pytest.raises(AttributeError, match="GetStatus"):
        assert client.Status.GetStatsu
    client = ESIClientProvider(DATE, "my-app", "1.0").client
    with pytest.raises(AttributeError, match=r"client\.Status\.GetStatus"):
        assert client.Market.GetStatus
    with pytest.raises(AttributeError, match="GetMarketsPrices"):
        assert client.Market.GetMarketsPrice


def test_an_operation_of_the_5_line_is_named_as_this_client_names_it(provider):
    """The message has the name to use, in the operation's own tag and in another one."""
    with pytest.raises(AttributeError, match=r"use client\.Status\.GetStatus\."):
        assert provider.client.Status.get_status
    with pytest.raises(AttributeError, match=r"use client\.Status\.GetStatus\."):
        assert provider.client.Market.get_status


@pytest.mark.parametrize("filters", [{"operations": "GetStatus"}, {"tags": "Status"}])
def test_a_filter_of_one_name_may_be_text(site, filters):
    """Providers accept a single name in place of a list."""
    client = ESIClientProvider("2026-08-10", "a", "1", **filters).client
    assert client.Status.GetStatus().operation.operationId == "GetStatus"
    assert not hasattr(client, "Universe")


def test_a_tag_may_be_named_as_in_the_document(site):
    """`getattr` accepts a tag with a space, such as "Faction Warfare"."""
    client = ESIClientProvider("2026-08-18", "a", "1", tags=["Paragon Hub"]).client
    assert dir(getattr(client, "Paragon Hub")) == dir(client.Paragon_Hub)


def test_tags_and_operations_are_listed(provider):
    """For completion; a blank in a tag is an underscore."""
    assert "Planetary_Interaction" in dir(provider.client)
    assert "GetMarketsPrices" in dir(provider.client.Market)


@pytest.mark.parametrize("convert", [str, lambda path: path])
def test_a_spec_file_replaces_the_apis_document(site, tmp_path, convert):
    """A text and a path work; neither needs a request, and equal files are translated once."""
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(site.document("2026-08-18")))
    for _ in range(2):
        provider = ESIClientProvider(DATE, "a", "1", spec_file=convert(path), tags=["Status"])
        assert provider.client.Status.GetStatus().result(use_etag=False).players > 0
    assert document_requests(site) == []


def test_a_spec_file_that_is_none_names_the_file(tmp_path, site):
    """A ValueError, when the client is built."""
    provider = ESIClientProvider(DATE, "a", "1", spec_file=tmp_path / "missing.json")
    with pytest.raises(ValueError, match=r"missing\.json"):
        assert provider.client


def test_an_api_that_is_away_raises_an_exception_of_the_dialect(site):
    """When the client is built."""
    site.faults.fail(503, times=None)
    with pytest.raises(HTTPError):
        assert ESIClientProvider(DATE, "a", "1").client


def test_twenty_providers_keep_one_document_and_ask_for_it_once(site, settings):
    """Providers of the 5.x line with the same date share it too."""
    settings.ESI_COMPATIBILITY_DATE = DATE
    built = [ESIClientProvider(DATE, f"app-{n}", "1.0").client.api.spec for n in range(20)]
    built.append(clients.EsiClientProvider().client.swagger_spec)
    assert len({id(spec.document) for spec in built}) == 1
    assert len(document_requests(site)) == 1


def test_threads_that_build_clients_at_once_ask_for_the_document_once(site):
    """One loads it, and the others find it stored."""
    providers = [ESIClientProvider(DATE, f"app-{number}", "1.0") for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        clients_ = list(pool.map(lambda provider: provider.client, providers))
    assert len({id(client.api.spec.document) for client in clients_}) == 1
    assert len(document_requests(site)) == 1


@pytest.mark.specs
@pytest.mark.skipif("ESI_TEST_SPECS" not in os.environ, reason="ESI_TEST_SPECS names no documents")
@pytest.mark.parametrize("name", ["3.0-date-2026-08-18", "3.1-date-2020-01-01"])
def test_every_operation_of_the_apis_own_documents(site, name):
    """Each can be described, and a filter leaves what it names."""
    path = Path(os.environ["ESI_TEST_SPECS"], f"openapi-{name}.json")
    client = ESIClientProvider(DATE, "a", "1", spec_file=path).client
    operations = [
        getattr(getattr(client, tag), operation)
        for tag, names in client.api.available.items()
        for operation in names
    ]
    declared = json.loads(path.read_text())["paths"].values()
    ids = {spec["operationId"] for item in declared for spec in item.values()}
    assert {operation.operation.operationId for operation in operations} == ids
    assert all(operation.operation.tags for operation in operations)
    filters = {"operations": ["GetStatus"], "tags": ["Faction Warfare"]}
    client = ESIClientProvider(DATE, "a", "1", spec_file=path, **filters).client
    assert set(client.api.available) == {"Status", "Faction_Warfare"}
