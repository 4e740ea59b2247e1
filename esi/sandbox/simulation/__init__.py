"""Which limits apply, and when does a cache turn over?"""

from esi._fast_imports import import_fast

import_fast("jsonschema")  # before a module here does, which may take a second
