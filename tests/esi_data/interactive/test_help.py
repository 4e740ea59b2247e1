"""Help of `?` and Shift+Tab: what one needs to call a function is in the first lines, once."""

import pytest

ORDERS = "esi.client.Market.get_markets_region_id_orders"
FOLD = 10  # lines that are seen without scrolling, wherever help is shown


def test_an_operation_is_explained_above_the_fold(cells):
    """Its parameters with their types, what it does, how long it is cached, and its pages."""
    lines = cells.explained(ORDERS)
    assert lines[:3] == [
        "Signature:",
        f"{ORDERS}(*, region_id: int,",
        "    order_type: Literal['buy', 'sell', 'all'] = 'all', type_id: int | None = None,",
    ]
    above = "\n".join(lines[:FOLD])
    for each in (
        ") -> EsiFuture",
        "List orders in a region",
        "Cached for: 5 min",
        "Pages: numbered",
    ):
        assert each in above


def test_scopes_are_explained_above_the_fold(cells):
    """So is `character=`."""
    lines = cells.explained(
        "esi.client.Wallet.get_corporations_corporation_id_wallets_division_journal"
    )
    above = "\n".join(lines[:FOLD])
    assert "Scopes: esi-wallet.read_corporation_wallets.v1" in above
    assert "character: str | int | None = None" in above


def test_each_fact_is_shown_once(cells):
    """Neither the class of an operation nor how that is called is shown."""
    lines = cells.explained(ORDERS)
    assert [
        line for line in lines if line.startswith(("Call ", "Type:", "String form", "File"))
    ] == []
    text = "\n".join(lines)
    assert text.count("get_markets_region_id_orders") == 1
    assert text.count("Cached for") == 1


def test_a_pull_is_explained_above_the_fold(cells):
    """Its whole signature, without quotes around types, and a sentence; then its arguments."""
    lines = cells.explained("esi.pull")
    above = "\n".join(lines[:FOLD])
    assert (
        "esi.pull(operation: OperationName | str, *, languages: Sequence[str] | None = None"
        in above
    )
    assert "layout: Layout = 'wide'" in above
    assert "**params: Any) -> DataFrame" in above
    assert "Call an operation for every value of the lists among `params`" in above
    assert any(line.strip().startswith("on_error: ") for line in lines)


@pytest.mark.parametrize("name", ["esi", "esi.client", "len"])
def test_help_of_other_objects_is_that_of_ipython(cells, name):
    """Only calls of the API have their own."""
    assert any(line.startswith("Type:") for line in cells.explained(name))


def test_two_question_marks_show_the_source(cells):
    """Help of the toolkit stands in for one question mark only."""
    shown = cells.shell.object_inspect_mime("esi.pull", detail_level=1)["text/plain"]
    assert "pulling.pull(" in shown


def test_an_esi_extends_the_ipython_that_makes_it(shell, esi_for, monkeypatch):
    """The extension need not be loaded first."""
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    monkeypatch.setattr(shell.Completer, "custom_matchers", [])
    esi_for()
    assert len(shell.Completer.custom_matchers) == 1


def test_loading_the_extension_again_changes_nothing(shell):
    """Each `Esi` of a notebook loads it."""
    from esi_data import load_ipython_extension

    before = list(shell.Completer.custom_matchers)
    load_ipython_extension(shell)
    assert shell.Completer.custom_matchers == before
