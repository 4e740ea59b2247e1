"""Endpoint explorer without a browser: the state of its widgets after clicks and input."""

import json

import ipywidgets
import pytest

from esi.errors import ParameterError, UnknownOperationError
from tests.esi_data.logging_in import ASSETS, BERO, DAIN, WALLET, log_in

BALANCE = "get_characters_character_id_wallet"
ORDERS = "get_markets_region_id_orders"


@pytest.fixture
def explore(esi):
    """Open explorers; wait for their runs at the end of the test."""
    opened = []

    def open_explorer(*args, **params):
        opened.append(esi.explore(*args, **params))
        return opened[-1]

    yield open_explorer
    for explorer in opened:
        if explorer._run.run:
            explorer._run.run.join()


def run(explorer):
    """Click on Run and wait for the result."""
    explorer._run._start.click()
    explorer._run.watcher.join()
    return explorer


def test_a_search_narrows_the_list(explore):
    """Every word must occur in the name, the path, the summary or the scopes."""
    explorer = explore("market orders list open")
    names = [name for _, name in explorer._list.options]
    assert names == [
        "get_characters_character_id_orders", "get_corporations_corporation_id_orders"
    ]  # fmt: skip
    explorer._topic.value = "Wallet"
    assert explorer._list.options == ()
    assert "Try fewer or other words" in explorer._count.value


def test_selection_survives_a_search_that_lists_it(explore):
    """Another word in the search does not close the form."""
    explorer = explore("orders")
    explorer._list.value = ORDERS
    explorer._search.value = "market orders"
    assert explorer._list.value == ORDERS


def test_an_unknown_parameter_raises_an_error(explore):
    """Name it and similar ones in the message."""
    with pytest.raises(ParameterError, match=r"has no parameter 'region'.*region_id"):
        explore(ORDERS, region=10000043)
    assert "max_pages=2" in explore(ORDERS, region_id=10000043, max_pages=2).line


def test_an_operation_opens_its_form(explore):
    """Accept the old name and the new id; show the cost without a request."""
    explorer = explore("GetMarketsRegionIdOrders", region_id=[10000002, 10000043])
    assert explorer.line == (
        'frame = esi.pull("get_markets_region_id_orders", region_id=[10000002, 10000043])'
    )
    assert "At least 2 requests, 4 tokens" in explorer._run._cost.value


def test_nothing_is_sent_before_run(explore, esi_sandbox):
    """Filling in the form fetches nothing but the API's document."""
    explorer = explore(ORDERS, region_id=10000002)
    explorer._form._inputs[0][1].control.value = "10000043"
    assert {request.path for request in esi_sandbox.requests} <= {
        "/meta/openapi.json",
        "/meta/openapi-3.0.json",
        "/meta/compatibility-dates",
    }


def test_an_unknown_operation_with_parameters_raises_an_error(explore):
    """Name similar operations in the message."""
    with pytest.raises(UnknownOperationError, match="get_markets_region_id_orders"):
        explore("get_markets_region_id_order", region_id=1)


def test_an_invalid_field_disables_run(explore):
    """Show the reason in the form."""
    explorer = explore(ORDERS, region_id=10000002)
    field = explorer._form._inputs[0][1].control
    field.value = "1.5"
    assert "is not an integer" in explorer._run._cost.value
    assert explorer._run._start.disabled
    field.value = "10000002"
    assert not explorer._run._start.disabled


def test_names_are_looked_up_when_the_call_runs(explore, esi_sandbox):
    """Typing a name sends no request."""
    explorer = explore(ORDERS, region_id=10000002)
    esi_sandbox.clear()
    field = explorer._form._inputs[0][1].control
    for end in range(1, len("Domain") + 1):
        field.value = "Domain"[:end]
        assert "Names are looked up when you run the call" in explorer._run._cost.value
    assert esi_sandbox.requests == []
    assert set(run(explorer).frame["region_id"]) == {10000043}


def test_the_line_of_code_gives_the_same_frame(explore, esi):
    """Executing the code returns the frame of the run."""
    explorer = run(explore(ORDERS, region_id=10000002, order_type="sell", max_pages=2))
    names = {"esi": esi}
    exec(explorer.line, names)
    assert names["frame"].equals(explorer.frame)
    assert explorer.lines == [explorer.line]


def test_fetching_page_1_makes_the_cost_exact(explore, esi_sandbox):
    """It sends one request."""
    explorer = explore(ORDERS, region_id=10000002)
    assert "number of pages is not known" in explorer._run._cost.value
    explorer._run._learn.click()
    explorer._run.planner.join()
    assert "number of pages is not known" not in explorer._run._cost.value
    assert "1 response from the cache" in explorer._run._cost.value
    assert len([r for r in esi_sandbox.requests if "orders" in r.path]) == 1


def test_the_cost_of_many_calls_is_computed_on_demand(explore, esi_sandbox):
    """Typing does not look up thousands of calls in the cache."""
    explorer = explore("get_universe_types_type_id", type_id=list(range(1, 2001)))
    assert "Many calls" in explorer._run._cost.value
    explorer._run._learn.click()
    explorer._run.planner.join()
    assert "2,000 requests" in explorer._run._cost.value


def test_an_api_error_is_an_alert(explore):
    """Its text includes the API's message."""
    explorer = run(explore("get_universe_types_type_id", type_id=1))
    assert 'role="alert"' in explorer._run._status.value
    assert "The API answered 404" in explorer._run._status.value
    assert explorer.frame is None


def test_a_table_is_sorted_and_paged(explore):
    """By any column, in either order, with the selected number of rows."""
    explorer = run(explore(ORDERS, region_id=10000043))
    table = explorer._run.result._table
    assert table._position.value.count("1 to 10 of")
    table._column.value = "price"
    table._descending.value = True
    shown = table._rows.value
    highest = explorer.frame["price"].max()
    assert f"{highest:,.2f}" in shown
    table._next.click()
    assert "11 to 20 of" in table._position.value
    assert f"{highest:,.2f}" not in table._rows.value
    table._size.value = 25
    assert "1 to 25 of" in table._position.value
    assert table._back.disabled


def test_a_column_of_lists_is_sorted_by_its_text(explore):
    """Lists cannot be compared with each other."""
    explorer = run(explore("get_universe_systems_system_id", system_id=[30009001, 30009002]))
    table = explorer._run.result._table
    column = next(name for name in explorer.frame if explorer.frame[name].dtype == object)
    table._column.value = column
    assert "1 to 2 of 2" in table._position.value


def test_json_and_headers_of_each_response_are_shown(explore):
    """Choose the response with a field."""
    explorer = run(explore("get_universe_types_type_id", type_id=[34, 35]))
    result = explorer._run.result
    bodies = dict.fromkeys((1, 2), "")
    for number in bodies:
        result._bodies._number.value = number
        bodies[number] = result._bodies._content.value
    assert "&quot;type_id&quot;: 34" in bodies[1] + bodies[2]
    assert "&quot;type_id&quot;: 35" in bodies[1] + bodies[2]
    assert "etag" in result._headers._content.value
    assert "200 OK" in result._headers._content.value


@pytest.fixture
def two_characters(esi, esi_sandbox):
    """Log in Bero, who may see wallets and write contacts, and Dain, who may see wallets only."""
    contacts = "esi-characters.write_contacts.v1"
    log_in(esi_sandbox, esi.logins, (WALLET, contacts), BERO)
    log_in(esi_sandbox, esi.logins, (WALLET,), DAIN)


def selected(explorer):
    """Return the characters in the form: {name: True if selected}."""
    field, shown = explorer._form._inputs[0]
    assert field.name == "character"
    return {box.description: box.value for box in shown._boxes}


def test_a_writing_operation_has_a_send_button(explore, two_characters):
    """Make the button red and compute no cost."""
    explorer = explore("post_characters_character_id_contacts", standing=5.0, contact_ids=[2])
    assert (explorer._run._start.description, explorer._run._start.button_style) == (
        "Send",
        "danger",
    )
    assert "changes something in the game" in explorer._run._cost.value
    assert explorer.line.startswith("answer = esi.client.Contacts.post_characters")
    assert 'character="Bero Veyl"' in explorer.line


def test_the_first_allowed_character_is_selected(explore, two_characters, esi):
    """It replaces the character ID in the path."""
    explorer = explore(BALANCE)
    assert selected(explorer) == {"Bero Veyl": True, "Dain Moru": False}
    assert len(explorer._form._inputs) == 1
    assert explorer.line == f'frame = esi.pull("{BALANCE}", character="Bero Veyl")'
    explorer._form._inputs[0][1]._boxes[1].value = True
    run(explorer)
    assert list(explorer.frame["character_id"]) == [BERO, DAIN]
    names = {"esi": esi}
    exec(explorer.line, names)
    assert names["frame"].equals(explorer.frame)


def test_the_given_character_is_selected(explore, two_characters):
    """By name or ID, wherever it is in the list."""
    assert selected(explore(BALANCE, character=DAIN)) == {"Bero Veyl": False, "Dain Moru": True}


def test_characters_without_the_scope_are_named(explore, two_characters):
    """They cannot be selected."""
    explorer = explore("post_characters_character_id_contacts")
    assert list(selected(explorer)) == ["Bero Veyl"]
    assert "Logged in without it: Dain Moru." in explorer._login._note.value


def test_a_login_enables_run(explore, esi, esi_sandbox):
    """Before it, the note names the scope and offers the login."""
    explorer = explore("get_characters_character_id_assets", max_pages=1)
    assert ASSETS in explorer._login._note.value
    assert explorer._run._start.disabled
    explorer._login._log_in.click()
    (shown,) = explorer._login._login.children
    assert isinstance(shown, ipywidgets.Box)
    log_in(esi_sandbox, esi.logins, (ASSETS,), BERO)
    explorer._logins_changed()
    assert selected(explorer) == {"Bero Veyl": True}
    assert explorer._login._login.children == ()
    assert not explorer._run._start.disabled
    assert "max_pages=1" in explorer.line
    run(explorer)
    assert len(explorer.frame) > 0


def test_a_logged_out_character_leaves_the_form(explore, two_characters, esi):
    """Only characters that are logged in can be selected."""
    explorer = explore(BALANCE)
    esi.logout(BERO)
    explorer._logins_changed()
    assert selected(explorer) == {"Dain Moru": True}


def test_a_public_operation_shows_no_login(explore, two_characters):
    """There is no character to select."""
    explorer = explore(ORDERS, region_id=10000002)
    assert explorer._login.widget.layout.display == "none"
    assert explorer._form._inputs[0][0].name == "region_id"


def test_no_token_is_in_any_widget(explore, two_characters, esi):
    """Check the state that a notebook would save."""
    explorer = run(explore(BALANCE))
    assert explorer.frame is not None
    state = json.dumps(ipywidgets.Widget.get_manager_state(), default=str)
    kept = [each for login in esi.logins.store.logins() for each in
            (login.access_token, login.refresh_token)]  # fmt: skip
    assert len(kept) == 4
    assert all(kept)
    assert [each for each in kept if str(each) in state] == []


def test_the_widget_can_be_embedded(explore):
    """It is one box."""
    assert isinstance(explore().widget, ipywidgets.Box)
