"""Test the plain forms in marimo, whose front end shows no ipywidgets."""

import os
import sys
import urllib.request

import pytest

from tests.support.ports import free_port
from tests.support.processes import Child

pytest.importorskip("marimo", reason="marimo is not installed")

NOTEBOOK = """\
import marimo

app = marimo.App()


@app.cell
def _():
    from esi_data import Esi

    esi = Esi("test/1.0 (me@example.com)")
    return (esi,)


@app.cell
def _(esi):
    esi.explore("get_markets_region_id_orders", region_id=10000002)


@app.cell
def _(esi):
    esi.login_widget()


@app.cell
def _(esi):
    esi


@app.cell
def _(esi):
    esi.pull("get_status")
"""


@pytest.fixture
def marimo(esi_sandbox, tmp_path):
    """Serve the notebook: the address, and the process that serves it."""
    notebook, port = tmp_path / "notebook.py", free_port()
    notebook.write_text(NOTEBOOK, encoding="utf-8")
    folders = {
        name: str(tmp_path / name)
        for name in ("ESI_CACHE_DIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    }
    options = ("--headless", "--no-token", "--host", "127.0.0.1", "-p", str(port))
    environment = os.environ | folders | {"ESI_API_URL": esi_sandbox.url}
    command = (sys.executable, "-m", "marimo", "--yes", "run", *options, notebook)
    with Child(*command, env=environment) as child:
        url = f"http://127.0.0.1:{port}"
        child.until(lambda: _answers(f"{url}/health"))
        yield url, child


def _answers(url):
    """Return True once a server answers."""
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return response.status == 200
    except OSError:
        return False


def test_forms_in_place_of_widgets(marimo, page, shot):
    """The explorer and the logins say why there are no controls, and have room between cells."""
    url, child = marimo
    page.goto(url)
    page.get_by_text("Nobody is logged in.").wait_for()
    page.get_by_text(
        'frame = esi.pull("get_markets_region_id_orders", region_id=10000002)'
    ).wait_for()
    said = page.get_by_text("marimo does not show ipywidgets")
    said.nth(1).wait_for()
    assert said.count() == 2
    header = page.get_by_role("cell", name="region_id", exact=True)
    assert header.evaluate("cell => parseFloat(getComputedStyle(cell).paddingRight)") > 5
    page.get_by_text("server_version").first.wait_for()  # the frame of the last cell
    shot("marimo")
    assert "BlockingCallWarning" not in child.err
