# ruff: noqa: T201 - the table is the output
"""Measure the wall time, memory, requests and bytes of pulls of 10, 300 and 3000 pages.

    python -m tests.benchmarks.paging [--rows 200] [--pages 10 300 3000]

A server in a process of its own serves pages of orders that were made before. Each case runs in a
fresh process, whose peak of memory (resident, above what it had before the pull) is its own. A
repeat comes after expiry, once unchanged and once with every tenth page changed.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from email.utils import formatdate
from typing import Any

REGION = "get_markets_region_id_orders"
WAYS = ("results", "pages")


def serve(rows: int, pages: int, port: Any) -> None:
    """Serve pages until killed; `/turn/N` makes a generation in which every N-th page is new.

    `/noted` tells how many pages were asked for since it was asked last, and the bytes sent.
    """
    from aiohttp import web

    row = {
        "duration": 90, "is_buy_order": True, "issued": "2026-08-18T10:00:00Z",
        "location_id": 60003760, "min_volume": 1, "order_id": 0, "price": 9.99, "range": "region",
        "system_id": 30000142, "type_id": 34, "volume_remain": 100, "volume_total": 1000,
    }  # fmt: skip
    bodies: dict[tuple[int, int], bytes] = {}
    state = {"generation": 0, "every": 0, "requests": 0, "bytes": 0}

    def revision(number: int) -> int:
        return state["generation"] if state["every"] and number % state["every"] == 0 else 0

    async def page(request: web.Request) -> web.Response:
        number = int(request.query.get("page", 1))
        state["requests"] += 1
        key = number, revision(number)
        headers = {
            "ETag": f'"{key[0]}-{key[1]}"',
            "Last-Modified": formatdate(1_790_000_000 + state["generation"], usegmt=True),
            "Cache-Control": "max-age=300",
            "X-Pages": str(pages),
        }
        if request.headers.get("If-None-Match") == headers["ETag"]:
            return web.Response(status=304, headers=headers)
        if key not in bodies:
            listed = [
                {**row, "order_id": number * rows + n, "price": n + key[1]} for n in range(rows)
            ]
            bodies[key] = gzip.compress(json.dumps(listed, separators=(",", ":")).encode(), 6)
        state["bytes"] += len(bodies[key])
        headers |= {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        return web.Response(body=bodies[key], headers=headers)

    async def turn(request: web.Request) -> web.Response:
        state["generation"] += 1
        state["every"] = int(request.match_info["every"])
        return web.Response()

    async def noted(request: web.Request) -> web.Response:
        said = {name: state[name] for name in ("requests", "bytes")}
        state.update(requests=0, bytes=0)
        return web.json_response(said)

    async def main() -> None:
        app = web.Application()
        app.router.add_get("/markets/10000002/orders", page)
        app.router.add_get("/turn/{every}", turn)
        app.router.add_get("/noted", noted)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port.put(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(main())


def measure(url: str, document: str, way: str, found: Any) -> None:
    """One cold pull and two repeats, in this process."""
    import requests

    from esi.core.client.factory import make_client
    from esi.core.config import Config
    from esi.core.engine.engine import Engine
    from esi_data.caches.disk import open_cache

    now = [time.time()]
    config = Config(api_url=url)
    with tempfile.TemporaryDirectory() as folder:
        cache = open_cache(folder)
        engine = Engine(lambda: config, cache, clock=lambda: now[0])
        client = make_client(engine, user_agent="benchmark/1", spec_file=document)
        call = client.Market.get_markets_region_id_orders
        call(region_id=10000002)._cache_key()
        for case, every in (("cold", None), ("unchanged", 0), ("10 % changed", 10)):
            if every is not None:
                requests.get(f"{url}/turn/{every}", timeout=5)
                now[0] += 3600
            future = call(region_id=10000002)
            before, began = _peak(), time.perf_counter()
            if way == "results":
                rows = len(future.results())
            else:
                rows = sum(len(page) for page in future.pages())
            wall, peak = time.perf_counter() - began, _peak() - before
            noted = requests.get(f"{url}/noted", timeout=5).json()
            found.put((case, rows, wall, peak, noted))
        cache.close()
        engine.close()
    found.put(None)


def _peak() -> float:
    """Return the peak memory of this process, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=200)
    parser.add_argument("--pages", type=int, nargs="+", default=[10, 300, 3000])
    given = parser.parse_args()
    from esi.sandbox import Sandbox

    spawn = multiprocessing.get_context("spawn")
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(Sandbox().document("2020-01-01"), file)
        file.flush()
        print("| pages | way | pull | rows | wall (s) | peak (MB) | requests | bytes |")
        print("|---:|---|---|---:|---:|---:|---:|---:|")
        for pages in given.pages:
            for way in WAYS:
                _run(spawn, pages, given.rows, way, file.name)


def _run(spawn: Any, pages: int, rows: int, way: str, document: str) -> None:
    port, found = spawn.Queue(), spawn.Queue()
    server = spawn.Process(target=serve, args=(rows, pages, port), daemon=True)
    server.start()
    url = f"http://127.0.0.1:{port.get(timeout=60)}"
    client = spawn.Process(target=measure, args=(url, document, way, found))
    client.start()
    while (each := found.get(timeout=600)) is not None:
        case, count, wall, peak, noted = each
        print(
            f"| {pages} | {way} | {case} | {count} | {wall:.2f} | {peak:.0f} "
            f"| {noted['requests']} | {noted['bytes']} |"
        )
    client.join()
    server.terminate()
    server.join()


if __name__ == "__main__":
    main()
