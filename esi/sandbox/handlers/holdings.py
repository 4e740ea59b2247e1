"""Handlers of what characters and corporations own, trade, build, mine and shoot."""

from dataclasses import replace

from esi.sandbox.handlers.registry import (
    SHORT_PAGE,
    HandlerRequest,
    Refusal,
    both,
    handles,
    listed,
    lookup,
)
from esi.sandbox.simulation.cache_turnover import Listing
from esi.sandbox.world import corporations, holdings, industry, kills, trade, wallets
from esi.sandbox.world.trade import Row, api_number

CHARACTER_WALLET = "/characters/{character_id}/wallet"
DIVISION = "/corporations/{corporation_id}/wallets/{division}"
MINING = "get /corporation/{corporation_id}/mining"
ORDERS, CONTRACTS, PAST_ORDERS = 12, trade.OWN_CONTRACTS, 80


@handles(*both("get", "assets"))
def _assets(request: HandlerRequest) -> Listing:
    world, owner_id = request.world, request.owner_id
    return Listing(
        make=lambda number, revision: holdings.asset(world, owner_id, number, revision),
        count=holdings.ASSETS,
    )


@handles(*both("post", "assets/names"))
def _asset_names(request: HandlerRequest) -> list[Row]:
    first = holdings.asset_id(request.owner_id, 0)
    if any(not 0 <= item - first < 1_000_000 for item in request.body):
        raise Refusal(404, "Invalid item_ids were provided")
    return [
        {"item_id": item, "name": f"Box {item - first}" if (item - first) % 8 == 0 else "None"}
        for item in request.body
    ]


@handles(*both("get", "blueprints"))
def _blueprints(request: HandlerRequest) -> Listing:
    world, owner_id = request.world, request.owner_id
    return Listing(
        make=lambda number, _: holdings.blueprint(world, owner_id, number),
        count=holdings.BLUEPRINTS,
        static=True,
    )


@handles(*both("get", "industry/jobs"))
def _jobs(request: HandlerRequest) -> Listing | list[Row]:
    world, owner_id = request.world, request.owner_id
    rows = [holdings.job(world, owner_id, number) for number in range(holdings.JOBS)]
    current = not request.query.get("include_completed")

    def matches(number: int) -> bool:
        return not current or rows[number % holdings.JOBS]["status"] != "delivered"

    if "character_id" in request.args:
        return [row for number, row in enumerate(rows) if matches(number)]
    return replace(listed(rows), filter_key="current" if current else None, matches=matches)


@handles(*both("get", "killmails/recent"))
def _kills(request: HandlerRequest) -> Listing:
    return listed(kills.kill_list(request.world, request.owner_id))


@handles("get /killmails/{killmail_id}/{killmail_hash}")
def _killmail(request: HandlerRequest) -> Row:
    kill = request.args["killmail_id"]
    if not kills.FIRST_KILL <= kill < kills.FIRST_KILL + kills.KILLS:
        raise Refusal(404, "Killmail not found")
    if request.args["killmail_hash"] != kills.kill_hash(request.world, kill):
        raise Refusal(422, "Invalid killmail_id and/or killmail_hash")
    return kills.killmail(request.world, kill)


@handles(*both("get", "orders"))
def _orders(request: HandlerRequest) -> Listing | list[Row]:
    rows = trade.own_orders(request.world, request.owner_id, ORDERS)
    return rows if "character_id" in request.args else listed(rows)


@handles(*both("get", "orders/history"))
def _past_orders(request: HandlerRequest) -> Listing:
    rows = [trade.past_order(request.world, request.owner_id, n) for n in range(PAST_ORDERS)]
    return listed(sorted(rows, key=lambda row: str(row["issued"]), reverse=True))


@handles(*both("get", "contracts"))
def _contracts(request: HandlerRequest) -> Listing:
    world, owner_id = request.world, request.owner_id
    return listed([trade.own_contract(world, owner_id, number) for number in range(CONTRACTS)])


@handles(*both("get", "contracts/{contract_id}/items"))
def _contract_items(request: HandlerRequest) -> list[Row]:
    contract = request.args["contract_id"]
    number = contract - trade.own_contract_id(request.world, request.owner_id, 0)
    if not 0 <= number < CONTRACTS:
        raise Refusal(404, "Contract not found!")
    if trade.contract_type(number) == "courier":
        return []
    fields = ("is_included", "quantity", "record_id", "type_id")
    return [
        {name: item[name] for name in fields}
        | {"is_singleton": False}
        | ({"raw_quantity": -2} if "is_blueprint_copy" in item else {})
        for item in trade.contract_items(request.world, contract)
    ]


# Wallets


def _owner(request: HandlerRequest) -> wallets.Owner:
    if "division" not in request.args:
        return request.owner_id
    if request.args["division"] not in wallets.DIVISIONS:
        raise Refusal(400, "Invalid wallet division")
    return request.owner_id, request.args["division"]


def _balance(request: HandlerRequest, owner: wallets.Owner) -> float:
    """Return the newest balance of the journal, less what later generations spent."""
    spent = 0
    if request.generation:
        spent = request.world.rng("wallet", owner, request.generation).below(10**9)
    return api_number((wallets.wallet_balance(request.world, owner, 0) - spent) / 100)


@handles(f"get {CHARACTER_WALLET}")
def _wallet(request: HandlerRequest) -> float:
    return _balance(request, request.owner_id)


@handles("get /corporations/{corporation_id}/wallets")
def _wallets(request: HandlerRequest) -> list[Row]:
    owner_id = request.owner_id
    return [
        {"balance": _balance(request, (owner_id, division)), "division": division}
        for division in wallets.DIVISIONS
    ]


@handles(f"get {CHARACTER_WALLET}/journal", f"get {DIVISION}/journal")
def _journal(request: HandlerRequest) -> Listing:
    world, owner = request.world, _owner(request)
    return Listing(
        make=lambda number, _: wallets.journal(world, owner, number), count=wallets.ENTRIES
    )


@handles(f"get {CHARACTER_WALLET}/transactions", f"get {DIVISION}/transactions")
def _transactions(request: HandlerRequest) -> list[Row]:
    owner = _owner(request)
    start = newest = wallets.TRANSACTIONS - 1
    if "from_id" in request.query:
        # The row of that id comes first, as in the real API.
        start = min(newest, request.query["from_id"] - wallets.FIRST_TRANSACTION)
    numbers = range(start, max(-1, start - SHORT_PAGE), -1)
    return [wallets.transaction(request.world, owner, number) for number in numbers]


# Structures and mining


@handles("get /corporations/{corporation_id}/starbases")
def _starbases(request: HandlerRequest) -> Listing:
    starbases = dict.fromkeys(request.world.player_corporations, ())  # only structures
    return listed(lookup(starbases, request.owner_id, "Corporation not found"))


@handles("get /universe/structures")
def _structures(request: HandlerRequest) -> list[int]:
    return corporations.public_structures(request.world)


def _structure_of(request: HandlerRequest) -> tuple[int, int]:
    """Return the corporation and number of the structure in the path, if the reader may see it.

    The API does not tell structures that one may not see from ids of no structure.
    """
    found = corporations.owner_of(request.world, request.args["structure_id"])
    mine = request.reader and request.reader.corporation_id
    if found is None or not (corporations.is_public(found[1]) or mine == found[0]):
        raise Refusal(403, "Forbidden")
    return found


@handles("get /universe/structures/{structure_id}")
def _structure(request: HandlerRequest) -> Row:
    corporation_id, number = _structure_of(request)
    row = corporations.structure(request.world, corporation_id, number, 0, "en")
    rng = request.world.rng("position", row["structure_id"])
    return {
        "name": row["name"],
        "owner_id": corporation_id,
        "position": {axis: float(rng.between(-(10**12), 10**12)) for axis in "xyz"},
        "solar_system_id": row["system_id"],
        "type_id": row["type_id"],
    }


@handles("get /markets/structures/{structure_id}")
def _structure_orders(request: HandlerRequest) -> Listing:
    corporation_id, number = _structure_of(request)
    world, structure_id = request.world, request.args["structure_id"]
    system, services = corporations.structure_site(world, corporation_id, number)
    if services < 2:
        raise Refusal(403, "Market access denied")
    return Listing(
        make=lambda each, revision: trade.structure_order(
            world, structure_id, system.region_id, each, revision
        ),
        count=trade.STRUCTURE_ORDERS,
    )


@handles("get /characters/{character_id}/mining")
def _mined(request: HandlerRequest) -> Listing:
    return listed(industry.mined(request.world, request.owner_id))


@handles(f"{MINING}/extractions")
def _extractions(request: HandlerRequest) -> Listing:
    world, owner_id = request.world, request.owner_id
    numbers = [number for number, _ in corporations.refineries(owner_id)]
    return listed([industry.extraction(world, owner_id, number) for number in numbers])


@handles(f"{MINING}/observers")
def _observers(request: HandlerRequest) -> Listing:
    day = request.world.day(0)
    return listed(
        [
            {"last_updated": day, "observer_id": number, "observer_type": "structure"}
            for _, number in corporations.refineries(request.owner_id)
        ]
    )


@handles(f"{MINING}/observers/{{observer_id}}")
def _observed(request: HandlerRequest) -> Listing:
    owner_id, observer_id = request.owner_id, request.args["observer_id"]
    known = {number: owner_id for _, number in corporations.refineries(owner_id)}
    lookup(known, observer_id, "Observer not found")
    return listed(industry.observed(request.world, owner_id, observer_id))
