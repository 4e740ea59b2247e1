"""Answers of status, markets, contracts, wars and losses."""

from esi.sandbox.documents.openapi import routes_at
from esi.sandbox.handlers.registry import (
    AskedRequest,
    Refusal,
    answers,
    described,
    found,
    id_list,
    region,
)
from esi.sandbox.routes.table import ROUTES
from esi.sandbox.simulation.cache_turnover import Listing
from esi.sandbox.world import trade, translations
from esi.sandbox.world.seeded_random import moment
from esi.sandbox.world.trade import Row


@answers("get /status")
def _status(ask: AskedRequest) -> Row:
    players = 20_000 + ask.world.dice("players", ask.generation).below(15_000)
    return {
        "players": players,
        "server_version": "2800000",
        "start_time": moment(0),
        "vip": False,
    }


@answers("get /meta/compatibility-dates")
def _dates(ask: AskedRequest) -> Row:
    return {"compatibility_dates": sorted(ask.dates(), reverse=True)}


@answers("get /meta/status")
def _routes_status(ask: AskedRequest) -> Row:
    return {
        "routes": [
            {"method": route.method.upper(), "path": route.path, "status": "OK"}
            for route in routes_at(ask.date)
        ]
    }


@answers("get /meta/changelog")
def _changelog(_: AskedRequest) -> Row:
    log: dict[str, list[Row]] = {}
    for route in ROUTES:
        log.setdefault(route.since, []).append(
            {
                "compatibility_date": route.since,
                "description": route.summary,
                "method": route.method.upper(),
                "path": route.path,
                "type": "new",
            }
        )
        if route.until:
            log.setdefault(route.until, []).append(
                {
                    "compatibility_date": route.until,
                    "description": f"{route.summary} changed",
                    "method": route.method.upper(),
                    "path": route.path,
                    "type": "breaking",
                }
            )
    return {"changelog": dict(sorted(log.items(), reverse=True))}


@answers("get /markets/{region_id}/orders")
def _orders(ask: AskedRequest) -> Listing:
    region_id, world = region(ask), ask.world
    side, type_id = ask.query.get("order_type", "all"), ask.query.get("type_id")
    if type_id is not None:
        found(world.types, type_id, "Type not found!")

    def keep(number: int) -> bool:
        if side != "all" and trade.is_buy(number) is not (side == "buy"):
            return False
        return type_id is None or trade.order_type(world, region_id, number) == type_id

    return Listing(
        make=lambda number, revision: trade.order(world, region_id, number, revision),
        count=translations.REGIONS[region_id][0] * 1000 - 400,
        filter=None if side == "all" and type_id is None else (side, type_id),
        keep=keep,
    )


@answers("get /markets/{region_id}/history")
def _history(ask: AskedRequest) -> list[Row]:
    type_id = ask.query["type_id"]
    found(ask.world.types, type_id, "Type not found!")
    return trade.history(ask.world, region(ask), type_id)


@answers("get /markets/{region_id}/types")
def _traded(ask: AskedRequest) -> Listing:
    region(ask)
    return id_list(ask.world.type_ids, first_new=900_000)


@answers("get /markets/prices")
def _prices(ask: AskedRequest) -> list[Row]:
    return trade.prices(ask.world)


@answers("get /markets/groups")
def _market_groups(ask: AskedRequest) -> list[int]:
    return list(ask.world.market_groups)


@answers("get /markets/groups/{market_group_id}")
def _market_group(ask: AskedRequest) -> Row:
    number = ask.args["market_group_id"]
    parent, name, types = found(ask.world.market_groups, number, "Market group not found!")
    row: Row = {
        "description": described(name[ask.language], ask),
        "market_group_id": number,
        "name": name[ask.language],
        "types": list(types),
    }
    if parent is not None:
        row["parent_group_id"] = parent
    return row


@answers("get /contracts/public/{region_id}")
def _contracts(ask: AskedRequest) -> Listing:
    region_id, world = region(ask), ask.world
    return Listing(
        make=lambda number, _: trade.contract(world, region_id, number),
        count=2_400 if region_id == 10000002 else 300,
    )


@answers("get /contracts/public/items/{contract_id}")
def _contract_items(ask: AskedRequest) -> Listing:
    contract, world = ask.args["contract_id"], ask.world
    number = trade.contract_number(contract)
    if number is None or trade.contract_type(number) == "courier":
        raise Refusal(404, "Contract not found!")
    count = world.dice("contract-items", contract).between(1, 5)
    return Listing(
        make=lambda index, _: trade.contract_item(world, contract, index),
        count=count,
        steady=True,
    )


@answers("get /wars")
def _wars(ask: AskedRequest) -> list[int]:
    return trade.wars(ask.query.get("max_war_id"))


@answers("get /killmails/{killmail_id}/{killmail_hash}")
def _killmail(ask: AskedRequest) -> Row:
    kill = ask.args["killmail_id"]
    if not trade.FIRST_KILL <= kill < trade.FIRST_KILL + trade.KILLS:
        raise Refusal(404, "Killmail not found")
    if ask.args["killmail_hash"] != trade.kill_hash(ask.world, kill):
        raise Refusal(422, "Invalid killmail_id and/or killmail_hash")
    return trade.killmail(ask.world, kill)


@answers("get /insurance/prices")
def _insurance(ask: AskedRequest) -> list[Row]:
    return trade.insurance(ask.world, ask.language)
