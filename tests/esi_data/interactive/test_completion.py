"""Completion in IPython, with Jedi and without."""

import math
import threading
from types import SimpleNamespace

import pytest

from esi.clients import EsiClientProvider
from esi.openapi_clients import ESIClientProvider
from esi_data import Esi
from esi_data.interactive import values
from tests.support.ports import free_port

ORDERS = "get_markets_region_id_orders"
MARKET = "esi.client.Market"


@pytest.fixture(autouse=True, params=[True, False], ids=["jedi", "no jedi"])
def _jedi(request, shell, monkeypatch):
    """Run each test with Jedi and without: notebooks have both."""
    monkeypatch.setattr(shell.Completer, "use_jedi", request.param)


def test_tags_are_offered_after_the_client(cells):
    """All of them and nothing else."""
    offered = cells.offered("esi.client.")
    assert {"Market", "Universe", "Wallet"} <= set(offered)
    assert not [name for name in offered if not name[0].isupper()]


@pytest.mark.parametrize(
    "before", ["", "x = ", "print(", "x = [", "for x in ", "with ", "a = 1\nb = "]
)
def test_operations_are_offered_wherever_an_expression_may_stand(cells, before):
    """Code before the expression need not be complete."""
    offered = cells.offered(f"{before}{MARKET}.get_markets_r")
    assert offered == ["get_markets_region_id_history", ORDERS, "get_markets_region_id_types"]


def test_each_operation_is_offered_once(cells):
    """New ids are offered to those who begin to type one."""
    assert "GetMarketsPrices" not in cells.offered(f"{MARKET}.")
    assert cells.offered(f"{MARKET}.GetMarketsP") == ["GetMarketsPrices"]


def test_operations_that_contain_what_is_typed_are_offered(cells):
    """Users rarely know how a name begins."""
    assert ORDERS in cells.offered(f"{MARKET}.orders")
    assert cells.offered("esi.client.market") == ["Market"]


def test_parameters_are_offered_within_the_parentheses(cells):
    """Required ones come first, and those that the call has are left out."""
    offered = cells.offered(f"{MARKET}.{ORDERS}(")
    assert offered[:3] == ["region_id=", "order_type=", "type_id="]
    offered = cells.offered(f"{MARKET}.{ORDERS}(region_id=10000002, ")
    assert offered[:2] == ["order_type=", "type_id="]
    assert cells.offered(f"{MARKET}.{ORDERS}(\n    region_id=1,\n    ty") == ["type_id="]


def test_the_character_is_offered_where_a_login_is_needed(cells):
    """No other operation has that parameter."""
    wallet = "esi.client.Wallet.get_characters_character_id_wallet("
    assert {"character_id=", "character="} <= set(cells.offered(wallet))
    assert "character=" not in cells.offered(f"{MARKET}.{ORDERS}(")


def test_values_of_an_enum_are_offered_within_quotes(cells):
    """In calls of operations and in pulls."""
    values = ["buy", "sell", "all"]
    assert cells.offered(f"{MARKET}.{ORDERS}(region_id=1, order_type='") == values
    assert cells.offered(f'esi.pull("{ORDERS}", order_type="') == values
    assert cells.offered('esi.pull("get_status", layout="') == ["wide", "long"]


def test_methods_are_offered_after_the_call(cells):
    """Nothing is sent, and methods of what they return follow."""
    offered = cells.offered(f"{MARKET}.get_markets_prices().")
    assert {"frame", "frame_localized", "results", "aresult"} <= set(offered)
    assert cells.offered(f"{MARKET}.{ORDERS}(region_id=1).fr") == ["frame", "frame_localized"]
    assert cells.offered(f"{MARKET}.get_markets_prices().frame().he") == ["head"]


def test_options_of_a_futures_method_are_offered(cells):
    """Options that several methods share are among them."""
    offered = cells.offered(f"{MARKET}.get_markets_prices().frame(")
    assert {"explode=", "progress=", "max_pages=", "ignore_cache="} <= set(offered)


def test_methods_are_offered_of_a_variable_that_the_cell_assigns(cells):
    """The cell has not run yet."""
    code = f"prices = {MARKET}.get_markets_prices()\nprices.fr"
    assert cells.offered(code) == ["frame", "frame_localized"]
    assert cells.offered(
        "%matplotlib inline\nmarket = esi.client.Market\nmarket.get_markets_p"
    ) == ["get_markets_prices"]


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("{name} = Esi('x/1 (me@example.com)')\n", "{name}"),
        ("with Esi('x/1 (me@example.com)') as {name}:\n    ", "{name}"),
        ("with esi as {name}:\n    ", "{name}"),
        ("for i in range(3):\n    {name} = esi\n    ", "{name}"),
        ("def load({name}: Esi):\n    return ", "{name}"),
        ("{name} = esi\ntry:\n    ", "{name}"),
        ("if ({name} := esi):\n    ", "{name}"),
        ("from math import hypot\nx = hypot(1, 2)\n", "esi"),
        ("", "holder.esi"),
        ("", "accounts[0]"),
        ("", "accounts[-1]"),
        ("", "by_name['main']"),
        ("%time ", "esi"),
        ("%timeit -n 3 ", "esi"),
        ("if x:\n    pass\nelif ", "esi"),
    ],
)
def test_everything_is_offered_wherever_an_esi_may_be(cells, shell, above, name):
    """In the cell that makes it, in blocks and functions, in containers and objects of the user."""
    shell.user_ns |= {
        "Esi": Esi, "hypot": math.hypot, "accounts": [shell.user_ns["esi"]],
        "holder": SimpleNamespace(esi=shell.user_ns["esi"]),
        "by_name": {"main": shell.user_ns["esi"]},
    }  # fmt: skip
    before, esi = above.format(name="made_here"), name.format(name="made_here")
    assert ORDERS in cells.offered(f"{before}{esi}.client.Market.get_mar")
    assert cells.offered(f"{before}{esi}.client.Market.{ORDERS}(reg") == ["region_id="]
    assert ORDERS in cells.offered(f"{before}{esi}.pull('get_mar")
    assert cells.offered(f"{before}{esi}.pull('{ORDERS}', reg") == ["region_id="]
    assert "on_error=" in cells.offered(f"{before}await {esi}.apull('{ORDERS}', ")


def test_code_of_other_objects_never_runs(cells, shell):
    """A property of the user's class may send requests, and an item may be computed."""

    class Foreign(dict):
        def __missing__(self, key):
            raise SystemExit

        @property
        def esi(self):
            raise SystemExit

        def __getattr__(self, name):
            raise SystemExit

    shell.user_ns["foreign"] = Foreign()
    for code in ("foreign.esi.client.Mar", "foreign['a'].client.Mar", "foreign.other.pull('get_"):
        assert "Market" not in cells.offered(code)


def test_a_cell_that_has_run_is_completed_by_what_it_made(cells, shell):
    """The `Esi` in the notebook knows its API's document; what the cell would make does not."""
    shell.user_ns["Esi"] = Esi
    offered = cells.offered("esi = Esi('x/1 (me@example.com)')\nesi.client.")
    assert "Access_List" not in offered  # which the sandbox lacks


@pytest.mark.parametrize(
    "call",
    ["pull(", "plan(", "operation(", "await esi.apull(", 'pull_to("data", ', "plan(operation="],
)
def test_names_of_operations_are_offered_within_quotes(cells, call):
    """To every method that takes one, by position or keyword."""
    call = call if "esi." in call else f"esi.{call}"
    assert ORDERS in cells.offered(f'{call}"get_mar')
    assert "GetMarketsRegionIdOrders" in cells.offered(f"{call}'GetMar")


@pytest.mark.parametrize("method", ["pull", "plan", "apull", "explore"])
def test_parameters_of_the_named_operation_are_offered(cells, method):
    """They come after its name, before the options of the method."""
    assert cells.offered(f'esi.{method}("{ORDERS}", reg') == ["region_id="]
    offered = cells.offered(f'esi.{method}("{ORDERS}", region_id=[10000002], ')
    assert offered[:2] == ["order_type=", "type_id="]
    assert "datasource=" not in offered


def test_options_of_an_awaited_pull_are_offered(cells):
    """`apull` takes those of `pull`."""
    assert "on_error=" in cells.offered(f'await esi.apull("{ORDERS}", ')


def test_a_variable_is_offered_where_one_can_be_passed(cells, shell):
    """Frames are passed by position."""
    shell.user_ns["orders_of_jita"] = ()
    assert "orders_of_jita" in cells.offered("esi.with_names(orders_of_")
    assert {"frame=", "languages="} <= set(cells.offered("esi.with_names("))
    del shell.user_ns["orders_of_jita"]


@pytest.mark.parametrize(
    "code",
    [
        "esi.cli",
        "esi.clinet.",
        "x.client.",
        "f(",
        "'esi.client.",
        "# esi.client.",
        "esi.client.Markt.",
        "esi.pull('no_such', ",
        "esi.pull(1, ",
        "(((",
        "%%time",
        "esi.client.Market.get_markets_prices(*esi.",
        "\x00esi.",
    ],
)
def test_other_code_is_completed_without_an_error(cells, code, capsys):
    """Whatever is typed, IPython prints no traceback."""
    cells.offered(code)
    assert capsys.readouterr().err == ""


def test_without_a_network_the_api_is_completed_as_it_ships(cells, shell, tmp_path, monkeypatch):
    """Nothing is raised, and the API is not asked again."""
    monkeypatch.setattr(values, "PATIENCE", 0)
    attempts = []

    class Counted(Esi):
        @property
        def client(self):
            attempts.append(self)
            return super().client

    with Counted(api_url=f"http://127.0.0.1:{free_port()}", cache=tmp_path / "empty") as esi:
        shell.user_ns["esi"] = esi
        assert cells.offered(f"{MARKET}.get_markets_p") == ["get_markets_prices"]
        assert cells.offered(f"{MARKET}.{ORDERS}(reg") == ["region_id="]
        assert cells.offered(f'esi.pull("{ORDERS}", reg') == ["region_id="]
        assert cells.offered(f"{MARKET}.get_markets_prices().fr") == ["frame", "frame_localized"]
        assert cells.offered("esi.client.Market.GetMarketsP") == ["GetMarketsPrices"]
        assert cells.offered(f"{MARKET}.{ORDERS}(order_type='") == ["buy", "sell", "all"]
    assert len(attempts) <= 1  # in its thread


def test_completion_does_not_wait_for_a_server_that_is_silent(cells, shell, tmp_path, monkeypatch):
    """It gives up within half a second, and looks again once the document has come."""
    monkeypatch.setattr(values, "PATIENCE", 0)
    asked, answer = threading.Event(), threading.Event()

    class Slow(Esi):
        @property
        def client(self):
            asked.set()
            answer.wait(60)
            return super().client

    with Slow(api_url=shell.user_ns["esi"].config.api_url, cache=tmp_path / "slow") as esi:
        shell.user_ns["esi"] = esi
        assert "Access_List" in cells.offered("esi.client.")  # which the sandbox lacks
        assert asked.is_set()
        answer.set()
        for thread in threading.enumerate():
            if thread.name == values.THREAD:
                thread.join(60)
        assert "Access_List" not in cells.offered("esi.client.")


def test_the_client_of_releases_8_to_10_is_completed(cells, shell, settings, esi_sandbox):
    """Under its own names: `body`, `accept_language` and the ids of the document."""
    settings.ESI_API_URL = esi_sandbox.url
    provider = ESIClientProvider(
        compatibility_date="2026-08-18",
        ua_appname="site",
        ua_version="1",
        tags=["Market", "Universe"],
    )
    shell.user_ns |= {"esi": provider, "ESIClientProvider": ESIClientProvider}
    new = "GetMarketsRegionIdOrders"
    assert new in cells.offered(f"{MARKET}.Get")
    offered = cells.offered(f"{MARKET}.{new}(region_id=1, ")
    assert offered == ["order_type=", "type_id=", "page=", "accept_language="]
    assert cells.offered("esi.client.Universe.PostUniverseNames(")[0] == "body="
    assert cells.offered(f"{MARKET}.{new}(order_type='") == ["buy", "sell", "all"]
    assert cells.offered(f"{MARKET}.{new}(region_id=1).resu") == [
        "result",
        "results",
        "results_localized",
    ]
    unmade = "other = ESIClientProvider()\nother.client.Market."
    assert not [name for name in cells.offered(unmade) if name.startswith("get_")]


def test_the_client_of_a_site_is_completed(cells, shell, settings, esi_sandbox):
    """Its futures make no frames, and its operations know no characters."""
    settings.ESI_API_URL = esi_sandbox.url
    shell.user_ns["esi"] = EsiClientProvider()
    assert ORDERS in cells.offered(f"{MARKET}.get_mar")
    assert cells.offered(f"{MARKET}.{ORDERS}(reg") == ["region_id="]
    assert cells.offered(f"{MARKET}.get_markets_prices().result") == [
        "result",
        "results",
        "results_localized",
    ]
    wallet = "esi.client.Wallet.get_characters_character_id_wallet("
    assert "character=" not in cells.offered(wallet)
