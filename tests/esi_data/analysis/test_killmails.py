"""Test tables of killmails, and fetching them."""

import pandas as pd
import pytest

from esi.errors import ParameterError
from esi_data import killmail_tables, read

CONTAINER, MINERAL, MODULE, SHIP, BLUEPRINT = 3465, 34, 2048, 587, 681

ATTACKER = {
    "character_id": 7,
    "corporation_id": 8,
    "damage_done": 100,
    "final_blow": True,
    "security_status": -1.5,
    "ship_type_id": SHIP,
    "weapon_type_id": MODULE,
}
PIRATE = {"faction_id": 500010, "damage_done": 1, "final_blow": False, "security_status": 0}


def item(type_id, **columns):
    return {"item_type_id": type_id, "flag": 5, "singleton": 0, **columns}


CARGO = [
    item(MODULE, quantity_destroyed=1),
    item(CONTAINER, quantity_dropped=1, items=[item(MINERAL, quantity_destroyed=7)]),
    item(MINERAL, quantity_dropped=3),
]
PRICES = pd.Series({CONTAINER: 1000, MINERAL: 5, MODULE: 200, SHIP: 300_000})


def killmail(number=1, *, items=CARGO, attackers=(ATTACKER, PIRATE)):
    return {
        "killmail_id": number,
        "killmail_time": pd.Timestamp("2026-08-18", tz="UTC"),
        "victim.ship_type_id": SHIP,
        "victim.items": items,
        "attackers": list(attackers),
    }


def tables(*killmails, prices=None, **how):
    return killmail_tables(pd.DataFrame(list(killmails)), prices, **how)


@pytest.fixture
def listing(esi, esi_sandbox):
    """Return the latest five kills and losses of a corporation."""
    corporation = esi.operation("get_corporations_corporation_id_killmails_recent")
    token = esi_sandbox.token(90_000_001)
    return corporation(corporation_id=98_000_001, token=token).frame().head()


def test_each_killmail_is_one_row_without_its_lists():
    """Killmails in two listings count once."""
    found = tables(killmail(1), killmail(2), killmail(1)).killmails
    assert found["killmail_id"].tolist() == [1, 2]
    assert not {"attackers", "victim.items"} & set(found.columns)


def test_attackers_have_the_key_of_their_killmail():
    """Killmail and position identify attackers; ids of non-player characters are missing."""
    found = tables(killmail(1), killmail(2)).attackers
    keys = found[["killmail_id", "attacker"]].to_numpy().tolist()
    assert keys == [[1, 0], [1, 1], [2, 0], [2, 1]]
    assert found["character_id"].tolist()[:2] == [7, pd.NA]
    assert found["faction_id"].tolist()[:2] == [pd.NA, 500010]


def test_items_in_a_container_follow_it_and_name_it():
    """`container` refers to the row of the containing item in the same killmail."""
    found = tables(killmail()).items
    assert found["item_type_id"].tolist() == [MODULE, CONTAINER, MINERAL, MINERAL]
    assert found["item"].tolist() == [0, 1, 2, 3]
    assert found["container"].tolist() == [pd.NA, pd.NA, 1, pd.NA]


def test_a_quantity_that_is_left_out_is_zero():
    """Items were destroyed or dropped, and the API states only that quantity."""
    found = tables(killmail()).items
    assert found["quantity_destroyed"].tolist() == [1, 0, 7, 0]
    assert found["quantity_dropped"].tolist() == [0, 1, 0, 3]


@pytest.mark.parametrize("missing", [None, [], float("nan")])
def test_tables_without_rows_have_columns_and_types(missing):
    """Killmails without items or attackers give empty tables of the same columns and types."""
    full = tables(killmail())
    empty = tables(killmail(items=missing, attackers=()))
    for one, other in zip(full[1:], empty[1:], strict=True):
        assert len(other) == 0
        assert one.dtypes.equals(other.dtypes)


def test_an_unknown_field_is_kept_at_the_end():
    """New fields of the API become columns after the known ones."""
    found = tables(killmail(attackers=[{**ATTACKER, "mood": "grim"}])).attackers
    assert found.columns[-1] == "mood"
    assert found["mood"].tolist() == ["grim"]


def test_values_include_the_ship_and_its_items():
    """Destroyed and dropped items are summed separately, including those in containers."""
    found = tables(killmail(1), killmail(2, items=[]), prices=PRICES).killmails
    columns = ["ship_value", "destroyed_value", "dropped_value", "total_value", "unpriced"]
    assert found[columns].to_numpy().tolist() == [
        [300_000, 200 + 35, 1000 + 15, 301_250, 0],
        [300_000, 0, 0, 300_000, 0],
    ]


def test_items_without_a_price_are_counted():
    """`unpriced` shows that the total leaves items out."""
    found = tables(killmail(), prices={MODULE: 200})
    assert found.killmails["total_value"].tolist() == [200]
    assert found.killmails["unpriced"].tolist() == [4]
    assert found.items["price"].isna().tolist() == [False, True, True, True]


def test_a_copy_of_a_blueprint_is_worth_nothing():
    """Market prices of blueprints are those of originals."""
    copy = item(BLUEPRINT, quantity_dropped=1) | {"singleton": 2}
    original = item(BLUEPRINT, quantity_dropped=1)
    found = tables(killmail(items=[copy, original]), prices={BLUEPRINT: 1000})
    assert found.items["dropped_value"].tolist() == [0, 1000]


def test_prices_may_be_a_frame():
    """Frames of `get_markets_prices` have `average_price`; `price=` names another column."""
    frame = pd.DataFrame({"type_id": [SHIP], "average_price": [10.0], "best_ask": [20.0]})
    found = tables(killmail(items=[]), prices=frame).killmails
    assert found["ship_value"].tolist() == [10]
    found = tables(killmail(items=[]), prices=frame, price="best_ask").killmails
    assert found["ship_value"].tolist() == [20]


@pytest.mark.parametrize(
    ("prices", "words"),
    [
        (pd.DataFrame({"type_id": [1]}), "no column 'average_price'; price= names"),
        (pd.Series([1, 2], index=[5, 5]), "type_id 5 has several prices"),
    ],
)
def test_prices_that_cannot_be_used_are_named(prices, words):
    """Order books by place have several prices of a type, and no `average_price`."""
    with pytest.raises(ValueError, match=words):
        tables(killmail(), prices=prices)


@pytest.mark.parametrize("prices", [[5.0], 5.0, "average_price"])
def test_prices_without_types_are_refused(prices):
    """Positions in a list could be mistaken for type ids."""
    with pytest.raises(TypeError, match="neither a frame nor a mapping or Series by type_id"):
        tables(killmail(), prices=prices)


def test_other_frames_are_refused():
    """Listings of ids and hashes are not frames of killmails."""
    with pytest.raises(ValueError, match=r"no column 'victim.ship_type_id'; pass"):
        killmail_tables(pd.DataFrame({"killmail_id": [1], "killmail_hash": ["a"]}))
    with pytest.raises(TypeError, match="got list"):
        killmail_tables([killmail()])


# Fetching


def test_killmails_of_a_corporation_are_fetched_by_id_and_hash(esi, listing):
    """Each distinct pair costs one request."""
    found = esi.killmails(pd.concat([listing, listing]))
    assert found["killmail_id"].tolist() == listing["killmail_id"].tolist()
    assert found["killmail_hash"].tolist() == listing["killmail_hash"].tolist()
    assert found.attrs["esi"]["requests"] == 5


def test_rows_of_a_listing_do_as_well_as_a_frame(esi, listing):
    """Rows of `results()` are accepted without making a frame."""
    found = esi.killmails(listing.head(1).to_dict("records"))
    assert found["killmail_id"].tolist() == listing["killmail_id"].tolist()[:1]


def test_an_empty_listing_makes_an_empty_frame(esi, listing):
    """Corporations without killmails get empty tables of the usual types."""
    full, empty = esi.killmails(listing), esi.killmails(listing.head(0))
    assert len(empty) == 0
    assert empty.dtypes.equals(full.dtypes)
    assert [len(table) for table in killmail_tables(empty)] == [0, 0, 0]


def test_a_wrong_hash_fails_its_killmail_alone(esi, listing):
    """With `collect`, the recorded failure names id and hash."""
    wrong = listing.copy()
    wrong.loc[0, "killmail_hash"] = "0" * 40
    found = esi.killmails(wrong, on_error="collect")
    assert found["killmail_id"].tolist() == listing["killmail_id"].tolist()[1:]
    (failure,) = found.attrs["esi"]["errors"]
    assert failure["parameters"]["killmail_id"] == listing["killmail_id"].iloc[0]


def test_a_listing_without_hashes_is_refused(esi, listing):
    """Fetching a killmail requires its hash."""
    with pytest.raises(ParameterError, match="no column 'killmail_hash'"):
        esi.killmails(listing[["killmail_id"]])


def test_tables_of_a_stored_frame_are_the_same(esi, listing, tmp_path):
    """Parquet returns lists as arrays and absent fields as missing values, which are accepted."""
    from esi_data import to_parquet

    fetched = esi.killmails(listing)
    to_parquet(fetched, tmp_path / "kills.parquet")
    stored = read(tmp_path / "kills.parquet")
    for one, other in zip(killmail_tables(fetched), killmail_tables(stored), strict=True):
        pd.testing.assert_frame_equal(one, other)
