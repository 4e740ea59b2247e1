"""Write the HTML of the widgets. Functions of plain values; every text is escaped."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

import msgspec
import pandas as pd

from esi.core.client.html_table import element
from esi.core.client.html_table import table as html_table
from esi_data.operation import as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esi.core.http.messages import Response

LONGEST_JSON = 60_000  # characters; a browser is slow with more
LONGEST_CELL = 80

# Selects and copies the text as a user would: this works even if the clipboard API is blocked.
_COPY = (
    "const code=this.parentNode.querySelector('pre');const range=document.createRange();"
    "range.selectNodeContents(code);const marked=window.getSelection();marked.removeAllRanges();"
    "marked.addRange(range);this.textContent=document.execCommand('copy')?'Copied':'Press Ctrl+C';"
)


def block(inner: str) -> str:
    """Return a styled part of a widget."""
    return f'<div class="esi">{inner}</div>'


def note(text: str, kind: str = "") -> str:
    """Return a note of the kind `warn`, `error`, `good` or empty; an error is an alert."""
    role = "alert" if kind == "error" else "status"
    return f'<div class="note {kind}" role="{role}">{escape(text)}</div>'


def status(text: str) -> str:
    """Return a line that screen readers announce when it changes."""
    return f'<p role="status" aria-live="polite">{escape(text)}</p>'


def badges(words: Iterable[str]) -> str:
    """Return short facts side by side."""
    return "".join(f'<span class="badge">{escape(word)}</span>' for word in words)


def code(text: str, label: str = "Python code") -> str:
    """Return lines of code with a button that copies them."""
    return (
        f'<div class="copying"><button type="button" aria-label="Copy the {escape(label)}"'
        f' onclick="{escape(_COPY)}">Copy</button><pre>{escape(text)}</pre></div>'
    )


def preformatted(text: str) -> str:
    """Return preformatted text."""
    return f"<pre>{escape(text)}</pre>"


def facts(pairs: Mapping[str, object], label: str) -> str:
    """Return a table of names and values."""
    rows = (
        (element("th", escape(str(name)), scope="row"), element("td", escape(str(value))))
        for name, value in pairs.items()
    )
    return html_table(rows, class_="facts", aria_label=label)


def scrolled(inner: str, label: str) -> str:
    """Return a region that scrolls on its own, also by keyboard."""
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(label)}">{inner}</div>'
    )


def table(frame: pd.DataFrame, label: str) -> str:
    """Return a scrollable table of all rows of a frame; pass one page of it."""
    classes = ["number" if pd.api.types.is_numeric_dtype(kind) else "" for kind in frame.dtypes]
    head = (
        element("th", escape(str(name)), scope="col", class_=class_)
        for name, class_ in zip(frame.columns, classes, strict=True)
    )
    rows = (
        [_td(cell(value), class_) for value, class_ in zip(row, classes, strict=True)]
        for row in frame.itertuples(index=False, name=None)
    )
    return scrolled(html_table(rows, head), label)


def cell(given: Any) -> str:
    """Return the text of a cell: times in UTC without the zone, missing values empty."""
    if isinstance(given, list | dict | tuple):
        return json.dumps(as_json(given), ensure_ascii=False)
    if given is None or given is pd.NA or given is pd.NaT or given != given:  # noqa: PLR0124 - NaN
        return ""
    if isinstance(given, pd.Timestamp):
        return given.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(given, float):
        return f"{given:,.2f}" if abs(given) >= 1 or given == 0 else f"{given:.4g}"
    return str(given)


def body(response: Response) -> str:
    """Return a response's body: JSON indented, other text unchanged, a long text cut."""
    try:
        text = msgspec.json.format(response.body, indent=2).decode()
    except (msgspec.DecodeError, ValueError) as exc:
        try:
            text = response.body.decode(errors="replace")
        except ValueError:
            text = f"The body cannot be read: {exc}"
    if len(text) > LONGEST_JSON:
        text = f"{text[:LONGEST_JSON]}\n... {len(text) - LONGEST_JSON:,} more characters"
    return text


def _td(text: str, class_: str) -> str:
    """Return a cell; a long text is cut and has a tooltip."""
    if len(text) <= LONGEST_CELL:
        return element("td", escape(text), class_=class_)
    return element("td", escape(f"{text[: LONGEST_CELL - 1]}…"), class_=class_, title=text[:2000])
