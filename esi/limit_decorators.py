"""Decorate tasks and functions that reach a limit; programs import these from `decorators`."""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import asyncio
import functools
import inspect
import logging
import math
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from celery import current_app
from celery.exceptions import MaxRetriesExceededError

from esi import clients
from esi.core.rate_limits.forecast import seconds_to_spend
from esi.errors import LimitError
from esi.exceptions import (
    ESIBucketLimitException,
    ESIErrorLimitException,
    TaskBucketLimitException,
)
from esi.rate_limiting import (
    ESIRateLimits,
    TaskRateLimitBucket,
    TaskRateLimits,
    task_bucket_slug_key,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.engine.engine import Engine
    from esi.exceptions import ESIRateLimitBucket

    P = ParamSpec("P")
    R = TypeVar("R")

logger = logging.getLogger(__name__)

_LIMITS = (ESIErrorLimitException, ESIBucketLimitException, LimitError)
_DEFAULT_RESET = 60.0  # seconds: the window of the error limit
# Seconds until a retry at most. Brokers such as Redis deliver a task twice that waits for more than
# an hour; one that is too early waits again.
_LONGEST_RETRY = 1800.0


def rate_limit_retry_task(func: Callable[P, R]) -> Callable[P, R]:
    """Decorate a Celery task: run it again once a limit of the API that it reached has passed.

    Put it below `@shared_task(bind=True)`. Such retries are not failures, so they do not count
    towards the task's `max_retries`. A task called as a function raises the exception instead.
    """

    @functools.wraps(func)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return func(*args, **kwargs)
        except _LIMITS as exc:
            _retry(_task(args, call), getattr(exc, "reset", getattr(exc, "retry_after", None)), exc)
            raise

    return _with_signature(call, inspect.signature(func))


def rate_limited_task(
    rate: str, keys: list[str] | None = None
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a Celery task: space its runs evenly, `150/15m` six seconds apart.

    Put it below `@shared_task(bind=True)`. A run that comes too early is queued again for the time
    at which it is due; that does not count towards the task's `max_retries`. A task called as a
    function raises TaskBucketLimitException instead.

    Args:
        rate: runs and an interval, such as `10/s`, `150/15m` or `1/h`.
        keys: names of arguments; runs with the same values are spaced. By default all runs are.

    Raises:
        ValueError: `rate` is not a rate, or the task has no such argument.
    """
    names = [keys] if isinstance(keys, str) else list(keys or ())
    TaskRateLimitBucket.from_rate("", rate)

    def decorator(func: Callable[P, R]) -> Callable[P, R]:
        signature = inspect.signature(func)
        name_of_function = f"{func.__module__}.{func.__qualname__}"
        others = any(each.kind is each.VAR_KEYWORD for each in signature.parameters.values())
        for name in names:
            if name not in signature.parameters and not others:
                raise ValueError(f"{func.__qualname__} has no argument {name!r}; correct keys=.")

        @functools.wraps(func)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            task = _task(args, call)
            bound = signature.bind(*args, **kwargs)
            bound.apply_defaults()
            given = {**bound.arguments, **kwargs}
            values = {name: given.get(name) for name in names}
            slug = task_bucket_slug_key(task or name_of_function, values, names)
            bucket = TaskRateLimitBucket.from_rate(slug, rate)
            try:
                TaskRateLimits.take(bucket, getattr(getattr(task, "request", None), "id", None))
            except TaskBucketLimitException as exc:
                _retry(task, exc.reset, exc)
                raise
            return func(*args, **kwargs)

        return _with_signature(call, signature)

    return decorator


def esi_rate_limiter_bucketed(
    bucket: ESIRateLimitBucket, raise_on_limit: bool = True
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate any function: count its calls against a bucket.

    Args:
        bucket: the limit, such as `ESIRateLimitBucket("my-app", 300, 60)`.
        raise_on_limit: raise ESIBucketLimitException at the limit; False waits instead.
    """
    return _before_each_call(lambda: ESIRateLimits.check_decr_bucket(bucket, raise_on_limit))


def wait_for_esi_errorlimit_reset(
    cache_key: str = "esi_error_limit_reset",  # noqa: ARG001 - as in release 10
    poll_interval: float = 1,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate any function: wait before each call while the API's error limit is exhausted.

    In a task prefer `rate_limit_retry_task`, which does not block the worker.

    Args:
        cache_key: no effect; all clients share the state of the limit.
        poll_interval: seconds between two checks of the limit.
    """
    pause = max(poll_interval, 0.05)
    return _before_each_call(lambda: _wait_for_error_limit(pause))


def _before_each_call(
    check: Callable[[], object],
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Build a decorator that calls `check` first; of a coroutine, in a thread."""

    def decorator(func: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(func)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            check()
            return func(*args, **kwargs)

        @functools.wraps(func)
        async def call_async(*args: P.args, **kwargs: P.kwargs) -> Any:
            await asyncio.to_thread(check)
            return await cast("Any", func(*args, **kwargs))

        return cast("Any", call_async) if inspect.iscoroutinefunction(func) else call

    return decorator


def _wait_for_error_limit(pause: float) -> None:
    """Wait while the error limit is known to be exhausted; check every `pause` seconds."""
    engine: Engine = clients._engine  # noqa: SLF001 - all clients share its limiter
    left = _seconds_of_error_limit(engine)
    if left > 0:
        logger.warning("Waiting %.0f s: the API's error limit is exhausted", left)
    while left > 0:
        step = min(left, pause)
        engine.sleep(step)
        left = min(left - step, _seconds_of_error_limit(engine))


def _seconds_of_error_limit(engine: Engine) -> float:
    """Return the seconds until the API's error limit allows a request; 0 if it does now."""
    config = engine.config()
    if config.on_limit == "off":
        return 0.0
    errors = engine.limiter.views(config.api_url)[0]
    return max(errors.stopped, seconds_to_spend(1, errors))


def _with_signature(function: Callable[P, R], signature: inspect.Signature) -> Callable[P, R]:
    """Let Celery check the arguments of `delay`, which it cannot see behind a decorator."""
    function.__signature__ = signature  # type: ignore[attr-defined]
    return function


def _task(args: tuple[Any, ...], function: Any) -> Any:
    """Return the task of a call: the first argument if it is bound, or the one that runs now."""
    if args and hasattr(args[0], "retry") and hasattr(args[0], "request"):
        return args[0]
    running = current_app.current_task
    return running if running is not None and running.run is function else None


def _retry(task: Any, seconds: Any, reason: Exception) -> None:
    """Queue a task again by raising Celery's Retry; only return if it was called as a function."""
    if task is None or task.request.called_directly is True:
        return
    countdown = _countdown(seconds)
    logger.info("%s is queued again in %s s: %s", task.name, countdown, type(reason).__name__)
    request = task.request
    try:
        if request.is_eager:  # such a retry follows at once, so its number must be limited
            task.retry(countdown=countdown)
            return
        request.retries -= 1  # to which `retry` adds 1
        try:
            task.retry(countdown=countdown)
        finally:
            request.retries += 1
    except MaxRetriesExceededError:
        return


def _countdown(seconds: Any) -> float:
    """Return the seconds to wait; the length of the error window for an unusable value."""
    try:
        usable = 0 < float(seconds) < math.inf
    except (TypeError, ValueError):
        usable = False
    if not usable:
        return _DEFAULT_RESET
    return min(seconds if isinstance(seconds, int | float) else float(seconds), _LONGEST_RETRY)
