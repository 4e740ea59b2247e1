"""Write the report: Markdown tables for people, one JSON file for programs."""

import json
import os
import platform
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.benchmarks.measures import Measure
from tests.benchmarks.runs import Record


def machine() -> dict[str, Any]:
    """Return facts about the machine that affect the figures."""
    return {
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def table(measure: Measure, records: list[Record]) -> str:
    """One measure as a Markdown table; seconds, and `x`: how many times the one `against`."""
    head = f"\n### {measure.title}\n\n"
    if measure.function == "memory":
        return head + _memory(records)
    columns = list(dict.fromkeys((r.latency, r.pages) for r in records))
    by = {(r.contender, r.latency, r.pages): r for r in records}
    names = list(dict.fromkeys(r.contender for r in records))
    titles = [_title(latency, pages, columns) for latency, pages in columns]
    rows = []
    for name in names:
        cells = [name]
        for column in columns:
            record = by[name, *column]
            cells.append(_cell(record, by.get((measure.against, *column)), measure))
        first = by[name, *columns[0]]
        cells += [_number(first.median("cpu")), _megabytes(first.median("peak"))]
        rows.append(cells)
    pages = "" if measure.pages else f"{records[0].pages} pages of 1000 rows. "
    runs = max(len(record.runs) for record in records)
    note = f"{pages}Medians of {runs} runs; x: times {measure.against}.\n\n"
    more = []
    if measure.function == "providers":
        more = ["documents fetched"]
        for row, name in zip(rows, names, strict=True):
            row.append(f"{by[name, *columns[0]].median('documents') or 0:.0f}")
    return head + note + _markdown(["", *titles, "CPU s", "memory MB", *more], rows)


def errors(records: Iterable[Record]) -> str:
    """Return the errors as a section of Markdown; an empty text without errors."""
    wrong = [f"- {r.measure}, {r.contender}: {r.error}" for r in records if r.error]
    return "\n### Without a figure\n\n" + "\n".join(dict.fromkeys(wrong)) + "\n" if wrong else ""


def save(path: Path, about: dict[str, Any], records: list[Record]) -> None:
    """Write everything that was measured."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {**about, "records": [record.as_json() for record in records]}
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")


def _title(latency: str, pages: int, columns: list[tuple[str, int]]) -> str:
    if len({pages for _, pages in columns}) > 1:
        return f"{pages} page{'s' if pages > 1 else ''}"
    return "s" if latency == "short" else f"{latency} ms"


def _cell(record: Record, against: Record | None, measure: Measure) -> str:
    wall = record.median("wall")
    if wall is None:
        return "-"
    if measure.name == "curve":
        cpu = record.median("cpu") or 0.0  # steadier than the clock on a busy machine
        return f"{_number(wall)} ({cpu / record.pages * 1000:.2f} ms CPU a page)"
    base = against.median("wall") if against else None
    if base is None or record is against:
        return _number(wall)
    return f"{_number(wall)} ({wall / base:.1f}x)"


def _memory(records: list[Record]) -> str:
    first = next((r for r in records if r.runs), None)
    if first is None:
        return ""
    count = len(first.runs[0]["held"])
    rows = [
        [r.contender, *(f"{held:.0f}" for held in r.runs[0]["held"])] for r in records if r.runs
    ]
    return "MB held by the process.\n\n" + _markdown(["", *map(str, range(1, count + 1))], rows)


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.4f}" if value < 0.1 else f"{value:.2f}"


def _megabytes(value: float | None) -> str:
    return "-" if value is None else f"{value / 1e6:.0f}"


def _markdown(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
