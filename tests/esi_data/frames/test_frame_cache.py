"""Cached frames beside the responses that they were made of."""

import os
import stat

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from esi.sandbox.clock import ManualClock
from esi_data.frames import fetch as fetching
from esi_data.frames import frame_cache

REGION = 10000043
PATH = f"/markets/{REGION}/orders"


@pytest.fixture(autouse=True)
def _always_worthwhile(monkeypatch):
    """Cache frames of small responses, too."""
    monkeypatch.setattr(frame_cache, "_WORTHWHILE", 1)


@pytest.fixture
def read(monkeypatch):
    """Count the pages whose JSON is decoded."""
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


def test_a_repeated_call_decodes_nothing(orders, read, esi_sandbox):
    """Within the lifetime the cached frame is equal in values, types and attrs."""
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


def test_a_revalidation_without_changes_decodes_nothing(esi_sandbox_factory, esi_for, read):
    """After 304 for all pages the bodies are the same, and so is the frame."""
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


def test_one_changed_page_replaces_the_cached_frame(orders, read, esi, esi_sandbox):
    """Frames are made of the new pages, and replace the file."""
    first = orders.frame()
    esi_sandbox.turn_over(PATH, pages=[2])
    esi_sandbox.clock.advance(301)
    second = orders.frame()
    assert not second.equals(first)
    assert len(list(folder(esi).iterdir())) == 1
    read.clear()
    assert_frame_equal(orders.frame(), second)
    assert read == []


def test_parameters_explode_and_language_have_files_of_their_own(esi, esi_sandbox):
    """File names depend on all that the frame depends on."""
    market = esi.client.Market
    market.get_markets_region_id_orders(region_id=REGION).frame()
    market.get_markets_region_id_orders(region_id=REGION, order_type="buy").frame()
    svipul = esi.client.Universe.get_universe_types_type_id(type_id=30004984)
    svipul.frame(language="en")
    svipul.frame(language="de")
    svipul.frame(explode="dogma_attributes")
    assert len(list(folder(esi).iterdir())) == 5
    assert svipul.frame(language="de")["name"][0] == svipul.results(language="de")["name"]


def test_a_pull_has_one_file_with_its_columns(esi, esi_sandbox, read):
    """Columns of the fan-out are in it."""
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
def test_a_damaged_file_is_replaced(orders, esi, spoil):
    """Responses are decoded again and the file is written again."""
    first = orders.frame()
    (path,) = folder(esi).iterdir()
    path.write_bytes(spoil(path.read_bytes()))
    assert_frame_equal(orders.frame(), first)
    assert_frame_equal(orders.frame(), first)


def test_no_damage_ends_the_process(tmp_path):
    """Arrow trusts the indices and offsets of a file; wrong ones lead out of its memory."""
    cached = frame_cache.CachedFrame(tmp_path / "frame", b"d" * 32)
    names = pd.DataFrame({"name": pd.Categorical(["a", "b", "a"]), "text": ["x", None, "yy"]})
    cached.write(names)
    whole = cached.path.read_bytes()
    assert cached.read() is not None
    for place in range(32, len(whole), 4):
        cached.path.write_bytes(whole[:place] + b"\xfe\xff\xff\x7f" + whole[place + 4 :])
        cached.read()
    cached.write(names)
    assert_frame_equal(cached.read(), names, check_dtype=False, check_categorical=False)


def test_a_cached_frame_is_writable(orders):
    """Changing a cached frame leaves its file as it was."""
    first = orders.frame()
    for _ in range(2):
        frame = orders.frame()
        assert_frame_equal(frame, first)
        for name in frame.columns:
            frame.loc[0, name] = frame.loc[1, name]


def test_files_are_bounded_in_size(orders, esi, monkeypatch):
    """Oldest files are deleted first."""
    orders.frame()
    (path,) = folder(esi).iterdir()
    os.utime(path, (0, 0))
    esi.client.Market.get_markets_prices().frame()
    size = sum(path.stat().st_size for path in folder(esi).iterdir())
    monkeypatch.setattr(frame_cache, "SIZE_LIMIT", size - 1)
    esi.clear_cache("get_markets_prices")
    esi.client.Market.get_markets_prices().frame()
    assert [p.name.partition("-")[0] for p in folder(esi).iterdir()] == ["get_markets_prices"]


def test_cached_frames_are_listed_and_deleted_with_their_responses(orders, esi):
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
def test_files_are_readable_by_this_user_only(orders, esi):
    """Mode 0700."""
    orders.frame()
    assert stat.S_IMODE(folder(esi).stat().st_mode) == 0o700


def test_an_unwritable_folder_does_not_fail_the_call(orders, esi, caplog):
    """Frames are returned, and a warning gives the reason."""
    folder(esi).parent.mkdir(exist_ok=True)
    folder(esi).write_text("in the way")
    assert len(orders.frame()) == 10
    assert "A frame could not be cached" in caplog.text
