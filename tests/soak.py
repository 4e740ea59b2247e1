"""Pull for a long time from an API that fails in every way, and look at what it costs.

    python -m tests.soak                # 15 minutes
    python -m tests.soak --minutes 1 --seed 7

The sandbox runs in a process of its own. Windows of its rate limits are ten seconds long, and its
caches turn over every 20 seconds and whenever a fault says so. It fails if memory grows by more
than 5 % after warm-up, a row is missing without a word, an error is not ours, the API has to refuse
a client twice, or a thread, a socket, a lock or a temporary file is left.
"""

import argparse
import gc
import os
import sys
import tempfile
import time
import warnings
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.managers import BaseManager
from pathlib import Path
from random import Random
from statistics import fmean

import psutil
import pyarrow as pa
import requests
from bravado.exception import HTTPError
from filelock import FileLock, Timeout
from tqdm import tqdm

from esi.errors import DjangoEsiException
from esi.sandbox import Sandbox
from esi_data import Esi, read
from tests.support.leftovers import Leftovers

WINDOW = 10  # seconds of a rate limit
LIFETIME = 20  # seconds of a cache
TOKENS = {"market-order": 400, "char-asset": 200, "char-wallet": 150}
PILOT = 90_000_001
SCOPES = ["esi-assets.read_assets.v1", "esi-wallet.read_character_wallet.v1"]
ORDERS = {10000043: 8600, 10000032: 3600, 10000030: 2600, 10000042: 1600, 10000016: 600}
ASSETS, TRANSACTIONS = 2300, 120
GROWTH = 0.05
OWN = (DjangoEsiException, HTTPError)


class Api(Sandbox):
    """Sandbox in a process of its own, so that memory measured here is the client's."""

    def __init__(self):
        with Sandbox() as own:
            document = own.document()
        for item in document["paths"].values():
            for operation in item.values():
                if limit := operation.get("x-rate-limit"):
                    limit["window-size"] = f"{WINDOW}s"
                    limit["max-tokens"] = TOKENS.get(limit["group"], 600)
        super().__init__(document=document, lifetime=LIFETIME, changed=0.3)

    def begin(self):
        self.start()
        self.sso.auto = PILOT
        return self.url

    def fault(self, kind, *args, **kwargs):
        getattr(self.faults, kind)(*args, **kwargs)

    def calm(self):
        self.faults.clear()

    def refusals(self):
        """Count bursts of 429: what was in flight when the first came belongs to it."""
        times = {}
        for request in self.requests:
            if request.status == 429:
                times.setdefault(request.path.split("/")[1], []).append(request.at)
        gaps = (b - a for found in times.values() for a, b in pairwise(sorted(found)))
        return len(times) + sum(gap > 1 for gap in gaps)

    def statuses(self):
        return dict(Counter(request.status for request in self.requests))


class Manager(BaseManager):
    """Manager of the sandbox's process."""


Manager.register("Api", Api)


class Soak:
    """Rounds of pulls with faults, and what they found."""

    def __init__(self, api, esi, folder, seed):
        self.api, self.esi, self.folder = api, esi, folder
        self.random = Random(seed)
        self.rows, self.flagged, self.refusable, self.logins = 0, 0, 0, 0
        self.errors, self.faults, self.wrong = Counter(), Counter(), []
        self.memory = []

    # Faults

    def trouble(self):
        """Switch on some faults of any kind."""
        draw = self.random
        after = draw.randrange(6)
        headers = {"Retry-After": "2"}
        window = {"X-ESI-Error-Limit-Remain": "0", "X-ESI-Error-Limit-Reset": "2"}
        region = draw.choice(list(ORDERS))
        status = draw.choice((500, 502, 503, 504, 502, 503, 504, 520))
        times = draw.randint(1, 3)
        api = self.api
        kinds = {
            "status": lambda: api.fault("fail", status, times=times, after=after),
            "reset": lambda: api.fault("drop", times=times, after=after),
            "cut off": lambda: api.fault("truncate", times=times, after=after),
            "half": lambda: api.fault("damage", times=times, after=after),
            "damaged gzip": lambda: api.fault("garble", times=times, after=after),
            "wrong length": lambda: api.fault("understate", times=times, after=after),
            "slow": lambda: api.fault("slow", 1.0, times=times, after=after),
            "HTML": lambda: api.fault("not_json", times=1, after=after),
            "SSO": lambda: api.fault("fail", status, times=times, path="/v2/oauth/token"),
            "SSO page": lambda: api.fault("not_json", times=1, path="/v2/oauth/token"),
            "420": lambda: api.fault("fail", 420, after=after, headers=window, bare=True),
            "429": lambda: api.fault("fail", 429, after=after, headers=headers),
            "drained": lambda: api.drain("market-order"),
            "turn-over": lambda: api.turn_over_before(
                f"/markets/{region}/orders", page=draw.randint(1, 2)
            ),
        }
        for kind in draw.sample(list(kinds), draw.randint(0, 4)):
            kinds[kind]()
            self.faults[kind] += 1
            self.refusable += kind in {"429", "drained"}

    # Pulls

    def orders(self):
        region_id = self.random.choice(list(ORDERS))
        frame = self.esi.pull("get_markets_region_id_orders", region_id=region_id, progress=False)
        return self.count(frame, ORDERS[region_id], "order_id")

    def assets(self):
        operation = "get_characters_character_id_assets"
        return self.count(
            self.esi.pull(operation, character=PILOT, progress=False), ASSETS, "item_id"
        )

    def transactions(self):
        operation = "get_characters_character_id_wallet_transactions"
        frame = self.esi.pull(operation, character=PILOT, progress=False)
        return self.count(frame, TRANSACTIONS, "transaction_id")

    def names(self):
        ids = self.random.sample(range(400_000, 401_400), 700)
        frame = self.esi.pull("post_universe_names", ids=ids, progress=False)
        return self.count(frame, len(ids), "id")

    def types(self):
        ids = self.random.sample(range(400_000, 401_400), 12)
        operation = "get_universe_types_type_id"
        frame = self.esi.pull(operation, type_id=ids, languages=["en", "de"], progress=False)
        return self.count(frame, len(ids), "type_id")

    def dataset(self):
        regions = self.random.sample(list(ORDERS), 2)
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            operation = "get_markets_region_id_orders"
            self.esi.pull_to(folder, operation, region_id=regions, progress=False)
            return self.count(read(folder), sum(ORDERS[r] for r in regions), "order_id")

    def count(self, frame, expected, key):
        """Account for the rows of a pull: all are there, or the frame says that they may not be."""
        if not frame.attrs["esi"]["consistent"]:
            self.flagged += 1
        elif len(frame) != expected or not frame[key].is_unique:
            self.wrong.append(f"{len(frame)} rows by {key} where {expected} were expected")
        self.rows += len(frame)

    def attempt(self, pull):
        try:
            pull()
        except OWN as exc:
            self.errors[type(exc).__name__] += 1
        except Exception as exc:  # noqa: BLE001 - counted as wrong
            self.wrong.append(f"{pull.__name__}: {type(exc).__name__}: {exc}"[:300])

    def run(self, seconds):
        """Run rounds of two pulls at a time."""
        pulls = (
            self.orders, self.orders, self.assets, self.transactions, self.names, self.types,
            self.dataset,
        )  # fmt: skip
        began, process = time.monotonic(), psutil.Process()
        with ThreadPoolExecutor(2, "soak") as pool:
            while time.monotonic() - began < seconds:
                self.trouble()
                list(pool.map(self.attempt, self.random.sample(pulls, 2)))
                self.api.calm()
                if self.esi.characters().empty:
                    # A response with rotated tokens was lost on its way: nobody has the new ones.
                    self.logins += 1
                    log_in(self.esi)
                gc.collect()
                pa.default_memory_pool().release_unused()
                self.memory.append(process.memory_full_info().uss / 2**20)

    def growth(self):
        """Return memory in MiB after warm-up (a third of the rounds) and at the end."""
        steady = self.memory[len(self.memory) // 3 :]
        part = max(1, len(steady) // 4)
        return fmean(steady[:part]), fmean(steady[-part:])


@contextmanager
def surroundings(folder):
    """Keep caches and logins in a folder, and expire access tokens after five seconds."""
    own = {
        "ESI_CACHE_DIR": str(folder / "cache"),
        "ESI_LOGIN_DIR": str(folder / "logins"),
        "ESI_TOKEN_VALID_DURATION": "5",
        "ESI_SERVER_ERROR_BACKOFF_FACTOR": "0.05",
        "ESI_REQUESTS_READ_TIMEOUT": "10",
    }
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def log_in(esi):
    """Log the pilot in without a browser."""
    pending = esi.logins.begin(SCOPES)
    answer = requests.get(pending.url, allow_redirects=False, timeout=30)
    esi.logins.finish(pending, answer.headers["Location"])


def left(folder, port):
    """Name connections and locks that are left."""
    gc.collect()
    ours = psutil.Process().net_connections("tcp")
    found = [f"connection {c.status}" for c in ours if c.raddr and c.raddr.port == port]
    for path in folder.rglob("*.lock"):
        try:
            FileLock(path, timeout=0).acquire().lock.release()
        except Timeout:
            found.append(f"locked: {path}")
    return found


def soak(minutes, seed, growth):
    """Soak for so many minutes; print figures, and return what was wrong."""
    tqdm.monitor_interval = 0  # no thread that outlives its progress bar
    leftovers, seconds = Leftovers(), minutes * 60
    try:
        with tempfile.TemporaryDirectory() as name, surroundings(Path(name)):
            folder = Path(name)
            with Manager(ctx=get_context("spawn")) as manager:
                api = manager.Api()
                url = api.begin()
                with Esi("soak/1.0", api_url=url, cache=folder / "responses") as esi:
                    log_in(esi)
                    run = Soak(api, esi, folder, seed)
                    with warnings.catch_warnings():
                        warnings.simplefilter("ignore")
                        run.run(seconds)
                wrong = run.wrong + left(folder, int(url.rpartition(":")[2]))
                refusals, statuses = api.refusals(), api.statuses()
                api.stop()
        wrong += leftovers.found()
    finally:
        leftovers.clear()
    first, last = run.growth()
    second = max(0, refusals - run.refusable)
    for what, figure in {
        "rounds": len(run.memory),
        "rows": f"{run.rows:,}",
        "pulls that say they may mix snapshots": run.flagged,
        "faults": dict(run.faults),
        "errors of ours": dict(run.errors),
        "logins anew after a lost response": run.logins,
        "statuses": dict(sorted(statuses.items())),
        "times that 429 began": f"{refusals} (of {run.refusable} that the soak made)",
        "second 429s": second,
        "memory after warm-up and at the end": f"{first:.1f} and {last:.1f} MiB",
        "growth": f"{last / first - 1:+.1%}",
    }.items():
        sys.stdout.write(f"{what:40}{figure}\n")
    if second:
        wrong.append(f"{second} times the API had to refuse again")
    if last > first * (1 + growth):
        wrong.append(f"memory grew from {first:.1f} to {last:.1f} MiB")
    return wrong


def main():
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--growth", type=float, default=GROWTH, help="share that memory may grow")
    options = parser.parse_args()
    wrong = soak(options.minutes, options.seed, options.growth)
    for text in wrong:
        sys.stdout.write(f"wrong: {text}\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
