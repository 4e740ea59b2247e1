"""Test materials of jobs and of reprocessed items."""

from decimal import Decimal

import pandas as pd
import pytest

from esi.errors import ParameterError
from esi_data.sde.derived import industry

RIFTER, WOLF, FERNITE = 587, 11371, 16656
RIFTER_BLUEPRINT, WOLF_BLUEPRINT, FORMULA, SPARE_BLUEPRINT = 691, 11372, 46204, 999
TRITANIUM, PYERITE, DATACORE = 34, 35, 20418
VELDSPAR, SCORDITE = 1230, 1228


def job(time, materials=(), products=()):
    return {
        "time": time,
        "materials": [{"typeID": number, "quantity": units} for number, units in materials],
        "products": [
            {"typeID": number, "quantity": units} | ({"probability": chance[0]} if chance else {})
            for number, units, *chance in products
        ],
    }


TABLES = {
    "blueprints": {
        RIFTER_BLUEPRINT: {"maxProductionLimit": 300, "activities": {
            "copying": {"time": 4800},
            "manufacturing": job(6000, [(TRITANIUM, 32_000), (PYERITE, 1)], [(RIFTER, 1)]),
            "invention": job(63_900, [(DATACORE, 2)], [(WOLF_BLUEPRINT, 1, 0.3)]),
        }},
        WOLF_BLUEPRINT: {"maxProductionLimit": 10, "activities": {
            "manufacturing": job(100_000, [(RIFTER, 1), (PYERITE, 57)], [(WOLF, 1)]),
        }},
        FORMULA: {"activities": {"reaction": job(10_800, [(TRITANIUM, 100)], [(FERNITE, 200)])}},
        SPARE_BLUEPRINT: {"activities": {"manufacturing": job(1, [(PYERITE, 9)], [(RIFTER, 1)])}},
    },
    "types": {VELDSPAR: {"portionSize": 100}, SCORDITE: {"portionSize": 100}, RIFTER: {}},
    "typeMaterials": {
        VELDSPAR: {"materials": [{"materialTypeID": TRITANIUM, "quantity": 400}]},
        SCORDITE: {"materials": [{"materialTypeID": TRITANIUM, "quantity": 150},
                                 {"materialTypeID": PYERITE, "quantity": 99}]},
        RIFTER: {"materials": [{"materialTypeID": PYERITE, "quantity": 100}]},
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def industrial(build):
    """Return tables with blueprints, a formula and materials of items."""
    return build(**TABLES)


@pytest.mark.parametrize(
    ("base", "runs", "efficiency", "modifier", "units"),
    [
        (100, 1, 0, 1.0, 100),
        (100, 1, 10, 1.0, 90),
        (57, 1, 10, 1.0, 52),  # 51.3
        (57, 10, 10, 1.0, 513),  # of the job, not of each run
        (1, 10, 10, 1.0, 10),  # at least one a run
        (1, 1, 10, 0.5, 1),
        (100, 7, 7, 1.0, 651),  # 0.93 is 0.9299999999999999
        (20, 1, 0, 1.0002, 20),  # 20.004 is 20.0 to two places
        (20, 1, 0, 1.0004, 21),  # 20.008 is 20.01
        (85, 3, 9, 0.99 * 0.976, 225),  # 224.2
        (32_000, 0, 0, 1.0, 0),
    ],
)
def test_a_job_needs_the_rounded_quantity_of_all_its_runs(base, runs, efficiency, modifier, units):
    """Quantities are rounded to two places, then up, and are at least the number of runs."""
    assert industry.required(base, runs, efficiency, modifier) == units


@pytest.mark.parametrize(
    ("quantity", "batches", "efficiency", "units"),
    [
        (400, 3, 1.0, 1200),
        (400, 0, 1.0, 0),
        (99, 1, 0.5, 49),
        (100, 1, 0.57, 57),  # 56.99999999999999 in binary
        (400, 10, 0.906, 3624),
        (415, 1, 0, 0),
    ],
)
def test_reprocessing_rounds_down(quantity, batches, efficiency, units):
    """Rounding uses the exact product of batches, quantity and decimal efficiency."""
    assert industry.reprocessed(quantity, batches, efficiency) == units


def test_decimals_are_numbers(industrial):
    """Decimals are accepted for efficiency and modifier."""
    half = Decimal("0.5")
    assert industry.reprocessing(industrial, RIFTER, efficiency=half)["quantity"].tolist() == [50]
    assert industry.materials(industrial, WOLF, modifier=half)["quantity"].tolist() == [1, 29]


def test_blueprints_have_a_row_for_each_activity_and_product(industrial):
    """Rows have time, limit, quantity and probability; without a product there is one row."""
    found = industry.blueprints(industrial).set_index(["blueprint_type_id", "activity"])
    assert len(found) == 6
    made = ["time", "max_production_limit", "product_type_id", "quantity"]
    assert found.loc[(RIFTER_BLUEPRINT, "manufacturing"), made].tolist() == [6000, 300, RIFTER, 1]
    assert found.loc[(RIFTER_BLUEPRINT, "invention"), "probability"] == 0.3
    assert found.loc[(RIFTER_BLUEPRINT, "copying"), made].tolist() == [4800, 300, pd.NA, pd.NA]
    assert found.loc[(FORMULA, "reaction"), made].tolist() == [10_800, pd.NA, FERNITE, 200]


def needs(frame):
    return frame[["blueprint_type_id", "material_type_id", "quantity"]].to_numpy().tolist()


def test_materials_are_found_by_product_or_by_blueprint(industrial):
    """Rows follow the order of the types; each blueprint of a product has rows."""
    found = industry.materials(industrial, [WOLF_BLUEPRINT, RIFTER])
    assert needs(found) == [
        [WOLF_BLUEPRINT, RIFTER, 1],
        [WOLF_BLUEPRINT, PYERITE, 57],
        [RIFTER_BLUEPRINT, TRITANIUM, 32_000],
        [RIFTER_BLUEPRINT, PYERITE, 1],
        [SPARE_BLUEPRINT, PYERITE, 9],
    ]
    assert found["product_type_id"].tolist() == [WOLF, WOLF, RIFTER, RIFTER, RIFTER]


def test_runs_and_efficiency_are_of_all_types_or_of_each(industrial):
    """Lists have a number for each type; the same type may occur twice."""
    found = industry.materials(
        industrial, [WOLF, FERNITE, WOLF], runs=[1, 2, 10], material_efficiency=10
    )
    assert found[["runs", "quantity"]].to_numpy().tolist() == [
        [1, 1], [1, 52], [2, 200], [10, 10], [10, 513]
    ]  # fmt: skip


def test_material_efficiency_counts_for_manufacturing_alone(industrial):
    """Reactions ignore material efficiency, but not the other factors."""
    found = industry.materials(industrial, FERNITE, material_efficiency=10, modifier=0.98)
    assert needs(found) == [[FORMULA, TRITANIUM, 98]]


def test_another_activity_can_be_chosen(industrial):
    """Inventions are found by the blueprint that they use or the one that they make."""
    for number in (RIFTER_BLUEPRINT, WOLF_BLUEPRINT):
        found = industry.materials(industrial, number, runs=3, activity="invention")
        assert needs(found) == [[RIFTER_BLUEPRINT, DATACORE, 6]]


def test_materials_of_everything_need_no_type(industrial):
    """Without types, each blueprint and formula is listed once."""
    found = industry.materials(industrial)
    assert len(found) == 6
    assert found.equals(found.drop_duplicates())


def test_types_without_a_blueprint_have_no_rows(industrial, build):
    """Empty results have the same columns and types as full ones."""
    full = industry.materials(industrial, RIFTER)
    for none in (
        industry.materials(industrial, [TRITANIUM, 5]),
        industry.materials(industrial, []),
    ):
        assert none.empty
        assert none.dtypes.drop("activity").equals(full.dtypes.drop("activity"))


def test_a_build_without_blueprints_has_no_materials(build):
    """Builds without the tables have no blueprints, materials or reprocessing."""
    tables = build(types={34: {"portionSize": 1}})
    assert industry.blueprints(tables).empty
    assert industry.materials(tables, 34).empty
    assert industry.reprocessing(tables, 34).empty


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"material_efficiency": 11}, "cannot be 11: use a whole number from 0 to 10"),
        ({"material_efficiency": -1}, "material_efficiency cannot be -1"),
        ({"material_efficiency": 2.5}, "material_efficiency cannot be 2.5"),
        ({"material_efficiency": [1, 2, 3]}, "material_efficiency has 3 values for 2 types"),
        ({"runs": -1}, "runs cannot be -1: use a whole number from 0"),
        ({"runs": 1.5}, "runs cannot be 1.5"),
        ({"runs": True}, "runs cannot be True"),
        ({"runs": "3"}, "runs cannot be '3'"),
        ({"runs": [1, None]}, "runs cannot be None"),
        ({"modifier": 0}, "modifier cannot be 0: use a number above 0"),
        ({"modifier": float("nan")}, "modifier cannot be nan"),
        ({"activity": "baking"}, "activity='baking' is not known; use copying, invention"),
        ({"type_id": ["Rifter", 1]}, "type_id='Rifter' is not the name of a type"),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be_is_an_error(industrial, wrong, message):
    """Errors name the argument, its value and the allowed range."""
    with pytest.raises(ParameterError, match=message):
        industry.materials(industrial, **{"type_id": [RIFTER, WOLF], **wrong})


def test_items_reprocess_in_batches_of_their_portion(industrial):
    """Incomplete batches are left over; types without a portion size have batches of one."""
    found = industry.reprocessing(
        industrial, [SCORDITE, VELDSPAR, RIFTER], units=[250, 99, 2], efficiency=0.5
    )
    assert found.to_numpy().tolist() == [
        [SCORDITE, 250, 100, 2, 50, TRITANIUM, 150, 150],
        [SCORDITE, 250, 100, 2, 50, PYERITE, 99, 99],
        [VELDSPAR, 99, 100, 0, 99, TRITANIUM, 400, 0],
        [RIFTER, 2, 1, 2, 0, PYERITE, 100, 100],
    ]


def test_one_batch_is_reprocessed_by_default(industrial):
    """By default one batch reprocesses without loss."""
    found = industry.reprocessing(industrial, VELDSPAR)
    assert found[["units", "leftover", "quantity"]].to_numpy().tolist() == [[100, 0, 400]]


def test_efficiency_may_differ_by_type(industrial):
    """Efficiency may be a list or a column of a frame."""
    stock = pd.DataFrame({"type_id": [VELDSPAR, RIFTER], "units": [100, 1], "share": [0.9, 0.55]})
    found = industry.reprocessing(
        industrial, stock["type_id"], units=stock["units"], efficiency=stock["share"]
    )
    assert found["quantity"].tolist() == [360, 55]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"efficiency": 50}, "efficiency cannot be 50: use a share from 0 to 1, such as 0.5"),
        ({"efficiency": -0.1}, "efficiency cannot be -0.1"),
        ({"efficiency": "all"}, "efficiency cannot be 'all'"),
        ({"units": -5}, "units cannot be -5"),
        ({"units": [5]}, "units has 1 values for 2 types; pass one number, or one for each type"),
        ({"type_ids": -1}, "type_ids cannot be -1: pass ids"),
    ],
)
def test_wrong_arguments_of_reprocessing_are_errors(industrial, wrong, message):
    """Errors name the argument, its value and the allowed range."""
    with pytest.raises(ParameterError, match=message):
        industry.reprocessing(industrial, **{"type_ids": [VELDSPAR, RIFTER], **wrong})
