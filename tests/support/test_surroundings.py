"""What belongs to the process is as new for each test, whichever ran before it."""

import urllib.request
import webbrowser

import pytest
from django.core.cache import cache


@pytest.mark.parametrize("turn", ["one test", "another"])
def test_a_cache_in_memory_is_empty(turn):
    """Whoever is second finds nothing of the first."""
    assert cache.get("answer") is None
    cache.set("answer", turn)


@pytest.mark.parametrize("turn", ["one test", "another"])
def test_the_opener_of_urllib_has_read_no_proxy(turn, monkeypatch):
    """It keeps those that were set when it was first used."""
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
