"""Names that programs written for the 5.x line import, patch and lean on."""

import copy
import importlib
import inspect
import json
import sys
from datetime import date, datetime
from operator import attrgetter
from unittest import mock

import pytest
from bravado.client import SwaggerClient as StockClient
from bravado.exception import HTTPError, HTTPNotModified, HTTPServiceUnavailable
from bravado.http_future import HttpFuture
from bravado_core.spec import Spec
from jsonschema.exceptions import _RefResolutionError

from esi import clients, errors, openapi_clients
from esi.clients import (
    EsiClientProvider,
    RequestsClientPlus,
    TokenAuthenticator,
    build_cache_name,
    build_spec,
    build_spec_url,
    cache_spec,
    esi_client_factory,
    get_spec,
    minimize_spec,
    read_spec,
)
from esi.core.client.client import LazySpec
from esi.core.openapi.document import SplitDocument, split
from esi.errors import ApiTimeoutError
from esi.sandbox import Sandbox

SWAGGER = {
    "swagger": "2.0",
    "info": {"title": "old", "version": "1"},
    "host": "esi.evetech.net",
    "basePath": "/latest",
    "paths": {
        "/status/": {
            "get": {
                "operationId": "get_status",
                "tags": ["Status"],
                "responses": {"200": {"description": "", "schema": {"$ref": "#/definitions/S"}}},
            }
        },
        "/wars/": {
            "get": {
                "operationId": "get_wars",
                "tags": ["Wars"],
                "responses": {"200": {"description": ""}},
            },
        },
    },
    "definitions": {"S": {"type": "object", "properties": {"players": {"type": "integer"}}}},
}


PUBLIC = {
    "esi": ["__title__", "__version__"],
    "esi.admin": ["ScopeAdmin", "TokenAdmin", "TokenAdmin.get_scopes"],
    "esi.app_settings": ["ESI_API_URL", "ESI_SSO_CLIENT_ID", "ESI_SSO_CLIENT_SECRET"],
    "esi.checks": ["check_sso_application_settings"],
    "esi.clients": [
        *("CachingHttpFuture", "EsiClientProvider", "RequestsClientPlus", "SwaggerClient"),
        *("TokenAuthenticator", "build_cache_name", "build_spec", "build_spec_url", "cache_spec"),
        *("esi_client_factory", "get_spec", "minimize_spec", "read_spec"),
        *("__title__", "__version__", "app_settings", "cache", "sleep"),
        *("CONFIG_DEFAULTS", "HttpFuture", "RETRY_SLEEP_SECS", "SPEC_CONFIG", "TokenExpiredError"),
    ],
    "esi.decorators": [
        *("_check_callback", "single_use_token", "token_required", "tokens_required"),
        *("select_token", "sso_redirect"),
    ],
    "esi.errors": [
        *("DjangoEsiException", "IncompleteResponseError", "NotRefreshableTokenError"),
        *("TokenError", "TokenExpiredError", "TokenInvalidError"),
    ],
    "esi.management.commands.migrate_to_ssov2": ["Command"],
    "esi.managers": [
        *("TokenManager", "TokenQueryset", "_process_scopes", "OAuth2Session", "TokenError"),
        *("TokenManager.get_queryset", "TokenManager.validate_access_token", "requests"),
    ],
    "esi.models": [
        *("CallbackRedirect", "Scope", "Token", "Token.TOKEN_TYPE_CHARACTER"),
        *("Token.TOKEN_TYPE_CHOICES", "Token.TOKEN_TYPE_CORPORATION", "Token.get_token_data"),
        *("esi_client_factory", "HTTPBasicAuth", "OAuth2Session", "requests"),
    ],
    "esi.signals": ["esi_request_statistics"],
    "esi.tasks": ["cleanup_callbackredirect", "cleanup_token", "refresh_or_delete_token"],
    "esi.templatetags.scope_tags": ["scope_friendly_name"],
    "esi.urls": ["app_name", "urlpatterns"],
    "esi.views": ["OAuth2Session", "receive_callback", "select_token", "sso_redirect"],
}


NEWER = {  # of releases 8 to 10, beside those above
    "esi": ["__esi_compatibility_date__", "__title__", "__url__", "__version__"],
    "esi.app_settings": [
        *("ESI_ALWAYS_CREATE_TOKEN", "ESI_API_URL", "ESI_CACHE_RESPONSE", "ESI_LANGUAGES"),
        *("ESI_CONNECTION_POOL_KEEPALIVE_EXPIRY", "ESI_CONNECTION_POOL_MAX_CONNECTIONS"),
        *("ESI_CONNECTION_POOL_MAX_KEEPALIVE", "ESI_OAUTH_LOGIN_URL", "ESI_OAUTH_URL"),
        *("ESI_REQUESTS_CONNECT_TIMEOUT", "ESI_REQUESTS_POOL_TIMEOUT"),
        *("ESI_REQUESTS_READ_TIMEOUT", "ESI_REQUESTS_WRITE_TIMEOUT"),
        *("ESI_SERVER_ERROR_MAX_RETRIES", "ESI_SERVER_ERROR_WAIT_EXPONENT"),
        *("ESI_SSO_CALLBACK_URL", "ESI_SSO_CLIENT_ID", "ESI_SSO_CLIENT_SECRET"),
        *("ESI_SSO_MAX_RETRIES", "ESI_SSO_MAX_RETRY_AFTER", "ESI_SSO_USER_AGENT"),
        *("ESI_SSO_WAIT_EXPONENT", "ESI_TOKEN_JWK_SET_URL", "ESI_TOKEN_JWT_AUDIENCE"),
        *("ESI_TOKEN_URL", "ESI_TOKEN_VALID_DURATION", "ESI_USER_CONTACT_EMAIL"),
    ],
    "esi.decorators": [
        *("esi_rate_limiter_bucketed", "rate_limit_retry_task", "rate_limited_task"),
        "wait_for_esi_errorlimit_reset",
    ],
    "esi.errors": ["IncompleteResponseError", "SSOOAuthError", "SSOUnavailableError"],
    "esi.exceptions": [
        *("ESIBucketLimitException", "ESIErrorLimitException", "HTTPClientError", "HTTPError"),
        *("HTTPNotModified", "HTTPServerError", "TaskBucketLimitException"),
    ],
    "esi.helpers": ["get_token", "pascal_case_string"],
    "esi.management.commands.esi_clear_spec_cache": ["Command"],
    "esi.management.commands.generate_esi_stubs": ["Command"],
    "esi.managers": ["SSOUnavailableError", "TokenError"],
    "esi.models": ["SSOOAuthError", "Token.get_token", "Token.get_token_data", "TokenError"],
    "esi.openapi_clients": [
        *("BaseEsiOperation", "ESIClient", "ESIClientAsync", "ESIClientProvider", "ESITag"),
        *("ESITagAsync", "ETAG_EXPIRY", "EsiOperation", "EsiOperationAsync"),
        *("ESIErrorLimitException", "ESIRateLimitBucket", "ESIRateLimits", "HTTPClientError"),
        *("HTTPNotModified", "HTTPServerError", "esi_client_factory_async"),
        "esi_client_factory_sync",
    ],
    "esi.rate_limiting": [
        *("ESIRateLimitBucket", "ESIRateLimitBucket.CHARACTER_CORPORATION_HISTORY"),
        *("ESIRateLimitBucket.MARKET_DATA_HISTORY", "ESIRateLimiter", "ESIRateLimits"),
        *("TaskRateLimitBucket", "TaskRateLimitBucket.from_rate", "TaskRateLimiter"),
        *("TaskRateLimits", "force_string", "interval_to_seconds", "kwargs_to_list"),
        *("limit_to_rate", "seconds_per_unit", "task_bucket_slug_key"),
    ],
    "esi.signals": ["esi_request_statistics"],
    "esi.stubs": ["ESIClientStub"],
    "esi.tasks": [
        *("cleanup_callbackredirect", "cleanup_token", "cleanup_token_subset"),
        "refresh_or_delete_token",
    ],
    "esi.tests.factories_2": ["ScopeFactory", "TokenFactory"],
    "esi.views": ["receive_callback", "select_token", "sso_redirect"],
}


RELEASES = {"5.1": PUBLIC, "10.0": NEWER}


@pytest.mark.parametrize(("release", "module"), [(r, m) for r in RELEASES for m in RELEASES[r]])
def test_public_names_can_be_imported(release, module):
    """Programs find the names that they import and patch."""
    missing = []
    for name in RELEASES[release][module]:
        try:
            attrgetter(name)(importlib.import_module(module))
        except AttributeError:
            missing.append(name)
    assert missing == []


@pytest.mark.parametrize("name", ["HTTPStatusError", "Response"])
def test_apps_import_classes_of_httpx2_from_the_client(name, monkeypatch):
    """The handlers and annotations of apps get the class that release 10 gave them."""
    httpx2 = mock.Mock()
    monkeypatch.setitem(sys.modules, "httpx2", httpx2)
    assert getattr(openapi_clients, name) is getattr(httpx2, name)


def test_any_other_name_is_missing_from_the_client():
    """`hasattr` says so, as for every module."""
    assert not hasattr(openapi_clients, "HTTPStatus")


@pytest.fixture
def status(site):
    """Future of a call that is not sent yet."""
    return esi_client_factory().Status.get_status()


@pytest.fixture
def old_site(site, settings):
    """Server with Swagger 2.0 documents and without an OpenAPI document."""
    with Sandbox(swagger=True) as old:
        old.faults.fail(404, path="/meta/*", times=None)
        settings.ESI_API_URL = old.url
        yield old
    clients._engine.close()


def saved(tmp_path, document):
    path = tmp_path / "swagger.json"
    path.write_text(json.dumps(document))
    return path


# Futures


def test_a_future_is_bravados(status):
    """It is an `HttpFuture`, and `response()` of bravado works on it."""
    assert isinstance(status, HttpFuture)
    assert status.response().result["players"] > 0


def test_a_future_names_its_operation(status):
    """`operation.operation_id` and `operation.params` are bravado's."""
    assert status.operation.operation_id == "get_status"
    assert "datasource" in status.operation.params


def test_the_cache_key_is_that_under_which_the_answer_is_kept(site, status):
    """`_cache_key()` finds the answer in Django's cache."""
    assert clients.cache.get(status._cache_key()) is None
    status.result()
    assert clients.cache.get(status._cache_key()) is not None


def test_headers_may_be_changed_until_the_result(site, status):
    """`future.request.headers` is sent as it stands then."""
    status.future.request.headers["X-Mine"] = "1"
    status.result()
    sent = {name.lower(): value for name, value in site.requests[-1].headers.items()}
    assert sent["x-mine"] == "1"


def test_parameters_may_be_changed_until_the_result(site):
    """`future.request.params` is sent as it stands then."""
    future = esi_client_factory().Market.get_markets_region_id_orders(region_id=10000043)
    future.future.request.params["type_id"] = 34
    future.result()
    assert site.requests[-1].query["type_id"] == ["34"]


def test_a_callers_etag_makes_an_unchanged_answer_http_not_modified(site, status):
    """Only if the caller set If-None-Match is a 304 raised."""
    status.request_config.also_return_response = True
    _, response = status.result()
    again = esi_client_factory().Status.get_status(If_None_Match=response.headers["ETag"])
    with pytest.raises(HTTPNotModified):
        again.results()


def test_pages_and_etag_are_in_the_headers(site):
    """`response.headers["X-Pages"]` and `["ETag"]`, in any case of letters."""
    future = esi_client_factory().Market.get_markets_region_id_orders(region_id=10000043)
    future.request_config.also_return_response = True
    _, response = future.result()
    assert int(response.headers["x-pages"]) >= 1
    assert response.headers["ETag"] == response.headers["etag"]


def test_validate_responses_is_read_and_set(status):
    """bravado's `validate_responses` exists and is True by default."""
    config = status.operation.swagger_spec.config
    assert config["validate_responses"] is True
    config["validate_responses"] = False
    assert status.result(strict=True)["players"] > 0


def test_en_us_keeps_its_key(site):
    """`results_localized` returns the given codes as keys; `en-us` requests English."""
    future = esi_client_factory().Universe.get_universe_types_type_id(type_id=34)
    found = future.results_localized(languages=["en-us", "de"])
    assert list(found) == ["en-us", "de"]
    assert found["en-us"]["name"] == "Tritanium"


def result_of_a_test(*pages, **headers):
    """Stand in for `HttpFuture.result` in the tests of programs."""
    response = mock.Mock(headers=headers)
    return mock.patch("esi.clients.HttpFuture.result", side_effect=[(p, response) for p in pages])


def test_a_patched_result_is_what_an_operation_returns(site):
    """`esi.clients.HttpFuture.result` gives data and response, and nothing is sent."""
    future = esi_client_factory().Status.get_status()
    site.clear()
    with result_of_a_test({"players": 7}) as patched:
        assert future.result(timeout=3) == {"players": 7}
    assert patched.call_args.kwargs["timeout"] == 3
    assert site.requests == []


def test_a_patched_result_gives_every_page(site):
    """`results` merges as many pages as `X-Pages` of the stand-in says."""
    future = esi_client_factory().Market.get_markets_region_id_orders(region_id=10000043)
    future.request_config.also_return_response = True
    with result_of_a_test([1], [2], [3], **{"X-Pages": "3"}):
        data, response = future.results()
    assert data == [1, 2, 3]
    assert response.headers["X-Pages"] == "3"


def test_a_function_in_the_place_of_result_gets_the_future(site, monkeypatch):
    """A program's test may replace the method by a function."""
    monkeypatch.setattr(
        "esi.clients.HttpFuture.result",
        lambda future, **_: (future.operation.operation_id, mock.Mock(headers={})),
    )
    assert esi_client_factory().Status.get_status().results() == "get_status"


# Providers and clients


def test_setting_client_to_none_is_a_reset(site):
    """`provider._client = None` makes the next access build a new client."""
    provider = EsiClientProvider()
    first = provider.client
    provider._client = None
    assert provider.client is not first


def test_a_provider_can_be_subclassed(site):
    """With arguments of its own, what it adds to the client, or a client of its own."""

    class Mine(EsiClientProvider):
        def __init__(self, mine, **kwargs):
            super().__init__(app_info_text=f"mine/{mine}", **kwargs)

        @property
        def client(self):
            return super().client

    class Stub(EsiClientProvider):
        client = "mine"

    future = Mine(2).client.Status.get_status()
    assert future.future.request.headers["User-Agent"] == "mine/2"
    assert Stub().client == "mine"


def test_a_document_that_cannot_be_had_is_bravados_http_error(site):
    """Programs catch `HTTPError` when a client cannot be built."""
    site.faults.fail(500, times=None)
    with pytest.raises(HTTPError):
        esi_client_factory()


def test_a_patched_swagger_client_is_called_with_the_spec(site):
    """`esi.clients.SwaggerClient` is looked up when a client is made; what it returns is it."""
    with mock.patch("esi.clients.SwaggerClient") as patched:
        client = esi_client_factory()
    assert client is patched.return_value
    (spec,) = patched.call_args.args
    assert isinstance(spec, Spec)


def test_a_patched_swagger_client_reads_spec_files_by_from_spec(site, tmp_path):
    """For a Swagger file, `SwaggerClient.from_spec` is called."""
    with mock.patch("esi.clients.SwaggerClient") as patched:
        client = esi_client_factory(spec_file=saved(tmp_path, SWAGGER))
    assert client is patched.from_spec.return_value


def test_the_user_agent_follows_patched_names(site, monkeypatch):
    """Programs patch `esi.clients.__title__` and `__version__`."""
    monkeypatch.setattr("esi.clients.__title__", "other")
    monkeypatch.setattr("esi.clients.__version__", "1.2.3")
    future = esi_client_factory().Status.get_status()
    assert future.future.request.headers["User-Agent"] == "other v1.2.3"


def test_newer_codes_user_agent_arguments_are_the_user_agent(site):
    """`ua_appname`, `ua_version` and `ua_url` of newer code are accepted."""
    provider = EsiClientProvider(ua_appname="app", ua_version="2", ua_url="https://e.org")
    future = provider.client.Status.get_status()
    assert future.future.request.headers["User-Agent"] == "app/2 (+https://e.org)"


def test_arguments_of_newer_releases_are_accepted(site, settings, recwarn):
    """Arguments `date`, `tenant`, `tags` and `operations` are accepted without a warning."""
    settings.ESI_API_DATASOURCE = "another"
    provider = EsiClientProvider(
        compatibility_date=date(2026, 8, 18),
        ua_appname="app",
        tenant="tranquility",
        tags=["Market"],
        operations=["GetStatus"],
    )
    assert provider.client.Universe.GetUniverseTypesTypeId(type_id=34).result()["type_id"] == 34
    sent = {name.lower(): value for name, value in site.requests[-1].headers.items()}
    assert sent["x-tenant"] == "tranquility"
    assert sent["x-compatibility-date"] == "2026-08-18"
    assert [str(warning.message) for warning in recwarn if "no effect" in str(warning)] == []


def test_a_client_can_be_deep_copied(site):
    """Django's tests deep-copy what `setUpTestData` made; the copy works and shares connections."""
    client = esi_client_factory()
    copied = copy.deepcopy(client)
    assert copied.Status.get_status().result()["players"] > 0
    assert copied.swagger_spec.http_client.engine is clients._engine


def test_a_factorys_token_is_sent_with_every_call(site):
    """`esi_client_factory(token=...)` authorises the whole client."""
    token = site.token(90000001)
    client = esi_client_factory(token=token)
    client.Status.get_status().result()
    assert site.requests[-1].headers["Authorization"] == f"Bearer {token}"


def test_the_token_authenticator_sets_the_header():
    """`TokenAuthenticator(token=...)` applies to a request."""
    request = mock.Mock(headers={})
    TokenAuthenticator(token="abc", datasource="tranquility").apply(request)
    assert request.headers == {"Authorization": "Bearer abc"}


def test_requests_client_plus_makes_clients(site):
    """RequestsClientPlus works without arguments, and in a client of bravado's own."""
    document = SplitDocument(split({**SWAGGER, "basePath": "/"}))
    assert (
        StockClient(LazySpec(document, RequestsClientPlus()))
        .Status.get_status()
        .result()["players"]
        > 0
    )


def test_requests_client_plus_keeps_its_ca_bundle():
    """`ssl_verify` gives the client a session of its own."""
    client = RequestsClientPlus(ssl_verify=False)
    assert client.session.verify is False
    assert RequestsClientPlus().session.verify is True


# Documents


def test_a_swagger_file_serves_as_it_is(site, tmp_path, settings):
    """2.5.1: `spec_file` is a Swagger document of the old kind."""
    client = EsiClientProvider(spec_file=saved(tmp_path, {**SWAGGER, "basePath": "/"})).client
    assert dir(client) == ["Status", "Wars"]
    assert client.Status.get_status().results()["players"] > 0


@pytest.mark.parametrize("path", ["/latest/status/", "/v2/status/"])
def test_a_swagger_file_of_old_versions(site, tmp_path, path):
    """2.5.1: files that programs ship name routes with versions; today's API knows none."""
    file = {**SWAGGER, "basePath": "", "paths": {path: SWAGGER["paths"]["/status/"]}}
    client = EsiClientProvider(spec_file=saved(tmp_path, file)).client
    assert client.Status.get_status().results()["players"] > 0
    assert site.requests[-1].path == "/status"


def test_a_file_with_a_reference_to_nowhere_is_jsonschemas_error(site, tmp_path):
    """Programs catch `RefResolutionError` when a client cannot be built."""
    broken = copy.deepcopy(SWAGGER)
    del broken["definitions"]["S"]
    with pytest.raises(_RefResolutionError, match="#/definitions/S"):
        esi_client_factory(spec_file=saved(tmp_path, broken))


def test_read_spec_is_a_client(site, tmp_path):
    """`read_spec(path)` returns a client of the file."""
    assert dir(read_spec(saved(tmp_path, SWAGGER))) == ["Status", "Wars"]


def test_minimize_spec_keeps_what_is_named():
    """By operation ids, by resources, or nothing."""
    assert list(minimize_spec(SWAGGER, operations=["get_status"])["paths"]) == ["/status/"]
    assert list(minimize_spec(SWAGGER, resources=["Wars"])["paths"]) == ["/wars/"]
    assert minimize_spec(SWAGGER)["paths"] == {}
    assert minimize_spec(SWAGGER)["definitions"] == SWAGGER["definitions"]


def test_names_of_documents(settings):
    """Check the cache key and the address of a version."""
    settings.ESI_API_URL = "https://api.example.com/"
    assert build_cache_name("latest") == "esi_swaggerspec_latest"
    assert build_spec_url("v4") == "https://api.example.com/v4/swagger.json"


def test_a_kept_spec_is_not_fetched_again(site):
    """`cache_spec` keeps what `get_spec` returns."""
    cache_spec("mine", build_spec("latest"))
    site.clear()
    assert "Status" in get_spec("mine").resources
    assert site.requests == []


def test_a_spec_that_is_not_kept_is_fetched_and_kept(site):
    """`get_spec` of an unknown name builds it."""
    assert "Status" in get_spec("latest").resources
    assert clients.cache.get(build_cache_name("latest")) is not None


# Versions, 2.2.7


@pytest.mark.parametrize("versions", [{"version": "v4"}, {"Character": "v4", "Universe": "v1"}])
def test_versions_are_deprecated_where_an_openapi_document_is_served(site, versions):
    """They have no effect, and a warning names what does."""
    with pytest.warns(DeprecationWarning, match="compatibility_date"):
        client = esi_client_factory(**versions)
    assert client.Status.get_status().result()["players"] > 0


def test_a_swagger_server_is_used_untranslated(old_site):
    """Swagger documents are used untranslated, with their versioned paths."""
    client = esi_client_factory()
    status = client.Status.get_status().results()
    assert isinstance(status["start_time"], datetime)
    assert old_site.requests[-1].path == "/latest/status/"


def test_a_resources_version_replaces_the_base_versions(old_site):
    """2.2.7: with `Universe='v1'` that resource is read from its own document."""
    client = esi_client_factory(Status="v1")
    client.Status.get_status().results()
    assert old_site.requests[-1].path == "/v1/status/"
    client.Universe.get_universe_types_type_id(type_id=34).results()
    assert old_site.requests[-1].path == "/latest/universe/types/34/"


def test_a_resource_that_is_not_in_its_version_is_an_attribute_error(old_site):
    """2.2.7: the manual's `AttributeError`."""
    with pytest.raises(AttributeError, match="'Nothing' is not available"):
        esi_client_factory(Nothing="v1")


def test_a_version_is_a_document_of_its_own(old_site):
    """2.2.7: `version='v1'` has the resources of that version only."""
    client = esi_client_factory(version="v1")
    client.Status.get_status().results()
    assert old_site.requests[-1].path == "/v1/status/"


def test_a_resource_that_the_base_lacks_is_added(old_site):
    """2.2.7: resources that the base version lacks are added from the given version."""
    versions = {version: dir(esi_client_factory(version=version)) for version in ("v1", "latest")}
    added = sorted(set(versions["latest"]) - set(versions["v1"]))
    client = esi_client_factory(version="v1", **{added[0]: "latest"})
    assert dir(client) == sorted([*versions["v1"], added[0]])


def test_versions_beside_a_spec_file_are_ignored(site, tmp_path):
    """2.5.1, 3.1: with a spec_file other versioning is unavailable."""
    client = esi_client_factory(spec_file=saved(tmp_path, SWAGGER), version="v9", Status="v9")
    assert dir(client) == ["Status", "Wars"]


def test_a_clients_datasource_is_its_tenant(site, settings):
    """2.5.3: the data source given to provider or call goes out as the tenant."""
    settings.ESI_API_DATASOURCE = "singularity"
    client = EsiClientProvider(datasource="tranquility").client
    client.Status.get_status().results()
    sent = {name.lower(): value for name, value in site.requests[-1].headers.items()}
    assert sent["x-tenant"] == "tranquility"
    future = client.Status.get_status(datasource="singularity")
    assert future.future.request.headers["X-Tenant"] == "singularity"


# Results, 2.2.5


def listing():
    return esi_client_factory().Market.get_markets_region_id_orders(region_id=10000043)


def test_result_is_one_page(site):
    """`result()` returns the first page, or the requested one."""
    site.set_pages("/markets/10000043/orders", 3, rows=5)
    client = esi_client_factory()
    everything = listing().results()
    assert listing().result() == everything[:5]
    second = client.Market.get_markets_region_id_orders(region_id=10000043, page=2).result()
    assert second == everything[5:10]


def test_the_headers_of_results_are_those_of_the_last_page(site):
    """With several pages, the response is that of the highest page number."""
    site.set_pages("/markets/10000043/orders", 3, rows=5)
    future = listing()
    future.request_config.also_return_response = True
    rows, response = future.results()
    assert response.json()[-1]["order_id"] == rows[-1]["order_id"]


def test_a_results_language(site):
    """3.1: `result(language='ko')` is in Korean."""
    future = esi_client_factory().Universe.get_universe_types_type_id(type_id=30004984)
    assert future.result(language="ko")["name"] == "스비풀"


@pytest.mark.parametrize("way", ["result", "results", "results_localized"])
def test_results_take_what_result_takes(site, way):
    """3.1: timeout, retries and ignore_cache on all three, language on the first two."""
    ask = getattr(esi_client_factory().Status.get_status(), way)
    localized = {"languages": ["de"]} if way == "results_localized" else {"language": "de"}
    site.clear()
    for _ in range(2):
        ask(ignore_cache=True, **localized)
    sent = [{k.lower(): v for k, v in asked.headers.items()} for asked in site.requests]
    assert [headers["accept-language"] for headers in sent] == ["de", "de"]
    site.clear()
    site.faults.fail(503, times=None)
    with pytest.raises(HTTPServiceUnavailable):
        ask(retries=0, ignore_cache=True, **localized)
    assert len(site.requests) == 1
    site.faults.clear()
    site.faults.latency = 5
    with pytest.raises(ApiTimeoutError):
        ask(timeout=0.05, retries=0, ignore_cache=True, **localized)


# Tokens


def test_the_same_character_with_a_refreshed_token_keeps_its_answer(site, make_token):
    """2.2.4 twice: after a refresh the cache still serves, by either way to pass the token."""
    token = make_token()
    call = esi_client_factory().Wallet.get_characters_character_id_wallet
    call(character_id=token.character_id, token=token.valid_access_token()).result()
    site.clear()
    before = token.access_token
    token.refresh()
    assert token.access_token != before
    call(character_id=token.character_id, token=token.valid_access_token()).result()
    call(character_id=token.character_id, token=token).result()
    assert [r.path for r in site.requests if r.path.endswith("/wallet")] == []


def test_two_characters_never_share_an_answer(site):
    """Two tokens at the same address get two responses, from two requests."""
    answers = []
    for character in (90000001, 90000002):
        client = esi_client_factory(token=site.token(character))
        site.clear()
        client.Status.get_status().result()
        answers.append(len(site.requests))
    assert answers == [1, 1]


def test_no_token_is_in_an_url_or_a_repr(site):
    """Tokens are sent only in the Authorization header."""
    token = site.token(90000001)
    client = esi_client_factory()
    future = client.Wallet.get_characters_character_id_wallet(character_id=90000001, token=token)
    future.results()
    assert site.requests[-1].headers["Authorization"] == f"Bearer {token}"
    assert token not in str(site.requests[-1].query)
    assert token not in repr(future) + repr(future.future.request.params) + future._cache_key()


# Signatures, 3.1 and 3.3


def test_the_signatures_are_those_of_the_manual():
    """Positional arguments in the manual's order."""
    provider = list(inspect.signature(EsiClientProvider).parameters)
    factory = list(inspect.signature(esi_client_factory).parameters)
    words = ["datasource", "spec_file", "version", "app_info_text"]
    assert provider[:4] == words
    assert factory[:5] == ["token", *words]


def test_the_errors_are_those_of_the_manual():
    """Six names, in one tree."""
    names = ["IncompleteResponse", "NotRefreshableToken", "Token", "TokenExpired", "TokenInvalid"]
    assert all(
        issubclass(getattr(errors, f"{name}Error"), errors.DjangoEsiException) for name in names
    )


def test_a_cacheable_post_is_kept_by_its_body(site):
    """`POST /characters/affiliation` is cached for an hour, by body."""
    character = esi_client_factory().Character
    site.clear()
    for characters in ([90000001], [90000001], [90000002]):
        character.post_characters_affiliation(characters=characters).results()
    assert [request.body for request in site.requests] == [b"[90000001]", b"[90000002]"]


def test_a_post_without_a_lifetime_is_sent_each_time(site):
    """`POST /universe/ids` declares no lifetime, so it is not cached."""
    universe = esi_client_factory().Universe
    site.clear()
    for _ in range(2):
        universe.post_universe_ids(names=["Jita"]).results()
    assert len(site.requests) == 2
