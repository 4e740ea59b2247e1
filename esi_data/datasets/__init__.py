"""How does a pull survive on disk, and how is it read?"""

import esi._bravado  # noqa: F401 - before any module here imports bravado itself
