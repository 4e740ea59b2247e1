# ruff: noqa: T201 - the table is the output
"""Measure how long an event loop waits for its turn during awaited calls.

    python -m tests.benchmarks.loop_waits [--pages 300] [--calls 500] [--latency 20] [--freeze]

A ticker sleeps a millisecond at a time and notes how late it wakes. The limits: 99.9 % of its waits
below 50 ms, none above 200 ms. The status is 1 if a workload exceeds them. Run it on an idle
machine. For a busy one there is the last column: the longest wait less what this process spent of
it waiting for the machine, that is the CPU time of its threads, where that is shorter.
"""

import argparse
import asyncio
import gc
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from esi_data import Esi
from tests.benchmarks.content import LISTINGS
from tests.benchmarks.runs import running_server
from tests.benchmarks.server import FIRST_REGION

MOST, MOST_RARE = 0.2, 0.05  # seconds: of any wait, of 99.9 %

Waits = list[tuple[float, float]]  # of the ticker: all of it, and what this process had of it
Work = Callable[[], Awaitable[object]]


async def waits_during(work: Work) -> tuple[Waits, float]:
    """Return the ticker's waits in seconds while some work is awaited, and the work's time."""
    waits: Waits = []

    async def tick() -> None:
        while True:
            due, cpu = time.perf_counter() + 0.001, time.process_time()
            await asyncio.sleep(0.001)
            wait = time.perf_counter() - due
            waits.append((wait, min(wait, time.process_time() - cpu)))

    ticker = asyncio.create_task(tick())
    await asyncio.sleep(0.05)
    waits.clear()
    began = time.perf_counter()
    await work()
    seconds = time.perf_counter() - began
    ticker.cancel()
    return waits, seconds


async def measure(esi: Esi, pages: int, calls: int, *, freeze: bool) -> bool:
    """Print a line for each workload; return True if all stay within the limits."""
    await esi.apull("get_status")  # the document and pandas are there
    if freeze:
        gc.collect()
        gc.freeze()  # as docs/guides/async.md advises

    def pull(name: str, count: int) -> Work:
        listing = LISTINGS[name]
        return lambda: esi.apull(
            listing.old_id, region_id=FIRST_REGION + count, ignore_cache=True, progress=False
        )

    async def fan_out() -> None:
        await esi.apull(
            LISTINGS["orders"].old_id,
            region_id=FIRST_REGION + 1,
            type_id=list(range(calls)),
            progress=False,
        )

    async def gather() -> None:
        client = await esi.aclient()
        status = client.Status.get_status()
        await asyncio.gather(*(status.aresult(ignore_cache=True) for _ in range(calls)))

    async def rows() -> None:
        client = await esi.aclient()
        call = getattr(client.Market, LISTINGS["orders"].old_id)
        await call(region_id=FIRST_REGION + pages).aresults(ignore_cache=True)

    async def cached() -> None:
        await esi.apull(LISTINGS["orders"].old_id, region_id=FIRST_REGION + pages, progress=False)

    workloads: dict[str, Work] = {
        "nothing, for two seconds": lambda: asyncio.sleep(2),
        f"frame of {pages} pages": pull("orders", pages),
        "the same, from the cache": cached,
        f"frame of {pages // 6} pages of contracts": pull("contracts", pages // 6),
        f"frame of {pages // 10} pages of 60 columns": pull("wide", pages // 10),
        f"rows of {pages} pages": rows,
        f"fan-out of {calls} calls": fan_out,
        f"{calls} calls gathered": gather,
    }
    within = True
    print("| workload | seconds | waits | median ms | 99 % | 99.9 % | longest | own |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for name, work in workloads.items():
        pairs, seconds = await waits_during(work)
        waits = sorted(wait for wait, _ in pairs)
        median, most, rare = (waits[int(len(waits) * share)] for share in (0.5, 0.99, 0.999))
        shown = median, most, rare, waits[-1], max(own for _, own in pairs)
        figures = " | ".join(f"{each * 1000:.1f}" for each in shown)
        print(f"| {name} | {seconds:.2f} | {len(waits)} | {figures} |", flush=True)
        within &= rare < MOST_RARE and waits[-1] < MOST
    return within


def main() -> int:
    """Measure, print the table; 1 if a limit is exceeded."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.loop_waits")
    parser.add_argument("--pages", type=int, default=300, help="of the listing (300)")
    parser.add_argument("--calls", type=int, default=500, help="of the fan-out (500)")
    parser.add_argument("--latency", type=int, default=20, help="ms of each response (20)")
    parser.add_argument("--freeze", action="store_true", help="what is loaded, with gc.freeze")
    parser.add_argument("--document", type=Path, help="the API's document")
    given = parser.parse_args()
    with (
        running_server(given.pages, [given.latency], given.document) as server,
        tempfile.TemporaryDirectory(prefix="esi-loop-waits-") as folder,
    ):
        esi = Esi(
            "benchmark/1.0 (me@example.com)",
            api_url=server.urls[str(given.latency)],
            cache=folder,
            on_limit="off",
            page_wait=0,
        )
        try:
            return int(not asyncio.run(measure(esi, given.pages, given.calls, freeze=given.freeze)))
        finally:
            esi.close()


if __name__ == "__main__":
    raise SystemExit(main())
