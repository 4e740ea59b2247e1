"""Warn of calls that block a running event loop, once for each line of the caller."""

from __future__ import annotations

import asyncio

from esi.core.warn import callers_frame, warn
from esi.errors import BlockingCallWarning

# Packages that run a notebook's cells and the callbacks of its widgets inside their own event loop.
_NOTEBOOKS = {"IPython", "ipykernel", "marimo"}

_warned: set[tuple[str, int]] = set()  # file and line


def in_event_loop() -> bool:
    """Return True if an event loop runs in this thread."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def warn_if_blocking(instead: str) -> None:
    """Warn if the caller blocks a running event loop; name what it could use instead.

    Cells of a notebook run inside the kernel's event loop, where blocking is normal. Coroutines in
    an event loop that a cell started are not cells: blocking them is worth a warning.
    """
    if not in_event_loop():
        return
    frame = callers_frame()
    if frame is None or (place := (frame.f_code.co_filename, frame.f_lineno)) in _warned:
        return
    while frame and (package := str(frame.f_globals.get("__name__")).partition(".")[0]):
        if package in _NOTEBOOKS:
            return
        if package == "asyncio":
            break
        frame = frame.f_back
    warn(
        "This call blocks the event loop until the API has responded, and all other tasks wait: "
        f"use {instead}.",
        BlockingCallWarning,
    )
    _warned.add(place)
