"""The engine: everything a request to ESI needs, without Django.

Rules are functions of plain values (`translate`, `cache`, `paging`, `limits`, `decode`);
`transport` and `spec` are the only rooms that reach the network.
"""

from esi.core.startup import import_bravado

import_bravado()
