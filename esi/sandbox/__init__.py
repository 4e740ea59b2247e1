# ruff: noqa: PLC0415 - nothing heavy is imported before a sandbox starts
"""A local ESI with seeded data, for demonstrations and tests.

    from esi.sandbox import Sandbox

    with Sandbox(seed=1) as sandbox:
        sandbox.url                            # "http://127.0.0.1:54321"

It speaks HTTP and nothing else: no client of this project is imported, so that one misreading of
the API cannot pass its own test. `sandbox` is what a test holds. From the rim inwards:
`server.http` has the sockets, `server.messages` what comes in and goes out, `server.api` the order
of the checks, `server.auth` who may ask, `documents.operations` reads a document, `handlers.all`
are the routes' contents (`handlers.fallback` those of all others), `simulation.cache_turnover` the
cache turn-over, `simulation.rate_limits` and `faults` what stands in the way, `world.world` the
data.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from esi.sandbox.clock import ManualClock
    from esi.sandbox.faults import Faults
    from esi.sandbox.sandbox import Sandbox
    from esi.sandbox.server.http import Recorded, SandboxError

__all__ = ["Faults", "ManualClock", "Recorded", "Sandbox", "SandboxError"]

_HOMES = {
    "Faults": "faults",
    "ManualClock": "clock",
    "Sandbox": "sandbox",
}


def __getattr__(name: str) -> Any:
    # Late, because the pytest plugin lives in this package and every pytest run loads it.
    if name in __all__:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'server.http')}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
