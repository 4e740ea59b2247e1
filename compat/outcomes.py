"""Compare the outcomes of a test suite with django-esi and with esi-toolkit."""

from collections.abc import Mapping
from dataclasses import dataclass

from compat import failures

Outcomes = Mapping[str, list[str]]
"""Map each test to its outcome ("passed", "failed", "skipped") and the reason given."""


@dataclass(frozen=True)
class Difference:
    """Test that passes with django-esi but not with esi-toolkit; `why` is the reason, if known."""

    test: str
    why: str | None
    said: str


def passed(outcomes: Outcomes) -> set[str]:
    """Return the tests that passed."""
    return {test for test, (outcome, _) in outcomes.items() if outcome == "passed"}


def differences(peer: Outcomes, ours: Outcomes, known: Mapping[str, str]) -> list[Difference]:
    """Return the tests that pass with django-esi only."""
    found = []
    for test in sorted(passed(peer) - passed(ours)):
        said = ours.get(test, ["", "did not run"])[1].strip().splitlines() or [""]
        found.append(Difference(test, failures.reason(known, test), said[-1][:300]))
    return found


def row(label: str, peer: Outcomes | None, ours: Outcomes | None, lost: int) -> str:
    """Return a row of the table: tests, passes with each package, and tests that fail here only."""
    if peer is None or ours is None:
        return f"| {label} | the suite did not finish | | | |"
    return f"| {label} | {len(peer)} | {len(passed(peer))} | {len(passed(ours))} | {lost} |"
