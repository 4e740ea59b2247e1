"""Clean up as the Celery tasks do, for sites without Celery: `manage.py esi_cleanup`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from esi.models import CallbackRedirect, Token
from esi.tasks import cleanup_callbackredirect


class Command(BaseCommand):
    """Delete old logins, and refresh or delete expired tokens."""

    help = (
        "Delete unfinished logins, refresh expired tokens, and delete tokens that can never be "
        "refreshed again. Run it once a day on a site without Celery."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the options."""
        age = "maximum age of an unfinished login (default: %(default)s)"
        parser.add_argument("--max-age", type=int, default=300, metavar="SECONDS", help=age)
        parser.add_argument(
            "--keep-tokens", action="store_true", help="delete unfinished logins only"
        )

    def handle(self, **options: Any) -> None:
        """Run the command."""
        logins = CallbackRedirect.objects.count()
        cleanup_callbackredirect(options["max_age"])
        logins -= CallbackRedirect.objects.count()
        self.stdout.write(f"Unfinished logins: {logins} deleted.")
        if options["keep_tokens"]:
            return
        _count, rows = Token.objects.get_orphaned().delete()
        orphaned = rows.get("esi.Token", 0)
        expired = Token.objects.get_expired()
        total, refreshed, deleted = expired.count(), 0, 0
        # disable=None: no progress bar unless standard error is a terminal.
        for token, is_new in tqdm(expired.refresh_each(), total=total, unit="token", disable=None):
            refreshed += is_new
            deleted += token.pk is None
        kept = total - refreshed - deleted
        if orphaned:
            self.stdout.write(f"Expired tokens of no user: {orphaned} deleted.")
        self.stdout.write(f"Expired tokens: {refreshed} refreshed, {deleted} deleted, {kept} kept.")
        if kept:
            self.stdout.write("The SSO failed; the next run tries the kept tokens again.")
