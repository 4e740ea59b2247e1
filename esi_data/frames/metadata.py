"""`df.attrs["esi"]` of a frame; JSON values only, since pandas copies and drops others.

=======================  ==========================================================================
`operation`              name of the operation
`parameters`             parameters of the call, or of the pull
`api_url`                address of the API; `tenant` of a dataset names its server
`compatibility_date`     compatibility date of the request
`fetched_at`, `expires`  when the API sent the response, and when a new one may exist (ISO 8601);
                         of several the earliest
`last_modified`          which snapshot of the API's cache it is; of several the list of these times
`pages`, `requests`,     pages in the frame, requests sent for it, their tokens and the bytes of
`tokens`, `transferred`  their bodies; of several the sum
`from_cache`             True if no request was sent
`consistent`             True if all rows are of one snapshot (one for each call of a pull)
`rounds`                 how often pages of another snapshot were fetched again; of several the sum
`age`                    offline only: age of the response in seconds; of several the oldest
`stale`                  True if old responses replace some that the API could not give
`off_schema`             columns with values that the schema does not describe
`languages`              languages of a localised frame; `languages_not_honoured` lists those in
                         which the API did not respond
`errors`                 failed calls, of a pull with `on_error="collect"`
`skipped`                number of failed calls, of a pull with `on_error="skip"`
=======================  ==========================================================================
"""

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
