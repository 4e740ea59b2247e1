"""Which dates the API offers, when its day ends, and how HTTP writes a moment."""

import functools
import math
import re
from datetime import UTC, datetime, timedelta
from datetime import date as calendar_date
from email.utils import formatdate

from esi.sandbox.routes.route import OLDEST


@functools.lru_cache(maxsize=1024)
def _parsed(text: str) -> calendar_date | None:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        return calendar_date.fromisoformat(text)
    except ValueError:
        return None


def is_offered(text: str, now: float) -> bool:
    """Whether a date may be asked for: not before the oldest, not after today.

    The API's day changes at 11:00 UTC.
    """
    parsed = _parsed(text)
    if parsed is None or text < OLDEST:
        return False
    return parsed <= datetime.fromtimestamp(now - 11 * 3600, UTC).date()


def until_downtime(moment: float) -> float:
    """Seconds to the next 11:05 UTC."""
    start = datetime.fromtimestamp(moment, UTC)
    end = start.replace(hour=11, minute=5, second=0, microsecond=0)
    if end <= start:
        end += timedelta(days=1)
    return (end - start).total_seconds()


def http_date(seconds: float) -> str:
    """A time as HTTP writes it."""
    return _http_date(math.floor(seconds))


@functools.lru_cache(maxsize=4096)
def _http_date(seconds: int) -> str:
    return formatdate(seconds, usegmt=True)
