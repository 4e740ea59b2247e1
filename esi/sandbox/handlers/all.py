"""What each route answers, out of the world: importing this fills the register.

The functions live by subject in `market`, `universe`, `people` and
`cursors`; what they are given is in `registry`.
"""

from esi.sandbox.handlers import cursors, market, people, universe
from esi.sandbox.handlers.registry import ANSWERS

__all__ = ["ANSWERS", "cursors", "market", "people", "universe"]
