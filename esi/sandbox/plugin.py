# ruff: noqa: PLC0415 - imports nothing heavy before a sandbox starts
"""Pytest fixtures: `esi_sandbox`, reset before each test, and a factory for other set-ups.

Every pytest run in an environment with this distribution loads this module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esi.sandbox.sandbox import Sandbox


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the setting that pins the dates of the data."""
    parser.addini("esi_sandbox_today", "day from which the sandbox's dates count (default: today)")


@pytest.fixture(scope="session")
def _esi_sandbox_server(pytestconfig: pytest.Config) -> Iterator[Sandbox]:
    from esi.sandbox.clock import ManualClock
    from esi.sandbox.sandbox import Sandbox

    with Sandbox(clock=ManualClock(), today=_today(pytestconfig)) as sandbox:
        yield sandbox


def _today(config: pytest.Config) -> str | None:
    return config.getini("esi_sandbox_today") or None


@pytest.fixture
def esi_sandbox(_esi_sandbox_server: Sandbox) -> Sandbox:
    """Return a local ESI with seeded data; `esi_sandbox.url` is its address.

    Data, faults, limits, tokens and recorded requests are reset before each test. The clock stands
    still at the start of the test; `esi_sandbox.clock.advance(seconds)` moves it. The data's dates
    count from the day of pytest's setting `esi_sandbox_today`, or else from today.
    """
    import sys
    import time

    _esi_sandbox_server.reset()
    _esi_sandbox_server.clock.set(time.time())
    # A site's engine outlives a test, and so would its limiter's state.
    if clients := sys.modules.get("esi.clients"):
        clients._engine.limiter.forget()  # noqa: SLF001 - there is no public way
    return _esi_sandbox_server


@pytest.fixture
def esi_sandbox_factory(pytestconfig: pytest.Config) -> Iterator[Callable[..., Sandbox]]:
    """Start sandboxes with the arguments of `Sandbox`, and stop them after the test."""
    from contextlib import ExitStack

    from esi.sandbox.clock import ManualClock
    from esi.sandbox.sandbox import Sandbox

    with ExitStack() as running:

        def start(**arguments: Any) -> Sandbox:
            defaults = {"clock": ManualClock(), "today": _today(pytestconfig)}
            return running.enter_context(Sandbox(**{**defaults, **arguments}))

        yield start
