"""Make rows of characters."""

from esi.sandbox.routes.route import NOTIFICATION_TYPES, REF_TYPES
from esi.sandbox.world.seeded_random import moment
from esi.sandbox.world.trade import Row, api_number, order
from esi.sandbox.world.world import PlayerCharacter, World

ASSETS = 2_300
MAX_STACK_VALUE = 100_000_000  # ISK: large stacks are of cheap items
TRANSACTIONS = 120
MAILS = 130
EVENTS = 70
FIRST_TRANSACTION = 6_900_000_000
FIRST_MAIL = 380_000_001
FIRST_EVENT = 2_500_001

# Kinds of entries with a negative or positive amount; those of the market have both.
EXPENSES = (
    "brokers_fee", "contract_price", "industry_job_tax", "insurance", "jump_clone_activation_fee",
    "market_escrow", "market_transaction", "transaction_tax", "war_fee",
)  # fmt: skip
INCOME = ("market_transaction", *(kind for kind in REF_TYPES.split() if kind not in EXPENSES))
FLAGS = ("Hangar", "Cargo", "DroneBay", "ShipHangar", "Unlocked")
NOTIFICATIONS = tuple(NOTIFICATION_TYPES.split())


def age_of(world: World, character: PlayerCharacter) -> int:
    """Return the age of a character in seconds."""
    return world.rng("character", character.character_id).below(15 * 365 * 86_400)


def public(world: World, character: PlayerCharacter) -> Row:
    """Make the public information on a character that is the same at every date."""
    rng = world.rng("character", character.character_id)
    row: Row = {
        "birthday": moment(rng.below(15 * 365 * 86_400)),
        "bloodline_id": rng.between(1, 8),
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


def asset(world: World, character_id: int, number: int, revision: int) -> Row:
    """Make an asset; every eighth is in a container, whose id is its location."""
    rng = world.rng("asset", character_id, number)
    inside = number % 8 == 7
    single = number % 8 == 0 or rng.below(4) == 0
    type_id = rng.pick(world.type_ids)
    most = int(max(1, min(100_000, MAX_STACK_VALUE / world.types[type_id].price)))
    row: Row = {
        "is_singleton": single,
        "item_id": asset_id(character_id, number),
        "location_flag": "Unlocked" if inside else rng.pick(FLAGS),
        "location_id": asset_id(character_id, number - 7)
        if inside
        else rng.pick(tuple(world.stations)),
        "location_type": "item" if inside else "station",
        "quantity": 1 if single else rng.between(1, most) + revision,
        "type_id": type_id,
    }
    if single and rng.below(6) == 0:
        row["is_blueprint_copy"] = True
    return row


def asset_id(character_id: int, number: int) -> int:
    """Return the item id of an asset."""
    return 1_030_000_000_000 + character_id % 1000 * 1_000_000 + number


def wallet_balance(world: World, character_id: int, number: int) -> int:
    """Return the balance after an entry of the journal, in hundredths; number 0 is the newest.

    It is a sum of waves over weeks, days and hours. The amount of an entry is the difference of two
    balances, so that the journal adds up.
    """
    cents = 4 * 10**10
    for entries, most in ((640, 12 * 10**10), (96, 4 * 10**10), (12, 8 * 10**9), (1, 8 * 10**8)):
        before, within = divmod(number, entries)
        low, high = (
            world.rng("purse", character_id, entries, at).below(most) for at in (before, before + 1)
        )
        cents += low + (high - low) * within // entries
    return cents


def journal(world: World, character_id: int, number: int) -> Row:
    """Make an entry of the wallet journal; number 0 is the newest."""
    rng = world.rng("journal", character_id, number)
    balance = wallet_balance(world, character_id, number)
    amount = balance - wallet_balance(world, character_id, number + 1)
    kind = rng.pick(INCOME if amount > 0 else EXPENSES)
    row: Row = {
        "amount": api_number(amount / 100),
        "balance": api_number(balance / 100),
        "date": moment(number * 900),
        "description": f"{kind.replace('_', ' ').capitalize()}",
        "first_party_id": character_id,
        "id": 22_000_000_000 - number,
        "ref_type": kind,
        "second_party_id": 1000125,
    }
    if kind == "market_transaction":
        row |= {
            "context_id": FIRST_TRANSACTION + number % TRANSACTIONS,
            "context_id_type": "market_transaction_id",
        }
    if rng.below(3) == 0:
        row |= {"tax": api_number(rng.below(10**6) / 100), "tax_receiver_id": 98_000_001}
    if rng.below(4) == 0:
        row["reason"] = "Thanks"
    return row


def transaction(world: World, character_id: int, number: int) -> Row:
    """Make a transaction; number 0 is the oldest."""
    rng = world.rng("transaction", character_id, number)
    type_id = rng.pick(world.type_ids)
    return {
        "client_id": rng.pick(tuple(world.characters)),
        "date": moment((TRANSACTIONS - number) * 3600),
        "is_buy": rng.below(2) == 0,
        "is_personal": True,
        "journal_ref_id": 22_000_000_000 - (TRANSACTIONS - number),
        "location_id": rng.pick(tuple(world.stations)),
        "quantity": rng.between(1, 5000),
        "transaction_id": FIRST_TRANSACTION + number,
        "type_id": type_id,
        "unit_price": api_number(world.types[type_id].price),
    }


def mail(world: World, character_id: int, number: int) -> Row:
    """Make the header of a mail; number 0 is the oldest, and unread ones lack `is_read`."""
    rng = world.rng("mail", character_id, number)
    row: Row = {
        "from": rng.pick(tuple(world.characters)),
        "labels": [rng.pick((1, 4, 8))],
        "mail_id": FIRST_MAIL + number,
        "recipients": [{"recipient_id": character_id, "recipient_type": "character"}],
        "subject": f"Subject {number}",
        "timestamp": moment((MAILS - number) * 7200),
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
            "timestamp": moment(number * 5400),
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
    for skill in world.types_of[257]:
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


def own_orders(world: World, character_id: int, count: int = 12) -> list[Row]:
    """Make a character's open orders: market orders with the fields that only the owner sees."""
    rows = []
    for number in range(count):
        region_id = 10000002 if number % 3 else 10000043
        row = order(world, region_id, character_id % 1000 * 100 + number, 0)
        buys = row.pop("is_buy_order")
        row.pop("system_id")
        row |= {"is_corporation": False, "region_id": region_id}
        if buys:
            row |= {"is_buy_order": True, "escrow": api_number(row["price"] * row["volume_remain"])}
        else:
            # Sell orders have neither field, as in the real listing.
            row.pop("min_volume")
        rows.append(row)
    return rows


def event(world: World, character_id: int, number: int) -> Row:
    """Make a calendar event; number 0 is the next one."""
    rng = world.rng("event", character_id, number)
    return {
        "event_date": moment(-3600 * (number + 1)),
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
