"""Import bravado quickly and quietly; importing this module does so."""

from esi._fast_imports import import_fast

import_fast("bravado.client")
