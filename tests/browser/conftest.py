"""Headless Chromium for the tests of this folder, and a JupyterLab next to the sandbox.

`ESI_TEST_SCREENSHOTS` names a folder for screenshots; by default they go to the test's own folder.
"""

import os
import re
from pathlib import Path

import pytest

from tests.browser.lab import Lab
from tests.support import servers
from tests.support.ports import free_port
from tests.support.processes import PATIENCE

CHROMIUM = ("chromium", "chromium-browser")
LAUNCH_SECONDS = 300
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_ELSEWHERE = re.compile(r"^https?://(?!127\.0\.0\.1[:/]|localhost[:/])")


@pytest.fixture(scope="package")
def chromium():
    """Headless Chromium of the operating system; nothing is downloaded."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with pytest.MonkeyPatch.context() as patch, sync_api.sync_playwright() as playwright:
        # Playwright runs an event loop in this thread, which Django would object to.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = _launched(playwright.chromium, sync_api.Error)
        yield browser
        browser.close()


def _launched(kind, error):
    """Return the first Chromium on the path that starts; else skip the tests with the reasons."""
    reasons = []
    for name in CHROMIUM:
        for place in servers.places(name):
            try:
                return kind.launch(
                    executable_path=place / name, args=_ARGUMENTS, timeout=1000 * LAUNCH_SECONDS
                )
            except error as exc:
                reasons.append(f"{place / name}: {str(exc).splitlines()[0]}")
    pytest.skip(f"no browser here: {'; '.join(reasons) or 'chromium cannot be found'}")


@pytest.fixture
def page(chromium):
    """Page of a fresh browser context that reaches this machine only."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800},
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(1000 * PATIENCE)
    context.route(_ELSEWHERE, lambda route: route.abort())
    yield context.new_page()
    context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Save a screenshot of the page if the test fails."""
    report = yield
    if report.when == "call" and report.failed and "page" in item.funcargs:
        path = _screenshots(item.funcargs["tmp_path"]) / f"failed-{item.name}.png"
        item.funcargs["page"].screenshot(path=str(path))
        report.sections.append(("Screenshot", str(path)))
    return report


def _screenshots(otherwise):
    folder = Path(os.environ.get("ESI_TEST_SCREENSHOTS") or otherwise)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def shot(page, tmp_path):
    """Take a screenshot of the page, or of a part of it."""
    folder = _screenshots(tmp_path)

    def take(name, part=None):
        path = str(folder / f"{name}.png")
        if part is None:
            page.screenshot(path=path, full_page=True)
        else:
            part.screenshot(path=path)

    return take


@pytest.fixture(scope="package")
def _lab(chromium, tmp_path_factory):
    lab = Lab(tmp_path_factory.mktemp("jupyter"))
    yield lab
    lab.close()


@pytest.fixture
def lab(_lab, esi_sandbox, tmp_path):
    """JupyterLab with kernels that use the sandbox; each test has its own kernels and cache.

    `lab.set_environment(lab.environment | {...})` adds environment variables.
    """
    _lab.environment = {
        "ESI_API_URL": esi_sandbox.url,
        "ESI_CACHE_DIR": tmp_path / "cache",
        "XDG_DATA_HOME": tmp_path / "data",
        "XDG_CONFIG_HOME": tmp_path / "config",
        "BROWSER": "true",
    }
    _lab.set_environment(_lab.environment)
    yield _lab
    _lab.end_kernels()


@pytest.fixture
def notebook(lab, page):
    """Open a notebook: `notebook(["print(1)"])`, or the path of one."""

    def opened(cells, **how):
        return lab.open(page, cells, **how)

    return opened


@pytest.fixture
def callback(lab):
    """Free port of the callback address, which the kernels use."""
    port = free_port()
    lab.set_environment(
        lab.environment | {"ESI_SSO_CALLBACK_URL": f"http://localhost:{port}/callback"}
    )
    return port
