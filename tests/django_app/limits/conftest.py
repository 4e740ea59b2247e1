"""Fixtures: the clock of limits that a program sets itself."""

import pytest

from esi import rate_limiting
from tests.core.rate_limits.test_call_budgets import Clock


@pytest.fixture
def clock(monkeypatch):
    """Set the clock of the program's own limits by hand."""
    clock = Clock()
    for limits in (rate_limiting._budgets, rate_limiting._spacing):
        monkeypatch.setattr(limits, "_clock", clock)
    return clock
