# ruff: noqa: T201 - the figures are the output
"""Measure how fast a site of asynchronous views responds while a hundred of them wait for the API.

    python -m tests.benchmarks.idle_view [--views 100] [--latency 1.0] [--rounds 3]

Meanwhile it requests an empty view again and again; the limit is 100 ms. Rounds alternate with a
hundred views that only sleep, to show the share of Django, uvicorn and the machine. The site is
served as docs/guides/async.md advises if uvloop and httptools are installed. The status is 1 if a
response takes longer than the limit, and longer than while the views sleep. Run it on an idle
machine. On a busy one the last column decides: the longest response without the time that the site
waited for the machine, that is the CPU time of its threads (in steps of 10 ms) if that is shorter.
"""

import argparse
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import requests

from tests.support.ports import free_port
from tests.support.processes import Child, until
from tests.support.servers import PROJECT

ROOT = Path(__file__).parents[2]
LIMIT = 0.1  # seconds
SECONDS = 120  # for everything


Times = list[tuple[float, float]]  # seconds of a response: in total, and spent by the site


def cpu_time(site: psutil.Process) -> float:
    """Return the CPU seconds of a process so far."""
    used = site.cpu_times()
    return float(used.user + used.system)


def visit(url: str, paths: list[str]) -> float:
    """Request all paths at once, each on a connection of its own; return the seconds they took.

    Plain sockets send a hundred requests within 20 ms. An asynchronous client uses as much CPU for
    them as the site does, and on a small machine it would be measured, too.
    """
    began = time.perf_counter()
    visitors = [HTTPConnection(urlsplit(url).netloc, timeout=SECONDS) for _ in paths]
    for visitor, path in zip(visitors, paths, strict=True):
        visitor.request("GET", path)
    for visitor, path in zip(visitors, paths, strict=True):
        with closing(visitor):
            response = visitor.getresponse()
            if response.status != 200:
                raise RuntimeError(f"{path} was answered with {response.status}")
            response.read()
    return time.perf_counter() - began


def measure(
    visitors: Executor, url: str, paths: list[str], site: psutil.Process
) -> tuple[Times, float]:
    """Return the times of the idle view's answers, and of all other views together.

    Another process requests the other views, so that the client's work does not count as theirs.
    """
    times: Times = []
    views = visitors.submit(visit, url, paths)
    with requests.Session() as visitor:
        while not views.done():
            started, cpu = time.perf_counter(), cpu_time(site)
            visitor.get(f"{url}/idle/", timeout=SECONDS).raise_for_status()
            taken = time.perf_counter() - started
            times.append((taken, min(taken, cpu_time(site) - cpu)))
            time.sleep(0.005)
    return times, views.result()


def port_of(url: str) -> int:
    """Return the port of an address."""
    return urlsplit(url).port or 0


def is_there(url: str) -> bool:
    """Return True if a server responds at an address."""
    try:
        return requests.get(f"{url}/status", timeout=SECONDS).ok
    except requests.ConnectionError:
        return False


def show(kind: str, pairs: Times, seconds: float) -> float:
    """Print a line of the table; return the longest time that the site spent."""
    times, own = sorted(taken for taken, _ in pairs), max(own for _, own in pairs)
    of_idle = (statistics.median(times), times[int(len(times) * 0.99)], times[-1], own)
    figures = " | ".join(f"{each * 1000:.0f}" for each in of_idle)
    print(f"| {kind} | {seconds:.2f} | {len(times)} | {figures} |", flush=True)
    return own


def main() -> int:
    """Serve, measure, print; 1 if an answer took too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.idle_view")
    parser.add_argument("--views", type=int, default=100, help="that wait at once (100)")
    parser.add_argument("--latency", type=float, default=1.0, help="s of the API's answers (1.0)")
    parser.add_argument("--rounds", type=int, default=3, help="of each kind (3)")
    given = parser.parse_args()
    api, url = (f"http://127.0.0.1:{free_port()}" for _ in range(2))
    longest = {"sleep": 0.0, "call the API": 0.0}
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="esi-idle-view-"))
        environment = {
            **os.environ,
            "ESI_API_URL": api,
            "SITE_URL": url,
            "SITE_DB_NAME": str(Path(folder) / "site.sqlite3"),
        }
        # Separate processes: threads of one would delay the measurement in another.
        sandbox = ("-m", "esi.sandbox", "--port", port_of(api), "--latency", given.latency)
        stack.enter_context(Child(sys.executable, *sandbox, cwd=ROOT))
        until(lambda: is_there(api))
        site = Child(
            sys.executable, "-m", "project.serve", port_of(url), cwd=PROJECT, env=environment
        )
        stack.enter_context(site).until(lambda: "Uvicorn running" in site.err)
        ids = iter(requests.get(f"{api}/universe/types", timeout=SECONDS).json())
        process = psutil.Process(site.process.pid)
        visitors = stack.enter_context(ProcessPoolExecutor(1, multiprocessing.get_context("spawn")))
        measure(visitors, url, [f"/items/{next(ids)}/"], process)  # fetch the document first
        extras = [name for name in ("uvloop", "httptools") if find_spec(name)]
        print(f"uvicorn with {' and '.join(extras) or 'neither uvloop nor httptools'}")
        print("| views that | seconds | idle answers | median ms | 99 % | longest | own |")
        print("|---|--:|--:|--:|--:|--:|--:|")
        for _ in range(given.rounds):
            rounds = {
                "sleep": [f"/sleep/{given.latency}/"] * given.views,
                "call the API": [f"/items/{each}/" for each in islice(ids, given.views)],
            }
            for kind, paths in rounds.items():
                measured = measure(visitors, url, paths, process)
                longest[kind] = max(longest[kind], show(kind, *measured))
    return int(longest["call the API"] > max(LIMIT, longest["sleep"]))


if __name__ == "__main__":
    raise SystemExit(main())
