# ruff: noqa: T201 - the figures are the output
"""How fast a site of asynchronous views answers while a hundred of them wait for the API.

    python -m tests.benchmarks.idle_view [--views 100] [--latency 1.0]

A view that needs nothing is requested again and again meanwhile; the limit is 100 ms. The status is
1 if one answer takes longer. Run it on an idle machine.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import aiohttp

from esi.sandbox import Sandbox
from tests.support.ports import free_port
from tests.support.processes import Child
from tests.support.servers import PROJECT

LIMIT = 0.1  # seconds
SECONDS = 120  # for everything


async def measure(url: str, ids: list[int]) -> tuple[list[float], float]:
    """Return the times of the idle view's answers, and of all other views together."""
    connector = aiohttp.TCPConnector(limit=0)
    limit = aiohttp.ClientTimeout(SECONDS)
    async with aiohttp.ClientSession(url, connector=connector, timeout=limit) as visitor:

        async def visit(path: str) -> None:
            async with visitor.get(path) as response:
                response.raise_for_status()
                await response.read()

        await visit(f"/items/{ids[-1]}/")  # the document is there
        times: list[float] = []
        began = time.perf_counter()
        views = asyncio.gather(*(visit(f"/items/{each}/") for each in ids[:-1]))
        while not views.done():
            started = time.perf_counter()
            await visit("/idle/")
            times.append(time.perf_counter() - started)
            await asyncio.sleep(0.005)
        await views
        return times, time.perf_counter() - began


def main() -> int:
    """Serve, measure, print; 1 if an answer took too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.idle_view")
    parser.add_argument("--views", type=int, default=100, help="that wait at once (100)")
    parser.add_argument("--latency", type=float, default=1.0, help="s of the API's answers (1.0)")
    given = parser.parse_args()
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with Sandbox() as sandbox, tempfile.TemporaryDirectory(prefix="esi-idle-view-") as folder:
        ids = sorted(sandbox.world.types)[: given.views + 1]
        environment = {
            **os.environ,
            "ESI_API_URL": sandbox.url,
            "SITE_URL": url,
            "SITE_DB_NAME": str(Path(folder) / "site.sqlite3"),
        }
        with Child(
            sys.executable, "-m", "project.serve", port, cwd=PROJECT, env=environment
        ) as server:
            server.until(lambda: "Uvicorn running" in server.err)
            sandbox.faults.latency = given.latency
            times, seconds = asyncio.run(measure(url, ids))
    times.sort()
    median, rare, longest = (
        f"{each * 1000:.0f} ms"
        for each in (statistics.median(times), times[int(len(times) * 0.99)], times[-1])
    )
    print(f"{len(ids) - 1} views in {seconds:.2f} s; {len(times)} answers of the idle view:")
    print(f"median {median}, 99 % {rare}, longest {longest}")
    return int(times[-1] > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
