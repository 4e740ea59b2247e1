"""Log a player in to a running Alliance Auth through the sandbox's single sign-on.

    DJANGO_SETTINGS_MODULE=myauth.settings.local python log_in_allianceauth.py SITE SANDBOX

It walks as a browser does: login, consent page, callback, Alliance Auth's question for an address,
dashboard; then adds a second character, selects one on the page of tokens, refreshes a token, and
lets Alliance Auth's own tasks look at what became of it. Prints a line for each step that held.
"""

import re
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import django
import requests

SITE, SANDBOX = sys.argv[1:]
FIRST, SECOND = 90_000_003, 90_000_006  # of no alliance: the sandbox knows little about those


def held(sentence: str, true: object) -> None:
    """Print a sentence that holds; end at one that does not."""
    if not true:
        sys.exit(f"NOT SO: {sentence}")
    print(sentence, flush=True)


def where(page: requests.Response) -> str:
    """Return the path of the last page of the redirects."""
    return urlsplit(page.url).path


def post(page: requests.Response, **form: object) -> requests.Response:
    """Send a form of a page, with the site's token against forgery."""
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
    if token:
        form["csrfmiddlewaretoken"] = token[1]
    return browser.post(page.url, data=form, headers={"Referer": page.url}, timeout=60)


def allow(page: requests.Response, character: int) -> requests.Response:
    """Choose a character on the consent page, and allow."""
    held("the consent page asks", page.url.startswith(SANDBOX) and 'name="allow"' in page.text)
    return post(page, character=character, allow="1")


browser = requests.Session()
for _ in range(240):
    try:
        start = browser.get(SITE + "/account/login/", timeout=60)
        break
    except requests.ConnectionError:
        time.sleep(0.5)  # it starts
held("/account/login/ answers 200", start.status_code == 200)
held("/sso/callback/ without a login answers 400",
     browser.get(SITE + "/sso/callback/", timeout=60).status_code == 400)  # fmt: skip

django.setup()

from allianceauth.authentication.models import CharacterOwnership  # noqa: E402
from allianceauth.authentication.tasks import check_character_ownership  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402

from esi.models import CallbackRedirect, Token  # noqa: E402
from esi.tasks import cleanup_token, refresh_or_delete_token  # noqa: E402

page = allow(browser.get(SITE + "/sso/login", timeout=60), FIRST)
held("after the callback Alliance Auth asks for an address", where(page) == "/account/register/")
page = post(page, email="player@example.com")
held("then it shows its dashboard", (page.status_code, where(page)) == (200, "/dashboard/"))
user = User.objects.get()
token = Token.objects.get()
held(f"a user was made: {user.username}, {user.profile.main_character}", user.is_active)
held("with a token that is theirs", token.user == user and token.can_refresh)
held("of the scopes that Alliance Auth asks for",
     [scope.name for scope in token.scopes.all()] == ["publicData"])  # fmt: skip
held("and the character is theirs", CharacterOwnership.objects.get().user == user)
held("no login is left under way", not CallbackRedirect.objects.exists())

page = allow(browser.get(SITE + "/account/characters/add/", timeout=60), SECOND)
held("a second character is added", where(page) == "/dashboard/" and page.status_code == 200)
held("each has one token", Token.objects.filter(user=user).count() == 2)

page = browser.get(SITE + "/account/characters/main/", timeout=60)
held("the page of tokens offers both", page.text.count("esi-portrait") == 2)
second = Token.objects.get(character_id=SECOND)
page = post(page, _token=second.pk)
user.profile.refresh_from_db()
held("the one selected becomes the main character",
     user.profile.main_character.character_id == SECOND)  # fmt: skip
post(browser.get(SITE + "/account/characters/main/", timeout=60), _token=token.pk)

page = browser.get(SITE + f"/account/tokens/refresh/{token.pk}", timeout=60)
before, token = token, Token.objects.get(pk=token.pk)
held("a token is refreshed on Alliance Auth's page",
     {token.access_token, token.refresh_token}.isdisjoint(
         {before.access_token, before.refresh_token}))  # fmt: skip

browser = requests.Session()
page = allow(browser.get(SITE + "/sso/login", timeout=60), FIRST)
held("the player logs in again", (page.status_code, where(page)) == (200, "/dashboard/"))
held("and still has two tokens", Token.objects.filter(user=user).count() == 2)

check_character_ownership(token.character_owner_hash)
held("Alliance Auth's task finds the owner unchanged", CharacterOwnership.objects.count() == 2)
Token.objects.update(created="2001-01-01T00:00:00Z")
expired = list(Token.objects.get_expired().values_list("pk", flat=True))
for pk in expired:
    refresh_or_delete_token(pk)
held("the clean-up refreshes both", not Token.objects.get_expired().exists() and len(expired) == 2)
held("and is a task of that name", cleanup_token.name == "esi.tasks.cleanup_token")
texts = [text for row in Token.objects.all() for text in (row.access_token, row.refresh_token)]
texts += [token.access_token, token.refresh_token, before.access_token, before.refresh_token]
logs = [*Path("log").glob("*"), *Path("..").glob("*.log")]
shown = "".join(file.read_text("utf-8", "replace") for file in logs)
held(f"no token is in {len(shown):,} characters of logs, those of DEBUG among them",
     "DEBUG" in shown and not any(text in shown for text in texts))  # fmt: skip
held("Alliance Auth 4.6.4 runs on esi-toolkit", Token.objects.filter(user=user).count() == 2)
