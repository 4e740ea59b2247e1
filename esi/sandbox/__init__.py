# ruff: noqa: PLC0415 - imports nothing heavy before a sandbox starts
"""Local ESI with seeded data, for demonstrations and tests.

    from esi.sandbox import Sandbox

    with Sandbox(seed=1) as sandbox:
        sandbox.url                            # "http://127.0.0.1:54321"

It imports no client of this project, so that one misreading of the API cannot pass its own test.
Layers, top to bottom: `sandbox`, `server`, `handlers`, `documents`, `simulation`, `world`, then
`routes` and `sso`; `clock` and `faults` are below them all.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from esi.sandbox.clock import ManualClock
    from esi.sandbox.faults import Faults
    from esi.sandbox.sandbox import Sandbox
    from esi.sandbox.server.http import RecordedRequest, SandboxError

__all__ = ["Faults", "ManualClock", "RecordedRequest", "Sandbox", "SandboxError"]

_MODULES = {"Faults": "faults", "ManualClock": "clock", "Sandbox": "sandbox"}


def __getattr__(name: str) -> Any:
    # Late, because the pytest plugin is in this package and every pytest run loads it.
    if name in __all__:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'server.http')}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
