"""`manage.py esi_cleanup`: what the clean-up tasks do, for sites without Celery."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from esi.models import CallbackRedirect, Token
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
        logins = CallbackRedirect.objects.count()
        cleanup_callbackredirect(options["max_age"])
        logins -= CallbackRedirect.objects.count()
        self.stdout.write(f"Unfinished logins: {logins} deleted.")
        if options["keep_tokens"]:
            return
        expired = Token.objects.get_expired()
        asked, refreshed, deleted = expired.count(), 0, 0
        # On a terminal alone: a log of cron needs no bar.
        for token, is_new in tqdm(expired.refresh_each(), total=asked, unit="token", disable=None):
            refreshed += is_new
            deleted += token.pk is None
        kept = asked - refreshed - deleted
        self.stdout.write(f"Expired tokens: {refreshed} refreshed, {deleted} deleted, {kept} kept.")
        if kept:
            self.stdout.write("Those kept are tried again next time: the SSO did not answer.")
