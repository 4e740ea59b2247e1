"""Format values for people: bytes, durations, counts and the cost of a pull."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def size(count: float) -> str:
    """Return a number of bytes as text: `2.1 MB`."""
    for unit in ("B", "kB", "MB"):
        if count < 1000:
            return f"{count:,.0f} {unit}" if unit == "B" else f"{count:,.1f} {unit}"
        count /= 1000
    return f"{count:,.1f} GB"


def seconds(count: float) -> str:
    """Return a duration as text: `20 min`."""
    if count < 90:
        return f"{count:,.0f} s" if count >= 1 else "less than a second"
    if count < 90 * 60:
        return f"{count / 60:,.0f} min"
    return f"{count / 3600:,.1f} h"


def price(plan: Mapping[str, Any], max_pages: int | None = None) -> tuple[str, str]:
    """Return a plan in a sentence, and the kind of its note (`warn`, `good` or empty)."""
    requests, tokens = int(plan["requests"]), int(plan["tokens"])
    if max_pages is not None and requests > plan["calls"] * max_pages:
        tokens = tokens * int(plan["calls"]) * max_pages // requests
        requests = int(plan["calls"]) * max_pages
    cached, left, group = int(plan["cached"]), int(plan["left"]), plan["group"]
    if requests == 0:
        return f"Costs nothing: {count_of(cached, 'response')} in the cache.", "good"
    is_minimum = plan["estimated"] and max_pages != 1
    parts = [count_of(requests, "request")]
    if group == "errors":
        parts.append(f"no tokens (only errors count; {left:,} of them left)")
    else:
        parts.append(f"{count_of(tokens, 'token')} of {left:,} left in {group}")
    if plan["seconds"] >= 1:
        parts.append(f"about {seconds(plan['seconds'])}")
    if cached:
        parts.append(f"{count_of(cached, 'response')} from the cache")
    text = f"{'At least ' if is_minimum else ''}{', '.join(parts)}."
    if is_minimum:
        text += " The number of pages is not known yet."
    if group != "errors" and tokens > left:
        return f"{text} Not enough tokens left: the call will wait for the rate limit.", "warn"
    return text, ""


def count_of(number: int, what: str) -> str:
    """Return a count with its noun: `1 request`, `31 requests`."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")
