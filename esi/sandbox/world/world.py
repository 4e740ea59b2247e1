"""Make the seeded world: places, items, characters and corporations.

Well-known places and items have their real ids (The Forge is 10000002, Tritanium is 34); everything
else is made up, with ids in ranges that the game does not use.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from esi.sandbox.world import translations
from esi.sandbox.world.seeded_random import PINNED, SeededRandom, day, moment
from esi.sandbox.world.translations import Text, join, text

SYNTHETIC_TYPES = 400_000
BLUEPRINTS = 420_000
BLUEPRINT_GROUP = 8105
SHIP_GROUPS = (25, 26, 1305)
MOON = 10_000_000  # offset of a moon's id from its planet's id
SKILL_GROUP = 257
PIRATE = 429_001  # type of a ship that the game flies
HOURS = range(24)
ATTRIBUTES, EFFECTS = (9, 30), (12,)  # attributes that types have
PLANETS = {2016: "barren", 11: "temperate", 2015: "lava", 13: "gas"}
CONSTELLATIONS_PER_REGION = 3
SYSTEMS_PER_CONSTELLATION = 4
PLAYER_CHARACTERS = 90_000_001
PLAYER_CORPORATIONS = 98_000_001
ALLIANCES = 99_000_001
CHIEF_ROLES = ("Director", "Accountant", "Factory_Manager", "Station_Manager")


@dataclass(frozen=True)
class ItemType:
    """Item type."""

    type_id: int
    group_id: int
    market_group_id: int | None
    name: Text
    volume: float
    price: float


@dataclass(frozen=True)
class System:
    """Solar system."""

    system_id: int
    constellation_id: int
    region_id: int
    name: Text
    security: float
    stations: tuple[int, ...]


@dataclass(frozen=True)
class Constellation:
    """Constellation of solar systems."""

    constellation_id: int
    region_id: int
    name: Text
    systems: tuple[int, ...]


@dataclass(frozen=True)
class Station:
    """Station; its name is the same in all languages."""

    station_id: int
    system_id: int
    name: str
    owner: int


@dataclass(frozen=True)
class PlayerCharacter:
    """Character of a player, with its corporation and alliance."""

    character_id: int
    name: str
    corporation_id: int
    alliance_id: int | None
    race_id: int
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Corporation:
    """Corporation of players or, with `faction_id`, of the game."""

    corporation_id: int
    name: str
    ticker: str
    ceo_id: int
    alliance_id: int | None = None
    faction_id: int | None = None


@dataclass
class World:
    """Everything that does not change while the sandbox runs, made from `seed`.

    All its dates count from `epoch`.
    """

    seed: int = 1
    epoch: datetime = PINNED
    systems: dict[int, System] = field(default_factory=dict, init=False)
    constellations: dict[int, Constellation] = field(default_factory=dict, init=False)
    stations: dict[int, Station] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for index, region_id in enumerate(translations.REGIONS):
            self._fill_region(region_id, index)

    def rng(self, *key: object) -> SeededRandom:
        """Return random numbers for one thing of this world."""
        return SeededRandom(self.seed, *key)

    def moment(self, seconds_ago: float) -> str:
        """Return the date-time so many seconds before the epoch, as the API writes it."""
        return moment(seconds_ago, self.epoch)

    def day(self, days_ago: int) -> str:
        """Return the date so many days before the epoch."""
        return day(days_ago, self.epoch)

    # Places

    def _fill_region(self, region_id: int, index: int) -> None:
        hubs = [(number, row) for number, row in translations.HUBS.items() if row[0] == region_id]
        for place in range(CONSTELLATIONS_PER_REGION):
            number = index * CONSTELLATIONS_PER_REGION + place
            hub = hubs[0] if hubs and place == 0 else None
            constellation_id = hub[1][1] if hub else 20_009_000 + number
            first = number * SYSTEMS_PER_CONSTELLATION
            systems = [
                self._add_system(region_id, constellation_id, first + n)
                for n in range(SYSTEMS_PER_CONSTELLATION - (1 if hub else 0))
            ]
            if hub:
                system_id, (_, _, _, name, security, station_id, station) = hub
                systems.insert(0, system_id)
                self.systems[system_id] = System(
                    system_id, constellation_id, region_id, name, security, (station_id,)
                )
                self.stations[station_id] = Station(station_id, system_id, station, 1000035)
            self.constellations[constellation_id] = Constellation(
                constellation_id,
                region_id,
                hub[1][2] if hub else self._syllables("constellation", constellation_id),
                tuple(systems),
            )

    def _add_system(self, region_id: int, constellation_id: int, number: int) -> int:
        system_id, station_id = 30_009_000 + number, 60_090_000 + number
        name = self._syllables("system", system_id)
        security = round(self.rng("security", system_id).unit() * 1.6 - 0.6, 4)
        self.systems[system_id] = System(
            system_id, constellation_id, region_id, name, security, (station_id,)
        )
        owner = self.rng("owner", station_id).pick(sorted(translations.NPC_CORPORATIONS))
        self.stations[station_id] = Station(
            station_id,
            system_id,
            f"{name['en']} II - Moon {number % 9 + 1} - "
            f"{translations.NPC_CORPORATIONS[owner][0]} Depot",
            owner,
        )
        return system_id

    def _syllables(self, kind: str, number: int) -> Text:
        rng = self.rng("name", kind, number)
        parts = [rng.pick(translations.SYLLABLES) for _ in range(3)]
        name = {key: word.capitalize() for key, word in join(parts, "").items()}
        # The number makes names unique: POST /universe/ids resolves a name to one thing.
        return join([name, text(str(number % 1000))], "-")

    @cached_property
    def stations_of(self) -> dict[int, tuple[Station, ...]]:
        """Stations of each region by id, the trade hub first."""
        found: dict[int, list[Station]] = {region_id: [] for region_id in translations.REGIONS}
        for _, station in sorted(self.stations.items()):
            found[self.systems[station.system_id].region_id].append(station)
        return {region_id: tuple(stations) for region_id, stations in found.items()}

    def planets(self, system_id: int) -> dict[int, int]:
        """Type of each planet of a system, by id; its moon, if it has one, is 10 million above."""
        count = self.rng("planets", system_id).between(2, 5)
        kinds, first = tuple(PLANETS), 40_000_000 + system_id % 1_000_000 * 10
        return {first + n: kinds[(system_id + n) % len(kinds)] for n in range(count)}

    @cached_property
    def moons(self) -> tuple[int, ...]:
        """Ids of all moons: every planet of a system has one, except the first."""
        return tuple(
            planet + MOON for number in self.systems for planet in list(self.planets(number))[1:]
        )

    # Items

    @cached_property
    def types(self) -> dict[int, ItemType]:
        """Every type by id."""
        known = {
            type_id: ItemType(type_id, group, translations.GROUPS[group][1], name, volume, price)
            for type_id, (group, volume, price, name) in translations.TYPES.items()
        }
        number = 0
        for mark in range(1, translations.MARKS + 1):
            for group in translations.MODULE_GROUPS:
                for size, adjective in enumerate(translations.SIZES):
                    type_id = SYNTHETIC_TYPES + number
                    name = join([adjective, translations.GROUPS[group][2], text(f"Mk {mark}")])
                    worth = self.rng("price", type_id).unit()
                    price = round(10 ** (4 + 0.9 * size + 1.2 * worth), 2)
                    market_group = translations.GROUPS[group][1]
                    known[type_id] = ItemType(
                        type_id, group, market_group, name, 5.0 * 5**size, price
                    )
                    number += 1
        plan = translations.GROUPS[BLUEPRINT_GROUP][2]
        for type_id, product in self.products.items():
            made = known[product]
            known[type_id] = ItemType(
                type_id, BLUEPRINT_GROUP, None, join([made.name, plan]), 0.01, made.price * 12
            )
        return dict(sorted(known.items()))

    @cached_property
    def type_ids(self) -> tuple[int, ...]:
        """Ids of all types, in order."""
        return tuple(self.types)

    @cached_property
    def traded(self) -> tuple[int, ...]:
        """Ids of the types that markets trade."""
        return tuple(n for n, kind in self.types.items() if kind.market_group_id is not None)

    @cached_property
    def products(self) -> dict[int, int]:
        """Product of each blueprint: the ships, and the modules of the first mark."""
        ships = [n for n, row in translations.TYPES.items() if row[0] in SHIP_GROUPS]
        modules = range(SYNTHETIC_TYPES, SYNTHETIC_TYPES + 24)
        return dict(enumerate((*ships, *modules), start=BLUEPRINTS))

    @cached_property
    def types_of(self) -> dict[int, tuple[int, ...]]:
        """Types of each group."""
        return {
            group: tuple(kind.type_id for kind in self.types.values() if kind.group_id == group)
            for group in translations.GROUPS
        }

    @cached_property
    def market_groups(self) -> dict[int, tuple[int | None, Text, tuple[int, ...]]]:
        """Parent, name and types of each market group."""
        found: dict[int, tuple[int | None, Text, tuple[int, ...]]] = {
            number: (parent, name, ())
            for number, (parent, name) in translations.MARKET_GROUPS.items()
        }
        for group, (category, number, name) in translations.GROUPS.items():
            if number is not None:
                found[number] = (translations.MARKET_PARENTS[category], name, self.types_of[group])
        return dict(sorted(found.items()))

    # People

    @cached_property
    def characters(self) -> dict[int, PlayerCharacter]:
        """Player characters by id; the first is the CEO of the first corporation."""
        found = {}
        firsts, lasts = translations.FIRST_NAMES, translations.LAST_NAMES
        for number in range(len(firsts) * 3):
            first, last = firsts[number % 8], lasts[(number + number // 8 * 3) % 8]
            corporation = PLAYER_CORPORATIONS + number % 3
            chief = number < 3
            found[PLAYER_CHARACTERS + number] = PlayerCharacter(
                character_id=PLAYER_CHARACTERS + number,
                name=f"{first} {last}",
                corporation_id=corporation,
                alliance_id=ALLIANCES + number % 3 if number % 3 < 2 else None,
                race_id=self.rng("race", number).pick(sorted(translations.RACES)),
                roles=CHIEF_ROLES if chief else (),
            )
        return found

    def members(self, corporation_id: int) -> list[int]:
        """Return the ids of a corporation's members; the CEO is the first."""
        found = self.characters.values()
        return [c.character_id for c in found if c.corporation_id == corporation_id]

    @cached_property
    def corporations(self) -> dict[int, Corporation]:
        """Corporations of players and of the game."""
        names = ("Lantern Works", "Quiet Harbour", "Ninth Orbit")
        found = {
            PLAYER_CORPORATIONS + n: Corporation(
                PLAYER_CORPORATIONS + n,
                name,
                "".join(word[:2].upper() for word in name.split()),
                PLAYER_CHARACTERS + n,
                alliance_id=ALLIANCES + n if n < 2 else None,
            )
            for n, name in enumerate(names)
        }
        for number, (name, ticker, faction) in translations.NPC_CORPORATIONS.items():
            found[number] = Corporation(number, name, ticker, 3_000_000 + number, None, faction)
        return found

    @property
    def player_corporations(self) -> range:
        """Ids of the players' corporations."""
        return range(PLAYER_CORPORATIONS, PLAYER_CORPORATIONS + 3)

    @cached_property
    def npc_corporations(self) -> list[int]:
        """Ids of the game's own corporations."""
        return sorted(n for n, corporation in self.corporations.items() if corporation.faction_id)

    @cached_property
    def alliances(self) -> dict[int, tuple[str, str, int]]:
        """Name, ticker and executor corporation of each alliance."""
        return {
            ALLIANCES: ("Long Watch", "LWTC", PLAYER_CORPORATIONS),
            ALLIANCES + 1: ("Harbour Compact", "HCPT", PLAYER_CORPORATIONS + 1),
        }

    # Names

    @cached_property
    def names(self) -> dict[int, tuple[str, Text]]:
        """Category and name of every id that `POST /universe/names` knows."""
        found: dict[int, tuple[str, Text]] = {}
        found |= {number: ("inventory_type", kind.name) for number, kind in self.types.items()}
        found |= {number: ("region", name) for number, (_, name) in translations.REGIONS.items()}
        found |= {number: ("constellation", c.name) for number, c in self.constellations.items()}
        found |= {number: ("solar_system", s.name) for number, s in self.systems.items()}
        found |= {number: ("station", text(s.name)) for number, s in self.stations.items()}
        found |= {number: ("faction", row[3]) for number, row in translations.FACTIONS.items()}
        found |= {number: ("corporation", text(c.name)) for number, c in self.corporations.items()}
        found |= {number: ("alliance", text(row[0])) for number, row in self.alliances.items()}
        found |= {number: ("character", text(c.name)) for number, c in self.characters.items()}
        return found

    @cached_property
    def ids(self) -> dict[str, list[tuple[str, int, str]]]:
        """Folded name of any language -> category, id and English name."""
        found: dict[str, list[tuple[str, int, str]]] = {}
        for number, (category, name) in self.names.items():
            for folded in {word.casefold() for word in name.values()}:
                found.setdefault(folded, []).append((category, number, name["en"]))
        return found

    @cached_property
    def known_values(self) -> dict[str, Sequence[int]]:
        """Meaningful integers for samples, by the end of property names."""
        return {
            "alliance_id": tuple(self.alliances),
            "attribute_id": ATTRIBUTES,
            "bloodline_id": tuple(translations.BLOODLINES),
            "character_id": tuple(self.characters),
            "constellation_id": tuple(self.constellations),
            "corporation_id": tuple(self.corporations),
            "effect_id": EFFECTS,
            "exit_end": HOURS,
            "exit_start": HOURS,
            "faction_id": tuple(translations.FACTIONS),
            "group_id": tuple(translations.GROUPS),
            "hour": HOURS,
            "implants": self.types_of[translations.MODULE_GROUPS[0]],
            "location_id": tuple(self.stations),
            "market_group_id": tuple(self.market_groups),
            "rank": range(10),
            "moon_id": self.moons,
            "planet_id": tuple(n for system in self.systems for n in self.planets(system)),
            "race_id": tuple(translations.RACES),
            "region_id": tuple(translations.REGIONS),
            "skill_id": self.types_of[SKILL_GROUP],
            "station_id": tuple(self.stations),
            "system_id": tuple(self.systems),
            "type_id": self.traded,
        }
