"""Who may ask for what: access tokens, scopes and roles."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from esi.sandbox.documents.operations import Operation
from esi.sandbox.handlers.registry import Refusal
from esi.sandbox.world.world import Character


@dataclass(frozen=True)
class Bearer:
    """Whom an access token stands for; `scopes` None means all."""

    character_id: int
    scopes: frozenset[str] | None = None
    application: str = "sandbox"
    expires: float = math.inf


def authorise(
    operation: Operation,
    path: str,
    args: Mapping[str, Any],
    bearer: Bearer | None,
    character: Character | None,
    now: float,
) -> None:
    """Check that a bearer, who is this character of the world, may ask.

    Raises:
        Refusal: 401 without a token that holds, 403 for want of a scope or a role.
    """
    if not operation.secured:
        return
    if bearer is None or now >= bearer.expires:
        raise Refusal(401, "authorization not provided" if bearer is None else "token expired")
    missing = set() if bearer.scopes is None else set(operation.scopes) - bearer.scopes
    if missing:
        raise Refusal(403, f"token is not valid for scope: {', '.join(sorted(missing))}")
    if path.startswith("/characters/") and args.get("character_id") not in {
        None,
        bearer.character_id,
    }:
        raise Refusal(403, "token is not valid for this character")
    if character is None:
        return
    if path.startswith("/corporations/") and args.get("corporation_id") != character.corporation_id:
        raise Refusal(403, "Character is not in the corporation")
    if operation.roles and not {"Director", *operation.roles}.intersection(character.roles):
        raise Refusal(403, "Character does not have required role(s)")
