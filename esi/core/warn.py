"""Warnings that point at the line of the caller, however deep in the toolkit they arise."""

from __future__ import annotations

import inspect
import warnings

_OURS = {"esi", "esi_data", "functools"}  # functools calls our cached properties


def warn(text: str, category: type[Warning]) -> None:
    """Warn at the line of the caller."""
    warnings.warn(text, category, stacklevel=callers_level())


def callers_level() -> int:
    """Return the `stacklevel` that points a warning at the line that called the toolkit."""
    level, frame = 0, inspect.currentframe()
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] in _OURS:
        level, frame = level + 1, frame.f_back
    return level
