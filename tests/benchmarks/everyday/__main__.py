# ruff: noqa: T201 - the tables are the output
"""Measure everyday tasks and their usual alternatives: ratios of medians of one run.

    python -m tests.benchmarks.everyday [start] [fan-out] [read] [--runs 5]

`start` measures imports and commands in fresh processes, `fan-out` 2,000 calls of price histories
at 20 ms beside a pool of 16 threads with requests, json and pandas, `read` a dataset of 1,000
files of 10,000 rows beside pyarrow. Seconds are wall time, CPU seconds those of the process.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[3]
DJANGO = """
from django.conf import settings
settings.configure(INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "esi"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
import django
django.setup()
"""
# Name -> our program, and the program to compare it with.
STARTS = {
    "import Esi": ("from esi_data import Esi", "import pandas, requests"),
    "esi-data --help": ("-m esi_data --help", "import click"),
    "Django with esi.clients": (f"{DJANGO}import esi.clients", DJANGO.replace(', "esi"]', "]")),
}


def _process(code: str) -> float:
    """Return the CPU seconds of a Python process.

    It finds our modules compiled, as an installer leaves them.
    """
    words = code.split() if code.startswith("-m") else ["-c", code]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *words],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        env=environment,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def start(runs: int) -> None:
    """Print the CPU seconds of starts."""
    for name, pair in STARTS.items():
        pairs = [[{"cpu": _process(code)} for code in pair] for _ in range(runs + 1)][1:]
        _print(name, "beside it", *zip(*pairs, strict=True))


class _History(BaseHTTPRequestHandler):
    """Price history of any type, after 20 ms."""

    protocol_version = "HTTP/1.1"
    # Head and body are two packets: the second would wait 40 ms for the first's acknowledgement.
    disable_nagle_algorithm = True
    body = json.dumps(
        [
            {"average": 5.25, "date": f"2026-01-{day:02d}", "highest": 5.27, "lowest": 5.11,
             "order_count": 2267, "volume": 16276782035}
            for day in range(1, 29)
        ]
    ).encode()  # fmt: skip

    def setup(self) -> None:
        """Count a connection."""
        super().setup()
        self.server.connections += 1  # type: ignore[attr-defined]

    def do_GET(self) -> None:
        """Respond."""
        time.sleep(0.02)
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.body)))
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_: Any) -> None:
        """Print nothing."""


def serve() -> None:
    """Serve histories, and the sandbox's document, until standard input closes."""
    from esi.sandbox import Sandbox

    with Sandbox() as sandbox:
        document = json.dumps(sandbox.document())

        class Handler(_History):
            def do_GET(self) -> None:
                if "openapi" not in self.path:
                    super().do_GET()
                    return
                self.send_response(200)
                self.send_header("Content-Length", str(len(document)))
                self.end_headers()
                self.wfile.write(document.encode())

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.connections = 0  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_address[1], flush=True)
        sys.stdin.read()
        print(server.connections, flush=True)  # type: ignore[attr-defined]


def by_hand(url: str, types: list[int]) -> int:
    """Fetch histories as a careful analyst would without the toolkit."""
    import pandas as pd
    import requests

    session = requests.Session()
    session.mount("http://", requests.adapters.HTTPAdapter(pool_maxsize=16))

    def one(number: int) -> Any:
        address = f"{url}/markets/10000002/history"
        response = session.get(address, params={"type_id": number}, timeout=30)
        return pd.DataFrame(response.json()).assign(type_id=number)

    with ThreadPoolExecutor(16) as pool:
        return len(pd.concat(pool.map(one, types), ignore_index=True))


def ours(url: str, types: list[int]) -> int:
    """Fetch histories with `Esi.pull`."""
    from esi_data import Esi

    with tempfile.TemporaryDirectory() as folder, Esi("b/1", api_url=url, cache=folder) as esi:
        return len(
            esi.pull(
                "get_markets_region_id_history", region_id=10000002, type_id=types, progress=False
            )
        )


def fan_out(runs: int) -> None:
    """Print the seconds of 2,000 small calls."""
    import pandas  # noqa: F401, ICN001 - both use it

    types = list(range(34, 2034))
    command = [sys.executable, "-m", "tests.benchmarks.everyday", "serve"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin
        assert server.stdout
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        pairs = [
            (_timed(lambda: ours(url, types)), _timed(lambda: by_hand(url, types)))
            for _ in range(runs)
        ]
        server.stdin.close()
        opened = int(server.stdout.readline())
    _print("2,000 calls at 20 ms", "pool of 16 by hand", *zip(*pairs, strict=True))
    print(f"connections opened in {2 * runs} pulls: {opened}")


def read_back(runs: int) -> None:
    """Print the seconds of reading ten million rows."""
    import pyarrow.parquet as pq

    from esi_data import read

    with tempfile.TemporaryDirectory() as folder:
        write_dataset(Path(folder), parts=1000, rows=10_000)

        def pyarrow() -> object:
            files = sorted(map(str, Path(folder).rglob("*.parquet")))
            return pq.read_table(files, partitioning=None).to_pandas()

        pairs = [(_timed(lambda: read(folder)), _timed(pyarrow)) for _ in range(runs)]
    _print("10 million rows of 1,000 files", "pyarrow", *zip(*pairs, strict=True))


def write_dataset(folder: Path, parts: int, rows: int) -> None:
    """Write a dataset of orders as `pull_to` leaves it, from made-up numbers."""
    import numpy as np
    import pandas as pd

    from esi_data.datasets import manifest as written
    from esi_data.datasets.folder import Folder
    from esi_data.frames.arrays import categorical
    from esi_data.frames.parquet import to_parquet

    now, numbers = datetime.now(UTC).replace(microsecond=0), np.random.default_rng(1)
    ranges = pd.Categorical.from_codes(numbers.integers(0, 3, rows), dtype=categorical(list("abc")))
    frame = pd.DataFrame({"order_id": numbers.permutation(rows), "range": ranges})
    for name in ("location_id", "system_id", "volume_remain", "volume_total", "min_volume"):
        frame[name] = numbers.integers(0, 10**6, rows)
    frame["price"] = numbers.random(rows)
    frame["issued"] = pd.to_datetime(numbers.integers(0, 10**9, rows), unit="s", utc=True)
    frame["issued"] = frame["issued"].dt.as_unit("us")
    frame.attrs["esi"] = {"operation": "get_markets_region_id_orders"}
    run = written.Run("20261129T000000Z-0001", now, {"type_id": list(range(parts))}, parts, {}, now)
    for number in range(parts):
        place = f"type_id={number}/20261129T000000Z-0001-{number:012x}.parquet"
        (folder / place).parent.mkdir()
        to_parquet(frame, folder / place)
        file = written.File(place, rows, (folder / place).stat().st_size, "", now)
        run.parts[f"type_id={number}"] = written.Part(
            {"type_id": number}, "", rows, [file], True, written.Cost(), now
        )
    spec = written.DatasetSpec(
        "", "", "", "get_markets_region_id_orders", {}, ["type_id"], "snapshot", [], False, None,
        "wide", None,
    )  # fmt: skip
    rule = written.Partitioning(["type_id"], columns={"type_id": ("int", [])})
    Folder(folder).write_json(written.NAME, written.Manifest(spec, rule, run))


def _timed(action: Callable[[], object]) -> dict[str, float]:
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    action()
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "wall": wall,
        "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
    }


def _print(name: str, other: str, ours: Any, theirs: Any) -> None:
    for figure in ours[0]:
        mine, others = (statistics.median(run[figure] for run in runs) for runs in (ours, theirs))
        print(
            f"{name}: {figure} {mine:.3f} s; {other}: {others:.3f} s; "
            f"ours takes {mine / others:.2f} of that",
            flush=True,
        )


MEASURES = {"start": start, "fan-out": fan_out, "read": read_back}


def main() -> None:
    """Run the chosen measures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("measures", nargs="*", default=list(MEASURES), choices=[*MEASURES, "serve"])
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    if given.measures == ["serve"]:
        serve()
        return
    print(f"load {os.getloadavg()[0]:.1f}")
    for name in given.measures:
        MEASURES[name](given.runs)


if __name__ == "__main__":
    main()
