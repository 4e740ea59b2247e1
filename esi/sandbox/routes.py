"""The routes of the sandbox, one entry each: what is asked, what is answered, what it costs.

Names of fields, types, formats and cache ages are those of the live API, written down from its
public documentation (https://developers.eveonline.com/api-explorer). `document` turns the table
into an OpenAPI document, and everything that the server checks is read back from that document.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .shapes import (
    BOOL,
    CURSOR,
    DATE,
    INT,
    INT32,
    NUMBER,
    POSITION,
    STRING,
    TIME,
    UUID,
    Schema,
    array,
    enum,
    mapping,
    obj,
    one_of,
    or_null,
)

OLDEST = "2020-01-01"
NEWEST = "2026-08-18"

LANGUAGES = ("en", "de", "fr", "ja", "ru", "zh", "ko", "es")

# Tokens for each group in a window of 15 minutes, as the live document declares them.
GROUPS = {
    "char-asset": 1800,
    "char-detail": 600,
    "char-industry": 600,
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
class Param:
    """A query parameter."""

    name: str
    schema: Schema
    required: bool = False


@dataclass(frozen=True)
class Route:
    """One operation, from the date `since` until the day before `until`.

    `age` is the cache time in seconds; a `daily` route expires at 11:05 UTC instead. `modern`
    routes send `Cache-Control: max-age`, the others `Expires` alone. `versions` are the numbers
    in front of the path in the Swagger 2.0 documents of old.
    """

    method: str
    path: str
    tag: str
    summary: str
    answer: Schema | None
    operation_id: str
    params: tuple[Param, ...] = ()
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


def camel(method: str, path: str) -> str:
    """The operation id of a method and path: `GetMarketsRegionIdOrders`."""
    words = re.split(r"[^A-Za-z0-9]+", f"{method.lower()} {path}")
    return "".join(word[:1].upper() + word[1:] for word in words if word)


def _route(
    method: str,
    path: str,
    tag: str,
    summary: str,
    answer: Schema | None,
    *params: Param,
    operation_id: str | None = None,
    **more: Any,
) -> Route:
    name = operation_id or camel(method, path)
    if more.get("pages"):
        params = (*params, PAGE)
    if more.get("cursor"):
        params = (*params, *CURSOR_PARAMS)
    return Route(method, path, tag, summary, answer, name, params, **more)


PAGE = Param("page", {**INT32, "minimum": 1})
CURSOR_PARAMS = (
    Param("after", STRING),
    Param("before", STRING),
    Param("limit", {**INT, "minimum": 10, "maximum": 100, "default": 10}),
)

RANGES = "station region solarsystem 1 2 3 4 5 10 20 30 40"
RECIPIENT = obj(
    {
        "recipient_id": INT,
        "recipient_type": enum("alliance character corporation mailing_list"),
    }
)
PIN = obj(
    {
        "?contents": array(obj({"amount": INT, "type_id": INT})),
        "?expiry_time": TIME,
        "?extractor_details": obj(
            {
                "?cycle_time": INT,
                "?head_radius": NUMBER,
                "heads": array(obj({"head_id": INT, "latitude": NUMBER, "longitude": NUMBER})),
                "?product_type_id": INT,
                "?qty_per_cycle": INT,
            }
        ),
        "?factory_details": obj({"schematic_id": INT}),
        "?install_time": TIME,
        "?last_cycle_start": TIME,
        "latitude": NUMBER,
        "longitude": NUMBER,
        "pin_id": INT,
        "?schematic_id": INT,
        "type_id": INT,
    }
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
NAMED = array(obj({"?id": INT, "?name": STRING}))
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
FROM_PLAYER = "/characters/{character_id}"

# fmt: off
# One route after the other, as dense as the table it is.
_PUBLIC = (
    _route(
        "get", "/status", "Status", "Get the server's status",
        obj({"players": INT, "server_version": STRING, "start_time": TIME, "?vip": BOOL}),
        group="status", age=30, modern=True, versions=(1, 2),
    ),
    _route(
        "get", "/markets/{region_id}/orders", "Market", "List orders in a region",
        array(obj({
            "duration": INT, "is_buy_order": BOOL, "issued": TIME, "location_id": INT,
            "min_volume": INT, "order_id": INT, "price": NUMBER, "range": enum(RANGES),
            "system_id": INT, "type_id": INT, "volume_remain": INT, "volume_total": INT,
        })),
        # Required and defaulted at once: so does the live document declare it.
        Param("order_type", enum("buy sell all", default="all"), required=True),
        Param("type_id", INT), group="market-order", age=300, pages=True,
    ),
    _route(
        "get", "/markets/{region_id}/history", "Market",
        "List historical market statistics in a region",
        array(obj({
            "average": NUMBER, "date": DATE, "highest": NUMBER, "lowest": NUMBER,
            "order_count": INT, "volume": INT,
        })),
        Param("type_id", INT, required=True), daily=True,
    ),
    _route(
        "get", "/markets/{region_id}/types", "Market", "List type IDs relevant to a market",
        array(INT), age=600, pages=True,
    ),
    _route(
        "get", "/markets/prices", "Market", "List market prices",
        array(obj({"?adjusted_price": NUMBER, "?average_price": NUMBER, "type_id": INT})), age=3600,
    ),
    _route("get", "/markets/groups", "Market", "Get item groups", array(INT), daily=True),
    _route(
        "get", "/markets/groups/{market_group_id}", "Market", "Get item group information",
        obj({
            "description": STRING, "market_group_id": INT, "name": STRING, "?parent_group_id": INT,
            "types": array(INT),
        }),
        localised=True, daily=True,
    ),
    _route("get", "/universe/types", "Universe", "Get types", array(INT), pages=True, daily=True),
    _route(
        "get", "/universe/types/{type_id}", "Universe", "Get type information",
        obj({
            "?capacity": NUMBER, "description": STRING,
            "?dogma_attributes": array(obj({"attribute_id": INT, "value": NUMBER})),
            "?dogma_effects": array(obj({"effect_id": INT, "is_default": BOOL})),
            "?graphic_id": INT, "group_id": INT, "?icon_id": INT, "?market_group_id": INT,
            "?mass": NUMBER, "name": STRING, "?packaged_volume": NUMBER, "?portion_size": INT,
            "published": BOOL, "?radius": NUMBER, "type_id": INT, "?volume": NUMBER,
        }),
        localised=True, versions=(3,), daily=True,
    ),
    _route(
        "get", "/universe/groups", "Universe", "Get item groups", array(INT),
        pages=True, daily=True,
    ),
    _route(
        "get", "/universe/groups/{group_id}", "Universe", "Get item group information",
        obj({
            "category_id": INT, "group_id": INT, "name": STRING, "published": BOOL,
            "types": array(INT),
        }),
        localised=True, daily=True,
    ),
    _route(
        "get", "/universe/categories", "Universe", "Get item categories", array(INT), daily=True,
    ),
    _route(
        "get", "/universe/categories/{category_id}", "Universe", "Get item category information",
        obj({"category_id": INT, "groups": array(INT), "name": STRING, "published": BOOL}),
        localised=True, daily=True,
    ),
    _route("get", "/universe/regions", "Universe", "Get regions", array(INT), daily=True),
    _route(
        "get", "/universe/regions/{region_id}", "Universe", "Get region information",
        obj({
            "constellations": array(INT), "?description": STRING, "name": STRING, "region_id": INT,
        }),
        localised=True, daily=True,
    ),
    _route(
        "get", "/universe/constellations", "Universe", "Get constellations", array(INT), daily=True,
    ),
    _route(
        "get", "/universe/constellations/{constellation_id}", "Universe",
        "Get constellation information",
        obj({
            "constellation_id": INT, "name": STRING, "position": POSITION, "region_id": INT,
            "systems": array(INT),
        }),
        localised=True, daily=True,
    ),
    _route("get", "/universe/systems", "Universe", "Get solar systems", array(INT), daily=True),
    _route(
        "get", "/universe/systems/{system_id}", "Universe", "Get solar system information",
        obj({
            "constellation_id": INT, "name": STRING,
            "?planets": array(obj({
                "?asteroid_belts": array(INT), "?moons": array(INT), "planet_id": INT,
            })),
            "position": POSITION, "?security_class": STRING, "security_status": NUMBER,
            "?star_id": INT, "?stargates": array(INT), "?stations": array(INT), "system_id": INT,
        }),
        localised=True, versions=(4,), daily=True,
    ),
    _route(
        "get", "/universe/stations/{station_id}", "Universe", "Get station information",
        obj({
            "max_dockable_ship_volume": NUMBER, "name": STRING, "office_rental_cost": NUMBER,
            "?owner": INT, "position": POSITION, "?race_id": INT, "reprocessing_efficiency": NUMBER,
            "reprocessing_stations_take": NUMBER, "services": array(enum(ITEM_SERVICES)),
            "station_id": INT, "system_id": INT, "type_id": INT,
        }),
        versions=(2,), daily=True,
    ),
    _route(
        "get", "/universe/races", "Universe", "Get character races",
        array(obj({"alliance_id": INT, "description": STRING, "name": STRING, "race_id": INT})),
        localised=True, daily=True,
    ),
    _route(
        "get", "/universe/factions", "Universe", "Get factions",
        array(obj({
            "?corporation_id": INT, "description": STRING, "faction_id": INT, "is_unique": BOOL,
            "?militia_corporation_id": INT, "name": STRING, "size_factor": NUMBER,
            "?solar_system_id": INT, "station_count": INT, "station_system_count": INT,
        })),
        localised=True, versions=(1, 2), daily=True,
    ),
    _route(
        "post", "/universe/names", "Universe", "Get names and categories for a set of IDs",
        array(obj({
            "category": enum(
                "alliance character constellation corporation inventory_type region "
                "solar_system station faction",
            ),
            "id": INT, "name": STRING,
        })),
        body=array(INT, minItems=1, maxItems=1000, uniqueItems=True), body_name="ids",
        versions=(2, 3),
    ),
    _route(
        "post", "/universe/ids", "Universe", "Bulk names to IDs",
        obj({f"?{kind}": NAMED for kind in NAMED_KINDS}),
        body=array(
            {**STRING, "minLength": 1, "maxLength": 100}, minItems=1, maxItems=500,
            uniqueItems=True,
        ),
        body_name="names", localised=True,
    ),
    _route(
        "post", "/characters/affiliation", "Character", "Character affiliation",
        array(obj({
            "?alliance_id": INT, "character_id": INT, "corporation_id": INT, "?faction_id": INT,
        })),
        body=array(INT, minItems=1, maxItems=1000, uniqueItems=True), body_name="characters",
        age=3600, versions=(1, 2),
    ),
    _route(
        "get", FROM_PLAYER, "Character", "Get character's public information",
        obj({**PUBLIC_CHARACTER, "?title": STRING}), age=86400, until="2026-06-09", versions=(4, 5),
    ),
    _route(
        "get", FROM_PLAYER, "Character", "Get character's public information",
        obj({
            **PUBLIC_CHARACTER, "achievement_score": INT, "?character_title_id": UUID,
            "?corporation_title": STRING,
        }),
        operation_id="GetCharactersDetail", age=86400, modern=True, since="2026-06-09",
    ),
    _route(
        "get", "/corporations/{corporation_id}", "Corporation",
        "Get corporation's public information",
        obj({
            "?alliance_id": INT, "ceo_id": INT, "creator_id": INT, "?date_founded": TIME,
            "?description": STRING, "?faction_id": INT, "?home_station_id": INT,
            "member_count": INT, "name": STRING, "?shares": INT, "tax_rate": NUMBER,
            "ticker": STRING, "?url": STRING, "?war_eligible": BOOL,
        }),
        age=3600, until="2026-07-21", versions=(4, 5),
    ),
    _route(
        "get", "/corporations/{corporation_id}", "Corporation",
        "Get corporation's public information",
        obj({
            "?alliance_id": INT, "?ceo_id": INT, "?creator_id": INT, "?date_founded": TIME,
            "description": STRING, "?enlisted_faction_id": INT,
            "friendly_fire": enum("legal illegal"), "home_station_id": INT, "member_count": INT,
            "name": STRING,
            "?palette": obj({
                "main_color": STRING, "?secondary_color": STRING, "?tertiary_color": STRING,
            }),
            "shares": INT, "state": enum("active closed"),
            "tax_rates": obj({"isk": NUMBER, "loyalty_point": NUMBER}), "ticker": STRING,
            "type": enum("player_owned npc_owned"), "?url": STRING, "war_eligible": BOOL,
        }),
        age=3600, modern=True, since="2026-07-21",
    ),
    _route(
        "get", "/alliances", "Alliance", "List all alliances", array(INT, uniqueItems=True),
        age=3600,
    ),
    _route(
        "get", "/alliances/{alliance_id}", "Alliance", "Get alliance's public information",
        obj({
            "creator_corporation_id": INT, "creator_id": INT, "date_founded": TIME,
            "?executor_corporation_id": INT, "?faction_id": INT, "name": STRING, "ticker": STRING,
        }),
        age=3600, modern=True, versions=(3,),
    ),
    _route(
        "get", "/contracts/public/{region_id}", "Contracts", "Get public contracts",
        array(obj({
            "?buyout": NUMBER, "?collateral": NUMBER, "contract_id": INT, "date_expired": TIME,
            "date_issued": TIME, "?days_to_complete": INT, "?end_location_id": INT,
            "?for_corporation": BOOL, "issuer_corporation_id": INT, "issuer_id": INT,
            "?price": NUMBER, "?reward": NUMBER, "?start_location_id": INT, "?title": STRING,
            "type": enum("unknown item_exchange auction courier loan"), "?volume": NUMBER,
        })),
        age=1800, pages=True,
    ),
    _route(
        "get", "/contracts/public/items/{contract_id}", "Contracts", "Get public contract items",
        array(obj({
            "?is_blueprint_copy": BOOL, "is_included": BOOL, "?item_id": INT,
            "?material_efficiency": INT, "quantity": INT, "record_id": INT, "?runs": INT,
            "?time_efficiency": INT, "type_id": INT,
        })),
        age=3600, pages=True,
    ),
    _route(
        "get", "/wars", "Wars", "List wars", array(INT), Param("max_war_id", INT), group="killmail",
        age=3600,
    ),
    _route(
        "get", "/killmails/{killmail_id}/{killmail_hash}", "Killmails", "Get a single killmail",
        obj({
            "attackers": array(obj({
                "?alliance_id": INT, "?character_id": INT, "?corporation_id": INT,
                "damage_done": INT, "?faction_id": INT, "final_blow": BOOL,
                "security_status": NUMBER, "?ship_type_id": INT, "?weapon_type_id": INT,
            })),
            "killmail_id": INT, "killmail_time": TIME, "?moon_id": INT, "solar_system_id": INT,
            "victim": obj({
                "?alliance_id": INT, "?character_id": INT, "?corporation_id": INT,
                "damage_taken": INT, "?faction_id": INT,
                "?items": array(obj({
                    "flag": INT, "item_type_id": INT,
                    "?items": array(obj({
                        "flag": INT, "item_type_id": INT, "?quantity_destroyed": INT,
                        "?quantity_dropped": INT, "singleton": INT,
                    })),
                    "?quantity_destroyed": INT, "?quantity_dropped": INT, "singleton": INT,
                })),
                "?position": POSITION, "ship_type_id": INT,
            }),
            "?war_id": INT,
        }),
        group="killmail", age=2592000, path_params={"killmail_hash": STRING},
    ),
    _route(
        "get", "/insurance/prices", "Insurance", "List insurance levels",
        array(obj({
            "levels": array(obj({"cost": NUMBER, "name": STRING, "payout": NUMBER})),
            "type_id": INT,
        })),
        group="insurance", age=3600, localised=True,
    ),
    _route(
        "get", "/route/{origin}/{destination}", "Routes", "Get route", array(INT),
        Param("avoid", array(INT, maxItems=100, uniqueItems=True)),
        Param("flag", enum("shortest secure insecure", default="shortest")), group="routes",
        age=86400, until="2025-09-30",
    ),
    _route(
        "post", "/route/{origin_system_id}/{destination_system_id}", "Routes",
        "Get route between two systems", obj({"route": array(INT)}), operation_id="PostRoute",
        group="routes", modern=True, since="2025-09-30",
        body=obj({
            "?avoid_systems": array(INT, maxItems=1000, uniqueItems=True),
            "?connections": array(obj({"from": INT, "to": INT}), maxItems=1000),
            "?preference": enum("Shorter Safer LessSecure", default="Shorter"),
            "?security_penalty": {**INT, "minimum": 0, "maximum": 100, "default": 50},
        }),
    ),
    _route(
        "get", "/paragon-hub/skinr", "Paragon Hub", "List public Paragon Hub SKINR listings",
        obj({
            "?cursor": CURSOR,
            "listings": array(obj({
                "created": TIME, "expires": TIME, "id": UUID, "last_modified": TIME,
                "price": one_of(obj({"?isk": NUMBER}), obj({"?plex": INT})), "quantity": INT,
                "seller_id": INT, "skinr_id": STRING,
                "state": enum("listed sold_out expired removed"),
            })),
        }),
        group="paragon-hub", cursor=True, modern=True, tombstones=604800, since=NEWEST,
    ),
    _route(
        "get", "/meta/compatibility-dates", "Meta", "Get compatibility dates",
        obj({"compatibility_dates": array(DATE)}), group="meta", age=600, modern=True,
    ),
    _route(
        "get", "/meta/status", "Meta", "Get health status",
        obj({
            "routes": array(obj({
                "method": enum("GET POST PUT DELETE"), "path": STRING,
                "status": enum("Unknown OK Degraded Down Recovering"),
            })),
        }),
        group="meta", modern=True, since="2025-11-06",
    ),
    _route(
        "get", "/meta/changelog", "Meta", "Get changelog",
        obj({
            "changelog": mapping(array(obj({
                "compatibility_date": DATE, "description": STRING,
                "method": enum("GET POST PUT DELETE"), "path": STRING,
                "type": enum("breaking changed new removed"),
            }))),
        }),
        group="meta", age=600, modern=True, since="2025-09-26",
    ),
)

_SIGNED_IN = (
    _route(
        "get", f"{FROM_PLAYER}/assets", "Assets", "Get character assets",
        array(obj({
            "?is_blueprint_copy": BOOL, "is_singleton": BOOL, "item_id": INT,
            "location_flag": enum(LOCATION_FLAGS), "location_id": INT,
            "location_type": enum("station solar_system item other"), "quantity": INT,
            "type_id": INT,
        })),
        group="char-asset", age=3600, pages=True, scope="esi-assets.read_assets.v1", versions=(5,),
    ),
    _route(
        "post", f"{FROM_PLAYER}/assets/names", "Assets", "Get character asset names",
        array(obj({"item_id": INT, "name": STRING})),
        body=array(INT, minItems=1, maxItems=1000, uniqueItems=True), body_name="item_ids",
        group="char-asset", scope="esi-assets.read_assets.v1",
    ),
    _route(
        "get", f"{FROM_PLAYER}/wallet", "Wallet", "Get a character's wallet balance", NUMBER,
        group="char-wallet", age=120, scope="esi-wallet.read_character_wallet.v1",
    ),
    _route(
        "get", f"{FROM_PLAYER}/wallet/journal", "Wallet", "Get character wallet journal",
        array(obj({
            "?amount": NUMBER, "?balance": NUMBER, "?context_id": INT,
            "?context_id_type": enum(CONTEXTS), "date": TIME, "description": STRING,
            "?first_party_id": INT, "id": INT, "?reason": STRING, "ref_type": enum(REF_TYPES),
            "?second_party_id": INT, "?tax": NUMBER, "?tax_receiver_id": INT,
        })),
        group="char-wallet", age=3600, pages=True, scope="esi-wallet.read_character_wallet.v1",
        versions=(6,),
    ),
    _route(
        "get", f"{FROM_PLAYER}/wallet/transactions", "Wallet", "Get wallet transactions",
        array(obj({
            "client_id": INT, "date": TIME, "is_buy": BOOL, "is_personal": BOOL,
            "journal_ref_id": INT, "location_id": INT, "quantity": INT, "transaction_id": INT,
            "type_id": INT, "unit_price": NUMBER,
        })),
        Param("from_id", INT), group="char-wallet", age=3600,
        scope="esi-wallet.read_character_wallet.v1",
    ),
    _route(
        "get", f"{FROM_PLAYER}/mail", "Mail", "Return mail headers",
        array(obj({
            "?from": INT, "?is_read": BOOL, "?labels": array(INT, uniqueItems=True),
            "?mail_id": INT, "?recipients": array(RECIPIENT, uniqueItems=True), "?subject": STRING,
            "?timestamp": TIME,
        })),
        Param("labels", array(INT, minItems=1, maxItems=25, uniqueItems=True)),
        Param("last_mail_id", INT), group="char-social", age=30, scope="esi-mail.read_mail.v1",
    ),
    _route(
        "post", f"{FROM_PLAYER}/mail", "Mail", "Send a new mail", INT,
        body=obj({
            "?approved_cost": {**INT, "default": 0}, "body": {**STRING, "maxLength": 10000},
            "recipients": array(RECIPIENT, minItems=1, maxItems=50),
            "subject": {**STRING, "maxLength": 1000},
        }),
        body_name="mail", group="char-social", scope="esi-mail.send_mail.v1", status=201,
    ),
    _route(
        "get", f"{FROM_PLAYER}/notifications", "Character", "Get character notifications",
        array(obj({
            "?is_read": BOOL, "notification_id": INT, "sender_id": INT,
            "sender_type": enum("character corporation alliance faction other"), "?text": STRING,
            "timestamp": TIME, "type": enum(NOTIFICATION_TYPES),
        })),
        group="char-notification", age=600, scope="esi-characters.read_notifications.v1",
        versions=(5, 6),
    ),
    _route(
        "get", f"{FROM_PLAYER}/skills", "Skills", "Get character skills",
        obj({
            "skills": array(obj({
                "active_skill_level": INT, "skill_id": INT, "skillpoints_in_skill": INT,
                "trained_skill_level": INT,
            })),
            "total_sp": INT, "?unallocated_sp": INT,
        }),
        group="char-detail", age=60, modern=True, scope="esi-skills.read_skills.v1", versions=(4,),
    ),
    _route(
        "get", f"{FROM_PLAYER}/orders", "Market", "List open orders from a character",
        array(obj({
            "duration": INT, "?escrow": NUMBER, "?is_buy_order": BOOL, "is_corporation": BOOL,
            "issued": TIME, "location_id": INT, "?min_volume": INT, "order_id": INT,
            "price": NUMBER, "range": enum(RANGES), "region_id": INT, "type_id": INT,
            "volume_remain": INT, "volume_total": INT,
        })),
        age=1200, scope="esi-markets.read_character_orders.v1", versions=(2,),
    ),
    _route(
        "get", f"{FROM_PLAYER}/location", "Location", "Get character location",
        obj({"solar_system_id": INT, "?station_id": INT, "?structure_id": INT}),
        group="char-location", age=5, scope="esi-location.read_location.v1", versions=(1, 2),
    ),
    _route(
        "get", f"{FROM_PLAYER}/calendar", "Calendar", "List calendar event summaries",
        array(obj({
            "?event_date": TIME, "?event_id": INT,
            "?event_response": enum("declined not_responded accepted tentative"),
            "?importance": INT, "?title": STRING,
        })),
        Param("from_event", INT), group="char-social", age=5,
        scope="esi-calendar.read_calendar_events.v1", versions=(1, 2),
    ),
    _route(
        "get", f"{FROM_PLAYER}/medals", "Character", "Get medals",
        array(obj({
            "corporation_id": INT, "date": TIME, "description": STRING,
            "graphics": array(obj({"?color": INT, "graphic": STRING, "layer": INT, "part": INT})),
            "issuer_id": INT, "medal_id": INT, "reason": STRING, "status": enum("public private"),
            "title": STRING,
        })),
        group="char-detail", age=3600, scope="esi-characters.read_medals.v1", versions=(1, 2),
    ),
    _route(
        "get", f"{FROM_PLAYER}/planets", "Planetary Interaction", "Get colonies",
        array(obj({
            "last_update": TIME, "num_pins": INT, "owner_id": INT, "planet_id": INT,
            "planet_type": enum("temperate barren oceanic ice gas lava storm plasma"),
            "solar_system_id": INT, "upgrade_level": INT,
        })),
        group="char-industry", age=600, scope="esi-planets.manage_planets.v1",
    ),
    _route(
        "get", f"{FROM_PLAYER}/planets/{{planet_id}}", "Planetary Interaction", "Get colony layout",
        obj({
            "links": array(obj({
                "destination_pin_id": INT, "link_level": INT, "source_pin_id": INT,
            })),
            "pins": array(PIN),
            "routes": array(obj({
                "content_type_id": INT, "destination_pin_id": INT, "quantity": NUMBER,
                "route_id": INT, "source_pin_id": INT, "?waypoints": array(INT),
            })),
        }),
        group="char-industry", age=600, scope="esi-planets.manage_planets.v1", versions=(3,),
    ),
    _route(
        "get", f"{FROM_PLAYER}/contacts", "Contacts", "Get contacts",
        array(obj({
            "contact_id": INT,
            "contact_type": enum("character corporation alliance faction"), "?is_blocked": BOOL,
            "?is_watched": BOOL, "?label_ids": array(INT), "standing": NUMBER,
        })),
        group="char-social", age=300, pages=True, scope="esi-characters.read_contacts.v1",
        versions=(2,),
    ),
    *(
        _route(
            method,
            f"{FROM_PLAYER}/contacts",
            "Contacts",
            summary,
            answer,
            Param("label_ids", array(INT, maxItems=63)),
            Param("standing", NUMBER, required=True),
            Param("watched", {**BOOL, "default": False}),
            body=array(INT, minItems=1, maxItems=100),
            body_name="contact_ids",
            status=status,
            group="char-social",
            scope="esi-characters.write_contacts.v1",
            versions=(2,),
        )
        for method, summary, answer, status in (
            ("post", "Add contacts", array(INT), 201),
            ("put", "Edit contacts", None, 204),
        )
    ),
    _route(
        "delete", f"{FROM_PLAYER}/contacts", "Contacts", "Delete contacts", None,
        Param("contact_ids", array(INT, minItems=1, maxItems=20), required=True), status=204,
        group="char-social", scope="esi-characters.write_contacts.v1", versions=(2,),
    ),
    _route(
        "get", "/corporations/{corporation_id}/wallets", "Wallet",
        "Returns a corporation's wallet balance", array(obj({"balance": NUMBER, "division": INT})),
        group="corp-wallet", age=300, scope="esi-wallet.read_corporation_wallets.v1",
        roles=("Accountant", "Junior_Accountant"),
    ),
    _route(
        "get", "/corporations/{corporation_id}/projects", "Corporation Projects",
        "List corporation projects", obj({"?cursor": CURSOR, "projects": array(obj(PROJECT))}),
        Param("state", enum("All Active", default="Active")),
        operation_id="GetCorporationsProjectsListing", group="corp-project", cursor=True,
        modern=True, scope="esi-corporations.read_projects.v1", since="2025-08-26",
    ),
    _route(
        "get", "/corporations/{corporation_id}/projects/{project_id}", "Corporation Projects",
        "Get project details",
        obj({
            **PROJECT,
            "configuration": one_of(
                obj({
                    "?deliver_item": obj({
                        "?docking_locations": array(one_of(
                            obj({"?structure_id": INT}), obj({"?station_id": INT}),
                        )),
                        "?items": array(one_of(obj({"?type_id": INT}), obj({"?group_id": INT}))),
                        "?office_id": INT,
                    }),
                }),
                obj({"?destroy_npc": obj({"?locations": array(PLACE)})}),
                obj({"?manual": {"type": "object"}}),
            ),
            "creator": obj({"id": INT, "name": STRING}),
            "details": obj({
                "?career": enum("Unspecified Explorer Industrialist Enforcer SoldierOfFortune"),
                "created": TIME, "description": STRING, "?expires": TIME, "?finished": TIME,
            }),
        }),
        operation_id="GetCorporationsProjectsDetail", group="corp-project", age=60, modern=True,
        scope="esi-corporations.read_projects.v1", since="2025-08-26",
        path_params={"project_id": UUID},
    ),
    _route(
        "get",
        "/corporations/{corporation_id}/structures/sovereignty-hubs", "Structures",
        "List Sovereignty Hubs",
        obj({"sovereignty_hubs": array(obj({"id": INT, "solar_system_id": INT}))}),
        operation_id="GetCorporationsStructuresSovereigntyHubsListing", group="corp-structure",
        age=3600, modern=True, scope="esi-structures.read_corporation.v1", since="2026-05-19",
    ),
    _route(
        "get",
        "/corporations/{corporation_id}/structures/sovereignty-hubs/{sovereignty_hub_id}",
        "Structures", "Get Sovereignty Hub details",
        obj({
            "?fuel_access_list_id": INT, "id": INT,
            "reagent_bay": obj({
                "last_updated": TIME,
                "reagents": array(obj({"amount": INT, "burning_per_hour": INT, "type_id": INT})),
            }),
            "resources": obj(
                {
                        kind: obj({"allocated": INT, "available": INT})
                        for kind in ("power", "workforce")
                    },
            ),
            "solar_system_id": INT,
            "upgrades": array(obj({
                "power_state": enum("Unspecified Online Offline Low Pending"), "type_id": INT,
            })),
            "?vulnerability_window": obj({"end": TIME, "start": TIME}),
            "workforce_transport": obj({
                "configuration": one_of(
                    obj({"?import": obj({"sources": array(obj({"solar_system_id": INT}))})}),
                    obj({"?export": obj({"amount": INT, "?solar_system_id": INT})}),
                    obj({"?transit": or_null(BOOL)}),
                ),
                "state": one_of(
                    obj({"?import": obj({
                        "sources": array(obj({"amount": INT, "solar_system_id": INT})),
                    })}),
                    obj({"?export": obj({"?amount": INT, "?solar_system_id": INT})}),
                    obj({"?transit": or_null(BOOL)}),
                ),
            }),
        }),
        operation_id="GetCorporationsStructuresSovereigntyHubsDetail", group="corp-structure",
        age=3600, modern=True, scope="esi-structures.read_corporation.v1",
        roles=("Station_Manager",), since="2026-05-19",
    ),
)

# fmt: on

ROUTES: Sequence[Route] = (*_PUBLIC, *_SIGNED_IN)
DATES: Sequence[str] = tuple(
    sorted({OLDEST, NEWEST, *(r.since for r in ROUTES), *(r.until for r in ROUTES if r.until)})
)
