"""Make what characters and corporations own: assets, blueprints and industry jobs."""

from esi.sandbox.world import corporations
from esi.sandbox.world.trade import Row, stack
from esi.sandbox.world.world import World

ASSETS = 2_300
BLUEPRINTS = ASSETS // 8
JOBS = 60
CONTAINER, OFFICE = 3465, 27
PER_OFFICE = 400  # assets
COPIES = (1, 8)  # activities of blueprint copies: manufacturing, invention
ORIGINALS = (1, 3, 4, 5)  # manufacturing, research of time and of material, copying
FIRST_JOB = 560_000_000


def asset_id(owner_id: int, number: int) -> int:
    """Return the item id of an asset."""
    return 1_030_000_000_000 + _place(owner_id) * 1_000_000 + number


def _place(owner_id: int) -> int:
    """Return a small number for an owner, different for characters and corporations."""
    return owner_id % 1000 + (500 if owner_id >= 98_000_000 else 0)


def asset(world: World, owner_id: int, number: int, revision: int) -> Row:
    """Make an asset; of eight, the first is a container and the sixth a blueprint.

    The eighth is in the container. All that a corporation has is in its offices.
    """
    rng = world.rng("asset", owner_id, number)
    corporate, place = owner_id in world.corporations, number % 8
    office = number % PER_OFFICE if corporate else 0  # place in the office; 0 is the office
    type_id = rng.pick(world.traded)
    if place in {0, 5}:
        kind = OFFICE if corporate and not office else CONTAINER
        type_id = rng.pick(tuple(world.products)) if place else kind
    single = place in {0, 5} or rng.below(4) == 0
    row: Row = {
        "is_singleton": single,
        "item_id": asset_id(owner_id, number),
        "location_flag": "OfficeFolder" if corporate else "Hangar",
        "location_id": rng.pick(tuple(world.stations)),
        "location_type": "station",
        "quantity": 1 if single else rng.between(1, stack(world, type_id)) + revision,
        "type_id": type_id,
    }
    # Call containers, offices and structures items, as the API does.
    if place == 7 and office != 7:
        row |= {"location_flag": "Unlocked", "location_id": asset_id(owner_id, number - 7)}
        row["location_type"] = "item"
    elif office:
        row["location_flag"] = f"CorpSAG{rng.between(1, 7)}"
        row |= {"location_id": asset_id(owner_id, number - office), "location_type": "item"}
    elif rng.below(10) == 0 or (corporate and number // PER_OFFICE % 2):
        row["location_id"] = corporations.public_structure(world, number)
        row["location_type"] = "item"
    if place == 5 and rng.below(2):
        row["is_blueprint_copy"] = True
    return row


def blueprint(world: World, owner_id: int, number: int) -> Row:
    """Make a blueprint, which is one of the owner's assets."""
    row = asset(world, owner_id, number * 8 + 5, 0)
    rng = world.rng("blueprint", owner_id, number)
    copy = row.get("is_blueprint_copy", False)
    fields = ("item_id", "location_flag", "location_id", "type_id")
    return {name: row[name] for name in fields} | {
        "material_efficiency": rng.between(0, 10),
        "quantity": -2 if copy else -1,
        "runs": rng.between(1, 100) if copy else -1,
        "time_efficiency": 2 * rng.between(0, 10),
    }


def job(world: World, owner_id: int, number: int) -> Row:
    """Make an industry job with one of the owner's blueprints; number 0 started last."""
    rng = world.rng("job", owner_id, number)
    corporate = owner_id in world.corporations
    plan = blueprint(world, owner_id, number)
    facility = plan["location_id"]
    if corporate:  # its blueprint is in an office, which is in the facility
        office = number * 8 // PER_OFFICE * PER_OFFICE
        facility = asset(world, owner_id, office, 0)["location_id"]
    activity = rng.pick(COPIES if plan["quantity"] == -2 else ORIGINALS)
    installer = rng.pick(world.members(owner_id)) if corporate else owner_id
    runs = rng.between(1, 10)
    started, duration = 18_000 * number + 3600, 3600 * rng.between(1, 48)
    row: Row = {
        "activity_id": activity,
        "blueprint_id": plan["item_id"],
        "blueprint_location_id": plan["location_id"],
        "blueprint_type_id": plan["type_id"],
        "cost": rng.below(10**9) / 100,
        "duration": duration,
        "end_date": world.moment(started - duration),
        "facility_id": facility,
        "installer_id": installer,
        "job_id": FIRST_JOB - _place(owner_id) * 100 - number,
        "licensed_runs": runs,
        "location_id" if corporate else "station_id": facility,
        "output_location_id": plan["location_id"],
        "product_type_id": world.products[plan["type_id"]] if activity == 1 else plan["type_id"],
        "runs": runs,
        "start_date": world.moment(started),
        "status": "active",
    }
    if activity == 8:
        row["probability"] = 0.34
    if started >= duration:
        row["status"] = "ready" if number % 4 == 0 else "delivered"
    if row["status"] == "delivered":
        row |= {
            "completed_character_id": installer,
            "completed_date": world.moment((started - duration) // 2),
            "successful_runs": runs,
        }
    return row
