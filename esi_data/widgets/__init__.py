"""What is shown in a notebook?

The endpoint explorer and the login widget. `state` holds what a widget knows and imports no
ipywidgets; `views` draws it. `Esi.explore` and `Esi.login_widget` open the widgets.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from esi._extras import needs_extra


def load(name: str) -> Any:
    """Import a module of this package that needs ipywidgets."""
    with needs_extra("widgets", "A widget"):
        return import_module(f"{__name__}.{name}")
