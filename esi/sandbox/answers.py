"""What each route answers, out of the world: one function for each method and path.

A function takes an `Ask` and returns the content, or a `Listing` that is cut into pages. It raises
`Refusal` where the real route refuses.
"""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from . import people, trade, words
from .dice import Dice, moment
from .document import routes_at
from .generations import Listing
from .routes import DATES, ROUTES
from .trade import Row, number_of
from .validate import Problem
from .world import Character, World

T = TypeVar("T")
SHORT_PAGE = 50


class Refusal(Exception):  # noqa: N818 - an answer, not a fault of the program
    """An answer other than success."""

    def __init__(self, status: int, error: str, details: Sequence[Problem] = ()) -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self.details = details


@dataclass
class Notes:
    """What programs wrote: contacts and mails by character."""

    contacts: dict[int, dict[int, Row]] = field(default_factory=dict)
    mails: dict[int, list[Row]] = field(default_factory=dict)
    sent: int = 0


@dataclass
class Ask:
    """A request that passed all checks."""

    world: World
    notes: Notes
    args: Mapping[str, Any]
    query: Mapping[str, Any]
    body: Any
    language: str
    date: str
    generation: int
    character_id: int | None
    dates: Sequence[str] = DATES

    @property
    def character(self) -> Character:
        """The character in the path."""
        return found(self.world.characters, self.args["character_id"], "Character not found")


Answer = Callable[[Ask], Any]
ANSWERS: dict[str, Answer] = {}
# Answers that depend on the clock or on what programs wrote: made anew for each generation.
VOLATILE = {
    "get /characters/{character_id}/contacts",
    "get /characters/{character_id}/mail",
    "get /meta/compatibility-dates",
}


def answers(key: str) -> Callable[[Answer], Answer]:
    """Register the answer of a method and path."""

    def keep(function: Answer) -> Answer:
        ANSWERS[key] = function
        return function

    return keep


def found(table: Mapping[int, T], key: int, error: str) -> T:
    """The entry, or a 404."""
    if key not in table:
        raise Refusal(404, error)
    return table[key]


# Status and meta


@answers("get /status")
def _status(ask: Ask) -> Row:
    players = 20_000 + ask.world.dice("players", ask.generation).below(15_000)
    return {
        "players": players,
        "server_version": "2800000",
        "start_time": moment(0),
        "vip": False,
    }


@answers("get /meta/compatibility-dates")
def _dates(ask: Ask) -> Row:
    return {"compatibility_dates": sorted(ask.dates, reverse=True)}


@answers("get /meta/status")
def _routes_status(ask: Ask) -> Row:
    return {
        "routes": [
            {"method": route.method.upper(), "path": route.path, "status": "OK"}
            for route in routes_at(ask.date)
        ]
    }


@answers("get /meta/changelog")
def _changelog(_: Ask) -> Row:
    log: dict[str, list[Row]] = {}
    for route in ROUTES:
        log.setdefault(route.since, []).append(
            {
                "compatibility_date": route.since,
                "description": route.summary,
                "method": route.method.upper(),
                "path": route.path,
                "type": "new",
            }
        )
        if route.until:
            log.setdefault(route.until, []).append(
                {
                    "compatibility_date": route.until,
                    "description": f"{route.summary} changed",
                    "method": route.method.upper(),
                    "path": route.path,
                    "type": "breaking",
                }
            )
    return {"changelog": dict(sorted(log.items(), reverse=True))}


# Market


def _region(ask: Ask) -> int:
    region_id: int = ask.args["region_id"]
    found(words.REGIONS, region_id, "Region not found!")
    return region_id


@answers("get /markets/{region_id}/orders")
def _orders(ask: Ask) -> Listing:
    region_id, world = _region(ask), ask.world
    side, type_id = ask.query.get("order_type", "all"), ask.query.get("type_id")
    if type_id is not None:
        found(world.types, type_id, "Type not found!")

    def keep(number: int) -> bool:
        if side != "all" and trade.is_buy(number) is not (side == "buy"):
            return False
        return type_id is None or trade.order_type(world, region_id, number) == type_id

    return Listing(
        make=lambda number, revision: trade.order(world, region_id, number, revision),
        count=words.REGIONS[region_id][0] * 1000 - 400,
        filter=None if side == "all" and type_id is None else (side, type_id),
        keep=keep,
    )


@answers("get /markets/{region_id}/history")
def _history(ask: Ask) -> list[Row]:
    type_id = ask.query["type_id"]
    found(ask.world.types, type_id, "Type not found!")
    return trade.history(ask.world, _region(ask), type_id)


@answers("get /markets/{region_id}/types")
def _traded(ask: Ask) -> Listing:
    _region(ask)
    return _ids(ask.world.type_ids, first_new=900_000)


@answers("get /markets/prices")
def _prices(ask: Ask) -> list[Row]:
    return trade.prices(ask.world)


@answers("get /markets/groups")
def _market_groups(ask: Ask) -> list[int]:
    return list(ask.world.market_groups)


@answers("get /markets/groups/{market_group_id}")
def _market_group(ask: Ask) -> Row:
    number = ask.args["market_group_id"]
    parent, name, types = found(ask.world.market_groups, number, "Market group not found!")
    row: Row = {
        "description": _described(name[ask.language], ask),
        "market_group_id": number,
        "name": name[ask.language],
        "types": list(types),
    }
    if parent is not None:
        row["parent_group_id"] = parent
    return row


def _described(name: str, ask: Ask) -> str:
    return words.DESCRIPTION[ask.language].format(name=name)


def _ids(ids: Sequence[int], first_new: int) -> Listing:
    """A paged list of ids; past its end, where a test asks for more pages, come made up ones."""
    return Listing(
        make=lambda number, _: ids[number] if number < len(ids) else first_new + number,
        count=len(ids),
        steady=True,
    )


# Universe


@answers("get /universe/types")
def _types(ask: Ask) -> Listing:
    return _ids(ask.world.type_ids, first_new=900_000)


@answers("get /universe/types/{type_id}")
def _type(ask: Ask) -> Row:
    kind = found(ask.world.types, ask.args["type_id"], "Type not found!")
    name = kind.name[ask.language]
    row: Row = {
        "description": _described(name, ask),
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
    if words.GROUPS[kind.group_id][0] != 4:
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
def _groups(_: Ask) -> Listing:
    return _ids(sorted(words.GROUPS), first_new=9_000)


@answers("get /universe/groups/{group_id}")
def _group(ask: Ask) -> Row:
    number = ask.args["group_id"]
    category, _, name = found(words.GROUPS, number, "Group not found!")
    return {
        "category_id": category,
        "group_id": number,
        "name": name[ask.language],
        "published": True,
        "types": list(ask.world.types_of[number]),
    }


@answers("get /universe/categories")
def _categories(_: Ask) -> list[int]:
    return sorted(words.CATEGORIES)


@answers("get /universe/categories/{category_id}")
def _category(ask: Ask) -> Row:
    number = ask.args["category_id"]
    return {
        "category_id": number,
        "groups": sorted(g for g, row in words.GROUPS.items() if row[0] == number),
        "name": found(words.CATEGORIES, number, "Category not found!")[ask.language],
        "published": True,
    }


@answers("get /universe/regions")
def _regions(_: Ask) -> list[int]:
    return sorted(words.REGIONS)


@answers("get /universe/regions/{region_id}")
def _region_detail(ask: Ask) -> Row:
    number = _region(ask)
    name = words.REGIONS[number][1][ask.language]
    row: Row = {
        "constellations": [
            c.constellation_id for c in ask.world.constellations.values() if c.region_id == number
        ],
        "name": name,
        "region_id": number,
    }
    if number % 2 == 0:
        row["description"] = _described(name, ask)
    return row


@answers("get /universe/constellations")
def _constellations(ask: Ask) -> list[int]:
    return sorted(ask.world.constellations)


@answers("get /universe/constellations/{constellation_id}")
def _constellation(ask: Ask) -> Row:
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
def _systems(ask: Ask) -> list[int]:
    return sorted(ask.world.systems)


@answers("get /universe/systems/{system_id}")
def _system(ask: Ask) -> Row:
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


@answers("get /universe/stations/{station_id}")
def _station(ask: Ask) -> Row:
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
def _races(ask: Ask) -> list[Row]:
    return [
        {
            "alliance_id": faction,
            "description": _described(name[ask.language], ask),
            "name": name[ask.language],
            "race_id": number,
        }
        for number, (faction, name) in words.RACES.items()
    ]


@answers("get /universe/factions")
def _factions(ask: Ask) -> list[Row]:
    rows = []
    for number, (corporation, militia, system, name) in words.FACTIONS.items():
        row: Row = {
            "corporation_id": corporation,
            "description": _described(name[ask.language], ask),
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
def _names(ask: Ask) -> list[Row]:
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
def _ids_of(ask: Ask) -> dict[str, list[Row]]:
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
def _route(ask: Ask) -> list[int]:
    avoid = set(ask.query.get("avoid", ()))
    return _way(ask, ask.args["origin"], ask.args["destination"], avoid)


@answers("post /route/{origin_system_id}/{destination_system_id}")
def _post_route(ask: Ask) -> Row:
    origin, destination = ask.args["origin_system_id"], ask.args["destination_system_id"]
    return {"route": _way(ask, origin, destination, set(ask.body.get("avoid_systems", ())))}


def _way(ask: Ask, origin: int, destination: int, avoid: set[int]) -> list[int]:
    """The systems in the order of their ids: the sandbox has no star gates."""
    for system in (origin, destination):
        found(ask.world.systems, system, "System not found!")
    low, high = sorted((origin, destination))
    between = [s for s in sorted(ask.world.systems) if low < s < high and s not in avoid]
    way = [low, *between[:20], high] if low != high else [low]
    return way if origin == low else way[::-1]


# Alliances, corporations, characters in public


@answers("post /characters/affiliation")
def _affiliation(ask: Ask) -> list[Row]:
    rows = []
    for number in ask.body:
        who = found(ask.world.characters, number, "Invalid character IDs were provided")
        row: Row = {"character_id": number, "corporation_id": who.corporation_id}
        if who.alliance_id:
            row["alliance_id"] = who.alliance_id
        rows.append(row)
    return rows


@answers("get /characters/{character_id}")
def _character(ask: Ask) -> Row:
    row = people.public(ask.world, ask.character)
    if ask.date >= "2026-06-09":
        row |= {"achievement_score": 1200, "corporation_title": "Pilot"}
    else:
        row["title"] = "<b>Pilot</b>"
    return row


@answers("get /corporations/{corporation_id}")
def _corporation(ask: Ask) -> Row:
    number = ask.args["corporation_id"]
    corporation = found(ask.world.corporations, number, "Corporation not found")
    members = sum(c.corporation_id == number for c in ask.world.characters.values())
    row: Row = {
        "ceo_id": corporation.ceo_id,
        "creator_id": corporation.ceo_id,
        "date_founded": moment(4 * 365 * 86_400),
        "description": f"{corporation.name} is made up.",
        "home_station_id": 60003760,
        "member_count": members,
        "name": corporation.name,
        "shares": 1000,
        "ticker": corporation.ticker,
        "war_eligible": corporation.faction_id is None,
    }
    if corporation.alliance_id:
        row["alliance_id"] = corporation.alliance_id
    if ask.date >= "2026-07-21":
        row |= {
            "friendly_fire": "legal",
            "palette": {"main_color": "#1f6feb", "secondary_color": "#d29922"},
            "state": "active",
            "tax_rates": {"isk": 0.1, "loyalty_point": 0},
            "type": "npc_owned" if corporation.faction_id else "player_owned",
        }
    else:
        row["tax_rate"] = 0.1
        if corporation.faction_id:
            row["faction_id"] = corporation.faction_id
    return row


@answers("get /alliances")
def _alliances(ask: Ask) -> list[int]:
    return sorted(ask.world.alliances)


@answers("get /alliances/{alliance_id}")
def _alliance(ask: Ask) -> Row:
    number = ask.args["alliance_id"]
    name, ticker, executor = found(ask.world.alliances, number, "Alliance not found")
    return {
        "creator_corporation_id": executor,
        "creator_id": ask.world.corporations[executor].ceo_id,
        "date_founded": moment(3 * 365 * 86_400),
        "executor_corporation_id": executor,
        "name": name,
        "ticker": ticker,
    }


# Contracts, wars, losses, insurance


@answers("get /contracts/public/{region_id}")
def _contracts(ask: Ask) -> Listing:
    region_id, world = _region(ask), ask.world
    return Listing(
        make=lambda number, _: trade.contract(world, region_id, number),
        count=2_400 if region_id == 10000002 else 300,
    )


@answers("get /contracts/public/items/{contract_id}")
def _contract_items(ask: Ask) -> Listing:
    contract, world = ask.args["contract_id"], ask.world
    number = trade.contract_number(contract)
    if number is None or trade.contract_type(number) == "courier":
        raise Refusal(404, "Contract not found!")
    count = world.dice("contract-items", contract).between(1, 5)
    return Listing(
        make=lambda index, _: trade.contract_item(world, contract, index),
        count=count,
        steady=True,
    )


@answers("get /wars")
def _wars(ask: Ask) -> list[int]:
    return trade.wars(ask.query.get("max_war_id"))


@answers("get /killmails/{killmail_id}/{killmail_hash}")
def _killmail(ask: Ask) -> Row:
    kill = ask.args["killmail_id"]
    if not trade.FIRST_KILL <= kill < trade.FIRST_KILL + trade.KILLS:
        raise Refusal(404, "Killmail not found")
    if ask.args["killmail_hash"] != trade.kill_hash(ask.world, kill):
        raise Refusal(422, "Invalid killmail_id and/or killmail_hash")
    return trade.killmail(ask.world, kill)


@answers("get /insurance/prices")
def _insurance(ask: Ask) -> list[Row]:
    return trade.insurance(ask.world, ask.language)


# Cursor listings


def touched(world: World, path: str, count: int, generation: int) -> list[tuple[int, int, int]]:
    """Sequence, number and revision of each record, least recently modified first.

    Each turn-over modifies three records, which thereby move to the end.
    """
    records = {number: (number, 0) for number in range(count)}
    for turn in range(1, generation + 1):
        dice = world.dice("touched", path, turn)
        for step in range(3):
            records[dice.below(count)] = (count + 3 * turn + step, turn)
    return sorted((sequence, n, revision) for n, (sequence, revision) in records.items())


def token(sequence: int) -> str:
    """An opaque cursor."""
    return base64.urlsafe_b64encode(f"s:{sequence:08d}".encode()).decode()


def sequence_of(text: str, where: str) -> int:
    """The place that a cursor means; 400 for one that is not ours."""
    try:
        return int(base64.urlsafe_b64decode(text.encode()).decode().removeprefix("s:"))
    except ValueError as exc:
        problem = {"location": f"query.{where}", "message": "invalid cursor", "value": text}
        raise Refusal(400, "validation failed", [problem]) from exc


def cursor_page(
    ask: Ask, name: str, records: Sequence[tuple[int, int, int]], make: Callable[..., Row]
) -> Row:
    """A page of a cursor listing: the newest records, or those before or after a cursor."""
    before, after, limit = (ask.query.get(key) for key in ("before", "after", "limit"))
    limit = limit or 10
    if before is not None and after is not None:
        raise Refusal(400, "before and after exclude each other")
    if before is not None:
        place = sequence_of(before, "before")
        page = [record for record in records if record[0] < place][-limit:]
    elif after is not None:
        place = sequence_of(after, "after")
        page = [record for record in records if record[0] > place][:limit]
    else:
        page = list(records)[-limit:]
    content: Row = {name: [make(number, sequence, rev) for sequence, number, rev in page]}
    if page:
        content["cursor"] = {"before": token(page[0][0]), "after": token(page[-1][0])}
    elif after is not None:
        content["cursor"] = {"after": after}
    # Nothing before the oldest record: no cursor at all, which clients have to bear.
    return content


@answers("get /paragon-hub/skinr")
def _listings(ask: Ask) -> Row:
    records = touched(ask.world, "skinr", 47, ask.generation)
    return cursor_page(
        ask, "listings", records, lambda n, s, rev: trade.listing(ask.world, n, s, rev)
    )


@answers("get /corporations/{corporation_id}/projects")
def _projects(ask: Ask) -> Row:
    corporation_id = ask.args["corporation_id"]
    records = touched(ask.world, f"projects/{corporation_id}", people.PROJECTS, ask.generation)

    def make(number: int, sequence: int, revision: int) -> Row:
        return people.project(ask.world, corporation_id, number, sequence, revision)

    if ask.query.get("state", "Active") != "All":
        records = [r for r in records if make(r[1], r[0], r[2])["state"] == "Active"]
    return cursor_page(ask, "projects", records, make)


@answers("get /corporations/{corporation_id}/projects/{project_id}")
def _project(ask: Ask) -> Row:
    corporation_id = ask.args["corporation_id"]
    for number in range(people.PROJECTS):
        row = people.project_detail(ask.world, corporation_id, number)
        if row["id"] == ask.args["project_id"]:
            return row
    raise Refusal(404, "Project not found")


@answers("get /corporations/{corporation_id}/structures/sovereignty-hubs")
def _hubs(ask: Ask) -> Row:
    rows = [people.hub(ask.world, ask.args["corporation_id"], n) for n in range(people.HUBS)]
    fields = ("id", "solar_system_id")
    return {"sovereignty_hubs": [{name: row[name] for name in fields} for row in rows]}


@answers("get /corporations/{corporation_id}/structures/sovereignty-hubs/{sovereignty_hub_id}")
def _hub(ask: Ask) -> Row:
    corporation_id = ask.args["corporation_id"]
    number = ask.args["sovereignty_hub_id"] - people.hub_id(corporation_id, 0)
    if not 0 <= number < people.HUBS:
        raise Refusal(404, "Sovereignty Hub not found")
    return people.hub(ask.world, corporation_id, number)


@answers("get /corporations/{corporation_id}/wallets")
def _wallets(ask: Ask) -> list[Row]:
    dice = ask.world.dice("wallets", ask.args["corporation_id"], ask.generation)
    return [{"balance": number_of(dice.below(10**12) / 100), "division": n} for n in range(1, 8)]


# Characters, signed in


@answers("get /characters/{character_id}/assets")
def _assets(ask: Ask) -> Listing:
    world, who = ask.world, ask.character.character_id
    return Listing(
        make=lambda number, revision: people.asset(world, who, number, revision),
        count=people.ASSETS,
    )


@answers("post /characters/{character_id}/assets/names")
def _asset_names(ask: Ask) -> list[Row]:
    first = people.asset_id(ask.character.character_id, 0)
    if any(not 0 <= item - first < 1_000_000 for item in ask.body):
        raise Refusal(404, "Invalid item_ids were provided")
    return [
        {"item_id": item, "name": f"Box {item - first}" if (item - first) % 8 == 0 else "None"}
        for item in ask.body
    ]


@answers("get /characters/{character_id}/wallet")
def _wallet(ask: Ask) -> float:
    dice = ask.world.dice("wallet", ask.character.character_id, ask.generation)
    return number_of(dice.below(10**13) / 100)


@answers("get /characters/{character_id}/wallet/journal")
def _journal(ask: Ask) -> Listing:
    world, who = ask.world, ask.character.character_id
    return Listing(make=lambda number, _: people.journal(world, who, number), count=1_600)


@answers("get /characters/{character_id}/wallet/transactions")
def _transactions(ask: Ask) -> list[Row]:
    who = ask.character.character_id
    newest = people.TRANSACTIONS - 1
    start = newest
    if "from_id" in ask.query:
        # The row itself comes first again, as in the real answer.
        start = min(newest, ask.query["from_id"] - people.FIRST_TRANSACTION)
    numbers = range(start, max(-1, start - SHORT_PAGE), -1)
    return [people.transaction(ask.world, who, number) for number in numbers]


@answers("get /characters/{character_id}/mail")
def _mails(ask: Ask) -> list[Row]:
    who = ask.character.character_id
    rows = [people.mail(ask.world, who, number) for number in range(people.MAILS)]
    rows += ask.notes.mails.get(who, [])
    below, labels = ask.query.get("last_mail_id"), set(ask.query.get("labels", ()))
    return [
        row
        for row in reversed(rows)
        if (below is None or row["mail_id"] < below)
        and (not labels or labels.intersection(row["labels"]))
    ][:SHORT_PAGE]


@answers("post /characters/{character_id}/mail")
def _send(ask: Ask) -> int:
    who = ask.character.character_id
    number = people.FIRST_MAIL + people.MAILS + ask.notes.sent
    ask.notes.sent += 1
    ask.notes.mails.setdefault(who, []).append(
        {
            "from": who,
            "is_read": True,
            "labels": [2],
            "mail_id": number,
            "recipients": ask.body["recipients"],
            "subject": ask.body["subject"],
            "timestamp": moment(0),
        }
    )
    return number


@answers("get /characters/{character_id}/notifications")
def _notifications(ask: Ask) -> list[Row]:
    return people.notifications(ask.world, ask.character.character_id)


@answers("get /characters/{character_id}/skills")
def _skills(ask: Ask) -> Row:
    return people.skills(ask.world, ask.character.character_id)


@answers("get /characters/{character_id}/orders")
def _own_orders(ask: Ask) -> list[Row]:
    return people.own_orders(ask.world, ask.character.character_id)


@answers("get /characters/{character_id}/location")
def _location(ask: Ask) -> Row:
    who = ask.character.character_id
    dice = ask.world.dice("location", who, ask.generation)
    station = dice.pick(tuple(ask.world.stations.values()))
    row: Row = {"solar_system_id": station.system_id}
    if who % 3:
        row["station_id"] = station.station_id
    return row


@answers("get /characters/{character_id}/calendar")
def _calendar(ask: Ask) -> list[Row]:
    who = ask.character.character_id
    start = ask.query.get("from_event", people.FIRST_EVENT - 1) - people.FIRST_EVENT + 1
    numbers = range(max(0, start), people.EVENTS)[:SHORT_PAGE]
    return [people.event(ask.world, who, number) for number in numbers]


@answers("get /characters/{character_id}/medals")
def _medals(ask: Ask) -> list[Row]:
    return people.medals(ask.world, ask.character.character_id)


@answers("get /characters/{character_id}/planets")
def _planets(ask: Ask) -> list[Row]:
    return people.planets(ask.world, ask.character.character_id)


@answers("get /characters/{character_id}/planets/{planet_id}")
def _planet(ask: Ask) -> Row:
    number = ask.args["planet_id"] - people.FIRST_PLANET
    if not 0 <= number < len(people.PLANET_TYPES):
        raise Refusal(404, "Colony not found")
    return people.colony(ask.world, ask.character.character_id, ask.args["planet_id"])


def _contact_table(ask: Ask) -> dict[int, Row]:
    who = ask.character.character_id
    if who not in ask.notes.contacts:
        rows = [people.contact(ask.world, who, n) for n in range(people.contact_count(ask.world))]
        ask.notes.contacts[who] = {row["contact_id"]: row for row in rows}
    return ask.notes.contacts[who]


@answers("get /characters/{character_id}/contacts")
def _contacts(ask: Ask) -> Listing:
    rows = list(_contact_table(ask).values())
    # Past the contacts that there are, where a test asks for more pages, they come again.
    return Listing(
        make=lambda number, _: rows[number % len(rows)],
        count=len(rows),
        fresh=True,
    )


def _set_contacts(ask: Ask, *, new: bool) -> list[int]:
    table = _contact_table(ask)
    changed = [number for number in ask.body if (number not in table) is new]
    for number in changed:
        category = ask.world.names.get(number, ("character", {}))[0]
        row: Row = {
            "contact_id": number,
            "contact_type": category,
            "standing": number_of(ask.query["standing"]),
        }
        if category == "character":
            row |= {"is_blocked": False, "is_watched": ask.query.get("watched", False)}
        if ask.query.get("label_ids"):
            row["label_ids"] = ask.query["label_ids"]
        table[number] = row
    return changed


@answers("post /characters/{character_id}/contacts")
def _add_contacts(ask: Ask) -> list[int]:
    return _set_contacts(ask, new=True)


@answers("put /characters/{character_id}/contacts")
def _edit_contacts(ask: Ask) -> None:
    _set_contacts(ask, new=False)


@answers("delete /characters/{character_id}/contacts")
def _delete_contacts(ask: Ask) -> None:
    table = _contact_table(ask)
    for number in ask.query["contact_ids"]:
        table.pop(number, None)
