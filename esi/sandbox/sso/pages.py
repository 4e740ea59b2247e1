"""Build the consent page of the sandbox's SSO."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

STYLE = """
:root { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem;
  background: radial-gradient(circle at 30% 0, #24303d, #0b0f14 60%); color: #e8edf2;
  font: 16px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
main { width: min(30rem, 100%); background: #141a21; border: 1px solid #2f3b48;
  padding: 1.5rem 2rem 2rem; }
.note { margin: 0 0 1rem; color: #9fb0c0; font-size: .85rem; letter-spacing: .06em;
  text-transform: uppercase; }
h1 { font-size: 1.35rem; font-weight: 600; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2, legend { font-size: .95rem; color: #9fb0c0; font-weight: 600; padding: 0; margin: 0 0 .4rem; }
ul { margin: 0 0 1.25rem; padding-left: 1.2rem; overflow-wrap: anywhere; }
fieldset { border: 0; margin: 0 0 1.5rem; padding: 0; }
label { display: flex; gap: .75rem; align-items: center; padding: .45rem .6rem;
  border: 1px solid transparent; cursor: pointer; }
label:hover { background: #1c2530; }
label:has(input:checked) { background: #1c2b36; border-color: #4aa3c7; }
small { color: #9fb0c0; margin-left: auto; }
input { accent-color: #4aa3c7; width: 1.1rem; height: 1.1rem; margin: 0; }
.actions { display: flex; gap: .75rem; }
button { flex: 1; font: inherit; font-weight: 600; padding: .65rem 1rem; cursor: pointer;
  border: 1px solid #4a5866; background: transparent; color: inherit; }
button.go { background: #2f7d9d; border-color: #2f7d9d; color: #fff; }
button:hover { filter: brightness(1.15); }
:focus-visible { outline: 3px solid #8fd3ee; outline-offset: 2px; }
"""


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
