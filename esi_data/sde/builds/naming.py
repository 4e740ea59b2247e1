"""Name tables, columns and keys after those of the export, in the API's style."""

from __future__ import annotations

import re

# Key columns of tables that the API does not call `<singular>_id`. If several tables share a
# column, references mean the first.
KEYS = {
    "types": "type_id",
    "agentTypes": "agent_type_id",
    "agentsInSpace": "agent_id",
    "blueprints": "blueprint_type_id",
    "compressibleTypes": "type_id",
    "contrabandTypes": "type_id",
    "controlTowerResources": "type_id",
    "corporationActivities": "activity_id",
    "dogmaAttributeCategories": "attribute_category_id",
    "dogmaAttributes": "attribute_id",
    "dogmaEffects": "effect_id",
    "dogmaUnits": "unit_id",
    "dynamicItemAttributes": "type_id",
    "mapAsteroidBelts": "asteroid_belt_id",
    "mapConstellations": "constellation_id",
    "mapMoons": "moon_id",
    "mapPlanets": "planet_id",
    "mapRegions": "region_id",
    "mapSecondarySuns": "secondary_sun_id",
    "mapSolarSystems": "system_id",
    "mapStargates": "stargate_id",
    "mapStars": "star_id",
    "masteries": "type_id",
    "npcCharacters": "character_id",
    "npcCorporationDivisions": "division_id",
    "npcCorporations": "corporation_id",
    "npcStations": "station_id",
    "planetResources": "celestial_id",
    "planetSchematics": "schematic_id",
    "skinMaterials": "skin_material_id",
    "sovereigntyUpgrades": "type_id",
    "stationOperations": "operation_id",
    "stationServices": "service_id",
    "typeBonus": "type_id",
    "typeDogma": "type_id",
    "typeElements": "type_id",
    "typeMaterials": "type_id",
    "_sde": "key",
    "translationLanguages": "language",
}

# Names of the keys of entries, by child table, where `<singular>_id` would mislead.
ENTRY_KEYS = {
    "certificates_skill_types": "skill_type_id",
    "masteries": "level",
    "missions_extra_standings": "faction_id",
    "npcCorporations_corporation_trades": "type_id",
    "npcCorporations_exchange_rates": "other_corporation_id",
    "races_skills": "skill_type_id",
    "shipTreeGroups_pre_req_skills_skills": "skill_type_id",
    "skinrComponentPointValues": "skinr_component_rarity_id",
    "stationOperations_station_types": "race_id",
    "typeBonus_types": "skill_type_id",
    "typeElements_elements": "element_type_id",
}

# Objects whose fields are the entries of a map: table and field, and the column of their names.
MAPS = {("blueprints", "activities"): "activity"}

# Fields that only repeat the key of their record.
REPEATED = {("blueprints", "blueprint_type_id")}

# References that do not follow from a column's name, and columns that are not references.
_REFERENCES = {
    ("agentsInSpace", "dungeon_id"): None,
    ("blueprints", "blueprint_type_id"): "types",
    ("corporationRoles", "role_group_ids"): "corporationRoleGroups",
    ("dogmaAttributes", "charge_recharge_time_id"): "dogmaAttributes",
    ("dogmaEffects", "effect_category_id"): None,
    ("graphics", "sof_material_set_id"): "graphicMaterialSets",
    ("landmarks", "location_id"): "mapSolarSystems",
    ("marketGroups", "parent_group_id"): "marketGroups",
    ("militaryCampaignObjectives", "campaign_id"): "militaryCampaigns",
    ("npcCharacters", "location_id"): "npcStations",
    ("npcCorporations", "ceo_id"): "npcCharacters",
    ("npcCorporations", "enemy_id"): "npcCorporations",
    ("npcCorporations", "friend_id"): "npcCorporations",
    ("npcCorporations_investors", "investor_id"): "npcCorporations",
    ("npcStations", "owner_id"): "npcCorporations",
    ("skinMaterials", "material_set_id"): "graphicMaterialSets",
    ("types", "variation_parent_type_id"): "types",
}

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_DIMENSION = re.compile(r"(?<=[a-z])(\d)D$")  # position2D
_PLURAL_IDS = re.compile(r"IDs(?=[A-Z]|$)")


def snake(name: str) -> str:
    """Return a field's name in the API's style: `marketGroupID` -> `market_group_id`.

    The API calls a solar system's id `system_id`, so `solarSystemID` becomes `system_id`.
    """
    plain = _PLURAL_IDS.sub("Ids", _DIMENSION.sub(r"_\1d", name))
    words = re.sub(r"\W+", "_", _WORD.sub("_", plain)).lower()
    return re.sub(r"(^|_)solar_system_id(s?)$", r"\1system_id\2", words)


def singular(words: str) -> str:
    """Return the singular of a name's last word: `market_groups` -> `market_group`."""
    for plural, one in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ss", "ss"), ("us", "us")):
        if words.endswith(plural):
            return words.removesuffix(plural) + one
    return words.removesuffix("s")


def key_column(table: str) -> str:
    """Return the column of a table's keys: `type_id` of `types`, else `<singular>_id`."""
    return KEYS.get(table) or f"{singular(snake(table))}_id"


def entry_key(table: str, field: str) -> str:
    """Return the column of the keys of entries in a list: `attribute_ids` -> `attribute_id`."""
    if known := ENTRY_KEYS.get(table):
        return known
    return f"{singular(snake(field).removesuffix('_ids').removesuffix('_id'))}_id"


def referred(table: str, column: str, homes: dict[str, str]) -> str | None:
    """Return the table whose keys a column has: `skill_type_id` -> `types`; None if it has none.

    `homes` maps each key column to its table. Only the last words of a column count
    (`material_type_id`, `destination.stargate_id`).
    """
    if (table, column) in _REFERENCES:
        return _REFERENCES[table, column]
    words = column.rpartition(".")[2].split("_")
    for start in range(len(words) - 1):
        name = "_".join(words[start:]).replace("_ids", "_id")
        if name in homes:
            return homes[name] if (homes[name], name) != (table, column) else None
    return None
