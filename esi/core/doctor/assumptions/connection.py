"""Assume that the API can be reached, that the clock is right and that bodies are JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi._header_values import timestamp
from esi.core.doctor.assumptions.shapes import LIMIT_STATUSES, header
from esi.core.doctor.check import Check, Finding, Unknown, verdict
from esi.core.doctor.probes import PROBES

if TYPE_CHECKING:
    from esi.core.doctor.check import Status
    from esi.core.doctor.probes import Replies

_API_PROBES = [probe for probe in PROBES if probe.site == "api"]
_SMALL_SKEW, _LARGE_SKEW = 5.0, 60.0  # seconds


def _network(replies: Replies) -> Finding:
    found = replies.get("dates", "not requested")
    if isinstance(found, str):
        return Finding("failed", found)
    # At a limit, our limiter refuses the request before it is sent.
    if found.requests == 0:
        return Finding("warning", f"not requested: a limit is reached ({found.status})")
    return verdict(found.status < 500, f"status {found.status}")


def _clock(replies: Replies) -> Finding:
    sent = timestamp(replies.response("dates").headers.get("date"))
    if sent is None:
        raise Unknown("the response has no date")
    # Dates have whole seconds: they are half a second old on average.
    skew = replies.received["dates"] - sent - 0.5
    found = f"{abs(skew):,.0f} s {'ahead' if skew > 0 else 'behind'}"
    otherwise: Status = "warning" if abs(skew) <= _LARGE_SKEW else "failed"
    return verdict(abs(skew) <= _SMALL_SKEW, found, otherwise)


def _requests(replies: Replies) -> Finding:
    statuses = [
        (probe.path, response.status)
        for probe in _API_PROBES
        if probe.status == 200
        and not isinstance(response := replies.get(probe.name, ""), str)
        and response.status not in LIMIT_STATUSES
    ]
    if not statuses:
        raise Unknown("nothing was requested")
    wrong = [f"{path}: {status}" for path, status in statuses if status != 200]
    wrong += [f"{p.path}: {replies[p.name]}" for p in _API_PROBES if p.name in replies.faults]
    return verdict(not wrong, ", ".join(wrong) or f"200 for {len(statuses)} requests")


CHECKS = [
    Check(
        "network",
        "Can the API be reached?",
        expected="a response",
        mend="Check the network, the proxy and ESI_API_URL, and whether the API is up: "
        "https://status.eveonline.com",
        rule=_network,
    ),
    Check(
        "clock",
        "Is the clock of this machine right?",
        expected="within 5 s of the API's `Date`",
        mend="Switch on time synchronisation: lifetimes of responses and logins depend on it.",
        rule=_clock,
    ),
    header(
        "http.date",
        "Do responses have a `Date`?",
        "dates",
        "date",
        timestamp,
        expected="an HTTP date",
        mend="Delays that the API names as a date count as zero.",
    ),
    Check(
        "requests",
        "Does the API accept valid requests?",
        expected="status 200 for each",
        mend="The API removed or changed an operation: please report this.",
        rule=_requests,
    ),
    header(
        "http.json",
        "Are bodies JSON?",
        "status",
        "content-type",
        lambda text: text.startswith("application/json"),
        expected="application/json",
        mend="A proxy or a login portal answers in place of the API.",
    ),
    header(
        "http.gzip",
        "Are bodies compressed?",
        "orders",
        "content-encoding",
        lambda text: text.lower() == "gzip",
        expected="content-encoding: gzip",
        mend="Pulls transfer several times as much.",
    ),
]
