"""Write the results of checks as a report that can be published."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from esi.core.doctor.check import Result

_MARKS = {"ok": "ok", "warning": "WARNING", "failed": "FAILED", "skipped": "skipped"}
_PASSWORD = re.compile(r"(?<=://)[^/@\s]+@")
_JWT = re.compile(r"\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?")


def failed(results: Iterable[Result]) -> bool:
    """Return True if a check failed."""
    return any(result.status == "failed" for result in results)


def public(result: Result, home: str | None = None) -> Result:
    """Return a result without the home folder of this user, passwords and tokens."""
    if home is None:
        try:
            home = str(Path.home())
        except RuntimeError:
            home = ""
    text = _JWT.sub("***", _PASSWORD.sub("***@", result.found))
    if len(home) > 1:
        text = re.sub(rf"{re.escape(home)}(?![\w.-])", "~", text)
    return replace(result, found=text)


def line(result: Result) -> str:
    """Return a result as a line of text; a warning or failure has a second line with a remedy."""
    text = f"{_MARKS[result.status]:8} {result.name:20} {result.found}"
    if result.status in {"failed", "warning"}:
        text += f"\n{'':8} {'':20} expected: {result.expected}. {result.mend}"
    return text


def summary(results: Sequence[Result]) -> str:
    """Return the number of results of each status as a sentence."""
    counts = {status: sum(r.status == status for r in results) for status in _MARKS}
    found = [f"{count} {status}" for status, count in counts.items() if count]
    return f"{len(results)} checks: {', '.join(found) or 'none'}."


def as_text(results: Sequence[Result], facts: Mapping[str, str]) -> str:
    """Return a report for a terminal."""
    head = [f"{name}: {value}" for name, value in facts.items()]
    return "\n".join([*head, "", *map(line, results), "", summary(results)])


def as_markdown(results: Sequence[Result], facts: Mapping[str, str]) -> str:
    """Return a report to paste into an issue."""
    head = [f"- {name}: {_cell(value)}" for name, value in facts.items()]
    rows = [
        f"| {_MARKS[r.status]} | {r.name} | {_cell(r.found)} | {_cell(r.expected)} |"
        for r in results
    ]
    table = ["| result | check | found | expected |", "|---|---|---|---|", *rows]
    return "\n".join([*head, "", *table, "", summary(results)])


def as_json(results: Sequence[Result], facts: Mapping[str, str]) -> str:
    """Return a report for a program."""
    checks = [asdict(result) for result in results]
    return json.dumps(
        {**facts, "failed": failed(results), "checks": checks}, indent=1, ensure_ascii=False
    )


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


FORMATS: Mapping[str, Callable[[Sequence[Result], Mapping[str, str]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
