"""Which types do editors and type checkers know?

The stub files in this folder have the types of the newest tested compatibility date.
`manage.py generate_esi_stubs` and `esi-data stubs` write types of another date or document.

Only two names exist at run time. Import the others under `TYPE_CHECKING`.
"""


class ESIClientStub:
    """Client of `esi.openapi_clients` as type checkers see it."""


class ESIClientAsyncStub:
    """Asynchronous client of `esi.openapi_clients`, whose results are awaited."""
