"""Test how outcomes of the apps' test suites are compared."""

from compat.outcomes import Difference, differences, row

PEER = {"a": ["passed", ""], "b": ["passed", ""], "c": ["passed", ""], "d": ["failed", "too"]}


def test_tests_that_pass_with_django_esi_alone_are_differences():
    """Differences have the last line of output; tests that fail with both packages are ignored."""
    ours = {"a": ["passed", ""], "b": ["failed", "Traceback\nKeyError: 'x'\n"], "d": ["failed", ""]}
    assert differences(PEER, ours, {}) == [
        Difference("b", None, "KeyError: 'x'"),
        Difference("c", None, "did not run"),
    ]


def test_a_known_difference_has_its_reason():
    """Patterns of test names give the reason."""
    ours = PEER | {"b": ["skipped", "not here"]}
    assert differences(PEER, ours, {"[b]": "why"}) == [Difference("b", "why", "not here")]


def test_a_row_counts_what_ran_and_passed():
    """Rows show the number of tests, passes with each package, and differences."""
    assert row("app 1", PEER, PEER | {"c": ["failed", ""]}, 1) == "| app 1 | 4 | 3 | 2 | 1 |"


def test_an_unfinished_suite_has_no_row_of_zeros():
    """Zeros would look as if no test had failed."""
    assert "did not finish" in row("app 1", PEER, None, 0)
