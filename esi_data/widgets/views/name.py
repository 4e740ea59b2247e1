"""Button that looks up the ID of a name in an ID field."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from esi_data.widgets.state import name_lookup
from esi_data.widgets.state.background_run import error_message
from esi_data.widgets.views.controls import Block, button, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi_data.protocols import EsiLike
    from esi_data.widgets.state.forms import Field

_LONGEST_NAME = 40


class NameView:
    """Button that looks up the IDs of names and calls `fill`. `widget` is the ipywidget."""

    def __init__(self, esi: EsiLike, fill: Callable[[str, str], object]) -> None:
        self._esi = esi
        self._fill = fill
        self._field: Field | None = None
        self._text = ""
        self._button = button("", self._start, icon="search")
        self._note = Block()
        self.thread: threading.Thread | None = None
        self.widget = row(self._button, self._note)
        self.show(None)

    def show(self, named: tuple[Field, str] | None) -> None:
        """Offer to look up the names in a field's text; None hides the button."""
        self._note.put("")
        self.widget.layout.display = "" if named else "none"
        if named:
            self._field, self._text = named
            names = ", ".join(name_lookup.names_in(self._text))
            label = names if len(names) <= _LONGEST_NAME else f"{names[: _LONGEST_NAME - 1]}…"
            self._button.description = f"Look up {label}"

    def _start(self) -> None:
        self._button.disabled = True
        self.thread = threading.Thread(target=self._look_up, daemon=True)
        self.thread.start()

    def _look_up(self) -> None:
        assert self._field
        field, text = self._field, self._text
        category, names = name_lookup.category_of(field), name_lookup.names_in(text)
        try:
            ids = name_lookup.ids_of(self._esi, category, names)
        except Exception as exc:  # noqa: BLE001 - the widget displays any error
            self._note.note(error_message(exc), "error")
            return
        finally:
            self._button.disabled = False
        unknown = [name for name in names if name.lower() not in ids]
        if text == self._text:  # the text has not changed meanwhile
            self._fill(field.name, name_lookup.replaced(text, ids))
        if unknown:
            things = category.replace("_", " ")
            message = f"Not found among {things}: {', '.join(unknown)}. Enter the full name."
            self._note.note(message, "warn")
