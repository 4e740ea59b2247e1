"""The benchmark's smallest run; what it measures is no matter of tests."""

import pytest

from tests.benchmarks.measures import OURS, Measure
from tests.benchmarks.runs import Runner, running_server


@pytest.mark.parametrize(
    ("function", "ours"), [("results", (*OURS, "ours with attributes")), ("frame", OURS)]
)
def test_the_harness_runs_all_doors(tmp_path, function, ours, server):
    """All doors of ours read every row that the benchmark's server has, and have a time."""
    measure = Measure("test", "Test", function, ours, "ours")
    records = Runner(server, tmp_path, 2).records(measure, list(ours), ["0"], runs=1)
    assert [record.error for record in records] == [""] * len(ours)
    assert all(record.median("wall") > 0 for record in records)


@pytest.fixture(scope="module")
def server():
    """A server of two pages."""
    with running_server(2, [0], None) as running:
        yield running
