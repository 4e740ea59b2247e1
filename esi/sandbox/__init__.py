# ruff: noqa: PLC0415 - nothing heavy is imported before a sandbox starts
"""A local ESI with seeded data, for demonstrations and tests.

    from esi.sandbox import Sandbox

    with Sandbox(seed=1) as sandbox:
        sandbox.url                            # "http://127.0.0.1:54321"

It speaks HTTP and nothing else: no client of this project is imported, so that one misreading of
the API cannot pass its own test. `sandbox` is what a test holds. From the rim inwards: `server` has
the sockets, `replies` what comes in and goes out, `api` the order of the checks, `bearers` who may
ask, `operations` reads a document, `answers` are the routes' contents (`contents` those of all
others), `generations` the cache turn-over, `limits` and `faults` what stands in the way, `world`
the data.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .clock import ManualClock
    from .faults import Faults
    from .recorder import Recorder
    from .sandbox import Sandbox
    from .server import Recorded, SandboxError

__all__ = ["Faults", "ManualClock", "Recorded", "Recorder", "Sandbox", "SandboxError"]

_HOMES = {
    "Faults": "faults",
    "ManualClock": "clock",
    "Recorder": "recorder",
    "Sandbox": "sandbox",
}


def __getattr__(name: str) -> Any:
    # Late, because the pytest plugin lives in this package and every pytest run loads it.
    if name in __all__:
        from importlib import import_module

        return getattr(import_module(f".{_HOMES.get(name, 'server')}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
