"""Completion and help in a real JupyterLab."""

import pytest

SETUP = 'from esi_data import Esi\n\nesi = Esi("my-notebook/1.0 (me@example.com)")'
ORDERS = "get_markets_region_id_orders"

# Where a text of an element ends, in pixels from the top of the page.
_BOTTOM = """(element, text) => {
    const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
        const start = nodes.currentNode.data.indexOf(text);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(nodes.currentNode, start);
        range.setEnd(nodes.currentNode, start + text.length);
        return range.getBoundingClientRect().bottom;
    }
    return Infinity;
}"""


@pytest.fixture
def cell(notebook, page):
    """Return the editor of an empty cell in a new kernel that has made an `Esi`."""
    book = notebook([SETUP, ""])
    book.run(0)
    editor = book.cell(1).locator(".cm-content")
    editor.click()
    return editor


@pytest.fixture
def offered(cell, page):
    """Type code into the cell, press Tab, and return the completions."""

    def typed(code):
        page.keyboard.press("Escape")
        cell.click()
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(code)
        page.keyboard.press("Tab")
        matches = page.locator(".jp-Completer:not(.lm-mod-hidden) .jp-Completer-match")
        matches.first.wait_for()
        return matches.all_inner_texts()

    return typed


def test_what_can_stand_at_the_cursor_is_offered(offered, shot):
    """Tags, operations, parameters, methods after the call, and names of operations in a pull."""
    assert {"Market", "Universe"} <= set(offered("esi.client."))
    assert ORDERS in offered("esi.client.Market.")
    assert offered(f"esi.client.Market.{ORDERS}(")[:2] == ["region_id=", "order_type="]
    assert {"frame", "results"} <= set(offered("esi.client.Market.get_markets_prices()."))
    assert ORDERS in offered('esi.pull("get_mar')
    assert offered(f'esi.pull("{ORDERS}", ')[:2] == ["region_id=", "order_type="]
    shot("completion")


def test_what_is_offered_is_written_into_the_cell(offered, cell, page):
    """The chosen completion replaces the typed text, and nothing else."""
    assert offered(f'esi.pull("{ORDERS}", reg') == ["region_id="]
    page.keyboard.press("Enter")
    page.locator(".jp-Completer").wait_for(state="hidden")
    assert cell.inner_text() == f'esi.pull("{ORDERS}", region_id='


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (f"esi.client.Market.{ORDERS}", ["region_id: int", "Cached for: 5 min", "Pages: numbered"]),
        ("esi.pull", ["operation: OperationName | str", "**params: Any) -> DataFrame"]),
    ],
)
def test_help_is_seen_without_scrolling(cell, page, shot, name, said):
    """Shift+Tab shows it in a tooltip."""
    page.keyboard.insert_text(name)
    page.keyboard.press("Shift+Tab")
    tooltip = page.locator(".jp-Tooltip")
    tooltip.wait_for()
    shot(f"help-{name.rpartition('.')[2]}")
    seen = tooltip.bounding_box()
    for each in said:
        assert tooltip.evaluate(_BOTTOM, each) <= seen["y"] + seen["height"]


def test_an_esi_in_a_cell_lists_what_one_does_with_it(notebook, shot):
    """The first display teaches Tab and Shift+Tab without the documentation."""
    book = notebook([f"{SETUP}\nesi"])
    shown = book.run(0)
    for name in ("esi.pull(", "esi.plan(", "esi.with_names(", "esi.login("):
        shown.get_by_text(name).first.wait_for()
    shot("esi")
