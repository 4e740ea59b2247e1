"""Find the cheapest paths through the stargates, in plain values.

Systems are numbered from 0. The cost of a route is the sum of the costs of entering each system
after the first, as in the game's documentation of routes.
"""

from __future__ import annotations

import heapq
import math
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from numpy.typing import ArrayLike

Prefer = Literal["shorter", "safer", "less_secure"]
PREFERENCES: tuple[Prefer, ...] = get_args(Prefer)
Neighbours = list[tuple[int, ...]]  # neighbours of each system, by its number

HIGH_SECURITY = 0.45  # and above; shown as 0.5
NULL_SECURITY = 0.0  # and below
_FAVOURED = 0.90
UNREACHABLE = -1  # jumps to a system without a path


def entry_costs(security: ArrayLike, prefer: Prefer, penalty: float) -> list[float]:
    """Return the cost of entering each system.

    Args:
        security: true security status of each system, not rounded.
        prefer: `shorter` counts jumps; `safer` and `less_secure` raise the cost of other systems.
        penalty: size of that increase, 0 to 100.
    """
    status = np.asarray(security, float)
    if prefer == "shorter":
        return [1.0] * len(status)
    dear = math.exp(0.15 * penalty)
    high, low = (_FAVOURED, dear) if prefer == "safer" else (dear, _FAVOURED)
    costs = np.where(status >= HIGH_SECURITY, high, low)
    found: list[float] = np.where(status <= NULL_SECURITY, 2 * dear, costs).tolist()
    return found


def linked(count: int, pairs: Iterable[tuple[int, int]]) -> Neighbours:
    """Return the neighbours of each of `count` systems, from pairs that lead both ways."""
    found: list[set[int]] = [set() for _ in range(count)]
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return [tuple(sorted(each)) for each in found]


def with_connections(neighbours: Neighbours, pairs: Iterable[tuple[int, int]]) -> Neighbours:
    """Return a copy with additional one-way pairs (from, to)."""
    found = list(neighbours)
    for start, end in pairs:
        if end not in found[start]:
            found[start] = (*found[start], end)
    return found


def cheapest_path(
    neighbours: Neighbours,
    costs: Sequence[float],
    start: int,
    end: int,
    avoid: Collection[int] = (),
) -> list[int] | None:
    """Return the systems of the cheapest path from `start` to `end`, or None without a path.

    A system in `avoid` may be `start` or `end`, but never lies between them.
    """
    before, jumps = _search(neighbours, costs, start, avoid, end)
    if jumps[end] == UNREACHABLE:
        return None
    path = [end]
    while path[-1] != start:
        path.append(before[path[-1]])
    return path[::-1]


def jumps_from(
    neighbours: Neighbours, costs: Sequence[float], start: int, avoid: Collection[int] = ()
) -> list[int]:
    """Return the jumps of the cheapest path from `start` to each system, or `UNREACHABLE`."""
    return _search(neighbours, costs, start, avoid)[1]


def _search(
    neighbours: Neighbours,
    costs: Sequence[float],
    start: int,
    avoid: Collection[int],
    end: int | None = None,
) -> tuple[list[int], list[int]]:
    """Run Dijkstra's algorithm; return the predecessor of each system, and the jumps to each.

    The search stops once the path to `end` is known.
    """
    best = [math.inf] * len(neighbours)
    before = [start] * len(neighbours)
    jumps = [UNREACHABLE] * len(neighbours)
    best[start], jumps[start] = 0.0, 0
    closed = set(avoid) - {start}
    queue = [(0.0, start)]
    while queue:
        cost, system = heapq.heappop(queue)
        if system == end:
            break
        if cost > best[system] or system in closed:
            continue
        further = jumps[system] + 1
        for each in neighbours[system]:
            reached = cost + costs[each]
            if reached < best[each]:
                best[each], before[each], jumps[each] = reached, system, further
                heapq.heappush(queue, (reached, each))
    return before, jumps
