"""Handlers of alliances, corporations and characters."""

from collections.abc import Callable
from typing import Any

from esi.sandbox.handlers.registry import (
    HANDLERS,
    SHORT_PAGE,
    Handler,
    HandlerRequest,
    Refusal,
    handles,
    listed,
    lookup,
)
from esi.sandbox.simulation.cache_turnover import Listing
from esi.sandbox.world import corporations, industry, people
from esi.sandbox.world.trade import Row, api_number
from esi.sandbox.world.world import World


@handles("post /characters/affiliation")
def _affiliation(request: HandlerRequest) -> list[Row]:
    rows = []
    for number in request.body:
        character = lookup(request.world.characters, number, "Invalid character IDs were provided")
        row: Row = {"character_id": number, "corporation_id": character.corporation_id}
        if character.alliance_id:
            row["alliance_id"] = character.alliance_id
        rows.append(row)
    return rows


@handles("get /characters/{character_id}")
def _character(request: HandlerRequest) -> Row:
    row = people.public(request.world, request.character)
    if request.date >= "2026-06-09":
        row |= {"achievement_score": 1200, "corporation_title": "Pilot"}
    else:
        row["title"] = "<b>Pilot</b>"
    return row


@handles("get /characters/{character_id}/corporationhistory")
def _history(request: HandlerRequest) -> list[Row]:
    character = request.character
    age = people.age_of(request.world, character)
    joined = people.joined(request.world, character)
    rng = request.world.rng("history", character.character_id)
    school = rng.pick(request.world.npc_corporations)
    ids = sorted(rng.below(10_000_000) for _ in range(2))
    stays = ((character.corporation_id, joined), (school, age))  # the newest first
    start = request.world.moment
    return [
        {"corporation_id": corporation, "record_id": number, "start_date": start(seconds)}
        for (corporation, seconds), number in zip(stays, reversed(ids), strict=True)
    ]


@handles("get /corporations/{corporation_id}")
def _corporation(request: HandlerRequest) -> Row:
    corporation = request.corporation
    number = corporation.corporation_id
    row: Row = {
        "ceo_id": corporation.ceo_id,
        "creator_id": corporation.ceo_id,
        "date_founded": request.world.moment(4 * 365 * 86_400),
        "description": f"{corporation.name} is made up.",
        "home_station_id": 60003760,
        "member_count": len(request.world.members(number)),
        "name": corporation.name,
        "shares": 1000,
        "ticker": corporation.ticker,
        "war_eligible": corporation.faction_id is None,
    }
    if corporation.alliance_id:
        row["alliance_id"] = corporation.alliance_id
    if request.date >= "2026-07-21":
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


@handles("get /alliances/{alliance_id}")
def _alliance(request: HandlerRequest) -> Row:
    number = request.args["alliance_id"]
    name, ticker, executor = lookup(request.world.alliances, number, "Alliance not found")
    return {
        "creator_corporation_id": executor,
        "creator_id": request.world.corporations[executor].ceo_id,
        "date_founded": request.world.moment(3 * 365 * 86_400),
        "executor_corporation_id": executor,
        "name": name,
        "ticker": ticker,
    }


@handles("get /alliances/{alliance_id}/corporations")
def _members(request: HandlerRequest) -> list[int]:
    number = request.args["alliance_id"]
    lookup(request.world.alliances, number, "Alliance not found")
    return sorted(n for n, c in request.world.corporations.items() if c.alliance_id == number)


@handles("get /corporations/{corporation_id}/structures")
def _structures(request: HandlerRequest) -> Listing:
    world, corporation_id, language = (
        request.world,
        request.args["corporation_id"],
        request.language,
    )
    return Listing(
        make=lambda n, revision: corporations.structure(
            world, corporation_id, n, revision, language
        ),
        count=corporations.STRUCTURES,
        size=250,
    )


@handles("get /characters/{character_id}/mail")
def _mails(request: HandlerRequest) -> list[Row]:
    character_id = request.character_id
    rows = [people.mail(request.world, character_id, number) for number in range(people.MAILS)]
    rows += request.user_data.mails.get(character_id, [])
    below, labels = request.query.get("last_mail_id"), set(request.query.get("labels", ()))
    return [
        row
        for row in reversed(rows)
        if (below is None or row["mail_id"] < below)
        and (not labels or labels.intersection(row["labels"]))
    ][:SHORT_PAGE]


@handles("post /characters/{character_id}/mail")
def _send(request: HandlerRequest) -> int:
    character_id = request.character_id
    number = people.FIRST_MAIL + people.MAILS + request.user_data.mails_sent
    request.user_data.mails_sent += 1
    request.user_data.mails.setdefault(character_id, []).append(
        {
            "from": character_id,
            "is_read": True,
            "labels": [2],
            "mail_id": number,
            "recipients": request.body["recipients"],
            "subject": request.body["subject"],
            "timestamp": request.world.moment(0),
        }
    )
    return number


@handles("get /characters/{character_id}/loyalty/points")
def _loyalty(request: HandlerRequest) -> list[Row]:
    rng = request.world.rng("loyalty", request.character_id)
    return [
        {"corporation_id": number, "loyalty_points": rng.between(100, 400_000)}
        for number in request.world.npc_corporations
        if rng.below(2)
    ]


@handles("get /characters/{character_id}/medals")
def _medals(request: HandlerRequest) -> list[Row]:
    corporation_id = request.character.corporation_id
    known = {
        medal["medal_id"]: medal for medal in corporations.medals(request.world, corporation_id)
    }
    return [
        {
            "corporation_id": corporation_id,
            "date": row["issued_at"],
            "description": known[row["medal_id"]]["description"],
            "graphics": [{"color": -1, "graphic": "elements.minmatar_1", "layer": 0, "part": 1}],
            "issuer_id": row["issuer_id"],
            "medal_id": row["medal_id"],
            "reason": row["reason"],
            "status": row["status"],
            "title": known[row["medal_id"]]["title"],
        }
        for row in corporations.issued_medals(request.world, corporation_id)
        if row["character_id"] == request.character_id
    ]


@handles("get /characters/{character_id}/planets/{planet_id}")
def _colony(request: HandlerRequest) -> Row:
    world, character_id, planet_id = request.world, request.character_id, request.args["planet_id"]
    if planet_id not in {row["planet_id"] for row in industry.colonies(world, character_id)}:
        raise Refusal(404, "Colony not found")
    return industry.colony(world, character_id, planet_id)


@handles("get /corporations/{corporation_id}/members")
def _corporation_members(request: HandlerRequest) -> list[int]:
    return request.world.members(request.owner_id)


@handles("get /corporations/{corporation_id}/membertracking")
def _tracking(request: HandlerRequest) -> list[Row]:
    world = request.world
    return [corporations.tracked_member(world, each) for each in world.members(request.owner_id)]


@handles("get /corporations/{corporation_id}/medals")
def _corporation_medals(request: HandlerRequest) -> Listing:
    return listed(corporations.medals(request.world, request.owner_id))


@handles("get /corporations/{corporation_id}/medals/issued")
def _issued_medals(request: HandlerRequest) -> Listing:
    return listed(corporations.issued_medals(request.world, request.owner_id))


@handles("get /characters/{character_id}/location")
def _location(request: HandlerRequest) -> Row:
    character_id = request.character_id
    rng = request.world.rng("location", character_id, request.generation)
    station = rng.pick(tuple(request.world.stations.values()))
    row: Row = {"solar_system_id": station.system_id}
    if character_id % 3:
        row["station_id"] = station.station_id
    return row


@handles("get /characters/{character_id}/calendar")
def _calendar(request: HandlerRequest) -> list[Row]:
    character_id = request.character_id
    start = request.query.get("from_event", people.FIRST_EVENT - 1) - people.FIRST_EVENT + 1
    numbers = range(max(0, start), people.EVENTS)[:SHORT_PAGE]
    return [people.event(request.world, character_id, number) for number in numbers]


def _contact_table(request: HandlerRequest) -> dict[int, Row]:
    character_id, tables = request.character_id, request.user_data.contacts
    if character_id not in tables:
        tables[character_id] = people.contacts(request.world, character_id)
    return tables[character_id]


@handles("get /characters/{character_id}/contacts")
def _contacts(request: HandlerRequest) -> Listing:
    rows = list(_contact_table(request).values())
    # They are repeated if a test sets more pages.
    return Listing(make=lambda number, _: rows[number % len(rows)], count=len(rows), rebuilt=True)


def _set_contacts(request: HandlerRequest, *, new: bool) -> list[int]:
    table = _contact_table(request)
    changed = [number for number in request.body if (number not in table) is new]
    for number in changed:
        category = request.world.names.get(number, ("character", {}))[0]
        row: Row = {
            "contact_id": number,
            "contact_type": category,
            "standing": api_number(request.query["standing"]),
        }
        if category == "character":
            row |= {"is_blocked": False, "is_watched": request.query.get("watched", False)}
        if request.query.get("label_ids"):
            row["label_ids"] = request.query["label_ids"]
        table[number] = row
    return changed


@handles("post /characters/{character_id}/contacts")
def _add_contacts(request: HandlerRequest) -> list[int]:
    return _set_contacts(request, new=True)


@handles("put /characters/{character_id}/contacts")
def _edit_contacts(request: HandlerRequest) -> None:
    _set_contacts(request, new=False)


@handles("delete /characters/{character_id}/contacts")
def _delete_contacts(request: HandlerRequest) -> None:
    table = _contact_table(request)
    for number in request.query["contact_ids"]:
        table.pop(number, None)


def _of_character(make: Callable[[World, int], Any]) -> Handler:
    return lambda request: make(request.world, request.character_id)


# Handlers of one expression.
HANDLERS.update(
    {
        "get /alliances": lambda request: sorted(request.world.alliances),
        "get /characters/{character_id}/notifications": _of_character(people.notifications),
        "get /characters/{character_id}/planets": _of_character(industry.colonies),
        "get /characters/{character_id}/roles": lambda request: people.roles(request.character),
        "get /characters/{character_id}/skills": _of_character(people.skills),
        "get /corporations/npccorps": lambda request: request.world.npc_corporations,
    }
)
