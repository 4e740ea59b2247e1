"""Check compatibility dates, and write HTTP dates."""

import math
from datetime import UTC, date, datetime, timedelta
from email.utils import formatdate

from esi.sandbox.routes.route import OLDEST

_DOWNTIME = timedelta(hours=11, minutes=5)


def is_offered(text: str, now: float) -> bool:
    """Check that a date is valid, not before the oldest and not after today.

    The API's day begins at 11:00 UTC.
    """
    try:
        parsed = date.fromisoformat(text)
    except ValueError:
        return False
    if text != parsed.isoformat() or text < OLDEST:
        return False
    return parsed <= datetime.fromtimestamp(now - 11 * 3600, UTC).date()


def until_downtime(moment: float) -> float:
    """Return the seconds to the next 11:05 UTC."""
    start = datetime.fromtimestamp(moment, UTC)
    end = start.replace(hour=11, minute=5, second=0, microsecond=0)
    if end <= start:
        end += timedelta(days=1)
    return (end - start).total_seconds()


def epoch_of(today: date | str | None, now: float) -> datetime:
    """Return the last downtime: of a day, or up to `now`.

    Raises:
        ValueError: `today` is no date.
    """
    if today is None:
        day = datetime.fromtimestamp(now - _DOWNTIME.total_seconds(), UTC).date()
    else:
        day = date.fromisoformat(str(today))
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + _DOWNTIME


def http_date(seconds: float) -> str:
    """Return a time in the format of HTTP headers."""
    return formatdate(math.floor(seconds), usegmt=True)
