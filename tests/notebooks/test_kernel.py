"""Errors and imports in a kernel: short tracebacks, and no warning of what is missing."""

import json
import re
import sys

import pytest

from tests.support.processes import run

pytestmark = pytest.mark.large
pytest.importorskip("nbclient")

MOST = 25  # lines of an error
EXECUTE = "from nbclient.cli import main; main()"
MISSING = ("ipywidgets", "keyring", "dask", "polars", "duckdb", "redis", "celery", "django")
SETUP = """
from esi_data import Esi, read, to_parquet
esi = Esi("tests/1.0", api_url={url!r}, cache={cache!r})
down = Esi("tests/1.0", api_url="http://127.0.0.1:1", cache={cache!r} + "-down", spec_file=None)
types = esi.client.Universe.get_universe_types_type_id
"""
FAILING = {
    'down.pull("get_status")': "could not be reached",
    'esi.pull("get_universe_types_type_id", type_id=[34, "3.5"])': "type_id='3.5' does not fit",
    'esi.pull("get_universe_types_type_id", type_id=[34, 99999999])': "type_id=99999999",
    'esi.plan("get_universe_types_type_id", id=34)': "has no parameter 'id'",
    "types(type_id=99999999).frame()": "type_id=99999999",
    "types(type_id=99999999).results()": "type_id=99999999",
    'types(type_id=99999999).frame_localized(["en", "de"])': "type_id=99999999",
    'types(type_id=34).frame(progress="x")': "progress='x' is not known",
    "esi.with_names([34])": "got list",
    'read("/nowhere/orders")': "/nowhere/orders does not exist",
    'to_parquet(types(type_id=34).frame(), "/nowhere/x.parquet")': "/nowhere/x.parquet",
}


def outputs(folder, *sources):
    """Run cells in a kernel of their own and return the outputs of each."""
    path = folder / "cells.ipynb"
    kernel = {"name": "python3", "display_name": "Python 3"}
    empty = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    cells = [{**empty, "source": each} for each in sources]
    made = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 4}
    path.write_text(json.dumps(made), encoding="utf-8")
    run(sys.executable, "-c", EXECUTE, "--allow-errors", "--inplace", str(path), check=True)
    return [cell["outputs"] for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]


def test_errors_are_short_and_name_what_failed(esi_sandbox, tmp_path):
    """Tracebacks end in the message and show none of the toolkit's inner frames."""
    setup = SETUP.format(url=esi_sandbox.url, cache=str(tmp_path / "cache"))
    begun, *found = outputs(tmp_path, setup, *FAILING)
    assert begun == []
    for (cell, said), shown in zip(FAILING.items(), found, strict=True):
        (error,) = [each for each in shown if each["output_type"] == "error"]
        text = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error["traceback"]))
        assert said in text, cell
        assert len(text.splitlines()) < MOST, text


def test_importing_warns_of_no_optional_part_that_is_missing(tmp_path):
    """Neither for a bar without ipywidgets nor for stores, engines and sites."""
    hide = f"import sys\nsys.modules.update(dict.fromkeys({MISSING!r}))"
    use = "import esi_data.pulls.pull\nfrom esi_data import Esi, read, frame, concat, to_parquet"
    bar = "from esi_data.progress import Bar\nwith Bar('x', True, 1) as bar: bar.step()"
    _, imported, shown = outputs(tmp_path, hide, use, bar)
    assert imported == []
    text = "".join("".join(each["text"]) for each in shown)
    assert "1/1" in text
    assert "IProgress" not in text


def test_cells_await_calls_and_may_block(esi_sandbox, tmp_path):
    """`await` needs nothing around it, a blocking call does not warn, and a task does not hang."""
    setup = SETUP.format(url=esi_sandbox.url, cache=str(tmp_path / "cache"))
    found = outputs(
        tmp_path,
        setup,
        'len(await esi.apull("get_status", progress=False))',
        'len(esi.pull("get_status", progress=False))',
        'import asyncio; task = asyncio.create_task(esi.apull("get_status", progress=False))',
        "len(await task)",
    )
    shown = [[each.get("data", each) for each in said] for said in found]
    one = [{"text/plain": ["1"]}]
    assert shown == [[], one, one, [], one]
