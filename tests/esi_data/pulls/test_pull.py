"""Pulls over many values, in many languages, and what becomes of those that fail."""

import io
import json
import math
import threading
from contextlib import redirect_stderr
from functools import partial
from itertools import chain

import numpy as np
import pandas as pd
import pytest
import requests
from bravado.exception import HTTPError, HTTPNotFound

from esi.core.cache import write_buffer
from esi.core.rate_limits.limiter import Admitted
from esi.errors import LimitError, ParameterError
from esi_data.caches.disk import DiskCache
from esi_data.errors import BudgetWarning, LanguageWarning, NotLocalisedWarning
from esi_data.pulls import pull as pulling
from esi_data.pulls.fan_out import isolate

ORDERS = "get_markets_region_id_orders"
TYPE = "get_universe_types_type_id"
NAMES = "post_universe_names"
UNKNOWN = 2_000_000_001


@pytest.fixture
def known(esi, esi_sandbox):
    """Ids of types that the sandbox knows; the cache is as if nobody had asked."""
    ids = esi.client.Universe.get_universe_types().results()
    esi_sandbox.clear()
    return ids


def asked(sandbox):
    return [(request.path, request.status) for request in sandbox.requests]


# What fails


def test_a_failing_call_ends_the_pull(esi, known):
    """By default, with the error of the API's response."""
    with pytest.raises(HTTPNotFound):
        esi.pull(TYPE, type_id=[known[0], UNKNOWN, known[1]])


def test_a_failing_call_is_left_out_and_counted(esi, known):
    """`skip` returns the rest in the order of the input."""
    frame = esi.pull(TYPE, type_id=[known[2], UNKNOWN, known[1]], on_error="skip")
    assert frame["type_id"].tolist() == [known[2], known[1]]
    assert frame.attrs["esi"]["skipped"] == 1
    assert "errors" not in frame.attrs["esi"]


def test_a_failing_call_is_recorded(esi, known):
    """`collect` records failed calls and reasons, as JSON values."""
    frame = esi.pull(TYPE, type_id=[UNKNOWN, known[1]], on_error="collect")
    assert frame["type_id"].tolist() == [known[1]]
    (error,) = frame.attrs["esi"]["errors"]
    assert error == {
        "parameters": {"type_id": UNKNOWN},
        "error": "HTTPNotFound",
        "status": 404,
        "message": error["message"],
    }
    assert error["message"]
    assert json.loads(json.dumps(frame.attrs)) == frame.attrs


def test_a_pull_whose_calls_all_fail_has_its_columns(esi, known):
    """Empty, with the usual types."""
    full = esi.pull(TYPE, type_id=[known[0]])
    none = esi.pull(TYPE, type_id=[UNKNOWN], on_error="collect")
    assert len(none) == 0
    assert none.dtypes.equals(full.dtypes)
    assert len(none.attrs["esi"]["errors"]) == 1


def test_an_unknown_on_error_is_an_error_before_the_first_request(esi, esi_sandbox):
    """ValueError lists the known values."""
    _ = esi.client
    esi_sandbox.clear()
    with pytest.raises(ValueError, match="raise, skip or collect"):
        esi.pull(TYPE, type_id=[1], on_error="ignore")
    assert esi_sandbox.requests == []


def test_an_unknown_layout_is_an_error_before_the_first_request(esi, known, esi_sandbox):
    """For a pull and for a single call."""
    svipul = esi.client.Universe.get_universe_types_type_id(type_id=known[0])
    for ask in (
        lambda: esi.pull(TYPE, type_id=known[:2], languages=["en"], layout="tall"),
        lambda: svipul.frame_localized(["en"], layout="tall"),
    ):
        with pytest.raises(ValueError, match="layout='tall' is not known; use wide or long"):
            ask()
    assert esi_sandbox.requests == []


def test_a_pull_can_ignore_the_cache_or_fall_back_on_it(esi, esi_sandbox, known):
    """`ignore_cache` sends requests again; `stale_if_error` uses the cache while the API fails."""
    fresh = esi.pull(TYPE, type_id=known[:3])
    esi_sandbox.clear()
    again = esi.pull(TYPE, type_id=known[:3], ignore_cache=True)
    assert len(esi_sandbox.requests) == 3
    assert again.attrs["esi"]["stale"] is False
    esi_sandbox.clock.advance(2 * 24 * 3600)
    esi_sandbox.faults.fail(500, path="/universe/types/*", times=None)
    with pytest.raises(HTTPError):
        esi.pull(TYPE, type_id=known[:3])
    bridged = esi.pull(TYPE, type_id=known[:3], stale_if_error=True)
    assert bridged.equals(fresh)
    assert bridged.attrs["esi"]["stale"] is True


def test_bad_parameters_are_raised_and_not_collected(esi):
    """Wrong arguments are a mistake of the caller."""
    with pytest.raises(ParameterError):
        esi.pull(TYPE, type_id=["x"], on_error="collect")


# Bodies


@pytest.mark.parametrize("bad", [{0}, {13}, {19}, {3, 4}, {0, 19}, set(range(20))])
def test_bad_values_of_a_body_are_isolated(esi, esi_sandbox, known, bad):
    """Although the API rejects the whole body; good rows keep the order of the input."""
    ids = [UNKNOWN + at if at in bad else known[at] for at in range(20)]
    frame = esi.pull(NAMES, ids=ids, on_error="collect")
    assert frame["id"].tolist() == [each for each in ids if each < UNKNOWN]
    errors = frame.attrs["esi"]["errors"]
    assert [error["item"] for error in errors] == [each for each in ids if each >= UNKNOWN]
    assert {error["status"] for error in errors} <= {404}


@pytest.mark.parametrize(("bad", "most"), [(0, 4), (613, 4), (999, 1)])
def test_one_bad_value_of_a_thousand_costs_few_rejections(bad, most):
    """Each costs tokens and error budget; the part that must have it is not sent whole again."""
    values = list(range(1000))
    refusals = []

    def ask(batch):
        if bad in batch:
            refusals.append(len(batch))
            return None
        return batch

    answers, found, left = isolate(values, ask)
    assert (found, left) == ([bad], [])
    assert list(chain.from_iterable(answers)) == [value for value in values if value != bad]
    assert len(refusals) <= most


def test_isolation_stops_when_the_budget_is_spent():
    """Large good parts come first, and some of the bad items are found even so."""
    values = list(range(1000))
    bad = {*range(100), 555}
    refusals = []

    def ask(batch):
        if bad & set(batch):
            refusals.append(batch)
            return None
        return batch

    answers, found, left = isolate(values, ask, enough=lambda: len(refusals) >= 30)
    assert len(refusals) == 30
    good = list(chain.from_iterable(answers))
    assert sorted([*good, *found, *left]) == values
    assert not bad & set(good)
    assert len(good) == 899
    assert 10 < len(found) < 30
    assert set(found) < bad


def test_a_rejected_body_ends_the_pull_if_errors_are_raised(esi, esi_sandbox, known):
    """At once, without splitting it."""
    with pytest.raises(HTTPNotFound):
        esi.pull(NAMES, ids=[known[0], UNKNOWN])
    assert len(esi_sandbox.requests) == 1


# Many calls


OF_A_FRAME = {
    "an array": lambda ids: ids.to_numpy(),
    "its numbers in a list": lambda ids: list(ids.to_numpy()),
    "one of its numbers": lambda ids: ids.to_numpy()[0],
    "a column": lambda ids: ids,
    "a column with gaps allowed": lambda ids: ids.astype("Int64"),
    "an index": pd.Index,
    "a set": lambda ids: set(ids.to_numpy()),
}


@pytest.mark.parametrize("form", OF_A_FRAME)
def test_ids_may_be_any_column_of_a_frame(esi, tmp_path, form):
    """`df["type_id"].unique()` works as a list of numbers: pull, plan, bulk, one call."""
    ids = OF_A_FRAME[form](pd.Series([34, 35]))
    one = form == "one of its numbers"
    wanted = {34} if one else {34, 35}
    types = "get_universe_types_type_id"
    pulled = esi.pull(types, type_id=ids)
    assert set(pulled["type_id"]) == wanted
    json.dumps(pulled.attrs["esi"])
    assert esi.plan(types, type_id=ids)["calls"].item() == len(wanted)
    assert esi.pull_to(tmp_path / "types", types, type_id=ids).rows == len(wanted)
    names = esi.client.Universe.post_universe_names(ids=[ids] if one else ids).result()
    assert {name["id"] for name in names} == wanted


def test_lists_for_several_parameters_make_a_product(esi, esi_sandbox):
    """Rows of each pair, with both values first, in the order of the input."""
    regions, kinds = [10000043, 10000032], ["sell", "buy"]
    frame = esi.pull(ORDERS, region_id=regions, order_type=kinds)
    pairs = frame[["region_id", "order_type"]].drop_duplicates()
    assert list(frame.columns[:2]) == ["region_id", "order_type"]
    assert pairs.to_numpy().tolist() == [[r, k] for r in regions for k in kinds]
    assert (frame["is_buy_order"] == (frame["order_type"] == "buy")).all()
    assert str(frame["region_id"].dtype) == "int64"
    assert isinstance(frame["order_type"].dtype, pd.CategoricalDtype)


@pytest.mark.parametrize("region", [10000043, [10000043], "10000043", np.int64(10000043)])
def test_one_value_is_a_column_as_many_are(esi, region):
    """Frames of one region have the columns of frames of many; existing columns stay in place."""
    many = esi.pull(ORDERS, region_id=[10000043, 10000032], type_id=34)
    one = esi.pull(ORDERS, region_id=region, type_id=34)
    assert one.dtypes.equals(many.dtypes)
    assert one["region_id"].tolist() == [10000043] * len(one)
    assert list(one.columns).count("type_id") == 1


def test_single_values_are_columns_in_the_order_of_the_call(esi):
    """Columns that the response lacks come first, in the order of the call."""
    history = "get_markets_region_id_history"
    one = esi.pull(history, region_id=10000043, type_id=34)
    many = esi.pull(history, region_id=10000043, type_id=[34, 35])
    assert list(one.columns) == list(many.columns)
    assert list(one.columns[:2]) == ["region_id", "type_id"]


def test_one_value_is_a_column_of_an_empty_frame(esi):
    """Orders of a type that nobody trades in a region have the same columns."""
    frame = esi.pull(ORDERS, region_id=10000043, type_id=11)
    assert len(frame) == 0
    assert frame.dtypes["region_id"] == "int64"


def test_positions_in_a_listing_are_not_columns(esi, esi_sandbox):
    """`page` and options that are not sent describe no rows."""
    frame = esi.pull(ORDERS, region_id=10000043, page=1, order_type=None)
    assert not {"page", "order_type"} & set(frame.columns)


def test_one_value_is_a_column_in_several_languages(esi):
    """Localised frames have the column once, before the names."""
    frame = esi.pull("get_universe_types_type_id", type_id=34, languages=["en", "de"])
    assert list(frame.columns).count("type_id") == 1


def test_attrs_of_a_pull_are_the_sums_of_its_calls(esi, esi_sandbox):
    """Pages, requests, tokens and bytes of all."""
    for region in (10000043, 10000032):
        esi_sandbox.set_pages(f"/markets/{region}/orders", 2, rows=3)
    _ = esi.client
    esi_sandbox.clear()
    about = esi.pull(ORDERS, region_id=[10000043, 10000032]).attrs["esi"]
    assert (about["pages"], about["requests"], about["tokens"]) == (4, 4, 8)
    assert about["transferred"] == sum(request.sent for request in esi_sandbox.requests)
    assert about["parameters"] == {"region_id": [10000043, 10000032]}


def test_tokens_stay_out_of_attrs(esi, esi_sandbox):
    """Tokens among the parameters are not recorded."""
    token = esi_sandbox.token(90_000_001)
    wallet = "get_characters_character_id_wallet_journal"
    frame = esi.pull(wallet, character_id=90_000_001, token=token)
    assert len(frame) > 0
    assert token not in json.dumps(frame.attrs)


class Watched:
    """Counts what is under way of an engine's requests, and the threads that others began."""

    def __init__(self, limiter):
        self.most = self.threads = self._now = 0
        self._lock = threading.Lock()
        self._before = set(threading.enumerate())
        self._admit, self._settle = limiter.admit, limiter.settle
        limiter.admit, limiter.settle = self.admit, self.settle

    def admit(self, request):
        granted = self._admit(request)
        with self._lock:
            self._now += isinstance(granted, Admitted)
            self.most = max(self.most, self._now)
            begun = set(threading.enumerate()) - self._before
            self.threads = max(self.threads, sum(t.name.startswith("esi") for t in begun))
        return granted

    def settle(self, *answered):
        with self._lock:
            self._now -= 1
        return self._settle(*answered)


def test_many_calls_keep_to_the_concurrency(esi_for):
    """Forty calls of a page use as many threads as there may be concurrent requests."""
    esi = esi_for(concurrency=4)
    ids = esi.client.Universe.get_universe_types().results()[:40]
    seen = Watched(esi.engine.limiter)
    assert len(esi.pull(TYPE, type_id=ids)) == 40
    assert 1 <= seen.most <= 4
    assert 1 <= seen.threads <= 4


def test_many_calls_of_several_pages_keep_to_the_concurrency(esi_for, esi_sandbox):
    """Concurrency is limited for the engine, not for each call; each request has a thread."""
    regions = [10000002, 10000043, 10000032, 10000030]
    for region in regions:
        esi_sandbox.set_pages(f"/markets/{region}/orders", 9, rows=5)
    esi = esi_for(concurrency=4)
    _ = esi.client
    seen = Watched(esi.engine.limiter)
    assert esi.pull(ORDERS, region_id=regions).attrs["esi"]["pages"] == 36
    assert 1 <= seen.most <= 4
    # A call's threads stay until its last page is there: so many for each of four, and the four.
    assert 1 <= seen.threads <= 4 + 4 * 4


def test_an_interrupted_pull_resumes_from_the_cache(esi, esi_sandbox, known, caplog, monkeypatch):
    """Ctrl-C logs how to resume, and fetched calls are not requested again."""
    ids, came = known[:12], []

    def step(self):
        came.append(1)
        if len(came) == 5:
            raise KeyboardInterrupt

    monkeypatch.setattr(pulling.Bar, "step", step)
    with pytest.raises(KeyboardInterrupt):
        esi.pull(TYPE, type_id=ids)
    assert "12 calls" in caplog.text
    assert "again to resume" in caplog.text
    before = len(esi_sandbox.requests)
    assert before >= 5
    monkeypatch.undo()
    assert esi.pull(TYPE, type_id=ids)["type_id"].tolist() == ids
    assert len(esi_sandbox.requests) == 12


def test_a_pull_that_costs_more_than_is_left_warns(esi_for, esi_sandbox):
    """Before its first request; cached responses cost nothing."""
    esi = esi_for(on_limit="raise")
    regions = esi.client.Universe.get_universe_regions().results()
    esi_sandbox.drain("market-order", tokens=11_996)
    esi.pull(ORDERS, region_id=regions[0])  # the API's answer tells what is left: 2
    expected = r"2 requests cost 4 tokens, and 2 of 12000 are left in .* will fail"
    with pytest.warns(BudgetWarning, match=expected), pytest.raises(HTTPError):
        esi.pull(ORDERS, region_id=regions[:3])
    esi.pull(ORDERS, region_id=[regions[0]], order_type=["all"])


def test_pages_count_against_what_is_left(esi_for, esi_sandbox):
    """One listing has more pages than the limit: its first page, fetched once, says so."""
    esi = esi_for(on_limit="raise")
    esi_sandbox.set_pages("/markets/10000043/orders", 20, rows=10)
    esi_sandbox.drain("market-order", tokens=11_960)
    esi.client.Market.get_markets_region_id_orders(region_id=10000032, page=1).result()
    esi_sandbox.clear()
    expected = r"19 requests cost 38 tokens, and 36 of 12000 are left"
    with pytest.warns(BudgetWarning, match=expected), pytest.raises(HTTPError):
        esi.pull(ORDERS, region_id=10000043)
    assert len([r for r in esi_sandbox.requests if r.query.get("page", "1") == "1"]) == 1


def test_a_pull_whose_pages_fit_does_not_warn(esi_for, esi_sandbox):
    """Its own cost includes the page that said how many there are."""
    esi = esi_for(on_limit="raise")
    esi_sandbox.set_pages("/markets/10000043/orders", 10, rows=10)
    esi_sandbox.drain("market-order", tokens=11_960)
    esi.client.Market.get_markets_region_id_orders(region_id=10000032, page=1).result()
    about = esi.pull(ORDERS, region_id=10000043).attrs["esi"]
    assert (about["requests"], about["tokens"]) == (10, 20)
    again = esi.pull(ORDERS, region_id=10000043).attrs["esi"]
    assert (again["requests"], again["from_cache"]) == (0, True)


def test_a_limit_ends_the_pull_even_if_errors_are_collected(esi_for, esi_sandbox):
    """All other calls would fail alike."""
    esi = esi_for(on_limit="raise")
    esi_sandbox.drain("market-order", tokens=11_998)
    regions = esi.client.Universe.get_universe_regions().results()
    with pytest.raises(LimitError) as info:
        esi.pull(ORDERS, region_id=regions, order_type=["all"], on_error="collect")
    assert info.value.retry_after > 0


# Languages


def test_types_in_several_languages_are_one_frame(esi, esi_sandbox, known, monkeypatch):
    """300 types in 4 languages: a row for each type, a request for each pair, one bar."""
    monkeypatch.setenv("COLUMNS", "100")
    ids = known[:300]
    with redirect_stderr(io.StringIO()) as shown:
        frame = esi.pull(TYPE, type_id=ids, languages=["en", "de", "ko", "fr"], progress=True)
    assert frame["type_id"].tolist() == ids
    assert len(esi_sandbox.requests) == 1200
    assert shown.getvalue().count("\n") == 1
    assert "1200/1200" in shown.getvalue().splitlines()[-1]
    about = frame.attrs["esi"]
    assert (about["requests"], about["pages"]) == (1200, 1200)
    assert about["languages"] == ["en", "de", "ko", "fr"]
    assert about["consistent"] is True
    single = esi.client.Universe.get_universe_types_type_id(type_id=ids[7])
    alone = single.frame_localized(["en", "de", "ko", "fr"])
    assert frame.iloc[7]["name_de"] == alone["name_de"][0]
    assert frame.iloc[7]["description_ko"] == alone["description_ko"][0]
    assert frame.dtypes.equals(alone.dtypes)


def test_types_in_several_languages_can_be_long(esi, known):
    """Long layout has a row for each type and language."""
    frame = esi.pull(TYPE, type_id=known[:3], languages=["en", "de"], layout="long")
    assert frame["type_id"].tolist() == known[:3] * 2
    assert frame["language"].tolist() == ["en"] * 3 + ["de"] * 3


def test_one_language_needs_no_list(esi, known):
    """`languages="de"` is `["de"]`."""
    frame = esi.pull(TYPE, type_id=known[:2], languages="de")
    assert frame.attrs["esi"]["languages"] == ["de"]
    svipul = esi.client.Universe.get_universe_types_type_id(type_id=known[0])
    assert svipul.frame_localized("de").attrs["esi"]["languages"] == ["de"]
    assert list(svipul.results_localized("de")) == ["de"]


def test_en_us_and_en_are_one_language(esi, esi_sandbox, known):
    """Requested once, and named as the API names it."""
    frame = esi.pull(TYPE, type_id=known[:2], languages=["en-us", "en", "EN"])
    assert len(esi_sandbox.requests) == 2
    assert frame.attrs["esi"]["languages"] == ["en"]
    assert "name_en" in frame.columns


def test_an_operation_without_languages_is_requested_once_and_warns(esi, esi_sandbox):
    """Four languages of orders are one request each page."""
    _ = esi.client
    esi_sandbox.clear()
    with pytest.warns(NotLocalisedWarning, match="is the same in all languages"):
        frame = esi.pull("get_markets_prices", languages=["en", "de", "ko", "fr"])
    assert len(esi_sandbox.requests) == 1
    assert "languages" not in frame.attrs["esi"]


def test_a_language_that_was_not_honoured_warns(esi, esi_sandbox, known):
    """`Content-Language` says which one came; attrs and a warning report it."""
    future = esi.client.Universe.get_universe_types_type_id(type_id=known[0])
    answer = future.snapshot(language="en").responses[0]
    headers = {"Content-Language": "en", "Last-Modified": answer.headers["last-modified"]}
    esi.clear_cache()
    esi_sandbox.faults.fail(
        200, path="/universe/types/*", body=answer.body.decode(), headers=headers
    )
    with pytest.warns(LanguageWarning, match="was requested in ko"):
        frame = future.frame_localized(["ko"])
    assert frame.attrs["esi"]["languages_not_honoured"] == ["ko"]
    assert "languages_not_honoured" not in future.frame_localized(["de"]).attrs["esi"]
    esi_sandbox.faults.fail(
        200, path="/universe/types/*", body=answer.body.decode(), headers=headers
    )
    with pytest.warns(LanguageWarning, match="was requested in ko"):
        alone = future.frame(language="ko", ignore_cache=True)
    assert alone.attrs["esi"]["languages_not_honoured"] == ["ko"]
    assert "languages_not_honoured" not in future.frame(language="en-us").attrs["esi"]


def test_warnings_point_at_the_callers_line(esi):
    """However deep in the toolkit they are raised."""
    prices = esi.client.Market.get_markets_prices()
    for ask in (partial(esi.pull, "get_markets_prices"), prices.frame_localized):
        with pytest.warns(NotLocalisedWarning) as told:
            ask(languages=["en"])
        assert told[0].filename == __file__


def test_an_interrupted_listing_logs_how_to_resume(esi, esi_sandbox, caplog, monkeypatch):
    """Ctrl-C leaves its pages in the cache."""
    path = "/markets/10000043/orders"
    esi_sandbox.set_pages(path, 20, rows=2)
    orders = esi.client.Market.get_markets_region_id_orders(region_id=10000043)
    esi_sandbox.clear()
    page = pulling.Bar.page

    def stopped(self, number, count, answer):
        if number == 10:
            raise KeyboardInterrupt
        page(self, number, count, answer)

    monkeypatch.setattr(pulling.Bar, "page", stopped)
    with pytest.raises(KeyboardInterrupt):
        orders.frame()
    assert "run it again to resume" in caplog.text
    monkeypatch.undo()
    before = len(esi_sandbox.requests)
    assert orders.frame().attrs["esi"]["pages"] == 20
    assert len(esi_sandbox.requests) == 20
    assert before >= 10


def test_an_error_record_names_its_language(esi, esi_sandbox, known):
    """Rows keep the other languages, and are not consistent."""
    path = f"/universe/types/{known[1]}"
    esi_sandbox.faults.fail(404, path=path)
    frame = esi.pull(TYPE, type_id=known[:2], languages=["en", "de"], on_error="collect")
    (error,) = frame.attrs["esi"]["errors"]
    assert error["language"] in {"en", "de"}
    assert frame["type_id"].tolist() == known[:2]
    assert frame[f"name_{error['language']}"].isna().tolist() == [False, True]
    assert frame.attrs["esi"]["consistent"] is False


def test_a_localised_listing_is_matched_by_its_ids(esi, esi_sandbox):
    """Names of a body are found in the languages in which they are known."""
    frame = esi.pull("post_universe_ids", names=["Jita", "Amarr"], languages=["en", "de"])
    assert {"category", "id", "name_en", "name_de"} <= set(frame.columns)
    assert "Jita" in frame["name_en"].tolist()


@pytest.mark.parametrize(
    ("operation", "params"),
    [
        (ORDERS, {"region_id": 10000002, "type_id": [34, None]}),  # optional: None alone omits it
        (ORDERS, {"region_id": [None, 10000002]}),
        ("get_markets_region_id_history", {"region_id": 10000002, "type_id": [34, None]}),
    ],
)
def test_a_missing_value_in_a_list_is_refused(esi, esi_sandbox, operation, params):
    """None alone omits an optional parameter; in a list it would make another call."""
    _ = esi.client
    esi_sandbox.clear()
    with pytest.raises(ParameterError, match="_id=None does not fit") as caught:
        esi.pull(operation, **params)
    assert ".." not in str(caught.value)
    assert esi_sandbox.requests == []


def test_a_message_has_one_full_stop(esi):
    """The reason of a rejection may end with a full stop itself."""
    with pytest.raises(ParameterError, match=r"type_id is a required parameter\.$"):
        esi.pull("get_markets_region_id_history", region_id=10000002, type_id=None)


def test_the_calls_of_a_pull_keep_their_connections(esi_sandbox_factory, esi_for, caplog):
    """Each concurrent call has one in the pool, and none is thrown away."""
    sandbox = esi_sandbox_factory(latency=0.05)
    esi = esi_for(api_url=sandbox.url)
    types = esi.client.Market.get_markets_region_id_types(region_id=10000002).results()[:40]
    caplog.set_level("WARNING", logger="urllib3")
    esi.pull("get_markets_region_id_history", region_id=10000002, type_id=types)
    assert len(types) > 20
    assert "discarding connection" not in caplog.text


@pytest.fixture
def histories(esi_for):
    """Return a client with two connections, and a function that pulls forty histories."""
    esi = esi_for(concurrency=2)
    types = esi.client.Market.get_markets_region_id_types(region_id=10000002).results()[:40]
    history = "get_markets_region_id_history"
    return esi, lambda **given: esi.pull(history, region_id=10000002, type_id=types, **given)


def test_the_calls_of_a_pull_are_written_together(histories, monkeypatch):
    """A transaction for each of two thousand small responses would take longer than sending it."""
    esi, pull = histories
    monkeypatch.setattr(write_buffer, "_SECONDS", math.inf)
    begun = []
    monkeypatch.setattr(
        esi.engine.cache,
        "transact",
        lambda: begun.append(1) or DiskCache.transact(esi.engine.cache),
    )
    pull()
    assert len(begun) == 1
    assert pull().attrs["esi"]["from_cache"]


def test_the_calls_of_a_pull_are_prepared_once(histories, monkeypatch):
    """They differ in their query alone; each thread prepares one at most."""
    _, pull = histories
    prepare, prepared = requests.Session.prepare_request, []

    def noted(self, request):
        prepared.append(request)
        return prepare(self, request)

    monkeypatch.setattr(requests.Session, "prepare_request", noted)
    pull(ignore_cache=True)
    assert 1 <= len(prepared) <= 2
