"""Limits that a program sets itself: the functions and limiters of release 10."""

import pytest

from esi.exceptions import ESIBucketLimitException, TaskBucketLimitException
from esi.rate_limiting import (
    ESIRateLimitBucket,
    ESIRateLimits,
    TaskRateLimitBucket,
    TaskRateLimits,
    force_string,
    interval_to_seconds,
    kwargs_to_list,
    limit_to_rate,
    task_bucket_slug_key,
)


@pytest.mark.parametrize(
    ("interval", "seconds"),
    [("15m", 900), ("1h", 3600), ("s", 1), ("2d", 172800), (" 10 s ", 10), ("m", 60)],
)
def test_an_interval_has_seconds(interval, seconds):
    """With the units s, m, h and d."""
    assert interval_to_seconds(interval) == seconds


@pytest.mark.parametrize("interval", ["", "10", "x", "-1m", "1.5m", "0s", None, "9" * 5000 + "s"])
def test_a_wrong_interval_is_refused(interval):
    """The error shows how to write one."""
    with pytest.raises(ValueError, match="is no interval; write"):
        interval_to_seconds(interval)


def test_a_rate_has_seconds_between_runs():
    """And a bucket is made of it."""
    assert [limit_to_rate(rate) for rate in ("150/15m", "10/s", "1/h")] == [6, 0.1, 3600]
    bucket = TaskRateLimitBucket.from_rate("s", "600/15m")
    assert vars(bucket) == {"slug": "s", "limit": 600, "window": 900}
    assert bucket.ttl == 1.5
    assert str(bucket) == "s (600 in 900 s)"


def test_a_slug_has_the_task_and_the_chosen_arguments():
    """In alphabetical order; a name serves in place of a task."""
    values = {"b": 1, "a": [2], "c": None}
    assert task_bucket_slug_key("app.task", values) == "app.task"
    assert task_bucket_slug_key("app.task", values, ["b", "a"]) == "app.task_a-[2]_b-1"
    assert kwargs_to_list(values) == ["a-[2]", "b-1", "c-None"]
    assert force_string(values) == values
    with pytest.raises(KeyError):
        task_bucket_slug_key("app.task", values, ["d"])


def test_the_known_buckets_can_be_made():
    """The constants of the routes' old limits are valid buckets."""
    bucket = ESIRateLimitBucket(*ESIRateLimitBucket.MARKET_DATA_HISTORY)
    assert vars(bucket) == {"slug": "market_data_history", "limit": 300, "window": 60}
    bucket = ESIRateLimitBucket(*ESIRateLimitBucket.CHARACTER_CORPORATION_HISTORY)
    assert str(bucket) == "character_corporation_history (300 in 60 s)"


def test_the_limiter_counts_down(clock):
    """The methods of release 10, with what they return there."""
    bucket = ESIRateLimitBucket("countdown", 3, 60)
    assert ESIRateLimits.init_bucket(bucket) is None
    assert ESIRateLimits.get_bucket(bucket) == 3
    assert ESIRateLimits.get_timeout(bucket) == 0
    assert ESIRateLimits.decr_bucket(bucket) == 2
    assert ESIRateLimits.decr_bucket(bucket, 2) == 0
    assert 60 <= ESIRateLimits.get_timeout(bucket) <= 63
    for check in (ESIRateLimits.check_bucket, ESIRateLimits.check_decr_bucket):
        with pytest.raises(ESIBucketLimitException) as caught:
            check(bucket)
        assert caught.value.bucket is bucket
        assert 60 <= caught.value.reset <= 63
    assert ESIRateLimits.set_bucket(bucket, 2) is True
    assert ESIRateLimits.check_bucket(bucket) is None
    assert ESIRateLimits.check_decr_bucket(bucket) is None
    assert ESIRateLimits.get_bucket(bucket) == 1
    clock.now += 63
    assert ESIRateLimits.get_bucket(bucket) == 3


def test_the_limiter_of_tasks_looks_and_records(clock):
    """A check starts nothing; `set_bucket` records a run."""
    bucket = TaskRateLimitBucket("looked at", 2, 20)
    assert [TaskRateLimits.check_bucket(bucket) for _ in range(2)] == [None, None]
    assert TaskRateLimits.get_bucket(bucket) == 0
    TaskRateLimits.set_bucket(bucket)
    assert TaskRateLimits.get_bucket(bucket) == 10
    with pytest.raises(TaskBucketLimitException) as caught:
        TaskRateLimits.check_bucket(bucket)
    assert (caught.value.bucket, caught.value.reset) == (bucket, 10)
    clock.now += 10
    assert TaskRateLimits.check_bucket(bucket) is None
