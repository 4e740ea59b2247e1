"""What is shown in a notebook?

The endpoint explorer and the login widget. `state` holds what a widget knows and imports no
ipywidgets; `views` draws it. `Esi.explore` and `Esi.login_widget` open the widgets.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def load(name: str) -> Any:
    """Import a module of this package that needs ipywidgets."""
    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as exc:
        if exc.name and exc.name.split(".")[0] in {"ipywidgets", "IPython"}:
            raise ImportError(
                f"Widgets need {exc.name}: python -m pip install 'esi-toolkit[notebook]'"
            ) from exc
        raise
