import pytest
from answers import bare, documents, full, minimal, responses

from esi_data.frames import concat, empty, frame

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
    assert types(frames[0]) == types(frames[1]) == types(frames[2]) == types(empty(schema))
    assert all(df.attrs == {"esi": {"off_schema": []}} for df in frames)
    assert types(concat(frames)) == types(frames[0])
    assert len(concat(frames)) == sum(map(len, frames))
