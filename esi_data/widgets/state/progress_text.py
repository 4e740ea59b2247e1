"""What is said of how far a run is, and of its end; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi_data.formatting import count_of, seconds, size

if TYPE_CHECKING:
    from esi_data.widgets.state.background_run import Run


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
        said.append(count_of(counts.rows, "row"))
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
        else f"{count_of(counts.requests, 'request')}, {count_of(counts.tokens, 'token')}"
    )
    text = f"{count_of(rows, 'row')}, {cost}, {seconds(run.seconds)}."
    if about.get("consistent") is False:
        return f"{text} The pages are of different moments: rows may be lost or doubled.", "warn"
    if about.get("stale"):
        return f"{text} Old answers stand in for some that the API could not give.", "warn"
    return text, "good"
