"""Endpoint explorer: find an operation, fill in its form, see its cost, run it, copy the code.

The code of each run is also an ordinary output of the cell, so a saved notebook contains it. The
file contains neither tokens nor results.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as w
import pandas as pd
from IPython.display import display

from esi_data.formatting import seconds
from esi_data.operation import is_localised
from esi_data.widgets.login_requirement import LoginRequirement
from esi_data.widgets.plain import PlainExplorer
from esi_data.widgets.state import forms
from esi_data.widgets.state.opened import opened
from esi_data.widgets.views import html
from esi_data.widgets.views.controls import STYLE, Block, row, show, text_box
from esi_data.widgets.views.form import FormView
from esi_data.widgets.views.run import RunView

if TYPE_CHECKING:
    from esi_data.protocols import EsiLike

_ALL_TOPICS = "all topics"
_MAX_LINES = 20


class Explorer:
    """Endpoint explorer, as `Esi.explore` returns it.

    Attributes:
        frame: result of the last run as a DataFrame; None before the first.
        line: Python code that does the same as the form.
        lines: Python code of the runs so far.
        widget: the ipywidget, for layouts of your own.
    """

    def __init__(self, esi: EsiLike, search: str = "", **params: Any) -> None:
        self._esi = esi
        self._operation = ""
        self._initial = params
        self._displays: list[Any] = []
        self.lines: list[str] = []
        self._catalogue = esi.operations()
        tags = sorted(self._catalogue["tag"].unique())
        self._search = text_box(w.Text, "Search", "market orders, wallet, names")
        self._topic = w.Dropdown(
            description="Topic",
            options=[(_ALL_TOPICS, _ALL_TOPICS), *((tag.replace("_", " "), tag) for tag in tags)],
            style={"description_width": "4em"},
            layout=w.Layout(width="18em"),
        )
        self._list = w.Select(
            options=[],
            rows=6,
            layout=w.Layout(width="100%"),
            description="Operations",
            style={"description_width": "0"},
        ).add_class("esi-list")
        self._count, self._heading = Block(), Block()
        self._login = LoginRequirement(esi, self._logins_changed)
        self._characters: list[str] | None = None
        self._form = FormView(self._changed)
        self._run = RunView(esi, self._add_line)
        parts = (self._login, self._form, self._run)
        self._details = w.VBox([self._heading, *(part.widget for part in parts)])
        self._details.layout.display = "none"
        self._search.observe(lambda _: self._filter(), "value")
        self._topic.observe(lambda _: self._filter(), "value")
        self._list.observe(lambda _: self._open_selected(), "value")
        top = row(self._search, self._topic)
        self.widget = w.VBox([w.HTML(STYLE), top, self._list, self._count, self._details])
        self.widget.add_class("esi-box")
        self._open(search, params)

    def _open(self, search: str, params: dict[str, Any]) -> None:
        """Open an operation, if `search` is the name of one; else search for it."""
        operation = opened(self._esi, self._catalogue, search, params)
        if operation is None:
            self._search.value = search
            self._filter()
            return
        self._search.value = operation.operation_id
        self._filter()
        self._list.value = operation.operation_id

    @property
    def frame(self) -> pd.DataFrame | None:
        """Result of the last run as a DataFrame; None before the first."""
        return self._run.frame

    @property
    def line(self) -> str:
        """Python code that does the same as the form; empty if no operation is selected."""
        return self._run.line if self._operation else ""

    def _filter(self) -> None:
        """List the operations that match the search and the topic."""
        rows = self._catalogue
        found = self._esi.operations(self._search.value)["operation"]
        rows = rows[rows["operation"].isin(found)]
        if self._topic.value != _ALL_TOPICS:
            rows = rows[rows["tag"] == self._topic.value]
        options = [
            (f"{entry.operation}  {entry.summary}".strip(), entry.operation)
            for entry in rows.itertuples(index=False)
        ]
        selected = self._list.value
        if self._list.options != tuple(options):
            still_listed = selected in set(rows["operation"])
            with self._list.hold_trait_notifications():
                self._list.options = options
                self._list.value = selected if still_listed else None
        count = f"{len(options)} of {len(self._catalogue)} operations"
        if not options:
            count += ". Try fewer or other words."
        self._count.put(f'<p class="dim" role="status">{count}</p>')

    def _open_selected(self) -> None:
        """Show the form of the operation that is selected in the list."""
        name = self._list.value
        if not name or name == self._operation:
            return
        self._operation = name
        self._heading.put(self._describe(name))
        self._fill({})
        self._details.layout.display = ""

    def _fill(self, texts: dict[str, str]) -> None:
        """Show the form, filled in from `texts` and from the parameters of the explorer."""
        operation = self._esi.operation(self._operation)
        languages = self._esi.config.languages if is_localised(operation) else ()
        self._characters = self._login.show(operation)
        fields = forms.fields(operation, languages, self._characters)
        initial, self._initial = self._initial, {}
        if "character" in initial:
            initial["character"] = self._login.names_of(initial["character"])
        texts |= {f.name: forms.text(f, initial[f.name]) for f in fields if f.name in initial}
        self._form.show(fields, texts)
        self._changed()

    def _logins_changed(self) -> None:
        """Update the form after a login or logout."""
        self._fill(self._form.texts())

    def _describe(self, name: str) -> str:
        """Return the HTML of an operation's summary and facts."""
        entry = self._catalogue[self._catalogue["operation"] == name].iloc[0]
        operation = self._esi.operation(name)
        facts = [entry["tag"].replace("_", " ")]
        if entry["paged"]:
            facts.append("all pages in one call")
        if entry["localised"]:
            facts.append("in several languages")
        if pd.notna(entry["cache_seconds"]):
            facts.append(f"cached for {seconds(entry['cache_seconds'])}")
        if pd.notna(entry["rate_group"]):
            rate = f"{entry['rate_tokens']:,} tokens per {entry['rate_window']}"
            facts.append(f"{rate} ({entry['rate_group']})")
        facts += [f"role: {role}" for role in entry["roles"].split(", ") if role]
        description = (operation.op_spec.get("description") or "").strip()
        paragraph = f"<p>{escape(description)}</p>" if description else ""
        return (
            f"<h3>{escape(entry['summary'] or name)}</h3>"
            f"<p><code>{escape(entry['method'])} {escape(entry['path'])}</code></p>"
            + (paragraph if description != entry["summary"] else "")
            + html.badges(facts)
        )

    def _changed(self) -> None:
        """Update the call after a change of the form."""
        if self._characters == []:
            self._run.refuse("Log in first: no character is logged in with the required scope.")
            return
        try:
            values = self._form.values()
        except forms.FieldError as exc:
            self._run.refuse(str(exc))
            return
        self._run.show(self._operation, values)

    def _add_line(self, _: object) -> None:
        """Add the code of a run to the output of the cell."""
        line = self._run.line
        if line not in self.lines:
            self.lines = [*self.lines, line][-_MAX_LINES:]
            for each in self._displays:
                each.update(_RunCode(self.lines))

    def _ipython_display_(self) -> None:
        plain = PlainExplorer(
            self._esi,
            self._operation or self._search.value,
            why="The widget is not displayed here",
            **(self._run.params if self._operation else {}),
        )
        show(self.widget, repr(self), plain)
        handle = display(_RunCode(self.lines), display_id=True)  # type: ignore[no-untyped-call]
        self._displays.append(handle)

    def __repr__(self) -> str:
        return f"<Explorer {self._operation or '(no operation selected)'}>"


class _RunCode:
    """Code of the runs, as an output of the cell."""

    def __init__(self, lines: list[str]) -> None:
        self._text = "\n".join(lines)

    def __repr__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        if not self._text:
            return ""
        return STYLE + html.block("<p>Code of the runs above:</p>" + html.code(self._text, "code"))
