"""Repeated bulk pulls merge rows by mode: snapshot, append, upsert."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from esi.core.paging import walks
from esi.errors import InconsistentSnapshotWarning
from esi.sandbox.world import kills as shot
from esi_data import read
from esi_data.datasets import write_modes
from esi_data.frames.schema import plan_of
from tests.esi_data.answers import documents, responses

SKINR = "get_paragon_hub_skinr"
HISTORY = "get_markets_region_id_history"
JOURNAL = "get_characters_character_id_wallet_journal"
KILLMAIL = "get_killmails_killmail_id_killmail_hash"
FIRST = shot.FIRST_KILL
TRANSACTIONS = "get_characters_character_id_wallet_transactions"


@pytest.fixture
def who(esi_sandbox):
    character = next(iter(esi_sandbox.world.characters))
    return {"character_id": [character], "token": esi_sandbox.token(character)}


def files(path):
    return list(path.rglob("*.parquet"))


def test_a_cursor_resumes_where_the_last_pull_ended(esi, esi_sandbox, data):
    """Repeated pulls send the stored `after` token and get only changes; no row is duplicated."""
    first = esi.pull_to(data, SKINR)
    assert (first.mode, first.rows) == ("upsert", 47)
    esi_sandbox.turn_over("/paragon-hub/skinr")
    esi_sandbox.clear()
    again = esi.pull_to(data, SKINR)
    asked = [r.query for r in esi_sandbox.requests if r.path == "/paragon-hub/skinr"]
    assert all("after" in query for query in asked)
    assert again.rows == 47
    assert again.transferred < first.transferred / 2
    esi.clear_cache()
    now = esi.pull(SKINR).sort_values("id").reset_index(drop=True)
    held = read(data).sort_values("id").reset_index(drop=True)
    pd.testing.assert_frame_equal(held, now)


def test_tombstones_replace_the_live_record(esi, esi_sandbox, data):
    """Listings that are gone stay with their final state."""
    esi.pull_to(data, SKINR)
    before = read(data).set_index("id")["state"]
    for _ in range(8):
        esi_sandbox.turn_over("/paragon-hub/skinr")
    esi.pull_to(data, SKINR)
    after = read(data).set_index("id")["state"]
    ended = after[before[before == "listed"].index]
    assert set(ended) & {"sold_out", "expired", "removed"}


def test_a_token_that_the_api_forgot_starts_a_walk_anew(esi, esi_sandbox, data):
    """Tokens live for weeks, not for ever; then everything is walked again and nothing is lost."""
    esi.pull_to(data, SKINR)
    file = data / "_manifest.json"
    said = json.loads(file.read_text(encoding="utf-8"))
    part = said["latest"]["parts"]["all"]
    part["state"] = dict.fromkeys(part["state"], "bm90LW91cnM=")
    file.write_text(json.dumps(said), encoding="utf-8")
    again = esi.pull_to(data, SKINR)
    assert again.rows == len(read(data)) == 47
    assert part["state"] != json.loads(file.read_text())["latest"]["parts"]["all"]["state"]


def test_a_journal_is_append_only(esi, esi_sandbox, data, who):
    """Entries that the API no longer gives stay; new ones are added, each once."""
    first = esi.pull_to(data, JOURNAL, **who)
    assert (first.mode, len(files(data))) == ("append", 1)
    before = read(data)
    path = f"/characters/{who['character_id'][0]}/wallet/journal"
    esi_sandbox.clock.advance(3601)
    esi_sandbox.turn_over(path, grow=3)
    esi.pull_to(data, JOURNAL, **who)
    after = read(data)
    assert set(before["id"]) <= set(after["id"])
    assert after["id"].is_unique
    known = after[after["id"].isin(before["id"])].reset_index(drop=True)
    pd.testing.assert_frame_equal(known, before)


def test_a_walk_by_ids_stops_at_the_known_row(esi, esi_sandbox, data, who):
    """After a first pull to the end, the next one stops at known rows."""
    first = esi.pull_to(data, TRANSACTIONS, **who)
    assert first.requests > 1
    assert read(data)["transaction_id"].is_unique
    esi_sandbox.clock.advance(3601)
    esi_sandbox.clear()
    again = esi.pull_to(data, TRANSACTIONS, **who)
    assert len([r for r in esi_sandbox.requests if r.path.endswith("/transactions")]) == 1
    assert again.rows == first.rows
    assert len(files(data)) == 1  # no news, no file


CALENDAR = "get_characters_character_id_calendar"


def test_a_forward_walk_continues_past_known_rows(esi, esi_sandbox, data, who):
    """Calendars are walked forwards: new events come after known ones."""
    asked = {**who, "mode": "append", "key": ["event_id"]}
    first = esi.pull_to(data, CALENDAR, **asked)
    assert first.rows > 1
    path = f"/characters/{who['character_id'][0]}/calendar"
    esi_sandbox.clock.advance(3601)
    esi_sandbox.clear()
    esi.pull_to(data, CALENDAR, **asked)
    froms = [r.query.get("from_event") for r in esi_sandbox.requests if r.path == path]
    assert len(froms) == first.requests


def test_a_cursor_walk_that_broke_off_is_walked_again(esi, esi_sandbox, data, monkeypatch):
    """Of a loop in the API's tokens no token is kept: what was not seen is asked for next time."""
    real = walks.CursorWalk._advance

    def looping(walk, records, cursor):
        walk._tokens.add(cursor.get("before"))
        real(walk, records, cursor)

    with monkeypatch.context() as patch:
        patch.setattr(walks.CursorWalk, "_advance", looping)
        with pytest.warns(InconsistentSnapshotWarning):
            broken = esi.pull_to(data, SKINR, limit=10)
    assert not broken.consistent
    assert broken.rows < 47
    assert esi.pull_to(data, SKINR, limit=10).rows == 47


def test_killmails_are_append_only(esi, esi_sandbox, data):
    """Known kills are not written again; new ones are added once."""
    kills = {k: shot.kill_hash(esi_sandbox.world, k) for k in range(FIRST, FIRST + 3)}

    def pull(kill):
        return esi.pull_to(
            data, KILLMAIL, killmail_id=[kill], killmail_hash=[kills[kill]], folders=[]
        )

    first = [pull(kill) for kill in (FIRST, FIRST + 1)]
    assert [(done.mode, done.rows) for done in first] == [("append", 1), ("append", 2)]
    esi.clear_cache()
    before = set(files(data))
    assert pull(FIRST).rows == 2
    assert set(files(data)) == before
    assert pull(FIRST + 2).rows == 3
    assert sorted(read(data)["killmail_id"]) == sorted(kills)


def test_the_history_of_a_market_grows(esi, data):
    """Days are told apart by region, type and date; a day that is there is not written again."""
    done = esi.pull_to(data, HISTORY, region_id=[10000002, 10000043], type_id=[34, 35])
    assert (done.mode, done.parts) == ("upsert", 4)
    frame = read(data)
    assert not frame.duplicated(["region_id", "type_id", "date"]).any()
    names = {file.name for file in files(data)}
    esi.clear_cache()
    esi.pull_to(data, HISTORY, region_id=[10000002, 10000043], type_id=[34, 35])
    assert {file.name for file in files(data)} == names


def test_rows_stay_when_no_longer_requested(esi, data):
    """Of append and upsert, another list of values adds and never takes away."""
    esi.pull_to(data, HISTORY, region_id=[10000002], type_id=[34])
    esi.pull_to(data, HISTORY, region_id=[10000002], type_id=[35])
    assert sorted(read(data)["type_id"].unique()) == [34, 35]


def test_many_small_files_are_merged(esi, esi_sandbox, data):
    """Parts have at most 17 files, and keep all rows."""
    esi.pull_to(data, SKINR)
    for _ in range(20):
        esi_sandbox.turn_over("/paragon-hub/skinr")
        esi.pull_to(data, SKINR)
    assert len(files(data)) < 17
    assert len(read(data)) == 47


HAD = pd.DataFrame({"id": [1, 2], "x": pd.array([1, None], "Int64"), "l": [[1], None]})
CAME = pd.DataFrame({"id": [2, 1, 3], "x": pd.array([None, 5, 7], "Int64"), "l": [None, [1], []]})


@pytest.mark.parametrize(("mode", "ids"), [("append", [3]), ("upsert", [1, 3])])
def test_what_is_news(mode, ids):
    """Append takes unknown keys, upsert what differs as well; missing equals missing."""
    assert write_modes.new_rows(HAD, CAME, mode, ["id"])["id"].tolist() == ids


def test_a_new_column_adds_all_rows_again():
    """New fields of the API are not discarded."""
    assert len(write_modes.new_rows(HAD, CAME.assign(new=1), "upsert", ["id"])) == 3


def test_of_one_key_the_last_row_stays():
    """Merged rows have each key once."""
    held = write_modes.merge([HAD, CAME], ["id"])
    assert held.set_index("id")["x"].loc[1] == 5
    assert sorted(held["id"]) == [1, 2, 3]


def test_a_mode_without_its_key_is_an_error(esi, data):
    """Errors name the argument to pass, or the missing key column."""
    orders = "get_markets_region_id_orders"
    with pytest.raises(ValueError, match=r'pass key=\["\.\.\."\]'):
        esi.pull_to(data, orders, region_id=[10000002], mode="append")
    with pytest.raises(ValueError, match="mode='replace' is not known"):
        esi.pull_to(data, orders, region_id=[10000002], mode="replace")
    with pytest.raises(ValueError, match="no key column 'nope'"):
        esi.pull_to(data, orders, region_id=[10000002], mode="append", key=["nope"])
    with pytest.raises(ValueError, match="Unknown language 'xx'"):
        esi.pull_to(data, "get_universe_types_type_id", type_id=[34], languages=["xx"])
    assert not data.exists()  # all of it before anything is asked or written


PAGE = Path(__file__).parents[3] / "docs/guides/bulk.md"
# What the guide calls operations.
CALLED = {
    "wallet journals": r"_journal$",
    "wallet transactions": r"_transactions$",
    "recent killmails, single killmails": r"killmail",
    "wars": r"^get_wars$",
    "market history": r"^get_markets_region_id_history$",
    "contracts of characters and corporations": r"_contracts$",
    "industry jobs": r"_industry_jobs$",
    "order history": r"_orders_history$",
    "mining ledger of a character": r"_mining$",
    "mails, notifications, calendar": r"_(mail|notifications|calendar)$",
}


def test_the_guides_table_is_the_rules():
    """Each rule is in one row, with its mode and key; each row is a rule."""
    text = PAGE.read_text(encoding="utf-8").split("| operations | mode | key |")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:4]] for line in text.splitlines()[2:]]
    told = {}
    for name, mode, keys in rows[1:-1]:
        meant = [operation for operation in write_modes.RULES if re.search(CALLED[name], operation)]
        assert meant, name
        said = [key.strip("` ") for key in keys.split(",")]
        several = {write_modes.RULES[operation].key for operation in meant}
        assert sorted(key for one in several for key in one) == sorted(said), name
        assert {write_modes.RULES[operation].mode for operation in meant} == {mode.strip("`")}, name
        for operation in meant:
            assert operation not in told, operation
            told[operation] = name
    assert set(told) == set(write_modes.RULES)
    cursor, others = rows[0], rows[-1]
    assert cursor[0].startswith("cursor listings")
    assert write_modes.rule_of("x", {"x-pagination": "cursor"}, None, None) == ("upsert", ("id",))
    assert cursor[1:] == ["`upsert`", "`id`"]
    assert write_modes.rule_of("get_status", {}, None, None) == ("snapshot", ())
    assert others == ["all other operations", "`snapshot`", ""]


KNOWN = documents()


@pytest.mark.specs
@pytest.mark.skipif(not KNOWN, reason="ESI_TEST_SPECS names no documents")
def test_the_tables_operations_and_keys_exist():
    """Each row of the table is an operation of the API whose answer has the key."""
    schemas = {
        operation.replace("{", "").replace("}", "").replace(" /", "_").replace("/", "_"): schema
        for document in KNOWN.values()
        for operation, _, schema in responses(document)
    }
    for name, rule in write_modes.RULES.items():
        columns = {column.name for column in plan_of(schemas[name]).columns}
        assert set(rule.key) <= columns, name
