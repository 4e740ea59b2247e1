"""Look up systems by id or by name, in every language of the static data."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from numbers import Integral
from typing import TYPE_CHECKING, Any

from esi.core.error_text import brief, closest
from esi.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MOST = 5  # systems listed in a message


class SystemNames:
    """Index of systems.

    Args:
        ids: id of each system.
        names: names of each system, by language; None or NA if missing.
    """

    def __init__(self, ids: Sequence[int], names: Mapping[str, Sequence[Any]]) -> None:
        self._ids = ids
        self._names = names
        self._rows = {system_id: row for row, system_id in enumerate(ids)}

    def row(self, system: Any, parameter: str) -> int:
        """Return the row of a system, given by its id or by its name in any language and case.

        Raises:
            ParameterError: the system is unknown, or its name is ambiguous; the message lists
                candidates.
        """
        if isinstance(system, Integral) and not isinstance(system, bool):
            return self._row_of_id(int(system), parameter)
        if not isinstance(system, str):
            raise _error(parameter, system, "is not a system: pass its name or its id")
        name = system.strip()
        if name.isascii() and name.isdigit():
            return self._row_of_id(int(name), parameter)
        rows = sorted(self._by_name.get(name.casefold(), ()))
        if len(rows) == 1:
            return rows[0]
        if not rows:
            raise _error(parameter, system, f"is not the name of a system.{self._similar(name)}")
        candidates = [str(self._ids[row]) for row in rows[:_MOST]]
        if len(rows) > _MOST:
            candidates.append("...")
        raise _error(
            parameter,
            system,
            f"is the name of {len(rows)} systems ({', '.join(candidates)}): pass the id of one",
        )

    def rows(self, systems: Iterable[Any], parameter: str) -> list[int]:
        """Return the rows of several systems in their order, without duplicates.

        Raises:
            ParameterError: see `row`.
        """
        return list(dict.fromkeys(self.row(system, parameter) for system in systems))

    def _row_of_id(self, system_id: int, parameter: str) -> int:
        if system_id not in self._rows:
            raise _error(parameter, system_id, "is not the id of a system in the static data")
        return self._rows[system_id]

    @cached_property
    def _by_name(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for names in self._names.values():
            for row, name in enumerate(names):
                if isinstance(name, str):
                    found[name.casefold()].add(row)
        return dict(found)

    def _similar(self, name: str) -> str:
        """Suggest similar English names, or names in all languages if the script is not Latin."""
        codes = ["en"] if name.isascii() and "en" in self._names else list(self._names)
        return closest(name, {n for code in codes for n in self._names[code] if isinstance(n, str)})


def _error(parameter: str, value: Any, text: str) -> ParameterError:
    return ParameterError(f"{parameter}={brief(value)} {text}", parameter=parameter)
