"""List of scopes to select, with the operations that each unlocks."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as w

from esi_data.auth.scopes import unlocks
from esi_data.widgets.views import html
from esi_data.widgets.views.controls import Block, text_box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi_data.protocols import EsiLike


class ScopeChoice:
    """List of scopes with the operations that each unlocks, shown and hidden by `toggle`."""

    def __init__(
        self, esi: EsiLike, selected: Iterable[str], on_change: Callable[[], object]
    ) -> None:
        catalogue = esi.operations()
        unlocked = unlocks(zip(catalogue["summary"], catalogue["scopes"], strict=True))
        self._on_change = on_change
        self._summaries = {scope: " · ".join(each) for scope, each in unlocked.items()}
        first = dict.fromkeys(selected)
        self._boxes = {
            scope: w.Checkbox(
                description=scope,
                value=scope in first,
                indent=False,
                layout=w.Layout(width="auto"),
            )
            for scope in {**first, **self._summaries}
        }
        self._rows = {scope: self._row(scope, box) for scope, box in self._boxes.items()}
        for box in self._boxes.values():
            box.observe(lambda _: self._on_change(), "value")
        self._search = text_box(w.Text, "Search", "wallet, assets, mail")
        self._found = Block()
        self._list = w.VBox([]).add_class("esi-scopes")
        self._search.observe(lambda _: self._filter(), "value")
        self.toggle = w.ToggleButton(
            value=not first,
            icon="list",
            tooltip="Select what the next login may do",
            layout=w.Layout(width="auto"),
        )
        self.toggle.observe(lambda _: self._show(), "value")
        self.widget = w.VBox([self._search, self._found, self._list]).add_class("esi-field")
        self._filter()
        self._show()

    @property
    def scopes(self) -> tuple[str, ...]:
        """Selected scopes."""
        return tuple(scope for scope, box in self._boxes.items() if box.value)

    def _row(self, scope: str, box: w.Checkbox) -> w.Widget:
        text = escape(self._summaries.get(scope, ""))
        summary = w.HTML(html.block(f'<p class="dim">{text}</p>'))
        return w.VBox([box, summary]).add_class("esi-scope")

    def _filter(self) -> None:
        """List the scopes that match all words, in their names or their operations' summaries."""
        words = self._search.value.lower().split()
        found = [
            scope
            for scope in self._boxes
            if all(word in f"{scope} {self._summaries.get(scope, '')}".lower() for word in words)
        ]
        found.sort(key=lambda scope: not self._boxes[scope].value)
        self._list.children = [self._rows[scope] for scope in found]
        count = f"{len(found)} of {len(self._boxes)} scopes"
        self._found.put(f'<p class="dim" role="status">{count}</p>')

    def _show(self) -> None:
        self.widget.layout.display = "" if self.toggle.value else "none"
