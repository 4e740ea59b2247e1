"""Test redirects of requests to fixed addresses of the real servers."""

import httpx
import httpx2
import pytest
import requests

from compat import redirected_hosts


@pytest.fixture
def redirected(esi_sandbox, monkeypatch):
    """Redirect to the sandbox until the test's end."""
    for owner, name in (
        (requests.Session, "__init__"),
        (httpx.HTTPTransport, "handle_request"),
        (httpx2.HTTPTransport, "handle_request"),
    ):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    redirected_hosts.install(esi_sandbox.url)
    return esi_sandbox


def test_requests_for_the_api_reach_the_sandbox(redirected):
    """Path and query are kept; Member Audit requests the routes' status in this way."""
    date = {"X-Compatibility-Date": "2025-12-16"}
    found = requests.get("https://esi.evetech.net/meta/status", headers=date, timeout=60)
    assert found.json()["routes"]
    refused = requests.get("https://esi.evetech.net/markets/prices?no=1", timeout=60)
    assert refused.url == f"{redirected.url}/markets/prices?no=1"


def test_requests_for_other_hosts_stay_as_they_are(redirected):
    """Apps can reach all other servers, and the sandbox by its own address."""
    assert requests.get(f"{redirected.url}/status", timeout=60).json()["players"]


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_httpx_reaches_the_sandbox_for_static_data(redirected, library):
    """Both libraries are redirected: apps and django-esi use either for some requests."""
    found = library.get("https://developers.eveonline.com/static-data/tranquility/latest.jsonl")
    assert found.json()["buildNumber"]
