"""Runs: the server's process, a process for each run, and what they said."""

import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import requests

from tests.benchmarks import content, environments
from tests.benchmarks.measures import CONTENDERS, Measure
from tests.benchmarks.server import FIRST_REGION, SHORT
from tests.support.processes import Child

_WORKER = Path(__file__).parent / "contenders" / "worker.py"
_PATIENCE = 900  # seconds that one run may take
TIMES = 10  # pulls of the measure of memory


@dataclass
class Record:
    """Runs of one contender in one measure. Times in seconds, memory in bytes."""

    measure: str
    listing: str
    latency: str
    pages: int
    contender: str
    runs: list[dict[str, Any]] = field(default_factory=list)
    error: str = ""

    def median(self, figure: str) -> float | None:
        """Return the median of a figure over the runs; None if no run has it."""
        found = [run[figure] for run in self.runs if figure in run]
        return statistics.median(found) if found else None

    def as_json(self) -> dict[str, Any]:
        """Return the record with its medians."""
        medians = {name: self.median(name) for name in ("wall", "cpu", "peak")}
        return {**asdict(self), "median": medians}


@dataclass(frozen=True)
class Server:
    """Running server: its URL for each latency, and its content."""

    urls: dict[str, str]
    sums: dict[str, dict[str, int]]
    tags: list[str]
    date: str

    def noted(self) -> tuple[float, int]:
        """Return the time of the last request for a page, and the number of document requests."""
        at, documents = requests.get(self.urls["0"] + "/noted", timeout=5).json()
        return at, documents


@contextlib.contextmanager
def running_server(pages: int, latencies: list[int], document: Path | None) -> Iterator[Server]:
    """Start the server as a process of its own; it ends with the block."""
    command = [sys.executable, "-m", "tests.benchmarks.server", "--pages", str(pages)]
    command += ["--latency", *(str(each) for each in sorted({0, *latencies}))]
    if document:
        command += ["--document", str(document)]
    root = Path(__file__).parents[2]
    with Child(*command, cwd=root) as process:
        said = json.loads(process.hear(_PATIENCE))
        urls = {name: f"http://127.0.0.1:{port}" for name, port in said["ports"].items()}
        served = requests.get(urls["0"] + "/meta/openapi.json", timeout=_PATIENCE).json()
        tags = sorted(
            {tag for path in served["paths"].values() for op in path.values()
             for tag in op.get("tags", ())}
        )  # fmt: skip
        yield Server(urls, said["sums"], tags, served["info"]["version"])


class Runner:
    """Runs measures against a server, with the peers of a folder."""

    def __init__(self, server: Server, envs: Path, served_pages: int) -> None:
        self.server = server
        self.envs = envs
        self.served_pages = served_pages

    def records(
        self, measure: Measure, contenders: list[str], latencies: list[str], runs: int
    ) -> list[Record]:
        """All runs of a measure. Contenders take turns, so that a busy minute hits them all."""
        counts = measure.pages or (max(round(self.served_pages * measure.share), 1),)
        found = []
        for latency in latencies:
            for pages in counts:
                turn = [
                    Record(measure.name, measure.listing, latency, pages, name)
                    for name in contenders
                ]
                with tempfile.TemporaryDirectory(prefix="esi-benchmark-") as warm:
                    for number in range(runs + measure.warm):
                        for record in turn:
                            if record.error:
                                continue
                            self._run(measure, record, warm, number)
                found += turn
        return found

    def _run(self, measure: Measure, record: Record, warm: str, number: int) -> None:
        module, environment = CONTENDERS[record.contender]
        python = environments.python_of(environment, self.envs) if environment else sys.executable
        with tempfile.TemporaryDirectory(prefix="esi-benchmark-") as fresh:
            folder = Path(warm) / module.replace(":", "-") if measure.warm else Path(fresh)
            folder.mkdir(exist_ok=True)
            job = self._job(measure, record, module, str(folder))
            job["region"] += number if measure.warm else 0  # not what the run before has kept
            asked_before = self.server.noted()[1]
            spawned = time.monotonic()
            try:
                done = subprocess.run(
                    [python, str(_WORKER), json.dumps(job)], check=False,
                    capture_output=True, text=True, timeout=_PATIENCE, cwd=fresh,
                    env=self._environ(ours=environment is None),
                )  # fmt: skip
            except subprocess.TimeoutExpired:
                record.error = f"not done after {_PATIENCE} s"
                return
        if done.returncode:
            record.error = (done.stderr.strip().splitlines() or ["no reason given"])[-1][:200]
            return
        run = json.loads(done.stdout.splitlines()[-1])
        run["documents"] = self.server.noted()[1] - asked_before
        if measure.function == "first_request":
            run["wall"] = self.server.noted()[0] - spawned
        if number >= measure.warm:
            record.runs.append(run)
        record.error = self._wrong(record, run)

    @staticmethod
    def _environ(*, ours: bool) -> dict[str, str]:
        """No settings of the machine's, and for ours the checkout that this file stands in."""
        bare = {k: v for k, v in os.environ.items() if not k.startswith(("ESI_", "PYTHON"))}
        return {**bare, "PYTHONPATH": str(Path(__file__).parents[2])} if ours else bare

    def _job(self, measure: Measure, record: Record, module: str, folder: str) -> dict[str, Any]:
        listing = content.LISTINGS[record.listing]
        return {
            "contender": module,
            "measure": measure.function,
            "url": self.server.urls[record.latency],
            "region": FIRST_REGION + record.pages,
            "pages": record.pages,
            "folder": folder,
            "date": self.server.date,
            "tags": self.server.tags,
            "stale_after": SHORT + 1.5,
            "times": TIMES,
            "listing": {
                "name": listing.name,
                "path": listing.path,
                "tag": listing.tag,
                "old_id": listing.old_id,
                "new_id": listing.new_id,
                "key": listing.key,
                "fields": [[f.name, f.kind, f.optional, f.values] for f in listing.fields],
            },
        }

    def _wrong(self, record: Record, run: dict[str, Any]) -> str:
        """Return the fault in the result of a run; an empty text if it is correct."""
        read = run.get("sums")
        if read is None:
            return ""
        if record.pages == self.served_pages and "keys" in read:
            right = self.server.sums[record.listing]
        elif "pages" in read:
            right = {"pages": record.pages}
        else:
            read, right = {"rows": read["rows"]}, {"rows": record.pages * content.ROWS}
        return "" if read == right else f"read {read} where {right} was served"
