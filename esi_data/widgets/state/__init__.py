"""What does a widget know, without ipywidgets?"""

import esi._bravado  # noqa: F401 - before any module here imports bravado itself
