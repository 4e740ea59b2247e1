"""Requests and responses of the sandbox; responses that do not come from a handler."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, Literal

from esi.sandbox.faults import Fault
from esi.sandbox.handlers.registry import Refusal
from esi.sandbox.simulation.cache_turnover import EncodedBody

JSON = {"Content-Type": "application/json"}
VARY = "X-Tenant, Accept-Language, X-Compatibility-Date, Accept-Encoding"
HTML = b"<html><head><title>Maintenance</title></head><body>Back soon</body></html>"


@dataclass
class ApiRequest:
    """Request: `headers` are case-insensitive, `query` has all values of each name."""

    method: str
    path: str
    query: Mapping[str, Sequence[str]]
    headers: Mapping[str, str]
    body: bytes = b""
    source: str = "127.0.0.1"


@dataclass
class ApiResponse:
    """Response to a request.

    Attributes:
        breaks: how the connection ends early, or its body arrives otherwise.
        seconds: length of a slow body's transfer.
        bare: leave out the headers of the limits.
        tokens: tokens it cost its bucket.
        at: seconds since 1970 at which it was made and paid for.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    breaks: Literal["drop", "truncate", "understate", "slow"] | None = None
    seconds: float = 0.0
    bare: bool = False
    tokens: int = 0
    at: float = 0.0


class RateLimited(Refusal):
    """Refusal because the bucket is empty for `wait` seconds."""

    def __init__(self, wait: float) -> None:
        super().__init__(429, "Rate limit exceeded")
        self.wait = wait


def refusal_response(refusal: Refusal) -> ApiResponse:
    """Build the error response of a refusal."""
    content: dict[str, Any] = {"error": refusal.error}
    if refusal.details:
        content |= {"details": list(refusal.details), "status": refusal.status}
    headers = dict(JSON)
    if isinstance(refusal, RateLimited):
        headers["Retry-After"] = str(max(1, math.ceil(refusal.wait)))
    return ApiResponse(refusal.status, headers, EncodedBody.of(content).raw)


def fault_response(fault: Fault | None) -> ApiResponse | None:
    """Build the response that a fault sends instead of the route's own."""
    if fault is None or fault.kind not in {"fail", "not_json"}:
        return None
    if fault.kind == "not_json":
        return ApiResponse(200, {"Content-Type": "text/html"}, HTML)
    body = fault.body
    if body is None:
        body = json.dumps({"error": f"fault of the sandbox: {fault.status}"})
    return ApiResponse(fault.status, {**JSON, **fault.headers}, body.encode(), bare=fault.bare)


def spoil(response: ApiResponse, fault: Fault | None) -> None:
    """Damage the body or its transfer, if that is the fault."""
    half = len(response.body) // 2
    if fault is None:
        return
    if fault.kind in {"truncate", "understate", "slow"}:
        response.breaks, response.seconds = fault.kind, fault.seconds
    elif fault.kind == "damage":
        response.body = response.body[:half]
    elif fault.kind == "garble":
        changed = bytes(byte ^ 0x55 for byte in response.body[half : half + 4])
        response.body = response.body[:half] + changed + response.body[half + 4 :]


def bad_header(name: str, value: str, message: str) -> Refusal:
    """Build the refusal of a header's value."""
    problem = {"location": f"header.{name}", "message": message, "value": value}
    return Refusal(400, "validation failed", [problem])


def is_not_modified(request: ApiRequest, etag: str, built_at: float) -> bool:
    """Check whether the client has this response (RFC 9110, 13.2.2: the ETag takes precedence)."""
    tags = request.headers.get("If-None-Match")
    if tags is not None:
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in known or etag in known or etag.strip('"') in known
    since = request.headers.get("If-Modified-Since")
    if since is None:
        return False
    try:
        return parsedate_to_datetime(since).timestamp() >= math.floor(built_at)
    except ValueError:
        return False


def add_body(request: ApiRequest, response: ApiResponse, body: EncodedBody) -> ApiResponse:
    """Add a body, compressed where the client accepts that."""
    if "gzip" in request.headers.get("Accept-Encoding", "").lower():
        response.headers["Content-Encoding"] = "gzip"
        response.body = body.gzipped
    else:
        response.body = body.raw
    return response
