"""Settings of the manual's section 1.3: defaults and effects."""

import logging
from pathlib import Path

import pytest
from django.apps import apps

from esi import app_settings
from esi.clients import EsiClientProvider, _engine, esi_client_factory
from esi.errors import ApiTimeoutError
from esi.models import Token

DEFAULTS = {
    "ESI_ALWAYS_CREATE_TOKEN": False,
    "ESI_API_DATASOURCE": "tranquility",
    "ESI_API_VERSION": "latest",
    "ESI_CACHE_RESPONSE": True,
    "ESI_CONNECTION_ERROR_MAX_RETRIES": 3,
    "ESI_CONNECTION_POOL_MAXSIZE": 10,
    "ESI_INFO_LOGGING_ENABLED": False,
    "ESI_LOG_LEVEL_LIBRARIES": "INFO",
    "ESI_REQUESTS_CONNECT_TIMEOUT": 5,
    "ESI_REQUESTS_READ_TIMEOUT": 30,
    "ESI_SERVER_ERROR_BACKOFF_FACTOR": 0.2,
    "ESI_SERVER_ERROR_MAX_RETRIES": 3,
    "ESI_USER_CONTACT_EMAIL": None,
}


def status():
    return esi_client_factory().Status.get_status()


def test_defaults_are_those_of_the_manual(settings):
    """Settings have their documented defaults."""
    del settings.ESI_REQUESTS_READ_TIMEOUT  # the test project sets it
    assert {name: getattr(app_settings, name) for name in DEFAULTS} == DEFAULTS


def test_app_settings_lists_every_setting():
    """`dir(esi.app_settings)` names them, and all can be read."""
    assert set(DEFAULTS) <= set(dir(app_settings))
    assert all(hasattr(app_settings, name) for name in dir(app_settings))


SAME = [
    ("ESI_CONNECTION_POOL_MAX_CONNECTIONS", "ESI_CONCURRENCY"),
    ("ESI_CONNECTION_POOL_MAX_KEEPALIVE", "ESI_CONNECTION_POOL_MAXSIZE"),
    ("ESI_SERVER_ERROR_WAIT_EXPONENT", "ESI_SERVER_ERROR_BACKOFF_FACTOR"),
]


@pytest.mark.parametrize(("theirs", "ours"), SAME)
def test_a_setting_of_release_10_stands_for_ours(settings, theirs, ours):
    """A site may keep its name; where it has both, ours counts."""
    assert getattr(app_settings, theirs) == getattr(app_settings, ours)
    setattr(settings, theirs, 7)
    assert getattr(app_settings, ours) == 7
    assert getattr(_engine.config(), ours.removeprefix("ESI_").lower()) == 7
    setattr(settings, ours, 3)
    assert getattr(app_settings, theirs) == 3


def test_the_documentation_lists_settings_of_other_releases():
    """Each name has its row in the page for movers, those without effect with their reason."""
    page = (Path(__file__).parents[2] / "docs" / "moving.md").read_text("utf-8")
    assert [name for name, _ours in SAME if f"| `{name}` |" not in page] == []
    rows = {
        name: f"| `{name}` | no effect: {reason}"
        for name, (_default, reason) in app_settings.WITHOUT_EFFECT.items()
    }
    assert [name for name, row in rows.items() if row not in page] == []


def test_settings_without_effect_can_be_read(settings):
    """Programs that read them find the site's value, else the default of release 10."""
    assert app_settings.ESI_SSO_MAX_RETRIES == 3
    settings.ESI_SSO_MAX_RETRIES = 5
    assert app_settings.ESI_SSO_MAX_RETRIES == 5


def test_the_address_of_the_api_ends_with_a_slash(settings):
    """Programs append paths to it, as in all releases."""
    del settings.ESI_API_URL
    assert app_settings.ESI_API_URL == "https://esi.evetech.net/"


def test_the_sso_knows_the_site_by_its_user_agent(make_token, site, settings):
    """ESI_SSO_USER_AGENT goes to the SSO; by default that of this package."""
    token = make_token()
    for agent, sent in ((None, "django-esi v"), ("my-site/1.0", "my-site/1.0")):
        settings.ESI_SSO_USER_AGENT = agent
        site.clear()
        token.refresh()
        assert sent in {k.lower(): v for k, v in site.requests[-1].headers.items()}["user-agent"]


def test_the_audience_of_tokens_is_the_setting(make_token, settings):
    """ESI_TOKEN_JWT_AUDIENCE must be in a token, beside the client id."""
    token = make_token()
    assert Token.get_token_data(token.access_token)["character_id"] == token.character_id
    settings.ESI_TOKEN_JWT_AUDIENCE = "Another Game"
    assert Token.get_token_data(token.access_token) is None


def test_an_unknown_setting_is_an_attribute_error():
    """Misspelt settings raise AttributeError, as in any module."""
    with pytest.raises(AttributeError, match="ESI_NOTHING"):
        _ = app_settings.ESI_NOTHING


def test_the_datasource_is_the_tenant(site, settings):
    """ESI_API_DATASOURCE goes out as X-Tenant."""
    client = esi_client_factory()
    assert client.Status.get_status().future.request.headers["X-Tenant"] == "tranquility"
    settings.ESI_API_DATASOURCE = "singularity"
    assert client.Status.get_status().future.request.headers["X-Tenant"] == "singularity"


def test_the_version_chooses_the_swagger_document(site, settings, esi_sandbox_factory):
    """ESI_API_VERSION names the document of a server that still has several."""
    old = esi_sandbox_factory(swagger=True)
    old.faults.fail(404, path="/meta/*", times=None)
    settings.ESI_API_URL, settings.ESI_API_VERSION = old.url, "v1"
    EsiClientProvider().client.Status.get_status().results()
    assert old.requests[-1].path == "/v1/status/"


def test_connection_errors_are_retried_as_often_as_the_setting_says(site, settings, monkeypatch):
    """ESI_CONNECTION_ERROR_MAX_RETRIES counts the tries after the first."""
    monkeypatch.setattr("esi.clients.sleep", lambda seconds: None)
    settings.ESI_CONNECTION_ERROR_MAX_RETRIES = 1
    future = status()
    site.faults.drop(times=None)
    site.clear()
    with pytest.raises(ConnectionError):
        future.result()
    assert len(site.requests) == 2


def test_the_pool_is_as_large_as_the_setting_says(site, settings):
    """ESI_CONNECTION_POOL_MAXSIZE bounds the session of single calls."""
    settings.ESI_CONNECTION_POOL_MAXSIZE = 7
    _engine.close()
    adapter = _engine.session.get_adapter(site.url)
    assert adapter._pool_maxsize == 7


def test_info_logging_logs_each_request(site, settings, caplog):
    """ESI_INFO_LOGGING_ENABLED raises the records of requests to INFO."""
    caplog.set_level(logging.INFO, logger="esi")
    future = status()
    future.result(ignore_cache=True)
    assert "get_status" not in caplog.text
    settings.ESI_INFO_LOGGING_ENABLED = True
    future.result(ignore_cache=True)
    assert "GET get_status: 200" in caplog.text


@pytest.mark.parametrize("library", ["bravado", "bravado_core", "urllib3"])
def test_the_log_level_of_libraries_is_set(settings, library):
    """ESI_LOG_LEVEL_LIBRARIES is the level of the libraries' loggers, set when Django starts."""
    assert logging.getLogger(library).level == logging.INFO
    settings.ESI_LOG_LEVEL_LIBRARIES = "WARNING"
    apps.get_app_config("esi").ready()
    assert logging.getLogger(library).level == logging.WARNING
    settings.ESI_LOG_LEVEL_LIBRARIES = "INFO"
    apps.get_app_config("esi").ready()


def test_timeouts_go_to_the_connection(site, settings, monkeypatch):
    """ESI_REQUESTS_CONNECT_TIMEOUT and ESI_REQUESTS_READ_TIMEOUT are the defaults of a request."""
    settings.ESI_REQUESTS_CONNECT_TIMEOUT, settings.ESI_REQUESTS_READ_TIMEOUT = 3, 4
    future = status()
    sent = []
    send = _engine.session.send
    monkeypatch.setattr(
        _engine.session, "send", lambda *a, **k: sent.append(k["timeout"]) or send(*a, **k)
    )
    future.result(ignore_cache=True)
    future.result(ignore_cache=True, timeout=9)
    assert sent == [(3, 4), 9]


def test_a_calls_timeout_wins(site):
    """`timeout` with `result()` overwrites the defaults."""
    future = status()
    site.faults.latency = 5
    with pytest.raises(ApiTimeoutError, match=r"within 0\.05 s"):
        future.result(timeout=0.05, retries=0)


def test_the_backoff_factor_scales_the_waits(site, settings, monkeypatch):
    """ESI_SERVER_ERROR_BACKOFF_FACTOR is the first wait; each further one doubles."""
    slept = []
    monkeypatch.setattr("esi.clients.sleep", slept.append)
    settings.ESI_SERVER_ERROR_BACKOFF_FACTOR = 4
    future = status()
    site.faults.fail(503, times=2)
    future.result()
    assert [round(seconds) // 4 for seconds in slept] == [1, 2]


def test_the_address_is_read_when_it_is_used(site, settings, esi_sandbox_factory):
    """ESI_API_URL: existing clients use the new address."""
    client = esi_client_factory()
    other = esi_sandbox_factory()
    settings.ESI_API_URL = other.url
    site.clear()
    client.Status.get_status().result(ignore_cache=True)
    assert site.requests == []
    assert other.requests[-1].path == "/status"


def test_the_languages_are_those_of_the_setting(site, settings):
    """ESI_LANGUAGES: default languages of `results_localized()`."""
    future = esi_client_factory().Universe.get_universe_types_type_id(type_id=34)
    settings.ESI_LANGUAGES = ["de", "ko"]
    assert list(future.results_localized()) == ["de", "ko"]


def test_the_compatibility_date_is_that_of_the_setting(site, settings):
    """ESI_COMPATIBILITY_DATE: the document and the header of a client; its own argument wins."""
    asked = []
    for date in ("2020-01-01", "2026-08-18"):
        settings.ESI_COMPATIBILITY_DATE = date
        client = esi_client_factory()
        asked.append(client.Status.get_status().future.request.headers["X-Compatibility-Date"])
    assert asked == ["2020-01-01", "2026-08-18"]
    client = EsiClientProvider(compatibility_date="2020-01-01").client
    sent = client.Status.get_status().future.request.headers
    assert sent["X-Compatibility-Date"] == "2020-01-01"


def test_the_document_is_kept_as_long_as_the_setting_says(site, settings, tmp_path):
    """ESI_SPEC_CACHE_DURATION and ESI_CACHE_DIR: seconds and folder of the cache."""
    settings.ESI_CACHE_DIR = str(tmp_path / "documents")
    esi_client_factory()
    assert len(list((tmp_path / "documents").iterdir())) == 1
    site.clear()
    esi_client_factory()
    assert site.requests == []
    settings.ESI_SPEC_CACHE_DURATION = -1
    esi_client_factory()
    assert [request.path for request in site.requests] == ["/meta/openapi.json"]


def test_concurrency_limits_requests_in_flight(site, settings):
    """ESI_CONCURRENCY bounds a pull."""
    settings.ESI_CONCURRENCY = 3
    assert _engine.semaphore.limit == 3
    settings.ESI_CONCURRENCY = 5
    assert _engine.semaphore.limit == 5


def test_the_sso_address_is_that_of_the_setting(sso_site, settings, esi_sandbox_factory):
    """ESI_SSO_METADATA_URL selects the SSO, whose metadata has its other addresses."""
    from esi.sso import sso

    before = sso.authorization_url([], "state")
    other = esi_sandbox_factory()
    settings.ESI_SSO_METADATA_URL = f"{other.url}/.well-known/oauth-authorization-server"
    sso.forget()
    assert before.startswith(sso_site.url)
    assert sso.authorization_url([], "state").startswith(other.url)
