"""Test rows with attributes of any document, and of the API's own: no value is lost or changed."""

from __future__ import annotations

import copy
import json
import os
import pickle
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.core.decoding.attribute_row import Row
from esi.core.decoding.models import ModelDecoder
from esi.core.openapi.document import SplitDocument, split
from esi.core.openapi.translate import translate
from tests.core.openapi_schemas import documents, few
from tests.core.openapi_values import (
    Values,
    answer_schema,
    differences,
    operations,
    options_within,
    to_json,
)

FOLDER = os.environ.get("ESI_TEST_SPECS", "")
DOCUMENTS = ("openapi-3.0-date-2026-08-18.json", "openapi-3.1-date-2020-01-01.json")
UNKNOWN = "a field of tomorrow"


def shown(value):
    """Return JSON values of rows, under the API's names."""
    if isinstance(value, list):
        return [shown(each) for each in value]
    return value.model_dump(mode="json", by_alias=True) if isinstance(value, Row) else value


def changes(given, got):
    """Return what reading changed, where all are JSON values; a number may become a float."""
    found = differences(json.loads(to_json(given)), json.loads(to_json(shown(got))))
    return [each for each in found if not _same_number(each)]


def _same_number(change):
    before, _, after = change.partition(": ")[2].partition(" became ")
    return after == f"{before}.0"


def decoder_of(document):
    """Return the decoder of a document's only operation."""
    spec = SplitDocument(split(translate(document))).operation("get_things_id").spec
    return ModelDecoder(spec["responses"]["200"]["schema"], "ThingsGet")


@few
@given(documents(mixed=True), st.booleans(), st.booleans(), st.integers(0, 2))
def test_rows_of_any_document_lose_nothing(document, full, nulls, option):
    """Each value of a matching response is in its row, and nothing else is."""
    values = Values(document, full=full, nulls=nulls, option=option, deepest=4)
    value = values({"$ref": "#/components/schemas/D"})
    assert changes(value, decoder_of(document)(to_json(value))) == []


@few
@given(documents(mixed=True), st.integers(0, 2))
def test_rows_beside_an_unknown_field_are_the_same(document, option):
    """The path for bodies that do not match makes the same rows as the fast one."""
    value = Values(document, option=option, deepest=4)({"$ref": "#/components/schemas/D"})
    decode = decoder_of(document)
    row = decode(to_json(value))
    if isinstance(row, Row) and "root" not in row.model_fields:
        more = decode(to_json({**json.loads(to_json(value)), UNKNOWN: [1]}))
        assert getattr(more, UNKNOWN) == [1]
        delattr(more, UNKNOWN)
        assert more == row
        assert repr(more) == repr(row)


@cache
def decoders(name):
    """Return the decoders of a document's operations, by path and method."""
    found = SplitDocument(split(translate(json.loads(Path(FOLDER, name).read_bytes()))))
    entries = [found.operation(each) for each in found.names]
    return {
        (each.path, each.method): ModelDecoder(
            each.spec["responses"]["200"]["schema"], f"{each.path}/{each.method}"
        )
        for each in entries
        if "schema" in each.spec["responses"].get("200", {})
    }


@pytest.mark.specs
@pytest.mark.skipif(not FOLDER, reason="ESI_TEST_SPECS names no folder with the API's documents")
@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("full", [True, False])
def test_rows_of_the_api_lose_nothing(name, full):
    """Each option of each answer: shown, copied and pickled, rows have all of its values."""
    document = json.loads(Path(FOLDER, name).read_bytes())
    decode = decoders(name)
    checked = 0
    for path, method, operation in operations(document):
        _, schema = answer_schema(document, operation)
        if schema is None or (path, method) not in decode:
            continue
        for option in range(options_within(document, schema)):
            value = Values(document, full=full, option=option)(schema)
            rows = decode[path, method](to_json(value))
            assert changes(value, rows) == [], (path, method)
            assert pickle.loads(pickle.dumps(rows)) == copy.deepcopy(rows) == rows
            checked += 1
    assert checked > 150
