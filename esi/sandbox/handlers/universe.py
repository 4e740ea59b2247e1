"""Handlers of the universe: places, items and their names, in eight languages."""

from esi.sandbox.handlers.registry import (
    HANDLERS,
    HandlerRequest,
    Refusal,
    handles,
    id_list,
    lookup,
)
from esi.sandbox.world import static_data, translations
from esi.sandbox.world.seeded_random import SeededRandom
from esi.sandbox.world.trade import Row, api_number
from esi.sandbox.world.world import ATTRIBUTES, EFFECTS, MOON


@handles("get /universe/types/{type_id}")
def _type(request: HandlerRequest) -> Row:
    kind = lookup(request.world.types, request.args["type_id"], "Type not found!")
    name = kind.name[request.language]
    row: Row = {
        "description": request.description(name),
        "group_id": kind.group_id,
        "mass": api_number(kind.volume * 40),
        "name": name,
        "packaged_volume": api_number(kind.volume),
        "portion_size": static_data.portion_size(kind.group_id),
        "published": True,
        "type_id": kind.type_id,
        "volume": api_number(kind.volume),
    }
    if kind.market_group_id is not None:
        row["market_group_id"] = kind.market_group_id
    if translations.GROUPS[kind.group_id][0] != 4:
        row |= {
            "capacity": 0,
            "dogma_attributes": [
                {"attribute_id": number, "value": value}
                for number, value in zip(ATTRIBUTES, (350, 12.5), strict=True)
            ],
            "dogma_effects": [{"effect_id": n, "is_default": False} for n in EFFECTS],
            "graphic_id": 20,
            "radius": 39.5,
        }
    return row


@handles("get /universe/groups/{group_id}")
def _group(request: HandlerRequest) -> Row:
    number = request.args["group_id"]
    category, _, name = lookup(translations.GROUPS, number, "Group not found!")
    return {
        "category_id": category,
        "group_id": number,
        "name": name[request.language],
        "published": True,
        "types": list(request.world.types_of[number]),
    }


@handles("get /universe/categories/{category_id}")
def _category(request: HandlerRequest) -> Row:
    number = request.args["category_id"]
    return {
        "category_id": number,
        "groups": sorted(g for g, row in translations.GROUPS.items() if row[0] == number),
        "name": lookup(translations.CATEGORIES, number, "Category not found!")[request.language],
        "published": True,
    }


@handles("get /universe/regions/{region_id}")
def _region_detail(request: HandlerRequest) -> Row:
    number = request.region_id
    name = translations.REGIONS[number][1][request.language]
    row: Row = {
        "constellations": [
            c.constellation_id
            for c in request.world.constellations.values()
            if c.region_id == number
        ],
        "name": name,
        "region_id": number,
    }
    if number % 2 == 0:
        row["description"] = request.description(name)
    return row


@handles("get /universe/constellations/{constellation_id}")
def _constellation(request: HandlerRequest) -> Row:
    number = request.args["constellation_id"]
    place = lookup(request.world.constellations, number, "Constellation not found!")
    return {
        "constellation_id": number,
        "name": place.name[request.language],
        "position": _position(request.world.rng("position", number)),
        "region_id": place.region_id,
        "systems": list(place.systems),
    }


def _position(rng: SeededRandom) -> dict[str, float]:
    return {axis: float(rng.between(-(10**17), 10**17)) for axis in "xyz"}


@handles("get /universe/systems/{system_id}")
def _system(request: HandlerRequest) -> Row:
    number = request.args["system_id"]
    place = lookup(request.world.systems, number, "System not found!")
    row: Row = {
        "constellation_id": place.constellation_id,
        "name": place.name[request.language],
        "planets": [
            {**({"moons": [planet + MOON]} if place else {}), "planet_id": planet}
            for place, planet in enumerate(request.world.planets(number))
        ],
        "position": static_data.position(request.world, number),
        "security_status": place.security,
        "star_id": number + 9_000_000,
        "stations": list(place.stations),
        "system_id": number,
    }
    if place.security > 0:
        row["security_class"] = "B"
    return row


@handles("get /universe/planets/{planet_id}")
def _planet(request: HandlerRequest) -> Row:
    return _orbiting(request, request.args["planet_id"], "planet")


@handles("get /universe/moons/{moon_id}")
def _moon(request: HandlerRequest) -> Row:
    return _orbiting(request, request.args["moon_id"] - MOON, "moon")


def _orbiting(request: HandlerRequest, planet: int, kind: str) -> Row:
    """Describe a planet, or its moon; the first planet of a system has none."""
    for system in request.world.systems.values():
        planets = request.world.planets(system.system_id)
        if planet in planets and (kind == "planet" or planet != next(iter(planets))):
            break
    else:
        raise Refusal(404, f"{kind.capitalize()} not found!")
    name = f"{system.name['en']} {('I', 'II', 'III', 'IV', 'V')[list(planets).index(planet)]}"
    row: Row = {"position": _position(request.world.rng(kind, planet))}
    row["system_id"] = system.system_id
    if kind == "moon":
        return row | {"moon_id": planet + MOON, "name": f"{name} - Moon 1"}
    return row | {"name": name, "planet_id": planet, "type_id": planets[planet]}


@handles("get /universe/system_jumps")
def _jumps(request: HandlerRequest) -> list[Row]:
    return [
        {"ship_jumps": request.world.rng("jumps", number).between(1, 3000), "system_id": number}
        for number in sorted(request.world.systems)
    ]


@handles("get /universe/system_kills")
def _kills(request: HandlerRequest) -> list[Row]:
    rows = []
    for number in sorted(request.world.systems):
        rng = request.world.rng("kills", number)
        row = {"npc_kills": rng.below(2000), "pod_kills": rng.below(20)}
        rows.append({**row, "ship_kills": rng.below(60), "system_id": number})
    return rows


@handles("get /universe/stations/{station_id}")
def _station(request: HandlerRequest) -> Row:
    number = request.args["station_id"]
    station = lookup(request.world.stations, number, "Station not found!")
    return {
        "max_dockable_ship_volume": 50_000_000,
        "name": station.name,
        "office_rental_cost": 10_000,
        "owner": station.owner,
        "position": _position(request.world.rng("station", number)),
        "race_id": 1,
        "reprocessing_efficiency": 0.5,
        "reprocessing_stations_take": 0.05,
        "services": ["market", "fitting", "docking", "reprocessing-plant"],
        "station_id": number,
        "system_id": station.system_id,
        "type_id": 1531,
    }


@handles("get /universe/races")
def _races(request: HandlerRequest) -> list[Row]:
    return [
        {
            "alliance_id": faction,
            "description": request.description(name[request.language]),
            "name": name[request.language],
            "race_id": number,
        }
        for number, (faction, name) in translations.RACES.items()
    ]


@handles("get /universe/bloodlines")
def _bloodlines(request: HandlerRequest) -> list[Row]:
    return [
        {
            "bloodline_id": number,
            "charisma": 5,
            "corporation_id": translations.FACTIONS[translations.RACES[race][0]][0],
            "description": request.description(name[request.language]),
            "intelligence": 5,
            "memory": 5,
            "name": name[request.language],
            "perception": 5,
            "race_id": race,
            "ship_type_id": 587,
            "willpower": 5,
        }
        for number, (race, name) in translations.BLOODLINES.items()
    ]


@handles("get /universe/factions")
def _factions(request: HandlerRequest) -> list[Row]:
    rows = []
    for number, (corporation, militia, system, name) in translations.FACTIONS.items():
        row: Row = {
            "corporation_id": corporation,
            "description": request.description(name[request.language]),
            "faction_id": number,
            "is_unique": True,
            "name": name[request.language],
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


@handles("post /universe/names")
def _names(request: HandlerRequest) -> list[Row]:
    names = request.world.names
    if any(number not in names for number in request.body):
        # As in the real API, one unknown id fails them all.
        raise Refusal(404, "Ensure all IDs are valid before resolving.")
    return [
        {"category": names[number][0], "id": number, "name": names[number][1]["en"]}
        for number in request.body
    ]


@handles("post /universe/ids")
def _ids_of(request: HandlerRequest) -> dict[str, list[Row]]:
    lists: dict[str, list[Row]] = {}
    for name in request.body:
        for category, number, _ in request.world.ids.get(name.casefold(), ()):
            known = request.world.names.get(number)
            label = known[1][request.language] if known and known[0] == category else name
            entry = {"id": number, "name": label}
            # `solar_system` is listed under `systems`.
            entries = lists.setdefault(f"{category.removeprefix('solar_')}s", [])
            if entry not in entries:
                entries.append(entry)
    return dict(sorted(lists.items()))


@handles("get /route/{origin}/{destination}")
def _route(request: HandlerRequest) -> list[int]:
    avoid = set(request.query.get("avoid", ()))
    return _way(request, request.args["origin"], request.args["destination"], avoid)


@handles("post /route/{origin_system_id}/{destination_system_id}")
def _post_route(request: HandlerRequest) -> Row:
    origin, destination = request.args["origin_system_id"], request.args["destination_system_id"]
    return {"route": _way(request, origin, destination, set(request.body.get("avoid_systems", ())))}


def _way(request: HandlerRequest, origin: int, destination: int, avoid: set[int]) -> list[int]:
    """Return the route with the fewest jumps through stargates; the preference is ignored."""
    for system in (origin, destination):
        lookup(request.world.systems, system, "System not found!")
    neighbours = static_data.neighbours(request.world)
    before, front = {origin: origin}, [origin]
    while front and destination not in before:
        steps = [(system, target) for system in front for target in neighbours[system]]
        front = []
        for system, target in steps:
            if target not in before and (target not in avoid or target == destination):
                before[target] = system
                front.append(target)
    if destination not in before:
        raise Refusal(404, "No route found")
    way = [destination]
    while way[-1] != origin:
        way.append(before[way[-1]])
    return way[::-1]


# Handlers of one expression.
HANDLERS.update(
    {
        "get /universe/categories": lambda _: sorted(translations.CATEGORIES),
        "get /universe/constellations": lambda request: sorted(request.world.constellations),
        "get /universe/groups": lambda _: id_list(sorted(translations.GROUPS), first_new=9_000),
        "get /universe/regions": lambda _: sorted(translations.REGIONS),
        "get /universe/systems": lambda request: sorted(request.world.systems),
        "get /universe/types": lambda request: id_list(request.world.type_ids, first_new=900_000),
    }
)
