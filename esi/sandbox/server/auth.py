"""Check access tokens, scopes and roles."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from esi.sandbox.documents.operations import Operation
from esi.sandbox.handlers.registry import Refusal
from esi.sandbox.world.world import PlayerCharacter


@dataclass(frozen=True)
class Bearer:
    """Owner of an access token; `scopes` None means all scopes."""

    character_id: int
    scopes: frozenset[str] | None = None
    application: str = "sandbox"
    expires: float = math.inf


def authorise(
    operation: Operation,
    path: str,
    args: Mapping[str, Any],
    bearer: Bearer | None,
    character: PlayerCharacter | None,
    now: float,
) -> None:
    """Check that a bearer may call an operation.

    Args:
        operation: the operation called.
        path: the path called.
        args: values of the path's parameters.
        bearer: owner of the access token; None without a valid one.
        character: the bearer's character in the world, if there is one.
        now: the time.

    Raises:
        Refusal: 401 without a valid token, 403 if a scope or a role is missing.
    """
    if not operation.secured:
        return
    if bearer is None or now >= bearer.expires:
        raise Refusal(401, "authorization not provided" if bearer is None else "token expired")
    missing = set() if bearer.scopes is None else set(operation.scopes) - bearer.scopes
    if missing:
        raise Refusal(403, f"token is not valid for scope: {', '.join(sorted(missing))}")
    owner = args.get("character_id", bearer.character_id)
    if path.startswith("/characters/") and owner != bearer.character_id:
        raise Refusal(403, "token is not valid for this character")
    if character is None:
        return
    if (
        path.startswith(("/corporation/", "/corporations/"))
        and args.get("corporation_id") != character.corporation_id
    ):
        raise Refusal(403, "Character is not in the corporation")
    if operation.roles and not {"Director", *operation.roles}.intersection(character.roles):
        raise Refusal(403, "Character does not have required role(s)")
