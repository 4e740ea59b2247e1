# ruff: noqa: T201 - the figures are the output
"""Measure routes and distances on a map of the game's size, once it is loaded.

    python -m tests.benchmarks.sde.star_map [--systems 8000] [--routes 200]

Systems have random positions in a plane, and stargates to their nearest neighbours. Routes are
found between random systems, by name, as frames. The status is 1 if any of them takes more than
30 ms of processor time.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd

from esi_data.sde.graph import PREFERENCES
from esi_data.sde.star_map import StarMap

LIMIT = 0.03  # seconds
NEAREST = 2  # stargates of each system, besides that to the next one
REGION = 80  # systems


def made_map(count: int, rng: np.random.Generator) -> tuple[pd.DataFrame, ...]:
    """Return the tables of a map: systems, stargates, regions."""
    places = rng.random((count, 2))
    places = places[
        np.lexsort((places[:, 1], places[:, 0] // 0.02))
    ]  # neighbours follow each other
    gates = [
        (system, int(other))
        for system, place in enumerate(places)
        for other in np.argpartition(((places - place) ** 2).sum(axis=1), NEAREST)[: NEAREST + 1]
        if other != system
    ]
    gates += [(system, system + 1) for system in range(count - 1)]  # keep the map connected
    ids = 30_000_001 + np.arange(count)
    regions = 10_000_001 + np.arange(count) // REGION
    systems = pd.DataFrame({"system_id": ids, "region_id": regions})
    for language in ("en", "de", "fr", "ja", "ru", "zh", "ko", "es"):
        systems[f"name_{language}"] = [f"{language}-{each}" for each in range(count)]
    systems["security_status"] = rng.uniform(-1, 1, count)
    systems[["position.x", "position.y"]] = places * 5e17
    systems["position.z"] = 0.0
    starts, ends = np.array(gates).T
    stargates = pd.DataFrame({"system_id": ids[starts], "destination.system_id": ids[ends]})
    names = pd.DataFrame({"region_id": np.unique(regions)})
    return systems, stargates, names.assign(name_en=names["region_id"].astype(str))


def seconds(call: Callable[[], object]) -> float:
    """Return the processor time of a call, without that of other programs."""
    began = time.process_time()
    call()
    return time.process_time() - began


def main() -> int:
    """Measure and print; return 1 if a route took too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.sde.star_map")
    parser.add_argument("--systems", type=int, default=8000, help="of the map (8000)")
    parser.add_argument("--routes", type=int, default=200, help="of each preference (200)")
    given = parser.parse_args()
    rng = np.random.default_rng(1)
    tables = made_map(given.systems, rng)
    made: list[StarMap] = []
    print(f"loading the map: {seconds(lambda: made.append(StarMap(*tables))) * 1000:.0f} ms")
    star_map = made[0]
    print(f"first name:      {seconds(lambda: star_map.route('en-0', 'en-0')) * 1000:.0f} ms")
    longest = 0.0
    for prefer in PREFERENCES:
        pairs = rng.integers(0, given.systems, (given.routes, 2))
        times = [
            seconds(partial(star_map.route, f"en-{a}", f"en-{b}", prefer=prefer)) for a, b in pairs
        ]
        longest = max(longest, *times)
        middle = statistics.median(times) * 1000
        print(f"{prefer:16} median {middle:.1f} ms, longest {max(times) * 1000:.1f} ms")
    hubs = [f"en-{each}" for each in range(0, given.systems, given.systems // 20)]
    print(f"jumps from one:  {seconds(lambda: star_map.jumps('en-0')) * 1000:.0f} ms")
    matrix = seconds(lambda: star_map.jumps(hubs, hubs, layout="wide"))
    print(f"20 x 20 matrix:  {matrix * 1000:.0f} ms")
    print(f"in_range:        {seconds(lambda: star_map.in_range('en-0', 6)) * 1000:.1f} ms")
    return int(longest > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
