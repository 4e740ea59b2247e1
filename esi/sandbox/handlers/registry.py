"""What a route's answer is made from, and where the answers are registered.

An answer is a function that takes an `AskedRequest` and returns the content, or a `Listing` that is
cut into pages. It raises `Refusal` where the real route refuses.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from esi.sandbox.routes.table import DATES
from esi.sandbox.simulation.cache_turnover import Listing
from esi.sandbox.simulation.validation import Problem
from esi.sandbox.world import translations
from esi.sandbox.world.trade import Row
from esi.sandbox.world.world import Character, World

T = TypeVar("T")
SHORT_PAGE = 50


class Refusal(Exception):  # noqa: N818 - an answer, not a fault of the program
    """An answer other than success."""

    def __init__(self, status: int, error: str, details: Sequence[Problem] = ()) -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self.details = details


@dataclass
class Notes:
    """What programs wrote: contacts and mails by character."""

    contacts: dict[int, dict[int, Row]] = field(default_factory=dict)
    mails: dict[int, list[Row]] = field(default_factory=dict)
    sent: int = 0


@dataclass
class AskedRequest:
    """A request that passed all checks."""

    world: World
    notes: Notes
    args: Mapping[str, Any]
    query: Mapping[str, Any]
    body: Any
    language: str
    date: str
    generation: int
    character_id: int | None
    dates: Callable[[], Sequence[str]] = lambda: DATES

    @property
    def character(self) -> Character:
        """The character in the path."""
        return found(self.world.characters, self.args["character_id"], "Character not found")


Answer = Callable[[AskedRequest], Any]
ANSWERS: dict[str, Answer] = {}
# Answers that depend on the clock or on what programs wrote: made anew for each generation.
VOLATILE = {
    "get /characters/{character_id}/contacts",
    "get /characters/{character_id}/mail",
    "get /meta/compatibility-dates",
}


def answers(key: str) -> Callable[[Answer], Answer]:
    """Register the answer of a method and path."""

    def keep(function: Answer) -> Answer:
        ANSWERS[key] = function
        return function

    return keep


def found(table: Mapping[int, T], key: int, error: str) -> T:
    """The entry, or a 404."""
    if key not in table:
        raise Refusal(404, error)
    return table[key]


def region(ask: AskedRequest) -> int:
    """The region in the path."""
    region_id: int = ask.args["region_id"]
    found(translations.REGIONS, region_id, "Region not found!")
    return region_id


def described(name: str, ask: AskedRequest) -> str:
    """A description of a thing, in the language asked for."""
    return translations.DESCRIPTION[ask.language].format(name=name)


def id_list(ids: Sequence[int], first_new: int) -> Listing:
    """A paged list of ids; past its end, where a test asks for more pages, come made up ones."""
    return Listing(
        make=lambda number, _: ids[number] if number < len(ids) else first_new + number,
        count=len(ids),
        steady=True,
    )
