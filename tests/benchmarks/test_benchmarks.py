"""Test that the smallest run of the benchmarks completes, whatever its figures."""

import pytest

from tests.benchmarks import static_data
from tests.benchmarks.measures import OURS, Measure
from tests.benchmarks.runs import Runner, running_server

pytestmark = pytest.mark.large


@pytest.mark.parametrize(
    ("function", "ours"), [("results", (*OURS, "ours with attributes")), ("frame", OURS)]
)
def test_the_harness_runs_all_doors(tmp_path, function, ours, server):
    """All doors of ours read every row that the benchmark's server has, and have a time."""
    measure = Measure("test", "Test", function, ours, "ours")
    records = Runner(server, tmp_path, 2).records(measure, list(ours), ["0"], runs=1)
    assert [record.error for record in records] == [""] * len(ours)
    assert all(record.median("wall") > 0 for record in records)


def test_an_export_of_static_data_is_made_and_measured(tmp_path):
    """Check that the export has the requested bytes and files, and that every figure is printed."""
    size = static_data.synthesise(tmp_path / "export.zip", megabytes=2, files=20)
    assert 1.8e6 < size < 2.2e6
    (tmp_path / "tables").mkdir()
    found = static_data.measure(tmp_path / "export.zip", tmp_path / "tables")
    assert found["rows"] > 1000
    assert all(value > 0 for value in found.values())


@pytest.fixture(scope="module")
def server():
    """Start a server of two pages."""
    with running_server(2, [0], None) as running:
        yield running
