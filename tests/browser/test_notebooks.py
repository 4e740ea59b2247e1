"""Saved notebooks in a real JupyterLab."""

import re
from pathlib import Path

NOTEBOOKS = Path(__file__).parent.parent.parent / "notebooks"


def test_the_quickstart_runs(notebook, page, shot):
    """No cell fails, and its picture and tables appear."""
    quickstart = notebook(NOTEBOOKS / "quickstart.ipynb")
    quickstart.run_all()
    shown = page.locator(".jp-Notebook .jp-Cell-outputArea")
    assert re.search(r"[\d,]+ orders", "".join(shown.all_inner_texts()))
    assert page.locator(".jp-RenderedText[data-mime-type*=stderr]").all_inner_texts() == []
    assert shown.get_by_role("table").count() >= 1
    assert shown.get_by_role("img").count() >= 1
    shot("quickstart")
