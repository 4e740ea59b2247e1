"""Collect the handlers of every route: importing this module registers them."""

from esi.sandbox.handlers import cursors, holdings, market, people, universe
from esi.sandbox.handlers.registry import HANDLERS

__all__ = ["HANDLERS", "cursors", "holdings", "market", "people", "universe"]
