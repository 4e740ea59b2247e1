"""How the suites of apps are compared."""

from compat.outcomes import Difference, differences, row

PEER = {"a": ["passed", ""], "b": ["passed", ""], "c": ["passed", ""], "d": ["failed", "too"]}


def test_tests_that_pass_with_django_esi_alone_are_differences():
    """Each with the last line of what it said; those that fail with both are none."""
    ours = {"a": ["passed", ""], "b": ["failed", "Traceback\nKeyError: 'x'\n"], "d": ["failed", ""]}
    assert differences(PEER, ours, {}) == [
        Difference("b", None, "KeyError: 'x'"),
        Difference("c", None, "did not run"),
    ]


def test_a_known_difference_has_its_reason():
    """A pattern of its name says why."""
    ours = PEER | {"b": ["skipped", "not here"]}
    assert differences(PEER, ours, {"[b]": "why"}) == [Difference("b", "why", "not here")]


def test_a_row_counts_what_ran_and_passed():
    """Tests, passes with each, and the differences."""
    assert row("app 1", PEER, PEER | {"c": ["failed", ""]}, 1) == "| app 1 | 4 | 3 | 2 | 1 |"


def test_a_suite_without_an_end_is_no_row_of_zeros():
    """Its table would read as if nothing had failed."""
    assert "did not come to its end" in row("app 1", PEER, None, 0)
