"""Log in at the sandbox's SSO without a browser, as its player would.

    BROWSER="python -m esi.sandbox.sso.headless_login %s"

makes `webbrowser`, and so `Esi.login`, use this command. `--character` selects a character by name
or id (the first one otherwise); `--deny` refuses the login.
"""

import argparse
import re
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from html import unescape
from urllib.parse import urlencode, urlsplit

_CHOICE = re.compile(r'name="character" value="(\d+)"[^>]*> ([^<]*?) <small>')
_SECONDS = 30


class HeadlessLoginError(Exception):
    """Login that failed."""


def log_in(url: str, character: str | int | None = None, *, allow: bool = True) -> str:
    """Log in at the sandbox's SSO and return the address of the last page.

    Raises:
        HeadlessLoginError: the address is not on this machine, the SSO refuses the login, or there
            is no such character.
        OSError: nothing responds at the address.
    """
    if urlsplit(url).hostname not in {"localhost", "127.0.0.1", "::1"}:
        raise HeadlessLoginError(f"{url} is not a sandbox on this machine")
    ended, page = _open(url)
    choices = {unescape(name): number for number, name in _CHOICE.findall(page)}
    if not choices:  # `sso.auto` is set
        return ended
    wanted = next(iter(choices)) if character is None else str(character)
    number = choices.get(wanted, wanted)
    if number not in choices.values():
        raise HeadlessLoginError(f"no character {wanted!r}; characters: {', '.join(choices)}")
    form = {"character": number, "allow" if allow else "deny": "1"}
    return _open(url, urlencode(form).encode())[0]


def _open(url: str, form: bytes | None = None) -> tuple[str, str]:
    request = urllib.request.Request(url, form)  # noqa: S310 - checked to be this machine
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:  # noqa: S310
            return response.url, response.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as exc:
        if urlsplit(exc.url or url).path == urlsplit(url).path:
            raise HeadlessLoginError(f"the SSO responded with {exc.code}") from None
        return exc.url or url, ""  # the application's own page


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    found = argparse.ArgumentParser(
        prog="python -m esi.sandbox.sso.headless_login", description=__doc__
    )
    found.add_argument("--character", help="name or id (default: the first one)")
    found.add_argument("--deny", action="store_true", help="refuse the login")
    found.add_argument("url", help="the address of the login page")
    options = found.parse_args(argv)
    try:
        log_in(options.url, options.character, allow=not options.deny)
    except (HeadlessLoginError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
