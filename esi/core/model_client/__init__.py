"""What does a caller of the 8 to 10 line see, and what does an operation return?"""

import esi._bravado  # noqa: F401 - before any module here imports bravado itself
