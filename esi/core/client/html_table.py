"""Write HTML tables for a notebook's rich display."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CELL = "padding:.2em .9em .2em 0;text-align:left;vertical-align:top"


def element(tag: str, content: str, **attributes: str) -> str:
    """Return an HTML element.

    Args:
        tag: name of the element.
        content: inner HTML, escaped already.
        attributes: `class_` is `class` and `aria_label` is `aria-label`; empty values are left out.
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value
    )
    return f"<{tag}{given}>{content}</{tag}>"


def cell(content: str, tag: str = "td") -> str:
    """Return a cell whose spacing does not depend on the page's style sheet."""
    return element(tag, content, style=_CELL)


def table(rows: Iterable[Iterable[str]], head: Iterable[str] = (), **attributes: str) -> str:
    """Return an HTML table.

    Args:
        rows: `td` or `th` elements of each row.
        head: `th` elements of the head; without any, the table has no head.
        attributes: attributes of the table.
    """
    first = "".join(head)
    above = element("thead", element("tr", first)) if first else ""
    body = "".join(element("tr", "".join(row)) for row in rows)
    return element("table", above + element("tbody", body), **attributes)
