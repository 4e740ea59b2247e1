"""Compute the tables of docs/scale.md: the cost of large pulls.

    python -m tests.scale                    # the tables of the page
    python -m tests.scale --check 10         # a tenth of each against the sandbox

`esi.core.rate_limits.forecast`, which `Esi.plan` uses too, does the arithmetic. Groups and tokens
come from the API's document; the numbers of regions, pages, types and contracts are assumptions.
"""

import argparse
import math
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.managers import BaseManager
from random import Random

from esi.core.rate_limits.forecast import Budget, CallPages, forecast
from esi.sandbox import Sandbox
from esi_data import Esi

CONCURRENCY = 32
LATENCY = 0.2  # seconds of a request

ORDERS = "get_markets_region_id_orders"
HISTORY = "get_markets_region_id_history"
CONTRACTS = "get_contracts_public_region_id"
ITEMS = "get_contracts_public_items_contract_id"

# Group, tokens and window by the API's document; no group: only failures count.
MARKET_ORDER = Budget("market-order", 12_000, 900.0, 12_000)
FAILURES = Budget("", 95, 60.0, 95)


@dataclass
class Pull:
    """Assumed calls of one operation."""

    operation: str
    calls: list[CallPages]
    budget: Budget
    rows: int  # of a response

    @property
    def forecast(self):
        return forecast(self.calls, self.budget, latency=LATENCY, concurrency=CONCURRENCY)


@dataclass
class Scenario:
    """Pulls that run together, every `every` minutes."""

    name: str
    every: int
    pulls: list[Pull]
    again: list[Pull] = field(default_factory=list)  # pulls of each later run; empty: the same

    def row(self, pulls):
        found = [pull.forecast for pull in pulls]
        requests = sum(each.requests for each in found)
        tokens = sum(each.tokens for each in found)
        seconds = sum(each.seconds for each in found)
        window = tokens * max(1, math.floor(15 / self.every))
        share = f"{100 * window / MARKET_ORDER.size:.0f} %" if tokens else "none"
        return [f"{requests:,}", f"{tokens:,}", share, f"{seconds / 60:.1f}"]


def listings(*groups):
    """Return calls for groups of (number of calls, pages of each)."""
    return [CallPages(pages) for count, pages in groups for _ in range(count)]


def items(count):
    return Pull(ITEMS, [CallPages(1)] * count, FAILURES, rows=4)


def contracts():
    return Pull(CONTRACTS, listings((1, 25), (4, 4), (108, 1)), FAILURES, rows=1000)


SCENARIOS = [
    Scenario(
        "Every order of every region, every 5 minutes",
        5,
        [
            Pull(
                ORDERS,
                listings((1, 400), (4, 80), (60, 12), (48, 1)),
                MARKET_ORDER,
                rows=1000,
            )
        ],
    ),
    Scenario(
        "Daily history of every type traded in each region",
        24 * 60,
        [Pull(HISTORY, [CallPages(1)] * 120_000, FAILURES, rows=400)],
    ),
    Scenario(
        "Daily history of every type in every region",
        24 * 60,
        [Pull(HISTORY, [CallPages(1)] * (113 * 19_000), FAILURES, rows=400)],
    ),
    Scenario(
        "Every public contract with its items, every 30 minutes",
        30,
        [contracts(), items(35_000)],
        again=[contracts(), items(500)],
    ),
]


def table(rows):
    head, *rest = rows
    lines = [head, ["---"] * len(head), *rest]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def arithmetic():
    """Return the table of costs."""
    rows = [["pull", "requests", "tokens", "share of the bucket", "minutes"]]
    for scenario in SCENARIOS:
        rows.append([scenario.name, *scenario.row(scenario.pulls)])
        if scenario.again:
            rows.append(["the same, each time after the first", *scenario.row(scenario.again)])
    return table(rows)


def assumptions():
    """Return the table of assumptions."""
    rows = [["pull", "operation", "calls", "pages", "rows per page", "bucket"]]
    for scenario in SCENARIOS:
        for name, pulls in ((scenario.name, scenario.pulls), ("after the first", scenario.again)):
            for pull in pulls:
                pages = sum(call.pages or 1 for call in pull.calls)
                bucket = f"{pull.budget.group}, {pull.budget.size:,}" if pull.budget.group else ""
                rows.append([
                    name, f"`{pull.operation}`", f"{len(pull.calls):,}", f"{pages:,}",
                    f"{pull.rows:,}", bucket or "none",
                ])  # fmt: skip
    return table(rows)


# Against the sandbox


class Api(Sandbox):
    """Sandbox in a process of its own, so that its clients do not slow it down."""

    def begin(self):
        self.start()

    def where(self):
        return self.url

    def wait(self, latency):
        self.faults.latency = latency


class Manager(BaseManager):
    """Manager of the sandbox's process."""


Manager.register("Api", Api)


@contextmanager
def api():
    """Start an API whose responses stay fresh for longer than a check takes."""
    with Manager(ctx=get_context("spawn")) as manager:
        sandbox = manager.Api(lifetime=24 * 3600)
        sandbox.begin()
        try:
            yield sandbox
        finally:
            sandbox.stop()


@contextmanager
def fresh_esi(sandbox):
    """Open an `Esi` with an empty cache."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Esi("scale/1.0", api_url=sandbox.where(), cache=folder, page_wait=0) as esi,
    ):
        yield esi


def pull(esi, operation, params):
    """Run a pull; return (requests, tokens, seconds)."""
    began = time.perf_counter()
    done = esi.pull(operation, progress=False, **params).attrs["esi"]
    seconds = time.perf_counter() - began
    return done["requests"], done["tokens"], seconds


def sample(values, count):
    """Return some of the values, the same ones each time."""
    return Random(1).sample(values, min(count, len(values)))


def cases(esi, sandbox, part):
    """Yield each pull at 1/`part` of its size: (operation, parameters, those of a sample).

    The sandbox has few regions, so each of them has more pages and types.
    """
    orders, history, public = (scenario.pulls for scenario in (*SCENARIOS[:2], SCENARIOS[3]))
    regions = esi.client.Universe.get_universe_regions().results()
    types = esi.client.Universe.get_universe_types().results()
    pages = sum(call.pages for call in orders[0].calls) // part // len(regions)
    contracts = len(public[1].calls) // part // len(regions)
    for region in regions:
        sandbox.set_pages(f"/markets/{region}/orders", max(pages, 5), rows=1000)
        sandbox.set_pages(f"/contracts/public/{region}", 5, rows=max(contracts * 2 // 7, 3))
    yield ORDERS, {"region_id": regions}, {}
    each = min(len(history[0].calls) // part // len(regions), len(types))
    yield (
        HISTORY,
        {"region_id": regions, "type_id": types[:each]},
        {"region_id": regions, "type_id": sample(types[:each], 6)},
    )
    yield CONTRACTS, {"region_id": regions}, {}
    listed = esi.pull(CONTRACTS, region_id=regions)
    found = listed.loc[listed["type"] != "courier", "contract_id"].tolist()
    yield ITEMS, {"contract_id": found}, {"contract_id": sample(found, 50)}


def check(part, latency=0.0):
    """Compare forecast and actual cost; return rows of (operation, measure, forecast, actual).

    Another client requests everything first, so that the sandbox has generated its data. The
    measured client then fetches each listing's first page (`learn`) and a sample of other calls;
    the comparison covers the rest.
    """
    rows = []
    with api() as sandbox:
        with fresh_esi(sandbox) as another:
            wanted = list(cases(another, sandbox, part))
            for operation, params, _ in wanted:
                pull(another, operation, params)
        sandbox.wait(latency)
        with fresh_esi(sandbox) as esi:
            for operation, params, some in wanted:
                if some:
                    pull(esi, operation, some)
                learn = len(params.get("region_id", []))
                planned = esi.plan(operation, learn=learn, **params).iloc[0]
                done = pull(esi, operation, params)
                names = ("requests", "tokens", "seconds")
                rows += [
                    (operation, name, float(planned[name]), float(actual))
                    for name, actual in zip(names, done, strict=True)
                ]
    return rows


def compared(rows):
    """Return the table of a check."""
    lines = [["operation", "", "forecast", "actual", "actual / forecast"]]
    for operation, name, planned, actual in rows:
        ratio = f"{actual / planned:.3f}" if planned else ""
        digits = 1 if name == "seconds" else 0
        lines.append([operation, name, f"{planned:,.{digits}f}", f"{actual:,.{digits}f}", ratio])
    return table(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", type=int, metavar="PART", help="pull 1/PART from the sandbox")
    parser.add_argument("--latency", type=float, default=0.2, help="of the sandbox, in seconds")
    given = parser.parse_args()
    text = (
        compared(check(given.check, given.latency))
        if given.check
        else assumptions() + "\n" + arithmetic()
    )
    sys.stdout.write(text)
