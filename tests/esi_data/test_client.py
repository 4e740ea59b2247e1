"""`Esi`, its futures with frames, and its cache on disk."""

import pickle
import sys

import pandas as pd
import pytest

from esi.errors import ParameterError, UnknownOperationError
from esi_data import Esi
from esi_data.errors import NotLocalisedWarning
from tests.support.processes import run

REGION = 10000043


def orders(esi, **params):
    return esi.client.Market.get_markets_region_id_orders(region_id=REGION, **params)


def test_a_paged_answer_is_one_typed_frame(esi, esi_sandbox):
    """All pages in one frame, ids as int64, times in UTC, enums categorical."""
    esi_sandbox.set_pages(f"/markets/{REGION}/orders", 3, rows=7)
    frame = orders(esi).frame()
    assert 14 < len(frame) <= 21  # the last page is not full
    assert frame["order_id"].is_unique
    assert frame.dtypes.astype(str).to_dict() | {"issued": "", "range": ""} == {
        "duration": "int64",
        "is_buy_order": "bool",
        "issued": "",
        "location_id": "int64",
        "min_volume": "int64",
        "order_id": "int64",
        "price": "float64",
        "range": "",
        "system_id": "int64",
        "type_id": "int64",
        "volume_remain": "int64",
        "volume_total": "int64",
    }
    assert str(frame["issued"].dtype) == "datetime64[us, UTC]"
    assert isinstance(frame["range"].dtype, pd.CategoricalDtype)


def test_attrs_record_the_call_and_its_cost(esi, esi_sandbox):
    """`attrs["esi"]` is filled, by JSON values."""
    esi_sandbox.set_pages(f"/markets/{REGION}/orders", 3, rows=7)
    about = orders(esi).frame().attrs["esi"]
    assert about["operation"] == "get_markets_region_id_orders"
    assert about["parameters"] == {"region_id": REGION, "order_type": "all"}
    assert about["compatibility_date"] == "2026-08-18"
    assert about["api_url"] == esi.config.api_url
    assert (about["pages"], about["requests"], about["tokens"]) == (3, 3, 6)
    assert (about["consistent"], about["from_cache"]) == (True, False)
    assert about["last_modified"] <= about["fetched_at"] <= about["expires"]
    assert about["transferred"] == sum(
        r.sent for r in esi_sandbox.requests if r.path.endswith("/orders")
    )


def test_the_same_frame_comes_from_results(esi):
    """`frame()` and `results()` agree on rows and values."""
    rows = orders(esi).results()
    frame = orders(esi).frame()
    assert frame["order_id"].tolist() == [row["order_id"] for row in rows]
    assert frame["issued"].tolist() == [row["issued"] for row in rows]


def test_a_frame_in_all_languages_is_wide(esi):
    """One row with a name for each language, and everything else once."""
    frame = esi.client.Universe.get_universe_types_type_id(type_id=30004984).frame_localized()
    assert len(frame) == 1
    assert (frame["name_ko"][0], frame["name_en"][0]) == ("스비풀", "Svipul")
    assert "type_id" in frame.columns
    assert "name" not in frame.columns


def test_a_frame_in_some_languages_can_be_long(esi):
    """`long` adds a language column."""
    future = esi.client.Universe.get_universe_types_type_id(type_id=30004984)
    frame = future.frame_localized(["en", "de"], layout="long")
    assert frame["language"].tolist() == ["en", "de"]


def test_an_operation_that_is_not_localised_costs_one_request(esi, esi_sandbox):
    """Eight languages of an answer without text are one answer, and a warning says so."""
    future = esi.client.Market.get_markets_prices()
    esi_sandbox.clear()
    with pytest.warns(NotLocalisedWarning, match="get_markets_prices is the same in all languages"):
        future.frame_localized()
    assert len(esi_sandbox.requests) == 1


def test_responses_survive_the_process(esi_sandbox, tmp_path):
    """Second process: everything comes from the cache."""
    code = f"""
    from esi_data import Esi
    with Esi("test/1", api_url={esi_sandbox.url!r}, cache={str(tmp_path / "kept")!r}) as esi:
        print(len(esi.client.Market.get_markets_prices().frame()))
    """
    code = "\n".join(line.strip() for line in code.splitlines()[:3]) + code.splitlines()[3]
    runs, asked = [], []
    for _ in range(2):
        runs.append(run(sys.executable, "-c", code, check=True))
        asked.append([r.path for r in esi_sandbox.requests])
        esi_sandbox.clear()
    assert runs[0].stdout == runs[1].stdout != "0\n"
    assert asked == [["/meta/openapi.json", "/markets/prices"], []]


@pytest.mark.parametrize("through", ["argument", "environment"])
def test_the_cache_folder_contains_the_document(esi_sandbox, tmp_path, monkeypatch, through):
    """Nothing is written into the user's cache folder, unless ESI_CACHE_DIR says so."""
    home = tmp_path / "home"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    monkeypatch.delenv("ESI_CACHE_DIR")
    own = tmp_path / "own"
    if through == "environment":
        monkeypatch.setenv("ESI_CACHE", str(own))
    with Esi("t/1", api_url=esi_sandbox.url, cache=own if through == "argument" else None) as esi:
        esi.client.Status.get_status().frame()
    assert len(list(own.glob("document-*.jsonl"))) == 1
    assert not home.exists()
    monkeypatch.setenv("ESI_CACHE_DIR", str(tmp_path / "documents"))
    with Esi("t/1", api_url=esi_sandbox.url, cache=tmp_path / "answers") as esi:
        esi.client.Status.get_status().frame()
    assert [path.suffix for path in (tmp_path / "documents").iterdir()] == [".jsonl"]
    assert not list((tmp_path / "answers").glob("document-*"))


def test_two_runs_of_the_sandbox_give_equal_frames(esi_sandbox_factory, tmp_path):
    """Data depends on the seed only."""
    frames = []
    for number in range(2):
        sandbox = esi_sandbox_factory(seed=7)
        with Esi(api_url=sandbox.url, cache=tmp_path / str(number)) as esi:
            frames.append(orders(esi).frame())
    pd.testing.assert_frame_equal(*frames)


def test_a_pull_over_a_list_has_a_column_of_it(esi, esi_sandbox):
    """Lists for a scalar parameter fan out, in the order of the input."""
    for region in (10000032, REGION):
        esi_sandbox.set_pages(f"/markets/{region}/orders", 2, rows=3)
    frame = esi.pull("get_markets_region_id_orders", region_id=[REGION, 10000032])
    assert frame["region_id"].drop_duplicates().tolist() == [REGION, 10000032]
    assert frame["region_id"].is_monotonic_decreasing
    assert next(iter(frame.columns)) == "region_id"
    assert frame.attrs["esi"]["pages"] == 4
    assert frame.attrs["esi"]["parameters"]["region_id"] == [REGION, 10000032]


def test_a_body_longer_than_the_api_takes_is_split(esi, esi_sandbox):
    """`post_universe_names` takes 1000 ids at once; more are several requests."""
    ids = [
        row["id"]
        for row in esi.client.Universe.post_universe_ids(names=["Jita"]).results()["systems"]
    ]
    known = esi.client.Universe.get_universe_types().results()
    wanted = [*ids, *known]
    esi_sandbox.clear()
    frame = esi.pull("post_universe_names", ids=[wanted[0], *wanted])
    assert sorted(frame["id"]) == sorted(wanted)
    assert len(esi_sandbox.requests) == -(-len(wanted) // 1000)


def test_with_names_adds_columns_beside_the_ids(esi, esi_sandbox):
    """`with_names` adds a name column after each id column that can be named."""
    esi_sandbox.set_pages(f"/markets/{REGION}/orders", 1, rows=20)
    named = esi.with_names(orders(esi).frame())
    columns = list(named.columns)
    assert columns.index("type_name") == columns.index("type_id") + 1
    assert named["type_name"].notna().all()
    assert named.attrs["esi"]["operation"] == "get_markets_region_id_orders"


def test_one_unknown_id_leaves_the_others_their_names(esi):
    """Although the API rejects a batch with one bad id."""
    frame = pd.DataFrame({"type_id": [34, 2_000_000_001, 35]})
    named = esi.with_names(frame)
    assert named["type_name"].notna().tolist() == [True, False, True]


def test_the_catalogue_can_be_searched(esi):
    """`operations("orders")` finds by name, tag, path and summary."""
    found = esi.operations("REGION_id_orders")
    assert found["operation"].tolist() == ["get_markets_region_id_orders"]
    assert found["openapi_id"].tolist() == ["GetMarketsRegionIdOrders"]
    assert found["paged"].tolist() == ["pages"]


def test_clearing_the_cache_drops_responses(esi, esi_sandbox):
    """Afterwards requests are sent again."""
    orders(esi).frame()
    assert esi.cache_info()["answers"].sum() > 0
    assert esi.clear_cache() > 0
    assert len(esi.cache_info()) == 0
    esi_sandbox.clear()
    orders(esi).frame()
    assert esi_sandbox.requests != []


def test_a_pull_waits_at_a_limit(esi, esi_sandbox):
    """`Esi` waits by default."""
    esi_sandbox.drain("market-order")
    assert len(orders(esi).frame()) > 0


def test_an_unknown_operation_of_a_pull_suggests_similar_names(esi):
    """Its error is that of the client."""
    with pytest.raises(UnknownOperationError, match="get_markets_region_id_orders"):
        esi.pull("get_market_region_id_orders", region_id=REGION)


def test_an_unknown_operation_without_similar_names_gives_advice(esi):
    """Errors without a suggestion say where to look."""
    with pytest.raises(UnknownOperationError, match=r"^The API's document has no operation 'zzz'"):
        esi.operation("zzz")


def test_a_removed_operation_names_its_replacement(esi):
    """By its name alone as by its tag."""
    with pytest.raises(UnknownOperationError, match="no longer has get_sovereignty_map"):
        esi.pull("get_sovereignty_map")


def test_an_empty_list_is_an_error_before_the_first_request(esi, esi_sandbox):
    """Nothing is sent."""
    _ = esi.client
    esi_sandbox.clear()
    with pytest.raises(ParameterError, match="region_id is an empty list"):
        esi.pull("get_markets_region_id_orders", region_id=[])
    assert esi_sandbox.requests == []


def test_the_environment_names_the_api(esi_sandbox, monkeypatch, tmp_path):
    """ESI_API_URL is the same setting as `api_url=`."""
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    with Esi(cache=tmp_path) as esi:
        assert esi.client.Status.get_status().results()["players"] > 0


def test_a_pickled_esi_is_its_settings(esi_for):
    """Another process has the same API, cache and User-Agent."""
    esi = esi_for(concurrency=3)
    esi.pull("get_status")
    with pickle.loads(pickle.dumps(esi)) as other:
        assert other.config == esi.config
        assert other.factory == esi.factory
        assert other.pull("get_status").attrs["esi"]["requests"] == 0


def test_an_esi_with_a_cache_object_cannot_be_pickled(esi_for):
    """Errors name the alternatives."""
    with pytest.raises(TypeError, match="Use a folder"):
        pickle.dumps(esi_for(cache=esi_for().engine.cache))


def test_warnings_of_the_client_point_at_the_callers_line(esi_sandbox, tmp_path):
    """Cached property or not, they do not point into the standard library."""
    date = "2019-01-01"
    with (
        Esi(api_url=esi_sandbox.url, cache=tmp_path, compatibility_date=date) as esi,
        pytest.warns(UserWarning, match="no longer offers") as told,
    ):
        _ = esi.client
    assert [warning.filename for warning in told] == [__file__]
