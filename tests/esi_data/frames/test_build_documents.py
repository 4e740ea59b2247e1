import os
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from esi.core.client.answer_schema import answer_schema
from esi_data.frames.build import concat, frame
from esi_data.frames.localise import key_of, localise, localised_columns
from esi_data.frames.parquet import read_parquet, to_parquet
from esi_data.frames.schema import plan_of
from tests.core.wire import client_of
from tests.esi_data.answers import bare, documents, full, minimal, responses

pytestmark = pytest.mark.specs
DOCUMENTS = documents()
OPERATIONS = [
    pytest.param(schema, id=f"{document[8:11]} {operation}")
    for document, content in DOCUMENTS.items()
    for operation, _, schema in responses(content)
]
needs_documents = pytest.mark.skipif(not DOCUMENTS, reason="ESI_TEST_SPECS names no documents")


def types(df):
    return list(df.columns), [str(dtype) for dtype in df.dtypes], list(df.dtypes)


@needs_documents
@pytest.mark.parametrize("schema", OPERATIONS)
def test_every_operation_has_one_frame(schema):
    """Full, minimal and empty answers of an operation have the same columns and types."""
    frames = [frame(answer, schema) for answer in (full(schema), minimal(schema), bare(schema))]
    assert types(frames[0]) == types(frames[1]) == types(frames[2]) == types(frame(None, schema))
    assert all(df.attrs == {"esi": {"off_schema": []}} for df in frames)
    assert types(concat(frames)) == types(frames[0])
    assert len(concat(frames)) == sum(map(len, frames))


COUNTS = {"openapi-3.0-date-2026-08-18.json": 233, "openapi-3.1-date-2020-01-01.json": 197}


@needs_documents
@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_client_has_the_columns_of_the_document(document):
    """Columns by the client's translation are those of the document itself."""
    client, _ = client_of(Path(os.environ["ESI_TEST_SPECS"], document))
    operations = {
        f"{operation.http_method} {operation.path_name}": operation
        for resource in client.swagger_spec.resources.values()
        for operation in resource.operations.values()
    }
    declared = {name: schema for name, _, schema in responses(DOCUMENTS[document])}
    assert operations.keys() == declared.keys()
    assert len(declared) == COUNTS[document]
    for name, schema in declared.items():
        mine = answer_schema(operations[name])
        for part in (None, *plan_of(schema).explodable()):
            assert plan_of(mine, part).columns == plan_of(schema, part).columns, (name, part)


LOCALISED = {
    "get /characters/{character_id}/search": (["category", "value"], []),
    "get /corporations/{corporation_id}/structures": (["structure_id"], ["name", "services"]),
    "get /fleets/{fleet_id}/members": (["character_id"], ["role_name"]),
    "get /fleets/{fleet_id}/wings": (["id"], ["name", "squads"]),
    "get /insurance/prices": (["type_id"], ["levels"]),
    "get /markets/groups/{market_group_id}": (["market_group_id"], ["description", "name"]),
    "get /universe/ancestries": (["id"], ["description", "name", "short_description"]),
    "get /universe/bloodlines": (["bloodline_id"], ["description", "name"]),
    "get /universe/categories/{category_id}": (["category_id"], ["name"]),
    "get /universe/constellations/{constellation_id}": (["constellation_id"], ["name"]),
    "get /universe/factions": (["faction_id"], ["description", "name"]),
    "get /universe/groups/{group_id}": (["group_id"], ["name"]),
    "post /universe/ids": (["category", "id"], ["name"]),
    "get /universe/races": (["race_id"], ["description", "name"]),
    "get /universe/regions/{region_id}": (["region_id"], ["description", "name"]),
    "get /universe/systems/{system_id}": (["system_id"], ["name"]),
    "get /universe/types/{type_id}": (["type_id"], ["description", "name"]),
}


@needs_documents
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_localised_responses_have_keys_and_texts(document):
    """Each localised operation has columns that identify its rows, and columns of text."""
    found = {}
    for operation, answer, schema in responses(document):
        if "Content-Language" in answer.get("headers", {}):
            plan = plan_of(schema)
            found[operation] = key_of(plan, operation.partition(" ")[2]), localised_columns(plan)
            given = {lang: frame(full(schema), schema) for lang in ("en", "de")}
            for layout in ("wide", "long"):
                assert localise(given, schema, operation, layout).attrs["esi"]["off_schema"] == []
    assert found == LOCALISED


@needs_documents
@pytest.mark.parametrize("schema", OPERATIONS)
def test_every_list_explodes_and_every_frame_can_be_stored(schema, tmp_path):
    """Each list of each operation has a frame, and each frame comes back from a file."""
    for name in (None, *plan_of(schema).explodable()):
        answers = (full(schema), minimal(schema), bare(schema))
        frames = [frame(answer, schema, explode=name) for answer in answers]
        assert types(frames[0]) == types(frames[1]) == types(frames[2])
        assert len(frames[0]) > 0 or not schema
        for df in frames:
            assert_frame_equal(read_parquet(to_parquet(df, tmp_path / "x.parquet")), df)
