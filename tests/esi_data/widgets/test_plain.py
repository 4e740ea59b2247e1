"""Test what stands in for the widgets where they cannot be shown."""

import sys
from types import SimpleNamespace

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.terminal.interactiveshell import TerminalInteractiveShell

from esi.errors import ParameterError, UnknownOperationError
from esi_data.front_end import front_end
from esi_data.widgets import explorer
from tests.esi_data.test_repr_html import words

ORDERS = "get_markets_region_id_orders"
WALLET = "get_characters_character_id_wallet"


class Shell:
    """Shell whose class is not that of ipykernel."""


@pytest.fixture
def marimo(monkeypatch):
    """Let marimo run this program."""
    monkeypatch.setitem(sys.modules, "marimo", SimpleNamespace(running_in_notebook=lambda: True))


@pytest.fixture
def shell(monkeypatch):
    """Let an object of a class be IPython's shell."""

    def use(kind):
        made = kind.__new__(kind)
        ipython = SimpleNamespace(get_ipython=lambda: made)
        monkeypatch.setitem(sys.modules, "IPython", ipython)

    return use


def test_a_kernel_of_any_class_is_one(shell):
    """Colab and Pyodide have classes of their own."""
    shell(type("Shell", (InteractiveShell,), {}))
    assert front_end() == "kernel"


def test_a_terminal_of_any_class_is_none(shell):
    """A terminal's shell may be subclassed as well."""
    shell(type("Embedded", (TerminalInteractiveShell,), {}))
    assert front_end() == "terminal"


def test_marimo_is_known_by_its_own_word(marimo):
    """It may be imported in other programs, which it does not run."""
    assert front_end() == "marimo"
    sys.modules["marimo"].running_in_notebook = lambda: False
    assert front_end() == "none"


def test_the_explorer_is_a_form_in_marimo(esi, marimo):
    """Its HTML has the reason, the fields and the call, and asks nothing of a style sheet."""
    shown = esi.explore(ORDERS, region_id=10000002)
    text = words(shown._repr_html_())
    assert "marimo does not show ipywidgets" in text
    assert "region_id" in text
    assert "region_id integer, or a list for one call each" in text
    assert "order_type buy, sell or all; optional" in text
    assert 'frame = esi.pull("get_markets_region_id_orders", region_id=10000002)' in text
    assert "padding:" in shown._repr_html_()
    assert "class=" not in shown._repr_html_()


def test_the_call_names_what_is_missing(esi, marimo):
    """Required parameters that are not given are dots, and no price can be known."""
    shown = esi.explore(ORDERS)
    assert shown.line == 'frame = esi.pull("get_markets_region_id_orders", region_id=...)'
    assert "request" not in shown._repr_html_().split("pre")[0].split("table")[-1]


def test_the_price_is_named(esi, marimo, esi_sandbox):
    """A complete call has its price in a sentence; the operation itself is not requested."""
    shown = esi.explore("get_status")
    assert "1 request, 2 tokens of 600 left in status" in words(shown._repr_html_())
    assert [each.path for each in esi_sandbox.requests] == ["/meta/openapi.json"]


def test_the_widgets_own_form_is_filled_in(esi, monkeypatch):
    """The plain form of an undisplayed widget has the values of its form."""
    shown = []
    monkeypatch.setattr(explorer, "show", lambda widget, text, plain: shown.append(plain))
    esi.explore(ORDERS, region_id=10000043)._ipython_display_()
    assert "region_id=10000043" in words(shown[0]._repr_html_())


def test_a_search_lists_operations(esi, marimo):
    """Without the name of an operation, the matching ones and the next calls are shown."""
    text = words(esi.explore("market orders")._repr_html_())
    assert ORDERS in text
    assert 'esi.explore("get_' in text


def test_a_terminal_has_the_same_as_text(esi, shell):
    """The repr has the title, the reason, an aligned table and the call."""
    esi.operations()
    shell(TerminalInteractiveShell)
    lines = repr(esi.explore("get_universe_types_type_id", type_id=34)).splitlines()
    assert lines[0] == "Endpoint explorer"
    assert lines[2].startswith("A terminal does not show widgets")
    assert '    frame = esi.pull("get_universe_types_type_id", type_id=34)' in lines


def test_arguments_are_checked_as_by_the_widget(esi, marimo):
    """An unknown operation with parameters, and an unknown parameter, are errors."""
    with pytest.raises(UnknownOperationError):
        esi.explore("get_market_orders", region_id=1)
    with pytest.raises(ParameterError, match="regio_id"):
        esi.explore(ORDERS, regio_id=1)


def test_a_private_operation_names_its_login(esi, marimo):
    """The line that logs in for it comes before the call."""
    text = words(esi.explore(WALLET)._repr_html_())
    assert 'esi.login(["esi-wallet.read_character_wallet.v1"])' in text
    assert text.endswith('esi.pull("get_characters_character_id_wallet", character=...)')


def test_a_write_is_a_call_of_the_client(esi, marimo):
    """It is no pull, and has no price."""
    line = esi.explore("post_characters_character_id_contacts").line
    assert line.startswith("answer = esi.client.Contacts.post_characters_character_id_contacts(")


def test_logins_are_a_list_with_calls(esi, marimo, player):
    """Characters, their scopes and the calls that log in and out; no token."""
    player("Bero Veyl")
    assert "Nobody is logged in." in words(esi.login_widget()._repr_html_())
    esi.login([WALLET])
    shown = esi.login_widget([WALLET])
    text = words(shown._repr_html_())
    assert "Bero Veyl" in text
    assert 'esi.logout("Bero Veyl")' in text
    assert "esi-data login --scope esi-wallet.read_character_wallet.v1" in text
    assert shown.character.name == "Bero Veyl"
    assert esi.logins.stored()[0].access_token not in repr(shown)
