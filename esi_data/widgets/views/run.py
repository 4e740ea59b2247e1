"""A call to run and to watch: the line of Python, its price, Run and Cancel, the answer."""

from __future__ import annotations

import math
import threading
from typing import TYPE_CHECKING, Any

import ipywidgets as w
from IPython import get_ipython

from esi.errors import ParameterError
from esi_data.formatting import price
from esi_data.widgets.state import code, progress_text
from esi_data.widgets.state.background_run import Run, changes, told
from esi_data.widgets.views import html
from esi_data.widgets.views.answer import AnswerView

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from esi_data.protocols import EsiLike

_TICK = 0.25  # seconds between two looks at a run
# Values of lists up to which the price is told unasked: each call is looked for in the cache.
_CHEAP = 1000


class RunView:
    """A call of an operation. `widget` is what is shown.

    Args:
        esi: whom to ask.
        on_done: called with each run that went well.
    """

    def __init__(self, esi: EsiLike, on_done: Callable[[Run], object]) -> None:
        self._esi = esi
        self._on_done = on_done
        self._operation = ""
        self._values: dict[str, Any] = {}
        self._plan: dict[str, Any] = {}
        self._asked = 0
        self.run: Run | None = None
        self.watcher: threading.Thread | None = None  # shows how far the run is
        self.pricing: threading.Thread | None = None  # asks for a first page
        self._code = w.HTML()
        self._price = w.HTML()
        self._ask = w.Button(
            description="Ask for page 1",
            tooltip="Sends one request for each listing whose number of pages is not known",
            layout=w.Layout(width="auto"),
        )
        self._start = w.Button(description="Run", icon="play", layout=w.Layout(width="8em"))
        self._stop = w.Button(
            description="Cancel", icon="stop", disabled=True, layout=w.Layout(width="8em")
        )
        self._bar = w.IntProgress(min=0, max=1, layout=w.Layout(width="14em", display="none"))
        self._status = w.HTML()
        self.answer = AnswerView()
        self.answer.widget.layout.display = "none"
        self._ask.on_click(lambda _: self._tell_price(learn=10))
        self._start.on_click(lambda _: self.start())
        self._stop.on_click(lambda _: self.stop())
        buttons = [self._start, self._stop, self._bar, self._status]
        self.widget = w.VBox(
            [
                self._code,
                w.Box([self._price, self._ask]).add_class("esi-row"),
                w.Box(buttons).add_class("esi-row"),
                self.answer.widget,
            ]
        )

    @property
    def frame(self) -> pd.DataFrame | None:
        """The answer of the last run, where there is one."""
        return self.run.frame if self.run else None

    @property
    def line(self) -> str:
        """The Python that does the same."""
        names = getattr(get_ipython(), "user_ns", {})
        esi = code.name_of(self._esi, names, "esi")
        operation = self._esi.operation(self._operation)
        if changes(operation):
            tag = operation.op_spec["tags"][0].replace(" ", "_")
            return code.send_line(tag, operation.operation_id, self._values, esi=esi)
        return code.pull_line(operation.operation_id, self._values, esi=esi)

    def show(self, operation: str, values: dict[str, Any]) -> None:
        """Get ready for a call; its price is told, and nothing is sent."""
        if operation != self._operation:
            self.answer.widget.layout.display = "none"
            self._status.value = ""
        self._operation, self._values = operation, values
        writes = changes(self._esi.operation(operation))
        self._start.description = "Send" if writes else "Run"
        self._start.button_style = "danger" if writes else "primary"
        self._code.value = html.block(html.code(self.line))
        self._refresh_buttons()
        self._tell_price(learn=0)

    def refuse(self, why: str) -> None:
        """Say why there is no call to run."""
        self._values = {}
        self._start.disabled = True
        self._code.value = ""
        self._offer("")
        self._price.value = html.block(html.note(why))

    def start(self) -> None:
        """Run the call, in a thread; the kernel stays alive."""
        self.run = Run(self._esi, self._operation, dict(self._values)).start()
        self._refresh_buttons()
        self._bar.layout.display = ""
        self._bar.value, self._bar.max = 0, 1
        self._bar.bar_style = "info"
        self._price.value = ""
        self._offer("")
        self.watcher = _thread(self._watch, self.run)

    def stop(self) -> None:
        """Give the run up."""
        if self.run:
            self.run.stop()

    def _watch(self, run: Run) -> None:
        while not run.ended.wait(_TICK):
            self._bar.max = run.counts.total or 1
            self._bar.value = min(run.counts.done, self._bar.max)
            text = progress_text.progress(run, *self._budget())
            self._status.value = html.block(html.status(text))
        self._bar.layout.display = "none"
        self._refresh_buttons()
        if run.state == "failed" and run.error:
            self._status.value = html.block(html.note(told(run.error), "error"))
            self.answer.widget.layout.display = "none"
            return
        text, kind = progress_text.outcome(run)
        self._status.value = html.block(html.note(text, kind))
        if run.state == "done":
            self.answer.show(run)
            self.answer.widget.layout.display = ""
            self._on_done(run)

    def _refresh_buttons(self) -> None:
        running = self.run is not None and self.run.state == "running"
        self._start.disabled = running or not self._operation
        self._stop.disabled = not running

    def _tell_price(self, learn: int) -> None:
        """Say what the call costs; in a thread where a request goes out for that."""
        self._asked += 1
        if changes(self._esi.operation(self._operation)):
            self._offer("")
            text = "This changes something in the game, and is not asked for twice."
            self._price.value = html.block(html.note(text, "warn"))
        elif learn:
            self._ask.disabled = True
            self.pricing = _thread(self._plan_for, learn, self._asked)
        elif math.prod(len(e) for e in self._values.values() if isinstance(e, list)) > _CHEAP:
            self._price.value = html.block(html.note("Many calls: to price them takes a while."))
            self._offer("Tell the price")
        else:
            self._plan_for(learn, self._asked)

    def _plan_for(self, learn: int, asked: int) -> None:
        values = dict(self._values)
        max_pages = values.pop("max_pages", None)  # `plan` does not take it
        try:
            frame = self._esi.plan(self._operation, learn=learn, **values)
        except ParameterError as exc:
            self.refuse(str(exc))
            return
        except Exception as exc:  # noqa: BLE001 - whatever it is, somebody looks at it
            self._price.value = html.block(html.note(told(exc), "error"))
            return
        finally:
            self._ask.disabled = False
        if asked != self._asked:  # the form has changed since
            return
        self._plan = dict(frame.iloc[0])
        text, kind = price(self._plan, max_pages)
        self._price.value = html.block(html.note(text, kind))
        self._offer("Ask for page 1" if self._plan["estimated"] and learn == 0 else "")

    def _offer(self, what: str) -> None:
        """Offer to tell more of the price; nothing where it is empty."""
        self._ask.description = what
        self._ask.layout.display = "" if what else "none"

    def _budget(self) -> tuple[tuple[int, int] | None, float]:
        """What is left of the budget that pays, with its size, and the seconds it makes wait."""
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
