"""Assume that responses report their limits, and cost what plans and the limiter count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi._header_values import number
from esi.core.doctor.assumptions.shapes import compare, header
from esi.core.doctor.check import Check, Finding, verdict
from esi.core.rate_limits.rules import Report, errors_left

if TYPE_CHECKING:
    from esi.core.http.messages import Response
    from esi.core.http.rates import Rate


def rate_text(rate: Rate | None) -> str:
    """Return a limit as text, such as "12000 in 15 min (market-order)"."""
    return f"{rate.tokens} in {rate.window / 60:.0f} min ({rate.group})" if rate else "none"


def _group(orders: Response) -> Finding:
    report = Report.from_http(orders.headers)
    if report is None:
        return Finding("failed", f"X-Ratelimit-Limit: {orders.headers.get('x-ratelimit-limit')}")
    return verdict(report.rate.group == "market-order", rate_text(report.rate))


def _errors(type_: Response) -> Finding:
    found = errors_left(type_.headers)
    return verdict(found, f"{found[0]} left, for {found[1]:.0f} s" if found else "not named")


def _exclusive(*responses: Response) -> Finding:
    both = any(
        "x-esi-error-limit-remain" in each.headers and "x-ratelimit-group" in each.headers
        for each in responses
    )
    return verdict(not both, "both on one response" if both else "one kind each")


def _price(
    name: str, question: str, probe: str, tokens: int, mend: str = "Plans name a wrong price."
) -> Check:
    """Return the check of a response's cost in tokens."""
    return header(
        name,
        question,
        probe,
        "x-ratelimit-used",
        lambda text: number(text) == tokens,
        expected="1 token" if tokens == 1 else f"{tokens} tokens",
        mend=mend,
    )


CHECKS = [
    compare(
        "limits.group",
        "Do responses name their group and its limit?",
        ("orders",),
        _group,
        expected="X-Ratelimit-Group: market-order, and X-Ratelimit-Limit such as 12000/15m",
        mend="The document's limits apply; requests of your other programs are not counted.",
    ),
    header(
        "limits.remaining",
        "Do responses say how many tokens are left?",
        "orders",
        "x-ratelimit-remaining",
        lambda text: number(text) is not None,
        expected="X-Ratelimit-Remaining, a number",
        mend="Tokens that other programs spend are not counted.",
    ),
    _price("limits.price", "What does a response cost?", "orders", 2),
    _price("limits.price_304", "What does an unchanged response cost?", "by_etag", 1),
    _price(
        "limits.price_4xx",
        "What does a refusal cost?",
        "beyond",
        5,
        mend="The limiter counts refusals wrongly.",
    ),
    compare(
        "limits.errors",
        "Do routes without a group name the error limit?",
        ("type",),
        _errors,
        expected="X-ESI-Error-Limit-Remain and -Reset",
        mend="Errors of other programs at this address are not counted.",
    ),
    compare(
        "limits.exclusive",
        "Does each route have one kind of limit?",
        ("orders", "type"),
        _exclusive,
        expected="the headers of tokens or those of the error limit",
        mend="Requests are counted in the wrong budget.",
    ),
]
