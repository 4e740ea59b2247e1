"""Foreign data: any JSON, and valid data in which something was changed."""

import copy
import json

from hypothesis import strategies as st

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(
        [
            "",
            "0",
            "-1",
            "²",
            "1e999",
            "nan",
            "9" * 5000,
            "2026-08-18T11:05:00Z",
            "http://[",
            "\ud800",
        ]
    ),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


class Deep(bytes):
    """Very deep JSON with a short repr."""

    def __repr__(self):
        return f"{bytes(self[:9])}...{bytes(self[-9:])}"


DEEP = st.sampled_from(
    [Deep(b"[" * 100_000), Deep(b'{"a":' * 100_000), Deep(b"[" * 3000 + b"]" * 3000)]
)
TEXT = st.text(st.characters(codec="latin-1"), max_size=12)  # what a header can hold
NUMBERS = st.one_of(
    st.integers(-5, 10**6).map(str),
    st.sampled_from(["²", "१", "9" * 5000, "1e400", "nan", "-inf", "0x1", "+1", " 7 ", "1_0", ""]),
    TEXT,
)


def places(value, path=()):
    """Yield the path of every part of a JSON value."""
    yield path
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[key], (*path, key))


@st.composite
def changed(draw, value, changes=3):
    """Draw a JSON value in which some parts are other values, or gone."""
    value = copy.deepcopy(value)
    for _ in range(draw(st.integers(0, changes))):
        path = draw(st.sampled_from(list(places(value))))
        if not path:
            if draw(st.integers(0, 9)) == 0:
                value = draw(JSON)
            continue
        *way, last = path
        holder = value
        for key in way:
            holder = holder[key]
        if draw(st.booleans()):
            del holder[last]
        else:
            holder[last] = draw(JSON)
    return value


@st.composite
def damaged(draw, data):
    """Draw bytes in which some were replaced, cut out, doubled or put in."""
    data = bytearray(data)
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        match draw(st.integers(0, 3)):
            case 0:
                data[start:end] = draw(st.binary(max_size=12))
            case 1:
                del data[start:]
            case 2:
                data[start:end] *= 2
            case 3 if start < len(data):
                data[start] ^= 1 << draw(st.integers(0, 7))
    return bytes(data)


def as_json(values):
    """Turn values into bodies: as Python writes them, with NaN and lone surrogates."""
    return values.map(lambda value: json.dumps(value).encode())


def bodies(value):
    """Draw bodies near a valid one, of any JSON, of any bytes, and very deep ones."""
    whole = json.dumps(value).encode()
    return st.one_of(
        as_json(changed(value)), as_json(JSON), damaged(whole), st.binary(max_size=40), DEEP
    )


def headers(names):
    """Draw headers of a response, by lower-case name."""
    dates = st.one_of(
        st.sampled_from(
            [
                "Tue, 18 Aug 2026 11:05:00 GMT", "Tue, 18 Aug 0001 00:00:00 GMT", "0", "-1",
                "Tue, 18 Aug 9999 23:59:59 -2400", "Tue, 99 Aug 2026 99:99:99 GMT",
                "Tue, 18 Aug 2026 11:05:00 +999999999999", "18 Aug " + "9" * 400 + " 11:05",
            ]
        ),
        TEXT,
    )  # fmt: skip
    return st.dictionaries(
        st.sampled_from(names),
        st.one_of(NUMBERS, dates, NUMBERS.map("max-age={}".format)),
        max_size=9,
    )
