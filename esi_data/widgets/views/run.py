"""Show one call: its line of Python, its cost, Run and Cancel, its progress and its result."""

from __future__ import annotations

import math
import threading
from typing import TYPE_CHECKING, Any

import ipywidgets as w
from IPython import get_ipython

from esi.errors import ParameterError
from esi_data.formatting import price
from esi_data.pulls import name_ids
from esi_data.widgets.state import background_run as running
from esi_data.widgets.state import code
from esi_data.widgets.state.background_run import BackgroundRun, error_message, is_write
from esi_data.widgets.views import html
from esi_data.widgets.views.controls import Block, button, row
from esi_data.widgets.views.result import ResultView

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from esi_data.protocols import EsiLike

_REFRESH = 0.25  # seconds between two updates of the progress
# Largest number of calls whose cost is shown at once: each call is looked up in the cache.
_MAX_CALLS = 1000


class RunView:
    """One call of an operation; `on_done` gets each successful run. `widget` is the ipywidget."""

    def __init__(self, esi: EsiLike, on_done: Callable[[BackgroundRun], object]) -> None:
        self._esi = esi
        self._on_done = on_done
        self._operation = ""
        self._values: dict[str, Any] = {}
        self._plan: dict[str, Any] = {}
        self._revision = 0
        self.run: BackgroundRun | None = None
        self.watcher: threading.Thread | None = None  # updates the progress
        self.planner: threading.Thread | None = None  # fetches first pages
        self._code, self._cost, self._status = Block(), Block(), Block()
        self._learn = button(
            "Fetch page 1",
            lambda: self._show_cost(learn=10),
            tooltip="Sends one request for each listing with an unknown number of pages",
        )
        self._start = button("Run", self.start, icon="play", width="8em")
        self._stop = button("Cancel", self.stop, icon="stop", disabled=True, width="8em")
        self._bar = w.IntProgress(min=0, max=1, layout=w.Layout(width="14em", display="none"))
        self.result = ResultView()
        self.result.widget.layout.display = "none"
        self.widget = w.VBox(
            [
                self._code,
                row(self._cost, self._learn),
                row(self._start, self._stop, self._bar, self._status),
                self.result.widget,
            ]
        )

    @property
    def frame(self) -> pd.DataFrame | None:
        """Result of the last run, if there is one."""
        return self.run.frame if self.run else None

    @property
    def params(self) -> dict[str, Any]:
        """Parameters of the prepared call, by name."""
        return dict(self._values)

    @property
    def line(self) -> str:
        """Python code that does the same."""
        names = getattr(get_ipython(), "user_ns", {})
        esi = code.name_of(self._esi, names, "esi")
        return code.line_of(self._esi.operation(self._operation), self._values, esi=esi)

    def show(self, operation: str, values: dict[str, Any]) -> None:
        """Prepare a call and show its cost; sends no request."""
        if operation != self._operation:
            self.result.widget.layout.display = "none"
            self._status.put("")
        self._operation, self._values = operation, values
        writes = is_write(self._esi.operation(operation))
        self._start.description = "Send" if writes else "Run"
        self._start.button_style = "danger" if writes else "primary"
        self._code.put(html.code(self.line))
        self._refresh_buttons()
        self._show_cost(learn=0)

    def refuse(self, reason: str) -> None:
        """Disable Run and show the reason."""
        self._values = {}
        self._start.disabled = True
        self._code.put("")
        self._offer("")
        self._cost.note(reason)

    def start(self) -> None:
        """Run the call in the background."""
        self.run = BackgroundRun(self._esi, self._operation, dict(self._values)).start()
        self._refresh_buttons()
        self._bar.layout.display = ""
        self._bar.value, self._bar.max = 0, 1
        self._bar.bar_style = "info"
        self._cost.put("")
        self._offer("")
        self.watcher = _thread(self._watch, self.run)

    def stop(self) -> None:
        """Cancel the run."""
        if self.run:
            self.run.stop()

    def _watch(self, run: BackgroundRun) -> None:
        while not run.ended.wait(_REFRESH):
            self._bar.max = run.counts.total or 1
            self._bar.value = min(run.counts.done, self._bar.max)
            text = running.progress(run, *self._budget())
            self._status.put(html.status(text))
        self._bar.layout.display = "none"
        self._refresh_buttons()
        if run.state == "failed" and run.error:
            self._status.note(error_message(run.error), "error")
            self.result.widget.layout.display = "none"
            return
        text, kind = running.outcome(run)
        self._status.note(text, kind)
        if run.state == "done":
            self.result.show(run)
            self.result.widget.layout.display = ""
            self._on_done(run)

    def _refresh_buttons(self) -> None:
        running = self.run is not None and self.run.state == "running"
        self._start.disabled = running or not self._operation
        self._stop.disabled = not running

    def _show_cost(self, learn: int) -> None:
        """Show the cost of the call; `learn` fetches that many first pages, in a thread."""
        self._revision += 1
        if is_write(self._esi.operation(self._operation)):
            self._offer("")
            text = "This changes something in the game. Send acts at once, without confirmation."
            self._cost.note(text, "warn")
        elif learn:
            self._learn.disabled = True
            self.planner = _thread(self._plan_call, learn, self._revision)
        elif math.prod(len(e) for e in self._values.values() if isinstance(e, list)) > _MAX_CALLS:
            text = "Many calls: working out the cost takes a moment."
            self._cost.note(text)
            self._offer("Show the cost")
        elif name_ids.names_to_request(
            self._esi, self._esi.operation(self._operation), self._values
        ):  # not at every letter typed
            self._cost.note("Names are looked up when you run the call or show its cost.")
            self._offer("Show the cost")
        else:
            self._plan_call(learn, self._revision)

    def _plan_call(self, learn: int, revision: int) -> None:
        values = dict(self._values)
        max_pages = values.pop("max_pages", None)  # `plan` does not take it
        try:
            frame = self._esi.plan(self._operation, learn=learn, **values)
        except ParameterError as exc:
            self.refuse(str(exc))
            return
        except Exception as exc:  # noqa: BLE001 - the widget displays any error
            self._cost.note(error_message(exc), "error")
            return
        finally:
            self._learn.disabled = False
        if revision != self._revision:  # the form has changed meanwhile
            return
        self._plan = dict(frame.iloc[0])
        text, kind = price(self._plan, max_pages)
        self._cost.note(text, kind)
        self._offer("Fetch page 1" if self._plan["estimated"] and learn == 0 else "")

    def _offer(self, label: str) -> None:
        """Label the button that finds out more about the cost; an empty label hides it."""
        self._learn.description = label
        self._learn.layout.display = "" if label else "none"

    def _budget(self) -> tuple[tuple[int, int] | None, float]:
        """Return the budget's remaining tokens with its size, and the seconds it makes wait."""
        group, user = self._plan.get("group"), self._plan.get("user")
        for view in self._esi.engine.limiter.views(self._esi.config.api_url):
            if (view.group, view.user) == (group, user):
                left = None if group == "errors" else (view.left, view.size)
                return left, view.stopped if view.waiting else 0.0
        return None, 0.0


def _thread(target: Callable[..., object], *args: object) -> threading.Thread:
    thread = threading.Thread(target=target, args=args, daemon=True)
    thread.start()
    return thread
