"""One request, sent as often as it takes: faults that pass by themselves, and the API's limits."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from esi.core import limits, transport
from esi.errors import ApiConnectionError, ApiTimeoutError

if TYPE_CHECKING:
    from esi.core.engine import Engine
    from esi.core.exchange import Answer, Options, Request

logger = logging.getLogger("esi.core")

# Statuses of a server that is ill for a moment (the manual's "server errors").
_PASSING = {502, 503, 504}

# The longest wait for a limit to end before the caller is told instead: the API's largest window.
_LONGEST_WAIT = 15 * 60


def send(engine: Engine, request: Request, options: Options) -> Answer:
    """Send a request, again while the fault looks like one that passes.

    Raises:
        ApiConnectionError, ApiTimeoutError: after the last retry.
    """
    config = engine.config()
    timeout = options.timeout or (
        config.requests_connect_timeout,
        config.requests_read_timeout,
    )
    attempt = 0
    waited = 0.0
    while True:
        started = engine.clock()
        fault: ApiConnectionError | ApiTimeoutError | None = None
        answer: Answer | None = None
        try:
            answer = transport.send(options.session or engine.session, request, timeout)
        except (ApiConnectionError, ApiTimeoutError) as exc:
            fault = exc
        _log(engine, request, answer, engine.clock() - started)
        if answer and (seconds := limits.retry_after(answer.status, answer.headers)):
            waited += seconds
            if config.on_limit != "wait" or waited > _LONGEST_WAIT:
                return answer
            logger.warning(
                "%s: the API's limit is reached; going on in %.0f s", request.operation, seconds
            )
            engine.sleep(seconds)
            continue
        if answer and answer.status not in _PASSING:
            return answer
        attempt += 1
        allowed = options.retries
        if allowed is None:
            allowed = (
                config.connection_error_max_retries if fault else config.server_error_max_retries
            )
        if attempt > allowed or not transport.repeatable(request, fault):
            if fault:
                raise fault
            assert answer is not None
            return answer
        engine.sleep(config.server_error_backoff_factor * 2 ** (attempt - 1))


def _log(engine: Engine, request: Request, answer: Answer | None, seconds: float) -> None:
    level = logging.INFO if engine.config().info_logging_enabled else logging.DEBUG
    status = answer.status if answer else "no answer"
    logger.log(
        level,
        "%s %s: %s in %.3f s",
        request.method,
        request.operation or request.url,
        status,
        seconds,
    )
