"""Test displayed security, and its class."""

import pandas as pd
import pytest

from esi_data.sde.derived import security


@pytest.mark.parametrize(
    ("status", "shown", "name"),
    [
        (1.0, 1.0, "highsec"),
        (0.9459, 0.9, "highsec"),
        (0.95, 1.0, "highsec"),
        (0.5, 0.5, "highsec"),
        (0.45, 0.5, "highsec"),
        (0.449999, 0.4, "lowsec"),
        (0.35, 0.4, "lowsec"),
        (0.05, 0.1, "lowsec"),
        (0.049999, 0.1, "lowsec"),
        (0.04, 0.1, "lowsec"),
        (1e-9, 0.1, "lowsec"),
        (0.0, 0.0, "nullsec"),
        (-0.04, 0.0, "nullsec"),
        (-0.05, 0.0, "nullsec"),
        (-0.449999, -0.4, "nullsec"),
        (-0.45, -0.4, "nullsec"),
        (-1.0, -1.0, "nullsec"),
    ],
)
def test_security_is_rounded_but_never_to_zero_from_above(status, shown, name):
    """Rounding is to a tenth, halves up; the class follows from the exact value."""
    values = pd.Series([status])
    assert security.shown(values).tolist() == [shown]
    assert security.class_of(values).tolist() == [name]
    assert str(security.shown(values)[0]) == str(shown)  # no -0.0


def test_a_system_without_security_has_no_class():
    """Displayed value and class are missing; the categorical type keeps all three classes."""
    values = pd.Series([None, 0.7], dtype="float64", index=[4, 9])
    assert security.shown(values).isna().tolist() == [True, False]
    assert security.class_of(values).isna().tolist() == [True, False]
    assert list(security.class_of(values).cat.categories) == ["highsec", "lowsec", "nullsec"]
    assert security.class_of(values).index.tolist() == [4, 9]
