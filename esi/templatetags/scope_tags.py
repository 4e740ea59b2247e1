"""`{% load scope_tags %}`: names of scopes in words."""

from typing import Any

from django import template

from esi.models import friendly_name

register = template.Library()


@register.filter
def scope_friendly_name(scope: Any) -> str:
    """`esi-location.read_ship_type.v1` reads as `read ship type`; takes a name or a `Scope`."""
    return friendly_name(str(scope))
