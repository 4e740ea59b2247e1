"""Answers of the universe: places, things and their names, in eight languages."""

from esi.sandbox.handlers.registry import (
    AskedRequest,
    Refusal,
    answers,
    described,
    found,
    id_list,
    region,
)
from esi.sandbox.simulation.cache_turnover import Listing
from esi.sandbox.world import translations
from esi.sandbox.world.seeded_random import Dice
from esi.sandbox.world.trade import Row, number_of


@answers("get /universe/types")
def _types(ask: AskedRequest) -> Listing:
    return id_list(ask.world.type_ids, first_new=900_000)


@answers("get /universe/types/{type_id}")
def _type(ask: AskedRequest) -> Row:
    kind = found(ask.world.types, ask.args["type_id"], "Type not found!")
    name = kind.name[ask.language]
    row: Row = {
        "description": described(name, ask),
        "group_id": kind.group_id,
        "market_group_id": kind.market_group_id,
        "mass": number_of(kind.volume * 40),
        "name": name,
        "packaged_volume": number_of(kind.volume),
        "portion_size": 1,
        "published": True,
        "type_id": kind.type_id,
        "volume": number_of(kind.volume),
    }
    if translations.GROUPS[kind.group_id][0] != 4:
        row |= {
            "capacity": 0,
            "dogma_attributes": [
                {"attribute_id": 9, "value": 350},
                {"attribute_id": 30, "value": 12.5},
            ],
            "dogma_effects": [{"effect_id": 12, "is_default": False}],
            "graphic_id": 20,
            "radius": 39.5,
        }
    return row


@answers("get /universe/groups")
def _groups(_: AskedRequest) -> Listing:
    return id_list(sorted(translations.GROUPS), first_new=9_000)


@answers("get /universe/groups/{group_id}")
def _group(ask: AskedRequest) -> Row:
    number = ask.args["group_id"]
    category, _, name = found(translations.GROUPS, number, "Group not found!")
    return {
        "category_id": category,
        "group_id": number,
        "name": name[ask.language],
        "published": True,
        "types": list(ask.world.types_of[number]),
    }


@answers("get /universe/categories")
def _categories(_: AskedRequest) -> list[int]:
    return sorted(translations.CATEGORIES)


@answers("get /universe/categories/{category_id}")
def _category(ask: AskedRequest) -> Row:
    number = ask.args["category_id"]
    return {
        "category_id": number,
        "groups": sorted(g for g, row in translations.GROUPS.items() if row[0] == number),
        "name": found(translations.CATEGORIES, number, "Category not found!")[ask.language],
        "published": True,
    }


@answers("get /universe/regions")
def _regions(_: AskedRequest) -> list[int]:
    return sorted(translations.REGIONS)


@answers("get /universe/regions/{region_id}")
def _region_detail(ask: AskedRequest) -> Row:
    number = region(ask)
    name = translations.REGIONS[number][1][ask.language]
    row: Row = {
        "constellations": [
            c.constellation_id for c in ask.world.constellations.values() if c.region_id == number
        ],
        "name": name,
        "region_id": number,
    }
    if number % 2 == 0:
        row["description"] = described(name, ask)
    return row


@answers("get /universe/constellations")
def _constellations(ask: AskedRequest) -> list[int]:
    return sorted(ask.world.constellations)


@answers("get /universe/constellations/{constellation_id}")
def _constellation(ask: AskedRequest) -> Row:
    number = ask.args["constellation_id"]
    place = found(ask.world.constellations, number, "Constellation not found!")
    return {
        "constellation_id": number,
        "name": place.name[ask.language],
        "position": _position(ask.world.dice("position", number)),
        "region_id": place.region_id,
        "systems": list(place.systems),
    }


def _position(dice: Dice) -> dict[str, float]:
    return {axis: float(dice.between(-(10**17), 10**17)) for axis in "xyz"}


@answers("get /universe/systems")
def _systems(ask: AskedRequest) -> list[int]:
    return sorted(ask.world.systems)


@answers("get /universe/systems/{system_id}")
def _system(ask: AskedRequest) -> Row:
    number = ask.args["system_id"]
    place = found(ask.world.systems, number, "System not found!")
    dice = ask.world.dice("system", number)
    row: Row = {
        "constellation_id": place.constellation_id,
        "name": place.name[ask.language],
        "planets": [
            {"planet_id": number + 10_000_000}
            if planet == 0
            else {
                "moons": [number + 20_000_000 + planet],
                "planet_id": number + 10_000_000 + planet,
            }
            for planet in range(dice.between(1, 5))
        ],
        "position": _position(dice),
        "security_status": place.security,
        "star_id": number + 9_000_000,
        "stations": list(place.stations),
        "system_id": number,
    }
    if place.security > 0:
        row["security_class"] = "B"
    return row


@answers("get /universe/system_jumps")
def _jumps(ask: AskedRequest) -> list[Row]:
    return [
        {"ship_jumps": ask.world.dice("jumps", number).between(1, 3000), "system_id": number}
        for number in sorted(ask.world.systems)
    ]


@answers("get /universe/system_kills")
def _kills(ask: AskedRequest) -> list[Row]:
    rows = []
    for number in sorted(ask.world.systems):
        dice = ask.world.dice("kills", number)
        row = {"npc_kills": dice.below(2000), "pod_kills": dice.below(20)}
        rows.append({**row, "ship_kills": dice.below(60), "system_id": number})
    return rows


@answers("get /universe/stations/{station_id}")
def _station(ask: AskedRequest) -> Row:
    number = ask.args["station_id"]
    station = found(ask.world.stations, number, "Station not found!")
    return {
        "max_dockable_ship_volume": 50_000_000,
        "name": station.name,
        "office_rental_cost": 10_000,
        "owner": station.owner,
        "position": _position(ask.world.dice("station", number)),
        "race_id": 1,
        "reprocessing_efficiency": 0.5,
        "reprocessing_stations_take": 0.05,
        "services": ["market", "fitting", "docking", "reprocessing-plant"],
        "station_id": number,
        "system_id": station.system_id,
        "type_id": 1531,
    }


@answers("get /universe/races")
def _races(ask: AskedRequest) -> list[Row]:
    return [
        {
            "alliance_id": faction,
            "description": described(name[ask.language], ask),
            "name": name[ask.language],
            "race_id": number,
        }
        for number, (faction, name) in translations.RACES.items()
    ]


@answers("get /universe/factions")
def _factions(ask: AskedRequest) -> list[Row]:
    rows = []
    for number, (corporation, militia, system, name) in translations.FACTIONS.items():
        row: Row = {
            "corporation_id": corporation,
            "description": described(name[ask.language], ask),
            "faction_id": number,
            "is_unique": True,
            "name": name[ask.language],
            "size_factor": 5,
            "station_count": 900,
            "station_system_count": 300,
        }
        if militia:
            row["militia_corporation_id"] = militia
        if system:
            row["solar_system_id"] = system
        rows.append(row)
    return rows


@answers("post /universe/names")
def _names(ask: AskedRequest) -> list[Row]:
    names = ask.world.names
    if any(number not in names for number in ask.body):
        # One id that is no thing fails them all, which costs callers a search for the culprit.
        raise Refusal(404, "Ensure all IDs are valid before resolving.")
    return [
        {"category": names[number][0], "id": number, "name": names[number][1]["en"]}
        for number in ask.body
    ]


CATEGORY_LISTS = {
    "alliance": "alliances",
    "character": "characters",
    "constellation": "constellations",
    "corporation": "corporations",
    "faction": "factions",
    "inventory_type": "inventory_types",
    "region": "regions",
    "solar_system": "systems",
    "station": "stations",
}


@answers("post /universe/ids")
def _ids_of(ask: AskedRequest) -> dict[str, list[Row]]:
    lists: dict[str, list[Row]] = {}
    for name in ask.body:
        for category, number, _ in ask.world.ids.get(name.casefold(), ()):
            known = ask.world.names.get(number)
            label = known[1][ask.language] if known and known[0] == category else name
            entry = {"id": number, "name": label}
            entries = lists.setdefault(CATEGORY_LISTS[category], [])
            if entry not in entries:
                entries.append(entry)
    return dict(sorted(lists.items()))


@answers("get /route/{origin}/{destination}")
def _route(ask: AskedRequest) -> list[int]:
    avoid = set(ask.query.get("avoid", ()))
    return _way(ask, ask.args["origin"], ask.args["destination"], avoid)


@answers("post /route/{origin_system_id}/{destination_system_id}")
def _post_route(ask: AskedRequest) -> Row:
    origin, destination = ask.args["origin_system_id"], ask.args["destination_system_id"]
    return {"route": _way(ask, origin, destination, set(ask.body.get("avoid_systems", ())))}


def _way(ask: AskedRequest, origin: int, destination: int, avoid: set[int]) -> list[int]:
    """The systems in the order of their ids: the sandbox has no star gates."""
    for system in (origin, destination):
        found(ask.world.systems, system, "System not found!")
    low, high = sorted((origin, destination))
    between = [s for s in sorted(ask.world.systems) if low < s < high and s not in avoid]
    way = [low, *between[:20], high] if low != high else [low]
    return way if origin == low else way[::-1]
