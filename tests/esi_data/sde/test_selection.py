from types import SimpleNamespace

import pandas as pd
import pytest

from esi.errors import ParameterError
from esi_data.sde.selection import ids_of, with_ids

TABLES = {
    "types": pd.DataFrame(
        {
            "type_id": [34, 35, 36, 37],
            "group_id": [18, 18, 25, 26],
            "market_group_id": pd.array([1857, 1857, None, 5], "Int64"),
            "published": [True, False, True, True],
            "volume": [0.01, 0.01, 2.0, 2.5],
            "name_en": pd.array(["Tritanium", "Pyerite", None, "Isogen"], "string"),
        }
    ),
    "blueprints_products": pd.DataFrame(
        {"blueprint_type_id": [1, 2, 2], "activity": ["a", "a", "b"], "type_id": [34, 34, 36]}
    ),
}
IDS = SimpleNamespace(param_spec={"type": "integer"})
LISTS = SimpleNamespace(param_spec={"schema": {"type": "array", "items": {"type": "integer"}}})
TEXTS = SimpleNamespace(param_spec={"type": "array", "items": {"type": "string"}})
OPERATION = SimpleNamespace(params={"type_id": IDS, "ids": LISTS, "names": TEXTS})


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("@types", [34, 35, 36, 37]),
        ("@types:group_id=18", [34, 35]),
        ("@types:group_id=18,group_id=26", [34, 35, 37]),
        ("@types:group_id=18,published=true", [34]),
        ("@types:published=False", [35]),
        ("@types:market_group_id=1857", [34, 35]),
        ("@types:volume=0.01", [34, 35]),
        ("@types:name_en=Isogen", [37]),
        ("@types: group_id = 25 ", [36]),
        ("@types.group_id", [18, 25, 26]),
        ("@types.market_group_id", [1857, 5]),
        ("@blueprints_products", [34, 36]),
        ("@blueprints_products.blueprint_type_id:activity=a", [1, 2]),
    ],
)
def test_a_selection_is_the_ids_of_a_table(text, ids):
    """Ids are distinct and in the table's order; the parameter names the column by default."""
    assert ids_of(TABLES, "type_id", text) == ids


def test_a_parameter_of_another_name_gets_the_keys_of_the_table():
    """Parameters such as the destination of a route take the ids of systems."""
    assert ids_of(TABLES, "destination", "@types:group_id=18") == [34, 35]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@", "is not a selection such as @types:group_id=18"),
        ("@types:", "is not a selection"),
        ("@types:group_id", "is not a selection"),
        ("@types:group_id=18,,published=true", "is not a selection"),
        ("@types?group_id=18", "is not a selection"),
        ("@types:group=18", "no column 'group'. Did you mean group_id"),
        ("@types.type", "no column 'type'. Did you mean type_id"),
        ("@types.name_en", "column 'name_en' of types contains no ids"),
        ("@types:group_id=mineral", "group_id=mineral is not a number"),
        ("@types:published=yes", "published=yes is neither true nor false"),
        ("@types:group_id=99", "selects nothing"),
    ],
)
def test_a_wrong_selection_is_an_error_that_names_it(text, message):
    """Errors name the parameter, its text and the valid choices."""
    with pytest.raises(ParameterError, match=message) as caught:
        ids_of(TABLES, "type_id", text)
    assert str(caught.value).startswith(f"type_id={text!r}: ")


def test_selections_are_replaced_in_parameters_of_ids():
    """Single ids become lists, other values in a list stay, and other texts are unchanged."""
    params = {
        "type_id": "@types:group_id=18",
        "ids": [1, "@types:group_id=26"],
        "names": "@types",
    }
    assert with_ids(lambda: TABLES, OPERATION, params) == {
        "type_id": [34, 35], "ids": [1, 37], "names": "@types",
    }  # fmt: skip


def test_parameters_without_a_selection_read_no_table():
    """Static data is not downloaded if no parameter needs it."""
    params = {"type_id": [34, 35], "unknown": "@types", "names": "@types"}
    assert with_ids(lambda: pytest.fail("no table"), OPERATION, params) == params
