"""Test stub files of the API's own documents, including the shipped ones."""

import ast
import functools
import json
import keyword
import os
from pathlib import Path

import pytest

from esi.core.client.answer_schema import declared_answer
from esi.core.decoding.models import ModelDecoder
from esi.core.openapi.document import SplitDocument
from esi.core.openapi.load import split_bytes
from esi.core.stubs.files import CLIENT, DATA, DICTS, MODELS, render

ROOT = Path(__file__).parents[3]
SHIPPED = "2026-08-18"
FILES = {
    SHIPPED: "openapi-3.0-date-2026-08-18.json",
    "2020-01-01": "openapi-3.1-date-2020-01-01.json",
}
MISSING = "ESI_TEST_SPECS names no documents"

pytestmark = [
    pytest.mark.specs,
    pytest.mark.skipif("ESI_TEST_SPECS" not in os.environ, reason=MISSING),
]

# Some of the names that apps import, of each kind.
IMPORTED = {
    "AllianceDetail", "AllianceID", "CharacterID", "CharactersCharacterIdContactsLabelsGetItem",
    "CharactersCharacterIdLocationGet", "CharactersCharacterIdMiningGetItem",
    "CharactersCharacterIdWalletJournalGetItem", "CharactersSkillqueueSkill", "CorporationID",
    "CorporationsCorporationIdMembersGet", "FleetsFleetIdWingsGetItem", "IncursionsGet",
    "MarketsPricesGetItem", "PostUniverseNamesOperation", "PostUniverseNamesOperationBody",
    "UniverseFactionsGetItem", "UniverseStructuresStructureIdGet", "UniverseTypesTypeIdGet",
}  # fmt: skip


def document(date):
    return json.loads(Path(os.environ["ESI_TEST_SPECS"], FILES[date]).read_bytes())


@functools.cache
def stubs_of(date):
    """Return the stubs of a date's document, which take seconds to write."""
    return render(document(date), date)


def names(text):
    tree = ast.parse(text).body
    found = {node.targets[0].id for node in tree if isinstance(node, ast.Assign)}
    return found | {node.name for node in tree if isinstance(node, ast.ClassDef)}


def methods(text, suffix="Tag"):
    """Return the names of the methods and aliases of all tags."""
    return {
        name
        for node in ast.parse(text).body
        if isinstance(node, ast.ClassDef) and node.name.endswith(suffix)
        for each in node.body
        for name in [getattr(each, "name", "") or ast.unparse(getattr(each, "targets", [each])[0])]
        if not isinstance(each, ast.AnnAssign)
    }


def test_the_shipped_files_are_those_of_the_newest_tested_date():
    """Running `python -m esi.core.stubs` writes the same files."""
    texts = render(document(SHIPPED), SHIPPED, descriptions=False).texts
    stale = [name for name, text in texts.items() if (ROOT / name).read_text("utf-8") != text]
    assert stale == []


@pytest.mark.parametrize("date", FILES)
def test_every_operation_is_typed_for_every_client(date):
    """Clients of the 5.x line have both names of each operation, others only the new id."""
    split = SplitDocument(split_bytes(document(date)))
    new = {old: name for name, old in split.new_ids.items()}
    stubs = stubs_of(date)
    assert stubs.operations == len(split.names)
    for file in (CLIENT, DATA):
        assert methods(stubs.texts[file]) == {*split.names, *new.values()}
    for suffix in ("Tag", "TagAsync"):
        assert methods(stubs.texts[MODELS], suffix) == set(new.values())


@pytest.mark.parametrize("date", FILES)
def test_names_that_apps_import_are_written(date):
    """Apps annotate with names of rows, ids, operations and bodies."""
    texts = stubs_of(date).texts
    assert names(texts[MODELS]) >= IMPORTED
    assert names(texts[DICTS]) >= {each for each in IMPORTED if "Operation" not in each}


def test_classes_of_rows_are_those_of_run_time():
    """Stubs and decoding agree on the name and fields of each class."""
    text = stubs_of("2020-01-01").texts[MODELS]
    written = {
        node.name: {each.target.id for each in node.body if isinstance(each, ast.AnnAssign)}
        for node in ast.parse(text).body
        if isinstance(node, ast.ClassDef) and [*map(ast.unparse, node.bases)] == ["Row"]
    }
    split = SplitDocument(split_bytes(document("2020-01-01")))
    checked = 0
    for name in split.names:
        path, method, spec = split.operation(name)
        model = row_model(declared_answer(spec), f"{path}/{method}")
        if model is not None:
            fields = {each for each in model.model_fields if not keyword.iskeyword(each)}
            assert written[model.__name__] == fields, name
            checked += 1
    assert checked > 100


def row_model(schema, name):
    """Return the class of an operation's rows; None for plain values."""
    if not schema:
        return None
    decode = ModelDecoder(schema, name)
    value = decode(b"[{}]" if schema.get("type") == "array" else b"{}")
    row = value[0] if isinstance(value, list) else value
    return type(row) if hasattr(row, "model_fields") else None
