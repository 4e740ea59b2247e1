"""Send one request with its retries, and wait for the API's rate limits."""

from __future__ import annotations

import logging
import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from esi.core import cancellation, error_text
from esi.core.cancellation import AbandonedError
from esi.core.engine import telemetry
from esi.core.http import transport
from esi.core.http.auth import check_address, signed
from esi.core.http.messages import Response, repeatable
from esi.core.rate_limits import rules as limit_rules
from esi.core.rate_limits.limiter import Admitted, Delayed
from esi.errors import ApiConnectionError, ApiTimeoutError, DjangoEsiException

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    import requests

    from esi.core.config import Config
    from esi.core.engine.telemetry import OnRequest
    from esi.core.http.messages import Options, Request
    from esi.core.rate_limits.forecast import Latency
    from esi.core.rate_limits.limiter import Limiter

    Fault = ApiConnectionError | ApiTimeoutError

logger = logging.getLogger("esi.core")

# Longest wait in total for one request that is refused again and again, in seconds: four of the
# API's largest windows.
_MAX_WAIT = 4 * 15 * 60


@dataclass(frozen=True, slots=True)
class Sender:
    """Everything that sending one request needs; the engine's docstring explains the callables."""

    config: Config
    limiter: Limiter
    latency: Latency
    session: requests.Session
    refresh_lock: threading.Lock
    clock: Callable[[], float]
    sleep: Callable[[float], object]
    jitter: Callable[[], float]
    on_request: OnRequest | None = None

    def send(self, request: Request, options: Options) -> Response:
        """Send a request; retry faults that are likely to pass.

        At a rate limit either wait (`on_limit="wait"`) or return the 429 or 420 that the API would
        send, with its `Retry-After`; its `requests` is 0, since nothing was sent.
        """
        check_address(request, self.config.insecure_hosts)
        attempt = 0
        waited = 0.0
        response: Response | None = None
        while True:
            cancellation.check()
            admitted = self._admit(request)
            if isinstance(admitted, Delayed):
                return _refusal(request, admitted)
            try:
                response, fault, delay = self._send_once(request, options, admitted)
            except (AbandonedError, DjangoEsiException):
                raise
            except Exception:
                # Not the network: tests of apps let the API answer once, and whatever stands
                # in for it fails at the retry. The answer before counts.
                if response is None:
                    raise
                return response
            if delay and self.config.on_limit == "wait":
                waited += delay
                if waited <= _MAX_WAIT:
                    continue
            if response and response.status not in limit_rules.TRANSIENT:
                return response
            attempt += 1
            config, retries = self.config, options.retries
            if retries is None and fault:
                retries = config.connection_error_max_retries
            elif retries is None:
                retries = config.server_error_max_retries
            if attempt > retries or not repeatable(request, fault):
                if response:
                    return response
                assert fault
                # Explain faults during the daily downtime.
                fault.args = (error_text.joined(fault.args[0], limit_rules.downtime(self.clock())),)
                raise fault
            cancellation.check()
            factor = config.server_error_backoff_factor
            cancellation.sleep(limit_rules.backoff(factor, attempt, self.jitter()), self.sleep)

    def _admit(self, request: Request) -> Admitted | Delayed | None:
        """Ask the limiter, and wait for it if the settings say so; None without limits."""
        if self.config.on_limit == "off":
            return None
        admitted = self.limiter.admit(request)
        if isinstance(admitted, Admitted) or self.config.on_limit != "wait":
            return admitted
        return self.limiter.wait(request, admitted, self.sleep)

    def _send_once(
        self, request: Request, options: Options, admitted: Admitted | None
    ) -> tuple[Response | None, Fault | None, float]:
        """Send a request once; return (response, fault, seconds until the API takes the next)."""
        config = self.config
        connect, read = config.requests_connect_timeout, config.requests_read_timeout
        timeout = options.timeout or (connect, read)
        response: Response | None = None
        fault: Fault | None = None
        delay = 0.0
        started, used, own = time.perf_counter(), time.process_time(), time.thread_time()
        try:
            request = signed(request, self.refresh_lock)
            cancellation.check()
            if options.fast_session:
                response = options.fast_session.send(request, timeout)
            else:
                response = transport.send(self.session, request, timeout)
            # Other statuses say enough, and a retry may cost error budget.
            if response.status == 200:
                fault = transport.damage(response, request, keep=options.read is not None)
            response.tokens = limit_rules.spent(response.status, response.headers)
        except (ApiConnectionError, ApiTimeoutError) as exc:
            fault = exc
        finally:
            latency, busy = time.perf_counter() - started, time.process_time() - used
            own = time.thread_time() - own
            if admitted:
                delay = self.limiter.settle(admitted, response)
        if response:
            self.latency.record(latency, busy, own)
        logger.log(
            logging.INFO if config.info_logging_enabled else logging.DEBUG,
            "%s %s: %s in %.3f s",
            request.method,
            request.operation or request.url,
            response.status if response else "no response",
            latency,
        )
        if self.on_request:
            bucket = self.limiter.bucket(request)
            telemetry.report(self.on_request, request, response, bucket=bucket, latency=latency)
        return None if fault else response, fault, delay


def _refusal(request: Request, delayed: Delayed) -> Response:
    """Build the refusal that the API would send now, without a request."""
    logger.info("%s is not sent: limit %s", request.operation or request.url, delayed.bucket)
    seconds = max(math.ceil(delayed.seconds - 0.001), 1)  # cooldowns are stored in milliseconds
    text = (
        f'{{"error": "The limit of {delayed.bucket} is reached, so nothing was sent. Try again in '
        f'{seconds} s, or set ESI_ON_LIMIT to \\"wait\\"."}}'
    )
    headers = {"content-type": "application/json", "retry-after": str(seconds)}
    if delayed.status == 429 and (rate := delayed.rate):
        headers["x-ratelimit-group"] = rate.group
        headers["x-ratelimit-limit"] = f"{rate.tokens}/{rate.window:.0f}s"
    return Response(delayed.status, headers, text.encode(), error_text.reason(delayed.status))
