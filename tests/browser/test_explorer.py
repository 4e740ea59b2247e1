"""A person finds an operation, runs it, and takes its code away, in a real JupyterLab."""

SETUP = 'from esi_data import Esi\n\nesi = Esi("my-notebook/1.0 (me@example.com)")'


def test_find_run_and_copy(notebook, page, shot):
    """Search, choose, fill in, see the price, run, copy the code, and run that."""
    lab = notebook([SETUP, "esi.explore()"])
    lab.run(0)
    explorer = lab.run(1)
    shot("explorer-begin", explorer)
    explorer.get_by_label("Search").fill("market orders")
    explorer.get_by_text("2 of").wait_for()
    explorer.get_by_label("Operations").select_option(
        label="get_markets_region_id_orders  List orders in a region"
    )
    shot("explorer-form", explorer)
    explorer.get_by_label("region_id").fill("10000002")
    explorer.get_by_text("A guess").wait_for()
    shot("explorer-priced", explorer)
    explorer.get_by_role("button", name="Run").click()
    explorer.get_by_role("table").first.wait_for()
    shot("explorer-table", explorer)
    shot("explorer-page")
