"""How numbers are told to people: bytes, times, counts, and the price of a pull; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def size(count: float) -> str:
    """Bytes for people."""
    for unit in ("B", "kB", "MB"):
        if count < 1000:
            return f"{count:,.0f} {unit}" if unit == "B" else f"{count:,.1f} {unit}"
        count /= 1000
    return f"{count:,.1f} GB"


def seconds(count: float) -> str:
    """A time span for people."""
    if count < 90:
        return f"{count:,.0f} s" if count >= 1 else "less than a second"
    if count < 90 * 60:
        return f"{count / 60:,.0f} min"
    return f"{count / 3600:,.1f} h"


def price(plan: Mapping[str, Any], max_pages: int | None = None) -> tuple[str, str]:
    """A row of `Esi.plan` in a sentence, and the kind of its note (`warn`, `good` or none).

    `max_pages` bounds what each call of a listing takes.
    """
    requests, tokens = int(plan["requests"]), int(plan["tokens"])
    if max_pages is not None and requests > plan["calls"] * max_pages:
        tokens = tokens * int(plan["calls"]) * max_pages // requests
        requests = int(plan["calls"]) * max_pages
    cached, left, group = int(plan["cached"]), int(plan["left"]), plan["group"]
    if requests == 0:
        return f"Costs nothing: {count_of(cached, 'answer')} of the cache still hold.", "good"
    guess = plan["estimated"] and max_pages != 1
    said = [count_of(requests, "request")]
    if group == "errors":
        said.append(f"no tokens (only failures count; {left:,} of them are left)")
    else:
        said.append(f"{count_of(tokens, 'token')} of {left:,} left in {group}")
    if plan["seconds"] >= 1:
        said.append(f"about {seconds(plan['seconds'])}")
    if cached:
        said.append(f"{count_of(cached, 'answer')} more from the cache")
    text = f"{'At least ' if guess else ''}{', '.join(said)}."
    if guess:
        text += " Only a listing's first page tells how many there are."
    if group != "errors" and tokens > left:
        return f"{text} More than is left: it will wait for its limit.", "warn"
    return text, ""


def count_of(number: int, what: str) -> str:
    """A number of things: `1 request`, `31 requests`."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")
