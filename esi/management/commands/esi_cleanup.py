"""`manage.py esi_cleanup`: what the clean-up tasks do, for sites without Celery."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from esi.models import Token
from esi.tasks import cleanup_callbackredirect


class Command(BaseCommand):
    """Delete old logins, and refresh or delete expired tokens."""

    help = (
        "Delete logins that were not finished, refresh expired tokens, and delete those that "
        "cannot be refreshed any more. Run it once a day where no Celery does it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the options."""
        parser.add_argument(
            "--max-age", type=int, default=300, metavar="SECONDS",
            help="how old an unfinished login may be (default: %(default)s)",
        )  # fmt: skip
        parser.add_argument(
            "--keep-tokens", action="store_true", help="leave tokens alone, delete logins only"
        )

    def handle(self, **options: Any) -> None:
        """Run."""
        cleanup_callbackredirect(options["max_age"])
        if options["keep_tokens"]:
            return
        before = Token.objects.count()
        expired = Token.objects.get_expired()
        asked = expired.count()
        refreshed = expired.bulk_refresh().count()
        deleted = before - Token.objects.count()
        kept = asked - refreshed - deleted
        self.stdout.write(
            f"{asked} expired tokens: {refreshed} refreshed, {deleted} deleted, {kept} kept "
            "although the SSO did not answer."
            if kept > 0
            else f"{asked} expired tokens: {refreshed} refreshed, {deleted} deleted."
        )
