"""Find failures in logs, and tell known ones from unknown ones."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

HEAD = "Traceback (most recent call last):"
TASK = re.compile(r"Task ([\w.]+)\[")


def read_known(file: Path) -> dict[str, str]:
    """Return the known failures listed in a file, as pattern and reason."""
    return tomllib.loads(file.read_text("utf-8"))


def reason(known: Mapping[str, str], failure: str) -> str | None:
    """Return the reason of a known failure, or None for an unknown one."""
    return next(
        (why for each, why in known.items() if re.fullmatch(each, failure, re.DOTALL)), None
    )


def tracebacks(log: str) -> Iterator[str]:
    """Yield the last line of each traceback in a log, prefixed with the name of its Celery task.

    Each record of these logs begins with its time in brackets.
    """
    task, inside = "", False
    for line in log.splitlines():
        if line.startswith("["):
            found = TASK.search(line)
            task = f"{found[1]}: " if found else ""
        if HEAD in line:
            inside = True
        elif inside and line and not line[0].isspace():
            yield task + line
            inside = False
    if inside:
        yield f"{task}a traceback without its end"


def sort_out(found: Iterable[str], known: Mapping[str, str]) -> tuple[Counter[str], Counter[str]]:
    """Count failures: known ones by their reason, unknown ones by their text."""
    reasons: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for failure in found:
        why = reason(known, failure)
        if why is None:
            unknown[failure] += 1
        else:
            reasons[why] += 1
    return reasons, unknown
