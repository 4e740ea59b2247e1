"""List the scopes that this site requests from players: `manage.py esi_scopes`."""

from collections import defaultdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Count
from django.urls import URLPattern, URLResolver, get_resolver

from esi.models import Scope


class Command(BaseCommand):
    """List the scopes that views need, and those that tokens have."""

    help = (
        "List the scopes that views with the decorators of esi need, and the number of tokens that "
        "have each. Register all of them for your application at "
        "https://developers.eveonline.com."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the options."""
        parser.add_argument(
            "--plain", action="store_true", help="print only the names that views need"
        )

    def handle(self, **options: Any) -> None:
        """Run the command."""
        needed: defaultdict[str, set[str]] = defaultdict(set)
        for pattern in _patterns(get_resolver()):
            for name in getattr(pattern.callback, "esi_scopes", ()):
                needed[name].add(pattern.lookup_str)
        if options["plain"]:
            for name in sorted(needed):
                self.stdout.write(name)
            return
        granted = dict(
            Scope.objects.annotate(tokens=Count("token"))
            .filter(tokens__gt=0)
            .values_list("name", "tokens")
        )
        for name in sorted({*needed, *granted}):
            views = ", ".join(sorted(needed.get(name, ()))) or "no view"
            count = granted.get(name, 0)
            self.stdout.write(f"{name}  {count} token{'' if count == 1 else 's'}  {views}")


def _patterns(resolver: Any) -> list[URLPattern]:
    found: list[URLPattern] = []
    for pattern in resolver.url_patterns:
        found += _patterns(pattern) if isinstance(pattern, URLResolver) else [pattern]
    return found
