"""What does a caller see, and what does an operation return?"""

import esi._bravado  # noqa: F401 - before any module here imports bravado itself
