"""Typed uses of the three clients of the API. Type checkers read this; nothing runs it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, assert_type

import pandas as pd

from esi.clients import EsiClientProvider, esi_client_factory
from esi.openapi_clients import ESIClientProvider, EsiOperation
from esi_data import Esi, frame

if TYPE_CHECKING:
    from collections.abc import Generator

    from esi import stubs
    from esi.core.client.future import CachingHttpFuture
    from esi.core.model_client.response import ModelResponse
    from esi.models import Token
    from esi.stubs import CharacterID, GetStatusOperation, PostUniverseNamesOperationBody
    from esi.stubs.dicts import (
        CorporationsProjectsListing,
        MarketsRegionIdOrdersGetItem,
        Status,
        UniverseNamesPostItem,
    )

site = EsiClientProvider(app_info_text="my-app/1.0")
models = ESIClientProvider("2026-08-18", "my-app", "1.0", operations=["GetStatus"])


def of_esi(esi: Esi) -> None:
    """Call operations of `Esi` by both names, and read rows as dicts."""
    orders = esi.client.Market.get_markets_region_id_orders(region_id=1, order_type="sell")
    assert_type(orders.results(), list["MarketsRegionIdOrdersGetItem"])
    assert_type(orders.results()[0]["price"], float)
    assert_type(orders.results()[0]["issued"], datetime)
    assert_type(orders.result(timeout=5, retries=1), list["MarketsRegionIdOrdersGetItem"])
    assert_type(orders.frame(max_pages=2), pd.DataFrame)
    assert_type(frame(orders, progress=False), pd.DataFrame)
    pages = esi.client.Market.GetMarketsRegionIdOrders(region_id=1, page=None).pages(walk=True)
    assert_type(pages, "Generator[list[MarketsRegionIdOrdersGetItem], None, None]")
    names = esi.client.Universe.post_universe_names(ids=pd.Series([30000142]))
    assert_type(names.results_localized(["en"]), dict[str, list["UniverseNamesPostItem"]])
    assert_type(esi.client.Universe.PostUniverseNames(body=[1]).frame(), pd.DataFrame)
    history = esi.client.Market.get_markets_region_id_history(region_id=1, type_id=2)
    assert_type(history.results()[0]["date"], date)


def of_esi_with_a_login(esi: Esi) -> None:
    """Name the character that calls, or its id and a token."""
    by_name = esi.client.Wallet.get_characters_character_id_wallet(character="Asa Ostrand")
    assert_type(by_name.result(), float)
    by_id = esi.client.Wallet.get_characters_character_id_wallet(character_id=1, token="x")
    assert_type(by_id.result(), float)
    found = esi.client.Corporation_Projects.get_corporations_corporation_id_projects(
        character="Asa Ostrand", corporation_id=2
    )
    assert_type(found.results(), "CorporationsProjectsListing")


async def awaited(esi: Esi) -> None:
    """Await calls of `Esi`."""
    client = await esi.aclient()
    assert_type(await client.Status.get_status().aresult(), "Status")
    assert_type(await client.Status.get_status().aframe(), pd.DataFrame)


def of_a_site(token: Token) -> None:
    """Call operations of the 5.x line in a Django project."""
    future = site.client.Character.get_characters_character_id_fatigue(
        character_id=1, token=token, language="de"
    )
    shown(future)
    assert_type(esi_client_factory(token).Status.get_status().result(), "Status")
    assert_type(token.get_esi_client().Status.get_status().result(), "Status")


def shown(future: CachingHttpFuture) -> str:
    """Take the future of any call."""
    return repr(future)


def of_models(character_id: CharacterID, token: Token, *, etags: bool) -> None:
    """Call operations of releases 8 to 10, and read rows by attribute."""
    prices = models.client.Market.GetMarketsPrices()
    assert_type(prices.results(use_etag=etags), list["stubs.MarketsPricesGetItem"])
    assert_type(prices.results()[0].average_price, float | None)
    rows, response = prices.results(return_response=True)
    assert_type(response, "ModelResponse")
    assert_type(rows[0].type_id, int)
    ids: PostUniverseNamesOperationBody = [character_id]
    assert_type(
        models.client.Universe.PostUniverseNames(body=ids).result(),
        list["stubs.UniverseNamesPostItem"],
    )
    listing = models.client.Corporation_Projects.GetCorporationsProjectsListing(
        corporation_id=1, token=token, limit=100
    )
    assert_type(listing.result().cursor, "stubs.Cursor | None")
    logged(models.client.Status.GetStatus())
    typed: GetStatusOperation = models.client.Status.GetStatus()
    assert_type(typed.result(), "stubs.Status")


def logged(operation: EsiOperation) -> str:
    """Take any operation."""
    return operation.operation.operationId


async def of_awaited_models() -> None:
    """Await operations of releases 8 to 10."""
    client = await models.client_async
    assert_type(await client.Status.GetStatus().result(), "stubs.Status")
    data, response = await client.Market.GetMarketsPrices().results(return_response=True)
    assert_type(data, list["stubs.MarketsPricesGetItem"])
    assert_type(response, "ModelResponse")
