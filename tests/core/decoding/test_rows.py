"""Test decoding of responses to rows: nothing is lost, and dates are dates."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.core.decoding.rows import Decoder
from esi.core.openapi.document import SplitDocument, split
from esi.core.openapi.translate import translate
from tests.core.openapi_schemas import documents, few
from tests.core.openapi_values import Values, differences, options_within, to_json

WHEN = {"type": "string", "format": "date-time"}
DAY = {"type": "string", "format": "date"}

JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=8),
        st.datetimes().map(datetime.isoformat),
        st.dates().map(date.isoformat),
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["when", "name", "what", "more"]), inner, max_size=3)
    ),
    max_leaves=8,
)


def decoder_of(document):
    """Return the decoder of a document's only operation, after its translation."""
    spec = SplitDocument(split(translate(document))).operation("get_things_id").spec
    return Decoder(spec["responses"]["200"]["schema"])


def texts(value):
    """Return a value with its dates replaced by their texts."""
    return json.loads(to_json(value))


# Any schema, any answer


@few
@given(documents(loops=False), st.booleans(), st.booleans())
def test_a_matching_response_keeps_its_values_and_gets_dates(document, full, nulls):
    """It is equal but for its dates: each date-time is aware and each date a date."""
    decode = decoder_of(document)
    answer = {"$ref": "#/components/schemas/D"}
    for option in range(options_within(document, answer)):
        value = Values(document, full=full, nulls=nulls, option=option)(answer)
        assert differences(value, decode(to_json(value))) == []


@few
@given(documents(mixed=True), st.integers(0, 2))
def test_a_matching_response_loses_nothing(document, option):
    """Nothing is lost or invented where texts and dates mix and schemas recurse."""
    value = Values(document, option=option, deepest=4)({"$ref": "#/components/schemas/D"})
    got = decoder_of(document)(to_json(value))
    assert differences(texts(value), texts(got)) == []


@few
@given(documents(mixed=True), JSON)
def test_any_json_is_accepted(document, value):
    """No response is refused for its shape: values unknown to the schema are kept."""
    got = decoder_of(document)(json.dumps(value).encode())
    assert _sizes(value, got)


def _sizes(value, got):
    """Count keys, items and plain values, to see whether all of them are still there."""
    if isinstance(value, dict):
        return isinstance(got, dict) and all(_sizes(value[key], got[key]) for key in value)
    if isinstance(value, list):
        return len(value) == len(got) and all(map(_sizes, value, got))
    return got == value or (isinstance(value, str) and isinstance(got, date))


@few
@given(st.binary(max_size=20) | st.text(max_size=20).map(str.encode))
def test_other_bytes_are_a_value_error(body):
    """Bytes that Python does not accept as JSON raise ValueError, no other error."""
    try:
        json.loads(body)
    except ValueError:
        if body:
            with pytest.raises(ValueError, match=r"."):
                Decoder({"type": "array", "items": WHEN})(body)


# Case by case


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-08-18T11:05:00Z", datetime(2026, 8, 18, 11, 5, tzinfo=UTC)),
        ("2026-08-18T11:05:00.25Z", datetime(2026, 8, 18, 11, 5, 0, 250000, tzinfo=UTC)),
        ("2026-08-18T11:05:00.123456789Z", datetime(2026, 8, 18, 11, 5, 0, 123456, tzinfo=UTC)),
        ("2026-08-18T11:05:00+00:00", datetime(2026, 8, 18, 11, 5, tzinfo=UTC)),
        (
            "2026-08-18T13:05:00+02:00",
            datetime(2026, 8, 18, 13, 5, tzinfo=timezone(timedelta(hours=2))),
        ),
    ],
)
def test_date_times(text, wanted):
    """Every format of a date-time that RFC 3339 allows is parsed and aware."""
    got = Decoder(WHEN)(json.dumps(text).encode())
    # What Python's datetime cannot hold (nanoseconds) is rounded or cut.
    exact = len(text) < len("2026-08-18T11:05:00.123456789Z")
    assert abs(got - wanted) <= timedelta(microseconds=0 if exact else 1)
    assert got.utcoffset() == wanted.utcoffset()


@pytest.mark.parametrize("value", ["soon", "", "2026-13-45T00:00:00Z", 5, None, True, [], {}])
@pytest.mark.parametrize("schema", [WHEN, DAY])
def test_invalid_dates_stay_text(schema, value):
    """Values that should be dates and are not stay unchanged."""
    assert Decoder(schema)(json.dumps(value).encode()) == value


def test_dates_at_any_depth():
    """Dates are parsed in lists of lists, in maps and in nested objects."""
    inner = {"type": "object", "properties": {"day": DAY}, "additionalProperties": WHEN}
    schema = {"type": "array", "items": {"type": "array", "items": inner}}
    body = b'[[{"day": "2026-08-18", "then": "2026-08-18T00:00:00Z"}], []]'
    assert Decoder(schema)(body) == [
        [{"day": date(2026, 8, 18), "then": datetime(2026, 8, 18, tzinfo=UTC)}],
        [],
    ]


def test_missing_properties_are_none():
    """Unknown properties are kept."""
    schema = {"type": "object", "properties": {"a": {"type": "string"}, "when": WHEN}}
    assert Decoder(schema)(b'{"new": 1}') == {"a": None, "when": None, "new": 1}
    assert Decoder({"type": "array", "items": schema})(b"[{}]") == [{"a": None, "when": None}]


def test_a_value_is_read_by_the_schema_of_its_type():
    """Schemas may have several types."""
    row = {"type": "object", "properties": {"day": DAY, "more": {"type": "string"}}}
    schema = {"x-any-of": [WHEN, row, {"type": "array", "items": row}, {"type": "integer"}]}
    decode = Decoder(schema)
    day = {"day": date(2026, 8, 18), "more": None}
    assert decode(b'"2026-08-18T00:00:00Z"') == datetime(2026, 8, 18, tzinfo=UTC)
    assert decode(b'{"day": "2026-08-18"}') == day
    assert decode(b'[{"day": "2026-08-18"}]') == [day]
    assert decode(b"7") == 7
    assert decode(b"null") is None


def test_numbers_are_exact():
    """Integers of any size stay integers, and a float stays the float that was written."""
    assert Decoder(None)(b"[9223372036854775807, 12345678901234567890123, 0.1]") == [
        9223372036854775807,
        12345678901234567890123,
        0.1,
    ]


def test_an_empty_body_is_none():
    """Responses without a body are None."""
    assert Decoder({"type": "object", "properties": {"a": WHEN}})(b"") is None


def test_half_a_surrogate_pair_is_replaced():
    """Text cut in the middle of an emoji does not cost the whole response, and can be encoded."""
    schema = {"type": "object", "properties": {"when": WHEN}}
    got = Decoder(schema)(b'{"name": "\\ud83d", "when": "2026-08-18T00:00:00Z"}')
    assert got == {"name": "\ufffd", "when": datetime(2026, 8, 18, tzinfo=UTC)}
    assert math.isinf(Decoder(None)(b"1e400"))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r'["\ud83d\ude80\ud83d"]', "\U0001f680\ufffd"),
        (r'["\uDE80\uD83D"]', "\ufffd\ufffd"),
        (r'["\ud83d\\ud83d"]', "\ufffd\\ud83d"),
        (r'["\\ud83d\udfff"]', "\\ud83d\ufffd"),
        (r'["\ud83d\u0041"]', "\ufffdA"),
        ('["\ufeff\\ud83d\U0001f680"]', "\ufeff\ufffd\U0001f680"),
    ],
)
def test_only_halves_of_surrogate_pairs_are_replaced(body, text):
    """Pairs, escaped backslashes and other escapes stay."""
    assert Decoder(None)(body.encode()) == [text]


@pytest.mark.parametrize("body", [b"<html>", b'{"a": ', b"[1,]", b"\xff", b"[" * 100_000])
def test_invalid_json_is_a_value_error(body):
    """HTML, a truncated body or deep nesting raises ValueError."""
    with pytest.raises(ValueError, match=r"."):
        Decoder(None)(body)


def test_without_a_schema_values_stay():
    """Without a schema the result is plain JSON values."""
    assert Decoder(None)(b'{"when": "2026-08-18T00:00:00Z"}') == {"when": "2026-08-18T00:00:00Z"}
