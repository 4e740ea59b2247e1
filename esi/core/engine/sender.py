"""One request, sent as often as it takes: faults that pass by themselves, and the API's limits."""

from __future__ import annotations

import logging
import math
import time
from typing import TYPE_CHECKING

from esi.core import cancellation, error_text
from esi.core.engine import telemetry
from esi.core.http import transport
from esi.core.http.auth import signed
from esi.core.http.idempotency import repeatable
from esi.core.http.messages import Response
from esi.core.rate_limits import rules as limit_rules
from esi.core.rate_limits.limiter import Admitted, Delayed
from esi.errors import ApiConnectionError, ApiTimeoutError

if TYPE_CHECKING:
    from esi.core.engine.engine import Engine
    from esi.core.http.messages import Options, Request

logger = logging.getLogger("esi.core")

# The longest that refusals of one request are waited out: four of the API's largest windows.
_LONGEST_WAIT = 4 * 15 * 60

# Seconds slept at once in a thread of a pull, so that one that was given up ends soon.
_NAP = 1.0

# A wait shorter than this is not worth a line in the log.
_WORTH_SAYING = 2.0


def send(engine: Engine, request: Request, options: Options) -> Response:
    """Send a request, again while the fault looks like one that passes.

    At a limit it waits (`on_limit="wait"`) or answers in the API's stead with a 429 or 420 that was
    never sent (`requests` is 0) and says in `Retry-After` when to come back.

    Raises:
        ApiConnectionError, ApiTimeoutError: after the last retry.
        AbandonedError: nobody waits for it any more.
        TokenExpiredError and others: its token had to be refreshed, see `transport.signed`.
    """
    config = engine.config()
    attempt = 0
    waited = 0.0
    while True:
        cancellation.check()
        granted = _granted(engine, request)
        if isinstance(granted, Delayed):
            return _refusal(request, granted)
        answer, fault, stay_away = _once(engine, request, options, granted)
        if stay_away and config.on_limit == "wait":
            waited += stay_away
            if waited <= _LONGEST_WAIT:
                continue
        if answer and answer.status not in limit_rules.TRANSIENT:
            return answer
        attempt += 1
        allowed = options.retries
        if allowed is None:
            allowed = (
                config.connection_error_max_retries if fault else config.server_error_max_retries
            )
        if attempt > allowed or not repeatable(request, fault):
            if fault:
                raise _explained(fault, engine.clock())
            assert answer is not None
            return answer
        cancellation.check()
        engine.sleep(
            limit_rules.backoff(config.server_error_backoff_factor, attempt, engine.jitter())
        )


def _granted(engine: Engine, request: Request) -> Admitted | Delayed | None:
    """Leave to send a request, waiting for it where that is asked for; None without limits."""
    policy = engine.config().on_limit
    if policy == "off":
        return None
    granted = engine.limiter.admit(request)
    if isinstance(granted, Admitted) or policy != "wait":
        return granted
    said = granted.seconds < _WORTH_SAYING or engine.limiter.was_logged(granted)
    level = logging.DEBUG if said else logging.WARNING
    logger.log(
        level,
        "%s waits for its limit (%s), at least %.0f s",
        request.operation or request.url,
        granted.bucket,
        granted.seconds,
    )
    with engine.limiter.waiting(request):
        while isinstance(granted, Delayed):
            nap = min(granted.seconds, _NAP) if cancellation.has_others() else granted.seconds
            engine.limiter.sleep(engine.sleep, nap)
            cancellation.check()
            granted = engine.limiter.admit(request)
    return granted


def _once(
    engine: Engine, request: Request, options: Options, granted: Admitted | None
) -> tuple[Response | None, ApiConnectionError | ApiTimeoutError | None, float]:
    """Send a request once: its answer, or the fault, and the seconds to stay away."""
    config = engine.config()
    timeout = options.timeout or (
        config.requests_connect_timeout,
        config.requests_read_timeout,
    )
    answer: Response | None = None
    fault: ApiConnectionError | ApiTimeoutError | None = None
    stay_away = 0.0
    started = time.perf_counter()
    try:
        request = signed(request, engine.refreshing)
        if options.line:
            answer = options.line.send(request, timeout)
        else:
            answer = transport.send(engine.session, request, timeout)
        answer.tokens = limit_rules.spent(answer.status, answer.headers)
    except (ApiConnectionError, ApiTimeoutError) as exc:
        fault = exc
    finally:
        latency = time.perf_counter() - started
        if granted:
            stay_away = engine.limiter.settle(granted, request, answer)
    if answer:
        engine.latency.record(latency)
    _log(engine, request, answer, latency)
    if engine.on_request:
        bucket = engine.limiter.bucket(request)
        telemetry.tell(engine.on_request, request, answer, bucket=bucket, latency=latency)
    # Of other answers the status says enough, and to ask again may cost errors.
    if answer and answer.status == 200 and (fault := transport.damage(answer, request)):
        answer = None
    return answer, fault, stay_away


def tell_hit(engine: Engine, request: Request, answer: Response) -> None:
    """Tell `on_request` of an answer out of the cache."""
    if engine.on_request:
        bucket = engine.limiter.bucket(request)
        telemetry.tell(engine.on_request, request, answer, bucket=bucket, hit=True)


def _refusal(request: Request, wait: Delayed) -> Response:
    """What the API would answer now, without asking it."""
    logger.info("%s is not sent: limit %s", request.operation or request.url, wait.bucket)
    return limits_answer(wait.status, wait.seconds, wait.bucket)


def limits_answer(status: int, seconds: float, bucket: str) -> Response:
    """A refusal of our own: no request was sent for it."""
    whole = max(math.ceil(seconds - 0.001), 1)  # stops are kept in milliseconds
    text = (
        f'{{"error": "The limit of {bucket} is reached, so nothing was sent. Come back in {whole} '
        's, or set ESI_ON_LIMIT to \\"wait\\"."}'
    )
    headers = {"content-type": "application/json", "retry-after": str(whole)}
    return Response(status, headers, text.encode(), error_text.reason(status))


def _explained(
    fault: ApiConnectionError | ApiTimeoutError, now: float
) -> ApiConnectionError | ApiTimeoutError:
    """The fault, with a word on the daily downtime where that is likely why."""
    said = limit_rules.downtime(now)
    if said:
        fault.args = (f"{fault.args[0]} {said}", *fault.args[1:])
    return fault


def _log(engine: Engine, request: Request, answer: Response | None, seconds: float) -> None:
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
