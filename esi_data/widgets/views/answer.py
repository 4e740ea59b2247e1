"""An answer to look at: as a table (sorted, by pages), as the JSON that came, with its headers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import ipywidgets as w

from esi_data.widgets.views import html

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from esi.core.http.messages import Response
    from esi_data.widgets.state.background_run import Run

_AS_IT_CAME = "as it came"
_SIZES = (10, 25, 100)


class AnswerView:
    """The answer of a run. `widget` is what is shown."""

    def __init__(self) -> None:
        self._table = _TableView()
        self._bodies = _PagedView("JSON of page", "The answer's JSON")
        self._headers = _PagedView("Headers of page", "The answer's headers")
        self._about = w.HTML()
        self.widget = w.Tab(
            children=[self._table.widget, self._bodies.widget, self._headers.widget, self._about],
            titles=("Table", "JSON", "Headers", "About"),
        )

    def show(self, run: Run) -> None:
        """Show what came of a run."""
        self._table.show(run.frame)
        answers = run.answers
        self._bodies.show(answers, lambda answer: html.preformatted(html.body(answer)))
        self._headers.show(answers, _headers)
        about = run.frame.attrs.get("esi", {}) if run.frame is not None else {}
        told = {
            name: each if isinstance(each, str | int | float | bool) else json.dumps(each)
            for name, each in about.items()
            if each is not None
        }
        self._about.value = html.block(html.facts(told, "What attrs['esi'] of the frame tells"))
        self.widget.selected_index = 0 if run.frame is not None else 1


class _TableView:
    """A frame by pages, in the order of one of its columns."""

    def __init__(self) -> None:
        self._frame: pd.DataFrame | None = None
        self._sorted: pd.DataFrame | None = None
        self._page = 0
        self._column = w.Dropdown(description="Sort by", options=[_AS_IT_CAME], layout=_fit("16em"))
        self._down = w.Checkbox(description="largest first", indent=False, layout=_fit("9em"))
        self._size = w.Dropdown(
            description="Rows",
            options=_SIZES,
            layout=_fit("8em"),
            style={"description_width": "auto"},
        )
        self._back = w.Button(description="Back", icon="chevron-left", layout=_fit("6em"))
        self._next = w.Button(description="Next", icon="chevron-right", layout=_fit("6em"))
        self._where = w.HTML()
        self._rows = w.HTML()
        self._column.style.description_width = "auto"
        for control in (self._column, self._down):
            control.observe(lambda _: self._sort(), "value")
        self._size.observe(lambda _: self._turn(-self._page), "value")
        self._back.on_click(lambda _: self._turn(-1))
        self._next.on_click(lambda _: self._turn(1))
        controls = [self._column, self._down, self._size, self._back, self._next, self._where]
        self.widget = w.VBox([w.Box(controls).add_class("esi-row"), self._rows])

    def show(self, frame: pd.DataFrame | None) -> None:
        """Show the first page of a frame; None says that there is none."""
        self._frame = frame
        names = [] if frame is None else [str(name) for name in frame.columns]
        self._column.options = [_AS_IT_CAME, *names]
        self._sort()

    def _sort(self) -> None:
        self._page = 0
        frame, column = self._frame, self._column.index
        if frame is not None and column:
            name = frame.columns[column - 1]
            try:
                frame = frame.sort_values(name, ascending=not self._down.value, kind="stable")
            except TypeError:  # lists and objects have no order of their own
                frame = frame.sort_values(
                    name,
                    ascending=not self._down.value,
                    kind="stable",
                    key=lambda c: c.map(html.cell),
                )
        self._sorted = frame
        self._draw()

    def _turn(self, by: int) -> None:
        self._page += by
        self._draw()

    def _draw(self) -> None:
        frame, size = self._sorted, self._size.value
        if frame is None:
            self._rows.value = html.block(html.note("This operation answers with no rows."))
            return
        pages = max(-(-len(frame) // size), 1)
        start = self._page * size
        shown = frame.iloc[start : start + size]
        self._rows.value = html.block(html.table(shown, f"Rows, page {self._page + 1} of {pages}"))
        where = (
            f"{start + 1:,} to {start + len(shown):,} of {len(frame):,}"
            if len(shown)
            else "no rows"
        )
        self._where.value = html.block(html.status(where))
        self._back.disabled = self._page == 0
        self._next.disabled = self._page + 1 >= pages


class _PagedView:
    """Something of each of several answers; one is shown at a time."""

    def __init__(self, description: str, label: str) -> None:
        self._label = label
        self._answers: Sequence[Response] = ()
        self._draw: Any = None
        self._number = w.BoundedIntText(
            description=description, value=1, min=1, max=1, layout=_fit("16em"),
            style={"description_width": "auto"},
        )  # fmt: skip
        self._number.observe(lambda _: self._show(), "value")
        self._content = w.HTML()
        self.widget = w.VBox([self._number, self._content])

    def show(self, answers: Sequence[Response], draw: Any) -> None:
        """Show the first of some answers, as `draw` makes HTML of one."""
        self._answers, self._draw = answers, draw
        self._number.max = max(len(answers), 1)
        self._number.value = 1
        self._number.layout.display = "" if len(answers) > 1 else "none"
        self._show()

    def _show(self) -> None:
        if not self._answers:
            self._content.value = html.block(html.note("No answer came."))
            return
        drawn = self._draw(self._answers[self._number.value - 1])
        self._content.value = html.block(html.scrolled(drawn, self._label))


def _headers(answer: Response) -> str:
    first = {"status": f"{answer.status} {answer.reason}".rstrip()}
    return html.facts(first | answer.headers, "Headers of the answer")


def _fit(width: str) -> w.Layout:
    return w.Layout(width=width)
