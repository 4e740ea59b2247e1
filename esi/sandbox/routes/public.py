"""Routes that need no access token."""

from esi.sandbox.routes.route import (
    CHARACTER,
    ITEM_SERVICES,
    NAMED_IDS,
    NAMED_KINDS,
    NEWEST,
    PUBLIC_CHARACTER,
    RANGES,
    Query,
    RouteSpec,
    route,
)
from esi.sandbox.routes.schema_shorthand import (
    BOOL,
    CURSOR,
    DATE,
    INT,
    NUMBER,
    POSITION,
    STRING,
    TIME,
    UUID,
    array,
    enum,
    mapping,
    obj,
    one_of,
)

# fmt: off
# A table, so that it is dense.
PUBLIC: tuple[RouteSpec, ...] = (
    route(
        "get", "/status", "Status", "Get the server's status",
        obj({"players": INT, "server_version": STRING, "start_time": TIME, "?vip": BOOL}),
        group="status", age=30, modern=True, versions=(1, 2),
    ),
    route(
        "get", "/markets/{region_id}/orders", "Market", "List orders in a region",
        array(obj({
            "duration": INT, "is_buy_order": BOOL, "issued": TIME, "location_id": INT,
            "min_volume": INT, "order_id": INT, "price": NUMBER, "range": enum(RANGES),
            "system_id": INT, "type_id": INT, "volume_remain": INT, "volume_total": INT,
        })),
        # Required and with a default, as in the live document.
        Query("order_type", enum("buy sell all", default="all"), required=True),
        Query("type_id", INT), group="market-order", age=300, pages=True,
    ),
    route(
        "get", "/markets/{region_id}/history", "Market",
        "List historical market statistics in a region",
        array(obj({
            "average": NUMBER, "date": DATE, "highest": NUMBER, "lowest": NUMBER,
            "order_count": INT, "volume": INT,
        })),
        Query("type_id", INT, required=True), daily=True,
    ),
    route(
        "get", "/markets/{region_id}/types", "Market", "List type IDs relevant to a market",
        array(INT), age=600, pages=True,
    ),
    route(
        "get", "/markets/prices", "Market", "List market prices",
        array(obj({"?adjusted_price": NUMBER, "?average_price": NUMBER, "type_id": INT})), age=3600,
    ),
    route("get", "/markets/groups", "Market", "Get item groups", array(INT), daily=True),
    route(
        "get", "/markets/groups/{market_group_id}", "Market", "Get item group information",
        obj({
            "description": STRING, "market_group_id": INT, "name": STRING, "?parent_group_id": INT,
            "types": array(INT),
        }),
        localised=True, daily=True,
    ),
    route("get", "/universe/types", "Universe", "Get types", array(INT), pages=True, daily=True),
    route(
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
    route(
        "get", "/universe/groups", "Universe", "Get item groups", array(INT),
        pages=True, daily=True,
    ),
    route(
        "get", "/universe/groups/{group_id}", "Universe", "Get item group information",
        obj({
            "category_id": INT, "group_id": INT, "name": STRING, "published": BOOL,
            "types": array(INT),
        }),
        localised=True, daily=True,
    ),
    route(
        "get", "/universe/categories", "Universe", "Get item categories", array(INT), daily=True,
    ),
    route(
        "get", "/universe/categories/{category_id}", "Universe", "Get item category information",
        obj({"category_id": INT, "groups": array(INT), "name": STRING, "published": BOOL}),
        localised=True, daily=True,
    ),
    route("get", "/universe/regions", "Universe", "Get regions", array(INT), daily=True),
    route(
        "get", "/universe/regions/{region_id}", "Universe", "Get region information",
        obj({
            "constellations": array(INT), "?description": STRING, "name": STRING, "region_id": INT,
        }),
        localised=True, daily=True,
    ),
    route(
        "get", "/universe/constellations", "Universe", "Get constellations", array(INT), daily=True,
    ),
    route(
        "get", "/universe/constellations/{constellation_id}", "Universe",
        "Get constellation information",
        obj({
            "constellation_id": INT, "name": STRING, "position": POSITION, "region_id": INT,
            "systems": array(INT),
        }),
        localised=True, daily=True,
    ),
    route("get", "/universe/systems", "Universe", "Get solar systems", array(INT), daily=True),
    route(
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
    route(
        "get", "/universe/stations/{station_id}", "Universe", "Get station information",
        obj({
            "max_dockable_ship_volume": NUMBER, "name": STRING, "office_rental_cost": NUMBER,
            "?owner": INT, "position": POSITION, "?race_id": INT, "reprocessing_efficiency": NUMBER,
            "reprocessing_stations_take": NUMBER, "services": array(enum(ITEM_SERVICES)),
            "station_id": INT, "system_id": INT, "type_id": INT,
        }),
        versions=(2,), daily=True,
    ),
    route(
        "get", "/universe/races", "Universe", "Get character races",
        array(obj({"alliance_id": INT, "description": STRING, "name": STRING, "race_id": INT})),
        localised=True, daily=True,
    ),
    route(
        "get", "/universe/factions", "Universe", "Get factions",
        array(obj({
            "?corporation_id": INT, "description": STRING, "faction_id": INT, "is_unique": BOOL,
            "?militia_corporation_id": INT, "name": STRING, "size_factor": NUMBER,
            "?solar_system_id": INT, "station_count": INT, "station_system_count": INT,
        })),
        localised=True, versions=(1, 2), daily=True,
    ),
    route(
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
    route(
        "post", "/universe/ids", "Universe", "Bulk names to IDs",
        obj({f"?{kind}": NAMED_IDS for kind in NAMED_KINDS}),
        body=array(
            {**STRING, "minLength": 1, "maxLength": 100}, minItems=1, maxItems=500,
            uniqueItems=True,
        ),
        body_name="names", localised=True,
    ),
    route(
        "post", "/characters/affiliation", "Character", "Character affiliation",
        array(obj({
            "?alliance_id": INT, "character_id": INT, "corporation_id": INT, "?faction_id": INT,
        })),
        body=array(INT, minItems=1, maxItems=1000, uniqueItems=True), body_name="characters",
        age=3600, versions=(1, 2),
    ),
    route(
        "get", CHARACTER, "Character", "Get character's public information",
        obj({**PUBLIC_CHARACTER, "?title": STRING}), age=86400, until="2026-06-09", versions=(4, 5),
    ),
    route(
        "get", CHARACTER, "Character", "Get character's public information",
        obj({
            **PUBLIC_CHARACTER, "achievement_score": INT, "?character_title_id": UUID,
            "?corporation_title": STRING,
        }),
        operation_id="GetCharactersDetail", age=86400, modern=True, since="2026-06-09",
    ),
    route(
        "get", "/characters/{character_id}/corporationhistory", "Character",
        "Get corporation history",
        array(obj({
            "corporation_id": INT, "?is_deleted": BOOL, "record_id": INT, "start_date": TIME,
        })),
        age=86400,
    ),
    route(
        "get", "/corporations/npccorps", "Corporation", "Get npc corporations", array(INT),
        daily=True,
    ),
    route(
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
    route(
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
    route(
        "get", "/alliances", "Alliance", "List all alliances", array(INT, uniqueItems=True),
        age=3600,
    ),
    route(
        "get", "/alliances/{alliance_id}", "Alliance", "Get alliance's public information",
        obj({
            "creator_corporation_id": INT, "creator_id": INT, "date_founded": TIME,
            "?executor_corporation_id": INT, "?faction_id": INT, "name": STRING, "ticker": STRING,
        }),
        age=3600, modern=True, versions=(3,),
    ),
    route(
        "get", "/alliances/{alliance_id}/corporations", "Alliance", "List alliance's corporations",
        array(INT, uniqueItems=True), age=3600,
    ),
    route(
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
    route(
        "get", "/contracts/public/items/{contract_id}", "Contracts", "Get public contract items",
        array(obj({
            "?is_blueprint_copy": BOOL, "is_included": BOOL, "?item_id": INT,
            "?material_efficiency": INT, "quantity": INT, "record_id": INT, "?runs": INT,
            "?time_efficiency": INT, "type_id": INT,
        })),
        age=3600, pages=True,
    ),
    route(
        "get", "/universe/system_jumps", "Universe", "Get system jumps",
        array(obj({"ship_jumps": INT, "system_id": INT})), age=3600,
    ),
    route(
        "get", "/universe/system_kills", "Universe", "Get system kills",
        array(obj({"npc_kills": INT, "pod_kills": INT, "ship_kills": INT, "system_id": INT})),
        age=3600,
    ),
    route(
        "get", "/wars", "Wars", "List wars", array(INT), Query("max_war_id", INT), group="killmail",
        age=3600,
    ),
    route(
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
    route(
        "get", "/insurance/prices", "Insurance", "List insurance levels",
        array(obj({
            "levels": array(obj({"cost": NUMBER, "name": STRING, "payout": NUMBER})),
            "type_id": INT,
        })),
        group="insurance", age=3600, localised=True,
    ),
    route(
        "get", "/route/{origin}/{destination}", "Routes", "Get route", array(INT),
        Query("avoid", array(INT, maxItems=100, uniqueItems=True)),
        Query("flag", enum("shortest secure insecure", default="shortest")), group="routes",
        age=86400, until="2025-09-30",
    ),
    route(
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
    route(
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
    route(
        "get", "/meta/compatibility-dates", "Meta", "Get compatibility dates",
        obj({"compatibility_dates": array(DATE)}), group="meta", age=600, modern=True,
    ),
    route(
        "get", "/meta/status", "Meta", "Get health status",
        obj({
            "routes": array(obj({
                "method": enum("GET POST PUT DELETE"), "path": STRING,
                "status": enum("Unknown OK Degraded Down Recovering"),
            })),
        }),
        group="meta", modern=True, since="2025-11-06",
    ),
    route(
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
