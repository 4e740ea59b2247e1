"""Make rows of markets, contracts, wars and killmails."""

from collections.abc import Mapping, Sequence
from typing import Any

from esi.sandbox.world import translations
from esi.sandbox.world.seeded_random import SeededRandom, day, moment
from esi.sandbox.world.world import World

MINERALS = (34, 35, 36, 37, 38, 39, 40)
RANGES = ("region", "station", "solarsystem", "1", "2", "3", "4", "5", "10", "20", "30", "40")
FIRST_ORDER = 6_500_000_000
FIRST_CONTRACT = 190_000_000
FIRST_WAR = 700_001
WARS = 2_600
FIRST_KILL = 120_000_001
KILLS = 50

Row = dict[str, Any]


def api_number(value: float) -> float:
    """Return a number as the API writes it: whole numbers without a decimal point."""
    return int(value) if value == int(value) else round(value, 2)


def order_type(world: World, region_id: int, number: int) -> int:
    """Return the type that an order trades; every eighth is a mineral."""
    if number % 8 == 0:
        return MINERALS[number // 8 % len(MINERALS)]
    ids = world.type_ids
    # Plain arithmetic, for speed: a filter by type calls this for every order of a region.
    return ids[((number * 2_654_435_761 + region_id) >> 5) % len(ids)]


def is_buy(number: int) -> bool:
    """Return True for a buy order: two in five."""
    return number % 5 in {1, 3}


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
    total = rng.between(1, 100_000)
    away = 0.01 + 0.3 * rng.unit() ** 2
    price = world.types[type_id].price * (1 - away if is_buy(number) else 1 + away)
    remain = rng.between(1, total)
    issued = rng.below(89 * 86_400)
    if revision:
        changed = world.rng("order", region_id, number, revision)
        price *= 0.995 + changed.unit() * 0.01
        remain = changed.between(1, remain)
    if rng.below(3) == 0 and price > 100:
        price = float(int(price)) if is_buy(number) else float(int(price) + 1)
    return {
        "duration": rng.pick((1, 3, 7, 14, 30, 90, 365)),
        "is_buy_order": is_buy(number),
        "issued": moment(issued),
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
    base = average = world.types[type_id].price
    rows = []
    for ago in range(1, days + 1):
        rng = world.rng("history", region_id, type_id, ago)
        average += (rng.unit() - 0.5) * base * 0.05 + (base - average) * 0.03
        low = average * (0.96 + rng.unit() * 0.03)
        high = average * (1.01 + rng.unit() * 0.03)
        rows.append(
            {
                "average": api_number(average),
                "date": day(ago),
                "highest": api_number(high),
                "lowest": api_number(low),
                "order_count": rng.between(1, 3000),
                "volume": rng.between(10**9, 10**10),
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


def contract(world: World, region_id: int, number: int) -> Row:
    """Make a public contract; its fields depend on its type, as in the real listing."""
    rng = world.rng("contract", region_id, number)
    issuer = rng.pick(tuple(world.characters.values()))
    stations = world.stations_of[region_id]
    issued = rng.below(13 * 86_400)
    row: Row = {
        "contract_id": contract_id(region_id, number),
        "date_expired": moment(issued - 14 * 86_400),
        "date_issued": moment(issued),
        "for_corporation": rng.below(5) == 0,
        "issuer_corporation_id": issuer.corporation_id,
        "issuer_id": issuer.character_id,
        "start_location_id": rng.pick(stations).station_id,
        "type": contract_type(number),
        "volume": api_number(rng.below(10_000_000) / 100),
    }
    if row["type"] == "courier":
        row |= {
            "collateral": rng.below(10**9),
            "days_to_complete": rng.between(1, 7),
            "end_location_id": rng.pick(stations).station_id,
            "reward": api_number(rng.below(10**9) / 100),
        }
    else:
        row |= {"price": api_number(rng.below(10**11) / 100), "title": f"Lot {number}"}
    if row["type"] == "auction":
        row["buyout"] = row["price"] * 2
    return row


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


def contract_item(world: World, contract: int, number: int) -> Row:
    """Make an item of a contract."""
    rng = world.rng("contract-item", contract, number)
    row: Row = {
        "is_included": number > 0 or rng.below(4) > 0,
        "item_id": 1_040_000_000_000 + contract * 100 + number,
        "quantity": rng.between(1, 1000),
        "record_id": contract * 100 + number,
        "type_id": rng.pick(world.type_ids),
    }
    if rng.below(5) == 0:
        row |= {
            "is_blueprint_copy": True,
            "material_efficiency": rng.between(0, 10),
            "runs": rng.between(1, 300),
            "time_efficiency": rng.between(0, 20),
        }
    return row


def wars(before: int | None) -> list[int]:
    """Return at most 2000 ids of wars, newest first, that are smaller than `before`."""
    newest = FIRST_WAR + WARS - 1
    start = newest if before is None else min(newest, before - 1)
    return list(range(start, max(FIRST_WAR, start - 1999) - 1, -1))


def kill_hash(world: World, kill: int) -> str:
    """Return the hash of a killmail."""
    return f"{world.rng('kill', kill).below(1 << 160):040x}"


def killmail(world: World, kill: int) -> Row:
    """Make a killmail: a victim, its cargo with a container in it, and up to five attackers."""
    rng = world.rng("killmail", kill)
    victim, *attackers = _sample(rng, tuple(world.characters.values()), rng.between(2, 6))
    ships = [kind.type_id for kind in world.types.values() if kind.group_id in {25, 26, 1305}]
    damage = rng.between(1_000, 50_000)
    position = {axis: float(rng.between(-(10**12), 10**12)) for axis in "xyz"}
    row: Row = {
        "attackers": [
            {
                "character_id": attacker.character_id,
                "corporation_id": attacker.corporation_id,
                **({"alliance_id": attacker.alliance_id} if attacker.alliance_id else {}),
                "damage_done": damage // len(attackers),
                "final_blow": index == 0,
                "security_status": round(rng.unit() * 10 - 5, 1),
                "ship_type_id": rng.pick(ships),
                "weapon_type_id": rng.pick(world.types_of[55]),
            }
            for index, attacker in enumerate(attackers)
        ],
        "killmail_id": kill,
        "killmail_time": moment(rng.below(30 * 86_400)),
        "solar_system_id": rng.pick(tuple(world.systems)),
        "victim": {
            "character_id": victim.character_id,
            "corporation_id": victim.corporation_id,
            "damage_taken": damage,
            "items": [
                {"flag": 5, "item_type_id": 34, "quantity_dropped": 1200, "singleton": 0},
                {
                    "flag": 5,
                    "item_type_id": 400_000,
                    "items": [
                        {"flag": 0, "item_type_id": 35, "quantity_destroyed": 7, "singleton": 0}
                    ],
                    "quantity_destroyed": 1,
                    "singleton": 0,
                },
            ],
            "position": position,
            "ship_type_id": rng.pick(ships),
        },
    }
    if rng.below(3) == 0:
        row["war_id"] = FIRST_WAR + rng.below(WARS)
    return row


def _sample(rng: SeededRandom, choices: Sequence[Any], count: int) -> list[Any]:
    left = list(choices)
    return [left.pop(rng.below(len(left))) for _ in range(min(count, len(left)))]


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
    price: Mapping[str, float] = (
        {"isk": api_number(rng.below(10**11) / 100)}
        if rng.below(2)
        else {"plex": rng.between(50, 5000)}
    )
    created = 60 * (6000 - number)
    return {
        "created": moment(created),
        "expires": moment(created - 30 * 86_400),
        "id": listing_id,
        "last_modified": moment(60 * (5000 - sequence)),
        "price": price,
        "quantity": 0 if state == "sold_out" else rng.between(1, 20),
        "seller_id": rng.pick(tuple(world.characters)),
        "skinr_id": f"{rng.below(1 << 160):040x}",
        "state": state,
    }
