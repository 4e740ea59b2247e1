"""Tasks at a limit in real Celery workers, and processes that count together."""

import json
import os
import signal
import sys
import time
from contextlib import ExitStack, nullcontext

import pytest

from tests.core.herd import STATUS, document
from tests.django_app.test_bulk_tasks import PATIENCE, Site
from tests.support import processes, servers

pytestmark = pytest.mark.large


@pytest.fixture
def small_api(esi_sandbox, esi_sandbox_factory):
    """Start a sandbox whose status has four tokens, for two requests in three seconds."""
    return esi_sandbox_factory(document=document(esi_sandbox, 4, "3s"), clock=time.time)


@pytest.fixture
def site(small_api, redis, tmp_path):
    import redis as client

    url = redis.url.removesuffix("/0") + "/3"
    with client.Redis.from_url(url) as connection:
        connection.flushdb()
    site = Site(small_api.url, url, tmp_path)
    site.environment |= {
        "DJANGO_SETTINGS_MODULE": "project.limits", "SITE_CACHE": "redis.RedisCache",
        "SITE_CACHE_PLACE": url,
    }  # fmt: skip
    yield site
    site.close()
    with client.Redis.from_url(url) as connection:
        connection.flushdb()


def done(site, *tasks):
    """Let two workers' children do tasks of the form (name, arguments); return their results."""
    with site.worker("-c", "2"):
        sent = [
            site.queue.send_task(f"site.{name}", args=args, kwargs=kwargs)
            for name, args, kwargs in tasks
        ]
        return [each.get(timeout=PATIENCE) for each in sent]


def test_tasks_at_the_limit_of_the_api_all_end_well(site, small_api):
    """Both dialects share the limit: the API refuses nothing, and no retry is used up."""
    calls = [("read_status", [dialect], {}) for dialect in ("old", "new") * 3]
    results = done(site, *calls)
    assert {retries for _, retries in results} == {0}
    assert all(players > 0 for players, _ in results)
    statuses = [r.status for r in small_api.requests if r.path == "/status"]
    assert statuses == [200] * 6
    assert "is queued again in" in site.log.read_text("utf-8")


def test_a_task_may_meet_more_limits_than_it_has_retries(site):
    """A limit is no failure."""
    assert done(site, ("meet_limits", ["a"], {"times": 4})) == [0]


def test_runs_are_spaced_for_each_owner(site):
    """Two owners share the workers; each run of one is 0.4 seconds or more after the one before."""
    owners, sent = [1, 2] * 6, time.time()
    results = done(site, *(("run_evenly", [owner], {}) for owner in owners))
    assert {retries for _, retries in results} == {0}
    for owner in (1, 2):
        times = sorted(at for (at, _), who in zip(results, owners, strict=True) if who == owner)
        assert all(at - sent > 0.4 * before for before, at in enumerate(times))


def give_back_what_the_dead_had(site):
    """Put messages of a killed worker back into the queue, as Redis does after an hour."""
    with site.queue.connection_for_write(transport_options={"visibility_timeout": 0}) as broker:
        broker.default_channel.qos.restore_visible(num=100)


@pytest.mark.parametrize(
    ("name", "args"), [("read_status", ["new"]), ("read_status", ["old"]), ("run_evenly", [1])]
)
def test_a_task_that_waits_for_a_limit_outlives_its_worker(site, small_api, name, args):
    """Another worker runs each task of a killed one once, and the API refuses no request."""
    site.environment["SITE_DIES_AFTER"] = "2"
    began = time.time()
    sent = [site.queue.send_task(f"site.{name}", args=args) for _ in range(5)]
    with site.worker() as worker:
        worker.wait(PATIENCE)
    del site.environment["SITE_DIES_AFTER"]
    give_back_what_the_dead_had(site)
    with site.worker("-c", "2"):
        results = [each.get(timeout=PATIENCE) for each in sent]
    assert {retries for _, retries in results} == {0}
    if name == "run_evenly":
        times = sorted(at for at, _ in results)
        assert all(at - began > 0.4 * before for before, at in enumerate(times))
    else:
        assert [r.status for r in small_api.requests if r.path == "/status"] == [200] * 5


def kill_child(site, worker):
    """Kill the process of a worker that runs the task, as the system does when memory is short."""
    (stats,) = site.queue.control.inspect(timeout=PATIENCE, limit=1).stats().values()
    os.kill(*stats["pool"]["processes"], signal.SIGKILL)


def kill_worker(site, worker):
    """Kill a worker with its processes, and start another one."""
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait(PATIENCE)
    give_back_what_the_dead_had(site)


@pytest.mark.parametrize("dialect", ["old", "new"])
@pytest.mark.parametrize("kill", [kill_child, kill_worker])
def test_a_call_whose_worker_is_killed_is_made_again(
    site, esi_sandbox, esi_sandbox_factory, kill, dialect
):
    """A task with `acks_late` runs again, and the limiter counts each request once.

    Thirty calls cost sixty tokens. Tokens that the killed process had reserved stay reserved: at
    most a sixteenth of the remaining ones.
    """
    api = esi_sandbox_factory(document=document(esi_sandbox, 60, "15m"), clock=time.time)
    api.faults.slow(PATIENCE, path=STATUS)
    site.environment["ESI_API_URL"] = api.url

    def arrived():
        return [each.status for each in api.requests if each.path == STATUS]

    with site.worker() as worker:
        sent = site.queue.send_task("site.read_status_again", args=[dialect])
        processes.until(arrived, lambda: site.log.read_text("utf-8"))
        kill(site, worker)
        with site.worker() if kill is kill_worker else nullcontext():
            players, retries, left = sent.get(timeout=PATIENCE)
    assert players > 0
    assert retries == 0
    assert arrived() == [200, 200]
    assert 60 - 2 * 2 - 60 // 16 <= left["status"] <= 60 - 2 * 2


COUNT = """
import sys
import time
import django; django.setup()
from esi.exceptions import ESIBucketLimitException
from esi.rate_limiting import ESIRateLimitBucket, ESIRateLimits
bucket, calls = ESIRateLimitBucket("all together", 60, 600), 0
print("ready", flush=True)
sys.stdin.readline()
try:
    while True:
        ESIRateLimits.check_decr_bucket(bucket)
        calls += 1
except ESIBucketLimitException:
    print(calls, flush=True)
"""


@pytest.fixture
def place(tmp_path):
    """Return (backend, location) of a cache of some kind, for as long as the test runs."""
    with ExitStack() as stack:

        def cache(kind):
            if kind == "files":
                return "filebased.FileBasedCache", str(tmp_path / "cache")
            if kind == "table":
                return "db.DatabaseCache", "cache"
            if kind == "memcached":
                server = stack.enter_context(servers.running(servers.Memcached))
                return "memcached.PyMemcacheCache", server.url.removeprefix("memcached://")
            server = stack.enter_context(servers.running(servers.Redis))
            return "redis.RedisCache", server.url

        yield cache


@pytest.mark.parametrize("kind", ["files", "table", "memcached", "redis"])
def test_eight_processes_never_overrun_a_bucket(kind, place, manage, tmp_path):
    """On every cache that processes can share, all sixty calls are made and none more."""
    backend, location = place(kind)
    environment = {
        "SITE_CACHE": backend, "SITE_CACHE_PLACE": location, "SITE_DB_NAME": str(tmp_path / "db"),
    }  # fmt: skip
    if kind == "table":
        manage(environment, "createcachetable", settings="project.limits")
    command = [sys.executable, "-c", COUNT]
    with processes.together(
        *[command] * 8,
        cwd=servers.PROJECT,
        env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": "project.limits"},
    ) as started:
        calls = [json.loads(child.hear()) for child in started]
    assert sum(calls) == 60
