"""What is shown in a notebook?

The endpoint explorer and the login widget. `state` holds what a widget knows and imports no
ipywidgets; `views` draws it. `Esi.explore` and `Esi.login_widget` open the widgets.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from esi._extras import needs_extra
from esi_data.front_end import why_no_widgets
from esi_data.widgets.plain import PlainExplorer, PlainLogin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi_data.protocols import EsiLike
    from esi_data.widgets.explorer import Explorer
    from esi_data.widgets.login import LoginWidget


def open_explorer(esi: EsiLike, search: str, **params: Any) -> Explorer | PlainExplorer:
    """Return the endpoint explorer, or its contents where widgets cannot be shown."""
    if why := why_no_widgets():
        return PlainExplorer(esi, search, why=why, **params)
    found: Explorer = _load("explorer").Explorer(esi, search, **params)
    return found


def open_login(
    esi: EsiLike, scopes: str | Iterable[str], on_change: Callable[[], object] | None
) -> LoginWidget | PlainLogin:
    """Return the login widget, or its contents where widgets cannot be shown."""
    if why := why_no_widgets():
        return PlainLogin(esi, scopes, why=why, on_change=on_change)
    found: LoginWidget = _load("login").LoginWidget(esi, scopes, on_change=on_change)
    return found


def _load(name: str) -> Any:
    """Import a module of this package that needs ipywidgets."""
    with needs_extra("widgets", "A widget"):
        return import_module(f"{__name__}.{name}")
