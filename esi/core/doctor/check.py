"""Define checks and their findings, and run a list of checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from esi.core.error_text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Status = Literal["ok", "warning", "failed", "skipped"]


class Finding(NamedTuple):
    """Outcome of a rule, and the facts behind it in a few words."""

    status: Status
    found: str


class Unknown(Exception):  # noqa: N818 - no fault of anything
    """Raised by a rule that cannot reach a verdict; the message says why."""


@dataclass(frozen=True)
class Check:
    """Question about this machine or the API.

    Attributes:
        name: name in reports, such as `cache.etag`.
        question: what the check finds out.
        expected: finding if all is well.
        mend: what to do, or what does not work, otherwise.
        rule: takes the subject of the check and returns a finding.
    """

    name: str
    question: str
    expected: str
    mend: str
    rule: Callable[..., Finding]


@dataclass(frozen=True)
class Result:
    """Result of a check, for reports."""

    name: str
    status: Status
    found: str
    question: str
    expected: str
    mend: str


def verdict(holds: object, found: str, otherwise: Status = "failed") -> Finding:
    """Return a finding that is ok if `holds` is true, and has the status `otherwise` if not."""
    return Finding("ok" if holds else otherwise, found)


def run(checks: Iterable[Check], *subject: Any) -> Iterator[Result]:
    """Yield the result of each check of a subject; an error in a rule fails its check."""
    for check in checks:
        try:
            status, found = check.rule(*subject)
        except Unknown as exc:
            status, found = "skipped", str(exc)
        except Exception as exc:  # noqa: BLE001 - a doctor reports any error
            status, found = "failed", f"{type(exc).__name__}: {exc}"
        yield Result(
            check.name, status, one_line(found), check.question, check.expected, check.mend
        )
