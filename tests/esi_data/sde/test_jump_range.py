import pytest

from esi_data.sde.jump_range import LIGHT_YEAR, light_years, open_to_jump_drives


def test_distances_are_straight_lines_in_light_years():
    """Light years in the game are 9.46e15 m, a little less than astronomical ones."""
    assert LIGHT_YEAR == 9.46e15
    found = light_years([(0, 0, 0), (3 * 9.46e15, 0, 4 * 9.46e15)], (0, 0, 0))
    assert found.tolist() == pytest.approx([0, 5])


@pytest.mark.parametrize(
    ("system", "region", "security", "allowed"),
    [
        (30_000_001, 10_000_002, 0.44, True),
        (30_000_001, 10_000_002, -1.0, True),
        (30_000_001, 10_000_002, 0.45, False),
        (30_000_001, 10_000_002, 0.9, False),
        (30_000_157, 10_000_070, -1.0, False),
        (30_000_001, 10_000_004, -0.2, False),
        (30_000_001, 10_000_017, -0.2, False),
        (30_000_001, 10_000_019, -0.2, False),
        (31_000_001, 11_000_001, -0.99, False),
        (32_000_001, 12_000_001, -0.99, False),
    ],
)
def test_a_jump_drive_enters_only_what_the_game_allows(system, region, security, allowed):
    """Jump drives cannot enter high security, Pochven, the Jove regions, wormholes or the abyss."""
    assert open_to_jump_drives([system], [region], [security]).tolist() == [allowed]
