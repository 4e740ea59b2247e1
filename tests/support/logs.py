"""Restore the logging of the process after a test that changed it."""

import logging
from contextlib import contextmanager


def _loggers():
    """Return all loggers by name; the root logger has the empty name."""
    named = logging.root.manager.loggerDict.items()
    return {"": logging.root} | {k: v for k, v in named if isinstance(v, logging.Logger)}


@contextmanager
def logging_restored():
    """Restore the levels of all loggers and the handlers of the root logger after the block."""
    handlers = list(logging.root.handlers)
    levels = {name: logger.level for name, logger in _loggers().items()}
    yield
    logging.root.handlers[:] = handlers
    for name, logger in _loggers().items():
        level = levels.get(name, logging.NOTSET)
        if logger.level != level:  # setting a level clears the caches of all loggers
            logger.setLevel(level)
