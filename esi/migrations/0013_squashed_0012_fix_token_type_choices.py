"""The tables of the 5.x line, in one step.

It replaces the twelve migrations of that line, whose names other apps depend on, and bears the name
of release 10's, so that three kinds of databases need nothing: those of release 5, those of release
10, and new ones. Django takes it for applied where all twelve are recorded. Where only some are,
the check `esi.E008` stops `migrate` before anything runs.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from esi.migrations import REPLACED

# What the SSO tells players about the scopes of its first days.
SCOPES = [
    (
        "esi-planets.manage_planets.v1",
        "Allows reading a list of a character's planetary colonies, and the details of those colonies.",
    ),
    ("esi-ui.open_window.v1", "Allows open window in game client remotely."),
    ("esi-assets.read_assets.v1", "Allows reading a list of assets that the character owns."),
    (
        "esi-calendar.read_calendar_events.v1",
        "Allows reading a character's calendar, including corporate events.",
    ),
    (
        "esi-bookmarks.read_character_bookmarks.v1",
        "Allows reading of a character's bookmarks and bookmark folders.",
    ),
    (
        "esi-wallet.read_character_wallet.v1",
        "Allows reading of a character's wallet, journal and transaction history.",
    ),
    (
        "esi-clones.read_clones.v1",
        "Allows reading the locations of a character's jump clones and their implants.",
    ),
    (
        "esi-characters.read_contacts.v1",
        "Allows reading of a character's contacts list, and calculation of CSPA charges.",
    ),
    (
        "esi-corporations.read_corporation_membership.v1",
        "Allows reading a list of the ID's and roles of a character's fellow corporation members.",
    ),
    ("esi-fleets.read_fleet.v1", "Allows reading information about fleets."),
    ("esi-killmails.read_killmails.v1", "Allows reading of a character's kills and losses."),
    ("esi-location.read_location.v1", "Allows reading of a character's active ship location."),
    ("esi-location.read_ship_type.v1", "Allows reading of a character's active ship class."),
    (
        "esi-skills.read_skillqueue.v1",
        "Allows reading of a character's currently training skill queue.",
    ),
    ("esi-skills.read_skills.v1", "Allows reading of a character's currently known skills."),
    (
        "esi-universe.read_structures.v1",
        "Allows querying the location and type of structures that the character has docking access at.",
    ),
    (
        "esi-calendar.respond_calendar_events.v1",
        "Allows updating of a character's calendar event responses.",
    ),
    (
        "esi-search.search_structures.v1",
        "Allows searching over all structures that a character can see in the structure browser.",
    ),
    ("esi-fleets.write_fleet.v1", "Allows manipulating fleets."),
    ("esi-ui.write_waypoint.v1", "Allows manipulating waypoints in game client remotely."),
]


def fill_scopes(apps, schema_editor):
    """Add the scopes that the 5.x line's second migration added."""
    scopes = apps.get_model("esi", "Scope").objects.using(schema_editor.connection.alias)
    for name, help_text in SCOPES:
        scopes.get_or_create(name=name, defaults={"help_text": help_text})


class Migration(migrations.Migration):
    """Make the tables, and fill in the scopes."""

    initial = True

    replaces = [("esi", name) for name in REPLACED]

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Scope",
            fields=[
                (
                    "id",
                    models.AutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(help_text="As the SSO names it.", max_length=100, unique=True),
                ),
                ("help_text", models.TextField(help_text="What the SSO tells players about it.")),
            ],
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                (
                    "id",
                    models.AutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created", models.DateTimeField(auto_now_add=True)),
                (
                    "access_token",
                    models.TextField(editable=False, help_text="The access token granted by SSO."),
                ),
                (
                    "refresh_token",
                    models.TextField(
                        blank=True,
                        default=None,
                        editable=False,
                        help_text="A re-usable token to generate new access tokens upon expiry.",
                        null=True,
                    ),
                ),
                (
                    "character_id",
                    models.IntegerField(
                        db_index=True,
                        help_text="The ID of the EVE character who authenticated by SSO.",
                    ),
                ),
                (
                    "character_name",
                    models.CharField(
                        db_index=True,
                        help_text="The name of the EVE character who authenticated by SSO.",
                        max_length=100,
                    ),
                ),
                (
                    "token_type",
                    models.CharField(
                        choices=[("character", "Character"), ("corporation", "Corporation")],
                        default="character",
                        help_text="The applicable range of the token.",
                        max_length=100,
                    ),
                ),
                (
                    "character_owner_hash",
                    models.CharField(
                        db_index=True,
                        help_text="The unique string identifying this character and its owning EVE account. Changes if the owning account changes.",
                        max_length=254,
                    ),
                ),
                ("sso_version", models.IntegerField(default=2, help_text="EVE SSO Version.")),
                (
                    "scopes",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The access scopes granted by this token.",
                        to="esi.scope",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        help_text="The user to whom this token belongs.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CallbackRedirect",
            fields=[
                (
                    "id",
                    models.AutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "session_key",
                    models.CharField(
                        help_text="The browser session that began the login.",
                        max_length=254,
                        unique=True,
                    ),
                ),
                (
                    "url",
                    models.TextField(
                        default="/", help_text="Where to go on when the login is done."
                    ),
                ),
                (
                    "state",
                    models.CharField(help_text="What the SSO must send back.", max_length=128),
                ),
                ("created", models.DateTimeField(auto_now_add=True)),
                (
                    "token",
                    models.ForeignKey(
                        blank=True,
                        help_text="What the login brought.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="esi.token",
                    ),
                ),
            ],
        ),
        migrations.RunPython(fill_scopes, migrations.RunPython.noop),
    ]
