import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi_data.sde.graph import (
    PREFERENCES,
    UNREACHABLE,
    cheapest_path,
    entry_costs,
    jumps_from,
    linked,
    with_connections,
)

# A ring of systems in which the short path from 0 to 3 leads through low security:
#   0 (1.0) - 1 (0.3) - 2 (0.3) - 3 (0.9)
#   0 - 5 (0.8) - 4 (0.7) - 6 (0.6) - 3
RING = linked(7, [(0, 1), (1, 2), (2, 3), (0, 5), (5, 4), (4, 6), (6, 3)])
SECURITY = [1.0, 0.3, 0.3, 0.9, 0.7, 0.8, 0.6]
DEAR = math.exp(0.15 * 50)


@st.composite
def maps(draw):
    """Draw a small map: neighbours, security, two systems, and some to avoid."""
    count = draw(st.integers(2, 9))
    system = st.integers(0, count - 1)
    pairs = st.lists(st.tuples(system, system), max_size=2 * count)
    neighbours = with_connections(linked(count, draw(pairs)), draw(pairs))
    security = draw(
        st.lists(
            st.sampled_from([-1.0, 0.0, 0.04, 0.3, 0.449, 0.45, 0.9]),
            min_size=count,
            max_size=count,
        )
    )
    return neighbours, security, draw(system), draw(system), draw(st.sets(system, max_size=3))


def cost_of(path, costs):
    return sum(costs[system] for system in path[1:])


def all_costs(neighbours, costs, start, avoid):
    """Return the cost of reaching each system from `start`, by the Floyd-Warshall algorithm."""
    count = len(neighbours)
    found = np.full((count, count), np.inf)
    np.fill_diagonal(found, 0)
    for one, others in enumerate(neighbours):
        for other in others:
            found[one, other] = min(found[one, other], costs[other])
    for between in set(range(count)) - (avoid - {start}):
        found = np.minimum(found, found[:, between, None] + found[between])
    return found[start]


@given(maps(), st.sampled_from(PREFERENCES), st.sampled_from([0, 1, 50, 100]))
def test_no_path_is_cheaper(made, prefer, penalty):
    """Paths on random maps exist, and cost as much as the Floyd-Warshall algorithm says."""
    neighbours, security, start, end, avoid = made
    costs = entry_costs(security, prefer, penalty)
    path = cheapest_path(neighbours, costs, start, end, avoid)
    least = all_costs(neighbours, costs, start, avoid)[end]
    if path is None:
        assert least == np.inf
        return
    assert (path[0], path[-1]) == (start, end)
    assert all(after in neighbours[before] for before, after in pairwise(path))
    assert not avoid & set(path[1:-1])
    assert cost_of(path, costs) == pytest.approx(least)


@given(maps(), st.sampled_from(PREFERENCES))
def test_jumps_from_a_system_are_those_of_its_paths(made, prefer):
    """Distances and paths agree, since they come from one search."""
    neighbours, security, start, _, avoid = made
    costs = entry_costs(security, prefer, 50)
    jumps = jumps_from(neighbours, costs, start, avoid)
    for end in range(len(neighbours)):
        path = cheapest_path(neighbours, costs, start, end, avoid)
        assert jumps[end] == (UNREACHABLE if path is None else len(path) - 1)


@pytest.mark.parametrize(
    ("prefer", "path"),
    [("shorter", [0, 1, 2, 3]), ("safer", [0, 5, 4, 6, 3]), ("less_secure", [0, 1, 2, 3])],
)
def test_the_preference_chooses_between_a_short_and_a_safe_path(prefer, path):
    """Preferences choose three jumps through low security, or four through high security."""
    assert cheapest_path(RING, entry_costs(SECURITY, prefer, 50), 0, 3) == path


def test_with_a_penalty_of_zero_a_short_path_is_cheapest():
    """With penalty 0, low security costs 1, so a longer path at 0.9 a jump is dearer."""
    assert cheapest_path(RING, entry_costs(SECURITY, "safer", 0), 0, 3) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("prefer", "costs"),
    [
        ("shorter", [1, 1, 1, 1, 1, 1]),
        ("safer", [2 * DEAR, 2 * DEAR, DEAR, DEAR, 0.9, 0.9]),
        ("less_secure", [2 * DEAR, 2 * DEAR, 0.9, 0.9, DEAR, DEAR]),
    ],
)
def test_costs_are_the_documented_ones(prefer, costs):
    """Costs at the limits of the security classes follow the documentation."""
    security = [-0.3, 0.0, 0.01, 0.449, 0.45, 1.0]
    assert entry_costs(security, prefer, 50) == pytest.approx(costs)


def test_the_start_costs_nothing():
    """Only entering a system has a cost, so leaving null security is free."""
    neighbours = linked(3, [(0, 1), (1, 2)])
    costs = entry_costs([-1.0, 0.9, 0.9], "safer", 50)
    assert cost_of(cheapest_path(neighbours, costs, 0, 2), costs) == pytest.approx(1.8)


def test_a_path_to_the_same_system_has_no_jumps():
    """Paths from a system to itself contain only that system, even if it is avoided."""
    assert cheapest_path(RING, [1.0] * 7, 4, 4, avoid={4}) == [4]


def test_a_connection_leads_one_way():
    """One-way connections are not used for the way back."""
    neighbours = with_connections(RING, [(0, 3)])
    assert cheapest_path(neighbours, [1.0] * 7, 0, 3) == [0, 3]
    assert cheapest_path(neighbours, [1.0] * 7, 3, 0) == [3, 2, 1, 0]


def test_connections_leave_the_map_as_it_was():
    """Adding connections leaves the neighbours unchanged, which all routes share."""
    before = list(RING)
    with_connections(RING, [(0, 3), (3, 0)])
    assert before == RING


def test_an_avoided_system_may_be_an_end_of_a_path():
    """Paths may start or end in an avoided system."""
    assert cheapest_path(RING, [1.0] * 7, 1, 3, avoid={1, 3}) == [1, 2, 3]
    assert cheapest_path(RING, [1.0] * 7, 0, 3, avoid={1, 4}) is None
