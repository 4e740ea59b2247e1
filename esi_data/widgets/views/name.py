"""Look up the id of a name that was typed where an id is wanted."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import ipywidgets as w

from esi_data.widgets.state import name_lookup
from esi_data.widgets.state.background_run import told
from esi_data.widgets.views import html

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi_data.protocols import EsiLike
    from esi_data.widgets.state.forms import Field


class NameView:
    """A button that asks the API for the id of a name. `widget` is what is shown.

    Args:
        esi: whom to ask.
        fill: called with a field's name and its new text.
    """

    def __init__(self, esi: EsiLike, fill: Callable[[str, str], object]) -> None:
        self._esi = esi
        self._fill = fill
        self._field: Field | None = None
        self._text = ""
        self._button = w.Button(icon="search", layout=w.Layout(width="auto"))
        self._said = w.HTML()
        self._button.on_click(lambda _: self._start())
        self.asking: threading.Thread | None = None
        self.widget = w.Box([self._button, self._said]).add_class("esi-row")

    def show(self, named: tuple[Field, str] | None) -> None:
        """Offer to look up the names in a field's text; None has none."""
        self._said.value = ""
        self.widget.layout.display = "" if named else "none"
        if named:
            self._field, self._text = named
            names = ", ".join(name_lookup.names_in(self._text))
            shown = names if len(names) <= 40 else f"{names[:39]}…"
            self._button.description = f"Look up {shown}"

    def _start(self) -> None:
        self._button.disabled = True
        self.asking = threading.Thread(target=self._ask, daemon=True)
        self.asking.start()

    def _ask(self) -> None:
        assert self._field
        field, text = self._field, self._text
        kind, names = name_lookup.kind_of(field), name_lookup.names_in(text)
        try:
            ids = name_lookup.ids_of(self._esi, kind, names)
        except Exception as exc:  # noqa: BLE001 - whatever it is, somebody looks at it
            self._said.value = html.block(html.note(told(exc), "error"))
            return
        finally:
            self._button.disabled = False
        unknown = [name for name in names if name.lower() not in ids]
        if text == self._text:  # nobody has typed on
            self._fill(field.name, name_lookup.replaced(text, ids))
        if unknown:
            things = kind.replace("_", " ")
            what = f"Among {things} there is no {' and no '.join(unknown)}; names must be whole."
            self._said.value = html.block(html.note(what, "warn"))
