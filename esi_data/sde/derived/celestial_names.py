"""Name celestials, stargates and stations, whose names the static data lacks.

Rules and words: https://developers.eveonline.com/docs/guides/staticdata/

Names are columns of text. If a part of a name is unknown, the name is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi_data.frames.arrays import TEXT

if TYPE_CHECKING:
    import pandas as pd

ENGLISH = {"moon": "Moon", "asteroid_belt": "Asteroid Belt", "stargate": "Stargate"}
WORDS = {
    "fr": {"moon": "Lune", "asteroid_belt": "Ceinture d'astéroïdes",
           "stargate": "Portail stellaire"},
    "es": {"moon": "Luna", "asteroid_belt": "Cinturón de asteroides", "stargate": "Portal estelar"},
    "zh": {"moon": "卫星", "asteroid_belt": "小行星带", "stargate": "星门"},
    "ja": {"moon": "衛星", "asteroid_belt": "アステロイドベルト", "stargate": "スターゲート"},
    "ko": {"moon": "위성", "asteroid_belt": "소행성 벨트", "stargate": "스타게이트"},
}  # fmt: skip
_NUMERALS = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
             (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def word(kind: str, language: str) -> str:
    """Return the word for a `moon`, `asteroid_belt` or `stargate`, by default in English."""
    return WORDS.get(language, ENGLISH)[kind]


def roman(number: int) -> str:
    """Return a number from 1 to 3999 in Roman numerals.

    Raises:
        ValueError: there is no numeral for that number.
    """
    if not 0 < number < 4000:
        raise ValueError(f"{number} has no Roman numeral; use a number from 1 to 3999.")
    numeral = ""
    for value, letters in _NUMERALS:
        numeral += letters * (number // value)
        number %= value
    return numeral


def planets(system: pd.Series, celestial_index: pd.Series) -> pd.Series:
    """Return `<system> <index in Roman numerals>`."""
    numerals = {
        number: roman(number) for number in celestial_index.dropna().unique() if 0 < number < 4000
    }
    return system + " " + celestial_index.map(numerals).astype(object).astype(TEXT)


def satellites(planet: pd.Series, orbit_index: pd.Series, kind: str, language: str) -> pd.Series:
    """Return `<planet> - Moon <orbit index>`, or the same of an `asteroid_belt`."""
    numbers = {number: str(number) for number in orbit_index.dropna().unique()}
    return (
        planet
        + f" - {word(kind, language)} "
        + orbit_index.map(numbers).astype(object).astype(TEXT)
    )


def stargates(destination: pd.Series, language: str) -> pd.Series:
    """Return `Stargate (<destination system>)`."""
    return f"{word('stargate', language)} (" + destination + ")"


def stations(
    orbit: pd.Series, corporation: pd.Series, operation: pd.Series, use_operation_name: pd.Series
) -> pd.Series:
    """Return `<orbit> - <corporation>`, followed by the operation's name if the station uses it."""
    names = orbit + " - " + corporation
    return names.where(~use_operation_name, names + " " + operation)
