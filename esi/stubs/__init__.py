"""Which types do editors and type checkers know?

Those of the newest tested compatibility date, from the stub files beside this one.
`manage.py generate_esi_stubs` and `esi-data stubs` write them for another date or document.

At run time there are two names. Programs import the others under `TYPE_CHECKING`.
"""


class ESIClientStub:
    """Client of `esi.openapi_clients` as type checkers see it."""


class ESIClientAsyncStub:
    """The same client, whose results are awaited."""
