"""What is left of the API's limits, and what is in the cache: to look at, and to watch."""

from __future__ import annotations

import threading
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as w
import pandas as pd

from esi_data.formatting import count_of, seconds, size
from esi_data.widgets.views import html
from esi_data.widgets.views.display import show
from esi_data.widgets.views.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esi_data.client import Esi

_TICK = 1.0  # seconds between two looks, while it is watched
_EVERYTHING = "everything"
_FIT = {"width": "auto"}


class LimitsWidget:
    """What `Esi.limits_widget` shows. `widget` is it, for layouts of your own."""

    def __init__(self, esi: Esi) -> None:
        self._esi = esi
        self._stopped = threading.Event()
        self._watcher: threading.Thread | None = None
        self._budgets = w.HTML()
        self._cache = w.HTML()
        self._all = w.Checkbox(description="all groups", indent=False, layout=_FIT)
        self._live = w.Checkbox(description="watch", indent=False, layout=_FIT)
        refresh = w.Button(description="Refresh", icon="refresh", layout=w.Layout(width="8em"))
        self._of = w.Dropdown(
            description="Forget", style={"description_width": "auto"}, layout=w.Layout(width="24em")
        )
        self._forget = w.Button(description="Forget", icon="trash", layout=w.Layout(width="8em"))
        self._said = w.HTML()
        refresh.on_click(lambda _: self.refresh())
        self._all.observe(lambda _: self._draw_budgets(), "value")
        self._live.observe(lambda change: self.watch() if change["new"] else self.stop(), "value")
        self._forget.on_click(lambda _: self._drop())
        self.widget = w.VBox(
            [
                w.HTML(STYLE),
                w.Box([refresh, self._live, self._all]).add_class("esi-row"),
                self._budgets,
                self._cache,
                w.Box([self._of, self._forget, self._said]).add_class("esi-row"),
            ]
        ).add_class("esi-box")
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        self._draw_budgets()
        self._draw_cache()

    def watch(self) -> None:
        """Look every second, until `stop`."""
        self._stopped.clear()
        self._watcher = threading.Thread(target=self._look, daemon=True)
        self._watcher.start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def _look(self) -> None:
        while not self._stopped.wait(_TICK) and self.widget.comm is not None:
            self._draw_budgets()

    def _draw_budgets(self) -> None:
        frame = self._esi.limits()
        if not self._all.value:
            used = (frame["left"] < frame["size"]) | (frame["waiting"] != "")
            frame = frame[used | (frame["group"] == "errors") | (frame["stopped"] > 0)]
        rows = [_budget(row) for row in frame.to_dict("records")]
        names = ("limit", "of", "left", "", "comes back within", "under way", "waits")
        self._budgets.value = html.block(
            "<h4>Limits</h4>" + html.drawn_table(names, rows, "What is left of each limit")
        )

    def _draw_cache(self) -> None:
        frame = self._esi.cache_info()
        about = frame.attrs["esi"]
        shown = pd.DataFrame(
            {
                "operation": frame["operation"],
                "answers": frame["answers"],
                "size": [size(each) for each in frame["bytes"] + frame["frames"]],
                "oldest": frame["oldest"],
                "newest": frame["newest"],
            }
        )
        total = f"{count_of(about['answers'], 'answer')}, {size(about['bytes'])}"
        self._cache.value = html.block(
            f"<h4>Cache: {total}</h4>" + (html.table(shown, "The cache") if len(shown) else "")
        )
        self._of.options = [(_EVERYTHING, ""), *((name, name) for name in frame["operation"])]
        self._of.value = ""
        self._forget.disabled = not len(shown)

    def _drop(self) -> None:
        try:
            count = self._esi.clear_cache(self._of.value or None)
        except TypeError as exc:  # the cache is an object that cannot choose
            self._said.value = html.block(html.note(str(exc), "error"))
            return
        self._said.value = html.block(html.status(f"{count_of(count, 'answer')} forgotten."))
        self._draw_cache()

    def _ipython_display_(self) -> None:
        show(self.widget, repr(self))

    def __repr__(self) -> str:
        return "<LimitsWidget>"


def _budget(row: Mapping[Any, Any]) -> tuple[str, ...]:
    errors = row["group"] == "errors"
    name = "errors (of calls that fail)" if errors else row["group"]
    waits = row["waiting"]
    if row["stopped"]:
        waits = f"the API said: {seconds(row['stopped'])}" + (f"; {waits}" if waits else "")
    return (
        escape(name),
        escape(row["user"] or "this address"),
        escape(f"{row['left']:,} of {row['size']:,}"),
        html.meter(row["left"], row["size"], f"{row['left']} of {row['size']} left of {name}"),
        escape(seconds(row["window"])),
        escape(str(row["in_flight"])),
        escape(waits),
    )
