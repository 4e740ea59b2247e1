"""What is said of a price and of how far a run is; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi_data.widgets.html import seconds, size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esi_data.widgets.running import Run


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
        return f"Costs nothing: {_count(cached, 'answer')} of the cache still hold.", "good"
    guess = plan["estimated"] and max_pages != 1
    said = [_count(requests, "request")]
    if group == "errors":
        said.append(f"no tokens (only failures count; {left:,} of them are left)")
    else:
        said.append(f"{_count(tokens, 'token')} of {left:,} left in {group}")
    if plan["seconds"] >= 1:
        said.append(f"about {seconds(plan['seconds'])}")
    if cached:
        said.append(f"{_count(cached, 'answer')} more from the cache")
    text = f"{'At least ' if guess else ''}{', '.join(said)}."
    if guess:
        text += " Only a listing's first page tells how many there are."
    if group != "errors" and tokens > left:
        return f"{text} More than is left: it will wait for its limit.", "warn"
    return text, ""


def progress(run: Run, left: tuple[int, int] | None = None, waits: float = 0.0) -> str:
    """How far a run is: pages, rows, what came over the wire, tokens left, time left.

    Args:
        run: what is told of.
        left: tokens of its budget that are left, and how many it has.
        waits: seconds that it has to wait for its limit, if it does.
    """
    counts = run.counts
    total = "" if counts.total is None else f" of {counts.total:,}"
    units = counts.unit if (counts.total or counts.done) == 1 else f"{counts.unit}s"
    said = [f"{counts.done:,}{total} {units}"] if counts.done else ["waiting for the first answer"]
    if counts.rows:
        said.append(_count(counts.rows, "row"))
    if counts.transferred:
        said.append(size(counts.transferred))
    if left:
        said.append(f"{left[0]:,} of {left[1]:,} tokens left")
    if waits:
        said.append(f"waits {seconds(waits)} for its limit")
    elif run.seconds_left is not None:
        said.append(f"about {seconds(run.seconds_left)} left")
    return " · ".join(said)


def outcome(run: Run) -> tuple[str, str]:
    """What became of a run, and the kind of its note."""
    counts = run.counts
    if run.state == "stopped":
        text = "Stopped."
        if counts.done or run.answers:
            text += " What came in is in the cache: run it again to go on."
        return text, "warn"
    about = run.frame.attrs.get("esi", {}) if run.frame is not None else {}
    rows = len(run.frame) if run.frame is not None else counts.rows
    cost = (
        "out of the cache"
        if about.get("from_cache")
        else f"{_count(counts.requests, 'request')}, {_count(counts.tokens, 'token')}"
    )
    text = f"{_count(rows, 'row')}, {cost}, {seconds(run.seconds)}."
    if about.get("consistent") is False:
        return f"{text} The pages are of different moments: rows may be lost or doubled.", "warn"
    if about.get("stale"):
        return f"{text} Old answers stand in for some that the API could not give.", "warn"
    return text, "good"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")
