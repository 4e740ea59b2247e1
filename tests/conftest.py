"""What all tests share: folders of their own, and no environment of the machine's."""

import os
import socket
import sys
import webbrowser

import pytest
from hypothesis import settings

# A machine under load is no fault of an example's.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path_factory, monkeypatch):
    """Keep each test's documents and answers in a folder of its own, and ESI_* variables out."""
    for name in os.environ:
        if name.startswith("ESI_") and not name.startswith("ESI_TEST_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("ESI_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("ESI_LOGIN_DIR", str(tmp_path_factory.mktemp("logins")))
    # A Django site does not read ESI_*: without this it would find the documents of whatever server
    # had this test's port before.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache-home")))


@pytest.fixture
def player(monkeypatch):
    """Logins that open a browser are gone through by a player of the sandbox, at a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    monkeypatch.setenv("ESI_SSO_CALLBACK_URL", f"http://localhost:{port}/callback")
    monkeypatch.setattr(webbrowser, "_tryorder", None)  # it reads BROWSER once

    def choose(name="Asa Ostrand"):
        browser = f"{sys.executable} -m esi.sandbox.player --character '{name}' %s"
        monkeypatch.setenv("BROWSER", browser)
        monkeypatch.setattr(webbrowser, "_tryorder", None)

    choose()
    return choose


def pytest_terminal_summary(terminalreporter):
    """In the complete run, name what was left out; `pytest_sessionfinish` fails it."""
    for report in _left_out(terminalreporter):
        terminalreporter.write_line(f"left out although all must run: {report.nodeid}", red=True)


def pytest_sessionfinish(session):
    """Fail the complete run (ESI_TEST_COMPLETE) when a test was left out that need not be."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if _left_out(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _left_out(reporter):
    if not os.environ.get("ESI_TEST_COMPLETE"):
        return []
    may = "specs" if not os.environ.get("ESI_TEST_SPECS") else ""
    skipped = reporter.stats.get("skipped", [])
    return [report for report in skipped if not may or may not in report.keywords]
