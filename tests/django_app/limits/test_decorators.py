"""Decorators for tasks and functions at a limit, in one process."""

import asyncio
import inspect
from types import SimpleNamespace
from unittest.mock import MagicMock

import pytest
from celery import canvas
from celery.exceptions import Retry
from project.celery import app

from esi import clients, rate_limiting
from esi.decorators import (
    esi_rate_limiter_bucketed,
    rate_limit_retry_task,
    rate_limited_task,
    wait_for_esi_errorlimit_reset,
)
from esi.errors import ErrorLimitError, RateLimitError
from esi.exceptions import (
    ESIBucketLimitException,
    ESIErrorLimitException,
    ESIRateLimitBucket,
    HTTPClientError,
    HTTPNotModified,
    HTTPRateLimitError,
    TaskBucketLimitException,
)

BUCKET = ESIRateLimitBucket("slow", 10, 90)


def named(function):
    """Give a function a name that Celery can use."""
    function.__name__ = function.__qualname__ = "run"
    return function


def refusal(kind, seconds):
    """Return the 5.x line's error for a limit."""
    headers = {"retry-after": str(seconds)}
    return kind(SimpleNamespace(status_code=429, reason="", text="", headers=headers))


@pytest.fixture
def task():
    """Makes tasks with a name of their own, which the application forgets afterwards."""
    made = []

    def make(function, *, bind=True, **options):
        name = f"tests.limits.{len(made)}"
        made.append(name)
        # Shared ones would come to every application that is made later.
        return app.task(function, bind=bind, name=name, shared=False, **options)

    yield make
    for name in made:
        app.tasks.pop(name)


@pytest.fixture
def queue(monkeypatch):
    """Collect what tasks queue again, as a worker would send it."""
    sent = []

    def send(signature, *_, **__):
        sent.append(signature)

    monkeypatch.setattr(canvas.Signature, "apply_async", send)
    return sent


def work(task, *args, retries=0, **kwargs):
    """Run a task as a worker does, for a request from the queue."""
    task.push_request(
        id="one", args=args, kwargs=kwargs, retries=retries, called_directly=False,
        is_eager=False, delivery_info={},
    )  # fmt: skip
    try:
        return task.run(*args, **kwargs)
    finally:
        task.pop_request()


def raising(error):
    @rate_limit_retry_task
    def reach(self, *_, **__):
        raise error

    return reach


# rate_limit_retry_task


@pytest.mark.parametrize(
    ("error", "countdown"),
    [
        (ESIErrorLimitException(15), 15),
        (ESIErrorLimitException(), 60),
        (ESIBucketLimitException(BUCKET, 5.5), 5.5),
        (ESIBucketLimitException(BUCKET), 90),
        (HTTPRateLimitError(429, {"Retry-After": "17"}), 17),
        (refusal(RateLimitError, 8), 8),
        (refusal(ErrorLimitError, 9), 9),
    ],
    ids=repr,
)
def test_a_task_at_a_limit_is_queued_again_after_its_reset(task, queue, error, countdown):
    """By both dialects; a limit without a reset lasts a minute."""
    with pytest.raises(Retry) as caught:
        work(task(raising(error)), 1, b=2)
    (sent,) = queue
    assert caught.value.when == sent.options["countdown"] == countdown
    assert (sent.args, sent.kwargs) == ((1,), {"b": 2})


@pytest.mark.parametrize(
    ("reset", "countdown"),
    [
        (-5, 60), (0, 60), (float("nan"), 60), (float("inf"), 60), ("x", 60), (None, 60),
        ([], 60), (MagicMock(__float__=lambda _: 7.0), 7), ("15", 15), (0.5, 0.5), (10**9, 1800),
    ],
)  # fmt: skip
def test_a_nonsense_reset_is_replaced(task, queue, reset, countdown):
    """A task is never queued again at once, nor for longer than a broker keeps it."""
    error = ESIErrorLimitException()
    error.reset = reset
    with pytest.raises(Retry):
        work(task(raising(error)))
    assert queue[0].options["countdown"] == countdown


@pytest.mark.parametrize("retries", [0, 2, 3])
def test_limits_use_up_no_retries(task, queue, retries):
    """A task with `max_retries` still has all of them for failures."""
    limited = task(raising(ESIErrorLimitException(15)), max_retries=3)
    for _ in range(10):
        with pytest.raises(Retry):
            work(limited, retries=retries)
    assert {sent.options["retries"] for sent in queue} == {retries}


@pytest.mark.parametrize(
    "error",
    [
        HTTPClientError(404, {}), HTTPNotModified(304, {}), ValueError("x"),
        TaskBucketLimitException(BUCKET, 3),
    ],
    ids=repr,
)  # fmt: skip
def test_other_errors_pass(task, queue, error):
    """They are the task's own."""
    with pytest.raises(type(error)) as caught:
        work(task(raising(error)))
    assert caught.value is error
    assert queue == []


def test_a_task_called_like_a_function_raises_the_limit(task, queue):
    """So does a plain function: the caller can act on it."""
    limited = task(raising(ESIErrorLimitException(15)))
    for call in (limited, limited.run, raising(ESIErrorLimitException(15))):
        with pytest.raises(ESIErrorLimitException) as caught:
            call(*(() if call is limited or call == limited.run else (None,)))
        assert caught.value.reset == 15
    assert queue == []


def test_a_limit_within_a_nested_call_queues_the_outer_task(task, queue):
    """The inner task, called like a function, raises; the outer one comes again."""
    inner = task(raising(ESIErrorLimitException(15)))

    @rate_limit_retry_task
    def outer(self):
        inner(1)

    with pytest.raises(Retry):
        work(task(outer))
    assert [sent.task for sent in queue] == ["tests.limits.1"]


def test_a_task_without_self_is_queued_again(task, queue):
    """It is found as the one that runs."""

    @rate_limit_retry_task
    def reach(number):
        raise ESIErrorLimitException(number)

    limited = task(reach, bind=False)
    with pytest.raises(Retry):
        app_run(limited, 15)
    assert queue[0].options["countdown"] == 15


def app_run(task, *args):
    """Run a task with Celery's own stack of running tasks."""
    from celery._state import _task_stack

    _task_stack.push(task)
    try:
        return work(task, *args)
    finally:
        _task_stack.pop()


def test_a_function_that_a_task_calls_raises_the_limit(task, queue):
    """Only the task itself is queued again, by its own decorator."""

    @rate_limit_retry_task
    def reach(number):
        raise ESIErrorLimitException(number)

    with pytest.raises(ESIErrorLimitException):
        app_run(task(named(lambda self: reach(15))))
    assert queue == []


def test_a_mock_of_a_task_sees_the_retry():
    """Programs test their tasks like this."""
    self = MagicMock()
    self.retry.side_effect = Retry()
    with pytest.raises(Retry):
        raising(ESIErrorLimitException(15))(self, 1)
    self.retry.assert_called_once_with(countdown=15)


def test_an_eager_task_ends_with_the_limit(task):
    """Eager retries follow at once, so their number is limited; the error is that of the API."""
    calls = []

    @rate_limit_retry_task
    def reach(self, number):
        calls.append((number, self.request.retries))
        if len(calls) <= 5:
            raise ESIErrorLimitException(15)
        return number

    limited = task(reach, max_retries=2)
    assert repr(limited.apply((7,)).result) == "ESIErrorLimitException(15, None)"
    assert calls == [(7, 0), (7, 1), (7, 2)]
    assert limited.apply((8,)).result == 8


def test_a_decorated_task_keeps_name_text_and_signature(task):
    """Any signature, and Celery's checks of arguments."""

    def function(self, a, /, b, *args, c=1, **kwargs):
        """Do something."""
        return (a, b, args, c, kwargs)

    for decorator in (rate_limit_retry_task, rate_limited_task("10/s", keys=["a", "c", "d"])):
        decorated = decorator(function)
        assert decorated.__name__ == "function"
        assert decorated.__doc__ == "Do something."
        assert inspect.signature(decorated) == inspect.signature(function)
        decorated_task = task(decorated)
        assert work(decorated_task, 1, 2, 3, c=4, d=5) == (1, 2, (3,), 4, {"d": 5})
        with pytest.raises(TypeError, match="missing 1 required positional argument"):
            decorated_task.delay(1)


# rate_limited_task


@pytest.fixture
def started():
    return []


@pytest.fixture
def spaced(task, started):
    """Task with two runs in twenty seconds for each owner."""

    @rate_limited_task("2/20s", keys=["owner"])
    def run(self, owner="nobody", other=None):
        started.append(owner)

    return task(run)


def wait(task, *args, run="one", **kwargs):
    """Run a task as a worker does; return the countdown with which it was queued again."""
    task.push_request(
        id=run, args=args, kwargs=kwargs, retries=0, called_directly=False, is_eager=False,
        delivery_info={},
    )  # fmt: skip
    try:
        task.run(*args, **kwargs)
    except Retry as retry:
        return retry.when
    finally:
        task.pop_request()
    return 0


def test_runs_of_the_same_values_are_spaced(spaced, queue, clock, started):
    """By position, by name, or by default; each comes again once, for its own time."""
    assert wait(spaced, 1, run="a") == 0
    assert wait(spaced, owner=1, run="b") == 10
    assert wait(spaced, 1, other="x", run="c") == 20
    assert wait(spaced, 2, run="d") == 0
    assert [wait(spaced, run="e"), wait(spaced, "nobody", run="f")] == [0, 10]
    clock.now += 10
    assert wait(spaced, 1, run="b") == 0
    assert wait(spaced, 1, run="c") == 10
    assert started == [1, 2, "nobody", 1]


def test_without_keys_all_runs_of_a_task_are_spaced(task, queue, clock):
    """Another task has its own rate."""
    first, second = (task(rate_limited_task("1/m")(named(lambda self, x: x))) for _ in range(2))
    assert [wait(first, 1, run="a"), wait(first, 2, run="b"), wait(second, 1, run="c")] == [
        0, 60, 0,
    ]  # fmt: skip


def test_a_far_place_is_looked_at_in_between(task, queue, clock):
    """Brokers deliver a task twice that waits for more than an hour."""
    slow = task(rate_limited_task("1/h")(named(lambda self: None)))
    assert [wait(slow, run="a"), wait(slow, run="b")] == [0, 1800]
    clock.now += 1800
    assert wait(slow, run="b") == 1800
    clock.now += 1800
    assert wait(slow, run="b") == 0


def test_waiting_uses_up_no_retries(spaced, queue, clock):
    """However long the line is."""
    wait(spaced, 1, run="a")
    for _ in range(10):
        assert wait(spaced, 1, run="b") == 10
    assert {sent.options["retries"] for sent in queue} == {0}


def test_a_limited_task_called_like_a_function_raises(spaced, clock):
    """It runs if it may, and otherwise says when."""
    spaced(1)
    with pytest.raises(TaskBucketLimitException, match="Retry after 10") as caught:
        spaced(1)
    assert caught.value.reset == 10
    clock.now += 10
    spaced(1)


@pytest.mark.parametrize(
    "rate", ["", "x", "10", "10/", "/s", "0/s", "-1/s", "1.5/s", "10/2w", "1/0s", None, "²/s"]
)
def test_a_wrong_rate_is_refused_at_once(rate):
    """While the module is imported, with an example."""
    with pytest.raises(ValueError, match="write 10"):
        rate_limited_task(rate)


def test_a_key_that_the_task_does_not_have_is_refused_at_once():
    """The error names task and key."""
    with pytest.raises(ValueError, match="run has no argument 'onwer'"):
        rate_limited_task("1/s", keys=["onwer"])(named(lambda self, owner: 1))


def test_both_decorators_work_together(task, queue, clock):
    """A run that meets the API's limit takes its next place in the line."""
    outcomes = [ESIErrorLimitException(15), None]

    @rate_limited_task("2/20s")
    @rate_limit_retry_task
    def run(self):
        if outcome := outcomes.pop(0):
            raise outcome

    both = task(run)
    assert wait(both, run="a") == 15
    clock.now += 15
    assert wait(both, run="a") == 0


# esi_rate_limiter_bucketed


def test_calls_of_several_functions_count_against_one_bucket(clock):
    """The third call of two is refused until the window has passed."""
    bucket = ESIRateLimitBucket("shared by two", 2, 60)
    one, two = (esi_rate_limiter_bucketed(bucket)(lambda value: value) for _ in range(2))
    assert [one(1), two(value=2)] == [1, 2]
    with pytest.raises(ESIBucketLimitException) as caught:
        one(3)
    assert caught.value.bucket is bucket
    assert 60 <= caught.value.reset <= 63
    clock.now += caught.value.reset
    assert one(3) == 3


def test_calls_of_coroutines_count_when_they_are_awaited(clock):
    """They stay coroutines; a wait of theirs holds up a thread and no event loop."""
    bucket = ESIRateLimitBucket("asynchronous", 1, 60)

    @esi_rate_limiter_bucketed(bucket)
    async def call(value):
        return value

    assert inspect.iscoroutinefunction(call)
    assert asyncio.run(call(1)) == 1
    with pytest.raises(ESIBucketLimitException):
        asyncio.run(call(2))


def test_calls_wait_for_their_bucket(clock, monkeypatch):
    """With `raise_on_limit=False`, for as long as necessary."""
    monkeypatch.setattr(rate_limiting, "sleep", lambda seconds: waits.append(seconds) or clock_on())
    waits = []

    def clock_on():
        clock.now += waits[-1]

    bucket = ESIRateLimitBucket("patient", 2, 60)
    call = esi_rate_limiter_bucketed(bucket, raise_on_limit=False)(lambda value: value)
    assert [call(number) for number in range(5)] == [0, 1, 2, 3, 4]
    assert [round(seconds) in range(60, 63) for seconds in waits] == [True, True]


# wait_for_esi_errorlimit_reset


@pytest.fixture
def waits(monkeypatch):
    waits = []
    monkeypatch.setattr(clients, "sleep", waits.append)
    return waits


def test_a_call_waits_until_the_error_limit_ends(site, waits):
    """The limit is the one that a call of the 5.x line met."""
    site.drain_errors()
    call = wait_for_esi_errorlimit_reset(poll_interval=7)(lambda value: value)
    assert (call(1), waits) == (1, [])
    with pytest.raises(ErrorLimitError) as caught:
        clients.esi_client_factory().Alliance.get_alliances_alliance_id(alliance_id=1).result()
    assert call(2) == 2
    assert sum(waits) == pytest.approx(caught.value.retry_after, abs=2)
    assert max(waits) == 7


def test_nobody_waits_where_limits_are_off(site, settings, waits):
    """The API itself refuses then."""
    site.drain_errors()
    with pytest.raises(ErrorLimitError):
        clients.esi_client_factory().Alliance.get_alliances_alliance_id(alliance_id=1).result()
    settings.ESI_ON_LIMIT = "off"
    assert wait_for_esi_errorlimit_reset()(lambda: 3)() == 3
    assert waits == []
