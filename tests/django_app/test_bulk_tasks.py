"""Recipes by Celery: real workers, a real queue in Redis, beat, and what may end a run."""

import asyncio
import os
import re
import signal
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager

import msgspec
import pytest
from celery import Celery
from filelock import FileLock

from esi_data import read, tasks
from esi_data.datasets.folder import Folder
from esi_data.django_site import esi_of_site
from esi_data.errors import RecipeError
from tests.support import children, servers

PATIENCE = 60  # seconds, for a worker to start or to tell something
REGIONS = [10000002, 10000043, 10000032]
TYPES = [34, 35, 36, 37, 38]
RECIPE = f"""
title = "Orders of a few types"
[[pull]]
name = "orders"
operation = "get_markets_region_id_orders"
every = "5m"
folders = ["region_id", "type_id"]
[pull.parameters]
region_id = {REGIONS}
type_id = {TYPES}
"""


class Site:
    """Worker processes of a site, and a client of their queue."""

    def __init__(self, url, redis_url, folder):
        self.folder = folder
        self.data = folder / "data"
        self.recipe = folder / "few.toml"
        self.recipe.write_text(RECIPE, encoding="utf-8")
        self.log = folder / "log"
        self.environment = {
            **os.environ, "DJANGO_SETTINGS_MODULE": "project.bulk", "ESI_API_URL": url,
            "SITE_REDIS_URL": redis_url, "SITE_DATA": str(self.data), "SITE_EVERY": "1",
            "SITE_RECIPE": str(self.recipe), "ESI_CACHE_DIR": str(folder / "cache"),
        }  # fmt: skip
        self.queue = Celery("asking", broker=redis_url, backend=redis_url)

    @contextmanager
    def worker(self, *options):
        """Worker with a child process (prefork), which a time limit can interrupt."""
        command = [sys.executable, "-m", "celery", "-A", "project", "worker", "-c", "1", "-l",
                   "INFO", "--without-gossip", "--without-mingle", *options]  # fmt: skip
        with self.log.open("ab") as log:
            process = children.start(
                command, cwd=servers.PROJECT, env=self.environment, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(PATIENCE)

    def send(self, **options):
        kwargs = {"recipe": str(self.recipe), "into": str(self.data)}
        return self.queue.send_task(tasks.NAME, kwargs=kwargs, **options)

    def end_the_time(self):
        """Send the signal that a worker's child gets at the soft time limit."""
        ((_, stats),) = self.queue.control.inspect(timeout=PATIENCE, limit=1).stats().items()
        (child,) = stats["pool"]["processes"]
        os.kill(child, signal.SIGUSR1)

    def said(self, words, meanwhile=lambda: None):
        """Wait until the log has these words."""
        until = time.monotonic() + PATIENCE
        while words not in (text := self.log.read_text("utf-8", "replace")):
            assert time.monotonic() < until, text
            meanwhile()
            time.sleep(0.05)
        return text

    def close(self):
        self.queue.close()

    def states(self, result):
        """Wait for the end; return all states until then with their data."""
        seen = []
        result.get(timeout=PATIENCE, on_message=seen.append, propagate=False)
        if not seen or seen[-1]["status"] != result.status:  # it had ended before we listened
            seen.append({"status": result.status, "result": result.result})
        return [(message["status"], message["result"]) for message in seen]

    def manifest(self):
        return msgspec.to_builtins(Folder(self.data / "orders").read_manifest())


@pytest.fixture
def bulk_site(esi_sandbox, redis, tmp_path):
    import redis as client

    url = redis.url.removesuffix("/0") + "/2"
    with client.Redis.from_url(url) as connection:
        connection.flushdb()
    site = Site(esi_sandbox.url, url, tmp_path)
    yield site
    site.close()
    with client.Redis.from_url(url) as connection:
        connection.flushdb()


def order_pages(sandbox):
    return [r for r in sandbox.requests if r.path.endswith("/orders") and r.status == 200]


def asked_for(request):
    """(region, type) of a request."""
    return int(request.path.split("/")[2]), int(request.query["type_id"][0])


def test_a_worker_runs_a_recipe_and_reports_progress(bulk_site, esi_sandbox):
    """States with parts done, lines in the log, a result with the sums; the data is there."""
    with bulk_site.worker():
        states = bulk_site.states(bulk_site.send())
    assert [status for status, _ in states][-1] == "SUCCESS"
    told = [meta for status, meta in states if status == "PROGRESS"]
    assert (told[0]["done"], told[0]["parts"]) == (1, 15)
    assert told[-1]["done"] == 15
    assert (told[0]["recipe"], told[0]["pull"], told[0]["step"], told[0]["steps"]) == (
        "few", "orders", 1, 1,
    )  # fmt: skip
    result = states[-1][1]
    frame = read(bulk_site.data / "orders")
    assert result["rows"] == len(frame) > 0
    assert result["requests"] == len(order_pages(esi_sandbox))
    assert result["tokens"] == 2 * result["requests"]
    assert set(frame["region_id"]) <= set(REGIONS)
    log = bulk_site.log.read_text("utf-8")
    assert "few: orders (1 of 1), 15 of 15 parts" in log
    assert f"few: done, {len(frame)} rows" in log


def test_beat_runs_it_on_schedule(bulk_site):
    """Run the entry of `scheduled` with a real beat."""
    with bulk_site.worker("-B", "-s", str(bulk_site.folder / "beat")):
        bulk_site.said("Sending due task trade-hubs (esi_data.tasks.run_recipe)")
        text = bulk_site.said("few: done")
    assert "Traceback" not in text
    assert len(read(bulk_site.data / "orders")) > 0


@pytest.fixture
def held(esi_sandbox, monkeypatch):
    """Three pages of orders are answered; every other answer is held back until this is set."""
    go, sleep, server = threading.Event(), asyncio.sleep, esi_sandbox

    async def hold(_):
        began = server._resets
        while not go.is_set() and began == server._resets and len(order_pages(esi_sandbox)) >= 3:
            await sleep(0.01)

    monkeypatch.setattr("esi.sandbox.server.http.asyncio.sleep", hold)
    esi_sandbox.faults.latency = 1
    go.refuse = server.abandon  # what is held back gets a 503, and may come again
    yield go
    go.set()


def test_a_run_resumes_after_a_killed_worker(bulk_site, esi_sandbox, held):
    """After SIGKILL the next run requests only the missing parts."""
    with bulk_site.worker() as process:
        bulk_site.send()
        bulk_site.said("1 of 15 parts")
        os.killpg(process.pid, signal.SIGKILL)
    run = bulk_site.manifest()["run"]
    assert run["finished"] is None
    done = len(run["parts"])
    assert 1 <= done <= 3
    held.set()
    with bulk_site.worker():
        states = bulk_site.states(bulk_site.send())
    assert states[-1][0] == "SUCCESS", states
    assert f"{done} of them from an earlier run" in states[-1][1]["pulls"][0]
    assert len(bulk_site.manifest()["latest"]["parts"]) == 15
    asked = Counter(asked_for(request) for request in order_pages(esi_sandbox))
    assert len(asked) == 15
    assert {asked[tuple(part["partition"].values())] for part in run["parts"].values()} == {1}


def test_two_runs_of_one_recipe(bulk_site):
    """If one runs already, the other ends at once with the reason; its task succeeds."""
    bulk_site.data.mkdir()
    with FileLock(bulk_site.data / "_recipe-few.lock"), bulk_site.worker():
        ((status, result),) = bulk_site.states(bulk_site.send())
    assert status == "SUCCESS"
    assert result["busy"].startswith("Another run of few is writing to")
    assert "Another run of few is writing to" in bulk_site.log.read_text("utf-8")
    assert not (bulk_site.data / "orders").exists()


def test_a_soft_time_limit_ends_it_resumably(bulk_site, held):
    """At its time limit the task fails, completed parts stay, and the next run resumes."""
    with bulk_site.worker():
        sent = bulk_site.send(soft_time_limit=3600)
        bulk_site.said("1 of 15 parts")
        bulk_site.end_the_time()
        bulk_site.said("stopped by the soft time limit", held.refuse)
        states = bulk_site.states(sent)
        assert states[-1][0] == "FAILURE"
        assert 1 <= len(bulk_site.manifest()["run"]["parts"]) <= 3
        held.set()
        states = bulk_site.states(bulk_site.send())
    assert states[-1][0] == "SUCCESS", states
    assert "from an earlier run" in states[-1][1]["pulls"][0]


def test_a_task_is_retried_after_a_rate_limit(bulk_site, esi_sandbox):
    """No worker waits: the task is queued again until the API accepts requests."""
    esi_sandbox.drain("market-order", tokens=11_990)
    with bulk_site.worker():
        bulk_site.send()
        log = bulk_site.said("Retry in ")
    assert re.search(r"few: .*resuming in \d+ s", log)
    assert 1 <= len(bulk_site.manifest()["run"]["parts"]) < 15


# Without a worker


def test_beats_entry_of_a_recipe():
    """Entries use the recipe's interval, or `every`, and expire if no worker takes them."""
    entry = tasks.scheduled("trade-hubs", into="/srv/data")
    assert entry == {
        "task": "esi_data.tasks.run_recipe",
        "schedule": 300,
        "kwargs": {"recipe": "trade-hubs", "into": "/srv/data"},
        "options": {"expires": 300},
    }
    assert tasks.scheduled("public-contracts", "data")["schedule"] == 1800
    assert tasks.scheduled("trade-hubs", "data", every=60)["schedule"] == 60
    assert tasks.run_recipe.name == entry["task"]


def test_an_entry_of_an_unknown_recipe():
    """Unknown recipes raise when the schedule is read, not when they are due."""
    with pytest.raises(RecipeError, match="There is no recipe 'trade-hub'"):
        tasks.scheduled("trade-hub", into="data")


@pytest.mark.parametrize(
    ("recipe", "into"), [(5, "data"), ("", "data"), ("trade-hubs", ""), ("trade-hubs", None)]
)
def test_arguments_must_be_text(recipe, into):
    """Arguments that are not text raise an error that names them."""
    with pytest.raises(RecipeError, match="is not a text"):
        tasks.run_recipe(recipe, into)


def test_an_entry_without_a_folder():
    """Beat's schedule is refused as the task would be."""
    with pytest.raises(RecipeError, match="into=''"):
        tasks.scheduled("trade-hubs", into="")


def test_an_entry_of_a_recipe_without_a_time(tmp_path):
    """Without a time the error says what to do."""
    file = tmp_path / "never.toml"
    file.write_text(RECIPE.replace('every = "5m"', ""), encoding="utf-8")
    with pytest.raises(RecipeError, match="pass every="):
        tasks.scheduled(str(file), into="data")


def test_tasks_use_the_sites_settings_and_cache(settings, monkeypatch, tmp_path):
    """Tasks share the site's API, contact and limits, but not the SSO's secret."""
    monkeypatch.delenv("ESI_CACHE_DIR")
    settings.ESI_API_URL = "http://127.0.0.1:9"
    settings.ESI_USER_CONTACT_EMAIL = "admin@example.com"
    settings.ESI_SSO_CLIENT_SECRET = "hush"
    settings.ESI_CACHE_DIR = str(tmp_path)
    with esi_of_site() as esi:
        assert (esi.config.api_url, esi.config.on_limit) == ("http://127.0.0.1:9", "raise")
        assert esi.config.user_contact_email == "admin@example.com"
        assert esi.config.sso_client_secret is None
        assert esi.engine.cache.directory == str(tmp_path / "answers")  # nobody shares memory
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "esi_cache",
        }
    }
    from esi.site_cache import cache

    with esi_of_site(on_limit="wait") as esi:
        assert esi.engine.cache is cache
        assert esi.config.on_limit == "wait"
