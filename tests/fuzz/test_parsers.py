"""Test that parsers of foreign data end soon and raise only their documented errors.

Each test tries a hundred examples, or as many as fit into `ESI_TEST_FUZZ_SECONDS` of processor time
(`make fuzz`). `ESI_TEST_FUZZ_SEED` determines the examples.
"""

import base64
import contextlib
import copy
import io
import itertools
import json
import os
import pickle
import shutil
import time
import traceback
import warnings
import zipfile

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from esi import errors
from esi.core.cache import policy
from esi.core.config import Config
from esi.core.decoding.attribute_row import Row
from esi.core.decoding.models import ModelDecoder
from esi.core.decoding.rows import Decoder
from esi.core.http.messages import Request, Response, error_body
from esi.core.http.rates import Rate
from esi.core.http.response import EsiResponse
from esi.core.openapi.document import SplitDocument
from esi.core.openapi.load import read_document, split_bytes
from esi.core.paging import snapshot, walks
from esi.core.rate_limits import rules
from esi.core.rate_limits.ledger import Ledger
from esi.core.sso import messages
from esi.core.sso.client import Sso
from esi.core.sso.messages import Metadata
from esi.sandbox.clock import ManualClock
from esi.sandbox.documents import given as given_documents
from esi.sandbox.documents import openapi
from esi.sandbox.server.api import Api, SandboxSettings
from esi.sandbox.server.messages import ApiRequest
from esi.sandbox.world.seeded_random import PINNED
from esi_data import read
from esi_data.auth.delegated import _expiry
from esi_data.auth.logins import PendingLogin, read_callback
from esi_data.auth.loopback_server import Loopback
from esi_data.auth.token_store import FileStore
from esi_data.cli.main import main as command
from esi_data.datasets import recipes
from esi_data.datasets.folder import Folder
from esi_data.errors import DatasetError, OffSchemaWarning, RecipeError
from esi_data.frames.build import frame
from esi_data.frames.frame_cache import CachedFrame
from tests.esi_data.sde.conftest import converted
from tests.fuzz.strategies import (
    DEEP,
    JSON,
    NUMBERS,
    TEXT,
    bodies,
    changed,
    damaged,
    headers,
)
from tests.support.ports import free_port

SECONDS = float(os.environ.get("ESI_TEST_FUZZ_SECONDS", "0"))
SEED = int(os.environ.get("ESI_TEST_FUZZ_SEED", "0"))
LONGEST = 5.0  # seconds of work that one input may take
OWN = (errors.DjangoEsiException,)
EXAMPLES = 100 if not SECONDS else 500

pytestmark = [
    pytest.mark.large,
    pytest.mark.timeout(SECONDS * 30 + 1800),  # seconds by the clock
]


def fuzz(strategy, parse, allowed=()):
    """Let `parse` read drawn values: only the allowed errors may come out, in bounded time."""

    @settings(
        deadline=None,
        max_examples=EXAMPLES,
        derandomize=False,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    @given(strategy)
    def once(value):
        began = time.thread_time()
        try:
            parse(value)
        except allowed:
            pass
        except Exception as exc:  # noqa: BLE001 - shortened: a deep input has a long traceback
            place = traceback.extract_tb(exc.__traceback__)
            ours = [frame for frame in place if "/esi" in frame.filename] or place
            text = f"{type(exc).__name__}: {str(exc)[:200]} ({ours[-1].filename}:{ours[-1].lineno})"
            raise AssertionError(text) from None
        assert time.thread_time() - began < LONGEST, "it took too long"

    end = time.thread_time() + SECONDS  # of work: a busy machine tries as many examples
    for number in itertools.count(SEED):
        seed(number)(once)()
        if time.thread_time() >= end:
            break


ORDER = {
    "duration": 90, "is_buy_order": False, "issued": "2026-08-18T11:05:00Z",
    "location_id": 60003760, "min_volume": 1, "order_id": 6_500_000_000, "price": 4.2,
    "range": "region", "system_id": 30000142, "type_id": 34, "volume_remain": 5, "volume_total": 9,
}  # fmt: skip
PROJECT = {
    "cursor": {"after": "a", "before": "b"},
    "projects": [
        {"id": "5", "last_modified": "2026-08-18T11:05:00Z", "name": "n", "state": "Active",
         "progress": {"current": 1, "desired": 2}, "reward": {"initial": 1, "remaining": 0.5}}
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def document():
    """Return the sandbox's own document."""
    return openapi.build("2026-08-18", "http://127.0.0.1:1")


@pytest.fixture(scope="module")
def split(document):
    return split_bytes(document, "2026-08-18")


@pytest.fixture(scope="module")
def schemas(split):
    """Schemas of responses as the client has them, by old name."""
    found = SplitDocument(split)
    return {
        name: found.operation(name).spec["responses"]["200"].get("schema")
        for name in found.names
        if "200" in found.operation(name).spec["responses"]
    }


ANSWERS = {
    "get_markets_region_id_orders": [ORDER, ORDER],
    "get_corporations_corporation_id_projects": PROJECT,
    "get_meta_changelog": {"changelog": {"2026-08-18": [{"method": "GET", "type": "new"}]}},
    "get_characters_character_id_wallet": 5.5,
    "get_markets_groups": [1, 2],
}


@pytest.mark.parametrize("name", ANSWERS)
def test_rows_of_an_answer(name, schemas):
    """A body gives its value, or is no JSON."""
    decoder = Decoder(schemas[name])

    def parse(body):
        with contextlib.suppress(ValueError):
            decoder.strict(body)
        decoder(body)

    fuzz(bodies(ANSWERS[name]), parse, (ValueError,))


@pytest.mark.parametrize("name", ANSWERS)
def test_rows_with_attributes_of_an_answer(name, schemas):
    """A body gives rows that can be shown, compared, copied and pickled, or is no JSON."""
    decoder = ModelDecoder(schemas[name], name)

    def parse(body):
        found = decoder(body)
        assert len(repr(found)) < 10**6
        with contextlib.suppress(RecursionError):  # JSON that is as deep as Python allows
            for row in found if isinstance(found, list) else [found]:
                if isinstance(row, Row):
                    row.model_dump_json()
                    assert copy.deepcopy(row).model_dump_json() == row.model_dump_json()
                    pickle.loads(pickle.dumps(row))

    fuzz(bodies(ANSWERS[name]), parse, (ValueError,))


@pytest.mark.parametrize("name", ["get_markets_region_id_orders", "get_markets_groups"])
def test_frame_of_an_answer(name, schemas):
    """Rows that do not fit become a frame of other types, or an error of ours."""

    def parse(rows):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", OffSchemaWarning)
            frame(rows, schemas[name])

    fuzz(changed(ANSWERS[name]), parse, (*OWN, ValueError, TypeError))


def test_error_body():
    """Any body of an error makes an exception, and nothing else."""

    def parse(drawn):
        status, head, body = drawn
        error_body(Response(status, head, body))
        errors.http_error(EsiResponse(Response(status, head, body)))
        errors.retry_after(status, head)

    drawn = st.tuples(
        st.sampled_from([400, 403, 404, 420, 429, 500, 502, 520, 599]),
        headers(["retry-after", "content-type", "x-esi-error-limit-reset", "content-encoding"]),
        bodies({"error": "x", "details": [{"location": "a", "message": "b", "value": 1}]}),
    )
    fuzz(drawn, parse)


HEADERS = [
    "age", "cache-control", "date", "expires", "last-modified", "retry-after", "x-pages",
    "x-esi-error-limit-remain", "x-esi-error-limit-reset", "x-ratelimit-group",
    "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-used", "etag", "vary",
]  # fmt: skip


def test_headers():
    """Headers that make no sense count as absent."""

    def parse(head):
        limits = {**head, "x-ratelimit-limit": head.get("x-ratelimit-limit", "") + "/15m"}
        response = Response(200, head, b"[]")
        request = Request("GET", "https://esi.example/x", lifetime=60)
        stored = policy.to_store(request, response, None, 1e9)
        if stored:
            assert isinstance(stored.expires_at, int | float)
            policy.unpack(policy.pack(stored))
            policy.to_store(request, Response(304, head, b""), stored, 1e9)
        rules.Report.from_http(head)
        rules.Report.from_http(limits)
        rules.spent(200, head)
        rules.errors_left(head)
        assert 1 <= snapshot.page_count(response) <= snapshot.MAX_PAGES
        snapshot.generated_at(response)

    fuzz(headers(HEADERS), parse)


def test_rates_of_a_document():
    """A declared rate that makes no sense is none."""
    declared = {"group": "a", "max-tokens": 5, "window-size": "15m"}
    fuzz(changed(declared) | JSON, Rate.from_document)


@pytest.mark.parametrize(
    "names", [["before", "after"], ["from_id"], ["max_war_id"], ["from_event"]]
)
def test_pages_of_a_walk(names):
    """A page that makes no sense ends a walk, or is an error of ours."""
    kind = {"x-pagination": "cursor"} if "before" in names else {}

    def parse(pages):
        walk = walks.walk_of(kind, names, {})
        for page in pages:
            walk.add(page)
        walk.merged()

    rows = [{"transaction_id": 5}, {"event_id": 6}, 7]
    fuzz(st.lists(st.one_of(changed(PROJECT), changed(rows), JSON), max_size=4), parse, OWN)


def test_documents(document, tmp_path):
    """A changed document is split, or refused."""
    small = {
        **document,
        "paths": {p: document["paths"][p] for p in list(document["paths"])[:6]},
        "components": {**document["components"], "schemas": {}},
    }
    small["components"]["schemas"] = {
        name: schema
        for name, schema in document["components"]["schemas"].items()
        if f'/{name}"' in json.dumps(small["paths"])
    }
    file = tmp_path / "document.json"

    def parse(changed_document):
        file.write_text(json.dumps(changed_document), encoding="utf-8")
        found = SplitDocument(split_bytes(read_document(file)))
        for name in found.names:
            spec = found.operation(name).spec
            ModelDecoder(spec["responses"].get("200", {}).get("schema"), name)(b"{}")

    fuzz(changed(small, changes=5), parse, OWN)


def test_document_files(document, tmp_path):
    """A file that is no document is refused, here and in the sandbox."""
    file = tmp_path / "document.json"

    def parse(data):
        file.write_bytes(data)
        with contextlib.suppress(errors.DocumentError):
            read_document(file)
        given_documents.read(file)

    fuzz(bodies({"openapi": "3.1.0", "paths": {}}), parse, (ValueError,))


def test_stored_documents(split):
    """A damaged file of the store is no document."""

    def parse(data):
        found = SplitDocument(data)
        for name in found.names[:3]:
            found.operation(name)

    fuzz(damaged(split[: split.index(b"\n") + 3000]) | st.binary(max_size=60), parse, (ValueError,))


def test_stored_responses():
    """A damaged entry of the cache is none, and never an error."""
    head = (
        b'{"status":200,"reason":"OK","headers":{},"expires_at":1.0,"stored_at":1.0,"refused":""}'
    )
    fuzz(damaged(head + b"\n[]") | DEEP | JSON, policy.unpack)


def test_cached_frames(schemas, tmp_path, caplog):
    """A damaged file of a frame is none."""
    caplog.set_level("CRITICAL")
    digest = b"d" * 32
    cached = CachedFrame(tmp_path / "frame", digest)
    cached.write(frame([ORDER] * 3, schemas["get_markets_region_id_orders"]))
    whole = cached.path.read_bytes()

    def parse(data):
        cached.path.write_bytes(digest + data)
        cached.read()

    fuzz(damaged(whole[32:]), parse)


CALLBACK = "http://localhost:8000/callback?code=abc&state=xyz"


def test_callback_addresses():
    """An address gives a code, or the login failed."""
    parts = st.sampled_from(
        ["http://[", "?", "&", "=", "code", "state", "xyz", "error", "%", "#", "\ud800"]
    )
    drawn = st.one_of(
        damaged(CALLBACK.encode()).map(lambda data: data.decode("latin-1")),
        st.lists(parts | st.text(max_size=4), max_size=9).map("".join),
    )
    fuzz(drawn, lambda address: read_callback(address, "xyz"), OWN)


def test_requests_of_a_browser():
    """Any request to the port of a login gets a page, and never the code of another one."""
    callback = f"http://localhost:{free_port()}/callback"
    pending = PendingLogin(callback, callback, (), "app", "xyz", "verifier")

    def finish(address):
        read_callback(address, "xyz")
        raise errors.LoginFailedError("not in this test")

    targets = st.one_of(
        damaged(b"/callback?code=abc&state=xyz").map(lambda data: data.decode("latin-1")),
        st.sampled_from(["//[", "http://[::1", "/callback?state=\udcff", "*", ""]),
    )
    loopback = Loopback(pending, finish)
    try:
        fuzz(targets, lambda target: loopback.respond(target)[0] in {400, 404})
    finally:
        for server in loopback._servers:
            server.server_close()


class ForeignCache:
    """Cache in which other programs keep whatever they like."""

    def __init__(self, values):
        self.values = values

    def get(self, key):
        return self.values[sum(key.encode()) % len(self.values)]

    def add(self, key, value, seconds):
        return True

    def set(self, key, value, seconds):
        return None

    incr = delete = get


def test_entries_of_ledgers():
    """Values of other programs in the cache are no entries, however many."""
    values = st.lists(JSON | st.binary(max_size=4) | st.integers(0, 50), min_size=1, max_size=6)

    def parse(drawn):
        ledger = Ledger(ForeignCache(drawn), "x", 900.0, sleep=lambda _: None)
        ledger.read(1e9)
        ledger.refresh(1e9)
        assert ledger.used(1e9) >= 0
        ledger.write(1e9, lambda _: 1)
        ledger.expiries(1e9)

    fuzz(values, parse)


METADATA = {
    "issuer": "https://login.example", "authorization_endpoint": "https://login.example/a",
    "token_endpoint": "https://login.example/t", "jwks_uri": "https://login.example/k",
    "revocation_endpoint": "https://login.example/r",
}  # fmt: skip


def test_metadata_of_an_sso():
    """A document gives its addresses, or is refused."""
    url = "https://login.example/.well-known/oauth-authorization-server"
    drawn = changed(METADATA).filter(lambda value: isinstance(value, dict))
    fuzz(drawn, lambda value: messages.read_metadata(value, url), OWN)


def test_token_responses():
    """A response of the token endpoint gives tokens, or is refused."""
    tokens = {"access_token": "a", "token_type": "Bearer", "expires_in": 1200, "refresh_token": "r"}
    drawn = st.tuples(
        st.sampled_from([200, 400, 401, 429, 500]),
        st.one_of(bodies(tokens), bodies({"error": "invalid_grant"})),
        st.none() | NUMBERS,
    )
    fuzz(drawn, lambda value: messages.read_token_response(*value), OWN)


KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
CLAIMS = {
    "aud": ["app", "EVE Online"], "exp": 2_000_000_000, "iss": "https://login.example",
    "sub": "CHARACTER:EVE:90000001", "name": "Asa Ostrand", "owner": "o", "scp": ["a.b.v1"],
}  # fmt: skip


class Keys:
    """Discovery of an SSO with one key."""

    def __init__(self, drawn=None):
        own = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        self.found = drawn or {"keys": [{**own, "kid": "k", "alg": "RS256", "use": "sig"}]}

    def metadata(self):
        return Metadata(**METADATA)

    def keys(self, *, refresh=False):
        return self.found


def sso(keys):
    found = Sso(lambda: Config(sso_client_id="app"), clock=lambda: 1e9)
    found._discovery = keys
    return found


def part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_claims_of_access_tokens():
    """Claims that are signed and make no sense are refused."""
    verifier = sso(Keys())

    def parse(claims):
        text = jwt.api_jws.PyJWS().encode(
            json.dumps(claims).encode(), KEY, algorithm="RS256", headers={"kid": "k"}
        )
        _expiry(text)
        verifier.verify(text)

    fuzz(changed(CLAIMS), parse, OWN)


def test_access_tokens_that_nobody_signed():
    """Any text is refused, whatever its header says."""
    verifier = sso(Keys())
    heads = changed({"alg": "RS256", "kid": "k", "typ": "JWT"})
    token = jwt.encode(CLAIMS, KEY, algorithm="RS256", headers={"kid": "k"})

    def parse(text):
        _expiry(text)
        with (
            pytest.raises(errors.DjangoEsiException) if text != token else contextlib.nullcontext()
        ):
            verifier.verify(text)

    drawn = st.one_of(
        st.tuples(heads, changed(CLAIMS)).map(lambda two: f"{part(two[0])}.{part(two[1])}.AAAA"),
        damaged(token.encode()[:200]).map(lambda data: data.decode("latin-1")),
        st.text(max_size=20),
    )
    fuzz(drawn, parse)


def test_keys_of_an_sso():
    """Keys that make no sense verify nothing."""
    token = jwt.encode(CLAIMS, KEY, algorithm="RS256", headers={"kid": "k"})
    drawn = changed(Keys().found).filter(lambda value: isinstance(value, dict))
    fuzz(drawn, lambda keys: sso(Keys(keys)).verify(token), OWN)


LOGIN = {
    "character_id": 1, "name": "n", "owner": "o", "scopes": ["a"], "access_token": "a",
    "refresh_token": "r", "expires": 1.0, "since": 1.0, "client_id": "c", "issuer": "i",
}  # fmt: skip


def test_files_of_logins(tmp_path):
    """A file of logins is read, or refused without its contents."""
    store = FileStore(tmp_path)
    from dataclasses import fields

    from esi_data.auth.token_store import Login

    login = {each.name: LOGIN.get(each.name, "x") for each in fields(Login)}

    def parse(data):
        store.path.write_bytes(data)
        store.path.chmod(0o600)
        for found in store.logins():
            _ = found.key, repr(found)

    fuzz(bodies({"version": 1, "logins": [login]}), parse, OWN)


def test_manifests(tmp_path, esi_sandbox):
    """A manifest is read, or refused; what it names is read, or refused."""
    from esi_data import Esi

    with Esi("tests/1.0", api_url=esi_sandbox.url, cache=tmp_path / "cache") as esi:
        esi.pull_to(tmp_path / "data", "get_markets_prices", progress=False)
    (file,) = (tmp_path / "data").glob("*.json")
    whole = json.loads(file.read_bytes())

    def parse(data):
        file.write_bytes(data)
        with contextlib.suppress(DatasetError):
            Folder(tmp_path / "data").read_manifest()
        read(tmp_path / "data")

    fuzz(bodies(whole), parse, (*OWN, DatasetError))


def test_parquet_files(schemas, tmp_path):
    """A damaged file is refused."""
    from esi_data import to_parquet

    path = to_parquet(
        frame([ORDER] * 3, schemas["get_markets_region_id_orders"]), tmp_path / "orders.parquet"
    )
    whole = path.read_bytes()

    def parse(data):
        path.write_bytes(data)
        read(path)

    fuzz(damaged(whole), parse, (*OWN, DatasetError, ValueError))


STATIC_DATA = {
    "_key": 5, "name": {"en": "a", "de": "b"}, "groupID": 7, "position": {"x": 1.5},
    "activities": {"copying": {"time": 5}, "manufacturing": {"materials": [{"typeID": 34}]}},
    "types": [{"_key": 3, "_value": [{"bonus": 1.5}]}], "pins": [1, 2],
}  # fmt: skip


def test_records_of_static_data(tmp_path):
    """Lines become rows or are reported, and every table can be read."""

    def parse(lines):
        for name in ("export", "build"):
            shutil.rmtree(tmp_path / name, ignore_errors=True)
        (tmp_path / "export").mkdir()
        for name in ("blueprints", "typeBonus"):
            (tmp_path / "export" / f"{name}.jsonl").write_bytes(b"\n".join(lines))
        tables = converted(tmp_path / "export", tmp_path / "build")
        for name in tables.names():
            assert len(tables.read(name)) == tables.info.tables[name].rows
        tables.describe()

    fuzz(st.lists(bodies(STATIC_DATA), max_size=4), parse)


def test_archives_of_static_data(tmp_path):
    """Zips are read or refused."""
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name in ("_sde", "types", "groups"):
            file.writestr(f"{name}.jsonl", json.dumps(STATIC_DATA))

    def parse(data):
        path.write_bytes(data)
        shutil.rmtree(tmp_path / "build", ignore_errors=True)
        converted(path, tmp_path / "build")

    fuzz(damaged(path.read_bytes()), parse, OWN)


RECIPE = """
description = "d"

[[pull]]
operation = "get_markets_region_id_orders"
into = "orders"
every = "5m"
[pull.parameters]
region_id = [10000002]
"""


def test_recipes(tmp_path):
    """A recipe is read, or refused."""
    file = tmp_path / "own.toml"

    def parse(data):
        file.write_bytes(data)
        recipes.load(str(file))

    values = st.sampled_from(
        ["1", '"x"', "[]", "{}", "1979-05-27", "nan", "true", '"²m"', '"../up"', "9" * 5000]
    )
    lines = st.tuples(
        st.sampled_from(["operation", "into", "every", "mode", "from", "name", "parameters", "x"]),
        values,
    )
    text = st.lists(lines, max_size=6).map(
        lambda pairs: (
            "[[pull]]\n" + "".join(f"{key} = {value}\n" for key, value in dict(pairs).items())
        )
    )
    drawn = damaged(RECIPE.encode()) | text.map(str.encode) | st.just(b"a = " + b"[" * 5000)
    fuzz(drawn, parse, (RecipeError,))


def test_command_line(esi_sandbox, monkeypatch):
    """Any arguments end with a status, never with a traceback."""
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    esi_sandbox.faults.latency = 0
    words = st.one_of(
        st.sampled_from(
            [
                "call", "plan", "ops", "limits", "characters", "cache", "info", "recipe", "show",
                "get_status", "get_markets_groups_market_group_id", "market_group_id=4", "--format",
                "json", "csv", "table", "parquet", "region_id=1,x", "post_universe_names", "ids=[",
                "ids=34", "--language", "de", "--help", "--cache", "", "-o", "=", "--date",
            ]
        ),
        st.text(st.characters(blacklist_characters="\0/"), max_size=6),
    )  # fmt: skip
    drawn = st.lists(words, max_size=5).filter(lambda args: args[:1] not in (["demo"], ["sandbox"]))

    def parse(args):
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            assert command(args) in {0, 1, 2}

    monkeypatch.chdir(os.environ["ESI_CACHE_DIR"])
    fuzz(drawn, parse)


@pytest.mark.django_db
def test_callbacks_of_a_site(client, settings):
    """Whatever query and cookies say, the login fails with a page."""
    names = st.sampled_from(["code", "state", "error", "error_description", "x"])
    texts = st.text(max_size=8) | st.sampled_from(["\0", "\ud7ff", "a" * 5000, "%", "[]", "²"])
    queries = st.dictionaries(names, texts | st.lists(texts, max_size=2), max_size=4)
    cookies = st.dictionaries(st.sampled_from(["sessionid", "csrftoken", "x"]), TEXT, max_size=2)

    def parse(drawn):
        query, biscuits = drawn
        client.cookies.clear()
        for name, value in biscuits.items():
            client.cookies[name] = value
        assert client.get("/sso/callback/", query).status_code < 500

    fuzz(st.tuples(queries, cookies), parse)


def test_requests_to_the_sandbox():
    """The sandbox responds to any request."""
    api = Api(
        SandboxSettings(
            seed=1, clock=ManualClock(2e9), lifetime=None, rate_limits=False, document=None,
            swagger=True, changed=0.5, form="full", epoch=PINNED,
        )
    )  # fmt: skip
    paths = st.sampled_from(
        [
            "/status", "/markets/10000042/orders", "/universe/names", "/universe/ids",
            "/paragon-hub/skinr", "/v2/oauth/token", "/v2/oauth/authorize", "/oauth/jwks",
            "/latest/swagger.json", "/meta/openapi.json", "/killmails/120000001/x",
        ]
    )  # fmt: skip
    drawn = st.builds(
        ApiRequest,
        st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD", "X"]),
        paths | st.text(max_size=20).map("/{}".format),
        st.dictionaries(
            st.sampled_from(
                ["page", "before", "limit", "type_id", "code", "redirect_uri", "state"]
            ),
            st.lists(NUMBERS | st.text(max_size=6), min_size=1, max_size=2),
            max_size=3,
        ),
        st.dictionaries(
            st.sampled_from(
                ["Authorization", "If-None-Match", "If-Modified-Since", "X-Compatibility-Date",
                 "Accept-Language", "Accept-Encoding", "X-Tenant", "Content-Type"]
            ),
            TEXT | NUMBERS,
            max_size=4,
        ),
        bodies([34, 35]),
    )  # fmt: skip

    def parse(request):
        assert 200 <= api.respond(request).status < 500

    fuzz(drawn, parse)
