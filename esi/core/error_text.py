"""What is said of an answer that refuses: its status, the operation, the API's words, each once."""

from __future__ import annotations

import difflib
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

# Statuses of the API that no standard names; HTTP/2 sends no reason at all.
_REASONS = {420: "Error Limit Exceeded", 520: "Unknown Error"}
_LONGEST = 200  # characters of words that are no error object


def reason(status: int) -> str:
    """What a status is called where the answer does not say."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return _REASONS.get(status, "")


def words(said: Any) -> str | None:
    """The API's own words in the body of an error, with its details; None where it has none.

    Newer routes send `{"error", "details": [{"location", "message", "value"}]}`, older ones
    `{"error"}` alone.
    """
    if not said:
        return None
    if not isinstance(said, dict) or not said.get("error"):
        return _short(said)
    details = said.get("details")
    told = [_detail(each) for each in details if each] if isinstance(details, list) else []
    return "; ".join([str(said["error"]), *told])


def _detail(detail: Any) -> str:
    if not isinstance(detail, dict):
        return _short(detail)
    location, message = detail.get("location"), detail.get("message")
    told = ": ".join(str(part) for part in (location, message) if part)
    # The value of this header is a token.
    hidden = "value" not in detail or "authorization" in str(location).lower()
    return told if hidden else f"{told} (not {_short(repr(detail['value']))})"


def _short(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def joined(*sentences: str | None) -> str:
    """Sentences one after the other, with one full stop between them; without the empty ones."""
    told = [sentence.strip() for sentence in sentences if sentence]
    return ". ".join([*(sentence.rstrip(".") for sentence in told[:-1]), *told[-1:]])


def alternatives(values: Iterable[str]) -> str:
    """Join alternatives: `a, b or c`."""
    *others, last = values
    return f"{', '.join(others)} or {last}" if others else last


def unknown(name: str, value: object, known: Iterable[str]) -> str:
    """Build the message for an argument that has none of its known values."""
    return f"{name}={value!r} is not known; use {alternatives(known)}"


def closest(name: str, names: Iterable[str]) -> str:
    """Suggest similar names in a sentence to append to another; return "" if there are none."""
    found = difflib.get_close_matches(name, list(names), n=3, cutoff=0.5)
    return f" Did you mean {alternatives(found)}?" if found else ""
