"""Assume that compatibility dates select the API's behaviour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi.core.doctor.assumptions.shapes import compare, header, status
from esi.core.doctor.check import Finding, verdict
from esi.core.doctor.probes import offered

if TYPE_CHECKING:
    from esi.core.http.messages import Response

_OLDEST = "2020-01-01"


def _listed(dates: Response) -> Finding:
    found = sorted(offered(dates))
    return verdict(_OLDEST in found, f"{len(found)} dates, {found[0]} to {found[-1]}")


CHECKS = [
    compare(
        "dates.listed",
        "Which compatibility dates does the API offer?",
        ("dates",),
        _listed,
        expected=f"dates from {_OLDEST}",
        mend="Set ESI_COMPATIBILITY_DATE to a date that the API offers.",
    ),
    header(
        "dates.echoed",
        "Do responses name the date of their route?",
        "old_date",
        "x-compatibility-date",
        lambda text: text <= _OLDEST,
        expected=f"X-Compatibility-Date up to {_OLDEST}, as requested",
        mend="Programs can no longer tell which behaviour a response has.",
    ),
    status(
        "dates.refused",
        "Does the API refuse a date that does not exist?",
        "future",
        400,
        404,
        mend="A wrong ESI_COMPATIBILITY_DATE goes unnoticed.",
    ),
]
