"""Provide functions that apps of the 8 to 10 line use: `get_token` and `pascal_case_string`."""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
from typing import TYPE_CHECKING

from esi.app_settings import pascal_case_string
from esi.managers import _process_scopes
from esi.models import Token

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["get_token", "pascal_case_string"]


def get_token(character_id: int, scopes: str | Iterable[str]) -> Token:
    """Get a valid token of a character that has the scopes.

    Raises:
        Token.DoesNotExist: no token qualifies; `Token.get_token` returns False instead.
    """
    names = _process_scopes(scopes)
    if token := Token.get_token(character_id, names):
        return token
    needed = f"the scopes {', '.join(sorted(names))}" if names else "no scopes"
    raise Token.DoesNotExist(
        f"No valid token of character {character_id} has {needed}: log the character in."
    )
