"""What makes the first import slow, and how it is put off; what makes it loud.

bravado needs jsonschema with its `format-nongpl` extra, which brings packages that check the syntax
of addresses, colours, durations and host names. Importing them takes longer than all the rest
(`rfc3987_syntax` builds a grammar, `isoduration` loads a calendar), and the API's documents have
none of these formats, so they can wait until somebody asks. So can YAML, which they are not
written in.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import warnings
from types import ModuleType
from typing import Any

# Package -> what bravado and jsonschema call of it, and the error that they catch by the package's
# name. Another name that they take brings the package at once.
_PUT_OFF: dict[str, tuple[tuple[str, ...], str | None]] = {
    "fqdn": (("FQDN",), None),
    "importlib_resources": (("as_file", "files"), None),
    "isoduration": (("parse_duration",), "DurationParsingException"),
    "rfc3339_validator": (("validate_rfc3339",), None),
    "rfc3986_validator": (("validate_rfc3986",), None),
    "rfc3987_syntax": (("is_valid_syntax",), None),
    "uri_template": (("validate",), None),
    "webcolors": (("name_to_hex", "normalize_hex"), None),
    "yaml": (("CSafeLoader", "SafeLoader", "load"), None),
}


def import_bravado() -> None:
    """Import bravado with stand-ins for what it seldom needs; their first use brings the real.

    Nothing is put off that is loaded already, and nothing of a stand-in stays in `sys.modules`.
    bravado's warnings of a name that jsonschema is going to remove are bravado's to mend: programs
    that make errors of warnings could not import it at all.
    """
    away = [name for name in _PUT_OFF if name not in sys.modules and importlib.util.find_spec(name)]
    sys.modules.update({name: _StandIn(name, *_PUT_OFF[name]) for name in away})
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            importlib.import_module("bravado.client")
    finally:
        for name in away:
            if isinstance(sys.modules.get(name), _StandIn):
                del sys.modules[name]


class _StandIn(ModuleType):
    """A module until it is needed."""

    def __init__(self, name: str, functions: tuple[str, ...], error: str | None) -> None:
        super().__init__(name)
        self._error = type(error, (ValueError,), {}) if error else None
        if error:
            setattr(self, error, self._error)
        for function in functions:
            setattr(self, function, self._standing_in_for(function))

    def _standing_in_for(self, function: str) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            real = self._real()
            try:
                return getattr(real, function)(*args, **kwargs)
            except ValueError as exc:
                if self._error and isinstance(exc, getattr(real, self._error.__name__)):
                    raise self._error(str(exc)) from exc
                raise

        return call

    def _real(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return importlib.import_module(self.__name__)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the import system's own questions
            raise AttributeError(name)
        return getattr(self._real(), name)
