"""List the scopes that this site requests from players: `manage.py esi_scopes`."""

from collections import defaultdict
from collections.abc import Iterator
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
            self.stdout.write("\n".join(sorted(needed)))
            return
        with_tokens = Scope.objects.annotate(tokens=Count("token")).filter(tokens__gt=0)
        granted = dict(with_tokens.values_list("name", "tokens"))
        for name in sorted({*needed, *granted}):
            views = ", ".join(sorted(needed.get(name, ()))) or "no view"
            count = granted.get(name, 0)
            self.stdout.write(f"{name}  {count} token{'' if count == 1 else 's'}  {views}")


def _patterns(resolver: Any) -> Iterator[URLPattern]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern)
        else:
            yield pattern
