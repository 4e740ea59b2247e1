"""Make rows of characters."""

from esi.sandbox.routes.table import words
from esi.sandbox.world import translations
from esi.sandbox.world.trade import Row
from esi.sandbox.world.world import SKILL_GROUP, PlayerCharacter, World

MAILS = 130
EVENTS = 70
FIRST_MAIL = 380_000_001
FIRST_EVENT = 2_500_001

NOTIFICATIONS = words("notification_type")


def age_of(world: World, character: PlayerCharacter) -> int:
    """Return the age of a character in seconds."""
    return world.rng("character", character.character_id).below(15 * 365 * 86_400)


def public(world: World, character: PlayerCharacter) -> Row:
    """Make the public information on a character that is the same at every date."""
    rng = world.rng("character", character.character_id)
    row: Row = {
        "birthday": world.moment(rng.below(15 * 365 * 86_400)),
        "bloodline_id": rng.pick(tuple(translations.BLOODLINES)),
        "corporation_id": character.corporation_id,
        "description": f"{character.name} is made up.",
        "gender": rng.pick(("male", "female")),
        "name": character.name,
        "race_id": character.race_id,
        "security_status": round(rng.unit() * 10 - 5, 6),
    }
    if character.alliance_id:
        row["alliance_id"] = character.alliance_id
    return row


def roles(character: PlayerCharacter) -> Row:
    """Make the roles of a character in its corporation, which it has everywhere."""
    elsewhere: Row = {f"roles_at_{place}": [] for place in ("base", "hq", "other")}
    return {"roles": list(character.roles), **elsewhere}


def joined(world: World, character: PlayerCharacter) -> int:
    """Return how many seconds ago a character joined its corporation."""
    return world.rng("joined", character.character_id).below(age_of(world, character) + 1)


def mail(world: World, character_id: int, number: int) -> Row:
    """Make the header of a mail; number 0 is the oldest, and unread ones lack `is_read`."""
    rng = world.rng("mail", character_id, number)
    row: Row = {
        "from": rng.pick(tuple(world.characters)),
        "labels": [rng.pick((1, 4, 8))],
        "mail_id": FIRST_MAIL + number,
        "recipients": [{"recipient_id": character_id, "recipient_type": "character"}],
        "subject": f"Subject {number}",
        "timestamp": world.moment((MAILS - number) * 7200),
    }
    if rng.below(3):
        row["is_read"] = True
    return row


def notifications(world: World, character_id: int, count: int = 40) -> list[Row]:
    """Make notifications, newest first."""
    rows = []
    for number in range(count):
        rng = world.rng("notification", character_id, number)
        kind = rng.pick(NOTIFICATIONS)
        row: Row = {
            "notification_id": 2_100_000_000 - number,
            "sender_id": rng.pick((1000125, 1000035, *world.characters)),
            "sender_type": "corporation",
            "text": f"charID: {character_id}\nsolarSystemID: 30000142\n",
            "timestamp": world.moment(number * 5400),
            "type": kind,
        }
        if row["sender_id"] in world.characters:
            row["sender_type"] = "character"
        if rng.below(2):
            row["is_read"] = True
        rows.append(row)
    return rows


def skills(world: World, character_id: int) -> Row:
    """Make the trained skills of a character."""
    rows = []
    for skill in world.types_of[SKILL_GROUP]:
        level = world.rng("skill", character_id, skill).between(1, 5)
        rows.append(
            {
                "active_skill_level": level,
                "skill_id": skill,
                "skillpoints_in_skill": 250 * 2 ** (2 * level - 2),
                "trained_skill_level": level,
            }
        )
    total = sum(int(row["skillpoints_in_skill"]) for row in rows)
    row: Row = {"skills": rows, "total_sp": total}
    if character_id % 2:
        row["unallocated_sp"] = 50_000
    return row


def event(world: World, character_id: int, number: int) -> Row:
    """Make a calendar event; number 0 is the next one."""
    rng = world.rng("event", character_id, number)
    return {
        "event_date": world.moment(-3600 * (number + 1)),
        "event_id": FIRST_EVENT + number,
        "event_response": rng.pick(("declined", "not_responded", "accepted", "tentative")),
        "importance": rng.below(2),
        "title": f"Fleet {number}",
    }


def contacts(world: World, character_id: int) -> dict[int, Row]:
    """Make the contacts that a character has at first, by id."""
    rows: dict[int, Row] = {}
    ids = (*world.characters, *world.corporations, *world.alliances)
    for number, contact_id in enumerate(n for n in ids if n != character_id):
        row: Row = {
            "contact_id": contact_id,
            "contact_type": world.names[contact_id][0],
            "standing": (-10.0, -5, 0, 5, 10.0)[number % 5],
        }
        if row["contact_type"] == "character":
            row |= {"is_blocked": False, "is_watched": number % 2 == 0}
        if number % 3 == 0:
            row["label_ids"] = [1, 2]
        rows[contact_id] = row
    return rows
