"""Lifetimes, cache keys and the stored form of responses."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.core.cache import policy
from esi.core.http.auth import AccessToken, identity
from esi.core.http.messages import Request, Response

NOW = 1_800_000_000.0
DATE = "Fri, 15 Jan 2027 08:00:00 GMT"  # NOW
LATER = "Fri, 15 Jan 2027 08:05:00 GMT"  # NOW + 300


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache-control": "public, max-age=60", "expires": LATER, "date": DATE}, 60),
        ({"cache-control": "max-age=60", "age": "20"}, 40),
        ({"cache-control": "public", "expires": LATER, "date": DATE}, 300),
        ({"expires": LATER}, 300),
        (
            {"expires": "Fri, 15 Jan 2027 09:05:00 GMT", "date": "Fri, 15 Jan 2027 09:00:00 GMT"},
            300,
        ),
        ({"expires": "never"}, -1),
        ({"expires": ""}, -1),
        ({"expires": "0", "date": DATE}, -1),
        ({"expires": "-1"}, -1),
        ({"expires": "Thu, 01 Jan 2015 00:00:00 GMT"}, -1),
        ({"cache-control": "max-age=soon"}, 0),
        ({"cache-control": "max-age=-60", "expires": LATER}, 0),
        ({"cache-control": "max-age", "expires": LATER}, 0),
        ({"cache-control": "max-age=60", "age": "soon"}, 60),
        ({"cache-control": f"max-age={10**400}"}, 365 * 24 * 3600),
        ({"expires": LATER, "date": "soon"}, 300),
        ({}, 77),
        ({"cache-control": "no-store", "expires": LATER}, 0),
    ],
    ids=[
        "max-age wins",
        "Age counts",
        "Expires",
        "Expires without Date",
        "a wrong clock does no harm",
        "unreadable Expires",
        "empty Expires",
        "Expires of 0",
        "Expires of -1",
        "Expires in the past",
        "unreadable max-age",
        "negative max-age",
        "max-age without a number",
        "unreadable Age",
        "an endless max-age",
        "unreadable Date",
        "the document's lifetime",
        "no-store",
    ],
)
def test_lifetimes(headers, seconds):
    """`max-age` wins over `Expires`, and `Expires` over the document; unreadable ones are over."""
    left = policy.expires_at(headers, 77, NOW) - NOW
    assert left < 0 if seconds < 0 else left == pytest.approx(seconds)


BASE = Request(
    "GET",
    "http://api/x",
    (("page", "1"), ("type_id", "34")),
    {"accept-language": "en", "x-tenant": "tranquility", "x-compatibility-date": "2020-01-01"},
    identity="42",
)
OTHERS = {
    "method": Request("POST", BASE.url, BASE.params, BASE.headers, identity="42"),
    "url": Request("GET", "http://api/y", BASE.params, BASE.headers, identity="42"),
    "query": BASE.with_param("page", 2),
    "body": Request("GET", BASE.url, BASE.params, BASE.headers, b"[1]", identity="42"),
    "language": BASE.with_headers(accept_language="ko"),
    "tenant": BASE.with_headers(x_tenant="singularity"),
    "date": BASE.with_headers(x_compatibility_date="2026-08-18"),
    "character": Request("GET", BASE.url, BASE.params, BASE.headers, identity="43"),
}
# Pairs that would be equal if parts were joined by a separator that a value may contain.
LOOKALIKES = {
    "a value with the next parameter": ((("a", "1\0b=2"),), (("a", "1"), ("b", "2"))),
    "a name with an equals sign": ((("a=b", "c"),), (("a", "b=c"),)),
    "a value with quotes": ((("a", "1'), ('b', '2"),), (("a", "1"), ("b", "2"))),
    "an empty parameter": ((("a", ""),), (("a", "''"),)),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_key_depends_on_everything_that_the_response_depends_on(name):
    """Two requests with different responses never share a key."""
    assert policy.key(OTHERS[name]) != policy.key(BASE)


@pytest.mark.parametrize("name", LOOKALIKES)
def test_no_value_can_pose_as_another_part_of_a_key(name):
    """Values are quoted, so that a separator inside one is no boundary."""
    one, other = (policy.key(Request("GET", BASE.url, params)) for params in LOOKALIKES[name])
    assert one != other


def test_no_identity_can_pose_as_another_header():
    """A NUL inside a part moves nothing into the next one."""
    one = Request("GET", BASE.url, headers={"x-compatibility-date": "a\0b"}, identity="c")
    other = Request("GET", BASE.url, headers={"x-compatibility-date": "a"}, identity="b\0c")
    assert policy.key(one) != policy.key(other)


def test_text_that_cannot_be_encoded_has_a_key():
    """Half a surrogate pair in a parameter is no error here."""
    assert policy.key(BASE.with_param("search", "\ud83d")) != policy.key(BASE)


def test_a_key_does_not_depend_on_the_token():
    """Refreshing a token keeps its cache."""
    renewed = BASE.with_headers(authorization="Bearer new", user_agent="other/2")
    assert policy.key(renewed) == policy.key(BASE)


def test_the_identity_of_a_verified_token_is_its_character():
    """Only the character's id counts, not the token's text."""
    assert identity(AccessToken("abc", 99)) == identity(AccessToken("def", 99)) == "99"
    assert AccessToken("abc", 99) == "abc"
    assert "abc" not in repr(AccessToken("abc", 99))


def test_the_identity_of_a_plain_token_is_its_hash():
    """Claims of a plain string are ignored, and no key contains its text."""
    assert identity("abc") != identity("abd")
    assert "abc" not in identity("abc")
    assert identity(None) == identity("") == ""


def test_the_identity_of_an_object_without_a_character_is_its_tokens_hash():
    """Two objects that look alike share nothing."""

    class Token:
        def __init__(self, text):
            self.access_token = text

        def __str__(self):
            return "a token"

    assert identity(Token("abc")) == identity("abc")
    assert identity(Token("abc")) != identity(Token("abd"))


def test_a_forged_owner_is_ignored():
    """Claiming to be character 99 in an unsigned JWT has no effect."""
    claims = base64.urlsafe_b64encode(b'{"sub": "CHARACTER:EVE:99"}').decode().rstrip("=")
    forged = f"eyJhbGciOiJub25lIn0.{claims}."
    assert identity(forged) != identity(AccessToken("real", 99))
    assert identity(forged) != "99"


@given(
    st.binary(max_size=200),
    st.dictionaries(st.text("abc-", min_size=1), st.text(max_size=20), max_size=4),
    st.floats(0, 2e9),
    st.integers(100, 599),
)
def test_pack_and_unpack_are_inverse(wire, headers, expires, status):
    """Body, headers, status and lifetime survive the cache."""
    packed = policy.pack(policy.Stored(Response(status, headers, wire, "OK"), expires, NOW))
    stored = policy.unpack(packed)
    assert (stored.response.wire, stored.response.headers) == (wire, headers)
    assert (stored.response.status, stored.expires_at, stored.stored_at) == (status, expires, NOW)
    assert stored.response.from_cache


@given(st.one_of(st.binary(), st.none(), st.integers(), st.text()))
def test_foreign_data_in_the_cache_is_ignored(data):
    """Unknown data reads as nothing, never as an error."""
    assert policy.unpack(data) is None


def test_a_304_without_expires_starts_from_max_age_or_the_document():
    """Only the new headers determine the new lifetime, not the old `Expires`."""
    old = policy.Stored(Response(200, {"expires": DATE, "etag": "a"}, b"x"), NOW, NOW)
    renewed = policy.renewed(old, Response(304, {"date": LATER}), 120, NOW + 300)
    assert renewed.expires_at == NOW + 420
    assert renewed.response.wire == b"x"
    assert renewed.response.headers["etag"] == "a"


def test_a_renewed_response_has_the_size_of_the_old_one():
    """A cache on disk writes the whole body again where the size of a value changes."""
    headers = {"etag": '"a"', "expires": "Sun, 29 Nov 2026 11:00:00 GMT"}
    stored = policy.Stored(Response(200, headers, b"[]"), 1.5, 1.25)
    later = {**headers, "expires": "Sun, 29 Nov 2026 11:05:00 GMT", "x-ratelimit-used": "2"}
    renewed = policy.renewed(stored, Response(304, later), None, 1000.123456)
    assert len(policy.pack(renewed)) == len(policy.pack(stored))
    assert policy.unpack(policy.pack(renewed)).response.headers == later
