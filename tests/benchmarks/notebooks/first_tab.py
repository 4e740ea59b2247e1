# ruff: noqa: T201 - the table is the output
"""Measure the first Tab of a notebook.

    python -m tests.benchmarks.notebooks.first_tab [--document FILE] [--kernels 3]

Each row is one key press in a kernel that has just made an `Esi`: without the API's document, which
completion then fetches, with the document that an earlier kernel stored, and without a network. A
second is the limit; the status is 1 if the fastest kernel of a row exceeds it. Run it on an idle
machine.
"""

import argparse
import os
import subprocess
import tempfile
import time
from pathlib import Path

from jupyter_client.manager import start_new_kernel

from esi.sandbox import Sandbox
from tests.support.ports import free_port

LIMIT = 1.0  # seconds
SETUP = 'from esi_data import Esi\nesi = Esi("my-notebook/1.0 (me@example.com)")'
CELLS = (
    "esi.",
    "esi.client.",
    "esi.client.Market.",
    "esi.client.Market.get_markets_region_id_orders(",
    "esi.client.Market.get_markets_prices().",
    'esi.pull("get_mar',
    'esi.pull("get_markets_region_id_orders", reg',
)


def first_tab(cell: str, url: str, folder: str) -> float:
    """Return the seconds until a new kernel has completed a cell."""
    environment = {**os.environ, "ESI_API_URL": url, "ESI_CACHE_DIR": folder}
    manager, client = start_new_kernel(env=environment, stderr=subprocess.DEVNULL)
    try:
        client.execute(SETUP, reply=True, timeout=60)
        began = time.perf_counter()
        found = client.complete(cell, len(cell), reply=True, timeout=60)["content"]["matches"]
        seconds = time.perf_counter() - began
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    if not found:
        raise RuntimeError(f"nothing is offered after {cell}")
    return seconds


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.notebooks.first_tab")
    parser.add_argument("--document", type=Path, help="an OpenAPI document for the API to serve")
    parser.add_argument("--kernels", type=int, default=3, help="of which the fastest counts")
    given = parser.parse_args()
    nowhere = f"http://127.0.0.1:{free_port()}"
    slowest = 0.0
    print(f"{'seconds to complete':50}{'fetched':>10}{'stored':>10}{'offline':>10}")
    with Sandbox(document=given.document) as api, tempfile.TemporaryDirectory() as folder:
        for number, cell in enumerate(CELLS):
            row = []
            for name, url in (("empty", api.url), ("stored", api.url), ("offline", nowhere)):
                times = []
                for kernel in range(given.kernels):
                    own = "stored" if name == "stored" else f"{name}-{number}-{kernel}"
                    times.append(first_tab(cell, url, f"{folder}/{own}"))
                row.append(min(times))
            slowest = max(slowest, *row)
            print(f"{cell:50}{''.join(f'{seconds:10.3f}' for seconds in row)}", flush=True)
    return int(slowest > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
