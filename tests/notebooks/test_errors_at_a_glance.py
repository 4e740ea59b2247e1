"""Errors in a notebook: the message is the first and the last line of the first screen."""

import re

import nbformat
import pytest
from nbclient import NotebookClient

from esi.sandbox import Sandbox
from tests.support.processes import PATIENCE

pytestmark = pytest.mark.large

SETUP = """
import os
from esi_data import Esi, read
esi = Esi("test/1.0 (me@example.com)", api_url={url!r}, cache="kept")
esi.client
os.environ["ESI_CONNECTION_ERROR_MAX_RETRIES"] = "0"
nowhere = Esi("test/1.0 (me@example.com)", api_url="http://127.0.0.1:9", cache="nowhere")
"""
TYPE = "esi.client.Universe.get_universe_types_type_id"
CELLS = {
    "no network": ("nowhere.client", "could not be reached"),
    "no such item": (f"{TYPE}(type_id=99999999).result()", "type_id=99999999"),
    "no such item, as a frame": (f"{TYPE}(type_id=99999999).frame()", "type_id=99999999"),
    "one of many": (
        "esi.pull('get_universe_types_type_id', type_id=[34, 35, 99999999])",
        "type_id=99999999",
    ),
    "one of many languages": (
        f"{TYPE}(type_id=99999999).results_localized(['en', 'de'])",
        "type_id=99999999",
    ),
    "a wrong type": (f"{TYPE}(type_id='3.5')", "type_id='3.5' does not fit"),
    "a wrong type in a pull": (
        "esi.pull('get_universe_types_type_id', type_id='no such thing, 1')",
        "type_id",
    ),
    "an unknown operation": ("esi.client.Market.get_market", "no operation 'get_market'"),
    "an unknown argument": (f"{TYPE}(type_id=34).results(pages=3)", "Unknown argument pages"),
    "a wrong setting": ("Esi(on_limit='stop')", "'wait', 'raise' or 'off'"),
    "a missing path": ("read('data/nothing')", "data/nothing does not exist"),
    "a missing document": ("Esi(spec_file='nothing.json').client", "nothing.json cannot be read"),
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """Return what a kernel shows for each of the cells, without colours."""
    folder = tmp_path_factory.mktemp("notebook")
    with Sandbox() as sandbox:
        sources = [SETUP.format(url=sandbox.url), *(source for source, _ in CELLS.values())]
        notebook = nbformat.v4.new_notebook(cells=[*map(nbformat.v4.new_code_cell, sources)])
        metadata = {"metadata": {"path": str(folder)}}
        patience = {"timeout": PATIENCE, "startup_timeout": PATIENCE}
        NotebookClient(notebook, **patience, allow_errors=True, resources=metadata).execute()
    texts = {}
    for case, cell in zip(CELLS, notebook.cells[1:], strict=True):
        (error,) = [each for each in cell.outputs if each.output_type == "error"]
        texts[case] = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error.traceback))
    return texts


@pytest.mark.parametrize("case", CELLS)
def test_an_error_fits_on_a_screen_and_says_what_is_wrong(shown, case):
    """Neither frames of libraries nor chains of causes come before the message."""
    source, said = CELLS[case]
    lines = shown[case].strip().splitlines()
    assert len(lines) < 25
    assert said in lines[-1] or said in lines[-2]  # a note may follow
    assert source.splitlines()[0][:40] in shown[case]
    assert "bravado" not in shown[case]
    assert "During handling" not in shown[case]
    assert len(re.findall(r"^File .*/esi(_data)?/", shown[case], re.MULTILINE)) <= 2


@pytest.mark.parametrize("case", [case for case in CELLS if case != "a missing path"])
def test_the_message_of_the_toolkits_errors_is_the_first_line(shown, case):
    """It is seen without scrolling."""
    assert CELLS[case][1] in shown[case].splitlines()[0]
