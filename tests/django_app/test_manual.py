"""Examples of the manual, 2.2 and 2.5, as printed, in a site with ESI_API_URL only."""

from datetime import UTC, datetime

from bravado.client import SwaggerClient
from project import manual

from esi import clients
from esi.clients import CachingHttpFuture, EsiClientProvider, esi_client_factory

LANGUAGES = ["en", "de", "fr", "ja", "ru", "zh", "ko", "es"]


def test_a_public_endpoint(site):
    """2.2.3: the call's answer, with times as datetime objects."""
    status = manual.public_endpoint()
    assert status["players"] > 0
    assert isinstance(status["start_time"], datetime)
    assert status["start_time"].tzinfo == UTC


NOTIFICATIONS = "esi-characters.read_notifications.v1"


def test_an_authenticated_endpoint(site, make_token):
    """2.2.4: the character's own, by a token of the database that is refreshed on the way."""
    token = make_token(scopes=[NOTIFICATIONS], expired=True)
    notifications = manual.notifications_of(token.character_id)
    assert isinstance(notifications[0]["timestamp"], datetime)
    token.refresh_from_db()
    assert site.requests[-1].headers["Authorization"] == f"Bearer {token.access_token}"
    assert token.access_token not in str(site.requests[-1].query)


def test_the_response_of_an_authenticated_endpoint(site, make_token):
    """2.5.2: the example, with the header it prints."""
    token = make_token(scopes=[NOTIFICATIONS])
    notifications, expires = manual.notifications_with_response(token.character_id)
    assert notifications
    assert expires.endswith("GMT")


def test_a_client_is_bravados(site):
    """2.2: it wraps bravado's SwaggerClient."""
    assert isinstance(manual.esi.client, SwaggerClient)
    assert manual.esi.client.Status.get_status().operation.path_name == "/status"


def test_one_language(site):
    """2.2.6: `language='ko'` answers in Korean, by header and not in the URL."""
    assert manual.in_korean()["name"] == "스비풀"
    asked = site.requests[-1]
    assert asked.headers["Accept-Language"] == "ko"
    assert "language" not in asked.query


def test_all_languages(site):
    """2.2.6: `results_localized()` has all languages of the API."""
    found = manual.in_all_languages()
    assert list(found) == LANGUAGES
    assert found["ja"]["name"] == "スヴィプル"


def test_some_languages(site):
    """2.2.6: `languages=` names those wanted, in that order."""
    found = manual.in_two_languages()
    assert list(found) == ["ko", "de"]


def test_the_response_beside_the_data(site):
    """2.5.2: `also_return_response` gives the headers too."""
    status, response = manual.with_response()
    assert status["players"] > 0
    assert "Expires" in response.headers
    assert response.status_code == 200


def test_a_provider_makes_one_client(site):
    """2.2.2: the provider of a module keeps its client."""
    assert manual.esi.client is manual.esi.client


def test_creating_a_provider_sends_nothing(site):
    """2.2.2: a provider at import time sends no request."""
    EsiClientProvider()
    assert site.requests == []


def test_an_operation_sends_nothing_before_result(site):
    """Calls return a future and send nothing."""
    client = manual.esi.client
    site.clear()
    operation = client.Status.get_status()
    assert isinstance(operation, CachingHttpFuture)
    assert site.requests == []


def test_the_user_agent_names_the_app_and_the_contact(site, settings):
    """2.3: `app_info_text` and ESI_USER_CONTACT_EMAIL are the User-Agent."""
    settings.ESI_USER_CONTACT_EMAIL = "admin@example.com"
    client = EsiClientProvider(app_info_text="my-app v1.0.0").client
    operation = client.Status.get_status()
    assert operation.future.request.headers["User-Agent"] == "my-app v1.0.0 admin@example.com"
    operation.results()
    assert site.requests[-1].headers["User-Agent"] == "my-app v1.0.0 admin@example.com"


def test_without_an_app_the_user_agent_is_that_of_the_toolkit(site):
    """2.3.1: the default application string."""
    manual.public_endpoint()
    assert site.requests[-1].headers["User-Agent"] == f"django-esi v{clients.__version__}"


def test_answers_are_kept_in_djangos_cache(site):
    """No second request is sent within the lifetime."""
    manual.public_endpoint()
    site.clear()
    manual.public_endpoint()
    assert site.requests == []


def test_settings_are_read_when_they_are_used(site, settings):
    """Changing a setting affects existing clients."""
    manual.public_endpoint()
    settings.ESI_CACHE_RESPONSE = False
    site.clear()
    manual.public_endpoint()
    assert len(site.requests) == 1


def test_a_setting_patched_in_clients_has_its_effect(site, monkeypatch):
    """Programs patch `esi.clients.app_settings.ESI_X`."""
    manual.public_endpoint()
    monkeypatch.setattr("esi.clients.app_settings.ESI_CACHE_RESPONSE", False, raising=False)
    site.clear()
    manual.public_endpoint()
    assert len(site.requests) == 1


def test_a_patched_sleep_is_the_one_that_waits(site, monkeypatch):
    """Programs patch `esi.clients.sleep`."""
    slept = []
    monkeypatch.setattr("esi.clients.sleep", slept.append)
    monkeypatch.setattr(clients._engine, "jitter", lambda: 0.5)
    client = esi_client_factory()
    site.faults.fail(502, times=1)
    client.Status.get_status().results()
    assert slept == [0.2 * 1.25]


def test_exploring_lists_tags_and_operations(site):
    """2.6: `dir()` of the client and of a tag."""
    client = esi_client_factory()
    assert {"Alliance", "Universe", "Wallet", "Wars"} <= set(dir(client))
    assert "get_universe_races" in dir(client.Universe)


def test_every_app_of_the_site_shares_one_engine(site):
    """Clients of several providers use the same connections."""
    one, other = esi_client_factory(), EsiClientProvider().client
    assert one.swagger_spec.http_client.engine is other.swagger_spec.http_client.engine
