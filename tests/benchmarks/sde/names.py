"""Measure how names are resolved with and without requests: requests, and seconds as a ratio.

    python -m tests.benchmarks.sde.names

One region's orders get names, and names of several categories get ids: first by the API with an
empty cache, then again, then by static data alone. The sandbox stands in for the API, so a request
takes no way over the network.
"""

import sys
import tempfile
import time

from esi.sandbox import Sandbox
from esi_data import Esi

IDS = ("region_id", "system_id", "type_id")
NAMES = ("The Forge", "Tritanium", "Jita", "Jita IV - Moon 4 - Caldari Navy Assembly Plant")


def measured(sandbox, call):
    """Return (requests, seconds) of a call."""
    sandbox.clear()
    began = time.perf_counter()
    call()
    return len(sandbox.requests), time.perf_counter() - began


def main():
    """Write a line for each source of names."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Sandbox() as sandbox,
        Esi("benchmark/1.0 (me@example.com)", api_url=sandbox.url, cache=folder) as esi,
    ):
        orders = esi.pull("get_markets_region_id_orders", region_id=10000002, progress=False)
        frame = orders[list(IDS)]
        lines = [f"{sum(frame[name].nunique() for name in IDS):,} ids, {len(NAMES)} names"]
        calls = {
            "names of ids": lambda: esi.with_names(frame),
            "ids of names": lambda: esi.ids(NAMES),
        }
        by_the_api = {what: measured(sandbox, call) for what, call in calls.items()}
        again = {what: measured(sandbox, call) for what, call in calls.items()}
        esi.clear_cache()
        esi.sde.update()
        here = {what: measured(sandbox, call) for what, call in calls.items()}
        for what, (requests, seconds) in by_the_api.items():
            line = f"{what}: {requests} requests to the API"
            for source, found in (("same day", again), ("static data", here)):
                count, taken = found[what]
                line += f"; {source}: {count}, {taken / seconds:.1f} times as long"
            lines.append(line)
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
