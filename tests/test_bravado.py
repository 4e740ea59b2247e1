"""Test what the first import postpones, and that nothing is missing afterwards."""

import json
import os
import subprocess
import sys

import pytest

from tests.support import children

SLOW = ("arrow", "fqdn", "isoduration", "rfc3986_validator", "rfc3987_syntax", "webcolors", "yaml")

# Import what uses jsonschema: bravado, and our sandbox.
FIRST = ("import esi.core.client.factory", "import esi.sandbox.sandbox")

# format, a value that has it, one that has not
FORMATS = [
    ("color", "red", "#zz"),
    ("duration", "P1Y", "1 year"),
    ("hostname", "example.com", "-example"),
    ("iri", "https://example.com/ä", "//"),
    ("uri", "https://example.com", "//"),
    ("uri-template", "/{a}", "/{a"),
    ("date-time", "2026-01-01T00:00:00Z", "today"),
]


def run(code):
    """Run code in a process of its own, since this one has jsonschema already."""
    bare = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}  # pytest-django's
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=bare,
        timeout=children.RUN_SECONDS,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("first", FIRST)
def test_packages_that_check_formats_wait_until_they_are_needed(first):
    """Neither the engine nor the sandbox imports any of them."""
    assert run(f"{first}\nimport sys; print([m for m in {SLOW} if m in sys.modules])") == "[]"


VERDICTS = """
import json
import jsonschema
found = {}
for kind, right, wrong in json.loads(%r):
    draft = jsonschema.Draft3Validator if kind == "color" else jsonschema.Draft202012Validator
    formats = draft.FORMAT_CHECKER
    verdicts = [formats.conforms(value, kind) for value in (right, wrong)]
    found[kind] = [kind in formats.checkers, *verdicts]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def verdicts():
    """Return what jsonschema accepts of all formats, with and without the engine imported."""
    code = VERDICTS % json.dumps(FORMATS)
    return [json.loads(run(first + code)) for first in ("", *FIRST)]


@pytest.mark.parametrize("kind", [kind for kind, _, _ in FORMATS])
def test_formats_are_checked_as_ever(verdicts, kind):
    """Give a site that uses jsonschema itself the same verdicts, with and without our imports."""
    assert [each[kind] for each in verdicts] == [[True, True, False]] * 3


@pytest.mark.parametrize(
    "module", ["esi.clients", "esi.core.client.client", "esi.errors", "esi_data.client"]
)
def test_the_import_warns_of_nothing(module):
    """A program whose warnings are errors imports it: bravado's own deprecations stay inside."""
    code = f"import warnings; warnings.simplefilter('error'); import {module}"
    assert run(code) == ""


def test_no_stand_in_stays():
    """A later import of such a package loads the real one."""
    assert (
        run("import esi.core, isoduration; print(isoduration.parse_duration('P1D').date.days)")
        == "1"
    )


def test_a_name_that_nobody_foresaw_brings_the_package():
    """A later jsonschema may take other names of it."""
    code = (
        "import sys; from esi._fast_imports import _StandIn\n"
        "sys.modules['webcolors'] = stand_in = _StandIn('webcolors', (), None)\n"
        "print(stand_in.hex_to_name('#ff0000'), sys.modules['webcolors'] is stand_in)"
    )
    assert run(code) == "red False"


def test_jsonschema_that_is_there_is_left_alone():
    """Nothing is put off where jsonschema came first."""
    assert run("import jsonschema, sys, esi.core; print('isoduration' in sys.modules)") == "True"


def test_a_document_in_yaml_is_read_all_the_same(tmp_path):
    """bravado reads YAML with what stands in for it."""
    file = tmp_path / "swagger.yaml"
    file.write_text("swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths: {}\n", encoding="utf-8")
    code = (
        "import esi.core\nfrom bravado.swagger_model import load_file\n"
        f"print(load_file({str(file)!r})['swagger'])"
    )
    assert run(code) == "2.0"
