"""The benchmark's smallest run; what it measures is no matter of tests."""

import pytest

from tests.benchmarks.measures import OURS, Measure
from tests.benchmarks.runs import Runner, running_server


@pytest.mark.parametrize("function", ["results", "frame"])
def test_the_harness_runs_both_doors(tmp_path, function, server):
    """Both doors of ours read every row that the benchmark's server has, and have a time."""
    measure = Measure("test", "Test", function, OURS, "ours")
    records = Runner(server, tmp_path, 2).records(measure, list(OURS), ["0"], runs=1)
    assert [record.error for record in records] == ["", ""]
    assert all(record.median("wall") > 0 for record in records)


@pytest.fixture(scope="module")
def server():
    """A server of two pages."""
    with running_server(2, [0], None) as running:
        yield running
