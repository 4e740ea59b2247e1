"""What a notebook shows of pulls, limits, clients and operations, in a real JupyterLab."""

import re

import pytest

PULL = 'esi.pull_widget("get_markets_region_id_orders", region_id=[10000043, 10000032])'
SETUP = 'from esi_data import Esi\n\nesi = Esi("my-notebook/1.0 (me@example.com)")'


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_views(notebook, page, shot, scheme):
    """A pull that is watched, what is left after it, and what objects say of themselves."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 1280, "height": 2400})
    book = notebook(
        [
            SETUP,
            f"pull = {PULL}\npull",
            "esi.limits_widget()",
            "esi",
            "esi.client.Wallet",
            "esi.client.Market.get_markets_region_id_orders",
            'esi.plan("get_markets_region_id_orders", region_id=10000002)',
        ]
    )
    book.run(0)
    pull = book.run(1)
    pull.get_by_role("button", name="Run").click()
    pull.get_by_text("12,200 rows, 13 requests, 26 tokens").wait_for()
    limits = book.run(2)
    limits.get_by_role("cell", name=re.compile(r"^11,9\d\d of 12,000$")).wait_for()
    limits.get_by_role("cell", name="get_markets_region_id_orders").wait_for()
    for number in (3, 4, 5, 6):
        book.run(number)
    book.output(3).get_by_text("find an operation, and run it").wait_for()
    book.output(6).get_by_text("tokens of 11,9").wait_for()
    book.output(6).scroll_into_view_if_needed()
    shot(f"views-{scheme}")
    shot(f"limits-{scheme}", limits)
    limits.get_by_label("watch").check()
    assert book.add("len(pull.frame)").inner_text().splitlines()[-1] == "12200"
