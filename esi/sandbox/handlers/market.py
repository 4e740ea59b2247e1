"""Handlers of status, markets, public contracts and wars."""

from esi.sandbox.documents.openapi import routes_at
from esi.sandbox.handlers.registry import (
    HANDLERS,
    HandlerRequest,
    Refusal,
    handles,
    id_list,
    listed,
    lookup,
)
from esi.sandbox.routes.table import ROUTES
from esi.sandbox.simulation.cache_turnover import Listing
from esi.sandbox.world import kills, trade, translations
from esi.sandbox.world.trade import Row


@handles("get /status")
def _status(request: HandlerRequest) -> Row:
    players = 20_000 + request.world.rng("players", request.generation).below(15_000)
    start = request.world.moment(0)
    return {"players": players, "server_version": "2800000", "start_time": start, "vip": False}


@handles("get /meta/status")
def _routes_status(request: HandlerRequest) -> Row:
    return {
        "routes": [
            {"method": route.method.upper(), "path": route.path, "status": "OK"}
            for route in routes_at(request.date)
        ]
    }


@handles("get /meta/changelog")
def _changelog(_: HandlerRequest) -> Row:
    log: dict[str, list[Row]] = {}
    for route in ROUTES:
        entry = {"method": route.method.upper(), "path": route.path}
        for date, kind, text in (
            (route.since, "new", route.summary),
            (route.until, "breaking", f"{route.summary} changed"),
        ):
            if date:
                entries = log.setdefault(date, [])
                entries.append(
                    {"compatibility_date": date, "description": text, "type": kind, **entry}
                )
    return {"changelog": dict(sorted(log.items(), reverse=True))}


@handles("get /markets/{region_id}/orders")
def _orders(request: HandlerRequest) -> Listing:
    region_id, world = request.region_id, request.world
    side, type_id = request.query.get("order_type", "all"), request.query.get("type_id")
    if type_id is not None:
        lookup(world.types, type_id, "Type not found!")

    def matches(number: int) -> bool:
        if side != "all" and trade.is_buy(number) is not (side == "buy"):
            return False
        return type_id is None or trade.order_type(world, region_id, number) == type_id

    return Listing(
        make=lambda number, revision: trade.order(world, region_id, number, revision),
        count=translations.REGIONS[region_id][0] * 1000 - 400,
        filter_key=None if side == "all" and type_id is None else (side, type_id),
        matches=matches,
    )


@handles("get /markets/{region_id}/history")
def _history(request: HandlerRequest) -> list[Row]:
    type_id = request.query["type_id"]
    lookup(request.world.types, type_id, "Type not found!")
    return trade.history(request.world, request.region_id, type_id)


@handles("get /markets/{region_id}/types")
def _traded(request: HandlerRequest) -> Listing:
    lookup(translations.REGIONS, request.args["region_id"], "Region not found!")
    return id_list(request.world.traded, first_new=900_000)


@handles("get /markets/groups/{market_group_id}")
def _market_group(request: HandlerRequest) -> Row:
    number = request.args["market_group_id"]
    parent, name, types = lookup(request.world.market_groups, number, "Market group not found!")
    row: Row = {
        "description": request.description(name[request.language]),
        "market_group_id": number,
        "name": name[request.language],
        "types": list(types),
    }
    if parent is not None:
        row["parent_group_id"] = parent
    return row


@handles("get /contracts/public/{region_id}")
def _contracts(request: HandlerRequest) -> Listing:
    region_id, world = request.region_id, request.world
    return Listing(
        make=lambda number, _: trade.contract(world, region_id, number),
        count=2_400 if region_id == 10000002 else 300,
    )


@handles("get /contracts/public/items/{contract_id}")
def _contract_items(request: HandlerRequest) -> Listing:
    contract = request.args["contract_id"]
    number = trade.contract_number(contract)
    if number is None or trade.contract_type(number) == "courier":
        raise Refusal(404, "Contract not found!")
    return listed(trade.contract_items(request.world, contract))


# Handlers of one expression.
HANDLERS.update(
    {
        "get /insurance/prices": lambda request: trade.insurance(request.world, request.language),
        "get /loyalty/stores/{corporation_id}/offers": lambda request: (
            trade.loyalty_offers(request.world, request.corporation.corporation_id)
            if request.corporation.faction_id
            else []
        ),
        "get /markets/groups": lambda request: list(request.world.market_groups),
        "get /markets/prices": lambda request: trade.prices(request.world),
        "get /meta/compatibility-dates": lambda request: {
            "compatibility_dates": sorted(request.dates(), reverse=True)
        },
        "get /wars": lambda request: kills.wars(request.query.get("max_war_id")),
    }
)
