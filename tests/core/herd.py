# ruff: noqa: T201 - its tables are what the command is for
"""Several processes on one API and one cache, each sending requests as fast as it may.

`python -m tests.core.herd` runs the scenarios at their full size and prints what came of them.
"""

from __future__ import annotations

import copy
import json
import math
import mmap
import os
import queue
import struct
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from esi.core.config import Config
from esi.core.engine.engine import Engine
from esi.core.http.messages import Options, Request
from esi.core.http.rates import Rate
from esi.core.rate_limits.cooldowns import _MAX_INTERVAL as LONGEST_UNSEEN
from esi.core.rate_limits.ledger import Ledger
from esi_data.caches import disk
from tests.support import children

ROOT = Path(__file__).parent.parent.parent
STATUS, MISSING = "/status", "/universe/types/1"
WINDOW = 900.0  # seconds of the herd's buckets, as of the API's; longer than any answer may take
_HOUR = 3600.0
HEAR_SECONDS = 300  # within which a process has done its task, on the busiest machine
AWAKE, GONE = 0.0, math.inf  # what a thread does that does not sleep until a time


class SharedTime:
    """Clock of all processes: the machine's, minus what all of them would sleep.

    So no test depends on how long anything takes: nothing is in flight while time is skipped, and
    a window of a quarter of an hour is longer than a busy machine holds up a request. Its place is
    a file of numbers: the seconds skipped, the time at which it stands still (or 0), and of each
    thread until when it sleeps.
    """

    def __init__(self, path, threads=0):
        if threads:
            path.write_bytes(bytes(8 * (2 + threads)))
        with path.open("r+b") as file:
            self._numbers = mmap.mmap(file.fileno(), 0)
        self._mine = threading.local()

    def __call__(self):
        return self[1] or time.time() + self[0]

    def __getitem__(self, index):
        return struct.unpack_from("d", self._numbers, 8 * index)[0]

    def __setitem__(self, index, number):
        struct.pack_into("d", self._numbers, 8 * index, number)

    def begin(self, *, still):
        """Wake all processes and set the clock to the start of an hour; `still` stops it.

        At that time no slot of a ledger ends while a writer is delayed.
        """
        self[0] += _HOUR - self() % _HOUR
        self[1] = self() if still else 0.0
        for index in range(2, len(self._numbers) // 8):
            self[index] = AWAKE

    def skip(self):
        """Go on to the first that wakes, where all sleep."""
        until = min(self[index] or -math.inf for index in range(2, len(self._numbers) // 8))
        if not self[1] and self() < until < GONE:
            self[0] += until - self()

    @contextmanager
    def working(self, number):
        """While it lasts this thread, whose number nobody else has, works or sleeps."""
        self._mine.index = 2 + number
        self[self._mine.index] = AWAKE
        try:
            yield
        finally:
            self[self._mine.index] = GONE

    def sleep(self, seconds):
        """Sleep; the time may be skipped."""
        until = self() + seconds
        self[self._mine.index] = until
        while self() < until:
            time.sleep(0.01)
        self[self._mine.index] = AWAKE


@dataclass
class Outcome:
    """Requests that the API got, and the responses of the processes."""

    answers: list  # per process: what `noted` notes of each request
    sent: list  # the sandbox's records

    def count(self, status):
        return sum(1 for record in self.sent if record.status == status)

    @property
    def tokens(self):
        return sum(record.tokens for record in self.sent)

    def decided_after(self, status):
        """Requests that were let go before a refusal was over, on a look that began after it.

        A refusal counts from when it had been written to where the others look. What was let go on
        a look before that was under way, however long the machine held it up.
        """
        every = [each for process in self.answers for each in process]
        refusals = [(known, until) for _, _, known, until, code in every if code == status]
        assert refusals
        assert all(decided - looked < LONGEST_UNSEEN for looked, decided, *_ in every)
        return [
            (looked, decided)
            for looked, decided, _, _, _ in every
            if any(known < looked and decided < until for known, until in refusals)
        ]

    def most_spent(self, window):
        """Return the largest number of tokens spent within any window."""
        spends = sorted((record.at, record.tokens) for record in self.sent)
        return max(
            (sum(n for at, n in spends if start <= at < start + window) for start, _ in spends),
            default=0,
        )


def document(sandbox, tokens, window):
    """Return the sandbox's document with a bucket of another size for the status."""
    made = copy.deepcopy(dict(sandbox.document()))
    rate = {"group": "status", "max-tokens": tokens, "window-size": window}
    made["paths"][STATUS]["get"]["x-rate-limit"] = rate
    return made


class Herd:
    """Processes that wait for tasks; use it as a context."""

    def __init__(self, processes=8, threads=4):
        self.size = processes
        self._threads = threads
        self._all = []

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory()
        self._place = Path(self._folder.name) / "time"
        self.time = SharedTime(self._place, self.size * self._threads)
        return self

    def __exit__(self, *_):
        self._end()
        self._folder.cleanup()

    def run(self, sandbox, cache, *, before=None, path=STATUS, still=False, **task):
        """Do a task in all processes at once; `before` is called when they are about to begin.

        The sandbox's clock is `herd.time`, which with `still` does not go on.
        """
        task = {"url": sandbox.url + path, "cache": str(cache), "threads": 1, "rate": None, **task}
        self.time.begin(still=still)
        return Outcome(self._done(task, before or sandbox.clear), sandbox.requests)

    def count(self, cache, number):
        """Let all processes write into one ledger; how many lines each wrote."""
        return self._done({"cache": str(cache), "count": number}, lambda: None)

    def _done(self, task, before):
        if not self._all:
            self._all = [
                Member(self._place, *range(number, number + self._threads))
                for number in range(0, self.size * self._threads, self._threads)
            ]
        try:
            for one in self._all:
                one.tell(json.dumps(task))
            assert self._hear() == ["set"] * self.size
            before()
            for one in self._all:
                one.tell("go")
            return self._hear()
        except BaseException:
            self._end()  # what is still to come is no answer to the next task
            raise

    def _hear(self):
        heard = {}
        until = time.monotonic() + HEAR_SECONDS
        while len(heard) < self.size:
            for one in self._all:
                if one not in heard and (line := one.heard()) is not None:
                    heard[one] = json.loads(line)
            self.time.skip()
            assert time.monotonic() < until, [one.process.pid for one in self._all]
        return [heard[one] for one in self._all]

    def _end(self):
        for one in self._all:
            one.process.stdin.close()
        for one in self._all:
            one.end()
        self._all = []


class Member:
    """One of the processes, as the others' parent sees it."""

    def __init__(self, *words):
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`
        self.process = children.start(
            [sys.executable, "-m", "tests.core.herd", "work", *map(str, words)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
        )
        self._lines = children.Lines(self.process.stdout)

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def heard(self):
        """Return a line, or None if none has arrived."""
        try:
            line = self._lines.next(0.005)
        except queue.Empty:
            return None
        assert line, f"it ended: {self.said()}"
        return line

    def said(self):
        self.errors.seek(0)
        return self.errors.read().decode("utf-8", "replace")

    def end(self):
        """End it; its standard input is closed already."""
        try:
            self.process.wait(children.END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self._lines.join()
        children.end(self.process)
        self.errors.close()


def told():
    """Yield the lines of standard input; end the process at its end, whatever it does."""
    lines = queue.SimpleQueue()

    def read():
        for line in sys.stdin:
            lines.put(line)
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    while True:
        yield lines.get()


def work(place, *numbers):
    """One of the processes: does one task after the other, in threads of these numbers."""
    lines, shared = told(), SharedTime(Path(place))
    for line in lines:
        if "count" in (task := json.loads(line)):
            count(task, lines)
            continue
        engine, fetch, task = prepared(task, shared)
        left = iter(range(task["requests"]))

        def ask(number, fetch=fetch, left=left):
            with shared.working(number):
                for _ in left:
                    fetch()

        tell("set")
        next(lines)
        mine, others = numbers[: task["threads"]], numbers[task["threads"] :]
        for number in others:
            with shared.working(number):
                pass
        with ThreadPoolExecutor(task["threads"]) as pool:
            list(pool.map(ask, mine))
        engine.close()
        tell(engine.sends)


def count(task, lines):
    """Write lines of one into a ledger, up to its sum; tell how many."""
    ledger = Ledger(open_cache(task["cache"]), "esi_test_count", 900.0)
    tell("set")
    next(lines)
    turns = range(task["count"] // 4)  # so that it takes several processes
    lines = [ledger.write(time.time(), lambda used: int(used < task["count"])) for _ in turns]
    if "django.db" in sys.modules:  # a database server ends when nobody is connected any more
        from django.db import connections

        connections.close_all()
    tell(sum(line is not None for line in lines))


def tell(value):
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def prepared(task, shared):
    config = Config(
        on_limit=task.get("policy", "wait"), cache_response=False,
        requests_connect_timeout=HEAR_SECONDS, requests_read_timeout=HEAR_SECONDS,
    )  # fmt: skip
    engine = Engine(lambda: config, open_cache(task["cache"]), clock=shared, sleep=shared.sleep)
    engine.sends = noted(engine.limiter, shared)
    rate = Rate(*task["rate"]) if task["rate"] else None
    request = Request("GET", task["url"], operation="operation", rate=rate)
    _ = engine.session  # made before the start
    return engine, lambda: engine.fetch(request, Options(retries=0)), task


def noted(limiter, clock):
    """Return a list that gets [looked, decided, known, until, status] of each request of a limiter.

    `looked` is when the last look began that the request was let go on, `decided` when that was;
    `known` when the answer has been written where others read it, `until` when a refusal ends. None
    of them waits for the scheduler of a busy machine.
    """
    here, found, began = threading.local(), [], [-math.inf]
    stop, settle, book = limiter._cooldown, limiter.settle, limiter._cooldowns._ledger

    def opened(host):
        ledger = book(host)
        if not hasattr(ledger, "unnoted"):
            ledger.unnoted = ledger.read

            def read(now):
                began[0] = clock()
                return ledger.unnoted(now)

            ledger.read = read
        return ledger

    def looked(route, now):
        wait = stop(route, now)
        here.decided = began[0], now
        return wait

    def settled(granted, answer):
        arrived, decided = clock(), here.decided
        seconds = settle(granted, answer)
        found.append([*decided, clock(), arrived + seconds, answer and answer.status])
        return seconds

    limiter._cooldowns._ledger, limiter._cooldown, limiter.settle = opened, looked, settled
    return found


def open_cache(where):
    """Open a cache by its address: a folder, a Redis (`ours+redis://`), or a backend of Django."""
    if where.startswith("ours+"):
        return disk.open_cache(where.removeprefix("ours+"))
    url = urlsplit(where)
    if not url.scheme:
        return disk.open_cache(where)
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
        own = document(plain, 200, "15m")
    status = {"path": STATUS, "rate": ("status", 200, WINDOW)}
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
            with (
                Sandbox(document=own, clock=herd.time) as sandbox,
                tempfile.TemporaryDirectory() as folder,
            ):
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
                    f"{outcome.most_spent(WINDOW)} within a window, "
                    f"{max(times) - min(times):.1f} s",
                    flush=True,
                )


if __name__ == "__main__":
    work(sys.argv[2], *map(int, sys.argv[3:])) if sys.argv[1:2] == ["work"] else main()
