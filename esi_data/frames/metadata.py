"""Make `df.attrs["esi"]` of a call, which docs/reference/frames.md describes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from esi._header_values import timestamp

if TYPE_CHECKING:
    from esi.core.client.future import CachingHttpFuture
    from esi.core.paging.snapshot import Snapshot


def metadata_of(future: CachingHttpFuture, snapshot: Snapshot) -> dict[str, Any]:
    """Return `attrs["esi"]` of one call."""
    last = snapshot.responses[-1]
    engine = future.engine
    date = timestamp(last.headers.get("date"))
    age = {"age": round(engine.clock() - date)} if engine.config().offline and date else {}
    return {
        "operation": future.operation.operation_id,
        "api_url": future.operation.swagger_spec.api_url,
        "compatibility_date": future.future.request.headers.get("X-Compatibility-Date"),
        "fetched_at": iso(last.headers.get("date")),
        "last_modified": iso(snapshot.last_modified),
        "expires": iso(last.headers.get("expires")),
        "pages": snapshot.pages,
        "requests": snapshot.requests,
        "transferred": snapshot.transferred,
        "tokens": snapshot.tokens,
        "from_cache": snapshot.from_cache,
        "consistent": snapshot.consistent,
        "rounds": snapshot.rounds,
        "stale": snapshot.stale,
        **age,
    }


def iso(date: str | None) -> str | None:
    """Return an HTTP date as ISO 8601 text in UTC; None where it is missing or malformed."""
    seconds = timestamp(date)
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat()
