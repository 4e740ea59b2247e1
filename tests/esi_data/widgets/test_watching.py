"""A pull to watch, and the limits and the cache to look at; without a browser."""

import pytest

from tests.processes import until

ORDERS = "get_markets_region_id_orders"


@pytest.fixture
def pulled(esi):
    """A pull widget whose pull has come to its end."""
    pull = esi.pull_widget(ORDERS, region_id=10000043)
    pull.start()
    pull._run.watcher.join()
    return pull


@pytest.fixture
def limits(esi):
    """A limits widget that looks no more after the test."""
    widget = esi.limits_widget()
    yield widget
    widget.stop()
    if widget._watcher:
        widget._watcher.join()


def test_a_pull_is_what_pull_gives(esi, pulled):
    """The frame of the widget is that of the call."""
    assert pulled.frame.equals(esi.pull(ORDERS, region_id=10000043))
    assert repr(pulled) == "<PullWidget done>"


def test_a_pull_tells_its_price_before_it_begins(esi, esi_sandbox):
    """Opening it sends nothing but for the document."""
    pull = esi.pull_widget(ORDERS, region_id=10000043)
    assert "At least 1 request" in pull._run._price.value
    assert pull.frame is None
    assert [r for r in esi_sandbox.requests if "orders" in r.path] == []


def test_a_pull_takes_what_pull_takes(esi):
    """Languages, a layout and what becomes of failures are no part of the price's question."""
    pull = esi.pull_widget(
        "get_universe_types_type_id", type_id=[34, 1], languages=["en", "de"], on_error="collect"
    )
    assert "4 requests" in pull._run._price.value
    pull.start()
    pull._run.watcher.join()
    assert len(pull.frame.attrs["esi"]["errors"]) == 2


def test_what_is_spent_is_shown(esi, limits, pulled):
    """A used budget is listed with what is left; the others when asked for."""
    limits.refresh()
    assert "market-order" in limits._budgets.value
    spent = pulled.frame.attrs["esi"]["tokens"]
    assert f"{12000 - spent:,} of 12,000" in limits._budgets.value
    assert "char-wallet" not in limits._budgets.value
    limits._all.value = True
    assert "char-wallet" in limits._budgets.value


def test_the_cache_is_shown_and_forgotten(esi, limits, pulled):
    """By operation; what is forgotten is said."""
    limits.refresh()
    assert ORDERS in limits._cache.value
    assert limits._of.label == "everything"
    limits._of.value = ORDERS
    limits._forget.click()
    assert "9 answers forgotten." in limits._said.value
    assert ORDERS not in limits._cache.value
    assert limits._forget.disabled


def test_it_is_watched_until_it_is_stopped(esi, limits, monkeypatch):
    """While `watch` is ticked the limits are looked at again and again, by one thread."""
    monkeypatch.setattr("esi_data.widgets.limits._TICK", 0.01)
    limits._live.value = True
    watcher = limits._watcher
    esi.pull(ORDERS, region_id=10000043)
    limits._budgets.value = ""
    until(lambda: limits._budgets.value)
    assert "market-order" in limits._budgets.value
    limits._live.value = False
    watcher.join()
    assert not watcher.is_alive()


def test_a_foreign_cache_is_no_trouble(esi_for):
    """Where the cache can not tell what it holds, the limits are shown all the same."""

    class Cache(dict):
        def set(self, key, value, seconds=None):
            self[key] = value

        def add(self, key, value, seconds=None):
            return self.setdefault(key, value) is value

        def incr(self, key):
            self[key] = self.get(key, 0) + 1
            return self[key]

        def delete(self, key):
            self.pop(key, None)

    limits = esi_for(cache=Cache()).limits_widget()
    assert "errors" in limits._budgets.value
    assert limits._forget.disabled
