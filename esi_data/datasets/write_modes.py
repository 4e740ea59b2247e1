"""Merge the rows of a repeated pull into its dataset, by its write mode; pure.

docs/guides/bulk.md describes them. A key is unique within one call: `id` of a wallet's journal is
unique for each character.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pandas as pd

from esi.core.error_text import unknown
from esi.errors import ParameterError
from esi_data.datasets.manifest import MODES, Mode
from esi_data.errors import UnknownKeyError
from esi_data.frames.build import concat

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


class ModeRule(NamedTuple):
    """Mode and key of an operation."""

    mode: Mode
    key: tuple[str, ...] = ()


_SNAPSHOT = ModeRule("snapshot")
_CURSOR = ModeRule("upsert", ("id",))

# Entries disappear from the API's response after a while. Entries under "append" never change,
# those under "upsert" do (a job is delivered, a mail is read, a day's trade continues).
RULES = {
    "get_characters_character_id_wallet_journal": ModeRule("append", ("id",)),
    "get_corporations_corporation_id_wallets_division_journal": ModeRule("append", ("id",)),
    "get_characters_character_id_wallet_transactions": ModeRule("append", ("transaction_id",)),
    "get_corporations_corporation_id_wallets_division_transactions": ModeRule(
        "append", ("transaction_id",)
    ),
    "get_characters_character_id_killmails_recent": ModeRule("append", ("killmail_id",)),
    "get_corporations_corporation_id_killmails_recent": ModeRule("append", ("killmail_id",)),
    "get_killmails_killmail_id_killmail_hash": ModeRule("append", ("killmail_id",)),
    "get_wars": ModeRule("append", ("value",)),
    "get_markets_region_id_history": ModeRule("upsert", ("date",)),
    "get_characters_character_id_orders_history": ModeRule("upsert", ("order_id",)),
    "get_corporations_corporation_id_orders_history": ModeRule("upsert", ("order_id",)),
    "get_characters_character_id_contracts": ModeRule("upsert", ("contract_id",)),
    "get_corporations_corporation_id_contracts": ModeRule("upsert", ("contract_id",)),
    "get_characters_character_id_industry_jobs": ModeRule("upsert", ("job_id",)),
    "get_corporations_corporation_id_industry_jobs": ModeRule("upsert", ("job_id",)),
    "get_characters_character_id_mining": ModeRule(
        "upsert", ("date", "solar_system_id", "type_id")
    ),
    "get_characters_character_id_mail": ModeRule("upsert", ("mail_id",)),
    "get_characters_character_id_notifications": ModeRule("upsert", ("notification_id",)),
    "get_characters_character_id_calendar": ModeRule("upsert", ("event_id",)),
}


def rule_of(
    operation: str, spec: Mapping[str, Any], mode: str | None, key: Sequence[str] | None
) -> ModeRule:
    """Return the requested mode and key, else those of the table, else snapshots."""
    default = _CURSOR if spec.get("x-pagination") == "cursor" else RULES.get(operation, _SNAPSHOT)
    if mode is not None and mode not in MODES:
        raise ParameterError(unknown("mode", mode, MODES), operation=operation, parameter="mode")
    rule = ModeRule(cast("Mode", mode or default.mode), tuple(key) if key else default.key)
    if rule.mode == "snapshot":
        return _SNAPSHOT
    if not rule.key:
        raise ParameterError(
            f'mode={rule.mode!r} of {operation} needs a key: pass key=["..."] with the columns '
            "that identify a row",
            operation=operation,
            parameter="key",
        )
    return rule


def check_key(key: Sequence[str], columns: Collection[str]) -> None:
    """Check that the response has the key's columns."""
    absent = [name for name in key if name not in columns]
    if absent:
        raise UnknownKeyError(
            f"the response has no key column {absent[0]!r}; it has {', '.join(columns)}"
        )


def new_rows(
    known: pd.DataFrame | None, fetched: pd.DataFrame, mode: str, key: Sequence[str]
) -> pd.DataFrame:
    """Return the fetched rows that a dataset with the known rows lacks."""
    check_key(key, fetched.columns)
    fetched = merge([fetched], key)
    by = list(key) if mode == "append" else list(fetched.columns)
    if (
        known is None or not len(known) or set(by) - set(known.columns)
    ):  # or the API has a new field
        return fetched
    both = pd.concat([_comparable(known[by]), _comparable(fetched[by])], ignore_index=True)
    duplicated = both.duplicated().to_numpy()[len(known) :]
    return fetched[~duplicated].reset_index(drop=True)


def merge(frames: Sequence[pd.DataFrame], key: Sequence[str]) -> pd.DataFrame:
    """Concatenate frames; of rows with the same key, keep the last."""
    frame = concat(frames) if len(frames) > 1 else frames[0]
    if not key or not len(frame):
        return frame
    outdated = _comparable(frame[list(key)]).duplicated(keep="last").to_numpy()
    return frame[~outdated].reset_index(drop=True) if outdated.any() else frame


def _comparable(frame: pd.DataFrame) -> pd.DataFrame:
    """Convert columns so that equal cells compare as equal in every type."""
    return pd.DataFrame({name: _comparable_column(series) for name, series in frame.items()})


def _comparable_column(series: pd.Series[Any]) -> pd.Series[Any]:
    kind = str(series.dtype)
    if kind in ("int64", "bool"):
        return series.astype({"int64": "Int64", "bool": "boolean"}[kind])  # type: ignore[call-overload, no-any-return]
    if isinstance(series.dtype, pd.CategoricalDtype):
        return series.astype(object)
    if series.dtype == object:
        return series.map(lambda cell: json.dumps(cell, default=str, sort_keys=True))
    return series
