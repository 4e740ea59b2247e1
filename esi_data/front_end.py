"""Detect the program that shows the results of this process: a notebook, a terminal, or none."""

from __future__ import annotations

import sys
from typing import Any, Literal

FrontEnd = Literal["kernel", "terminal", "marimo", "none"]


def front_end() -> FrontEnd:
    """Return the kind of the program that shows results.

    Any IPython shell except a terminal's counts as a kernel: Colab, Pyodide and others have shell
    classes of their own.
    """
    marimo = sys.modules.get("marimo")
    if marimo is not None and marimo.running_in_notebook():
        return "marimo"
    ipython = sys.modules.get("IPython")
    shell: Any = ipython.get_ipython() if ipython else None
    if shell is None:
        return "none"
    terminal = sys.modules.get("IPython.terminal.interactiveshell")
    if terminal is not None and isinstance(shell, terminal.TerminalInteractiveShell):
        return "terminal"
    return "kernel"


_REASONS: dict[FrontEnd, str] = {
    "marimo": "marimo does not show ipywidgets",
    "terminal": "A terminal does not show widgets",
}


def why_no_widgets() -> str:
    """Return the reason why the front end shows no widgets; an empty text if it may show them."""
    return _REASONS.get(front_end(), "")
