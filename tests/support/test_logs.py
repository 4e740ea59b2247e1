"""Test that one test's logging does not affect the next."""

import logging

import pytest

from tests.support.logs import logging_restored


@pytest.mark.parametrize("name", ["", "esi.core", "tests.first_named_inside"])
def test_a_logger_has_its_level_again(name):
    """A logger that is first used inside the block gets the default level."""
    logging.Logger.manager.loggerDict.pop("tests.first_named_inside", None)
    before = logging.WARNING if name == "" else logging.NOTSET
    with logging_restored():
        logging.getLogger(name or None).setLevel(logging.DEBUG)
    assert logging.getLogger(name or None).level == before


def test_the_root_has_the_handlers_that_it_had():
    """`logging.basicConfig` adds a handler, which must not stay."""
    before = list(logging.root.handlers)
    with logging_restored():
        logging.root.addHandler(logging.NullHandler())
    assert logging.root.handlers == before


def test_every_test_is_run_with_logging_restored(request):
    """No test's log records depend on the tests before it."""
    assert "_logging_as_it_was" in request.fixturenames
