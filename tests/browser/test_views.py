"""Rich display of clients, operations and plans in a real JupyterLab."""

import pytest

SETUP = 'from esi_data import Esi\n\nesi = Esi("my-notebook/1.0 (me@example.com)")'


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_objects_display_a_summary(notebook, page, shot, scheme):
    """A client, a tag, an operation and a plan are readable in either theme."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 1280, "height": 1800})
    book = notebook(
        [
            SETUP,
            "esi",
            "esi.client.Wallet",
            "esi.client.Market.get_markets_region_id_orders",
            'esi.plan("get_markets_region_id_orders", region_id=10000002)',
        ]
    )
    for number in range(5):
        book.run(number)
    book.output(1).get_by_text("find an operation and run it").wait_for()
    book.output(4).get_by_text("tokens of 11,99").wait_for()
    book.output(4).scroll_into_view_if_needed()
    shot(f"views-{scheme}")
