# ruff: noqa: T201 - the tables are the output
"""Run the benchmarks: `python -m tests.benchmarks`."""

import argparse
import os
import sys
from pathlib import Path

from tests.benchmarks import environments, report
from tests.benchmarks.measures import CONTENDERS, OURS, measures
from tests.benchmarks.runs import Record, Runner, running_server


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the tables, write the JSON file; 1 where a contender failed."""
    given = _parse(arguments)
    chosen = [m for m in measures(given.latency, given.curve) if m.name in given.only]
    envs = Path(given.envs)
    names = [name for name in CONTENDERS if given.contender is None or name in given.contender]
    wanted = {CONTENDERS[n][1] for m in chosen for n in m.contenders if n in names} - {None}
    pythons = {name: environments.python_of(name, envs) for name in sorted(wanted)}
    about = {
        "machine": report.machine(),
        "command": " ".join(sys.argv[1:]),
        "packages": {
            "ours": environments.versions(sys.executable),
            **{name: environments.versions(python) for name, python in pythons.items()},
        },
    }
    print(f"Python {about['machine']['python']}, {about['machine']['cores']} cores, "
          f"load {about['machine']['load']} at the start.")  # fmt: skip
    records: list[Record] = []
    with running_server(given.pages, given.latency, given.document) as server:
        runner = Runner(server, envs, given.pages)
        for measure in chosen:
            contenders = [name for name in measure.contenders if name in names]
            if not contenders:
                continue
            latencies = [each for each in measure.latencies if each in server.urls]
            found = runner.records(measure, contenders, latencies, given.runs)
            records += found
            print(report.table(measure, found), flush=True)
            report.save(given.output, about, records)
    print(report.errors(records), end="")
    print(f"\nWritten to {given.output}", file=sys.stderr)
    return int(any(record.error for record in records))


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    every = [measure.name for measure in measures([0], [1])]
    specs = os.environ.get("ESI_TEST_SPECS")
    document = Path(specs) / "openapi-3.1-date-2020-01-01.json" if specs else None
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description="Speed and memory, side by side."
    )
    add = parser.add_argument
    add("--only", nargs="+", choices=every, metavar="MEASURE", default=every, help=", ".join(every))
    add("--contender", nargs="+", choices=CONTENDERS, metavar="NAME", help=", ".join(CONTENDERS))
    add("--ours", dest="contender", action="store_const", const=OURS, help="no peers, no floor")
    add("--latency", nargs="+", type=int, default=[0, 20, 100], help="milliseconds of each answer")
    add("--pages", type=int, default=300, help="of 1000 rows")
    add("--curve", nargs="+", type=int, default=[1, 3, 10, 30, 100, 300, 1000])
    add("--runs", type=int, default=3, help="of which the median is taken")
    add("--quick", action="store_true", help="20 pages, no latency, one run: does it work?")
    add("--envs", default=environments.default_folder(), help="where the peers are installed")
    add("--document", type=Path, default=document, help="an OpenAPI 3.1 document to serve; the "
        "API's own from ESI_TEST_SPECS, else the sandbox's")  # fmt: skip
    add("--output", type=Path, default=Path("benchmarks.json"), help="where the figures are kept")
    given = parser.parse_args(arguments)
    if given.quick:
        given.pages, given.latency, given.runs, given.curve = 20, [0], 1, [1, 10, 20]
    return given


if __name__ == "__main__":
    raise SystemExit(main())
