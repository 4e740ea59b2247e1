"""Import packages that use jsonschema quickly and quietly.

jsonschema's extra `format-nongpl`, which bravado and Jupyter require, installs packages that check
the syntax of addresses, colours, durations and host names. Importing them takes longer than
everything else (`rfc3987_syntax` builds a grammar, `isoduration` loads a calendar). The API's
documents use none of these formats and no YAML, so stand-ins load the real packages on first use.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import warnings
from types import ModuleType
from typing import Any

# Package -> (functions that bravado and jsonschema call, exception that they catch by the package's
# name). Any other attribute loads the package at once.
_DEFERRED: dict[str, tuple[tuple[str, ...], str | None]] = {
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


def import_fast(module: str) -> None:
    """Import a module with stand-ins for packages that it seldom needs.

    Packages that are loaded already stay as they are, and no stand-in remains in `sys.modules`.
    Deprecation warnings are silenced, or programs that turn warnings into errors could not import
    bravado.
    """
    deferred = [
        name for name in _DEFERRED if name not in sys.modules and importlib.util.find_spec(name)
    ]
    sys.modules.update({name: _StandIn(name, *_DEFERRED[name]) for name in deferred})
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            importlib.import_module(module)
    finally:
        for name in deferred:
            if isinstance(sys.modules.get(name), _StandIn):
                del sys.modules[name]


class _StandIn(ModuleType):
    """Stand-in for a module; the first use imports the real one."""

    def __init__(self, name: str, functions: tuple[str, ...], error: str | None) -> None:
        super().__init__(name)
        self._error = type(error, (ValueError,), {}) if error else None
        if error:
            setattr(self, error, self._error)
        for function in functions:
            setattr(self, function, self._deferred_call(function))

    def _deferred_call(self, function: str) -> Any:
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
        if name.startswith("__"):  # looked up by the import system
            raise AttributeError(name)
        return getattr(self._real(), name)
