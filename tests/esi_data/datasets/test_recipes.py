"""Recipes: several pulls in one file, resumable as a whole."""

import json

import pytest

from esi.errors import ApiConnectionError, ParameterError
from esi_data import read
from esi_data.datasets import recipes
from esi_data.errors import DatasetError, RecipeError

TWO = """
title = "Types of two regions, and their history"
[[pull]]
name = "traded"
operation = "get_markets_region_id_types"
[pull.parameters]
region_id = [10000002, 10000043]
[[pull]]
name = "history"
operation = "get_markets_region_id_history"
every = "1d"
folders = ["region_id"]
for_each = ["region_id"]
[pull.from]
region_id = "traded.region_id"
type_id = "traded.value"
[pull.where]
value = [34, 35, 36]
"""
ITEMS = """
title = "Contracts and their items"
[[pull]]
name = "contracts"
operation = "get_contracts_public_region_id"
[pull.parameters]
region_id = [10000043]
[[pull]]
name = "items"
operation = "get_contracts_public_items_contract_id"
mode = "append"
key = ["record_id"]
folders = []
once = "contract_id"
[pull.from]
contract_id = "contracts.contract_id"
[pull.where]
type = ["item_exchange", "auction"]
"""


@pytest.fixture
def esi(esi, esi_sandbox):
    """Two regions with few types and contracts."""
    for region in (10000002, 10000043):
        esi_sandbox.set_pages(f"/markets/{region}/types", 1, rows=40)
        esi_sandbox.set_pages(f"/contracts/public/{region}", 1, rows=15)
    return esi


@pytest.fixture
def load_text(tmp_path):
    """Return a function that loads a recipe from text."""

    def make(text):
        file = tmp_path / "mine.toml"
        file.write_text(text, encoding="utf-8")
        return recipes.load(str(file))

    return make


def test_the_package_has_three_recipes():
    """Orders of the hubs, history of what is traded there, contracts with their items."""
    assert [(r.name, len(r.pull)) for r in recipes.ready()] == [
        ("public-contracts", 2),
        ("trade-hubs", 1),
        ("trade-hubs-history", 2),
    ]
    often = [step.seconds for recipe in recipes.ready() for step in recipe.pull]
    assert often == [1800, 1800, 300, 86400, 86400]


def test_the_package_recipes_match_the_api(esi):
    """Their operations and parameters exist."""
    for recipe in recipes.ready():
        for step in recipe.pull:
            names = set(esi.operation(step.operation).params)
            assert {*step.parameters, *step.from_} <= names


def test_a_pull_takes_its_parameters_from_an_earlier_one(esi, load_text, tmp_path):
    """For each region the types that are traded there, and only those asked for."""
    done = list(recipes.run(esi, load_text(TWO), tmp_path / "data"))
    assert [pulled.operation for pulled in done] == [
        "get_markets_region_id_types",
        *["get_markets_region_id_history"] * 2,
    ]
    traded = read(tmp_path / "data/traded")
    pairs = traded[traded["value"].isin([34, 35, 36])].drop_duplicates()
    history = read(tmp_path / "data/history")[["region_id", "type_id"]].drop_duplicates()
    assert sorted(history.itertuples(index=False, name=None)) == sorted(
        pairs.itertuples(index=False, name=None)
    )


def test_a_pull_takes_ids_from_static_data(esi, load_text, tmp_path):
    """Selections are replaced by ids when the recipe runs, not in the recipe itself."""
    recipe = load_text("""
title = "History of minerals"
[[pull]]
name = "history"
operation = "get_markets_region_id_history"
[pull.parameters]
region_id = 10000002
type_id = "@types:group_id=18"
""")
    assert [pulled.rows > 0 for pulled in recipes.run(esi, recipe, tmp_path / "data")] == [True]
    assert set(read(tmp_path / "data" / "history")["type_id"]) == {34, 35, 36, 37, 38, 39, 40}
    assert recipe.pull[0].parameters["type_id"] == "@types:group_id=18"


def test_a_wrong_selection_names_its_pull(esi, load_text, tmp_path):
    """Wrong selections are reported before the first pull starts."""
    recipe = load_text(TWO.replace("[10000002, 10000043]", '"@mapRegions:name=Domain"'))
    with pytest.raises(RecipeError, match="pull 'traded': region_id='@mapRegions:name=Domain': "):
        list(recipes.run(esi, recipe, tmp_path / "data"))


def test_an_interrupted_recipe_resumes(esi, esi_sandbox, load_text, tmp_path):
    """Finished pulls of the same run are not repeated; the next run repeats all."""
    esi_sandbox.faults.drop(times=None, path="/markets/10000043/history")
    with pytest.raises(ApiConnectionError):
        list(recipes.run(esi, load_text(TWO), tmp_path / "data"))
    esi_sandbox.faults.clear()
    esi_sandbox.clear()
    rest = list(recipes.run(esi, load_text(TWO), tmp_path / "data"))
    assert [pulled.operation for pulled in rest] == ["get_markets_region_id_history"]
    assert {r.path for r in esi_sandbox.requests} == {"/markets/10000043/history"}
    assert len(list(recipes.run(esi, load_text(TWO), tmp_path / "data"))) == 3


def test_once_skips_known_values(esi, esi_sandbox, load_text, tmp_path):
    """`once`: items of a contract are asked for once, however often the recipe runs."""
    list(recipes.run(esi, load_text(ITEMS), tmp_path / "data"))
    contracts = read(tmp_path / "data/contracts")
    items = read(tmp_path / "data/items")
    wanted = contracts[contracts["type"].isin(["item_exchange", "auction"])]
    assert set(items["contract_id"]) == set(wanted["contract_id"])
    assert items["record_id"].is_unique
    esi.clear_cache()
    esi_sandbox.clear()
    list(recipes.run(esi, load_text(ITEMS), tmp_path / "data"))
    assert not [r for r in esi_sandbox.requests if "/items/" in r.path]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("operation =", "operations ="), "operations"),
        (('every = "1d"', 'every = "often"'), "every = 'often' is not an interval"),
        (('"traded.value"', '"nothing.value"'), "one earlier pull"),
        (
            ('for_each = ["region_id"]', 'for_each = ["where"]'),
            "'where' is not a parameter in from",
        ),
        (('name = "history"', 'name = "traded"'), "a name must be unique"),
        (('name = "history"', 'name = "../up"'), "valid as a folder name"),
        (("[[pull]]", "[[pull"), "Recipe"),
        (("every =", "evry ="), r"pull 'history': there is no key 'evry'. Did you mean every?"),
        (("title =", "titel ="), "there is no key 'titel'. Did you mean title?"),
        (
            ('operation = "get_markets_region_id_types"', "operation = 5"),
            r"at `pull\[0\].operation`",
        ),
        ((TWO, 'title = "x"'), r"starts with a line \[\[pull\]\]"),
        ((TWO, 'title = "x"\npull = []'), r"starts with a line \[\[pull\]\]"),
        ((TWO, 'title = "x"\npull = [1]'), r"starts with a line \[\[pull\]\]"),
    ],
)
def test_an_invalid_recipe_names_the_place(load_text, change, said):
    """Before anything is asked."""
    with pytest.raises(RecipeError, match=said):
        load_text(TWO.replace(*change))


def test_a_damaged_state_file_is_an_error(esi, load_text, tmp_path):
    """Its message says how to continue."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/_recipe-mine.json").write_text(json.dumps([1]))
    with pytest.raises(DatasetError, match="remove it to restart the recipe"):
        list(recipes.run(esi, load_text(TWO), tmp_path / "data"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("get_markets_region_id_history", "get_market_history"), "no operation"),
        (
            ("[pull.from]\n", "[pull.parameters]\nregion = 1\n[pull.from]\n"),
            "no parameter 'region'",
        ),
        (('type_id = "traded.value"\n', ""), "needs type_id"),
        (('every = "1d"', 'mode = "snap"'), "mode='snap' is not known"),
        (('every = "1d"', 'on_error = "ignore"'), "on_error='ignore' is not known"),
        (('folders = ["region_id"]', 'folders = ["region"]'), "folders='region' is not a"),
        (('every = "1d"', 'mode = "append"\nkey = ["day"]'), "no key column 'day'"),
    ],
)
def test_an_invalid_pull_is_found_before_the_first_starts(
    esi, esi_sandbox, load_text, tmp_path, change, said
):
    """Not when the pulls before it have run for hours; the error names the pull."""
    _ = esi.client
    esi_sandbox.clear()
    recipe = load_text(TWO.replace(*change))
    with pytest.raises(RecipeError, match=f"Recipe mine, pull 'history': .*{said}"):
        list(recipes.run(esi, recipe, tmp_path / "data"))
    assert esi_sandbox.requests == []
    assert not (tmp_path / "data").exists()


def test_text_may_come_from_an_earlier_pull(esi, esi_sandbox, load_text, tmp_path):
    """Texts and choices among the parameters are checked as numbers are."""
    recipe = load_text(
        TWO.replace("get_markets_region_id_history", "get_markets_region_id_orders")
        .replace('type_id = "traded.value"', 'order_type = "traded.value"')
    )  # fmt: skip
    with pytest.raises(ParameterError, match="order_type=34 does not fit"):
        list(recipes.run(esi, recipe, tmp_path / "data"))
    assert len(read(tmp_path / "data/traded"))


def test_a_column_that_an_earlier_pull_does_not_have(esi, load_text, tmp_path):
    """Is named, with those that it has."""
    recipe = load_text(TWO.replace("value = [34, 35, 36]", "vlue = [34]"))
    with pytest.raises(RecipeError, match=r"traded has no column 'vlue'\. Did you mean value"):
        list(recipes.run(esi, recipe, tmp_path / "data"))


def test_an_error_names_its_pull(esi, esi_sandbox, load_text, tmp_path):
    """Library errors get a note with recipe and pull."""
    esi_sandbox.faults.drop(times=None, path="/markets/10000043/history")
    with pytest.raises(ApiConnectionError) as caught:
        list(recipes.run(esi, load_text(TWO), tmp_path / "data"))
    assert "This was pull 'history' of recipe mine." in caught.value.__notes__


def test_a_binary_file_is_not_a_recipe(tmp_path):
    """Is no recipe, and no traceback."""
    (tmp_path / "mine.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RecipeError, match="is not UTF-8 text"):
        recipes.load(str(tmp_path / "mine.toml"))
