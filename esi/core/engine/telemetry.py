"""Report one record for each request sent and each response from the cache."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.http.messages import Request, Response

    OnRequest = Callable[["RequestRecord"], object]

logger = logging.getLogger("esi.core")


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """Record of one request.

    Attributes:
        operation: its old name; the address without its query if it has no name.
        status: None without a response.
        latency: seconds from sending to the last byte; 0 out of the cache.
        cache: `hit` (nothing was sent), `revalidated` (304) or `miss`.
        bucket: rate limit that paid: group and user, or `errors` for the error limit.
        headers: of the response, names in lower case.
    """

    operation: str
    method: str
    status: int | None
    latency: float
    transferred: int
    cache: Literal["hit", "revalidated", "miss"]
    bucket: str
    tokens: int
    headers: dict[str, str] = field(repr=False)


def report(
    callback: OnRequest,
    request: Request,
    response: Response | None,
    *,
    bucket: str,
    latency: float = 0.0,
    hit: bool = False,
) -> None:
    """Call a callback with the record of a request; log an error of the callback."""
    status = response.status if response else None
    record = RequestRecord(
        request.operation or request.url,
        request.method,
        status,
        latency,
        response.transferred if response and not hit else 0,
        "hit" if hit else "revalidated" if status == 304 else "miss",
        bucket,
        response.tokens if response and not hit else 0,
        response.headers if response else {},
    )
    try:
        callback(record)
    except Exception:
        logger.exception("The callback for requests failed; going on without it")
