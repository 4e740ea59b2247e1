"""Read the texts of the seeded world, in the API's eight languages.

They are in `translations.json`, in the order of `route.LANGUAGES`: en, de, fr, ja, ru, zh, ko, es.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from esi.sandbox.routes.route import LANGUAGES

Text = dict[str, str]

_TABLES: dict[str, Any] = json.loads(
    Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
)


def text(*words: str) -> Text:
    """Return a text in all languages; a single word is the same in each."""
    return dict(zip(LANGUAGES, words if len(words) > 1 else words * len(LANGUAGES), strict=True))


def join(parts: Iterable[Text], between: str = " ") -> Text:
    """Join texts, language by language."""
    found = list(parts)
    return {language: between.join(part[language] for part in found) for language in LANGUAGES}


def _rows(name: str) -> dict[int, tuple[Any, ...]]:
    """Read a table of rows by id, in which a list is a text."""
    return {
        int(number): tuple(text(*cell) if isinstance(cell, list) else cell for cell in row)
        for number, row in _TABLES[name].items()
    }


CATEGORIES = {int(number): text(*words) for number, words in _TABLES["categories"].items()}
GROUPS = _rows("groups")  # category id, market group id or None, name
MARKET_GROUPS = _rows("market_groups")  # parent, name
# Category -> market group above those of its groups.
_PARENTS = "2:19 4:533 6:4 7:9 16:150 25:533 42:533 43:533 63:19 65:477"
MARKET_PARENTS = {int(k): int(v) for k, v in (pair.split(":") for pair in _PARENTS.split())}
SERVICES = tuple(text(*words) for words in _TABLES["services"])  # of structures
# Group id, volume, price, name; 30004984 is only in the example of the 5.x manual.
TYPES = _rows("types")
MODULE_GROUPS = (40, 62, 46, 61, 55, 74)
SIZES = tuple(text(*words) for words in _TABLES["sizes"])
MARKS = 60
DESCRIPTION = text(*_TABLES["description"])
REGIONS = _rows("regions")  # pages of orders in the market, name
HUBS = _rows("hubs")  # region id, constellation id and name, name, security, station id and name
SYLLABLES = tuple(text(*words) for words in _TABLES["syllables"])
RACES = _rows("races")  # faction id, name
BLOODLINES = _rows("bloodlines")  # race, name
FACTIONS = _rows("factions")  # corporation, militia or None, home system, name
NPC_CORPORATIONS = _rows("npc_corporations")  # name, ticker, faction
INSURANCE = tuple(text(*words) for words in _TABLES["insurance"])
FIRST_NAMES = ("Asa", "Bero", "Cira", "Dain", "Elva", "Fenn", "Gora", "Hald")
LAST_NAMES = ("Ostrand", "Veyl", "Karsten", "Moru", "Tallis", "Ibarra", "Quist", "Ren")
