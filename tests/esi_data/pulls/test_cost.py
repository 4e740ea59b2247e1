"""Forecast of a pull against its real cost; what is left of the limits."""

import pytest

from esi.errors import ParameterError
from esi_data import Esi
from esi_data.cli.main import cli
from tests.core.herd import document

ORDERS = "get_markets_region_id_orders"
REGIONS = [10000043, 10000032]


@pytest.fixture
def esi(esi_sandbox, tmp_path):
    """Return an `Esi` on the sandbox; waiting advances the clock and takes no time."""
    with Esi("tests/1.0", api_url=esi_sandbox.url, cache=tmp_path, page_wait=0) as esi:
        esi.engine.sleep = esi_sandbox.clock.advance
        _ = esi.client
        esi_sandbox.clear()
        yield esi


def row(frame):
    assert len(frame) == 1
    return frame.iloc[0]


def test_a_forecast_after_one_request_for_each_listing_is_exact(esi, esi_sandbox):
    """Once page counts are known, the plan is what the pull then costs."""
    planned = row(esi.plan(ORDERS, region_id=REGIONS, learn=2))
    assert len(esi_sandbox.requests) == 2
    esi_sandbox.clear()
    esi.pull(ORDERS, region_id=REGIONS)
    assert planned["requests"] == len(esi_sandbox.requests)
    assert planned["tokens"] == sum(request.tokens for request in esi_sandbox.requests)
    assert (planned["group"], planned["calls"], planned["cached"]) == ("market-order", 2, 2)
    assert planned["estimated"] == 0


def test_by_default_one_request_finds_the_page_count(esi, esi_sandbox):
    """First listing's pages stand for the others', and `estimated` counts those."""
    planned = row(esi.plan(ORDERS, region_id=REGIONS))
    assert len(esi_sandbox.requests) == 1
    assert planned["estimated"] == 1
    assert planned["requests"] > 2


def test_learn_0_sends_nothing(esi, esi_sandbox):
    """`learn=0` is a forecast before the first request."""
    planned = row(esi.plan(ORDERS, region_id=REGIONS, learn=0))
    assert esi_sandbox.requests == []
    assert (planned["requests"], planned["estimated"]) == (2, 2)


def test_an_operation_without_pages_needs_no_request(esi, esi_sandbox):
    """Each is exactly one call, and each may fail on the error limit."""
    ids = [34, 35, 36]
    planned = row(esi.plan("get_universe_types_type_id", type_id=ids))
    assert esi_sandbox.requests == []
    esi.pull("get_universe_types_type_id", type_id=ids)
    assert planned["requests"] == len(esi_sandbox.requests) == 3
    assert (planned["group"], planned["tokens"], planned["errors_at_risk"]) == ("errors", 0, 3)


def test_each_language_is_a_request(esi, esi_sandbox):
    """A localised pull sends one for each; operations that are not localised count once."""
    languages = ["en", "de", "ko"]
    planned = row(esi.plan("get_universe_types_type_id", type_id=34, languages=languages))
    esi.pull("get_universe_types_type_id", type_id=34, languages=languages)
    assert planned["requests"] == len(esi_sandbox.requests) == 3
    assert row(esi.plan("get_status", languages=languages))["requests"] == 1


def test_cached_responses_cost_nothing(esi, esi_sandbox):
    """After the pull, the same plan costs nothing."""
    esi.pull(ORDERS, region_id=REGIONS)
    esi_sandbox.clear()
    planned = row(esi.plan(ORDERS, region_id=REGIONS))
    assert (planned["requests"], planned["tokens"], planned["seconds"]) == (0, 0, 0.0)
    assert planned["cached"] > 2
    assert esi_sandbox.requests == []


def test_long_bodies_are_planned_in_their_chunks(esi, esi_sandbox):
    """1500 ids are two requests."""
    planned = row(esi.plan("post_universe_names", ids=list(range(1, 1501))))
    assert planned["requests"] == 2


def test_seconds_include_the_wait_for_the_budget(esi, esi_sandbox):
    """With a nearly empty bucket the pull waits as long as planned, within a slot."""
    esi.plan(ORDERS, region_id=REGIONS, learn=2)
    esi_sandbox.drain("market-order", tokens=11_980)
    esi.client.Market.get_markets_region_id_orders(region_id=10000016, page=1).result()
    planned = row(esi.plan(ORDERS, region_id=REGIONS))
    assert planned["left"] < planned["tokens"]
    assert 800 <= planned["seconds"] <= 960


def test_a_wrong_parameter_is_an_error_before_the_first_request(esi, esi_sandbox):
    """`pull` raises the same error."""
    with pytest.raises(ParameterError):
        esi.plan(ORDERS, region=1)
    assert esi_sandbox.requests == []


def test_limits_list_the_error_limit_and_the_buckets_of_the_document(esi, esi_sandbox):
    """Each has a row, with what is left of it."""
    esi.client.Status.get_status().result()
    found = esi.limits().set_index("group")
    assert found.index[0] == "errors"
    assert found.loc["errors", "left"] == 95
    assert found.loc["market-order", ["size", "left", "window"]].tolist() == [12000, 12000, 900.0]
    assert found.loc["status", "left"] < found.loc["status", "size"]
    assert (found["stopped"] == 0).all()
    assert (found["waiting"] == "").all()


def test_limits_show_for_how_long_the_api_refuses(esi, esi_sandbox):
    """After a 429 the column `stopped` has the seconds."""
    esi_sandbox.drain("status")
    esi.engine.sleep = lambda seconds: (_ for _ in ()).throw(KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        esi.client.Status.get_status().result()
    found = esi.limits().set_index("group")
    assert 890 <= found.loc["status", "stopped"] <= 900
    assert found.loc["status", "left"] == 0


def test_the_commands_print_what_the_library_returns(esi_sandbox, capsys):
    """For `plan` and `limits`; the second process knows what the first one spent."""

    def printed(*args):
        command = ["--api-url", esi_sandbox.url, *args, "--format", "csv"]
        cli.main(command, prog_name="esi-data", standalone_mode=False)
        lines = capsys.readouterr().out.splitlines()
        return [dict(zip(lines[0].split(","), line.split(","), strict=True)) for line in lines[1:]]

    (planned,) = printed("plan", ORDERS, "region_id=10000043,10000032")
    assert (planned["group"], planned["calls"]) == ("market-order", "2")
    found = {line["group"]: line for line in printed("limits")}
    assert found["market-order"]["left"] == "11998"
    assert "status" not in found


def test_a_plan_of_another_budget(esi_sandbox, esi_sandbox_factory, tmp_path):
    """Small buckets: the rest of the requests waits a window."""
    sandbox = esi_sandbox_factory(document=document(esi_sandbox, 20, "1m"))
    with Esi("tests/1.0", api_url=sandbox.url, cache=tmp_path) as esi:
        planned = row(esi.plan("get_status"))
    assert (planned["group"], planned["left"], planned["tokens"]) == ("status", 20, 2)
