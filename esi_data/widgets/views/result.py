"""Show the result of a run in tabs: a sortable table, the JSON, the headers and the metadata."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import ipywidgets as w

from esi_data.widgets.views import html
from esi_data.widgets.views.controls import Block, button, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from esi.core.http.messages import Response
    from esi_data.widgets.state.background_run import BackgroundRun

_UNSORTED = "original order"
_PAGE_SIZES = (10, 25, 100)


class ResultView:
    """Tabs with the result of a run. `widget` is the ipywidget."""

    def __init__(self) -> None:
        self._table = _TableView()
        self._bodies = _ResponseView("JSON of page", "JSON of the response")
        self._headers = _ResponseView("Headers of page", "Headers of the response")
        self._metadata = Block()
        tabs = (self._table.widget, self._bodies.widget, self._headers.widget, self._metadata)
        self.widget = w.Tab(tabs, titles=("Table", "JSON", "Headers", "Metadata"))

    def show(self, run: BackgroundRun) -> None:
        """Show the result of a run."""
        self._table.show(run.frame)
        self._bodies.show(run.responses, lambda each: html.preformatted(html.body(each)))
        self._headers.show(run.responses, _headers)
        metadata = run.frame.attrs.get("esi", {}) if run.frame is not None else {}
        facts = {
            name: value if isinstance(value, str | int | float | bool) else json.dumps(value)
            for name, value in metadata.items()
            if value is not None
        }
        self._metadata.put(html.facts(facts, "Metadata in attrs['esi']"))
        self.widget.selected_index = 0 if run.frame is not None else 1


class _TableView:
    """One page of a frame, sorted by one of its columns."""

    def __init__(self) -> None:
        self._frame: pd.DataFrame | None = None
        self._sorted: pd.DataFrame | None = None
        self._page = 0
        self._column = w.Dropdown(description="Sort by", options=[_UNSORTED], layout=_fit("16em"))
        self._descending = w.Checkbox(description="descending", indent=False, layout=_fit("9em"))
        self._size = w.Dropdown(
            description="Rows",
            options=_PAGE_SIZES,
            layout=_fit("8em"),
            style={"description_width": "auto"},
        )
        self._back = button("Back", lambda: self._turn(-1), icon="chevron-left", width="6em")
        self._next = button("Next", lambda: self._turn(1), icon="chevron-right", width="6em")
        self._position, self._rows = Block(), Block()
        self._column.style.description_width = "auto"
        for control in (self._column, self._descending):
            control.observe(lambda _: self._sort(), "value")
        self._size.observe(lambda _: self._turn(-self._page), "value")
        order = (self._column, self._descending, self._size)
        self.widget = w.VBox([row(*order, self._back, self._next, self._position), self._rows])

    def show(self, frame: pd.DataFrame | None) -> None:
        """Show the first page of a frame, or a note if there is no frame."""
        self._frame = frame
        names = [] if frame is None else [str(name) for name in frame.columns]
        self._column.options = [_UNSORTED, *names]
        self._sort()

    def _sort(self) -> None:
        self._page = 0
        frame, column = self._frame, self._column.index
        if frame is not None and column:
            name, ascending = frame.columns[column - 1], not self._descending.value
            try:
                frame = frame.sort_values(name, ascending=ascending, kind="stable")
            except TypeError:  # lists and objects cannot be compared; sort them by their text
                frame = frame.sort_values(
                    name, ascending=ascending, kind="stable", key=lambda c: c.map(html.cell)
                )
        self._sorted = frame
        self._draw()

    def _turn(self, by: int) -> None:
        self._page += by
        self._draw()

    def _draw(self) -> None:
        frame, size = self._sorted, self._size.value
        if frame is None:
            self._rows.value = html.block(html.note("This operation returns no rows."))
            return
        pages = max(-(-len(frame) // size), 1)
        start = self._page * size
        rows = frame.iloc[start : start + size]
        self._rows.put(html.table(rows, f"Rows, page {self._page + 1} of {pages}"))
        position = f"{start + 1:,} to {start + len(rows):,} of {len(frame):,}"
        self._position.put(html.status(position if len(rows) else "no rows"))
        self._back.disabled = self._page == 0
        self._next.disabled = self._page + 1 >= pages


class _ResponseView:
    """Part of one response, with a field that chooses the response."""

    def __init__(self, description: str, label: str) -> None:
        self._label = label
        self._responses: Sequence[Response] = ()
        self._draw: Callable[[Response], str] = html.body
        self._number = w.BoundedIntText(
            description=description, value=1, min=1, max=1, layout=_fit("16em"),
            style={"description_width": "auto"},
        )  # fmt: skip
        self._number.observe(lambda _: self._show(), "value")
        self._content = Block()
        self.widget = w.VBox([self._number, self._content])

    def show(self, responses: Sequence[Response], draw: Callable[[Response], str]) -> None:
        """Show the first response; `draw` returns the HTML of one."""
        self._responses, self._draw = responses, draw
        self._number.max = max(len(responses), 1)
        self._number.value = 1
        self._number.layout.display = "" if len(responses) > 1 else "none"
        self._show()

    def _show(self) -> None:
        if not self._responses:
            self._content.note("No response.")
            return
        content = self._draw(self._responses[self._number.value - 1])
        self._content.put(html.scrolled(content, self._label))


def _headers(response: Response) -> str:
    status = {"status": f"{response.status} {response.reason}".rstrip()}
    return html.facts(status | response.headers, "Headers of the response")


def _fit(width: str) -> w.Layout:
    return w.Layout(width=width)
