"""Texts about the progress and the outcome of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi_data.formatting import count_of, seconds, size

if TYPE_CHECKING:
    from esi_data.widgets.state.background_run import BackgroundRun


def progress(run: BackgroundRun, left: tuple[int, int] | None = None, wait: float = 0.0) -> str:
    """Return a line with a run's pages, rows, bytes, remaining tokens and remaining time.

    Args:
        run: the run.
        left: remaining tokens of its budget, and the size of the budget.
        wait: seconds until its rate limit lets it continue.
    """
    counts = run.counts
    total = "" if counts.total is None else f" of {counts.total:,}"
    units = counts.unit if (counts.total or counts.done) == 1 else f"{counts.unit}s"
    done = f"{counts.done:,}{total} {units}" if counts.done else "waiting for the first response"
    parts = [done]
    if counts.rows:
        parts.append(count_of(counts.rows, "row"))
    if counts.transferred:
        parts.append(size(counts.transferred))
    if left:
        parts.append(f"{left[0]:,} of {left[1]:,} tokens left")
    if wait:
        parts.append(f"waiting {seconds(wait)} for the rate limit")
    elif run.seconds_left is not None:
        parts.append(f"about {seconds(run.seconds_left)} left")
    return " · ".join(parts)


def outcome(run: BackgroundRun) -> tuple[str, str]:
    """Return the outcome of a run as a text, and the kind of its note."""
    counts = run.counts
    if run.state == "stopped":
        text = "Stopped."
        if counts.done or run.responses:
            text += " What has arrived is in the cache; run again to resume."
        return text, "warn"
    metadata = run.frame.attrs.get("esi", {}) if run.frame is not None else {}
    rows = len(run.frame) if run.frame is not None else counts.rows
    cost = (
        "from the cache"
        if metadata.get("from_cache")
        else f"{count_of(counts.requests, 'request')}, {count_of(counts.tokens, 'token')}"
    )
    text = f"{count_of(rows, 'row')}, {cost}, {seconds(run.seconds)}."
    if metadata.get("consistent") is False:
        warning = "The pages come from different snapshots; rows may be missing or duplicated."
        return f"{text} {warning}", "warn"
    if metadata.get("stale"):
        return f"{text} Some rows are outdated: the API failed, so the cache was used.", "warn"
    return text, "good"
