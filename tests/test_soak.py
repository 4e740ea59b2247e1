"""Test a minute of `python -m tests.soak` on a sandbox that fails in every way."""

import sys

import pytest

from tests.support.processes import PATIENCE, run


@pytest.mark.large
def test_a_minute_of_faults_leaves_nothing_behind():
    """Rows are accounted for, errors are ours, nothing is left, and no limit is passed twice."""
    command = [sys.executable, "-m", "tests.soak", "--minutes", "1", "--growth", "0.5"]
    done = run(*command, patience=PATIENCE * 4)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "second 429s" in done.stdout
