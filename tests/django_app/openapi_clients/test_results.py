"""Test the results of `result()` and `results()`: pages, records, languages, responses, errors."""

import threading

import pytest
from urllib3.connectionpool import HTTPConnectionPool

from esi.exceptions import (
    ContentTypeError,
    ESIBucketLimitException,
    ESIErrorLimitException,
    HTTPClientError,
    HTTPNotModified,
    HTTPServerError,
    RequestError,
)
from esi.openapi_clients import ESIClientProvider
from esi.signals import esi_request_statistics
from tests.django_app.openapi_clients.conftest import ORDERS


def pages(site):
    return sorted(int(record.query.get("page", ["1"])[0]) for record in site.requests)


def test_an_object_and_a_list_of_numbers(client):
    """`results()` makes a list of one of an object."""
    assert client.Status.GetStatus().result().players > 0
    assert client.Status.GetStatus().results(use_etag=False)[0].players > 0
    ids = client.Alliance.GetAlliances().results()
    assert ids == [number for number in ids if isinstance(number, int)]


def test_result_returns_one_page_and_results_all(orders, site):
    """The page that was named, or the first."""
    assert [len(orders.result(page=page)) for page in (1, 3)] == [5, 3]
    assert pages(site) == [1, 3]
    site.clear()
    assert len(orders.results(use_etag=False)) == 13


@pytest.mark.parametrize("page", [2, 3, 4])
def test_results_start_at_the_page_that_is_named(orders, site, page):
    """Earlier pages are not fetched."""
    site.set_pages(ORDERS, 4, 5)
    rows = orders.results(page=page)
    assert pages(site) == list(range(page, 5))
    each = [orders.result(page=number, use_etag=False) for number in range(page, 5)]
    assert rows == [row for found in each for row in found]


def test_a_page_that_does_not_exist_is_an_error(orders):
    """The error is that of the API."""
    with pytest.raises(HTTPClientError, match="404"):
        orders.results(page=9)


def test_results_are_of_one_generation(orders, site):
    """Pages that are of another one are fetched again."""
    site.turn_over_before(ORDERS, page=2)
    rows, response = orders.results(return_response=True)
    assert response.consistent
    assert len({row.order_id for row in rows}) == len(rows)


def test_a_response_comes_with_its_headers_also_from_the_cache(orders):
    """In any case; of a listing, the last page's."""
    for _ in range(2):
        _, response = orders.results(use_etag=False, return_response=True)
        assert response.status_code == 200
        assert response.headers["X-Pages"] == response.headers["x-pages"] == "3"
        assert response.is_success
        assert response.raise_for_status() is response
        assert not any([response.is_redirect, response.is_client_error, response.is_server_error])
        assert response.encoding == "utf-8"
        assert len(response.json()) == 3
        assert response.content.decode() == response.text
        assert response.url.endswith("/markets/10000002/orders")
        assert response.headers.get("Last-Modified")


@pytest.fixture
def designs(site):
    """Return a listing by cursor."""
    newest = ESIClientProvider("2026-08-18", "my-hangar", "1.0", tags=["Paragon Hub"])
    listing = newest.client.Paragon_Hub.GetParagonHubSkinr
    site.clear()
    return listing


def test_a_cursor_listing_gives_all_its_records(designs, site):
    """Not page objects; it ends, each record comes once, and the second time it is unchanged."""
    assert designs._has_cursor_param()
    records = designs().results()
    assert len(site.requests) > 1
    assert len({record.id for record in records}) == len(records) > 10
    with pytest.raises(HTTPNotModified):
        designs().results()


def test_a_cursor_listing_goes_on_after_a_cursor(designs):
    """Records that changed since: none."""
    page = designs(limit=10).result()
    assert designs(after=page.cursor.after).results() == []


def test_languages(client):
    """A dict by language, of lists as `results()` returns them."""
    found = client.Universe.GetUniverseTypesTypeId(type_id=34).results_localized(["en", "ko"])
    assert found["en"][0].name != found["ko"][0].name


def test_one_language_is_enough_for_results_localized_to_have_changed(client):
    """The others come from the cache; when all are unchanged it says so."""
    item = client.Universe.GetUniverseTypesTypeId(type_id=34)
    item.results(accept_language="en")
    assert set(item.results_localized(["en", "ko"])) == {"en", "ko"}
    with pytest.raises(HTTPNotModified):
        item.results_localized(["en", "ko"])


def test_a_single_language_may_be_text(client):
    """Instead of a list of one."""
    found = client.Universe.GetUniverseTypesTypeId(type_id=34).results_localized("ko")
    assert list(found) == ["ko"]


def test_no_languages_are_all_that_a_site_has(client, settings):
    """Empty lists mean the same as None, as in release 10."""
    settings.ESI_LANGUAGES = ["de", "ko"]
    item = client.Universe.GetUniverseTypesTypeId(type_id=34)
    assert list(item.results_localized([])) == ["de", "ko"]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (lambda faults: faults.fail(502, times=None, body="<html>"), HTTPServerError),
        (lambda faults: faults.drop(times=None), RequestError),
        (lambda faults: faults.not_json(), ContentTypeError),
        (lambda faults: faults.fail(403, times=None), HTTPClientError),
    ],
)
def test_failures_are_exceptions_of_the_dialect(client, site, settings, fault, kind):
    """Retried as the settings say; nothing is stored."""
    settings.ESI_SERVER_ERROR_MAX_RETRIES = settings.ESI_CONNECTION_ERROR_MAX_RETRIES = 0
    fault(site.faults)
    with pytest.raises(kind):
        client.Status.GetStatus().result()
    site.faults.clear()
    assert client.Status.GetStatus().result().players > 0


def test_an_empty_bucket_and_an_exhausted_error_limit(client, site):
    """Calls are held back; the exceptions say for how long."""
    site.drain("market-order")
    for _ in range(2):
        with pytest.raises(ESIBucketLimitException) as caught:
            client.Market.GetMarketsRegionIdOrders(region_id=10000043).result()
        assert caught.value.reset > 800
    site.drain_errors()
    for _ in range(2):
        with pytest.raises(ESIErrorLimitException) as refused:
            client.Universe.GetUniverseTypesTypeId(type_id=34).result()
        assert 0 < refused.value.reset <= 60


def test_each_request_sends_the_signal(client, site):
    """With the operation's own id and its bucket; the sender is its class."""
    operation, received = client.Status.GetStatus(), []

    def receive(sender, **kwargs):
        received.append((sender, kwargs))

    esi_request_statistics.connect(receive)
    try:
        for _ in range(2):
            operation.result(use_etag=False)
    finally:
        esi_request_statistics.disconnect(receive)
    (sender, first), (_, second) = received
    assert sender is type(operation)
    assert (first["operation"], first["status_code"]) == ("GetStatus", 200)
    assert (first["bucket"], first["cache"], second["cache"]) == ("status", "miss", "hit")
    assert first["latency"] > 0
    assert first["headers"]["x-ratelimit-group"] == "status"


def test_threads_share_an_operation(client, site):
    """Each gets the data."""
    operation, found = client.Status.GetStatus(), []
    threads = [
        threading.Thread(target=lambda: found.append(operation.result(use_etag=False)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [row.players for row in found] == [found[0].players] * 4


def test_both_dialects_share_the_limits(client, site):
    """A limit that one client reached also stops the other."""
    from esi.clients import EsiClientProvider

    site.drain("market-order")
    with pytest.raises(ESIBucketLimitException):
        client.Market.GetMarketsRegionIdOrders(region_id=10000043).result()
    other = EsiClientProvider().client.Market.get_markets_region_id_orders(region_id=10000043)
    site.clear()
    with pytest.raises(Exception, match="429"):
        other.results()
    assert site.requests == []


def test_a_page_of_a_document_of_the_oldest_date(site):
    """Dates of today's documents are not needed."""
    provider = ESIClientProvider("2020-01-01", "a", "1", operations=["GetUniverseTypes"])
    assert provider.client.Universe.GetUniverseTypes().results()


def test_all_requests_pass_through_urllib3(orders, site, monkeypatch):
    """Apps' tests replace `urlopen` to stand in for the API, also where threads fetch pages."""
    urlopen, seen = HTTPConnectionPool.urlopen, []

    def replaced(pool, method, url, *args, **kwargs):
        seen.append(url)
        return urlopen(pool, method, url, *args, **kwargs)

    monkeypatch.setattr(HTTPConnectionPool, "urlopen", replaced)
    orders.results()
    orders.result(force_refresh=True)
    assert len(seen) == len(site.requests) == 4
