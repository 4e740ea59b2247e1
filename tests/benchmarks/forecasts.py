# ruff: noqa: T201 - the table is the output
"""Compare the forecasts of several kinds of pulls with their real costs.

    python -m tests.benchmarks.forecasts

The API is a sandbox whose clock stands still but for the waiting at limits, so that `seconds` are
those of the budgets alone. What a forecast asks itself, to learn page counts, is told beside it.
"""

from __future__ import annotations

import tempfile
import warnings
from dataclasses import dataclass, field
from typing import Any

from esi.sandbox import Sandbox
from esi.sandbox.clock import ManualClock
from esi_data import Esi

ORDERS = "get_markets_region_id_orders"
REGIONS = [10000043, 10000032, 10000016]


@dataclass(frozen=True)
class Case:
    """Pull, its kind of forecast, and the tokens that other programs spent before."""

    name: str
    operation: str
    params: dict[str, Any]
    learn: int = 1
    drained: int = 0
    again: bool = False  # the same pull was made before, and has expired


@dataclass
class Found:
    """Sums of the requests of a sandbox."""

    sandbox: Sandbox
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.sandbox.clear()
        self.began = self.sandbox.clock()

    def totals(self) -> tuple[int, int, float]:
        """Requests, tokens, seconds."""
        sent = self.sandbox.requests
        return len(sent), sum(one.tokens for one in sent), self.sandbox.clock() - self.began


CASES = [
    Case("orders of 3 regions, all counts learnt", ORDERS, {"region_id": REGIONS}, learn=3),
    Case("the same, one count learnt", ORDERS, {"region_id": REGIONS}),
    Case("the same, nothing asked", ORDERS, {"region_id": REGIONS}, learn=0),
    Case("the same again, unchanged after expiry", ORDERS, {"region_id": REGIONS}, 3, again=True),
    Case("the same, 14 tokens left by others", ORDERS, {"region_id": REGIONS}, 3, 12000 - 14),
    Case("3 types in 8 languages", "get_universe_types_type_id",
         {"type_id": [34, 35, 36], "languages": ["en", "de", "fr", "ja", "ru", "zh", "ko", "es"]}),
    Case("1500 names", "post_universe_names", {"ids": "all"}),
]  # fmt: skip


def measure(case: Case, sandbox: Sandbox) -> tuple[dict[str, Any], tuple[Any, ...], int]:
    """(the forecast's row, what the pull came to, requests that the forecast made)."""
    params = dict(case.params)
    if params.get("ids") == "all":
        params["ids"] = sorted(sandbox.world.names)[:1500]
    with (
        tempfile.TemporaryDirectory() as folder,
        Esi(
            "benchmark/1 (me@example.com)",
            api_url=sandbox.url,
            cache=folder,
            page_wait=0,
            concurrency=1,
        ) as esi,
    ):
        esi.engine.clock = sandbox.clock
        esi.engine.limiter = type(esi.engine.limiter)(esi.engine.cache, sandbox.clock)
        esi.engine.sleep = sandbox.clock.advance
        if case.again:
            esi.pull(case.operation, **params)
            sandbox.clock.advance(3600)
            for region in REGIONS:
                sandbox.turn_over(f"/markets/{region}/orders", pages=[])
        _ = esi.client
        if case.drained:
            sandbox.drain("market-order", tokens=case.drained)
        asked = Found(sandbox)
        planned = esi.plan(case.operation, learn=case.learn, **params).iloc[0].to_dict()
        learnt, *_ = asked.totals()
        spent = Found(sandbox)
        esi.pull(case.operation, **params)
        return planned, spent.totals(), learnt


def main() -> None:
    """Measure and print a table."""
    warnings.simplefilter("ignore")
    print("| pull | asked before | requests | tokens | seconds of the limit |")
    print("|---|---:|---:|---:|---:|")
    for case in CASES:
        with Sandbox(clock=ManualClock()) as sandbox:
            planned, actual, learnt = measure(case, sandbox)
            names = ("requests", "tokens", "seconds")
            pairs = [
                f"{planned[n]:.0f} / {came:.0f}" for n, came in zip(names, actual, strict=True)
            ]
            print(f"| {case.name} | {learnt} | {' | '.join(pairs)} |", flush=True)


if __name__ == "__main__":
    main()
