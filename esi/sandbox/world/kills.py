"""Make wars and killmails."""

from collections.abc import Sequence
from typing import Any

from esi.sandbox.world.seeded_random import SeededRandom
from esi.sandbox.world.trade import Row, stack
from esi.sandbox.world.world import SHIP_GROUPS, PlayerCharacter, World

FIRST_WAR = 700_001
WARS = 2_600
FIRST_KILL = 120_000_001
KILLS = 600
KILL_DAYS = 90
CAPSULE = 670


def wars(before: int | None) -> list[int]:
    """Return at most 2000 ids of wars, newest first, that are smaller than `before`."""
    newest = FIRST_WAR + WARS - 1
    start = newest if before is None else min(newest, before - 1)
    return list(range(start, max(FIRST_WAR, start - 1999) - 1, -1))


def kill_hash(world: World, kill: int) -> str:
    """Return the hash of a killmail."""
    return f"{world.rng('kill', kill).below(1 << 160):040x}"


def kill_list(world: World, owner_id: int) -> list[Row]:
    """Return id and hash of the kills and losses of a character or corporation, newest first."""
    return [
        {"killmail_hash": kill_hash(world, kill), "killmail_id": kill}
        for kill in range(FIRST_KILL + KILLS - 1, FIRST_KILL - 1, -1)
        if any(
            owner_id in {party.character_id, party.corporation_id}
            for party in _parties(world.rng("killmail", kill), world)
        )
    ]


def _parties(rng: SeededRandom, world: World) -> list[PlayerCharacter]:
    """Draw the victim and then one to five attackers."""
    return _sample(rng, tuple(world.characters.values()), rng.between(2, 6))


def killmail(world: World, kill: int) -> Row:
    """Make a killmail: a victim, its cargo with a container in it, and its attackers."""
    rng = world.rng("killmail", kill)
    victim, *attackers = _parties(rng, world)
    ships = [type_id for group in SHIP_GROUPS for type_id in world.types_of[group]]
    damage = rng.between(1_000, 50_000)
    shares = [damage // (len(attackers) + 1)] * len(attackers)
    rows: list[Row] = [
        {
            **_identity(attacker),
            "damage_done": share,
            "final_blow": False,
            "security_status": round(rng.unit() * 10 - 5, 1),
            "ship_type_id": rng.pick(ships),
            "weapon_type_id": rng.pick(world.types_of[55]),
        }
        for attacker, share in zip(attackers, shares, strict=True)
    ]
    rows[0] |= {"damage_done": shares[0] + damage - sum(shares), "final_blow": True}
    if rng.below(6) == 0:  # the game's police comes too
        rows.append(
            {"corporation_id": 1000125, "damage_done": 0, "faction_id": 500006, "final_blow": False}
            | {"security_status": 0, "ship_type_id": rng.pick(ships)}
        )
    number = kill - FIRST_KILL
    spacing = KILL_DAYS * 86_400 // KILLS
    row: Row = {
        "attackers": rows,
        "killmail_id": kill,
        "killmail_time": world.moment((KILLS - number) * spacing - rng.below(spacing)),
        "solar_system_id": rng.pick(tuple(world.systems)),
        "victim": {
            **_identity(victim),
            "damage_taken": damage,
            "items": _cargo(rng, world),
            "position": {axis: float(rng.between(-(10**12), 10**12)) for axis in "xyz"},
            "ship_type_id": rng.pick((*ships, CAPSULE)),
        },
    }
    if rng.below(3) == 0:
        row["war_id"] = FIRST_WAR + rng.below(WARS)
    return row


def _identity(character: PlayerCharacter) -> Row:
    row: Row = {
        "character_id": character.character_id,
        "corporation_id": character.corporation_id,
    }
    if character.alliance_id:
        row["alliance_id"] = character.alliance_id
    return row


def _cargo(rng: SeededRandom, world: World) -> list[Row]:
    """Make fitted modules, a stack of minerals and a container with another one."""
    modules: list[Row] = [
        {
            "flag": 11 + slot,
            "item_type_id": rng.pick(world.types_of[rng.pick((40, 46, 62))]),
            rng.pick(("quantity_destroyed", "quantity_dropped")): 1,
            "singleton": 0,
        }
        for slot in range(rng.below(4))
    ]
    inside = {"flag": 0, "item_type_id": 35, "quantity_destroyed": 7, "singleton": 0}
    return [
        *modules,
        {
            "flag": 5,
            "item_type_id": 34,
            "quantity_dropped": rng.between(1, stack(world, 34)),
            "singleton": 0,
        },
        {
            "flag": 5,
            "item_type_id": 3465,
            "items": [inside],
            "quantity_destroyed": 1,
            "singleton": 0,
        },
    ]


def _sample(rng: SeededRandom, choices: Sequence[Any], count: int) -> list[Any]:
    left = list(choices)
    return [left.pop(rng.below(len(left))) for _ in range(min(count, len(left)))]
