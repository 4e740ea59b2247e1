"""Frames of every kind of listing, and their snapshots."""

import warnings

import pytest

from esi.errors import InconsistentSnapshotWarning
from esi_data import Esi

CHIEF = 90_000_001
ORDERS = "/markets/10000043/orders"


@pytest.fixture
def esi(esi_sandbox, tmp_path):
    """Return an `Esi` on the sandbox, with its clock."""
    with Esi("test/1.0 (me@example.com)", api_url=esi_sandbox.url, cache=tmp_path / "kept") as esi:
        esi.engine.clock = esi_sandbox.clock
        esi.engine.sleep = esi_sandbox.clock.advance
        yield esi


def test_a_frame_follows_ids(esi, esi_sandbox):
    """All transactions, each once, and their cost."""
    token = esi_sandbox.token(CHIEF)
    wallet = esi.client.Wallet.get_characters_character_id_wallet_transactions
    frame = wallet(character_id=CHIEF, token=token).frame()
    assert frame["transaction_id"].is_unique
    assert len(frame) == 120
    about = frame.attrs["esi"]
    assert about["pages"] == about["requests"] > 1
    assert about["consistent"]


def test_a_frame_follows_a_cursor(esi):
    """All records, those of removed listings among them."""
    frame = esi.client.Paragon_Hub.get_paragon_hub_skinr().frame()
    assert len(frame) == frame["id"].nunique() == 47
    assert set(frame["state"]) > {"listed"}


def test_a_frame_starts_after_a_cursors_token(esi, esi_sandbox):
    """Changes since then, with the same columns."""
    listing = esi.client.Paragon_Hub.get_paragon_hub_skinr
    token = listing().results()["cursor"]["after"]
    esi_sandbox.turn_over("/paragon-hub/skinr")
    frame = listing(after=token).frame()
    assert 1 <= len(frame) <= 3
    assert list(frame.columns) == list(listing().frame().columns)


def test_a_pull_bounds_each_call(esi, esi_sandbox):
    """`max_pages` of the call's listing, not a parameter of the operation."""
    esi_sandbox.set_pages(ORDERS, 5, rows=10)
    frame = esi.pull("get_markets_region_id_orders", region_id=[10000043], max_pages=2)
    assert len(frame) == 20
    assert frame.attrs["esi"]["pages"] == 2


def test_a_pull_follows_ids(esi, esi_sandbox):
    """All transactions of a character, or those of its first pages."""
    asked = {"character_id": CHIEF, "token": esi_sandbox.token(CHIEF)}
    frame = esi.pull("get_characters_character_id_wallet_transactions", **asked)
    assert len(frame) == frame["transaction_id"].nunique() == 120
    part = esi.pull("get_characters_character_id_wallet_transactions", max_pages=2, **asked)
    assert part["transaction_id"].tolist() == frame["transaction_id"].tolist()[: len(part)]
    assert part.attrs["esi"]["pages"] == 2


def test_a_repaired_pull_counts_its_rounds(esi, esi_sandbox):
    """One more round, one snapshot."""
    esi_sandbox.set_pages(ORDERS, 5, rows=10)
    esi_sandbox.turn_over_before(ORDERS, page=3, pages=range(1, 6))
    about = esi.client.Market.get_markets_region_id_orders(region_id=10000043).frame().attrs["esi"]
    assert (about["consistent"], about["rounds"]) == (True, 1)


def test_a_pull_of_mixed_snapshots_warns(esi, esi_sandbox):
    """Its frame is not consistent; the warning points at this line."""
    esi_sandbox.set_pages(ORDERS, 5, rows=10)
    for page in (1, 2):
        esi_sandbox.turn_over_before(ORDERS, page=page, times=50)
    with pytest.warns(InconsistentSnapshotWarning) as told:
        frame = esi.client.Market.get_markets_region_id_orders(region_id=10000043).frame()
    assert frame.attrs["esi"]["consistent"] is False
    assert told[0].filename == __file__


def test_languages_of_different_snapshots_warn(esi, esi_sandbox):
    """Frames joined of two snapshots are not consistent."""
    call = esi.client.Universe.get_universe_types_type_id
    call(type_id=34).results(language="en")
    esi_sandbox.turn_over("/universe/types/34")
    with pytest.warns(InconsistentSnapshotWarning, match="languages come from different snapshots"):
        frame = call(type_id=34).frame_localized(["en", "de"])
    assert frame.attrs["esi"]["consistent"] is False
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        assert call(type_id=35).frame_localized(["en", "de"]).attrs["esi"]["consistent"]


STRUCTURES = "/corporations/98000001/structures"


@pytest.fixture
def structures(esi, esi_sandbox):
    """Return a call of a listing of four pages in eight languages, with a token."""
    esi_sandbox.set_pages(STRUCTURES, 4, rows=10)
    return esi.client.Corporation.get_corporations_corporation_id_structures(
        corporation_id=98000001, token=esi_sandbox.token(CHIEF)
    )


def test_pages_in_several_languages_make_one_frame(structures, esi_sandbox):
    """One row for each structure, its services in each language; four requests for each."""
    frame = structures.frame_localized(["en", "de"])
    assert frame["structure_id"].is_unique
    assert len(frame) == 36
    about = frame.attrs["esi"]
    assert (about["consistent"], about["requests"]) == (True, 8)
    named = frame[frame["services_en"].map(bool)].iloc[0]
    assert named["services_en"][0]["name"] != named["services_de"][0]["name"]


@pytest.mark.parametrize("page", range(1, 5))
def test_paged_languages_of_different_snapshots_warn(structures, esi_sandbox, page):
    """No row of either is missing or duplicated, and the frame is not consistent."""
    esi_sandbox.turn_over_before(STRUCTURES, page=page, pages=range(1, 5), language="de")
    with pytest.warns(InconsistentSnapshotWarning, match="languages come from different snapshots"):
        frame = structures.frame_localized(["en", "de"])
    assert frame.attrs["esi"]["consistent"] is False
    assert frame["structure_id"].is_unique
    alone = {
        row["structure_id"]
        for language in ("en", "de")
        for row in structures.results(language=language)
    }
    assert set(frame["structure_id"]) == alone


def test_a_notebook_waits_for_the_next_snapshot(esi, esi_sandbox):
    """Thirty seconds by default; `page_wait=` says otherwise."""
    assert esi.config.page_wait == 30
    with Esi(api_url=esi_sandbox.url, page_wait=5) as other:
        assert other.config.page_wait == 5
