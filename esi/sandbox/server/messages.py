"""A call and its reply, and the replies that are no route's own: refusals and faults."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, Literal

from esi.sandbox.faults import Fault
from esi.sandbox.handlers.registry import Refusal
from esi.sandbox.simulation.cache_turnover import Body

JSON = {"Content-Type": "application/json"}
VARY = "X-Tenant, Accept-Language, X-Compatibility-Date, Accept-Encoding"
HTML = b"<html><head><title>Maintenance</title></head><body>Back soon</body></html>"


@dataclass
class Call:
    """A request; `headers` find a name in any case, `query` holds all values of each name."""

    method: str
    path: str
    query: Mapping[str, Sequence[str]]
    headers: Mapping[str, str]
    body: bytes = b""
    source: str = "127.0.0.1"


@dataclass
class Reply:
    """An answer; `breaks` says how the connection ends early, `tokens` what it cost its bucket.

    `at` is the moment at which it was made and paid for.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    breaks: Literal["drop", "truncate"] | None = None
    tokens: int = 0
    at: float = 0.0


# A mark on the way from a fault to `_finish`; never sent.
BARE = "bare"


class TooMany(Refusal):
    """The bucket is empty for `wait` seconds."""

    def __init__(self, wait: float) -> None:
        super().__init__(429, "Rate limit exceeded")
        self.wait = wait


def refused(refusal: Refusal) -> Reply:
    """The answer that says no."""
    content: dict[str, Any] = {"error": refusal.error}
    if refusal.details:
        content |= {"details": list(refusal.details), "status": refusal.status}
    headers = dict(JSON)
    if isinstance(refusal, TooMany):
        headers["Retry-After"] = str(max(1, math.ceil(refusal.wait)))
    return Reply(refusal.status, headers, Body.of(content).raw)


def broken(fault: Fault | None) -> Reply | None:
    """The answer that a fault gives in place of the route's own."""
    if fault is None or fault.kind in {"truncate", "damage"}:
        return None
    if fault.kind == "not_json":
        return Reply(200, {"Content-Type": "text/html"}, HTML)
    body = json.dumps({"error": f"fault of the sandbox: {fault.status}"})
    headers = {**JSON, **fault.headers}
    if fault.bare:
        headers[BARE] = "yes"
    return Reply(fault.status, headers, (body if fault.body is None else fault.body).encode())


def cut(reply: Reply, fault: Fault | None) -> None:
    """Let half of the body be lost, if that is the fault."""
    if fault is not None and fault.kind == "truncate":
        reply.breaks = "truncate"
    elif fault is not None and fault.kind == "damage":
        reply.body = reply.body[: len(reply.body) // 2]


def bad_header(name: str, value: str, message: str) -> Refusal:
    """The refusal of a header's value."""
    problem = {"location": f"header.{name}", "message": message, "value": value}
    return Refusal(400, "validation failed", [problem])


def last(query: Mapping[str, Sequence[str]], name: str, asked: bool) -> str | None:
    """A parameter of old, where old parameters count."""
    values = query.get(name) if asked else None
    return values[-1] if values else None


def is_known(call: Call, etag: str, born: float) -> bool:
    """Whether the caller has this answer already (RFC 9110, 13.2.2: the tag goes first)."""
    tags = call.headers.get("If-None-Match")
    if tags is not None:
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in known or etag in known or etag.strip('"') in known
    since = call.headers.get("If-Modified-Since")
    if since is None:
        return False
    try:
        return parsedate_to_datetime(since).timestamp() >= math.floor(born)
    except ValueError:
        return False


def encoded(call: Call, reply: Reply, body: Body) -> Reply:
    """The reply with a body, compressed where the caller takes that."""
    if "gzip" in call.headers.get("Accept-Encoding", "").lower():
        reply.headers["Content-Encoding"] = "gzip"
        reply.body = body.zipped
    else:
        reply.body = body.raw
    return reply
