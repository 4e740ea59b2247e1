"""Make wallets: balances, journals and transactions, of a character or a corporation's division.

An `owner` is a character's id, or a corporation's id and division.
"""

from esi.sandbox.routes.table import words
from esi.sandbox.world.trade import Row, api_number, stack
from esi.sandbox.world.world import PIRATE, World

TRANSACTIONS = 120
ENTRIES = 1_600
SPACING = 1_600  # seconds: the journal has 30 days
EVERY = 13  # entries of the journal for each that is a transaction
FIRST_TRANSACTION = 6_900_000_000
NEWEST_ENTRY = 22_000_000_000
DIVISIONS = range(1, 8)

Owner = int | tuple[int, int]

# Kinds of entries with a negative or positive amount; transactions have both.
EXPENSES = (
    "brokers_fee", "contract_price", "industry_job_tax", "insurance", "jump_clone_activation_fee",
    "market_escrow", "transaction_tax", "war_fee",
)  # fmt: skip
MARKET, BOUNTY = "market_transaction", "bounty_prizes"
INCOME = tuple(kind for kind in words("ref_type") if kind not in {*EXPENSES, MARKET})
PERSONAL = {"player_donation", "player_trading", "contract_price", "contract_reward", MARKET}


def wallet_balance(world: World, owner: Owner, number: int) -> int:
    """Return the balance after an entry of the journal, in hundredths; number 0 is the newest.

    It is a sum of waves over weeks, days and hours. The amount of an entry is the difference of two
    balances, so that the journal adds up.
    """
    cents = 4 * 10**10
    for entries, most in ((640, 12 * 10**10), (96, 4 * 10**10), (12, 8 * 10**9), (1, 8 * 10**8)):
        before, within = divmod(number, entries)
        low, high = (
            world.rng("purse", owner, entries, at).below(most) for at in (before, before + 1)
        )
        cents += low + (high - low) * within // entries
    return cents


def journal(world: World, owner: Owner, number: int) -> Row:
    """Make an entry of the wallet journal; number 0 is the newest."""
    rng = world.rng("journal", owner, number)
    balance = wallet_balance(world, owner, number)
    amount = balance - wallet_balance(world, owner, number + 1)
    trades = number % EVERY == 0 and number // EVERY < TRANSACTIONS
    kind = MARKET if trades else rng.pick(INCOME if amount > 0 else EXPENSES)
    other = rng.pick(tuple(world.characters)) if kind in PERSONAL else 1000125
    row: Row = {
        "amount": api_number(amount / 100),
        "balance": api_number(balance / 100),
        "date": world.moment(number * SPACING),
        "description": kind.replace("_", " ").capitalize(),
        "first_party_id": owner if isinstance(owner, int) else owner[0],
        "id": NEWEST_ENTRY - number,
        "ref_type": kind,
        "second_party_id": other,
    }
    if trades:
        row |= {
            "context_id": FIRST_TRANSACTION + TRANSACTIONS - 1 - number // EVERY,
            "context_id_type": "market_transaction_id",
        }
    if rng.below(3) == 0:
        row |= {"tax": api_number(rng.below(10**6) / 100), "tax_receiver_id": 98_000_001}
    if rng.below(4) == 0:
        row["reason"] = "Thanks"
    if kind == BOUNTY:  # types and numbers of the pirates shot
        row["reason"] = f"{PIRATE}: {rng.between(1, 9)}"
    return row


def transaction(world: World, owner: Owner, number: int) -> Row:
    """Make a transaction, which an entry of the journal is about; number 0 is the oldest."""
    entry = journal(world, owner, (TRANSACTIONS - 1 - number) * EVERY)
    rng = world.rng("transaction", owner, number)
    type_id, paid = rng.pick(world.traded), abs(entry["amount"])
    quantity = max(1, min(stack(world, type_id), round(paid / world.types[type_id].price)))
    row: Row = {
        "client_id": entry["second_party_id"],
        "date": entry["date"],
        "is_buy": entry["amount"] < 0,
        "journal_ref_id": entry["id"],
        "location_id": rng.pick(tuple(world.stations)),
        "quantity": quantity,
        "transaction_id": FIRST_TRANSACTION + number,
        "type_id": type_id,
        "unit_price": api_number(paid / quantity),
    }
    return row | {"is_personal": True} if isinstance(owner, int) else row
