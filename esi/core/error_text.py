"""Build the text of API errors: status, operation and the API's own message, each once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

# Reasons of the API's non-standard statuses; HTTP/2 sends none.
_REASONS = {420: "Error Limit Exceeded", 520: "Unknown Error"}
_MAX_LENGTH = 200  # characters of a message that is no error object
# Characters that control a terminal, start a line in a log, or reverse the direction of writing.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+")


def reason(status: int) -> str:
    """Return the reason phrase of a status."""
    from http import HTTPStatus  # noqa: PLC0415 - not for `esi-data --help`

    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return _REASONS.get(status, "")


def api_message(body: Any) -> str | None:
    """Return the API's message in the decoded body of an error, with its details, or None.

    Newer routes send `{"error", "details": [{"location", "message", "value"}]}`, older ones
    `{"error"}` alone.
    """
    if not body:
        return None
    fields = body if isinstance(body, dict) else {}
    error, details = fields.get("error"), fields.get("details")
    texts = [_detail(each) for each in details if each] if isinstance(details, list) else []
    if not error and not texts:
        return _short(body)
    return "; ".join([one_line(error), *texts] if error else texts)


def _detail(detail: Any) -> str:
    if not isinstance(detail, dict):
        return _short(detail)
    location, message = detail.get("location"), detail.get("message")
    text = ": ".join(str(part) for part in (location, message) if part)
    # The value of this header is a token.
    hidden = "value" not in detail or "authorization" in str(location).lower()
    text = one_line(text)
    return text if hidden else f"{text} (not {_short(repr(detail['value']))})"


def one_line(text: Any) -> str:
    """Return foreign text on one line, without characters that control a terminal or a log."""
    return " ".join(CONTROL.sub(" ", str(text)).split())


def _short(value: Any) -> str:
    text = one_line(value)
    return text if len(text) <= _MAX_LENGTH else f"{text[: _MAX_LENGTH - 3]}..."


def joined(*sentences: str | None) -> str:
    """Join sentences with one full stop between them; skip the empty ones."""
    texts = [sentence.strip() for sentence in sentences if sentence]
    return ". ".join([*(text.rstrip(".") for text in texts[:-1]), *texts[-1:]])


def alternatives(values: Iterable[str]) -> str:
    """Join alternatives: `a, b or c`."""
    *others, last = values
    return f"{', '.join(others)} or {last}" if others else last


def unknown(name: str, value: object, known: Iterable[str]) -> str:
    """Build the error message for a value that is not one of the known ones."""
    return f"{name}={value!r} is not known; use {alternatives(known)}"


def closest(name: str, names: Iterable[str]) -> str:
    """Suggest similar names in a sentence to append to another; return "" if there are none."""
    import difflib  # noqa: PLC0415 - only for wrong names

    found = difflib.get_close_matches(name, list(dict.fromkeys(names)), n=3, cutoff=0.5)
    return f" Did you mean {alternatives(found)}?" if found else ""


def brief(value: object) -> str:
    """Shorten the repr of a value for a message."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
