"""How does the API's document become one that bravado reads?"""

import esi._bravado  # noqa: F401 - before any module here imports bravado itself
