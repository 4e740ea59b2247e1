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
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from esi.core.config import Config
from esi.core.engine import Engine
from esi.core.exchange import Options, Request
from esi.core.ledger import Ledger
from esi.core.limits import Rate
from esi_data import store

ROOT = Path(__file__).parent.parent.parent
STATUS, MISSING = "/status", "/universe/types/1"


@dataclass
class Outcome:
    """What the API saw and what the processes met."""

    answers: list  # per process: [[began, ended, status], ...] by the wall's clock
    sent: list  # the sandbox's records

    def count(self, status):
        return sum(1 for record in self.sent if record.status == status)

    @property
    def tokens(self):
        return sum(record.tokens for record in self.sent)

    def first_received(self, status):
        """When the first such answer had arrived."""
        return min(end for process in self.answers for _, end, code in process if code == status)

    def begun_after(self, when, until=float("inf")):
        """Requests that were sent within a span of time."""
        return [b for process in self.answers for b, _, _ in process if when < b < until]

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
    tell(sum(line is not None for line in lines))


def tell(value):
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def prepared(task):
    config = Config(on_limit=task.get("policy", "wait"), cache_response=False)
    engine = Engine(lambda: config, open_cache(task["cache"]))
    engine.sends = sends = []
    engine.on_request = lambda seen: sends.append(
        [time.time() - seen.latency, time.time(), seen.status]
    )
    rate = Rate(*task["rate"]) if task["rate"] else None
    request = Request("GET", task["url"], operation="operation", rate=rate)
    _ = engine.session  # made before the start
    return engine, lambda _: engine.fetch(request, Options(retries=0)).status, task


def open_cache(where):
    """A cache by its address: a folder, or one of Django's own backends."""
    kind, found, place = where.partition("://")
    if not found:
        return store.open_cache(where)
    import django
    from django.conf import settings

    if not settings.configured:
        database = {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": {"timeout": 60}}
        settings.configure(DATABASES={"default": {**database, "NAME": place}})
        django.setup()
    if kind == "redis":
        from django.core.cache.backends.redis import RedisCache

        return RedisCache(where, {})
    from django.core.cache.backends.db import DatabaseCache
    from django.db import connections

    connections.settings["default"]["NAME"] = place
    connections["default"].settings_dict["NAME"] = place
    return DatabaseCache("answers", {})


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
