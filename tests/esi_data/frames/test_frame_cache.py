"""Copies of frames beside the answers they were made of."""

import os
import stat

import pytest
from pandas.testing import assert_frame_equal

from esi.sandbox.clock import ManualClock
from esi_data.frames import fetch as fetching
from esi_data.frames import frame_cache

REGION = 10000043
PATH = f"/markets/{REGION}/orders"


@pytest.fixture(autouse=True)
def _always_worthwhile(monkeypatch):
    """Keep copies of small answers, too."""
    monkeypatch.setattr(frame_cache, "_WORTHWHILE", 1)


@pytest.fixture
def read(monkeypatch):
    """Counts the pages whose JSON was read."""
    seen = []
    read_page = fetching.read_page

    def noted(body, plan):
        seen.append(len(body))
        return read_page(body, plan)

    monkeypatch.setattr(fetching, "read_page", noted)
    return seen


@pytest.fixture
def orders(esi, esi_sandbox):
    esi_sandbox.set_pages(PATH, 3, rows=4)
    return esi.client.Market.get_markets_region_id_orders(region_id=REGION)


def folder(esi):
    return esi.engine.cache.frames


def test_a_repeat_reads_no_json(orders, read, esi_sandbox):
    """Within the lifetime the copy serves, equal in values, types and attrs."""
    first = orders.frame()
    read.clear()
    esi_sandbox.clear()
    again = orders.frame()
    assert read == []
    assert esi_sandbox.requests == []
    assert_frame_equal(again, first)
    assert again.attrs["esi"]["from_cache"] is True
    assert again.attrs["esi"]["requests"] == 0
    assert again.attrs["esi"]["pages"] == 3


def test_a_revalidation_without_changes_reads_no_json(esi_sandbox_factory, esi_for, read):
    """The API said 304 to all: the same bodies, the same frame."""
    clock = ManualClock(1_800_000_000)
    sandbox = esi_sandbox_factory(changed=0.0, clock=clock)
    sandbox.set_pages(PATH, 3, rows=4)
    esi = esi_for(api_url=sandbox.url)
    esi.engine.clock = clock
    orders = esi.client.Market.get_markets_region_id_orders(region_id=REGION)
    first = orders.frame()
    read.clear()
    clock.advance(301)
    again = orders.frame()
    assert read == []
    assert [request.status for request in sandbox.requests[-3:]] == [304] * 3
    assert_frame_equal(again, first)
    assert again.attrs["esi"]["requests"] == 3


def test_one_changed_page_makes_the_copy_useless(orders, read, esi, esi_sandbox):
    """The frame is that of the new pages, and replaces the copy."""
    first = orders.frame()
    esi_sandbox.turn_over(PATH, pages=[2])
    esi_sandbox.clock.advance(301)
    second = orders.frame()
    assert not second.equals(first)
    assert len(list(folder(esi).iterdir())) == 1
    read.clear()
    assert_frame_equal(orders.frame(), second)
    assert read == []


def test_other_parameters_explosions_and_languages_have_copies_of_their_own(esi, esi_sandbox):
    """A copy is named after all that it depends on."""
    market = esi.client.Market
    market.get_markets_region_id_orders(region_id=REGION).frame()
    market.get_markets_region_id_orders(region_id=REGION, order_type="buy").frame()
    svipul = esi.client.Universe.get_universe_types_type_id(type_id=30004984)
    svipul.frame(language="en")
    svipul.frame(language="de")
    svipul.frame(explode="dogma_attributes")
    assert len(list(folder(esi).iterdir())) == 5
    assert svipul.frame(language="de")["name"][0] == svipul.results(language="de")["name"]


def test_a_pull_has_one_copy_with_its_columns(esi, esi_sandbox, read):
    """The columns of the fan-out are in it."""
    regions = {"region_id": [REGION, 10000032]}
    first = esi.pull("get_markets_region_id_orders", **regions)
    read.clear()
    assert_frame_equal(esi.pull("get_markets_region_id_orders", **regions), first)
    assert read == []
    backwards = esi.pull("get_markets_region_id_orders", region_id=[10000032, REGION])
    assert backwards["region_id"].drop_duplicates().tolist() == [10000032, REGION]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:100],
        lambda data: data[:32] + b"nonsense",
        lambda data: b"0" * 32 + data[32:],
        lambda data: data[:-2000],
    ],
)
def test_a_broken_copy_is_read_anew(orders, esi, spoil):
    """The answers are there; the copy is made again."""
    first = orders.frame()
    (path,) = folder(esi).iterdir()
    path.write_bytes(spoil(path.read_bytes()))
    assert_frame_equal(orders.frame(), first)
    assert_frame_equal(orders.frame(), first)


def test_a_frame_may_be_written_to(orders):
    """That of a copy is like any other, and the copy stays as it was."""
    first = orders.frame()
    for _ in range(2):
        frame = orders.frame()
        assert_frame_equal(frame, first)
        for name in frame.columns:
            frame.loc[0, name] = frame.loc[1, name]


def test_copies_are_bounded(orders, esi, monkeypatch):
    """The oldest leave first."""
    orders.frame()
    (path,) = folder(esi).iterdir()
    os.utime(path, (0, 0))
    esi.client.Market.get_markets_prices().frame()
    size = sum(path.stat().st_size for path in folder(esi).iterdir())
    monkeypatch.setattr(frame_cache, "SIZE_LIMIT", size - 1)
    esi.clear_cache("get_markets_prices")
    esi.client.Market.get_markets_prices().frame()
    assert [p.name.partition("-")[0] for p in folder(esi).iterdir()] == ["get_markets_prices"]


def test_copies_are_told_and_forgotten_with_their_answers(orders, esi):
    """`cache_info` has their bytes, `clear_cache` drops them."""
    orders.frame()
    esi.client.Market.get_markets_prices().frame()
    info = esi.cache_info().set_index("operation")
    assert (info["frames"] > 0).all()
    esi.clear_cache("get_markets_prices")
    assert [p.name.partition("-")[0] for p in folder(esi).iterdir()] == [
        "get_markets_region_id_orders"
    ]
    esi.clear_cache()
    assert list(folder(esi).iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_copies_are_for_this_user_alone(orders, esi):
    """Mode 0700."""
    orders.frame()
    assert stat.S_IMODE(folder(esi).stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_written_costs_the_copy_alone(orders, esi, caplog):
    """The frame comes, a warning says what did not work."""
    folder(esi).parent.mkdir(exist_ok=True)
    folder(esi).write_text("in the way")
    assert len(orders.frame()) == 10
    assert "A frame could not be cached" in caplog.text
