"""Make what is dug up: mining ledgers, moon extractions, colonies on planets."""

from esi.sandbox.world import corporations
from esi.sandbox.world.trade import Row
from esi.sandbox.world.world import MOON, PLANETS, World

DAYS = 30
COLONIES = 4
ORES, MOON_ORES = (1230, 1228), (45490, 45492)
COMMAND, EXTRACTOR, FACTORY, LAUNCHPAD = range(430_001, 430_005)
RAW, PRODUCT = 2268, 3645
SCHEMATIC = 121


def mined(world: World, character_id: int) -> list[Row]:
    """Make a character's mining ledger of the last days, newest first."""
    return [
        {
            "date": world.day(ago),
            "quantity": rng.between(1_000, 60_000),
            "solar_system_id": rng.pick(tuple(world.systems)),
            "type_id": type_id,
        }
        for ago in range(DAYS)
        for type_id in (*ORES, *MOON_ORES)
        if (rng := world.rng("mined", character_id, ago, type_id)).below(3) == 0
    ]


def observed(world: World, corporation_id: int, observer_id: int) -> list[Row]:
    """Make what a refinery saw members mine, newest first."""
    return [
        {
            "character_id": character_id,
            "last_updated": world.day(ago),
            "quantity": rng.between(500, 40_000),
            "recorded_corporation_id": corporation_id,
            "type_id": rng.pick(MOON_ORES),
        }
        for ago in range(DAYS)
        for character_id in world.members(corporation_id)
        if (rng := world.rng("observed", observer_id, character_id, ago)).below(3) == 0
    ]


def extraction(world: World, corporation_id: int, number: int) -> Row:
    """Make the extraction of a refinery, at a moon of its system."""
    system, _ = corporations.structure_site(world, corporation_id, number)
    rng = world.rng("extraction", corporation_id, number)
    started = rng.below(10 * 86_400)
    arrives = started - rng.between(11, 40) * 86_400
    return {
        "chunk_arrival_time": world.moment(arrives),
        "extraction_start_time": world.moment(started),
        "moon_id": list(world.planets(system.system_id))[1] + MOON,
        "natural_decay_time": world.moment(arrives - 3 * 3600),
        "structure_id": corporations.structure_id(corporation_id, number),
    }


def colonies(world: World, character_id: int) -> list[Row]:
    """Make the colonies of a character, each on another planet."""
    rng = world.rng("colonies", character_id)
    system = rng.pick(tuple(world.systems))
    near = [
        s for s in world.systems if world.systems[s].region_id == world.systems[system].region_id
    ]
    rows = []
    for number in range(COLONIES):
        home = near[(near.index(system) + number) % len(near)]
        planet_id, kind = list(world.planets(home).items())[number % 2]
        rows.append(
            {
                "last_update": world.moment(rng.below(7 * 86_400)),
                "num_pins": 4,
                "owner_id": character_id,
                "planet_id": planet_id,
                "planet_type": PLANETS[kind],
                "solar_system_id": home,
                "upgrade_level": rng.between(0, 5),
            }
        )
    return rows


def colony(world: World, character_id: int, planet_id: int) -> Row:
    """Make a colony: an extractor feeds a factory, which fills a launchpad."""
    rng = world.rng("colony", character_id, planet_id)
    first = 1_032_000_000_000 + planet_id % 10_000_000 * 1000 + character_id % 100 * 10
    placed = [
        {"latitude": rng.unit() * 3, "longitude": rng.unit() * 6, "pin_id": first + n, "type_id": t}
        for n, t in enumerate((COMMAND, EXTRACTOR, FACTORY, LAUNCHPAD))
    ]
    _, extractor, factory, pad = (pin["pin_id"] for pin in placed)
    installed = rng.between(1, 5) * 86_400
    extras: list[Row] = [
        {},
        {
            "expiry_time": world.moment(installed - 7 * 86_400),
            "extractor_details": {
                "cycle_time": 1800,
                "head_radius": 0.02,
                "heads": [
                    {"head_id": n, "latitude": rng.unit() * 3, "longitude": rng.unit() * 6}
                    for n in range(3)
                ],
                "product_type_id": RAW,
                "qty_per_cycle": rng.between(1_000, 9_000),
            },
            "install_time": world.moment(installed),
            "last_cycle_start": world.moment(installed),
        },
        {"factory_details": {"schematic_id": SCHEMATIC}, "schematic_id": SCHEMATIC},
        {"contents": [{"amount": rng.between(20, 5_000), "type_id": PRODUCT}]},
    ]
    flows = ((RAW, extractor, factory, 3000), (PRODUCT, factory, pad, 20))
    return {
        "links": [
            {"destination_pin_id": target, "link_level": 0, "source_pin_id": source}
            for _, source, target, _ in flows
        ],
        "pins": [{**pin, **extra} for pin, extra in zip(placed, extras, strict=True)],
        "routes": [
            {
                "content_type_id": type_id,
                "destination_pin_id": target,
                "quantity": quantity,
                "route_id": n,
                "source_pin_id": source,
            }
            for n, (type_id, source, target, quantity) in enumerate(flows)
        ],
    }
