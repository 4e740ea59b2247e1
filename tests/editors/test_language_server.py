"""Test the completions of an editor, with pyright's language server."""

from pathlib import Path

import pytest

from tests.editors.language_server import LanguageServer

pytestmark = pytest.mark.large

ROOT = Path(__file__).parents[2]
DATA = 'from esi_data import Esi\n\nesi = Esi("my-script/1.0 (me@example.com)")\n'
SITE = "from esi.clients import EsiClientProvider\n\nesi = EsiClientProvider()\n"
MODELS = (
    "from esi.openapi_clients import ESIClientProvider\n\n"
    'esi = ESIClientProvider("2026-08-18", "my-app", "1.0")\n'
)
DOORS = {"esi_data": DATA, "esi.clients": SITE, "esi.openapi_clients": MODELS}
OLD = ("esi_data", "esi.clients")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with LanguageServer(tmp_path_factory.mktemp("project"), ROOT) as started:
        yield started


@pytest.mark.parametrize("door", DOORS)
def test_tags_are_offered_after_the_client(server, door):
    """All three clients list the tags of the API."""
    assert {"Market", "Universe", "Wallet"} <= set(server.offered(f"{DOORS[door]}esi.client.|"))


@pytest.mark.parametrize("door", DOORS)
def test_operations_are_offered_after_a_tag(server, door):
    """OpenAPI ids complete in all dialects, old names in those that have them."""
    offered = set(server.offered(f"{DOORS[door]}esi.client.Market.|"))
    assert {"GetMarketsPrices", "GetMarketsRegionIdOrders"} <= offered
    assert ("get_markets_region_id_orders" in offered) is (door in OLD)


@pytest.mark.parametrize("name", ["get_markets_region_id_orders", "GetMarketsRegionIdOrders"])
@pytest.mark.parametrize("door", OLD)
def test_parameters_are_offered_within_the_call(server, door, name):
    """Parameters complete as keywords, for the old name and the OpenAPI id of an operation."""
    offered = server.offered(f"{DOORS[door]}esi.client.Market.{name}(|")
    assert {"region_id=", "order_type=", "type_id="} <= set(offered)


def test_parameters_of_the_new_dialect_are_offered_within_the_call(server):
    """The client of releases 8 to 10 knows its operations by their new ids."""
    offered = server.offered(f"{MODELS}esi.client.Market.GetMarketsRegionIdOrders(|")
    assert {"region_id=", "order_type=", "type_id="} <= set(offered)


@pytest.mark.parametrize("door", OLD)
def test_values_of_an_enum_are_offered_within_quotes(server, door):
    """Enums of the schema are literal types."""
    call = "esi.client.Market.get_markets_region_id_orders(region_id=1, order_type='|')"
    assert set(server.offered(DOORS[door] + call)) >= {"'buy'", "'sell'", "'all'"}


@pytest.mark.parametrize("door", DOORS)
def test_methods_are_offered_after_the_call(server, door):
    """Only futures of `Esi` make frames."""
    offered = set(server.offered(f"{DOORS[door]}esi.client.Market.GetMarketsPrices().|"))
    assert {"result", "results", "results_localized"} <= offered
    assert ("frame" in offered) is (door == "esi_data")


def test_columns_of_rows_are_offered(server):
    """Keys of a row that is a dict, and attributes of one of the new dialect."""
    rows = f"{DATA}esi.client.Market.get_markets_prices().results()[0]['|']"
    assert "'average_price'" in server.offered(rows)
    rows = f"{MODELS}esi.client.Market.GetMarketsPrices().results()[0].|"
    assert "average_price" in server.offered(rows)


@pytest.mark.parametrize("method", ["pull", "plan", "operation", "apull", "aplan"])
def test_names_of_operations_are_offered_within_quotes(server, method):
    """Methods of `Esi` that take the name of an operation offer all of them."""
    offered = server.offered(f"{DATA}esi.{method}('get_mar|')")
    assert "'get_markets_region_id_orders'" in offered


def test_names_of_operations_are_offered_to_pull_to(server):
    """Operations that complete are the second argument."""
    assert "'get_status'" in server.offered(f"{DATA}esi.pull_to('data/status', '|')")
