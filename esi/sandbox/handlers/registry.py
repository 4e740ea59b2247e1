"""Register handlers, and define what they receive.

A handler takes a `HandlerRequest` and returns the content of the response, or a `Listing` to be cut
into pages. It raises `Refusal` where the real route refuses.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from esi.sandbox.routes.table import DATES
from esi.sandbox.simulation.cache_turnover import Listing
from esi.sandbox.simulation.validation import Problem
from esi.sandbox.world import translations
from esi.sandbox.world.trade import Row
from esi.sandbox.world.world import Corporation, PlayerCharacter, World

T = TypeVar("T")
SHORT_PAGE = 50


class Refusal(Exception):  # noqa: N818 - a response, not a fault of the program
    """Response other than success."""

    def __init__(self, status: int, error: str, details: Sequence[Problem] = ()) -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self.details = details


@dataclass
class UserData:
    """Contacts and mails that clients wrote, by character."""

    contacts: dict[int, dict[int, Row]] = field(default_factory=dict)
    mails: dict[int, list[Row]] = field(default_factory=dict)
    mails_sent: int = 0


@dataclass
class HandlerRequest:
    """Request that passed all checks."""

    world: World
    user_data: UserData
    args: Mapping[str, Any]
    query: Mapping[str, Any]
    body: Any
    language: str
    date: str
    generation: int
    reader: PlayerCharacter | None = None
    dates: Callable[[], Sequence[str]] = lambda: DATES

    @property
    def character(self) -> PlayerCharacter:
        """Character in the path."""
        return lookup(self.world.characters, self.args["character_id"], "Character not found")

    @property
    def character_id(self) -> int:
        """Id of the character in the path."""
        return self.character.character_id

    @property
    def owner_id(self) -> int:
        """Id of the character or corporation in the path."""
        if "character_id" in self.args:
            return self.character_id
        corporation_id = self.corporation.corporation_id
        if not self.world.members(corporation_id):  # the game's own have none
            raise Refusal(403, "Character is not in the corporation")
        return corporation_id

    @property
    def corporation(self) -> Corporation:
        """Corporation in the path."""
        return lookup(self.world.corporations, self.args["corporation_id"], "Corporation not found")

    @property
    def region_id(self) -> int:
        """Id of the region in the path."""
        region_id: int = self.args["region_id"]
        lookup(translations.REGIONS, region_id, "Region not found!")
        return region_id

    def description(self, name: str) -> str:
        """Describe a thing in the language of the request."""
        return translations.DESCRIPTION[self.language].format(name=name)


Handler = Callable[[HandlerRequest], Any]
HANDLERS: dict[str, Handler] = {}
# Responses that depend on the clock or on what clients wrote: built for each generation.
VOLATILE = {
    "get /characters/{character_id}/contacts",
    "get /characters/{character_id}/mail",
    "get /meta/compatibility-dates",
}


def handles(*keys: str) -> Callable[[Handler], Handler]:
    """Register the handler of methods and paths."""

    def register(function: Handler) -> Handler:
        HANDLERS.update(dict.fromkeys(keys, function))
        return function

    return register


def both(method: str, path: str) -> tuple[str, str]:
    """Return the keys of a path that characters and corporations have."""
    return (
        f"{method} /characters/{{character_id}}/{path}",
        f"{method} /corporations/{{corporation_id}}/{path}",
    )


def listed(rows: Sequence[Any]) -> Listing:
    """Return rows as a listing that a turn-over does not change; repeated if a test wants more."""
    return Listing(make=lambda number, _: rows[number % len(rows)], count=len(rows), static=True)


def lookup(table: Mapping[int, T], key: int, error: str) -> T:
    """Return the entry of a table.

    Raises:
        Refusal: 404, there is none.
    """
    if key not in table:
        raise Refusal(404, error)
    return table[key]


def id_list(ids: Sequence[int], first_new: int) -> Listing:
    """Return a paged list of ids; ids beyond its end are made up, if a test sets more pages."""
    return Listing(
        make=lambda number, _: ids[number] if number < len(ids) else first_new + number,
        count=len(ids),
        static=True,
    )
