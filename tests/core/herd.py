# ruff: noqa: T201 - its tables are what the command is for
"""Several processes on one API and one cache, each sending requests as fast as it may.

`python -m tests.core.herd` runs the scenarios at their full size and prints what came of them.
"""

from __future__ import annotations

import copy
import json
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from esi.core.config import Config
from esi.core.engine import Engine
from esi.core.exchange import Options, Request
from esi.core.ledger import Ledger
from esi.core.limits import Rate
from esi.core.stops import LOOK_EVERY
from esi_data import store

ROOT = Path(__file__).parent.parent.parent
STATUS, MISSING = "/status", "/universe/types/1"


@dataclass
class Outcome:
    """What the API saw and what the processes met."""

    answers: list  # per process: what `noted` notes of each request
    sent: list  # the sandbox's records

    def count(self, status):
        return sum(1 for record in self.sent if record.status == status)

    @property
    def tokens(self):
        return sum(record.tokens for record in self.sent)

    def decided_after(self, status):
        """Requests that were let go between the first refusal and the end of its `Retry-After`.

        From when it was known to its process; what another decided on a look of `LOOK_EVERY`
        before that was under way.
        """
        every = [each for process in self.answers for each in process]
        known, until = min((known, until) for _, known, until, code in every if code == status)
        since = known + 2 * LOOK_EVERY
        return [decided for decided, _, _, _ in every if since < decided < until]

    def most_spent(self, window):
        """The largest number of tokens spent within any window."""
        spends = sorted((record.at, record.tokens) for record in self.sent)
        return max(
            (sum(n for at, n in spends if start <= at < start + window) for start, _ in spends),
            default=0,
        )


def document(sandbox, tokens, window):
    """The sandbox's document with a bucket of another size for the status."""
    made = copy.deepcopy(dict(sandbox.document()))
    rate = {"group": "status", "max-tokens": tokens, "window-size": window}
    made["paths"][STATUS]["get"]["x-rate-limit"] = rate
    return made


class Herd:
    """Processes that wait for tasks; use it as a context."""

    def __init__(self, processes=8):
        self.size = processes
        self._stack = ExitStack()

    def __enter__(self):
        self._all = [
            self._stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "tests.core.herd", "work"],
                    cwd=ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                )
            )
            for _ in range(self.size)
        ]
        return self

    def __exit__(self, *_):
        for one in self._all:
            one.stdin.close()
        self._stack.close()

    def run(self, sandbox, cache, *, before=None, path=STATUS, **task):
        """Do a task in all processes at once; `before` is called when they are about to begin."""
        task = {"url": sandbox.url + path, "cache": str(cache), "threads": 1, "rate": None, **task}
        return Outcome(self._done(task, before or sandbox.clear), sandbox.requests)

    def count(self, cache, number):
        """Let all processes write into one ledger; how many lines each wrote."""
        return self._done({"cache": str(cache), "count": number}, lambda: None)

    def _done(self, task, before):
        self._tell(json.dumps(task))
        assert self._hear() == ["set"] * self.size
        before()
        self._tell("go")
        return self._hear()

    def _tell(self, line):
        for one in self._all:
            one.stdin.write(line + "\n")
            one.stdin.flush()

    def _hear(self):
        return [json.loads(one.stdout.readline()) for one in self._all]


def work():
    """One of the processes: does one task after the other."""
    while line := sys.stdin.readline():
        if "count" in (task := json.loads(line)):
            count(task)
            continue
        engine, ask, task = prepared(task)
        tell("set")
        sys.stdin.readline()
        with ThreadPoolExecutor(task["threads"]) as pool:
            list(pool.map(ask, range(task["requests"])))
        engine.close()
        tell(engine.sends)


def count(task):
    """Write lines of one into a ledger, up to its sum; tell how many."""
    ledger = Ledger(open_cache(task["cache"]), "esi_test_count", 900.0)
    tell("set")
    sys.stdin.readline()
    turns = range(task["count"] // 4)  # so that it takes several processes
    lines = [ledger.write(time.time(), lambda used: int(used < task["count"])) for _ in turns]
    if "django.db" in sys.modules:  # a database server ends when nobody is connected any more
        from django.db import connections

        connections.close_all()
    tell(sum(line is not None for line in lines))


def tell(value):
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def prepared(task):
    config = Config(on_limit=task.get("policy", "wait"), cache_response=False)
    engine = Engine(lambda: config, open_cache(task["cache"]))
    engine.sends = noted(engine.limiter)
    rate = Rate(*task["rate"]) if task["rate"] else None
    request = Request("GET", task["url"], operation="operation", rate=rate)
    _ = engine.session  # made before the start
    return engine, lambda _: engine.fetch(request, Options(retries=0)).status, task


def noted(limiter):
    """A list that gets [decided, known, until, status] of each request of a limiter.

    `decided` is the moment of its last look before a request may go, `known` when the answer has
    been written where others read it, `until` when a refusal ends: none of them waits for the
    scheduler of a busy machine.
    """
    here, found = threading.local(), []
    look, settle = limiter._stop, limiter.settle

    def looked(route, now):
        here.decided = now
        return look(route, now)

    def settled(granted, request, answer):
        arrived = time.time()
        seconds = settle(granted, request, answer)
        found.append([here.decided, time.time(), arrived + seconds, answer and answer.status])
        return seconds

    limiter._stop, limiter.settle = looked, settled
    return found


def open_cache(where):
    """A cache by its address: a folder, a Redis (`ours+redis://`), or a backend of Django's own."""
    if where.startswith("ours+"):
        return store.open_cache(where.removeprefix("ours+"))
    url = urlsplit(where)
    if not url.scheme:
        return store.open_cache(where)
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(DATABASES={"default": database_of(url)})
        django.setup()
    if url.scheme == "redis":
        from django.core.cache.backends.redis import RedisCache

        return RedisCache(where, {})
    if url.scheme == "memcached":
        from django.core.cache.backends.memcached import PyMemcacheCache

        return PyMemcacheCache(url.netloc, {})
    from django.core.cache.backends.db import DatabaseCache
    from django.db import connections

    connections["default"].close()
    del connections["default"]
    connections.settings["default"].update(database_of(url))
    return DatabaseCache("answers", {})


def database_of(url):
    """Django's settings of a database: of a file, or of a PostgreSQL server."""
    if url.scheme == "postgresql":
        engine = {"ENGINE": "django.db.backends.postgresql", "HOST": url.hostname, "OPTIONS": {}}
        return {**engine, "PORT": url.port, "USER": url.username, "NAME": url.path.lstrip("/")}
    return {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": {"timeout": 60}, "NAME": url.path}


def main():
    """All scenarios, larger than the tests run them."""
    from esi.sandbox import Sandbox

    with Sandbox() as plain:
        own = document(plain, 200, "5s")
    status = {"path": STATUS, "rate": ("status", 200, 5.0)}
    missing = {"path": MISSING}
    with Herd() as herd:
        for name, drained, task in (
            ("a full bucket", "", {**status, "requests": 60}),
            ("a full bucket, 4 threads each", "", {**status, "requests": 60, "threads": 4}),
            ("a drained bucket", "drain", {**status, "requests": 30}),
            ("a drained bucket, 4 threads each", "drain", {**status, "requests": 30, "threads": 4}),
            ("a full error limit, all requests fail", "", {**missing, "requests": 15}),
            ("a drained error limit", "drain_errors", {**missing, "requests": 3}),
        ):
            with Sandbox(document=own) as sandbox, tempfile.TemporaryDirectory() as folder:
                drains = {
                    "": None,
                    "drain": lambda sandbox=sandbox: sandbox.drain("status"),
                    "drain_errors": sandbox.drain_errors,
                }
                outcome = herd.run(sandbox, folder, before=drains[drained], **task)
                times = [record.at for record in outcome.sent]
                print(
                    f"{name}: {len(outcome.sent)} requests, {outcome.count(429)} x 429, "
                    f"{outcome.count(420)} x 420, {outcome.tokens} tokens, at most "
                    f"{outcome.most_spent(5.0)} within a window, {max(times) - min(times):.1f} s",
                    flush=True,
                )


if __name__ == "__main__":
    work() if sys.argv[1:] == ["work"] else main()
