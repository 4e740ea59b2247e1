"""Test stub files of a document by reading their syntax trees."""

import ast
import copy

import pytest

from esi.core.stubs.files import CLIENT, DATA, DICTS, MODELS, render
from esi.errors import DocumentError
from tests.core.stubs.documents import DOCUMENT, answer, parameter


@pytest.fixture(scope="module")
def texts():
    return render(DOCUMENT, "2026-08-18").texts


def definitions(text, name):
    """Return the definitions of a name: classes, functions and aliases."""
    return [
        node
        for node in ast.parse(text).body
        if getattr(node, "name", "") == name
        or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name)
    ]


def body(text, name):
    """Return the lines of a class, without docstrings of its methods."""
    (found,) = definitions(text, name)
    return [ast.unparse(without_doc(line)) for line in found.body]


def without_doc(node):
    if isinstance(node, ast.FunctionDef) and ast.get_docstring(node):
        node = copy.deepcopy(node)
        node.body = [ast.Expr(ast.Constant(...))]
    return node


def doc(text, tag, name):
    (found,) = definitions(text, tag)
    return next(ast.get_docstring(each) for each in found.body if getattr(each, "name", "") == name)


def method(text, tag, name):
    """Return the signatures of a method, one for each overload."""
    (found,) = definitions(text, tag)
    methods = [each for each in found.body if getattr(each, "name", "") == name]
    return [
        f"{', '.join(ast.unparse(arg) + default for arg, default in arguments(each))} -> "
        f"{ast.unparse(each.returns)}"
        for each in methods
    ]


def arguments(node):
    for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
        yield argument, f" = {ast.unparse(default)}" if default else ""


def test_rows_with_attributes_have_the_types_that_decoding_makes(texts):
    """Times and nested rows are typed, optional fields can be None, `from` is not an attribute."""
    assert body(texts[MODELS], "MarketsPricesGetItem") == [
        "type_id: int", "kind: Literal['buy', 'sell'] | str", "price: float | None",
        "seen: _datetime", "date: _date | None", "dates: list[str] | None", "where: Place | None",
    ]  # fmt: skip


def test_rows_that_are_dicts_have_all_keys(texts):
    """Optional fields have the value None; keys that are not identifiers are typed, too."""
    text = texts[DICTS]
    (found,) = definitions(text, "MarketsPricesGetItem")
    keys = {ast.unparse(key): ast.unparse(value) for key, value in
            zip(found.value.args[1].keys, found.value.args[1].values, strict=True)}  # fmt: skip
    assert keys["'from'"] == "int | None"
    assert keys["'seen'"] == "_datetime"
    assert body(text, "Place") == ["beds: int | None", "id: str | None"]


def test_a_choice_of_objects_is_a_wrapper_of_rows_with_attributes(texts):
    """Wrappers have the attribute `root`, as at run time."""
    assert body(texts[MODELS], "Place") == ["root: Inn | Moon"]
    assert body(texts[MODELS], "Moon") == ["id: UUID | None"]


@pytest.mark.parametrize("file", [DICTS, MODELS])
def test_components_that_are_not_objects_are_aliases(texts, file):
    """Components that are ids or lists get aliases."""
    assert "\nCharacterID = int\n" in texts[file]
    assert "\nMarketsPricesGet = list[MarketsPricesGetItem]\n" in texts[file]


def test_rows_have_the_names_of_the_served_document(texts):
    """Generated names of OpenAPI 3.0 documents are left out."""
    assert body(texts[MODELS], "RacesGetItem") == ["race: str | None"]
    assert "Inner" not in texts[MODELS]


def test_operations_of_models_have_a_result_and_rows(texts):
    """Listings are typed by their row, cursor listings by their record, and a 204 by None."""
    assert set(texts[MODELS].splitlines()) >= {
        "class DeleteNamesOperation(EsiOperation[None, None]): ...",
        "class GetJobsOperation(EsiOperation[JobsListing, Inn]): ...",
        "class GetRacesOperation(EsiOperation[list[RacesGetItem], RacesGetItem]): ...",
        "class PutRacesOperation(EsiOperation[str, str]): ...",
    }


def test_awaited_operations_have_the_same_types(texts):
    """Separate classes describe the client whose results are awaited."""
    assert "class GetJobsOperationAsync(EsiOperationAsync[JobsListing, Inn]): ..." in texts[MODELS]
    assert body(texts[MODELS], "ESIClientAsyncStub") == [
        "Freelance_Jobs: _Freelance_JobsTagAsync", "Market: _MarketTagAsync",
        "Universe: _UniverseTagAsync",
    ]  # fmt: skip


SITE = "language: Language = ..., datasource: str = ..., _request_options: dict[str, Any] = ..."
PRICES = (
    "region_id: int, page: int | None = 1, order: Literal['buy', 'sell'] | None = 'buy', "
    "types: Values[int] | None = None"
)


def test_calls_take_the_parameters_of_the_document(texts):
    """Parameters keep names, types, defaults and enums; required ones have no default."""
    name = "get_markets_region_id_prices"
    (site,) = method(texts[CLIENT], "_MarketTag", name)
    assert site == f"{PRICES}, {SITE} -> CachingHttpFuture[list[MarketsPricesGetItem]]"
    (data,) = method(texts[DATA], "_MarketTag", name)
    assert data == f"{PRICES}, {SITE} -> EsiFuture[list[MarketsPricesGetItem]]"
    (model,) = method(texts[MODELS], "_MarketTag", "GetMarketsPrices")
    assert model == f"{PRICES}, accept_language: Language = ... -> GetMarketsPricesOperation"


def test_a_body_has_the_name_of_each_dialect(texts):
    """`ids` under the old name of an operation, `body` under its new id."""
    old, new = "post_universe_names", "PostUniverseNames"
    for file in (CLIENT, DATA):
        assert method(texts[file], "_UniverseTag", old)[0].startswith("ids: Values[int], ")
        assert method(texts[file], "_UniverseTag", new)[0].startswith("body: Values[int], ")
    assert method(texts[MODELS], "_UniverseTag", new)[0].startswith("body: Values[int], ")
    assert "\nPostUniverseNamesOperationBody = list[int]\n" in texts[MODELS]


def test_a_body_that_is_an_object_has_its_keys(texts):
    """Optional keys may be left out, and enums in a body accept only their values."""
    assert body(texts[DICTS], "PutRacesOperationBody") == [
        "name: Literal['a', 'b']", "ids: NotRequired[list[int]]",
    ]  # fmt: skip


def test_new_ids_are_names_of_the_same_call(texts):
    """Old name and new id are both methods of the 5.x client, with the same types."""
    assert "GetMarketsPrices = get_markets_region_id_prices" in body(texts[CLIENT], "_MarketTag")


def test_operations_accept_a_token_only_if_they_need_one(texts):
    """Calls of a site accept `token=` only for operations that need one."""
    name = "get_characters_character_id_jobs"
    (site,) = method(texts[CLIENT], "_Freelance_JobsTag", name)
    assert site.startswith("character_id: int, token: str | Token | None = None, language")
    assert "token" not in method(texts[CLIENT], "_MarketTag", "get_markets_region_id_prices")[0]


def test_a_character_can_replace_its_id(texts):
    """Calls of `Esi` need either `character_id` or `character`."""
    own, as_character = method(
        texts[DATA], "_Freelance_JobsTag", "get_characters_character_id_jobs"
    )
    assert own.startswith("character_id: int, token: str | SupportsToken | None = None, ")
    assert as_character.startswith(
        "character: str | int | Character, character_id: int | None = None, token: "
    )


def test_docstrings_have_the_facts(texts):
    """Docstrings state purpose, request, scopes, cache time, rate limit and paging."""
    text = doc(texts[MODELS], "_MarketTag", "GetMarketsPrices")
    assert "Request: `GET /markets/{region_id}/prices`" in text
    assert "Cached for: 5 min" in text
    assert "Rate limit: 60 tokens per 15m (market)" in text
    assert "Pages: numbered; `results()`" in text
    jobs = doc(texts[DATA], "_Freelance_JobsTag", "get_characters_character_id_jobs")
    assert "Scopes: s" in jobs
    assert "Pages: by cursor" in jobs


def test_descriptions_cannot_end_their_docstring(texts):
    """Quotes and backslashes in descriptions are escaped."""
    text = doc(texts[CLIENT], "_MarketTag", "get_markets_region_id_prices")
    assert text.startswith("List prices, as somebody wrote\n\nPrices of '''a region\\\n")


def test_facts_alone_have_no_text_of_the_document():
    """Shipped docstrings describe an operation in words taken from its path."""
    texts = render(DOCUMENT, "2026-08-18", descriptions=False).texts
    text = doc(texts[CLIENT], "_MarketTag", "get_markets_region_id_prices")
    assert text.startswith("Get prices of markets (region_id).\n\nRequest: ")
    assert not any("somebody wrote" in each for each in texts.values())


def test_operation_names_are_listed(texts):
    """Old name and new id of each operation form the type of operation names."""
    (found,) = definitions(texts[DATA], "OperationName")
    names = ast.literal_eval(found.value.slice)
    assert {"get_races", "GetRaces"} <= set(names)


HOSTILE = {
    "openapi": "3.1.0",
    "components": {
        "schemas": {
            "Any": {"type": "object", "properties": {"x": {"type": "integer"}}},
            "import os": {"type": "integer"},
            "class": {"type": "integer"},
        }
    },
    "paths": {
        "/a/{b}": {
            "get": answer(
                {"$ref": "#/components/schemas/Any"},
                operationId="a(): ...\nimport os",
                tags=["Any", "a-b"],
                parameters=[
                    parameter("class", "string"),
                    parameter("b", "string", where="path", enum=["'", "\n"]),
                    parameter("x=os", "string"),
                ],
                summary='"""\nimport os\n"""',
            )
        },
        "/class; import os": {"get": answer({"type": "integer"})},
    },
}


def test_no_text_of_a_document_becomes_code():
    """Invalid identifiers are left out or changed; all other texts are quoted."""
    texts = render(HOSTILE, '2026-08-18"""\nimport os').texts
    for text in texts.values():
        names = {alias.name for node in ast.walk(ast.parse(text))
                 if isinstance(node, ast.Import) for alias in node.names}  # fmt: skip
        assert names == set()
    assert method(texts[CLIENT], "_a_bTag", "get_a_b")[0].startswith(
        "b: Literal[\"'\", '\\n'], language"
    )
    assert body(texts[MODELS], "Any_") == ["x: int | None"]


def test_swagger_documents_are_typed_as_well():
    """Stubs of a Swagger document have its operations and rows."""
    schema = {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}
    get = {
        "operationId": "get_x",
        "tags": ["X"],
        "responses": {"200": {"description": "", "schema": {"$ref": "#/definitions/x"}}},
    }
    swagger = {
        "swagger": "2.0", "info": {}, "paths": {"/v1/x/": {"get": get}},
        "definitions": {"x": schema},
    }  # fmt: skip
    texts = render(swagger, "2020-01-01").texts
    (found,) = method(texts[CLIENT], "_XTag", "get_x")
    assert found.endswith("-> CachingHttpFuture[V1XGet]")
    assert body(texts[DICTS], "V1XGet") == ["n: int"]


def test_a_document_that_cannot_be_translated_is_an_error():
    """Clients raise the same error for such a document."""
    broken = {"openapi": "3.1.0", "paths": {"/x": {"get": answer({"$ref": "#/nowhere"})}}}
    with pytest.raises(DocumentError, match="nowhere"):
        render(broken, "2026-08-18")


def test_files_are_separate_packages_of_stubs(tmp_path):
    """Stub packages are partial (PEP 561), so all other modules keep their types."""
    render(DOCUMENT, "2026-08-18").write(tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == [
        "esi-stubs/py.typed", "esi-stubs/stubs/__init__.pyi", "esi-stubs/stubs/client.pyi",
        "esi-stubs/stubs/dicts.pyi", "esi_data-stubs/py.typed", "esi_data-stubs/stubs/__init__.pyi",
    ]  # fmt: skip
    assert (tmp_path / "esi-stubs" / "py.typed").read_text("utf-8") == "partial\n"
