"""Bodies of any bytes: rows, columns or one clear error."""

import contextlib
import json
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.core.decoding.columns import ColumnDecoder
from esi.core.decoding.rows import Decoder, NonconformingError
from esi.core.error_text import api_message
from esi.core.http.messages import Response, error_body
from esi.core.http.response import EsiResponse
from esi.errors import http_error

ROW = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "integer"},
        "name": {"type": "string"},
        "price": {"type": "number", "format": "double"},
        "when": {"type": "string", "format": "date-time"},
        "day": {"type": "string", "format": "date"},
        "kind": {"type": "string", "enum": ["a", "b"]},
        "flags": {"type": "array", "items": {"type": "boolean"}},
        "other": {"x-any-of": [{"type": "string", "format": "date"}, {"type": "object"}]},
    },
}
LIST = {"type": "array", "items": ROW}


@dataclass(frozen=True)
class Column:
    name: str
    kind: str
    optional: bool = True
    categories: tuple[str, ...] = ()

    @property
    def path(self):
        return (self.name,)


COLUMNS = ColumnDecoder(
    [
        Column("id", "int", optional=False),
        Column("name", "text"),
        Column("price", "float"),
        Column("when", "datetime"),
        Column("day", "date"),
        Column("kind", "enum", categories=("a", "b")),
        Column("flags", "list"),
        Column("other", "any"),
    ]
)
TEXTS = st.text(st.characters(), max_size=12) | st.text(
    st.characters(categories=["Cs"]) | st.sampled_from('a\\"u\x00'), max_size=6
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(list(ROW["properties"])) | TEXTS, inner, max_size=4)
    ),
    max_leaves=10,
)
BODIES = st.binary(max_size=60) | VALUES.map(lambda value: json.dumps(value).encode())


def encoded(value):
    """Write a value as a CSV or JSON file would."""
    return json.dumps(value, ensure_ascii=False, default=str).encode("utf-8")


@pytest.mark.parametrize("schema", [None, ROW, LIST], ids=["none", "object", "list"])
def test_any_body_is_a_value_or_an_error(schema):
    """And each value can be written to a file."""
    read = Decoder(schema)

    @given(BODIES)
    def decode(body):
        for method in (read, read.strict):
            try:
                assert encoded(method(body))
            except NonconformingError:
                assert method == read.strict
            except ValueError:
                assert not is_json(body)

    decode()


def is_json(body):
    try:
        json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return False
    return True


@given(st.lists(VALUES, max_size=3).map(lambda rows: json.dumps(rows).encode()) | BODIES)
def test_any_body_is_columns_of_one_length_or_needs_rows(body):
    """No other error escapes."""
    columns = COLUMNS(body)
    if columns is not None:
        assert len({len(values) for values in columns.values()}) == 1
        assert encoded([str(value) for value in columns["name"]])


@given(TEXTS)
def test_text_is_kept_but_for_halves_of_pairs(text):
    """Whole pairs, escapes and backslashes stay as they are."""
    body = json.dumps({"name": text, "id": 1}).encode()
    wanted = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert Decoder(ROW)(body)["name"] == wanted
    columns = COLUMNS(b"[" + body + b"]")
    assert columns["name"] == [wanted]


@pytest.mark.parametrize("depth", [900, 200_000])
def test_a_deeply_nested_body_is_an_error(depth):
    """Deeper than any answer, at Python's limit and far beyond it."""
    for read in (Decoder(None), Decoder(LIST), Decoder(LIST).strict):
        with contextlib.suppress(ValueError):
            read(b"[" * depth + b"]" * depth)
    assert COLUMNS(b"[" * depth + b"]" * depth) is None


@given(BODIES, st.dictionaries(st.sampled_from(["content-type", "retry-after"]), TEXTS))
def test_any_refusal_is_an_error_with_a_text(body, headers):
    """No body and no header of a refusal causes another error."""
    for status in (400, 404, 420, 429, 503, 599):
        response = Response(status, headers, body)
        content, message = error_body(response)
        error = http_error(EsiResponse(response), message, content, "get_status", "id=1")
        assert str(status) in str(error)
        assert getattr(error, "retry_after", 0.0) >= 0


@given(VALUES)
def test_the_apis_message_is_a_short_text_or_none(value):
    """Of objects, lists and plain values."""
    message = api_message(value)
    assert message is None or isinstance(message, str)


@given(BODIES, st.sampled_from(["gzip", "x-gzip", "GZIP", "br", ""]))
def test_a_body_that_claims_an_encoding_is_bytes_or_an_error(body, encoding):
    """Damaged, truncated or not compressed at all."""
    response = Response(200, {"content-encoding": encoding}, body)
    if encoding in {"br", ""}:
        assert response.body == body
    else:
        with pytest.raises(ValueError, match="compressed body is"):
            _ = response.body
