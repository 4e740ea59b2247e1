"""Make checks from what an assumption is about: a status, a header, or whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi.core.doctor.check import Check, Finding, Unknown, verdict
from esi.core.doctor.probes import PROBES, Replies

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.http.messages import Response

_PROBES = {probe.name: probe for probe in PROBES}
LIMIT_STATUSES = {420, 429}


def compare(
    name: str,
    question: str,
    probes: tuple[str, ...],
    rule: Callable[..., Finding],
    *,
    expected: str,
    mend: str,
    any_status: bool = False,
) -> Check:
    """Return a check of the responses to some probes.

    The check is skipped if a response shows a limit (420, 429) or a failing server (5xx).

    Args:
        name: name of the assumption.
        question: what the check finds out.
        probes: names of the probes; the rule takes their responses as arguments.
        rule: compares the responses with the assumption.
        expected: what the API does if the assumption holds.
        mend: what stops working otherwise, or what to do.
        any_status: pass responses of any other status to the rule. By default a status that the
            probe does not expect skips the check.
    """

    def on_replies(replies: Replies) -> Finding:
        responses = [replies.response(probe) for probe in probes]
        for probe, response in zip(probes, responses, strict=True):
            status = response.status
            unexpected = status != _PROBES[probe].status and not any_status
            if unexpected or status in LIMIT_STATUSES or status >= 500:
                raise Unknown(f"{_PROBES[probe].path or probe} returned status {status}")
        return rule(*responses)

    return Check(name, question, expected, mend, on_replies)


def status(name: str, question: str, probe: str, *allowed: int, mend: str) -> Check:
    """Return a check that a response has one of the `allowed` statuses."""

    def rule(response: Response) -> Finding:
        return verdict(response.status in allowed, f"status {response.status}")

    expected = f"status {' or '.join(map(str, allowed))}"
    return compare(name, question, (probe,), rule, expected=expected, mend=mend, any_status=True)


def header(
    name: str,
    question: str,
    probe: str,
    field: str,
    holds: Callable[[str], object],
    *,
    expected: str,
    mend: str,
) -> Check:
    """Return a check that a response has a header, and that `holds` is true of its value."""

    def rule(response: Response) -> Finding:
        return header_finding(response, field, holds)

    return compare(name, question, (probe,), rule, expected=expected, mend=mend)


def header_finding(response: Response, field: str, holds: Callable[[str], object]) -> Finding:
    """Return the finding of a rule about one header; a missing header fails it."""
    if field not in response.headers:
        return Finding("failed", f"no header {field}")
    return verdict(holds(response.headers[field]), f"{field}: {response.headers[field]}")
