"""The explorer without a browser: what its widgets hold, and what becomes of a click."""

import json

import ipywidgets
import pytest

from esi.errors import ParameterError, UnknownOperationError
from tests.esi_data.logging_in import ASSETS, BERO, DAIN, WALLET, log_in

BALANCE = "get_characters_character_id_wallet"
ORDERS = "get_markets_region_id_orders"


@pytest.fixture
def explore(esi):
    """Opens an explorer; what it runs has ended before the test has."""
    opened = []

    def explored(*args, **params):
        opened.append(esi.explore(*args, **params))
        return opened[-1]

    yield explored
    for explorer in opened:
        if explorer._run.run:
            explorer._run.run.join()


def ran(explorer):
    """Click on Run, and wait until what came is shown."""
    explorer._run._start.click()
    explorer._run.watcher.join()
    return explorer


def test_a_search_narrows_the_list(explore):
    """All words must occur, in the name, the path, the summary or the scopes."""
    explorer = explore("market orders")
    names = [name for _, name in explorer._list.options]
    assert names == [ORDERS, "get_characters_character_id_orders"]
    explorer._topic.value = "Wallet"
    assert explorer._list.options == ()
    assert "use fewer or other words" in explorer._found.value


def test_what_is_chosen_stays_while_it_is_listed(explore):
    """Another word in the search does not close the form."""
    explorer = explore("orders")
    explorer._list.value = ORDERS
    explorer._search.value = "market orders"
    assert explorer._list.value == ORDERS


def test_a_parameter_that_the_operation_does_not_take(explore):
    """It is named, with what comes close, and not left out without a word."""
    with pytest.raises(ParameterError, match=r"has no parameter 'region'.*region_id"):
        explore(ORDERS, region=10000043)
    assert "max_pages=2" in explore(ORDERS, region_id=10000043, max_pages=2).line


def test_an_operation_opens_its_form(explore):
    """By its old name or its new id, filled in; the price is told, and nothing was sent for it."""
    explorer = explore("GetMarketsRegionIdOrders", region_id=[10000002, 10000043])
    assert explorer.line == (
        'frame = esi.pull("get_markets_region_id_orders", region_id=[10000002, 10000043])'
    )
    assert "At least 2 requests, 4 tokens" in explorer._run._price.value


def test_nothing_is_sent_before_run(explore, esi_sandbox):
    """Looking around costs nothing but the API's document."""
    explorer = explore(ORDERS, region_id=10000002)
    explorer._form._inputs[0][1].control.value = "10000043"
    assert {request.path for request in esi_sandbox.requests} <= {
        "/meta/openapi.json",
        "/meta/openapi-3.0.json",
        "/meta/compatibility-dates",
    }


def test_a_wrong_name_says_what_comes_close(explore):
    """With parameters it must be an operation."""
    with pytest.raises(UnknownOperationError, match="get_markets_region_id_orders"):
        explore("get_markets_region_id_order", region_id=1)


def test_a_field_that_is_wrong_can_not_be_run(explore):
    """The form says why, and Run waits until it is right."""
    explorer = explore(ORDERS, region_id=10000002)
    field = explorer._form._inputs[0][1].control
    field.value = "Jita"
    assert "is no whole number" in explorer._run._price.value
    assert explorer._run._start.disabled
    field.value = "10000002"
    assert not explorer._run._start.disabled


@pytest.mark.parametrize(
    ("operation", "field", "typed", "becomes"),
    [
        (ORDERS, "region_id", "The Forge", "10000002"),
        (ORDERS, "region_id", "the forge, 10000043", "10000002, 10000043"),
        ("get_universe_types_type_id", "type_id", "Tritanium", "34"),
        ("get_universe_systems_system_id", "system_id", "Jita", "30000142"),
    ],
)
def test_a_name_is_looked_up(explore, operation, field, typed, becomes):
    """Who types a name where an id is wanted is offered the id of it."""
    explorer = explore(operation)
    control = next(each.control for f, each in explorer._form._inputs if f.name == field)
    assert explorer._name.widget.layout.display == "none"
    control.value = typed
    assert explorer._name._button.description.lower().startswith(
        f"look up {typed.split(',')[0]}".lower()
    )
    explorer._name._button.click()
    explorer._name.asking.join()
    assert control.value == becomes
    assert explorer._name.widget.layout.display == "none"
    assert not explorer._run._start.disabled


def test_a_name_that_is_none_is_said(explore):
    """What the API does not know stays as it was typed."""
    explorer = explore(ORDERS)
    control = explorer._form._inputs[0][1].control
    control.value = "The Forj"
    explorer._name._button.click()
    explorer._name.asking.join()
    assert "Among regions there is no The Forj" in explorer._name._said.value
    assert control.value == "The Forj"
    assert explorer._run._start.disabled


def test_the_line_does_what_run_did(explore, esi):
    """The code gives the frame that was shown."""
    explorer = ran(explore(ORDERS, region_id=10000002, order_type="sell", max_pages=2))
    names = {"esi": esi}
    exec(explorer.line, names)
    assert names["frame"].equals(explorer.frame)
    assert explorer.lines == [explorer.line]


def test_page_one_tells_the_price(explore, esi_sandbox):
    """One request, and then the price is no guess."""
    explorer = explore(ORDERS, region_id=10000002)
    assert "Only a listing" in explorer._run._price.value
    explorer._run._ask.click()
    explorer._run.pricing.join()
    assert "Only a listing" not in explorer._run._price.value
    assert "1 answer more from the cache" in explorer._run._price.value
    assert len([r for r in esi_sandbox.requests if "orders" in r.path]) == 1


def test_many_calls_are_priced_when_asked_for(explore, esi_sandbox):
    """Thousands of calls are not looked for in the cache at each key that is pressed."""
    explorer = explore("get_universe_types_type_id", type_id=list(range(1, 2001)))
    assert "Many calls" in explorer._run._price.value
    explorer._run._ask.click()
    explorer._run.pricing.join()
    assert "2,000 requests" in explorer._run._price.value


def test_an_error_of_the_api_is_read_out(explore):
    """It is an alert, with what the API said."""
    explorer = ran(explore("get_universe_types_type_id", type_id=1))
    assert 'role="alert"' in explorer._run._status.value
    assert "The API answered 404" in explorer._run._status.value
    assert explorer.frame is None


def test_a_table_is_sorted_and_paged(explore):
    """By any column, either way; a page has as many rows as are asked for."""
    explorer = ran(explore(ORDERS, region_id=10000043))
    table = explorer._run.answer._table
    assert table._where.value.count("1 to 10 of")
    table._column.value = "price"
    table._down.value = True
    shown = table._rows.value
    dearest = explorer.frame["price"].max()
    assert f"{dearest:,.2f}" in shown
    table._next.click()
    assert "11 to 20 of" in table._where.value
    assert f"{dearest:,.2f}" not in table._rows.value
    table._size.value = 25
    assert "1 to 25 of" in table._where.value
    assert table._back.disabled


def test_columns_of_lists_can_be_sorted_by_too(explore):
    """What has no order of its own is sorted by how it reads."""
    explorer = ran(explore("get_universe_systems_system_id", system_id=[30009001, 30009002]))
    table = explorer._run.answer._table
    column = next(name for name in explorer.frame if explorer.frame[name].dtype == object)
    table._column.value = column
    assert "1 to 2 of 2" in table._where.value


def test_json_and_headers_are_those_that_came(explore):
    """Of each page, to choose from."""
    explorer = ran(explore("get_universe_types_type_id", type_id=[34, 35]))
    answer = explorer._run.answer
    bodies = dict.fromkeys((1, 2), "")
    for number in bodies:
        answer._bodies._number.value = number
        bodies[number] = answer._bodies._content.value
    assert "&quot;type_id&quot;: 34" in bodies[1] + bodies[2]
    assert "&quot;type_id&quot;: 35" in bodies[1] + bodies[2]
    assert "etag" in answer._headers._content.value
    assert "200 OK" in answer._headers._content.value


@pytest.fixture
def players(esi, esi_sandbox):
    """Bero may see wallets and write contacts, Dain wallets alone."""
    contacts = "esi-characters.write_contacts.v1"
    log_in(esi_sandbox, esi.logins, (WALLET, contacts), BERO)
    log_in(esi_sandbox, esi.logins, (WALLET,), DAIN)


def chosen(explorer):
    """The characters in the form: {name: whether it is chosen}."""
    field, shown = explorer._form._inputs[0]
    assert field.name == "character"
    return {box.description: box.value for box in shown._boxes}


def test_what_changes_something_is_said(explore, players):
    """Its button is another one, and its price is not asked for."""
    explorer = explore("post_characters_character_id_contacts", standing=5.0, contact_ids=[2])
    assert (explorer._run._start.description, explorer._run._start.button_style) == (
        "Send",
        "danger",
    )
    assert "changes something in the game" in explorer._run._price.value
    assert explorer.line.startswith("answer = esi.client.Contacts.post_characters")
    assert 'character="Bero Veyl"' in explorer.line


def test_who_may_ask_is_chosen(explore, players, esi):
    """The first of those who are logged in; the id in the path is theirs and not asked for."""
    explorer = explore(BALANCE)
    assert chosen(explorer) == {"Bero Veyl": True, "Dain Moru": False}
    assert len(explorer._form._inputs) == 1
    assert explorer.line == f'frame = esi.pull("{BALANCE}", character="Bero Veyl")'
    explorer._form._inputs[0][1]._boxes[1].value = True
    ran(explorer)
    assert list(explorer.frame["character_id"]) == [BERO, DAIN]
    names = {"esi": esi}
    exec(explorer.line, names)
    assert names["frame"].equals(explorer.frame)


def test_the_one_that_was_named_is_chosen(explore, players):
    """By name or id, whoever is first in the list."""
    assert chosen(explore(BALANCE, character=DAIN)) == {"Bero Veyl": False, "Dain Moru": True}


def test_missing_scopes_are_said(explore, players):
    """Those who are logged in without them are named, and may not be chosen."""
    explorer = explore("post_characters_character_id_contacts")
    assert list(chosen(explorer)) == ["Bero Veyl"]
    assert "Dain Moru logged in without it" in explorer._people._note.value


def test_nobody_may_ask_before_a_login(explore, esi, esi_sandbox):
    """The scope is named, Run waits, and the login is at hand; after it the form is ready."""
    explorer = explore("get_characters_character_id_assets", max_pages=1)
    assert ASSETS in explorer._people._note.value
    assert explorer._run._start.disabled
    explorer._people._log_in.click()
    (shown,) = explorer._people._login.children
    assert isinstance(shown, ipywidgets.Box)
    log_in(esi_sandbox, esi.logins, (ASSETS,), BERO)
    explorer._logins_changed()
    assert chosen(explorer) == {"Bero Veyl": True}
    assert explorer._people._login.children == ()
    assert not explorer._run._start.disabled
    assert "max_pages=1" in explorer.line
    ran(explorer)
    assert len(explorer.frame) > 0


def test_a_login_that_is_gone_is_noticed(explore, players, esi):
    """Who has logged out can not be chosen any more."""
    explorer = explore(BALANCE)
    esi.logout(BERO)
    explorer._logins_changed()
    assert chosen(explorer) == {"Dain Moru": True}


def test_what_needs_no_login_says_nothing_of_one(explore, players):
    """Nobody is chosen for what everybody may ask."""
    explorer = explore(ORDERS, region_id=10000002)
    assert explorer._people.widget.layout.display == "none"
    assert explorer._form._inputs[0][0].name == "region_id"


def test_no_token_is_in_any_widget(explore, players, esi):
    """Whatever is saved of the widgets' state, no token is in it."""
    explorer = ran(explore(BALANCE))
    assert explorer.frame is not None
    state = json.dumps(ipywidgets.Widget.get_manager_state(), default=str)
    kept = [each for login in esi.logins.store.logins() for each in
            (login.access_token, login.refresh_token)]  # fmt: skip
    assert len(kept) == 4
    assert all(kept)
    assert [each for each in kept if str(each) in state] == []


def test_a_view_can_be_embedded(explore):
    """The widget is one box, for layouts of one's own."""
    assert isinstance(explore().widget, ipywidgets.Box)
