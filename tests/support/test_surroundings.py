"""Test that each test finds the state of the process as new."""

import gc
import socket
import urllib.request
import webbrowser

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, settings

from tests.support.servers import close_connections


@pytest.mark.parametrize("turn", ["one test", "another"])
def test_a_cache_in_memory_is_empty(turn):
    """The second of two tests finds nothing of the first."""
    assert cache.get("answer") is None
    cache.set("answer", turn)


@pytest.mark.parametrize("turn", ["one test", "another"])
def test_the_opener_of_urllib_has_read_no_proxy(turn, monkeypatch):
    """The opener would keep the proxies that were set at its first use."""
    assert urllib.request._opener is None
    monkeypatch.setenv("http_proxy", f"http://{turn.replace(' ', '-')}.example")
    urllib.request.install_opener(urllib.request.build_opener())


@pytest.mark.parametrize("name", ["Asa Ostrand", "Bero Veyl"])
def test_no_browser_of_another_player_stays(player, name):
    """`webbrowser` adds each command of BROWSER to those that it knows."""
    player(name)
    webbrowser.get()
    assert [each for each in webbrowser._browsers if "--character" in each] == [
        each for each in webbrowser._browsers if name.lower() in each
    ]


def test_no_property_has_to_be_quick():
    """Property tests never fail because an example takes long."""
    assert settings.default.deadline is None
    assert HealthCheck.too_slow in settings.default.suppress_health_check


def test_connections_to_memcached_are_closed():
    """Django keeps one connection per thread; garbage collection would warn in a later test."""
    base = pytest.importorskip("pymemcache.client.base")
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = base.Client(server.getsockname())
        client._connect()
        close_connections()
    assert client.sock is None


def test_the_garbage_collector_passes_over_the_tests(request):
    """It stays on, but spares all that was there before the first test."""
    assert gc.isenabled()
    assert all(each is not request.session for each in gc.get_objects())
