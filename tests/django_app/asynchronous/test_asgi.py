"""Test a site of asynchronous views under uvicorn: a login, and a hundred views at once."""

import asyncio
import re
import sys

import aiohttp
import pytest
import requests

from tests.support.ports import free_port
from tests.support.processes import Child
from tests.support.servers import PROJECT

pytestmark = pytest.mark.large
pytest.importorskip("uvicorn")

SECONDS = 120  # for what takes one or two
CHARACTER = "Asa Ostrand"
VIEWS = 100


@pytest.fixture
def gate(tmp_path):
    """Return the path of the file that releases the site's requests to the API."""
    return tmp_path / "gate"


@pytest.fixture
def url(esi_sandbox, tmp_path, gate, monkeypatch):
    """Address of the site, in a process of its own."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    monkeypatch.setenv("SITE_DB_NAME", str(tmp_path / "site.sqlite3"))
    monkeypatch.setenv("SITE_URL", address)
    monkeypatch.setenv("SITE_GATE", str(gate))
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    with Child(sys.executable, "-m", "project.serve", port, cwd=PROJECT) as server:
        server.until(lambda: answers(address))
        yield address


def answers(address):
    try:
        return requests.get(f"{address}/idle/", timeout=SECONDS) is not None
    except requests.ConnectionError:
        return False


def logged_in(url, path):
    """Return a browser that has opened a page, through the consent page of the SSO."""
    browser = requests.Session()
    consent = browser.get(url + path, timeout=SECONDS)
    number, name = re.search(
        r'name="character" value="(\d+)"[^>]*> ([^<]*?) <', consent.text
    ).groups()
    assert name == CHARACTER
    page = browser.post(consent.url, {"character": number, "allow": "1"}, timeout=SECONDS)
    return browser, page


def test_a_hundred_views_wait_for_the_api_and_the_site_answers(url, gate, esi_sandbox):
    """Each gets its own data once the API answers; until then another view answers at once."""
    gate.touch()
    browser, page = logged_in(url, "/log-in/")
    assert page.json() == {"character": CHARACTER}
    consent = browser.get(f"{url}/wallet/", timeout=SECONDS)
    form = {"character": re.search(r'value="(\d+)"', consent.text).group(1), "allow": "1"}
    balance = browser.post(consent.url, form, timeout=SECONDS).json()
    assert balance[CHARACTER] > 0
    known = requests.get(f"{esi_sandbox.url}/universe/types", timeout=SECONDS).json()
    ids = known[: VIEWS // 2]
    browser.get(f"{url}/items/{known[-1]}/", timeout=SECONDS)  # the document is there
    gate.unlink()

    async def main():
        limit = aiohttp.ClientTimeout(SECONDS)
        connector = aiohttp.TCPConnector(limit=0)
        cookies = browser.cookies.get_dict()
        async with aiohttp.ClientSession(
            url, timeout=limit, connector=connector, cookies=cookies
        ) as visitor:

            async def read(path):
                async with visitor.get(path) as response:
                    return await response.json()

            paths = [f"/items/{each}/" for each in ids] + ["/wallet/"] * (VIEWS // 2)
            views = [asyncio.create_task(read(path)) for path in paths]
            async with asyncio.timeout(SECONDS):
                while (await read("/idle/"))["running"] < VIEWS:
                    pass
            waiting = sum(not view.done() for view in views)
            gate.touch()
            return waiting, await asyncio.gather(*views)

    waiting, pages = asyncio.run(main())
    assert waiting == VIEWS
    assert [each["id"] for each in pages[: VIEWS // 2]] == ids
    assert pages[VIEWS // 2 :] == [balance] * (VIEWS // 2)
