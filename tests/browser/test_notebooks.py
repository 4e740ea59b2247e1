"""Saved notebooks in a real JupyterLab."""

import re
from pathlib import Path

NOTEBOOKS = Path(__file__).parent.parent.parent / "notebooks"


def test_the_quickstart_runs(notebook, page, shot):
    """No cell fails, and its picture and tables appear."""
    quickstart = notebook(NOTEBOOKS / "quickstart.ipynb")
    quickstart.run_all()
    shown = page.locator(".jp-Notebook .jp-Cell-outputArea")
    shown.get_by_text(re.compile(r"[\d,]+ orders")).first.wait_for()
    shown.get_by_role("table").first.wait_for()
    shown.get_by_role("img").first.wait_for()
    assert page.locator(".jp-RenderedText[data-mime-type*=stderr]").all_inner_texts() == []
    shot("quickstart")
