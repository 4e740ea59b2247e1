"""Issue warnings that point at the caller's line from anywhere in the toolkit."""

from __future__ import annotations

import inspect
import warnings
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import FrameType

    Place = tuple[str, int, str, dict[Any, Any]]  # arguments of `warnings.warn_explicit`

_OURS = {"esi", "esi_data", "functools"}  # functools calls our cached properties

_awaiting: ContextVar[Place | None] = ContextVar("awaiting", default=None)


def warn(text: str, category: type[Warning]) -> None:
    """Warn at the line of the caller."""
    place = _awaiting.get()
    if place:
        warnings.warn_explicit(text, category, *place)
    else:
        warnings.warn(text, category, stacklevel=callers_level())


def point_at(place: Place | None) -> None:
    """Set the line that warnings of this context point at, for threads without a caller."""
    _awaiting.set(place)


def callers_place() -> Place | None:
    """Return the line that called the toolkit."""
    frame = callers_frame()
    if frame is None:
        return None
    module = str(frame.f_globals.get("__name__"))
    registry = frame.f_globals.setdefault("__warningregistry__", {})
    return frame.f_code.co_filename, frame.f_lineno, module, registry


def callers_level() -> int:
    """Return the `stacklevel` that points a warning at the line that called the toolkit."""
    level, frame = 0, inspect.currentframe()
    while frame and _is_ours(frame):
        level, frame = level + 1, frame.f_back
    return level


def callers_frame() -> FrameType | None:
    """Return the innermost frame outside the toolkit."""
    frame = inspect.currentframe()
    while frame and _is_ours(frame):
        frame = frame.f_back
    return frame


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__")).partition(".")[0] in _OURS
