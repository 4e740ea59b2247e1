"""What each route answers, out of the world: importing this fills the register.

The functions live by subject in `answers_market`, `answers_universe`, `answers_people` and
`answers_cursor`; what they are given is in `asking`.
"""

from . import answers_cursor, answers_market, answers_people, answers_universe
from .asking import ANSWERS

__all__ = ["ANSWERS", "answers_cursor", "answers_market", "answers_people", "answers_universe"]
