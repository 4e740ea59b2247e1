"""Make exceptions of other packages bases of ours, without importing these packages.

Programs catch our exceptions under names of packages that need not be installed and take long to
import. A program that names them has imported them, so their exceptions become bases of ours then:
`except` compares classes when something is raised.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec


class ForeignBases(MetaPathFinder):
    """Bases in other packages: (our exception, their module, their exception's name).

    As a finder of `sys.meta_path` it adopts them as soon as their module has been imported.
    """

    def __init__(self, *bases: tuple[type[Exception], str, str]) -> None:
        self._bases = bases
        self._finding: set[str] = set()

    def adopt(self) -> None:
        """Adopt the bases whose modules are imported; bases that do not fit are left out."""
        for ours, module, name in self._bases:
            foreign = getattr(sys.modules.get(module), name, None)
            if isinstance(foreign, type) and not issubclass(ours, foreign):
                with suppress(TypeError):
                    ours.__bases__ = (*ours.__bases__, foreign)

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> ModuleSpec | None:
        """Find one of the modules as others do, and adopt its bases once it is imported."""
        if fullname in self._finding or all(fullname != module for _, module, _ in self._bases):
            return None
        self._finding.add(fullname)  # another finder may ask all finders, too
        try:
            for finder in sys.meta_path:
                spec = finder.find_spec(fullname, path, target)
                if spec is not None:
                    self._watch(spec.loader)
                    return spec
        finally:
            self._finding.discard(fullname)
        return None

    def _watch(self, loader: Any) -> None:
        execute = getattr(loader, "exec_module", None)
        if execute is None:
            return

        def exec_module(module: Any) -> None:
            execute(module)
            self.adopt()

        with suppress(AttributeError):  # a loader without attributes of its own
            loader.exec_module = exec_module
