"""Read the rate limit, lifetime and roles of an operation from the API's document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from esi._header_values import number

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNITS = {"s": 1, "m": 60, "h": 3600}
_LONGEST_WINDOW = 24 * 3600


@dataclass(frozen=True, slots=True)
class Rate:
    """Size of a token bucket: `tokens` in `window` seconds."""

    group: str
    tokens: int
    window: float

    @classmethod
    def from_document(cls, declared: Any) -> Rate | None:
        """Read `x-rate-limit` of an operation; return None if it is missing or unusable."""
        if not isinstance(declared, dict) or not declared.get("group"):
            return None
        window = seconds(str(declared.get("window-size", "")))
        tokens = declared.get("max-tokens")
        if window is None or type(tokens) is not int or tokens <= 0:
            return None
        return cls(str(declared["group"]), tokens, window)

    def stricter(self, other: Rate) -> Rate:
        """Return the same bucket with the smaller number of tokens and the longer window."""
        return Rate(self.group, min(self.tokens, other.tokens), max(self.window, other.window))


def lifetime(spec: Mapping[str, Any]) -> int | None:
    """Return the seconds that responses of an operation are fresh; None if it declares none."""
    declared = spec.get("x-client-cache-ttl", spec.get("x-cache-age"))
    return declared if type(declared) is int and 0 <= declared < 1 << 31 else None


def roles(spec: Mapping[str, Any]) -> list[str]:
    """Return the corporation roles that allow an operation; one of them is enough."""
    declared = spec.get("x-required-roles")
    return [str(role) for role in declared] if isinstance(declared, list) else []


def seconds(text: str) -> float | None:
    """Parse the length of a window such as `15m` or `1h`; return None for any other text.

    A window lasts from one second to a day.
    """
    length = (number(text[:-1]) or 0) * _UNITS.get(text[-1:], 0)
    return float(length) if 1 <= length <= _LONGEST_WINDOW else None
