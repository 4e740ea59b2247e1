"""Make rows of corporations: projects, structures, hubs, members, medals."""

from typing import Any

from esi.sandbox.world import translations
from esi.sandbox.world.people import joined
from esi.sandbox.world.trade import Row, api_number
from esi.sandbox.world.world import PLAYER_CORPORATIONS, System, World

PROJECTS = 47
HUBS = 2
STRUCTURES = 420
FIRST_HUB = 1_044_000_000_001
FIRST_STRUCTURE = 1_035_000_000_000
STRUCTURE_TYPES = (35832, 35825, 35833, 35835)
REFINERY = 35835
UPGRADE = 400_000  # of sovereignty hubs
PUBLIC = 20  # one in so many structures lets everybody dock
MEDALS = ("Long Service", "Logistics", "First Blood", "Night Watch")
FIRST_MEDAL = 200_000


def project(world: World, corporation_id: int, number: int, sequence: int, revision: int) -> Row:
    """Make a corporation's project as in the listing."""
    rng = world.rng("project", corporation_id, number)
    # Drawn first, so that a changed record keeps its id.
    project_id, rare = rng.uuid(), rng.below(6) == 0
    state = "Active"
    if revision or rare:
        state = world.rng("project", corporation_id, number, revision).pick(
            ("Active", "Closed", "Completed", "Expired", "Deleted")
        )
    desired = rng.between(1, 1000)
    row: Row = {
        "id": project_id,
        "last_modified": world.moment(60 * (5000 - sequence)),
        "name": f"Project {number}",
        "progress": {"current": min(desired, rng.below(1000)), "desired": desired},
        "state": state,
    }
    if rng.below(3):
        row["reward"] = {"initial": 1_000_000, "remaining": api_number(rng.below(10**8) / 100)}
    return row


def project_detail(world: World, corporation_id: int, number: int) -> Row:
    """Make a project with its configuration, which is one of several kinds."""
    ceo = world.characters[world.corporations[corporation_id].ceo_id]
    configurations: tuple[Any, ...] = (
        {
            "deliver_item": {
                "docking_locations": [{"station_id": 60003760}],
                "items": [{"type_id": 34}, {"group_id": 18}],
                "office_id": 60003760,
            }
        },
        {"destroy_npc": {"locations": [{"solar_system_id": 30000142}, {"region_id": 10000002}]}},
        {"manual": {}},
    )
    return {
        **project(world, corporation_id, number, number, 0),
        "configuration": configurations[number % len(configurations)],
        "creator": {"id": ceo.character_id, "name": ceo.name},
        "details": {
            "career": "Industrialist",
            "created": world.moment(60 * (6000 - number)),
            "description": "Deliver the items.",
            **({"expires": world.moment(-86_400)} if number % 2 else {}),
        },
    }


def structure(world: World, corporation_id: int, number: int, revision: int, language: str) -> Row:
    """Make a structure of a corporation; the names of its services are translated."""
    rng = world.rng("structure", corporation_id, number, "state")
    system, running = structure_site(world, corporation_id, number)
    state = "shield_vulnerable"
    if revision:
        state = world.rng("structure", corporation_id, number, revision).pick(
            ("shield_vulnerable", "armor_reinforce", "hull_reinforce")
        )
    row: Row = {
        "corporation_id": corporation_id,
        "name": structure_name(system, number),
        "profile_id": 100 + number % 3,
        "reinforce_hour": rng.below(24),
        "fuel_expires": world.moment(-86_400 * rng.between(1, 40)),
        "services": [
            {"name": name[language], "state": "offline" if place % 3 else "online"}
            for place, name in enumerate(translations.SERVICES[:running])
        ],
        "state": state,
        "structure_id": structure_id(corporation_id, number),
        "system_id": system.system_id,
        "type_id": type_of(number),
    }
    if state != "shield_vulnerable":
        row |= {"state_timer_end": world.moment(-86_400), "state_timer_start": world.moment(3600)}
    return row


def structure_site(world: World, corporation_id: int, number: int) -> tuple[System, int]:
    """Return a structure's system, and how many services it has; with two or more, a market."""
    rng = world.rng("structure", corporation_id, number)
    running = rng.between(0, len(translations.SERVICES))
    # Structures that let everybody dock have markets. None is without a service: the game counts
    # such structures as abandoned after a week.
    fewest = 2 if is_public(number) else 1
    return rng.pick(tuple(world.systems.values())), max(fewest, running)


def type_of(number: int) -> int:
    """Return the type of a structure."""
    return STRUCTURE_TYPES[number % len(STRUCTURE_TYPES)]


def structure_name(system: System, number: int) -> str:
    """Return the name of a structure."""
    return f"{system.name['en']} - Keep {number + 1}"


def is_public(number: int) -> bool:
    """Return True for a structure that lets everybody dock."""
    return number % PUBLIC == 0


def structure_id(corporation_id: int, number: int) -> int:
    """Return the id of a corporation's structure."""
    return FIRST_STRUCTURE + corporation_id % 1000 * 1_000_000 + number


def owner_of(world: World, structure: int) -> tuple[int, int] | None:
    """Return a structure's corporation and number there; None if there is no such one."""
    place, number = divmod(structure - FIRST_STRUCTURE, 1_000_000)
    corporation_id = PLAYER_CORPORATIONS - 1 + place
    if corporation_id not in world.player_corporations or not 0 <= number < STRUCTURES:
        return None
    return corporation_id, number


def public_structures(world: World) -> list[int]:
    """Return the ids of the structures that let everybody dock."""
    numbers = range(0, STRUCTURES, PUBLIC)
    return [structure_id(c, n) for c in world.player_corporations for n in numbers]


def public_structure(world: World, number: int) -> int:
    """Return the id of one of the structures that let everybody dock."""
    corporation_id = world.player_corporations[number % 3]
    return structure_id(corporation_id, number * 7 % (STRUCTURES // PUBLIC) * PUBLIC)


def refineries(corporation_id: int) -> list[tuple[int, int]]:
    """Return number and id of the refineries of a corporation, ten at most."""
    numbers = range(STRUCTURE_TYPES.index(REFINERY), 40, len(STRUCTURE_TYPES))
    return [(number, structure_id(corporation_id, number)) for number in numbers]


def tracked_member(world: World, character_id: int) -> Row:
    """Make a row of the member tracking."""
    rng = world.rng("tracked", character_id)
    seen = rng.below(45 * 86_400)
    return {
        "base_id": 60003760,
        "character_id": character_id,
        "location_id": rng.pick(tuple(world.stations)),
        "logoff_date": world.moment(seen),
        "logon_date": world.moment(seen + rng.between(600, 30_000)),
        "ship_type_id": rng.pick(world.types_of[25]),
        "start_date": world.moment(joined(world, world.characters[character_id])),
    }


def medals(world: World, corporation_id: int) -> list[Row]:
    """Make the medals that a corporation has."""
    return [
        {
            "created_at": world.moment((300 - number) * 86_400),
            "creator_id": world.corporations[corporation_id].ceo_id,
            "description": f"{title}, for tests.",
            "medal_id": FIRST_MEDAL + corporation_id % 1000 * 10 + number,
            "title": title,
        }
        for number, title in enumerate(MEDALS)
    ]


def issued_medals(world: World, corporation_id: int) -> list[Row]:
    """Make the medals that a corporation gave to its members, newest first."""
    rows: list[Row] = [
        {
            "character_id": character_id,
            "issued_at": world.moment(world.rng("medal", character_id, number).below(200 * 86_400)),
            "issuer_id": medal["creator_id"],
            "medal_id": medal["medal_id"],
            "reason": f"{medal['title']}: well done",
            "status": "private" if number % 2 else "public",
        }
        for place, character_id in enumerate(world.members(corporation_id))
        for number, medal in enumerate(medals(world, corporation_id))
        if (place + number) % 3
    ]
    return sorted(rows, key=lambda row: str(row["issued_at"]), reverse=True)


def hub(world: World, corporation_id: int, number: int) -> Row:
    """Make a sovereignty hub; the value of `transit` may be null, as its schema allows."""
    systems = tuple(world.systems)
    configuration: Row = {"transit": None}
    state: Row = {"transit": True}
    if not number:
        source = {"solar_system_id": systems[0]}
        configuration = {"import": {"sources": [source]}}
        state = {"import": {"sources": [{**source, "amount": 800}]}}
    return {
        "id": hub_id(corporation_id, number),
        "reagent_bay": {
            "last_updated": world.moment(600),
            "reagents": [{"amount": 1200, "burning_per_hour": 5, "type_id": 34}],
        },
        "resources": {
            "power": {"allocated": 100, "available": 1500},
            "workforce": {"allocated": 0, "available": 4000},
        },
        "solar_system_id": systems[number],
        "upgrades": [{"power_state": "Online", "type_id": UPGRADE}],
        "workforce_transport": {"configuration": configuration, "state": state},
    }


def hub_id(corporation_id: int, number: int) -> int:
    """Return the id of a corporation's hub."""
    return FIRST_HUB + corporation_id % 1000 * 10 + number
