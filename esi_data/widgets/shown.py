"""How a widget is shown as the output of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from IPython.display import display

if TYPE_CHECKING:
    import ipywidgets as w


def show(widget: w.Widget, instead: str) -> None:
    """Show a widget, or a line of text wherever there can be none."""
    data = {**widget._repr_mimebundle_(), "text/plain": instead}
    display(data, raw=True)  # type: ignore[no-untyped-call]
