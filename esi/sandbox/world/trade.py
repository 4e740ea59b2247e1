"""Make rows of markets, orders, contracts and loyalty stores."""

from typing import Any

from esi.sandbox.world import translations
from esi.sandbox.world.world import World

MINERALS = (34, 35, 36, 37, 38, 39, 40)
RANGES = ("region", "station", "solarsystem", "1", "2", "3", "4", "5", "10", "20", "30", "40")
FIRST_ORDER = 6_500_000_000
FIRST_CONTRACT = 190_000_000
OWN_CONTRACTS = 40
FIRST_OWN_CONTRACT = 180_000_000
CARGO = 500_000_000  # ISK: about the most that an order or a contract is worth
LIQUID = {*MINERALS, 44992}
STRUCTURE_ORDERS = 1_400

Row = dict[str, Any]


def api_number(value: float) -> float:
    """Return a number as the API writes it: whole numbers without a decimal point."""
    return int(value) if value == int(value) else round(value, 2)


def order_type(world: World, region_id: int, number: int) -> int:
    """Return the type that an order trades; every eighth is a mineral."""
    if number % 8 == 0:
        return MINERALS[number // 8 % len(MINERALS)]
    ids = world.traded
    # Plain arithmetic, for speed: a filter by type calls this for every order of a region.
    return ids[((number * 2_654_435_761 + region_id) >> 5) % len(ids)]


def is_buy(number: int) -> bool:
    """Return True for a buy order: two in five."""
    return number % 5 in {1, 3}


def stack(world: World, type_id: int, most: int = 100_000) -> int:
    """Return the largest plausible stack of a type: the dearer, the smaller."""
    return int(max(1, min(most, CARGO / max(0.01, world.types[type_id].price))))


def order(world: World, region_id: int, number: int, revision: int) -> Row:
    """Make a market order; `revision` changes its price and remaining volume.

    Sell prices are above all buy prices, and most are close to the best one, so that the orders of
    a type form a realistic order book.
    """
    rng = world.rng("order", region_id, number)
    type_id = order_type(world, region_id, number)
    stations = world.stations_of[region_id]
    station = rng.pick(stations)
    if number % 3:
        station = stations[0]  # most trade is at the region's hub
    total = rng.between(1, stack(world, type_id, 25_000_000))
    away = 0.01 + 0.3 * rng.unit() ** 2
    price = world.types[type_id].price * (1 - away if is_buy(number) else 1 + away)
    remain = rng.between(1, total)
    duration = rng.pick((3, 7, 14, 30, 90, 90, 90, 365))
    issued = rng.below(min(89, duration - 1) * 86_400)
    if revision:
        changed = world.rng("order", region_id, number, revision)
        price *= 0.995 + changed.unit() * 0.01
        remain = changed.between(1, remain)
    if rng.below(3) == 0 and price > 100:
        price = float(int(price)) if is_buy(number) else float(int(price) + 1)
    return {
        "duration": duration,
        "is_buy_order": is_buy(number),
        "issued": world.moment(issued),
        "location_id": station.station_id,
        "min_volume": 1,
        "order_id": FIRST_ORDER + region_id % 1000 * 10_000_000 + number,
        "price": api_number(max(price, 0.01)),
        "range": rng.pick(RANGES) if is_buy(number) else "region",
        "system_id": station.system_id,
        "type_id": type_id,
        "volume_remain": remain,
        "volume_total": total,
    }


def history(world: World, region_id: int, type_id: int, days: int = 400) -> list[Row]:
    """Make the daily history of a type, oldest first: a random walk to today's price."""
    base = average = max(world.types[type_id].price, 0.01)
    turnover = translations.REGIONS[region_id][0] * (7e8 if type_id in LIQUID else 3e7)
    rows = []
    for ago in range(1, days + 1):
        rng = world.rng("history", region_id, type_id, ago)
        average += (rng.unit() - 0.5) * base * 0.05 + (base - average) * 0.03
        low = average * (0.96 + rng.unit() * 0.03)
        high = average * (1.01 + rng.unit() * 0.03)
        volume = max(1, int(turnover * (0.5 + rng.unit()) / average))
        rows.append(
            {
                "average": api_number(average),
                "date": world.day(ago),
                "highest": api_number(high),
                "lowest": api_number(low),
                "order_count": min(volume, rng.between(1, 3000)),
                "volume": volume,
            }
        )
    return rows[::-1]


def prices(world: World) -> list[Row]:
    """Make adjusted and average price of each type; some types have only one of them."""
    rows = []
    for type_id, kind in world.types.items():
        rng = world.rng("prices", type_id)
        row: Row = {"type_id": type_id}
        if rng.below(20):
            row["adjusted_price"] = round(kind.price * (0.9 + rng.unit() * 0.2), 4)
        if rng.below(4):
            row["average_price"] = api_number(kind.price)
        rows.append(row)
    return rows


def insurance(world: World, language: str) -> list[Row]:
    """Make the insurance levels of each ship."""
    ships = [kind for kind in world.types.values() if translations.GROUPS[kind.group_id][0] == 6]
    return [
        {
            "type_id": ship.type_id,
            "levels": [
                {
                    "cost": api_number(ship.price * 0.05 * (level + 1)),
                    "name": name[language],
                    "payout": api_number(ship.price * 0.1 * (level + 4)),
                }
                for level, name in enumerate(translations.INSURANCE)
            ],
        }
        for ship in ships
    ]


def structure_order(
    world: World, structure_id: int, region_id: int, number: int, revision: int
) -> Row:
    """Make an order in a structure's market; region listings have none of them."""
    place = structure_id % 10_000_000 // 1_000_000 * 500 + structure_id % 1000
    first = 5_000_000 + place * STRUCTURE_ORDERS
    row = order(world, region_id, first + number, revision)
    del row["system_id"]
    return {**row, "location_id": structure_id}


def own_orders(world: World, owner_id: int, count: int = 12) -> list[Row]:
    """Make the open orders of a character or corporation, which are in the regions' listings."""
    first = owner_id % 1000 * 100 + (4000 if owner_id in world.corporations else 0)
    return [_own_order(world, owner_id, first + number, number) for number in range(count)]


def past_order(world: World, owner_id: int, number: int) -> Row:
    """Make an order that is no longer in a listing: expired, sold out or cancelled."""
    first = -1000 * (owner_id % 1000 + (500 if owner_id in world.corporations else 0))
    row = _own_order(world, owner_id, first - number, number)
    rng = world.rng("past order", owner_id, number)
    state = rng.pick(("cancelled", "expired", "expired"))
    if state == "expired" and rng.below(2):
        row |= {"volume_remain": 0, **({"escrow": 0} if "escrow" in row else {})}
    ended = rng.below(30 * 86_400)
    lasted = row["duration"] * 86_400 if state == "expired" else rng.below(row["duration"] * 86_400)
    return {**row, "issued": world.moment(ended + lasted), "state": state}


def _own_order(world: World, owner_id: int, number: int, place: int) -> Row:
    """Make an order with the fields that only its owner sees."""
    region_id = 10000002 if place % 3 else 10000043
    row = order(world, region_id, number, 0)
    buys = row.pop("is_buy_order")
    del row["system_id"]
    row["region_id"] = region_id
    if owner_id in world.corporations:
        members = world.members(owner_id)
        row |= {"issued_by": members[place % len(members)], "wallet_division": place % 7 + 1}
    else:
        row["is_corporation"] = False
    if buys:
        return row | {
            "is_buy_order": True,
            "escrow": api_number(row["price"] * row["volume_remain"]),
        }
    # Sell orders have neither field, as in the real listing.
    del row["min_volume"]
    return row


def contract(world: World, region_id: int, number: int, own_id: int = 0) -> Row:
    """Make a public contract, or one with an id of its own; its fields depend on its type."""
    rng = world.rng("contract", region_id, number)
    issuer = rng.pick(tuple(world.characters.values()))
    stations = world.stations_of[region_id]
    issued = rng.below(13 * 86_400)
    number_of_it = own_id or contract_id(region_id, number)
    row: Row = {
        "contract_id": number_of_it,
        "date_expired": world.moment(issued - 14 * 86_400),
        "date_issued": world.moment(issued),
        "for_corporation": rng.below(5) == 0,
        "issuer_corporation_id": issuer.corporation_id,
        "issuer_id": issuer.character_id,
        "start_location_id": rng.pick(stations).station_id,
        "type": contract_type(number),
        "volume": api_number(rng.below(10_000_000) / 100),
    }
    if row["type"] == "courier":
        return row | {
            "collateral": rng.below(10**9),
            "days_to_complete": rng.between(1, 7),
            "end_location_id": rng.pick(stations).station_id,
            "reward": api_number(rng.below(10**9) / 100),
        }
    worth = sum(
        world.types[item["type_id"]].price * item["quantity"] * (1 if item["is_included"] else -1)
        for item in contract_items(world, number_of_it)
    )
    row |= {"price": api_number(max(0, worth) * (0.8 + 0.4 * rng.unit())), "title": f"Lot {number}"}
    if row["type"] == "auction":
        row["buyout"] = row["price"] * 2
    return row


def own_contract(world: World, owner_id: int, number: int) -> Row:
    """Make a contract of a character, or of a corporation, with its acceptor and status."""
    rng = world.rng("own contract", owner_id, number)
    corporate = owner_id in world.corporations
    issuer = rng.pick(world.members(owner_id)) if corporate else owner_id
    other = rng.pick(tuple(world.characters))
    status = ("outstanding", "finished", "in_progress", "finished", "deleted")[number % 5]
    issued = rng.below(13 * 86_400) + (0 if status == "outstanding" else 14 * 86_400)
    own_id = own_contract_id(world, owner_id, number)
    row = contract(world, 10000002, number, own_id) | {
        "acceptor_id": other if status in {"finished", "in_progress"} else 0,
        "assignee_id": other if number % 2 else 0,
        "availability": "personal" if number % 2 else "public",
        "date_expired": world.moment(issued - 14 * 86_400),
        "date_issued": world.moment(issued),
        "for_corporation": corporate,
        "issuer_corporation_id": world.characters[issuer].corporation_id,
        "issuer_id": issuer,
        "status": status,
    }
    if row["acceptor_id"]:
        row["date_accepted"] = world.moment(issued - 86_400)
    if status == "finished":
        row["date_completed"] = world.moment(issued - 2 * 86_400)
    return row


def own_contract_id(world: World, owner_id: int, number: int) -> int:
    """Return the id of an owner's contract."""
    place = owner_id % 1000 + (500 if owner_id in world.corporations else 0)
    return FIRST_OWN_CONTRACT + place * 1000 + number


def contract_type(number: int) -> str:
    """Return the type of a contract."""
    return ("item_exchange", "item_exchange", "courier", "auction")[number % 4]


def contract_id(region_id: int, number: int) -> int:
    """Return the id of a region's contract."""
    return FIRST_CONTRACT + sorted(translations.REGIONS).index(region_id) * 100_000 + number


def contract_number(contract: int) -> int | None:
    """Return the number of a contract within its region; None for an id out of range."""
    offset = contract - FIRST_CONTRACT
    return offset % 100_000 if 0 <= offset < len(translations.REGIONS) * 100_000 else None


def contract_items(world: World, contract: int) -> list[Row]:
    """Make the items of a contract."""
    count = world.rng("contract-items", contract).between(1, 5)
    return [_contract_item(world, contract, number) for number in range(count)]


def _contract_item(world: World, contract: int, number: int) -> Row:
    rng = world.rng("contract-item", contract, number)
    type_id = rng.pick(world.traded)
    if rng.below(5) == 0:
        type_id = rng.pick(tuple(world.products))
    row: Row = {
        "is_included": number == 0 or rng.below(8) > 0,
        "item_id": 1_040_000_000_000 + contract * 100 + number,
        "quantity": rng.between(1, stack(world, type_id, 1000)),
        "record_id": contract * 100 + number,
        "type_id": type_id,
    }
    if type_id in world.products:
        row |= {
            "is_blueprint_copy": True,
            "material_efficiency": rng.between(0, 10),
            "quantity": 1,
            "runs": rng.between(1, 300),
            "time_efficiency": 2 * rng.between(0, 10),
        }
    return row


def loyalty_offers(world: World, corporation_id: int, count: int = 40) -> list[Row]:
    """Make the offers of a corporation's loyalty store."""
    rows = []
    for number in range(count):
        rng = world.rng("offer", corporation_id, number)
        type_id = rng.pick(world.traded)
        price = world.types[type_id].price
        quantity = rng.between(1, stack(world, type_id, 500))
        row: Row = {
            "isk_cost": int(price * quantity * 0.4),
            "lp_cost": max(1, int(price * quantity / 2000)),
            "offer_id": corporation_id % 1000 * 100 + number,
            "quantity": quantity,
            "required_items": [],
            "type_id": type_id,
        }
        if rng.below(3) == 0:
            row["required_items"] = [{"quantity": rng.between(1, 5000), "type_id": 34}]
        if rng.below(8) == 0:
            row["ak_cost"] = rng.between(1, 100)
        rows.append(row)
    return rows


def listing(world: World, number: int, sequence: int, revision: int) -> Row:
    """Make a listing of the Paragon Hub; some are gone and stay as tombstones."""
    rng = world.rng("listing", number)
    # Drawn first, so that a changed record keeps its id.
    listing_id, rare = rng.uuid(), rng.below(7) == 0
    state = "listed"
    if revision or rare:
        state = world.rng("listing", number, revision).pick(
            ("sold_out", "expired", "removed", "listed")
        )
    price: Row = (
        {"isk": api_number(rng.below(10**11) / 100)}
        if rng.below(2)
        else {"plex": rng.between(50, 5000)}
    )
    created = 60 * (6000 - number)
    return {
        "created": world.moment(created),
        "expires": world.moment(created - 30 * 86_400),
        "id": listing_id,
        "last_modified": world.moment(60 * (5000 - sequence)),
        "price": price,
        "quantity": 0 if state == "sold_out" else rng.between(1, 20),
        "seller_id": rng.pick(tuple(world.characters)),
        "skinr_id": f"{rng.below(1 << 160):040x}",
        "state": state,
    }
