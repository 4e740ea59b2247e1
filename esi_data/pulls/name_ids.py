"""Replace names by ids, from static data where possible, or else from the API."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from esi.core.blocking import warn_if_blocking
from esi.core.error_text import brief, closest
from esi.errors import ParameterError
from esi_data.caches import lookups
from esi_data.id_columns import TAKES, is_name, takes_names, word_of
from esi_data.operation import is_list_like, schema_of
from esi_data.pulls.fan_out import MOST_CALLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    from esi_data.protocols import EsiLike

    Match = tuple[str, int]  # category and id

OPERATION = "post_universe_ids"

_CALLED = dict(TAKES.values()) | {"agent": "an agent"}
# Keys of the API's answer; the others are plurals.
_CATEGORIES = {"systems": "solar_system"}


def ids(esi: EsiLike, names: str | Iterable[str], category: str | None = None) -> pd.DataFrame:
    """Return the ids of names, a row for each match.

    Columns: `name` (as given), `category` (as in `POST /universe/names`) and `id`. Case does not
    matter, and names may be in any language of the API. Names in static data on this machine cost
    no request; others are requested once a day.

    Args:
        esi: client to request ids with.
        names: one name, or a list.
        category: look for one category only: `inventory_type`, `region`, `solar_system`, ...

    Raises:
        ParameterError: a name is unknown, or of another category.
        HTTPError, ApiConnectionError, ApiTimeoutError: as `future.results`.
    """
    import pandas as pd  # noqa: PLC0415 - slow to import

    from esi_data.frames.arrays import TEXT  # noqa: PLC0415 - pandas is slow to import

    listed = [names] if isinstance(names, str) else list(dict.fromkeys(names))
    if odd := [each for each in listed if not isinstance(each, str)]:
        raise _refusal("ids", "names", f"{brief(odd[0])} is not a name: pass texts")
    if category is not None and category not in _CALLED:
        known = ", ".join(sorted(_CALLED))
        raise _refusal("ids", "category", f"category={category!r} is unknown; use one of: {known}")
    found = _lookup(esi, listed, category)
    rows = []
    for name in listed:
        fitting = [each for each in found[name] if category in {None, each[0]}]
        if not fitting:
            what = (
                f"{name!r} is not the name of {_CALLED[category]}; it" if category else repr(name)
            )
            raise _refusal("ids", "names", what + _hint(esi, name, found[name], category))
        rows += [(name, *each) for each in fitting]
    return pd.DataFrame(
        {
            "name": pd.array([row[0] for row in rows], dtype=TEXT),
            "category": pd.Categorical([row[1] for row in rows], categories=sorted(_CALLED)),
            "id": pd.array([row[2] for row in rows], dtype="int64"),
        }
    )


def with_ids_of_names(esi: EsiLike, operation: Any, params: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of a call or a pull, each name in place of an id replaced by the id.

    Raises:
        ParameterError: a name is unknown, ambiguous, or of another category.
    """
    result = dict(params)
    for name, values in _lists(operation, result):
        texts = [one for one in values if is_name(one)]
        if not texts:
            continue
        category, called = TAKES[word_of(name)]
        found = _lookup(esi, texts, category)
        by_name = {
            text: _only(esi, operation, name, text, found[text], category, called) for text in texts
        }
        replaced = [by_name[one] if is_name(one) else one for one in values]
        result[name] = replaced if is_list_like(result[name]) else replaced[0]
    return result


def names_to_request(esi: EsiLike, operation: Any, params: Mapping[str, Any]) -> list[str]:
    """Return the names that cannot be replaced by ids without a request."""
    left: list[str] = []
    for name, values in _lists(operation, dict(params)):
        category, _ = TAKES[word_of(name)]
        left += _known_here(esi, [one for one in values if is_name(one)], category)[1]
    return left


def _lists(operation: Any, params: dict[str, Any]) -> Iterator[tuple[str, Collection[Any]]]:
    """Yield the parameters that accept names, each with a list of its values.

    Replaces iterators by lists, since they can be read only once. A list that is too long for a
    pull is cut, and the pull refuses it.
    """
    for name, value in params.items():
        param = operation.params.get(name)
        if param is None or not takes_names(name, schema_of(param)):
            continue
        if not is_list_like(value):
            yield name, [value]
            continue
        if not isinstance(value, Collection):
            params[name] = list(itertools.islice(value, MOST_CALLS + 1))
        if len(params[name]) <= MOST_CALLS:
            yield name, params[name]


def _only(
    esi: EsiLike,
    operation: Any,
    name: str,
    text: str,
    found: Sequence[Match],
    category: str,
    called: str,
) -> int:
    """Return the single id of a name in a parameter."""
    fitting = [number for kind, number in found if kind == category]
    if len(fitting) == 1:
        return fitting[0]
    takes = f"{name}={brief(text)}: {name} takes an id or {called}'s name"
    if fitting:
        why = f", and several have that name: pass one of {', '.join(map(str, sorted(fitting)))}"
    else:
        why = "; this" + _hint(esi, text, found, category)
    raise _refusal(operation.operation_id, name, takes + why)


def _hint(esi: EsiLike, name: str, found: Sequence[Match], category: str | None) -> str:
    """Return a hint: the category that a name has instead, or similar names."""
    if found:
        others = ", ".join(f"{_CALLED.get(kind, kind)} ({number})" for kind, number in found)
        return f" is the name of {others}"
    from esi_data.sde.derived.public_ids import known_names  # noqa: PLC0415 - pandas is slow to import
    from esi_data.sde.sde import tables_at_hand  # noqa: PLC0415 - pandas is slow to import

    tables = tables_at_hand(esi)
    known = known_names(tables, category) if tables and category else ()
    return f" is unknown in all languages.{closest(name, known)}"


def _refusal(operation: str, parameter: str, text: str) -> ParameterError:
    return ParameterError(f"{operation}: {text}", operation=operation, parameter=parameter)


def _lookup(esi: EsiLike, names: Iterable[str], category: str | None) -> dict[str, list[Match]]:
    """Return all matches of each name; none for an unknown one."""
    listed = list(names)
    found, left = _known_here(esi, listed, category)
    if left:
        new = _requested(esi, left)
        lookups.write(esi, "ids", new, OPERATION)
        for name, matches in new.items():
            key = name.casefold()
            found[key] = list(dict.fromkeys([*found.get(key, ()), *matches]))
    return {name: found[name.strip().casefold()] for name in listed}


def _known_here(
    esi: EsiLike, names: Iterable[str], category: str | None
) -> tuple[dict[str, list[Match]], list[str]]:
    """Return the matches on this machine by casefolded name, and the names to request.

    Names that static data has in the wanted category need no request.
    """
    from esi_data.sde.derived.public_ids import public_ids  # noqa: PLC0415 - pandas is slow to import
    from esi_data.sde.sde import tables_at_hand  # noqa: PLC0415 - pandas is slow to import

    spelled: dict[str, str] = {}  # first spelling of each name
    for name in names:
        spelled.setdefault(name.strip().casefold(), name.strip())
    tables = tables_at_hand(esi)
    here = public_ids(tables, spelled.values()) if tables else {}
    found = {key: here.get(name, []) for key, name in spelled.items()}
    left = [
        name
        for key, name in spelled.items()
        if not any(category in {None, kind} for kind, _ in found[key])
    ]
    for name, (values, _) in lookups.read(esi, "ids", left).items():
        left.remove(name)
        matches = [(kind, number) for kind, number in values]
        found[name.casefold()] = list(dict.fromkeys([*found[name.casefold()], *matches]))
    return found, left


def _requested(esi: EsiLike, names: Sequence[str]) -> dict[str, list[Match]]:
    """Return the API's matches of names; look up unknown names in each language."""
    warn_if_blocking("`await asyncio.to_thread(esi.ids, names)` before, and pass the ids")
    operation = esi.operation(OPERATION)
    size = schema_of(operation.params["names"]).get("maxItems", 500)
    found: dict[str, list[Match]] = {name: [] for name in names}
    for language in esi.config.languages:
        left = [name for name, of in found.items() if not of]
        for start in range(0, len(left), size):
            part = left[start : start + size]
            answer = operation(names=part).results(language=language)
            spelled = {name.casefold(): name for name in part}
            for key, rows in answer.items():
                kind = _CATEGORIES.get(key, key.removesuffix("s"))
                for row in rows or ():
                    if name := spelled.get(str(row["name"]).casefold()):
                        found[name].append((kind, int(row["id"])))
    return found
