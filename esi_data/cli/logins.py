"""The commands of logins: `login`, `characters` and `logout`."""

from __future__ import annotations

import click

from esi_data.cli.completion import complete_character, complete_operation
from esi_data.cli.context import esi_of
from esi_data.cli.output import Output, answers

_client_id = click.option(
    "--client-id", metavar="ID", help="Your application's (default: ESI_SSO_CLIENT_ID)."
)


@click.command()
@click.option("--scope", "scopes", multiple=True, help="What to ask for; repeatable.")
@click.option(
    "--for",
    "operations",
    multiple=True,
    metavar="OPERATION",
    shell_complete=complete_operation,
    help="Ask for what OPERATION needs; repeatable.",
)
@click.option("--no-browser", is_flag=True, help="Show the address; paste the one it ends at.")
@_client_id
@click.pass_context
def login(
    context: click.Context,
    scopes: tuple[str, ...],
    operations: tuple[str, ...],
    no_browser: bool,
    client_id: str | None,
) -> None:
    """Log a character in, with the browser. The login is kept for this user and renewed by itself.

    Then `--character NAME` asks as that character.

    \b
    esi-data login --scope esi-wallet.read_character_wallet.v1
    esi-data login --for get_characters_character_id_assets --no-browser
    esi-data call get_characters_character_id_wallet --character "My Name"
    """
    with esi_of(context, client_id=client_id) as esi:
        found = esi.login([*scopes, *operations], browser=False if no_browser else None)
    click.echo(found.name)


@click.command()
@_client_id
@answers
@click.pass_context
def characters(context: click.Context, client_id: str | None, output: Output) -> None:
    """Show who is logged in, for which scopes.

    \b
    esi-data characters
    esi-data characters --format json
    """
    with esi_of(context, client_id=client_id) as esi:
        found = esi.characters()
    output.write(found)
    if not len(found):
        click.echo("Nobody is logged in: esi-data login --scope ...", err=True)


@click.command(short_help="Log characters out and end their tokens.")
@click.argument("names", nargs=-1, metavar="[CHARACTER]...", shell_complete=complete_character)
@click.option("--all", "everybody", is_flag=True, help="Log all characters out.")
@click.option("--no-revoke", is_flag=True, help="Forget here, and leave it alive at the SSO.")
@_client_id
@click.pass_context
def logout(
    context: click.Context,
    names: tuple[str, ...],
    everybody: bool,
    no_revoke: bool,
    client_id: str | None,
) -> None:
    """Log CHARACTER out (a name or an id): end its tokens at the SSO, and forget them.

    \b
    esi-data logout "My Name"
    esi-data logout --all
    """
    if bool(names) == everybody:
        raise click.UsageError("Name the characters to log out, or pass --all.")
    with esi_of(context, client_id=client_id) as esi:
        who = list(esi.characters()["name"]) if everybody else names
        for name in who:
            esi.logout(name, revoke=not no_revoke)
            click.echo(f"{name} is logged out.", err=True)
