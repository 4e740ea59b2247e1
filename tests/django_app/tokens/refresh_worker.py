"""Worker that uses valid tokens: one of several processes in `test_concurrency`.

On each line of standard input it goes through all tokens, each in a transaction that is rolled back
where the line says `rollback`, and prints how many of them it could use.
"""

import sys

import django

django.setup()

from django.db import transaction  # noqa: E402

from esi.errors import DjangoEsiException  # noqa: E402
from esi.models import Token  # noqa: E402


def usable(pk, rollback):
    """Return True if this worker gets a valid access token."""
    if not rollback:
        return bool(Token.objects.get(pk=pk).valid_access_token())
    with transaction.atomic():
        found = bool(Token.objects.get(pk=pk).valid_access_token())
        transaction.set_rollback(True)
    return found


for line in sys.stdin:
    good = 0
    for pk in Token.objects.order_by("pk").values_list("pk", flat=True):
        try:
            good += usable(pk, "rollback" in line)
        except DjangoEsiException as exc:
            sys.stderr.write(f"{exc!r}\n")
    sys.stdout.write(f"{good}\n")
    sys.stdout.flush()
