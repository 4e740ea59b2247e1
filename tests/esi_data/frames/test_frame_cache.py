"""Cached frames beside the responses that they were made of."""

import os
import stat

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from esi.core.cache.response_cache import ResponseCache
from esi.sandbox.clock import ManualClock
from esi_data.frames import fetch as fetching
from esi_data.frames import frame_cache

REGION = 10000043
PATH = f"/markets/{REGION}/orders"


@pytest.fixture(autouse=True)
def _always_worthwhile(monkeypatch):
    """Cache frames of small responses, too."""
    monkeypatch.setattr(frame_cache, "WORTHWHILE", 1)


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


@pytest.fixture
def looks(monkeypatch):
    """Count the responses that are looked up in the cache."""
    seen = []
    look_up = ResponseCache.look_up

    def noted(cache, requests, *args, **kwargs):
        requests = list(requests)
        seen.extend(requests)
        return look_up(cache, requests, *args, **kwargs)

    monkeypatch.setattr(ResponseCache, "look_up", noted)
    return seen


def test_a_repeated_call_looks_at_no_page(orders, looks):
    """One entry says that all pages of the listing are fresh."""
    first = orders.frame()
    looks.clear()
    again = orders.frame()
    assert looks == []
    assert_frame_equal(again, first)
    costs = dict.fromkeys(("requests", "transferred", "tokens"), 0)
    assert again.attrs["esi"] == {**first.attrs["esi"], **costs, "from_cache": True}


def test_a_repeat_in_another_process_looks_at_no_page(orders, esi, esi_for, looks):
    """The entry is in the cache folder, like the pages."""
    first = orders.frame()
    looks.clear()
    other = esi_for(cache=esi.engine.cache.folder)
    again = other.client.Market.get_markets_region_id_orders(region_id=REGION).frame()
    assert looks == []
    assert_frame_equal(again, first)


def test_several_listings_are_repeated_without_their_pages(esi, esi_sandbox, looks):
    """A fan-out looks up one entry for each listing."""
    esi_sandbox.set_pages("/markets/10000032/orders", 2, rows=4)
    esi_sandbox.set_pages(PATH, 3, rows=4)
    regions = {"region_id": [REGION, 10000032]}
    first = esi.pull("get_markets_region_id_orders", **regions)
    looks.clear()
    assert_frame_equal(esi.pull("get_markets_region_id_orders", **regions), first)
    assert looks == []


def test_after_its_first_page_expires_a_listing_is_requested(orders, esi, esi_sandbox):
    """The entry lives as long as the page that expires first."""
    clock = ManualClock(esi.engine.clock())
    esi.engine.clock = clock
    orders.frame()
    esi_sandbox.clear()
    clock.advance(301)
    orders.frame()
    assert len(esi_sandbox.requests) == 3


def test_a_page_fetched_anew_is_in_the_next_frame(orders, esi, esi_sandbox):
    """Writing a page of a listing deletes its entry, even a fresh one."""
    first = orders.frame()
    esi_sandbox.turn_over(PATH)
    page = esi.client.Market.get_markets_region_id_orders(region_id=REGION, page=2)
    page.result(ignore_cache=True)
    again = orders.frame()
    assert not again.equals(first)
    assert again.attrs["esi"]["consistent"]


def test_a_reload_is_in_the_next_frame(orders, esi_sandbox, looks):
    """`ignore_cache` sends requests even if the entry is fresh, and writes a new one."""
    first = orders.frame()
    esi_sandbox.turn_over(PATH)
    reloaded = orders.frame(ignore_cache=True)
    assert not reloaded.equals(first)
    looks.clear()
    assert_frame_equal(orders.frame(), reloaded)
    assert looks == []


def test_cleared_responses_are_requested_again(orders, esi, esi_sandbox):
    """Clearing by operation or by age leaves no entry without its pages."""
    orders.frame()
    for how in ({}, {"operation": "get_markets_region_id_orders"}, {"older_than": 0}):
        esi.clear_cache(**how)
        esi_sandbox.clear()
        orders.frame()
        assert len(esi_sandbox.requests) == 3


def test_a_dropped_frame_is_made_of_the_pages(orders, esi, esi_sandbox):
    """Old frames are dropped first; their pages are still in the cache."""
    first = orders.frame()
    for path in folder(esi).iterdir():
        path.unlink()
    esi_sandbox.clear()
    assert_frame_equal(orders.frame(), first)
    assert esi_sandbox.requests == []


def test_a_function_is_called_with_each_page_of_a_repeat(orders):
    """Steps contain the pages' responses, so the cache reads them."""
    orders.frame()
    bodies = []
    orders.frame(progress=lambda step: bodies.append(len(step.response.wire)))
    assert len(bodies) == 3
    assert all(bodies)


def test_part_of_a_listing_is_not_taken_for_the_whole(orders):
    """`max_pages` neither writes nor reads an entry."""
    two = orders.frame(max_pages=2)
    assert orders.frame().attrs["esi"]["pages"] == 3
    assert_frame_equal(orders.frame(max_pages=2), two)


def test_each_character_has_its_own_entry(esi, esi_sandbox):
    """The same listing of two characters: no row of one reaches the other."""
    operation = "/characters/{}/assets"
    found = {}
    for who in list(esi_sandbox.world.characters)[:2]:
        esi_sandbox.set_pages(operation.format(who), 2, rows=5)
        call = esi.client.Assets.get_characters_character_id_assets(
            character_id=who, token=esi_sandbox.token(who)
        )
        found[who] = call.frame(), call.frame()
    (one, again), (other, repeated) = found.values()
    assert_frame_equal(one, again)
    assert_frame_equal(other, repeated)
    assert set(one["item_id"]).isdisjoint(other["item_id"])


def test_an_entry_that_is_none_of_ours_is_passed_over(orders, esi, monkeypatch):
    """The pages are looked up one by one then."""
    first = orders.frame()
    for junk in (b"", b"{}", b"[" * 10_000, 7):
        with monkeypatch.context() as patch:
            read = ResponseCache.read
            patch.setattr(
                ResponseCache,
                "read",
                lambda cache, keys, junk=junk, read=read: (
                    {keys[0]: junk} if keys[0].endswith("_listing") else read(cache, keys)
                ),
            )
            assert_frame_equal(orders.frame(), first)


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
