"""Catalogue of operations, help and completion."""

import sys
import textwrap

import pytest

from tests.support.processes import run

ORDERS = "get_markets_region_id_orders"


def row(esi, operation):
    found = esi.operations()
    return found[found["operation"] == operation].iloc[0]


def test_a_row_has_the_facts_of_an_operation(esi):
    """Both names, parameters, scopes, roles, paging, cache and price."""
    told = row(esi, ORDERS)
    assert told.drop("summary").to_dict() == {
        "operation": ORDERS,
        "openapi_id": "GetMarketsRegionIdOrders",
        "tag": "Market",
        "method": "GET",
        "path": "/markets/{region_id}/orders",
        "parameters": told["parameters"],
        "scopes": "",
        "roles": "",
        "paged": "pages",
        "localised": False,
        "cache_seconds": 300,
        "rate_group": "market-order",
        "rate_tokens": 12000,
        "rate_window": "15m",
    }
    assert told["parameters"].startswith("region_id, ")
    assert "order_type=all" in told["parameters"]


def test_every_operation_is_there_once(esi):
    """The catalogue has as many operations as the client."""
    client = esi.client
    names = [name for tag in dir(client) for name in dir(getattr(client, tag))]
    assert sorted(esi.operations()["operation"]) == sorted(names)


@pytest.mark.parametrize(
    ("operation", "paged"),
    [
        (ORDERS, "pages"),
        ("get_characters_character_id_wallet_transactions", "from_id"),
        ("get_characters_character_id_mail", "last_mail_id"),
        ("get_status", ""),
    ],
)
def test_how_a_listing_is_followed(esi, operation, paged):
    """By pages, by a cursor, or by an id."""
    assert row(esi, operation)["paged"] == paged


def test_scopes_and_roles_are_columns(esi):
    """Of operations that need a token."""
    found = esi.operations("corporation wallet")
    assert found["scopes"].str.contains("esi-wallet.read_corporation_wallets.v1").any()
    assert found["roles"].str.contains("Accountant").any()


@pytest.mark.parametrize(
    "search",
    [ORDERS, "GetMarketsRegionIdOrders", "ORDERS region", "market order_type", "{region_id}"],
)
def test_all_words_of_a_search_must_occur(esi, search):
    """In names, tag, path, summary, parameters or scopes, in any case."""
    assert ORDERS in esi.operations(search)["operation"].tolist()


def test_types_do_not_depend_on_the_rows(esi):
    """Searches without a match have all columns."""
    none = esi.operations("no such words")
    assert len(none) == 0
    assert none.dtypes.equals(esi.operations().dtypes)


def test_help_and_question_mark_show_an_operation(esi):
    """Path, parameters and cost."""
    told = esi.operation(ORDERS).__doc__
    for line in ("GET /markets/{region_id}/orders", "region_id (integer, required)", "Rate limit:"):
        assert line in told


@pytest.mark.large  # what completes reads the source of pandas: 8 s of work
def test_ipython_completes_tags_operations_and_parameters(esi_sandbox):
    """Tab after `esi.client.` (also before its first use), after a tag, and within a call."""
    pytest.importorskip("IPython")
    code = textwrap.dedent(f"""
        from IPython.core.completer import provisionalcompleter
        from IPython.core.interactiveshell import InteractiveShell
        shell = InteractiveShell.instance()
        shell.run_cell("from esi_data import Esi; esi = Esi(api_url={esi_sandbox.url!r})")
        with provisionalcompleter():
            for text in (
                "esi.client.Mar",
                "esi.client.Market.get_markets_pr",
                "esi.client.Market.get_markets_region_id_orders(reg",
                "esi.operations",
            ):
                print([found.text for found in shell.Completer.completions(text, len(text))])
    """)
    shown = run(sys.executable, "-c", code, check=True).stdout
    tag, operation, parameter, method = shown.splitlines()
    assert "Market'" in tag
    assert "get_markets_prices'" in operation
    assert "region_id='" in parameter
    assert "operations'" in method
