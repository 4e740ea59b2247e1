"""Fixtures: a provider of the sandbox's document, and what it sends."""

import time

import pytest

from esi import clients
from esi.openapi_clients import ESIClientProvider

ORDERS = "/markets/10000002/orders"


@pytest.fixture
def provider(site):
    """Provider without filters, at a date between those that the API lists."""
    return ESIClientProvider("2026-08-10", "my-hangar", "1.0", ua_url="https://example.com/hangar")


@pytest.fixture
def client(provider, site):
    """Client whose document is loaded, so that requests are those of calls."""
    client = provider.client
    site.clear()
    return client


@pytest.fixture
def item(client):
    """Return an operation on one item."""
    return client.Universe.GetUniverseTypesTypeId(type_id=34)


@pytest.fixture
def orders(client, site):
    """Return a listing of three small pages."""
    site.set_pages(ORDERS, 3, 5)
    return client.Market.GetMarketsRegionIdOrders(region_id=10000002, order_type="all")


@pytest.fixture
def statuses(site):
    """Return the statuses of the requests since the last time."""

    def sent():
        found = [record.status for record in site.requests]
        site.clear()
        return found

    return sent


@pytest.fixture
def later(monkeypatch):
    """Let two days pass for the engine, whose cached responses expire then."""
    return lambda: monkeypatch.setattr(clients._engine, "clock", lambda: time.time() + 2 * 86400)
