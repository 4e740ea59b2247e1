"""Logins of tests: without a person, and without a browser."""

import requests

WALLET = "esi-wallet.read_character_wallet.v1"
ASSETS = "esi-assets.read_assets.v1"
PROJECTS = "esi-corporations.read_projects.v1"
ACCOUNTS = "esi-wallet.read_corporation_wallets.v1"
ASA, BERO, DAIN = 90_000_001, 90_000_002, 90_000_004
TOKEN = "/v2/oauth/token"


def brought_back(sandbox, attempt, character=BERO):
    """Return the address to which the SSO sends the browser after `character` allowed the login."""
    sandbox.sso.auto = character
    answer = requests.get(attempt.url, allow_redirects=False, timeout=60)
    sandbox.sso.auto = None
    return answer.headers["Location"]


def log_in(sandbox, logins, scopes=(WALLET,), character=BERO):
    """Log a character in; returns who it is."""
    attempt = logins.begin(scopes)
    return logins.finish(attempt, brought_back(sandbox, attempt, character))


def expire(logins):
    """Let the time of all access tokens be over."""
    from dataclasses import replace

    for login in logins.store.logins():
        logins.store.put(replace(login, expires_at=0.0))
