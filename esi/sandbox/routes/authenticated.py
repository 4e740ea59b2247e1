"""Routes that need an access token."""

from esi.sandbox.routes.route import (
    CHARACTER,
    CONTEXTS,
    LOCATION_FLAGS,
    NOTIFICATION_TYPES,
    PLACE,
    PROJECT,
    RANGES,
    RECIPIENT,
    REF_TYPES,
    STRUCTURE_STATES,
    Query,
    RouteSpec,
    route,
)
from esi.sandbox.routes.schema_shorthand import (
    BOOL,
    CURSOR,
    INT,
    NUMBER,
    STRING,
    TIME,
    UUID,
    array,
    enum,
    obj,
    one_of,
    or_null,
)

# fmt: off
# A table, so that it is dense.
AUTHENTICATED: tuple[RouteSpec, ...] = (
    route(
        "get", f"{CHARACTER}/assets", "Assets", "Get character assets",
        array(obj({
            "?is_blueprint_copy": BOOL, "is_singleton": BOOL, "item_id": INT,
            "location_flag": enum(LOCATION_FLAGS), "location_id": INT,
            "location_type": enum("station solar_system item other"), "quantity": INT,
            "type_id": INT,
        })),
        group="char-asset", age=3600, pages=True, scope="esi-assets.read_assets.v1", versions=(5,),
    ),
    route(
        "post", f"{CHARACTER}/assets/names", "Assets", "Get character asset names",
        array(obj({"item_id": INT, "name": STRING})),
        body=array(INT, minItems=1, maxItems=1000, uniqueItems=True), body_name="item_ids",
        group="char-asset", scope="esi-assets.read_assets.v1",
    ),
    route(
        "get", f"{CHARACTER}/wallet", "Wallet", "Get a character's wallet balance", NUMBER,
        group="char-wallet", age=120, scope="esi-wallet.read_character_wallet.v1",
    ),
    route(
        "get", f"{CHARACTER}/wallet/journal", "Wallet", "Get character wallet journal",
        array(obj({
            "?amount": NUMBER, "?balance": NUMBER, "?context_id": INT,
            "?context_id_type": enum(CONTEXTS), "date": TIME, "description": STRING,
            "?first_party_id": INT, "id": INT, "?reason": STRING, "ref_type": enum(REF_TYPES),
            "?second_party_id": INT, "?tax": NUMBER, "?tax_receiver_id": INT,
        })),
        group="char-wallet", age=3600, pages=True, scope="esi-wallet.read_character_wallet.v1",
        versions=(6,),
    ),
    route(
        "get", f"{CHARACTER}/wallet/transactions", "Wallet", "Get wallet transactions",
        array(obj({
            "client_id": INT, "date": TIME, "is_buy": BOOL, "is_personal": BOOL,
            "journal_ref_id": INT, "location_id": INT, "quantity": INT, "transaction_id": INT,
            "type_id": INT, "unit_price": NUMBER,
        })),
        Query("from_id", INT), group="char-wallet", age=3600,
        scope="esi-wallet.read_character_wallet.v1",
    ),
    route(
        "get", f"{CHARACTER}/mail", "Mail", "Return mail headers",
        array(obj({
            "?from": INT, "?is_read": BOOL, "?labels": array(INT, uniqueItems=True),
            "?mail_id": INT, "?recipients": array(RECIPIENT, uniqueItems=True), "?subject": STRING,
            "?timestamp": TIME,
        })),
        Query("labels", array(INT, minItems=1, maxItems=25, uniqueItems=True)),
        Query("last_mail_id", INT), group="char-social", age=30, scope="esi-mail.read_mail.v1",
    ),
    route(
        "post", f"{CHARACTER}/mail", "Mail", "Send a new mail", INT,
        body=obj({
            "?approved_cost": {**INT, "default": 0}, "body": {**STRING, "maxLength": 10000},
            "recipients": array(RECIPIENT, minItems=1, maxItems=50),
            "subject": {**STRING, "maxLength": 1000},
        }),
        body_name="mail", group="char-social", scope="esi-mail.send_mail.v1", status=201,
    ),
    route(
        "get", f"{CHARACTER}/notifications", "Character", "Get character notifications",
        array(obj({
            "?is_read": BOOL, "notification_id": INT, "sender_id": INT,
            "sender_type": enum("character corporation alliance faction other"), "?text": STRING,
            "timestamp": TIME, "type": enum(NOTIFICATION_TYPES),
        })),
        group="char-notification", age=600, scope="esi-characters.read_notifications.v1",
        versions=(5, 6),
    ),
    route(
        "get", f"{CHARACTER}/skills", "Skills", "Get character skills",
        obj({
            "skills": array(obj({
                "active_skill_level": INT, "skill_id": INT, "skillpoints_in_skill": INT,
                "trained_skill_level": INT,
            })),
            "total_sp": INT, "?unallocated_sp": INT,
        }),
        group="char-detail", age=60, modern=True, scope="esi-skills.read_skills.v1", versions=(4,),
    ),
    route(
        "get", f"{CHARACTER}/orders", "Market", "List open orders from a character",
        array(obj({
            "duration": INT, "?escrow": NUMBER, "?is_buy_order": BOOL, "is_corporation": BOOL,
            "issued": TIME, "location_id": INT, "?min_volume": INT, "order_id": INT,
            "price": NUMBER, "range": enum(RANGES), "region_id": INT, "type_id": INT,
            "volume_remain": INT, "volume_total": INT,
        })),
        age=1200, scope="esi-markets.read_character_orders.v1", versions=(2,),
    ),
    route(
        "get", f"{CHARACTER}/location", "Location", "Get character location",
        obj({"solar_system_id": INT, "?station_id": INT, "?structure_id": INT}),
        group="char-location", age=5, scope="esi-location.read_location.v1", versions=(1, 2),
    ),
    route(
        "get", f"{CHARACTER}/calendar", "Calendar", "List calendar event summaries",
        array(obj({
            "?event_date": TIME, "?event_id": INT,
            "?event_response": enum("declined not_responded accepted tentative"),
            "?importance": INT, "?title": STRING,
        })),
        Query("from_event", INT), group="char-social", age=5,
        scope="esi-calendar.read_calendar_events.v1", versions=(1, 2),
    ),
    route(
        "get", f"{CHARACTER}/contacts", "Contacts", "Get contacts",
        array(obj({
            "contact_id": INT,
            "contact_type": enum("character corporation alliance faction"), "?is_blocked": BOOL,
            "?is_watched": BOOL, "?label_ids": array(INT), "standing": NUMBER,
        })),
        group="char-social", age=300, pages=True, scope="esi-characters.read_contacts.v1",
        versions=(2,),
    ),
    *(
        route(
            method, f"{CHARACTER}/contacts", "Contacts", summary, response,
            Query("label_ids", array(INT, maxItems=63)), Query("standing", NUMBER, required=True),
            Query("watched", {**BOOL, "default": False}),
            body=array(INT, minItems=1, maxItems=100), body_name="contact_ids", status=status,
            group="char-social", scope="esi-characters.write_contacts.v1", versions=(2,),
        )
        for method, summary, response, status in (
            ("post", "Add contacts", array(INT), 201), ("put", "Edit contacts", None, 204),
        )
    ),
    route(
        "delete", f"{CHARACTER}/contacts", "Contacts", "Delete contacts", None,
        Query("contact_ids", array(INT, minItems=1, maxItems=20), required=True), status=204,
        group="char-social", scope="esi-characters.write_contacts.v1", versions=(2,),
    ),
    route(
        "get", "/corporations/{corporation_id}/wallets", "Wallet",
        "Returns a corporation's wallet balance", array(obj({"balance": NUMBER, "division": INT})),
        group="corp-wallet", age=300, scope="esi-wallet.read_corporation_wallets.v1",
        roles=("Accountant", "Junior_Accountant"),
    ),
    route(
        "get", "/corporations/{corporation_id}/structures", "Corporation",
        "Get corporation structures",
        array(obj({
            "corporation_id": INT, "?fuel_expires": TIME, "?name": STRING,
            "?next_reinforce_apply": TIME, "?next_reinforce_hour": INT, "profile_id": INT,
            "?reinforce_hour": INT,
            "?services": array(obj({"name": STRING, "state": enum("online offline cleanup")})),
            "state": enum(STRUCTURE_STATES), "?state_timer_end": TIME, "?state_timer_start": TIME,
            "structure_id": INT, "system_id": INT, "type_id": INT, "?unanchors_at": TIME,
        })),
        age=3600, pages=True, localised=True, scope="esi-corporations.read_structures.v1",
        roles=("Station_Manager",), versions=(4,),
    ),
    route(
        "get", "/corporations/{corporation_id}/projects", "Corporation Projects",
        "List corporation projects", obj({"?cursor": CURSOR, "projects": array(obj(PROJECT))}),
        Query("state", enum("All Active", default="Active")),
        operation_id="GetCorporationsProjectsListing", group="corp-project", cursor=True,
        modern=True, scope="esi-corporations.read_projects.v1", since="2025-08-26",
    ),
    route(
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
    route(
        "get",
        "/corporations/{corporation_id}/structures/sovereignty-hubs", "Structures",
        "List Sovereignty Hubs",
        obj({"sovereignty_hubs": array(obj({"id": INT, "solar_system_id": INT}))}),
        operation_id="GetCorporationsStructuresSovereigntyHubsListing", group="corp-structure",
        age=3600, modern=True, scope="esi-structures.read_corporation.v1", since="2026-05-19",
    ),
    route(
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
