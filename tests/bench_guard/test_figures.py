"""Test which figures fail the guard, and its messages."""

import pytest

from tests.bench_guard import __main__ as guard
from tests.bench_guard import figures
from tests.bench_guard.counting import Work
from tests.bench_guard.figures import Figures, compare, keep, load
from tests.bench_guard.paths import PATHS

WORK = Work(10_000, 200_000)


def of(work, name="read"):
    return Figures({"numpy": "2"}, {name: work})


@pytest.mark.parametrize(
    ("work", "slower"),
    [
        (Work(10_200, 210_000), []),
        (Work(10_201, 200_000), ["read"]),
        (Work(10_000, 210_001), ["read"]),
        (Work(10, 20), []),
    ],
)
def test_over_two_percent_more_instructions_or_five_more_bytes_fail(work, slower):
    """A path that became faster passes."""
    assert compare(of(work), of(WORK)).slower == slower


@pytest.mark.parametrize(
    ("work", "slower"),
    [(Work(60, 0), []), (Work(61, 0), ["read"]), (Work(10, 4096), []), (Work(10, 4097), ["read"])],
)
def test_small_figures_may_grow_by_more(work, slower):
    """One more check in a function of ten instructions is no slow-down."""
    assert compare(of(work), of(Work(10, 0))).slower == slower


@pytest.mark.parametrize("kept", [None, of(WORK, "another")])
def test_a_path_without_a_kept_figure_is_named(kept):
    """The guard names such a path, but does not call it slower."""
    verdict = compare(of(WORK), kept)
    assert (verdict.slower, verdict.unknown) == ([], ["read"])


def test_keeping_replaces_the_figures_of_one_release_of_python(tmp_path):
    """Figures of other releases of Python stay, since this one cannot count them."""
    file = tmp_path / "kept.json"
    keep(of(WORK), file, "3.11")
    keep(of(WORK), file, "3.12")
    keep(of(Work(1, 2)), file, "3.12")
    assert load(file) == {"3.11": of(WORK), "3.12": of(Work(1, 2))}


@pytest.mark.parametrize(("complete", "status"), [("", 0), ("1", 1)])
def test_without_kept_figures_only_a_complete_run_fails(monkeypatch, capsys, complete, status):
    """The message names the release of Python and the command that keeps figures."""
    monkeypatch.setenv("ESI_TEST_COMPLETE", complete)
    new = of(WORK)
    assert guard.report(compare(new, None), new, None) == status
    said = capsys.readouterr().out
    assert figures.PYTHON in said
    assert figures.KEEP in said


def test_a_slower_path_is_named_with_libraries_that_changed(capsys):
    """A new release of a library may be the reason, and needs new figures then."""
    new, kept = of(Work(20_000, 200_000)), Figures({"numpy": "1"}, {"read": WORK})
    assert guard.report(compare(new, kept), new, kept) == 1
    said = capsys.readouterr().out
    assert "read" in said
    assert "{'numpy': '1'} became {'numpy': '2'}" in said
    assert figures.KEEP in said


def test_figures_are_kept_of_all_paths_on_each_release_of_python():
    """A path that is renamed or added needs new figures."""
    kept = load()
    assert set(kept) == {"3.11", "3.12", "3.13"}
    assert all(set(each.paths) == set(PATHS) for each in kept.values())
