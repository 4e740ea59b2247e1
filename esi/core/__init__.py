"""The engine: everything a request to ESI needs, without Django.

Rules are functions of plain values (`openapi.translate`, `cache.policy`, `paging.snapshot`,
`rate_limits.rules`, `decoding.rows`); `client.bravado_http` and `openapi.load` are the only rooms
that reach the network.
"""

from esi._bravado import import_bravado

import_bravado()
