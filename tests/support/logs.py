"""Logging is set for a whole process; a test that sets it does so for itself alone."""

import logging
from contextlib import contextmanager


def _loggers():
    """Return every logger by name; the root's is the empty one."""
    named = logging.root.manager.loggerDict.items()
    return {"": logging.root} | {k: v for k, v in named if isinstance(v, logging.Logger)}


@contextmanager
def logging_restored():
    """Give all loggers back their levels, and the root its handlers."""
    handlers = list(logging.root.handlers)
    levels = {name: logger.level for name, logger in _loggers().items()}
    yield
    logging.root.handlers[:] = handlers
    for name, logger in _loggers().items():
        logger.setLevel(levels.get(name, logging.NOTSET))
