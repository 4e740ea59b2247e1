"""Test every operation of the API's own documents, in the folder named by `ESI_TEST_SPECS`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit

import openapi_core
import pytest
from openapi_core.contrib.requests import RequestsOpenAPIRequest
from openapi_core.validation.request.exceptions import RequestValidationError
from swagger_spec_validator.validator20 import validate_spec

from esi.core.openapi.document import SplitDocument, split
from esi.core.openapi.translate import translate
from tests.core.openapi_values import (
    Values,
    answer_schema,
    body_schema,
    deref,
    differences,
    operations,
    options_within,
    parameters,
    to_json,
)
from tests.core.wire import client_of
from tests.support import children

FOLDER = os.environ.get("ESI_TEST_SPECS")
NO_FOLDER = "ESI_TEST_SPECS names no folder with the API's documents"

# File -> operations in it.
DOCUMENTS = {
    "openapi-3.0-date-2026-08-18.json": 233,
    "openapi-3.1-date-2020-01-01.json": 197,
}

pytestmark = [
    pytest.mark.specs,
    # It cannot follow an OAuth flow, and says so; the header is looked at here.
    pytest.mark.filterwarnings("ignore:Unsupported scheme type"),
]

# What openapi-core cannot judge: it has no way to read an array within a query's array (OpenAPI
# leaves it undefined). The API's Swagger 2.0 documents joined the inner arrays by pipes.
UNDEFINED = {
    ("openapi-3.1-date-2020-01-01.json", "get_route_origin_destination", "connections"): (
        [[30000142, 30000144], [30000144, 30002768]],
        ["30000142|30000144", "30000144|30002768"],
    ),
}

# The 21 operations whose body had a name, with that name.
NAMED_BODIES = {
    "post_characters_affiliation": "characters",
    "post_characters_character_id_assets_locations": "item_ids",
    "post_characters_character_id_assets_names": "item_ids",
    "post_characters_character_id_contacts": "contact_ids",
    "post_characters_character_id_cspa": "characters",
    "post_characters_character_id_fittings": "fitting",
    "post_characters_character_id_mail": "mail",
    "post_characters_character_id_mail_labels": "label",
    "post_corporations_corporation_id_assets_locations": "item_ids",
    "post_corporations_corporation_id_assets_names": "item_ids",
    "post_fleets_fleet_id_members": "invitation",
    "post_ui_openwindow_newmail": "new_mail",
    "post_universe_ids": "names",
    "post_universe_names": "ids",
    "put_characters_character_id_calendar_event_id": "response",
    "put_characters_character_id_contacts": "contact_ids",
    "put_characters_character_id_mail_mail_id": "contents",
    "put_fleets_fleet_id": "new_settings",
    "put_fleets_fleet_id_members_member_id": "movement",
    "put_fleets_fleet_id_squads_squad_id": "naming",
    "put_fleets_fleet_id_wings_wing_id": "naming",
}


@dataclass
class Served:
    """Real document, with a client and an independent reader."""

    name: str
    document: dict
    client: object
    wire: object
    judge: openapi_core.OpenAPI


@cache
def read(name):
    return json.loads(Path(FOLDER, name).read_bytes())


@cache
def served(name):
    document = read(name)
    (date,) = document["components"]["parameters"]["CompatibilityDate"]["schema"]["enum"]
    client, wire = client_of(Path(FOLDER, name), compatibility_date=date)
    config = openapi_core.Config(spec_validator_cls=None)  # seconds, for the API's own document
    return Served(name, document, client, wire, openapi_core.OpenAPI.from_dict(document, config))


@cache
def translated(name):
    return translate(read(name))


@pytest.fixture(autouse=True)
def _reset_wires():
    """Reset the wires before each test."""
    yield
    for name in DOCUMENTS if FOLDER else ():
        served(name).wire.answer(b"null")
        served(name).wire.sent.clear()


def old_name(method, path):
    """Return the 5.x line's name of an operation: `get_markets_region_id_orders`."""
    return method + re.sub(r"\W+", "_", path.replace("{", "").replace("}", "")).rstrip("_")


def documents():
    """Parametrize a test by document."""
    if not FOLDER:
        return [pytest.param(None, marks=pytest.mark.skip(reason=NO_FOLDER))]
    return [pytest.param(name, id=name[8:11]) for name in DOCUMENTS]


def every_operation(wanted=lambda document, operation: True):
    """Parametrize a test by operation: document, path, method."""
    if not FOLDER:
        return [pytest.param(None, None, None, marks=pytest.mark.skip(reason=NO_FOLDER))]
    return [
        pytest.param(name, path, method, id=f"{name[8:11]}-{old_name(method, path)}")
        for name in DOCUMENTS
        for path, method, operation in operations(read(name))
        if wanted(read(name), operation)
    ]


def operation_of(it, path, method):
    """Return an operation of a client by its tag and its old name."""
    spec = it.document["paths"][path][method]
    resource = getattr(it.client, spec["tags"][0].replace(" ", "_"))
    return getattr(resource, old_name(method, path))


def arguments(it, path, method, *, full):
    """Return arguments for a call as the document declares them, and their body alone."""
    values = Values(it.document, full=full)
    given = {}
    for parameter in parameters(it.document, path, method, "path", "query"):
        undefined = (it.name, old_name(method, path), parameter["name"])
        if undefined in UNDEFINED:
            if full:
                given[parameter["name"]] = UNDEFINED[undefined][0]
        elif full or _is_required(it, parameter):
            schema = deref(it.document, parameter["schema"])
            given[parameter["name"]] = values(schema)
    schema = body_schema(it.document["paths"][path][method])
    body = values(schema) if schema else None
    if body is not None:
        given[NAMED_BODIES.get(old_name(method, path), "body")] = body
    return given, body


def _is_required(it, parameter):
    """Return True if callers must pass a parameter: required, and without a default."""
    has_default = "default" in deref(it.document, parameter["schema"])
    return parameter.get("required") and not has_default


def text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def expected_query(it, path, method, given):
    """Return pairs that a query must have: given ones, and required ones with a default."""
    pairs = []
    for parameter in parameters(it.document, path, method, "query"):
        name = parameter["name"]
        default = deref(it.document, parameter["schema"]).get("default")
        value = given.get(name, default if parameter.get("required") else None)
        undefined = UNDEFINED.get((it.name, old_name(method, path), name))
        if undefined and name in given:
            value = undefined[1]
        if value is not None:
            values = value if isinstance(value, list) else [value]
            pairs += [(name, text(each)) for each in values]
    return sorted(pairs)


# Every operation is there


@pytest.mark.parametrize("name", documents())
def test_all_operations_have_both_names(name):
    """Every operation is callable under its old name and under its new id, in each of its tags."""
    it = served(name)
    found = 0
    for path, method, spec in operations(it.document):
        for tag in spec["tags"]:
            resource = getattr(it.client, tag.replace(" ", "_"))
            old = getattr(resource, old_name(method, path))
            new = getattr(resource, spec["operationId"])
            assert old.operation is new.operation
            assert callable(old)
            assert (old.operation.http_method, old.operation.path_name) == (method, path)
        found += 1
    assert found == DOCUMENTS[name]
    assert sum(len(dir(getattr(it.client, tag))) for tag in dir(it.client)) == DOCUMENTS[name]


@pytest.mark.parametrize("name", documents())
def test_translation_is_valid_swagger(name):
    """Translated documents are valid by swagger_spec_validator."""
    validate_spec(translated(name))


@pytest.mark.parametrize("name", documents())
def test_split_document_is_valid_swagger(name):
    """Documents put together again are valid too, and have no reference left."""
    whole = SplitDocument(split(translated(name))).whole()
    validate_spec(whole)
    assert "$ref" not in json.dumps(whole)


STOCK_BUILD = """
import json, sys
from bravado_core.spec import Spec
built = {}
for name, document in json.load(sys.stdin).items():
    spec = Spec.from_dict(document, config={"use_models": False, "validate_swagger_spec": False})
    operations = [o for r in spec.resources.values() for o in r.operations.values()]
    built[name] = [o.operation_id for o in operations]
print(json.dumps(built))
"""


@pytest.fixture(scope="module")
def stock_built():
    """Return the operations that bravado's own `Spec.from_dict` builds.

    In a process of its own: openapi-core, once imported, leaves references to the web in
    jsonschema's store, which bravado follows.
    """
    done = subprocess.run(
        [sys.executable, "-c", STOCK_BUILD],
        input=json.dumps({name: translated(name) for name in DOCUMENTS}),
        capture_output=True,
        text=True,
        check=True,
        timeout=children.RUN_SECONDS,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", documents())
def test_stock_bravado_builds_all_operations(stock_built, name):
    """bravado's own `Spec.from_dict` builds every operation of the translated document."""
    wanted = [old_name(method, path) for path, method, _ in operations(read(name))]
    assert sorted(stock_built[name]) == sorted(wanted)
    assert len(stock_built[name]) == DOCUMENTS[name]


@pytest.mark.parametrize("name", documents())
def test_translation_leaves_its_source_alone(name):
    """Translating changes nothing in the document that it reads."""
    before = json.dumps(read(name))
    translate(read(name))
    assert json.dumps(read(name)) == before


# What goes out


@pytest.mark.parametrize("form", ["required", "all"])
@pytest.mark.parametrize(("name", "path", "method"), every_operation())
def test_request_fits_the_original_document(name, path, method, form):
    """The request of a call is valid by the untranslated document, and says what the caller said.

    openapi-core is the judge; the arguments are made of the untranslated document.
    """
    it = served(name)
    given, body = arguments(it, path, method, full=form == "all")
    operation_of(it, path, method)(**given).result()
    sent = it.wire.last
    it.judge.validate_request(_for_validation(sent))
    filled = path
    for parameter in parameters(it.document, path, method, "path"):
        value = quote(text(given[parameter["name"]]), safe="")
        filled = filled.replace("{" + parameter["name"] + "}", value)
    assert sent.method == method.upper()
    assert urlsplit(sent.url).path == filled
    assert sorted(it.wire.query()) == expected_query(it, path, method, given)
    assert (json.loads(sent.body) if sent.body else None) == body


def _for_validation(sent):
    """Return a request for openapi-core, without what it cannot check."""
    request = RequestsOpenAPIRequest(sent)
    for _, _, parameter in UNDEFINED:
        values = request.parameters.query
        request.parameters.query = type(values)(
            [pair for pair in values.items(multi=True) if pair[0] != parameter]
        )
    return request


@pytest.mark.parametrize("name", documents())
def test_callers_words_go_out_as_headers(name):
    """Every operation takes `language` and `datasource`, those behind a login `token` too.

    They go out as headers, and nowhere else.
    """
    it = served(name)
    with_token = 0
    for path, method, spec in operations(it.document):
        given, _ = arguments(it, path, method, full=False)
        words = {"language": "ko", "datasource": "the-tenant"}
        if spec.get("security"):
            words["token"] = "the-token"
            with_token += 1
        operation_of(it, path, method)(**given, **words).result()
        sent = it.wire.last
        assert sent.headers["Accept-Language"] == "ko"
        assert sent.headers["X-Tenant"] == "the-tenant"
        assert sent.headers.get("Authorization") == (
            "Bearer the-token" if spec.get("security") else None
        )
        assert not re.search(r"token=|the-|language|datasource", sent.url)
        it.judge.validate_request(_for_validation(sent))
    assert with_token == {"3.0": 145, "3.1": 119}[name[8:11]]


@pytest.mark.parametrize("name", documents())
def test_openapi_core_refuses_wrong_requests(name):
    """Missing headers, wrong types and unfit bodies are refused."""
    it = served(name)
    calls = {
        "header": ("get", "/markets/{region_id}/orders", {"region_id": 1}),
        "url": ("get", "/markets/{region_id}/orders", {"region_id": 1}),
        "body": ("post", "/universe/names", {"ids": [1]}),
    }
    for wrong, (method, path, given) in calls.items():
        operation_of(it, path, method)(**given).result()
        sent = it.wire.last
        if wrong == "header":
            del sent.headers["X-Compatibility-Date"]
        elif wrong == "url":
            sent.url = sent.url.replace("/1/", "/one/")
        else:
            sent.body = b'["one"]'
        with pytest.raises(RequestValidationError):
            it.judge.validate_request(RequestsOpenAPIRequest(sent))


@pytest.mark.parametrize("name", documents())
def test_named_bodies(name):
    """All 21 bodies with a name in the 5.x line are accepted under it and as `body`, unchanged."""
    it = served(name)
    found = {}
    for path, method, spec in operations(it.document):
        if (old := old_name(method, path)) in NAMED_BODIES:
            given, body = arguments(it, path, method, full=True)
            named = operation_of(it, path, method)
            assert named.params[NAMED_BODIES[old]].location == "body"
            named(**given).result()
            by_name = it.wire.last.body
            given["body"] = given.pop(NAMED_BODIES[old])
            named(**given).result()
            assert json.loads(by_name) == json.loads(it.wire.last.body) == body
            found[old] = body_schema(spec) is not None
    assert len(found) == 21
    assert found == dict.fromkeys(NAMED_BODIES, True)


# What comes back


def answers(it, operation):
    """Yield responses that match an operation: each option, all nulls, and the smallest."""
    status, schema = answer_schema(it.document, operation)
    if schema is None:
        return status, [None]
    makers = [
        *(Values(it.document, option=n) for n in range(options_within(it.document, schema))),
        Values(it.document, nulls=True),
        Values(it.document, full=False),
    ]
    return status, [make(schema) for make in makers]


@pytest.mark.parametrize(("name", "path", "method"), every_operation())
def test_answer_comes_back_with_dates(name, path, method):
    """Matching responses are unchanged but for dates; all date-times are aware.

    Properties that it leaves out are None.
    """
    it = served(name)
    spec = it.document["paths"][path][method]
    given, _ = arguments(it, path, method, full=False)
    status, values = answers(it, spec)
    for value in values:
        it.wire.answer(b"" if status == 204 else to_json(value), status)
        got = operation_of(it, path, method)(**given).result()
        assert differences(value, got) == []
        _, schema = answer_schema(it.document, spec)
        assert missing(it.document, schema, got) == []


def missing(document, schema, got, where="$"):
    """Yield declared properties for which a decoded response has no key."""
    if schema is None:
        return []
    schema = deref(document, schema)
    if isinstance(got, list):
        items = schema.get("items", {})
        return [m for i, item in enumerate(got) for m in missing(document, items, item, f"[{i}]")]
    found = []
    if isinstance(got, dict):
        for name, value in schema.get("properties", {}).items():
            if name not in got:
                found.append(f"{where}.{name}")
            else:
                found += missing(document, value, got[name], f"{where}.{name}")
    return found


@pytest.mark.parametrize("name", documents())
def test_the_generated_responses_contain_dates(name):
    """They have at least as many as the documents have places for."""
    it = served(name)
    seen = {"date": 0, "datetime": 0}

    def count(value):
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            for each in value:
                count(each)
        elif type(value).__name__ in seen:
            seen[type(value).__name__] += 1

    for _, _, spec in operations(it.document):
        count(answers(it, spec)[1])
    assert seen["datetime"] > 80
    assert seen["date"] >= 5
