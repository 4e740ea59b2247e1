"""Test rows against pydantic's own models of the same schema: what programs see is the same."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.decoding.model_rows import read
from tests.core.openapi_schemas import few

pydantic = pytest.importorskip("pydantic", reason="the other side of the comparison")

SERIALIZER = "__pydantic_serializer__"

# Schema, pydantic's type, values.
SCALARS = [
    ({"type": "integer", "format": "int64"}, int, st.integers(-(2**63), 2**63 - 1)),
    ({"type": "number"}, float, st.floats(-1e9, 1e9) | st.integers(-(10**9), 10**9)),
    ({"type": "boolean"}, bool, st.booleans()),
    ({"type": "string"}, str, st.text(max_size=5)),
    ({"type": "string", "enum": ["on", "off"]}, str, st.sampled_from(["on", "off"])),
    (
        {"type": "string", "format": "date-time"},
        datetime,
        st.integers(0, 4 * 10**9).map(lambda n: f"{datetime.fromtimestamp(n):%Y-%m-%dT%H:%M:%SZ}"),  # noqa: DTZ006
    ),
    (
        {"type": "string", "format": "date"},
        date,
        st.dates(date(1970, 1, 1)).map(date.isoformat),
    ),
    ({"type": "string", "format": "uuid"}, UUID, st.uuids().map(str)),
]
NAMES = ("when", "name", "from", "items", "x2")
UNKNOWN = st.dictionaries(
    st.sampled_from(["new", "other"]),
    st.none() | st.integers() | st.lists(st.text(max_size=3), max_size=2) | st.just({"a": None}),
    max_size=2,
)


@st.composite
def objects(draw, unknown, depth=1):
    """Draw a schema of an object, pydantic's model of it, and a strategy of its values."""
    fields = {}
    for name in draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1, max_size=3)):
        is_object = depth and draw(st.booleans())
        kind = draw(objects(unknown, depth - 1)) if is_object else draw(st.sampled_from(SCALARS))
        if draw(st.booleans()):
            schema, type_, values = kind
            kind = {"type": "array", "items": schema}, list[type_], st.lists(values, max_size=3)
        fields[name] = kind
    model = pydantic.create_model(
        "SystemGet",
        __config__=pydantic.ConfigDict(extra="allow"),
        **{name: (type_ | None, None) for name, (_, type_, _) in fields.items()},
    )
    schema = {"type": "object", "properties": {name: kind[0] for name, kind in fields.items()}}
    known = st.fixed_dictionaries({}, optional={name: kind[2] for name, kind in fields.items()})
    return schema, model, st.builds(dict.__or__, known, unknown)


@st.composite
def pairs(draw, unknown=UNKNOWN):
    """Draw a row and pydantic's model of the same JSON."""
    schema, model, values = draw(objects(unknown))
    value = draw(values)
    return read(schema, value), model.model_validate_json(json.dumps(value))


def choices(value, depth=2):
    """Draw what `include` and `exclude` take, for a value."""
    keys = list(value) if isinstance(value, dict) else [*range(-1, len(value)), "__all__"]
    inner = {
        key: choices(value[key], depth - 1) | st.just(True)
        for key in keys
        if depth and key != "__all__" and isinstance(value[key], dict | list) and value[key]
    }
    return st.sets(st.sampled_from(keys), max_size=3) | st.fixed_dictionaries({}, optional=inner)


def plain(value: Any) -> Any:
    """Return a value with rows and models as dicts."""
    if hasattr(value, "model_dump"):
        return value.model_dump()
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


@few
@given(pairs())
def test_a_row_reads_as_a_model(pair):
    """Attributes, pairs, `__dict__` and unknown fields are the same."""
    row, model = pair
    assert plain(dict(row)) == plain(dict(model))
    assert plain(row.__dict__) == plain(model.__dict__)
    assert row.model_extra == model.model_extra
    for name, value in model:
        assert plain(getattr(row, name)) == plain(value)


@few
@given(st.data(), pairs(), st.sampled_from(["python", "json"]), st.booleans())
def test_a_row_is_dumped_as_a_model(data, pair, mode, exclude_none):
    """Every choice of fields gives the same dict, in the same order, and the same JSON."""
    whole = pair[1].model_dump()
    options = {
        "include": data.draw(st.none() | choices(whole)),
        "exclude": data.draw(st.none() | choices(whole)),
        "exclude_none": exclude_none,
    }
    ours, theirs = (each.model_dump(mode=mode, **options) for each in pair)
    assert ours == theirs
    assert list(ours) == list(theirs)
    ours, theirs = (each.model_dump_json(indent=2, **options) for each in pair)
    assert json.loads(ours) == json.loads(theirs)  # floats have several forms
    assert len(ours.splitlines()) == len(theirs.splitlines())


@few
@given(pairs(unknown=st.just({})))
def test_pydantic_reads_a_row_by_its_attributes(pair):
    """`from_attributes`, by which django-ninja reads, makes the model of a row."""
    row, model = pair
    assert type(model).model_validate(row, from_attributes=True).model_dump() == model.model_dump()


def test_models_show_the_rows_in_them():
    """Rows serialise to dicts, like nested models; django-ninja and FastAPI rely on that."""
    pydantic_core = pytest.importorskip("pydantic_core")

    class Answer(pydantic.BaseModel):
        rows: list[Any]

    row = read(
        {"type": "object", "properties": {"day": {"type": "string", "format": "date"}}},
        {"day": "2026-08-18"},
    )
    answer = Answer(rows=[row])
    assert answer.model_dump() == {"rows": [{"day": date(2026, 8, 18)}]}
    assert answer.model_dump(mode="json") == {"rows": [{"day": "2026-08-18"}]}
    assert json.loads(answer.model_dump_json()) == {"rows": [{"day": "2026-08-18"}]}
    assert pydantic_core.to_json(row) == b'{"day":"2026-08-18"}'


def test_rows_import_nothing_for_pydantic(monkeypatch):
    """Rows lack pydantic's attribute unless pydantic is loaded."""
    monkeypatch.delitem(sys.modules, "pydantic_core", raising=False)
    assert not hasattr(read({"type": "object", "properties": {"a": {}}}, {}), SERIALIZER)
