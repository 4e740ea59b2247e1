"""Types of the client, for type checkers: `manage.py generate_esi_stubs` writes a file of them.

At run time there is one name. Programs import the others under `TYPE_CHECKING`.
"""


class ESIClientStub:
    """Client of the API as type checkers see it."""
