"""At which line a warning points: the one that called this toolkit, however deep it began."""

from __future__ import annotations

import inspect
import warnings

_OURS = {"esi", "esi_data", "functools"}  # and what a property of ours that is cached calls


def warn(text: str, category: type[Warning]) -> None:
    """Warn of something at the caller's line."""
    warnings.warn(text, category, stacklevel=callers_level())


def callers_level() -> int:
    """The `stacklevel` at which a warning of our caller names the line that called the toolkit."""
    level, frame = 0, inspect.currentframe()
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] in _OURS:
        level, frame = level + 1, frame.f_back
    return level
