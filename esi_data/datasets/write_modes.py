"""What a repeated pull makes of rows that it has, and of those that it has not; pure.

=========== ======================================== ==============================================
mode        the dataset holds                        of a repeated pull
=========== ======================================== ==============================================
`snapshot`  what the API says now                    a part that changed replaces the one before
`append`    every row ever seen, as first seen       rows with a key that is not there yet are added
`upsert`    every row ever seen, as last seen        rows that are new or differ replace those there
=========== ======================================== ==============================================

A key holds within one call: `id` of a wallet's journal is unique for each character asked for.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from esi.errors import ParameterError
from esi_data.errors import UnknownKeyError
from esi_data.frames.build import concat

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

MODES = ("snapshot", "append", "upsert")


class Rule(NamedTuple):
    """How an operation's rows are kept, and what tells them apart."""

    mode: str
    key: tuple[str, ...] = ()


_SNAPSHOT = Rule("snapshot")
_CURSOR = Rule("upsert", ("id",))

# Entries of these never change once they are there, and leave the API's answer after a while.
# Those under "upsert" do change (a job is delivered, a mail is read, a day's trade goes on).
RULES = {
    "get_characters_character_id_wallet_journal": Rule("append", ("id",)),
    "get_corporations_corporation_id_wallets_division_journal": Rule("append", ("id",)),
    "get_characters_character_id_wallet_transactions": Rule("append", ("transaction_id",)),
    "get_corporations_corporation_id_wallets_division_transactions": Rule(
        "append", ("transaction_id",)
    ),
    "get_characters_character_id_killmails_recent": Rule("append", ("killmail_id",)),
    "get_corporations_corporation_id_killmails_recent": Rule("append", ("killmail_id",)),
    "get_killmails_killmail_id_killmail_hash": Rule("append", ("killmail_id",)),
    "get_wars": Rule("append", ("value",)),
    "get_markets_region_id_history": Rule("upsert", ("date",)),
    "get_characters_character_id_orders_history": Rule("upsert", ("order_id",)),
    "get_corporations_corporation_id_orders_history": Rule("upsert", ("order_id",)),
    "get_characters_character_id_contracts": Rule("upsert", ("contract_id",)),
    "get_corporations_corporation_id_contracts": Rule("upsert", ("contract_id",)),
    "get_characters_character_id_industry_jobs": Rule("upsert", ("job_id",)),
    "get_corporations_corporation_id_industry_jobs": Rule("upsert", ("job_id",)),
    "get_characters_character_id_mining": Rule("upsert", ("date", "solar_system_id", "type_id")),
    "get_characters_character_id_mail": Rule("upsert", ("mail_id",)),
    "get_characters_character_id_notifications": Rule("upsert", ("notification_id",)),
    "get_characters_character_id_calendar": Rule("upsert", ("event_id",)),
}


def rule_of(
    operation: str, spec: Mapping[str, Any], mode: str | None, key: Sequence[str] | None
) -> Rule:
    """How an operation's rows are kept: as asked, else by the table, else as snapshots.

    Raises:
        ParameterError: an unknown mode, or no key where one is needed.
    """
    own = _CURSOR if spec.get("x-pagination") == "cursor" else RULES.get(operation, _SNAPSHOT)
    if mode is not None and mode not in MODES:
        raise ParameterError(
            f"mode={mode!r} is not known; use {', '.join(MODES)}",
            operation=operation,
            parameter="mode",
        )
    rule = Rule(mode or own.mode, tuple(key) if key else own.key)
    if rule.mode == "snapshot":
        return _SNAPSHOT
    if not rule.key:
        raise ParameterError(
            f"mode={rule.mode!r} of {operation} needs to know what tells rows apart: pass "
            'key=["..."], the columns that do',
            operation=operation,
            parameter="key",
        )
    return rule


def check_key(key: Sequence[str], columns: Collection[str]) -> None:
    """Look for a key's columns among an answer's.

    Raises:
        UnknownKeyError: a column of the key is not there.
    """
    absent = [name for name in key if name not in columns]
    if absent:
        raise UnknownKeyError(
            f"key column {absent[0]!r} is not among the answer's: {', '.join(columns)}"
        )


def news(
    had: pd.DataFrame | None, came: pd.DataFrame, mode: str, key: Sequence[str]
) -> pd.DataFrame:
    """The rows of `came` that a dataset with the rows `had` has to be given.

    Raises:
        UnknownKeyError: a column of the key is not there.
    """
    check_key(key, came.columns)
    came = merged([came], key)
    by = list(key) if mode == "append" else list(came.columns)
    if (
        had is None or not len(had) or set(by) - set(had.columns)
    ):  # a field newly added: all rows are news
        return came
    both = pd.concat([_plain(had[by]), _plain(came[by])], ignore_index=True)
    known = both.duplicated().to_numpy()[len(had) :]
    return came[~known].reset_index(drop=True)


def merged(frames: Sequence[pd.DataFrame], key: Sequence[str]) -> pd.DataFrame:
    """Frames under each other, of rows with one key the last."""
    frame = concat(frames) if len(frames) > 1 else frames[0]
    if not key or not len(frame):
        return frame
    twice = _plain(frame[list(key)]).duplicated(keep="last").to_numpy()
    return frame[~twice].reset_index(drop=True) if twice.any() else frame


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """A frame whose cells can be compared, whatever their columns' types."""
    return pd.DataFrame({name: _comparable(series) for name, series in frame.items()})


def _comparable(series: pd.Series[Any]) -> pd.Series[Any]:
    kind = str(series.dtype)
    if kind in ("int64", "bool"):
        return series.astype({"int64": "Int64", "bool": "boolean"}[kind])  # type: ignore[call-overload, no-any-return]
    if isinstance(series.dtype, pd.CategoricalDtype):
        return series.astype(object)
    if series.dtype == object:
        return series.map(lambda cell: json.dumps(cell, default=str, sort_keys=True))
    return series
