"""What a program may watch: one record for each request sent and each answer out of the cache."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.http.messages import Request, Response

logger = logging.getLogger("esi.core")


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """One request, as it went.

    Attributes:
        operation: its old name; the address without its query where there is none.
        method: upper case.
        status: of the answer; None where none came.
        latency: seconds from sending to the last byte; 0 out of the cache.
        transferred: bytes of the body, as they came.
        cache: `hit` (nothing was sent), `revalidated` (304) or `miss`.
        bucket: whose limit paid: group and user, or `errors` for the error limit.
        tokens: what it cost.
        headers: of the answer, names in lower case.
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


def tell(
    callback: Callable[[RequestRecord], object] | None,
    request: Request,
    answer: Response | None,
    *,
    bucket: str,
    latency: float = 0.0,
    hit: bool = False,
) -> None:
    """Call a callback with the record of a request; its errors are logged and passed over."""
    if callback is None:
        return
    revalidated = answer is not None and answer.status == 304
    record = RequestRecord(
        request.operation or request.url,
        request.method,
        answer.status if answer else None,
        latency,
        answer.transferred if answer and not hit else 0,
        "hit" if hit else "revalidated" if revalidated else "miss",
        bucket,
        answer.tokens if answer and not hit else 0,
        answer.headers if answer else {},
    )
    try:
        callback(record)
    except Exception:
        logger.exception("The callback for requests failed; going on without it")
