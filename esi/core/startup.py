"""What makes the first import slow, and how it is put off.

bravado needs jsonschema with its `format-nongpl` extra, which brings `rfc3987_syntax`: a package
that builds a grammar when it is imported, for a second, so that addresses can be checked for their
syntax. The API's documents have no such format, so the grammar can wait until somebody asks.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType

_SLOW = "rfc3987_syntax"


def import_jsonschema() -> None:
    """Import jsonschema with a stand-in for the slow grammar, whose first use brings the real one.

    Does nothing where jsonschema or the grammar is loaded already, or where there is no grammar to
    put off. Nothing of the stand-in stays in `sys.modules`.
    """
    if "jsonschema" in sys.modules or _SLOW in sys.modules:
        return
    if importlib.util.find_spec(_SLOW) is None or importlib.util.find_spec("jsonschema") is None:
        return
    stand_in = ModuleType(_SLOW)

    def is_valid_syntax(term: str, value: str) -> bool:
        checked: bool = importlib.import_module(_SLOW).is_valid_syntax(term, value)
        return checked

    stand_in.is_valid_syntax = is_valid_syntax  # type: ignore[attr-defined]
    sys.modules[_SLOW] = stand_in
    try:
        importlib.import_module("jsonschema")
    finally:
        del sys.modules[_SLOW]
