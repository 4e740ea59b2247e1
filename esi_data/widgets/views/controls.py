"""Make controls that the widgets share, with their style sheet and their display in a cell."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets as w
from IPython.display import display

from esi_data.widgets.views import html

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi_data.widgets.plain import Plain

# JupyterLab intercepts arrow keys, Enter and letters even if a list or button has the focus
# (ipywidgets issue 3912). This handler leaves the element the keys that it understands.
_KEYS = (
    "const box=this.closest('.esi-box');if(box)box.onkeydown=e=>{const at=e.target;"
    "if(e.ctrlKey||e.metaKey||e.altKey||e.key==='Escape'||e.shiftKey&&e.key==='Enter')return;"
    "if(at.matches('select')||at.matches('button,input')&&/^(Enter| )$/.test(e.key)||"
    "at.matches('.scroll')&&/^(Arrow|Page|Home|End)/.test(e.key))e.stopPropagation()}"
)
_CSS = Path(__file__).with_name("style.css").read_text(encoding="utf-8")

STYLE = f'<style onload="{escape(_KEYS)}">{_CSS}</style>'

# A saved notebook that is opened again contains the output, but its kernel is gone, and JupyterLab
# shows "Loading widget..." for ever. This sentence replaces it if the output contains no live
# widget, after a delay because a live widget needs a moment to appear. Sites that strip style
# sheets (such as GitHub) show the sentence below the widget's text.
_FALLBACK = """\
<style>
.esi-gone { animation: esi-gone 2s step-end; color: var(--jp-ui-font-color2, gray) }
@keyframes esi-gone { from { visibility: hidden } }
:is(.jp-OutputArea, .cell_container, #output-area):has(.esi-box) .esi-gone { display: none }
.jp-OutputArea:has(.esi-gone):not(:has(.esi-box)) .lm-Panel:not([data-mime-type]) > .lm-Panel {
  display: none
}
</style>
<p class="esi-gone">This widget needs a running kernel: run the cell to display it.</p>"""


class Block(w.HTML):
    """Styled text of a widget, which `put` and `note` replace."""

    def put(self, inner: str) -> None:
        """Show HTML; empty hides the block."""
        self.value = html.block(inner) if inner else ""

    def note(self, text: str, kind: str = "") -> None:
        """Show a note of a kind, see `html.note`."""
        self.put(html.note(text, kind))


def button(
    description: str, on_click: Callable[[], object], *, width: str = "auto", **options: Any
) -> w.Button:
    """Return a button; `options` are those of `ipywidgets.Button`."""
    made = w.Button(description=description, layout=w.Layout(width=width), **options)
    made.on_click(lambda _: on_click())
    return made


def row(*children: w.Widget) -> w.Box:
    """Return widgets side by side, which wrap in a narrow window."""
    return w.Box(children).add_class("esi-row")


def text_box(kind: type[w.Text], description: str, placeholder: str, width: str = "30em") -> w.Text:
    """Return a field for text."""
    return kind(
        description=description,
        placeholder=placeholder,
        style={"description_width": "5em"},
        layout=w.Layout(width="100%", max_width=width),
    )


def show(widget: w.Widget, text: str, plain: Plain) -> None:
    """Display a widget, with a text and plain HTML for front ends that cannot show it."""
    for data in (
        {**widget._repr_mimebundle_(), "text/html": plain._repr_html_(), "text/plain": text},
        {"text/html": _FALLBACK, "text/plain": ""},
    ):
        display(data, raw=True)  # type: ignore[no-untyped-call]
