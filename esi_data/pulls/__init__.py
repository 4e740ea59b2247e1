"""How do many calls become one frame, at which price?"""

import esi._bravado  # noqa: F401 - before any module here imports bravado itself
