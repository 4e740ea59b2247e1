"""Limits that a program sets itself, for its calls and its tasks, under the names of release 10.

`ESIRateLimits` counts calls against a bucket, `TaskRateLimits` spaces the runs of a task. Both
count for all processes that share Django's cache, whichever cache that is. The API's own limits
need neither: every client keeps to them.
"""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import math
import re
from time import sleep
from typing import TYPE_CHECKING, Any

from esi.core.rate_limits.call_budgets import CallBudgets
from esi.core.rate_limits.spacing import Spacing
from esi.exceptions import (
    ESIBucketLimitException,
    ESIRateLimitBucket,
    TaskBucketLimitException,
)
from esi.site_cache import cache

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "ESIBucketLimitException",
    "ESIRateLimitBucket",
    "ESIRateLimiter",
    "ESIRateLimits",
    "TaskBucketLimitException",
    "TaskRateLimitBucket",
    "TaskRateLimiter",
    "TaskRateLimits",
    "force_string",
    "interval_to_seconds",
    "kwargs_to_list",
    "limit_to_rate",
    "seconds_per_unit",
    "task_bucket_slug_key",
]

seconds_per_unit = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_INTERVAL = re.compile(r"\s*([0-9]{0,9})\s*([smhd])\s*")
_budgets = CallBudgets(cache)
_spacing = Spacing(cache)


def interval_to_seconds(s: str) -> int:
    """Return the seconds of an interval: `15m` is 900, `h` is 3600.

    Raises:
        ValueError: it is no number with one of the units s, m, h and d.
    """
    found = _INTERVAL.fullmatch(str(s))
    seconds = int(found[1] or 1) * seconds_per_unit[found[2]] if found else 0
    if not seconds:
        raise ValueError(f"{s!r} is no interval; write 10s, 15m, 1h or 1d.")
    return seconds


def limit_to_rate(rate_limit: str) -> float:
    """Return the seconds between two runs of a rate: `150/15m` is 6, `10/s` is 0.1.

    Raises:
        ValueError: the text is not a rate.
    """
    limit, window = _rate(rate_limit)
    return window / limit


def _rate(text: str) -> tuple[int, int]:
    """Return (limit, seconds) of a rate such as `150/15m`."""
    limit, _, interval = str(text).partition("/")
    limit = limit.strip()
    if not (limit.isascii() and limit.isdigit() and len(limit) < 10 and int(limit)):
        raise ValueError(f"{text!r} is no rate; write 10/s, 150/15m or 1/h.")
    return int(limit), interval_to_seconds(interval)


class TaskRateLimitBucket(ESIRateLimitBucket):
    """Rate of a task: `limit` runs in `window` seconds, one each `ttl` seconds."""

    @property
    def ttl(self) -> float:
        """Seconds from the start of a run to that of the next."""
        return self.window / self.limit

    @classmethod
    def from_rate(cls, slug: str, rate_string: str) -> TaskRateLimitBucket:
        """Create the bucket of a rate such as `600/15m`.

        Raises:
            ValueError: the text is not a rate.
        """
        return cls(slug, *_rate(rate_string))


class ESIRateLimiter:
    """Counts calls against buckets. A call counts for the bucket's window, wherever it was made."""

    def init_bucket(self, bucket: ESIRateLimitBucket) -> None:
        """Check a bucket; it needs no other preparation before its first call."""
        self.get_bucket(bucket)

    def get_bucket(self, bucket: ESIRateLimitBucket) -> int:
        """Return how many calls are left."""
        return _budgets.left(*_budget(bucket))

    def set_bucket(self, bucket: ESIRateLimitBucket, new_limit: int = 1) -> bool:
        """Set the number of calls that are left, at most the limit of the bucket."""
        _budgets.set_left(*_budget(bucket), new_limit)
        return True

    def decr_bucket(self, bucket: ESIRateLimitBucket, delta: int = 1) -> int:
        """Count calls even beyond the limit; return how many are left."""
        return _budgets.count(*_budget(bucket), delta)

    def get_timeout(self, bucket: ESIRateLimitBucket) -> int:
        """Return the seconds until a call is left, in whole seconds; 0 if there is one."""
        return math.ceil(_budgets.wait(*_budget(bucket)))

    def check_bucket(self, bucket: ESIRateLimitBucket) -> None:
        """Check that a call is left.

        Raises:
            ESIBucketLimitException: no call is left.
        """
        if seconds := self.get_timeout(bucket):
            raise ESIBucketLimitException(bucket, seconds)

    def check_decr_bucket(self, bucket: ESIRateLimitBucket, raise_on_limit: bool = True) -> None:
        """Count a call if one is left; otherwise raise, or wait for one.

        Raises:
            ESIBucketLimitException: no call is left, and `raise_on_limit` is true.
        """
        while seconds := _budgets.take(*_budget(bucket)):
            if raise_on_limit:
                raise ESIBucketLimitException(bucket, math.ceil(seconds))
            sleep(seconds)


class TaskRateLimiter:
    """Spaces the runs of tasks evenly, for each bucket."""

    def get_bucket(self, bucket: TaskRateLimitBucket) -> int:
        """Return the seconds until the next run may start, in whole seconds."""
        return math.ceil(_spacing.wait(bucket.slug, bucket.ttl))

    def set_bucket(self, bucket: TaskRateLimitBucket) -> None:
        """Record that a run starts."""
        _spacing.start(bucket.slug, bucket.ttl)

    def check_bucket(self, bucket: TaskRateLimitBucket) -> None:
        """Check that a run may start.

        Raises:
            TaskBucketLimitException: the run is too early.
        """
        if seconds := _spacing.wait(bucket.slug, bucket.ttl):
            raise TaskBucketLimitException(bucket, seconds)

    def take(self, bucket: TaskRateLimitBucket, run: str | None = None) -> None:
        """Record that a run starts, or keep a place for it under its id if it has one.

        Raises:
            TaskBucketLimitException: the run has to try again after `reset` seconds.
        """
        if seconds := _spacing.take(bucket.slug, bucket.ttl, run):
            raise TaskBucketLimitException(bucket, seconds)


ESIRateLimits = ESIRateLimiter()
TaskRateLimits = TaskRateLimiter()


def _budget(bucket: ESIRateLimitBucket) -> tuple[str, int, float]:
    return str(bucket.slug), bucket.limit, bucket.window


def task_bucket_slug_key(
    task: Any, kwargs: Mapping[str, Any], restrict_to: Iterable[str] | None = None
) -> str:
    """Return the slug of a task's bucket: its name, and the values of some of its arguments.

    Raises:
        KeyError: an argument of `restrict_to` is missing.
    """
    values = {name: kwargs[name] for name in restrict_to or ()}
    return "_".join([str(getattr(task, "name", task)), *kwargs_to_list(values)])


def kwargs_to_list(kwargs: Mapping[str, Any]) -> list[str]:
    """Return `{"b": 2, "a": 1}` as `["a-1", "b-2"]`."""
    return [f"{name}-{kwargs[name]}" for name in sorted(kwargs)]


def force_string(kwargs: Any) -> Any:
    """Return arguments unchanged, as release 10 does."""
    return kwargs
