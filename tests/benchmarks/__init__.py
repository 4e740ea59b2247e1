"""The benchmark: this client beside its peers and beside code by hand, in one run.

    python -m tests.benchmarks --quick

`content` makes documents and pages, `server` serves them as a process of its own, `environments`
installs the peers, `contenders/` holds the programs that are measured (each run is a fresh process
of `contenders/worker.py`), `measures` says what is measured of whom, `report` prints and keeps it.
`docs/benchmarks.md` says what each measure means.
"""
