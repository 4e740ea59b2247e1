"""How a widget is shown as the output of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from IPython.display import display

if TYPE_CHECKING:
    import ipywidgets as w


# A saved notebook that is opened again has the output but no kernel that the widget lives in, and
# JupyterLab says "Loading widget..." for ever. Where no widget is in the same output a sentence
# takes its place; not at once, since a widget that lives needs a moment, too. Where style sheets
# are not heeded (GitHub, say) the sentence stands below.
_GONE = """\
<style>
.esi-gone { animation: esi-gone 2s step-end; color: var(--jp-ui-font-color2, gray) }
@keyframes esi-gone { from { visibility: hidden } }
:is(.jp-OutputArea, .cell_container, #output-area):has(.esi-box) .esi-gone { display: none }
.jp-OutputArea:has(.esi-gone):not(:has(.esi-box)) .lm-Panel:not([data-mime-type]) > .lm-Panel {
  display: none
}
</style>
<p class="esi-gone">A widget lives as long as its kernel: run this cell to have it here.</p>"""


def show(widget: w.Widget, instead: str) -> None:
    """Show a widget, or a line of text wherever there can be none, or none any more."""
    for data in (
        {**widget._repr_mimebundle_(), "text/plain": instead},
        {"text/html": _GONE, "text/plain": ""},
    ):
        display(data, raw=True)  # type: ignore[no-untyped-call]
