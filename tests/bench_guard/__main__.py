"""Count the work of each hot path and compare it with the kept figures: `make bench-guard`.

`--keep` keeps the figures of this run instead. The exit status is 1 if a path does more work
than the kept figures allow; with `ESI_TEST_COMPLETE=1` also if there are no figures to compare
with.
"""
# ruff: noqa: T201 - prints a table

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench_guard import figures
from tests.bench_guard.counting import MONITORED, work_of
from tests.bench_guard.material import Material
from tests.bench_guard.paths import PATHS


def measured(names=PATHS):
    """Return the work of each path; an uncounted first run fills caches."""
    found = {}
    with TemporaryDirectory() as folder, Material(Path(folder)) as material:
        for name in names:
            PATHS[name](material)()
            for _ in range(2 if MONITORED else 1):
                found[name] = work_of(PATHS[name](material))
    return found


def main(arguments=None):
    """Print the figures beside the kept ones; return the exit status."""
    parser = argparse.ArgumentParser(prog="make bench-guard", description=__doc__.split("\n")[0])
    parser.add_argument("--keep", action="store_true", help="keep the figures of this run")
    given = parser.parse_args(arguments)
    new = figures.figures(measured())
    kept = figures.load().get(figures.PYTHON)
    verdict = figures.compare(new, kept)
    print(f"{'':27}{'instructions':>12}{'bytes allocated':>25}")
    print(*verdict.lines, sep="\n")
    if given.keep:
        figures.keep(new)
        print(f"Kept for Python {figures.PYTHON} in {figures.KEPT.name}.")
        return 0
    return report(verdict, new, kept)


def report(verdict, new, kept):
    """Print the outcome of the comparison; return the exit status."""
    if verdict.slower:
        print(f"More work than before: {', '.join(verdict.slower)}.")
        if kept.libraries != new.libraries:
            print(f"Libraries changed, too: {kept.libraries} became {new.libraries}.")
        print(f"If that is meant, keep the new figures: {figures.KEEP}")
        return 1
    if verdict.unknown:
        print(f"Python {figures.PYTHON} has no kept figures of: {', '.join(verdict.unknown)}.")
        print(f"Keep some: {figures.KEEP}")
        return 1 if os.environ.get("ESI_TEST_COMPLETE") else 0
    print("No path does more work than kept.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
