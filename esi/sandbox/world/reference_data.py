"""Make the tables of the static data export that describe neither items nor places.

A table is empty if the world has nothing that belongs into it.
"""

from esi.sandbox.routes.table import words
from esi.sandbox.world.corporations import UPGRADE
from esi.sandbox.world.people import NOTIFICATIONS
from esi.sandbox.world.trade import Row
from esi.sandbox.world.translations import text

SPACESHIP_COMMAND, MINMATAR_FRIGATE = 3327, 3329
HULL = 4  # category of dogma attributes
GENERAL = 1  # group of roles
ROLES = {1: "Director", 256: "Accountant", 1024: "Factory Manager", 2048: "Station Manager"}
ARCHETYPES = {1: "Combat Anomaly", 2: "Ore Anomaly"}


def tables() -> dict[str, list[Row]]:
    """Return the records of each of these tables."""
    return {
        "accountingEntryTypes": [
            {"_key": number, "internalName": kind, "name": text(kind.replace("_", " ").title())}
            for number, kind in enumerate(words("ref_type"), start=1)
        ],
        "archetypes": [
            {"_key": number, "description": text(f"{title}, for tests."), "title": text(title)}
            for number, title in ARCHETYPES.items()
        ],
        "corporationRoleGroups": [
            {
                "_key": GENERAL,
                "appliesTo": "roles",
                "appliesToGrantable": "grantableRoles",
                "isDivisional": False,
                "isLocational": False,
                "name": text("General"),
            }
        ],
        "corporationRoles": [
            {"_key": number, "name": text(name), "roleGroupIDs": [GENERAL], "shortName": name}
            for number, name in ROLES.items()
        ],
        "dogmaAttributeCategories": [
            {"_key": HULL, "description": "Attributes of hulls", "name": "Structure"}
        ],
        "freelanceJobSchemas": [{"_key": 1, "_value": [_freelance_job()]}],
        "metenoxMoonDrill": [],
        "notificationTypes": [
            {"_key": number, "displayName": text(name), "internalName": name}
            for number, name in enumerate(NOTIFICATIONS, start=1)
        ],
        "skillPlans": [
            {
                "_key": 1,
                "description": text("Fly frigates."),
                "internalName": "Minmatar Frigates",
                "milestones": [{"level": 1, "typeID": MINMATAR_FRIGATE}],
                "name": text("Minmatar Frigates"),
                "skillRequirements": [
                    {"level": 1, "typeID": SPACESHIP_COMMAND},
                    {"level": 1, "typeID": MINMATAR_FRIGATE},
                ],
            }
        ],
        "sovereigntyUpgrades": [
            {
                "_key": UPGRADE,
                "fuel": {"hourly_upkeep": 5, "startup_cost": 600, "type_id": 34},
                "mutually_exclusive_group": "Shields",
                "power_allocation": 100,
                "workforce_allocation": 0,
            }
        ],
    }


def _freelance_job() -> Row:
    """Make the description of a kind of job, with one parameter."""
    systems = {
        "acceptedValueTypes": ["solarsystem"],
        "description": text("Where ore counts."),
        "maxEntries": 5,
        "optional": True,
        "title": text("Solar systems"),
    }
    return {
        "_key": "MineOre",
        "contentTags": ["mining"],
        "description": text("Mine ore for a corporation."),
        "parameters": [{"_key": "solar_system", "matcher": systems}],
        "title": text("Mine ore"),
    }
