"""Describe a route, and name the schemas that several routes share.

Names of fields, types, formats and cache times are those of the live API's documentation
(https://developers.eveonline.com/api-explorer).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from esi.sandbox.routes.schema_shorthand import (
    INT,
    INT32,
    NUMBER,
    STRING,
    TIME,
    UUID,
    Schema,
    array,
    enum,
    obj,
    one_of,
)

OLDEST = "2020-01-01"
NEWEST = "2026-08-18"

LANGUAGES = ("en", "de", "fr", "ja", "ru", "zh", "ko", "es")

# Tokens of each group in a window of 15 minutes, as in the live document.
GROUPS = {
    "char-asset": 1800,
    "char-detail": 600,
    "char-location": 1200,
    "char-notification": 15,
    "char-social": 600,
    "char-wallet": 150,
    "corp-project": 600,
    "corp-structure": 300,
    "corp-wallet": 300,
    "insurance": 150,
    "killmail": 3600,
    "market-order": 12000,
    "meta": 150,
    "paragon-hub": 150,
    "routes": 3600,
    "status": 600,
}


@dataclass(frozen=True)
class Query:
    """Query parameter of a route."""

    name: str
    schema: Schema
    required: bool = False


@dataclass(frozen=True)
class RouteSpec:
    """One operation, from the date `since` until the day before `until`.

    `age` is the cache time in seconds; a `daily` route expires at 11:05 UTC instead. `modern`
    routes send `Cache-Control: max-age`, the others only `Expires`. `versions` are the versions
    of the path in Swagger 2.0 documents.
    """

    method: str
    path: str
    tag: str
    summary: str
    response: Schema | None
    operation_id: str
    params: tuple[Query, ...] = ()
    body: Schema | None = None
    group: str | None = None
    age: int | None = None
    daily: bool = False
    modern: bool = False
    localised: bool = False
    pages: bool = False
    cursor: bool = False
    tombstones: int | None = None
    scope: str | None = None
    roles: tuple[str, ...] = ()
    status: int = 200
    since: str = OLDEST
    until: str | None = None
    versions: tuple[int, ...] = (1,)
    body_name: str | None = None
    path_params: Mapping[str, Schema] = field(default_factory=dict)


def operation_id_of(method: str, path: str) -> str:
    """Return the operation id of a method and path, such as `GetMarketsRegionIdOrders`."""
    words = re.split(r"[^A-Za-z0-9]+", f"{method.lower()} {path}")
    return "".join(word[:1].upper() + word[1:] for word in words if word)


def route(
    method: str,
    path: str,
    tag: str,
    summary: str,
    response: Schema | None,
    *params: Query,
    operation_id: str | None = None,
    **more: Any,
) -> RouteSpec:
    """Make a route, named after method and path by default."""
    name = operation_id or operation_id_of(method, path)
    if more.get("pages"):
        params = (*params, PAGE)
    if more.get("cursor"):
        params = (*params, *CURSOR_PARAMS)
    return RouteSpec(method, path, tag, summary, response, name, params, **more)


PAGE = Query("page", {**INT32, "minimum": 1})
CURSOR_PARAMS = (
    Query("after", STRING),
    Query("before", STRING),
    Query("limit", {**INT, "minimum": 10, "maximum": 100, "default": 10}),
)

RANGES = "station region solarsystem 1 2 3 4 5 10 20 30 40"
RECIPIENT = obj(
    {"recipient_id": INT, "recipient_type": enum("alliance character corporation mailing_list")}
)
ITEM_SERVICES = (
    "bounty-missions courier-missions reprocessing-plant refinery market cloning repair-facilities "
    "factory labratory fitting news insurance docking office-rental jump-clone-facility "
    "loyalty-point-store navy-offices security-offices"
)
LOCATION_FLAGS = (
    "AssetSafety AutoFit Cargo CorpseBay Deliveries DroneBay FighterBay Hangar HangarAll HiSlot0 "
    "HiSlot1 HiSlot2 Implant LoSlot0 LoSlot1 Locked MedSlot0 MedSlot1 RigSlot0 RigSlot1 ShipHangar "
    "SpecializedFuelBay Unlocked Wallet"
)
CONTEXTS = (
    "structure_id station_id market_transaction_id character_id corporation_id alliance_id "
    "eve_system industry_job_id contract_id planet_id system_id type_id"
)
REF_TYPES = (
    "agent_mission_reward agent_mission_time_bonus_reward bounty_prizes brokers_fee contract_price "
    "contract_reward corporation_account_withdrawal industry_job_tax insurance "
    "jump_clone_activation_fee "
    "market_escrow market_transaction player_donation player_trading project_discovery_reward "
    "transaction_tax war_fee"
)
NOTIFICATION_TYPES = (
    "AllWarDeclaredMsg CharAppAcceptMsg CharAppRejectMsg CharLeftCorpMsg CloneActivationMsg "
    "ContainerPasswordMsg CorpAllBillMsg CorpNewCEOMsg CorpTaxChangeMsg InsurancePayoutMsg "
    "KillReportFinalBlow KillReportVictim MissionOfferExpirationMsg StructureFuelAlert "
    "StructureUnderAttack WarDeclared"
)
STRUCTURE_STATES = (
    "anchor_vulnerable anchoring armor_reinforce armor_vulnerable deploy_vulnerable "
    "fitting_invulnerable hull_reinforce hull_vulnerable online_deprecated onlining_vulnerable "
    "shield_vulnerable unanchored unknown"
)
PLACE = one_of(
    obj({"?solar_system_id": INT}), obj({"?constellation_id": INT}), obj({"?region_id": INT})
)
PROJECT = {
    "id": UUID,
    "last_modified": TIME,
    "name": STRING,
    "progress": obj({"current": INT, "desired": INT}),
    "?reward": obj({"initial": NUMBER, "remaining": NUMBER}),
    "state": enum("Unspecified Active Closed Completed Expired Deleted"),
}
PUBLIC_CHARACTER = {
    "?alliance_id": INT,
    "birthday": TIME,
    "bloodline_id": INT,
    "corporation_id": INT,
    "?description": STRING,
    "?faction_id": INT,
    "gender": enum("male female"),
    "name": STRING,
    "race_id": INT,
    "?security_status": NUMBER,
}
NAMED_IDS = array(obj({"?id": INT, "?name": STRING}))
NAMED_KINDS = (
    "agents",
    "alliances",
    "characters",
    "constellations",
    "corporations",
    "factions",
    "inventory_types",
    "regions",
    "stations",
    "systems",
)
CHARACTER = "/characters/{character_id}"
