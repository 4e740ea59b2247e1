"""The engine: everything a request to ESI needs, without Django.

Rules are functions of plain values (`openapi.translate`, `cache.policy`, `paging.snapshot`,
`rate_limits.rules`, `decoding.rows`); `client.bravado_http` and `openapi.load` are the only rooms
that reach the network.
"""

import esi._bravado  # noqa: F401 - before any module of core imports bravado itself
