"""Answers of alliances, corporations and characters, in public and signed in."""

from esi.sandbox.handlers.registry import SHORT_PAGE, AskedRequest, Refusal, answers, found
from esi.sandbox.simulation.cache_turnover import Listing
from esi.sandbox.world import corporations, people
from esi.sandbox.world.seeded_random import moment
from esi.sandbox.world.trade import Row, number_of


@answers("post /characters/affiliation")
def _affiliation(ask: AskedRequest) -> list[Row]:
    rows = []
    for number in ask.body:
        who = found(ask.world.characters, number, "Invalid character IDs were provided")
        row: Row = {"character_id": number, "corporation_id": who.corporation_id}
        if who.alliance_id:
            row["alliance_id"] = who.alliance_id
        rows.append(row)
    return rows


@answers("get /characters/{character_id}")
def _character(ask: AskedRequest) -> Row:
    row = people.public(ask.world, ask.character)
    if ask.date >= "2026-06-09":
        row |= {"achievement_score": 1200, "corporation_title": "Pilot"}
    else:
        row["title"] = "<b>Pilot</b>"
    return row


@answers("get /characters/{character_id}/corporationhistory")
def _history(ask: AskedRequest) -> list[Row]:
    who = ask.character
    age = people.age(ask.world, who)
    dice = ask.world.dice("history", who.character_id)
    school = dice.pick(_npc_corporations(ask))
    ids = sorted(dice.below(10_000_000) for _ in range(2))
    stays = ((who.corporation_id, dice.below(age + 1)), (school, age))  # the newest first
    return [
        {"corporation_id": corporation, "record_id": number, "start_date": moment(seconds)}
        for (corporation, seconds), number in zip(stays, reversed(ids), strict=True)
    ]


@answers("get /corporations/npccorps")
def _npc_corporations(ask: AskedRequest) -> list[int]:
    return sorted(n for n, found in ask.world.corporations.items() if found.faction_id)


@answers("get /corporations/{corporation_id}")
def _corporation(ask: AskedRequest) -> Row:
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
def _alliances(ask: AskedRequest) -> list[int]:
    return sorted(ask.world.alliances)


@answers("get /alliances/{alliance_id}")
def _alliance(ask: AskedRequest) -> Row:
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


@answers("get /alliances/{alliance_id}/corporations")
def _members(ask: AskedRequest) -> list[int]:
    number = ask.args["alliance_id"]
    found(ask.world.alliances, number, "Alliance not found")
    return sorted(n for n, c in ask.world.corporations.items() if c.alliance_id == number)


@answers("get /characters/{character_id}/assets")
def _assets(ask: AskedRequest) -> Listing:
    world, who = ask.world, ask.character.character_id
    return Listing(
        make=lambda number, revision: people.asset(world, who, number, revision),
        count=people.ASSETS,
    )


@answers("post /characters/{character_id}/assets/names")
def _asset_names(ask: AskedRequest) -> list[Row]:
    first = people.asset_id(ask.character.character_id, 0)
    if any(not 0 <= item - first < 1_000_000 for item in ask.body):
        raise Refusal(404, "Invalid item_ids were provided")
    return [
        {"item_id": item, "name": f"Box {item - first}" if (item - first) % 8 == 0 else "None"}
        for item in ask.body
    ]


@answers("get /corporations/{corporation_id}/structures")
def _structures(ask: AskedRequest) -> Listing:
    world, corporation_id, language = ask.world, ask.args["corporation_id"], ask.language
    return Listing(
        make=lambda n, revision: corporations.structure(
            world, corporation_id, n, revision, language
        ),
        count=corporations.STRUCTURES,
        size=250,
    )


@answers("get /characters/{character_id}/wallet")
def _wallet(ask: AskedRequest) -> float:
    who, later = ask.character.character_id, ask.generation
    spent = ask.world.dice("wallet", who, later).below(10**9) if later else 0
    return number_of((people.purse(ask.world, who, 0) - spent) / 100)


@answers("get /characters/{character_id}/wallet/journal")
def _journal(ask: AskedRequest) -> Listing:
    world, who = ask.world, ask.character.character_id
    return Listing(make=lambda number, _: people.journal(world, who, number), count=1_600)


@answers("get /characters/{character_id}/wallet/transactions")
def _transactions(ask: AskedRequest) -> list[Row]:
    who = ask.character.character_id
    newest = people.TRANSACTIONS - 1
    start = newest
    if "from_id" in ask.query:
        # The row itself comes first again, as in the real answer.
        start = min(newest, ask.query["from_id"] - people.FIRST_TRANSACTION)
    numbers = range(start, max(-1, start - SHORT_PAGE), -1)
    return [people.transaction(ask.world, who, number) for number in numbers]


@answers("get /characters/{character_id}/mail")
def _mails(ask: AskedRequest) -> list[Row]:
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
def _send(ask: AskedRequest) -> int:
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
def _notifications(ask: AskedRequest) -> list[Row]:
    return people.notifications(ask.world, ask.character.character_id)


@answers("get /characters/{character_id}/skills")
def _skills(ask: AskedRequest) -> Row:
    return people.skills(ask.world, ask.character.character_id)


@answers("get /characters/{character_id}/orders")
def _own_orders(ask: AskedRequest) -> list[Row]:
    return people.own_orders(ask.world, ask.character.character_id)


@answers("get /characters/{character_id}/location")
def _location(ask: AskedRequest) -> Row:
    who = ask.character.character_id
    dice = ask.world.dice("location", who, ask.generation)
    station = dice.pick(tuple(ask.world.stations.values()))
    row: Row = {"solar_system_id": station.system_id}
    if who % 3:
        row["station_id"] = station.station_id
    return row


@answers("get /characters/{character_id}/calendar")
def _calendar(ask: AskedRequest) -> list[Row]:
    who = ask.character.character_id
    start = ask.query.get("from_event", people.FIRST_EVENT - 1) - people.FIRST_EVENT + 1
    numbers = range(max(0, start), people.EVENTS)[:SHORT_PAGE]
    return [people.event(ask.world, who, number) for number in numbers]


@answers("get /characters/{character_id}/medals")
def _medals(ask: AskedRequest) -> list[Row]:
    return people.medals(ask.world, ask.character.character_id)


@answers("get /characters/{character_id}/planets")
def _planets(ask: AskedRequest) -> list[Row]:
    return people.planets(ask.world, ask.character.character_id)


@answers("get /characters/{character_id}/planets/{planet_id}")
def _planet(ask: AskedRequest) -> Row:
    number = ask.args["planet_id"] - people.FIRST_PLANET
    if not 0 <= number < len(people.PLANET_TYPES):
        raise Refusal(404, "Colony not found")
    return people.colony(ask.world, ask.character.character_id, ask.args["planet_id"])


def _contact_table(ask: AskedRequest) -> dict[int, Row]:
    who = ask.character.character_id
    if who not in ask.notes.contacts:
        rows = [people.contact(ask.world, who, n) for n in range(people.contact_count(ask.world))]
        ask.notes.contacts[who] = {row["contact_id"]: row for row in rows}
    return ask.notes.contacts[who]


@answers("get /characters/{character_id}/contacts")
def _contacts(ask: AskedRequest) -> Listing:
    rows = list(_contact_table(ask).values())
    # Past the contacts that there are, where a test asks for more pages, they come again.
    return Listing(
        make=lambda number, _: rows[number % len(rows)],
        count=len(rows),
        fresh=True,
    )


def _set_contacts(ask: AskedRequest, *, new: bool) -> list[int]:
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
def _add_contacts(ask: AskedRequest) -> list[int]:
    return _set_contacts(ask, new=True)


@answers("put /characters/{character_id}/contacts")
def _edit_contacts(ask: AskedRequest) -> None:
    _set_contacts(ask, new=False)


@answers("delete /characters/{character_id}/contacts")
def _delete_contacts(ask: AskedRequest) -> None:
    table = _contact_table(ask)
    for number in ask.query["contact_ids"]:
        table.pop(number, None)
