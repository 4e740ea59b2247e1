"""Make users, tokens, scopes and callbacks for the tests of apps; needs factory_boy."""

from typing import Any

import factory
import factory.fuzzy
from django.contrib.auth import get_user_model

from esi.models import CallbackRedirect, Scope, Token

CHARACTER_IDS = 90_000_000, 98_000_000  # those of characters made since 2010

__all__ = ["CallbackRedirectFactory", "ScopeFactory", "TokenFactory", "UserFactory"]


class UserFactory(factory.django.DjangoModelFactory):
    """Factory of users with the names and the address of a person."""

    class Meta:
        model = get_user_model()
        django_get_or_create = ("username",)

    class Params:
        name = factory.Faker("name")

    first_name = factory.LazyAttribute(lambda user: user.name.split(" ", 1)[0])
    last_name = factory.LazyAttribute(lambda user: user.name.split(" ", 1)[-1])
    username = factory.LazyAttribute(lambda user: user.name.replace(" ", "_"))
    email = factory.LazyAttribute(
        lambda user: f"{user.first_name}.{user.last_name}@example.com".replace(" ", ".").lower()
    )


class ScopeFactory(factory.django.DjangoModelFactory):
    """Factory of scopes; an existing name returns the existing scope."""

    class Meta:
        model = Scope
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda number: f"esi-test.read_scope_{number}.v1")
    help_text = factory.Faker("sentence")


class TokenFactory(factory.django.DjangoModelFactory):
    """Factory of characters' tokens; `scopes=` takes scopes or their names."""

    class Meta:
        model = Token
        skip_postgeneration_save = True

    access_token = factory.Faker("pystr", min_chars=2000, max_chars=2000)
    refresh_token = factory.Faker("pystr", min_chars=24, max_chars=24)
    user = factory.SubFactory(UserFactory)
    character_id = factory.fuzzy.FuzzyInteger(*CHARACTER_IDS)
    character_name = factory.Faker("name")
    token_type = Token.TOKEN_TYPE_CHARACTER
    character_owner_hash = factory.Faker("pystr", min_chars=28, max_chars=28)
    sso_version = 2

    @factory.post_generation
    def scopes(self, create: bool, extracted: Any, **_: Any) -> None:
        """Give the token its scopes."""
        if create and extracted:
            self.scopes.add(
                *(ScopeFactory(name=each) if isinstance(each, str) else each for each in extracted)
            )


class CallbackRedirectFactory(factory.django.DjangoModelFactory):
    """Factory of logins in progress."""

    class Meta:
        model = CallbackRedirect

    session_key = factory.Faker("md5")
    url = factory.Faker("uri_path")
    state = factory.Faker("sha1")
