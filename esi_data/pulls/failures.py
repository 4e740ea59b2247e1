"""Failures of single calls: which of them a pull survives, and their records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bravado.exception import HTTPError

from esi.errors import ApiConnectionError, ApiTimeoutError, InvalidAnswerError
from esi_data.operation import as_json

if TYPE_CHECKING:
    from esi_data.pulls.fan_out import PullCall

# May fail one call without failing the pull. A `LimitError` among them ends it: the other calls
# would fail alike.
CALL_ERRORS = (HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError)

# Statuses by which the API rejects a whole body for one bad value in it.
_REJECTED = {400, 404, 422}


def is_rejected_body(exc: Exception) -> bool:
    """Return True if the API rejected a body, as it does for one bad value among many."""
    return isinstance(exc, HTTPError) and exc.status_code in _REJECTED


def record_of(
    call: PullCall, language: str | None, exc: Exception, item: Any = None
) -> dict[str, Any]:
    """Return an entry of `attrs["esi"]["errors"]`; `item` is the value of a body that failed."""
    record: dict[str, Any] = {"parameters": as_json(call.fanned)}
    if item is not None:
        record["item"] = as_json(item)
    if language:
        record["language"] = language
    record |= {"error": type(exc).__name__, "status": None, "message": str(exc)}
    if isinstance(exc, HTTPError):
        record |= {"status": exc.status_code, "message": exc.message or exc.response.reason}
    return record
