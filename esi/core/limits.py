"""What a request costs, and how long to wait when the API says so. Functions of plain values.

Prices are those of the API's rate-limiting documentation: 2 tokens for an answer, 1 for a 304,
5 for a client's error, none for a 429 or a server's error.
"""

from __future__ import annotations

WINDOW = 60.0  # seconds of the old error limit's window


def tokens(status: int) -> int:
    """The price of an answer with this status, in tokens."""
    if status == 429 or status >= 500:
        return 0
    if status >= 400:
        return 5
    return 1 if status >= 300 else 2


def spent(status: int, headers: dict[str, str]) -> int:
    """Tokens that an answer cost its bucket; 0 on routes without one (they send no group)."""
    if "x-ratelimit-group" not in headers:
        return 0
    used = headers.get("x-ratelimit-used", "")
    return int(used) if used.isdigit() else tokens(status)


def retry_after(status: int, headers: dict[str, str]) -> float | None:
    """Seconds until the API takes requests again, or None when the answer is no refusal.

    420 names the end of the error window, 429 sends `Retry-After`; where neither header came
    (answers from deep inside the game server), the error window's length is the safe guess.
    """
    if status not in {420, 429}:
        return None
    for name in ("retry-after", "x-esi-error-limit-reset"):
        text = headers.get(name, "")
        if text.replace(".", "", 1).isdigit():
            return float(text)
    return WINDOW
