"""Test the checks of a machine on given facts."""

import pytest

from esi.core.config import Config
from esi.core.doctor import machine
from esi.core.doctor.check import run


@pytest.fixture
def judged(monkeypatch):
    """Return a function that checks a sound machine with some other facts: results by name."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)

    def judge(**facts):
        sound = {
            "config": Config(compatibility_date="2026-08-18", user_contact_email="me@example.com"),
            "python": (3, 12, 1),
            "system": "Linux",
            "required": {"bravado": "12.0.1"},
            "optional": {"pandas": "2.3.0"},
            "owners": (),
            "environ": {},
            "document": (3600.0, "2026-08-18"),
        }
        return {each.name: each for each in run(machine.CHECKS, machine.Machine(**sound | facts))}

    return judge


def test_a_sound_machine(judged):
    """All checks are ok, and the report names versions."""
    found = judged()
    assert {each.status for each in found.values()} == {"ok"}
    assert found["packages"].found == "bravado 12.0.1, pandas 2.3.0"
    assert found["document"].found == "of 2026-08-18, 1.0 hours old"


@pytest.mark.parametrize(
    ("facts", "name", "status", "said"),
    [
        ({"python": (3, 10, 4)}, "python", "failed", "3.10.4"),
        ({"required": {"bravado": ""}}, "packages", "failed", "missing: bravado"),
        ({"owners": ["django-esi"]}, "owner", "failed", "also django-esi"),
        ({"config": Config()}, "contact", "warning", "not set"),
        ({"document": None}, "document", "skipped", "none is stored"),
        ({"document": (0.0, "2020-01-01")}, "document", "warning", "want 2026-08-18"),
        (
            {"environ": {"REQUESTS_CA_BUNDLE": "/nowhere.pem"}},
            "certificates",
            "failed",
            "REQUESTS_CA_BUNDLE=/nowhere.pem (No such file or directory)",
        ),
    ],
)
def test_a_fault_is_named(judged, facts, name, status, said):
    """Only the check of the changed fact has another result."""
    found = judged(**facts)
    assert found[name].status == status
    assert said in found[name].found
    others = {each for each, result in found.items() if result.status != "ok"} - {name}
    assert others <= {"document"}  # of a configuration with another date


@pytest.mark.parametrize(
    ("proxy", "status", "found"),
    [
        ("http://me:hush@proxy.example.com:3128", "ok", "proxy.example.com:3128"),
        ("http://proxy.example.com:many", "failed", "the proxy's address is malformed"),
    ],
)
def test_the_proxy_is_named_without_its_password(judged, monkeypatch, proxy, status, found):
    """Host and port are enough to find it."""
    monkeypatch.setenv("https_proxy", proxy)
    result = judged()["proxy"]
    assert (result.status, result.found) == (status, found)


def test_this_machine_is_looked_at():
    """Versions are those of the distributions, and required packages those of the metadata."""
    found = machine.look(Config(), None)
    assert found.required["bravado"]
    assert found.python >= (3, 11)
