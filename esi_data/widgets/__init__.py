"""Widgets for notebooks: the endpoint explorer, a pull to watch, limits and cache.

Everything but what is drawn is in modules that know no ipywidgets (the extra `notebook`):
`state.forms` (parameters as fields), `state.code` (the Python line), `state.background_run` (a pull
in a thread), `views.html` (what is drawn). `esi_data.Esi` has the doors: `explore`, `pull_widget`
and `limits_widget`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def load(name: str) -> Any:
    """A module of this package that needs ipywidgets.

    Raises:
        ImportError: ipywidgets is not installed; the message says how it comes.
    """
    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as exc:
        if exc.name and exc.name.split(".")[0] in {"ipywidgets", "IPython"}:
            raise ImportError(
                f"Widgets need {exc.name}: python -m pip install 'esi-toolkit[notebook]'"
            ) from exc
        raise
