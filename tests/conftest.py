"""Give tests folders of their own, hide the settings of the machine, and find leftovers."""

import gc
import os
import signal
import sys
import tempfile
import urllib.request
import webbrowser
from functools import lru_cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from tqdm import tqdm

from esi.core.openapi import load
from tests.support.leftovers import Leftovers
from tests.support.logs import logging_restored
from tests.support.ports import free_port
from tests.support.servers import close_connections

# The same examples each time, however slow the machine; ESI_TEST_EXPLORE=1 looks for new ones.
# A list in a test would replace this one, so it contains both checks that tests switch off.
settings.register_profile(
    "explore",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("steady", settings.get_profile("explore"), derandomize=True)
settings.load_profile("explore" if os.environ.get("ESI_TEST_EXPLORE") else "steady")

tqdm.monitor_interval = 0  # no thread that outlives its progress bar

PROXIES = {"http_proxy", "https_proxy", "all_proxy"}
# Responses may take long on a busy machine: the default of 30 s would repeat the request, which
# tests count. Fixtures of a module and child processes have it, too.
PATIENT = {"ESI_REQUESTS_READ_TIMEOUT": "600"}
LEFTOVERS = pytest.StashKey[Leftovers]()
FOUND = pytest.StashKey[list[str]]()
# Fixtures that start servers, browsers or many processes: tests that use one are `large`.
LARGE_FIXTURES = {
    "chromium", "database_url", "herd", "mariadb", "memcached_url", "postgres", "redis",
    "redis_url",
}  # fmt: skip


def pytest_configure(config):
    """Watch for what the session leaves behind; give children default signals and no proxy.

    A script's background job starts with SIGINT ignored, and its children would inherit that. A
    signal that is handled by a function is back at its default in a child. No proxy leads to
    servers on loopback.
    """
    config.stash[LEFTOVERS] = Leftovers()
    config.stash[FOUND] = []
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):  # Windows has the first alone
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    for name in [name for name in os.environ if name.lower() in PROXIES]:
        del os.environ[name]
    os.environ.update(PATIENT)


def pytest_unconfigure(config):
    """Remove the session's temporary folder."""
    config.stash[LEFTOVERS].clear()


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Spare the garbage collector modules and tests, which live as long as the session.

    It would look through all of them again and again: a sixth of the suite's work.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items):
    """Mark tests whose fixtures make them large."""
    for item in items:
        if LARGE_FIXTURES & _fixtures(item):
            item.add_marker("large")


def _fixtures(item):
    """Return the names of a test's fixtures, with those it may ask for by a parameter."""
    parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
    return {*item.fixturenames, *(value for value in parameters if isinstance(value, str))}


@pytest.fixture(scope="session")
def surroundings(tmp_path_factory):
    """Return the folder of the session's own folders."""
    return tmp_path_factory.mktemp("surroundings")


@pytest.fixture(scope="session", autouse=True)
def _translated_once():
    """Translate a document only once for all clients that fetch it.

    Nearly every test has a client of its own, and most of those fetch the same document.
    """
    original = load.split_bytes

    @lru_cache(maxsize=32)
    def translated(document, date):
        return original(msgspec.json.decode(document), date)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            load,
            "split_bytes",
            lambda document, date=None: translated(msgspec.json.encode(document), date),
        )
        yield


@pytest.fixture(autouse=True)
def _own_surroundings(surroundings, monkeypatch):
    """Give each test its own folder for documents and responses, without ESI_* variables.

    `tmp_path_factory.mktemp` scans all folders that it has made before: with three for each test,
    that took a third of the suite's time.
    """
    for name in os.environ:
        if name.startswith("ESI_") and not name.startswith("ESI_TEST_") and name not in PATIENT:
            monkeypatch.delenv(name)
    # A Django site does not read ESI_*: without the third folder it would find documents of the
    # server that used this test's port before.
    folder = Path(tempfile.mkdtemp(dir=surroundings))
    for name in ("ESI_CACHE_DIR", "ESI_LOGIN_DIR", "XDG_CACHE_HOME"):
        (folder / name).mkdir()
        monkeypatch.setenv(name, str(folder / name))
    monkeypatch.setattr(urllib.request, "_opener", None)  # it reads the proxies once


@pytest.fixture(autouse=True, scope="session")
def _requests_overlap():
    """Send the requests of a batch concurrently, however fast a test's server responds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("esi.core.engine.batch._AT_ONCE", 0.0)
        yield


@pytest.fixture(autouse=True)
def _logging_as_it_was():
    """Give loggers back their levels, and the root its handlers.

    Pages of the documentation switch logging on, as a reader would for a whole process.
    """
    with logging_restored():
        yield


@pytest.fixture(autouse=True)
def _no_answer_stays_in_memory():
    """Empty Django's caches in memory, which belong to the process."""
    yield
    if locmem := sys.modules.get("django.core.cache.backends.locmem"):
        for kept in (*locmem._caches.values(), *locmem._expire_info.values()):
            kept.clear()


@pytest.fixture(autouse=True)
def _no_widget_stays():
    """Close all widgets: ipywidgets holds them, and their threads, until somebody does."""
    yield
    if "ipywidgets" in sys.modules:
        sys.modules["ipywidgets"].Widget.close_all()


@pytest.fixture(autouse=True)
def _no_connection_to_a_cache_stays(request):
    """Close connections that Django and Celery leave to the collector, whatever moment that runs.

    A later test would fail for the warning about an open socket.
    """
    yield
    if {"memcached_url", "redis", "redis_url"} & _fixtures(request.node):
        close_connections()


@pytest.fixture
def player(monkeypatch):
    """Let a player of the sandbox go through logins that open a browser, at a free port."""
    monkeypatch.setenv("ESI_SSO_CALLBACK_URL", f"http://localhost:{free_port()}/callback")
    monkeypatch.setattr(webbrowser, "_browsers", {})  # it adds what BROWSER names

    def choose(name="Asa Ostrand"):
        browser = f"{sys.executable} -m esi.sandbox.sso.headless_login --character '{name}' %s"
        monkeypatch.setenv("BROWSER", browser)
        monkeypatch.setattr(webbrowser, "_tryorder", None)  # it reads BROWSER once

    choose()
    return choose


def pytest_terminal_summary(terminalreporter):
    """Name what was left out of the complete run, and what the tests left behind."""
    for report in _left_out(terminalreporter):
        terminalreporter.write_line(f"left out although all must run: {report.nodeid}", red=True)
    for left in terminalreporter.config.stash[FOUND]:
        terminalreporter.write_line(f"left behind by the tests: {left}", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """Fail a session that leaves something behind, and a complete one that left a test out.

    With pytest-xdist each worker looks at itself; its controller has nothing of its own.
    """
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["left behind"] = config.stash[LEFTOVERS].found()
        return
    if not config.getoption("numprocesses", None):
        config.stash[FOUND].extend(config.stash[LEFTOVERS].found())
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if config.stash[FOUND] or _left_out(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Hear from a worker of pytest-xdist what it left behind."""
    found = getattr(node, "workeroutput", {}).get("left behind", [])
    node.config.stash[FOUND].extend(found)


def _left_out(reporter):
    if not os.environ.get("ESI_TEST_COMPLETE"):
        return []
    may = "specs" if not os.environ.get("ESI_TEST_SPECS") else ""
    skipped = reporter.stats.get("skipped", [])
    return [report for report in skipped if not may or may not in report.keywords]
