"""docs/scale.md: its tables match the arithmetic, and the arithmetic matches what happens."""

import copy
import json
import os
from pathlib import Path

import pytest

from esi_data import Esi
from esi_data.errors import BudgetWarning
from tests import scale

PAGE = Path(__file__).parent.parent / "docs" / "scale.md"
SPECS = os.environ.get("ESI_TEST_SPECS")


def test_the_page_shows_the_tables_of_the_arithmetic():
    """`python -m tests.scale` prints them."""
    text = PAGE.read_text(encoding="utf-8")
    assert scale.arithmetic() in text
    assert scale.assumptions() in text


def test_all_orders_every_five_minutes_fit_into_the_bucket():
    """Three pulls fit into one window, and none of them waits."""
    (pull,) = scale.SCENARIOS[0].pulls
    assert 3 * pull.forecast.tokens <= pull.budget.size
    assert pull.forecast.seconds < 60


@pytest.mark.skipif(not SPECS, reason="ESI_TEST_SPECS names no documents")
@pytest.mark.specs
def test_the_buckets_are_those_of_the_apis_document():
    """Group, tokens and window of each operation on the page match the document."""
    name = "openapi-3.0-date-2026-08-18.json"
    paths = json.loads((Path(SPECS) / name).read_text("utf-8"))["paths"]
    routes = {
        scale.ORDERS: "/markets/{region_id}/orders",
        scale.HISTORY: "/markets/{region_id}/history",
        scale.CONTRACTS: "/contracts/public/{region_id}",
        scale.ITEMS: "/contracts/public/items/{contract_id}",
    }
    for pull in (pull for scenario in scale.SCENARIOS for pull in scenario.pulls):
        rate = paths[routes[pull.operation]]["get"].get("x-rate-limit")
        if pull.budget.group:
            assert rate["group"] == pull.budget.group
            assert rate["max-tokens"] == pull.budget.size
            assert rate["window-size"] == f"{pull.budget.window / 60:.0f}m"
        else:
            assert rate is None


@pytest.mark.large
def test_the_forecast_matches_a_pull():
    """A two-hundredth of each pull costs exactly what was forecast."""
    found = scale.check(200)
    assert {operation for operation, *_ in found} == {
        scale.ORDERS, scale.HISTORY, scale.CONTRACTS, scale.ITEMS,
    }  # fmt: skip
    for operation, measure, planned, actual in found:
        if measure in {"requests", "tokens"}:
            assert planned == actual, (operation, measure)


def test_a_tenth_of_all_orders_in_a_tenth_of_the_bucket(esi_sandbox, esi_sandbox_factory, tmp_path):
    """Three pulls, five minutes apart, never wait; a fourth waits as long as planned."""
    document = copy.deepcopy(dict(esi_sandbox.document()))
    rate = document["paths"]["/markets/{region_id}/orders"]["get"]["x-rate-limit"]
    assert rate["max-tokens"] == 12_000
    rate["max-tokens"] = 1200
    sandbox = esi_sandbox_factory(document=document)
    for region in (10000002, 10000043):
        sandbox.set_pages(f"/markets/{region}/orders", 74, rows=5)
    params = {"region_id": [10000002, 10000043]}
    waited = []

    def sleep(seconds):
        waited.append(seconds)
        sandbox.clock.advance(seconds)

    with Esi("scale/1.0", api_url=sandbox.url, cache=tmp_path, page_wait=0, concurrency=1) as esi:
        esi.engine.clock, esi.engine.sleep = sandbox.clock, sleep
        for _ in range(3):
            assert esi.pull(scale.ORDERS, **params).attrs["esi"]["tokens"] == 296
            esi.clear_cache()
            sandbox.clock.advance(300)
        assert waited == []
        esi.pull(scale.ORDERS, **params)
        esi.clear_cache()
        planned = esi.plan(scale.ORDERS, learn=2, **params).iloc[0]
        assert planned["tokens"] > planned["left"]
        before = sandbox.clock()
        with pytest.warns(BudgetWarning, match="will wait for more"):
            esi.pull(scale.ORDERS, **params)
        assert sandbox.clock() - before == pytest.approx(planned["seconds"], rel=0.1)
        assert {request.status for request in sandbox.requests} <= {200, 304}
