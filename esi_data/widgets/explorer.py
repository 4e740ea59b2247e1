"""The endpoint explorer: find an operation, fill in its form, see the price, run it, take the code.

What was run is also kept below the widget as lines of Python, an output of the cell like any
other, so that a saved notebook has them. It has neither tokens nor answers.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as w
import pandas as pd
from IPython.display import display

from esi.core.client.call_errors import wrong_call
from esi_data.formatting import seconds
from esi_data.operation import is_localised
from esi_data.widgets.state import forms
from esi_data.widgets.views import html
from esi_data.widgets.views.display import show
from esi_data.widgets.views.form import FormView
from esi_data.widgets.views.name import NameView
from esi_data.widgets.views.run import RunView
from esi_data.widgets.views.style import STYLE
from esi_data.widgets.who_asks import PeopleView

if TYPE_CHECKING:
    from esi_data.protocols import EsiLike

_ALL = "all topics"
_OF_PULLS = {"character", "languages", "max_pages"}  # which the form has besides the operation's
_MOST_LINES = 20  # of the code that is kept


class Explorer:
    """What `Esi.explore` shows.

    Attributes:
        frame: the answer of the last run as a DataFrame; None before there is one.
        line: the Python that does what the form says.
        lines: the Python of what was run.
        widget: what is shown, for layouts of your own.
    """

    def __init__(self, esi: EsiLike, search: str = "", **params: Any) -> None:
        self._esi = esi
        self._operation = ""
        self._given = params
        self._displays: list[Any] = []
        self.lines: list[str] = []
        self._catalogue = esi.operations()
        tags = sorted(self._catalogue["tag"].unique())
        self._search = w.Text(
            description="Search",
            placeholder="a few words: market orders, wallet, names ...",
            style={"description_width": "4em"},
            layout=w.Layout(width="100%", max_width="30em"),
        )
        self._topic = w.Dropdown(
            description="Topic",
            options=[(_ALL, _ALL), *((tag.replace("_", " "), tag) for tag in tags)],
            style={"description_width": "4em"},
            layout=w.Layout(width="18em"),
        )
        self._found = w.HTML()
        self._list = w.Select(
            options=[],
            rows=6,
            layout=w.Layout(width="100%"),
            description="Operations",
            style={"description_width": "0"},
        ).add_class("esi-list")
        self._head = w.HTML()
        self._people = PeopleView(esi, self._logins_changed)
        self._may: list[str] | None = None
        self._form = FormView(self._changed)
        self._name = NameView(esi, self._form.fill)
        self._run = RunView(esi, self._ran)
        self._lower = w.VBox(
            [
                self._head,
                self._people.widget,
                self._form.widget,
                self._name.widget,
                self._run.widget,
            ]
        )
        self._lower.layout.display = "none"
        self._search.observe(lambda _: self._filter(), "value")
        self._topic.observe(lambda _: self._filter(), "value")
        self._list.observe(lambda _: self._pick(), "value")
        self.widget = w.VBox(
            [
                w.HTML(STYLE),
                w.Box([self._search, self._topic]).add_class("esi-row"),
                self._list,
                self._found,
                self._lower,
            ]
        ).add_class("esi-box")
        names = set(self._catalogue["operation"]) | set(self._catalogue["openapi_id"])
        if search in names:
            operation = esi.operation(search).operation
            search = operation.operation_id
            known = _OF_PULLS | set(operation.params)
            if unknown := {name: each for name, each in params.items() if name not in known}:
                raise wrong_call(operation, unknown, KeyError(*unknown))
        elif params:
            esi.operation(search)  # says what comes close
        self._search.value = search
        self._filter()
        if search in names:
            self._list.value = search

    @property
    def frame(self) -> pd.DataFrame | None:
        """The answer of the last run as a DataFrame; None before there is one."""
        return self._run.frame

    @property
    def line(self) -> str:
        """The Python that does what the form says; empty before an operation is chosen."""
        return self._run.line if self._operation else ""

    def _filter(self) -> None:
        """List the operations in which all words occur."""
        rows = self._catalogue
        found = self._esi.operations(self._search.value)["operation"]
        rows = rows[rows["operation"].isin(found)]
        if self._topic.value != _ALL:
            rows = rows[rows["tag"] == self._topic.value]
        options = [
            (f"{row.operation}  {row.summary}".strip(), row.operation)
            for row in rows.itertuples(index=False)
        ]
        chosen = self._list.value
        if self._list.options != tuple(options):
            kept = chosen if chosen in set(rows["operation"]) else None
            with self._list.hold_trait_notifications():
                self._list.options = options
                self._list.value = kept
        count = f"{len(options)} of {len(self._catalogue)} operations"
        if not options:
            count += ": use fewer or other words"
        self._found.value = html.block(f'<p class="dim" role="status">{count}</p>')

    def _pick(self) -> None:
        """Show the form of the operation that is chosen in the list."""
        name = self._list.value
        if not name or name == self._operation:
            return
        self._operation = name
        self._head.value = html.block(self._describe(name))
        self._fill({})
        self._lower.layout.display = ""

    def _fill(self, texts: dict[str, str]) -> None:
        """Show the form, filled in with what is known of it."""
        operation = self._esi.operation(self._operation)
        languages = self._esi.config.languages if is_localised(operation) else ()
        self._may = self._people.show(operation)
        fields = forms.fields(operation, languages, self._may)
        given, self._given = self._given, {}
        if "character" in given:
            given["character"] = self._people.named(given["character"])
        texts |= {f.name: forms.text(f, given[f.name]) for f in fields if f.name in given}
        self._form.show(fields, texts)
        self._changed()

    def _logins_changed(self) -> None:
        """Somebody has logged in or out: others may ask."""
        self._fill(self._form.texts())

    def _describe(self, name: str) -> str:
        row = self._catalogue[self._catalogue["operation"] == name].iloc[0]
        operation = self._esi.operation(name)
        facts = [row["tag"].replace("_", " ")]
        if row["paged"]:
            facts.append("all pages in one call")
        if row["localised"]:
            facts.append("in several languages")
        if pd.notna(row["cache_seconds"]):
            facts.append(f"holds {seconds(row['cache_seconds'])}")
        if pd.notna(row["rate_group"]):
            facts.append(
                f"{row['rate_tokens']:,} tokens in {row['rate_window']} ({row['rate_group']})"
            )
        facts += [f"role: {role}" for role in row["roles"].split(", ") if role]
        about = (operation.op_spec.get("description") or "").strip()
        return (
            f"<h3>{escape(row['summary'] or name)}</h3>"
            f"<p><code>{escape(row['method'])} {escape(row['path'])}</code></p>"
            + (f"<p>{escape(about)}</p>" if about and about != row["summary"] else "")
            + html.badges(facts)
        )

    def _changed(self) -> None:
        """Read the form."""
        if self._may == []:
            self._run.refuse("Log in first: nobody who is logged in may call this.")
            return
        self._name.show(self._form.named())
        try:
            values = self._form.values()
        except forms.FieldError as exc:
            self._run.refuse(str(exc))
            return
        self._run.show(self._operation, values)

    def _ran(self, _: object) -> None:
        """Keep the code of what was run."""
        line = self._run.line
        if line not in self.lines:
            self.lines = [*self.lines, line][-_MOST_LINES:]
            for shown in self._displays:
                shown.update(_Kept(self.lines))

    def _ipython_display_(self) -> None:
        show(self.widget, repr(self))
        kept = display(_Kept(self.lines), display_id=True)  # type: ignore[no-untyped-call]
        self._displays.append(kept)

    def __repr__(self) -> str:
        return f"<Explorer {self._operation or 'with nothing chosen'}>"


class _Kept:
    """What was run, as an output of the cell."""

    def __init__(self, lines: list[str]) -> None:
        self._text = "\n".join(lines)

    def __repr__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        if not self._text:
            return ""
        return STYLE + html.block("<p>What was run here:</p>" + html.code(self._text, "code"))
