"""`pull_to(scheduler=...)`: a cluster's workers send the requests and the dataset is the same."""

import json
import os
import pickle
import signal
import threading
import time

import pandas as pd
import pytest
from bravado.exception import HTTPNotFound

from esi.core.config import Config
from esi.errors import LoginNeededError
from esi_data import Esi, read
from esi_data.auth import delegated
from esi_data.cli import main as cli_main
from esi_data.client import EsiFactory
from esi_data.datasets import recipes
from esi_data.datasets.fetch_part import PartTask
from esi_data.datasets.folder import Folder
from tests.core.herd import Outcome
from tests.esi_data.logging_in import ASA, ASSETS, BERO, PROJECTS, log_in
from tests.support import servers
from tests.support.processes import until

distributed = pytest.importorskip("distributed")
pytest.importorskip("esi_data.datasets.cluster")

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
    pytest.mark.large,  # a cluster for all of them
]

ORDERS = "get_markets_region_id_orders"
HOARD = "get_characters_character_id_assets"
LISTING = "get_corporations_corporation_id_projects"
CORPORATION = 98_000_001
JOURNAL = "get_characters_character_id_wallet_journal"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """Two workers, processes of their own with one thread each."""
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=":0",
        local_directory=str(tmp_path_factory.mktemp("dask")),
    ) as cluster:
        yield cluster


@pytest.fixture
def client(cluster):
    with distributed.Client(cluster, set_as_default=False) as client:
        client.wait_for_workers(2)
        yield client


@pytest.fixture(scope="module")
def redis_url():
    """Run a Redis for this module."""
    with servers.running(servers.Redis) as server:
        yield server.url


@pytest.fixture
def sandbox(esi_sandbox_factory):
    """Run a sandbox on the time of day, as the workers have it."""
    return esi_sandbox_factory(clock=time.time, lifetime=86400)


@pytest.fixture
def regions(sandbox):
    with sandbox_esi(sandbox, None) as esi:
        found = esi.client.Universe.get_universe_regions().results()
    sandbox.clear()
    return found


def sandbox_esi(sandbox, cache):
    return Esi("test/1.0 (me@example.com)", api_url=sandbox.url, cache=cache)


def market_requests(sandbox):
    """Return the market requests, each with its page."""
    return sorted(
        (record.path, tuple(record.query.get("page", ["1"])))
        for record in sandbox.requests
        if record.path.endswith("/orders")
    )


def content(path):
    """Return the content of a dataset's files, whatever their names."""
    run = json.loads((path / "_manifest.json").read_text(encoding="utf-8"))["latest"]
    return {
        name: ([file["sha256"] for file in part["files"]], part["rows"], part["last_modified"])
        for name, part in run["parts"].items()
    }


def test_the_dataset_equals_that_of_a_local_pull(client, sandbox, regions, tmp_path, redis_url):
    """Files are equal byte by byte, after the same requests."""
    with sandbox_esi(sandbox, tmp_path / "own") as esi:
        esi.pull_to(tmp_path / "local", ORDERS, region_id=regions)
    local = market_requests(sandbox)
    sandbox.clear()
    with sandbox_esi(sandbox, redis_url) as esi:
        done = esi.pull_to(tmp_path / "remote", ORDERS, region_id=regions, scheduler=client)
        assert market_requests(sandbox) == local
        assert done.requests == len(local)
        assert done.parts == len(regions)
        again = esi.pull_to(tmp_path / "remote", ORDERS, region_id=regions, scheduler=client)
    assert again.requests == 0  # the answers are in the Redis
    assert content(tmp_path / "remote") == content(tmp_path / "local")
    pd.testing.assert_frame_equal(read(tmp_path / "remote"), read(tmp_path / "local"))


def test_the_parts_run_on_the_workers(client, sandbox, regions, tmp_path, monkeypatch):
    """This process sends none of the requests."""
    with sandbox_esi(sandbox, tmp_path / "kept") as esi:
        _ = esi.client
        monkeypatch.setattr(esi.engine, "fetch", None)
        monkeypatch.setattr(esi.engine, "fetch_missing", None)
        done = esi.pull_to(tmp_path / "data", ORDERS, region_id=regions[:3], scheduler=client)
    assert done.requests == len(market_requests(sandbox)) > 0


def test_another_worker_fetches_a_lost_workers_part(
    cluster, client, sandbox, regions, tmp_path, redis_url
):
    """Kill a worker while its requests are in flight: nothing is missing or duplicated."""
    sandbox.faults.latency = 0.1
    pids = client.run(os.getpid)

    def kill():
        until(lambda: len(market_requests(sandbox)) >= 4)
        os.kill(next(iter(pids.values())), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    url = redis_url.replace("/0", "/1")
    with sandbox_esi(sandbox, url) as esi:
        done = esi.pull_to(tmp_path / "data", ORDERS, region_id=regions, scheduler=client)
    killer.join()
    client.wait_for_workers(2)
    assert set(client.run(os.getpid).values()) != set(pids.values())
    assert done.parts == len(regions)
    frame = read(tmp_path / "data")
    with sandbox_esi(sandbox, tmp_path / "own") as esi:
        pd.testing.assert_frame_equal(frame, esi.pull(ORDERS, region_id=regions))


@pytest.mark.parametrize("shared", ["redis", "scheduler"])
def test_the_workers_share_one_budget(
    client, esi_sandbox, esi_sandbox_factory, tmp_path, redis_url, shared
):
    """Through a Redis or through the scheduler: no refusal, and never more than the window has."""
    made = json.loads(json.dumps(esi_sandbox.document()))
    rate = {"group": "market-order", "max-tokens": 40, "window-size": "2s"}
    made["paths"]["/markets/{region_id}/orders"]["get"]["x-rate-limit"] = rate
    sandbox = esi_sandbox_factory(document=made, clock=time.time)
    with sandbox_esi(sandbox, None) as esi:
        regions = esi.client.Universe.get_universe_regions().results()
    for region in regions:
        sandbox.set_pages(f"/markets/{region}/orders", 8, rows=5)
    sandbox.clear()
    cache = redis_url.replace("/0", "/2") if shared == "redis" else tmp_path / "kept"
    with sandbox_esi(sandbox, cache) as esi:
        esi.pull_to(tmp_path / "data", ORDERS, region_id=regions, scheduler=client)
    sent = [record for record in sandbox.requests if record.path.endswith("/orders")]
    assert {record.status for record in sent} == {200}
    assert 2 * len(sent) > 40
    assert Outcome([], sent).most_spent(2.0) <= 40


def test_an_api_error_keeps_its_type(client, sandbox, regions, tmp_path):
    """An error on a worker is raised here as the same error; the same call resumes."""
    sandbox.faults.fail(404, times=None, path=f"/markets/{regions[0]}/*")
    with sandbox_esi(sandbox, tmp_path / "kept") as esi:
        with pytest.raises(HTTPNotFound) as caught:
            esi.pull_to(tmp_path / "data", ORDERS, region_id=regions[:3], scheduler=client)
        assert caught.value.status_code == 404
        assert "2 of 3 parts" in "\n".join(caught.value.__notes__)
        assert len(Folder(tmp_path / "data").read_manifest().run.parts) == 2


def test_a_token_is_in_no_key_and_no_log(client, sandbox, tmp_path):
    """Of tasks that fail Dask logs the arguments; ours do not show a token, nor a password."""
    who = next(iter(sandbox.world.characters))
    token = sandbox.token(who)
    sandbox.faults.fail(403, times=1, path="/characters/*")
    with sandbox_esi(sandbox, tmp_path / "kept") as esi:
        with pytest.raises(Exception, match="403"):
            esi.pull_to(
                tmp_path / "data", JOURNAL, character_id=[who], token=token, scheduler=client
            )
        text = str(client.get_worker_logs()) + str(client.get_scheduler_logs())
        keys = client.run_on_scheduler(lambda dask_scheduler: str(dask_scheduler.transition_log))
    assert "Compute Failed" in text
    assert "fetch_on_worker-" in keys
    assert token not in text + keys


def test_append_and_upsert_resume_from_the_dataset(client, sandbox, tmp_path):
    """Walks on the workers know where they ended: the second pull brings no row twice."""
    who = next(iter(sandbox.world.characters))
    walked = "get_characters_character_id_wallet_transactions"
    with sandbox_esi(sandbox, tmp_path / "kept") as esi:
        params = {"character_id": [who], "token": sandbox.token(who)}
        first = esi.pull_to(tmp_path / "data", walked, **params, scheduler=client)
        again = esi.pull_to(tmp_path / "data", walked, **params, scheduler=client)
        whole = esi.pull(walked, **params)
    assert first.mode == "append"
    assert first.rows == again.rows == len(read(tmp_path / "data")) >= len(whole) > 0


def test_the_command_line_takes_an_address(cluster, client, sandbox, regions, tmp_path, capsys):
    """`--scheduler` of `pull` and `recipe run`."""
    address = cluster.scheduler_address
    words = ["--api-url", sandbox.url, "--cache", str(tmp_path / "kept")]
    some = ",".join(str(region) for region in regions[:2])
    folder = tmp_path / "data"
    pull = ["pull", ORDERS, f"region_id={some}", "-o", str(folder), "--scheduler", address]
    assert cli_main.main([*words, *pull]) == 0
    assert "2 parts" in capsys.readouterr().err
    recipe = tmp_path / "one.toml"
    recipe.write_text(
        f'title = "One"\n[[pull]]\nname = "orders"\noperation = "{ORDERS}"\n'
        f"[pull.parameters]\nregion_id = [{some}]\n"
    )
    assert recipes.load(str(recipe)).name == "one"
    run = ["recipe", "run", str(recipe), "-o", str(tmp_path), "--scheduler", address]
    assert cli_main.main([*words, *run]) == 0
    pd.testing.assert_frame_equal(read(tmp_path / "orders"), read(folder))


def test_an_address_without_a_scheduler_is_an_error(sandbox, tmp_path, capsys):
    """It says which address; no traceback."""
    import dask

    with dask.config.set({"distributed.comm.timeouts.connect": "0.2s"}):
        words = ["--api-url", sandbox.url, "pull", ORDERS, "region_id=10000043"]
        folder = ["-o", str(tmp_path / "data"), "--scheduler", "tcp://127.0.0.1:1"]
        assert cli_main.main([*words, *folder]) == 1
    assert "127.0.0.1:1" in capsys.readouterr().err


@pytest.fixture
def players(sandbox, tmp_path, monkeypatch):
    """Two characters logged in on this machine alone."""
    monkeypatch.setenv("ESI_LOGIN_DIR", str(tmp_path / "logins"))
    with sandbox_esi(sandbox, tmp_path / "kept") as esi:
        for who in (ASA, BERO):
            log_in(sandbox, esi.logins, (ASSETS, PROJECTS), who)
        sandbox.clear()
        yield esi


@pytest.mark.parametrize("who", [ASA, [ASA, BERO]])
def test_workers_call_as_a_logged_in_character(client, sandbox, players, tmp_path, who):
    """Each character calls with its own token, and the dataset equals a local one."""
    local = players.pull_to(tmp_path / "local", HOARD, character=who)
    players.clear_cache()
    sandbox.clear()
    done = players.pull_to(tmp_path / "remote", HOARD, character=who, scheduler=client)
    assert done.requests == local.requests == len(sandbox.requests)
    assert content(tmp_path / "remote") == content(tmp_path / "local")
    pd.testing.assert_frame_equal(read(tmp_path / "remote"), read(tmp_path / "local"))
    tokens = {login.character_id: login.access_token for login in players.logins.stored()}
    assert {record.headers["Authorization"] for record in sandbox.requests} == {
        f"Bearer {tokens[each]}" for each in (who if isinstance(who, list) else [who])
    }
    assert client.run(logins_of_worker) == dict.fromkeys(client.run(os.getpid), 0)


def logins_of_worker():
    """Count the refresh tokens in a worker's memory."""
    import gc

    from esi_data.auth.token_store import Login

    return sum(isinstance(each, Login) for each in gc.get_objects())


def test_workers_call_as_a_character_that_is_not_in_the_path(client, players, tmp_path):
    """The column is `character`, like in a local pull."""
    how = {"corporation_id": CORPORATION, "character": [ASA], "scheduler": client}
    players.pull_to(tmp_path / "data", LISTING, **how)
    assert set(read(tmp_path / "data")["character"]) == {ASA}


def test_a_public_operation_needs_no_token(client, sandbox, players, tmp_path):
    """Characters only choose the page, and no token is sent."""
    public = "get_characters_character_id"
    players.pull_to(tmp_path / "data", public, character=[ASA, BERO], scheduler=client)
    assert set(read(tmp_path / "data")["character_id"]) == {ASA, BERO}
    assert not [record for record in sandbox.requests if "Authorization" in record.headers]


def test_a_missing_login_is_an_error_before_connecting(sandbox, players, tmp_path):
    """Raised before a scheduler is contacted."""
    with pytest.raises(LoginNeededError, match="Asa Ostrand"):
        players.pull_to(tmp_path / "x", HOARD, character="Nobody", scheduler="tcp://127.0.0.1:1")
    assert [record.path for record in sandbox.requests] == ["/meta/openapi.json"]


def test_a_part_that_outlasts_its_token_gets_a_new_one(
    client, sandbox, players, tmp_path, monkeypatch
):
    """It is submitted again with a fresh token, and no request uses the expired one."""
    seconds = iter([0.0])
    real = delegated._expiry
    monkeypatch.setattr(delegated, "_expiry", lambda text: next(seconds, real(text)))
    done = players.pull_to(tmp_path / "data", HOARD, character=[ASA, BERO], scheduler=client)
    assert done.parts == 2
    assert set(read(tmp_path / "data")["character_id"]) == {ASA, BERO}
    assert {record.status for record in sandbox.requests} == {200}
    assert next(seconds, None) is None


def test_tokens_that_always_expire_end_the_pull(client, sandbox, players, tmp_path, monkeypatch):
    """A part gets a limited number of them."""
    monkeypatch.setattr(delegated, "_expiry", lambda text: 0.0)
    monkeypatch.setattr("esi_data.datasets.pull_to._MAX_TOKENS", 3)
    with pytest.raises(delegated.DelegatedTokenExpiredError, match="has expired"):
        players.pull_to(tmp_path / "data", HOARD, character=[ASA], scheduler=client)


def test_a_worker_whose_clock_is_wrong_ends_the_pull():
    """Another token would not help, so none is requested."""
    token = delegated.DelegatedToken("text", ASA, time.time() - 1)
    with pytest.raises(delegated.DelegatedTokenExpiredError, match="check its clock") as caught:
        token.refresh()
    there = pickle.loads(pickle.dumps(caught.value))
    assert not there.is_clock_ahead
    there.at += 3600
    assert there.is_clock_ahead
    assert "text" not in repr(token) + str(there)


def test_the_repr_of_a_workers_arguments_shows_no_secret():
    """Even if Dask logs arguments, it logs neither a token nor the Redis password."""
    factory = EsiFactory(Config(cache="redis://:secret@host", sso_client_secret="secret"), "test/1")
    delegated_tokens = {1: delegated.DelegatedToken("secret", 1, 0.0)}
    part = PartTask(None, {"token": "secret"}, {}, "raise", {}, None, delegated_tokens)
    assert "secret" not in repr(factory) + repr(part) + repr(delegated_tokens)
