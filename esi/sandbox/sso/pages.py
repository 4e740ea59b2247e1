"""Build the consent page of the sandbox's SSO."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def consent_page(client_id: str, scopes: Sequence[str], characters: Mapping[int, Any]) -> str:
    """Return the page on which a player chooses a character and allows or denies the login."""
    items = "".join(f"<li>{escape(scope)}</li>" for scope in scopes)
    choices = "".join(
        f'<label><input type="radio" name="character" value="{number}" required'
        f"{' checked' if first == 0 else ''}> {escape(character.name)} "
        f"<small>{number}</small></label>"
        for first, (number, character) in enumerate(characters.items())
    )
    permissions = (
        f"<h2>It can access</h2><ul>{items}</ul>" if scopes else "<p>It requests no scopes.</p>"
    )
    return _page(
        "Log in",
        f"<h1>{escape(client_id)} wants to log you in</h1>{permissions}"
        f'<form method="post"><fieldset><legend>Your character</legend>{choices}</fieldset>'
        '<div class="actions"><button class="go" name="allow" value="1">Allow</button>'
        '<button name="deny" value="1" formnovalidate>Deny</button></div></form>',
    )


def error_page(problem: str) -> str:
    """Return the page of a login that cannot start."""
    return _page("Login failed", f"<h1>Login failed</h1><p>{escape(problem)}</p>")


def _page(title: str, content: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title} - sandbox SSO</title><style>{STYLE}</style></head>"
        '<body><main><p class="note">Sandbox SSO - all data is made up</p>'
        f"{content}</main></body></html>"
    )
