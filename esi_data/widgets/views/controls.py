"""Controls that the widgets share: buttons, and rows that wrap in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets as w

if TYPE_CHECKING:
    from collections.abc import Callable


def button(
    description: str, on_click: Callable[[], object], *, width: str = "auto", **options: Any
) -> w.Button:
    """Return a button; `options` are those of `ipywidgets.Button`."""
    made = w.Button(description=description, layout=w.Layout(width=width), **options)
    made.on_click(lambda _: on_click())
    return made


def row(*children: w.Widget) -> w.Box:
    """Return widgets side by side."""
    return w.Box(children).add_class("esi-row")
