"""Write the files that a release leaves on users' disks: `python leave_behind.py FILE.zip`.

Run it with the code of that release (its wheel, or `PYTHONPATH`). It uses public names only, and a
sandbox. `README.md` here describes the file.
"""

import json
import os
import sqlite3
import sys
import tempfile
import time
import zipfile
from pathlib import Path

OPERATION, COLUMN = "get_contracts_public_region_id", "contract_id"
REGIONS = [10000043, 10000032]
CHARACTER = "Asa Ostrand"
MODES = {"snapshot": None, "append": [COLUMN], "upsert": [COLUMN]}  # and their keys
SCOPES = ["esi-wallet.read_character_wallet.v1"]


def main(target):
    """Write the file."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        browser = f"{sys.executable} -m esi.sandbox.sso.headless_login --character '{CHARACTER}' %s"
        os.environ |= {
            "ESI_CACHE_DIR": str(folder / "cache"),
            "ESI_LOGIN_DIR": str(folder / "logins"),
            "BROWSER": browser,
        }
        from esi.sandbox import Sandbox

        with Sandbox(today="2026-08-18") as sandbox:
            os.environ["ESI_API_URL"] = sandbox.url
            facts = _notebook(folder) | {"api_url": sandbox.url, "written_at": time.time()}
            _site(folder, sandbox)
        (folder / "facts.json").write_text(json.dumps(facts, indent=1), "utf-8")
        _pack(folder, Path(target))


def _notebook(folder):
    """Fill cache folder, login file and datasets; return what a later release must read there."""
    from esi_data import Esi

    esi = Esi("left-behind/1.0 (me@example.com)")
    try:
        esi.login(SCOPES)
        contracts = esi.pull(OPERATION, region_id=REGIONS[0])
        wallet = esi.pull("get_characters_character_id_wallet", character=CHARACTER)
        for mode, key in MODES.items():
            for _ in range(2):
                data = folder / "datasets" / mode
                esi.pull_to(data, OPERATION, region_id=REGIONS, mode=mode, key=key)
        types = esi.sde.types()
        return {
            "contracts": int(contracts[COLUMN].sum()),
            "wallet": float(wallet.iloc[0, -1]),
            "types": len(types),
            "build": int(esi.sde.build),
        }
    finally:
        esi.close()


def _site(folder, sandbox):
    """Write the database of a Django site as SQL: a user, tokens, and a login in progress."""
    import django
    from django.conf import settings

    file = folder / "site.sqlite3"
    settings.configure(
        SECRET_KEY="only-for-tests",
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[
            "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "esi",
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file)}},
    )  # fmt: skip
    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.db import connection

    from esi.models import CallbackRedirect, Scope, Token

    call_command("migrate", verbosity=0)
    user = User.objects.create_user("pilot")
    for number, owner in enumerate(list(sandbox.world.characters.values())[:2]):
        token = Token.objects.create(
            user=user if number == 0 else None,
            access_token=f"access-{number}",
            refresh_token=f"refresh-{number}",
            character_id=owner.character_id,
            character_name=owner.name,
            character_owner_hash=f"owner-{number}",
        )
        token.scopes.set(Scope.objects.get_or_create(name=name)[0] for name in SCOPES)
    CallbackRedirect.objects.create(session_key="s" * 32, state="state", url="/back/", token=token)
    connection.close()
    database = sqlite3.connect(file)
    (folder / "site.sql").write_text("\n".join(database.iterdump()), "utf-8")
    database.close()
    file.unlink()


def _pack(folder, target):
    """Write a folder to a zip, without locks and files that only the same release reads."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "lock" not in path.name and path.parent.name != "frames":
                name = path.relative_to(folder).as_posix()
                archive.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main(*sys.argv[1:])
