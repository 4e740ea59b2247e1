# ruff: noqa: T201 - the table is the output
"""Count what turn-overs of the API's cache do to pulls: rows lost, rows doubled, pulls marked.

    python -m tests.benchmarks.turnover [--pages 6] [--rows 10]

A sandbox turns a listing's cache over before each of its pages, before each two of them, and before
one page again and again, with rows moving to the next page or to the one before, and the number of
pages shrinking, staying or growing. Of ours a row counts as lost that is listed after the pull and
missing in it. Beside it goes what programs write by hand: page 1 for the count, then one page after
the other; there a row must have been listed before as well.
"""

from __future__ import annotations

import argparse
import itertools
import warnings
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from esi.sandbox import Sandbox
from esi.sandbox.clock import ManualClock
from tests.core.conftest import Surroundings
from tests.core.pulls import ORDERS, generation, ids, pull

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Turn = tuple[int, int, int]
"""The page before which the cache turns over, how often, and by how many pages it grows."""


def once(pages: int) -> Iterator[list[Turn]]:
    """Before every page."""
    for page, grow in itertools.product(range(1, pages + 1), (-2, -1, 0, 1, 2)):
        yield [(page, 1, grow)]


def twice(pages: int) -> Iterator[list[Turn]]:
    """Before any two pages, or the same one again."""
    pairs = itertools.combinations_with_replacement(range(1, pages + 1), 2)
    for (first, second), grow in itertools.product(pairs, (-1, 0, 1)):
        yield [(first, 1, 0), (second, 1, grow)]


def often(pages: int) -> Iterator[list[Turn]]:
    """Before one page, three to eight times."""
    for page, times in itertools.product(range(1, pages + 1), range(3, 9)):
        yield [(page, times, 0)]


def two_pages_often(pages: int) -> Iterator[list[Turn]]:
    """Before page 1 and another one, as often as they are asked for."""
    for page in range(2, pages + 1):
        yield [(1, 50, 0), (page, 50, 0)]


SCHEDULES = {"once": once, "twice": twice, "often": often, "without end": two_pages_often}


@dataclass
class Tally:
    """Results of all pulls of one method."""

    pulls: int = 0
    requests: int = 0
    marked: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: int = 0
    rounds: Counter[int] = field(default_factory=Counter)

    def note(self, rows: list[int], listed: Iterable[int], *, marked: bool) -> None:
        """Count one pull; of a marked one nothing is promised."""
        self.pulls += 1
        self.marked += marked
        if marked:
            return
        lost, doubled = set(listed) - set(rows), len(rows) - len(set(rows))
        self.lost += len(lost)
        self.doubled += doubled
        self.wrong += bool(lost or doubled)


def ours(around: Surroundings) -> tuple[list[int], bool, int]:
    """Pull with the toolkit; return the rows, whether they are marked, and the rounds."""
    snapshot = pull(around)
    return ids(snapshot), not snapshot.consistent, snapshot.rounds


def by_hand(around: Surroundings) -> tuple[list[int], bool, int]:
    """Page 1 for the count, then one page after the other; what is gone is passed over."""
    rows, page, pages = [], 1, 1
    while page <= pages:
        answer = around.engine.fetch(around.request(ORDERS, page=page, order_type="all"))
        if answer.status == 200:
            pages = int(answer.headers["x-pages"]) if page == 1 else pages
            rows += [row["order_id"] for row in msgspec.json.decode(answer.body)]
        page += 1
    return rows, False, 0


def tally(
    sandbox: Any,
    schedules: Iterator[list[Turn]],
    way: Callable[[Surroundings], tuple[list[int], bool, int]],
    given: argparse.Namespace,
    *,
    warm: bool,
) -> Tally:
    """Pull once for each schedule, with an empty cache or one that has just expired."""
    found = Tally()
    for schedule, upward in itertools.product(schedules, (False, True)):
        sandbox.reset()
        sandbox.set_pages(ORDERS, given.pages, rows=given.rows)
        around = Surroundings(sandbox)
        if warm:
            way(around)
            sandbox.clock.advance(3600)
        before = set(generation(sandbox))
        sandbox.clear()
        changed = range(1, given.pages + 10)
        for page, times, grow in schedule:
            turn = {"times": times, "grow": grow, "pages": changed, "upward": upward}
            sandbox.turn_over_before(ORDERS, page=page, **turn)
        rows, marked, rounds = way(around)
        found.requests += len(sandbox.requests)
        found.rounds[rounds] += 1
        after = set(generation(sandbox))
        found.note(rows, after if way is ours else after & before, marked=marked)
        around.engine.close()
    return found


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pages", type=int, default=6)
    parser.add_argument("--rows", type=int, default=10)
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    print("| turn-overs | cache | way | pulls | marked | wrong and unmarked | rows lost "
          "| rows doubled | requests | pulls by rounds |")  # fmt: skip
    print("|---|---|---|---:|---:|---:|---:|---:|---:|---|")
    with Sandbox(clock=ManualClock()) as sandbox:
        for (name, schedules), warm, way in itertools.product(
            SCHEDULES.items(), (False, True), (ours, by_hand)
        ):
            each = tally(sandbox, schedules(given.pages), way, given, warm=warm)
            print(_row(name, "expired" if warm else "empty", way.__name__, each), flush=True)


def _row(name: str, cache: str, way: str, each: Tally) -> str:
    rounds = ", ".join(f"{each.rounds[n]} x {n}" for n in sorted(each.rounds))
    counts = each.pulls, each.marked, each.wrong, each.lost, each.doubled, each.requests
    return f"| {name} | {cache} | {way} | {' | '.join(map(str, counts))} | {rounds} |"


if __name__ == "__main__":
    main()
