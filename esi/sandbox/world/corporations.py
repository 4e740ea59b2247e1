"""Make rows of corporations."""

from typing import Any

from esi.sandbox.world import translations
from esi.sandbox.world.seeded_random import moment
from esi.sandbox.world.trade import Row, api_number
from esi.sandbox.world.world import World

PROJECTS = 47
HUBS = 2
STRUCTURES = 420
FIRST_HUB = 1_044_000_000_001
FIRST_STRUCTURE = 1_035_000_000_000


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
        "last_modified": moment(60 * (5000 - sequence)),
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
            "created": moment(60 * (6000 - number)),
            "description": "Deliver the items.",
            **({"expires": moment(-86_400)} if number % 2 else {}),
        },
    }


def structure(world: World, corporation_id: int, number: int, revision: int, language: str) -> Row:
    """Make a structure of a corporation; the names of its services are translated."""
    rng = world.rng("structure", corporation_id, number)
    system = rng.pick(tuple(world.systems.values()))
    running = rng.between(0, len(translations.SERVICES))
    state = "shield_vulnerable"
    if revision:
        state = world.rng("structure", corporation_id, number, revision).pick(
            ("shield_vulnerable", "armor_reinforce", "hull_reinforce")
        )
    row: Row = {
        "corporation_id": corporation_id,
        "name": f"{system.name['en']} - Keep {number + 1}",
        "profile_id": 100 + number % 3,
        "reinforce_hour": rng.below(24),
        "state": state,
        "structure_id": FIRST_STRUCTURE + corporation_id % 1000 * 1_000_000 + number,
        "system_id": system.system_id,
        "type_id": rng.pick(world.type_ids),
    }
    if running:
        row |= {
            "fuel_expires": moment(-86_400 * rng.between(1, 40)),
            "services": [
                {"name": name[language], "state": "offline" if place % 3 else "online"}
                for place, name in enumerate(translations.SERVICES[:running])
            ],
        }
    if state != "shield_vulnerable":
        row |= {"state_timer_end": moment(-86_400), "state_timer_start": moment(3600)}
    return row


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
            "last_updated": moment(600),
            "reagents": [{"amount": 1200, "burning_per_hour": 5, "type_id": 34}],
        },
        "resources": {
            "power": {"allocated": 100, "available": 1500},
            "workforce": {"allocated": 0, "available": 4000},
        },
        "solar_system_id": systems[number],
        "upgrades": [{"power_state": "Online", "type_id": 400_000}],
        "workforce_transport": {"configuration": configuration, "state": state},
    }


def hub_id(corporation_id: int, number: int) -> int:
    """Return the id of a corporation's hub."""
    return FIRST_HUB + corporation_id % 1000 * 10 + number
