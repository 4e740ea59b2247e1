"""Share documents in memory: clients use one object per content, and one thread loads it."""

from __future__ import annotations

import hashlib
from weakref import WeakValueDictionary

from esi.core import fork
from esi.core.openapi.document import SplitDocument

_documents: WeakValueDictionary[bytes, SplitDocument] = WeakValueDictionary()
_locks: dict[str, fork.Lock] = {}


def shared(data: bytes) -> SplitDocument:
    """Return the split document of these bytes, the same object for the same bytes."""
    digest = hashlib.sha256(data).digest()
    found = _documents.get(digest)  # a strong reference, which the mapping is not
    return found or _documents.setdefault(digest, SplitDocument(data))


def loading(key: str) -> fork.Lock:
    """Return the lock under which a document is loaded: other threads then find it stored."""
    return _locks.setdefault(key, fork.Lock())
