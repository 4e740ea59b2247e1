"""Make the static data export of the world: records of the places and items in its API.

There are two builds, which differ as real ones do: the second has new fields, an integer that has
become a fraction, another language, a new file, and lacks a file of the first.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from esi.sandbox.world import reference_data, translations
from esi.sandbox.world.industry import ORES, PRODUCT, RAW, SCHEMATIC
from esi.sandbox.world.reference_data import MINMATAR_FRIGATE, SPACESHIP_COMMAND
from esi.sandbox.world.trade import MINERALS, Row, api_number
from esi.sandbox.world.translations import Text, text
from esi.sandbox.world.world import MOON, PIRATE, SHIP_GROUPS, System, World

BUILDS = (3_000_001, 3_000_002)
RELEASES = ("2026-08-04T11:00:00Z", "2026-08-17T11:00:00Z")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
STATION_MOONS, BELTS, STARGATES = 40_600_000, 40_700_000, 50_900_000
DEPOT, ASSEMBLY, ACADEMY = 1, 2, 3
OPERATIONS = {DEPOT: "Depot", ASSEMBLY: "Assembly Plant", ACADEMY: "Academy"}
WORMHOLE_CLASSES = {"high": 7, "low": 8, "null": 9}
TECH_LEVEL, META_LEVEL, SKILL_1, LEVEL_1, SKILL_2, LEVEL_2 = 422, 633, 182, 277, 183, 278
PRIZE = 481  # attribute: what the game pays for a kill
EPOCH = (2026, 8, 4, 11, 0, 0)  # date of entries; fixed, so that archives are reproducible


def archive(world: World, build: int) -> bytes:
    """Return the archive of a build, as the site serves it."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in sorted(files(world, build).items()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, content)
    return data.getvalue()


def files(world: World, build: int) -> dict[str, bytes]:
    """Return the JSON Lines of each file of a build."""
    return {f"{name}.jsonl": lines(rows) for name, rows in tables(world, build).items()}


def lines(rows: list[Row]) -> bytes:
    """Return records as JSON Lines."""
    dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    return "".join(f"{dump(row)}\n" for row in rows).encode()


def release(build: int) -> Row:
    """Return the record that names a build and its date."""
    return {"_key": "sde", "buildNumber": build, "releaseDate": RELEASES[BUILDS.index(build)]}


def tables(world: World, build: int) -> dict[str, list[Row]]:
    """Return the records of each file of a build."""
    found = {
        "_sde": [release(build)],
        **_items(world),
        **_dogma(world),
        **_industry(world),
        **_map(world),
        **_owners(),
        **reference_data.tables(),
    }
    if build == BUILDS[1]:
        _change_schema(found)
    return found


def _change_schema(found: dict[str, list[Row]]) -> None:
    """Make the changes of the second build."""
    del found["compressibleTypes"]
    found["agentTypes"] = [{"_key": 1, "name": "NonAgent"}, {"_key": 2, "name": "BasicAgent"}]
    for row in found["types"]:
        row["isDynamicType"] = row["groupID"] in translations.MODULE_GROUPS
        row.pop("graphicID", None)
    for row in found["factions"]:
        row["sizeFactor"] += 0.5
    for row in found["categories"]:
        row["name"] = {**row["name"], "it": f"{row['name']['en']} (it)"}


def portion_size(group_id: int) -> int:
    """Return the units in a reprocessing batch: a hundred for ores, else one."""
    return 100 if translations.GROUPS[group_id][0] == 25 else 1


# Items


def _items(world: World) -> dict[str, list[Row]]:
    types, groups = [], []
    for type_id, kind in world.types.items():
        row: Row = {
            "_key": type_id,
            "basePrice": api_number(kind.price),
            "capacity": 0.0,
            "description": _description(kind.name),
            "graphicID": 20,
            "groupID": kind.group_id,
            "mass": api_number(kind.volume * 40),
            "name": kind.name,
            "portionSize": portion_size(kind.group_id),
            "published": True,
            "volume": api_number(kind.volume),
        }
        if kind.market_group_id is not None:
            row["marketGroupID"] = kind.market_group_id
        if kind.group_id in SHIP_GROUPS:
            row |= {"raceID": 2, "factionID": 500002, "metaGroupID": 2 if type_id > 30_000 else 1}
        elif kind.group_id in translations.MODULE_GROUPS:
            row["metaGroupID"] = 1
        types.append(row)
    for number, (category, _, name) in translations.GROUPS.items():
        groups.append(
            {
                "_key": number,
                "anchorable": False,
                "anchored": False,
                "categoryID": category,
                "fittableNonSingleton": False,
                "name": name,
                "published": True,
                "useBasePrice": False,
            }
        )
    market_groups = []
    for number, (parent, name, members) in world.market_groups.items():
        row = {"_key": number, "description": _description(name), "hasTypes": bool(members)}
        row["name"] = name
        if parent is not None:
            row["parentGroupID"] = parent
        market_groups.append(row)
    return {
        "types": types,
        "groups": groups,
        "categories": [
            {"_key": number, "name": name, "published": True}
            for number, name in translations.CATEGORIES.items()
        ],
        "marketGroups": market_groups,
        "metaGroups": [
            {"_key": number, "name": text(name)} for number, name in ((1, "Tech I"), (2, "Tech II"))
        ],
        "typeLists": [
            {
                "_key": 1,
                "name": "Frigates and minerals",
                "includedGroupIDs": [25, 18],
                "includedTypeIDs": [621],
                "excludedTypeIDs": [40],
            },
            {
                "_key": 2,
                "name": "Ships without capsules",
                "displayName": translations.CATEGORIES[6],
                "includedCategoryIDs": [6],
                "excludedGroupIDs": [29],
            },
        ],
        "compressibleTypes": [],
    }


def _description(name: Text) -> Text:
    return {code: words.format(name=name[code]) for code, words in translations.DESCRIPTION.items()}


def _dogma(world: World) -> dict[str, list[Row]]:
    dogma, bonuses = [], []
    for type_id, kind in world.types.items():
        if translations.GROUPS[kind.group_id][0] not in {6, 7, 11, 16}:
            continue  # not every type has dogma
        ship = kind.group_id in SHIP_GROUPS
        values: dict[int, float] = {9: 350.0, 30: 12.5, TECH_LEVEL: 1.0, META_LEVEL: 0.0}
        if ship:
            values |= {SKILL_1: float(MINMATAR_FRIGATE), LEVEL_1: 1.0}
        if kind.group_id == 1305:
            values |= {SKILL_2: float(SPACESHIP_COMMAND), LEVEL_2: 4.0, TECH_LEVEL: 3.0}
        if type_id == PIRATE:
            values |= {PRIZE: 9_500.0}
        if type_id == MINMATAR_FRIGATE:
            values |= {SKILL_1: float(SPACESHIP_COMMAND), LEVEL_1: 1.0}
        dogma.append(
            {
                "_key": type_id,
                "dogmaAttributes": [
                    {"attributeID": number, "value": value} for number, value in values.items()
                ],
                "dogmaEffects": [{"effectID": 12, "isDefault": False}],
            }
        )
        if ship:
            bonus = {"bonus": 5.0, "bonusText": _description(kind.name), "importance": 1}
            skills = [{"_key": MINMATAR_FRIGATE, "_value": [{**bonus, "unitID": 105}]}]
            bonuses.append({"_key": type_id, "roleBonuses": [bonus], "types": skills})
    names = {9: "hp", 30: "power", TECH_LEVEL: "techLevel", META_LEVEL: "metaLevelOld"}
    names |= {SKILL_1: "requiredSkill1", LEVEL_1: "requiredSkill1Level"}
    names |= {SKILL_2: "requiredSkill2", LEVEL_2: "requiredSkill2Level", PRIZE: "entityKillBounty"}
    return {
        "typeDogma": dogma,
        "typeBonus": bonuses,
        "dogmaAttributes": [
            {
                "_key": number,
                "attributeCategoryID": 4,
                "dataType": 5,
                "defaultValue": 0.0,
                "displayName": text(name),
                "highIsGood": True,
                "name": name,
                "published": True,
                "stackable": True,
            }
            for number, name in names.items()
        ],
        "dogmaEffects": [
            {
                "_key": 12,
                "effectCategoryID": 0,
                "modifierInfo": [{"domain": "shipID", "func": "ItemModifier", "operation": 6}],
                "name": "hiPower",
                "published": False,
            }
        ],
        "dogmaUnits": [{"_key": 105, "displayName": text("%"), "name": "Percentage"}],
    }


def _industry(world: World) -> dict[str, list[Row]]:
    blueprints, recipes = [], {}
    for blueprint, product in world.products.items():
        rng = world.rng("recipe", product)
        worth = world.types[product].price * 0.7
        parts = MINERALS[: rng.between(3, 6)]
        materials = recipes[product] = [
            {
                "quantity": max(1, int(worth / len(parts) / world.types[mineral].price)),
                "typeID": mineral,
            }
            for mineral in parts
        ]
        activities: Row = {
            "copying": {"time": 4800},
            "manufacturing": {
                "materials": materials,
                "products": [{"quantity": 1, "typeID": product}],
                "skills": [{"level": 1, "typeID": SPACESHIP_COMMAND}],
                "time": 6000,
            },
            "research_material": {"time": 2100},
            "research_time": {"time": 2100},
        }
        if world.types[product].group_id == 25:
            activities["invention"] = {
                "materials": [{"quantity": 2, "typeID": PRODUCT}],
                "products": [{"probability": 0.3, "quantity": 1, "typeID": blueprint + 1}],
                "skills": [{"level": 1, "typeID": MINMATAR_FRIGATE}],
                "time": 63_900,
            }
        blueprints.append(
            {
                "_key": blueprint,
                "activities": activities,
                "blueprintTypeID": blueprint,
                "maxProductionLimit": 30,
            }
        )
    reprocessed = [
        {
            "_key": type_id,
            "materials": [
                {"materialTypeID": row["typeID"], "quantity": row["quantity"]} for row in materials
            ],
        }
        for type_id, materials in recipes.items()
    ]
    for ore, yields in zip(ORES, (((34, 400),), ((34, 150), (35, 90))), strict=True):
        materials = [{"materialTypeID": mineral, "quantity": units} for mineral, units in yields]
        reprocessed.append({"_key": ore, "materials": materials})
    return {
        "blueprints": blueprints,
        "typeMaterials": sorted(reprocessed, key=lambda row: int(row["_key"])),
        "planetSchematics": [
            {
                "_key": SCHEMATIC,
                "cycleTime": 1800,
                "name": world.types[PRODUCT].name,
                "pins": [430_003],
                "types": [
                    {"_key": RAW, "isInput": True, "quantity": 3000},
                    {"_key": PRODUCT, "isInput": False, "quantity": 20},
                ],
            }
        ],
    }


# Places


def _map(world: World) -> dict[str, list[Row]]:
    regions, constellations = [], []
    for region_id, (_, name) in translations.REGIONS.items():
        members = [c.constellation_id for c in world.constellations.values()
                   if c.region_id == region_id]  # fmt: skip
        row = {"_key": region_id, "constellationIDs": members, "name": name, "nebulaID": 11_816}
        regions.append({**row, "description": _description(name), "position": _position(world)})
    for number, place in world.constellations.items():
        constellations.append(
            {
                "_key": number,
                "name": place.name,
                "position": _position(world, number),
                "regionID": place.region_id,
                "solarSystemIDs": list(place.systems),
            }
        )
    gates = list(_stargates(world))
    celestials: dict[str, list[Row]] = {
        name: [] for name in ("mapStars", "mapPlanets", "mapMoons", "mapAsteroidBelts")
    }
    systems, stations = [], []
    for system in world.systems.values():
        celestial = _celestials(world, system)
        for kind, rows in celestial.items():
            celestials[kind] += rows
        systems.append(_system(world, system, celestial, gates))
        stations += [_station(world, system, number, celestial) for number in system.stations]
    return {
        "mapRegions": regions,
        "mapConstellations": constellations,
        "mapSolarSystems": systems,
        "mapStargates": gates,
        **celestials,
        "planetResources": [
            {"_key": row["_key"], "power": row["celestialIndex"] * 120}
            for row in celestials["mapPlanets"]
        ],
        "npcStations": stations,
        "stationOperations": [
            {
                "_key": number,
                "activityID": 1,
                "operationName": text(name),
                "services": [5, 7],
                "stationTypes": [{"_key": 1, "_value": 1531}],
            }
            for number, name in OPERATIONS.items()
        ],
        "stationServices": [
            {"_key": number, "serviceName": name}
            for number, name in zip((5, 7), translations.SERVICES, strict=False)
        ],
        "landmarks": [
            {
                "_key": 1,
                "description": text("A light in the dark."),
                "locationID": 30000142,
                "name": text("First Light"),
                "position": _position(world, 1),
            }
        ],
    }


def _system(world: World, system: System, celestial: dict[str, list[Row]], gates: list[Row]) -> Row:
    shown = round(system.security, 1)
    row: Row = {
        "_key": system.system_id,
        "constellationID": system.constellation_id,
        "name": system.name,
        "planetIDs": [planet["_key"] for planet in celestial["mapPlanets"]],
        "position": position(world, system.system_id),
        "position2D": {"x": float(system.system_id % 97), "y": float(system.system_id % 89)},
        "radius": 1.5e12,
        "regionID": system.region_id,
        "securityStatus": system.security,
        "starID": celestial["mapStars"][0]["_key"],
        "stargateIDs": [
            gate["_key"] for gate in gates if gate["solarSystemID"] == system.system_id
        ],
        "wormholeClassID": WORMHOLE_CLASSES[
            "high" if shown >= 0.5 else "low" if system.security > 0 else "null"
        ],
    }
    if system.security > 0:
        row["securityClass"] = "B"
    return row


def position(world: World, number: int) -> dict[str, float]:
    """Return the position of a system in metres; neighbours are about two light years apart."""
    rng = world.rng("place", number)
    at = sorted(world.systems).index(number)
    corner = {"x": at % 10, "y": at // 100, "z": at // 10 % 10}
    return {axis: (corner[axis] * 2 + rng.unit()) * 9.46e15 for axis in "xyz"}


def _position(world: World, *key: object) -> dict[str, float]:
    rng = world.rng("position", *key)
    return {axis: float(rng.between(-(10**17), 10**17)) for axis in "xyz"}


def _stargates(world: World) -> Iterator[Row]:
    """Yield the stargates: a ring in each constellation and region, and one around all regions."""
    edges: set[tuple[int, int]] = set()
    firsts = {place.constellation_id: place.systems[0] for place in world.constellations.values()}
    regions: dict[int, list[int]] = {}
    for place in world.constellations.values():
        edges |= set(pairwise((*place.systems, place.systems[0])))
        regions.setdefault(place.region_id, []).append(firsts[place.constellation_id])
    for members in regions.values():
        edges |= set(pairwise((*members, members[0])))
    capitals = [members[0] for members in regions.values()]
    edges |= set(pairwise((*capitals, capitals[0])))
    ways = sorted({way for one, other in edges for way in ((one, other), (other, one))})
    numbers = {way: STARGATES + place for place, way in enumerate(ways)}
    for (system, target), number in numbers.items():
        destination = {"solarSystemID": target, "stargateID": numbers[target, system]}
        yield {
            "_key": number,
            "destination": destination,
            "position": _position(world, number),
            "solarSystemID": system,
        }


def neighbours(world: World) -> dict[int, list[int]]:
    """Return the neighbours of each system, to which its stargates lead."""
    found: dict[int, list[int]] = {}
    for gate in _stargates(world):
        found.setdefault(gate["solarSystemID"], []).append(gate["destination"]["solarSystemID"])
    return found


def _celestials(world: World, system: System) -> dict[str, list[Row]]:
    """Make the star, planets, moons and belts of a system, with the API's ids."""
    system_id = system.system_id
    star: Row = {"_key": system_id + 9_000_000, "radius": 2.6e8, "solarSystemID": system_id}
    star["statistics"] = {"age": 2.1e17, "spectralClass": "K2 V", "temperature": 3953.0}
    kinds = world.planets(system_id)
    planets: list[Row] = []
    moons: list[Row] = []
    for place, (planet_id, type_id) in enumerate(kinds.items()):
        around = {"solarSystemID": system_id, "position": _position(world, planet_id)}
        row: Row = {"_key": planet_id, "celestialIndex": place + 1, "orbitID": star["_key"]}
        row |= around | {"radius": 5.06e6, "typeID": type_id, "moonIDs": []}
        if place:
            row["moonIDs"].append(planet_id + MOON)
            moons.append(_moon(planet_id + MOON, row, 1))
        planets.append(row)
    # Stations orbit the moons of this planet, see `_station`.
    second = planets[1]
    for station_id in system.stations:
        moon = _moon(STATION_MOONS + system_id % 100_000, second, station_id % 60_090_000 % 9 + 1)
        if system_id in translations.HUBS:
            moon["name"] = text(world.stations[station_id].name.rpartition(" - ")[0])
        if moon["orbitIndex"] != 1 or "name" in moon:
            moons.append(moon)
            second["moonIDs"].append(moon["_key"])
    belt = _moon(BELTS + system_id % 100_000, planets[0], 1)
    planets[0]["asteroidBeltIDs"] = [belt["_key"]]
    return {
        "mapStars": [star],
        "mapPlanets": planets,
        "mapMoons": moons,
        "mapAsteroidBelts": [belt],
    }


def _moon(number: int, planet: Row, place: int) -> Row:
    return {
        "_key": number,
        "celestialIndex": planet["celestialIndex"],
        "orbitID": planet["_key"],
        "orbitIndex": place,
        "solarSystemID": planet["solarSystemID"],
    }


def _station(world: World, system: System, station_id: int, celestial: dict[str, list[Row]]) -> Row:
    """Make a station. The name derived from its record equals its name in the API."""
    station = world.stations[station_id]
    orbit = next(
        moon
        for moon in reversed(celestial["mapMoons"])
        if moon["celestialIndex"] == 2
        and (moon["orbitIndex"] == station_id % 60_090_000 % 9 + 1 or "name" in moon)
    )
    row: Row = {
        "_key": station_id,
        "celestialIndex": orbit["celestialIndex"],
        "operationID": DEPOT,
        "orbitID": orbit["_key"],
        "orbitIndex": orbit["orbitIndex"],
        "ownerID": station.owner,
        "position": _position(world, station_id),
        "reprocessingEfficiency": 0.5,
        "reprocessingStationsTake": 0.05,
        "solarSystemID": system.system_id,
        "typeID": 1531,
        "useOperationName": True,
    }
    if system.system_id in translations.HUBS:
        row["name"] = text(station.name)
    return row


# Owners


def _owners() -> dict[str, list[Row]]:
    factions = []
    for number, (corporation, militia, system, name) in translations.FACTIONS.items():
        row: Row = {"_key": number, "corporationID": corporation, "name": name, "sizeFactor": 5}
        row["memberRaces"] = [
            race for race, (faction, _) in translations.RACES.items() if faction == number
        ]
        if militia:
            row["militiaCorporationID"] = militia
        if system:
            row["solarSystemID"] = system
        factions.append(row)
    return {
        "factions": factions,
        "races": [
            {"_key": number, "name": name, "skills": [{"_key": SPACESHIP_COMMAND, "_value": 1}]}
            for number, (_, name) in translations.RACES.items()
        ],
        "npcCorporations": [
            {"_key": number, "factionID": faction, "name": text(name), "tickerName": ticker}
            for number, (name, ticker, faction) in translations.NPC_CORPORATIONS.items()
        ],
        "npcCorporationDivisions": [{"_key": 1, "internalName": "Accounting"}],
        "translationLanguages": [
            {"_key": code, "name": code.upper()} for code in translations.DESCRIPTION
        ],
    }
