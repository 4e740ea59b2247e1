"""Wrong uses: each line marked with codes is an error to mypy and to pyright, and no other is.

A mark names the code of mypy, then that of pyright: `# mypy-code / pyrightCode`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse  # pyright: ignore[reportMissingTypeStubs]

from esi.clients import EsiClientProvider
from esi.decorators import token_required
from esi.openapi_clients import ESIClientProvider
from esi_data import Esi, read

if TYPE_CHECKING:
    from esi.models import Token

site = EsiClientProvider()
models = ESIClientProvider("2026-08-18", "my-app", "1.0")


def names(esi: Esi) -> None:
    """Misspell what does not exist."""
    esi.client.Markt  # attr-defined / reportAttributeAccessIssue
    esi.client.Market.get_market_orders(region_id=1)  # attr-defined / reportAttributeAccessIssue
    site.client.Market.GetOrders(region_id=1)  # attr-defined / reportAttributeAccessIssue
    models.client.Market.GetOrders(region_id=1)  # attr-defined / reportAttributeAccessIssue
    models.client.Status.get_status()  # attr-defined / reportAttributeAccessIssue
    esi.client.Status.get_status().frmae()  # attr-defined / reportAttributeAccessIssue
    site.client.Status.get_status().frame()  # attr-defined / reportAttributeAccessIssue
    esi.pul("get_status")  # attr-defined / reportAttributeAccessIssue


def parameters(esi: Esi, token: Token) -> None:
    """Leave parameters out, misspell them, or pass values that do not fit."""
    orders = esi.client.Market.get_markets_region_id_orders
    orders()  # call-arg / reportCallIssue
    orders(region=1)  # call-arg / reportCallIssue
    orders(region_id="1")  # arg-type / reportArgumentType
    orders(region_id=1, order_type="x")  # arg-type / reportArgumentType
    orders(1)  # call-arg / reportCallIssue
    esi.client.Wallet.get_characters_character_id_wallet()  # call-overload / reportCallIssue
    esi.client.Universe.post_universe_names(ids=["Jita"])  # list-item / reportArgumentType
    site.client.Status.get_status(token=token)  # call-arg / reportCallIssue
    models.client.Universe.PostUniverseNames()  # call-arg / reportCallIssue
    models.client.Universe.PostUniverseNames(body=["Jita"])  # list-item / reportArgumentType


def options(esi: Esi) -> None:
    """Misspell options, or pass values that do not exist."""
    status = esi.client.Status.get_status()
    status.result(timout=5)  # call-arg / reportCallIssue
    status.results(max_pages="all")  # arg-type / reportArgumentType
    status.frame(walk="yes")  # arg-type / reportArgumentType
    Esi(on_limit="ignore")  # arg-type / reportArgumentType
    Esi(caches="folder")  # call-arg / reportCallIssue
    esi.pull("get_status", on_error="stop")  # arg-type / reportArgumentType
    esi.pull_to("x", "get_status", mode="add")  # arg-type / reportArgumentType
    read("x", engine="spark")  # call-overload / reportCallIssue reportArgumentType
    models.client.Status.GetStatus().result(use_etag="no")  # call-overload / reportArgumentType


def rows(esi: Esi) -> None:
    """Read what rows do not have."""
    status = esi.client.Status.get_status().result()
    status["player"]  # typeddict-item / reportGeneralTypeIssues
    status.players  # attr-defined / reportAttributeAccessIssue
    models.client.Status.GetStatus().result().player  # attr-defined / reportAttributeAccessIssue
    read("x", engine="polars").to_parquet("y")  # attr-defined / reportAttributeAccessIssue


@token_required()
def view(request: HttpRequest, token: Token, division: int) -> HttpResponse:
    """Show something."""
    return HttpResponse(f"{request.path} {token.pk} {division}".encode())


def views(request: HttpRequest, token: Token) -> None:
    """Call a view with an argument of its decorator, or without a required one."""
    view(request)  # call-arg / reportCallIssue
    view(request, token, 1)  # call-arg / reportCallIssue
