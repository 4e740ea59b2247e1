"""A player without a browser: opens the address of a login, allows it, and goes where it is sent.

    BROWSER="python -m esi.sandbox.sso.headless_login %s"

is what `webbrowser`, and so `Esi.login`, opens.

`--character` chooses one by name or id (the page's first otherwise), `--deny` refuses.
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


class PlayerError(Exception):
    """The login could not be gone through."""


def log_in(url: str, character: str | int | None = None, *, allow: bool = True) -> str:
    """Go through a login at the sandbox's SSO; returns the address that it ended at.

    Raises:
        PlayerError: the address is none of this machine's, the SSO refuses the login, or there is
            no such character.
        OSError: nobody answers.
    """
    if urlsplit(url).hostname not in {"localhost", "127.0.0.1", "::1"}:
        raise PlayerError(f"{url} is no sandbox on this machine")
    ended, page = _open(url)
    choices = {unescape(name): number for number, name in _CHOICE.findall(page)}
    if not choices:  # `sso.auto` asks nobody
        return ended
    wanted = next(iter(choices)) if character is None else str(character)
    number = choices.get(wanted, wanted)
    if number not in choices.values():
        raise PlayerError(f"there is no {wanted!r}; there are {', '.join(choices)}")
    answer = {"character": number, "allow" if allow else "deny": "1"}
    return _open(url, urlencode(answer).encode())[0]


def _open(url: str, form: bytes | None = None) -> tuple[str, str]:
    request = urllib.request.Request(url, form)  # noqa: S310 - checked to be this machine
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:  # noqa: S310
            return response.url, response.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as exc:
        if urlsplit(exc.url or url).path == urlsplit(url).path:
            raise PlayerError(f"the SSO answered {exc.code}") from None
        return exc.url or url, ""  # the application's own page says what it thinks of it


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    found = argparse.ArgumentParser(
        prog="python -m esi.sandbox.sso.headless_login", description=__doc__
    )
    found.add_argument("--character", help="name or id; the first one otherwise")
    found.add_argument("--deny", action="store_true", help="do not allow the login")
    found.add_argument("url", help="the address that the application sends the browser to")
    options = found.parse_args(argv)
    try:
        log_in(options.url, options.character, allow=not options.deny)
    except (PlayerError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
