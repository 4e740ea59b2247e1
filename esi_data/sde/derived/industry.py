"""Compute the materials and products of blueprints, and the materials of reprocessed items.

Rounding follows the community's https://eve-industry.org/export/IndustryFormulas.pdf.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

import pandas as pd

from esi.core.error_text import unknown
from esi.errors import ParameterError
from esi_data.frames.arrays import TEXT
from esi_data.operation import is_list_like
from esi_data.sde.derived import named_ids
from esi_data.sde.derived.columns import by_key, rows, take

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi_data.sde.derived.named_ids import NamesOrIds
    from esi_data.sde.tables import Tables

    PerType = Any  # a number for all types, or one for each

PRODUCING = ("manufacturing", "reaction")
_MOST_RUNS = 10**9
_MOST_UNITS = 10**12


def required(
    base: int, runs: int, material_efficiency: int = 0, modifier: float | Decimal = 1.0
) -> int:
    """Return the units of a material that a job needs.

    `max(runs, ceil(round(base * runs * (1 - ME / 100) * modifier, 2)))`
    """
    exact = base * runs * (1 - material_efficiency / 100) * float(modifier)
    return max(runs, math.ceil(round(exact, 2)))


def reprocessed(quantity: int, batches: int, efficiency: float | Decimal = 1.0) -> int:
    """Return the units of a material from reprocessed batches: `floor(product of all three)`.

    The efficiency is treated as an exact decimal: 100 units at 0.57 give 57, while binary
    fractions would give 56.
    """
    return math.floor(quantity * batches * Fraction(str(efficiency)))


def blueprints(tables: Tables) -> pd.DataFrame:
    """Return the uses of blueprints and formulas, a row for each activity and product.

    Columns: `blueprint_type_id`, `activity` (`manufacturing`, `reaction`, `invention`, `copying`,
    `research_time`, `research_material`), `time` of one run in seconds, `max_production_limit`
    (runs of a copy), `product_type_id`, `quantity` per run and `probability` (of an invention). The
    last three are missing for activities without a product.
    """
    keys = {"blueprint_type_id": "Int64", "activity": TEXT}
    found = rows(tables, "blueprints_activities", {**keys, "time": "Int64"}).dropna(subset=[*keys])
    limits = by_key(tables, "blueprints", "blueprint_type_id", {"max_production_limit": "Int64"})
    found["max_production_limit"] = take(limits["max_production_limit"], found["blueprint_type_id"])
    made = {"type_id": "Int64", "quantity": "Int64", "probability": "float64"}
    products = rows(tables, "blueprints_products", keys | made).dropna(subset=[*keys, "type_id"])
    found = found.merge(products, on=[*keys], how="left")
    found = found.rename(columns={"type_id": "product_type_id"})
    return found.astype({"blueprint_type_id": "int64", "activity": "category"})


def materials(
    tables: Tables,
    type_id: NamesOrIds | None = None,
    *,
    runs: PerType = 1,
    material_efficiency: PerType = 0,
    modifier: PerType = 1.0,
    activity: str | None = None,
) -> pd.DataFrame:
    """Return the materials of jobs, a row for each material.

    Each quantity is `max(runs, ceil(round(base * runs * (1 - ME / 100) * modifier, 2)))`.

    Args:
        tables: tables of a build.
        type_id: types to make, or blueprints to use, by id or name: one, or a list; None for all.
            Types that no blueprint makes have no rows; if several blueprints make a type, each has
            rows.
        runs: runs of each job: one number, or one for each type.
        material_efficiency: of the blueprint, 0 to 10 %: one number, or one for each type. It
            applies to manufacturing only.
        modifier: product of all other factors, such as 0.99 for an engineering complex: one
            number, or one for each type.
        activity: such as `invention`; by default `manufacturing` and `reaction`.

    Returns:
        `product_type_id` (missing for activities without a product), `blueprint_type_id`,
        `activity`, `runs`, `material_type_id`, `base_quantity` of one run and `quantity` of all.

    Raises:
        ParameterError: a number is out of range, the count of numbers differs from that of
            types, a type is unknown or its name ambiguous, or no blueprint has that activity.
    """
    recipes = blueprints(tables)
    known = list(recipes["activity"].cat.categories)
    if activity is not None and activity not in known:
        raise _refused("activity", unknown("activity", activity, known or PRODUCING))
    recipes = recipes[recipes["activity"].isin([activity] if activity else PRODUCING)]
    recipes = recipes[["product_type_id", "blueprint_type_id", "activity"]].astype(
        {"blueprint_type_id": "Int64", "activity": TEXT}
    )
    every = recipes["blueprint_type_id"].unique().tolist()
    jobs = _per_type(
        every if type_id is None else named_ids.type_ids(tables, "type_id", type_id),
        runs=(runs, _whole(0, _MOST_RUNS)),
        material_efficiency=(material_efficiency, _whole(0, 10)),
        modifier=(modifier, _positive),
    )
    jobs["job"] = jobs.index
    found = pd.concat(
        [jobs.merge(recipes, left_on="type_id", right_on=f"{what}_type_id")
         for what in ("product", "blueprint")]
    )  # fmt: skip
    bill = {"blueprint_type_id": "Int64", "activity": TEXT, "type_id": "Int64", "quantity": "Int64"}
    needs = rows(tables, "blueprints_materials", bill).dropna()
    needs = needs.rename(columns={"type_id": "material_type_id", "quantity": "base_quantity"})
    found = found.merge(needs, on=["blueprint_type_id", "activity"])
    found = found.sort_values("job", kind="stable", ignore_index=True)
    found.loc[found["activity"] != "manufacturing", "material_efficiency"] = 0
    factors = ["base_quantity", "runs", "material_efficiency", "modifier"]
    found["quantity"] = pd.array(
        [required(*row) for row in found[factors].itertuples(index=False, name=None)], dtype="int64"
    )
    order = ["product_type_id", "blueprint_type_id", "activity", "runs", "material_type_id",
             "base_quantity", "quantity"]  # fmt: skip
    whole = dict.fromkeys(
        ("blueprint_type_id", "runs", "material_type_id", "base_quantity"), "int64"
    )
    return found[order].astype({**whole, "activity": "category"})


def reprocessing(
    tables: Tables,
    type_ids: NamesOrIds,
    *,
    units: PerType = None,
    efficiency: PerType = 1.0,
) -> pd.DataFrame:
    """Return the materials that items reprocess to, a row for each material.

    Items reprocess in batches of their portion size, and units that do not fill a batch are left
    over. Each quantity is `floor(base * batches * efficiency)`.

    Args:
        tables: tables of a build.
        type_ids: types to reprocess, by id or name: one, or a list. Types that give nothing have
            no rows.
        units: units of each type: one number, or one for each type; by default one batch of each.
        efficiency: share of the materials obtained, 0.0 to 1.0, which depends on the station's
            `reprocessing_efficiency` and on skills: one number, or one for each type.

    Returns:
        `type_id`, `units`, `portion_size`, `batches`, `leftover` (units that are left over),
        `material_type_id`, `base_quantity` of a batch and `quantity` of all.

    Raises:
        ParameterError: a number is out of range, the count of numbers differs from that of
            types, or a type is unknown or its name ambiguous.
    """
    found = _per_type(
        named_ids.type_ids(tables, "type_ids", type_ids),
        units=(1 if units is None else units, _whole(0, _MOST_UNITS)),
        efficiency=(efficiency, _share),
    )
    sizes = by_key(tables, "types", "type_id", {"portion_size": "Int64"})["portion_size"]
    found["portion_size"] = take(sizes, found["type_id"]).fillna(1).clip(lower=1)
    if units is None:
        found["units"] = found["portion_size"]
    found["batches"] = found["units"] // found["portion_size"]
    found["leftover"] = found["units"] % found["portion_size"]
    found["job"] = found.index
    columns = {"type_id": "Int64", "material_type_id": "Int64", "quantity": "Int64"}
    yields = rows(tables, "typeMaterials_materials", columns).dropna()
    found = found.merge(yields.rename(columns={"quantity": "base_quantity"}), on="type_id")
    found = found.sort_values("job", kind="stable", ignore_index=True)
    factors = ["base_quantity", "batches", "efficiency"]
    found["quantity"] = pd.array(
        [reprocessed(*row) for row in found[factors].itertuples(index=False, name=None)],
        dtype="int64",
    )
    order = ["type_id", "units", "portion_size", "batches", "leftover", "material_type_id",
             "base_quantity", "quantity"]  # fmt: skip
    return found[order].astype("int64")


def _per_type(ids: list[int], **numbers: tuple[PerType, Callable[[Any], str]]) -> pd.DataFrame:
    """Return types with their numbers, a row for each type.

    `numbers` has for each column one value or one for each type, and a check that returns the fault
    of a value as text, empty if there is none.
    """
    found = pd.DataFrame({"type_id": pd.array(ids, dtype="Int64")})
    for name, (given, check) in numbers.items():
        values = list(given) if is_list_like(given) else [given] * len(ids)
        if len(values) != len(ids):
            raise _refused(
                name,
                f"{name} has {len(values)} values for {len(ids)} types; pass one number, or one "
                "for each type",
            )
        if fault := next(filter(None, map(check, values)), ""):
            raise _refused(name, f"{name} cannot be {fault}")
        found[name] = values
    return found


def _whole(least: int, most: int) -> Callable[[Any], str]:
    """Return a check for whole numbers of a range."""

    def check(value: Any) -> str:
        fits = (
            type(value) is not bool and isinstance(value, Integral) and least <= int(value) <= most
        )
        return "" if fits else f"{value!r}: use a whole number from {least} to {most}"

    return check


def _positive(value: Any) -> str:
    fits = isinstance(value, Real | Decimal) and 0 < float(value) < math.inf
    return "" if fits else f"{value!r}: use a number above 0, such as 0.99"


def _share(value: Any) -> str:
    fits = isinstance(value, Real | Decimal) and 0 <= float(value) <= 1
    return "" if fits else f"{value!r}: use a share from 0 to 1, such as 0.5 for 50 %"


def _refused(parameter: str, message: str) -> ParameterError:
    return ParameterError(message, operation="sde", parameter=parameter)
