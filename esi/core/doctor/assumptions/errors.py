"""Assume that refused requests have the expected statuses and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi.core.doctor.assumptions.shapes import compare, status
from esi.core.doctor.check import Finding, verdict
from esi.core.doctor.probes import object_of

if TYPE_CHECKING:
    from esi.core.http.messages import Response


def _text(no_type: Response) -> Finding:
    text = object_of(no_type).get("error")
    return verdict(isinstance(text, str) and text, str(text))


def _details(bad_value: Response) -> Finding:
    details = object_of(bad_value).get("details")
    first = details[0] if isinstance(details, list) and details else {}
    return verdict({"location", "message"} <= set(first), ", ".join(sorted(first)) or "no details")


CHECKS = [
    status(
        "errors.missing",
        "Is a type that does not exist a 404?",
        "no_type",
        404,
        mend='`on_error="skip"` and names treat it as another error.',
    ),
    compare(
        "errors.text",
        "Do errors have a text?",
        ("no_type",),
        _text,
        expected='{"error": "..."}',
        mend="Exceptions do not say what was wrong.",
    ),
    status(
        "errors.value",
        "Does the API refuse a wrong value?",
        "bad_value",
        400,
        mend="Typing errors in parameters go unnoticed.",
    ),
    compare(
        "errors.details",
        "Do refusals name the parameter?",
        ("bad_value",),
        _details,
        expected='{"error", "details": [{"location", "message"}]}',
        mend="Exceptions do not name the parameter that was wrong.",
    ),
    status(
        "errors.login",
        "Does the API refuse a private route without a token?",
        "no_token",
        401,
        403,
        mend="Missing logins are reported as another error.",
    ),
    status(
        "errors.batch",
        "Does one unknown id fail a batch of names?",
        "bad_names",
        404,
        mend="Names of ids in such a batch may be wrong or missing.",
    ),
]
