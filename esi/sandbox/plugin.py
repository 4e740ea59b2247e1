# ruff: noqa: PLC0415 - nothing heavy is imported before a sandbox starts
"""pytest fixtures: `esi_sandbox`, a fresh sandbox for each test, and a factory for other set-ups.

Loaded by every pytest run of an environment that has this distribution, so it imports nothing
heavy until a test asks for a sandbox.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esi.sandbox.sandbox import Sandbox


@pytest.fixture(scope="session")
def _esi_sandbox_server() -> Iterator[Sandbox]:
    from esi.sandbox.clock import ManualClock
    from esi.sandbox.sandbox import Sandbox

    with Sandbox(clock=ManualClock()) as sandbox:
        yield sandbox


@pytest.fixture
def esi_sandbox(_esi_sandbox_server: Sandbox) -> Sandbox:
    """A local ESI with seeded data: `esi_sandbox.url` is its address.

    Each test finds it as new: data, faults, limits, tokens and records. Its clock stands still at
    the time at which the test began; `esi_sandbox.clock.advance(seconds)` moves it.
    """
    import sys
    import time

    _esi_sandbox_server.reset()
    _esi_sandbox_server.clock.set(time.time())
    # A site's engine outlives a test; what it knows of the limits is of the test before.
    if clients := sys.modules.get("esi.clients"):
        clients._engine.limiter.forget()  # noqa: SLF001 - there is no other way to it
    return _esi_sandbox_server


@pytest.fixture
def esi_sandbox_factory() -> Iterator[Callable[..., Sandbox]]:
    """Starts sandboxes with the arguments of `Sandbox`, and stops them after the test."""
    from esi.sandbox.clock import ManualClock
    from esi.sandbox.sandbox import Sandbox

    running: list[Sandbox] = []

    def start(**arguments: Any) -> Sandbox:
        arguments.setdefault("clock", ManualClock())
        running.append(Sandbox(**arguments).start())
        return running[-1]

    yield start
    for sandbox in running:
        sandbox.stop()
