"""Read values of HTTP headers: any text gives a plain number or None, never an error."""

from __future__ import annotations

import re
import time
from datetime import UTC
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_HUGE = 10**15  # a float still holds it exactly
_LONGEST_DELAY = 24 * 3600.0  # seconds
_DECIMAL = re.compile(r"[0-9]{1,15}(\.[0-9]*)?")


def number(text: str | None) -> int | None:
    """Read a whole number, a huge one as 10**15; return None for any other text."""
    text = (text or "").strip()
    if not (text.isascii() and text.isdigit()):
        return None
    return int(text) if len(text) < len(str(_HUGE)) else _HUGE


@lru_cache(maxsize=256)  # the pages of a listing share theirs
def timestamp(text: str | None) -> float | None:
    """Read an HTTP date as seconds since the epoch; return None for any other text.

    All forms of HTTP dates are UTC (RFC 9110, 5.6.7); two of them do not say so.
    """
    try:
        date = parsedate_to_datetime(text or "")
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def delay(headers: Mapping[str, str], name: str) -> float | None:
    """Read a header that names seconds or a date; return the seconds until then, at most a day."""
    text = headers.get(name, "").strip()
    if _DECIMAL.fullmatch(text):
        return min(float(text), _LONGEST_DELAY)
    if (date := timestamp(text)) is None:
        return None
    sent = timestamp(headers.get("date"))
    return min(max(date - (time.time() if sent is None else sent), 0.0), _LONGEST_DELAY)
