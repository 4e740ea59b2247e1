"""Rich display of clients, operations and plans."""

from html.parser import HTMLParser
from types import SimpleNamespace

import pandas as pd
import pytest

SECRET = "very-secret"


def words(shown):
    """Return the text of some HTML; fail if a tag is left open."""
    found, opened = [], []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            if tag != "br":
                opened.append(tag)

        def handle_endtag(self, tag):
            assert opened.pop() == tag

        def handle_data(self, data):
            found.append(data)

    Reader().feed(shown)
    assert opened == []
    return " ".join(" ".join(found).split())


def test_an_esi_displays_its_settings_and_next_steps(esi, esi_sandbox):
    """It sends no request."""
    shown = words(esi._repr_html_())
    assert esi_sandbox.url in shown
    assert "2026-08-18" in shown
    assert "esi.explore()" in shown
    assert esi_sandbox.requests == []


@pytest.mark.parametrize(
    "name",
    ["client", "pull", "plan", "pull_to", "with_names", "with_sde", "ids", "login", "explore"],
)
def test_an_esi_lists_what_one_does_with_it(esi, name):
    """In a notebook, in IPython and in Python's own prompt."""
    printed = []
    esi._repr_pretty_(SimpleNamespace(text=printed.append), cycle=False)
    assert f"esi.{name}" in words(esi._repr_html_())
    assert f"esi.{name}" in printed[0]
    assert name in repr(esi)
    assert "\n" not in repr(esi)


def test_an_operation_displays_its_parameters_and_rate_limit(esi):
    """In tables, escaped."""
    shown = words(esi.client.Market.get_markets_region_id_orders._repr_html_())
    assert "List orders in a region" in shown
    assert "GET /markets/{region_id}/orders" in shown
    assert "order_type string, optional, one of buy, sell, all, default all" in shown
    assert "12000 tokens per 15m" in shown
    wallet = words(esi.client.Wallet.get_characters_character_id_wallet._repr_html_())
    assert "esi-wallet.read_character_wallet.v1" in wallet


def test_every_operation_can_be_displayed(esi):
    """No tag is left open."""
    for name in esi.operations()["operation"]:
        assert name in words(esi.operation(name)._repr_html_())


def test_a_tag_lists_its_operations(esi):
    """With their summaries and required logins."""
    shown = words(esi.client.Wallet._repr_html_())
    assert shown.startswith("Wallet : 6 operations")
    assert "get_characters_character_id_wallet Get a character" in shown
    assert "login" in shown
    assert "Market (" in words(esi.client._repr_html_())


def test_a_future_says_how_to_go_on(esi):
    """The display of a future without `.frame()` says what is missing, and shows no token."""
    shown = repr(
        esi.client.Wallet.get_characters_character_id_wallet(character_id=90000001, token=SECRET)
    )
    assert "character_id=90000001" in shown
    assert "to be sent by frame() or results()" in shown
    assert SECRET not in shown


def test_a_plan_states_its_cost(esi):
    """In a sentence above its row; selections of it are plain frames."""
    plan = esi.plan("get_universe_types_type_id", type_id=[34, 35])
    assert repr(plan).startswith("2 requests, no tokens (only errors count; ")
    assert words(plan._repr_html_()).startswith("2 requests, no tokens")
    assert isinstance(plan, pd.DataFrame)
    assert type(plan[["requests"]]) is pd.DataFrame
    assert plan["requests"].item() == 2


@pytest.mark.parametrize("columns", [["requests", "tokens"], ["group"]])
def test_a_part_of_a_plan_has_no_sentence(esi, columns):
    """Some columns of it are displayed like any frame."""
    part = esi.plan("get_status")[columns]
    assert "request," not in repr(part)
