"""The first import: what it puts off, and that nothing is lost by it."""

import os
import subprocess
import sys

import pytest

SLOW = ("arrow", "fqdn", "isoduration", "rfc3986_validator", "rfc3987_syntax", "webcolors", "yaml")

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
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=bare
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_packages_that_check_formats_wait_until_they_are_needed():
    """The engine's import brings none of them."""
    code = f"import sys, esi.core.spec; print([m for m in {SLOW} if m in sys.modules])"
    assert run(code) == "[]"


@pytest.mark.parametrize(("kind", "right", "wrong"), FORMATS)
def test_formats_are_checked_as_ever(kind, right, wrong):
    """A site's own use of jsonschema gives the same verdicts, with and without the engine."""
    code = (
        "import sys\n{first}\nimport jsonschema\n"
        "formats = jsonschema.Draft3Validator.FORMAT_CHECKER if {kind!r} == 'color'"
        " else jsonschema.Draft202012Validator.FORMAT_CHECKER\n"
        "print({kind!r} in formats.checkers,"
        " [formats.conforms(value, {kind!r}) for value in ({right!r}, {wrong!r})])"
    )
    said = [
        run(code.format(first=first, kind=kind, right=right, wrong=wrong))
        for first in ("import esi.core", "pass")
    ]
    assert said == ["True [True, False]"] * 2


@pytest.mark.parametrize(
    "module", ["esi.clients", "esi.core.client", "esi.errors", "esi_data.client"]
)
def test_the_import_warns_of_nothing(module):
    """A program whose warnings are errors imports it: bravado's own deprecations stay inside."""
    code = f"import warnings; warnings.simplefilter('error'); import {module}"
    assert run(code) == ""


def test_no_stand_in_stays():
    """Whoever imports such a package afterwards gets the package."""
    assert (
        run("import esi.core, isoduration; print(isoduration.parse_duration('P1D').date.days)")
        == "1"
    )


def test_a_name_that_nobody_foresaw_brings_the_package():
    """A later jsonschema may take other names of it."""
    code = (
        "import sys; from esi.core.startup import _StandIn\n"
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
