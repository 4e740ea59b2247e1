"""Endpoint explorer in a real JupyterLab: find an operation, run it, copy its code."""

import json
import re

import pytest

from tests.browser.test_login import allow

SETUP = 'from esi_data import Esi\n\nesi = Esi("my-notebook/1.0 (me@example.com)")'
ORDERS = "get_markets_region_id_orders"
SUMMARY = "List orders in a region"
FEW = re.compile(r"^\d of \d+ operations")


@pytest.fixture
def explore(notebook):
    """Open a notebook with an explorer; return both."""

    def opened(call="esi.explore()", **how):
        lab = notebook([SETUP, call], **how)
        lab.run(0)
        return lab, lab.run(1)

    return opened


def select(explorer, search, operation, summary):
    """Search, and select one of the operations found."""
    explorer.get_by_label("Search").fill(search)
    explorer.get_by_text(FEW).wait_for()
    explorer.get_by_label("Operations").select_option(label=f"{operation}  {summary}")


def test_an_operation_is_found_run_and_copied(explore, page, shot):
    """Search, select, fill in, see the cost, run, copy the code, run that."""
    page.set_viewport_size({"width": 1280, "height": 1250})
    book, explorer = explore()
    explorer.get_by_label("Search").wait_for()
    shot("explorer-1-begin", explorer)
    select(explorer, "market orders", ORDERS, SUMMARY)
    explorer.get_by_text("region_id is required.").wait_for()
    shot("explorer-2-form", explorer)
    explorer.get_by_label("region_id").fill("10000002")
    explorer.get_by_text("At least 1 request, 2 tokens").wait_for()
    shot("explorer-3-priced", explorer)
    explorer.get_by_role("button", name="Run").click()
    explorer.get_by_text("30,600 rows, 31 requests").wait_for()
    explorer.get_by_text("1 to 10 of 30,600").wait_for()
    explorer.get_by_text("Code of the runs above:").wait_for()
    shot("explorer-4-table", explorer)
    explorer.get_by_label("Sort by").select_option("price")
    explorer.get_by_label("descending").check()
    explorer.get_by_role("button", name="Next").click()
    explorer.get_by_text("11 to 20 of 30,600").wait_for()
    for tab in ("JSON", "Headers", "Metadata"):
        explorer.get_by_role("tab", name=tab).click()
        shot(f"explorer-5-{tab.lower()}", explorer)
    explorer.get_by_role("button", name="Copy the Python code").first.click()
    explorer.get_by_role("button", name="Copy the Python code").first.get_by_text(
        "Copied"
    ).wait_for()
    shown = book.add()
    assert shown.inner_text() == ""
    assert book.source(2) == f'frame = esi.pull("{ORDERS}", region_id=10000002)'
    assert book.last_line("len(frame)") == "30600"


def test_a_saved_notebook_keeps_the_code(explore, lab, page, shot):
    """The file has no result; reopened without its kernel, it shows the code."""
    book, explorer = explore(f'esi.explore("{ORDERS}", region_id=[10000043, 10000032])')
    explorer.get_by_role("button", name="Run").click()
    explorer.get_by_text("Code of the runs above:").wait_for()
    saved = book.save()
    assert f'esi.pull(\\"{ORDERS}\\", region_id=[10000043, 10000032])' in saved
    assert "volume_remain" not in saved
    assert len(saved) < 30_000
    outputs = json.loads(saved)["cells"][1]["outputs"]
    assert len(outputs) == 3
    lab.end_kernels()
    page.reload()
    book.wait_until_idle()
    book.output(1).get_by_text("Code of the runs above:").wait_for()
    book.output(1).get_by_text("run the cell to display it").wait_for()
    for text in ("Loading widget", "model not found"):
        assert not book.output(1).get_by_text(text).is_visible()
    shot("explorer-6-opened-again")


def test_cancel_stops_the_run(explore, lab, esi_sandbox, page, shot):
    """The kernel stays free, and the next run resumes from the cache."""
    lab.set_environment(lab.environment | {"ESI_CONCURRENCY": 2})
    book, explorer = explore(f'explorer = esi.explore("{ORDERS}", region_id=10000002)\nexplorer')
    esi_sandbox.faults.latency = 0.5
    explorer.get_by_role("button", name="Run").click()
    explorer.get_by_text("of 31 pages").wait_for()
    shot("explorer-7-running", explorer)
    explorer.get_by_role("button", name="Cancel").click()
    explorer.get_by_text("Stopped. What has arrived is in the cache").wait_for()
    shot("explorer-8-stopped", explorer)
    assert book.last_line("explorer.frame is None") == "True"
    book.add("explorer._run.run.join()")
    sent = len([each for each in esi_sandbox.requests if "orders" in each.path])
    assert sent < 31
    esi_sandbox.faults.latency = 0
    explorer.get_by_role("button", name="Run").click()
    explorer.get_by_text("30,600 rows").wait_for()
    assert len([each for each in esi_sandbox.requests if "orders" in each.path]) == 31


def test_the_keyboard_is_enough(explore, page):
    """Tab and other keys reach search, list, form and Run."""
    _, explorer = explore()
    explorer.get_by_label("Search").focus()
    page.keyboard.type("status")
    explorer.get_by_text(FEW).wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    explorer.get_by_role("heading", name="Get the server's status").wait_for()
    explorer.get_by_role("button", name="Run").and_(page.locator(":enabled")).wait_for()
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == "Run":
            break
    page.keyboard.press("Enter")
    explorer.get_by_text("1 row, 1 request, 2 tokens").wait_for()


def test_a_login_enables_an_operation(explore, callback, page, shot):
    """The note names the scope; after the login the operation runs as the character."""
    page.set_viewport_size({"width": 1280, "height": 1250})
    book, explorer = explore('esi.explore("get_characters_character_id_assets", max_pages=1)')
    explorer.get_by_text("Requires a login with esi-assets.read_assets.v1.").wait_for()
    explorer.get_by_role("button", name="Run", disabled=True).wait_for()
    shot("explorer-10-login-needed", explorer)
    explorer.get_by_role("button", name="Log in").click()
    explorer.get_by_role("button", name="Scopes: 1 selected").wait_for()
    shot("explorer-11-login", explorer)
    allow(page, explorer, "Bero Veyl").close()
    explorer.get_by_label("Bero Veyl", exact=True).last.wait_for()
    explorer.get_by_role("button", name="Run").click()
    explorer.get_by_text("1 to 10 of").wait_for()
    shot("explorer-12-as-a-character", explorer)
    code = explorer.get_by_text("frame = esi.pull").first.inner_text()
    assert 'character="Bero Veyl"' in code
    assert book.last_line(f"{code}\nlen(frame) > 0") == "True"
    assert "access_token" not in book.save()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_off_in_a_narrow_window(explore, page, shot, scheme):
    """At 800 pixels, wide content scrolls on its own."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 800, "height": 1500})
    _, explorer = explore(f'esi.explore("{ORDERS}", region_id=10000043)')
    explorer.get_by_role("button", name="Run").click()
    explorer.get_by_text("1 to 10 of").wait_for()
    shot(f"explorer-9-narrow-{scheme}")
    wider = explorer.evaluate(
        "area => [...area.querySelectorAll('.esi-box, .esi-box *')].filter(each => "
        "!each.closest('.scroll, select') && each.getBoundingClientRect().right > "
        "area.getBoundingClientRect().right + 1).map(each => each.outerHTML.slice(0, 200))"
    )
    assert wider == []
