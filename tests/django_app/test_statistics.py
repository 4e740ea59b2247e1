"""Signal `esi_request_statistics`, and the API's limits in a site."""

import pytest
from bravado.exception import HTTPTooManyRequests

from esi import clients
from esi.clients import EsiClientProvider
from esi.signals import esi_request_statistics


@pytest.fixture
def received(site):
    """Keywords of each signal."""
    signals = []

    def receive(sender, **kwargs):
        signals.append(kwargs)

    esi_request_statistics.connect(receive)
    yield signals
    esi_request_statistics.disconnect(receive)


@pytest.fixture
def client(site):
    return EsiClientProvider().client


def test_each_request_sends_the_signal(client, received):
    """Operation, status, latency, headers and bucket, by keyword."""
    client.Status.get_status()
    received.clear()
    client.Status.get_status().results()
    (sent,) = received
    assert (sent["operation"], sent["method"], sent["status_code"]) == ("get_status", "GET", 200)
    assert (sent["bucket"], sent["cache"], sent["tokens"]) == ("status", "miss", 2)
    assert sent["headers"]["x-ratelimit-group"] == "status"
    assert sent["latency"] > 0
    assert sent["transferred"] > 0


def test_a_cached_response_sends_the_signal(client, received):
    """With `cache="hit"`, so that a site's hit rate can be counted."""
    for _ in range(2):
        client.Status.get_status().results()
    assert [sent["cache"] for sent in received[-2:]] == ["miss", "hit"]


def test_a_receiver_that_fails_does_not_fail_the_call(client, site):
    """Its error is Django's to log."""

    def broken(sender, **kwargs):
        raise ValueError("broken receiver")

    esi_request_statistics.connect(broken)
    try:
        assert client.Status.get_status().results()["players"] > 0
    finally:
        esi_request_statistics.disconnect(broken)


def test_a_site_raises_at_a_limit_by_default(client, site):
    """Views must not sleep: the error has the seconds to wait, and nothing is sent meanwhile."""
    call = client.Market.get_markets_region_id_orders
    call(region_id=10000043)
    site.drain("market-order")
    site.clear()
    for _ in range(3):
        with pytest.raises(HTTPTooManyRequests) as caught:
            call(region_id=10000043).results()
        assert caught.value.retry_after > 800
    assert [record.status for record in site.requests] == [429]


def test_esi_on_limit_wait(client, site, settings, monkeypatch):
    """ESI_ON_LIMIT = "wait" sleeps through `esi.clients.sleep`."""
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        site.clock.advance(seconds)

    monkeypatch.setattr(clients, "sleep", sleep)
    settings.ESI_ON_LIMIT = "wait"
    call = client.Market.get_markets_region_id_orders
    call(region_id=10000043)
    site.drain("market-order")
    assert len(call(region_id=10000043).results()) > 0
    assert 890 <= sum(slept) <= 940
