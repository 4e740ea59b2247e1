"""Define the commands `login`, `characters` and `logout`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from esi_data.cli.completion import complete_character, complete_operation
from esi_data.cli.context import with_esi
from esi_data.cli.output import Output, output_options
from esi_data.cli.text import say

if TYPE_CHECKING:
    from esi_data.client import Esi

_client_id = click.option(
    "--client-id", metavar="ID", help="Client id of your application (default: ESI_SSO_CLIENT_ID)."
)


@click.command()
@click.option("--scope", "scopes", multiple=True, help="Scope to request; repeatable.")
@click.option(
    "--for",
    "operations",
    multiple=True,
    metavar="OPERATION",
    shell_complete=complete_operation,
    help="Request the scopes that OPERATION needs; repeatable.",
)
@click.option(
    "--no-browser", is_flag=True, help="Print the login address, then ask for the final one."
)
@_client_id
@with_esi
def login(esi: Esi, scopes: tuple[str, ...], operations: tuple[str, ...], no_browser: bool) -> None:
    """Log a character in with the browser. The login is saved for this user and refreshed.

    Then pass `--character NAME` to call as that character.

    \b
    esi-data login --scope esi-wallet.read_character_wallet.v1
    esi-data login --for get_characters_character_id_assets --no-browser
    esi-data call get_characters_character_id_wallet --character "My Name"
    """
    found = esi.login([*scopes, *operations], browser=False if no_browser else None)
    say(found.name, err=False)


@click.command()
@_client_id
@output_options
@with_esi
def characters(esi: Esi, output: Output) -> None:
    """List logged-in characters and their scopes.

    \b
    esi-data characters
    esi-data characters --format json
    """
    found = esi.characters()
    output.write(found)
    if not len(found):
        say("Nobody is logged in. Log in with: esi-data login --scope ...")


@click.command(short_help="Log characters out and revoke their tokens.")
@click.argument("names", nargs=-1, metavar="[CHARACTER]...", shell_complete=complete_character)
@click.option("--all", "everybody", is_flag=True, help="Log all characters out.")
@click.option("--no-revoke", is_flag=True, help="Do not revoke the login at the SSO.")
@_client_id
@with_esi
def logout(esi: Esi, names: tuple[str, ...], everybody: bool, no_revoke: bool) -> None:
    """Log CHARACTER (name or id) out: revoke its tokens at the SSO and delete them here.

    \b
    esi-data logout "My Name"
    esi-data logout --all
    """
    if bool(names) == everybody:
        raise click.UsageError("Name the characters to log out, or pass --all.")
    for name in list(esi.characters()["name"]) if everybody else names:
        esi.logout(name, revoke=not no_revoke)
        say(f"{name} is logged out.")
