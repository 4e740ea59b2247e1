"""Display of a widget as the output of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from IPython.display import display

if TYPE_CHECKING:
    import ipywidgets as w


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


def show(widget: w.Widget, text: str) -> None:
    """Display a widget, with a text for front ends that cannot show it."""
    for data in (
        {**widget._repr_mimebundle_(), "text/plain": text},
        {"text/html": _FALLBACK, "text/plain": ""},
    ):
        display(data, raw=True)  # type: ignore[no-untyped-call]
