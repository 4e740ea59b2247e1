"""Compute the systems within reach of a jump drive, in plain values.

Distances are straight lines between the positions of systems; the game counts a light year as
exactly 9.46e15 m.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from esi_data.sde.graph import HIGH_SECURITY

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

LIGHT_YEAR = 9.46e15  # metres
NEW_EDEN = (30_000_000, 30_999_999)  # ids of its systems; wormholes have higher ones
POCHVEN = 10_000_070
JOVE_REGIONS = (10_000_004, 10_000_017, 10_000_019)  # UUA-F4, J7HZ-F, A821-A


def light_years(positions: ArrayLike, origin: ArrayLike) -> NDArray[np.float64]:
    """Return the distance of each position (n x 3, in metres) from `origin`, in light years."""
    apart = np.asarray(positions, float) - np.asarray(origin, float)
    found: NDArray[np.float64] = np.sqrt((apart**2).sum(axis=1)) / LIGHT_YEAR
    return found


def open_to_jump_drives(
    system_ids: ArrayLike, region_ids: ArrayLike, security: ArrayLike
) -> NDArray[np.bool_]:
    """Return True for each system that a jump drive can enter.

    High security, Pochven, the Jove regions and systems outside New Eden are closed to it.

    Args:
        system_ids: ids of the systems.
        region_ids: id of the region of each.
        security: true security status of each, not rounded.
    """
    ids, regions = np.asarray(system_ids), np.asarray(region_ids)
    found: NDArray[np.bool_] = (
        (ids >= NEW_EDEN[0])
        & (ids <= NEW_EDEN[1])
        & (np.asarray(security, float) < HIGH_SECURITY)
        & ~np.isin(regions, (POCHVEN, *JOVE_REGIONS))
    )
    return found
