"""Say that no token needs the upgrade of the 5.x line: `manage.py migrate_to_ssov2`."""

from typing import Any

from django.core.management.base import BaseCommand

from esi.models import Token


class Command(BaseCommand):
    """Count tokens of the SSO's version 1, which EVE has switched off."""

    help = "Deprecated. The SSO's version 1 no longer exists, so there is nothing to migrate."

    def handle(self, **_options: Any) -> None:
        """Run the command."""
        old = Token.objects.filter(sso_version=1).count()
        self.stdout.write("The SSO's version 1 no longer exists, so there is nothing to migrate.")
        self.stdout.write(
            f"Tokens marked as version 1: {old}. The next refresh marks them as version 2."
        )
