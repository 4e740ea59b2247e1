"""Cache lookups of single ids and names, in the same cache as responses."""

from __future__ import annotations

import json
import logging
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, TypeVar

from esi.core.cache.protocol import forgiving

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from esi_data.protocols import EsiLike

logger = logging.getLogger("esi_data")

LIFETIME = 24 * 3600  # seconds; most things can be renamed, so no longer

Key = TypeVar("Key", bound=int | str)


def read(esi: EsiLike, kind: str, keys: Iterable[Key]) -> dict[Key, tuple[list[Any], float]]:
    """Return the cached JSON values of keys, and the age of each in seconds; offline, 0."""
    found: dict[Key, tuple[list[Any], float]] = {}
    names = {_name(esi, kind, key): key for key in keys}
    now = esi.engine.clock()
    with forgiving(logger):
        for name, data in esi.engine.responses.read(list(names)).items():
            if isinstance(data, bytes):
                *values, at = json.loads(data)
                age = 0.0 if esi.config.offline else now - at
                if age < LIFETIME:
                    found[names[name]] = values, age
    return found


def write(esi: EsiLike, kind: str, values: Mapping[Key, Sequence[Any]], operation: str) -> None:
    """Cache values that `operation` returned for a day, if the cache stores responses."""
    cache, now = esi.engine.cache, esi.engine.clock()
    if cache is None or not esi.config.cache_response:
        return
    tag = {"tag": operation} if hasattr(cache, "tag_index") else {}
    with forgiving(logger), getattr(cache, "transact", nullcontext)():
        for key, each in values.items():
            data = json.dumps([*each, now]).encode()
            cache.set(_name(esi, kind, key), data, LIFETIME, **tag)


def _name(esi: EsiLike, kind: str, key: int | str) -> str:
    config = esi.config
    return f"esi_{kind}_{config.api_url}_{config.api_datasource}_{key}"
