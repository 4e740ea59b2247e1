"""Define the model field of a token, whose text no error page and no log of SQL shows."""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
from typing import Any

from django.db import models
from django.db.backends.signals import connection_created

from esi.core.sso.messages import Secret


class TokenField(models.TextField):
    """Text field whose values, also those among a statement's parameters, are `Secret`s."""

    def from_db_value(self, value: str | None, *_: object) -> Secret | None:
        """Hide a value of the database."""
        return None if value is None else Secret(value)

    def get_prep_value(self, value: Any) -> Any:
        """Hide a parameter of a statement."""
        text = super().get_prep_value(value)
        return Secret(text) if isinstance(text, str) else text

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Hide a value that a program has set."""
        value = self.get_prep_value(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def deconstruct(self) -> Any:
        """Describe the column to migrations: it is that of a `TextField`."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs


def _hide_tokens(connection: Any, **_: object) -> None:
    """Keep tokens out of the SQL that Django records and logs while DEBUG is on."""
    written_out = connection.ops.last_executed_query
    if getattr(written_out, "hides_tokens", False):
        return  # a new connection of the same thread

    def last_executed_query(cursor: Any, sql: str, params: Any) -> str:
        """Return a statement with its parameters, or with placeholders if one is a token."""
        return str(sql if _has_token(params) else written_out(cursor, sql, params))

    last_executed_query.hides_tokens = True  # type: ignore[attr-defined]
    connection.ops.last_executed_query = last_executed_query


def _has_token(params: Any) -> bool:
    if isinstance(params, dict):
        params = params.values()
    elif not isinstance(params, list | tuple):
        return isinstance(params, Secret)
    return any(map(_has_token, params))


connection_created.connect(_hide_tokens, dispatch_uid="esi.fields")
