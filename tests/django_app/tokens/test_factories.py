"""Factories that apps' tests import from `esi.tests.factories_2`."""

import pytest

from esi.models import Token
from esi.tests.factories_2 import CallbackRedirectFactory, ScopeFactory, TokenFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_token_has_an_owner_and_the_scopes_of_these_names():
    """A token made by the factory is found by its user and scopes."""
    token = TokenFactory(scopes=["esi-a.read_b.v1", ScopeFactory(name="esi-c.read_d.v1")])
    found = Token.objects.filter(user=token.user).require_scopes(
        ["esi-a.read_b.v1", "esi-c.read_d.v1"]
    )
    assert found.get() == token
    assert token.can_refresh


def test_a_scope_of_a_name_that_exists_is_that_one():
    """Two tokens of one scope share its row."""
    assert ScopeFactory(name="esi-a.read_b.v1") == ScopeFactory(name="esi-a.read_b.v1")


def test_two_users_and_two_callbacks_differ():
    """Factories make other users and callbacks each time."""
    assert CallbackRedirectFactory().state != CallbackRedirectFactory().state
    assert UserFactory(name="Ana Pilot") != UserFactory(name="Ben Pilot")
