"""A pull to watch: what it will cost, how far it is, what came; the kernel stays alive."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as w

from esi_data.widgets.views import html
from esi_data.widgets.views.display import show
from esi_data.widgets.views.run import RunView
from esi_data.widgets.views.style import STYLE

if TYPE_CHECKING:
    import pandas as pd

    from esi_data.client import Esi


class PullWidget:
    """What `Esi.pull_widget` shows.

    Attributes:
        frame: the answer as a DataFrame; None before there is one.
        widget: what is shown, for layouts of your own.
    """

    def __init__(self, esi: Esi, operation: str, values: dict[str, Any]) -> None:
        name = esi.operation(operation).operation_id
        self._run = RunView(esi)
        heading = w.HTML(STYLE + html.block(f"<h3>{escape(name)}</h3>"))
        self.widget = w.VBox([heading, self._run.widget]).add_class("esi-box")
        self._run.show(name, values)

    @property
    def frame(self) -> pd.DataFrame | None:
        """The answer as a DataFrame; None before there is one."""
        return self._run.frame

    def start(self) -> None:
        """Begin, as the button does."""
        self._run.start()

    def stop(self) -> None:
        """Give it up, as the button does; what came in stays in the cache."""
        self._run.stop()

    def _ipython_display_(self) -> None:
        show(self.widget, repr(self))

    def __repr__(self) -> str:
        run = self._run.run
        return f"<PullWidget {run.state if run else 'not begun'}>"
