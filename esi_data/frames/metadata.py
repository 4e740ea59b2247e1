"""What `df.attrs["esi"]` tells of a frame; JSON values only, since pandas copies and drops others.

=======================  ==========================================================================
`operation`              its old name
`parameters`             those of the call, or of the pull
`compatibility_date`     the API's behaviour asked for
`fetched_at`, `expires`  when the API gave the answer, and when there may be another (ISO 8601);
                         of several the earliest
`last_modified`          of what time the answer is; of several the list of these times
`pages`, `requests`,     pages in the frame, requests that went out for it, what they cost; of
`tokens`, `transferred`  several the sum. `transferred` are bytes of bodies
`from_cache`             nothing was asked of the API
`consistent`             all rows are of one moment (or one for each call of a pull)
`rounds`                 how often pages of another moment were asked for again; of several the sum
`age`                    of an offline client: how old the answer is, in seconds; of several the
                         oldest
`stale`                  old answers stand in for some that the API could not give
`off_schema`             columns that held values which the schema does not describe
`languages`              of a localised frame; `languages_not_honoured` are those of them in which
                         the API did not answer
`errors`                 of a pull with `on_error="collect"`: what failed, why
`skipped`                of a pull with `on_error="skip"`: how many calls failed
=======================  ==========================================================================
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from bravado.exception import HTTPError

from esi.core.cache.policy import timestamp
from esi_data.operation import is_list_like

if TYPE_CHECKING:
    from esi.core.client.future import CachingHttpFuture
    from esi.core.paging.snapshot import Snapshot
    from esi_data.pulls.fan_out import Call


def about(future: CachingHttpFuture, snapshot: Snapshot) -> dict[str, Any]:
    """What is known of one call's answer."""
    last = snapshot.answers[-1]
    engine = future.engine
    date = timestamp(last.headers.get("date"))
    age = {"age": round(engine.clock() - date)} if engine.config().offline and date else {}
    return {
        "operation": future.operation.operation_id,
        "parameters": as_json(getattr(future, "parameters", {})),
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


def failure(call: Call, language: str | None, exc: Exception, item: Any = None) -> dict[str, Any]:
    """What is known of a call that failed; `item` is the value of its body that was refused."""
    told: dict[str, Any] = {"parameters": as_json(call.fanned)}
    if item is not None:
        told["item"] = as_json(item)
    if language:
        told["language"] = language
    told |= {"error": type(exc).__name__, "status": None, "message": str(exc)}
    if isinstance(exc, HTTPError):
        told |= {"status": exc.status_code, "message": exc.message or exc.response.reason}
    return told


def iso(date: str | None) -> str | None:
    """An HTTP date as ISO 8601 text in UTC."""
    if not date:
        return None
    try:
        return parsedate_to_datetime(date).astimezone(UTC).isoformat()
    except ValueError:
        return None


def as_json(value: Any) -> Any:
    """Parameters as JSON values: what is none becomes text."""
    if isinstance(value, dict):
        return {str(name): as_json(each) for name, each in value.items()}
    if is_list_like(value):
        return [as_json(each) for each in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    item = getattr(value, "item", None)  # numpy's scalars
    return as_json(item()) if callable(item) else str(value)
