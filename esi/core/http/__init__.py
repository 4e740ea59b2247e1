"""What is a request, how does it travel, who signs it?"""

import esi._bravado  # noqa: F401 - before any module here imports bravado itself
